"""Calendar dates as agencies, page headers and links write them."""

from __future__ import annotations

import datetime as dt
import re

# Two-digit years, as in "20 AUG 88": from here on they are of the 1900s (the POSIX rule, strptime's %y).
TWO_DIGIT_PIVOT = 69
# News on line and its scanned forerunners: other four-digit numbers in a date's place are no years.
FIRST_YEAR, LAST_YEAR = 1900, 2100

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s+)?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"

# A full date, with the groups of its five layouts; to be compiled inside larger patterns, ignoring case.
FULL_DATE = (
    rf"{_WEEKDAY}(?:"
    rf"(?P<d1>{_DAY})\s+(?P<m1>{_MONTH})\b\.?,?\s+(?P<y1>\d{{4}}|\d{{2}})(?![\d:])"
    rf"|(?P<m2>{_MONTH})\b\.?\s+(?P<d2>{_DAY})\b,?\s+(?P<y2>\d{{4}}|\d{{2}}(?=\s?\())(?!\d)"
    r"|(?P<y3>\d{4})(?P<s3>[-/.])(?P<m3>\d{1,2})(?P=s3)(?P<d3>\d{1,2})(?!\d)"
    r"|(?P<a4>\d{1,2})(?P<s4>[-/.])(?P<b4>\d{1,2})(?P=s4)(?P<y4>\d{4})(?!\d)"
    r")"
)
# A date that lacks its year: "Jan 2", "2 January", "Monday".
PART_DATE = (
    rf"(?:{_WEEKDAY}(?:{_MONTH}\b\.?\s+{_DAY}\b|{_DAY}\s+{_MONTH}\b\.?)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)"
)

_PART = re.compile(rf"(?P<m1>{_MONTH})\b\.?\s+(?P<d1>{_DAY})\b|(?P<d2>{_DAY})\s+(?P<m2>{_MONTH})\b", re.IGNORECASE)
# Copy is put out on the day it was filed or soon after; older copy gives its year. Zones may put it a day ahead.
_LATE_COPY, _EARLY_COPY = dt.timedelta(days=31), dt.timedelta(days=1)

_FULL = re.compile(FULL_DATE, re.IGNORECASE)
_URL_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[-/_.]?)(?P<month>\d{1,2}|[a-z]{3,9})(?P=sep)(?P<day>\d{1,2})(?!\d)",
    re.IGNORECASE,
)
# The archive's own stamp before the archived address: /web/20170409002631/https://...
_CRAWL_STAMP = re.compile(r"^.*?/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:|www\.)", re.IGNORECASE)

_TWEET = re.compile(r"(?:twitter|\bx)\.com/[^\s/]{1,40}(?:/web)?/status(?:es)?/(\d{15,19})(?!\d)", re.IGNORECASE)
# A tweet's id counts milliseconds from 2010-11-04 on, above so many lower bits.
_SNOWFLAKE_EPOCH_MS = 1288834974657
_SNOWFLAKE_SHIFT = 22


def readings(match: re.Match[str]) -> tuple[dt.date, ...]:
    """The dates that a match of FULL_DATE can mean: one, two where day and month can be swapped, or none."""
    group = match.groupdict()
    if group["d1"]:
        return _one(group["y1"], _MONTHS[group["m1"].lower()], group["d1"])
    if group["d2"]:
        return _one(group["y2"], _MONTHS[group["m2"].lower()], group["d2"])
    if group["y3"]:
        return _one(group["y3"], group["m3"], group["d3"])
    day_first = _one(group["y4"], group["b4"], group["a4"])
    if group["s4"] == ".":  # With dots the day comes first everywhere.
        return day_first
    return tuple(dict.fromkeys(day_first + _one(group["y4"], group["a4"], group["b4"])))


def leading_date(text: str) -> tuple[tuple[dt.date, ...], bool]:
    """The readings of the full date that begins a text, and whether it is all of the text."""
    match = _FULL.match(text)
    return (readings(match), match.end() == len(text)) if match else ((), False)


def in_year_of(part: str, told: dt.date) -> dt.date | None:
    """The day that a date without its year means in copy published on ``told``: the last such day, if it is near."""
    match = _PART.search(part)
    if match is None:
        return None
    month, number = _MONTHS[(match["m1"] or match["m2"]).lower()], match["d1"] or match["d2"]
    dates = (date for year in (told.year + 1, told.year, told.year - 1) for date in _one(str(year), month, number))
    return next((date for date in dates if -_LATE_COPY <= date - told <= _EARLY_COPY), None)


def url_date(url: str) -> dt.date | None:
    """The date in a link: ``/2017/04/07/``, ``/2017/feb/27/``, ``/20170407/``, ``2016-08-08``.

    The stamp that a web archive puts before the archived address tells the day of the crawl, days to years after
    publication, and is no answer.
    """
    for match in _URL_DATE.finditer(_CRAWL_STAMP.sub("", url)):
        month = match["month"].lower()
        if month.isdigit() and not match["sep"] and len(month) + len(match["day"]) < 4:
            continue
        found = _one(match["year"], _MONTHS.get(month, month), match["day"])
        if found:
            return found[0]
    return None


def tweet_date(text: str) -> dt.date | None:
    """The UTC day of the latest tweet linked in a text, from the milliseconds that its id holds."""
    milliseconds = [(int(i) >> _SNOWFLAKE_SHIFT) + _SNOWFLAKE_EPOCH_MS for i in _TWEET.findall(text)]
    if not milliseconds:
        return None
    return (dt.datetime(1970, 1, 1) + dt.timedelta(milliseconds=max(milliseconds))).date()


def _one(year: str, month: str | int, day: str) -> tuple[dt.date, ...]:
    number = int(year)
    if len(year) == 2:
        number += 1900 if number >= TWO_DIGIT_PIVOT else 2000
    if not FIRST_YEAR <= number < LAST_YEAR:
        return ()
    try:
        return (dt.date(number, int(month), int(day.rstrip("stndrhSTNDRH"))),)
    except ValueError:
        return ()
