"""The further places of an incident that the text tells of several at once: "blasts in Baghdad and Hilla"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incidentparse.assemble.siting import Siting
from incidentparse.language.place_words import place_kinds, words_of
from incidentparse.places.geometry import lies_in, lies_in_area

# Places of one list are of one of these sizes.
_SIZES = {
    "country": "country", "admin1": "area", "admin2": "area", "region": "area", "sea": "sea",
    "town": "spot", "seat": "spot", "quarter": "spot", "spot": "spot", "spot_held": "spot", "spot_loose": "spot",
    "unknown_held": "spot", "unknown_loose": "spot",
}  # fmt: skip
# More names in a row are a table of all that happened, not the places of one incident.
_LONGEST_LIST = 8


def other_places(siting: Siting, best: int) -> list[int]:
    """The mentions of the places beside ``best`` in which the same incident is said to have been, in order."""
    found: list[int] = []
    for members in _lists(siting):
        beside = [number for number in members if not _same(siting, best, number)]
        if len(beside) < len(members):
            found += [n for n in beside if not any(_same(siting, n, m) or _same(siting, m, n) for m in found)]
    return found


def _same(siting: Siting, one: int, other: int) -> bool:
    """Whether a mention names the place that another names or, as a province, that holds it."""
    atlas = siting.atlas
    if one == other or atlas.keys[one] == atlas.keys[other]:
        return True
    inner, outer = atlas.resolutions[one], atlas.resolutions[other].place
    place = inner.place or inner.holder or atlas.holder(one)
    if place is None or outer is None:
        return False
    # Two towns of a list lie beside each other, however close.
    return place == outer or lies_in_area(place, outer) or (not outer.inhabited and lies_in(place, outer))


def _lists(siting: Siting) -> Iterator[list[int]]:
    """The lists of places that an event of the incident is tied to."""
    mentions, document = siting.atlas.mentions, siting.document
    number = 0
    while number < len(mentions):
        members, joined = [number], False
        end = last = _last_holder(siting, number)
        while end + 1 < len(mentions) and len(members) <= _LONGEST_LIST:
            gap = document.lower[mentions[end].end : mentions[end + 1].start]
            if not gap or not all(word in words_of("list_gap") for word in gap):
                break
            members.append(end + 1)
            if "and" in gap or "&" in gap:
                joined, last = True, _last_holder(siting, end + 1)
            end = _last_holder(siting, end + 1)
        members = [m for m in members if m <= last]
        if joined and len(members) > 1 and _told(siting, members):
            yield members
        number = end + 1


def _last_holder(siting: Siting, number: int) -> int:
    """The last of the mentions behind a name that say in what it lies."""
    mentions = siting.atlas.mentions
    while mentions[number].within == number + 1:
        number += 1
    return number


def _named_kind(siting: Siting, token: int) -> bool:
    """Whether a word is one for a kind of place: "camps", "positions"."""
    return place_kinds().match(siting.document.folded, token, token + 1) is not None


def _told(siting: Siting, members: Sequence[int]) -> bool:
    """Whether an event of the incident is said to have been in all places of a list."""
    document, mentions = siting.document, siting.atlas.mentions
    if len(members) > _LONGEST_LIST or len({_SIZES.get(siting.level(n), "none") for n in members}) > 1:
        return False
    first = mentions[members[0]]
    if any(mentions[n].between is not None or mentions[n].demonym_country is not None for n in members):
        return False
    if not all(siting.drafts.owned(siting.draft, mentions[n].start) for n in members):
        return False
    if document.sentence_of[first.start] not in siting.by_sentence or first.anchor is None:
        return False
    if first.preposition is not None and document.lower[first.preposition] not in words_of("of_place"):
        return False
    if first.anchor in siting.events:
        return True
    anchor = document.lower[first.anchor]
    if anchor in words_of("border") or not (anchor in words_of("settlements") or _named_kind(siting, first.anchor)):
        # "A commander in Shahrak and Tulak", "on the border of Syria and Iraq".
        return False
    return next((t for t in document.ancestors(first.anchor) if t in siting.triggers), None) in siting.events
