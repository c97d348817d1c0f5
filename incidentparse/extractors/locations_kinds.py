"""A place name in a document, and the word for its kind beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from incidentparse.language.document import Document
from incidentparse.language.grammar import COORDINATORS
from incidentparse.language.lexicon import PhraseIndex
from incidentparse.language.place_words import ARTICLES, KIND_APART, place_kinds, words_of
from incidentparse.mentions import Tokens
from incidentparse.record import PlaceKind

HYPHENS = frozenset("-–‐‑")
_PLURAL = frozenset({"NNS", "NNPS"})
# Kinds of which a list has one word; "the Uri and Poonch areas" are towns by themselves.
_SHARED = frozenset(
    {PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.DISTRICT, PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE,
     PlaceKind.ROAD}
)  # fmt: skip
# What stands between the names of a list.
# Letters: longer words in capitals are words shouted, "OH" is Ohio.
_LONGEST_ACRONYM, _POSTAL_ABBREVIATION = 6, 2


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place name in a document.

    Attributes:
        start: first token of name and kind word together.
        end: one past the last.
        name: tokens of the name proper.
        kind: what its kind word says it is.
        country: code where it is a country's name or demonym.
        demonym: it is a demonym.
        rule: how it was found.
    """

    start: int
    end: int
    name: Tokens
    kind: PlaceKind | None
    country: str | None
    demonym: bool
    rule: str


def with_kind(document: Document, start: int, end: int, *, rule: str) -> PlaceName:
    """A name with the kind word in it, after it or before it."""
    folded, stop = document.folded, document.sentence(start).end
    index: PhraseIndex[PlaceKind] = place_kinds()
    name, kind = (start, end), None
    # Inside: "Idlib Province".
    for token in range(start + 1, end):
        hit = index.match(folded, token, end)
        if hit is not None and hit.end == end:
            kind = hit.value
            if kind in KIND_APART:
                name = (start, token)
            break
    if kind is None and end < stop and (hit := index.match(folded, end, stop)) is not None:
        # After: "Idlib province", but "in Idlib areas" only if the word is not itself a name's beginning.
        kind = hit.value
        end = hit.end
        if kind not in KIND_APART:
            name = (start, end)
    before = _kind_before(document, start)
    if before is not None and (kind is None or kind not in KIND_APART):
        if kind is None:
            kind = before[1]
        start = before[0]
    return PlaceName(start, end, name, kind, None, False, rule)


def _kind_before(document: Document, start: int) -> tuple[int, PlaceKind] | None:
    """The kind word of "the village of X", "village X", "Lake X", and its first token."""
    lower, first = document.lower, document.sentence(start).start
    token = start - 1
    if token >= first and lower[token] in ARTICLES:
        token -= 1
    linked = token >= first and lower[token] in ("of", "called", "named")
    if linked:
        token -= 1
    elif token < start - 1:
        return None
    for begin in range(max(first, token - 2), token + 1):
        hit = place_kinds().match(document.folded, begin, token + 1)
        if hit is not None and hit.end == token + 1:
            if (
                linked
                and begin > first
                and document.words[begin - 1][0].isupper()
                and document.pos[begin - 1] == "PROPN"
            ):
                # "Muzaffarpur district of Bihar": the district is Muzaffarpur.
                return None
            return (begin, hit.value) if hit.value in KIND_APART or hit.value is PlaceKind.LANDMARK else None
    return None


def with_shared_kinds(document: Document, names: Sequence[PlaceName]) -> list[PlaceName]:
    """The names, each of a list with the kind in the plural beside it: "A and B provinces", "the towns of A, B"."""
    shared = list(names)
    for number, name in enumerate(names):
        if name.kind not in _SHARED:
            continue
        if document.tags[name.end - 1] in _PLURAL and place_kinds().match(document.folded, name.end - 1, name.end):
            step = -1
        elif name.start < name.name[0] and _plural_before(document, name):
            step = 1
        else:
            continue
        other = number + step
        while 0 <= other < len(names) and _listed(
            document, names[min(other, other - step)], names[max(other, other - step)]
        ):
            if names[other].kind is not None or names[other].country is not None:
                break
            shared[other] = replace(names[other], kind=name.kind)
            other += step
    return shared


def _plural_before(document: Document, name: PlaceName) -> bool:
    """Whether the word for a kind of place before a name is in the plural: "the towns of"."""
    return any(document.tags[token] in _PLURAL for token in range(name.start, name.name[0]))


def _listed(document: Document, one: PlaceName, other: PlaceName) -> bool:
    """Whether only a comma or "and" stands between two names."""
    gap = document.lower[one.end : other.start]
    return bool(gap) and all(word in COORDINATORS for word in gap)


def without_speaker(document: Document, start: int, end: int) -> int:
    """Where a name at the end of a headline ends, without the one who says so: "in Idlib Monitor"."""
    sentence = document.sentence(start)
    if not sentence.title or document.lower[end - 1] not in words_of("speaker"):
        return end
    if any(word.strip() for word in document.words[end : sentence.end]):
        return end
    # "State media".
    before = end - 2 if document.lower[end - 2] == "state" else end - 1
    return before if before > start else end


def is_acronym(document: Document, start: int, end: int) -> bool:
    """A lone word in capitals is a body ("UN", "BNP"), save a state's abbreviation behind a town: "Dayton, OH"."""
    word = document.words[start]
    if end - start > 1 or not word.isupper() or len(word) > _LONGEST_ACRONYM or "." in word:
        return False
    if start == 0 or len(word) != _POSTAL_ABBREVIATION:
        return True
    # A publisher's name behind a headline does without the comma: "Huntington WV News".
    named = (
        document.sentence(start).title and document.pos[start - 1] == "PROPN" and document.words[start - 1].istitle()
    )
    return document.words[start - 1] != "," and not named
