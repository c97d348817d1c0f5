"""Words that tell what sort of place a name is, and the small closed sets of grammar around place names."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from incidentparse.language.lexicon import PhraseIndex, load_lexicon
from incidentparse.record import PlaceKind

# Prepositions that put something at a place, and those of them after which any name is a place.
LOCATIVE = frozenset(
    "in at near around outside inside within from to into toward towards through across between along off on onto "
    "beside behind opposite under by over against of throughout above beyond".split()
)
STRICTLY_LOCATIVE = frozenset("in near inside outside around within across throughout".split())

# Small words inside names: articles and links of Arabic, Spanish, French, Portuguese, German.
NAME_LINKS = frozenset(
    "al el ad ar as ash at an az ez ed er es et ul ud ur de del della der den des di do dos da das du la le las les los "
    "lo y e bin ibn bani beni abu umm sur am van von upon".split()
)
ARTICLES = frozenset({"the", "a", "an"})


class PlaceKindWord(BaseModel):
    """A word for a kind of place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    word: str
    kind: PlaceKind


@cache
def place_kinds() -> PhraseIndex[PlaceKind]:
    """Words for kinds of place over folded tokens."""
    return PhraseIndex((entry.word, entry.kind) for entry in load_lexicon("place_kinds.jsonl", PlaceKindWord))


# Kinds whose word is no part of the name: "Idlib province" is Idlib, but "Baquba market" is Baquba market.
KIND_APART = frozenset(
    {PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.DISTRICT, PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE,
     PlaceKind.NEIGHBOURHOOD, PlaceKind.OTHER}
)  # fmt: skip
