"""Phrases of people in a sentence: who they are and how many."""

from __future__ import annotations

import pytest

from incidentparse.language.headcount import read_people
from incidentparse.language.people import People, Reading
from incidentparse.record import Category, Side
from tests.conftest import MakeDocument


def read(make_document: MakeDocument, text: str) -> dict[str, People]:
    document = make_document(text)
    return {document.slice(p.start, p.end): p for p in read_people(document, 0, len(document))}


@pytest.mark.parametrize(
    ("text", "phrase", "low", "high", "reading"),
    [
        pytest.param("Three Russian troops were hurt.", "Three Russian troops", 3, 3, Reading.COUNTED, id="counted"),
        pytest.param("A soldier was killed.", "A soldier", 1, 1, Reading.SINGLE, id="single"),
        pytest.param("His wife died.", "His wife", 1, 1, Reading.SINGLE, id="kin"),
        pytest.param("The driver died.", "The driver", 1, 1, Reading.DEFINITE, id="definite"),
        pytest.param("Both men died.", "Both men", 2, 2, Reading.DEFINITE, id="both"),
        pytest.param("A 19-year-old was shot.", "A 19-year-old", 1, 1, Reading.SINGLE, id="age_for_person"),
        pytest.param("A 19-year-old man was shot.", "A 19-year-old man", 1, 1, Reading.SINGLE, id="aged_man"),
        pytest.param("Two of them died.", "Two of them", 2, 2, Reading.SHARE, id="share"),
        pytest.param("One of the five men died.", "One of the five men", 1, 1, Reading.SHARE, id="share_of_number"),
        pytest.param("No one was hurt.", "No one", 0, 0, Reading.NONE, id="none"),
        pytest.param("A family of five was killed.", "A family of five", 5, 5, Reading.SINGLE, id="family"),
        pytest.param("A couple was killed.", "A couple", 2, 2, Reading.NUMBER, id="couple"),
        pytest.param("Several Turks were hurt.", "Several Turks", 3, None, Reading.COUNTED, id="demonym"),
        pytest.param(
            "Two Central Reserve Police Force (CRPF) personnel were hurt.",
            "Two Central Reserve Police Force (CRPF) personnel",
            2, 2, Reading.COUNTED, id="aside",
        ),
        pytest.param("Two police officers were hurt.", "Two police officers", 2, 2, Reading.COUNTED, id="compound"),
        pytest.param("She said Maria Lopez died.", "Maria Lopez", 1, 1, Reading.NAMED, id="named"),
    ],
)  # fmt: skip
def test_reads_phrase(
    make_document: MakeDocument, text: str, phrase: str, low: int, high: int | None, reading: Reading
) -> None:
    found = read(make_document, text)
    assert phrase in found
    people = found[phrase]
    assert (people.low, people.high, people.reading) == (low, high, reading)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Two police vehicles were hit.", id="noun_of_people_before_thing"),
        pytest.param("A student hostel burned.", id="student_hostel"),
        pytest.param("It happened on July 14 near Route 12.", id="date_and_road"),
        pytest.param("It cost $5 million.", id="money"),
        pytest.param("The lake is 3 km away and 40 miles long.", id="distances"),
        pytest.param("Soldiers fled.", id="bare_plural"),
        pytest.param("They called 911 at 8:30 p.m.", id="emergency_number_and_time"),
        pytest.param("The 3 Division advanced.", id="unit_number"),
    ],
)
def test_reads_no_people(make_document: MakeDocument, text: str) -> None:
    assert not [p for p in read(make_document, text).values() if p.known]


@pytest.mark.parametrize(
    ("text", "category", "country"),
    [
        pytest.param("Three Russian troops were hurt.", Category.MILITARY, "RU", id="military_of_country"),
        pytest.param("Two Afghan policemen were hurt.", Category.POLICE, "AF", id="police"),
        pytest.param("Two journalists were hurt.", Category.JOURNALIST, None, id="journalists"),
        pytest.param("Four aid workers were hurt.", Category.AID_WORKER, None, id="aid_workers"),
        pytest.param("Six militants were hurt.", Category.ARMED_GROUP, None, id="militants"),
        pytest.param("Two villagers were hurt.", Category.CIVILIAN, None, id="villagers"),
    ],
)
def test_knows_category(make_document: MakeDocument, text: str, category: Category, country: str | None) -> None:
    (people,) = read(make_document, text).values()
    assert (people.category, people.country_code) == (category, country)


def test_perpetrators_by_the_word(make_document: MakeDocument) -> None:
    (people,) = read(make_document, "Two gunmen were hurt.").values()
    assert people.side is Side.PERPETRATOR


def test_third_victim_is_one(make_document: MakeDocument) -> None:
    (people,) = read(make_document, "A third victim was hurt.").values()
    assert (people.low, people.ordinal) == (1, 3)


def test_share_knows_its_whole(make_document: MakeDocument) -> None:
    (people,) = read(make_document, "One of the five victims was hurt.").values()
    assert people.whole is not None
    assert people.whole.low == 5
