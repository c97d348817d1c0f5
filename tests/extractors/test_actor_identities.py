"""Who is said to be whom: sentences in, the persons and what they are said to have done out."""

from __future__ import annotations

import pytest

from incidentparse.extractors.actors import extract
from incidentparse.record import Attribution
from tests.conftest import MakeDocument


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Deputies said 45-year-old Rendell Peavy shot his estranged wife in their kitchen.",
            {"Rendell Peavy": Attribution.STATED},
            id="name told by an age",
        ),
        pytest.param(
            "The specialist, Noel Barrios, stabbed the researcher outside her office.",
            {"Noel Barrios": Attribution.STATED},
            id="named beside a noun of people",
        ),
        pytest.param(
            "A gunman opened fire at a store on Sunday. Police identified him as John Dorsen, 34.",
            {"gunman": Attribution.STATED, "John Dorsen": Attribution.STATED},
            id="identified by name",
        ),
        pytest.param(
            "Police arrested two men over the kidnapping of a trader. Their names are Asif Batt and Tariq Mehm.",
            {"two men": Attribution.ACCUSED, "Asif Batt": Attribution.ACCUSED, "Tariq Mehm": Attribution.ACCUSED},
            id="their names are",
        ),
        pytest.param(
            "Two people were shot dead at a bar. Investigators have named 28-year-old Marcus Halle as a suspect.",
            {"Marcus Halle": Attribution.SUSPECTED},
            id="named as a suspect",
        ),
        pytest.param(
            "The judge said Emilio Regada was the perpetrator of the murder of the bishop.",
            {"Emilio Regada": Attribution.SUSPECTED},
            id="was the perpetrator",
        ),
        pytest.param(
            "A lieutenant was charged with the murder of two students.",
            {"lieutenant": Attribution.ACCUSED},
            id="noun of people",
        ),
        pytest.param(
            "The minister blamed the murder of two missionaries in the capital on narcoterrorists.",
            {"narcoterrorists": Attribution.ACCUSED},
            id="blamed on, behind other nouns",
        ),
        pytest.param(
            "The rebels said the attack on the hall was planned by Rene Pontes and carried out by Luis Fuente.",
            {"Rene Pontes": Attribution.STATED, "Luis Fuente": Attribution.STATED},
            id="planned by one, carried out by another",
        ),
        pytest.param(
            "A judge issued arrest warrants for Hernan Casas and Oscar Peralta over the murder of the senator.",
            {"Hernan Casas": Attribution.ACCUSED, "Oscar Peralta": Attribution.ACCUSED},
            id="warrant for",
        ),
        pytest.param(
            "Police have arrested two men suspected of a part in the murder of a judge: Jorge Andrade and Luis Pena.",
            {
                "two men": Attribution.SUSPECTED,
                "Jorge Andrade": Attribution.SUSPECTED,
                "Luis Pena": Attribution.SUSPECTED,
            },
            id="named behind a colon",
        ),
        pytest.param(
            "The trader was shot dead. The hired killer, who identified himself as Alvaro Rondon, was caught.",
            {"Alvaro Rondon": Attribution.SUSPECTED},
            id="identified himself as",
        ),
        pytest.param(
            "Police said that the rebels who killed the inspector had identified themselves as Shining Path members.",
            {"rebels": Attribution.STATED, "Shining Path": Attribution.CLAIMED},
            id="identified themselves as of a group",
        ),
        pytest.param(
            "The bomber, who gave his name as Gonzalo Pineda, threw a grenade at the office.",
            {"bomber": Attribution.STATED, "Gonzalo Pineda": Attribution.STATED},
            id="gave his name as",
        ),
        pytest.param(
            "Colonel Guillermo Barrios, two lieutenants and two sergeants are implicated in the murder of the priests.",
            {
                "Guillermo Barrios": Attribution.ACCUSED,
                "two lieutenants": Attribution.ACCUSED,
                "two sergeants": Attribution.ACCUSED,
            },
            id="counted people behind a name",
        ),
        pytest.param(
            "A Chilean citizen was caught after he left a bomb in a theatre.",
            {"Chilean citizen": Attribution.STATED},
            id="he, of whom no deed is told",
        ),
        pytest.param(
            "The attack was planned by Rene Pinto, approved by the council and carried out by Elena Funes.",
            {"Rene Pinto": Attribution.STATED, "Elena Funes": Attribution.STATED},
            id="verbs tied to the first who did it",
        ),
        pytest.param(
            "The buses were set on fire by hooded youths thought to be Shining Path militants.",
            {"Shining Path": Attribution.STATED},
            id="thought to be",
        ),
        pytest.param(
            "Eleven villagers were killed in raids by some 200 Shining Path members on two hamlets.",
            {"Shining Path": Attribution.STATED},
            id="attacks by",
        ),
    ],
)
def test_persons(make_document: MakeDocument, text: str, expected: dict[str, Attribution]) -> None:
    found = {m.name: m.attribution for m in extract(make_document(text)) if m.perpetrates}
    assert found == expected
