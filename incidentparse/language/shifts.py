"""Reading of shifted dates: "last Friday", "next week", "this morning", "last October", "that night"."""

from __future__ import annotations

from dataclasses import replace

from incidentparse.language.counts import UNIT_DAYS, UNIT_PRECISION, read_stretch
from incidentparse.language.dates import read_month
from incidentparse.language.days import (
    DAY,
    Days,
    day,
    last_month_named,
    last_weekday,
    make_date,
    month_of,
    next_weekday,
    unresolved,
    week_of,
    weekend_before,
    year_of,
)
from incidentparse.language.readings import Context, Reading
from incidentparse.language.time_words import TimeWords
from incidentparse.record import PartOfDay, TimePrecision

_PAST = ("last", "past", "previous")
_FUTURE = ("next", "coming", "following")
_WITHIN = frozenset({"over", "in", "within", "during"})


def read_shift(words: TimeWords, token: int, context: Context) -> Reading | None:
    """ "last Friday", "next week", "this morning", "last October", "the past 24 hours", "that night"."""
    key, at = words.key(token, "shift"), token + 1
    if key == "this" and words.kind(at) == "shift":
        # "this past weekend", "this coming Friday"
        key, at = words.key(at, "shift"), at + 1
    kind = words.kind(at)
    if key == "that" and words.document.pos[token] != "DET":
        return None
    if kind == "weekday" and words.capitalised(at):
        return _shifted_weekday(words, token, at, key, context)
    if kind == "month" and words.capitalised(at):
        return _shifted_month(words, token, at, key, context)
    if kind == "part":
        return _shifted_part(words, token, at, key, context)
    if kind == "season":
        return _shifted_season(words, token, at, key, context)
    if kind == "unit" and key in ("last", "past") and words.folded[at] == "day":
        # "over the past day", not "his last day"
        led = words.folded[token - 1] == "the" and words.folded[token - 2] in _WITHIN
        past_day = Days(context.back(1), context.base, TimePrecision.DAY)
        return Reading(token, at + 1, "stretch", past_day) if led else None
    if kind == "unit":
        days = _shifted_unit(words.key(at, "unit"), key, context)
        rule = "shifted" if key not in ("that", "same", "following") else "narrative"
        return Reading(token, at + 1, rule, days) if days is not None else None
    return read_stretch(words, token, at, context) if key in _PAST else None


def read_running(words: TimeWords, at: int, context: Context) -> Reading | None:
    """The week, month or year that runs at publication, as far as it has come: "(the start of) the month"."""
    days = _shifted_unit(words.key(at, "unit"), "this", context)
    return Reading(at, at + 1, "shifted", days) if days is not None else None


def _shifted_weekday(words: TimeWords, token: int, at: int, key: str, context: Context) -> Reading:
    weekday, base = words.value(at, "weekday") or 0, context.base
    if base is None:
        date = None
    elif key in _PAST:
        # Of yesterday nobody says "last Thursday"; it is the one of a week before.
        date = last_weekday(base - 2 * DAY, weekday)
    elif key in _FUTURE:
        date = next_weekday(base, weekday)
    else:
        date = last_weekday(base, weekday)
    return Reading(token, at + 1, "weekday", day(date))


def _shifted_month(words: TimeWords, token: int, at: int, key: str, context: Context) -> Reading | None:
    if words.day_number(at + 1) is not None:
        inner = read_month(words, at, context)
        return replace(inner, start=token) if inner else None
    month, base = words.value(at, "month") or 1, context.base
    if base is None:
        return Reading(token, at + 1, "month", unresolved(TimePrecision.MONTH))
    if key in _FUTURE:
        days = month_of(base.year if month > base.month else base.year + 1, month)
    elif key == "this":
        days = month_of(base.year, month)
    else:
        days = last_month_named(base, month, before=True)
    return Reading(token, at + 1, "month", days)


def _shifted_part(words: TimeWords, token: int, at: int, key: str, context: Context) -> Reading | None:
    part = PartOfDay(words.key(at, "part"))
    if key == "last":
        return Reading(token, at + 1, "last_night", day(context.back(1)), part=part)
    if key == "this":
        return Reading(token, at + 1, "today", day(context.base), part=part)
    offset = {"that": 0, "same": 0, "next": 1, "following": 1, "previous": -1}.get(key)
    if offset is None:
        return None
    return Reading(token, at + 1, "narrative", day(context.from_reference(offset)), part=part)


def _shifted_season(words: TimeWords, token: int, at: int, key: str, context: Context) -> Reading | None:
    start = words.value(at, "season") or 1
    if key not in ("last", "this", "past") or context.base is None:
        return None
    year = context.base.year
    begin = make_date(year, start, 1)
    if key == "last" and begin is not None and month_of(year, start + 2).last >= context.base:  # type: ignore[operator]
        year -= 1
    days = Days(month_of(year, start).first, month_of(year, start + 2).last, TimePrecision.MONTH)
    return Reading(token, at + 1, "shifted", days)


def _shifted_unit(unit: str, key: str, context: Context) -> Days | None:
    if unit == "day":
        offset = {"next": 1, "following": 1, "same": 0, "that": 0, "previous": -1}.get(key)
        return day(context.from_reference(offset)) if offset is not None else None
    if unit in ("hour", "minute") or key in ("that", "same", "following", "coming"):
        return None
    base = context.base
    if base is None:
        return unresolved(UNIT_PRECISION.get(unit, TimePrecision.DAY))
    if unit == "weekend":
        running = base.weekday() >= 5 and key == "last"
        return weekend_before(base - 2 * DAY if running else base)
    shift = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1}[key]
    if key == "past" or unit in ("fortnight", "decade"):
        return Days(base - UNIT_DAYS[unit] * DAY, base, UNIT_PRECISION[unit])
    if unit == "week":
        days = week_of(base + 7 * shift * DAY)
    elif unit == "month":
        days = month_of(base.year, base.month + shift)
    else:
        days = year_of(base.year + shift)
    return replace(days, last=base) if key == "this" else days
