"""Days joined to a stretch: "Saturday and Sunday", "Monday night into Tuesday", "5 May and overnight into 6 May"."""

from __future__ import annotations

from incidentparse.language.days import DAY, Days
from incidentparse.language.document import Document
from incidentparse.language.readings import Reading
from incidentparse.record import PartOfDay, TimePrecision

_RANGE_LINKS = frozenset({"and", "to", "through", "until", "till", "-", "–", "into"})
# May stand between such a link and the second day ("to the early hours of Saturday").
_RANGE_FILLERS = frozenset({"on", "the", "in", "into", "early"})
_MOST_FILLERS = 2
# The longest stretch that two days, or two months, joined by "and" or "to" are taken for, in days.
_LONGEST_RANGE = 62
_LONGEST_MONTHS = 366


def join_ranges(document: Document, readings: list[Reading]) -> list[Reading]:
    """Two days joined by "and" or "to" become one stretch: "Saturday and Sunday", "Monday night into Tuesday"."""
    joined: list[Reading] = []
    for reading in readings:
        if joined and _ranged(document, joined[-1], reading):
            stretch = _night_into(joined[-1], reading) or _stretch(joined[-1], reading)
            if stretch is not None:
                reading = stretch
                joined.pop()
                if joined and _ranged(document, joined[-1], reading):
                    # "on 5 May and overnight into 6 May"
                    reading = _stretch(joined[-1], reading) or reading
                    if reading.start < stretch.start:
                        joined.pop()
        joined.append(reading)
    return joined


def _ranged(document: Document, left: Reading, right: Reading) -> bool:
    gap = document.folded[left.end : right.start]
    if not gap or gap[0] not in _RANGE_LINKS or len(gap) > 1 + _MOST_FILLERS:
        return False
    return all(word in _RANGE_FILLERS for word in gap[1:])


def _night_into(left: Reading, right: Reading) -> Reading | None:
    """ "overnight into Sunday": the night between two days."""
    if left.rule != "overnight" or left.days is not None or right.days is None or not right.days.single:
        return None
    assert right.days.first is not None
    days = Days(right.days.first - DAY, right.days.first, TimePrecision.DAY)
    return Reading(left.start, right.end, "range", days, part=left.part)


def _stretch(left: Reading, right: Reading) -> Reading | None:
    if left.days is None or right.days is None or left.days.first is None or right.days.last is None:
        return None
    first, last = left.days.first, right.days.last
    if first > last and left.rule == right.rule == "weekday" and last + 7 * DAY > first:
        # "from Friday to Saturday" in news of a Friday: the Friday of a week before.
        first -= 7 * DAY
    precision = max(left.days.precision, right.days.precision, key=list(TimePrecision).index)
    longest = _LONGEST_MONTHS if left.days.precision is right.days.precision is TimePrecision.MONTH else _LONGEST_RANGE
    if not first < last or last - first > longest * DAY:
        return None
    # "the night of Tuesday to Wednesday" is one night.
    night = left.part if left.part is PartOfDay.NIGHT and right.part is None and last - first == DAY else None
    return Reading(left.start, right.end, "range", Days(first, last, precision), part=night)
