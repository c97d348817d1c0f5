"""Times: expressions of date and clock time, resolved against the publication date."""

from __future__ import annotations

import datetime as dt

from incidentparse.language.days import DAY, Days, day
from incidentparse.language.document import Document
from incidentparse.language.expressions import read_expressions
from incidentparse.language.readings import Reading
from incidentparse.mentions import Certainty, TimeMention
from incidentparse.record import PartOfDay, TimePrecision

# A time so many days before publication is background, unless the article says otherwise.
_BACKGROUND_DAYS = 60

_FUTURE_AUXILIARIES = frozenset({"will", "would", "shall", "'ll", "’ll", "may", "might", "could", "should", "must"})
_OPEN_START = frozenset({"by", "until", "till", "before"})
_FUNCTION_WORDS = frozenset({"ADP", "SCONJ", "ADV", "NUM", "DET"})


def extract(document: Document) -> list[TimeMention]:
    """The mentions, in the order of the text."""
    dateline = document.dateline
    published = document.published or (dateline.date if dateline else None)
    return [
        _mention(document, reading, published)
        for reading in read_expressions(document)
        if _speaks_of_time(document, reading) and not (dateline and document.starts[reading.start] < dateline.end)
    ]


def _speaks_of_time(document: Document, reading: Reading) -> bool:
    """Not a part of the day that only names a thing ("night club"), nor a day of the week that does."""
    if reading.days is not None or reading.time is not None:
        return True
    previous = document.folded[reading.start - 1] if reading.start else ""
    return reading.rule == "overnight" or previous in ("at", "in", "the", "by", "before", "during", "around", "late")


def _mention(document: Document, reading: Reading, published: dt.date | None) -> TimeMention:
    anchor = _anchor(document, reading)
    days, rule = _resolve(document, reading, published)
    planned = _upcoming(document, anchor)
    if planned and rule == "weekday" and days and days.first and published and days.first < published:
        # "will meet on Friday" is the next one.
        days = day(days.first + 7 * DAY)
    last = days.last if days is not None else None
    return TimeMention(
        reading.start,
        reading.end,
        rule,
        first=days.first if days is not None else None,
        last=last,
        time=None if reading.rule == "clock_12" or reading.utc else reading.time,
        part_of_day=reading.part,
        precision=_precision(reading, days),
        anchor=anchor,
        certainty=Certainty(
            planned=planned or (last is not None and published is not None and last > published + DAY),
            historical=last is not None and published is not None and (published - last).days > _BACKGROUND_DAYS,
        ),
    )


def _resolve(document: Document, reading: Reading, published: dt.date | None) -> tuple[Days | None, str]:
    """The days of a reading as the preposition that governs it leaves them open, and the rule."""
    days, rule = reading.days, reading.rule
    if rule == "overnight" and published is not None:
        # The night that ends on the day of publication; most of what happens in it happens after midnight.
        return day(published), rule
    if days is None or reading.time is not None or reading.part is not None:
        return days, rule
    top = _top(document, reading)
    # "since the Dec. 23 shooting" governs the shooting.
    preposition = document.folded[document.heads[top]] if top is not None else ""
    if preposition == "since" and published is not None and days.first is not None and days.first <= published:
        return Days(days.first, published, days.precision), "since"
    if preposition in _OPEN_START and days.last is not None:
        return Days(None, days.last, days.precision), "until"
    return days, rule


def _precision(reading: Reading, days: Days | None) -> TimePrecision:
    if days is not None and days.precision is not TimePrecision.DAY:
        return days.precision
    if reading.time is not None and not reading.utc and reading.rule != "clock_12":
        return TimePrecision.MINUTE if reading.to_minute else TimePrecision.HOUR
    if isinstance(reading.part, PartOfDay):
        return TimePrecision.PART_OF_DAY
    return TimePrecision.DAY


def _top(document: Document, reading: Reading) -> int | None:
    """The word of an expression that hangs on a word outside it, or None."""
    span = range(reading.start, reading.end)
    return next((t for t in span if document.heads[t] not in span), None)


def _anchor(document: Document, reading: Reading) -> int | None:
    """The verb or noun whose time the expression states: the first word above it that is no preposition."""
    heads, pos = document.heads, document.pos
    top = _top(document, reading)
    if top is None:
        return None
    token = heads[top]
    while (pos[token] in _FUNCTION_WORDS or document.entity[token] in ("DATE", "TIME")) and heads[token] != token:
        token = heads[token]
    return None if reading.start <= token < reading.end else token


def _upcoming(document: Document, anchor: int | None) -> bool:
    """Whether the verb that an expression hangs on is said of the future."""
    if anchor is None or document.pos[anchor] not in ("VERB", "AUX"):
        return False
    for child in document.children[anchor]:
        if document.deps[child] in ("aux", "auxpass") and document.lower[child] in _FUTURE_AUXILIARIES:
            return not _perfect(document, anchor)
    return False


def _perfect(document: Document, verb: int) -> bool:
    """ "may have been killed on Friday" is said of the past."""
    return any(document.lemmas[child] == "have" for child in document.children[verb] if document.deps[child] == "aux")
