"""The form's own way of writing: capitals, quotes and lists without repetition."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

# The fills of one template by the name of their slot.
Fills = dict[str, list[str]]


def quoted(text: str) -> str:
    """A string fill."""
    return '"' + text.replace('"', "").replace("\\", "").strip() + '"'


def once(values: Iterable[str]) -> list[str]:
    """Each fill once, in order."""
    return list(dict.fromkeys(values))


def upper(text: str) -> str:
    """Capitals without diacritics in one line: how the task writes."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(plain.upper().split())
