"""The forms under which a place name of an article is looked up: its extents, its town, its beginnings."""

from __future__ import annotations

import re

from incidentparse.language.folding import fold
from incidentparse.language.place_words import place_kinds, words_of
from incidentparse.record import PlaceKind

_NAMED_AFTER_PEOPLE = frozenset({PlaceKind.ROAD, PlaceKind.ADDRESS})
_DASH = re.compile(r"[-–—‐‑]")
# A word of more letters may be a name that has lost its apostrophe ("Syrias"); shorter ones are names in s ("Laos").
_SHORTEST_POSSESSIVE = 4


def extents(whole: str, name: str) -> tuple[str, ...]:
    """The extents that a name may have, the likeliest first."""
    found = [whole, name, undirected(name)]
    if name.endswith(("'s", "’s")):
        found.append(name[:-2])
    elif len(name) > _SHORTEST_POSSESSIVE and name.endswith("s"):
        # Some archives have lost their apostrophes: "Aleppos Old City".
        found.append(name[:-1])
    return tuple(dict.fromkeys(found))


def of_camp(name: str) -> tuple[str, ...]:
    """The name of a camp for the displaced, which is that of a settlement: "Zamzam" of "Zamzam IDP camp"."""
    words = name.split()
    own = [word for word in words if word.lower() not in words_of("camp")]
    return (" ".join(own),) if own and len(own) < len(words) else ()


def town_of(name: str) -> str | None:
    """A name without the words that a part of a town adds: "Magura" of "Magura Sadar", "Austin" of "North Austin"."""
    words = name.replace("-", " ").split()
    stripped = [w for w in words if w.lower() not in words_of("part_of_town")]
    if len(stripped) == len(words) or all(w.lower() in words_of("body") for w in stripped):
        # The "Center" of "Town Center" names no town.
        return None
    return " ".join(stripped)


def undirected(name: str) -> str:
    """A name without the word before it that only says which part: "Peru" of "Southern Peru"."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in words_of("part_adjective") else name


def beginnings(name: str, kind: PlaceKind | None) -> tuple[str, ...]:
    """Beginnings of a name that may name the town around it: "Baquba" of "Baquba market", "Ariha" of "Ariha Idlib"."""
    if kind in _NAMED_AFTER_PEOPLE:
        # "English Street" is no street of English, Indiana; the Kandahar-Herat highway does touch Kandahar.
        ends = [end.strip() for end in _DASH.split(_without_kind(name))]
        return tuple(end for end in ends if end and end[0].isupper()) if len(ends) > 1 else ()
    words = name.replace("-", " ").split()
    return tuple(" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))


def _without_kind(name: str) -> str:
    """A road's name without the word for a road at its end."""
    words, folded = name.split(), fold(name).split()
    hits = ((n, place_kinds().match(folded, n, len(folded))) for n in range(1, len(folded)))
    last = next((n for n, hit in hits if hit is not None and hit.end == len(folded)), len(words))
    return " ".join(words[:last])
