"""The reader of lexicon files."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from incidentparse.errors import LexiconError
from incidentparse.lexicons import LexiconEntry, load_lexicon


class Word(LexiconEntry):
    word: str


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_each_line_is_an_entry(tmp_path: Path) -> None:
    path = write(tmp_path / "words.jsonl", '{"word": "a"}\n\n{"word": "č"}\n')
    assert load_lexicon("words.jsonl", Word, path=path) == (Word(word="a"), Word(word="č"))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param('{"word": "b"', id="no_json"),
        pytest.param('{"wrod": "b"}', id="unknown_field"),
        pytest.param('["b"]', id="no_object"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = write(tmp_path / "words.jsonl", f'{{"word": "a"}}\n{line}\n')
    with pytest.raises(LexiconError, match=r"words\.jsonl, line 2: "):
        load_lexicon("words.jsonl", Word, path=path)


def test_an_entry_stays_as_it_was_read() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Word(word="a").word = "b"
