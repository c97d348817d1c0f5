"""Actors: sentences in; who is named, what they are and on whose word out."""

from __future__ import annotations

import pytest

from incidentparse.extractors.actors import extract
from incidentparse.language.document import Document
from incidentparse.record import ActorKind as Kind
from incidentparse.record import Attribution
from tests.conftest import MakeDocument


def doers(document: Document) -> dict[str, Attribution]:
    return {m.name: m.attribution for m in extract(document) if m.perpetrates}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Boko Haram fighters killed nine farmers near Maiduguri on Sunday.",
            {"Boko Haram": Attribution.STATED},
            id="group and noun",
        ),
        pytest.param(
            "The Islamic State claimed responsibility for the bombing of the market in Baghdad.",
            {"Islamic State": Attribution.CLAIMED},
            id="claimed",
        ),
        pytest.param(
            "Suspected Boko Haram militants attacked the village of Gubla on Monday.",
            {"Boko Haram": Attribution.SUSPECTED},
            id="suspected",
        ),
        pytest.param(
            "Russian warplanes bombed a hospital in the town.",
            {"Military Forces of Russia": Attribution.STATED},
            id="demonym and craft",
        ),
        pytest.param(
            "At least nine people were killed in Russian air strikes on the town.",
            {"Military Forces of Russia": Attribution.STATED},
            id="demonym and air strikes",
        ),
        pytest.param(
            "Prosecutors charged Daniel Marsh with the murder of two clerks.",
            {"Daniel Marsh": Attribution.ACCUSED},
            id="charged",
        ),
        pytest.param(
            "Three masked gunmen opened fire on a bus near the border.",
            {"Three masked gunmen": Attribution.STATED},
            id="described",
        ),
    ],
)
def test_extract_perpetrators(make_document: MakeDocument, text: str, expected: dict[str, Attribution]) -> None:
    assert doers(make_document(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The interior minister condemned the attack on the school.", id="condemned"),
        pytest.param("Four teens shot near the park", id="clipped passive"),
        pytest.param("Nine bandits killed in Zamfara", id="clipped passive of a group"),
        pytest.param("A police spokesman said the explosion killed nine people.", id="spokesman"),
    ],
)
def test_extract_nobody(make_document: MakeDocument, text: str) -> None:
    assert doers(make_document(text)) == {}


def test_police_who_stop_an_attacker_are_not_perpetrators(make_document: MakeDocument) -> None:
    assert doers(make_document("Police shot dead the attacker outside the station.")) == {}


def test_weak_abbreviations_need_fighters_or_a_country(make_document: MakeDocument) -> None:
    assert not [
        m for m in extract(make_document("He flew to the ISI conference on Monday.")) if m.kind is Kind.ARMED_GROUP
    ]


def test_name_introduced_with_its_abbreviation(make_document: MakeDocument) -> None:
    text = "The Karo Liberation Front (KLF) attacked a convoy. The KLF also burned two trucks."
    assert {m.name for m in extract(make_document(text)) if m.perpetrates} == {"Karo Liberation Front"}


def test_forces_of_one_country_share_a_key(make_document: MakeDocument) -> None:
    document = make_document("Syrian warplanes bombed the town. The Syrian army shelled its suburbs.")
    assert {(m.key, m.country_code) for m in extract(document)} == {("state:SY:military", "SY")}


def test_rulers_stand_for_their_country(make_document: MakeDocument) -> None:
    document = make_document("Assad's regime forces shelled the suburb on Friday.")
    assert {m.country_code for m in extract(document) if m.perpetrates} == {"SY"}


def test_rebel_forces_are_no_state_forces(make_document: MakeDocument) -> None:
    document = make_document("Syrian rebel fighters attacked the checkpoint.")
    assert Kind.STATE_FORCES not in {m.kind for m in extract(document)}


def test_the_group_is_the_one_named_last(make_document: MakeDocument) -> None:
    document = make_document("Al-Shabaab has fought the government for years. The group attacked a hotel on Monday.")
    assert "al-Shabaab" in {m.name for m in extract(document) if m.perpetrates}
