"""Folding of words for look-up: one spelling for the many that news gives one name."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʿʾ`´"), None)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case without diacritics and apostrophes: ``Hay’at`` and ``hayat`` are one, ``Bogotá`` is ``bogota``."""
    if word.isascii():
        return word.lower().translate(_APOSTROPHES)
    decomposed = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
