"""Figures told of another place, day or incident than the main one's."""

from __future__ import annotations

import pytest

from incidentparse.assemble.report import build_report
from incidentparse.places import Gazetteer
from incidentparse.record import ParserInfo
from tests.conftest import MakeDocument

INFO = ParserInfo(version="0", model="m", model_version="1", gazetteer="g", gazetteer_date="2025", settings="s")
PUBLISHED = "2016-05-12"
LEAD = "Three policemen were killed when a bomb exploded near a market in Kirkuk on Tuesday, officials said. "
SCENE = "The device had been hidden in a handcart. No group said that it was behind the blast. "


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        pytest.param(LEAD + SCENE + "On Saturday, nine soldiers were wounded near Rawa.", 3, None, id="earlier_day"),
        pytest.param(
            LEAD + SCENE + "Two weeks ago a bomb in the town killed 14 people and wounded 30.", 3, None, id="weeks_ago"
        ),
        pytest.param(
            LEAD + SCENE + "In an unrelated attack, a shop owner was shot in the leg. He is in a critical condition.",
            3, None, id="another_incident_and_its_victim",
        ),
        pytest.param(
            "A policeman was shot in Kirkuk on Monday, officials said. " + SCENE
            + "He succumbed to his wounds in Erbil on Wednesday.",
            1, None, id="died_of_wounds_elsewhere",
        ),
        pytest.param(
            LEAD + SCENE + "Gunmen shot dead a judge and his driver in Basra.", 3, None,
            id="own_dead_before_those_of_another_town",
        ),
        pytest.param(LEAD + "In Baghdad, a minister said 11 others were hurt.", 3, 11, id="told_in_the_capital"),
        pytest.param(
            LEAD + SCENE + "Two other policemen suffered burns and were flown to Erbil.", 3, 2, id="treated_elsewhere"
        ),
        pytest.param(LEAD + SCENE + "The war has killed 40,000 people.", 3, None, id="a_war"),
        pytest.param(
            "A bomb damaged a police station in Kirkuk on Tuesday, officials said. " + SCENE
            + "In January, a bomb killed 15 policemen and wounded 24 in the same street.",
            None, None, id="silent_but_for_an_earlier_attack",
        ),
    ],
)  # fmt: skip
def test_main_incident(make_document: MakeDocument, text: str, killed: int | None, injured: int | None) -> None:
    report = build_report(make_document(text, published=PUBLISHED), INFO, Gazetteer())
    casualties = report.incidents[0].casualties
    found = (casualties.killed, casualties.injured)
    assert tuple(None if count is None else count.min for count in found) == (killed, injured)
