"""Articles as they are handed in, and the batches that they are read in."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentparse.article.given import BATCH_SIZE, GivenArticle, in_batches
from incidentparse.errors import BadJsonError

LONGEST = 300_000


def test_a_mapping_may_hold_dates_and_fields_of_no_concern() -> None:
    made = GivenArticle.from_mapping(
        {"text": "A bomb.", "published": dt.date(2020, 7, 14), "section": {"name": "World"}}
    )
    assert (made.text, made.published) == ("A bomb.", "2020-07-14")


def test_empty_fields_are_not_given() -> None:
    made = GivenArticle.from_mapping({"text": "A bomb.", "id": "", "title": " ", "url": None}, id="a.jsonl#1")
    assert (made.id, made.title, made.url) == ("a.jsonl#1", None, None)


def test_messages_call_it_by_its_place_then_its_id() -> None:
    assert GivenArticle("", id="x", place="a.jsonl, line 3").name == "a.jsonl, line 3"
    assert GivenArticle("", id="x", path="a.txt").name == "x"
    assert GivenArticle("").name is None


def test_an_article_without_text_is_refused() -> None:
    with pytest.raises(BadJsonError, match=r'a\.jsonl, line 3: no "text" field'):
        GivenArticle.from_mapping({"body": "A bomb."}, place="a.jsonl, line 3")


@given(st.lists(st.integers(0, 2 * LONGEST), max_size=60))
def test_batches_hold_all_articles_in_order_and_never_too_much(lengths: list[int]) -> None:
    text = "x" * (2 * LONGEST)
    articles = [GivenArticle(text[:length], id=str(number)) for number, length in enumerate(lengths)]
    batches = list(in_batches(articles))
    assert [article for batch in batches for article in batch] == articles
    for batch in batches:
        sizes = [len(article.text) for article in batch if isinstance(article, GivenArticle)]
        assert 1 <= len(batch) <= BATCH_SIZE
        assert sum(sizes) <= LONGEST or len(batch) == 1


def test_a_full_batch_does_not_wait_for_the_next_article() -> None:
    read = 0

    def feed() -> object:
        nonlocal read
        while True:
            read += 1
            yield GivenArticle("A bomb.")

    next(in_batches(feed()))  # type: ignore[arg-type]  # a generator of articles
    assert read == BATCH_SIZE
