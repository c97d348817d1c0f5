"""Reading of absolute dates: "16 November", "Nov. 16, 2016", "16/11/2016", "in October 2019", "in 2014", holidays."""

from __future__ import annotations

import datetime as dt
import re

from incidentparse.language.days import (
    Days,
    beside,
    day,
    easter,
    full_year,
    last_month_named,
    last_weekday,
    make_date,
    month_of,
    nearest,
    numeric_date,
    unresolved,
    written_date,
    year_of,
)
from incidentparse.language.readings import Context, Reading
from incidentparse.language.time_words import Holiday, TimeWords, holidays, months
from incidentparse.record import TimePrecision

# A date in figures as one token; what may stick to its end ("08.04.2017(updated") is left to the token.
_FIGURES = re.compile(r"(\d{1,4})([/.-])(\d{1,2})(?:\2(\d{4}|\d\d))?(?!\d)")

_JOINS = frozenset({"-", "–", "to", "and", "until", "till", "through", "or"})
# Words before a month or year that stands alone, without which "March" or "2014" may be anything.
_PREPOSITIONS = frozenset(
    {"in", "since", "of", "during", "until", "till", "by", "from", "before", "after", "through", "to", "around",
     "between"}
)  # fmt: skip
_BEFORE_FIGURES = frozenset({"(", "[", "on", "dated", "of", "since", "by", "date", ":"})


def read_figures(words: TimeWords, token: int, context: Context) -> Reading | None:
    """A date in figures: "16/11/2016", "2016-11-16", or "(18/02)" where its surroundings show that it is a date."""
    word = words.folded[token]
    end = token + 1
    if word.isdecimal() and words.is_any(end, ("-", "–", "/", ".")) and words.folded[token + 2].isdecimal():
        # The tokeniser cuts figures at hyphens: 16 - 11 - 2016.
        separator = words.folded[end]
        if words.folded[token + 3] != separator or not words.folded[token + 4].isdecimal():
            return None
        word, end = "-".join(words.folded[token + k] for k in (0, 2, 4)), token + 5
    match = _FIGURES.match(word)
    if match is None:
        return None
    a, b, year = int(match[1]), int(match[3]), match[4]
    if len(match[1]) == 4:
        date = make_date(a, b, int(year)) if year is not None and len(year) == 2 else None
    elif len(match[1]) > 2 or (year is None and (match[2] != "/" or words.folded[token - 1] not in _BEFORE_FIGURES)):
        return None
    else:
        date = numeric_date(a, b, full_year(int(year)) if year else None, context.base, day_first=context.day_first)
    if date is None:
        return None
    return Reading(token, end, "figures", day(date))


def day_order(words: TimeWords) -> bool | None:
    """Whether the article writes the day before the month in figures, from its first date that can only be one way."""
    for word in words.document.folded:
        match = _FIGURES.match(word) if word[:1].isdecimal() and "/" in word else None
        if match and match[4] and max(int(match[1]), int(match[3])) in range(13, 32):
            return int(match[1]) > 12
    return None


def read_day_month(words: TimeWords, token: int, context: Context) -> Reading | None:
    """A day and its month: "16 November", "the 16th of November 2016", "3 to 12 February", "11-13 Dec."."""
    first = words.day_number(token)
    if first is None:
        return None
    last, at = first, token + 1
    if words.folded[at] == ",":
        last, at = _listed(words, first, at)
    if words.folded[at] in _JOINS:
        other = words.day_number(at + 1)
        if other is None:
            return None
        last, at = other, at + 2
    if words.folded[at] in ("of", "-"):
        at += 1
    month = words.value(at, "month")
    if month is None or (words.entries[at].short and not words.capitalised(at)):  # type: ignore[union-attr]
        return None
    year, end = year_after(words, at + 1, context)
    if year is None and _short_year(words, at + 1):
        year, end = full_year(int(words.folded[at + 1])), at + 2
    if words.kind(end) == "named" and words.capitalised(end):
        # "9 October Avenue", "the 19th of April Movement"
        return None
    return Reading(token, end, "date", _days(words, token, (first, last), (year, month), context))


def read_month(words: TimeWords, token: int, context: Context) -> Reading | None:
    """A month first: "Nov. 16, 2016", "March 3-5", "October 2019", "in October"."""
    month = words.value(token, "month")
    if month is None or not words.capitalised(token):
        return None
    at = token + 2 if words.folded[token + 1] in ("the", ",") else token + 1
    first = words.day_number(at)
    if first is not None and words.folded[at + 1] not in ("%", "percent", "per", "people", "killed", "dead"):
        last, end = first, at + 1
        if words.folded[end] in _JOINS:
            other = words.day_number(end + 1)
            if other is not None and other > first and words.kind(end + 2) != "month":
                last, end = other, end + 2
        else:
            last, end = _listed(words, last, end)
        year, end = year_after(words, end, context)
        if words.kind(end) == "named" and words.capitalised(end):
            return None
        return Reading(token, end, "date", _days(words, token, (first, last), (year, month), context))
    year, end = year_after(words, token + 1, context)
    if year is not None:
        return Reading(token, end, "month", month_of(year, month))
    short = words.entries[token] is not None and words.entries[token].short  # type: ignore[union-attr]
    joined = words.folded[token - 1] in _JOINS and words.kind(token - 2) == "month"
    if not (joined or words.folded[token - 1] in _PREPOSITIONS) or (short and words.document.pos[token] != "PROPN"):
        return None
    days = last_month_named(context.base, month) if context.base else unresolved(TimePrecision.MONTH)
    return Reading(token, token + 1, "month", days)


