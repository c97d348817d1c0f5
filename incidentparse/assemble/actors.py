"""The actors of one incident, their roles and on whose word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.language.document import Document
from incidentparse.mentions import ActorMention
from incidentparse.record import Actor, ActorKind, ActorRole, Attribution

# Surest first; where an actor is named in more than one way, the first of these holds.
_SUREST = (
    Attribution.CLAIMED, Attribution.STATED, Attribution.ACCUSED, Attribution.SUSPECTED, Attribution.DENIED,
    Attribution.UNKNOWN,
)  # fmt: skip
# Rough shares of perpetrators that coders confirm, by attribution.
_CONFIDENCE = {
    Attribution.STATED: 0.75, Attribution.CLAIMED: 0.8, Attribution.ACCUSED: 0.55, Attribution.SUSPECTED: 0.5,
    Attribution.DENIED: 0.4, Attribution.UNKNOWN: 0.5,
}  # fmt: skip
_OTHER_CONFIDENCE = 0.5
_TARGET_CONFIDENCE = 0.6
_POLICE = "state:?:police"
_EVIDENCE = 5
_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.CRIMINAL_GROUP, ActorKind.POLITICAL_GROUP})
# Kinds that a lone person without a name can be, and a band of them.
_LONERS = frozenset({ActorKind.INDIVIDUAL, ActorKind.UNKNOWN_GUNMEN})
_BANDS = frozenset({*_GROUPS, ActorKind.UNKNOWN_GUNMEN})
_ROLE_ORDER = (ActorRole.PERPETRATOR, ActorRole.CLAIMANT, ActorRole.TARGET, ActorRole.BYSTANDER, ActorRole.OTHER)


def fill_actors(
    document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[ActorMention]
) -> tuple[Actor, ...]:
    """Who had a part in this incident: perpetrators first, then in the order of the text."""
    own = [_within(m, draft, drafts) for m in mentions if _belongs(m, draft, drafts)]
    own = _of_its_type(own, draft)
    if not any(m.perpetrates for m in own):
        own = [_taken_for_it(m) for m in own]
    groups: dict[str, list[ActorMention]] = {}
    for mention in _merged(document, own):
        groups.setdefault(mention.key, []).append(mention)
    actors = [(_role(group), group) for group in groups.values()]
    actors = [(role, group) for role, group in actors if role is not None]
    if any(role is ActorRole.PERPETRATOR and group[0].kind is not ActorKind.POLICE for role, group in actors):
        # Police who come to an attack shoot and chase, but are not whom it is the attack of.
        actors = [a for a in actors if a[1][0].key != _POLICE or a[0] is not ActorRole.PERPETRATOR]
    ordered = sorted(actors, key=lambda a: (_ROLE_ORDER.index(a[0]), a[1][0].start))
    return tuple(_actor(document, role, group) for role, group in ordered if role is not None)


def _belongs(mention: ActorMention, draft: Draft, drafts: Drafts) -> bool:
    return any(drafts.owned(draft, t) for t in (mention.start, *mention.perpetrates, *mention.suffers))


def _within(mention: ActorMention, draft: Draft, drafts: Drafts) -> ActorMention:
    """The mention with only those deeds that are of this incident."""
    return replace(
        mention,
        perpetrates=tuple(t for t in mention.perpetrates if drafts.owned(draft, t)),
        suffers=tuple(t for t in mention.suffers if drafts.owned(draft, t)),
    )


def _of_its_type(mentions: Sequence[ActorMention], draft: Draft) -> list[ActorMention]:
    """Without the deeds of other types, where somebody did one of the incident's own type."""
    fitting = {e.trigger for e in draft.events if not e.types or draft.type in e.types}
    if not any(fitting.intersection(m.perpetrates) and not m.rule.startswith("described:one") for m in mentions):
        return list(mentions)
    events = {e.trigger for e in draft.events} - fitting
    return [replace(m, perpetrates=tuple(t for t in m.perpetrates if t not in events)) for m in mentions]


def _taken_for_it(mention: ActorMention) -> ActorMention:
    """Where nobody is said to have done it, the gunman or suspect whom the article speaks of."""
    if not mention.rule.startswith("present"):
        return mention
    rule = mention.rule.replace("present", "described")
    return replace(mention, rule=rule, perpetrates=(mention.start,), attribution=Attribution.UNKNOWN)


