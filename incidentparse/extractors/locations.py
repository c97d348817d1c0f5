"""Places named in the text, how they are tied in, what they lie in, and how far from them something is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from incidentparse.extractors.locations_kinds import PlaceName, with_shared_kinds
from incidentparse.extractors.locations_names import find_names
from incidentparse.language.bearings import Offset, read_offset
from incidentparse.language.document import Document
from incidentparse.language.place_words import ARTICLES, place_kinds, words_of
from incidentparse.mentions import PlaceMention

# Words that may stand between a place and the one that holds it: "in the northern city of".
_NESTING = frozenset({",", "in", "of", "under", "within", "inside", "at", "("})
_LONGEST_GAP = 6
# What stands between the two ends of a stretch, and before the first; and how far before that it is said to be a way.
_ENDS = {"and": "between", "to": "from"}
_WAY_REACH = 4


def extract(document: Document) -> list[PlaceMention]:
    """Every place name of the document, in the order of the text."""
    names = with_shared_kinds(document, find_names(document))
    offsets = [_offset(document, name) for name in names]
    within = _nesting(document, names)
    mentions = [
        _mention(document, name, offset, holder) for name, offset, holder in zip(names, offsets, within, strict=True)
    ]
    for number, start in _stretches(document, names):
        relation = (start, mentions[number + 1].end)
        for one, other in ((number, number + 1), (number + 1, number)):
            mentions[one] = replace(mentions[one], relation=relation, between=other)
    return mentions


def _offset(document: Document, name: PlaceName) -> Offset | None:
    if name.demonym:
        return None
    offset = read_offset(document, name.start)
    if offset is not None and offset.bearing_deg is None and offset.distance_km is None and _modifies(document, name):
        # "outside Mogadishu tea shop" is inside Mogadishu.
        return None
    return offset


def _modifies(document: Document, name: PlaceName) -> bool:
    """Whether a name only says which thing, the noun behind it, is meant."""
    last = name.end - 1
    head = document.heads[last]
    return document.deps[last] in ("compound", "nmod") and head >= name.end and document.pos[head] == "NOUN"


def _stretches(document: Document, names: Sequence[PlaceName]) -> Iterator[tuple[int, int]]:
    """Number of the first end, and the first token, of each "between Homs and Hama"; never of two countries.

    "Travelling from Homs to Hama" is such a stretch too; "shelled from Homs to Hama" is none.
    """
    lower = document.lower
    for number, (one, other) in enumerate(pairwise(names)):
        if one.country is not None or other.country is not None:
            continue
        end = _without_kind(document, other.start)
        opening = _ENDS.get(lower[one.end]) if end - 1 == one.end else None
        start, first = _without_kind(document, one.start) - 1, document.sentence(one.start).start
        if opening is None or start < first or lower[start] != opening:
            continue
        if opening == "between" or words_of("travel").intersection(lower[max(first, start - _WAY_REACH) : start]):
            yield number, start


def _without_kind(document: Document, token: int) -> int:
    """Where the words that lead up to a name begin: "the towns of"."""
    lower, start = document.lower, token
    if lower[start - 1] == "of" and start > 1 and place_kinds().match(document.folded, start - 2, start - 1):
        start -= 2
    return start - 1 if start and lower[start - 1] in ARTICLES else start


def _mention(document: Document, name: PlaceName, offset: Offset | None, within: int | None) -> PlaceMention:
    preposition, anchor = _attachment(document, offset.start if offset else name.start, name)
    dateline = document.dateline
    rule = name.rule
    if dateline is not None and dateline.start <= document.starts[name.start] < dateline.end:
        rule = "dateline"
    return PlaceMention(
        name.start, name.end, rule,
        name=name.name, kind=name.kind, preposition=preposition, anchor=anchor, within=within,
        bearing_deg=offset.bearing_deg if offset else None,
        distance_km=offset.distance_km if offset else None,
        relation=(offset.start, name.end) if offset else None,
        demonym_country=name.country if name.demonym else None,
    )  # fmt: skip


def _attachment(document: Document, start: int, name: PlaceName) -> tuple[int | None, int | None]:
    """The preposition that ties a name in, and the verb or noun that it is tied to."""
    heads, deps, pos = document.heads, document.deps, document.pos
    token = next((t for t in range(name.start, name.end) if not name.start <= heads[t] < name.end), name.name[0])
    preposition = None
    seen = 0
    while heads[token] != token and seen < 8:
        head = heads[token]
        if deps[token] == "pobj" or pos[head] == "ADP":
            if preposition is None or start <= preposition < name.end:
                preposition = head
        elif (
            not (start <= head < name.end) and deps[token] not in ("compound", "appos", "nmod") and pos[head] != "ADP"
        ) or (not (start <= head < name.end) and deps[token] in ("compound", "nmod")):
            return preposition, head
        token = head
        seen += 1
    return preposition, token if not name.start <= token < name.end else None


def _nesting(document: Document, names: Sequence[PlaceName]) -> list[int | None]:
    """For each name the number of the one that it is said to lie in, or None."""
    within: list[int | None] = [None] * len(names)
    for number, (inner, outer) in enumerate(pairwise(names)):
        if inner.demonym or outer.demonym or document.sentence_of[inner.start] != document.sentence_of[outer.start]:
            continue
        gap = document.lower[inner.end : outer.start]
        if (gap and gap[0] in ("'s", "’s")) or (not gap and inner.country is not None and outer.country is None):
            within[number + 1] = number
            if number and within[number - 1] == number:
                # "The village of Nagulue in Mozambique's Cabo Delgado province" lies in the province; so it does where
                # an archive has lost its apostrophes.
                within[number - 1] = number + 1
        elif not gap and outer.country is not None and not document.lacks_commas:
            # "Bronx Lebanon hospitals".
            continue
        elif outer.country is not None and _tells(document, outer):
            # "In Idlib province, Russia's defence ministry said".
            continue
        elif gap == [","] and outer.country is None and _listed(document, outer.end):
            # "In Kwatas, Ruboi and Tangur" none lies in another.
            continue
        elif len(gap) <= _LONGEST_GAP and _nests(document, inner.end, outer.start):
            if inner.country is not None and outer.country is None:
                # "In eastern Chad in the village of Kawa": the larger comes first.
                within[number + 1] = number
            else:
                within[number] = number + 1
    return within


def _listed(document: Document, end: int) -> bool:
    """Whether "and" ties a name to another behind it."""
    return document.lower[end : end + 1] == ["and"] and document.words[end + 1][:1].isupper()


def _tells(document: Document, name: PlaceName) -> bool:
    """Whether what a name's possessive belongs to says or does something: "Russia's defence ministry said"."""
    head = document.heads[name.end - 1]
    possessive = document.deps[name.end - 1] == "poss" or document.lower[name.end : name.end + 1] in (["'s"], ["’s"])
    return possessive and document.deps[head] in ("nsubj", "nsubjpass")


def _nests(document: Document, start: int, end: int) -> bool:
    if start == end:
        return True
    if document.lower[start] not in _NESTING:
        return False
    token = start + 1
    while token < end:
        word = document.lower[token]
        hit = place_kinds().match(document.folded, token, end)
        if hit is not None:
            token = hit.end
        elif word in _NESTING or word in words_of("nesting_filler"):
            token += 1
        else:
            return False
    return True
