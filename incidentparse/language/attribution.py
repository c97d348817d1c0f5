"""On whose word somebody did it: suspicions, accusations and denials, by the words around the one who is named."""

from __future__ import annotations

from dataclasses import dataclass

from incidentparse.language.actor_nouns import actor_noun
from incidentparse.language.arguments import phrase, verb_arguments
from incidentparse.language.certainty import read_certainty
from incidentparse.language.document import Document
from incidentparse.language.frames import Frame
from incidentparse.mentions import Tokens
from incidentparse.record import Attribution

# Words beside a name that leave it open whether it was they.
_SUSPECTING = frozenset(
    "suspected suspect presumed apparent apparently alleged allegedly believed reportedly possible likely".split()
)
_BELIEVING = frozenset("believe suspect think presume fear assume".split())
_LIKELY = frozenset("likely possibly probably apparently suspected allegedly".split())
_ACCUSING = frozenset("accuse blame charge indict convict prosecute".split())
_NAMING = frozenset({"identify", "name"})
_CHARGED = frozenset("charge indict convict accuse prosecute".split())
_STRIKING = frozenset({"attack", "explode", "shell", "shoot", "bombing"})
_DENYING = frozenset("deny reject disclaim".split())
_INVOLVEMENT = frozenset(
    "involvement responsibility role attack attacks strike strikes report reports claim claims "
    "accusation accusations allegation allegations charge charges killing bombing carrying".split()
)
_MAX_CLIMB = 4
_HOLDING = frozenset("control hold run dominate".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A party is said to have done it.

    Attributes:
        who: tokens of the one named.
        deed: the token that says it.
        attribution: on whose word.
        by: tokens of who says so, or None.
    """

    who: Tokens
    deed: int
    attribution: Attribution
    by: Tokens | None = None


def frame_attribution(document: Document, frame: Frame, agent: Tokens) -> tuple[Attribution, Tokens | None]:
    """How surely the agent of a frame did it: suspected where it or its deed is hedged, else stated."""
    start = max(document.sentence(agent[0]).start, agent[0] - 1)
    if not _SUSPECTING.isdisjoint(document.lower[start : agent[1] - 1]):
        return Attribution.SUSPECTED, frame.certainty.attributed_to
    if frame.certainty.hypothetical:
        return Attribution.SUSPECTED, frame.certainty.attributed_to
    node = frame.trigger
    for _ in range(_MAX_CLIMB):
        if any(document.lower[c] in _LIKELY for c in document.children[node]):
            return Attribution.SUSPECTED, frame.certainty.attributed_to
        if (
            document.deps[node] not in ("xcomp", "ccomp", "dobj", "pobj", "prep", "conj")
            or document.heads[node] == node
        ):
            break
        node = document.heads[node]
        if document.lemmas[node] in _BELIEVING:
            return Attribution.SUSPECTED, None
        if document.lemmas[node] in _ACCUSING and document.pos[node] == "VERB":
            return Attribution.ACCUSED, frame.certainty.attributed_to
    return Attribution.STATED, None


def read_words(document: Document) -> list[Word]:
    """Who is accused, charged, suspected or denies, apart from the deeds themselves."""
    found: list[Word] = []
    for verb, lemma in enumerate(document.lemmas):
        if document.pos[verb] != "VERB":
            continue
        if lemma in _ACCUSING:
            found.extend(_accused(document, verb, lemma))
        elif lemma in _HOLDING:
            found.extend(_holders(document, verb))
        elif lemma in _NAMING and document.lower[verb] != "identify":
            found.extend(_named(document, verb))
        elif lemma in _DENYING:
            arguments = verb_arguments(document, verb)
            words = {document.lower[t] for t in range(*document.subtree(verb))}
            if not words.isdisjoint(_INVOLVEMENT):
                found.extend(Word(phrase(document, s), verb, Attribution.DENIED) for s in arguments.subjects)
    return found


def _holders(document: Document, verb: int) -> list[Word]:
    """ "the area that the blast occurred in was controlled by X": whoever holds the ground is hinted at."""
    arguments = verb_arguments(document, verb)
    deeds = {f.trigger for f in document.frames if f.sense in _STRIKING}
    clauses = [c for s in arguments.objects for c in document.children[s] if document.deps[c] == "relcl"]
    struck = [t for c in clauses for t in range(*document.subtree(c)) if t in deeds]
    if not arguments.passive or not struck:
        return []
    source = read_certainty(document, verb).attributed_to
    return [
        Word(_before_which(document, document.subtree(c)), struck[0], Attribution.SUSPECTED, source)
        for c in document.children[verb]
        if document.deps[c] == "agent"
    ]


def _before_which(document: Document, tokens: Tokens) -> Tokens:
    cut = next((t for t in range(*tokens) if document.lower[t] == "which"), tokens[1])
    return tokens[0], cut


def _named(document: Document, verb: int) -> list[Word]:
    """ "the suspect, identified as John Doe": the one so named is who is suspected."""
    arguments = verb_arguments(document, verb)
    names = [n for n in arguments.prepositions.get("as", []) if document.entity[n] == "PERSON"]
    if any((noun := actor_noun(document, o)) is not None and not noun.weak for o in arguments.objects):
        return [Word(phrase(document, n), verb, Attribution.SUSPECTED) for n in names]
    return []


def _accused(document: Document, verb: int, lemma: str) -> list[Word]:
    if lemma in _CHARGED and not document.tags[verb].startswith("VB"):
        return []
    if any(document.deps[c] == "neg" for c in document.children[verb]):
        return []
    arguments = verb_arguments(document, verb)
    accused = list(arguments.objects)
    if lemma == "blame" and arguments.prepositions.get("on"):
        accused = arguments.prepositions["on"]
    accusers = [phrase(document, s) for s in arguments.subjects]
    by = accusers[0] if accusers else None
    return [Word(phrase(document, a), verb, Attribution.ACCUSED, by) for a in accused]
