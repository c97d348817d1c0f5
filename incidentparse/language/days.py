"""Calendar arithmetic of the news: which days a weekday, a date without its year or "last week" means on a day."""

from __future__ import annotations

import datetime as dt
import warnings
from dataclasses import dataclass
from functools import lru_cache

from incidentparse.record import TimePrecision

DAY = dt.timedelta(days=1)

# A stamp of publication can be the eve of the day that the article calls today (zones, evening editions).
STAMP_SLACK = DAY

# "the 19 March elections" in news of 15 March are ahead: of a day nearly a year ago news would say the year.
AHEAD = dt.timedelta(days=45)

# Two-digit years: "88" is 1988, "16" is 2016; news of before 1950 is not read.
PIVOT_YEAR = 50


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day of a stretch of time, None where not known, and how exactly it was stated."""

    first: dt.date | None
    last: dt.date | None
    precision: TimePrecision

    @property
    def single(self) -> bool:
        """Whether it is one known day."""
        return self.first is not None and self.first == self.last


def day(date: dt.date | None) -> Days:
    """One day, or a day that could not be resolved."""
    return Days(date, date, TimePrecision.DAY)


def unresolved(precision: TimePrecision) -> Days:
    """A time that cannot be placed in the calendar."""
    return Days(None, None, precision)


def make_date(year: int, month: int, day_of_month: int) -> dt.date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day_of_month)
    except ValueError:
        return None


def full_year(year: int) -> int:
    """The year that two or four digits mean."""
    if year >= 100:
        return year
    return year + (2000 if year < PIVOT_YEAR else 1900)


def last_weekday(base: dt.date, weekday: int) -> dt.date:
    """The last such weekday up to and including ``base``."""
    return base - dt.timedelta(days=(base.weekday() - weekday) % 7)


def next_weekday(base: dt.date, weekday: int) -> dt.date:
    """The first such weekday after ``base``."""
    return base + dt.timedelta(days=(weekday - base.weekday() - 1) % 7 + 1)


def nearest(base: dt.date, month: int, day_of_month: int) -> dt.date | None:
    """The day of the year that news of ``base`` means without a year: the last one, or one that is close ahead."""
    # 29 February may be seven years back (1904 follows 1896).
    for year in range(base.year + 1, base.year - 8, -1):
        date = make_date(year, month, day_of_month)
        if date is not None and date <= base + AHEAD:
            return date
    return None


def beside(told: dt.date, month: int, day_of_month: int, weekday: int | None) -> dt.date | None:
    """The day of the year that an article means which tells no day of publication, but another day with its year.

    A date and its weekday meet only once in some years; without the weekday it is the next such day, if that is near.
    """
    if weekday is None:
        dates = (make_date(year, month, day_of_month) for year in (told.year, told.year + 1))
        return next((d for d in dates if d is not None and told <= d <= told + AHEAD), None)
    dates = (make_date(year, month, day_of_month) for year in range(told.year - 1, told.year + 3))
    return next((d for d in dates if d is not None and d.weekday() == weekday), None)


def month_of(year: int, month: int) -> Days:
    """A calendar month; months past December or before January count on into the next or last year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return Days(dt.date(year, month, 1), following - DAY, TimePrecision.MONTH)


def last_month_named(base: dt.date, month: int, *, before: bool = False) -> Days:
    """The last calendar month of that number: the running one counts, unless ``before``."""
    running = month == base.month and not before
    return month_of(base.year if month < base.month or running else base.year - 1, month)


def year_of(year: int) -> Days:
    """A calendar year."""
    return Days(dt.date(year, 1, 1), dt.date(year, 12, 31), TimePrecision.YEAR)


def week_of(date: dt.date) -> Days:
    """The week, Monday to Sunday, that holds a date."""
    monday = date - dt.timedelta(days=date.weekday())
    return Days(monday, monday + 6 * DAY, TimePrecision.WEEK)


def weekend_before(base: dt.date) -> Days:
    """The running weekend as far as it has come, or the last one."""
    saturday = last_weekday(base, 5)
    return Days(saturday, min(saturday + DAY, base), TimePrecision.DAY)


def part_of(days: Days, edge: str) -> Days:
    """The early, middle or late third of a month or year ("early March", "late 2016")."""
    if days.first is None or days.last is None:
        return days
    third = (days.last - days.first + DAY) // 3
    if edge == "early":
        return Days(days.first, days.first + third - DAY, days.precision)
    if edge == "mid":
        return Days(days.first + third, days.last - third, days.precision)
    return Days(days.last - third + DAY, days.last, days.precision)


def numeric_date(a: int, b: int, year: int | None, base: dt.date | None, *, day_first: bool | None) -> dt.date | None:
    """The date that two numbers and perhaps a year mean ("16/11/2016", "18/02").

    Args:
        a: first number.
        b: second number.
        year: the year, or None to take the nearest past one.
        base: day of publication.
        day_first: order known from elsewhere in the article, or None: then the reading closer before publication wins.
    """
    readings = []
    for day_of_month, month, first in ((a, b, True), (b, a, False)):
        if year is not None:
            date = make_date(year, month, day_of_month)
        elif base is not None and 1 <= month <= 12:
            date = nearest(base, month, day_of_month)
        else:
            date = None
        if date is not None:
            readings.append((date, first))
    if len({date for date, _ in readings}) <= 1:
        return readings[0][0] if readings else None
    if day_first is not None:
        return next((date for date, first in readings if first is day_first), None)
    if base is None:
        return None
    past = [date for date, _ in readings if date <= base + STAMP_SLACK]
    return max(past) if past else None


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


@lru_cache(maxsize=4096)
def written_date(text: str) -> dt.date | None:
    """The day that a whole, clean, absolute date expression with its year means, in any written form; else None."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from dateparser import parse  # type: ignore[import-untyped]

        found = parse(
            text,
            languages=["en"],
            settings={"REQUIRE_PARTS": ["day", "month", "year"], "RETURN_AS_TIMEZONE_AWARE": False},
        )
    # A clock time that dateparser adds is its own invention: only the day is taken.
    return found.date() if found is not None else None
