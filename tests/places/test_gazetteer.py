"""Look-ups in the packaged gazetteer."""

from __future__ import annotations

import time

import pytest
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from incidentparse.places import Gazetteer, PlaceClass
from incidentparse.places.keys import name_key


@pytest.mark.parametrize(
    ("query", "country", "latitude", "longitude"),
    [
        pytest.param("Ariha, Syria", "SY", 35.81, 36.61, id="country"),
        pytest.param("Ariha, Idlib", "SY", 35.81, 36.61, id="province"),
        pytest.param("Maiduguri, Borno, Nigeria", "NG", 11.85, 13.16, id="two-areas"),
        pytest.param("St. Paul, Minnesota", "US", 44.94, -93.09, id="saint"),
        pytest.param("Mosul", "IQ", 36.34, 43.13, id="most-populous"),
        pytest.param("al-Hasaka", "SY", 36.5, 40.75, id="article"),
        pytest.param("Syria", "SY", 33.51, 36.29, id="country-at-its-capital"),
        pytest.param("al-Hassakeh", "SY", 36.5, 40.75, id="transliteration-with-the-article"),
        pytest.param("Dair Azzour, Syria", "SY", 35.34, 40.14, id="transliteration-in-a-country"),
        pytest.param("Paris, TX, USA", "US", 33.66, -95.56, id="abbreviated-state"),
        pytest.param("Washington, DC", "US", 38.9, -77.04, id="abbreviated-capital"),
    ],
)
def test_geocode(gazetteer: Gazetteer, query: str, country: str, latitude: float, longitude: float) -> None:
    location = gazetteer.geocode(query)
    assert isinstance(location, Location)
    assert location.raw["country"] == country
    assert (location.latitude, location.longitude) == pytest.approx((latitude, longitude), abs=0.2)


@pytest.mark.parametrize("name", ["Homs", "Tripoli, Lebanon", "Valencia", "Port-au-Prince"])
def test_a_town_comes_before_the_area_named_after_it(gazetteer: Gazetteer, name: str) -> None:
    location = gazetteer.geocode(name)
    assert isinstance(location, Location)
    assert location.raw["feature"] == "populated"


def test_no_transliteration_is_guessed_without_a_reason(gazetteer: Gazetteer) -> None:
    assert gazetteer.geocode("Dair Azzour") is None


def test_it_is_a_geopy_geocoder(gazetteer: Gazetteer) -> None:
    assert isinstance(gazetteer, Geocoder)
    assert gazetteer.geocode("No Such Place At All") is None
    tripoli = gazetteer.geocode("Tripoli", country_codes="LB")
    assert isinstance(tripoli, Location)
    assert tripoli.raw["country"] == "LB"
    several = gazetteer.geocode("Tripoli", exactly_one=False, limit=3)
    assert isinstance(several, list)
    assert len(several) == 3
    assert {place.raw["country"] for place in several} >= {"LY", "LB"}


def test_reverse_finds_the_nearest_town(gazetteer: Gazetteer) -> None:
    nearest = gazetteer.reverse((35.81, 36.6))
    assert isinstance(nearest, Location)
    assert nearest.address == "Arīḩā, Ariha District, Idlib, Syria"
    assert gazetteer.reverse("0, -150") is None


@pytest.mark.parametrize("longitude", [-180.0, -179.9, 179.9, 180.0])
def test_reverse_across_the_date_line(gazetteer: Gazetteer, longitude: float) -> None:
    found = gazetteer.reverse((-16.8, longitude))
    assert isinstance(found, Location)
    assert found.raw["name"] == "Savusavu"


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        pytest.param("Deir Ezzor", "SY", "Deir ez-Zor", id="joined-article"),
        pytest.param("Tel Abiad", "SY", "Tal Abyad", id="vowels"),
    ],
)
def test_alike(gazetteer: Gazetteer, name: str, country: str, expected: str) -> None:
    assert expected in [place.name for place in gazetteer.alike(name_key(name), country)]


def test_news_own_names_for_areas(gazetteer: Gazetteer) -> None:
    provinces = [p for p in gazetteer.named("rural damascus") if p.feature is PlaceClass.ADMIN1]
    assert [p.name for p in provinces] == ["Damascus Countryside"]
    minnesota = gazetteer.abbreviated("Minn.")
    assert minnesota is not None
    assert minnesota.name == "Minnesota"
    assert gazetteer.abbreviated("W.Va") == gazetteer.abbreviated("WV")


def test_capitals(gazetteer: Gazetteer) -> None:
    damascus = gazetteer.capital("SY")
    assert damascus is not None
    assert (damascus.name, damascus.zone) == ("Damascus", "Asia/Damascus")


@pytest.mark.parametrize(
    ("country", "only", "nearly"),
    [
        pytest.param("NG", "Africa/Lagos", "Africa/Lagos", id="one"),
        pytest.param("UA", None, "Europe/Kyiv", id="one_but_for_a_part"),
        pytest.param("SO", None, "Africa/Mogadishu", id="one_but_for_the_border"),
        pytest.param("CD", None, None, id="two"),
        pytest.param("US", None, None, id="several"),
    ],
)
def test_time_zone_of_a_country(gazetteer: Gazetteer, country: str, only: str | None, nearly: str | None) -> None:
    assert (gazetteer.country_zone(country), gazetteer.country_zone(country, nearly=True)) == (only, nearly)


def test_it_says_what_it_was_made_from(gazetteer: Gazetteer) -> None:
    assert "GeoNames" in gazetteer.name
    assert gazetteer.date == "2026-07"


def test_opening_and_looking_up_are_fast() -> None:
    start = time.process_time()
    gazetteer = Gazetteer()
    opened = time.process_time()
    for number in range(1000):
        gazetteer.named(f"no such place {number}")
    looked = time.process_time()
    # Twice what opening takes; of processor time, so that a busy machine does not fail it.
    assert opened - start < 0.3
    assert (looked - opened) / 1000 < 0.0002
