"""Parsing in several processes."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable
from multiprocessing.connection import Connection

import pytest

from incidentparse.article.given import Given, GivenArticle
from incidentparse.corpus import pool
from incidentparse.corpus.pool import Parsed, parse_in_processes
from incidentparse.errors import BadJsonError, ExtractionError, IncidentParseError, ModelError


def echo(connection: Connection, settings: pool.Settings) -> None:
    """Stands in for the life of a parsing process: each article's report is its text; some texts are orders."""
    connection.send([])
    while True:
        try:
            articles = connection.recv()
        except EOFError:
            return
        connection.send([_obey(given) for given in articles])


def dies_at_once(connection: Connection, settings: pool.Settings) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def without_model(connection: Connection, settings: pool.Settings) -> None:
    connection.send(ModelError(f"no pipeline {settings.model!r}"))


def _obey(given: Given) -> Parsed:
    if isinstance(given, IncidentParseError):
        return Parsed(pool.name_of(given), error=given.reason)
    text = str(given.text)
    if text == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if text == "exit":
        os._exit(3)
    if text == "sleep":
        time.sleep(0.3)
    return Parsed(pool.name_of(given), report=text)


@pytest.fixture(autouse=True)
def _echo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_work", echo)


def texts(*words: str) -> Iterable[Given]:
    return (GivenArticle(word, id=str(number)) for number, word in enumerate(words))


def test_results_keep_the_order_whichever_process_is_faster() -> None:
    words = ["sleep" if number == 3 else f"text {number}" for number in range(100)]
    assert [p.report for p in parse_in_processes(texts(*words), workers=2)] == words


def test_no_article_is_no_result_and_no_process() -> None:
    assert list(parse_in_processes([], workers=2)) == []


def test_an_article_that_kills_its_process_costs_itself_alone() -> None:
    words = [f"text {number}" for number in range(40)]
    words[5], words[20] = "die", "exit"
    results = list(parse_in_processes(texts(*words), workers=2))
    assert [p.name for p in results] == [str(number) for number in range(40)]
    assert [p.name for p in results if p.error] == ["5", "20"]
    assert results[5].error is not None
    assert results[20].error is not None
    assert results[5].error.startswith(
        "the process was killed by signal 9; out of memory? on it; leave the article out"
    )
    assert results[20].error.startswith("the process ended with code 3 on it")


def test_errors_of_the_source_stay_in_their_place() -> None:
    first, last = texts("a", "b")
    bad = BadJsonError("not valid JSON", article_id="x.jsonl, line 2")
    results = list(parse_in_processes([first, bad, last], workers=1))
    assert [p.report for p in results] == ["a", None, "b"]
    assert (results[1].name, results[1].error) == ("x.jsonl, line 2", "not valid JSON")


def test_articles_are_read_no_further_ahead_than_the_processes_need() -> None:
    read = 0

    def endless() -> Iterable[Given]:
        nonlocal read
        while True:
            read += 1
            yield GivenArticle("text", id=str(read))

    results = parse_in_processes(endless(), workers=1)
    next(iter(results))
    assert read <= 5 * 16
    results.close()  # type: ignore[attr-defined]  # a generator


def test_a_model_that_is_not_there_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_work", without_model)
    with pytest.raises(ModelError, match="no pipeline 'xx'"):
        list(parse_in_processes(texts("a"), workers=2, model="xx"))


def test_processes_that_die_while_loading_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_work", dies_at_once)
    with pytest.raises(ExtractionError, match="while it loaded the language model; try fewer workers"):
        list(parse_in_processes(texts("a"), workers=1))
