"""The named group whose people a noun means: "rebels from the LRA", "a gang called the Owls"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from incidentparse.language.actor_nouns import actor_noun
from incidentparse.language.document import Document
from incidentparse.language.named_words import named_words
from incidentparse.language.party import ARMED_BODIES, Party

_OF = frozenset({"of", "from", "in", "with"})
_NAMED = ("group", "acronym")
# "members of the armed wing of a group called X": no chain is longer.
_DEPTH = 3


# "the Islamic State 's regional affiliate", "an affiliate of the"
_PARENT_REACH = 3
_TO = frozenset({"to", "with"})
_BEING = frozenset({"be"})
# Whom people serve stands no further behind them; a longer phrase is misread.
_SERVICE_REACH = 8


def group_of(document: Document, head: int, at: Mapping[int, Party]) -> Party | None:
    """The named group whose people a noun means, or None."""
    return _search(document, head, at, _DEPTH) if actor_noun(document, head) is not None else None


def _search(document: Document, node: int, at: Mapping[int, Party], depth: int) -> Party | None:
    if depth == 0:
        return None
    held = _held_to(document, node, at)
    if held is not None:
        return held
    for child in _below(document, node):
        if child > node and document.deps[child] in ("acl", "relcl") and _belongs(document, child):
            party = next((at[t] for t in range(child, document.subtree(child)[1]) if t in at), None)
            if party is not None and party.rule in _NAMED:
                return party
        inner = _beside(document, node, child)
        if inner is None:
            continue
        party = at.get(inner)
        if party is not None:
            return party if party.rule in _NAMED else None
        if (own := _called(document, inner, at)) is not None:
            return own
        if actor_noun(document, inner) is not None:
            party = _search(document, inner, at, depth - 1)
            if party is not None:
                return party
    return None


def _called(document: Document, noun: int, at: Mapping[int, Party]) -> Party | None:
    """ "men from the Owls gang": the group whose name stands right in front of the word for what it is."""
    if actor_noun(document, noun) is None and document.lemmas[noun] not in named_words("bands"):
        return None
    names = (at[t] for t in _below(document, noun) if t < noun and document.deps[t] == "compound" and t in at)
    own = (p for p in names if p.rule in _NAMED and not detached(document, p) and not only_parent(document, p))
    return next(own, None)


def _beside(document: Document, node: int, child: int) -> int | None:
    """The noun in apposition to another, or behind its "of", "from" or "in"."""
    if document.deps[child] == "appos":
        return child
    if child < node or document.deps[child] != "prep" or document.lower[child] not in _OF:
        return None
    return next((c for c in document.children[child] if document.deps[c] == "pobj"), None)


def _held_to(document: Document, node: int, at: Mapping[int, Party]) -> Party | None:
    """ "Gunmen believed to belong to the cartel ambushed": the participle taken for the verb of the clause."""
    above = document.heads[node]
    held = document.deps[node] == "nsubj" and document.lemmas[above] in named_words("held to belong")
    if not held or not _belongs(document, above):
        return None
    return next((at[t] for t in range(above, document.subtree(above)[1]) if t in at and at[t].rule in _NAMED), None)


def _below(document: Document, node: int) -> list[int]:
    """What hangs on a noun; what stands behind the last of some joined nouns may hang on the first."""
    children = document.children[node]
    if document.deps[node] != "conj":
        return children
    return children + [c for c in document.children[document.heads[node]] if c > node]


def _belongs(document: Document, verb: int) -> bool:
    """ "belonging to", "believed to belong to", "thought to be", "identified as"."""
    lemma = document.lemmas[verb]
    ties = named_words("belonging") | (_BEING if lemma in named_words("held to belong") else frozenset())
    return lemma in named_words("belonging") or any(
        document.deps[c] == "xcomp" and document.lemmas[c] in ties for c in document.children[verb]
    )


def detached(document: Document, party: Party) -> bool:
    """Whether a name only says whose side somebody else is on: "al Qaeda-linked militants", "the rebel-held town"."""
    return only_side(document, party.end) or any(
        "-" in document.lower[t] and document.lower[t].rsplit("-", 1)[1] in named_words("detached")
        for t in range(party.start, party.end)
    )


def only_side(document: Document, end: int) -> bool:
    """Whether the word behind a name makes it somebody else's side: "US-led", "rebel-held"."""
    words = document.lower
    return end + 1 < len(words) and words[end] in ("-", "–") and words[end + 1] in named_words("detached")


def only_parent(document: Document, party: Party) -> bool:
    """Whether a name says whose affiliate somebody is: "an al Qaeda affiliate", "the Islamic State's local branch"."""
    after = document.lower[party.end : party.end + _PARENT_REACH]
    if document.deps[party.end - 1] in ("compound", "poss", "nmod", "amod") and not named_words(
        "affiliates"
    ).isdisjoint(after):
        return True
    before = document.lower[max(0, party.start - _PARENT_REACH) : party.start]
    # "an offshoot of al Qaeda", "linked to al Qaeda"
    if "of" in before and not named_words("affiliates").isdisjoint(before):
        return True
    return any(a in named_words("detached") and b in _TO for a, b in pairwise(before))


def in_service(document: Document, token: int) -> Party | None:
    """ "People linked to the cartel", "persons in the service of the drug lords": known by whom they serve."""
    end = document.sentence(token).end
    if token + 1 == end or document.lower[token + 1] not in named_words("serving"):
        return None
    for inner in range(token + 2, min(end, token + _SERVICE_REACH)):
        noun = actor_noun(document, inner)
        if noun is not None and not noun.weak and noun.kind in ARMED_BODIES:
            return Party(
                token, inner + 1, document.slice(token, inner + 1), f"described:{noun.kind.value}:many", noun.kind,
                "described", plural=True,
            )  # fmt: skip
    return None


def is_of(document: Document, name: Party, head: int) -> bool:
    """ "Supporters of Evo Morales" are not he; "a Broken Arrow man" bears the name of his town."""
    noun = actor_noun(document, head) if name.rule == "person" else None
    if noun is None or document.tags[head] == "NNS":
        return noun is not None
    last = name.end - 1
    return noun.weak and document.heads[last] == head and document.deps[last] == "compound"
