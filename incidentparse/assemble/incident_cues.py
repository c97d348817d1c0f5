"""Phrases that set what their sentence tells apart from the main incident ("in another attack")."""

from __future__ import annotations

from functools import cache
from typing import Literal

from incidentparse.language.lexicon import PhraseIndex
from incidentparse.lexicons import LexiconEntry, load_lexicon

Effect = Literal["other", "beside", "response", "past"]


class IncidentCue(LexiconEntry):
    """A phrase that sets what its sentence tells apart from the main incident.

    ``other`` does so by itself, ``beside`` only where the place is another too, ``response`` for strikes from afar,
    ``past`` sends it into the background.
    """

    phrase: str
    effect: Effect


@cache
def cue_index() -> PhraseIndex[Effect]:
    """The phrases that open or set apart incidents, with what they say."""
    return PhraseIndex((cue.phrase, cue.effect) for cue in load_lexicon("incident_cues.jsonl", IncidentCue))
