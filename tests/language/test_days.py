"""Calendar arithmetic: which day news means."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentparse.language import days
from incidentparse.record import TimePrecision

BASES = st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2090, 12, 31))
WEEKDAYS = st.integers(0, 6)


@given(base=BASES, weekday=WEEKDAYS)
def test_last_weekday_lies_in_the_week_up_to_the_base(base: dt.date, weekday: int) -> None:
    found = days.last_weekday(base, weekday)
    assert found.weekday() == weekday
    assert 0 <= (base - found).days < 7


@given(base=BASES, weekday=WEEKDAYS)
def test_next_weekday_lies_in_the_week_after_the_base(base: dt.date, weekday: int) -> None:
    found = days.next_weekday(base, weekday)
    assert found.weekday() == weekday
    assert 0 < (found - base).days <= 7


@given(base=BASES, day=st.dates())
def test_a_date_without_year_is_the_last_one_or_close_ahead(base: dt.date, day: dt.date) -> None:
    found = days.nearest(base, day.month, day.day)
    assert found is not None
    assert (found.month, found.day) == (day.month, day.day)
    assert found <= base + days.AHEAD


@given(base=BASES, month=st.integers(1, 12))
def test_a_named_month_is_the_running_or_a_past_one(base: dt.date, month: int) -> None:
    found = days.last_month_named(base, month)
    assert found.first is not None
    assert found.first <= base
    assert (base - found.first).days < 366


@given(year=st.integers(1990, 2050), month=st.integers(1, 12), edge=st.sampled_from(["early", "mid", "late"]))
def test_a_third_of_a_month_lies_inside_it(year: int, month: int, edge: str) -> None:
    whole = days.month_of(year, month)
    part = days.part_of(whole, edge)
    assert whole.first
    assert whole.last
    assert part.first
    assert part.last
    assert whole.first <= part.first <= part.last <= whole.last


@pytest.mark.parametrize(
    ("a", "b", "year", "base", "day_first", "date"),
    [
        pytest.param(16, 11, 2016, None, None, dt.date(2016, 11, 16), id="day over twelve comes first"),
        pytest.param(11, 16, 2016, None, None, dt.date(2016, 11, 16), id="month first"),
        pytest.param(
            2, 8, 2016, dt.date(2016, 8, 2), None, dt.date(2016, 8, 2), id="the reading close before publication"
        ),
        pytest.param(2, 8, 2016, dt.date(2016, 2, 9), None, dt.date(2016, 2, 8), id="the one that is not ahead"),
        pytest.param(2, 8, 2016, dt.date(2016, 8, 2), False, dt.date(2016, 2, 8), id="the order of the article"),
        pytest.param(2, 8, 2016, None, None, None, id="undecided is unresolved"),
        pytest.param(5, 5, 2016, None, None, dt.date(2016, 5, 5), id="both readings are one"),
        pytest.param(18, 2, None, dt.date(2015, 2, 20), None, dt.date(2015, 2, 18), id="no year"),
        pytest.param(31, 31, 2016, dt.date(2016, 8, 2), None, None, id="no date"),
    ],
)
def test_numeric_date(
    a: int, b: int, year: int | None, base: dt.date | None, day_first: bool | None, date: dt.date | None
) -> None:
    assert days.numeric_date(a, b, year, base, day_first=day_first) == date


@pytest.mark.parametrize(
    ("base", "first", "last"),
    [
        pytest.param(dt.date(2021, 3, 8), dt.date(2021, 3, 6), dt.date(2021, 3, 7), id="monday"),
        pytest.param(dt.date(2021, 3, 7), dt.date(2021, 3, 6), dt.date(2021, 3, 7), id="sunday"),
        pytest.param(dt.date(2021, 3, 6), dt.date(2021, 3, 6), dt.date(2021, 3, 6), id="saturday so far"),
    ],
)
def test_weekend_before(base: dt.date, first: dt.date, last: dt.date) -> None:
    assert days.weekend_before(base) == days.Days(first, last, TimePrecision.DAY)


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(2016, dt.date(2016, 3, 27)), (2019, dt.date(2019, 4, 21)), (2024, dt.date(2024, 3, 31))],
)
def test_easter(year: int, sunday: dt.date) -> None:
    assert days.easter(year) == sunday


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("16 November 2016", dt.date(2016, 11, 16), id="day month year"),
        pytest.param("November 16, 2016", dt.date(2016, 11, 16), id="month day year"),
        pytest.param("30 February 2016", None, id="no such day"),
    ],
)
def test_written_date(text: str, date: dt.date | None) -> None:
    assert days.written_date(text) == date
