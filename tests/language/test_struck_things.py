"""Things hit that no frame holds: a sentence in, the things and what became of them out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from incidentparse.extractors import targets
from incidentparse.language.document import Document
from incidentparse.record import Category, Effect, TargetKind

MakeDocument = Callable[[str], Document]


def _things(document: Document) -> dict[str, tuple[Category, Effect]]:
    found = targets.extract(document)
    return {document.slice(m.start, m.end): (m.category, m.effect) for m in found if m.kind is TargetKind.OBJECT}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The blast shattered windows of a girls' school and the front door of the bank was blown off.",
            {"girls' school": (Category.EDUCATIONAL, Effect.DAMAGED), "bank": (Category.BUSINESS, Effect.DAMAGED)},
            id="parts tell of the whole",
        ),
        pytest.param(
            "A bomb exploded outside a law firm, causing heavy damage but no victims.",
            {"law firm": (Category.BUSINESS, Effect.DAMAGED)},
            id="damage told without its thing",
        ),
        pytest.param(
            "Gunmen attacked a customs post on Sunday. There were neither casualties nor material damage.",
            {"customs post": (Category.GOVERNMENT, Effect.NONE)},
            id="damage denied in the next sentence",
        ),
        pytest.param(
            "A rocket landed in the sea. There was no damage to the tanker.",
            {"tanker": (Category.TRANSPORT, Effect.NONE)},
            id="no damage to a thing",
        ),
        pytest.param(
            "The bombs damaged a notary office on Union Street, a wine exporting firm in Lores, and a Baptist church.",
            {
                "notary office": (Category.CIVILIAN, Effect.DAMAGED),
                "wine exporting firm": (Category.BUSINESS, Effect.DAMAGED),
                "Baptist church": (Category.RELIGIOUS, Effect.DAMAGED),
            },
            id="list whose members tell where they are",
        ),
        pytest.param(
            "Rebels attacked Hotel Kivu, Hospital San Telmo and the Banco de Ribera on Monday.",
            {
                "Hotel Kivu": (Category.BUSINESS, Effect.UNKNOWN),
                "Hospital San Telmo": (Category.MEDICAL, Effect.UNKNOWN),
                "Banco de Ribera": (Category.BUSINESS, Effect.UNKNOWN),
            },
            id="names that begin with their kind",
        ),
        pytest.param(
            "Shells fell on Orlo. The roof of the school collapsed and the kindergarten was gutted by fire.",
            {
                "school": (Category.EDUCATIONAL, Effect.DAMAGED),
                "kindergarten": (Category.EDUCATIONAL, Effect.DESTROYED),
            },
            id="a roof that collapsed",
        ),
        pytest.param(
            "The bomb wrecked the Baltic Exchange and blew out the windows of dozens of office towers.",
            {
                "Baltic Exchange": (Category.OTHER, Effect.DESTROYED),
                "office towers": (Category.BUSINESS, Effect.UNKNOWN),
            },
            id="a name without a noun that is known, the windows of an amount",
        ),
        pytest.param(
            "A bomber rammed a van packed with explosives into their bus, and another drove a truck into the hotel.",
            {"bus": (Category.TRANSPORT, Effect.UNKNOWN), "hotel": (Category.BUSINESS, Effect.UNKNOWN)},
            id="what was rammed, not with what",
        ),
        pytest.param(
            "Gunmen attacked Orlo, burning two clinics and carting away motorcycles. The blast reduced a bus to a "
            "mangled heap.",
            {
                "clinics": (Category.MEDICAL, Effect.DAMAGED),
                "motorcycles": (Category.TRANSPORT, Effect.STOLEN),
                "bus": (Category.TRANSPORT, Effect.DESTROYED),
            },
            id="carted away, a mangled heap",
        ),
        pytest.param(
            "The mortar fire hit a tent where supporters had gathered.",
            {"tent": (Category.RESIDENCE, Effect.UNKNOWN)},
            id="fire that hits",
        ),
        pytest.param(
            "A truck bomb damaged a weir. Two spans of the Orsa bridge collapsed.",
            {
                "weir": (Category.INFRASTRUCTURE, Effect.DAMAGED),
                "Orsa bridge": (Category.INFRASTRUCTURE, Effect.DAMAGED),
            },
            id="spans of a bridge",
        ),
        pytest.param(
            "Near Tal Marjul, five strikes destroyed two ISIL vehicles, an ISIL mortar system and a weapons cache.",
            {
                "ISIL vehicles": (Category.ARMED_GROUP, Effect.DESTROYED),
                "ISIL mortar system": (Category.ARMED_GROUP, Effect.DESTROYED),
                "weapons cache": (Category.MILITARY, Effect.DESTROYED),
            },
            id="list behind a verb that is no trigger there",
        ),
        pytest.param(
            "Two kiosks and a clinic sustained heavy damage, and a bus caught fire.",
            {
                "kiosks": (Category.BUSINESS, Effect.DAMAGED),
                "clinic": (Category.MEDICAL, Effect.DAMAGED),
                "bus": (Category.TRANSPORT, Effect.DAMAGED),
            },
            id="damage suffered, fire caught",
        ),
        pytest.param(
            "Rebels shelled Sarmin on Sunday, leaving two guards hurt and a dozen homes badly damaged.",
            {"homes": (Category.RESIDENCE, Effect.DAMAGED)},
            id="left damaged",
        ),
        pytest.param(
            "The shock wave broke the windows of the town hall and of the parish church.",
            {"town hall": (Category.GOVERNMENT, Effect.DAMAGED), "parish church": (Category.RELIGIOUS, Effect.DAMAGED)},
            id="a blast wave, and of",
        ),
        pytest.param(
            "The blast tore through a fruit stall. Looters later stole rice from a warehouse.",
            {
                "fruit stall": (Category.BUSINESS, Effect.DAMAGED),
                "warehouse": (Category.BUSINESS, Effect.STOLEN),
            },
            id="what stands behind the preposition of the verb",
        ),
        pytest.param(
            "A bomb exploded in a branch of the Bank of Orsa.",
            {"branch of the Bank of Orsa": (Category.BUSINESS, Effect.UNKNOWN)},
            id="a name with its own of",
        ),
        pytest.param(
            "Men crept into a seminary and a kindergarten, which were burned down.",
            {
                "seminary": (Category.RELIGIOUS, Effect.DESTROYED),
                "kindergarten": (Category.EDUCATIONAL, Effect.DESTROYED),
            },
            id="a relative clause on a list",
        ),
        pytest.param(
            "The council condemned the attack perpetrated on Monday against the camp of the United Nations in Aljun.",
            {"camp of the United Nations": (Category.CIVILIAN, Effect.UNKNOWN)},
            id="perpetrated against",
        ),
        pytest.param("The museum sustained no damage in the blast.", {}, id="no damage suffered"),
        pytest.param(
            "A drone struck an oil depot, setting two fuel tanks ablaze.",
            {"oil depot": (Category.ENERGY, Effect.UNKNOWN), "fuel tanks": (Category.ENERGY, Effect.DAMAGED)},
            id="set ablaze",
        ),
        pytest.param(
            "Rebels set two trucks loaded with maize on fire on the Kore road.",
            {"trucks": (Category.TRANSPORT, Effect.DAMAGED)},
            id="set on fire, words between",
        ),
        pytest.param(
            "The shelling left a library and two apartment blocks in ruins.",
            {
                "library": (Category.EDUCATIONAL, Effect.DESTROYED),
                "apartment blocks": (Category.RESIDENCE, Effect.DESTROYED),
            },
            id="left in ruins",
        ),
        pytest.param(
            "An ammunition depot blew up on Monday.",
            {"ammunition depot": (Category.MILITARY, Effect.UNKNOWN)},
            id="a depot bursts",
        ),
        pytest.param("A pickup truck blew up on Monday.", {}, id="a truck carried the bomb"),
        pytest.param(
            "Rebels fired three mortar rounds. One of them fell on a villa of the governor.",
            {"villa of the governor": (Category.GOVERNMENT, Effect.UNKNOWN)},
            id="one of the shells told of before",
        ),
        pytest.param(
            "The chapel had to be closed after it was bombed by warplanes.",
            {"chapel": (Category.RELIGIOUS, Effect.UNKNOWN)},
            id="it",
        ),
        pytest.param(
            "A vehicle with election forms was ambushed; the attackers torched it.",
            {"vehicle": (Category.TRANSPORT, Effect.DAMAGED)},
            id="it, the subject before other things",
        ),
        pytest.param(
            "The villa of a candidate, three shops, some council offices and two schools were bombed on Sunday.",
            {
                "villa of a candidate": (Category.POLITICAL, Effect.UNKNOWN),
                "shops": (Category.BUSINESS, Effect.UNKNOWN),
                "council offices": (Category.GOVERNMENT, Effect.UNKNOWN),
                "schools": (Category.EDUCATIONAL, Effect.UNKNOWN),
            },
            id="list before a passive",
        ),
        pytest.param(
            "The guerrillas partially destroyed a railway bridge and blew up a power station.",
            {
                "railway bridge": (Category.INFRASTRUCTURE, Effect.DAMAGED),
                "power station": (Category.ENERGY, Effect.DESTROYED),
            },
            id="graded",
        ),
        pytest.param(
            "Guerrillas sacked two pharmacies in the town of Colta on Friday.",
            {"pharmacies": (Category.MEDICAL, Effect.STOLEN)},
            id="sacked",
        ),
        pytest.param(
            "At about 1915 GMT a bomb went off near the gate of the Sucre Institute.",
            {"Sucre Institute": (Category.EDUCATIONAL, Effect.UNKNOWN)},
            id="a time of day, no year",
        ),
        pytest.param(
            "A drone hit a minibus near the Ostrow bridge.",
            {"minibus": (Category.TRANSPORT, Effect.UNKNOWN)},
            id="a landmark near what was hit",
        ),
        pytest.param(
            "Troops cleared a Boko Haram camp at Galmari village in Borno State.",
            {"Boko Haram camp": (Category.ARMED_GROUP, Effect.UNKNOWN)},
            id="a camp cleared",
        ),
        pytest.param(
            "Urban guerrillas attacked with RPG-2 rockets and machinegun fire the house of Attorney General Ana Rojo.",
            {"house of Attorney General Ana Rojo": (Category.JUDICIAL, Effect.UNKNOWN)},
            id="behind the means",
        ),
        pytest.param(
            "An attack with dynamite that masked men perpetrated against the office of the Mothers Committee "
            "left two injured.",
            {"office of the Mothers Committee": (Category.CIVILIAN, Effect.UNKNOWN)},
            id="against, in a relative clause",
        ),
        pytest.param(
            "A bomb exploded aboard a truck parked next to the National Tax Administration building in Medellin.",
            {"National Tax Administration building": (Category.GOVERNMENT, Effect.UNKNOWN)},
            id="beside the truck that carried the bomb",
        ),
        pytest.param(
            "A sticky bomb attached to a minibus exploded in eastern Baghdad.",
            {"minibus": (Category.TRANSPORT, Effect.UNKNOWN)},
            id="attached to",
        ),
        pytest.param(
            "Two explosions were heard near the police station.",
            {"police station": (Category.POLICE, Effect.UNKNOWN)},
            id="heard near",
        ),
        pytest.param(
            "A powerful charge went off in front of the headquarters of the Labor Party.",
            {"headquarters of the Labor Party": (Category.POLITICAL, Effect.UNKNOWN)},
            id="with what stands behind of",
        ),
        pytest.param(
            "An air strike hit a UN-run school sheltering displaced families.",
            {"UN-run school": (Category.AID_WORKER, Effect.UNKNOWN)},
            id="a thing without what it holds",
        ),
        pytest.param("Coalition jets attacked the Islamic State of Iraq and the Levant.", {}, id="place in a name"),
        pytest.param("Rebels planted land mines on the road.", {}, id="means are not hit"),
        pytest.param("The men were riding in a stolen vehicle when police fired.", {}, id="what was stolen before"),
        pytest.param("A bomb exploded in Itara municipality on Monday.", {}, id="a municipality is a place"),
        pytest.param("The earthquake destroyed forty houses.", {}, id="nobody's deed"),
        pytest.param("No houses were damaged in the blast.", {}, id="nothing damaged"),
        pytest.param("The explosion left three people in hospital.", {}, id="where the wounded are"),
    ],
)
def test_things_beside_frames(
    make_document: MakeDocument, text: str, expected: dict[str, tuple[Category, Effect]]
) -> None:
    assert _things(make_document(text)) == expected


def test_a_text_may_end_with_the_place_hit(make_document: MakeDocument) -> None:
    document = make_document("Two guards were wounded in an explosion at the gate of a school")
    assert "school" in " ".join(_things(document))


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        pytest.param(
            "Gunmen attacked the Rosa Luna school in Tepic. Two shells hit the school.", "Rosa Luna school", (1, 1),
            id="named before",
        ),
        pytest.param(
            "Pirates attacked the tanker Aegean Hope in the Gulf on Sunday.", "Aegean Hope", (1, 1), id="name behind"
        ),
        pytest.param(
            "Shells hit the Bled school and the Kranj school. Then the school was looted.", None, (1, 1), id="two names"
        ),
        pytest.param("Bandits torched dozens of houses.", None, (24, None), id="an amount"),
    ],
)  # fmt: skip
def test_names_and_numbers_of_things(
    make_document: MakeDocument, text: str, name: str | None, count: tuple[int, int | None]
) -> None:
    document = make_document(text)
    last = [m for m in targets.extract(document) if m.kind is TargetKind.OBJECT][-1]
    assert (document.slice(*last.name) if last.name is not None else None) == name
    assert (last.low, last.high) == count
