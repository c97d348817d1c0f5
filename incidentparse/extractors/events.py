"""Events: the words that report violence, with what they tie together."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.mentions import EventMention


def extract(document: Document) -> list[EventMention]:
    """The mentions, in the order of the text."""
    return []
