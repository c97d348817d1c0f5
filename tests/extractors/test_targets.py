"""Targets: sentences in, who and what was hit."""

from __future__ import annotations

import pytest

from incidentparse.extractors.targets import extract
from incidentparse.record import Category, Effect, TargetKind
from tests.conftest import MakeDocument


@pytest.mark.parametrize(
    ("text", "target", "category", "effect"),
    [
        pytest.param("Gunmen killed three policemen.", "policemen", Category.POLICE, Effect.KILLED, id="killed"),
        pytest.param("The blast injured two nurses.", "nurses", Category.MEDICAL, Effect.INJURED, id="injured"),
        pytest.param("Rebels abducted a priest.", "priest", Category.RELIGIOUS, Effect.ABDUCTED, id="abducted"),
        pytest.param("Warplanes bombed a hospital.", "hospital", Category.MEDICAL, Effect.UNKNOWN, id="bombed"),
        pytest.param(
            "The mob destroyed a police station.", "police station", Category.POLICE, Effect.DESTROYED, id="destroyed"
        ),
        pytest.param(
            "Militants attacked an army convoy.", "army convoy", Category.MILITARY, Effect.UNKNOWN, id="convoy"
        ),
        pytest.param(
            "Gunmen killed three members of a family.",
            "members of a family",
            Category.CIVILIAN,
            Effect.KILLED,
            id="members of a family",
        ),
        pytest.param("The attack targeted the embassy.", "embassy", Category.DIPLOMAT, Effect.UNKNOWN, id="targeted"),
    ],
)
def test_extract_target(
    make_document: MakeDocument, text: str, target: str, category: Category, effect: Effect
) -> None:
    document = make_document(text)
    found = [(document.slice(m.start, m.end), m.category, m.effect) for m in extract(document)]
    assert (target, category, effect) in found


def test_count_is_kept_apart_from_the_description(make_document: MakeDocument) -> None:
    document = make_document("Gunmen killed three policemen.")
    (mention,) = extract(document)
    assert (mention.low, mention.high) == (3, 3)


def test_storeys_are_no_count(make_document: MakeDocument) -> None:
    document = make_document("Warplanes bombed a five-storey hotel.")
    (mention,) = extract(document)
    assert (document.slice(mention.start, mention.end), mention.low) == ("five-storey hotel", 1)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("A missile hit the Greek-owned tanker on Monday.", None, id="whose it is"),
        pytest.param("A bomb hit a Peshawar seminary on Monday.", None, id="where it is"),
        pytest.param("A bomb hit the Rahmaniya Grand Mosque.", "Rahmaniya Grand Mosque", id="name"),
    ],
)
def test_only_a_proper_name_is_the_name_of_a_thing(make_document: MakeDocument, text: str, name: str | None) -> None:
    document = make_document(text)
    assert [document.slice(*m.name) if m.name else None for m in extract(document)] == [name]


