"""On whose word somebody did it: claims, suspicions, accusations, denials, by the words around the one named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from incidentparse.language.actor_nouns import is_violent
from incidentparse.language.arguments import Arguments, noun_arguments, phrase, verb_arguments
from incidentparse.language.assurance import is_accusation, is_doubted
from incidentparse.language.certainty import attributing_verbs, read_certainty
from incidentparse.language.denials import denies_in_general, is_negated, is_no_deed
from incidentparse.language.document import Document
from incidentparse.language.habits import habits
from incidentparse.language.named_words import named_words
from incidentparse.language.rosters import roster, said_to_be, those_before
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.mentions import Tokens
from incidentparse.record import Attribution

_CHARGED = ("of", "with", "for", "over")
# From a deed up to the verb that says how it is known there are few steps.
_MAX_CLIMB = 4
_POS = {"VERB": "verb", "ADJ": "adj", "ADP": "prep", "ADV": "prep", "SCONJ": "prep", "NOUN": "noun", "PROPN": "noun"}


class BlameCue(LexiconEntry):
    """A line of ``lexicons/blame_cues.jsonl``: a word that ties a party to a deed.

    Attributes:
        lemma: of the word.
        pos: its part of speech.
        who: where the party stands: its object, its subject, the one who does it ("agent"), or behind a preposition.
        attribution: on whose word the party then is the perpetrator.
        with_: one of these stands in its clause.
        about: its clause speaks of violence.
        person: only a person is meant.
    """

    lemma: str
    pos: Literal["verb", "adj", "prep", "noun"]
    who: str
    attribution: Attribution
    with_: frozenset[str] = frozenset()
    about: bool = False
    person: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A party is said to have done it.

    Attributes:
        who: tokens of the one named.
        deed: the token that says it.
        attribution: on whose word.
        by: tokens of who says so, or None.
        person: only a person is meant.
        cue: the word that says it, or the verb that it hangs on.
    """

    who: Tokens
    deed: int
    attribution: Attribution
    by: Tokens | None
    person: bool
    cue: int


@cache
def _cues() -> dict[tuple[str, str], tuple[BlameCue, ...]]:
    index: dict[tuple[str, str], list[BlameCue]] = defaultdict(list)
    for cue in load_lexicon("blame_cues.jsonl", BlameCue):
        index[cue.pos, cue.lemma].append(cue)
    return {key: tuple(cues) for key, cues in index.items()}


def read_words(document: Document) -> list[Word]:
    """Who is accused, charged, suspected, claims or denies, apart from the deeds themselves."""
    told = [f for f in document.frames if f.sense not in ("claim", "detain", "release")]
    past = {f.trigger for f in told if f.certainty.historical or f.trigger in habits(document)}
    triggers = {f.trigger for f in told} - past
    found: list[Word] = []
    violent = True
    for token, lemma in enumerate(document.lemmas):
        for cue in _cues().get((_POS.get(document.pos[token], ""), lemma), ()):
            if cue.attribution is Attribution.DENIED and not violent and triggers.isdisjoint(document.sentence(token)):
                # Who was accused of something else denies that.
                continue
            words = list(_words(document, token, cue, triggers, past))
            found.extend(words)
            if cue.pos == "verb" and cue.attribution is Attribution.ACCUSED:
                violent = bool(words)
        if lemma in named_words("holding ground") and document.pos[token] == "VERB":
            found.extend(_holders(document, token, triggers))
    return found


def _holders(document: Document, verb: int, triggers: set[int]) -> Iterator[Word]:
    """ "the area that the blast occurred in was controlled by X": whoever holds the ground is hinted at."""
    arguments = verb_arguments(document, verb)
    clauses = [c for s in arguments.objects for c in document.children[s] if document.deps[c] == "relcl"]
    struck = [t for c in clauses for t in range(*document.subtree(c)) if t in triggers]
    if arguments.passive and struck:
        source = read_certainty(document, verb).attributed_to
        for child in document.children[verb]:
            if document.deps[child] == "agent":
                start, end = document.subtree(child)
                end = next((t for t in range(start, end) if document.lower[t] == "which"), end)
                yield Word((start, end), struck[0], Attribution.SUSPECTED, source, False, verb)


