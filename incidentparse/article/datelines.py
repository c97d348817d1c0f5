"""Datelines: where, when and by whom agency copy was filed, and the date lines of pages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Literal

from incidentparse.article.dates import FULL_DATE, PART_DATE, in_year_of, readings
from incidentparse.article.prepared import Dateline
from incidentparse.lexicons import LexiconEntry, load_lexicon

# Captions and summaries that stand before the dateline are few.
_PARAGRAPHS = 5
# A date line and a dateline are one where only the authors' names stand between them.
_MAX_GAP = 120
# A place in mixed case with nothing but a dash behind it is short, and copy follows, not a list.
_MAX_BARE_WORDS = 3
_MIN_COPY = 60

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_OPENS = rf"(?-i:[{_CAPITAL}\d\"“‘'`(\[])"
_CAPS = rf"[{_CAPITAL}][{_CAPITAL}.'’-]+"
_NAME = rf"[{_CAPITAL}][\w.'’-]*"
_DASH = r"(?:--+|[—–―]|-)"
_REGION = (
    rf"(?:,\s?(?!{PART_DATE}|no\sdate)(?-i:{_NAME}(?:\s{_NAME}){{0,2}})"
    r"|\s\((?P<country>[^\d\W][^()\d]{1,30})\)(?=,))?"
)


def _dateline(place: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<place>(?-i:{place}))(?P<region>{_REGION})"
        rf"(?:,?\s(?:{FULL_DATE}|(?P<part>{PART_DATE})|(?P<undated>no\sdate)))?"
        r"(?P<filed>,?\s?[(/](?P<agency>[^()/\d\s][^()\n]{0,60}?)[)/])?"
        rf"(?P<dash>\s?{_DASH}|(?P<colon>:))?(?:\s+|$)",
        re.IGNORECASE,
    )


_PLACE_IN_CAPITALS = _dateline(rf"{_CAPS}(?:[ /](?:{_CAPS}|DE|LA|EL|AL|OF)){{0,5}}")
_PLACE = _dateline(rf"{_NAME}(?:[ /](?:{_NAME}|of|the|de|del|la|el|al)){{0,3}}")
_AGENCY_ALONE = re.compile(rf"\((?P<agency>[^()\n]{{2,40}})\)(?P<dash>\s?{_DASH})?\s+(?=(?-i:[{_CAPITAL}\"“‘]))")
_LABEL = (
    r"(?:date of publication|publi(?:shed|cation date)|posted|date|last updated?|updated?|first published|created)"
    r"(?: on| at|:)*\s*"
)
_CLOCK = r"(?:[,\s|@-]*(?:at\s)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?(?:\s(?-i:[A-Z]{2,4})\b)?)?"
_HEADER = re.compile(
    rf"(?:(?P<label>{_LABEL})|(?P<agency>(?-i:[A-Z][\w.]*(?: [A-Z][\w.]*)??)),?\s)??"
    rf"{FULL_DATE}{_CLOCK}(?:\s?\(updated[^()]{{0,30}}\))?[)|:.;]?",
    re.IGNORECASE,
)
_AFTER_HEADER = re.compile(rf"\s*$|\s*{_DASH}\s+(?={_OPENS})|\s+(?=by\s)|\s*(?={_OPENS})", re.IGNORECASE)
_UPDATED = re.compile(r"(?:last )?update", re.IGNORECASE)
_NOWHERE = re.compile(r"no city|clandestine|location unknown", re.IGNORECASE)


class DatelineWord(LexiconEntry):
    """A line of dateline_words.jsonl: an agency's name, or a word that opens a line and is no place."""

    word: str
    kind: Literal["agency", "opener"]


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(e.word.lower() for e in load_lexicon("dateline_words.jsonl", DatelineWord) if e.kind == kind)


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline, and whether its date is the day the copy was filed rather than last updated."""

    dateline: Dateline
    filed: bool


def split_headers(paragraphs: list[str]) -> list[str]:
    """The paragraphs with the page's date line as one of its own, and without a second one ("Updated: ...")."""
    result: list[str] = []
    headed = False
    for number, paragraph in enumerate(paragraphs):
        rest = paragraph
        while number < _PARAGRAPHS and rest and (header := _header(rest)):
            if headed or (number > 0 and header.end() < len(rest)):
                if not header["label"]:
                    break
            else:
                result.append(header[0].strip())
            headed = True
            after = _AFTER_HEADER.match(rest, header.end())
            rest = rest[after.end() if after else header.end() :].strip()
        if rest:
            result.append(rest)
    return result


