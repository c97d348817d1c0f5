"""The words that say what became of people: "killed", "died", "in critical condition", "death toll"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from pydantic import Field

from incidentparse.language.document import Document
from incidentparse.language.lexicon import Hit, PhraseIndex
from incidentparse.language.named_words import casualty_words
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.record import CasualtyStatus

_LEXICON = "casualty_predicates.jsonl"
# Last words of phrases behind which those counted stand: "the dead were identified as".
_INTRODUCING = frozenset("as was were is are include included".split())
# From "suffered" to its "injuries".
_INJURY_REACH = 8
# From "took" to its "hostage".
_TAKING_REACH = 12
# From "taken to" to the hospital: "taken to the Saint Mary of Nazareth Hospital".
_HOSPITAL_REACH = 8
# From "died of" to the illness: "died of complications from pneumonia".
_CAUSE_REACH = 5
# From "number of" to the participle: "the number of Palestinian civilians killed".
_NUMBER_REACH = 5
# Most words between "'s" and its noun ("Ortega's brutal murder"), and from "his body" to "was found".
_OWNED_REACH = 4
_FOUND_REACH = 6


class Frame(StrEnum):
    """Where the casualties of a predicate stand."""

    PATIENT = "patient"  # object of the active, subject of the passive: "killed"
    SUBJECT = "subject"  # subject: "died", "in critical condition"
    OF = "of"  # after "of": "the death of two officers"
    COUNT = "count"  # the noun itself is counted: "three fatalities"
    TOLL = "toll"  # the number follows: "the death toll rose to 39"
    LIVES = "lives"  # "claimed 30 lives"


class Form(StrEnum):
    """The form of the word, as far as it tells the voice."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"  # past tense and participle alike: "killed"
    PARTICIPLE = "participle"  # participle only: "slain"
    ING = "ing"
    STATE = "state"  # no verb: "dead", "missing"
    NOUN = "noun"


_HARM = frozenset((CasualtyStatus.KILLED, CasualtyStatus.INJURED))
_CLIPPED = frozenset((Form.PAST, Form.PARTICIPLE, Form.STATE))


class PredicateWord(LexiconEntry):
    """A line of ``lexicons/casualty_predicates.jsonl``."""

    phrase: str = Field(min_length=1)
    status: CasualtyStatus
    frame: Frame
    form: Form
    overall: bool = Field(default=False, description="Counts killed and injured together: shot, casualties.")
    weak: bool = Field(default=False, description="Often said of other things or other deeds: seized, captured.")
    care: bool = Field(default=False, description="Told of a person already counted: in critical condition.")
    self: bool = Field(default=False, description="The deed of the one who dies: blew himself up.")
    deed: bool = Field(default=False, description="The noun counts deeds, not people: three shootings.")
    with_injury: bool = Field(default=False, description="Holds only with a noun of injury behind it: suffered.")
    with_hospital: bool = Field(default=False, description="Holds only with a hospital behind it: taken to.")
    opening: bool = Field(default=False, description="Holds only where it opens the sentence: wounded were.")
    with_figure: bool = Field(
        default=False, description="Goes on with what a figure before it counts: put the number at."
    )
    with_taking: bool = Field(default=False, description="Holds only behind a verb of taking or holding: hostage.")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate in the text: tokens ``start`` to before ``end``."""

    start: int
    end: int
    word: PredicateWord


@cache
def _index() -> PhraseIndex[PredicateWord]:
    return PhraseIndex((word.phrase, word) for word in load_lexicon(_LEXICON, PredicateWord))


def find_predicates(document: Document, start: int, end: int) -> list[Predicate]:
    """The predicates in tokens ``start`` to before ``end``, left to right."""
    found = [
        _counted_before(document, start, Predicate(hit.start, hit.end, hit.value))
        for hit in _hits(document, start, end)
        if (not hit.value.with_injury or _injury_behind(document, hit.end, end))
        and (not hit.value.with_taking or _taking_before(document, hit.start, start))
        and not (hit.value.status is CasualtyStatus.KILLED and _natural(document, hit.end, end))
        and (not hit.value.with_hospital or _hospital_behind(document, hit.end, end))
    ]
    return list(_with_figures(found)) if any(p.word.with_figure for p in found) else found


def _with_figures(found: Sequence[Predicate]) -> Iterator[Predicate]:
    """ "20 people died, while residents put the number at 32": of the same fate as the figure before it."""
    told: PredicateWord | None = None
    for predicate in found:
        word = predicate.word
        if word.with_figure and told is not None:
            yield replace(predicate, word=_toll_word(told.status, told.overall))
        elif not word.with_figure:
            yield predicate
            # The noun of a deed counts nobody: "three people were killed in the shooting".
            told = word if word.status in _HARM and not word.deed else told


def _hits(document: Document, start: int, end: int) -> Iterator[Hit[PredicateWord]]:
    """The phrases in the text; of "22 wounded were taken", where the verb does not belong to it, the first word."""
    for hit in _index().find(document.folded, start, end):
        if hit.value.opening and hit.start > start and document.words[hit.start - 1][0].isalnum():
            yield from _index().find(document.folded, hit.start, hit.end - 1)
        else:
            yield hit


def introduces(document: Document, predicate: Predicate) -> bool:
    """Whether those counted stand right behind a noun phrase: "the dead were identified as"."""
    return predicate.word.form is Form.NOUN and document.folded[predicate.end - 1] in _INTRODUCING


def _counted_before(document: Document, start: int, predicate: Predicate) -> Predicate:
    """ "the number of civilians killed": announces a number, as "death toll" does."""
    word = predicate.word
    if word.form not in _CLIPPED or word.weak or word.care:
        return predicate
    for token in range(predicate.start - 1, max(start + 1, predicate.start - _NUMBER_REACH), -1):
        folded = document.folded[token]
        if folded == "of":
            announced = document.folded[token - 1] == "number" and document.folded[token - 2] not in (
                "a",
                "an",
                "unknown",
            )
            return (
                Predicate(token - 1, predicate.end, _toll_word(word.status, word.overall)) if announced else predicate
            )
        if document.pos[token] not in ("NOUN", "PROPN", "ADJ", "DET"):
            return predicate
    return predicate


@cache
def _toll_word(status: CasualtyStatus, overall: bool) -> PredicateWord:
    return PredicateWord(phrase="number of", status=status, frame=Frame.TOLL, form=Form.NOUN, overall=overall)


def _natural(document: Document, token: int, end: int) -> bool:
    """ "died of natural causes": no casualty of anybody's deed."""
    if token >= end or document.folded[token] not in ("of", "from"):
        return False
    return any(
        word in casualty_words("natural") for word in document.folded[token + 1 : min(end, token + _CAUSE_REACH)]
    )


