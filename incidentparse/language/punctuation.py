"""The marks by which a text opens and closes quotations and joins words."""

from __future__ import annotations

QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'"})
DASHES = frozenset({"-", "--", "–", "—"})
