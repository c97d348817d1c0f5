"""From raw input to a prepared article."""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from incidentparse.article.datelines import find_dateline, split_headers
from incidentparse.article.dates import tweet_date, url_date
from incidentparse.article.debris import clean_paragraph, once, without_debris
from incidentparse.article.decoding import decode
from incidentparse.article.english import detect_language
from incidentparse.article.headline import split_headline, split_site, without_title
from incidentparse.article.layout import clean_characters, paragraphs
from incidentparse.article.prepared import PreparedArticle
from incidentparse.article.published import Published, choose_published, read_published
from incidentparse.article.webpage import WebPage, is_html, read_page
from incidentparse.errors import ArticleTooLongError, EmptyArticleError
from incidentparse.record import Article

# The longest reports in print have 20,000 words, 120,000 characters. spaCy refuses 1,000,000 and needs about 1 GB
# of memory for 100,000.
MAX_CHARACTERS = 300_000
# A web page is mostly markup; above this it is no page of one article.
MAX_PAGE_CHARACTERS = 3_000_000

# Hexadecimal digits of the hash: two of a billion articles share them once in forty corpora.
_ID_LENGTH = 16
_SEPARATOR = "\n\n"
_HTML_PATH = re.compile(r"\.x?html?$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def prepare(
    text: str | bytes,
    *,
    id: str | None = None,  # noqa: A002
    title: str | None = None,
    published: dt.datetime | dt.date | str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    path: str | None = None,
    html: bool | None = None,
) -> PreparedArticle:
    """One article made ready for language work.

    Args:
        text: the article, plain or HTML; bytes are decoded.
        id: the caller's name for it; without one, the start of the hash of its bytes.
        title: its headline; without one, that of the page or of the first line.
        published: when it was published, as a date or a string that is one.
        url: where it was published.
        publisher: who published it.
        path: the file that it was read from.
        html: whether it is HTML; None decides by the text and the path.

    Raises:
        ArticleError: it cannot be read; the class says why, the message what to do.
    """
    name = id or path
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    caller = read_published(published, name=name)
    _check_length(len(raw) // 4, MAX_PAGE_CHARACTERS, name)
    decoded, warnings = decode(raw, name=name) if isinstance(text, bytes) else (text, ())
    if not decoded.strip():
        raise EmptyArticleError("there is no text in it", article_id=name)
    if html is None:
        html = is_html(decoded) or ("<" in decoded and bool(path and _HTML_PATH.search(path)))
    _check_length(len(decoded), MAX_PAGE_CHARACTERS if html else MAX_CHARACTERS, name)
    page = read_page(decoded, url=url) if html else WebPage(decoded)
    url = url or page.url
    titled, site = split_site(clean_characters(title or page.title or ""))
    heading, body = _read_body(page.text, titled or None)
    if not any(_LETTER.search(p) for p in body):
        raise EmptyArticleError("there is no text in it besides page debris", article_id=name)
    whole, title_end = _join(heading, body)
    _check_length(len(whole), MAX_CHARACTERS, name)
    by_url = url_date(url) if url else None
    known = [d for d in (_day(caller), _day(page.published), by_url) if d is not None]
    found = find_dateline(whole, title_end, known=known)
    filed = found.dateline.date if found and found.filed else None
    updated = found.dateline.date if found and not found.filed else None
    when, doubt = choose_published(
        caller=caller, page=page.published, dateline=filed, updated=updated, url=by_url, tweet=tweet_date(whole)
    )
    language, foreign = detect_language(whole)
    sha = hashlib.sha256(raw).hexdigest()
    article = Article(
        id=id or sha[:_ID_LENGTH],
        title=heading,
        text=whole,
        url=url,
        publisher=publisher or page.publisher or site,
        published=when,
        language=language,
        path=path,
        sha256=sha,
    )
    return PreparedArticle(
        article, title_end, found.dateline if found else None, tuple(w for w in (*warnings, doubt, foreign) if w)
    )


def _check_length(length: int, limit: int, name: str | None) -> None:
    if length > limit:
        message = f"{length:,} characters are more than the {limit:,} of one article: split it into single articles"
        raise ArticleTooLongError(message, article_id=name)


def _read_body(text: str, title: str | None) -> tuple[str | None, list[str]]:
    """The title and the paragraphs of the body, without debris and repetitions."""
    body = without_debris(paragraphs(clean_characters(text)))
    if title is None:
        title, body = split_headline(body)
    else:
        body = without_title(body, title) or body
    headed = split_headers(body)
    if headed[:1] != body[:1]:  # What stood behind the date line on one line with it has not been seen as a line yet.
        headed = headed[:1] + [p for p in map(clean_paragraph, headed[1:3]) if p] + headed[3:]
    return title, once(headed)


def _join(heading: str | None, body: list[str]) -> tuple[str, int]:
    """article.text, and the end of the title in it: 0 where there is none, or where it is all that the body says."""
    text = _SEPARATOR.join(body)
    if heading is None or heading == text:
        return text, 0
    return heading + _SEPARATOR + text, len(heading)


def _day(published: Published | None) -> dt.date | None:
    return published.date() if isinstance(published, dt.datetime) else published
