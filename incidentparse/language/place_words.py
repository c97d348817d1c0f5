"""Words that tell what sort of place a name is, and the small closed sets of grammar around place names."""

from __future__ import annotations

from functools import cache
from typing import Literal

from incidentparse.language.lexicon import PhraseIndex
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.record import PlaceKind

Role = Literal[
    "locative", "strictly_locative", "name_link", "not_name", "body", "local_body", "nesting_filler", "part_of_town",
    "origin", "care", "hospital", "hospital deed", "office", "preposition", "official_body", "travel",
    "size", "force", "ministry", "title", "county", "coast", "off", "border", "beside", "part_adjective", "no_name",
    "near", "offset_filler", "camp", "landmark_gap", "speaker", "distant speaker", "settlements", "place_title",
    "no_capital", "site", "list_gap", "of_place", "area_deed", "past", "burial", "taken away", "inhabitants",
    "people", "community", "far weapon", "troops", "front line",
]  # fmt: skip
ARTICLES = frozenset({"the", "a", "an"})


class PlaceKindWord(LexiconEntry):
    """A word for a kind of place."""

    word: str
    kind: PlaceKind


class RoleWords(LexiconEntry):
    """Words that play one role beside place names."""

    role: Role
    words: tuple[str, ...]


@cache
def words_of(role: Role) -> frozenset[str]:
    """The words that play a role beside place names, as place_grammar.jsonl lists them."""
    return frozenset(
        word for entry in load_lexicon("place_grammar.jsonl", RoleWords) if entry.role == role for word in entry.words
    )


class Length(LexiconEntry):
    """A unit of length."""

    unit: str
    km: float


@cache
def lengths() -> dict[str, float]:
    """Kilometres of the units of length that the news uses, as lengths.jsonl lists them."""
    return {length.unit: length.km for length in load_lexicon("lengths.jsonl", Length)}


@cache
def place_kinds() -> PhraseIndex[PlaceKind]:
    """Words for kinds of place over folded tokens."""
    return PhraseIndex((entry.word, entry.kind) for entry in load_lexicon("place_kinds.jsonl", PlaceKindWord))


# Kinds whose word is no part of the name: "Idlib province" is Idlib, but "Baquba market" is Baquba market.
KIND_APART = frozenset(
    {PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.DISTRICT, PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE,
     PlaceKind.NEIGHBOURHOOD, PlaceKind.OTHER}
)  # fmt: skip
