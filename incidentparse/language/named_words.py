"""Named sets of words that the reading of sentences needs, from the lexicons that hold such sets."""

from __future__ import annotations

from functools import cache, partial

from incidentparse.lexicons import LexiconEntry, load_lexicon


class NamedWords(LexiconEntry):
    """A line of ``named_words.jsonl``, ``victim_words.jsonl`` or ``casualty_words.jsonl``.

    Attributes:
        name: by which code asks for the words.
        job: what the words do there, where the lexicon's description does not say it.
        words: in small letters, as lemmas or as forms by their job.
    """

    name: str
    job: str = ""
    words: frozenset[str]


@cache
def _sets(lexicon: str) -> dict[str, frozenset[str]]:
    return {entry.name: entry.words for entry in load_lexicon(lexicon, NamedWords)}


@cache
def named_words(name: str, lexicon: str = "named_words.jsonl") -> frozenset[str]:
    """The words of a set."""
    return _sets(lexicon)[name]


# Words that tell who was hit and how.
victim_words = partial(named_words, lexicon="victim_words.jsonl")
# Words that the patterns of casualties need.
casualty_words = partial(named_words, lexicon="casualty_words.jsonl")
