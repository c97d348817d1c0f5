"""The parser: an article in, a validated report out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.metadata import version

from spacy.tokens import Doc

from incidentparse.article.prepared import PreparedArticle
from incidentparse.assemble.report import build_report
from incidentparse.language.document import Document
from incidentparse.language.model import DEFAULT_MODEL, LanguageModel, load_model
from incidentparse.language.truecase import truecase
from incidentparse.record import ParserInfo, Report

_BATCH_SIZE = 16  # As fast as 128 and peaks at a third of the memory.


class IncidentParser:
    """Parses news articles into incident reports."""

    def __init__(self, *, model: str = DEFAULT_MODEL) -> None:
        self._model: LanguageModel = load_model(model)
        settings = hashlib.sha256(json.dumps({"model": model}, sort_keys=True).encode()).hexdigest()[:16]
        self._info = ParserInfo(
            version=version("incidentparse"), model=self._model.name, model_version=self._model.version,
            gazetteer="none", gazetteer_date="2025-01", settings=settings,
        )  # fmt: skip

    def annotate(self, articles: Iterable[PreparedArticle]) -> Iterator[Doc]:
        """The spaCy Doc of each prepared article, in order."""
        return self._model.nlp.pipe((truecase(a.article.text) for a in articles), batch_size=_BATCH_SIZE)

    def read(self, prepared: PreparedArticle, doc: Doc) -> Report:
        """The report of an article whose Doc is at hand."""
        return build_report(Document(prepared, doc), self._info)
