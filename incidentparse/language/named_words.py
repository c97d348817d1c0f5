"""Named sets of words that the reading of sentences needs, from ``lexicons/named_words.jsonl``."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from incidentparse.language.lexicon import load_lexicon


class NamedWords(BaseModel):
    """A line of ``named_words.jsonl``.

    Attributes:
        name: by which code asks for the words.
        job: what the words do there.
        words: in small letters, as lemmas or as forms by their job.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    job: str
    words: frozenset[str]


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {entry.name: entry.words for entry in load_lexicon("named_words.jsonl", NamedWords)}


@cache
def named_words(name: str) -> frozenset[str]:
    """The words of a set."""
    return _sets()[name]
