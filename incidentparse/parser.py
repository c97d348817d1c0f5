"""The parser: an article in, a validated report out."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib.metadata import version
from typing import TypeGuard

from geopy.geocoders.base import Geocoder
from spacy.tokens import Doc

from incidentparse.article.given import BATCH_SIZE, Given, GivenArticle, in_batches
from incidentparse.article.prepared import PreparedArticle
from incidentparse.article.reader import prepare
from incidentparse.assemble.incidents import LEAST_CONFIDENCE
from incidentparse.assemble.report import build_report
from incidentparse.errors import ArticleError, ExtractionError, IncidentParseError
from incidentparse.language.document import Document
from incidentparse.language.matrix_products import on_one_thread
from incidentparse.language.model import DEFAULT_MODEL, LanguageModel, load_model
from incidentparse.places import Gazetteer, OnlineGeocoder
from incidentparse.places.layers import user_layers
from incidentparse.record import ParserInfo, Report

# What parse_many takes: a text, the bytes of a file, the fields of a JSON article, or an error to pass on in its place.
AnyArticle = GivenArticle | Mapping[str, object] | str | bytes | IncidentParseError


class IncidentParser:
    """Parses news articles into incident reports."""

    def __init__(
        self,
        *,
        model: str = DEFAULT_MODEL,
        gazetteer: Gazetteer | None = None,
        geocoder: Geocoder | OnlineGeocoder | None = None,
        least_confidence: float = LEAST_CONFIDENCE,
    ) -> None:
        """Load the language model and open the gazetteer.

        Args:
            model: a spaCy pipeline by name or path; the packaged English one by default.
            gazetteer: where place names are looked up; by default the packaged places and those that the user added.
            geocoder: a geopy geocoder such as ``Nominatim(user_agent="...")``, asked once a second at most for places
                that the gazetteer lacks, and never where None; wrap it in `OnlineGeocoder` to keep its answers in a
                file or to set another pace. Its failures are warnings in the reports.
            least_confidence: an article less likely than this to report an incident is read as reporting none; lower
                it to see also what articles on other matters tell of incidents.

        Raises:
            ModelError: the pipeline is not installed or lacks a component.
            GazetteerError: a gazetteer file is missing or damaged, or the geocoder is none of geopy's.
        """
        self._model: LanguageModel = load_model(model)
        self._gazetteer = gazetteer if gazetteer is not None else Gazetteer(layers=user_layers())
        if geocoder is not None and not isinstance(geocoder, OnlineGeocoder):
            geocoder = OnlineGeocoder(geocoder)
        self._geocoder: OnlineGeocoder | None = geocoder
        self._least = least_confidence
        layers = [file.about for file in self._gazetteer.files]
        chosen: dict[str, object] = {"model": model, "gazetteer": layers}
        if least_confidence != LEAST_CONFIDENCE:
            chosen["least_confidence"] = least_confidence
        if self._geocoder is not None:
            chosen["geocoder"] = self._geocoder.name
        settings = json.dumps(chosen, sort_keys=True)
        self._info = ParserInfo(
            version=version("incidentparse"), model=self._model.name, model_version=self._model.version,
            gazetteer=self._gazetteer.name, gazetteer_date=self._gazetteer.date,
            settings=hashlib.sha256(settings.encode()).hexdigest()[:16],
        )  # fmt: skip

    def parse(
        self,
        text: str | bytes,
        *,
        id: str | None = None,  # noqa: A002
        title: str | None = None,
        published: dt.datetime | dt.date | str | None = None,
        url: str | None = None,
        publisher: str | None = None,
    ) -> Report:
        """The report of one article.

        Args:
            text: its text, or the bytes of a plain-text file or web page.
            id: names it in the report; a hash of the text does without one.
            title: its headline, where the text does not begin with it.
            published: date or datetime of publication, also as ISO 8601 text.
            url: where it was published.
            publisher: who published it.

        Raises:
            ArticleError: it cannot be read.
            ExtractionError: a bug in incidentparse itself.
        """
        given = GivenArticle(text, id=id, title=title, published=published, url=url, publisher=publisher)
        outcome = next(self.parse_many([given]))
        if isinstance(outcome, IncidentParseError):
            raise outcome
        return outcome

    def parse_many(self, articles: Iterable[AnyArticle]) -> Iterator[Report | IncidentParseError]:
        """The report of each article, in order, while they are read; for a bad article the error in its place.

        Articles may be texts, bytes, mappings with the fields of a JSON article, or GivenArticle; an error that the
        source of the articles yields is passed on.

        Raises:
            ArticleError: a single text is given, whose letters would be taken for articles.
        """
        if isinstance(articles, str | bytes | Mapping):
            raise ArticleError("parse_many() takes several articles: give a list, or call parse() for one")
        return self._outcomes(articles)

    def _outcomes(self, articles: Iterable[AnyArticle]) -> Iterator[Report | IncidentParseError]:
        for batch in in_batches(map(_given, articles)):
            with _garbage_kept(), on_one_thread():
                outcomes = self._parse_batch(batch)
            yield from outcomes

    def _parse_batch(self, batch: Sequence[Given]) -> list[Report | IncidentParseError]:
        prepared = [_prepare(given) for given in batch]
        docs = iter(self._annotate_safely([p for p in prepared if _readable(p)]))
        return [item if isinstance(item, IncidentParseError) else self._report(item, docs) for item in prepared]

    def annotate(self, articles: Iterable[PreparedArticle]) -> Iterator[Doc]:
        """The spaCy Doc of each prepared article, in order."""
        return self._model.nlp.pipe(map(self._model.tokens, articles), batch_size=BATCH_SIZE)

    def read(self, prepared: PreparedArticle, doc: Doc) -> Report:
        """The report of an article whose Doc is at hand."""
        return build_report(Document(prepared, doc), self._info, self._gazetteer, self._least, self._geocoder)

    def _annotate_safely(self, articles: Sequence[PreparedArticle]) -> list[Doc | Exception]:
        # One text that breaks the pipeline ends spaCy's whole stream: then each is read by itself.
        try:
            return list(self.annotate(articles))
        except Exception:
            return [self._annotate_one(article) for article in articles]

    def _annotate_one(self, article: PreparedArticle) -> Doc | Exception:
        try:
            return next(self.annotate([article]))
        except Exception as error:
            return error

    def _report(self, prepared: PreparedArticle, docs: Iterator[Doc | Exception]) -> Report | IncidentParseError:
        if not _readable(prepared):
            return Report(article=prepared.article, warnings=prepared.warnings, parser=self._info)
        doc = next(docs)
        if isinstance(doc, Exception):
            return _bug(doc, prepared.article.id)
        try:
            return self.read(prepared, doc)
        except Exception as error:
            return _bug(error, prepared.article.id)


@contextmanager
def _garbage_kept() -> Iterator[None]:
    """No search for reference cycles, which reads all lexicons each time: a sixth of the time of reading an article."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@lru_cache(maxsize=1)
