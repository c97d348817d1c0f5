"""Weapons: an article in, the kinds used in its main incident."""

from __future__ import annotations

import pytest

from incidentparse import IncidentParser


@pytest.fixture(scope="module")
def parser() -> IncidentParser:
    return IncidentParser()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "A man drove a lorry into a crowd of shoppers in Lyon on Friday, killing four people, police said. "
            "The lorry careered along the street for 200 metres before police units stopped it and shot dead the "
            "driver.",
            {"vehicle"},
            id="attacker shot by those who stopped him",
        ),
        pytest.param(
            "An air strike on the town of Marat killed eight civilians on Sunday, residents said. Rescuers pulled "
            "bodies from the rubble of two houses. The hospital appealed for blood. The coalition has been "
            "conducting air strikes and rocket-propelled artillery fire against the group since 2014.",
            {"aerial_bomb"},
            id="campaign told at the end",
        ),
        pytest.param(
            "Two gunmen shot dead a judge outside his house in Quetta on Monday, police said. The killers fled on a "
            "motorcycle. Officers sealed off the area. Last year the same court was hit by suicide bombers who killed "
            "nine lawyers.",
            {"firearm"},
            id="bombers of another attack",
        ),
        pytest.param(
            "Gunmen hurled grenades and opened fire with assault rifles on a bus near Kirkuk on Tuesday, killing six "
            "soldiers, police said.",
            {"grenade", "firearm"},
            id="two kinds in the opening",
        ),
        pytest.param(
            "A cruise missile hit a block of flats in Sumy on Saturday, killing eleven people, the governor said. It "
            "destroyed two stairwells, the air force said.",
            {"missile"},
            id="air force that only speaks",
        ),
        pytest.param(
            "Gunmen killed three rangers in the forest of Kungi on Tuesday. The wounded were flown out by helicopter "
            "after the attack, the army said.",
            {"firearm"},
            id="helicopter that only helps",
        ),
    ],
)
def test_weapons_of_the_main_incident(parser: IncidentParser, text: str, kinds: set[str]) -> None:
    report = parser.parse(text, published="2018-05-15")
    assert {weapon.kind.value for weapon in report.incidents[0].weapons} == kinds


def test_text_names_the_weapon_rather_than_the_deed(parser: IncidentParser) -> None:
    report = parser.parse(
        "An explosion tore through a bus in Medellin on Monday, injuring five people. Police said a bomb had been "
        "placed under a seat."
    )
    (weapon,) = report.incidents[0].weapons
    assert weapon.text == "bomb"
