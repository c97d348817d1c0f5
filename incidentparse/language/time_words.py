"""The words that expressions of time are made of, and a document's tokens seen as such words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Literal

from incidentparse.language.document import Document
from incidentparse.language.folding import fold
from incidentparse.language.lexicon import PhraseIndex
from incidentparse.lexicons import LexiconEntry, load_lexicon

Kind = Literal[
    "weekday", "weekdays", "month", "day", "tonight", "overnight", "part", "moment", "unit", "number", "vague",
    "ordinal", "shift", "edge", "direction", "season", "zone", "meridiem", "named", "prayer", "eve", "fraction",
]  # fmt: skip

_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
# Empty tokens behind the last, so that readers may look ahead without asking where the text ends.
_PADDING = 6


class TimeWord(LexiconEntry):
    """An entry of the lexicon of time words.

    Attributes:
        forms: its spellings, folded, without a closing full stop.
        kind: the part that it plays in an expression.
        value: its meaning there: a number, or a key.
        short: it is also another word ("may", "sun"), so it needs more support than its letters.
    """

    forms: tuple[str, ...]
    kind: Kind
    value: int | str
    short: bool = False


class Holiday(LexiconEntry):
    """A named day: of a fixed date, the n-th weekday of a month (-1 the last), counted from Easter, or movable."""

    name: str
    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    easter: int | None = None
    movable: bool = False


@cache
def time_words() -> dict[str, TimeWord]:
    """The lexicon by spelling, with and without a closing full stop."""
    return {
        spelling: word
        for word in load_lexicon("time_words.jsonl", TimeWord)
        for form in word.forms
        for spelling in (form, f"{form}.")
    }


def _in_full(kind: Kind) -> tuple[str, ...]:
    names: dict[int | str, str] = {}
    for word in load_lexicon("time_words.jsonl", TimeWord):
        if word.kind == kind:
            names.setdefault(word.value, word.forms[0])
    return tuple(names.values())


@cache
def months() -> tuple[str, ...]:
    """The names of the months in full, from January on, in small letters."""
    return _in_full("month")


@cache
def weekdays() -> tuple[str, ...]:
    """The names of the weekdays in full, from Monday on, in small letters."""
    return _in_full("weekday")


@cache
def holidays() -> PhraseIndex[Holiday]:
    """The named days."""
    return PhraseIndex((entry.name, entry) for entry in load_lexicon("holidays.jsonl", Holiday))


@cache
def holiday_starts() -> frozenset[str]:
    """The first words of all named days, folded."""
    return frozenset(fold(re.split(r"['\s]", entry.name)[0]) for entry in load_lexicon("holidays.jsonl", Holiday))


class TimeWords:
    """A document's tokens as words of time; a token past the end is an empty word.

    Attributes:
        document: the document.
        entries: the lexicon's word for each token, or None.
        folded: the document's column, padded.
    """

    def __init__(self, document: Document) -> None:
        lexicon = time_words()
        self.document = document
        self.entries = [lexicon.get(word) for word in document.folded] + [None] * _PADDING
        self.folded = document.folded + [""] * _PADDING

    @cached_property
    def counts_to_twelve(self) -> bool:
        """Whether the article has a clock time with "am" or "pm", or says one in words."""
        if any(entry is not None and entry.kind in ("meridiem", "fraction") for entry in self.entries):
            return True
        return any(word[:1].isdecimal() and word.endswith(("am", "pm", "a.m.", "p.m.")) for word in self.folded)

    def kind(self, token: int) -> str:
        """The part that a token plays, or ""."""
        entry = self.entries[token]
        return entry.kind if entry else ""

    def key(self, token: int, kind: Kind) -> str:
        """The key of a token of that kind, or ""."""
        entry = self.entries[token]
        return str(entry.value) if entry and entry.kind == kind else ""

    def value(self, token: int, kind: Kind) -> int | None:
        """The number that a token of that kind stands for, or None."""
        entry = self.entries[token]
        return int(entry.value) if entry and entry.kind == kind else None

    def number(self, token: int) -> int | None:
        """The cardinal number of up to four digits, or number word, at a token, or None."""
        word = self.folded[token]
        if word.isdecimal():
            return int(word) if len(word) <= 4 else None
        return self.value(token, "number")

    def day_number(self, token: int) -> int | None:
        """The day of a month at a token: "16", "16th", "sixteenth"; or None."""
        word = self.folded[token]
        if word.isdecimal():
            number = int(word) if len(word) <= 2 else 0
        elif word[:1].isdecimal():
            match = _ORDINAL.fullmatch(word)
            number = int(match[1]) if match else 0
        else:
            number = self.value(token, "ordinal") or 0
        return number if 1 <= number <= 31 else None

    def year(self, token: int) -> int | None:
        """The year of four digits at a token, or None."""
        word = self.folded[token]
        if len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20"):
            return int(word)
        return None

    def capitalised(self, token: int) -> bool:
        """Whether a token is written as a name."""
        return token < len(self.document) and self.document.words[token][:1].isupper()

    def is_any(self, token: int, words: Iterable[str]) -> bool:
        """Whether a token is one of these folded words."""
        return self.folded[token] in words
