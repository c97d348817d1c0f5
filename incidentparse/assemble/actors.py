"""The actors of one incident, their roles and on whose word."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.language.document import Document
from incidentparse.mentions import ActorMention
from incidentparse.record import Actor


def fill_actors(
    document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[ActorMention]
) -> tuple[Actor, ...]:
    """What the article says of it for this incident."""
    return ()
