"""The targets of one incident."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.language.document import Document
from incidentparse.mentions import TargetMention
from incidentparse.record import Target


def fill_targets(
    document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[TargetMention]
) -> tuple[Target, ...]:
    """What the article says of it for this incident."""
    return ()
