"""Web pages: body, title, date, publisher and link out of HTML, by trafilatura, without the network."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

# A page says so at its head; text that only mentions a tag does not.
_HEAD = 2048
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_BLOCKS = re.compile(r"</(?:p|div|article|h1|h2|li|section)>", re.IGNORECASE)
_MIN_BLOCKS = 2
# Dates outside these are clocks and anniversaries. Fixed, so that the day of the run does not show in a result.
_EARLIEST, _LATEST = "1990-01-01", "2099-12-31"


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a page holds; None for what it does not tell."""

    text: str
    title: str | None = None
    published: dt.date | None = None
    publisher: str | None = None
    url: str | None = None


def is_html(text: str) -> bool:
    """Whether a text is a web page or a piece of one."""
    head = text[:_HEAD].lstrip()
    if _PAGE.search(head):
        return True
    return head.startswith("<") and len(_BLOCKS.findall(text[: 8 * _HEAD])) >= _MIN_BLOCKS


def read_page(html: str, *, url: str | None = None) -> WebPage:
    """The article in a web page; its text is "" where none was found."""
    from trafilatura import bare_extraction

    extracted = bare_extraction(
        html,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={
            "original_date": True, "extensive_search": False, "min_date": _EARLIEST, "max_date": _LATEST,
        },
    )  # fmt: skip
    if extracted is None:
        return WebPage("")
    found = extracted if isinstance(extracted, dict) else extracted.as_dict()
    try:
        published = dt.date.fromisoformat((found["date"] or "")[:10])
    except ValueError:
        published = None
    return WebPage(
        text=found["text"] or "",
        title=found["title"] or None,
        published=published,
        publisher=found["sitename"] or None,
        url=found["url"] or None,
    )
