"""Reading of relative dates: weekdays, "yesterday", "early Tuesday", "mid-March", "the weekend", "the night before"."""

from __future__ import annotations

from dataclasses import replace

from incidentparse.language.counts import UNIT_PRECISION
from incidentparse.language.dates import read_day_month, read_month, read_year
from incidentparse.language.days import (
    DAY,
    day,
    last_month_named,
    last_weekday,
    part_of,
    unresolved,
    week_of,
    weekend_before,
    year_of,
)
from incidentparse.language.readings import Context, Reading
from incidentparse.language.shifts import read_running, read_shift
from incidentparse.language.time_words import TimeWords
from incidentparse.record import PartOfDay, TimePrecision

_PRAYERS = frozenset({"prayer", "prayers", "namaz"})
_DATE_FOLLOWS = frozenset({"weekday", "month", "part", "number", "meridiem"})


def read_weekday(words: TimeWords, token: int, context: Context) -> Reading | None:
    """A weekday: the last such day up to and including the day of publication."""
    entry = words.entries[token]
    weekday = words.value(token, "weekday")
    if weekday is None or entry is None or not words.capitalised(token):
        return None
    if entry.short and not _short_weekday(words, token):
        return None
    end, base = token + 1, context.base
    week = _week_shift(words, end)
    if week is not None:
        shift, end = week
        date = week_of(base + 7 * shift * DAY).first if base else None
        return Reading(token, end, "weekday", day(date + weekday * DAY if date else None))
    return Reading(token, end, "weekday", day(last_weekday(base, weekday) if base else None))


def read_weekdays(words: TimeWords, token: int, context: Context) -> Reading | None:
    """A weekday that lost its apostrophe ("Tuesdays massacre"), not a habit ("on Tuesdays")."""
    weekday = words.value(token, "weekdays")
    document = words.document
    if weekday is None or words.folded[token - 1] in ("on", "and") or token + 1 >= len(document):
        return None
    if document.pos[token + 1] not in ("NOUN", "ADJ", "PROPN"):
        return None
    return Reading(token, token + 1, "weekday", day(last_weekday(context.base, weekday) if context.base else None))


def read_day_word(words: TimeWords, token: int, context: Context) -> Reading | None:
    """ "today", "yesterday", "tonight", "overnight"."""
    if words.kind(token) == "overnight":
        return Reading(token, token + 1, "overnight", part=PartOfDay.NIGHT)
    if words.kind(token) == "tonight":
        return Reading(token, token + 1, "today", day(context.base), part=PartOfDay.NIGHT)
    offset = words.value(token, "day")
    if offset is None:
        return None
    return Reading(token, token + 1, "today" if offset == 0 else "day_word", day(context.back(-offset)))


def read_edge(words: TimeWords, token: int, context: Context) -> Reading | None:
    """ "early Tuesday", "late on Monday", "mid-March", "earlier this month", "the early hours"."""
    key, at = words.key(token, "edge"), token + 1
    if key == "early" and words.key(at, "unit") == "hour":
        return Reading(token, at + 1, "part", part=PartOfDay.EARLY_MORNING)
    if key == "early" and words.folded[at] == "-":
        at += 1
    part = words.key(at, "part")
    if part and key in ("early", "late"):
        return Reading(token, at + 1, "part", part=_edged_part(key, part))
    for _ in range(3):
        if not words.is_any(at, ("-", "in", "on", "of", "the")):
            break
        at += 1
    unit = words.key(at, "unit")
    if key == "beginning" and unit in UNIT_PRECISION and words.folded[at - 1] == "the":
        # "since the start of the month"
        inner = read_running(words, at, context)
    else:
        inner = read_inner(words, at, context)
    if inner is None or inner.days is None:
        return None
    return _edged(replace(inner, start=token), key, context)


def read_unit(words: TimeWords, token: int, context: Context) -> Reading | None:
    """ "the weekend", "the day before yesterday", "the day before"."""
    unit = words.key(token, "unit")
    if unit == "weekend":
        days = weekend_before(context.base) if context.base else unresolved(TimePrecision.DAY)
        return Reading(token, token + 1, "weekend", days)
    if unit != "day" or words.folded[token - 1] != "the":
        return None
    if words.folded[token + 1] == "before" and words.folded[token + 2] == "yesterday":
        return Reading(token, token + 3, "day_word", day(context.back(2)))
    direction = words.key(token + 1, "direction")
    if direction in ("before", "after"):
        offset = -1 if direction == "before" else 1
        return Reading(token, token + 2, "narrative", day(context.from_reference(offset)), offset=offset)
    return None


