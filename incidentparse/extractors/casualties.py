"""Casualties: figures of people killed, injured, missing, abducted, detained or displaced."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.mentions import CasualtyMention


def extract(document: Document) -> list[CasualtyMention]:
    """The mentions, in the order of the text."""
    return []
