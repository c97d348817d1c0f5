"""Words that point to a country."""

from __future__ import annotations

import pytest

from incidentparse.language.country_cues import read_country_cues
from tests.conftest import MakeDocument


@pytest.mark.parametrize(
    ("text", "country", "weight"),
    [
        pytest.param("Karbi villagers fled.", "IN", 1.0, id="people"),
        pytest.param("The ransom was 200,000 naira.", "NG", 1.0, id="currency"),
        pytest.param("Assad spoke.", "SY", 1.0, id="name"),
        pytest.param("They assad in small letters.", "SY", 0.0, id="name-in-small-letters"),
        pytest.param("The rsf in small letters.", "SD", 0.0, id="acronym-in-small-letters"),
    ],
)
def test_weight(make_document: MakeDocument, text: str, country: str, weight: float) -> None:
    assert read_country_cues(make_document(text)).get(country, 0.0) == weight
