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
            "Two shopkeepers were stabbed. A court issued a warrant for Kofi Mensima and Yaw Darkoh over the killings.",
            {"Kofi Mensima": Attribution.ACCUSED, "Yaw Darkoh": Attribution.ACCUSED},
            id="warrant for",
        ),
        pytest.param(
            "Detectives hold two students suspected of a part in the stabbing of a nurse: Colin Hart and Neil Dray.",
            {
                "two students": Attribution.SUSPECTED,
                "Colin Hart": Attribution.SUSPECTED,
                "Neil Dray": Attribution.SUSPECTED,
            },
            id="named behind a colon",
        ),
        pytest.param(
            "The trader was shot dead in Karachi. The killer, who identified himself as Salim Kerani, fled the market.",
            {"Salim Kerani": Attribution.SUSPECTED},
            id="identified himself as",
        ),
        pytest.param(
            "The driver said the rebels who shot the guards had identified themselves as Mai-Mai fighters.",
            {"rebels": Attribution.STATED, "Mai-Mai": Attribution.CLAIMED},
            id="identified themselves as of a group",
        ),
        pytest.param(
            "The attacker, who gave his name as Jonas Wille, stabbed three passengers on the train.",
            {"attacker": Attribution.STATED, "Jonas Wille": Attribution.STATED},
            id="gave his name as",
        ),
        pytest.param(
            "Captain Musa Danladi, three corporals and four lieutenants are implicated in the killing of a driver.",
            {
                "Musa Danladi": Attribution.ACCUSED,
                "three corporals": Attribution.ACCUSED,
                "four lieutenants": Attribution.ACCUSED,
            },
            id="counted people behind a name",
        ),
        pytest.param(
            "A Belgian tourist was detained after he threw a grenade at the gate.",
            {"Belgian tourist": Attribution.STATED},
            id="he, of whom no deed is told",
        ),
        pytest.param(
            "The raid was planned by Arif Demir, approved by the elders and carried out by Selim Aksoy.",
            {"Arif Demir": Attribution.STATED, "elders": Attribution.STATED, "Selim Aksoy": Attribution.STATED},
            id="verbs tied to the first who did it",
        ),
        pytest.param(
            "The checkpoint was attacked by masked men thought to be Taliban fighters.",
            {"Taliban": Attribution.STATED},
            id="thought to be",
        ),
        pytest.param(
            "Two people were shot. Corey Benton was held by officers in Marion. A warrant charges him with murder.",
            {"Corey Benton": Attribution.ACCUSED},
            id="him who was told of as subject",
        ),
        pytest.param(
            "Eleven herders perished in attacks by Janjaweed fighters near the wells.",
            {"Janjaweed": Attribution.STATED},
            id="attacks by",
        ),
    ],
)
def test_persons(make_document: MakeDocument, text: str, expected: dict[str, Attribution]) -> None:
    found = {m.name: m.attribution for m in extract(make_document(text)) if m.perpetrates}
    assert found == expected