def _words(document: Document, token: int, cue: BlameCue, triggers: set[int], past: set[int]) -> Iterator[Word]:
    clause = range(*document.subtree(_clause_head(document, token, cue)))
    arguments = _arguments(document, token, cue)
    if cue.attribution is Attribution.DENIED and denies_in_general(document, token):
        return
    deeds = [t for t in clause if t in triggers]
    claimed = cue.attribution is Attribution.CLAIMED and arguments.passive
    if cue.pos == "verb" and (cue.who == "agent" or (claimed and not deeds)):
        # "the attack was planned by one and carried out by another": the deed stands before the first verb.
        done = _done_to(document, token, arguments)
        deeds = [deed for o in done if (deed := _deed_at(document, triggers, o)) is not None] or deeds
    told = bool(deeds)
    refused = is_negated(document, token) or (cue.pos != "verb" and is_negated(document, document.heads[token]))
    # "they said they were not involved": in what, the article has told.
    plain = refused and not arguments.prepositions and document.lemmas[token] in named_words("having a part")
    if not (plain or (claimed and told)) and not _speaks_of_violence(
        document, cue, clause, arguments, told=told, past=not past.isdisjoint(clause)
    ):
        return
    if is_no_deed(document, token, cue.attribution, arguments) or _qualifies(document, token, arguments):
        return
    if refused and not plain and not (cue.attribution is Attribution.STATED and cue.pos in ("adj", "prep")):
        return
    says = arguments.subjects if cue.who not in ("subject", "agent") else []
    by = phrase(document, says[0]) if says else None
    attribution = _on_whose_word(document, token, cue, refused)
    if attribution is None:
        return
    # The deed nearest behind the word is the one it speaks of, else the nearest before it.
    deed = min(deeds, key=lambda t: (t < token, abs(t - token)), default=token)
    # Who is held for a deed need not be named as a person: "captured three ELN rebels for the murder".
    held_for = [o for word in _CHARGED for o in arguments.prepositions.get(word, ())]
    charged = any(o in triggers or document.lower[o] in named_words("involvement") for o in held_for)
    for head in _accused(document, token, cue, arguments):
        who = phrase(document, head)
        if document.lower[who[0]] not in ("no", "nobody", "none") and head not in triggers:
            yield Word(who, deed, attribution, by, cue.person and not charged, _clause_head(document, token, cue))


def _qualifies(document: Document, verb: int, arguments: Arguments) -> bool:
    """ "raided suspected rebel hideouts": the participle in front of a noun ties to a deed only those who act."""
    if document.lower[verb] != "suspected":
        return False
    if any(document.deps[o] == "nsubj" or document.lower[document.heads[o]] == "by" for o in arguments.objects):
        return False
    ahead = any(o > verb and document.phrase_of.get(o, (o, o))[0] <= verb + 1 for o in arguments.objects)
    return document.deps[verb] == "amod" or (ahead and not arguments.subjects)


def _deed_at(document: Document, triggers: set[int], node: int) -> int | None:
    """A deed, or that to whose place a participle was tied: "an attack on a beach claimed by X"."""
    for _ in range(_MAX_CLIMB + 1):
        if node in triggers:
            return node
        if document.deps[node] == "agent":
            # "planned by one, approved by another": the participle was tied to the first.
            return next((o for o in verb_arguments(document, document.heads[node]).objects if o in triggers), None)
        if document.deps[node] not in ("pobj", "prep", "compound"):
            break
        node = document.heads[node]
    return None


def _on_whose_word(document: Document, token: int, cue: BlameCue, refused: bool) -> Attribution | None:
    """How a cue holds it, None where another word says that it is denied."""
    if refused:
        # "it was not responsible", "they were not behind it"
        return Attribution.DENIED
    if cue.attribution is not Attribution.STATED:
        return cue.attribution
    if read_certainty(document, token).negated:
        return None
    if is_doubted(document, token):
        return Attribution.SUSPECTED
    return (
        Attribution.ACCUSED if is_accusation(document, token) or _is_told(document, token, cue) else Attribution.STATED
    )


