"""People hit who are told by what they were doing, by where they were, by their parts or beside a total."""

from __future__ import annotations

import pytest

from incidentparse import IncidentParser


@pytest.fixture(scope="module")
def parser() -> IncidentParser:
    return IncidentParser()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Three suspected rebels were, on Sunday, killed in a gunfight with soldiers in Damaru, police said.",
            {"suspected rebels": (3, "killed")},
            id="day between commas in the passive",
        ),
        pytest.param(
            "Mortar shells hit a courtyard where worshippers had gathered in Lenne on Friday, killing at least nine.",
            {"worshippers": (None, "unknown")},
            id="who had gathered where it struck",
        ),
        pytest.param(
            "A bomber blew himself up on Thursday outside a bank in Baqir where soldiers and bank clerks were waiting "
            "to collect their pay, killing at least 18 people.",
            {"soldiers": (None, "unknown"), "bank clerks": (None, "unknown")},
            id="who were waiting where it struck",
        ),
        pytest.param(
            "A shell killed six people who had gathered to watch a wrestling match in Orlen on Sunday.",
            {"six people who had gathered to watch a wrestling match": (6, "killed")},
            id="people by what they had come for",
        ),
        pytest.param(
            "At least 12 people attending a funeral were killed on Monday when a bomber struck in Surkhan.",
            {"12 people attending a funeral": (12, "killed")},
            id="people by what they attended",
        ),
        pytest.param(
            "The militants killed 15 people living in Gwarba on Monday, officials said.",
            {"15 people": (15, "killed")},
            id="where they live says no more of them",
        ),
        pytest.param(
            "Four men and three women were killed when a gunman opened fire in Tolsa on Sunday. Seven people died.",
            {"Four men and three women": (7, "killed")},
            id="men and women together",
        ),
        pytest.param(
            "Gunfire killed three people in Arden on Tuesday. Omar Petty, 35, Jana Roy, 34, and Dana Lute, "
            "26, died at the scene.",
            {"Omar Petty": (1, "killed"), "Jana Roy": (1, "killed"), "Dana Lute": (1, "killed")},
            id="a total whose names are all told",
        ),
        pytest.param(
            "A rocket hit a market in Dorwa on Monday. Medics put the death toll at more than 40, including women and "
            "children.",
            {"women and children": (None, "killed")},
            id="some of a toll",
        ),
        pytest.param(
            "Eight pilgrims were killed and 14 others, including women and children, sustained injuries when armed men "
            "opened fire in Hazrat on Friday, police said.",
            {"pilgrims": (8, "killed"), "women and children": (None, "injured")},
            id="some of the others",
        ),
        pytest.param(
            "Gunmen shot a union leader dead in Caluma on Monday, police said, the latest in a wave of killings of "
            "rights activists.",
            {"union leader": (1, "killed")},
            id="those of a series are of other days",
        ),
        pytest.param(
            "The driver, identified as Ghulam Reza, and his helper were also among the deceased in Monday's bus "
            "bombing in Hazrat.",
            {"Ghulam Reza": (1, "killed"), "helper": (1, "killed")},
            id="both of those among the dead",
        ),
        pytest.param(
            "A lorry careered for 400 metres through a dense crowd of revellers in Lenne on Sunday, killing 30.",
            {"dense crowd of revellers": (None, "unknown")},
            id="a crowd driven through",
        ),
        pytest.param(
            "Six priests, five Spaniards and one Chilean, were killed by soldiers in San Tomas on Monday.",
            {"priests": (6, "killed")},
            id="nations of those told of already",
        ),
        pytest.param(
            "Two Frenchmen and three soldiers were killed in an attack near Gwarba on Monday.",
            {"Frenchmen": (2, "killed"), "soldiers": (3, "killed")},
            id="others told by their nation alone",
        ),
        pytest.param(
            "A bomb wounded four clerks in Tolsa on Monday. Police blame the Red Path. The group is responsible for "
            "the deaths of at least 700 people this year, including a dozen candidates.",
            {"clerks": (4, "injured")},
            id="some of a sum are of other days",
        ),
        pytest.param(
            "Gunmen shot dead the mayor of Lenne on Monday. Police said a gang did it. The party said nobody was safe. "
            "It spoke of a government that kills workers and peasants.",
            {"mayor of Lenne": (1, "killed")},
            id="whom somebody kills at any time",
        ),
        pytest.param(
            "A woman and her two children were found shot to death on Tuesday inside a home in Arden, police said.",
            {"woman": (1, "killed"), "children": (2, "killed")},
            id="found shot to death, and several children with her",
        ),
        pytest.param(
            "A strike hit a tent housing a displaced family in Dorwa on Friday, killing a father and his three "
            "daughters.",
            {"displaced family": (None, "unknown"), "father": (1, "killed"), "daughters": (3, "killed")},
            id="whom a tent housed",
        ),
        pytest.param(
            "Five constables were killed on Saturday when rebels set off a mine near Surkhan. The personnel were "
            "returning to camp when the blast occurred.",
            {"constables": (5, "killed")},
            id="personnel, told of before by their rank",
        ),
        pytest.param(
            "A bomb hit a bank in Lenne on Monday. Among those who attained martyrdom was a nurse.",
            {"nurse": (1, "killed")},
            id="among those who, by a clause",
        ),
        pytest.param(
            "Gunmen killed a mayor and her bodyguard in Caloma on Monday. Her bodyguard, Jose Timbo, died on the spot.",
            {"mayor": (1, "killed"), "Jose Timbo": (1, "killed")},
            id="the name of one told of before",
        ),
    ],
)
def test_people_hit(parser: IncidentParser, text: str, expected: dict[str, tuple[int | None, str]]) -> None:
    report = parser.parse(text, published="2018-05-15")
    persons = [target for target in report.incidents[0].targets if target.kind == "person"]
    found = {t.name or t.description: (t.count.min if t.count else None, t.effect.value) for t in persons}
    assert found == expected


def test_who_tells_it_is_not_hit_where_commas_are_missing(parser: IncidentParser) -> None:
    text = "Helicopters dropped barrel bombs on civilians Malki said on Monday in Jisra."
    report = parser.parse(text, published="2018-05-15")
    assert [(t.description, t.name) for t in report.incidents[0].targets] == [("civilians", None)]


def test_a_member_of_the_public_is_no_fighter(parser: IncidentParser) -> None:
    text = "Three members of the Zari community were shot dead in Surkhan on Monday, police said."
    report = parser.parse(text, published="2018-05-15")
    assert [(t.description, t.category) for t in report.incidents[0].targets] == [
        ("members of the Zari community", "civilian")
    ]
