"""Who and what took part: actors, targets, casualties, weapons and the sources that speak of them."""

from __future__ import annotations

from pydantic import Field

from incidentparse.record.base import Confidence, CountryCode, Evidence, Part
from incidentparse.record.enums import (
    ActorKind,
    ActorRole,
    Attribution,
    CasualtyStatus,
    Category,
    Effect,
    Side,
    SourceKind,
    Stance,
    TargetKind,
    WeaponKind,
)
from incidentparse.record.values import Count


class Actor(Part):
    """A group, force or person with a role in the incident."""

    name: str = Field(min_length=1, description="Canonical name from the lexicon when known, else as written.")
    text: str = Field(min_length=1, description="As written.")
    aliases: tuple[str, ...] = Field(default=(), description="Other forms in the article.")
    role: ActorRole
    kind: ActorKind
    country_code: CountryCode | None = None
    attribution: Attribution = Field(description="For a perpetrator: on whose word; else unknown.")
    attributed_by: str | None = Field(default=None, description="Who accuses, suspects or claims, as written.")
    confidence: Confidence
    evidence: Evidence


class Target(Part):
    """Who or what was hit or aimed at."""

    description: str = Field(min_length=1, description='Head noun phrase as written: "Russian and Turkish vehicles".')
    name: str | None = Field(default=None, description="Proper name of a person or building.")
    kind: TargetKind
    category: Category
    count: Count | None = None
    country_code: CountryCode | None = None
    effect: Effect
    evidence: Evidence


class CasualtyReport(Part):
    """One casualty figure as found in the text."""

    status: CasualtyStatus
    count: Count
    group: str | None = Field(default=None, description='As written ("Russian troops"); null is people in general.')
    category: Category
    country_code: CountryCode | None = None
    side: Side
    source: str | None = Field(default=None, description="Who gives the figure, as written.")
    evidence: Evidence


class Casualties(Part):
    """The incident's totals as the article stands behind them, and every figure as found.

    A total is null where the article reports none; the latest figure where it updates; min..max where sources conflict.
    """

    killed: Count | None = None
    injured: Count | None = None
    missing: Count | None = None
    abducted: Count | None = None
    reports: tuple[CasualtyReport, ...] = ()


class Weapon(Part):
    """A means used in the incident."""

    kind: WeaponKind
    text: str = Field(min_length=1, description="As written.")
    evidence: Evidence


class Source(Part):
    """To whom the article attributes what it says of the incident."""

    name: str = Field(min_length=1, description="As written.")
    aliases: tuple[str, ...] = Field(default=(), description="Other forms in the article.")
    kind: SourceKind
    url: str | None = None
    stance: Stance
    evidence: Evidence
