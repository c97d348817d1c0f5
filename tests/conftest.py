"""Shared fixtures: one language model a session, and documents made from plain text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from incidentparse.article.reader import prepare
from incidentparse.language.document import Document
from incidentparse.language.model import LanguageModel, load_model

MakeDocument = Callable[..., Document]


@pytest.fixture(scope="session", autouse=True)
def _no_places_of_the_users_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests see the packaged gazetteer alone, whatever layer the user of this machine has."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def model() -> LanguageModel:
    return load_model()


@pytest.fixture(scope="session")
def make_document(model: LanguageModel) -> MakeDocument:
    """Builds a document: ``make_document(text, title=None, published=None)``."""

    def make(text: str, *, title: str | None = None, published: dt.date | None = None) -> Document:
        prepared = prepare(text, title=title, published=published)
        return Document(prepared, model.nlp(model.tokens(prepared)))

    return make
