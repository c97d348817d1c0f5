"""The title: without the site's name, and counted once where the body repeats it."""

from __future__ import annotations

import re

from incidentparse.article.datelines import find_dateline
from incidentparse.article.dates import FULL_DATE, PART_DATE

# "Two killed in club - KXYZ News 9 - Springfield, OH - News": what follows the first such separator is the site.
_SUFFIX = re.compile(r"\s+[|–—·»-]+\s+(?=\S)|\s*\|\s*$")
_SITE = re.compile(
    r"\b(?:news|times|post|tribune|herald|gazette|journal|press|chronicle|observer|guardian|reuters|telegraph|weather|sports"
    r"|radio|online|tv|fox|abc|cbs|nbc|bbc|cnn|channel \d+|daily|[\w-]+\.(?:com|org|net|co|tv|news|info)\b)"
    r"|^\s*(?-i:[KW][A-Z]{2,3})\b|\btv\b|\b\w+tv\b|^\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
# After a copy of the title: a stop, or a word with a capital, save where that is "Monday" of the lead sentence.
_AFTER = re.compile(r"[\"”’)]*\s*(?P<stop>[.!?:;|–—-]|$)?\s*(?=[A-Z0-9\"“‘(\[]|$)")
_CALENDAR = re.compile(PART_DATE, re.IGNORECASE)
_DATE = re.compile(FULL_DATE, re.IGNORECASE)
# A headline is at least so many words before its repetition in the body is cut out; shorter ones occur by chance.
_MIN_WORDS = 4
# No headline and name of a site are longer together; what is takes time that grows with the square of its length.
_MAX_TITLE = 1000
# In running text the copy of the title follows the page's header (date, agency, authors) within so many characters.
_HEADER = 160
# A first line up to this long, without a full stop, above longer paragraphs, is the headline of a text without a title.
_MAX_HEADLINE = 150
_MIN_BODY_PARAGRAPH = 60
_STOP = re.compile(r"[.!?:;,…][\"”’)\]]*$|[-–—]$")


def split_site(title: str) -> tuple[str, str | None]:
    """The title in one line, and the name of the site behind it: "Two hurt in club - KXYZ News 9, Springfield"."""
    title = " ".join(title.split())
    if len(title) > _MAX_TITLE:
        return title, None
    for match in _SUFFIX.finditer(title):
        if len(_WORD.findall(title[: match.start()])) >= _MIN_WORDS - 1 and _SITE.search(title[match.end() :]):
            return title[: match.start()].strip(), title[match.end() :].strip() or None
    return title, None


def without_title(paragraphs: list[str], title: str) -> list[str]:
    """The body without the copies of its title: before it, behind the page's header, or as a paragraph of its own.

    What precedes a copy inside the first paragraph (a date, an agency) becomes a paragraph.
    """
    words = [w.lower() for w in _WORD.findall(title)]
    kept = [p for p in paragraphs if not _same(p, words)]
    if len(words) < _MIN_WORDS or not kept:
        return kept
    span = _find(kept[0], words)
    if span is None:
        return kept
    before, after = kept[0][: span[0]].strip(), kept[0][span[1] :].lstrip(" .:;,-–—|")
    return [p for p in (before, after) if p] + kept[1:]


def split_headline(paragraphs: list[str]) -> tuple[str | None, list[str]]:
    """A headline that a text without a title carries as its first line, and the body."""
    if len(paragraphs) < 2:
        return None, paragraphs
    first = paragraphs[0]
    if find_dateline(first, 0):
        return None, paragraphs
    long_enough = any(len(p) >= _MIN_BODY_PARAGRAPH and _STOP.search(p) for p in paragraphs[1:3])
    if len(first) > _MAX_HEADLINE or _STOP.search(first) or len(_WORD.findall(first)) < _MIN_WORDS or not long_enough:
        return None, paragraphs
    return first, paragraphs[1:]


def _same(paragraph: str, words: list[str]) -> bool:
    found = _WORD.findall(paragraph)
    return len(found) == len(words) and [w.lower() for w in found] == words


def _find(paragraph: str, words: list[str]) -> tuple[int, int] | None:
    """Where the title stands as a run of words that begins within the header's length and ends a sentence or line."""
    found = list(_WORD.finditer(paragraph[: _HEADER + 20 * len(words) + 200]))
    lower = [m[0].lower() for m in found]
    for start in range(len(found) - len(words) + 1):
        if found[start].start() > _HEADER:
            return None
        end = found[start + len(words) - 1].end() if start + len(words) <= len(found) else 0
        if lower[start : start + len(words)] == words and _ends(paragraph, end):
            return found[start].start(), end
    return None


def _ends(paragraph: str, end: int) -> bool:
    """Whether the copy of a title ends there, rather than going on as a sentence of which it is the beginning."""
    match = _AFTER.match(paragraph, end)
    if match is None:
        return False
    return (
        bool(match["stop"]) or not _CALENDAR.match(paragraph, match.end()) or bool(_DATE.match(paragraph, match.end()))
    )
