"""Sets of words by which those who do violence are told, from the lexicon."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from incidentparse.language.lexicon import load_lexicon


class ActorWords(BaseModel):
    """A line of ``lexicons/actor_words.jsonl``: words with one job, and what that is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    job: str
    words: frozenset[str]


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {entry.name: entry.words for entry in load_lexicon("actor_words.jsonl", ActorWords)}


def actor_words(name: str) -> frozenset[str]:
    """The words of one set."""
    return _sets()[name]
