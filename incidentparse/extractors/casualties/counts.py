"""Figures whose noun is no person: "16 deaths", "no casualties", "claimed 30 lives", "the death toll rose to 39"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from incidentparse.extractors.casualties.predicates import Frame, Predicate
from incidentparse.extractors.casualties.words import word_set
from incidentparse.language.document import Document
from incidentparse.language.quantities import Quantity, is_year, read_quantity
from incidentparse.mentions import Tokens

# Between a number and its noun: "16 civilian deaths", "no immediate casualties".
_MODIFIERS_BEFORE = 3
# From "toll" to its number: "death toll from Tuesday's attack on the market has risen to 39".
_TOLL_REACH = 16


@dataclass(frozen=True, slots=True)
class Figure:
    """A number read without a noun of people."""

    quantity: Quantity
    noun: Tokens
    updates: bool
    rule: str


def read_figures(document: Document, start: int, end: int, predicate: Predicate) -> Iterator[Figure]:
    """The figure of a predicate that is counted itself or announces a number."""
    frame = predicate.word.frame
    if frame is Frame.TOLL:
        yield from _toll(document, start, end, predicate)
    elif frame is Frame.LIVES:
        yield from _lives(document, start, end, predicate)
    elif frame in (Frame.COUNT, Frame.OF):
        yield from _counted(document, start, end, predicate)


def _number_before(document: Document, start: int, end: int, token: int) -> Quantity | None:
    """A number that ends right before a noun, or before the adjectives in front of it."""
    for first in range(max(start, token - _MODIFIERS_BEFORE - 4), token):
        quantity = read_quantity(document, first, token)
        if quantity is None:
            continue
        gap = range(quantity.end, token)
        if len(gap) > _MODIFIERS_BEFORE:
            continue
        if all(
            document.pos[t] in ("ADJ", "NOUN", "PROPN", "CCONJ", "VERB", "ADV")
            or document.words[t] in ("/", "-")
            or document.folded[t] in ("of", "more", "other")
            for t in gap
        ):
            return None if is_year(document, quantity) else quantity
    return None


def _counted(document: Document, start: int, end: int, predicate: Predicate) -> Iterator[Figure]:
    quantity = _number_before(document, start, end, predicate.start)
    if quantity is None or quantity.definite:
        return
    before = document.folded[quantity.start - 1] if quantity.start > start else ""
    if quantity.article or (before in word_set("suffering") and quantity.high != 0):
        return
    if (
        predicate.word.status.value == "injured"
        and quantity.high != 0
        and not quantity.digits
        and quantity.high is None
    ):
        # "multiple injuries" are of one person as well.
        return
    if document.folded[predicate.end - 1] in (
        "shooting",
        "shootings",
        "killing",
        "beating",
        "stabbing",
        "execution",
        "massacre",
    ):
        return
    yield Figure(quantity, (quantity.start, predicate.end), False, "count")


def _lives(document: Document, start: int, end: int, predicate: Predicate) -> Iterator[Figure]:
    """ "claimed 30 lives", "30 lives were lost", "claimed the lives of eight civilians"."""
    floor = max(start, predicate.start - 6)
    taken = any(document.folded[t] in word_set("taking") for t in range(floor, predicate.start)) or any(
        document.folded[t] in word_set("taken") for t in range(predicate.end, min(end, predicate.end + 4))
    )
    if not taken:
        return
    after = predicate.end
    if after < end and document.folded[after] == "of":
        quantity = read_quantity(document, after + 1, end) if after + 1 < end else None
        if quantity is not None and not quantity.article:
            yield Figure(quantity, (predicate.start, quantity.end), False, "lives")
            return
    quantity = _number_before(document, start, end, predicate.start)
    if quantity is not None and not quantity.article and not quantity.definite:
        yield Figure(quantity, (quantity.start, predicate.end), False, "lives")


def _toll(document: Document, start: int, end: int, predicate: Predicate) -> Iterator[Figure]:
    """ "the death toll rose to 39", "raising the toll to 39", "a toll of 39", "bringing to 39 the number of dead"."""
    stop = min(end, predicate.end + _TOLL_REACH)
    updates = any(document.folded[t] in word_set("rise") for t in range(max(start, predicate.start - 4), stop))
    best: Quantity | None = None
    token = predicate.end
    while token < stop:
        quantity = read_quantity(document, token, end)
        if quantity is None or quantity.article:
            token += 1
            continue
        before = _word_before(document, token)
        if before in word_set("toll_link") and not is_year(document, quantity):
            best = quantity
            if before != "from":
                break
        token = quantity.end
    if best is None:
        before = predicate.start - 1
        while before > start and document.folded[before] in (
            "the",
            "total",
            "overall",
            "official",
            "confirmed",
        ):
            before -= 1
        for first in range(max(start, before - 3), before + 1):
            quantity = read_quantity(document, first, end)
            if (
                quantity is not None
                and quantity.end == before + 1
                and not quantity.article
                and _word_before(document, first) == "to"
            ):
                best = quantity
                break
    if best is not None:
        yield Figure(best, (best.start, best.end), updates, "toll")


def _word_before(document: Document, token: int) -> str:
    before = token - 1
    while before > 0 and (document.pos[before] == "ADV" or document.folded[before] in ("the", "reported")):
        before -= 1
    return document.folded[before] if before >= 0 else ""
