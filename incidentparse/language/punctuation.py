"""The marks by which a text opens and closes quotations and brackets and joins words."""

from __future__ import annotations

DOUBLE_QUOTES = frozenset({'"', "“", "”", "''", "``"})
QUOTES = DOUBLE_QUOTES | {"‘", "’", "'"}
DASHES = frozenset({"-", "--", "–", "—"})
OPENERS = frozenset({"(", "["})
CLOSERS = frozenset({")", "]"})
