"""Times: expressions of date and clock time, resolved against the publication date."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.mentions import TimeMention


def extract(document: Document) -> list[TimeMention]:
    """The mentions, in the order of the text."""
    return []
