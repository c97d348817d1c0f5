"""The geocoder on the network, against a server of our own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from geopy.geocoders import Nominatim
from geopy.geocoders.base import Geocoder

from incidentparse.errors import GazetteerError
from incidentparse.places import Gazetteer
from incidentparse.places.online import GeocoderChoice, OnlineGeocoder
from incidentparse.record import PlaceKind, PlacePrecision, Span, Where
from tests.nominatim import NominatimLike, serving


@pytest.fixture
def server() -> Iterator[NominatimLike]:
    with serving() as running:
        yield running


def online(server: NominatimLike, cache: Path | None = None) -> OnlineGeocoder:
    host = f"127.0.0.1:{server.server_address[1]}"
    geocoder = Nominatim(domain=host, scheme="http", user_agent="incidentparse-tests")
    return OnlineGeocoder(geocoder, cache=cache, delay_s=0.0, timeout_s=0.3)


def village(name: str = "Tarbana") -> Where:
    return Where(
        name=name, kind=PlaceKind.VILLAGE, admin1="Idlib", country="Syria", country_code="SY",
        precision=PlacePrecision.ADMIN1, text=name, confidence=0.5,
        evidence=(Span(start=0, end=len(name), text=name),),
    )  # fmt: skip


def test_answer_puts_a_village_on_the_map(server: NominatimLike, gazetteer: Gazetteer) -> None:
    found, warning = online(server).locate(village(), gazetteer.named("idlib")[0])
    assert warning is None
    assert (found.latitude, found.longitude, found.precision) == (35.79, 36.66, "place")


def test_answer_far_from_the_province_is_another_place(server: NominatimLike, gazetteer: Gazetteer) -> None:
    found, warning = online(server).locate(village(), gazetteer.named("borno")[0])
    assert (found.latitude, warning) == (None, None)


@pytest.mark.parametrize("behaviour", ["busy", "fault", "broken", "drop", "delay"])
def test_failure_is_a_warning(server: NominatimLike, behaviour: str) -> None:
    server.behaviour = behaviour
    found, warning = online(server).locate(village(), None)
    assert found.latitude is None
    assert warning is not None
    assert "Nominatim could not be asked for 'Tarbana, Idlib, Syria'" in warning


class Faulty(Geocoder):  # type: ignore[misc]  # geopy has no type hints
    """A geocoder of the user's own that fails in its own way."""

    def __init__(self, fault: object) -> None:
        super().__init__()
        self._fault = fault

    def geocode(self, query: str, *, exactly_one: bool = True, timeout: object = None) -> object:
        if isinstance(self._fault, Exception):
            raise self._fault
        return self._fault


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        pytest.param(KeyError("lat"), "KeyError: 'lat'", id="a_bug_of_its_own"),
        pytest.param(RuntimeError("no route"), "RuntimeError: no route", id="an_error_that_geopy_does_not_know"),
        pytest.param([], "it answered with a list", id="a_list_where_one_was_asked_for"),
        pytest.param("35.79, 36.66", "it answered with a str", id="an_answer_of_another_type"),
    ],
)
def test_whatever_a_geocoder_does_is_a_warning(fault: object, told: str) -> None:
    found, warning = OnlineGeocoder(Faulty(fault), delay_s=0.0).locate(village(), None)
    assert found == village()
    assert warning is not None
    assert told in warning


def test_what_is_no_geocoder_is_refused() -> None:
    with pytest.raises(GazetteerError, match="str is no geopy geocoder"):
        OnlineGeocoder("nominatim")  # type: ignore[arg-type,unused-ignore]


def test_a_memory_that_fails_later_is_a_warning(server: NominatimLike, tmp_path: Path) -> None:
    cache = tmp_path / "answers.sqlite"
    geocoder = online(server, cache)
    with sqlite3.connect(cache) as other:
        other.execute("DROP TABLE answer")
    found, warning = geocoder.locate(village(), None)
    assert found == village()
    assert warning == "the answers of Nominatim cannot be read again: no such table: answer"


def test_two_geocoders_do_not_share_their_answers(server: NominatimLike, tmp_path: Path) -> None:
    cache = tmp_path / "answers.sqlite"
    online(server, cache).locate(village(), None)
    other = OnlineGeocoder(Faulty(None), cache=cache, delay_s=0.0)
    assert other.locate(village(), None) == (village(), None)


def test_answers_are_remembered_between_runs(server: NominatimLike, tmp_path: Path) -> None:
    cache = tmp_path / "answers.sqlite"
    for _ in range(2):
        geocoder = online(server, cache)
        assert geocoder.locate(village(), None)[0].latitude == 35.79
        geocoder.close()
    assert server.requests == 1


def test_no_answer_is_remembered_too(server: NominatimLike) -> None:
    server.behaviour = "nothing"
    geocoder = online(server)
    for _ in range(2):
        assert geocoder.locate(village(), None) == (village(), None)
    assert server.requests == 1


def test_after_failures_it_is_left_alone(server: NominatimLike) -> None:
    server.behaviour = "fault"
    geocoder = online(server)
    warnings = [geocoder.locate(village(f"Village {n}"), None)[1] for n in range(5)]
    assert [w is not None for w in warnings] == [True, True, True, False, False]
    assert server.requests == 3


def test_what_the_gazetteer_has_is_never_asked_for(server: NominatimLike) -> None:
    known = village().model_copy(update={"geonames_id": 169389})
    area = village().model_copy(update={"kind": PlaceKind.ADMIN1})
    for where in (known, area):
        assert online(server).locate(where, None) == (where, None)
    assert server.requests == 0


def test_choice_builds_the_geocoder_of_a_server(server: NominatimLike) -> None:
    choice = GeocoderChoice("nominatim", "incidentparse-tests", f"http://127.0.0.1:{server.server_address[1]}/")
    where, warning = choice.geocoder().locate(village(), None)
    assert (where.latitude, where.longitude, warning) == (35.79, 36.66, None)


@pytest.mark.parametrize(
    "choice",
    [
        pytest.param(GeocoderChoice("nominatim", "tests", "localhost:8080"), id="no scheme"),
        pytest.param(GeocoderChoice("nominatim", "tests", "ftp://localhost"), id="no web server"),
        pytest.param(GeocoderChoice("photon", "tests", cache=Path("/dev/null/answers.sqlite")), id="no folder for it"),
        pytest.param(GeocoderChoice("photon", "tests", cache=Path(__file__)), id="cache is another file"),
    ],
)
def test_choice_that_cannot_be_set_up(choice: GeocoderChoice) -> None:
    with pytest.raises(GazetteerError):
        choice.geocoder()
