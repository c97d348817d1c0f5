"""Who of those with a deed in an incident did it, and on whose word: whose deeds weigh most, who only answered them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from incidentparse.assemble.draft import Draft
from incidentparse.language.document import Document
from incidentparse.language.party import ARMED_BODIES
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
# Surest first; where an actor is named in more than one way, the first of these holds.
_SUREST = (
    Attribution.DENIED, Attribution.CLAIMED, Attribution.STATED, Attribution.ACCUSED, Attribution.SUSPECTED,
    Attribution.UNKNOWN,
)  # fmt: skip
# A deed told in the lead, of the incident's own type or of any: with one the article holds that they did it, though
# they deny it; less than that it mostly tells of whom the denial speaks.
_TOLD_OUTRIGHT = 0.8
# What a headline states counts so much of what the text does.
_BARE_HEADLINE = 0.5
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
            or (group[0].kind in ARMED_BODIES and _blamed(group) and weights[key] > _LEAST_SHARE * named)
            # "among those charged are": one accused beside whoever weighs more may be held for something else.
            or (key in listed and len(listed) > 1)
        )
        and not (group[0].kind is ActorKind.POLICE and enough and group[0].country_code is None)
        and not _only_speaks(group)
    }


def attribution_of(document: Document, draft: Draft, deeds: Sequence[ActorMention]) -> Attribution:
    """On whose word: a claim wherever there is one, a denial where nobody holds they did it, else what weighs most."""
    weights: dict[Attribution, float] = {}
    # Of a group it is told where it is named, not where gunmen who may be its own are.
    named = [m for m in deeds if not m.rule.startswith("described")] if deeds[0].kind in ARMED_BODIES else []
    for mention in named or deeds:
        held = weight_of(document, draft, mention.perpetrates)
        if document.sentence(mention.start).title and mention.attribution is Attribution.STATED:
            # A headline leaves out who says so.
            held *= _BARE_HEADLINE
        weights[mention.attribution] = weights.get(mention.attribution, 0.0) + held
    if Attribution.CLAIMED in weights:
        return Attribution.CLAIMED
    if Attribution.DENIED in weights:
        denied = weights.pop(Attribution.DENIED)
        accused = weights.keys() & {Attribution.ACCUSED, Attribution.SUSPECTED}
        if not accused and weights.get(Attribution.STATED, 0.0) < _TOLD_OUTRIGHT:
            weights = {Attribution.DENIED: denied}
    return max(weights, key=lambda a: (weights[a], -_SUREST.index(a)))


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
