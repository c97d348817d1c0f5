"""The weapons of one incident."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.language.document import Document
from incidentparse.mentions import WeaponMention
from incidentparse.record import Weapon


def fill_weapons(
    document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[WeaponMention]
) -> tuple[Weapon, ...]:
    """What the article says of it for this incident."""
    return ()
