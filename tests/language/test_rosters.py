"""Lists of people: sentences in; who is listed, and who those spoken of are said to be, out."""

from __future__ import annotations

import pytest

from incidentparse.extractors.actors import extract
from tests.conftest import MakeDocument


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Prosecutors charged Colonel Mario Vega, Major Luis Rivas and two soldiers with the murder of the bishop.",
            ["Mario Vega", "Luis Rivas", "two soldiers"],
            id="names, ranks and a number",
        ),
        pytest.param(
            "The judge said a colonel, two lieutenants and three soldiers were involved in the murder of the priests.",
            ["colonel", "two lieutenants", "three soldiers"],
            id="ranks counted",
        ),
        pytest.param(
            "Four officers, including one colonel, were charged with the massacre of nine farmers.",
            ["Four officers", "one colonel"],
            id="parts of a number",
        ),
        pytest.param(
            "Those arrested for the killing are Pedro Gomez, Raul Diaz and Juana Perez.",
            ["Pedro Gomez", "Raul Diaz", "Juana Perez"],
            id="those arrested are",
        ),
        pytest.param(
            "Among those charged with the killing are Colonel Luis Mora and two sergeants.",
            ["Luis Mora", "two sergeants"],
            id="among those charged",
        ),
        pytest.param(
            "The ministry said those responsible for the killing of the mayor are extreme rightist groups.",
            ["extreme rightist groups"],
            id="those responsible are",
        ),
        pytest.param(
            "Two suspects, Ryan Cole and Devin Hart, fled in a car after the shooting.",
            ["Ryan Cole", "Devin Hart"],
            id="suspects by name",
        ),
        pytest.param(
            "A column of 60 rebels stormed the village and burned the police post.",
            ["column of 60 rebels"],
            id="those in a body",
        ),
        pytest.param(
            "The rebels used explosives to blow up ten metres of the pipeline.",
            ["rebels"],
            id="purpose",
        ),
        pytest.param(
            "The crimes committed by Colonel Arturo Solis and General Mejia will not go unpunished, the bishop said.",
            ["Arturo Solis", "Mejia"],
            id="crimes committed by",
        ),
        pytest.param(
            "Raul Diaz, a mechanic from Lima, was killed in the bombing, and police arrested Pedro Gomez over it.",
            ["Pedro Gomez"],
            id="an apposition is no list",
        ),
    ],
)
def test_everybody_listed_is_accused(make_document: MakeDocument, text: str, expected: list[str]) -> None:
    document = make_document(text)
    assert [document.slice(m.start, m.end) for m in extract(document) if m.perpetrates] == expected
