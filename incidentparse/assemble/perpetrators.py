"""Who of those with a deed in an incident did it: whose deeds weigh most, and who only answered them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from incidentparse.assemble.draft import Draft
from incidentparse.language.document import Document
from incidentparse.language.quantities import read_quantity
from incidentparse.mentions import ActorMention, EventMention
from incidentparse.record import ActorKind, Attribution, IncidentType

# Weights of one deed, set by hand on articles with coded perpetrators: by what the word says of the incident …
_OWN_TYPE, _OPEN_TYPE, _NO_EVENT = 1.0, 0.8, 0.6
_OTHER_TYPE_LEAD, _OTHER_TYPE_BODY = 0.5, 0.1
# … and by where it stands: the title and the lead tell who did it.
_LEAD_SENTENCES = 4
_LEAD, _BODY = 1.0, 0.6
# A party whose deeds weigh less than this share of the weightiest party's had another part in it; on coded full
# articles 0.35 to 0.6 do alike (F1 0.841 to 0.847), 0.25 lets in too many (0.836).
_LEAST_SHARE = 0.45
# Where two sides fight, both did it.
_MUTUAL = frozenset({IncidentType.ARMED_CLASH, IncidentType.UNREST})
# What is done in a fight is of its type.
_IN_FIGHT = frozenset(
    {IncidentType.AIRSTRIKE, IncidentType.SHELLING, IncidentType.SHOOTING, IncidentType.RAID, IncidentType.BOMBING}
)
_STRANGERS = frozenset({ActorKind.UNKNOWN_GUNMEN, ActorKind.CIVILIANS})
_FORCES = frozenset({ActorKind.POLICE, ActorKind.STATE_FORCES})


def weigh(document: Document, draft: Draft, groups: Mapping[str, Sequence[ActorMention]]) -> dict[str, float]:
    """The weight of each party's deeds."""
    return {
        # Whoever denies it has not done it all the more for that.
        key: weight_of(document, draft, _deeds(m for m in group if m.attribution is not Attribution.DENIED))
        or weight_of(document, draft, _deeds(group))
        for key, group in groups.items()
    }


def _deeds(group: Iterable[ActorMention]) -> list[int]:
    return [token for mention in group for token in mention.perpetrates]


def weight_of(document: Document, draft: Draft, deeds: Iterable[int]) -> float:
    """The weight of some deeds, each counted once."""
    events = {e.trigger: e for e in draft.events}
    return sum(_weight(document, draft, events.get(t), t) for t in sorted(set(deeds)))


def without_answers(
    document: Document, draft: Draft, groups: Mapping[str, Sequence[ActorMention]]
) -> dict[str, list[ActorMention]]:
    """The parties without the deeds by which forces answered the perpetrators: police who shot the gunman."""
    weights = weigh(document, draft, groups)
    sufferers: dict[int, list[str]] = {}
    for key, group in groups.items():
        for mention in group:
            for token in mention.suffers:
                sufferers.setdefault(token, []).append(key)
    result = {}
    for key, group in groups.items():
        answers = {
            token
            for mention in group
            for token in mention.perpetrates
            for other in sufferers.get(token, ())
            if other != key and weights[other] > 0 and _answered(group[0].kind, weights[key], weights[other], draft)
        }
        result[key] = [replace(m, perpetrates=tuple(t for t in m.perpetrates if t not in answers)) for m in group]
    return result


def without_those_named(document: Document, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """The mentions without the deeds of strangers of whom the text names every one: "two men were charged"."""
    persons = len({m.key for m in mentions if m.rule.startswith("person") and m.perpetrates})
    return [replace(m, perpetrates=()) if persons > 1 and _are(document, m, persons) else m for m in mentions]


def _are(document: Document, mention: ActorMention, persons: int) -> bool:
    if mention.rule != "described:many" or mention.kind not in _STRANGERS:
        return False
    number = read_quantity(document, mention.start, mention.end)
    return number is not None and number.low == number.high == persons


def _answered(kind: ActorKind, own: float, other: float, draft: Draft) -> bool:
    if kind is ActorKind.POLICE:
        return draft.type not in _MUTUAL or other >= own
    return kind in _FORCES and draft.type not in _MUTUAL and other >= own


def chosen(weights: Mapping[str, float], groups: Mapping[str, Sequence[ActorMention]]) -> set[str]:
    """The keys of the perpetrators: whose deeds weigh enough, and all who claim or deny it."""
    best = max(weights.values(), default=0.0)
    named = max((w for k, w in weights.items() if not groups[k][0].rule.startswith("described")), default=0.0)
    enough = {k for k, g in groups.items() if g[0].kind is not ActorKind.POLICE and weights[k] > _LEAST_SHARE * best}
    listed = {key for key, group in groups.items() if _charged(group)}
    return {
        key
        for key, group in groups.items()
        if weights[key] > 0
        and (
            weights[key] > _LEAST_SHARE * best
            or any(m.claims or m.attribution is Attribution.DENIED for m in group if m.perpetrates)
            # The group that is held to have sent the unnamed attackers of whom most is told.
            or (group[0].key.startswith("group:") and _blamed(group) and weights[key] > _LEAST_SHARE * named)
            # "among those charged are": one accused beside whoever weighs more may be held for something else.
            or (key in listed and len(listed) > 1)
        )
        and not (group[0].kind is ActorKind.POLICE and enough and group[0].country_code is None)
        and not _only_speaks(group)
    }


def _only_speaks(group: Sequence[ActorMention]) -> bool:
    """Whether a person of whom nobody says it denies it: a minister or spokesman for others."""
    deeds = [m for m in group if m.perpetrates]
    return group[0].rule.startswith("person") and all(m.attribution is Attribution.DENIED for m in deeds)


def _charged(group: Sequence[ActorMention]) -> bool:
    """Whether a person is accused by name."""
    return group[0].rule.startswith("person") and any(
        m.perpetrates and m.attribution is Attribution.ACCUSED for m in group
    )


def _blamed(group: Sequence[ActorMention]) -> bool:
    return any(m.perpetrates and m.attribution in (Attribution.ACCUSED, Attribution.SUSPECTED) for m in group)


def _weight(document: Document, draft: Draft, event: EventMention | None, token: int) -> float:
    sentence = document.sentence(token)
    place = _LEAD if sentence.title or document.place_of[sentence.index] < _LEAD_SENTENCES else _BODY
    if event is None:
        return _NO_EVENT * place
    if not event.types:
        return _OPEN_TYPE * place
    fight = draft.type is IncidentType.ARMED_CLASH and not _IN_FIGHT.isdisjoint(event.types)
    fight |= draft.type in _MUTUAL and _MUTUAL.issuperset(event.types)
    if draft.type in event.types or fight:
        return _OWN_TYPE * place
    if draft.type not in _MUTUAL and _MUTUAL.issuperset(event.types):
        # Both sides of a fight told of beside another incident need not have done that.
        return _OTHER_TYPE_BODY
    return _OTHER_TYPE_LEAD if place == _LEAD else _OTHER_TYPE_BODY
