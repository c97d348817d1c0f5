"""Deeds that last: sentences in, the stretch from the day they began to the day they ended out. Told on 18 November."""

from __future__ import annotations

import datetime as dt

import pytest

from incidentparse.extractors.times import extract
from tests.conftest import MakeDocument

FRIDAY = dt.date(2016, 11, 18)


def stretches(make_document: MakeDocument, text: str) -> list[tuple[int, int]]:
    """First and last day in November of what is told to have lasted."""
    found = extract(make_document(text, published=FRIDAY))
    return [(m.first.day, m.last.day) for m in found if m.rule in ("lasting", "since") and m.first and m.last]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("The siege began on Tuesday and ended on Thursday.", [(15, 17)], id="began and ended"),
        pytest.param(
            "Troops on Thursday killed the last gunman, ending an operation that had begun on Tuesday.",
            [(15, 17)], id="the end told first",
        ),
        pytest.param(
            "Gunmen stormed a hotel on Tuesday. Troops fought them until shortly before midnight on Wednesday.",
            [(15, 16)], id="fought until",
        ),
        pytest.param(
            "A gunman took 12 people hostage on Wednesday. Police stormed the cafe on Thursday, ending the siege.",
            [(16, 17)], id="a siege that police ended",
        ),
        pytest.param(
            "At least 40 soldiers have been killed since the assault on the town began on Monday.",
            [(14, 18)], id="since a clause",
        ),
        pytest.param("Gunmen attacked the camp on Monday. The talks ended on Thursday.", [], id="talks that ended"),
    ],
)  # fmt: skip
def test_stretch(make_document: MakeDocument, text: str, days: list[tuple[int, int]]) -> None:
    assert stretches(make_document, text) == days
