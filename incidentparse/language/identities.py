"""Who is said to be whom: "identified him as Ryan Cole", "their names are", "two men were held: Ryan Cole and"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from incidentparse.language.actor_nouns import actor_noun
from incidentparse.language.arguments import conjuncts, phrase, verb_arguments
from incidentparse.language.document import Document
from incidentparse.language.membership import group_of
from incidentparse.language.named_words import named_words
from incidentparse.language.party import Party
from incidentparse.language.rosters import roster
from incidentparse.mentions import Tokens
from incidentparse.record import ActorKind

_SPOKEN_FOR = frozenset({"of", "for"})
_NAMES = frozenset({"name", "identity"})
_SELVES = frozenset({"himself", "herself", "themselves", "name"})
_MEANT = frozenset({"person", "group", "acronym"})
# By a noun for these somebody is said to have done it.
_CALLED = frozenset({ActorKind.UNKNOWN_GUNMEN})


def identities(document: Document, at: Mapping[int, Party]) -> Iterator[tuple[Tokens, list[Party]]]:
    """The noun phrase or pronoun of somebody told of, and the persons or group that the article says they are."""
    for token, lemma in enumerate(document.lemmas):
        pos = document.pos[token]
        if lemma in named_words("identifying") and pos == "VERB":
            yield from _identified(document, token, at)
        elif lemma == "give" and any(document.lower[c] in _NAMES for c in document.children[token]):
            # "who gave his name as"
            yield from _identified(document, token, at)
        elif lemma in _NAMES and pos == "NOUN" and document.deps[token] == "nsubj":
            owners = [c for c in document.children[token] if document.deps[c] == "poss"]
            start, end = document.subtree(document.heads[token])
            persons = _persons(at, max(start, token), end)
            if owners and persons and document.pos[document.heads[token]] == "AUX":
                yield (owners[0], owners[0] + 1), persons
        elif document.deps[token] == "appos" and document.tags[document.heads[token]] == "NNS" and token in at:
            # "Two brothers, Colin and Neil Hart, were charged"
            named = [at[m] for m in roster(document, token) if m in at and at[m].rule == "person"]
            yield phrase(document, document.heads[token]), named
        elif lemma == ":" and token + 1 < len(document) and document.pos[token + 1] == "PROPN":
            yield from _announced(document, token, at)


def _announced(document: Document, colon: int, at: Mapping[int, Party]) -> Iterator[tuple[Tokens, list[Party]]]:
    """ "Police arrested two men over the killing: Ryan Cole and Devin Hart": the people in front of the colon."""
    head = document.heads[colon + 1] if document.deps[colon + 1] == "compound" else colon + 1
    persons = [at[m] for m in roster(document, head) if m in at and at[m].rule == "person"]
    for token in range(colon - 1, document.sentence(colon - 1).start - 1, -1):
        if document.tags[token] == "NNS" and actor_noun(document, token) is not None:
            yield phrase(document, token), persons
            return


def _identified(document: Document, verb: int, at: Mapping[int, Party]) -> Iterator[tuple[Tokens, list[Party]]]:
    behind = _as(document, verb)
    if behind is None:
        if document.deps[verb] == "acl":
            # "a woman named Ruth Cole"
            called = [at[c] for c in document.children[verb] if document.deps[c] == "oprd" and c in at]
            yield phrase(document, document.heads[verb]), [p for p in called if p.rule == "person"]
        return
    arguments = verb_arguments(document, verb)
    own = any(document.lower[o] in _SELVES for o in arguments.objects)
    named = [c for inner in document.children[behind] for c in conjuncts(document, inner)]
    if own:
        # "identified themselves as members of the Red Front": that is their own word.
        found = (at[t] for c in named for t in range(*phrase(document, c)) if t in at)
    else:
        found = (at[c] for c in named if c in at and at[c].rule == "person")
    parties = [p for p in dict.fromkeys(found) if p.rule in _MEANT]
    if not parties:
        return
    if document.deps[verb] == "acl" and not own:
        yield phrase(document, document.heads[verb]), parties
        return
    for head in arguments.subjects if own else arguments.objects:
        if head < behind:
            yield phrase(document, head), parties


def _as(document: Document, verb: int) -> int | None:
    """The "as" behind a verb, also where it hangs on who says so: "identified by police as"."""
    return next((t for t in range(verb + 1, document.subtree(verb)[1]) if document.lower[t] == "as"), None)


def _persons(at: Mapping[int, Party], start: int, end: int) -> list[Party]:
    """The persons named from one token to before another, each once."""
    return list(dict.fromkeys(at[t] for t in range(start, end) if t in at and at[t].rule == "person"))


def named_suspects(document: Document, at: Mapping[int, Party]) -> Iterator[tuple[int, Party]]:
    """ "suspect Ryan Cole", "Ryan Cole was the gunman", "the faction is the prime suspect": noun and party."""
    for token, party in at.items():
        noun = _noun(document, token) if party.rule == "person" else None
        # The noun may mean one person only.
        beside = noun is not None and noun not in range(party.start, party.end) and document.tags[noun] == "NN"
        if noun is not None and beside and _suspect(document, noun):
            yield noun, party
    yield from _listed(document, at)
    for token, lemma in enumerate(document.lemmas):
        if lemma in named_words("identifying") and document.pos[token] == "VERB":
            behind = _as(document, token)
            nouns = [c for c in document.children[behind] if _suspect(document, c)] if behind is not None else []
            heads = verb_arguments(document, token).objects if nouns else []
        elif document.deps[token] == "attr" and _suspect(document, token):
            nouns = [token]
            heads = [c for c in document.children[document.heads[token]] if document.deps[c] == "nsubj"]
        else:
            continue
        parties = (at.get(h) or group_of(document, h, at) for h in heads)
        yield from ((nouns[0], p) for p in parties if p is not None and p.rule in _MEANT)


def _listed(document: Document, at: Mapping[int, Party]) -> Iterator[tuple[int, Party]]:
    """ "Two suspects, Ryan Cole and Devin Hart,": the persons whom a noun in the plural names."""
    for token, dep in enumerate(document.deps):
        noun = document.heads[token]
        if dep == "appos" and document.tags[noun] == "NNS" and _suspect(document, noun):
            persons = [at[m] for m in roster(document, token) if m in at and at[m].rule == "person"]
            if len(persons) > 1:
                yield from ((noun, person) for person in persons)


def _noun(document: Document, token: int) -> int | None:
    """The noun that a person's name is said of, or that is said of it."""
    dep, head = document.deps[token], document.heads[token]
    if dep in ("appos", "compound"):
        return head
    if dep == "attr":
        return next((c for c in document.children[head] if document.deps[c] == "nsubj"), None)
    return next((c for c in document.children[token] if document.deps[c] == "appos"), None)


def _suspect(document: Document, token: int) -> bool:
    noun = actor_noun(document, token)
    return noun is not None and noun.kind in _CALLED


def on_behalf_of(document: Document, who: Tokens, at: Mapping[int, Party]) -> Party | None:
    """The group that a caller speaks for: "a woman who said she spoke for", "on behalf of", "in the name of"."""
    for token in range(who[1], document.sentence(who[0]).end - 1):
        if document.lower[token] in _SPOKEN_FOR and document.lower[token - 1] in named_words("speaking for"):
            party = at.get(token + 1) or at.get(token + 2)
            if party is not None and party.rule in ("group", "acronym"):
                return party
    return None
