"""The words that a time may hang on, and what they make of it for an incident."""

from __future__ import annotations

from functools import cache
from typing import Literal

from incidentparse.lexicons import LexiconEntry, load_lexicon

# "begin" verbs date what they have as subject, "light" verbs are deeds by their object ("launched an attack"); "deed"
# nouns stand for a deed as such a subject, and "held" ones for what is held at a time of the day ("evening prayers").
AnchorRole = Literal["statement", "response", "occurrence", "begin", "aftermath", "scene", "light", "deed", "held"]
# Roles of words that no time hangs on.
_NO_ANCHORS = frozenset({"deed", "held"})


class TimeAnchor(LexiconEntry):
    """Words that a time hangs on, and the role that they give it."""

    role: AnchorRole
    lemmas: tuple[str, ...]


@cache
def anchor_roles() -> dict[str, AnchorRole]:
    """The role of each anchor lemma."""
    entries = load_lexicon("time_anchors.jsonl", TimeAnchor)
    return {lemma: entry.role for entry in entries if entry.role not in _NO_ANCHORS for lemma in entry.lemmas}


@cache
def nouns_of(role: Literal["deed", "held"]) -> frozenset[str]:
    """The nouns that stand for a deed, or for what is held at a time of the day."""
    entries = load_lexicon("time_anchors.jsonl", TimeAnchor)
    return frozenset(lemma for entry in entries if entry.role == role for lemma in entry.lemmas)
