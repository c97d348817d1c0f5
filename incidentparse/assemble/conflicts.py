"""Conflicting sources: where two of them give different numbers, the total spans both."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.tallies import Tally
from incidentparse.mentions import CasualtyMention, SourceMention

# Figures further apart than this factor are of different incidents or groups, not of different sources.
_FARTHEST = 3


def widen(total: Tally, mentions: Sequence[CasualtyMention], sources: Sequence[SourceMention]) -> Tally:
    """The total, widened by the figures that other sources give for the same people."""
    if len(total.mentions) != 1:
        return total
    base = total.mentions[0]
    voice = _voice(base, sources)
    if voice is None or not _whole(base) or base.low != total.low:
        return total
    low, high, standing = total.low, total.high, list(total.mentions)
    for other in mentions:
        if other.status is not base.status or not _whole(other) or not _comparable(base, other):
            continue
        if _voice(other, sources) in (None, voice):
            continue
        low = min(low, other.low)
        high = None if high is None or other.high is None else max(high, other.high)
        standing.append(other)
    return Tally(low, high, tuple(standing))


def _voice(mention: CasualtyMention, sources: Sequence[SourceMention]) -> str | None:
    """Key of the source whose words hold a figure; of several in a sentence the last one named before it."""
    holding = [s for s in sources if s.content is not None and s.content[0] <= mention.predicate < s.content[1]]
    before = [s for s in holding if s.start < mention.predicate]
    chosen = max(before, key=lambda s: s.start) if before else next(iter(holding), None)
    return None if chosen is None else chosen.key


def _whole(mention: CasualtyMention) -> bool:
    """Whether a figure is a total in its own words."""
    return not mention.rule.endswith("share") and not (
        mention.part_of_total
        or mention.anaphoric
        or mention.more
        or mention.updates
        or mention.indirect
        or mention.person
    )


def _comparable(one: CasualtyMention, other: CasualtyMention) -> bool:
    if one.general != other.general or one.overall != other.overall:
        return False
    # "Hundreds" and "more than 500" do not contradict each other.
    if (other.high is None or one.low <= other.high) and (one.high is None or other.low <= one.high):
        return False
    if not one.general and one.category is not other.category:
        return False
    return max(one.low, other.low) <= _FARTHEST * min(one.low, other.low)
