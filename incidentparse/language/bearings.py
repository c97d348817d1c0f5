"""Distances and directions from a place: "5 km northeast of", "some 30 miles (48 km) outside", "just north of"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from incidentparse.language.countries import country_by_demonym
from incidentparse.language.document import Document
from incidentparse.language.number_words import number_words
from incidentparse.language.place_words import lengths, words_of

_POINTS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_BEARINGS = {name: 45.0 * number for number, name in enumerate(_POINTS)}
_BEARINGS |= {"n": 0.0, "ne": 45.0, "e": 90.0, "se": 135.0, "s": 180.0, "sw": 225.0, "w": 270.0, "nw": 315.0}
_BEARINGS |= {f"{name}ward": bearing for name, bearing in list(_BEARINGS.items()) if len(name) > 2}
_FIGURE = re.compile(r"(\d{1,4}(?:[.,]\d{1,3})?)-?(km|kms|kilometers?|kilometres?|miles?|mi|m)?")
# Words between an offset and the name of its place, and how many stand there: "of the Syrian city of".
_LEADS = frozenset({"the", "town", "city", "village", "capital", "of"})
_LONGEST_LEAD = 5
_LINKS = frozenset({"of", "from", "(", ",", "side"})
# Words of the longest expression: "some 30 to 40 kilometres (19 to 25 miles) to the north east of the town of".
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Offset:
    """Where something lies as seen from a place.

    Attributes:
        start: first token of the expression, before the place's name.
        bearing_deg: direction, clockwise from north, or None.
        distance_km: or None.
    """

    start: int
    bearing_deg: float | None
    distance_km: float | None


def read_offset(document: Document, name: int) -> Offset | None:
    """The distance or direction that the words right before token ``name`` state, or None."""
    lower, first = document.lower, document.sentence(name).start
    token = name - 1
    while token > first and token > name - _LONGEST_LEAD and _leads_up(document, token):
        if lower[token] == "of" and (_bearing(lower, token - 1) or lower[token - 1] in ("outskirts", "side", "edge")):
            break
        token -= 1
    bearing = distance = None
    nearness = False
    start = name
    floor = max(first, name - _LONGEST)
    while token >= floor:
        if (found := _bearing(lower, token)) is not None and bearing is None:
            if lower[token + 1] not in _LINKS:
                # "northwest Syria" is a part of Syria.
                break
            bearing, width = found
            token -= width
        elif (unit := _distance(lower, token)) is not None:
            # Of "30 miles (48 km)" the first is the one stated.
            distance, width = unit
            token -= width
        elif lower[token] in words_of("near"):
            nearness = True
            token -= 1
        elif lower[token] in words_of("offset_filler") or lower[token] in "(),":
            token -= 1
            continue
        else:
            break
        start = token + 1
    if start == name and (edge := _edge(lower, name, token, floor)) is not None:
        start, distance = _distance_before(lower, edge, floor)
        return Offset(start, None, distance)
    if start < name and lower[start - 1] == "the" and distance is None and not nearness:
        # "the north of Mali" is a part of Mali.
        return None
    if bearing is None and distance is None and not nearness:
        return None
    return Offset(start, bearing, distance)


def _leads_up(document: Document, token: int) -> bool:
    """Whether a word stands between an offset and the name: "from the Somali capital", "of the northern town of"."""
    word = document.lower[token]
    if word in _LEADS:
        return True
    return (word in words_of("part_adjective") and document.lower[token - 1] == "the") or (
        document.words[token][0].isupper() and country_by_demonym(document.words[token]) is not None
    )


def _edge(lower: list[str], name: int, token: int, floor: int) -> int | None:
    """Where "off", "off the coast of" and "on the border with" begin; ``token`` is their last word but fillers."""
    if name - 1 > floor and lower[name - 1] in words_of("off"):
        return name - 1
    if lower[token] in ("with", "of"):
        token -= 1
    if lower[token] in words_of("coast"):
        leads = words_of("off")
    elif lower[token] in words_of("border"):
        leads = words_of("beside")
    else:
        return None
    token -= 1
    while token > floor and lower[token] in words_of("nesting_filler"):
        token -= 1
    return token if token >= floor and lower[token] in leads else None


def _distance_before(lower: list[str], edge: int, floor: int) -> tuple[int, float | None]:
    """Where the distance right before "off the coast of" begins, or the edge itself, and its kilometres."""
    start, distance = edge, None
    token = edge - 1
    while token >= floor:
        if (unit := _distance(lower, token)) is not None:
            distance, width = unit
            start = token = token - width + 1
        elif lower[token] not in "()":
            break
        token -= 1
    return start, distance


def _bearing(lower: list[str], token: int) -> tuple[float, int] | None:
    if token < 0:
        return None
    if (bearing := _BEARINGS.get(lower[token])) is not None:
        if token > 0 and lower[token - 1] in _BEARINGS and lower[token - 1] + lower[token] in _BEARINGS:
            return _BEARINGS[lower[token - 1] + lower[token]], 2
        if token > 1 and lower[token - 1] == "-" and lower[token - 2] + lower[token] in _BEARINGS:
            return _BEARINGS[lower[token - 2] + lower[token]], 3
        # A lone letter is a direction only after a unit of length: "5 km N of".
        if len(lower[token]) < 3 and (token < 1 or lower[token - 1] not in lengths()):
            return None
        return bearing, 1
    return None


def _distance(lower: list[str], token: int) -> tuple[float, int] | None:
    """Kilometres stated by the words that end with ``token``, and how many words they are."""
    word = lower[token].rstrip(".")
    match = _FIGURE.fullmatch(word)
    if match and match[2]:
        return round(float(match[1].replace(",", "")) * lengths()[match[2]], 1), 1
    km, width = lengths().get(word), 1
    if km is None or token == 0:
        return None
    if (longer := lengths().get(f"{lower[token - 1]} {word}")) is not None:
        km, width = longer, 2
    number = token - width
    if number > 0 and lower[number] == "-":
        number, width = number - 1, width + 1
    stated = _number(lower[number]) if number >= 0 else None
    return None if stated is None else (round(stated * km, 1), width + 1)


def _number(word: str) -> float | None:
    if word == "half":
        return 0.5
    hit = number_words().match([word], 0, 1)
    if hit is not None and hit.value.kind in ("number", "article") and hit.value.low == hit.value.high:
        return None if hit.value.low is None else float(hit.value.low)
    match = _FIGURE.fullmatch(word)
    return float(match[1].replace(",", "")) if match else None
