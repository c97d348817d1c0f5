"""Which of two towns of one name an article means, told by a town that there is only once."""

from __future__ import annotations

import pytest

from incidentparse.assemble.atlas import default_gazetteer
from incidentparse.places.candidates import Name
from incidentparse.places.keys import name_key
from incidentparse.places.place import PlaceClass
from incidentparse.places.resolve import resolve
from incidentparse.record import PlaceKind


def _name(text: str, kind: PlaceKind | None = None) -> Name:
    return Name(name_key(text), (text,), kind=kind)


@pytest.mark.parametrize(
    ("names", "state"),
    [
        pytest.param(["Springfield", "Chicopee"], "Massachusetts", id="a-smaller-namesake-beside-a-town-of-one-name"),
        pytest.param(["Columbus", "Phenix City"], "Georgia", id="across-the-border-of-a-state"),
        pytest.param(["Jackson", "Humboldt", "Lexington"], "Tennessee", id="all-of-them-ambiguous"),
        pytest.param(["Springfield"], "Missouri", id="alone-the-most-populous"),
    ],
)
def test_town_of_one_name_tells_which_namesake_is_meant(names: list[str], state: str) -> None:
    found = resolve([_name(name) for name in names], {"US": 2.0}, default_gazetteer())
    place = found[0].place
    assert place is not None
    first = default_gazetteer().get(place.admin1 or 0)
    assert first is not None
    assert first.name == state


@pytest.mark.parametrize(
    ("kind", "feature"),
    [
        pytest.param(None, PlaceClass.POPULATED, id="name-alone-is-the-town"),
        pytest.param(PlaceKind.ADMIN1, PlaceClass.ADMIN1, id="province-named-as-such"),
    ],
)
def test_chief_town_goes_before_the_province_of_its_name(kind: PlaceKind | None, feature: PlaceClass) -> None:
    (found,) = resolve([_name("Rajshahi", kind)], {"BD": 1.0}, default_gazetteer())
    assert found.place is not None
    assert found.place.feature is feature


def test_place_in_a_country_of_which_it_once_was() -> None:
    country = Name("sudan", ("Sudan",), country="SD")
    town = Name("rumbek", ("Rumbek",), within=1)
    found = resolve([town, country], {}, default_gazetteer())
    assert found[0].place is not None
    assert found[0].place.country == "SS"
