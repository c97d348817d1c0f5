"""Ages, which are no numbers of people: "19-year-old", "nine-month-old", "aged 40"."""

from __future__ import annotations

import re

from incidentparse.language.document import Document

_WHOLE = re.compile(r"\d{1,3}-?(?:years?|yrs?|months?|weeks?|days?|yo|y/o)-?(?:olds?)?")
_LEADING = re.compile(r"\d{1,3}")
_OLD = re.compile(r"olds?")
_PERIODS = frozenset("year years month months week weeks day days yr yrs".split())
_SHORT = frozenset(("y/o", "yo"))
_HYPHENS = frozenset("-–—‑")
AGE_WORDS = frozenset(("age", "ages", "aged"))
# Whose age it may be; the tagger takes "Boy, 17, stabbed" for an exclamation.
_DESCRIBED = frozenset(("PROPN", "NOUN", "INTJ"))
# "The other, 29, was hit": those told of without a noun.
_UNNAMED = frozenset("other another one first second third fourth fifth".split())
_COPULAS = frozenset(("is", "was"))
_BETWEEN_AGES = frozenset((",", "and", "&"))
_CLOSING = frozenset((",", ".", ";", "and"))
# Nobody in the news is older.
_OLDEST = 115


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


def leading_age(document: Document, start: int, end: int) -> int:
    """Where an age that ends at ``end`` begins, or ``end``: "and 24-year-old" before a name."""
    return next((t for t in range(start, end) if age_end(document, t, end) == end), end)


def listed_ages(document: Document, token: int, end: int) -> int:
    """How many ages a list in apposition at ``token`` holds: 3 in ", ages 17, 19 and 22,"; 0 where there is none."""
    if token < end and document.words[token] == ",":
        token += 1
    aged = token < end and document.folded[token] in AGE_WORDS
    token += aged
    count = 0
    while token < end and _is_age(document.words[token]):
        count += 1
        token += 1
        while token < end and document.folded[token] in _BETWEEN_AGES and token + 1 < end:
            if not _is_age(document.words[token + 1]) and document.folded[token + 1] not in _BETWEEN_AGES:
                break
            token += 1
    closed = token >= end or document.words[token] in ",.)"
    return count if count > 1 and (aged or closed) else 0


def ages_end(document: Document, token: int, end: int) -> int | None:
    """Past "aged 8 and 12", or None where no such list of ages begins at ``token``."""
    if token >= end or document.folded[token] not in AGE_WORDS:
        return None
    token += 1
    first = token
    while token < end and _is_age(document.words[token]):
        token += 1
        while token + 1 < end and document.folded[token] in _BETWEEN_AGES and _is_age(document.words[token + 1]):
            token += 1
    return token if token > first else None


def age_of(document: Document, start: int, end: int) -> int | None:
    """The age told in a phrase or right behind it: "a 17-year-old boy", "Jane Roe, 45,"; None where none is."""
    for token in range(start, end):
        stop = age_end(document, token, end + 1)
        if stop is not None:
            digits = _LEADING.match(document.folded[token])
            return int(digits.group()) if digits is not None else None
    if end + 1 < len(document) and document.words[end] == "," and _is_age(document.words[end + 1]):
        closed = end + 2 >= len(document) or document.words[end + 2] in _CLOSING
        return int(document.words[end + 1]) if closed else None
    return None


def in_apposition(document: Document, comma: int) -> bool:
    """Whether a number behind ``comma`` is an age in apposition: "Lopez, 67,", "her sons, 7 and 8,", "who was 17,"."""
    if comma > 0 and document.folded[comma] in _COPULAS and document.folded[comma - 1] == "who":
        return True
    token = comma
    while token > 0 and document.folded[token] in _BETWEEN_AGES and _is_age(document.words[token - 1]):
        token -= 2
    if token == 0 or document.words[token] != ",":
        return False
    return document.pos[token - 1] in _DESCRIBED or document.folded[token - 1] in _UNNAMED


def _is_age(word: str) -> bool:
    return word.isdigit() and len(word) <= len(str(_OLDEST)) and int(word) <= _OLDEST
