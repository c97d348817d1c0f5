"""The total of an incident from the figures that its article gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from incidentparse.language.document import Document
from incidentparse.mentions import CasualtyMention
from incidentparse.record import CasualtyStatus


@dataclass(frozen=True, slots=True)
class Total:
    """A total: its bounds and the figures that it stands on."""

    low: int
    high: int | None
    mentions: tuple[CasualtyMention, ...]


def choose_total(document: Document, mentions: Sequence[CasualtyMention], status: CasualtyStatus) -> Total | None:
    """The total of a status, or None where the article is silent."""
    own = [m for m in mentions if m.status is status]
    stated = [m for m in own if not m.overall or status is CasualtyStatus.KILLED]
    stated = [m for m in stated if not (m.overall and m.low)]
    total = _largest(document, stated)
    if status is CasualtyStatus.INJURED and (total is None or total.low == 0):
        overall = _largest(document, [m for m in own if m.overall and m.low])
        if overall is not None:
            killed = choose_total(document, mentions, CasualtyStatus.KILLED)
            dead = killed.low if killed else 0
            if overall.low > dead:
                return Total(
                    overall.low - dead, None if overall.high is None else overall.high - dead, overall.mentions
                )
    return total


def _largest(document: Document, mentions: Sequence[CasualtyMention]) -> Total | None:
    statements: dict[int, list[CasualtyMention]] = {}
    for mention in mentions:
        statements.setdefault(document.sentence_of[mention.predicate], []).append(mention)
    best: Total | None = None
    for group in statements.values():
        whole = [m for m in group if not m.part_of_total] or group
        low = sum(m.low for m in whole)
        highs = [m.high for m in whole]
        high = None if None in highs else sum(h for h in highs if h is not None)
        total = Total(low, high, tuple(whole))
        if best is None or total.low > best.low:
            best = total
    return best