def find_dateline(text: str, start: int, *, known: Collection[dt.date] = ()) -> Found | None:
    """The dateline at the head of the body that begins at ``start``, or None.

    Args:
        text: article.text.
        start: where its body begins.
        known: dates told elsewhere, which decide whether 02-06-2016 is of June or February and of which year "June 2".
    """
    capitals = text[start:].isupper()
    header: Found | None = None
    position = start
    for number in range(_PARAGRAPHS):
        end = text.find("\n", position)
        paragraph = text[position : end if end >= 0 else len(text)]
        match = _header(paragraph)
        if match and match.end() == len(paragraph) and header is None:
            header = _from_header(match, position, known)
        else:
            match = _match_place(paragraph, capitals=capitals, first=number == 0)
            if match:
                return _joined(header, _from_place(match, position, known))
        if end < 0:
            break
        position = _next_line(text, end)
    return header


def _next_line(text: str, end: int) -> int:
    while end < len(text) and text[end] == "\n":
        end += 1
    return end


def _header(paragraph: str) -> re.Match[str] | None:
    match = _HEADER.match(paragraph)
    if match is None or not readings(match):
        return None
    if match["agency"] and not _is_agency(match["agency"]):
        return None
    return match if _AFTER_HEADER.match(paragraph, match.end()) else None


def _is_agency(name: str) -> bool:
    return any(part.strip().lower() in _words("agency") for part in re.split(r"[/,]", name))


def _match_place(paragraph: str, *, capitals: bool, first: bool) -> re.Match[str] | None:
    """The dateline at the start of a paragraph, where its parts make one."""
    for pattern in (_PLACE_IN_CAPITALS, _PLACE):
        match = pattern.match(paragraph)
        if match and _is_dateline(
            match, in_capitals=pattern is _PLACE_IN_CAPITALS and not capitals, paragraph=paragraph
        ):
            return match
    match = _AGENCY_ALONE.match(paragraph)
    if match and first and (match["dash"] or _is_agency(match["agency"])):
        return match
    return None


def _is_dateline(match: re.Match[str], *, in_capitals: bool, paragraph: str) -> bool:
    words = match["place"].lower().replace("/", " ").split()
    if not _NOWHERE.match(match["place"]) and any(word.strip(".") in _words("opener") for word in words):
        return False
    following = paragraph[match.end() : match.end() + 1]
    if following and not re.match(_OPENS, following):
        return False
    dated = bool(match["part"] or match["undated"] or _dated(match))
    filed, dash = bool(match["filed"]), bool(match["dash"])
    if match["colon"] and not (dated or filed):
        # "PESHAWAR: Three men were killed": of names in small letters as many are speakers ("Police: man shot dead").
        return in_capitals and len(words) <= _MAX_BARE_WORDS and len(paragraph) >= _MIN_COPY
    if in_capitals or dated:
        # "DAMASCUS (Sputnik) Earlier": between capitals and an agency no dash is needed.
        return dash or filed
    if filed:
        return dash or _is_agency(match["agency"])
    return dash and len(words) <= _MAX_BARE_WORDS and len(paragraph) >= _MIN_COPY


def _dated(match: re.Match[str]) -> bool:
    return bool(match["d1"] or match["d2"] or match["y3"] or match["y4"])


def _choose(match: re.Match[str], known: Collection[dt.date]) -> dt.date | None:
    """The date of a match.

    Where day and month can be swapped it is the reading that is told elsewhere too; where the year is not written, the
    day that comes last before a date told elsewhere.
    """
    part = match.groupdict().get("part")
    if part and known:
        return in_year_of(part, max(known))
    dates = readings(match) if _dated(match) else ()
    if len(dates) > 1:
        dates = tuple(d for d in dates if d in known)
    return dates[0] if len(dates) == 1 else None


def _from_header(match: re.Match[str], offset: int, known: Collection[dt.date]) -> Found | None:
    date = _choose(match, known)
    if date is None:
        return None
    dateline = Dateline(offset, offset + match.end(), None, date, match["agency"])
    return Found(dateline, filed=not _UPDATED.match(match["label"] or ""))


def _from_place(match: re.Match[str], offset: int, known: Collection[dt.date]) -> Found:
    end = offset + len(match[0].rstrip())
    group = match.groupdict()
    if "place" not in group:
        return Found(Dateline(offset, end, agency=group["agency"]), filed=True)
    place: str | None = match[0][: match.end("region")]
    if _NOWHERE.match(match["place"]):
        place = group["country"]
    return Found(Dateline(offset, end, place, _choose(match, known), group["agency"]), filed=True)


def _joined(header: Found | None, place: Found) -> Found:
    """A date line and the dateline behind it as one."""
    if header is None:
        return place
    line, head = place.dateline, header.dateline
    near = line.start - head.end <= _MAX_GAP
    joined = Dateline(
        head.start if near else line.start, line.end, line.place, line.date or head.date, line.agency or head.agency
    )
    return Found(joined, filed=place.filed if line.date else header.filed)
