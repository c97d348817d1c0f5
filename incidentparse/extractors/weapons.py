"""Weapons: means of attack, from their words and from deeds."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.mentions import WeaponMention


def extract(document: Document) -> list[WeaponMention]:
    """The mentions, in the order of the text."""
    return []
