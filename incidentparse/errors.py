"""The exceptions of incidentparse: one tree, so that one ``except`` catches them all.

IncidentParseError            anything this library raises on purpose
├── ArticleError              an article cannot be read; says which and why
│   ├── EmptyArticleError     there is no text in it
│   ├── ArticleTooLongError   more text than a news article has; split the file
│   ├── NotTextError          the bytes are not text (a picture, a PDF, an archive)
│   ├── BadEncodingError      the bytes are text in no encoding that was tried
│   └── BadJsonError          a JSON file or line is not an article
├── SourceError               a file or folder of articles cannot be opened
├── ModelError                the language model is missing or lacks a component
├── LexiconError              a lexicon file has a bad entry; names file and line
├── GazetteerError            the gazetteer is missing, damaged, or given bad places
└── ExtractionError           a bug in incidentparse itself: please report the article
"""

from __future__ import annotations


class IncidentParseError(Exception):
    """Anything that incidentparse raises on purpose.

    Attributes:
        reason: the message without the article's name: what is wrong and what to do.
        article_id: the id, path or line that names the article, or None where it concerns none or none was given.
    """

    def __init__(self, message: str, *, article_id: str | None = None) -> None:
        super().__init__(f"{article_id}: {message}" if article_id else message)
        self.reason = message
        self.article_id = article_id


class ArticleError(IncidentParseError, ValueError):
    """An article cannot be read: the message names it and says what to do."""


class EmptyArticleError(ArticleError):
    """The article has no text left after page debris was taken out: check the file."""


class ArticleTooLongError(ArticleError):
    """The article is longer than the parser's limit: split it into single articles."""


class NotTextError(ArticleError):
    """The bytes are not text (a picture, a PDF, an archive): convert the file to text first."""


class BadEncodingError(ArticleError):
    """The bytes are in no encoding that was tried: save the file as UTF-8."""


class BadJsonError(ArticleError):
    """A JSON file or line is not an article object with a "text" field: correct that line."""


class SourceError(IncidentParseError, OSError):
    """A file or folder of articles cannot be opened: check the path and its permissions."""


class ModelError(IncidentParseError, RuntimeError):
    """The spaCy pipeline is not installed or lacks a component: the message gives the command."""


class LexiconError(IncidentParseError, ValueError):
    """A lexicon file has a bad entry: the message names the file and the line."""


class GazetteerError(IncidentParseError, ValueError):
    """The gazetteer is missing, damaged, or was given places that it cannot read."""


class ExtractionError(IncidentParseError, RuntimeError):
    """A bug in incidentparse itself: please report it with the article that shows it."""
