"""An article ready for language work: the record's Article, and what its furniture said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from incidentparse.record import Article


@dataclass(frozen=True, slots=True)
class Dateline:
    """The line at the head of agency copy: ``LIMA, 20 AUG 88 (EFE) --``.

    Attributes:
        start: offset of its first character in article.text.
        end: offset past its last character.
        place: the place as written, or None.
        date: the full date, or None where it names no year or no day.
        agency: who filed it, as written, or None.
    """

    start: int
    end: int
    place: str | None = None
    date: dt.date | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class PreparedArticle:
    """An article, its dateline where it has one, and warnings that its reading raised.

    Attributes:
        article: the record's article; ``article.text`` is final.
        title_end: offset past the title in article.text, 0 without a title.
        dateline: the dateline, or None.
        warnings: for the report, in the order they arose.
    """

    article: Article
    title_end: int = 0
    dateline: Dateline | None = None
    warnings: tuple[str, ...] = ()

    @property
    def published_date(self) -> dt.date | None:
        """The local calendar date of publication, or None if unknown."""
        published = self.article.published
        return published.date() if isinstance(published, dt.datetime) else published
