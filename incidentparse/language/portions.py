"""Reading of times measured from a date: "the second week of October", "the eve of Thursday's vote", "the 7th"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from incidentparse.language.dates import read_named_month, year_after
from incidentparse.language.days import DAY, Days, day, make_date, month_of, unresolved, week_of
from incidentparse.language.readings import Context, Reading
from incidentparse.language.relative import read_inner
from incidentparse.language.time_words import TimeWords
from incidentparse.record import TimePrecision

# "the 24 hours to Friday morning", "the two days before Monday"
_UP_TO = frozenset({"to", "until", "till", "ending", "before", "through"})
_HOURS_A_DAY = 24
# A length of time before a date is told of as one event up to so many days.
_LONGEST = 31
# The last seven days of a month are its last week.
_WEEK = 7
_HALF_MONTH = 15
_WEEKS_A_MONTH = 4
_BEFORE_ORDINAL = frozenset({"on", "of", "since", "by", "from", "until", "to", "between", "and"})
_MONTHS_AGO = {"this": 0, "last": -1}
# How far behind "of" the noun of "three days of heavy fighting" may stand, in tokens.
_NOUN_REACH = 3
_CLOSES_PHRASE = ("PUNCT", "SPACE", "ADP", "CCONJ", "SCONJ", "VERB", "AUX")


def read_ordinal(words: TimeWords, token: int, context: Context) -> Reading | None:
    """ "the second week of October", "the first half of March", "on the 7th", "the 7th of this month"."""
    number = words.day_number(token)
    if number is None or words.folded[token].isdecimal():
        return None
    half = words.folded[token + 1] == "half"
    if words.folded[token + 2] == "of" and (half or words.key(token + 1, "unit") == "week"):
        month = read_named_month(words, token + 3, context)
        days = _portion(month.days, number, half=half) if month and month.days else None
        return replace(month, start=token, rule="portion", days=days) if month and days else None
    if not words.folded[token][:1].isdecimal() or words.folded[token - 1] != "the":
        return None
    if words.folded[token + 1] == "of" and words.key(token + 3, "unit") == "month":
        shift = _MONTHS_AGO.get(words.key(token + 2, "shift"))
        if shift is None:
            return None
        return Reading(token, token + 4, "date", day(_in_month(context.base, shift, number)))
    if words.folded[token - 2] not in _BEFORE_ORDINAL or not _closes(words, token + 1):
        return None
    date = _in_month(context.base, 0, number)
    if date is None or (context.base is not None and date > context.base):
        date = _in_month(context.base, -1, number)
    return Reading(token, token + 1, "date", day(date))


def _closes(words: TimeWords, at: int) -> bool:
    """Whether "the 7th" ends before that token: it is not "the 7th Brigade" nor "the 7th attack"."""
    document = words.document
    return at >= len(document) or document.pos[at] in _CLOSES_PHRASE


def _in_month(base: dt.date | None, shift: int, number: int) -> dt.date | None:
    first = month_of(base.year, base.month + shift).first if base is not None else None
    return make_date(first.year, first.month, number) if first is not None else None


def _portion(month: Days, number: int, *, half: bool) -> Days | None:
    if month.first is None or month.last is None:
        return month
    length = _HALF_MONTH if half else _WEEK
    if number > (2 if half else _WEEKS_A_MONTH):
        return None
    start = month.first + length * (number - 1) * DAY
    last = month.last if half and number > 1 else start + (length - 1) * DAY
    return Days(start, last, TimePrecision.MONTH if half else TimePrecision.WEEK)


def read_last_week(words: TimeWords, token: int, context: Context) -> Reading | None:
    """ "the last week of October": its last seven days."""
    if words.key(token, "shift") != "last" or words.key(token + 1, "unit") != "week" or words.folded[token + 2] != "of":
        return None
    month = read_named_month(words, token + 3, context)
    if month is None or month.days is None:
        return None
    last = month.days.last
    days = Days(last - (_WEEK - 1) * DAY, last, TimePrecision.WEEK) if last else unresolved(TimePrecision.WEEK)
    return replace(month, start=token, rule="portion", days=days)


def read_season(words: TimeWords, token: int, context: Context) -> Reading | None:
    """ "the summer of 2015", "summer 2015", "summer last year": its three months."""
    start = words.value(token, "season")
    if start is None:
        return None
    year, end = year_after(words, token + 1, context)
    if year is None:
        return None
    days = Days(month_of(year, start).first, month_of(year, start + 2).last, TimePrecision.MONTH)
    return Reading(token, end, "month", days)


def read_week_of(words: TimeWords, token: int, context: Context) -> Reading | None:
    """ "the week of 7 November", "the week ending 12 November", "the weekend of 12 November"."""
    unit, link = words.key(token, "unit"), words.folded[token + 1]
    if unit not in ("week", "weekend") or link not in ("of", "ending", "beginning"):
        return None
    inner = read_inner(words, token + 2, context)
    if inner is None or inner.days is None or inner.days.precision is not TimePrecision.DAY or inner.rule == "weekday":
        return None
    date = inner.days.first
    if date is None:
        days = unresolved(TimePrecision.WEEK)
    elif link == "ending":
        days = Days(date - (_WEEK - 1) * DAY, date, TimePrecision.WEEK)
    elif link == "beginning":
        days = Days(date, date + (_WEEK - 1) * DAY, TimePrecision.WEEK)
    else:
        days = week_of(date)
        if unit == "weekend" and days.last is not None:
            days = Days(days.last - DAY, days.last, TimePrecision.DAY)
    return replace(inner, start=token, rule="portion", days=days)


def read_eve(words: TimeWords, token: int, context: Context) -> Reading | None:
    """ "the eve of Thursday's vote", "the eve of 12 November": the day before."""
    if words.folded[token + 1] != "of":
        return None
    at = token + 3 if words.folded[token + 2] in ("the", "a") else token + 2
    inner = read_inner(words, at, context)
    if inner is None or inner.days is None or inner.days.precision is not TimePrecision.DAY:
        return None
    date = inner.days.first if inner.days.single else None
    return Reading(token, inner.end, "eve", day(date - DAY if date else None))


def read_length(words: TimeWords, token: int, context: Context) -> Reading | None:
    """ "the 24 hours to Friday morning"; "three days of clashes", which last up to the day of the report."""
    count, unit = words.number(token), words.key(token + 1, "unit")
    if count is None or unit not in ("hour", "day"):
        return None
    if unit == "hour":
        count = -(-count // _HOURS_A_DAY) if count % _HOURS_A_DAY == 0 else 0
    if not 1 <= count <= _LONGEST:
        return None
    link = words.folded[token + 2]
    if link in _UP_TO:
        inner = read_inner(words, token + 3, context)
        if inner is None or inner.days is None:
            return None
        last = inner.days.last if inner.days.single else None
        end = inner.end + (words.kind(inner.end) == "part")
        return Reading(token, end, "length", _up_to(last, count))
    if link == "of" and unit == "day" and count > 1 and _of_violence(words, token + 3):
        return Reading(token, token + 2, "length", _up_to(context.base, count - 1))
    return None


def _up_to(last: dt.date | None, count: int) -> Days:
    return Days(last - count * DAY, last, TimePrecision.DAY) if last is not None else unresolved(TimePrecision.DAY)


def _of_violence(words: TimeWords, at: int) -> bool:
    return any(at <= frame.trigger < at + _NOUN_REACH for frame in words.document.frames)
