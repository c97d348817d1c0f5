"""Actors: groups, forces, persons and crowds, and what they are said to have done or suffered."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.mentions import ActorMention


def extract(document: Document) -> list[ActorMention]:
    """The mentions, in the order of the text."""
    return []
