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
            "Near Tal Marjul, five strikes destroyed two ISIL vehicles, an ISIL mortar system and a weapons cache.",
            {
                "ISIL vehicles": (Category.ARMED_GROUP, Effect.DESTROYED),
                "ISIL mortar system": (Category.ARMED_GROUP, Effect.DESTROYED),
                "weapons cache": (Category.MILITARY, Effect.DESTROYED),
            },
            id="list behind a verb that is no trigger there",
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
