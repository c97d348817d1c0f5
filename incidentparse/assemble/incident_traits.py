"""What the event words of an incident told so far say together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from incidentparse.assemble.dating import Days
from incidentparse.assemble.event_traits import Traits
from incidentparse.record import IncidentType


@dataclass(slots=True)
class IncidentTraits:
    """The traits of an incident's event words, joined: each event word of an article is compared with each incident.

    Attributes:
        told: the traits of each, in the order in which they were told.
        triggers: their tokens.
        above: for those that another event word governs its token, and whether a clause or conjunction lies between.
        senses: the senses of their frames.
        types: their first meanings.
        days: the days stated for them, in the order in which they were told.
        places: folded names of places.
        names: folded words of names of persons.
        victims: head words of those hit.
        named: folded words of the names among them.
        counts: their numbers, as written.
        agents: head words of those who did it.
    """

    told: list[Traits] = field(default_factory=list)
    triggers: set[int] = field(default_factory=set)
    above: set[tuple[int, bool]] = field(default_factory=set)
    senses: set[str] = field(default_factory=set)
    types: set[IncidentType] = field(default_factory=set)
    days: dict[Days, None] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    victims: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    counts: set[str] = field(default_factory=set)
    agents: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, told: Iterable[Traits]) -> IncidentTraits:
        """Those of event words in the order in which they were told."""
        traits = cls()
        for one in told:
            traits.add(one)
        return traits

    def add(self, one: Traits) -> None:
        """Joins an event word's traits to them."""
        self.told.append(one)
        self.triggers.add(one.trigger)
        if one.above is not None:
            self.above.add((one.above, one.joined))
        self.senses.add(one.sense)
        if one.type is not None:
            self.types.add(one.type)
        if one.days is not None:
            self.days[one.days] = None
        self.places |= one.places
        self.names |= one.names
        self.victims |= one.victims
        self.named |= one.named
        self.counts |= one.counts
        self.agents |= one.agents
