"""The town that a name without an entry tells."""

from __future__ import annotations

import pytest

from incidentparse.places import Gazetteer
from incidentparse.places.candidates import Name
from incidentparse.places.keys import name_key
from incidentparse.places.parts import town_in_name
from incidentparse.record import PlaceKind


def building(*parts: str) -> Name:
    return Name(name_key(parts[0]), (parts[0],), parts=parts, kind=PlaceKind.LANDMARK)


def road(*ends: str) -> Name:
    return Name(name_key(" ".join(ends)), (), parts=ends, kind=PlaceKind.ROAD)


@pytest.mark.parametrize(
    ("name", "likely", "expected"),
    [
        pytest.param(building("Benghazi"), (), "LY", id="large"),
        pytest.param(building("Zawiya"), ("LY",), "LY", id="in-a-likely-country"),
        pytest.param(building("Springfield"), ("LY",), None, id="only-abroad"),
        pytest.param(road("Hyderabad", "Karachi"), (), "PK", id="namesake-nearest-the-other-end"),
        pytest.param(road("Kabul", "Bogota"), (), None, id="ends-too-far-apart"),
    ],
)
def test_country(gazetteer: Gazetteer, name: Name, likely: tuple[str, ...], expected: str | None) -> None:
    place = town_in_name(name, None, {}, likely, gazetteer)
    assert (place.country if place is not None else None) == expected


def test_a_highway_from_a_town_is_where_it_is_said_to_be(gazetteer: Gazetteer) -> None:
    holder = next(p for p in gazetteer.named("samba") if p.country == "IN" and not p.populated)
    assert town_in_name(road("Jammu", "Pathankot"), holder, {}, ("IN",), gazetteer) is None


def test_the_town_that_the_article_names_goes_first(gazetteer: Gazetteer) -> None:
    lebanese = next(p for p in gazetteer.named("tripoli") if p.country == "LB" and p.populated)
    assert town_in_name(building("Tripoli"), None, {"tripoli": lebanese}, (), gazetteer) == lebanese
