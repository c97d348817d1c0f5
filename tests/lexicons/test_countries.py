"""countries.jsonl: complete, without doubles, and found in text."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from incidentparse.language.countries import countries, country_by_demonym, country_by_name


def test_codes_are_unique_and_sorted() -> None:
    codes = [c.code for c in countries()]
    assert codes == sorted(set(codes))
    assert len(codes) == 250
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)


def test_no_phrase_stands_twice() -> None:
    phrases = Counter(p.casefold() for c in countries() for p in (c.name, *c.names, *c.demonyms))
    assert [p for p, n in phrases.items() if n > 1] == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("Syria", "SY", id="usual_name"),
        pytest.param("DRC", "CD", id="abbreviation"),
        pytest.param("Burma", "MM", id="former_name"),
        pytest.param("Côte d’Ivoire", "CI", id="diacritics_and_curly_apostrophe"),
        pytest.param("Atlantis", None, id="unknown"),
    ],
)
def test_country_by_name(name: str, code: str | None) -> None:
    assert country_by_name(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        pytest.param("Afghans", "AF", id="plural"),
        pytest.param("Nigerien", "NE", id="nigerien_is_not_nigerian"),
        pytest.param("Salvadoran", "SV", id="adjective"),
        pytest.param("Frenchmen", "FR", id="noun"),
        pytest.param("Syria", None, id="a_name_is_no_demonym"),
    ],
)
def test_country_by_demonym(word: str, code: str | None) -> None:
    assert country_by_demonym(word) == code
