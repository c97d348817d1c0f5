"""Sets of words that tell who was hit and how, from ``lexicons/victim_words.jsonl``."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from incidentparse.language.lexicon import load_lexicon

_LEXICON = "victim_words.jsonl"


class VictimWords(BaseModel):
    """A named set of lower-case words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    words: tuple[str, ...]


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {row.name: frozenset(row.words) for row in load_lexicon(_LEXICON, VictimWords)}


@cache
def victim_words(name: str) -> frozenset[str]:
    """The words of a set."""
    return _sets()[name]
