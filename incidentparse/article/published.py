"""The date of publication: whose word counts, in which order."""

from __future__ import annotations

import datetime as dt
import re

from incidentparse.article.dates import leading_date
from incidentparse.errors import ArticleError

Published = dt.datetime | dt.date

# A full date has a year and a day; dateparser makes dates of less.
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# The languages in which news gives its dates most; loading all that dateparser knows takes seconds.
_LANGUAGES = ["en", "es", "fr", "pt", "de", "it", "nl", "tr", "ru", "uk", "ar", "fa", "id"]

NO_DATE = "no publication date: relative dates unresolved"


def read_published(value: dt.datetime | dt.date | str | None, *, name: str | None = None) -> Published | None:
    """A caller's date of publication.

    Args:
        value: a date, a datetime, or a string that is wholly one date: ISO 8601, or any form that names year, month
            and day without doubt.
        name: names the article in errors.

    Raises:
        ArticleError: a string that is no full date, or one in which day and month could be swapped.
    """
    if value is None or isinstance(value, dt.date):
        return value
    text = value.strip()
    if not text:
        return None
    iso = _read_iso(text)
    if iso is not None:
        return iso
    dates, whole = leading_date(text)
    if len(dates) > 1:
        message = f"publication date {value!r} may be {dates[0]} or {dates[1]}: write one of these"
        raise ArticleError(message, article_id=name)
    found = dates[0] if dates and whole else _read_freely(text)
    if found is None:
        raise ArticleError(f"publication date {value!r} is not a full date: write it as YYYY-MM-DD", article_id=name)
    return found


def _read_iso(text: str) -> Published | None:
    for read in (dt.date.fromisoformat, dt.datetime.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    return None


def _read_freely(text: str) -> Published | None:
    """Other layouts and languages, by dateparser: absolute and complete dates only, so that no clock comes in."""
    if not _YEAR.search(text):
        return None
    from dateparser import parse  # type: ignore[import-untyped]

    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    found: dt.datetime | None = parse(text, languages=_LANGUAGES, settings=settings)
    if found is None or ":" not in text:
        return found.date() if found else None
    offset = found.utcoffset()
    return found.replace(tzinfo=dt.timezone(offset) if offset is not None else None)


def choose_published(
    *,
    caller: Published | None = None,
    page: Published | None = None,
    dateline: dt.date | None = None,
    updated: dt.date | None = None,
    url: dt.date | None = None,
    tweet: dt.date | None = None,
) -> tuple[Published | None, str | None]:
    """The date of publication and a warning.

    The caller's word counts first, then the page's metadata, its dateline, its link, a tweet that it links, and last
    the day of its update. But a full date in the article's own dateline beats a caller or metadata that contradict
    it: archives often carry the day of the crawl.
    """
    told, who = (caller, "given") if caller is not None else (page, "in the page's metadata")
    if told is not None:
        day = told.date() if isinstance(told, dt.datetime) else told
        if dateline is not None and dateline != day:
            return dateline, f"publication date {day} {who} contradicts the dateline: {dateline} taken"
        return told, None
    for found in (dateline, url, tweet, updated):
        if found is not None:
            return found, None
    return None, NO_DATE
