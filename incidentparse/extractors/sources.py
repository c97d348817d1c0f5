"""Sources: who is cited, for what, and in what stance."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.mentions import SourceMention


def extract(document: Document) -> list[SourceMention]:
    """The mentions, in the order of the text."""
    return []
