"""Rules of the record that hold for all values."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from incidentparse.record import Article, Casualties, Span, When, enums
from tests.record.parts import count, incident, report, when, where


@given(st.text(min_size=1), st.integers(-5, 50), st.integers(-5, 50))
def test_a_span_is_built_where_its_length_fits_and_nowhere_else(text: str, start: int, end: int) -> None:
    fits = start >= 0 and end - start == len(text)
    try:
        made = Span(start=start, end=end, text=text)
    except ValidationError:
        assert not fits
    else:
        assert fits
        assert made.end - made.start == len(made.text)


@given(st.integers(-3, 20), st.none() | st.integers(-3, 20))
def test_a_count_is_built_where_its_bounds_are_a_range(low: int, high: int | None) -> None:
    sound = low >= 0 and (high is None or high >= low)
    try:
        made = count(min=low, max=high)
    except ValidationError:
        assert not sound
    else:
        assert sound
        assert (made.min, made.max) == (low, high)


@given(st.none() | st.dates(), st.none() | st.dates())
def test_a_time_never_ends_before_it_starts(start: dt.date | None, end: dt.date | None) -> None:
    sound = start is None or (end is not None and start <= end)
    try:
        made = when(start=start, end=end)
    except ValidationError:
        assert not sound
    else:
        assert sound
        assert When.model_validate_json(made.model_dump_json()) == made


coordinates = st.none() | st.floats(-200, 200) | st.sampled_from([float("nan"), float("inf"), -0.0])


@given(coordinates, coordinates, st.sampled_from([p.value for p in enums.PlacePrecision]))
def test_a_place_has_a_point_on_the_globe_or_none(
    latitude: float | None, longitude: float | None, precision: str
) -> None:
    try:
        made = where(latitude=latitude, longitude=longitude, precision=precision)
    except ValidationError:
        return
    point = (made.latitude, made.longitude)
    if None not in point:
        assert -90 <= point[0] <= 90  # type: ignore[operator]
        assert -180 <= point[1] <= 180  # type: ignore[operator]
        assert precision not in ("country", "admin1")
    else:
        assert point == (None, None)


@given(st.text(min_size=1, max_size=40), st.data())
def test_evidence_anywhere_in_a_report_is_the_text_or_it_is_not_built(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = data.draw(st.just(text[start:end]) | st.text(min_size=end - start, max_size=end - start))
    piece = Span(start=start, end=end, text=words)
    article = Article(id="x", text=text, sha256="0" * 64)
    made = incident(summary=text, when=None, where=None, casualties=Casualties(), evidence=(piece,))
    try:
        report(made, article=article)
    except ValidationError:
        assert text[start:end] != words
    else:
        assert text[start:end] == words
