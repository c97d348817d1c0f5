"""Places that the gazetteer lacks, asked of a geocoder."""

from __future__ import annotations

import pytest
from geopy.exc import GeocoderTimedOut
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from incidentparse import IncidentParser
from incidentparse.places import OnlineGeocoder
from incidentparse.record import PlacePrecision, Report

KNOWN = "Gunmen killed four people in the village of Tarbanaya in Borno state, Nigeria, on Monday."


class Stub(Geocoder):  # type: ignore[misc]  # geopy has no type hints
    """Answers every question with one point, or fails."""

    def __init__(self, point: tuple[float, float] | None) -> None:
        super().__init__()
        self.point = point
        self.asked: list[str] = []

    def geocode(self, query: str, **_: object) -> Location:
        self.asked.append(query)
        if self.point is None:
            raise GeocoderTimedOut("no answer in time")
        return Location(query, Point(*self.point), {})


def read(text: str, stub: Stub) -> Report:
    return IncidentParser(geocoder=OnlineGeocoder(stub, delay_s=0.0)).parse(text, published="2016-05-03")


def test_a_village_that_the_gazetteer_lacks_is_asked_for() -> None:
    stub = Stub((11.6, 13.6))
    report = read(KNOWN, stub)
    where = report.main.where if report.main is not None else None
    assert where is not None
    assert stub.asked[0].startswith("Tarbanaya")
    assert (where.latitude, where.longitude, where.precision) == (11.6, 13.6, PlacePrecision.PLACE)
    assert report.warnings == ()


def test_its_point_tells_the_time_zone_of_a_country_with_several() -> None:
    report = read(
        "Gunmen killed two people at 9 p.m. on Monday in the village of Quelbarta, Brazil.", Stub((-9.97, -67.8))
    )
    when = report.main.when if report.main is not None else None
    assert when is not None
    assert (when.timezone, when.time) == ("America/Rio_Branco", "21:00")
    assert when.utc is not None
    assert when.utc.hour == 2


def test_failure_is_a_warning_of_the_report_and_the_incident_stays() -> None:
    report = read(KNOWN, Stub(None))
    assert report.main is not None
    assert report.main.where is not None
    assert report.main.where.name == "Tarbanaya"
    assert any("could not be asked" in warning for warning in report.warnings)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A bomb killed four people in Baghdad on Monday.", id="town"),
        pytest.param("An air strike killed nine people in Syria's Idlib province.", id="province"),
        pytest.param("Gunmen attacked displaced families in Zamzam camp, killing two.", id="camp-of-the-lexicon"),
    ],
)
def test_what_the_gazetteer_has_is_not_asked_for(text: str) -> None:
    stub = Stub((0.0, 0.0))
    read(text, stub)
    assert stub.asked == []
