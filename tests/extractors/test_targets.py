"""Targets: sentences in, who and what was hit."""

from __future__ import annotations

import pytest

from incidentparse.extractors.targets import extract
from incidentparse.record import Category, Effect
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
