"""Objects that attacks hit: their nouns, whom or what they belong to, and the words in front that say so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from incidentparse.language.document import Document
from incidentparse.language.lexicon import PhraseIndex, load_lexicon
from incidentparse.record import Category

# The longest phrase of the lexicon: "vehicle-borne homemade bomb".
_LONGEST = 5


class TargetNoun(BaseModel):
    """A line of ``target_nouns.jsonl``.

    Attributes:
        use: "noun": an object; "modifier": a word before one that says whose it is ("police bus").
        noun: singular.
        plural: plural.
        category: whom or what it belongs to where no word in front says otherwise.
        town: a town, a quarter or the like, in which rather than at which an attack is made.
        way: a street or road, which is the place of an attack rather than its target unless it is damaged.
        vague: says so little that it counts only where the words around it tell of a hit ("area", "building").
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    use: Literal["noun", "modifier"]
    noun: str
    plural: str
    category: Category
    vague: bool = False
    way: bool = False
    town: bool = False


@dataclass(frozen=True, slots=True)
class ObjectNoun:
    """An object found: tokens ``start`` to before ``end``, its category, and what its entry says of it."""

    start: int
    end: int
    category: Category
    vague: bool
    plural: bool
    way: bool
    town: bool


@cache
def _nouns() -> PhraseIndex[tuple[TargetNoun, bool]]:
    entries = [entry for entry in load_lexicon("target_nouns.jsonl", TargetNoun) if entry.use == "noun"]
    return PhraseIndex(
        [(entry.noun, (entry, False)) for entry in entries] + [(entry.plural, (entry, True)) for entry in entries]
    )


@cache
def _modifiers() -> dict[str, Category]:
    entries = load_lexicon("target_nouns.jsonl", TargetNoun)
    return {entry.noun: entry.category for entry in entries if entry.use == "modifier"}


def object_noun(document: Document, start: int, head: int) -> ObjectNoun | None:
    """The object whose noun ends at ``head``, with the words from ``start`` on as its modifiers."""
    nouns = _nouns()
    for first in range(max(start, head + 1 - _LONGEST), head + 1):
        hit = nouns.match(document.folded, first, head + 1)
        if hit is not None and hit.end == head + 1:
            entry, plural = hit.value
            category = owner(document, start, first) or entry.category
            return ObjectNoun(
                first, head + 1, category, entry.vague and category is entry.category, plural, entry.way, entry.town
            )
    return None


def owner(document: Document, start: int, end: int) -> Category | None:
    """Whose thing the words in tokens ``start`` to before ``end`` say it is; the last such word decides."""
    modifiers = _modifiers()
    for token in range(end - 1, start - 1, -1):
        category = modifiers.get(document.folded[token])
        if category is not None:
            return category
    return None
