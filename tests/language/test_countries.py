"""Countries found in a document, with the case of their words checked."""

from __future__ import annotations

import pytest

from incidentparse.language.countries import countries_in
from tests.conftest import MakeDocument


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("Syrian troops crossed into northern Iraq.", ["SY", "IQ"], id="demonym_and_name"),
        pytest.param("A car hit two of us near a turkey farm.", [], id="lower_case_words"),
        pytest.param("U.S. and British planes struck from the UAE.", ["US", "GB", "AE"], id="abbreviations"),
        pytest.param("South Sudanese soldiers shot a Papua New Guinean nurse.", ["SS", "PG"], id="longest_first"),
        pytest.param(
            "Central American migrants met an inter-American envoy and two Americans.",
            ["US"],
            id="people_of_a_continent",
        ),
    ],
)
def test_countries_in(make_document: MakeDocument, text: str, codes: list[str]) -> None:
    document = make_document(text)
    assert [hit.value.code for hit in countries_in(document)] == codes
