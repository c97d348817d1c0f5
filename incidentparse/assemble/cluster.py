"""The event words that speak of one incident."""

from __future__ import annotations

from dataclasses import dataclass, field

from incidentparse.assemble.dating import Days
from incidentparse.assemble.event_traits import Traits
from incidentparse.mentions import EventMention
from incidentparse.record import IncidentType


@dataclass(slots=True)
class Cluster:
    """Event words that speak of one incident.

    Attributes:
        events: in the order of the text.
        sentences: numbers of the sentences in which they stand.
        past: it lies before the main incident and is told as background.
        days: first and last day stated for it, or None.
        told: the traits of its event words.
    """

    events: list[EventMention] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    past: bool = False
    days: Days | None = None
    told: list[Traits] = field(default_factory=list)

    def add(self, event: EventMention, traits: Traits, sentence: int) -> None:
        """Puts an event word into the cluster."""
        self.events.append(event)
        self.told.append(traits)
        if sentence not in self.sentences:
            self.sentences.append(sentence)

    @property
    def types(self) -> frozenset[IncidentType]:
        """The first meanings of its event words."""
        return frozenset(e.types[0] for e in self.events if e.types)
