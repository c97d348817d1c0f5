"""The sources of one incident."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.language.document import Document
from incidentparse.mentions import SourceMention
from incidentparse.record import Source


def fill_sources(
    document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[SourceMention]
) -> tuple[Source, ...]:
    """What the article says of it for this incident."""
    return ()
