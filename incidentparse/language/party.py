"""A party to violence as the text names or describes it: an armed group, a force, a person, a crowd."""

from __future__ import annotations

from dataclasses import dataclass, field

from incidentparse.mentions import Tokens
from incidentparse.record import ActorKind, Attribution

# Bodies that are no state's: they may be named, claim what they did and have members.
ARMED_BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.CRIMINAL_GROUP, ActorKind.POLITICAL_GROUP})
_SUREST = (Attribution.STATED, Attribution.CLAIMED, Attribution.ACCUSED, Attribution.SUSPECTED, Attribution.DENIED)


@dataclass(frozen=True, slots=True)
class Party:
    """One naming of a party.

    Attributes:
        start: first token.
        end: one past the last token.
        name: canonical name, or as written.
        key: the same for all namings of one party.
        kind: what sort of party.
        rule: how it was found: "group", "force", "country", "person", "described", "acronym".
        country_code: or None.
        plural: the words mean more than one.
    """

    start: int
    end: int
    name: str
    key: str
    kind: ActorKind
    rule: str
    country_code: str | None = None
    plural: bool = False


@dataclass(slots=True)
class Roles:
    """What one naming of a party is said to have done."""

    perpetrates: list[int] = field(default_factory=list)
    suffers: list[int] = field(default_factory=list)
    attribution: Attribution = Attribution.UNKNOWN
    by: Tokens | None = None
    claims: bool = False

    def add(self, deed: int, attribution: Attribution, by: Tokens | None) -> None:
        """Another deed; the surest attribution stands."""
        if deed not in self.perpetrates:
            self.perpetrates.append(deed)
        if self.attribution is Attribution.UNKNOWN or _SUREST.index(attribution) < _SUREST.index(self.attribution):
            self.attribution, self.by = attribution, by
