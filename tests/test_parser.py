"""The parser's stream: order, one error in the place of one bad article, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from incidentparse import Report, parser
from incidentparse.article.given import GivenArticle
from incidentparse.article.prepared import PreparedArticle
from incidentparse.assemble.report import build_report
from incidentparse.errors import (
    ArticleError,
    ArticleTooLongError,
    BadJsonError,
    EmptyArticleError,
    ExtractionError,
    IncidentParseError,
    ModelError,
    NotTextError,
)
from incidentparse.language.document import Document
from incidentparse.parser import AnyArticle, IncidentParser, parse

BOMB = "A roadside bomb killed three soldiers near the town of Balad on Tuesday, police said."


@pytest.fixture(scope="module")
def incident_parser() -> IncidentParser:
    return IncidentParser()


def test_a_report_holds_the_article_as_given(incident_parser: IncidentParser) -> None:
    report = incident_parser.parse(
        BOMB, id="x-1", title="Bomb kills soldiers", published="2021-03-04", url="https://a.test/1", publisher="Agency"
    )
    article = report.article
    assert (article.id, article.title, article.url, article.publisher) == (
        "x-1", "Bomb kills soldiers", "https://a.test/1", "Agency",
    )  # fmt: skip
    assert article.published is not None
    assert f"{article.published:%Y-%m-%d}" == "2021-03-04"
    assert report.main is not None


def test_one_bad_article_is_an_error_in_its_place(incident_parser: IncidentParser) -> None:
    articles: list[AnyArticle] = [
        BOMB,
        "",
        BOMB.encode(),
        GivenArticle(b"\x89PNG\r\n\x1a\n" + bytes(200), id="picture.txt", place="news/picture.txt"),
        {"id": 7, "text": BOMB},
        {"id": "no text"},
        Path("news/a.txt"),  # type: ignore[list-item]
        GivenArticle("Shots were fired. " * 100_000, id="long"),
        BadJsonError("not valid JSON", article_id="x.jsonl, line 2"),
        BOMB,
    ]
    outcomes = list(incident_parser.parse_many(articles))
    kinds = [type(outcome) for outcome in outcomes]
    assert kinds == [
        *(Report, EmptyArticleError, Report, NotTextError, Report),
        *(BadJsonError, ArticleError, ArticleTooLongError, BadJsonError, Report),
    ]
    assert str(outcomes[3]).startswith("news/picture.txt: ")
    assert isinstance(outcomes[4], Report)
    assert outcomes[4].article.id == "7"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param({"text": Path("a.txt")}, "text or bytes, not PosixPath: read the file", id="path_for_text"),
        pytest.param({"text": None}, "text or bytes, not NoneType", id="no_text"),
        pytest.param({"text": BOMB, "id": 7}, "id is text, not int", id="number_for_id"),
        pytest.param({"text": BOMB, "published": 2021}, "published is a date or text", id="year_for_date"),
        pytest.param({"text": BOMB, "published": "2021"}, "not a full date", id="no_full_date"),
    ],
)
def test_what_is_no_article_is_refused(incident_parser: IncidentParser, given: dict[str, Any], message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        incident_parser.parse(**given)


def test_one_text_is_not_many(incident_parser: IncidentParser) -> None:
    with pytest.raises(ArticleError, match="call parse\\(\\) for one"):
        incident_parser.parse_many(BOMB)


def test_rows_of_a_data_frame_lack_fields_by_not_a_number(incident_parser: IncidentParser) -> None:
    row = {"id": float("nan"), "text": BOMB, "title": float("nan"), "published": float("nan")}
    [report] = incident_parser.parse_many([row])
    assert isinstance(report, Report)
    assert report.article.title is None


def test_parse_raises_what_parse_many_yields(incident_parser: IncidentParser) -> None:
    with pytest.raises(EmptyArticleError):
        incident_parser.parse("  \n ")
    with pytest.raises(ArticleError, match="x-1: "):
        incident_parser.parse("", id="x-1")


def test_the_stream_is_read_no_further_than_asked_for(incident_parser: IncidentParser) -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield BOMB

    next(incident_parser.parse_many(endless()))
    assert read <= 16


def test_a_bug_in_one_article_costs_that_article(
    incident_parser: IncidentParser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def buggy(document: Document, *rest: object) -> Report:
        if document.article.id == "b":
            raise KeyError("a bug")
        return build_report(document, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("incidentparse.parser.build_report", buggy)
    first, bad, last = incident_parser.parse_many([GivenArticle(BOMB, id=name) for name in "abc"])
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(bad, ExtractionError)
    assert str(bad).startswith("b: incidentparse failed on it (KeyError: 'a bug'); please report this")
    assert isinstance(bad.__cause__, KeyError)


def test_a_text_that_breaks_the_language_model_costs_that_article(
    incident_parser: IncidentParser, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotate = incident_parser.annotate

    def breaking(articles: list[PreparedArticle]) -> Iterator[object]:
        for article in articles:
            if article.article.id == "b":
                raise RuntimeError("out of memory")
        return annotate(articles)

    monkeypatch.setattr(incident_parser, "annotate", breaking)
    outcomes = list(incident_parser.parse_many([GivenArticle(BOMB, id=name) for name in "abc"]))
    assert [type(outcome) for outcome in outcomes] == [Report, ExtractionError, Report]


def test_another_language_than_english_is_a_warning_and_no_incident(incident_parser: IncidentParser) -> None:
    report = incident_parser.parse(
        "Une bombe a explosé mardi dans un marché de la ville, faisant trois morts et une dizaine de blessés, selon la "
        "police. Le maire a condamné cette attaque et appelé la population au calme."
    )
    assert report.incidents == ()
    assert report.article.language == "fr"
    assert any("English" in warning for warning in report.warnings)


def test_the_same_article_gives_the_same_report(incident_parser: IncidentParser) -> None:
    first, second = incident_parser.parse_many([BOMB, BOMB])
    assert isinstance(first, Report)
    assert first == second


def test_parse_builds_its_parser_once(monkeypatch: pytest.MonkeyPatch, incident_parser: IncidentParser) -> None:
    built = []

    def build() -> IncidentParser:
        built.append(1)
        return incident_parser

    parser._default_parser.cache_clear()
    monkeypatch.setattr(parser, "IncidentParser", build)
    assert parse(BOMB, published="2021-03-04").main == parse(BOMB, published="2021-03-04").main
    assert built == [1]
    parser._default_parser.cache_clear()


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(ModelError, match="'xx_no_such_pipeline' is not installed"):
        IncidentParser(model="xx_no_such_pipeline")


def test_all_errors_are_of_one_tree() -> None:
    assert issubclass(ExtractionError, IncidentParseError)


def test_a_lower_least_confidence_shows_incidents_told_on_the_side() -> None:
    speech = "The minister spoke of trade on Monday. He recalled that rebels killed four farmers near Ariha in May."
    assert not IncidentParser(least_confidence=1.0).parse(speech).incidents
    assert IncidentParser(least_confidence=0.0).parse(speech).incidents


@pytest.mark.parametrize(
    "written",
    [pytest.param(str, id="as it is"), pytest.param(str.upper, id="in capitals"), pytest.param(str.title, id="titled")],
)
def test_an_article_cut_off_anywhere_is_read(incident_parser: IncidentParser, written: Callable[[str], str]) -> None:
    text = (
        f"{BOMB} The attack took place on the road to Dhuluiya, an officer said. In a separate incident, gunmen killed "
        "a judge outside his home in the Mansour district of Baghdad. The governor said those responsible would pay."
    )
    texts = [written(text[:end]) for end in range(1, len(text) + 1, 2)]
    outcomes = list(incident_parser.parse_many(GivenArticle(text) for text in texts))
    assert [o for o in outcomes if not isinstance(o, Report)] == []
