"""The place of one incident, chosen among the places of the article."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.language.document import Document
from incidentparse.mentions import PlaceMention
from incidentparse.record import Where


def choose_where(document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[PlaceMention]) -> Where | None:
    """The place of this incident, or None where the article names none."""
    return None
