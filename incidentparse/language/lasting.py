"""Deeds that last: the day on which one began and the day on which it ended, told apart, become one stretch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from incidentparse.language.days import DAY
from incidentparse.language.document import Document
from incidentparse.language.lexicon import load_lexicon
from incidentparse.mentions import TimeMention
from incidentparse.record import TimePrecision

# "course" words are nouns: deeds that news says to have ended.
Phase = Literal["begin", "end", "last", "course"]

# A stretch longer than a month is a campaign, not an incident.
_LONGEST_STRETCH = 31 * DAY
# A siege that is told of as one deed lasts no longer.
_LONGEST_SIEGE = 10 * DAY
# Sentences between the day of an attack and the one up to which its fighting lasted.
_SENTENCES_APART = 1


class DeedPhase(BaseModel):
    """Words of the beginning, the end or the course of a deed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    phase: Phase
    lemmas: frozenset[str]


@cache
def _words(phase: Phase) -> frozenset[str]:
    return next(e.lemmas for e in load_lexicon("deed_phases.jsonl", DeedPhase) if e.phase == phase)


def join_stretches(document: Document, mentions: list[TimeMention], deeds: Collection[int]) -> list[TimeMention]:
    """The mentions, with "began on Friday … ended on Saturday" as one stretch.

    Args:
        document: the article.
        mentions: its expressions of time, in the order of the text.
        deeds: the words that report violence.
    """
    joined: list[TimeMention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if before is not None and _in_one_sentence(document, before, mention):
            days = _from_to(document, before, mention)
            if days is not None:
                joined[-1] = _lasting(before, *days, end=mention.end)
                continue
        if before is not None and (begun := _fought_until(document, before, mention, deeds)) is not None:
            mention = _lasting(mention, begun, mention.last)
        joined.append(mention)
    return [_siege(document, mention, joined, deeds) for mention in joined]


def _lasting(mention: TimeMention, first: dt.date, last: dt.date | None, *, end: int | None = None) -> TimeMention:
    return replace(
        mention, end=end or mention.end, rule="lasting", first=first, last=last, time=None, part_of_day=None,
        precision=TimePrecision.DAY,
    )  # fmt: skip


def _in_one_sentence(document: Document, one: TimeMention, two: TimeMention) -> bool:
    return document.sentence_of[one.start] == document.sentence_of[two.start]


def _from_to(document: Document, one: TimeMention, two: TimeMention) -> tuple[dt.date, dt.date] | None:
    """The days of a beginning and an end, told in either order."""
    if one.anchor is None or two.anchor is None:
        return None
    if document.lemmas[one.anchor] in _words("begin") and _ends(document, two):
        return _days(one, two)
    if document.lemmas[two.anchor] in _words("begin") and one.anchor in _ended_with(document, two.anchor):
        return _days(two, one)
    return None


def _ends(document: Document, mention: TimeMention) -> bool:
    assert mention.anchor is not None
    lemma = document.lemmas[mention.anchor]
    return lemma in _words("end") or (mention.rule == "until" and lemma in _words("last"))


def _ended_with(document: Document, verb: int) -> list[int]:
    """The verbs of whose day it is that what began ended: "killed the last gunman, ending a siege that had begun"."""
    if document.deps[verb] != "relcl":
        return []
    ending = document.heads[document.heads[verb]]
    return [ending, document.heads[ending]] if document.lemmas[ending] in _words("end") else []


def _days(begin: TimeMention, end: TimeMention) -> tuple[dt.date, dt.date] | None:
    first, last = begin.first, end.last
    if first is None or first != begin.last or last is None:
        return None
    if first > last and begin.rule == "weekday":
        first -= 7 * DAY
    return (first, last) if first < last <= first + _LONGEST_STRETCH else None


def _siege(document: Document, end: TimeMention, mentions: list[TimeMention], deeds: Collection[int]) -> TimeMention:
    """A day on which a siege or battle ended, as the stretch from the first deed of the days before."""
    if end.anchor is None or end.first is None or end.first != end.last or not _ends_a_course(document, end.anchor):
        return end
    for begin in mentions:
        days = _days(begin, end) if begin.anchor in deeds else None
        if days is not None and days[1] - days[0] <= _LONGEST_SIEGE:
            return _lasting(end, *days)
    return end


def _ends_a_course(document: Document, anchor: int) -> bool:
    """Whether a verb, or the clause below it, says that a siege ended ("stormed the cafe, ending a 16-hour siege")."""
    verbs = [anchor, *(c for c in document.children[anchor] if document.deps[c] == "advcl")]
    return any(
        document.lemmas[verb] in _words("end")
        and any(document.lemmas[c] in _words("course") for c in document.children[verb])
        for verb in verbs
    )


def _fought_until(document: Document, begin: TimeMention, end: TimeMention, deeds: Collection[int]) -> dt.date | None:
    """The day of the attack whose fighting lasted until another day, as the sentence after it tells."""
    if end.rule != "until" or end.anchor is None or begin.anchor not in deeds:
        return None
    apart = document.sentence_of[end.start] - document.sentence_of[begin.start]
    if apart > _SENTENCES_APART or document.lemmas[end.anchor] not in _words("last"):
        return None
    days = _days(begin, end)
    return days[0] if days is not None else None
