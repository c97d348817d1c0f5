"""Distances and directions from a place."""

from __future__ import annotations

import pytest

from incidentparse.language.bearings import read_offset
from tests.conftest import MakeDocument


@pytest.mark.parametrize(
    ("text", "name", "bearing", "distance"),
    [
        pytest.param("The bomb went off 5 km northeast of Ariha.", "Ariha", 45.0, 5.0, id="distance-and-direction"),
        pytest.param("It hit a village north of Kirkuk.", "Kirkuk", 0.0, None, id="direction"),
        pytest.param("They camped some 30 miles (48 km) outside Mosul.", "Mosul", None, 48.3, id="two-units"),
        pytest.param("They met ten kilometres south-west of the town of Bama.", "Bama", 225.0, 10.0, id="hyphen"),
        pytest.param("Fighting raged near Sirte.", "Sirte", None, None, id="near"),
        pytest.param("A mine blew up on the outskirts of Taiz.", "Taiz", None, None, id="outskirts"),
        pytest.param("A tanker was hit off the northern coast of Somalia.", "Somalia", None, None, id="off-the-coast"),
        pytest.param("A tanker was hit 20 nautical miles off the coast of Aden.", "Aden", None, 37.0, id="far-off-it"),
        pytest.param(
            "It sank 90 km (56 miles) off the coast of Lome.", "Lome", None, 90.0, id="far-off-it-in-two-units"
        ),
        pytest.param("They fought near the border with Chad.", "Chad", None, None, id="border-with"),
        pytest.param("It sank 12 nautical miles south of Brass.", "Brass", 180.0, 22.2, id="nautical-miles"),
        pytest.param("Men landed on an island off Zuwara.", "Zuwara", None, None, id="off"),
        pytest.param("It fell 30 km west of the Somali capital Mogadishu.", "Mogadishu", 270.0, 30.0, id="capital-of"),
        pytest.param("They lay 9 km south of the northern city of Raqqa.", "Raqqa", 180.0, 9.0, id="northern-city-of"),
        pytest.param("Their truck hit a mine thirty miles from Kidal.", "Kidal", None, 48.3, id="from"),
    ],
)
def test_offset(
    make_document: MakeDocument, text: str, name: str, bearing: float | None, distance: float | None
) -> None:
    document = make_document(text)
    offset = read_offset(document, document.words.index(name))
    assert offset is not None
    assert (offset.bearing_deg, offset.distance_km) == (bearing, distance)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Clashes broke out in northwest Syria.", "Syria", id="part-of-a-country"),
        pytest.param("Rebels hold the north of Mali.", "Mali", id="the-north-of"),
        pytest.param("Storms hit the coast of Kenya.", "Kenya", id="the-coast-itself"),
        pytest.param("They closed the border with Chad.", "Chad", id="the-border-itself"),
        pytest.param("The army shelled Homs.", "Homs", id="none"),
        pytest.param("The western city of Hodeida was hit.", "Hodeida", id="adjective"),
    ],
)
def test_no_offset(make_document: MakeDocument, text: str, name: str) -> None:
    document = make_document(text)
    assert read_offset(document, document.words.index(name)) is None
