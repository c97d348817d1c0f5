"""The Doc that the pipeline annotates, and where its sentences stand."""

import pytest

from tests.conftest import MakeDocument


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param("HALVERTON, Ontario - A man drove a truck into a crowd on Sunday.", "man", id="region"),
        pytest.param("MORVELIA, Mexico, May 3 - Gunmen ambushed a patrol on Monday.", "Gunmen", id="part date"),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(make_document: MakeDocument, text: str, subject: str) -> None:
    document = make_document(text)
    sentence = document.sentence(document.words.index(subject))
    assert document.dateline is not None
    assert document.starts[sentence.start] > document.text.index(" -")
    assert document.slice(sentence.start, sentence.end) == text.split(" - ")[1]


def test_the_lead_stands_first_whether_or_not_a_dateline_opens_it(make_document: MakeDocument) -> None:
    lead = "Gunmen ambushed a patrol on Monday."
    for text in (lead, f"MORVELIA, Mexico, May 3 - {lead}", f"Mon 3 May 2021\n\n{lead}"):
        document = make_document(text, title="Patrol ambushed near border")
        sentence = document.sentence(document.words.index("Gunmen"))
        assert document.place_of[sentence.index] == 1
        assert document.place_of[0] == 0
