"""People hit, with the names, trades, services and countries by which the article tells of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from incidentparse.extractors.targets import extract
from incidentparse.language.document import Document
from incidentparse.language.namings import name_behind, read_namings
from incidentparse.record import Category, TargetKind

MakeDocument = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A soldier was killed in Efrat. The soldier was later named as Sgt. Noam Elbaz, 20, from Ashdod.",
            {"soldier": "Noam Elbaz"},
            id="a noun taken up, and a rank with its stop",
        ),
        pytest.param(
            "Gunmen killed a Kenyan teacher. The teacher, John Mutua, 31, taught at a school in Lafey.",
            {"Kenyan teacher": "John Mutua"},
            id="in apposition to the noun taken up",
        ),
        pytest.param(
            "A pastor and a deacon were wounded. The pastor, the Rev. Calvin Drew, was shot in the arm.",
            {"pastor": "Calvin Drew", "deacon": None},
            id="each by its own noun",
        ),
        pytest.param(
            "A teen was killed. The teen, identified by the county coroner as Devon Pratt, lay in a driveway.",
            {"teen": "Devon Pratt"},
            id="by whom is not who",
        ),
        pytest.param(
            "A surveyor, named as 48-year-old Jaime Ortuno, was killed.",
            {"surveyor": "Jaime Ortuno"},
            id="right behind the noun",
        ),
        pytest.param(
            "A police officer was killed when he tried to stop the rebels. He was identified as Corporal Luis Mora.",
            {"police officer": "Luis Mora"},
            id="of whom a pronoun tells",
        ),
        pytest.param(
            "Two officers were wounded. The attacker was identified as Karim Aziz.",
            {"officers": None},
            id="the name of the one who did it",
        ),
        pytest.param(
            "A woman was killed by a shell. The man was identified as Viktor Sokol.",
            {"woman": None},
            id="of the other sex",
        ),
    ],
)
def test_names_told_elsewhere(make_document: MakeDocument, text: str, expected: dict[str, str | None]) -> None:
    document = make_document(text)
    told = {
        document.slice(m.start, m.end): document.slice(*m.name) if m.name else None
        for m in extract(document)
        if m.name is None or m.name != (m.start, m.end)
    }
    assert {noun: told[noun] for noun in expected} == expected


@pytest.mark.parametrize(
    ("text", "category", "country"),
    [
        pytest.param("Three personnel of the Frontier Corps were killed.", Category.MILITARY, None, id="of a force"),
        pytest.param("Gunmen killed a member of the Social Party.", Category.POLITICAL, None, id="of a party"),
        pytest.param("Rebels murdered six members of the choir.", Category.CIVILIAN, None, id="of nobody known"),
        pytest.param("The mayor's wife was injured.", Category.CIVILIAN, None, id="kin hold no office"),
        pytest.param("Rebels kidnapped a U.S. priest.", Category.RELIGIOUS, "US", id="a country written short"),
        pytest.param("Gunmen killed five nuns of Spanish origin.", Category.RELIGIOUS, "ES", id="by origin"),
        pytest.param("Gunmen abducted two nationals of India.", Category.CIVILIAN, "IN", id="of a country"),
        pytest.param("A bomb killed four US-backed soldiers.", Category.MILITARY, None, id="whom a country backs"),
    ],
)
def test_service_and_nationality(
    make_document: MakeDocument, text: str, category: Category, country: str | None
) -> None:
    (mention,) = extract(make_document(text))
    assert (mention.category, mention.country_code) == (category, country)


def test_all_names_of_a_list_are_told(make_document: MakeDocument) -> None:
    document = make_document(
        "The massacre of the priests Juan Roldan, Pedro Salinas and Luis Ortega shocked the country."
    )
    assert [document.slice(*m.name) for m in extract(document) if m.name] == [
        "Juan Roldan",
        "Pedro Salinas",
        "Luis Ortega",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A blast tore through the market. Injured by flying tiles were: an unnamed bus conductor; Tomas "
            "Rivas, a young porter who was resting there; and Raul Pinto, a baker.",
            [("unnamed bus conductor", 1), ("young porter", 1), ("baker", 1)],
            id="fronted, with semicolons",
        ),
        pytest.param(
            "Shells killed two people. Among the wounded are two children, aged 8 and 12, and a paramedic.",
            [("children", 2), ("paramedic", 1)],
            id="past ages",
        ),
        pytest.param(
            "Gunmen ambushed a truck, killing three. Colonel Dennis Amora said the fatalities were Corporal Joel "
            "Dagoy, Pfc. Nestor Abella and a driver.",
            [("Corporal", 1), ("Pfc", 1), ("driver", 1)],
            id="behind who says it, over a rank with its stop",
        ),
        pytest.param(
            "Gunmen killed the deputy governor of Diyala, Qasim Hamid, and one of his bodyguards.",
            [("the deputy governor of Diyala", 1), ("bodyguards", 1)],
            id="one of several",
        ),
        pytest.param(
            "The driver, a Kenyan national, was shot dead.",
            [("driver", 1)],
            id="one person between commas",
        ),
        pytest.param(
            "A bystander, a 54-year-old woman, was killed by a stray bullet.",
            [("bystander", 1)],
            id="one person with an age between commas",
        ),
    ],
)
def test_lists_of_those_hit(make_document: MakeDocument, text: str, expected: list[tuple[str, int]]) -> None:
    document = make_document(text)
    people = [m for m in extract(document) if m.kind is TargetKind.PERSON and not m.rule.endswith(":generic")]
    assert [(document.slice(m.start, m.end), m.low) for m in people] == expected


def test_a_name_behind_rank_and_age(make_document: MakeDocument) -> None:
    document = make_document("Police named him as 34-year-old Head Constable Ravi Kumar of the Song Division.")
    name = name_behind(document, document.words.index("as") + 1)
    assert name is not None
    assert document.slice(*name) == "Ravi Kumar"


def test_texts_without_names_have_no_namings(make_document: MakeDocument) -> None:
    assert read_namings(make_document("A bomb killed two soldiers.")) == []
