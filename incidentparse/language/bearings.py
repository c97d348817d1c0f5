"""Distances and directions from a place: "5 km northeast of", "some 30 miles (48 km) outside", "just north of"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from incidentparse.language.document import Document
from incidentparse.language.place_words import words_of

_POINTS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_BEARINGS = {name: 45.0 * number for number, name in enumerate(_POINTS)}
_BEARINGS |= {"n": 0.0, "ne": 45.0, "e": 90.0, "se": 135.0, "s": 180.0, "sw": 225.0, "w": 270.0, "nw": 315.0}
_BEARINGS |= {f"{name}ward": bearing for name, bearing in list(_BEARINGS.items()) if len(name) > 2}
_KILOMETRES = {
    "km": 1.0, "kms": 1.0, "kilometer": 1.0, "kilometers": 1.0, "kilometre": 1.0, "kilometres": 1.0, "k.m": 1.0,
    "mile": 1.609, "miles": 1.609, "mi": 1.609, "m": 0.001, "meter": 0.001, "meters": 0.001, "metre": 0.001,
    "metres": 0.001, "yard": 0.0009, "yards": 0.0009, "league": 4.8, "leagues": 4.8,
}  # fmt: skip
_NUMBERS = {
    "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0,
    "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0,
    "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "hundred": 100.0, "half": 0.5,
}  # fmt: skip
_FIGURE = re.compile(r"(\d{1,4}(?:[.,]\d{1,3})?)-?(km|kms|kilometers?|kilometres?|miles?|mi|m)?")
# Words that say near without a number.
_NEARNESS = frozenset("near outside outskirts close".split())
_FILLERS = frozenset(
    "about around some just roughly approximately nearly almost away only of the to from and off".split()
)
_LINKS = frozenset({"of", "from", "(", ",", "side"})
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
    while token > first and lower[token] in ("the", "town", "city", "village", "of") and token > name - 4:
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
        elif lower[token] in _NEARNESS:
            nearness = True
            token -= 1
        elif lower[token] in _FILLERS or lower[token] in "(),":
            token -= 1
            continue
        else:
            break
        start = token + 1
    if start == name and (edge := _edge(lower, token, floor)) is not None:
        return Offset(edge, None, None)
    if start < name and lower[start - 1] == "the" and distance is None and not nearness:
        # "the north of Mali" is a part of Mali.
        return None
    if bearing is None and distance is None and not nearness:
        return None
    return Offset(start, bearing, distance)


def _edge(lower: list[str], token: int, floor: int) -> int | None:
    """Where "off the coast of" and "on the border with" begin, of which ``token`` is the last word but articles."""
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


def _bearing(lower: list[str], token: int) -> tuple[float, int] | None:
    if token < 0:
        return None
    if (bearing := _BEARINGS.get(lower[token])) is not None:
        if token > 0 and lower[token - 1] in _BEARINGS and lower[token - 1] + lower[token] in _BEARINGS:
            return _BEARINGS[lower[token - 1] + lower[token]], 2
        if token > 1 and lower[token - 1] == "-" and lower[token - 2] + lower[token] in _BEARINGS:
            return _BEARINGS[lower[token - 2] + lower[token]], 3
        # A lone letter is a direction only after a unit of length: "5 km N of".
        if len(lower[token]) < 3 and (token < 1 or lower[token - 1] not in _KILOMETRES):
            return None
        return bearing, 1
    return None


def _distance(lower: list[str], token: int) -> tuple[float, int] | None:
    word = lower[token].rstrip(".")
    if word in _KILOMETRES and token > 0:
        number, step = _number(lower, token - 1)
        if number is None and lower[token - 1] == "-" and token > 1:
            number, step = _number(lower, token - 2)
            step += 1
        return None if number is None else (round(number * _KILOMETRES[word], 1), step + 1)
    match = _FIGURE.fullmatch(word)
    if match and match[2]:
        return round(float(match[1].replace(",", "")) * _KILOMETRES[match[2]], 1), 1
    return None


def _number(lower: list[str], token: int) -> tuple[float | None, int]:
    word = lower[token]
    if word in _NUMBERS:
        return _NUMBERS[word], 1
    match = _FIGURE.fullmatch(word)
    return (float(match[1].replace(",", "")), 1) if match else (None, 1)
