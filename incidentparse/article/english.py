"""Whether a text is English, by the share of its function words; cheap, and quick to say yes to short texts."""

from __future__ import annotations

import re
from functools import cache

from pydantic import Field

from incidentparse.lexicons import LexiconEntry, load_lexicon

ENGLISH = "en"
# Words looked at: enough for the shares to be steady.
_SAMPLE_WORDS = 600
_SAMPLE_CHARACTERS = 8 * _SAMPLE_WORDS
# Fewer words say too little: headlines have no function words at all.
_MIN_WORDS = 20
# English news has 0.28 to 0.45 of its words in the list, telegram-style notes from 0.10; others share up to 0.06.
_SURELY_ENGLISH = 0.15
_SURELY_NOT = 0.06
# Share of Latin letters below which a text is in another script: English articles quote a phrase in one at most.
_MIN_LATIN = 0.5
_MIN_LETTERS = 20

_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN_LETTER = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u024f\u1e00-\u1eff\u0300-\u036f]")
_SCRIPTS = (
    ("Arabic", re.compile(r"[\u0600-\u06ff]")),
    ("Cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("Chinese or Japanese", re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")),
    ("Hebrew", re.compile(r"[\u0590-\u05ff]")),
    ("Greek", re.compile(r"[\u0370-\u03ff]")),
    ("Devanagari", re.compile(r"[\u0900-\u097f]")),
    ("Korean", re.compile(r"[\uac00-\ud7af]")),
)


class FunctionWords(LexiconEntry):
    """A line of function_words.jsonl: the commonest words of a language's grammar."""

    language: str = Field(pattern=r"^[a-z]{2}$")
    name: str
    words: tuple[str, ...] = Field(min_length=10)


@cache
def _entries() -> tuple[FunctionWords, ...]:
    return load_lexicon("function_words.jsonl", FunctionWords)


@cache
def _lists() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((e.language, frozenset(e.words)) for e in _entries())


def _share(words: list[str], known: frozenset[str]) -> float:
    return sum(map(known.__contains__, words)) / len(words)


@cache
def english_function_words() -> frozenset[str]:
    """The commonest words of English grammar."""
    return dict(_lists())[ENGLISH]


def detect_language(text: str) -> tuple[str | None, str | None]:
    """The ISO 639-1 code, None where unknown, and a warning where the text is not English."""
    sample = text[:_SAMPLE_CHARACTERS]
    words = [w.lower() for w in _WORD.findall(sample)[:_SAMPLE_WORDS]]
    letters = sum(map(len, words))
    foreign = len(_FOREIGN_LETTER.findall(sample))
    if letters >= _MIN_LETTERS and foreign > (1 - _MIN_LATIN) * letters:
        script = next((name for name, letter in _SCRIPTS if len(letter.findall(sample)) * 2 > foreign), "another")
        return None, f"not English: the text is in {script} script"
    if len(words) < _MIN_WORDS:
        return ENGLISH, None
    english = _share(words, english_function_words())
    if english >= _SURELY_ENGLISH:
        return ENGLISH, None
    shares = {language: _share(words, known) for language, known in _lists() if language != ENGLISH}
    language, share = max(shares.items(), key=lambda item: item[1])
    if share > english:
        name = next(e.name for e in _entries() if e.language == language)
        return language, f"not English: the text looks like {name}"
    if english < _SURELY_NOT:
        return None, "not English: the text has next to no English function words"
    return ENGLISH, None
