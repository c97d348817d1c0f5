"""The words that say what became of people: "killed", "died", "in critical condition", "death toll"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from incidentparse.extractors.casualties.words import word_set
from incidentparse.language.document import Document
from incidentparse.language.lexicon import PhraseIndex, load_lexicon
from incidentparse.record import CasualtyStatus

_LEXICON = "casualty_predicates.jsonl"
# From "suffered" to its "injuries".
_INJURY_REACH = 8
# From "took" to its "hostage".
_TAKING_REACH = 12


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


class PredicateWord(BaseModel):
    """A line of ``lexicons/casualty_predicates.jsonl``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

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
    return [
        Predicate(hit.start, hit.end, hit.value)
        for hit in _index().find(document.folded, start, end)
        if (not hit.value.with_injury or _injury_behind(document, hit.end, end))
        and (not hit.value.with_taking or _taking_before(document, hit.start, start))
    ]


def _taking_before(document: Document, token: int, start: int) -> bool:
    """ "took three aid workers hostage"."""
    return any(w in word_set("seizing") for w in document.folded[max(start, token - _TAKING_REACH) : token])


def _injury_behind(document: Document, token: int, end: int) -> bool:
    """ "suffered a gunshot wound to the leg", "sustained non-life-threatening injuries"."""
    return any(w in word_set("injury") for w in document.folded[token : min(end, token + _INJURY_REACH)])
