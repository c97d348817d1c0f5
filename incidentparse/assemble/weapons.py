"""The weapons of one incident."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.assemble.other_deeds import is_of_other_deed
from incidentparse.language.document import Document
from incidentparse.mentions import WeaponMention
from incidentparse.record import IncidentType, Stage, Weapon, WeaponKind

# A general word ("bomb", "shelling") says nothing more where one of these is known of the same incident.
_EXPLOSIVES = frozenset(
    {
        WeaponKind.IED,
        WeaponKind.VEHICLE_BOMB,
        WeaponKind.SUICIDE_VEST,
        WeaponKind.LANDMINE,
        WeaponKind.GRENADE,
        WeaponKind.MORTAR,
        WeaponKind.ARTILLERY,
        WeaponKind.ROCKET,
        WeaponKind.MISSILE,
        WeaponKind.AERIAL_BOMB,
        WeaponKind.DRONE,
        WeaponKind.INCENDIARY,
        WeaponKind.EXPLOSIVE,
    }
)
_REPLACED_BY = {
    WeaponKind.EXPLOSIVE: _EXPLOSIVES - {WeaponKind.EXPLOSIVE, WeaponKind.INCENDIARY},
    WeaponKind.ARTILLERY: frozenset(
        {WeaponKind.MORTAR, WeaponKind.ROCKET, WeaponKind.MISSILE, WeaponKind.AERIAL_BOMB, WeaponKind.DRONE}
    ),
    WeaponKind.SUICIDE_VEST: frozenset({WeaponKind.VEHICLE_BOMB}),
}
# A kind that is only the means to deliver or wield another one of the same incident.
_SUBSUMED_BY = {
    WeaponKind.VEHICLE: WeaponKind.VEHICLE_BOMB,
    WeaponKind.HANDS: WeaponKind.BLUNT,
}
# What an incident of a type was done with where no word names it.
_OF_TYPE = {
    IncidentType.AIRSTRIKE: WeaponKind.AERIAL_BOMB,
    IncidentType.DRONE_STRIKE: WeaponKind.DRONE,
    IncidentType.SHOOTING: WeaponKind.FIREARM,
    IncidentType.STABBING: WeaponKind.BLADE,
    IncidentType.VEHICLE_RAMMING: WeaponKind.VEHICLE,
    IncidentType.CHEMICAL_ATTACK: WeaponKind.CHEMICAL,
    IncidentType.BOMBING: WeaponKind.EXPLOSIVE,
    IncidentType.SHELLING: WeaponKind.ARTILLERY,
    IncidentType.ARSON: WeaponKind.INCENDIARY,
}
_THROWN = frozenset({WeaponKind.MORTAR, WeaponKind.ARTILLERY, WeaponKind.ROCKET, WeaponKind.MISSILE})
_USUAL = {
    IncidentType.AIRSTRIKE: frozenset({WeaponKind.AERIAL_BOMB}),
    IncidentType.DRONE_STRIKE: frozenset({WeaponKind.DRONE, WeaponKind.MISSILE}),
    IncidentType.SHELLING: _THROWN,
    IncidentType.SHOOTING: frozenset({WeaponKind.FIREARM}),
    IncidentType.STABBING: frozenset({WeaponKind.BLADE}),
    IncidentType.VEHICLE_RAMMING: frozenset({WeaponKind.VEHICLE}),
    IncidentType.CHEMICAL_ATTACK: frozenset({WeaponKind.CHEMICAL, WeaponKind.AERIAL_BOMB}),
    IncidentType.BOMBING: _EXPLOSIVES - _THROWN - {WeaponKind.AERIAL_BOMB, WeaponKind.DRONE, WeaponKind.INCENDIARY},
    IncidentType.ARSON: frozenset({WeaponKind.INCENDIARY}),
}
# Incidents in which what flies is what attacks, wherever it is named.
_FROM_THE_AIR = frozenset({IncidentType.AIRSTRIKE, IncidentType.DRONE_STRIKE, IncidentType.CHEMICAL_ATTACK})
# How many sentences behind the one that states the incident still open the article's account of it; of 0 to 4 the best
# on coded articles.
_OPENING = 2
# How many places of the text are kept as evidence of one weapon.
_EVIDENCE = 5


def fill_weapons(
    document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[WeaponMention]
) -> tuple[Weapon, ...]:
    """The weapons used in this incident, in the order of the text.

    Where an attack was only tried, what was found or defused is its weapon too.
    """
    tried = draft.stage is not Stage.ACCOMPLISHED
    own = [m for m in mentions if drafts.owned(draft, m.start) and (m.used or (tried and not m.certainty.negated))]
    own = [m for m in own if not is_of_other_deed(document, draft, m.start, m.end)]
    if draft.type not in _FROM_THE_AIR:
        own = [m for m in own if m.rule != "platform:loose"]
    by_kind: dict[WeaponKind, list[WeaponMention]] = {}
    for mention in own:
        by_kind.setdefault(mention.kind, []).append(mention)
    kept = {kind: found for kind, found in by_kind.items() if _stands(draft, kind, found, by_kind)}
    if any(m.rule != "bearer" for found in kept.values() for m in found):
        kept = {kind: found for kind, found in kept.items() if any(m.rule != "bearer" for m in found)}
    kept = _fitting(document, draft, _supported(document, draft, kept))
    weapons = [_weapon(document, kind, _told(found)) for kind, found in kept.items()]
    deeds = [(event.start, event.end) for event in draft.events if event.types[:1] == (draft.type,)]
    if not weapons and deeds and draft.type in _OF_TYPE:
        weapons = [_weapon(document, _OF_TYPE[draft.type], deeds)]
    return tuple(weapons)


def _told(found: Sequence[WeaponMention]) -> list[tuple[int, int]]:
    """The places of a weapon, the one that names it before the deeds that only mean it."""
    first = next((m for m in found if m.rule == "thing"), found[0])
    return [(m.start, m.end) for m in (first, *(m for m in found if m is not first))]


def _supported(
    document: Document, draft: Draft, kept: dict[WeaponKind, list[WeaponMention]]
) -> dict[WeaponKind, list[WeaponMention]]:
    """Without kinds that no sentence telling the incident names, where another kind is named there."""
    told = {document.sentence_of[e.trigger] for e in draft.events if e.certainty.actual and not e.certainty.historical}
    told |= {draft.summary}
    strong = {kind: found for kind, found in kept.items() if any(document.sentence_of[m.start] in told for m in found)}
    return strong or kept


def _fitting(
    document: Document, draft: Draft, kept: dict[WeaponKind, list[WeaponMention]]
) -> dict[WeaponKind, list[WeaponMention]]:
    """Without weapons of another sort than the incident's type that only the later text names.

    Where the weapon of the type itself is told of, another counts only if the article's first words on the incident
    name it; later ones mostly belong to what is told beside it.
    """
    usual = _USUAL.get(draft.type, frozenset())
    if usual.isdisjoint(kept):
        return kept
    last = draft.summary + _OPENING
    return {k: found for k, found in kept.items() if k in usual or document.sentence_of[found[0].start] <= last}


def _stands(
    draft: Draft, kind: WeaponKind, found: Sequence[WeaponMention], by_kind: dict[WeaponKind, list[WeaponMention]]
) -> bool:
    """Whether no more exact kind replaces this one."""
    rammed = kind is WeaponKind.VEHICLE and draft.type is IncidentType.VEHICLE_RAMMING
    if _SUBSUMED_BY.get(kind) in by_kind and not rammed:
        return False
    aircraft = kind is WeaponKind.AERIAL_BOMB and all(m.rule.startswith("platform") for m in found)
    if aircraft and WeaponKind.DRONE in by_kind:
        # "The aircraft" is the drone.
        return False
    if not all(m.general for m in found):
        return True
    exact = {other for other, others in by_kind.items() if not all(m.general for m in others)}
    exact |= {WeaponKind.SUICIDE_VEST} & by_kind.keys() if kind is WeaponKind.EXPLOSIVE else set()
    return not exact & _REPLACED_BY.get(kind, frozenset())


def _weapon(document: Document, kind: WeaponKind, places: Sequence[tuple[int, int]]) -> Weapon:
    start, end = places[0]
    evidence = tuple(document.span(*place) for place in sorted(places[:_EVIDENCE]))
    return Weapon(kind=kind, text=document.slice(start, end), evidence=evidence)
