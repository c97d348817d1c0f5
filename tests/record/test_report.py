"""The report: frozen, the same in JSON and back, described in its schema, flat as rows."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from pydantic import BaseModel, ValidationError

from incidentparse.record import (
    Actor,
    Article,
    Casualties,
    Count,
    Incident,
    ParserInfo,
    Report,
    Source,
    Span,
    Target,
    Weapon,
    When,
    Where,
    enums,
    spans_of,
)
from tests.record.parts import TEXT, full, incident, report, where


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


def test_json_carries_the_feature_of_each_place() -> None:
    place = where()
    written = json.loads(place.model_dump_json())
    assert written["__geo_interface__"] == json.loads(json.dumps(place.__geo_interface__))
    assert Where.model_validate(written) == place


def test_an_incident_is_a_geojson_collection_of_its_places() -> None:
    several = incident(where=where(), other_places=(where(name="Jisr al-Shughur"),))
    features = several.__geo_interface__["features"]
    assert [feature["properties"]["name"] for feature in features] == ["Ariha", "Jisr al-Shughur"]
    assert several.places == (several.where, *several.other_places)
    with pytest.raises(ValidationError, match="further places"):
        incident(where=None, other_places=(where(),))


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


def test_every_part_is_described_where_it_is_defined() -> None:
    parts = (Report, Incident, Article, ParserInfo, When, Where, Count, Casualties, Actor, Target, Weapon, Source, Span)
    assert all(isinstance(part, type(BaseModel)) and part.__doc__ for part in parts)
