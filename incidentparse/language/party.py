"""A party to violence as the text names or describes it: an armed group, a force, a person, a crowd."""

from __future__ import annotations

from dataclasses import dataclass

from incidentparse.record import ActorKind


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
