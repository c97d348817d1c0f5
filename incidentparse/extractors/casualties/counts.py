"""Figures whose noun is no person: "16 deaths", "no casualties", "claimed 30 lives", "the death toll rose to 39"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from incidentparse.extractors.casualties.predicates import Frame, Predicate, introduces, possessive
from incidentparse.language.document import Document
from incidentparse.language.measures import counts_no_people
from incidentparse.language.named_words import casualty_words
from incidentparse.language.number_words import ordinals
from incidentparse.language.quantities import Quantity, is_year, read_quantity
from incidentparse.mentions import Tokens
from incidentparse.record import CasualtyStatus

# Between a number and its noun: "16 civilian deaths", "no immediate casualties"; a number has up to four words itself.
_MODIFIERS = 3
_NUMBER_WORDS = 4
# From "toll" to its number ("death toll from Tuesday's attack on the market has risen to 39"), and back from it.
_TOLL_REACH = 16
_RISE_REACH = 4
# From the number of a toll to the word that says it is of the wounded: "one person slightly wounded".
_FATE_REACH = 3
# Around "lives": "claimed the lives of", "lives were lost".
_LIVES_BEFORE = 6
_LIVES_AFTER = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """A number read without a noun of people.

    Attributes:
        quantity: the number.
        noun: tokens of the number and its noun.
        updates: it replaces an earlier figure.
        rule: name of the pattern.
        anaphoric: it counts somebody told of before: "his death".
        ordinal: the number of one among others ("a second body"), or None.
    """

    quantity: Quantity
    noun: Tokens
    updates: bool
    rule: str
    anaphoric: bool = False
    ordinal: int | None = None


def read_figures(document: Document, start: int, end: int, predicate: Predicate) -> Iterator[Figure]:
    """The figure of a predicate that is counted itself or announces a number, in tokens ``start`` to before ``end``."""
    frame = predicate.word.frame
    if frame is Frame.TOLL:
        yield from _toll(document, start, end, predicate)
    elif frame is Frame.LIVES:
        yield from _lives(document, start, end, predicate)
    elif frame in (Frame.COUNT, Frame.OF):
        yield from _counted(document, start, predicate)
        yield from _nth_body(document, start, predicate)
    owner = possessive(document, start, end, predicate)
    if owner is not None and document.folded[owner] in ("his", "her"):
        yield Figure(Quantity(owner, owner + 1, 1, 1), (owner, predicate.end), False, "possessive", anaphoric=True)


def _number_before(document: Document, start: int, noun: int) -> Quantity | None:
    """A number that ends right before a noun, or before the adjectives in front of it."""
    for first in range(max(start, noun - _MODIFIERS - _NUMBER_WORDS), noun):
        quantity = read_quantity(document, first, noun)
        if quantity is None or noun - quantity.end > _MODIFIERS:
            continue
        if all(_modifies(document, t) for t in range(quantity.end, noun)):
            return None if is_year(document, quantity) else quantity
    return None


def _modifies(document: Document, token: int) -> bool:
    if document.pos[token] in ("ADJ", "NOUN", "PROPN", "CCONJ", "VERB", "ADV"):
        return True
    return document.words[token] in ("/", "-") or document.folded[token] in ("of", "more", "other")


def _counted(document: Document, start: int, predicate: Predicate) -> Iterator[Figure]:
    """ "16 deaths", "no casualties"."""
    quantity = _number_before(document, start, predicate.start)
    if quantity is None or quantity.definite or quantity.article or predicate.word.deed:
        return
    # "the May 14 shooting death"
    if introduces(document, predicate) or counts_no_people(document, quantity, predicate.start):
        return
    injured = predicate.word.status is CasualtyStatus.INJURED
    before = quantity.start - 1
    suffered = before >= start and document.folded[before] in casualty_words("suffering")
    # "suffered three wounds", "charged with two murders"; but "received 17 bodies"
    if suffered and quantity.high != 0 and (injured or document.pos[before] != "VERB"):
        return
    # "multiple injuries", "several wounds" are of one person as well.
    if injured and quantity.high is None:
        return
    yield Figure(quantity, (quantity.start, predicate.end), False, "count")


def _nth_body(document: Document, start: int, predicate: Predicate) -> Iterator[Figure]:
    """ "a second body": one more, and the number of it."""
    before = predicate.start - 1
    if before < start or document.folded[predicate.start] not in casualty_words("corpse"):
        return
    ordinal = ordinals().get(document.folded[before])
    if ordinal is not None and ordinal > 1:
        quantity = Quantity(before, before + 1, 1, 1, more=True)
        yield Figure(quantity, (before, predicate.end), False, "nth", ordinal=ordinal)


def _lives(document: Document, start: int, end: int, predicate: Predicate) -> Iterator[Figure]:
    """ "claimed 30 lives", "30 lives were lost", "claimed the lives of eight civilians"."""
    before = document.folded[max(start, predicate.start - _LIVES_BEFORE) : predicate.start]
    after = document.folded[predicate.end : min(end, predicate.end + _LIVES_AFTER)]
    if not any(w in casualty_words("taking") for w in before) and not any(w in casualty_words("taken") for w in after):
        return
    if after and after[0] == "of":
        quantity = read_quantity(document, predicate.end + 1, end) if predicate.end + 1 < end else None
        if quantity is not None and not quantity.article:
            yield Figure(quantity, (predicate.start, quantity.end), False, "lives")
            return
    quantity = _number_before(document, start, predicate.start)
    if quantity is not None and not quantity.article and not quantity.definite:
        yield Figure(quantity, (quantity.start, predicate.end), False, "lives")


def _toll(document: Document, start: int, end: int, predicate: Predicate) -> Iterator[Figure]:
    """ "the death toll rose to 39", "raising the toll to 39", "bringing to 39 the number of dead"."""
    stop = min(end, predicate.end + _TOLL_REACH)
    around = document.folded[max(start, predicate.start - _RISE_REACH) : stop]
    number = _toll_after(document, predicate.end, stop, end) or _toll_before(document, start, end, predicate.start)
    killed = predicate.word.status is CasualtyStatus.KILLED
    if number is not None and not (killed and _of_another_fate(document, number, end)):
        updates = any(w in casualty_words("rise") for w in around)
        yield Figure(number, (number.start, number.end), updates, "toll")


def _of_another_fate(document: Document, number: Quantity, end: int) -> bool:
    """ "a toll of one person wounded": the number is not of the dead."""
    return any(
        w in casualty_words("unkilled") for w in document.folded[number.end : min(end, number.end + _FATE_REACH)]
    )


def _toll_after(document: Document, first: int, stop: int, end: int) -> Quantity | None:
    token = first
    while token < stop:
        quantity = read_quantity(document, token, end)
        if quantity is None or quantity.article:
            token += 1
            continue
        link = _link_before(document, token)
        if link in casualty_words("toll_link") and not is_year(document, quantity):
            return quantity
        token = quantity.end
    return None


def _toll_before(document: Document, start: int, end: int, toll: int) -> Quantity | None:
    """ "bringing to 39 the total number of dead"."""
    token = toll - 1
    while token > start and document.pos[token] in ("DET", "ADJ"):
        token -= 1
    for first in range(max(start, token - _NUMBER_WORDS + 1), token + 1):
        quantity = read_quantity(document, first, end)
        if quantity is not None and quantity.end == token + 1 and not quantity.article:
            return quantity if _link_before(document, first) == "to" else None
    return None


def _link_before(document: Document, token: int) -> str:
    """The word that leads to a number, past adverbs and articles."""
    before = token - 1
    while before > 0 and document.pos[before] in ("ADV", "DET"):
        before -= 1
    return document.folded[before] if before >= 0 else ""
