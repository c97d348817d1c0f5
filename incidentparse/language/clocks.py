"""Reading of clock times: "7:42 p.m.", "0850 hours local time", "half past nine", "noon", "5 a.m. (0300 GMT)"."""

from __future__ import annotations

import re

from incidentparse.language.readings import Reading
from incidentparse.language.time_words import TimeWords
from incidentparse.record import PartOfDay

# "7:42", "7.42pm", "9am", "22h30", "0850hrs" as one token.
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{1,2}))?(?:([ap])\.?m\.?)?|(\d{2})(\d{2})(?:hrs?|hours|h|z|gmt)?")
_MERIDIEM_SPLIT = re.compile(r"([ap])\.?")

_BEFORE = frozenset(
    {"at", "around", "about", "approximately", "by", "before", "after", "until", "till", "near", "nearly", "almost",
     "roughly", "between", "from", "since", "circa", "some", "@", "and", "to"}
)  # fmt: skip
_AT = frozenset({"at", "around", "about", "approximately", "@"})
_VAGUE = frozenset(
    {"around", "about", "approximately", "nearly", "almost", "roughly", "after", "before", "circa", "between", "and"}
)
_HOURS = frozenset({"hours", "hrs", "hr", "h", "oclock"})
_LOCAL = frozenset({"local", "time"})
_OPENS_RANGE = frozenset({"between", "from"})
_RANGE = frozenset({"and", "to", "-", "–", "until"})
_OCLOCK = frozenset({"o'clock", "o’clock", "oclock"})
# Between a bare hour and the part of the day that shows it to be one ("at 9 on Tuesday night").
_TO_PART = frozenset({"in", "on", "the", "this", "last"})
_PART_REACH = 4
# From this hour on a clock of 24 hours writes its times as one of twelve does.
_TWO_FIGURES = 10
# "At 6 at night" is of the evening, "at 5 at night" of the morning after.
_NIGHTFALL = 6


def read_clock(words: TimeWords, token: int) -> Reading | None:
    """A clock time that begins at a token, with its zone."""
    moment = words.key(token, "moment")
    if moment:
        return _moment(words, token, moment)
    match = _CLOCK.fullmatch(words.folded[token])
    if match is None:
        return None
    hour, minute = int(match[1] or match[4]), int(match[2] or match[5] or 0)
    half, end = (match[3] or "") + ("m" if match[3] else ""), token + 1
    if not half:
        half, end = _meridiem(words, end)
    military = match[4] is not None
    ranged = False
    if words.folded[token - 1] in _OPENS_RANGE and words.folded[end] in _RANGE:
        half, end, ranged = _range(words, end + 1, hour, half, end)
    if not half and not _is_clock(words, token, end, written_out=match[2] is not None, military=military):
        return None
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        return None
    utc, end = _zone(words, end)
    utc = utc or words.folded[token].endswith(("z", "gmt"))
    # "at 2:30" without more may be night or afternoon; "at 11:00" may where the article counts to twelve.
    ambiguous = not half and not military and 1 <= hour <= 12 and not words.folded[token].startswith("0")
    if ambiguous and hour >= _TWO_FIGURES and match[2] is not None:
        ambiguous = words.counts_to_twelve
    vague = ranged or words.folded[token - 1] in _VAGUE
    stated = match[2] is not None or military
    return Reading(
        token, end, "clock",
        time=f"{hour:02}:{minute:02}", to_minute=stated and not vague, utc=utc, either_half=ambiguous,
    )  # fmt: skip


def in_part(time: str, part: PartOfDay) -> str:
    """A clock time of either half of the day as a part of the day tells it ("at 7:40 in the evening")."""
    hour = int(time[:2])
    if part in (PartOfDay.AFTERNOON, PartOfDay.EVENING) or (part is PartOfDay.NIGHT and hour >= _NIGHTFALL):
        return f"{hour % 12 + 12:02}{time[2:]}"
    return f"{hour % 12:02}{time[2:]}" if part is PartOfDay.NIGHT else time


def _range(words: TimeWords, at: int, hour: int, half: str, end: int) -> tuple[str, int, bool]:
    """The half of the day of "8" in "between 8 and 9 p.m.", the token after the range, and whether it is one."""
    match = _CLOCK.fullmatch(words.folded[at])
    if match is None or match[1] is None:
        return half, end, False
    last, after = (f"{match[3]}m" if match[3] else ""), at + 1
    if not last:
        last, after = _meridiem(words, after)
    if not last:
        return half, end, False
    turned = hour % 12 > int(match[1]) % 12
    return half or ({"am": "pm", "pm": "am"}[last] if turned else last), after, True