def _merged(document: Document, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """Mentions that describe an actor who is named elsewhere take its key."""
    states = [m for m in mentions if m.key.startswith("state:") and m.country_code]
    # Who is only suspected does not become who is said to have done it.
    groups = [
        m for m in mentions if m.kind in _GROUPS and not m.rule.startswith("described") and m.perpetrates
        and m.attribution is not Attribution.SUSPECTED
    ]  # fmt: skip
    people = [m for m in mentions if m.rule.startswith("person") and m.perpetrates]
    lone = next((m for m in mentions if m.rule == "described:one" and m.kind in _LONERS and m.perpetrates), None)
    band = next((m for m in mentions if m.rule == "described:many" and m.kind in _BANDS and m.perpetrates), None)
    merged = []
    for mention in mentions:
        target: ActorMention | None = None
        if mention.key.startswith("state:?:"):
            target = _state(document, mention, states)
        elif mention.rule == "described:one" and mention.kind in _LONERS:
            target = _only(people) or (None if people else _only(groups)) or lone
        elif mention.rule.startswith("described") and mention.kind in _BANDS:
            target = _alike(document, mention, groups) or _only(groups) or band
        merged.append(
            replace(mention, key=target.key, name=target.name, kind=target.kind, country_code=target.country_code)
            if target is not None
            else mention
        )
    return merged


def _state(document: Document, mention: ActorMention, states: Sequence[ActorMention]) -> ActorMention | None:
    """The state whose forces "the army" or "regime forces" are: the one called alike, else the only one."""
    branch = mention.key.rsplit(":", 1)[1]
    same = [m for m in states if m.key.endswith(branch)]
    return _only(same) or _alike(document, mention, same) or _only(m for m in same if m.perpetrates)


def _alike(document: Document, mention: ActorMention, others: Sequence[ActorMention]) -> ActorMention | None:
    """The first of them that is called by a word of the mention."""
    words = set(document.lemmas[mention.start : mention.end])
    return next((m for m in others if not words.isdisjoint(document.lemmas[m.start : m.end])), None)


def _only(mentions: Iterable[ActorMention]) -> ActorMention | None:
    """The first, where all are of one actor."""
    found = list(mentions)
    return found[0] if found and len({m.key for m in found}) == 1 else None


def _role(group: Sequence[ActorMention]) -> ActorRole | None:
    done, suffered = sum(len(m.perpetrates) for m in group), sum(len(m.suffers) for m in group)
    if any(m.claims for m in group) or (done and done >= suffered):
        return ActorRole.PERPETRATOR
    if suffered:
        return ActorRole.TARGET
    first = group[0]
    named = not first.rule.startswith(("described", "person", "present")) and not first.key.startswith("state:?")
    return ActorRole.OTHER if named else None


def _actor(document: Document, role: ActorRole, group: Sequence[ActorMention]) -> Actor:
    deeds = [m for m in group if m.perpetrates]
    best = min(deeds, key=lambda m: _SUREST.index(m.attribution)) if deeds else group[0]
    text = document.slice(best.start, best.end)
    forms = dict.fromkeys(document.slice(m.start, m.end) for m in group)
    attribution = best.attribution if role is ActorRole.PERPETRATOR else Attribution.UNKNOWN
    if attribution is Attribution.STATED and best.kind is ActorKind.UNKNOWN_GUNMEN and best.rule.endswith("one"):
        attribution = Attribution.UNKNOWN
    confidence = (
        _CONFIDENCE[attribution]
        if role is ActorRole.PERPETRATOR
        else (_TARGET_CONFIDENCE if role is ActorRole.TARGET else _OTHER_CONFIDENCE)
    )
    by = best.attributed_by if role is ActorRole.PERPETRATOR and attribution is not Attribution.STATED else None
    return Actor(
        name=best.name,
        text=text,
        aliases=tuple(form for form in forms if form not in (text, best.name)),
        role=role,
        kind=best.kind,
        country_code=best.country_code,
        attribution=attribution,
        attributed_by=document.slice(*by) if by is not None else None,
        confidence=confidence,
        evidence=tuple(document.span(m.start, m.end) for m in (deeds or group)[:_EVIDENCE]),
    )
