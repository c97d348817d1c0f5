"""Base noun phrases read from columns are spaCy's noun chunks."""

from __future__ import annotations

import pytest

from tests.conftest import MakeDocument


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        pytest.param(
            "Two masked gunmen shot a police officer dead.", ["Two masked gunmen", "a police officer"], id="plain"
        ),
        pytest.param(
            "Soldiers, police officers and a local guide died.",
            ["Soldiers", "police officers", "a local guide"],
            id="row",
        ),
    ],
)
def test_noun_phrases(make_document: MakeDocument, text: str, phrases: list[str]) -> None:
    document = make_document(text)
    assert [document.slice(*phrase) for phrase in document.noun_phrases] == phrases


def test_they_are_spacys_noun_chunks(make_document: MakeDocument) -> None:
    document = make_document(
        "A roadside bomb that rebels from the north laid hit a bus with traders and their families near Ardamo, "
        "a market town of 4,000 people, on Sunday. What the men wanted, the governor of the province said, was money: "
        "ransom, guns and the release of six prisoners whom they had demanded in May."
    )
    assert document.noun_phrases == [(chunk.start, chunk.end) for chunk in document.doc.noun_chunks]