def test_name_in_apposition(make_document: MakeDocument) -> None:
    document = make_document("The mayor of Santa Rita, Pablo Fuentes Rivas, was shot dead by two gunmen.")
    assert "Pablo Fuentes Rivas" in [document.slice(*m.name) for m in extract(document) if m.name]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Police shot dead the attacker.", id="the attacker"),
        pytest.param("No one was killed in the attack.", id="nobody"),
        pytest.param("Injuring 22, it was the worst year.", id="bare number"),
    ],
)
def test_extract_nothing(make_document: MakeDocument, text: str) -> None:
    assert extract(make_document(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A car bomb exploded on Friday, killing Elena Bravo, 42; Irene Bravo, 19; a minor known as Beto; "
            "Simon Tejada, and a customs official who died later.",
            [
                ("Elena Bravo", "Elena Bravo"),
                ("Irene Bravo", "Irene Bravo"),
                ("minor", "Beto"),
                ("Simon Tejada", "Simon Tejada"),
                ("customs official", None),
            ],
            id="list with ages",
        ),
        pytest.param(
            "Gunmen killed Ramon Velasco, leader of the Union Party, and farm workers' leader Nilda Prado.",
            [("leader of the Union Party", "Ramon Velasco"), ("farm workers' leader", "Nilda Prado")],
            id="roles before and behind the name",
        ),
        pytest.param(
            "The attackers killed three journalists: Rodrigo Salas, a Reuters photographer, and Martin Quesada, "
            "a sound technician.",
            [("journalists", None), ("Reuters photographer", "Rodrigo Salas"), ("sound technician", "Martin Quesada")],
            id="colon",
        ),
        pytest.param(
            "The murder of Jesuit priest Tomas Arrieta and his cook shocked the country.",
            [("Jesuit priest", "Tomas Arrieta"), ("cook", None)],
            id="noun",
        ),
        pytest.param(
            "Velasco and his aide Nilda Prado, a member of the Union Party, were abducted by armed men.",
            [("member of the Union Party", "Nilda Prado")],
            id="name behind a kin noun",
        ),
        pytest.param(
            "Gunmen opened fire on the bus, killing two people. The dead were Ana Torres and her brother Luis Torres.",
            [("Two people", None), ("Ana Torres", "Ana Torres"), ("her brother", "Luis Torres")],
            id="roll call",
        ),
        pytest.param(
            "Nine people were killed in the raid on Monday, including two traffic wardens and a nurse.",
            [("Nine people", None), ("traffic wardens", None), ("nurse", None)],
            id="including, behind the verb",
        ),
        pytest.param(
            "Police found the bodies of two teachers in a ditch on Monday.", [("teachers", None)], id="bodies of whom"
        ),
        pytest.param(
            "At least 20 people were wounded, among them four policemen.",
            [("20 people", None), ("policemen", None)],
            id="among them",
        ),
        pytest.param(
            "Nine people were killed and troops took several villages, including Kanza.",
            [("Nine people", None)],
            id="including, behind another verb",
        ),
        pytest.param(
            "A bomb went off beside his car. General Miguel Maza escaped unhurt.",
            [("General", "Miguel Maza")],
            id="unhurt",
        ),
        pytest.param(
            "Police said they are investigating the assassination in Tegucigalpa of Manuel Rugama, a rebel commander.",
            [("rebel commander", "Manuel Rugama")],
            id="noun, place and name",
        ),
    ],
)
def test_persons_of_a_list(make_document: MakeDocument, text: str, expected: list[tuple[str, str | None]]) -> None:
    document = make_document(text)
    mentions = [m for m in extract(document) if m.kind is TargetKind.PERSON]
    found = [(document.slice(m.start, m.end), document.slice(*m.name) if m.name else None) for m in mentions]
    assert [f for f in expected if (f[0].lower(), f[1]) not in [(d.lower(), n) for d, n in found]] == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        pytest.param(
            "A bomb exploded in front of the Government House late on Monday.", "Government House", id="front"
        ),
        pytest.param("A bomb planted near the U.S. Embassy was defused by police.", "U.S. Embassy", id="near"),
        pytest.param("The residence of the deputy was the target of a bomb attack.", "residence", id="target of"),
        pytest.param("Rebels burned the offices of the mayor, the Agrarian Bank, and a school.", "school", id="list"),
        pytest.param("The blast destroyed a public telephone booth.", "public telephone booth", id="booth"),
        pytest.param(
            "An explosion took place simultaneously in Zone 5 on Monday night, in front of the cathedral.",
            "cathedral",
            id="far behind the explosion",
        ),
        pytest.param(
            "Three bombs went off, one at the town hall, another at a bank, and another at a school for teachers.",
            "school",
            id="one at, another at",
        ),
        pytest.param("A car bomb was placed across from the telephone company.", "telephone company", id="across from"),
        pytest.param("The explosion damaged several buildings.", "buildings", id="damaged buildings"),
    ],
)
def test_objects_beside_the_deed(make_document: MakeDocument, text: str, target: str) -> None:
    document = make_document(text)
    mentions = [m for m in extract(document) if m.kind is TargetKind.OBJECT]
    assert any(target in document.slice(m.start, m.end) for m in mentions)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A car bomb exploded on 68th Street.", id="street"),
        pytest.param("Rebels attacked the town of Rugama.", id="town that bears a name"),
    ],
)
def test_places_are_no_persons_and_streets_no_targets(make_document: MakeDocument, text: str) -> None:
    document = make_document(text)
    mentions = extract(document)
    assert not [m for m in mentions if m.kind is TargetKind.PERSON or "Street" in document.slice(m.start, m.end)]


