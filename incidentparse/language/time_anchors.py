"""The words that a time may hang on, and what they make of it for an incident."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from incidentparse.language.lexicon import load_lexicon

# "begin" verbs date what they have as subject, "light" verbs are deeds by their object ("launched an attack"); "deed"
# nouns stand for a deed as such a subject.
AnchorRole = Literal["statement", "response", "occurrence", "begin", "aftermath", "scene", "light", "deed"]


class TimeAnchor(BaseModel):
    """Words that a time hangs on, and the role that they give it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: AnchorRole
    lemmas: tuple[str, ...]


@cache
def anchor_roles() -> dict[str, AnchorRole]:
    """The role of each anchor lemma."""
    entries = load_lexicon("time_anchors.jsonl", TimeAnchor)
    return {lemma: entry.role for entry in entries if entry.role != "deed" for lemma in entry.lemmas}


@cache
def deed_nouns() -> frozenset[str]:
    """The nouns that stand for a deed as the subject of a verb of happening."""
    entries = load_lexicon("time_anchors.jsonl", TimeAnchor)
    return frozenset(lemma for entry in entries if entry.role == "deed" for lemma in entry.lemmas)
