"""Which of those told to be hit are targets: no attackers, relatives of witnesses, distant towns."""

from __future__ import annotations

import pytest

from incidentparse import IncidentParser


@pytest.fixture(scope="module")
def parser() -> IncidentParser:
    return IncidentParser()


def _targets(parser: IncidentParser, text: str, title: str | None = None) -> set[str]:
    report = parser.parse(text, title=title, published="2018-05-15")
    assert report.incidents
    return {target.name or target.description for target in report.incidents[0].targets}


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        pytest.param(
            "A van driver ploughed into shoppers in Lenne on Saturday, killing two. The driver was shot by police.",
            {"shoppers"},
            {"driver", "van driver"},
            id="the driver who rammed them",
        ),
        pytest.param(
            "A man rammed a crowd in Lenne on Saturday before police shot him dead, officials said.",
            {"crowd"},
            {"man"},
            id="him who rammed them",
        ),
        pytest.param(
            "A man shot his landlord in Arden on Monday before killing himself, police said.",
            {"landlord"},
            {"man"},
            id="himself",
        ),
        pytest.param(
            "Warplanes hit a bakery in the besieged town of Tell Asmar on Monday, killing six bakers.",
            {"bakery", "bakers"},
            {"besieged town of Tell Asmar", "town of Tell Asmar"},
            id="besieged, which is no blow",
        ),
        pytest.param(
            "The army said it destroyed a rebel camp near Gwarba on Monday and killed four rebels.",
            {"rebel camp", "rebels"},
            set(),
            id="a camp of fighters is no town",
        ),
        pytest.param(
            "Gunmen on motorcycles attacked four Dolani villages near Gwarba on Sunday, killing 14 people.",
            {"Dolani villages"},
            set(),
            id="villages by their number",
        ),
        pytest.param(
            "A councillor was shot dead in Surkhan on Monday. His nephew was wounded. A trader far from there said he "
            "had heard nothing. Shops stayed closed. Buses did not run. A resident of the town recalled that his own "
            "brother was killed.",
            {"councillor", "nephew"},
            {"brother"},
            id="relations near the deed, not those of witnesses",
        ),
        pytest.param(
            "A suicide bomber blew himself up among mourners in Baqir on Thursday, killing at least 19 people.",
            {"mourners"},
            set(),
            id="among whom a bomber blew himself up",
        ),
        pytest.param(
            "A shell hit a school in Jisra on Tuesday as pupils were leaving it, a monitor said.",
            {"school", "pupils"},
            set(),
            id="who were doing something as it struck",
        ),
        pytest.param(
            "Army units inflicted heavy losses upon insurgents near Khusham on Monday in an ambush, officials said.",
            {"insurgents"},
            set(),
            id="upon whom losses were inflicted",
        ),
        pytest.param(
            "The raids hit a vegetable market and several homes in Harsala on Saturday, killing nine people.",
            {"vegetable market", "homes"},
            set(),
            id="a market that raids hit",
        ),
        pytest.param(
            '"The shell killed two pupils" observatory chief Rami Qasir said after a strike on Jisra on Tuesday.',
            {"pupils"},
            {"Rami Qasir"},
            id="who speaks right behind a quotation",
        ),
        pytest.param(
            "Six miners were killed in a raid on Monday. Most of the gunmen killed in it were foreign nationals.",
            {"miners"},
            {"foreign nationals"},
            id="what the dead were, told of those named already",
        ),
        pytest.param(
            "Barrel bombs fell on Tell Asmar. They killed and injured innocent civilians, including children.",
            {"innocent civilians", "children"},
            set(),
            id="a list that a bare plural ends",
        ),
        pytest.param(
            "Troops killed 23 militants in Gwarba forest on Monday, the army said. Women held by the militants were "
            "freed.",
            {"militants"},
            set(),
            id="fighters killed, whose own deeds are told too",
        ),
        pytest.param(
            "A 20-year-old man was killed in an Orlen shooting that wounded three others. He was "
            "Bernard Colvin, the coroner said.",
            {"Bernard Colvin"},
            {"20-year-old man"},
            id="one man, named in the next sentence",
        ),
        pytest.param(
            "A car bomb exploded outside a crowded tea shop in Hodan on Tuesday. Two shops were destroyed.",
            {"crowded tea shop", "shops"},
            set(),
            id="things of another number",
        ),
    ],
)
def test_who_is_a_target(parser: IncidentParser, text: str, present: set[str], absent: set[str]) -> None:
    found = _targets(parser, text)
    assert present <= found
    assert not absent & found


def test_what_only_the_headline_tells_gives_way(parser: IncidentParser) -> None:
    text = "Two rangers and a porter were killed in Ardo park on Monday in an attack by gunmen, officials said."
    assert _targets(parser, text, "Ardo attack kills park staff") == {"rangers", "porter"}
