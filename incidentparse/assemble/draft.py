"""Drafts: the incidents of an article before their fields are filled, and which words belong to which."""

from __future__ import annotations

from dataclasses import dataclass

from incidentparse.mentions import EventMention
from incidentparse.record import IncidentType, Stage

# The owner of words that belong to no incident: background, comment, other news.
BACKGROUND = -1


@dataclass(frozen=True, slots=True)
class Draft:
    """One incident before its fields are filled.

    Attributes:
        number: its place in ``Drafts.incidents``; 0 is the main incident.
        events: the event words that speak of it, in the order of the text.
        type: what happened.
        stage: how far it went.
        suicide: the attacker meant to die.
        summary: number of the sentence that best states it.
        confidence: calibrated probability that it is a real incident of that type.
    """

    number: int
    events: tuple[EventMention, ...]
    type: IncidentType
    stage: Stage
    suicide: bool
    summary: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Drafts:
    """The incidents of an article, and for every token the number of the one it speaks of.

    Attributes:
        incidents: the main one first, then in the order of the text.
        owner: for each token the number of its incident, or BACKGROUND.
        left_out: how many incidents the text tells beyond the most that are drafted.
    """

    incidents: tuple[Draft, ...]
    owner: tuple[int, ...]
    left_out: int = 0

    def owned(self, draft: Draft, token: int) -> bool:
        """Whether a token speaks of this incident."""
        return self.owner[token] == draft.number
