"""The time of one incident, chosen among the expressions of the article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.assemble.timing import Timing, Value, likelihoods, within
from incidentparse.language.clocks import in_part
from incidentparse.language.deed_phases import phase_words
from incidentparse.language.document import Document
from incidentparse.language.time_words import time_words
from incidentparse.mentions import TimeMention
from incidentparse.record import PartOfDay, Stage, TimePrecision, When
from incidentparse.weights import load_weights

# How often news that names no day is of the day of publication: of 9 US shootings 5, of 13 agency reports 10.
_UNDATED_CONFIDENCE = 0.6
# Roles of the word that a clock time hangs on that make it another time than the incident's.
_OTHER_TIMES = frozenset({"statement", "aftermath", "death", "background", "scene"})
# Roles that make a clock time the incident's wherever it is told; others only beside the sentences that tell it.
_OF_THE_DEED = frozenset({"event", "occurrence", "deed", "response"})
_PARTS_BY_HOUR = (
    (PartOfDay.EARLY_MORNING, range(8)),
    (PartOfDay.MORNING, range(13)),
    (PartOfDay.AFTERNOON, range(11, 19)),
    (PartOfDay.EVENING, range(16, 24)),
    (PartOfDay.NIGHT, (*range(17, 24), *range(7))),
)


# A day that could not be resolved, and how likely a resolved one must be to be preferred to it: less where it is of the
# same weekday ("early Sunday", and below it "Sunday, August 11, 2019").
_UNRESOLVED = (None, None)
_LEAST_SHARE = 0.2
_LEAST_SHARE_OF_WEEKDAY = 0.01
# Times that leave the day open, and how likely a day inside must be to take their place.
_COARSE = frozenset({TimePrecision.WEEK, TimePrecision.MONTH, TimePrecision.YEAR})
_COARSE_RULES = frozenset({"shifted", "ago"})
_LEAST_SHARE_OF_FINER = 0.1


@cache
def _weights() -> dict[str, float]:
    return load_weights("time_choice")


def choose_when(document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[TimeMention]) -> When | None:
    """What the article says of it for this incident; None where it gives no time for it."""
    timing = Timing(document, draft, drafts, mentions)
    numbers = [
        number
        for number, mention in enumerate(timing.candidates)
        if not draft.number or (drafts.owned(draft, mention.start) and _may_be(draft, mention))
    ]
    said = [timing.candidates[number] for number in numbers]
    values = [(mention.first, mention.last) for mention in said]
    likely = likelihoods(values, [timing.features(number) for number in numbers], _weights())
    if draft.number:
        # The weights know what speaks for the main incident's day; another's is whatever its own words say.
        likely.pop(None)
    if _UNRESOLVED in likely:
        weekdays = _weekdays(document, _best_told(timing, [m for m in said if (m.first, m.last) == _UNRESOLVED]))
        resolved = {value: share for value, share in likely.items() if value not in (None, _UNRESOLVED)}
        if any(share >= _least_share(value, weekdays) for value, share in resolved.items()):
            likely.pop(_UNRESOLVED)
    if not likely:
        return None
    value = max(likely, key=lambda key: likely[key])
    if value is None:
        return _of_the_day(document, timing, draft, mentions)
    best = _best_told(timing, [m for m in said if (m.first, m.last) == value])
    share = likely[value]
    finer = _finer(timing, best, said, likely)
    if finer is not None:
        best, share = finer, share + likely[finer.first, finer.last]
    return _when(document, best, _clock(document, timing, best, mentions), min(share, 1.0))


def _finer(
    timing: Timing, coarse: TimeMention, said: Sequence[TimeMention], likely: Mapping[Value | None, float]
) -> TimeMention | None:
    """The day of the incident that lies in what a coarser time says of it: "last weekend", further on "on Sunday"."""
    if coarse.precision not in _COARSE and coarse.rule not in _COARSE_RULES:
        return None
    inside = [
        m
        for m in said
        if m.first is not None
        and m.first == m.last
        and within((m.first, m.last), (coarse.first, coarse.last))
        and timing.role(m) in _OF_THE_DEED
    ]
    best = max(inside, key=lambda m: likely[m.first, m.last], default=None)
    if best is None or likely[best.first, best.last] < _LEAST_SHARE_OF_FINER:
        return None
    return _best_told(timing, [m for m in inside if m.first == best.first])


def _may_be(draft: Draft, mention: TimeMention) -> bool:
    """Whether a time can be that of the incident: a day still to come is none of what has happened."""
    return draft.stage is not Stage.ACCOMPLISHED or not mention.certainty.planned


def _weekdays(document: Document, mention: TimeMention) -> set[int]:
    """The weekdays that an expression names, Monday 0."""
    words = (time_words().get(document.folded[token]) for token in range(mention.start, mention.end))
    return {int(word.value) for word in words if word is not None and word.kind == "weekday"}


def _least_share(value: Value | None, weekdays: set[int]) -> float:
    first = value[0] if value is not None else None
    return _LEAST_SHARE_OF_WEEKDAY if first is not None and first.weekday() in weekdays else _LEAST_SHARE


def _best_told(timing: Timing, said: Sequence[TimeMention]) -> TimeMention:
    """Of the mentions of one day the one to quote: tied to the incident, with a clock time, the first."""
    return max(
        said,
        key=lambda m: (timing.role(m) not in _OTHER_TIMES, m.time is not None, m.part_of_day is not None, -m.start),
    )


def _when(document: Document, day: TimeMention, clock: TimeMention | None, probability: float) -> When:
    parts = [day] if clock is None or clock is day else sorted((day, clock), key=lambda mention: mention.start)
    time = clock.time if clock is not None else day.time
    part = day.part_of_day or (clock.part_of_day if clock is not None else None)
    precision = day.precision
    if clock is not None and clock is not day and day.first == day.last:
        precision = clock.precision
    return When(
        start=day.first,
        end=day.last,
        time=time,
        part_of_day=part,
        precision=precision,
        text=" … ".join(document.slice(m.start, m.end) for m in parts),
        confidence=round(probability, 3),
        evidence=tuple(document.span(m.start, m.end) for m in parts),
    )


def _of_the_day(document: Document, timing: Timing, draft: Draft, mentions: Sequence[TimeMention]) -> When | None:
    """News of a deed that names no day, or only a time of it, is of the day of publication, where that is known."""
    published = document.published
    if published is None or not draft.events or draft.stage is Stage.THREATENED:
        return None
    clock = _clock(document, timing, None, mentions)
    event = draft.events[0]
    span = document.span(clock.start, clock.end) if clock else document.span(event.start, event.end)
    return When(
        start=published,
        end=published,
        time=clock.time if clock else None,
        part_of_day=clock.part_of_day if clock else None,
        precision=clock.precision if clock else TimePrecision.DAY,
        text=span.text,
        confidence=_UNDATED_CONFIDENCE,
        evidence=(span,),
    )


def _clock(
    document: Document, timing: Timing, day: TimeMention | None, mentions: Sequence[TimeMention]
) -> TimeMention | None:
    """The mention that says the clock time of that day, or failing that the part of it."""
    if day is not None and (day.time is not None or day.first is None or day.first != day.last):
        return day if day.time is not None else None
    days: tuple[dt.date | None, ...] = (None,) if day is None else (None, day.first)
    part = day.part_of_day if day is not None else None
    fitting = [
        m for m in mentions
        if m.first in days and m.last == m.first and timing.drafts.owned(timing.draft, m.start)
        and timing.role(m) not in _OTHER_TIMES and not _of_the_end(document, m)
    ]  # fmt: skip
    for mention in (_in_part(timing, m, part) for m in fitting):
        if (
            _told_with(document, timing, mention)
            and mention.time is not None
            and _agree(mention.time, part or mention.part_of_day)
        ):
            return mention
    if part is not None:
        return None
    near = (m for m in fitting if document.sentence_of[m.start] in timing.triggers)
    return next((m for m in near if m.part_of_day is not None), None)


def _of_the_end(document: Document, mention: TimeMention) -> bool:
    """Whether a time hangs on the end of something ("the rescue operation ended at 8:10 pm")."""
    return mention.anchor is not None and document.lemmas[mention.anchor] in phase_words("end") - {"die"}


def _in_part(timing: Timing, mention: TimeMention, part: PartOfDay | None) -> TimeMention:
    """A clock time said of the deed, with the half of the day that the part of its day tells."""
    if mention.open_time is None or part is None or timing.role(mention) not in _OF_THE_DEED:
        return mention
    precision = TimePrecision.HOUR if mention.open_time.endswith(":00") else TimePrecision.MINUTE
    return replace(mention, time=in_part(mention.open_time, part), precision=precision)


def _told_with(document: Document, timing: Timing, mention: TimeMention) -> bool:
    """Whether a clock time is said of the deed, or beside the sentences that tell it."""
    sentence = document.sentence_of[mention.start]
    return timing.role(mention) in _OF_THE_DEED or any(abs(sentence - told) <= 1 for told in timing.triggers)


def _agree(time: str, part: PartOfDay | None) -> bool:
    """Whether a clock time can lie in a part of the day."""
    return all(int(time[:2]) in hours for name, hours in _PARTS_BY_HOUR if name is part)
