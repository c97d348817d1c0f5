"""Words that only one country's news uses, and the armed groups that fight in it: evidence for the country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel, ConfigDict

from incidentparse.language.document import Document
from incidentparse.language.lexicon import PhraseIndex, load_lexicon

# A word found again says less each time: no cue counts more than this often.
_MOST_TIMES = 2


class CountryCues(BaseModel):
    """Words and names that point to one country.

    Attributes:
        country: ISO 3166-1 alpha-2.
        weight: how much each speaks for it, measured in names of towns.
        phrases: as written; one in capitals is found in capitals only.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    country: str
    weight: float = 1.0
    phrases: tuple[str, ...]


class _Group(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    countries: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()

    def surely(self) -> Iterator[str]:
        """The names that mean nothing else."""
        return (name for name in (self.name, *self.aliases, *self.acronyms) if name not in self.weak)


@cache
def _cues() -> PhraseIndex[tuple[tuple[str, ...], float, bool]]:
    phrases: list[tuple[str, tuple[tuple[str, ...], float, bool]]] = [
        (phrase, ((entry.country,), entry.weight, phrase.isupper()))
        for entry in load_lexicon("country_cues.jsonl", CountryCues)
        for phrase in entry.phrases
    ]
    for lexicon in ("armed_groups.jsonl", "state_forces.jsonl"):
        for group in load_lexicon(lexicon, _Group):
            if group.countries:
                phrases += [(name, (group.countries, 1.0, name.isupper())) for name in group.surely()]
    return PhraseIndex(phrases)


@cache
def _groups() -> PhraseIndex[bool]:
    return PhraseIndex(
        (name, name.isupper())
        for lexicon in ("armed_groups.jsonl", "state_forces.jsonl")
        for group in load_lexicon(lexicon, _Group)
        for name in group.surely()
        if " " in name or "-" in name
    )


def group_spans(document: Document) -> Iterator[tuple[int, int]]:
    """Token ranges of the names of armed groups and forces that have more than one word."""
    for hit in _groups().find(document.folded):
        if document.words[hit.start][0].isupper():
            yield hit.start, hit.end


def read_country_cues(document: Document) -> dict[str, float]:
    """How much the words of a document speak for each country: one cue of one country is 1."""
    counts: dict[tuple[tuple[str, ...], str], int] = defaultdict(int)
    weights: dict[str, float] = defaultdict(float)
    for countries, weight, phrase in _found(document):
        counts[countries, phrase] += 1
        if counts[countries, phrase] <= _MOST_TIMES:
            for country in countries:
                weights[country] += weight / len(countries)
    return dict(weights)


def _found(document: Document) -> Iterator[tuple[tuple[str, ...], float, str]]:
    for hit in _cues().find(document.folded):
        countries, weight, capitals = hit.value
        if not capitals or document.words[hit.start].isupper():
            yield countries, weight, " ".join(document.folded[hit.start : hit.end])
