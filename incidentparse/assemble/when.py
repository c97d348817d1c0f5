"""The time of one incident, chosen among the expressions of the article."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.language.document import Document
from incidentparse.mentions import TimeMention
from incidentparse.record import When


def choose_when(document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[TimeMention]) -> When | None:
    """What the article says of it for this incident."""
    return None
