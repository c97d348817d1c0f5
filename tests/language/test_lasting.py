"""Deeds that last: sentences in, the stretch from the day they began to the day they ended out. Told on 18 November."""

from __future__ import annotations

import datetime as dt

import pytest

from incidentparse.extractors.times import extract
from incidentparse.language.lasting import lasts_days
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
        pytest.param(
            "The clashes erupted on Monday afternoon and went on until a truce took hold at dawn on Thursday.",
            [(14, 17)], id="until a truce",
        ),
        pytest.param(
            "Gunmen killed eight people in an attack that began on Tuesday evening and lasted into the early hours of "
            "Wednesday.",
            [(15, 16)], id="into the early hours",
        ),
        pytest.param(
            "Guards killed the last of the gunmen on Wednesday to end a siege. The attack began at 9 p.m. on Tuesday.",
            [(15, 16)], id="the beginning told after the end",
        ),
        pytest.param(
            "The offensive was launched on 9 November. The station was recaptured on 15 November.",
            [(9, 15)], id="taken in the end",
        ),
        pytest.param(
            "The mutiny began late on Tuesday. It ended on Wednesday morning after two guards were freed.",
            [(15, 16)], id="it ended",
        ),
        pytest.param(
            "Gunmen stormed the hotel at 8 p.m. on Tuesday. The siege lasted 11 hours.", [(15, 16)], id="for hours"
        ),
        pytest.param(
            "Gunmen stormed the hotel at 8 a.m. on Tuesday. The siege lasted two hours.", [], id="not past midnight"
        ),
        pytest.param(
            "The shelling started at 5 p.m. on Tuesday and went on until 3 a.m.", [(15, 16)], id="until a clock time"
        ),
        pytest.param(
            "Militants blew up a pipeline at Okoro on Monday and another one at Sanga on Tuesday.",
            [(14, 15)], id="two deeds of one verb",
        ),
    ],
)  # fmt: skip
def test_stretch(make_document: MakeDocument, text: str, days: list[tuple[int, int]]) -> None:
    assert stretches(make_document, text) == days


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Rebels stormed an airfield on Friday after days of clashes.", True, id="days of clashes"),
        pytest.param("A three-day battle for the town left 40 people dead.", True, id="three-day battle"),
        pytest.param("Three days of mourning were declared. A bomb had killed nine people.", False, id="mourning"),
    ],
)
def test_told_to_have_lasted_for_days(make_document: MakeDocument, text: str, told: bool) -> None:
    document = make_document(text, published=FRIDAY)
    assert lasts_days(document, len(document.sentences)) is told
