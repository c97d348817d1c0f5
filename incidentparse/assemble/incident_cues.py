"""Phrases that set what their sentence tells apart from the main incident ("in another attack")."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from incidentparse.language.lexicon import PhraseIndex
from incidentparse.lexicons import load_lexicon

Effect = Literal["other", "beside", "response", "past"]


class IncidentCue(BaseModel):
    """A phrase that sets what its sentence tells apart from the main incident.

    ``other`` does so by itself, ``beside`` only where the place is another too, ``response`` for strikes from afar,
    ``past`` sends it into the background.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    phrase: str
    effect: Effect


@cache
def cue_index() -> PhraseIndex[Effect]:
    """The phrases that open or set apart incidents, with what they say."""
    return PhraseIndex((cue.phrase, cue.effect) for cue in load_lexicon("incident_cues.jsonl", IncidentCue))