def read_named_month(words: TimeWords, token: int, context: Context) -> Reading | None:
    """A month whatever stands before it, with its year: "October", "October 2015", "October last year"."""
    month = words.value(token, "month")
    if month is None or not words.capitalised(token):
        return None
    year, end = year_after(words, token + 1, context)
    if year is not None:
        return Reading(token, end, "month", month_of(year, month))
    days = last_month_named(context.base, month) if context.base else unresolved(TimePrecision.MONTH)
    return Reading(token, token + 1, "month", days)


def read_year(words: TimeWords, token: int) -> Reading | None:
    """A year that stands alone after a preposition: "in 2014"."""
    year = words.year(token)
    follows = words.document.pos[token + 1] if token + 1 < len(words.document) else ""
    if year is None or words.folded[token - 1] not in _PREPOSITIONS or follows in ("NOUN", "ADJ"):
        return None
    return Reading(token, token + 1, "year", year_of(year))


def read_holiday(words: TimeWords, token: int, context: Context) -> Reading | None:
    """A named day, resolved to the last one before publication: "Christmas Day", "Memorial Day".

    That of a lunar calendar, which depends on who sees the moon, stays unresolved.
    """
    hit = holidays().match(words.document.folded, token, len(words.document))
    if hit is None or not any(words.capitalised(at) for at in (token, hit.end - 1)):
        return None
    year, end = year_after(words, hit.end, context)
    date = None
    if year is not None:
        date = _holiday_in(hit.value, year)
    elif context.base is not None:
        dates = [_holiday_in(hit.value, y) for y in (context.base.year, context.base.year - 1)]
        date = next((d for d in dates if d is not None and d <= context.base), None)
    return Reading(token, end, "holiday", day(date))


def _holiday_in(holiday: Holiday, year: int) -> dt.date | None:
    if holiday.movable:
        return None
    if holiday.easter is not None:
        return easter(year) + dt.timedelta(days=holiday.easter)
    if holiday.day:
        return make_date(year, holiday.month, holiday.day)
    month = month_of(year, holiday.month)
    assert month.last is not None
    assert month.first is not None
    if holiday.nth < 0:
        return last_weekday(month.last, holiday.weekday)
    return last_weekday(month.first + dt.timedelta(days=6), holiday.weekday) + dt.timedelta(weeks=holiday.nth - 1)


def _listed(words: TimeWords, last: int, end: int) -> tuple[int, int]:
    """The last day of a list ("12, 13 and 14"), and the token after it; a list has "and" before its last day."""
    day_before, at = last, end
    while words.folded[at] == ",":
        number = words.day_number(at + 1)
        if number is None or number <= day_before:
            return last, end
        day_before, at = number, at + 2
    number = words.day_number(at + 1) if words.folded[at] == "and" else None
    if number is None or number <= day_before or at == end:
        return last, end
    return number, at + 2


def year_after(words: TimeWords, at: int, context: Context) -> tuple[int | None, int]:
    """The year at a token, perhaps after a comma or "of", or "last year" there, and the token after it."""
    if words.kind(at) == "shift" and words.key(at + 1, "unit") == "year" and context.base is not None:
        shift = {"last": -1, "this": 0}.get(words.key(at, "shift"))
        if shift is not None:
            return context.base.year + shift, at + 2
    place = at + 1 if words.folded[at] in (",", "of") else at
    year = words.year(place)
    # "on March 3, 2000 people fled" counts people.
    if year is None or (place > at and words.folded[place + 1] in ("people", "men", "soldiers", "civilians")):
        return None, at
    return year, place + 1


def _short_year(words: TimeWords, at: int) -> bool:
    """Whether two figures after day and month are a year ("30 DEC 89."), not the count of what follows."""
    word = words.folded[at]
    if len(word) != 2 or not word.isdecimal():
        return False
    return at + 1 >= len(words.document) or words.document.pos[at + 1] in ("PUNCT", "SPACE", "SYM")


def _weekday_before(words: TimeWords, token: int) -> int | None:
    """The weekday before a date ("Saturday, July 16")."""
    at = token - 2 if words.folded[token - 1] in (",", "the") else token - 1
    return words.value(at, "weekday") if at >= 0 else None


def _days(
    words: TimeWords, token: int, days: tuple[int, int], year_and_month: tuple[int | None, int], context: Context
) -> Days:
    (first, last), (year, month) = days, year_and_month
    if year is not None:
        if first == last:
            return day(written_date(f"{first} {months()[month - 1]} {year}"))
        start, end = make_date(year, month, first), make_date(year, month, last)
    else:
        if context.base is not None:
            end = nearest(context.base, month, last)
        elif context.told is not None:
            end = beside(context.told, month, last, _weekday_before(words, token) if first == last else None)
        else:
            end = None
        start = make_date(end.year, month, first) if end is not None else None
    if start is None or end is None or end < start:
        return unresolved(TimePrecision.DAY)
    return Days(start, end, TimePrecision.DAY)
