"""The words of number expressions, from ``lexicons/quantities.jsonl``."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from incidentparse.language.lexicon import PhraseIndex
from incidentparse.lexicons import LexiconEntry, load_lexicon

_LEXICON = "quantities.jsonl"
DETERMINERS = frozenset(
    "the these those his her its their our my your".split()
)  # a closed class: they make a number definite
# Words that begin no number expression.
_APART = frozenset(("after", "ordinal"))


class QuantityWord(LexiconEntry):
    """A word of the number table, ``lexicons/quantities.jsonl``."""

    phrase: str = Field(min_length=1)
    kind: Literal["number", "scale", "vague", "zero", "article", "bound", "after", "more", "all", "ordinal"]
    low: int | None = Field(default=None, ge=0, description="Lowest number that the word alone means.")
    high: int | None = Field(default=None, ge=0, description="Highest, null if open.")
    sense: Literal["at_least", "about", "at_most", "below"] | None = Field(
        default=None, description="What a bound does to the number that it stands with."
    )
    whole: bool = Field(default=False, description="Takes no number before or after it: half a dozen.")


@cache
def number_words() -> PhraseIndex[QuantityWord]:
    """The words that begin or make up a number expression."""
    return PhraseIndex((w.phrase, w) for w in load_lexicon(_LEXICON, QuantityWord) if w.kind not in _APART)


@cache
def words_after() -> PhraseIndex[QuantityWord]:
    """The words behind a number that bound it: "or more"."""
    return PhraseIndex((w.phrase, w) for w in load_lexicon(_LEXICON, QuantityWord) if w.kind == "after")


@cache
def starters() -> frozenset[str]:
    """The folded first words of all number expressions that do not start with a digit."""
    words = {
        w.phrase.replace("-", " ").split()[0] for w in load_lexicon(_LEXICON, QuantityWord) if w.kind not in _APART
    }
    return frozenset(words) | DETERMINERS | {"between", "from"}


@cache
def ordinals() -> dict[str, int]:
    """Folded ordinal numbers: "third" is 3."""
    return {w.phrase: w.low or 0 for w in load_lexicon(_LEXICON, QuantityWord) if w.kind == "ordinal"}
