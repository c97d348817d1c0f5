"""The actors of one incident, their roles and on whose word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.language.document import Document
from incidentparse.mentions import ActorMention
from incidentparse.record import Actor, ActorKind, ActorRole, Attribution

# Surest first; where an actor is named in more than one way, the first of these holds.
_SUREST = (
    Attribution.STATED, Attribution.CLAIMED, Attribution.ACCUSED, Attribution.SUSPECTED, Attribution.DENIED,
    Attribution.UNKNOWN,
)  # fmt: skip
# Rough shares of perpetrators that coders confirm, by attribution.
_CONFIDENCE = {
    Attribution.STATED: 0.75, Attribution.CLAIMED: 0.8, Attribution.ACCUSED: 0.55, Attribution.SUSPECTED: 0.5,
    Attribution.DENIED: 0.4, Attribution.UNKNOWN: 0.5,
}  # fmt: skip
_OTHER_CONFIDENCE = 0.5
_TARGET_CONFIDENCE = 0.6
_EVIDENCE = 5
_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.CRIMINAL_GROUP, ActorKind.POLITICAL_GROUP})
_ROLE_ORDER = (ActorRole.PERPETRATOR, ActorRole.CLAIMANT, ActorRole.TARGET, ActorRole.BYSTANDER, ActorRole.OTHER)


def fill_actors(
    document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[ActorMention]
) -> tuple[Actor, ...]:
    """Who had a part in this incident: perpetrators first, then in the order of the text."""
    own = [_within(m, draft, drafts) for m in mentions if _belongs(m, draft, drafts)]
    groups: dict[str, list[ActorMention]] = {}
    for mention in _merged(own):
        groups.setdefault(mention.key, []).append(mention)
    actors = [(_role(group), group) for group in groups.values()]
    actors = [(role, group) for role, group in actors if role is not None]
    ordered = sorted(actors, key=lambda a: (_ROLE_ORDER.index(a[0]), a[1][0].start))  # type: ignore[arg-type]
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


def _merged(mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """Mentions that describe an actor who is named elsewhere take its key."""
    states = _only(m for m in mentions if m.key.startswith("state:") and m.country_code and m.perpetrates)
    polices = [m for m in mentions if m.key.startswith("state:") and m.country_code]
    group = _only(m for m in mentions if m.kind in _GROUPS and not m.rule.startswith("described") and m.perpetrates)
    person = _only(m for m in mentions if m.rule.startswith("person") and m.perpetrates)
    described = next((m for m in mentions if m.rule == "described:one" and m.perpetrates), None)
    merged = []
    for mention in mentions:
        target: ActorMention | None = None
        if mention.key.startswith("state:?:"):
            branch = mention.key.rsplit(":", 1)[1]
            target = (
                states
                if states and states.key.endswith(branch)
                else _only(m for m in polices if m.key.endswith(branch))
            )
        elif mention.rule == "described:one" and mention.kind not in (ActorKind.CROWD, *_GROUPS):
            target = person or described
        elif mention.rule.startswith("described") and mention.kind in (*_GROUPS, ActorKind.UNKNOWN_GUNMEN):
            target = group
        merged.append(
            replace(mention, key=target.key, name=target.name, kind=target.kind, country_code=target.country_code)
            if target is not None
            else mention
        )
    return merged


def _only(mentions) -> ActorMention | None:  # type: ignore[no-untyped-def]
    found = list(mentions)
    return found[0] if found and len({m.key for m in found}) == 1 else None


def _role(group: Sequence[ActorMention]) -> ActorRole | None:
    if any(m.perpetrates for m in group):
        return ActorRole.PERPETRATOR
    if any(m.suffers for m in group):
        return ActorRole.TARGET
    first = group[0]
    named = not first.rule.startswith(("described", "person")) and not first.key.startswith("state:?")
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
