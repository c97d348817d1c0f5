"""Objects that attacks hit: their nouns, their parts, and whom or what the words around say they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from incidentparse.language.document import Document
from incidentparse.language.folding import fold
from incidentparse.language.lexicon import PhraseIndex
from incidentparse.language.named_words import named_words
from incidentparse.language.people import people_index
from incidentparse.language.target_phrases import trimmed
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.mentions import Tokens
from incidentparse.record import Category

# The longest phrase of the lexicon: "vehicle-borne homemade bomb".
_LONGEST = 5
# Small words within a name.
_NAME_LINKS = frozenset({"de", "del", "du", "des", "la", "las", "los", "el", "al", "l", "d", "-", "the", "y"})
# People whose houses, offices and cars are told of as theirs: "the home of the mayor".
_OFFICES = frozenset(
    {
        Category.GOVERNMENT,
        Category.POLITICAL,
        Category.JUDICIAL,
        Category.DIPLOMAT,
        Category.POLICE,
        Category.MILITARY,
        Category.JOURNALIST,
        Category.RELIGIOUS,
        Category.ARMED_GROUP,
    }
)


# Whose camps are no settlements.
_CAMPED = frozenset({Category.ARMED_GROUP, Category.MILITARY, Category.POLICE, Category.AID_WORKER})


class TargetNoun(LexiconEntry):
    """A line of ``target_nouns.jsonl``.

    Attributes:
        use: "noun": an object; "opening": one whose name it begins ("Hotel Kivu"); "modifier": a word before one that
            says whose it is ("police bus"); "part": a part of one ("the windows of"); "amount": a word that only
            counts it ("a number of"); "means": a weapon that ends in such a noun ("land mine").
        noun: singular.
        plural: plural.
        category: whom or what it belongs to where no other word says otherwise.
        town: a town, a quarter or the like, in which rather than at which an attack is made.
        way: a street or road, which is the place of an attack rather than its target unless it is damaged.
        vague: says so little that it counts only where the words around it tell of a hit ("area", "building").
        whose: what stands behind its "of" says whose it is ("headquarters of the party").
    """

    use: Literal["noun", "opening", "modifier", "part", "amount", "means"]
    noun: str
    plural: str
    category: Category
    vague: bool = False
    way: bool = False
    town: bool = False
    whose: bool = False


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


@cache
def _words(use: Literal["part", "amount", "means"]) -> PhraseIndex[str]:
    entries = [entry for entry in load_lexicon("target_nouns.jsonl", TargetNoun) if entry.use == use]
    return PhraseIndex((form, entry.noun) for entry in entries for form in (entry.noun, entry.plural))


@cache
def _openings() -> dict[str, Category]:
    entries = load_lexicon("target_nouns.jsonl", TargetNoun)
    return {fold(entry.noun): entry.category for entry in entries if entry.use == "opening"}


def object_noun(document: Document, start: int, head: int) -> ObjectNoun | None:
    """The object whose noun ends at ``head``, with the words from ``start`` on as its modifiers."""
    found = _noun_at(document, start, head)
    if found is None:
        return named_by_kind(document, start, head)
    if _ends_at(document, start, head, "means"):
        return None
    first, entry, plural = found
    category = entry.category
    if entry.whose or not entry.town:
        category = owner(document, start, first) or _owner_behind(document, entry, head + 1) or category
    vague = entry.vague and category is entry.category
    # "A militants' camp", "a camp of the army" is no town.
    return ObjectNoun(first, head + 1, category, vague, plural, entry.way, entry.town and category not in _CAMPED)


def named_by_kind(document: Document, start: int, head: int) -> ObjectNoun | None:
    """The object whose name begins with its kind: "Hotel Kivu", "Banco de Sucre", "Camp Lema"."""
    if document.pos[head] != "PROPN":
        return None
    for first in range(head - 1, max(start, head - _LONGEST) - 1, -1):
        category = _openings().get(document.folded[first])
        if category is not None and document.words[first][0].isupper():
            return ObjectNoun(first, head + 1, category, vague=False, plural=False, way=False, town=False)
        if document.pos[first] != "PROPN" and document.folded[first] not in _NAME_LINKS:
            return None
    return None


def _noun_at(document: Document, start: int, head: int) -> tuple[int, TargetNoun, bool] | None:
    nouns = _nouns()
    for first in range(max(start, head + 1 - _LONGEST), head + 1):
        hit = nouns.match(document.folded, first, head + 1)
        if hit is not None and hit.end == head + 1:
            return first, *hit.value
    return None


def is_part(document: Document, start: int, head: int) -> bool:
    """Whether the noun at ``head`` is a part of a thing: "the front door", "windows"."""
    return _ends_at(document, start, head, "part")


def is_amount(document: Document, start: int, head: int) -> bool:
    """Whether the noun at ``head`` only counts what stands behind its "of"."""
    return _ends_at(document, start, head, "amount")


def _ends_at(document: Document, start: int, head: int, use: Literal["part", "amount", "means"]) -> bool:
    words = _words(use)
    for first in range(max(start, head - 1), head + 1):
        hit = words.match(document.folded, first, head + 1)
        if hit is not None and hit.end == head + 1:
            return True
    return False


def whole_of(document: Document, start: int, head: int, end: int) -> Tokens | None:
    """The pipeline in "a section of the pipeline", the mosque in "the mosque's windows"."""
    part = is_part(document, start, head)
    counted = document.pos[head] == "NUM" or is_amount(document, start, head)
    if document.lower[head + 1 : head + 2] == ["of"] and (part or counted):
        behind = document.phrase_of.get(head + 2, (head + 2, end))
        inner = behind[1] - 1
        if part and document.lower[inner + 1 : inner + 2] == ["of"] and is_amount(document, head + 2, inner):
            # "the windows of dozens of towers"
            return whole_of(document, head + 2, inner, end)
        whole = trimmed(document, head + 2, max(end, behind[1]))
        if whole[0] >= whole[1] or (counted and object_noun(document, whole[0], behind[1] - 1) is None):
            # "three of their camps", but no people
            return None
        return whole
    if part:
        marks = [token for token in range(start, head) if document.tags[token] == "POS"]
        last = marks[-1] if marks else head - 1
        if last > start and object_noun(document, start, last - bool(marks)) is not None:
            return start, last + (not marks)
    return None


def without_clause(document: Document, start: int, end: int) -> Tokens:
    """A thing without what it holds: "a school sheltering displaced families", read as one phrase."""
    for token in range(start + 1, end - 1):
        holding = document.tags[token] == "VBG" and document.pos[token] == "VERB"
        if holding and object_noun(document, start, token - 1) is not None:
            return start, token
    return start, end


def owner(document: Document, start: int, end: int) -> Category | None:
    """Whose thing the words in tokens ``start`` to before ``end`` say it is; the last such word decides."""
    modifiers = _modifiers()
    for token in range(end - 1, start - 1, -1):
        category = modifiers.get(document.folded[token])
        if category is not None and not _only_holds(document, token):
            return category
    if "POS" in document.tags[start:end]:
        return _office(document, start, end)
    return None


def _only_holds(document: Document, token: int) -> bool:
    """Whether a word is the first half of a compound that says no more than who holds a place: "rebel-held"."""
    behind = document.folded[token + 1 : token + 3]
    holding = named_words("holding places")
    return bool(behind) and (behind[0] in holding or (behind[0] == "-" and behind[-1] in holding))


def _owner_behind(document: Document, entry: TargetNoun, end: int) -> Category | None:
    """Whose thing the phrase behind "of" says it is: "the house of Judge Roe", "offices of the newspaper"."""
    if not entry.whose or document.folded[end : end + 1] != ["of"] or end + 1 not in document.phrase_of:
        return None
    start, stop = document.phrase_of[end + 1]
    found = _office(document, start, stop) or owner(document, start, stop)
    if found is not None:
        return found
    for head in range(stop - 1, start - 1, -1):
        behind = _noun_at(document, start, head)
        if behind is not None:
            return None if behind[1].category in (Category.CIVILIAN, Category.RESIDENCE) else behind[1].category
    return None


def _office(document: Document, start: int, end: int) -> Category | None:
    """The category of an office or trade named in tokens ``start`` to before ``end``."""
    for hit in people_index().find(document.folded, start, end):
        if hit.value.noun.category in _OFFICES:
            return hit.value.noun.category
    return None
