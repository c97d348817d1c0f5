"""Ages, which are no numbers of people: "19-year-old", "nine-month-old", "aged 40"."""

from __future__ import annotations

import re

from incidentparse.language.document import Document

_WHOLE = re.compile(r"\d{1,3}-?(?:years?|yrs?|months?|weeks?|days?|yo|y/o)-?(?:olds?)?")
_OLD = re.compile(r"olds?")
_PERIODS = frozenset("year years month months week weeks day days yr yrs".split())
_SHORT = frozenset(("y/o", "yo"))
_HYPHENS = frozenset("-–—‑")


def age_end(document: Document, token: int, end: int) -> int | None:
    """Past an age in front of a noun that begins at ``token``, or None: "19-year-old", "19 year old"."""
    word = document.folded[token]
    stop = None
    if word[:1].isdigit() and _WHOLE.fullmatch(word):
        stop = token + 1
        if word.endswith(("old", "olds", "yo", "y/o")):
            return stop
    elif word.isdigit() or document.pos[token] == "NUM":
        middle = token + 1
        if middle < end and document.words[middle] in _HYPHENS:
            middle += 1
        if middle < end and document.folded[middle] in _PERIODS:
            stop = middle + 1
        # "25 y/o", as the tokenizer cuts it
        if middle + 2 < end and tuple(document.folded[middle : middle + 3]) == ("y", "/", "o"):
            return middle + 3
        if middle < end and document.folded[middle] in _SHORT:
            return middle + 1
    if stop is None:
        return None
    while stop < end and document.words[stop] in _HYPHENS:
        stop += 1
    return stop + 1 if stop < end and _OLD.fullmatch(document.folded[stop]) else None
