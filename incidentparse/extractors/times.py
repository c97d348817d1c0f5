"""Times: expressions of date and clock time, resolved against the publication date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from incidentparse.language.dated_words import dated_word, in_dateline, topmost
from incidentparse.language.days import DAY, Days, day, make_date
from incidentparse.language.document import Document
from incidentparse.language.expressions import read_expressions
from incidentparse.language.grammar import PAST
from incidentparse.language.lasting import join_stretches
from incidentparse.language.readings import Reading
from incidentparse.language.time_anchors import nouns_of
from incidentparse.mentions import Certainty, TimeMention
from incidentparse.record import PartOfDay, TimePrecision

# Senses of what follows a deed or only speaks of it.
_FOLLOWING = frozenset({"detain", "release", "claim", "threat"})
# A time so many days before publication is background, unless the article says otherwise.
_BACKGROUND_DAYS = 60

_FUTURE_AUXILIARIES = frozenset({"will", "would", "shall", "'ll", "’ll", "may", "might", "could", "should", "must"})
_OPEN_START = frozenset({"by", "until", "till", "before"})
_UP_TO = frozenset({"by", "until", "till"})
_POSSESSIVE = frozenset({"'s", "’s", "'"})
_OPEN = frozenset({"since", "until"})
# From this hour on it is night.
_LATE = "21:00"
# Between "until" and the day up to which something lasted ("until shortly before midnight on Saturday").
_TO_THE_END = frozenset({"shortly", "just", "well", "before", "after", "around", "about", "late", "early", "the", "on"})
_MOST_TO_THE_END = 3


def extract(document: Document) -> list[TimeMention]:
    """The mentions, in the order of the text."""
    dateline = document.dateline
    published = document.published or (dateline.date if dateline else None)
    deeds = {frame.trigger for frame in document.frames if frame.sense not in _FOLLOWING}
    mentions = [
        _mention(document, reading, published, deeds)
        for reading in read_expressions(document)
        if _speaks_of_time(document, reading, deeds) and not in_dateline(document, reading.start)
    ]
    told = [m for m in mentions if published is None or m.rule != "narrative" or m.last is not None]
    return _same_night(join_stretches(document, told, deeds), published)


def _same_night(mentions: list[TimeMention], published: dt.date | None) -> list[TimeMention]:
    """The mentions, with "overnight" put on the eve where the article itself speaks of the night of the eve."""
    if published is None:
        return mentions
    eve = published - DAY
    if not any(m.first == m.last == eve and _at_night(m) for m in mentions):
        return mentions
    return [replace(m, first=eve, last=eve) if m.rule == "overnight" else m for m in mentions]


def _at_night(mention: TimeMention) -> bool:
    late = mention.time is not None and mention.time >= _LATE
    return mention.rule != "overnight" and (late or mention.part_of_day is PartOfDay.NIGHT)


def _speaks_of_time(document: Document, reading: Reading, deeds: Collection[int]) -> bool:
    """Not a part of the day that only names a thing ("night club"), nor a day of the week that does."""
    if reading.days is not None or reading.time is not None:
        return True
    if reading.end <= document.heads[reading.end - 1] <= reading.end + 1 and document.heads[reading.end - 1] in deeds:
        # "a pre-dawn raid"
        return True
    if document.deps[reading.end - 1] == "compound":
        # "during the morning rush hour", not "night club"
        return document.lemmas[document.heads[reading.end - 1]] in nouns_of("held")
    previous = document.folded[reading.start - 1] if reading.start else ""
    return reading.rule == "overnight" or previous in ("at", "in", "the", "by", "before", "during", "around", "late")


def _mention(document: Document, reading: Reading, published: dt.date | None, deeds: Collection[int]) -> TimeMention:
    anchor = dated_word(document, reading, deeds)
    days, rule = _resolve(document, reading, published)
    if days is not None and days.single and rule not in _OPEN and _since(document, anchor, reading, deeds):
        days, rule = _up_to_now(days, published), "since"
    planned = _upcoming(document, anchor)
    if rule == "date" and not planned and anchor is not None and document.tags[anchor] in PAST and anchor in deeds:
        days = _past(document, reading, days, published)
    if planned and rule == "weekday" and days and days.first and published and days.first < published:
        # "will meet on Friday" is the next one.
        days = day(days.first + 7 * DAY)
    last = days.last if days is not None else None
    if rule in _OPEN:
        reading = replace(reading, part=None, time=None)
    return TimeMention(
        reading.start,
        reading.end,
        rule,
        first=days.first if days is not None else None,
        last=last,
        time=None if reading.either_half or reading.utc else reading.time,
        open_time=reading.time if reading.either_half and not reading.utc else None,
        part_of_day=reading.part,
        precision=_precision(reading, days),
        anchor=anchor,
        certainty=Certainty(
            planned=planned or (last is not None and published is not None and last > published + DAY),
            historical=last is not None and published is not None and (published - last).days > _BACKGROUND_DAYS,
        ),
    )


def _past(document: Document, reading: Reading, days: Days | None, published: dt.date | None) -> Days | None:
    """The days of a deed that is done: "was killed on 29 December" in news of November is of last year."""
    if days is None or not days.single or days.first is None or published is None or days.first <= published + DAY:
        return days
    if document.folded[reading.end - 1][-4:].isdecimal():
        return days
    return day(make_date(days.first.year - 1, days.first.month, days.first.day))


def _resolve(document: Document, reading: Reading, published: dt.date | None) -> tuple[Days | None, str]:
    """The days of a reading as the preposition that governs it leaves them open, and the rule."""
    days, rule = reading.days, reading.rule
    if rule == "overnight" and published is not None:
        # The night that ends on the day of publication; most of what happens in it happens after midnight.
        return day(published), rule
    if days is None:
        return days, rule
    preposition = _preposition(document, reading)
    if preposition == "since" and published is not None and days.first is not None and days.first <= published:
        return _up_to_now(days, published), "since"
    # "before dawn on Thursday" is a part of that day.
    whole = reading.time is None and reading.part is None
    if days.last is not None and (preposition in (_OPEN_START if whole else _UP_TO) or _until(document, reading.start)):
        return Days(None, days.last, days.precision), "until"
    return days, rule


def _up_to_now(days: Days, published: dt.date | None) -> Days:
    """From a day on until the report."""
    if published is None or days.first is None or days.first > published:
        return days
    return Days(days.first, published, days.precision)


def _since(document: Document, anchor: int | None, reading: Reading, deeds: Collection[int]) -> bool:
    """Whether a day is that of a clause that a length of time counts from ("since the assault began on Monday")."""
    if anchor is None or document.pos[anchor] not in ("VERB", "AUX"):
        return False
    if anchor in deeds and document.heads[anchor] not in deeds:
        # "searching for the missing since gunmen stormed the hotel on Saturday": the deed is that of the clause.
        return False
    return any(
        document.folded[c] == "since" and document.deps[c] in ("mark", "advmod", "prep") and c < reading.start
        for c in document.children[anchor]
    )


def _until(document: Document, start: int) -> bool:
    """Whether "until shortly before" or the like leads to a token."""
    for token in range(start - 1, max(start - 2 - _MOST_TO_THE_END, -1), -1):
        if document.folded[token] not in _TO_THE_END:
            return document.folded[token] in ("until", "till")
    return False


def _preposition(document: Document, reading: Reading) -> str:
    """The preposition that governs an expression: that of "since the Dec. 23 shooting" governs the shooting."""
    top = topmost(document, reading)
    governor = document.heads[top] if top is not None else -1
    if reading.start - 2 <= governor < reading.start:
        return document.folded[governor]
    # The parse may take the day for a part of the next noun: "since Tuesday heavy fire" is not "since Tuesday's fire".
    previous = document.folded[reading.start - 1] if reading.start else ""
    follows = document.folded[reading.end] if reading.end < len(document) else ""
    return previous if previous == "since" and follows not in _POSSESSIVE and reading.rule != "weekdays" else ""


def _precision(reading: Reading, days: Days | None) -> TimePrecision:
    if days is not None and days.precision is not TimePrecision.DAY:
        return days.precision
    if reading.time is not None and not reading.utc and not reading.either_half:
        return TimePrecision.MINUTE if reading.to_minute else TimePrecision.HOUR
    if isinstance(reading.part, PartOfDay):
        return TimePrecision.PART_OF_DAY
    return TimePrecision.DAY


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
