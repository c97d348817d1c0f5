"""Locations: places named in the text, with what they lie in and how they are attached."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.mentions import PlaceMention


def extract(document: Document) -> list[PlaceMention]:
    """The mentions, in the order of the text."""
    return []
