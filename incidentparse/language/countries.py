"""Countries: their codes, names and demonyms, and finding them in a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from incidentparse.language.document import Document, read_once
from incidentparse.language.folding import fold
from incidentparse.language.lexicon import Hit, PhraseIndex
from incidentparse.lexicons import LexiconEntry, load_lexicon

_LEXICON = "countries.jsonl"


class Country(LexiconEntry):
    """One country or territory of ISO 3166-1, and Kosovo (XK).

    Attributes:
        code: ISO 3166-1 alpha-2.
        name: usual English name.
        names: other and former names, abbreviations.
        demonyms: adjectives and nouns for its people, singular and plural.
        not_after: words behind which the demonyms are those of more countries: "Latin American".
        held: codes of countries that were part of it, or under it, when much of the news in archives was written.
    """

    code: str = Field(pattern=r"^[A-Z]{2}$")
    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    held: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountryWord:
    """What a word of the country lexicon says.

    Attributes:
        code: ISO 3166-1 alpha-2.
        demonym: it names the people ("Syrian"), not the country ("Syria").
        capitals: it stands in capitals only ("US", "CAR"), as an abbreviation does.
        not_after: words behind which it is that of more countries.
    """

    code: str
    demonym: bool
    capitals: bool
    not_after: frozenset[str] = frozenset()


@cache
def countries() -> tuple[Country, ...]:
    """All countries, by code."""
    return load_lexicon(_LEXICON, Country)


@cache
def country_names() -> dict[str, str]:
    """Usual English name of each country code."""
    return {c.code: c.name for c in countries()}


@cache
def _held() -> dict[str, tuple[str, ...]]:
    return {c.code: c.held for c in countries() if c.held}


def held_by(code: str) -> tuple[str, ...]:
    """Codes of the countries that lay in a country when much of the news in archives was written."""
    return _held().get(code, ())


@cache
def _country_index() -> PhraseIndex[CountryWord]:
    """Names and demonyms of all countries over folded tokens; `find_countries` also checks their case."""
    names = [
        (name, CountryWord(c.code, demonym=False, capitals=name.isupper()))
        for c in countries()
        for name in (c.name, *c.names)
    ]
    demonyms = [
        (name, CountryWord(c.code, demonym=True, capitals=False, not_after=frozenset(map(fold, c.not_after))))
        for c in countries()
        for name in c.demonyms
    ]
    return PhraseIndex(names + demonyms)


@read_once
def countries_in(document: Document) -> tuple[Hit[CountryWord], ...]:
    """The country names and demonyms of the whole document."""
    return tuple(find_countries(document, 0, len(document)))


def find_countries(document: Document, start: int, end: int) -> Iterator[Hit[CountryWord]]:
    """Country names and demonyms in tokens ``start`` to before ``end``, left to right.

    "us", "car", "turkey" and "polish" in lower case are words, not countries.
    """
    for hit in _country_index().find(document.folded, start, end):
        word = document.words[hit.start]
        if (word.isupper() if hit.value.capitals else not word.islower()) and not _wider(document, hit):
            yield hit


def _wider(document: Document, hit: Hit[CountryWord]) -> bool:
    """Whether a demonym is that of a part of the world: "Central American", "inter-American"."""
    if not hit.value.not_after or not hit.start:
        return False
    before = hit.start - 1 if document.words[hit.start - 1] != "-" or hit.start < 2 else hit.start - 2
    return document.folded[before] in hit.value.not_after


@cache
def _by_name() -> dict[str, str]:
    return {fold(name): c.code for c in reversed(countries()) for name in (c.name, *c.names)}


@cache
def _by_demonym() -> dict[str, str]:
    return {fold(name): c.code for c in reversed(countries()) for name in c.demonyms}


def country_by_name(name: str) -> str | None:
    """Code of the country that goes by this name or abbreviation ("Burma", "DRC"), or None."""
    return _by_name().get(fold(name))


def country_by_demonym(word: str) -> str | None:
    """Code of the country of these people ("Syrian", "Afghans"), or None."""
    return _by_demonym().get(fold(word))
