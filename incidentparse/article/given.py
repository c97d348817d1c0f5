"""An article as it is handed in: its text or bytes, and what the caller knows of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from incidentparse.errors import ArticleError, BadJsonError, IncidentParseError

# Articles read at a time: as fast as 128 and peaks at a third of the memory. Few where they are long: the language
# model takes 1 GB for 300,000 characters.
BATCH_SIZE = 16
_BATCH_CHARACTERS = 300_000

_TEXT_FIELDS = ("title", "published", "url", "publisher", "path")


@dataclass(frozen=True, slots=True)
class GivenArticle:
    """One article before it is prepared.

    Attributes:
        text: the text, or the raw bytes of a plain-text file or web page.
        id: names the article in its report; without one its hash does.
        title: or None where the text begins with it or has none.
        published: date or datetime of publication, also as ISO 8601 text.
        url: where it was published.
        publisher: who published it.
        path: the file it was read from.
        place: the file and line it was read from, for messages; the id or the path where it is left out.

    Raises:
        ArticleError: a field is of another type.
    """

    text: str | bytes
    id: str | None = None
    title: str | None = None
    published: dt.datetime | dt.date | str | None = None
    url: str | None = None
    publisher: str | None = None
    path: str | None = None
    place: str | None = None

    def __post_init__(self) -> None:
        """Refuses at the door what notebooks hand in by mistake: a path for a text, a number for an id."""
        if not isinstance(self.text, str | bytes):
            raise ArticleError(f"an article is text or bytes, not {type(self.text).__name__}: read the file first")
        if not isinstance(self.published, dt.date | str | None):
            raise ArticleError(f"published is a date or text in ISO 8601, not {type(self.published).__name__}")
        for name in ("id", "title", "url", "publisher", "path", "place"):
            if not isinstance(getattr(self, name), str | None):
                raise ArticleError(f"{name} is text, not {type(getattr(self, name)).__name__}")

    @property
    def name(self) -> str | None:
        """What messages call it, or None for text passed without a name."""
        return self.place or self.id or self.path

    @classmethod
    def from_mapping(
        cls,
        fields: Mapping[str, object],
        *,
        id: str | None = None,  # noqa: A002
        path: str | None = None,
        place: str | None = None,
    ) -> GivenArticle:
        """An article from a JSON object with ``text`` and, as known, ``id, title, published, url, publisher``.

        Other fields are left alone: archives carry many. ``id``, ``path`` and ``place`` stand in for what is not given.

        Raises:
            BadJsonError: ``text`` is missing, or a field is not text.
        """
        known = {name: _text(fields, name, place) for name in _TEXT_FIELDS}
        text, number = fields.get("text"), fields.get("id")
        if not isinstance(text, str):
            raise BadJsonError('no "text" field with the text of the article; add it', article_id=place)
        if _is_missing(number):
            number = None
        if isinstance(number, int) and not isinstance(number, bool):
            number = str(number)
        if not isinstance(number, str | None):
            raise BadJsonError('"id" is neither text nor a whole number; correct it', article_id=place)
        known["path"] = known["path"] or path
        return cls(
            _without_lone_surrogates(text), id=_without_lone_surrogates(number or "") or id, place=place, **known
        )


# What a source of articles yields: an article, or why it could not be read.
Given = GivenArticle | IncidentParseError


def in_batches(articles: Iterable[Given]) -> Iterator[list[Given]]:
    """The articles in lists of as many as are best read at once."""
    batch: list[Given] = []
    size = 0
    for given in articles:
        length = len(given.text) if isinstance(given, GivenArticle) else 0
        if batch and size + length > _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
        batch.append(given)
        size += length
        if len(batch) == BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _text(fields: Mapping[str, object], name: str, place: str | None) -> str | None:
    value = fields.get(name)
    if _is_missing(value):
        return None
    if isinstance(value, dt.date):
        return value.isoformat()
    if not isinstance(value, str):
        raise BadJsonError(f'"{name}" is not text; correct it', article_id=place)
    return _without_lone_surrogates(value).strip() or None


def _is_missing(value: object) -> bool:
    # A row of a pandas data frame that lacks a field has NaN or NaT there, which alone are not equal to themselves.
    return value is None or value != value


def _without_lone_surrogates(text: str) -> str:
    # JSON can spell half a character ("\ud83d" alone), which no encoding can write.
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
