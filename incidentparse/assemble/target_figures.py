"""Those hit whom only casualty figures tell of by name: "Jane Roe is in critical condition"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incidentparse.mentions import CasualtyMention, TargetMention
from incidentparse.record import CasualtyStatus, Effect, Side, TargetKind

_EFFECTS = {
    CasualtyStatus.KILLED: Effect.KILLED,
    CasualtyStatus.INJURED: Effect.INJURED,
    CasualtyStatus.MISSING: Effect.MISSING,
    CasualtyStatus.ABDUCTED: Effect.ABDUCTED,
}


def named_in_figures(
    casualties: Sequence[CasualtyMention], mentions: Sequence[TargetMention]
) -> Iterator[TargetMention]:
    """The persons whom figures name and no mention holds.

    People without a name are left to the figures: as targets more of them are wrong than right.
    """
    held = {token for m in mentions for place in ((m.start, m.end), m.name) if place for token in range(*place)}
    for figure in casualties:
        effect = _EFFECTS.get(figure.status)
        if effect is None or figure.person is None or figure.side is Side.PERPETRATOR or figure.low == 0:
            continue
        if figure.cumulative or not held.isdisjoint(range(*figure.person)):
            continue
        yield TargetMention(
            *figure.person,
            f"figure:{figure.status}",
            certainty=figure.certainty,
            name=figure.person,
            kind=TargetKind.PERSON,
            category=figure.category,
            low=1,
            high=1,
            number=figure.person,
            country_code=figure.country_code,
            effect=effect,
            event=figure.predicate,
        )