def read_told_clock(words: TimeWords, token: int) -> Reading | None:
    """A clock time in words: "nine o'clock", "half past nine", "a quarter to eight", "7 in the morning"."""
    named = token + 1 if words.folded[token] == "a" else token
    fraction = words.value(named, "fraction")
    if fraction is not None:
        at = named + 1
        past, hour = words.folded[at], words.number(at + 1)
        if past not in ("past", "to") or hour is None or not 1 <= hour <= 12:
            return None
        minutes = hour % 12 * 60 + (fraction if past == "past" else -fraction)
        end = at + 3 if words.folded[at + 2] in _OCLOCK else at + 2
        return _told(words, token, end, minutes % 720)
    if words.folded[token] in ("a", "an"):
        return None
    hour = words.number(token)
    if hour is None or not 1 <= hour <= 12:
        return None
    if words.folded[token + 1] in _OCLOCK:
        return _told(words, token, token + 2, hour % 12 * 60)
    if words.folded[token - 1] in _BEFORE and _part_follows(words, token + 1):
        return _told(words, token, token + 1, hour % 12 * 60)
    return None


def _told(words: TimeWords, token: int, end: int, minutes: int) -> Reading:
    """A time of either half of the day; twelve is noon until the part of the day says otherwise."""
    while words.folded[end] in _LOCAL:
        end += 1
    hour = minutes // 60 or 12
    to_minute = minutes % 60 != 0 and words.folded[token - 1] not in _VAGUE
    return Reading(token, end, "clock", time=f"{hour:02}:{minutes % 60:02}", to_minute=to_minute, either_half=True)


def _part_follows(words: TimeWords, at: int) -> bool:
    """Whether "in the morning" or "on Tuesday night" comes next."""
    for place in range(at, at + _PART_REACH):
        kind = words.kind(place)
        if kind == "part" or (kind == "tonight" and place == at):
            return place > at
        if kind not in ("weekday", "day") and words.folded[place] not in _TO_PART:
            return False
    return False


def _moment(words: TimeWords, token: int, moment: str) -> Reading:
    before = words.folded[token - 1] in ("before", "until", "till")
    if moment == "00:00" and before:
        return Reading(token, token + 1, "before_midnight", part=PartOfDay.NIGHT)
    return Reading(token, token + 1, "clock", time=moment)


def _meridiem(words: TimeWords, at: int) -> tuple[str, int]:
    """ "am" or "pm" at a token, and the token after it; also cut in two, "p" "m."."""
    key = words.key(at, "meridiem")
    if key and not (words.folded[at] == "am" and words.folded[at - 1] == "i"):
        return key, at + 1
    split = _MERIDIEM_SPLIT.fullmatch(words.folded[at])
    if split and words.folded[at + 1] in ("m", "m."):
        return f"{split[1]}m", at + 2
    return "", at


def _is_clock(words: TimeWords, token: int, end: int, *, written_out: bool, military: bool) -> bool:
    """Whether figures without "am" or "pm" are a time of day."""
    if words.folded[end] in _HOURS or words.kind(end) == "zone" or words.folded[end] == "local":
        # "for 24 hours" is a length of time, and so is "about 30 hours".
        return military or written_out or words.folded[end] not in ("hours", "hrs", "hr", "h")
    if words.folded[token - 1] not in _BEFORE:
        return False
    if written_out:
        # "at 7.15 in the morning", not "at 7.15 metres"
        return ":" in words.folded[token] or "h" in words.folded[token] or _part_follows(words, end)
    return military and not words.folded[token][-1].isalpha() and _stands_alone(words, token)


def _stands_alone(words: TimeWords, token: int) -> bool:
    """Four figures after "at" or "about" that count nothing ("at 2030 on 12 December", not "about 1200 people")."""
    document = words.document
    if words.kind(token + 1) in ("day", "weekday"):
        # "until 0900 today"
        return True
    if words.folded[token + 1] == "on" and (words.kind(token + 2) == "weekday" or words.folded[token + 2].isdecimal()):
        # "until 0300 on 12 December"
        return True
    if words.folded[token - 1] not in _AT:
        return False
    if words.year(token) is not None and words.folded[token - 1] != "at":
        return False
    return token + 1 >= len(document) or document.pos[token + 1] in ("PUNCT", "ADP", "SPACE", "CCONJ", "SCONJ", "DET")


def _zone(words: TimeWords, at: int) -> tuple[bool, int]:
    """Whether a UTC zone follows, and the token after zone, "hours" and "local time"."""
    if words.folded[at] in _HOURS:
        at += 1
    opened = words.folded[at] == "(" and words.kind(at + 1) == "zone"
    place = at + 1 if opened else at
    if words.kind(place) == "zone" and words.document.words[place].isupper():
        end = place + (2 if opened and words.folded[place + 1] == ")" else 1)
        return words.key(place, "zone") == "utc", end
    while words.folded[at] in _LOCAL:
        at += 1
    return False, at
