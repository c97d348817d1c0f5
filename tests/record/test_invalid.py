"""The rules of the record: what breaks one cannot be built."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from incidentparse.record import Article, Casualties, Incident, Relation, Span
from tests.record.parts import TEXT, count, incident, report, span, when, where


class TestWhatCannotBeBuilt:
    @pytest.mark.parametrize(
        ("values", "message"),
        [
            pytest.param({"max": 2}, "max 2 is below min 3", id="max_below_min"),
            pytest.param({"min": -1}, "greater than or equal to 0", id="negative"),
            pytest.param({"evidence": ()}, "at least 1 item", id="no_evidence"),
            pytest.param({"text": ""}, "at least 1 character", id="no_text"),
            pytest.param({"minimum": 3}, "Extra inputs are not permitted", id="unknown_field"),
        ],
    )
    def test_count(self, values: dict[str, Any], message: str) -> None:
        with pytest.raises(ValidationError, match=message):
            count(**values)

    @pytest.mark.parametrize(
        ("values", "message"),
        [
            pytest.param({"end": dt.date(2020, 7, 13)}, "end 2020-07-13 is before start", id="end_before_start"),
            pytest.param({"end": None}, "start without end", id="start_without_end"),
            pytest.param({"time": "24:00"}, "should match pattern", id="no_such_time"),
            pytest.param({"time": "8:50"}, "should match pattern", id="time_of_one_digit"),
            pytest.param({"timezone": "Asia/Ariha"}, "is not an IANA time zone", id="no_such_time_zone"),
            pytest.param({"precision": "second"}, "Input should be", id="unknown_precision"),
            pytest.param(
                {"utc": dt.datetime(2020, 7, 14, 5, 50, tzinfo=dt.UTC)}, "utc needs a clock time", id="utc_without_time"
            ),
            pytest.param(
                {"utc": dt.datetime(2020, 7, 14, 5, 50), "time": "08:50", "timezone": "Asia/Damascus"},
                "should have timezone info", id="utc_without_zone",
            ),
        ],
    )  # fmt: skip
    def test_when(self, values: dict[str, Any], message: str) -> None:
        with pytest.raises(ValidationError, match=message):
            when(**values)

    @pytest.mark.parametrize(
        ("values", "message"),
        [
            pytest.param({"latitude": 91}, "less than or equal to 90", id="latitude_91"),
            pytest.param({"longitude": -180.5}, "greater than or equal to -180", id="longitude_beyond"),
            pytest.param({"longitude": None}, "latitude and longitude come together", id="half_a_point"),
            pytest.param({"precision": "country"}, "is no point on the map", id="point_of_a_country"),
            pytest.param({"precision": "admin1"}, "is no point on the map", id="point_of_a_province"),
            pytest.param({"country_code": "UK"}, "'UK' is not an ISO 3166-1", id="unknown_country"),
            pytest.param({"country_code": "sy"}, "'sy' is not an ISO 3166-1", id="lower_case_country"),
            pytest.param({"kind": "planet"}, "Input should be", id="unknown_kind"),
            pytest.param({"radius_km": -1}, "greater than or equal to 0", id="negative_radius"),
            pytest.param({"confidence": 1.01}, "less than or equal to 1", id="confidence_above_one"),
            pytest.param({"confidence": float("nan")}, "confidence", id="confidence_not_a_number"),
        ],
    )
    def test_where(self, values: dict[str, Any], message: str) -> None:
        with pytest.raises(ValidationError, match=message):
            where(**values)

    def test_relation(self) -> None:
        with pytest.raises(ValidationError, match="less than or equal to 360"):
            Relation(anchor="Ariha", bearing_deg=361, text="northeast of Ariha")

    @pytest.mark.parametrize(
        ("values", "message"),
        [
            pytest.param({"start": 5, "end": 5, "text": "x"}, "does not have the length", id="empty"),
            pytest.param({"start": 5, "end": 3, "text": "xx"}, "does not have the length", id="backwards"),
            pytest.param({"start": -1, "end": 1, "text": "xx"}, "greater than or equal to 0", id="before_the_text"),
        ],
    )
    def test_span(self, values: dict[str, Any], message: str) -> None:
        with pytest.raises(ValidationError, match=message):
            Span(**values)

    @pytest.mark.parametrize(
        "outside",
        [
            pytest.param(Span(start=len(TEXT), end=len(TEXT) + 4, text="bomb"), id="after_the_text"),
            pytest.param(Span(start=0, end=4, text="Gun "), id="other_words"),
        ],
    )
    def test_evidence_that_is_not_the_text(self, outside: Span) -> None:
        deep = incident(casualties=Casualties(killed=count(evidence=(span("three soldiers"), outside))))
        with pytest.raises(ValidationError, match=r"is not what article\.text holds there"):
            report(deep)

    @pytest.mark.parametrize(
        ("incidents", "message"),
        [
            pytest.param((incident(main=False),), "exactly the first incident", id="no_main"),
            pytest.param((incident(), incident(id="x-2")), "exactly the first incident", id="two_main"),
            pytest.param((incident(), incident(main=False)), "incident ids must differ", id="same_id"),
            pytest.param((incident(summary="A bomb fell."),), "is not a piece of article.text", id="invented_summary"),
        ],
    )
    def test_report(self, incidents: tuple[Incident, ...], message: str) -> None:
        with pytest.raises(ValidationError, match=message):
            report(*incidents)

    @pytest.mark.parametrize("digest", ["", "0" * 63, "g" * 64, "0" * 65])
    def test_article_with_a_wrong_hash(self, digest: str) -> None:
        with pytest.raises(ValidationError, match="sha256"):
            Article(id="x", text="x", sha256=digest)
