"""MUC keys as coded articles: which texts are on one place, and what is coded of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.muc4_articles import coded, gold


@pytest.mark.parametrize(
    ("location", "answer"),
    [
        pytest.param("PERU", {"country": "PE", "unstated": True}, id="country alone"),
        pytest.param(
            "COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)",
            {"country": "CO", "place": "MEDELLIN", "place_alternatives": ["ANTIOQUIA"]},
            id="smallest place first",
        ),
        pytest.param("PERU / BOLIVIA", None, id="either of two"),
        pytest.param("CHILE: ARICA (CITY) - IQUIQUE (CITY)", None, id="stretch between two"),
        pytest.param("ATLANTIS: POSEIDONIS (CITY)", None, id="no country"),
    ],
)
def test_location(location: str, answer: dict[str, Any] | None) -> None:
    assert gold(location) == answer


def test_only_texts_on_one_place(tmp_path: Path) -> None:
    texts, keys = tmp_path / "texts.txt", tmp_path / "keys.txt"
    texts.write_text("".join(f"DEV-MUC3-000{n} (NEWS)\n\nLIMA, 1 MAY 90 -- TEXT {n}.\n\n" for n in range(1, 5)))
    locations = [("1", "PERU: LIMA (CITY)"), ("1", "PERU: LIMA (CITY)"), ("2", "PERU"), ("2", "CHILE"), ("3", "*")]
    keys.write_text(
        "".join(
            f"0.  MESSAGE: ID                     DEV-MUC3-000{n} (NEWS)\n"
            f"1.  MESSAGE: TEMPLATE               1\n3.  INCIDENT: LOCATION              {location}\n\n"
            for n, location in locations
        )
    )
    assert [(article["id"], article["gold"]["country"]) for article in coded(texts, keys)] == [("DEV-MUC3-0001", "PE")]
