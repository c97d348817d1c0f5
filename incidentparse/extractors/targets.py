"""Targets: who and what was hit or aimed at."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.mentions import TargetMention


def extract(document: Document) -> list[TargetMention]:
    """The mentions, in the order of the text."""
    return []
