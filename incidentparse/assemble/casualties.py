"""Casualties of one incident: its totals and every figure as found."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.language.document import Document
from incidentparse.mentions import CasualtyMention, SourceMention
from incidentparse.record import Casualties


def fill_casualties(
    document: Document,
    draft: Draft,
    drafts: Drafts,
    mentions: Sequence[CasualtyMention],
    sources: Sequence[SourceMention],
) -> Casualties:
    """What the article says of it for this incident."""
    return Casualties()
