"""Expressions of time: the readings of a document, joined where they stand together ("Tuesday at 0850 hours")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from incidentparse.language.clocks import in_part, read_clock, read_told_clock
from incidentparse.language.counts import read_count
from incidentparse.language.dates import day_order, read_day_month, read_figures, read_holiday, read_month, read_year
from incidentparse.language.days import DAY, day
from incidentparse.language.document import Document
from incidentparse.language.offsets import of_what_follows, settle
from incidentparse.language.portions import (
    read_eve,
    read_last_week,
    read_length,
    read_ordinal,
    read_season,
    read_week_of,
)
from incidentparse.language.punctuation import OPENERS
from incidentparse.language.ranges import join_ranges
from incidentparse.language.readings import Context, Reading
from incidentparse.language.relative import (
    read_day_word,
    read_edge,
    read_part,
    read_prayer,
    read_unit,
    read_weekday,
    read_weekdays,
)
from incidentparse.language.shifts import read_shift
from incidentparse.language.time_words import TimeWords, holiday_starts
from incidentparse.record import PartOfDay

_Reader = Callable[[TimeWords, int, Context], Reading | None]

_READERS: dict[str, tuple[_Reader, ...]] = {
    "weekday": (read_weekday,),
    "weekdays": (read_weekdays,),
    "month": (read_month,),
    "day": (read_day_word,),
    "tonight": (read_day_word,),
    "overnight": (read_day_word,),
    "part": (read_part,),
    "unit": (read_week_of, read_unit),
    "shift": (read_last_week, read_shift),
    "edge": (read_edge,),
    "eve": (read_eve,),
    "season": (read_season,),
    "prayer": (lambda words, token, _: read_prayer(words, token),),
    "fraction": (lambda words, token, _: read_told_clock(words, token),),
    "number": (lambda words, token, _: read_told_clock(words, token), read_count, read_length),
    "vague": (read_count,),
    "ordinal": (read_day_month, read_count, read_ordinal),
}

# Words that may stand between the parts of one expression, and how many of them.
_LINKS = frozenset(
    {"on", "of", "at", "about", "around", "in", "the", ",", "(", "[", ")", "]", "approximately", "roughly", "shortly",
     "just", "soon", "local", "time", "between", "some", "sometime", "nearly", "almost", "after", "before", "day",
     "hours", "/", "circa", "from"}
)  # fmt: skip
# Such words between two parts of one time: "8 p.m. local time on the Friday".
_MOST_LINKS = 4
_HALF_A_DAY = 12
# Forms that give the day itself, against those that only count to it.
_ABSOLUTE = frozenset({"date", "figures", "holiday"})


def read_expressions(document: Document) -> list[Reading]:
    """The expressions of time of a document, in order, resolved against its day of publication."""
    dateline = document.dateline
    base = document.published or (dateline.date if dateline else None)
    words = TimeWords(document)
    order = day_order(words)
    readings = _read_all(words, Context(base, day_first=order))
    if base is None and (told := _latest_told(readings)) is not None:
        readings = _read_all(words, Context(None, told=told, day_first=order))
    return join_ranges(document, _join(document, readings))


def _latest_told(readings: list[Reading]) -> dt.date | None:
    """The latest day that is told with its year."""
    told = [r.days.first for r in readings if r.rule in _ABSOLUTE and r.days is not None and r.days.first is not None]
    return max(told, default=None)


def _read_all(words: TimeWords, context: Context) -> list[Reading]:
    named_days = holiday_starts()
    readings: list[Reading] = []
    folded, entries = words.document.folded, words.entries
    token, count = 0, len(words.document)
    while token < count:
        reading = None
        entry = entries[token]
        if entry is not None and entry.kind == "moment":
            reading = read_clock(words, token)
        elif entry is not None:
            for read in _READERS.get(entry.kind, ()):
                reading = reading or read(words, token, context)
        elif folded[token][:1].isdecimal():
            reading = _read_number(words, token, context)
        if reading is None and folded[token] in named_days:
            reading = read_holiday(words, token, context)
        if reading is None:
            token += 1
            continue
        reading = of_what_follows(words, reading, context)
        readings.append(reading)
        token = max(reading.end, token + 1)
        if reading.days is not None and reading.days.single and not _names_a_thing(words, reading):
            context.reference = reading.days.first
    return settle(words.document, readings)


def _names_a_thing(words: TimeWords, reading: Reading) -> bool:
    """Whether a day only says which thing is meant ("Friday prayers"), so that the story does not move there."""
    document = words.document
    if reading.end >= len(document) or words.kind(reading.end) == "part":
        return False
    return document.pos[reading.end] == "NOUN"


def _read_number(words: TimeWords, token: int, context: Context) -> Reading | None:
    return (
        read_figures(words, token, context)
        or read_day_month(words, token, context)
        or read_clock(words, token)
        or read_told_clock(words, token)
        or read_count(words, token, context)
        or read_length(words, token, context)
        or read_ordinal(words, token, context)
        or read_year(words, token)
    )


def _join(document: Document, readings: list[Reading]) -> list[Reading]:
    """Readings that say the day, the part of it and the clock time of one moment become one."""
    joined: list[Reading] = []
    for reading in readings:
        if joined and _linked(document, joined[-1], reading):
            one = _one(joined[-1], _as_seen_locally(document, joined[-1], reading))
            if one is not None:
                joined[-1] = one
                continue
        joined.append(reading)
    return joined


def _local_day(local: str | None, utc: str | None) -> int:
    """Days by which the local date differs from the date in UTC, by two clock times of one moment."""
    assert local is not None
    assert utc is not None
    hours = int(local[:2]) - int(utc[:2])
    return -1 if hours > _HALF_A_DAY else 1 if hours < -_HALF_A_DAY else 0


def _as_seen_locally(document: Document, left: Reading, right: Reading) -> Reading:
    """The second reading as it holds where the first one does.

    A clock time of another zone in brackets is left out ("10.30 pm (2 am IST, Thursday)"), and a date beside the time
    in UTC may be the day after the local one ("2230 [0230 GMT on 12 January]").
    """
    closed = any(word in (")", "]") for word in document.folded[left.end - 1 : right.start])
    first = right.days.first if right.days is not None and right.days.single else None
    if left.local_day and not closed and first is not None:
        return replace(right, days=day(first + left.local_day * DAY))
    bracketed = document.folded[right.start - 1] in ("(", "[") and right.start > left.end
    if bracketed and left.time and right.time and left.utc == right.utc:
        return replace(right, time=None, abroad=True)
    if first is not None and not closed and (left.abroad or _another_day(document, left, first)):
        return replace(right, days=None)
    return right


def _another_day(document: Document, left: Reading, first: dt.date) -> bool:
    """Whether a day is that of a UTC time in brackets and the local one is told before them ("[0100 GMT on 16 Jan")."""
    if (
        left.days is None
        or left.days.first is None
        or not any(w in OPENERS for w in document.folded[left.start : left.end])
    ):
        return False
    return left.days.single and abs(left.days.first - first) == DAY


def _linked(document: Document, left: Reading, right: Reading) -> bool:
    gap = document.folded[left.end : right.start]
    if len(gap) > _MOST_LINKS:
        return False
    if any(
        document.words[token].istitle() and len(document.words[token]) > 1 for token in range(left.end, right.start)
    ):
        # "at about 8 p.m. On Friday morning": the full stop of "p.m." ends the sentence.
        return False
    if left.time and right.offset is not None and "," in gap:
        # "at 10:30, two days after the talks": the clock time is not of the talks.
        return False
    same = document.sentence_of[left.end - 1] == document.sentence_of[right.start]
    return (same or not gap) and all(word in _LINKS or not word.strip() for word in gap)


def _one(left: Reading, right: Reading) -> Reading | None:
    """The two as one reading, or None where they speak of two times."""
    days = left.days or right.days
    rule = left.rule if left.days is not None else right.rule
    if left.days is not None and right.days is not None:
        both = _same_day(left, right)
        if both is None:
            return None
        days, rule = both.days, both.rule
    if left.time and right.time:
        if left.utc == right.utc:
            return None
        local, utc = (right, left) if left.utc else (left, right)
        shift = _local_day(local.time, utc.time) if days is None else 0
        return replace(
            local, start=left.start, end=right.end, days=days, rule=rule, part=left.part or right.part, local_day=shift
        )
    if left.part is PartOfDay.NIGHT and right.days is None and right.part and left.end == right.start:
        # "late Tuesday morning"
        left = replace(left, part=right.part)
    if left.part and right.part and left.part != right.part and PartOfDay.EARLY_MORNING not in (left.part, right.part):
        return None
    parts = [part for part in (left.part, right.part) if part is not None]
    part = PartOfDay.EARLY_MORNING if PartOfDay.EARLY_MORNING in parts else (parts[0] if parts else None)
    clock = left if left.time else right
    if days is None:
        rule = clock.rule
    open_half = clock.either_half and part is None
    return Reading(
        left.start, right.end, rule, days, part, _halved(clock, part), clock.to_minute, clock.utc,
        either_half=open_half, abroad=left.abroad or right.abroad,
    )  # fmt: skip


def _halved(clock: Reading, part: PartOfDay | None) -> str | None:
    """The clock time, with the half of the day that a part of the day tells ("at 7:40 in the evening")."""
    if clock.time is None or not clock.either_half or part is None:
        return clock.time
    return in_part(clock.time, part)


def _same_day(left: Reading, right: Reading) -> Reading | None:
    """Of a weekday and a date beside it the one that fixes the day: "Thursday, Dec. 15", "Tuesday [18 August]"."""
    if left.rule in _ABSOLUTE and right.rule in ("weekday", "today", "day_word"):
        return left
    if right.rule in _ABSOLUTE and left.rule in ("weekday", "today", "day_word"):
        return right
    if left.days == right.days:
        return left
    if {left.rule, right.rule} == {"today", "weekday"}:
        return left if left.rule == "weekday" else right
    return None