def _default_parser() -> IncidentParser:
    return IncidentParser()


def parse(
    text: str | bytes, *, title: str | None = None, published: dt.datetime | dt.date | str | None = None
) -> Report:
    """The report of one article, by a parser with default settings that is built on the first call.

    Args:
        text: its text, or the bytes of a plain-text file or web page.
        title: its headline, where the text does not begin with it.
        published: date or datetime of publication, also as ISO 8601 text.

    Raises:
        ArticleError: it cannot be read.
        ModelError: the language model is not installed.
        GazetteerError: a gazetteer file is missing or damaged.
        ExtractionError: a bug in incidentparse itself.
    """
    return _default_parser().parse(text, title=title, published=published)


def _given(article: AnyArticle) -> Given:
    if isinstance(article, GivenArticle | IncidentParseError):
        return article
    try:
        return GivenArticle.from_mapping(article) if isinstance(article, Mapping) else GivenArticle(article)
    except ArticleError as error:
        return error


def _prepare(given: Given) -> PreparedArticle | IncidentParseError:
    if isinstance(given, IncidentParseError):
        return given
    try:
        return prepare(
            given.text, id=given.id, title=given.title, published=given.published, url=given.url,
            publisher=given.publisher, path=given.path,
        )  # fmt: skip
    except ArticleError as error:
        return type(error)(error.reason, article_id=given.name or error.article_id)
    except Exception as error:
        return _bug(error, given.name)


def _readable(item: PreparedArticle | IncidentParseError) -> TypeGuard[PreparedArticle]:
    # The language work is for English alone; a warning says what else the article is in, as far as that was told.
    return isinstance(item, PreparedArticle) and item.article.language == "en"


def _bug(error: Exception, name: str | None) -> ExtractionError:
    bug = ExtractionError(
        f"incidentparse failed on it ({type(error).__name__}: {error}); please report this with the article",
        article_id=name,
    )
    bug.__cause__ = error
    return bug
