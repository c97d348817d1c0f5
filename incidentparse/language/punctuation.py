"""The marks by which a text opens and closes quotations and brackets and joins words."""

from __future__ import annotations

QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'"})
DASHES = frozenset({"-", "--", "–", "—"})
OPENERS = frozenset({"(", "["})
CLOSERS = frozenset({")", "]"})
