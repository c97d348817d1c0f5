"""Deeds by which attackers were stopped, told beside the attack."""

from __future__ import annotations

import pytest

from incidentparse.language.answers import answers
from tests.conftest import MakeDocument


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A teenager stabbed two people at a tram stop on Friday before he was shot dead by a police officer.",
            ["shot"],
            id="pronoun",
        ),
        pytest.param("A man stabbed three nurses in Lyon and was then shot by officers.", ["shot"], id="same-subject"),
        pytest.param(
            "A driver rammed his car into a queue in Tel Aviv, wounding eight people, before police shot him.",
            ["shot"],
            id="object",
        ),
        pytest.param(
            "Militants bombed a hotel in Baidoa. Security forces killed five attackers.", ["killed"], id="attackers"
        ),
        pytest.param("An assailant shot and killed a nurse of the clinic.", [], id="the-attack-itself"),
        pytest.param(
            "Nine people were killed in an attack on a hotel in Baidoa. Soldiers killed five attackers.",
            ["killed"],
            id="attackers-of-whom-nothing-else-is-told",
        ),
        pytest.param("Gunmen abducted a driver near Gao. He was shot dead two days later.", [], id="the-one-attacked"),
        pytest.param("Police shot dead a man in Lyon on Friday. He was 40.", [], id="nothing-answered"),
        pytest.param("Soldiers shot dead three protesters after youths burned a bus.", [], id="others"),
    ],
)
def test_answers(make_document: MakeDocument, text: str, expected: list[str]) -> None:
    document = make_document(text)
    assert [document.words[token] for token in sorted(answers(document))] == expected


def test_the_clipped_passive_of_a_headline(make_document: MakeDocument) -> None:
    document = make_document("A youth stabbed two people.", title="Two hurt in stabbing; assailant shot dead")
    assert [document.words[token] for token in sorted(answers(document))] == ["shot"]
