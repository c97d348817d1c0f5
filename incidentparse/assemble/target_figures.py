"""Those hit of whom only casualty figures tell: "Jane Roe is in critical condition", "his driver lost a leg"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incidentparse.language.document import Document
from incidentparse.language.people import people_index
from incidentparse.language.target_phrases import trimmed
from incidentparse.mentions import CasualtyMention, TargetMention, Tokens
from incidentparse.record import CasualtyStatus, Effect, Side, TargetKind

_EFFECTS = {
    CasualtyStatus.KILLED: Effect.KILLED,
    CasualtyStatus.INJURED: Effect.INJURED,
    CasualtyStatus.MISSING: Effect.MISSING,
    CasualtyStatus.ABDUCTED: Effect.ABDUCTED,
}

# Readings of phrases that take up people told of before.
_TAKING_UP = (":definite", ":share")


def told_in_figures(
    document: Document, casualties: Sequence[CasualtyMention], mentions: Sequence[TargetMention]
) -> Iterator[TargetMention]:
    """The people whom figures name or describe and no mention holds."""
    held = {token for m in mentions for place in ((m.start, m.end), m.name) if place for token in range(*place)}
    for figure in casualties:
        effect = _EFFECTS.get(figure.status)
        place = figure.person or _described(document, figure)
        if effect is None or place is None or figure.side is Side.PERPETRATOR or figure.low == 0:
            continue
        if figure.cumulative or not held.isdisjoint(range(*place)):
            continue
        yield TargetMention(
            *place,
            f"figure:{figure.status}",
            certainty=figure.certainty,
            name=figure.person,
            kind=TargetKind.PERSON,
            category=figure.category,
            low=figure.low,
            high=figure.high,
            number=figure.number,
            country_code=figure.country_code,
            effect=effect,
            event=figure.predicate,
        )


def _described(document: Document, figure: CasualtyMention) -> Tokens | None:
    """The words that tell who is counted, where they say more of them than what became of them."""
    if figure.group is None or figure.anaphoric or figure.general or figure.superseded or figure.overall:
        return None
    if figure.rule.endswith(_TAKING_UP) or document.sentence(figure.start).title:
        return None
    start, end = trimmed(document, *figure.group)
    form = people_index().match(document.folded, end - 1, end)
    told = form is not None and not form.value.noun.generic
    return (start, end) if told and document.entity[end - 1] != "NORP" else None


def only_counted(group: Sequence[TargetMention]) -> bool:
    """Whether nothing but casualty figures tells of people, and no name."""
    return all(m.name is None and m.rule.startswith("figure:") for m in group)
