"""The event words that speak of one incident."""

from __future__ import annotations

from dataclasses import dataclass, field

from incidentparse.assemble.dating import Days
from incidentparse.assemble.event_traits import Traits
from incidentparse.assemble.incident_traits import IncidentTraits
from incidentparse.mentions import EventMention


@dataclass(slots=True, eq=False)
class Cluster:
    """Event words that speak of one incident.

    Attributes:
        events: in the order of the text.
        sentences: numbers of the sentences in which they stand, as keys in the order of telling.
        past: it lies before the main incident and is told as background.
        days: first and last day stated for it, or None.
        traits: what they say together.
    """

    events: list[EventMention] = field(default_factory=list)
    sentences: dict[int, None] = field(default_factory=dict)
    past: bool = False
    days: Days | None = None
    traits: IncidentTraits = field(default_factory=IncidentTraits)

    def add(self, event: EventMention, traits: Traits, sentence: int) -> None:
        """Puts an event word into the cluster."""
        self.events.append(event)
        self.traits.add(traits)
        self.sentences.setdefault(sentence)

    @property
    def last_sentence(self) -> int:
        """The number of the last sentence in which it came up."""
        return next(reversed(self.sentences))
