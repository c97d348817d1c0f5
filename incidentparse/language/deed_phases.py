"""The words of the beginning, the course and the end of a deed, from ``lexicons/deed_phases.jsonl``."""

from __future__ import annotations

from functools import cache
from typing import Literal

from incidentparse.lexicons import LexiconEntry, load_lexicon

# "course" words are nouns: deeds that news says to have ended; "taken" is what an attacked place is in the end.
Phase = Literal["begin", "end", "last", "course", "taken"]

UNTIL = frozenset({"until", "till"})


class DeedPhase(LexiconEntry):
    """Words of the beginning, the end or the course of a deed."""

    phase: Phase
    lemmas: frozenset[str]


@cache
def phase_words(phase: Phase) -> frozenset[str]:
    """The lemmas of a phase."""
    return next(e.lemmas for e in load_lexicon("deed_phases.jsonl", DeedPhase) if e.phase == phase)