def _hospital_behind(document: Document, token: int, end: int) -> bool:
    """ "rushed to Christ Medical Center"."""
    for following in range(token, min(end, token + _HOSPITAL_REACH)):
        if document.folded[following] in casualty_words("hospital"):
            return True
        if document.pos[following] in ("VERB", "AUX", "SCONJ"):
            return False
    return False


def _taking_before(document: Document, token: int, start: int) -> bool:
    """ "took three aid workers hostage"."""
    return any(w in casualty_words("seizing") for w in document.folded[max(start, token - _TAKING_REACH) : token])


def _injury_behind(document: Document, token: int, end: int) -> bool:
    """ "suffered a gunshot wound to the leg", "sustained non-life-threatening injuries"."""
    for word in document.folded[token : min(end, token + _INJURY_REACH)]:
        if word in ("no", "any", "without"):
            return False
        if word in casualty_words("injury"):
            return True
    return False


def possessive(document: Document, start: int, end: int, predicate: Predicate) -> int | None:
    """The token that makes a noun somebody's: the "'s" of "Ortega's brutal murder", the "his" of "his death"."""
    noun = predicate.word.form is Form.NOUN or document.tags[predicate.start] in ("NN", "NNS")
    if predicate.word.status is not CasualtyStatus.KILLED or not noun or predicate.word.frame is Frame.LIVES:
        return None
    if predicate.end < end and document.folded[predicate.end] in casualty_words("not_done"):
        return None
    token = predicate.start - 1
    while token > start and predicate.start - token <= _OWNED_REACH and _describes(document, token):
        token -= 1
    if token < start or document.tags[token] not in ("POS", "PRP$"):
        return None
    if document.folded[predicate.end - 1] in casualty_words("corpse"):
        # "his body was found", not "bullets hit his body"
        around = document.folded[max(start, token - 1) : token]
        around += document.folded[predicate.end : min(end, predicate.end + _FOUND_REACH)]
        if not any(word in casualty_words("finding") for word in around):
            return None
    return token


def _describes(document: Document, token: int) -> bool:
    """Whether a token may stand before a noun: "his bullet-riddled body"."""
    return document.pos[token] in ("ADJ", "NOUN") or document.tags[token] in ("VBN", "HYPH")
