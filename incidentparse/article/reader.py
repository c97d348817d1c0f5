"""From raw input to a prepared article."""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata

from incidentparse.article.prepared import PreparedArticle
from incidentparse.record import Article


def prepare(
    text: str | bytes,
    *,
    id: str | None = None,  # noqa: A002
    title: str | None = None,
    published: dt.datetime | dt.date | str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    path: str | None = None,
) -> PreparedArticle:
    """One article made ready for language work."""
    raw = text if isinstance(text, bytes) else text.encode()
    body = unicodedata.normalize("NFC", raw.decode("utf-8", "replace")).strip()
    if title and body.startswith(title.strip()):
        body = body[len(title.strip()) :].strip()
    whole = f"{title.strip()}\n\n{body}" if title else body
    when = dt.date.fromisoformat(published[:10]) if isinstance(published, str) else published
    sha = hashlib.sha256(raw).hexdigest()
    article = Article(
        id=id or sha[:16], title=title, text=whole, url=url, publisher=publisher, published=when, language="en",
        path=path, sha256=sha,
    )  # fmt: skip
    return PreparedArticle(article, len(title.strip()) if title else 0)
