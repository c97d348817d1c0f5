"""Number expressions: digits, words, vague words, ranges and bounds, read as the record's conventions say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from incidentparse.language.document import Document
from incidentparse.language.lexicon import Hit
from incidentparse.language.number_words import DETERMINERS, QuantityWord, number_words, words_after

# "12", "1,200", "1.200.000", "1.5", "12+"; a lone comma between digits that does not group thousands is not one number.
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(\+)?")
_GROUP = re.compile(r"\d{3}")
# A number without a word after it that looks like a year is one.
_YEAR = re.compile(r"(?:19|20)\d\d")
_HYPHENS = frozenset("-–—‑")
_MAX_DIGITS = 12  # More digits are an identifier, not a number of people.


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number expression.

    Attributes:
        start: first token.
        end: one past the last token.
        low: lowest number the words allow.
        high: highest number, None if open.
        article: it is no more than "a" or "an".
        definite: it counts people spoken of before ("the two", "both", "all three").
        more: it counts people besides those spoken of before ("another two", "two more").
        digits: written in digits, without a bound.
    """

    start: int
    end: int
    low: int
    high: int | None
    article: bool = False
    definite: bool = False
    more: bool = False
    digits: bool = False


def read_quantity(document: Document, token: int, stop: int) -> Quantity | None:
    """The number expression that begins at ``token`` and ends before ``stop``, or None."""
    folded = document.folded
    if folded[token] in DETERMINERS:
        return _definite(document, token, stop)
    if folded[token] in ("between", "from"):
        return _between(document, token, stop)
    hit = number_words().match(folded, token, stop)
    word = hit.value if hit else None
    if hit and word and word.kind == "zero":
        return Quantity(token, hit.end, 0, 0)
    if hit and word and word.kind == "all":
        return _all(document, hit, stop)
    if hit and word and word.kind == "more":
        number = _bounded(document, hit.end, stop)
        if number is None or number.article:
            return Quantity(token, hit.end, 1, 1, more=True)
        return replace(number, start=token, more=True)
    return _bounded(document, token, stop)


def _definite(document: Document, token: int, stop: int) -> Quantity | None:
    """ "the two", "his three", "the other five": people whom the reader has met."""
    after = token + 1
    more = after < stop and document.folded[after] in ("other", "remaining", "additional")
    after += more
    if after >= stop:
        return None
    number = _bounded(document, after, stop)
    if number is None or number.article:
        return None
    return replace(number, start=token, definite=True, more=more)


def _all(document: Document, hit: Hit[QuantityWord], stop: int) -> Quantity | None:
    """ "both", "all three", "all of the 12"."""
    word = hit.value
    if word.low is not None:
        return Quantity(hit.start, hit.end, word.low, word.high, definite=True)
    number = _bounded(document, hit.end, stop) if hit.end < stop else None
    return None if number is None or number.article else replace(number, start=hit.start, definite=True)


def _between(document: Document, token: int, stop: int) -> Quantity | None:
    """ "between 5 and 8", "from 10 to 15"."""
    first = _number(document, token + 1, stop) if token + 1 < stop else None
    joint = "and" if document.folded[token] == "between" else "to"
    if first is None or first.end + 1 >= stop or document.folded[first.end] != joint:
        return None
    last = _number(document, first.end + 1, stop)
    if last is None or last.low < first.low:
        return None
    return Quantity(token, last.end, first.low, last.high)


def _bounded(document: Document, token: int, stop: int) -> Quantity | None:
    """A number with the bounds before and after it."""
    if token >= stop:
        return None
    hit = number_words().match(document.folded, token, stop)
    if hit is None or hit.value.kind != "bound":
        number = _range(document, token, stop)
        return None if number is None else _bound_after(document, number, stop)
    if hit.end >= stop:
        return None
    inner = read_quantity(document, hit.end, stop)
    # "some of", "over a": a bound needs a number; "at least a dozen" has one.
    if inner is None or inner.article or (inner.definite and hit.value.sense == "about"):
        return None
    low, high = _apply(hit.value.sense, inner.low, inner.high)
    return replace(inner, start=token, low=low, high=high, digits=False)


def _apply(sense: str | None, low: int, high: int | None) -> tuple[int, int | None]:
    """The bounds of a number after "at least", "about", "up to" or "fewer than"."""
    if sense == "at_least":
        return low, None
    if sense == "at_most":
        # "Up to 20" says that there were some.
        return min(1, low), high
    if sense == "below":
        return min(1, max(low - 1, 0)), max(low - 1, 0)
    return low, high


def _bound_after(document: Document, number: Quantity, stop: int) -> Quantity:
    """ "five or more", "a dozen or so"."""
    hit = words_after().match(document.folded, number.end, stop) if number.end < stop and not number.article else None
    if hit is None:
        return number
    low, high = _apply(hit.value.sense, number.low, number.high)
    return replace(number, end=hit.end, low=low, high=high, digits=False)


