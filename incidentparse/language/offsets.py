"""Days that are counted from another day of the story: "two days earlier", "a day after gunmen attacked a bus"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from incidentparse.language.days import DAY, day
from incidentparse.language.document import Document
from incidentparse.language.readings import Context, Reading
from incidentparse.language.time_words import TimeWords

# What begins the deed of "a day after gunmen attacked a bus", "a day after Monday's bombing".
_OPENS_DEED = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON", "VERB", "ADV"})
_POINTS_BACK = frozenset({"that", "this", "it", "which", "they", "he", "she"})
# How far behind "after" a day that belongs to its deed may stand, in tokens.
_DEED_REACH = 12
# How far apart the two may stand in "for the third day, on Thursday".
_STREAK_GAP = 2


def of_what_follows(words: TimeWords, reading: Reading, context: Context) -> Reading:
    """The reading; where it is "two days after the bombing", which tells the day of the bombing, as such an offset.

    Until its sentence names the day that it counts from, that is the day last spoken of, or else today.
    """
    document, end = words.document, reading.end
    if reading.offset is None or end >= len(document) or words.folded[end - 1] not in ("after", "before"):
        return reading
    if document.pos[end] not in _OPENS_DEED or document.sentence_of[end] != document.sentence_of[end - 1]:
        return reading
    if words.folded[end] in _POINTS_BACK:
        return reading
    date = context.from_reference(-reading.offset) or context.back(reading.offset)
    return replace(reading, rule="offset", days=day(date))


def settle(document: Document, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, those counted from another day resolved from the one that their own sentence names."""
    settled = [
        _ending_with(document, r, readings) if r.offset is None else _settled(document, r, readings) for r in readings
    ]
    for number, (streak, last) in enumerate(pairwise(settled)):
        if streak.rule == "streak" and last.start - streak.end <= _STREAK_GAP:
            settled[number] = _streak_to(streak, last)
    return settled


def _ending_with(document: Document, length: Reading, readings: Sequence[Reading]) -> Reading:
    """ "took the town on Sunday after four days of fighting": the four days end on the day told before them."""
    if length.rule != "length" or length.days is None or length.days.first is None or length.days.last is None:
        return length
    sentence = document.sentence_of[length.start]
    told = [
        r.days.first for r in readings
        if r.end <= length.start and r.days is not None and r.days.single and document.sentence_of[r.start] == sentence
    ]  # fmt: skip
    if not told or told[-1] is None or document.folded[length.end] != "of":
        return length
    return replace(
        length, days=replace(length.days, first=told[-1] - (length.days.last - length.days.first), last=told[-1])
    )


def _streak_to(streak: Reading, last: Reading) -> Reading:
    """ "for the third day on Thursday": the streak ends on the day named."""
    if streak.days is None or streak.days.first is None or streak.days.last is None:
        return streak
    if last.days is None or not last.days.single or last.days.last is None:
        return streak
    first = last.days.last - (streak.days.last - streak.days.first)
    return replace(streak, days=replace(streak.days, first=first, last=last.days.last))


def _settled(document: Document, reading: Reading, readings: Sequence[Reading]) -> Reading:
    assert reading.offset is not None
    if reading.rule != "offset" and (reading.days is None or reading.days.first is not None):
        return reading
    sentence = document.sentence_of[reading.start]
    beside = [
        r for r in readings
        if r.offset is None and r.days is not None and r.days.single and document.sentence_of[r.start] == sentence
    ]  # fmt: skip
    if not beside:
        return reading
    nearest = min(beside, key=lambda r: (abs(r.start - reading.start), r.start))
    assert nearest.days is not None
    assert nearest.days.first is not None
    if reading.rule != "offset":
        return replace(reading, days=day(nearest.days.first + reading.offset * DAY))
    if (
        reading.end <= nearest.start <= reading.end + _DEED_REACH
        and "," not in document.folded[reading.end : nearest.start]
    ):
        # "two days after Monday's bombing": the deed has its day, and this is the day of what is told beside it.
        return replace(reading, rule="narrative", days=day(nearest.days.first + reading.offset * DAY))
    return replace(reading, days=day(nearest.days.first - reading.offset * DAY))