@pytest.mark.parametrize(
    ("text", "target", "effect"),
    [
        pytest.param(
            "The blast killed 12 people. Several children were among the dead.",
            "Several children",
            Effect.KILLED,
            id="among",
        ),
        pytest.param(
            "He condemned the destruction of public and private properties in the state.",
            "public and private properties",
            Effect.DESTROYED,
            id="destruction of",
        ),
        pytest.param("The lorry careered into families.", "families", Effect.UNKNOWN, id="careered into"),
        pytest.param("A drone crashed into a depot and set it ablaze.", "depot", Effect.DAMAGED, id="set it ablaze"),
        pytest.param(
            "Some 30 villagers - mainly women and children - were injured in the shelling.",
            "women and children",
            Effect.INJURED,
            id="mainly",
        ),
        pytest.param(
            "One man was shot dead. He was later identified as 31-year-old Peter Anso Marlow, and the victim died "
            "at the scene.",
            "31-year-old Peter Anso Marlow",
            Effect.KILLED,
            id="identified as",
        ),
    ],
)
def test_targets_told_apart_from_the_deed(make_document: MakeDocument, text: str, target: str, effect: Effect) -> None:
    document = make_document(text)
    found = [(document.slice(m.start, m.end), m.effect) for m in extract(document)]
    assert any(target in told or told in target for told, became in found if became is effect), found


def test_victims_sent_home_are_not_released_by_captors(make_document: MakeDocument) -> None:
    document = make_document("Two victims, Ana Roe and Max Poe, were treated at a hospital and released.")
    assert Effect.RELEASED not in [m.effect for m in extract(document)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        pytest.param("A bomb exploded beside a bus carrying pilgrims on Friday.", "pilgrims", id="who-a-bus-carries"),
        pytest.param(
            "The mosque was filled with worshippers when the bomb exploded.", "worshippers", id="who-fills-a-mosque"
        ),
        pytest.param("A man drove into pedestrians on the bridge.", "pedestrians", id="driven-into"),
        pytest.param("The driver mowed down pedestrians on the bridge.", "pedestrians", id="mowed-down"),
        pytest.param("It was an act of terror against worshippers.", "worshippers", id="act-against"),
        pytest.param("The operation was targeted at bandits.", "bandits", id="targeted-at"),
    ],
)
def test_people_are_read_where_no_verb_of_violence_has_them_as_object(
    make_document: MakeDocument, text: str, target: str
) -> None:
    document = make_document(text)
    assert target in [document.slice(m.start, m.end) for m in extract(document)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The troops drove into the village.", id="into-a-village"),
        pytest.param("A bomb exploded in Khyber Agency on Monday.", id="agency-that-is-a-region"),
        pytest.param("The attack caused panic among villagers.", id="panic"),
        pytest.param("A bus carrying pilgrims arrived on Friday.", id="no-violence"),
    ],
)
def test_the_same_words_without_violence_hit_nobody(make_document: MakeDocument, text: str) -> None:
    assert extract(make_document(text)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Militants killed tribal leader Hamad al-Zubari on Monday.", "Hamad al-Zubari", id="article"),
        pytest.param("Gunmen abducted journalist Jean-Luc Mbeki-Londo.", "Jean-Luc Mbeki-Londo", id="double names"),
        pytest.param("The mayor of the town, Marie-Ange Toure, was killed.", "Marie-Ange Toure", id="in apposition"),
    ],
)
def test_names_are_not_cut_at_hyphens(make_document: MakeDocument, text: str, name: str) -> None:
    document = make_document(text)
    (target,) = extract(document)
    assert target.name is not None
    assert document.slice(*target.name) == name


def test_shot_dead_says_what_became_of_the_victim(make_document: MakeDocument) -> None:
    document = make_document("Gunmen shot dead tribal leader Hamad al-Zubari on Monday.")
    assert {document.slice(target.start, target.end) for target in extract(document)} == {"tribal leader"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("Rebels shelled Mali's army base at Boni.", "ML", id="possessive"),
        pytest.param("Gunmen attacked the Turkish embassy.", "TR", id="adjective"),
        pytest.param("Jets bombed a Saudi-led convoy.", None, id="who only leads"),
    ],
)
def test_whose_a_thing_is(make_document: MakeDocument, text: str, country: str | None) -> None:
    assert {target.country_code for target in extract(make_document(text))} == {country}
