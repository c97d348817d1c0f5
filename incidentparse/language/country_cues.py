"""Words that only one country's news uses, and the armed groups that fight in it: evidence for the country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from functools import cache
from typing import Literal

from incidentparse.language.document import Document
from incidentparse.language.folding import fold
from incidentparse.language.lexicon import Hit, PhraseIndex
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.mentions import Tokens

# A word found again says less each time: no cue counts more than this often.
_MOST_TIMES = 2
# What a group of several countries says for the one that its entry names first, where it mostly fights.
_HOME_SHARE = 0.6


class CountryCues(LexiconEntry):
    """Words and names that point to one country.

    Attributes:
        country: ISO 3166-1 alpha-2.
        weight: how much each speaks for it, measured in names of towns.
        phrases: as written; one in capitals is found in capitals only, a name not in small letters.
    """

    country: str
    weight: float = 1.0
    phrases: tuple[str, ...]


class _Group(LexiconEntry, extra="ignore"):  # Files that are read for more elsewhere.
    name: str
    countries: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()

    def surely(self) -> Iterator[str]:
        """The names that mean nothing else."""
        return (name for name in (self.name, *self.aliases, *self.acronyms) if name not in self.weak)


# Countries of a cue, its weight, and how its first word must stand: as it may, with a capital, in capitals.
_Case = Literal["any", "capital", "capitals"]
_Cue = tuple[tuple[str, ...], float, _Case]


@cache
def _cues() -> PhraseIndex[_Cue]:
    phrases: list[tuple[str, _Cue]] = [
        (phrase, ((entry.country,), entry.weight, _case(phrase)))
        for entry in load_lexicon("country_cues.jsonl", CountryCues)
        for phrase in entry.phrases
    ]
    for lexicon in ("armed_groups.jsonl", "state_forces.jsonl"):
        for group in load_lexicon(lexicon, _Group):
            if group.countries:
                phrases += [(name, (group.countries, 1.0, _case(name))) for name in group.surely()]
    return PhraseIndex(phrases)


def _case(phrase: str) -> _Case:
    if phrase.isupper():
        return "capitals"
    return "capital" if phrase[0].isupper() else "any"


@cache
def _groups() -> PhraseIndex[bool]:
    return PhraseIndex(
        (name, name.isupper())
        for lexicon in ("armed_groups.jsonl", "state_forces.jsonl")
        for group in load_lexicon(lexicon, _Group)
        for name in group.surely()
        if " " in name or "-" in name
    )


@cache
def group_words() -> frozenset[str]:
    """The names of armed groups and forces that are one word, in lower case."""
    return frozenset(
        fold(name)
        for lexicon in ("armed_groups.jsonl", "state_forces.jsonl")
        for group in load_lexicon(lexicon, _Group)
        for name in (group.name, *group.aliases, *group.acronyms)
        if " " not in name
    )


def group_spans(document: Document) -> Iterator[tuple[int, int]]:
    """Token ranges of the names of armed groups and forces that have more than one word."""
    for hit in _groups().find(document.folded):
        if document.words[hit.start][0].isupper():
            yield hit.start, hit.end


def read_country_cues(document: Document, apart: Container[int] = ()) -> dict[str, float]:
    """How much the words of a document speak for each country: one cue of one country is 1; none begins ``apart``."""
    counts: dict[tuple[tuple[str, ...], str], int] = defaultdict(int)
    weights: dict[str, float] = defaultdict(float)
    for hit in _found(document):
        if hit.start in apart:
            continue
        countries, weight, _ = hit.value
        phrase = " ".join(document.folded[hit.start : hit.end])
        counts[countries, phrase] += 1
        if counts[countries, phrase] <= _MOST_TIMES:
            for country, share in zip(countries, _shares(len(countries)), strict=True):
                weights[country] += weight * share
    return dict(weights)


def first_cue(document: Document, country: str) -> Tokens | None:
    """Token range of the first word or name that points to a country, or None."""
    return next(((hit.start, hit.end) for hit in _found(document) if country in hit.value[0]), None)


@cache
def _shares(count: int) -> tuple[float, ...]:
    if count == 1:
        return (1.0,)
    return (_HOME_SHARE, *[(1 - _HOME_SHARE) / (count - 1)] * (count - 1))


def _found(document: Document) -> Iterator[Hit[_Cue]]:
    for hit in _cues().find(document.folded):
        word, case = document.words[hit.start], hit.value[2]
        if case == "any" or (word.isupper() if case == "capitals" else not word.islower()):
            yield hit