def _is_told(document: Document, token: int, cue: BlameCue) -> bool:
    """ "the mayor said the army was behind it": who says of others that they are to blame accuses them."""
    if cue.pos not in ("adj", "prep"):
        return False
    clause = _clause_head(document, token, cue)
    if document.deps[clause] == "relcl" and any(document.deps[c] == "mark" for c in document.children[clause]):
        # "a caller told the station that they were responsible": tied to the one who was told.
        return document.lemmas[document.heads[document.heads[clause]]] in attributing_verbs()
    return read_certainty(document, clause).attributed_to is not None


def _done_to(document: Document, verb: int, arguments: Arguments) -> list[int]:
    """The objects of a verb; of one joined to others, those of the first that has any."""
    node, objects = verb, arguments.objects
    for _ in range(_MAX_CLIMB):
        if objects or document.deps[node] != "conj":
            break
        node = document.heads[node]
        objects = verb_arguments(document, node).objects
    return objects


def _speaks_of_violence(
    document: Document, cue: BlameCue, clause: range, arguments: Arguments, *, told: bool, past: bool
) -> bool:
    """Whether the cue ties somebody to a deed of now; told: one stands in its clause, past: an earlier one does."""
    words = {document.lower[t] for t in clause}
    if cue.who == "agent":
        # "the crimes committed by", "the attack carried out by"
        words.update(document.lower[o] for o in arguments.objects)
    if cue.with_ and cue.with_.isdisjoint(words):
        return False
    if told:
        return True
    if cue.attribution in (Attribution.CLAIMED, Attribution.STATED) and past:
        # Who claims or committed earlier attacks claims nothing of this one and need not have done it.
        return False
    charged = cue.pos == "verb" and cue.who == "object" and cue.attribution is not Attribution.STATED
    # "accused of theft": of what they are accused is no violence.
    named = charged and any(preposition in arguments.prepositions for preposition in _CHARGED)
    return not ((cue.about or named) and named_words("involvement").isdisjoint(words))


def _stray(document: Document, token: int, cue: BlameCue) -> list[int]:
    """ "blamed the murder of two priests in the town on rebels": the preposition hangs on a noun between."""
    if cue.pos != "verb":
        return []
    found = (t for t in range(token + 1, document.subtree(token)[1]) if document.lower[t] == cue.who)
    heads = [c for t in found for c in document.children[t] if document.deps[c] == "pobj"]
    return [h for h in heads if is_violent(document, h)]


def _accused(document: Document, token: int, cue: BlameCue, arguments: Arguments) -> list[int]:
    """Heads of those whom the cue ties to the deed, and of those that they are said to be."""
    tied = _tied(document, token, cue, arguments)
    tied = [member for head in tied for member in (*those_before(document, token, head), head)]
    heads = [member for head in tied for member in roster(document, head)]
    return list(dict.fromkeys(h for head in heads for h in (head, *said_to_be(document, head))))


def _tied(document: Document, token: int, cue: BlameCue, arguments: Arguments) -> list[int]:
    if cue.who in ("subject", "agent"):
        return arguments.subjects
    if cue.who == "as":
        named = any(is_violent(document, o) for o in arguments.objects)
        return arguments.prepositions.get(cue.who, []) if named else []
    if cue.who != "object":
        return arguments.prepositions.get(cue.who) or _stray(document, token, cue)
    # "blamed each other"
    mutual = any(document.lower[o] in ("other", "another") for o in arguments.objects)
    return arguments.subjects if mutual else arguments.objects


def _clause_head(document: Document, token: int, cue: BlameCue) -> int:
    if cue.pos == "verb":
        return token
    head = document.heads[token]
    return head if document.pos[head] in ("VERB", "AUX") else token


def _arguments(document: Document, token: int, cue: BlameCue) -> Arguments:
    if cue.pos == "verb":
        return verb_arguments(document, token)
    head = document.heads[token]
    if cue.pos == "noun":
        own = noun_arguments(document, token)
        # "issued a warrant for": what the noun wants may hang on the verb whose object it is.
        carried = document.deps[token] in ("dobj", "nsubjpass") and document.pos[head] == "VERB"
        return verb_arguments(document, head) if carried and cue.who not in own.prepositions else own
    if document.pos[head] in ("VERB", "AUX"):
        return verb_arguments(document, head)
    # "the group responsible for the attack", "those behind it"
    return Arguments(subjects=[head] if document.pos[head] in ("NOUN", "PROPN", "PRON") else [])
