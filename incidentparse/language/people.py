"""People: the nouns for them (soldiers, villagers, wives), and a phrase of people as read from a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pydantic import Field

from incidentparse.language.countries import countries
from incidentparse.language.lexicon import PhraseIndex
from incidentparse.language.quantities import Quantity
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.mentions import Tokens
from incidentparse.record import Category, Side

_LEXICON = "people.jsonl"


class PersonNoun(LexiconEntry):
    """A noun of people, as ``lexicons/people.jsonl`` has it."""

    noun: str = Field(min_length=1, description="Singular.")
    plural: str = Field(min_length=1, description="Plural; the same as the singular for troops, personnel, staff.")
    category: Category = Field(description="Whom they belong to where nothing else is said.")
    side: Side = Field(default=Side.UNKNOWN, description="Perpetrators by the word itself: gunman, bomber.")
    generic: bool = Field(default=False, description="Says no more than that it is a person.")
    kin: bool = Field(default=False, description="Stands with whose it is: his wife, their neighbour.")
    mass: bool = Field(default=False, description="Counted without a plural: three troops, five personnel.")
    collective: bool = Field(default=False, description="A group that is no number of people: a family, a crowd.")
    size: int | None = Field(default=None, ge=2, description="The number in the word itself: a couple.")


@dataclass(frozen=True, slots=True)
class PersonForm:
    """One form of a noun of people.

    Attributes:
        noun: its entry.
        plural: the form means more than one.
        country_code: the country of a demonym used as a noun ("two Iraqis"), else None.
    """

    noun: PersonNoun
    plural: bool
    country_code: str | None = None


@cache
def people_index() -> PhraseIndex[PersonForm]:
    """All forms of the nouns of people; demonyms ("three Turks", "a Syrian") come last, so that nouns go first."""
    phrases: list[tuple[str, PersonForm]] = []
    for noun in load_lexicon(_LEXICON, PersonNoun):
        if noun.mass or noun.plural != noun.noun:
            phrases.append((noun.plural, PersonForm(noun, plural=True)))
        phrases.append((noun.noun, PersonForm(noun, plural=noun.mass)))
    for country in countries():
        for demonym in country.demonyms:
            # "two Chinese", "a Chinese": a demonym that does not end in s is the same in both numbers.
            entry = PersonNoun(noun=demonym, plural=demonym, category=Category.CIVILIAN)
            phrases.append((demonym, PersonForm(entry, demonym.endswith("s"), country.code)))
    return PhraseIndex(phrases)


class Reading(StrEnum):
    """How a phrase tells how many."""

    COUNTED = "counted"  # "three soldiers"
    SINGLE = "single"  # "a soldier", "his wife"
    BARE = "bare"  # "Officer wounded": one, in the clipped style of headlines
    DEFINITE = "definite"  # "the driver", "both men": met before, or known
    NAMED = "named"  # a proper name
    PRONOUN = "pronoun"  # "he"
    NUMBER = "number"  # a number with no noun: "killing 3"
    SHARE = "share"  # "two of them"
    NONE = "none"  # "no one"


@dataclass(frozen=True, slots=True)
class People:
    """A phrase of people.

    Attributes:
        start: first token.
        end: one past the last token.
        head: the token that carries the noun, the name or the number.
        low: lowest number.
        high: highest number, None if open.
        reading: how the number is told.
        number: tokens of the number expression.
        group: tokens of the noun phrase counted, None for people in general.
        category: whom they belong to.
        country_code: their nationality, or None.
        side: perpetrators by the word itself.
        more: besides those counted before ("another two").
        kin: the noun says whose they are ("his wife").
        name: tokens of the proper name, or None.
        ordinal: "a third victim": the number among them, or None.
        whole: of a share the number that it is a share of: five in "one of the five men".
        generic: no noun but people, persons, others.
        known: the noun is one of people; False where only the sentence can tell ("three vaccinators").
    """

    start: int
    end: int
    head: int
    low: int
    high: int | None
    reading: Reading
    number: Tokens
    group: Tokens | None = None
    category: Category = Category.CIVILIAN
    country_code: str | None = None
    side: Side = Side.UNKNOWN
    more: bool = False
    kin: bool = False
    name: Tokens | None = None
    ordinal: int | None = None
    whole: Quantity | None = None
    generic: bool = True
    known: bool = True
