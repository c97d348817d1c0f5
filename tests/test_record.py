"""The rules of the record: what breaks one cannot be built, and the JSON form holds everything."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from incidentparse.record import (
    Actor,
    ActorKind,
    ActorRole,
    Article,
    Attribution,
    Casualties,
    Category,
    Count,
    Effect,
    Incident,
    ParserInfo,
    Relation,
    Report,
    Source,
    SourceKind,
    Span,
    Stance,
    Target,
    TargetKind,
    Weapon,
    WeaponKind,
    When,
    Where,
    enums,
    spans_of,
)

TEXT = "Bomb kills three near Ariha\n\nA bomb killed three soldiers northeast of Ariha on Tuesday, monitors said."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def count(words: str = "three soldiers", **values: Any) -> Count:
    return Count.model_validate({"min": 3, "max": 3, "text": words, "evidence": (span(words),)} | values)


def when(**values: Any) -> When:
    day = dt.date(2020, 7, 14)
    known: dict[str, Any] = {"start": day, "end": day, "precision": "day", "text": "on Tuesday", "confidence": 0.9}
    return When.model_validate(known | {"evidence": (span("on Tuesday"),)} | values)


def where(**values: Any) -> Where:
    known: dict[str, Any] = {
        "name": "Ariha",
        "kind": "town",
        "country": "Syria",
        "country_code": "SY",
        "latitude": 35.8,
        "longitude": 36.6,
    }
    more: dict[str, Any] = {"precision": "near", "text": "Ariha", "confidence": 0.8, "evidence": (span("Ariha"),)}
    return Where.model_validate(known | more | values)


def incident(**values: Any) -> Incident:
    known: dict[str, Any] = {
        "id": "x-1", "main": True, "type": "bombing", "suicide": False, "stage": "accomplished",
        "summary": "A bomb killed three soldiers northeast of Ariha on Tuesday, monitors said.", "when": when(),
        "where": where(), "casualties": Casualties(killed=count()), "confidence": 0.9, "evidence": (span("A bomb"),),
    }  # fmt: skip
    return Incident.model_validate(known | values)


def report(*incidents: Incident, **values: Any) -> Report:
    article = Article(id="x", title="Bomb kills three near Ariha", text=TEXT, sha256="0" * 64)
    info = ParserInfo(
        version="0", model="m", model_version="1", gazetteer="g", gazetteer_date="2025-01", settings="none"
    )
    return Report.model_validate({"article": article, "incidents": incidents, "parser": info} | values)


def full() -> Report:
    """A report with every part in it."""
    actor = Actor(
        name="Hurras al-Din",
        text="monitors",
        role=ActorRole.PERPETRATOR,
        kind=ActorKind.ARMED_GROUP,
        attribution=Attribution.SUSPECTED,
        confidence=0.5,
        evidence=(span("monitors"),),
    )
    target = Target(
        description="three soldiers",
        kind=TargetKind.PERSON,
        category=Category.MILITARY,
        count=count(),
        effect=Effect.KILLED,
        evidence=(span("three soldiers"),),
    )
    weapon = Weapon(kind=WeaponKind.IED, text="bomb", evidence=(span("bomb"),))
    source = Source(name="monitors", kind=SourceKind.MONITOR, stance=Stance.REPORTS, evidence=(span("monitors"),))
    main = incident(actors=(actor,), targets=(target,), weapons=(weapon, weapon), sources=(source,))
    return report(main, incident(id="x-2", main=False, when=None, where=None))


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


def test_records_are_frozen() -> None:
    made = full()
    with pytest.raises(ValidationError, match="frozen"):
        made.warnings = ("other",)


def test_json_and_back_is_the_same_report() -> None:
    assert Report.model_validate_json(full().model_dump_json()) == full()
    assert Report.model_validate(full().model_dump(mode="json")) == full()


def test_main_is_the_first_incident() -> None:
    made = full()
    assert made.main is made.incidents[0]
    assert report().main is None


def test_spans_of_a_report_are_all_its_evidence() -> None:
    made = full()
    spans = list(spans_of(made))
    assert len(spans) == json.dumps(made.model_dump(mode="json")).count('"start": ') - 1  # When has a start, too.
    assert all(TEXT[s.start : s.end] == s.text for s in spans)


def test_rows_are_flat_and_alike() -> None:
    rows = full().to_rows()
    assert [row["incident_id"] for row in rows] == ["x-1", "x-2"]
    assert rows[0].keys() == rows[1].keys()
    first, second = rows
    assert (first["type"], first["killed_min"], first["killed_max"], first["injured_min"]) == ("bombing", 3, 3, None)
    assert (first["place"], first["country_code"], first["start"]) == ("Ariha", "SY", dt.date(2020, 7, 14))
    assert (first["perpetrators"], first["attributions"], first["weapons"]) == ("Hurras al-Din", "suspected", "ied")
    assert (second["place"], second["start"]) == (None, None)
    assert report().to_rows() == []
    scalar = (str, int, float, bool, dt.date, type(None))
    assert all(isinstance(value, scalar) for row in rows for value in row.values())


def test_a_place_is_a_geojson_feature() -> None:
    feature = where().__geo_interface__
    assert feature["type"] == "Feature"
    assert feature["geometry"] == {"type": "Point", "coordinates": (36.6, 35.8)}
    vague = where(latitude=None, longitude=None, precision="country").__geo_interface__
    assert vague["geometry"] is None


class TestSchema:
    def test_every_model_and_field_is_described(self) -> None:
        schema = Report.model_json_schema()
        for name, part in {"Report": schema, **schema["$defs"]}.items():
            assert part.get("description"), name
            for field in part.get("properties", {}).values():
                assert field, name

    def test_closed_lists_are_closed(self) -> None:
        definitions = Report.model_json_schema()["$defs"]
        for name in ("IncidentType", "WeaponKind", "Attribution", "SourceKind", "PlacePrecision"):
            assert definitions[name]["enum"] == [member.value for member in getattr(enums, name)]

    def test_unknown_fields_are_refused(self) -> None:
        definitions = Report.model_json_schema()["$defs"]
        models = [d for d in definitions.values() if d["type"] == "object"]
        assert all(model["additionalProperties"] is False for model in models)


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


def test_every_part_is_described_where_it_is_defined() -> None:
    parts = (Report, Incident, Article, ParserInfo, When, Where, Count, Casualties, Actor, Target, Weapon, Source, Span)
    assert all(isinstance(part, type(BaseModel)) and part.__doc__ for part in parts)
