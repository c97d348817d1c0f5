"""Deeds that last past midnight, by their clock times or by the hours that they lasted."""

from __future__ import annotations

from incidentparse.language.deed_phases import UNTIL, phase_words
from incidentparse.language.document import Document
from incidentparse.language.time_words import time_words
from incidentparse.mentions import TimeMention

# How far from the beginning the length of a siege is told, in sentences, and how long it is at most, in hours.
_HOURS_APART = 2
_MOST_HOURS = 72
_HOURS_A_DAY = 24
_NOON = "12:00"


def past_midnight(document: Document, begin: TimeMention, end: TimeMention) -> bool:
    """Whether a clock time is that of the next morning ("started at 5 p.m. on Tuesday and went on until 3 a.m.")."""
    if end.last is not None or end.time is None or begin.time is None or begin.first is None:
        return False
    if begin.anchor is None or end.anchor is None or begin.first != begin.last or end.time >= begin.time:
        return False
    until = document.folded[end.start - 1] in UNTIL or document.folded[end.start - 2] in UNTIL
    return until and document.lemmas[end.anchor] in phase_words("last") and begin.time >= _NOON > end.time


def days_of_hours(document: Document, begin: TimeMention) -> int:
    """How many midnights pass in the hours that a deed is said to have lasted from a clock time on, told near it."""
    if begin.time is None or begin.first is None or begin.first != begin.last:
        return 0
    number = document.sentence_of[begin.start]
    near = document.sentences[max(0, number - _HOURS_APART) : number + _HOURS_APART + 1]
    hours = max((_hours_lasted(document, s.start, s.end) for s in near), default=0)
    return (int(begin.time[:2]) + hours) // _HOURS_A_DAY


def _hours_lasted(document: Document, start: int, end: int) -> int:
    """The hours that a sentence says a deed to have lasted ("lasted 12 hours", "a 12-hour siege"), or 0."""
    for token in range(start + 1, end):
        if document.lemmas[token] != "hour":
            continue
        number = token - 2 if document.folded[token - 1] == "-" else token - 1
        count = _number(document.folded[number]) if number >= start else None
        if count is None or count > _MOST_HOURS:
            continue
        course = range(token + 1, min(token + 3, end))
        told = any(document.lemmas[t] in phase_words("course") for t in course) if number < token - 1 else False
        if told or (document.lemmas[document.heads[token]] == "last"):
            return count
    return 0


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word) if len(word) <= 2 else None
    entry = time_words().get(word)
    return int(entry.value) if entry is not None and entry.kind == "number" else None
