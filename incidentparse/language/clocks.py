"""Reading of clock times: "7:42 p.m.", "0850 hours local time", "around 9am", "noon", "5 a.m. (0300 GMT)"."""

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
    if not half and not _is_clock(words, token, end, written_out=match[2] is not None, military=military):
        return None
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        return None
    utc, end = _zone(words, end)
    utc = utc or words.folded[token].endswith(("z", "gmt"))
    # "at 2:30" without more may be night or afternoon.
    ambiguous = not half and not military and 1 <= hour <= 12 and not words.folded[token].startswith("0")
    vague = words.folded[token - 1] in _VAGUE
    stated = match[2] is not None or military
    return Reading(
        token, end, "clock",
        time=f"{hour:02}:{minute:02}", to_minute=stated and not vague, utc=utc, either_half=ambiguous,
    )  # fmt: skip


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
        return ":" in words.folded[token] or "h" in words.folded[token]
    return military and not words.folded[token][-1].isalpha() and _stands_alone(words, token)


def _stands_alone(words: TimeWords, token: int) -> bool:
    """Four figures after "at" or "about" that count nothing ("at 2030 on 12 December", not "about 1200 people")."""
    document = words.document
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
