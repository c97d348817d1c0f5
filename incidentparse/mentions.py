"""What the extractors saw: mentions with their spans, their rule and their certainty; assembly decides on them.

A mention is a proposal. It stands on tokens of one document (``start`` to before ``end``), says by which rule it was
proposed, and never decides between incidents.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from incidentparse.record import (
    ActorKind,
    Attribution,
    CasualtyStatus,
    Category,
    Effect,
    IncidentType,
    PartOfDay,
    PlaceKind,
    Side,
    SourceKind,
    Stage,
    Stance,
    TargetKind,
    TimePrecision,
    WeaponKind,
)

Tokens = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Certainty:
    """How the text holds what a predicate says.

    Attributes:
        negated: it did not happen ("no one was killed").
        hypothetical: it may, could or would happen, or is asked about.
        planned: intended, threatened, foiled or attempted.
        historical: told as background: last year's, an anniversary, a record of earlier ones.
        attributed_to: tokens of the one on whose word it is told, or None.
    """

    negated: bool = False
    hypothetical: bool = False
    planned: bool = False
    historical: bool = False
    attributed_to: Tokens | None = None

    @property
    def actual(self) -> bool:
        """Told as having happened."""
        return not (self.negated or self.hypothetical or self.planned)


@dataclass(frozen=True, slots=True)
class Mention:
    """The part that all mentions share.

    Attributes:
        start: first token.
        end: one past the last token.
        rule: name of the rule that proposed it.
        certainty: how the text holds it.
    """

    start: int
    end: int
    rule: str
    certainty: Certainty = field(default=Certainty(), kw_only=True)


@dataclass(frozen=True, slots=True)
class EventMention(Mention):
    """A word that reports violence ("bombed", "explosion", "was abducted") and those it ties together.

    Attributes:
        trigger: the token that carries the meaning.
        types: the incident types that it can mean, the likeliest first; () for a generic word ("attack", "incident").
        stage: how far it went.
        suicide: the attacker meant to die.
        agents: token ranges of those who did it, as syntax gives them.
        patients: token ranges of those or that which it hit.
        strength: 0 to 1, how surely the word alone means a security incident ("detonated" 1, "hit" 0.2).
    """

    trigger: int = field(kw_only=True)
    types: tuple[IncidentType, ...] = field(kw_only=True)
    stage: Stage = field(default=Stage.ACCOMPLISHED, kw_only=True)
    suicide: bool = field(default=False, kw_only=True)
    agents: tuple[Tokens, ...] = field(default=(), kw_only=True)
    patients: tuple[Tokens, ...] = field(default=(), kw_only=True)
    strength: float = field(default=1.0, kw_only=True)


@dataclass(frozen=True, slots=True)
class CasualtyMention(Mention):
    """A figure of people killed, injured, missing, abducted, detained or displaced.

    Attributes:
        status: what became of them.
        low: lowest number the words allow.
        high: highest number, None if open.
        number: tokens of the number expression ("at least 16"; "a soldier" for one).
        group: tokens of the noun phrase counted, or None for people in general.
        category: whom they belong to.
        country_code: their nationality, or None.
        side: victims or perpetrators.
        predicate: the token that says what became of them ("killed", "death").
        part_of_total: it counts part of another figure ("among them three children").
        cumulative: it counts more than one incident (a year, a war, a campaign).
        updates: it replaces an earlier figure ("raising the toll to 39").
        person: tokens of the proper name where the figure is one named person, or None.
        overall: it counts the killed and the injured together ("four people were shot").
        more: it counts people besides those counted before ("another two").
        anaphoric: it speaks of people told of before ("the driver", "he", "both men").
        indirect: it is told by the care they got or the state they are in ("in critical condition").
        ordinal: the number of one among others ("a third victim"), or None.
        general: it counts people whatever they are ("12 people", "3 killed"), no group of them.
        superseded: a later figure is said to replace it ("initially reported four deaths").
        died: a later sentence says that the one hurt died.
        of_hurt: those dead were told of as hurt before ("one of the wounded died").
    """

    status: CasualtyStatus = field(kw_only=True)
    low: int = field(kw_only=True)
    high: int | None = field(kw_only=True)
    number: Tokens = field(kw_only=True)
    group: Tokens | None = field(default=None, kw_only=True)
    category: Category = field(default=Category.CIVILIAN, kw_only=True)
    country_code: str | None = field(default=None, kw_only=True)
    side: Side = field(default=Side.UNKNOWN, kw_only=True)
    predicate: int = field(kw_only=True)
    part_of_total: bool = field(default=False, kw_only=True)
    cumulative: bool = field(default=False, kw_only=True)
    updates: bool = field(default=False, kw_only=True)
    person: Tokens | None = field(default=None, kw_only=True)
    overall: bool = field(default=False, kw_only=True)
    more: bool = field(default=False, kw_only=True)
    anaphoric: bool = field(default=False, kw_only=True)
    indirect: bool = field(default=False, kw_only=True)
    ordinal: int | None = field(default=None, kw_only=True)
    general: bool = field(default=False, kw_only=True)
    superseded: bool = field(default=False, kw_only=True)
    died: bool = field(default=False, kw_only=True)
    of_hurt: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class TimeMention(Mention):
    """An expression of time, resolved against the publication date where it is relative.

    Attributes:
        first: first day, or None if not resolved or open ("by 5 May").
        last: last day, or None if not resolved.
        time: local clock time HH:MM, or None.
        open_time: clock time of which the words do not tell the half of the day ("at 8:15"), or None.
        part_of_day: or None.
        precision: how exactly it is stated.
        anchor: the token whose time it states (the verb or noun it hangs on), or None.
    """

    first: dt.date | None = field(default=None, kw_only=True)
    last: dt.date | None = field(default=None, kw_only=True)
    time: str | None = field(default=None, kw_only=True)
    open_time: str | None = field(default=None, kw_only=True)
    part_of_day: PartOfDay | None = field(default=None, kw_only=True)
    precision: TimePrecision = field(kw_only=True)
    anchor: int | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class PlaceMention(Mention):
    """A place named in the text, not yet resolved.

    Attributes:
        name: tokens of the name proper, without article, kind word and relation.
        kind: what sort of place the words say it is, or None.
        preposition: token of the preposition that ties it in, or None.
        anchor: the token that it is attached to (verb or noun), or None.
        within: number, in the extractor's list, of the mention that this one is said to lie in, or None.
        bearing_deg: stated direction from the name, clockwise from north, or None.
        distance_km: stated distance from the name, or None.
        relation: tokens of the whole relative expression ("5 km northeast of Ariha"), or None.
        demonym_country: country of a nationality word that only hints at a country, or None.
        between: number of the mention of the other end of a stretch ("between Homs and Hama"), or None.
    """

    name: Tokens = field(kw_only=True)
    kind: PlaceKind | None = field(default=None, kw_only=True)
    preposition: int | None = field(default=None, kw_only=True)
    anchor: int | None = field(default=None, kw_only=True)
    within: int | None = field(default=None, kw_only=True)
    bearing_deg: float | None = field(default=None, kw_only=True)
    distance_km: float | None = field(default=None, kw_only=True)
    relation: Tokens | None = field(default=None, kw_only=True)
    demonym_country: str | None = field(default=None, kw_only=True)
    between: int | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class ActorMention(Mention):
    """A group, force, person or crowd that may have a role in an incident.

    Attributes:
        name: canonical name from the lexicon, or as written.
        key: the same for all mentions of one actor in the article.
        kind: what sort of actor.
        country_code: or None.
        perpetrates: tokens of the event words that it is said to have done.
        suffers: tokens of the event words that it is said to have been hit by.
        attribution: on whose word it is named as perpetrator.
        attributed_by: tokens of that one, or None.
        claims: it claims responsibility.
    """

    name: str = field(kw_only=True)
    key: str = field(kw_only=True)
    kind: ActorKind = field(kw_only=True)
    country_code: str | None = field(default=None, kw_only=True)
    perpetrates: tuple[int, ...] = field(default=(), kw_only=True)
    suffers: tuple[int, ...] = field(default=(), kw_only=True)
    attribution: Attribution = field(default=Attribution.UNKNOWN, kw_only=True)
    attributed_by: Tokens | None = field(default=None, kw_only=True)
    claims: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class TargetMention(Mention):
    """Who or what was hit or aimed at; ``start`` to ``end`` is the head noun phrase.

    Attributes:
        name: tokens of the proper name, or None.
        kind: person or object.
        category: whom or what it belongs to.
        low: lowest number, or None if not counted.
        high: highest number, None if open.
        number: tokens of the number, or None.
        country_code: or None.
        effect: what became of it.
        event: the token of the event word that hit it.
    """

    name: Tokens | None = field(default=None, kw_only=True)
    kind: TargetKind = field(kw_only=True)
    category: Category = field(kw_only=True)
    low: int | None = field(default=None, kw_only=True)
    high: int | None = field(default=None, kw_only=True)
    number: Tokens | None = field(default=None, kw_only=True)
    country_code: str | None = field(default=None, kw_only=True)
    effect: Effect = field(default=Effect.UNKNOWN, kw_only=True)
    event: int = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class WeaponMention(Mention):
    """A means of attack, from its word or from the deed ("opened fire").

    Attributes:
        kind: what it is.
        used: False where it was found, seized, defused or is only spoken of.
        general: a more exact kind of the same incident replaces it ("bomb" beside "car bomb").
    """

    kind: WeaponKind = field(kw_only=True)
    used: bool = field(default=True, kw_only=True)
    general: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class SourceMention(Mention):
    """One who is cited; ``start`` to ``end`` is the name as written.

    Attributes:
        key: the same for all mentions of one source in the article.
        kind: what sort of source.
        stance: what the source does in what it says.
        content: tokens of what it says, or None.
        url: or None.
        aliases: token ranges of other forms in the same place ("(SOHR)").
        cue: the token that shows the citation ("said", "according"), or None.
    """

    key: str = field(kw_only=True)
    kind: SourceKind = field(kw_only=True)
    stance: Stance = field(default=Stance.REPORTS, kw_only=True)
    content: Tokens | None = field(default=None, kw_only=True)
    url: str | None = field(default=None, kw_only=True)
    aliases: tuple[Tokens, ...] = field(default=(), kw_only=True)
    cue: int | None = field(default=None, kw_only=True)
