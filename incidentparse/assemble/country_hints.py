"""Which countries the nationality words and cues of an article speak for, beside the places that it names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from incidentparse.language.country_cues import read_country_cues
from incidentparse.language.document import Document
from incidentparse.language.place_words import words_of
from incidentparse.mentions import PlaceMention

# What a nationality word and a cue are worth, measured in names of towns. Set by hand, as the weights of places in
# `incidentparse.assemble.atlas` are.
_DEMONYM_WEIGHT, _CUE_WEIGHT = 0.8, 1.0
# The same for a nationality word that tells whose aircraft or guns strike: these reach beyond their own country.
_STRIKER_WEIGHT = 0.3
# How far before a nationality word its bracket may open: "(two Malian, one Swiss".
_BRACKET_REACH = 4


def country_hints(document: Document, mentions: Sequence[PlaceMention]) -> dict[str, float]:
    """What speaks for each country, by code, save the names of places."""
    hints: dict[str, float] = defaultdict(float)
    seen: Counter[str] = Counter()
    strikers: set[int] = set()
    for mention in mentions:
        code = mention.demonym_country
        if code is not None and not _bracketed(document, mention):
            seen[code] += 1
            weight = _DEMONYM_WEIGHT
            if _strikes(document, mention):
                strikers.add(mention.start)
                weight = _STRIKER_WEIGHT
            hints[code] += weight / seen[code]
    for code, weight in read_country_cues(document, strikers).items():
        hints[code] += _CUE_WEIGHT * weight
    return hints


def _bracketed(document: Document, mention: PlaceMention) -> bool:
    """A nationality in brackets is one person's: "1 international staffer (Portuguese)"."""
    sentence = document.sentence(mention.start)
    before = document.lower[max(sentence.start, mention.start - _BRACKET_REACH) : mention.start]
    return "(" in before and ")" not in before


def _strikes(document: Document, mention: PlaceMention) -> bool:
    """Whether it tells whose weapons reach far, or whose troops fire over a front: "Israeli drones"."""
    head = document.heads[mention.end - 1]
    if document.lower[head] in words_of("far weapon"):
        return True
    sentence = document.sentence(mention.start)
    return document.lower[head] in words_of("troops") and not words_of("front line").isdisjoint(
        document.lower[sentence.start : sentence.end]
    )
