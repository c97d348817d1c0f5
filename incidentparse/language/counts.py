"""Reading of counted time: "three days ago", "a week earlier", "the past 24 hours", "for the tenth day in a row"."""

from __future__ import annotations

from dataclasses import replace

from incidentparse.language.days import DAY, Days, day, month_of, unresolved, year_of
from incidentparse.language.readings import Context, Reading
from incidentparse.language.time_words import TimeWords
from incidentparse.record import TimePrecision

# Half of the stretch that "two weeks ago" may mean, in days.
_WEEKS_AGO_SLACK = 3
# "the last few days" and "recent weeks" name no number; they are read as reaching back so many units.
_VAGUE_REACH = {"day": 7, "week": 30, "month": 180, "hour": 1, "year": 1095}
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3652}
UNIT_PRECISION = {
    "week": TimePrecision.WEEK, "fortnight": TimePrecision.WEEK, "month": TimePrecision.MONTH,
    "year": TimePrecision.YEAR, "decade": TimePrecision.YEAR,
}  # fmt: skip
_RUNNING = frozenset({"straight", "running", "consecutive", "successive"})


def read_count(words: TimeWords, token: int, context: Context) -> Reading | None:
    """ "three days ago", "a week earlier", "for the tenth day in a row"."""
    count, at, vague = words.number(token), token + 1, False
    ordinal = words.day_number(token) if count is None else None
    if ordinal is not None:
        return _streak(words, token, ordinal, context)
    if count is not None and words.kind(at) in ("vague", "number") and words.folded[token] in ("a", "an"):
        count, at, vague = words.number(at) or 3, at + 1, words.kind(at) == "vague"
    elif words.kind(token) == "vague":
        count, vague = 3, True
    if words.folded[at] == "of":
        at += 1
    unit = words.key(at, "unit")
    if count is None or not unit:
        return None
    end = at + 1
    if words.key(end, "edge") in ("earlier", "later"):
        direction = words.key(end, "edge")
    else:
        direction = words.key(end, "direction")
    if not direction:
        return None
    return _counted(Reading(token, end + 1, "ago"), count, unit, direction, vague=vague, context=context)


def read_stretch(words: TimeWords, token: int, at: int, context: Context) -> Reading | None:
    """ "the past 24 hours", "the last few weeks": so many units up to publication."""
    count, vague = words.number(at), words.kind(at) == "vague"
    unit = words.key(at + 1, "unit")
    if not unit or (count is None and not vague):
        return None
    if vague:
        reach = _VAGUE_REACH.get(unit, 7)
    elif unit in ("hour", "minute"):
        reach = -(-(count or 0) // (24 if unit == "hour" else 1440))
    else:
        reach = (count or 0) * UNIT_DAYS.get(unit, 1)
    precision = TimePrecision.WEEK if vague else UNIT_PRECISION.get(unit, TimePrecision.DAY)
    return Reading(token, at + 2, "stretch", Days(context.back(reach), context.base, precision))


def _streak(words: TimeWords, token: int, count: int, context: Context) -> Reading | None:
    """ "the tenth day in a row", "a third consecutive night"."""
    at = token + 1
    # "for a third day"
    running = words.folded[at] in _RUNNING
    counted = words.folded[token - 2] == "for" and words.folded[token - 1] in ("a", "the", "its")
    at += running
    if words.key(at, "unit") != "day" and words.key(at, "part") != "night":
        return None
    end = at + 1
    if words.is_any(end, _RUNNING):
        end += 1
    elif words.folded[end] == "in" and words.folded[end + 2] == "row":
        end += 3
    elif not running and not counted:
        return None
    return Reading(token, end, "streak", Days(context.back(count - 1), context.base, TimePrecision.DAY))


def _counted(
    reading: Reading, count: int, unit: str, direction: str, *, vague: bool, context: Context
) -> Reading | None:
    if unit in ("hour", "minute"):
        # "two hours ago" is a time of the day of publication as far as a date goes; other hours are of the story.
        return replace(reading, days=day(context.base)) if direction == "ago" and count <= 12 else None
    sign = 1 if direction in ("later", "after") else -1
    if direction != "ago":
        exact = unit in ("day", "week") and not vague
        offset = sign * count * UNIT_DAYS[unit] if exact else None
        date = context.from_reference(offset) if offset is not None else None
        return replace(reading, rule="narrative", days=day(date), offset=offset)
    base = context.base
    if base is None:
        return replace(reading, days=unresolved(UNIT_PRECISION.get(unit, TimePrecision.DAY)))
    if vague:
        days = Days(base - _VAGUE_REACH.get(unit, 30) * DAY, base, UNIT_PRECISION.get(unit, TimePrecision.WEEK))
    elif unit == "day":
        days = day(base - count * DAY)
    elif unit in ("week", "fortnight"):
        middle, slack = base - count * UNIT_DAYS[unit] * DAY, _WEEKS_AGO_SLACK * DAY
        days = Days(middle - slack, middle + slack, TimePrecision.WEEK)
    elif unit == "month":
        days = month_of(base.year, base.month - count)
    else:
        days = year_of(max(1, base.year - count * (10 if unit == "decade" else 1)))
    return replace(reading, days=days)