def _range(document: Document, token: int, stop: int) -> Quantity | None:
    """A number, or two of them with "to", "or" or a hyphen between."""
    first = _number(document, token, stop)
    if first is None or first.article or first.end + 1 >= stop or first.high is None:
        return first
    joint = document.folded[first.end]
    if joint in ("to", "or") or document.words[first.end] in _HYPHENS:
        last = _number(document, first.end + 1, stop)
        if last is not None and not last.article and first.low < last.low and _spread(first, last, joint):
            return Quantity(token, last.end, first.low, last.high)
    return first


def _spread(first: Quantity, last: Quantity, joint: str) -> bool:
    """Whether two numbers may be the ends of one range: "2 to 1" and "4-3" are scores, "5-2016" is a date."""
    return last.low <= 10 * first.low or joint in ("to", "or")


def _number(document: Document, token: int, stop: int) -> Quantity | None:
    """A number without bounds, in digits or in words."""
    word = document.words[token]
    if word[0].isdigit():
        return _digits(document, token, stop)
    hit = number_words().match(document.folded, token, stop)
    if hit is None:
        return None
    entry = hit.value
    if entry.kind == "article":
        return _article(document, token, stop)
    if entry.kind in ("vague", "zero") or entry.whole:
        return Quantity(token, _skip_of(document, hit.end, stop), entry.low or 0, entry.high)
    if entry.kind in ("number", "scale"):
        return _words(document, token, stop)
    return None


def _article(document: Document, token: int, stop: int) -> Quantity:
    """ "a" alone is one; "a hundred", "a dozen" are numbers."""
    after = token + 1
    hit = number_words().match(document.folded, after, stop) if after < stop else None
    if hit and hit.value.kind == "scale":
        number = _words(document, after, stop)
        if number is not None:
            return replace(number, start=token)
    return Quantity(token, after, 1, 1, article=True)


def _digits(document: Document, token: int, stop: int) -> Quantity | None:
    match = _DIGITS.fullmatch(document.words[token])
    if match is None or len(match[1]) > _MAX_DIGITS:
        return None
    end = token + 1
    whole = match[1].replace(",", "")
    # "300 000": thousands set apart by a space.
    while end < stop and len(whole) <= 6 and _GROUP.fullmatch(document.words[end]) and _one_space(document, end):
        whole, end = whole + document.words[end], end + 1
    value = int(whole)
    scale = number_words().match(document.folded, end, stop) if end < stop else None
    if scale and scale.value.kind == "scale" and scale.value.low:
        value = round(float(whole + (match[2] or "")) * scale.value.low)
        end = _skip_of(document, scale.end, stop)
    elif match[2]:
        return None
    return Quantity(token, end, value, None if match[3] else value, digits=True)


def _one_space(document: Document, token: int) -> bool:
    return token > 0 and document.starts[token] == document.ends[token - 1] + 1


def _skip_of(document: Document, end: int, stop: int) -> int:
    """Past the "of" of "dozens of people"; not past that of "dozens of them", which counts part of others."""
    if end + 1 < stop and document.folded[end] == "of" and document.folded[end + 1] not in _PARTITIVE:
        return end + 1
    return end


_PARTITIVE = DETERMINERS | {"them", "us", "whom", "which"}


def _words(document: Document, token: int, stop: int) -> Quantity | None:
    """ "twenty-one", "three hundred and six", "two dozen", "six thousand"."""
    total = part = 0
    position, end = token, token
    previous = 0
    while position < stop:
        hit = number_words().match(document.folded, position, stop)
        entry = hit.value if hit else None
        if hit is None or entry is None or entry.low is None or entry.whole or entry.kind not in ("number", "scale"):
            break
        if entry.kind == "number":
            # "one two" are two numbers, "twenty one" is one.
            if previous and not (previous >= 100 > entry.low or (20 <= previous < 100 and entry.low < 10)):
                break
            part += entry.low
        elif entry.low < 1000:
            part = max(part, 1) * entry.low
        else:
            total, part = total + max(part, 1) * entry.low, 0
        previous = entry.low
        position = end = hit.end
        if position < stop and (
            document.words[position] in _HYPHENS or (document.folded[position] == "and" and previous >= 100)
        ):
            position += 1
    if end == token:
        return None
    return Quantity(token, _skip_of(document, end, stop), total + part, total + part)


def is_year(document: Document, quantity: Quantity) -> bool:
    """A bare number that reads as a year: "in 2016"."""
    return (
        quantity.digits and quantity.end == quantity.start + 1 and bool(_YEAR.fullmatch(document.words[quantity.start]))
    )
