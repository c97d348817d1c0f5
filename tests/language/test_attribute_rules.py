"""The ruler that remembers sets what spaCy's own sets."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from incidentparse.language.model import LanguageModel

_SET: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Gunmen who had stormed the post said they would do so again, but did not.", id="words of a rule"),
        pytest.param(
            "There were two blasts. There's one more. It has hit them; they hit it.", id="rules of two tokens"
        ),
        pytest.param("We ain't gonna leave, y'all. Let's go. You gotta run. C'mon!", id="spoken"),
        pytest.param("They heard nothin' and nuthin' else; somethin' ol' was goin' on.", id="rules by expression"),
        pytest.param("Two   men\n\ndied  .\tNobody has claimed it\n", id="spaces"),
    ],
)
def test_sets_the_same(model: LanguageModel, text: str) -> None:
    parsed = _parsed(model, text)
    own = model.nlp.get_pipe("attribute_ruler")(parsed.copy())
    for _ in range(2):  # Asked first, and remembered.
        assert _table(model.nlp.get_pipe("incidentparse_attribute_rules")(parsed.copy())) == _table(own)


def test_takes_the_place_of_the_ruler(model: LanguageModel) -> None:
    assert "attribute_ruler" not in model.nlp.pipe_names
    assert model.nlp("Gunmen fled.")[0].pos_ == "NOUN"


def _parsed(model: LanguageModel, text: str) -> Doc:
    with model.nlp.select_pipes(disable=["incidentparse_attribute_rules", "lemmatizer", "ner"]):
        return model.nlp(text)


def _table(doc: Doc) -> list[list[int]]:
    table: list[list[int]] = doc.to_array(_SET).tolist()
    return table
