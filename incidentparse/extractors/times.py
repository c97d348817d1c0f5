"""Times: expressions of date and clock time, resolved against the publication date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from incidentparse.language.days import DAY, Days, day, make_date
from incidentparse.language.document import Document
from incidentparse.language.expressions import read_expressions
from incidentparse.language.readings import Reading
from incidentparse.language.time_anchors import anchor_roles
from incidentparse.mentions import Certainty, TimeMention
from incidentparse.record import PartOfDay, TimePrecision

# A time so many days before publication is background, unless the article says otherwise.
_BACKGROUND_DAYS = 60

_FUTURE_AUXILIARIES = frozenset({"will", "would", "shall", "'ll", "’ll", "may", "might", "could", "should", "must"})
_OPEN_START = frozenset({"by", "until", "till", "before"})
_UP_TO = frozenset({"by", "until", "till"})
_POSSESSIVE = frozenset({"'s", "’s", "'"})
_OPEN = frozenset({"since", "until"})
_CONTENT_WORDS = frozenset({"VERB", "NOUN", "ADJ", "PROPN"})
# From this hour on it is night.
_LATE = "21:00"
# Verbs whose days begin and end a deed that is told in one sentence.
_BEGINNING = frozenset({"begin", "start", "erupt", "commence", "break"})
_ENDING = frozenset({"end", "finish", "conclude"})
_LASTING = frozenset({"continue", "last", "rage", "go", "persist", "begin", "start", "erupt"})
_LONGEST_STRETCH = 31 * DAY
_PAST_TAGS = frozenset({"VBD", "VBN"})
_CLAUSE_ENDS = frozenset({",", ";", ":", "--", "—", "–", '"', "”", "that"})
_PREDICATES = frozenset({"acomp", "attr", "xcomp", "ccomp"})
# How far from an expression the verb is sought where the parse gives none, in tokens.
_REACH = 15
_OBJECTS = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "conj", "appos"})
# A deed further above the noun that a time follows is not what it dates.
_MAX_CLIMB = 4
_FUNCTION_WORDS = frozenset({"ADP", "SCONJ", "ADV", "NUM", "DET"})


def extract(document: Document) -> list[TimeMention]:
    """The mentions, in the order of the text."""
    dateline = document.dateline
    published = document.published or (dateline.date if dateline else None)
    deeds = {frame.trigger for frame in document.frames}
    mentions = [
        _mention(document, reading, published, deeds)
        for reading in read_expressions(document)
        if _speaks_of_time(document, reading, deeds) and not _in_dateline(document, reading.start)
    ]
    told = [m for m in mentions if published is None or m.rule != "narrative" or m.last is not None]
    return _same_night(_from_begin_to_end(document, told), published)


def _from_begin_to_end(document: Document, mentions: list[TimeMention]) -> list[TimeMention]:
    """The mentions, with "began on Friday … ended on Saturday" in one sentence as one stretch."""
    joined: list[TimeMention] = []
    for mention in mentions:
        stretch = _stretch(document, joined[-1], mention) if joined else None
        if stretch is not None:
            joined[-1] = stretch
        else:
            joined.append(mention)
    return joined


def _stretch(document: Document, begin: TimeMention, end: TimeMention) -> TimeMention | None:
    if (
        begin.anchor is None
        or end.anchor is None
        or begin.first is None
        or begin.first != begin.last
        or end.last is None
    ):
        return None
    ends = document.lemmas[end.anchor] in _ENDING or (end.rule == "until" and document.lemmas[end.anchor] in _LASTING)
    if not ends or document.lemmas[begin.anchor] not in _BEGINNING:
        return None
    if document.sentence_of[begin.start] != document.sentence_of[end.start]:
        return None
    first, last = begin.first, end.last
    if first > last and begin.rule == "weekday":
        first -= 7 * DAY
    if not first < last <= first + _LONGEST_STRETCH:
        return None
    return replace(
        begin, end=end.end, rule="range", first=first, last=last, time=None, part_of_day=None,
        precision=TimePrecision.DAY,
    )  # fmt: skip


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
        return False
    previous = document.folded[reading.start - 1] if reading.start else ""
    return reading.rule == "overnight" or previous in ("at", "in", "the", "by", "before", "during", "around", "late")


def _mention(document: Document, reading: Reading, published: dt.date | None, deeds: Collection[int]) -> TimeMention:
    anchor = _deed_near(document, reading, _anchor(document, reading), deeds)
    days, rule = _resolve(document, reading, published)
    planned = _upcoming(document, anchor)
    if (
        rule == "date"
        and not planned
        and anchor is not None
        and document.tags[anchor] in _PAST_TAGS
        and anchor in deeds
    ):
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
        return Days(days.first, published, days.precision), "since"
    # "before dawn on Thursday" is a part of that day.
    whole = reading.time is None and reading.part is None
    if preposition in (_OPEN_START if whole else _UP_TO) and days.last is not None:
        return Days(None, days.last, days.precision), "until"
    return days, rule


def _preposition(document: Document, reading: Reading) -> str:
    """The preposition that governs an expression: that of "since the Dec. 23 shooting" governs the shooting."""
    top = _top(document, reading)
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


def _top(document: Document, reading: Reading) -> int | None:
    """The word of an expression that hangs on a word outside it, or None."""
    span = range(reading.start, reading.end)
    return next((t for t in span if document.heads[t] not in span), None)


def _anchor(document: Document, reading: Reading) -> int | None:
    """The verb or noun whose time the expression states: the first word above it that is no preposition."""
    heads, pos = document.heads, document.pos
    if reading.rule == "offset":
        return _followed(document, reading.end - 1)
    token = _top(document, reading)
    if token is None:
        return _nearest_verb(document, reading)
    token = heads[token]
    while (pos[token] in _FUNCTION_WORDS or document.entity[token] in ("DATE", "TIME")) and heads[token] != token:
        token = heads[token]
    if pos[token] == "AUX":
        # "was on Friday kidnapped": the participle carries the meaning.
        below = (child for child in document.children[token] if document.deps[child] in _PREDICATES)
        return next((child for child in below if pos[child] in ("VERB", "ADJ")), token)
    inside = reading.start <= token < reading.end
    name = pos[token] == "PROPN" and document.entity[token] != ""
    if inside or name or pos[token] not in _CONTENT_WORDS or _in_dateline(document, token):
        return _nearest_verb(document, reading)
    return token


def _deed_near(document: Document, reading: Reading, anchor: int | None, deeds: Collection[int]) -> int | None:
    """The anchor, corrected where the parse hangs a time on the verb that reports a deed instead of on the deed."""
    if anchor is None or anchor in deeds or reading.rule == "offset":
        return anchor
    start, ends = document.sentence(reading.start).start, reading.end < len(document)
    # "was shot on Thursday night, his mother told": what follows the comma is another clause.
    trails = anchor >= reading.end and ends and document.folded[reading.end] == ","
    if trails or (anchor < reading.start and document.pos[anchor] in ("VERB", "AUX")):
        for token in range(reading.start - 1, start if trails else anchor, -1):
            if token in deeds:
                return token
            if document.pos[token] == "VERB" or document.folded[token] in _CLAUSE_ENDS:
                break
    return _deed_above(document, reading, anchor, deeds)


def _deed_above(document: Document, reading: Reading, anchor: int | None, deeds: Collection[int]) -> int | None:
    """The anchor; of "raids on three villages on Sunday" the raids, though the parse may give the villages."""
    if anchor is None or document.pos[anchor] != "NOUN" or anchor > reading.start or anchor in deeds:
        return anchor
    if document.lemmas[anchor] in anchor_roles() or document.deps[anchor] not in _OBJECTS:
        return anchor
    for steps, token in enumerate(document.ancestors(anchor)):
        if token in deeds or document.pos[token] == "VERB":
            return token
        if steps == _MAX_CLIMB or document.lemmas[token] in anchor_roles():
            break
    return anchor


def _followed(document: Document, preposition: int) -> int | None:
    """The deed of "a day after gunmen attacked a bus": the verb that the word marks, or the noun that it governs."""
    if document.deps[preposition] == "mark":
        return document.heads[preposition]
    below = (c for c in document.children[preposition] if document.deps[c] in ("pobj", "pcomp"))
    found = next(below, None)
    if found is not None:
        return found
    end = document.sentence(preposition).end
    return next((t for t in range(preposition + 1, end) if document.pos[t] in ("VERB", "NOUN")), None)


def _nearest_verb(document: Document, reading: Reading) -> int | None:
    """Where the parse leaves an expression hanging: the verb right after it, else the last before, else the next."""
    sentence, pos = document.sentence(reading.start), document.pos
    after = [t for t in range(reading.end, min(sentence.end, reading.end + _REACH)) if pos[t] == "VERB"]
    if after and after[0] - reading.end <= 1:
        return after[0]
    before = [t for t in range(max(sentence.start, reading.start - _REACH), reading.start) if pos[t] == "VERB"]
    if before and not _in_dateline(document, before[-1]):
        return before[-1]
    return after[0] if after else None


def _in_dateline(document: Document, token: int) -> bool:
    dateline = document.dateline
    return dateline is not None and document.starts[token] < dateline.end


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