def read_part(words: TimeWords, token: int, context: Context) -> Reading | None:
    """A part of the day; of its own it has no day."""
    part = words.key(token, "part")
    if not part:
        return None
    start = token
    if words.folded[token - 1] == "-" and words.folded[token - 2] == "pre":
        start = token - 2
    direction = words.key(token + 1, "direction")
    if direction == "before" and words.folded[token + 2] == "last":
        return Reading(start, token + 3, "last_night", day(context.back(2)), part=PartOfDay(part))
    if words.folded[start - 1] == "the" and direction in ("before", "after"):
        offset = -1 if direction == "before" else 1
        days = day(context.from_reference(offset))
        return Reading(start, token + 2, "narrative", days, part=PartOfDay(part), offset=offset)
    end = token + 2 if words.folded[token + 1] in _PRAYERS else token + 1
    return Reading(start, end, "part", part=PartOfDay(part))


def read_prayer(words: TimeWords, token: int) -> Reading | None:
    """A prayer or meal that is held at its own time of the day: "Maghrib prayers", "iftar"."""
    entry = words.entries[token]
    if entry is None:
        return None
    prayed = words.folded[token + 1] in _PRAYERS
    if entry.short and not prayed:
        return None
    return Reading(token, token + 1 + prayed, "part", part=PartOfDay(str(entry.value)))


def _short_weekday(words: TimeWords, token: int) -> bool:
    follows = words.kind(token + 1) or words.kind(token + 2)
    dated = words.folded[token + 1][:1].isdecimal() or follows in _DATE_FOLLOWS
    return dated or words.folded[token - 1] in ("on", "early", "late", "last")


def _week_shift(words: TimeWords, at: int) -> tuple[int, int] | None:
    """The week that follows a weekday ("Friday last week", "Tuesday of this week"): its shift, and the token after."""
    if words.folded[at] == "of":
        at += 1
    if words.kind(at) != "shift" or words.key(at + 1, "unit") != "week":
        return None
    shift = {"last": -1, "previous": -1, "this": 0, "next": 1}.get(words.key(at, "shift"))
    return (shift, at + 2) if shift is not None else None


def _edged_part(edge: str, part: str) -> PartOfDay:
    if part == PartOfDay.MORNING and edge == "early":
        return PartOfDay.EARLY_MORNING
    return PartOfDay(part)


def read_inner(words: TimeWords, at: int, context: Context) -> Reading | None:
    """The date that an edge word modifies."""
    kind = words.kind(at)
    if kind == "weekday":
        return read_weekday(words, at, context)
    if kind == "shift":
        return read_shift(words, at, context)
    if kind in ("day", "tonight"):
        return read_day_word(words, at, context)
    if kind == "month":
        found = read_month(words, at, context)
        if found is None and words.capitalised(at) and context.base is not None:
            month = words.value(at, "month") or 1
            found = Reading(at, at + 1, "month", last_month_named(context.base, month))
        return found
    if words.year(at) is not None:
        return Reading(at, at + 1, "year", year_of(words.year(at) or 1)) if not read_year(words, at) else None
    return read_day_month(words, at, context)


def _edged(reading: Reading, key: str, context: Context) -> Reading | None:
    days = reading.days
    assert days is not None
    if days.precision is TimePrecision.DAY:
        if key in ("earlier", "later"):
            return reading
        part = {"early": PartOfDay.EARLY_MORNING, "late": PartOfDay.NIGHT}.get(key)
        if part is None:
            return None
        if reading.part is not None:
            part = _edged_part(key, reading.part)
        return replace(reading, part=part)
    if key == "earlier" and days.first is not None and context.base is not None:
        return replace(reading, days=replace(days, last=context.base))
    edge = {"beginning": "early", "end": "late"}.get(key, key)
    if edge not in ("early", "mid", "late") or days.precision is TimePrecision.WEEK:
        return reading
    return replace(reading, days=part_of(days, edge))
