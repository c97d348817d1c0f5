"""Weapons: words and deeds in, kinds out."""

from __future__ import annotations

import pytest

from incidentparse.extractors.weapons import extract
from incidentparse.language.document import Document
from incidentparse.record import WeaponKind as Kind
from tests.conftest import MakeDocument


def used(document: Document) -> set[Kind]:
    return {m.kind for m in extract(document) if m.used}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("A patrol was hit by an improvised explosive device.", {Kind.IED}, id="ied"),
        pytest.param("Two soldiers died when a roadside bomb struck their jeep.", {Kind.IED}, id="roadside bomb"),
        pytest.param("A bomb hidden in a motorcycle went off, wounding four.", {Kind.EXPLOSIVE}, id="hidden and used"),
        pytest.param("A car bomb killed nine people outside the bank.", {Kind.VEHICLE_BOMB}, id="car bomb"),
        pytest.param("An explosives-laden truck hit the gate of the base.", {Kind.VEHICLE_BOMB}, id="laden truck"),
        pytest.param("The man blew himself up at the checkpoint.", {Kind.SUICIDE_VEST}, id="blew himself up"),
        pytest.param("Gunmen opened fire on a crowded café.", {Kind.FIREARM}, id="opened fire"),
        pytest.param("The mayor was gunned down outside his home.", {Kind.FIREARM}, id="gunned down"),
        pytest.param("Attackers hacked three farmers to death.", {Kind.BLADE}, id="hacked"),
        pytest.param("The captive was beheaded in the town square.", {Kind.BLADE}, id="beheaded"),
        pytest.param("Rioters torched two shops and a police post.", {Kind.INCENDIARY}, id="torched"),
        pytest.param("Youths threw Molotov cocktails at the courthouse.", {Kind.INCENDIARY}, id="molotov"),
        pytest.param("Helicopters dropped barrel bombs on the market.", {Kind.AERIAL_BOMB}, id="barrel bombs"),
        pytest.param("Warplanes targeted the village at dawn.", {Kind.AERIAL_BOMB}, id="platform and deed"),
        pytest.param("Troops shelled the northern suburbs.", {Kind.ARTILLERY}, id="shelled"),
        pytest.param("Four mortar rounds landed in the camp.", {Kind.MORTAR}, id="mortar rounds"),
        pytest.param("A man ploughed a van into a crowd of shoppers.", {Kind.VEHICLE}, id="ploughed a van"),
        pytest.param("The woman was stoned to death by the mob.", {Kind.STONES}, id="stoned"),
        pytest.param("The driver was beaten to death.", {Kind.HANDS}, id="beaten"),
        pytest.param("Officials said chlorine was used in the raid on the town.", {Kind.CHEMICAL}, id="chlorine"),
        pytest.param("A drone strike hit a house near the border.", {Kind.DRONE}, id="drone strike"),
        pytest.param(
            "The bomber rammed an explosives-laden Corolla into the gate.",
            {Kind.VEHICLE_BOMB, Kind.EXPLOSIVE},
            id="laden car by its make",
        ),
        pytest.param(
            "A lorry loaded with more than 60 kg of dynamite went off outside the bank.",
            {Kind.VEHICLE_BOMB, Kind.EXPLOSIVE},
            id="loaded with dynamite",
        ),
        pytest.param("The lorry was not loaded with explosives.", {Kind.EXPLOSIVE}, id="not loaded"),
        pytest.param(
            "Helicopters dropped two barrel bombs containing chlorine on the town.",
            {Kind.AERIAL_BOMB, Kind.CHEMICAL},
            id="a weapon that holds another",
        ),
        pytest.param("Guided aerial bombs hit the mall.", {Kind.AERIAL_BOMB}, id="guided bombs"),
        pytest.param("A Shahed drone hit the substation.", {Kind.DRONE}, id="Shahed drone"),
        pytest.param("A victim-operated IED killed a herder.", {Kind.IED}, id="victim-operated IED"),
        pytest.param("He had acid thrown in his face.", {Kind.CHEMICAL}, id="acid"),
        pytest.param("He was lunging at people before being shot dead by border police.", set(), id="shot by police"),
        pytest.param(
            "In Katsina 13 bandits were killed, 21 assorted guns, including three rifles, and arrows.",
            set(),
            id="list of what was taken",
        ),
    ],
)
def test_extract_used(make_document: MakeDocument, text: str, kinds: set[Kind]) -> None:
    assert used(make_document(text)) == kinds


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Police seized three rifles and a grenade in the house.", id="seized"),
        pytest.param("Seven rifles were recovered from the camp.", id="recovered"),
        pytest.param("Experts defused a roadside bomb on Monday.", id="defused"),
        pytest.param("The bomb disposal squad was called.", id="bomb disposal"),
        pytest.param("The senator spoke in favour of gun control.", id="gun control"),
        pytest.param("The club fired its coach on Sunday.", id="fired coach"),
        pytest.param("Miners died in a gas explosion.", id="gas explosion"),
        pytest.param("A helicopter landed on the roof.", id="helicopter at peace"),
        pytest.param("She drove a car to work.", id="driving"),
        pytest.param("No explosives were found.", id="none"),
        pytest.param("Police shot dead the attacker.", id="the attacker stopped"),
    ],
)
def test_extract_not_used(make_document: MakeDocument, text: str) -> None:
    assert not used(make_document(text))


def test_general_word_is_marked(make_document: MakeDocument) -> None:
    bomb, car_bomb = extract(make_document("A bomb went off, police said; it was a car bomb."))[::2][:2]
    assert bomb.general
    assert not car_bomb.general
