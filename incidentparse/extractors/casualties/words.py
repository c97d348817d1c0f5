"""Sets of words that the patterns of casualties need, from ``lexicons/casualty_words.jsonl``."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from incidentparse.language.lexicon import load_lexicon

_LEXICON = "casualty_words.jsonl"


class WordSet(BaseModel):
    """A named set of folded words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    words: tuple[str, ...]


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {row.name: frozenset(row.words) for row in load_lexicon(_LEXICON, WordSet)}


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of a set."""
    return _sets()[name]
