"""The targets of one incident."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.language.document import Document
from incidentparse.mentions import TargetMention
from incidentparse.record import Count, Effect, Target, TargetKind

# Where a target is told of more than once, the first of these that is told of it is its effect.
_EFFECTS = (
    Effect.KILLED,
    Effect.DESTROYED,
    Effect.ABDUCTED,
    Effect.INJURED,
    Effect.DAMAGED,
    Effect.STOLEN,
    Effect.RELEASED,
    Effect.DETAINED,
    Effect.MISSING,
    Effect.NONE,
    Effect.UNKNOWN,
)
_SKIPPED = frozenset({"PUNCT", "DET", "ADP", "CCONJ", "NUM", "SPACE", "PART", "PRON"})
# How many places of the text are kept as evidence of one target.
_EVIDENCE = 5


def fill_targets(
    document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[TargetMention]
) -> tuple[Target, ...]:
    """Who and what this incident hit or aimed at, in the order of the text."""
    own = [m for m in mentions if drafts.owned(draft, m.event) and not m.certainty.historical]
    agents = _agents(document, draft)
    hit = Counter(_noun(document, m) for m in own)
    own = [m for m in own if agents[_noun(document, m)] < hit[_noun(document, m)]]
    groups = _group(document, own)
    if any(not _generic(g) and g[0].kind is TargetKind.PERSON for g in groups):
        groups = [g for g in groups if not _generic(g)]
    return tuple(_target(document, group) for group in groups)


def _agents(document: Document, draft: Draft) -> Counter[str]:
    """How often each noun is said to have attacked."""
    return Counter(document.lemmas[end - 1] for event in draft.events for _, end in event.agents)


def _generic(group: Sequence[TargetMention]) -> bool:
    return all(m.rule.endswith(":generic") for m in group)


def _noun(document: Document, mention: TargetMention) -> str:
    return document.lemmas[mention.end - 1]


def _words(document: Document, mention: TargetMention) -> frozenset[str]:
    return frozenset(
        document.lemmas[t] for t in range(mention.start, mention.end) if document.pos[t] not in _SKIPPED
    ) or frozenset(document.lower[mention.start : mention.end])


def _group(document: Document, mentions: Sequence[TargetMention]) -> list[list[TargetMention]]:
    """Mentions of the same target together: the words of one are among those of the other."""
    groups: list[tuple[frozenset[str], list[TargetMention]]] = []
    for mention in mentions:
        words = _words(document, mention)
        for index, (known, group) in enumerate(groups):
            if group[0].kind is mention.kind and (words <= known or known <= words):
                group.append(mention)
                groups[index] = (known | words if len(known | words) <= len(known) + 2 else known, group)
                break
        else:
            groups.append((words, [mention]))
    return [group for _, group in groups]


def _target(document: Document, group: Sequence[TargetMention]) -> Target:
    best = max(group, key=lambda m: (m.name is not None, m.low is not None, -m.start))
    effects = {m.effect for m in group}
    counted = next((m for m in group if m.low is not None), None)
    return Target(
        description=document.slice(best.start, best.end),
        name=document.slice(*best.name) if best.name is not None else None,
        kind=best.kind,
        category=best.category,
        count=_count(document, counted) if counted is not None else None,
        country_code=next((m.country_code for m in group if m.country_code), None),
        effect=next(effect for effect in _EFFECTS if effect in effects),
        evidence=tuple(document.span(m.start, m.end) for m in group[:_EVIDENCE]),
    )


def _count(document: Document, mention: TargetMention) -> Count:
    assert mention.low is not None
    place = mention.number or (mention.start, mention.end)
    return Count(min=mention.low, max=mention.high, text=document.slice(*place), evidence=(document.span(*place),))
