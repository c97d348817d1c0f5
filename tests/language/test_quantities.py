"""Number expressions: what the words allow."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from incidentparse.article.prepared import PreparedArticle
from incidentparse.language.document import Document
from incidentparse.language.number_words import ordinals, starters
from incidentparse.language.quantities import Quantity, read_quantity
from incidentparse.record import Article

_VOCAB = Vocab()


def document_of(words: list[str]) -> Document:
    """A document of words set apart by single spaces, without any annotation."""
    starts: list[bool | int | None] = [True, *[False] * (len(words) - 1)]
    doc = Doc(_VOCAB, words=words, sent_starts=starts)
    article = Article(
        id="a",
        title=None,
        text=doc.text,
        url=None,
        publisher=None,
        published=None,
        language="en",
        path=None,
        sha256="0" * 64,
    )
    return Document(PreparedArticle(article), doc)


def read(text: str) -> Quantity | None:
    words = text.split()
    return read_quantity(document_of(words), 0, len(words))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("16 people", 16, 16, id="digits"),
        pytest.param("1,200 people", 1200, 1200, id="thousands_comma"),
        pytest.param("300 000 people", 300000, 300000, id="thousands_space"),
        pytest.param("1.2 million people", 1200000, 1200000, id="decimal_million"),
        pytest.param("40+ people", 40, None, id="plus"),
        pytest.param("twenty-one men".replace("-", " - "), 21, 21, id="hyphenated_words"),
        pytest.param("one hundred and twenty men", 120, 120, id="hundred_and"),
        pytest.param("three thousand two hundred men", 3200, 3200, id="thousand_hundred"),
        pytest.param("a dozen men", 12, 12, id="a_dozen"),
        pytest.param("two dozen men", 24, 24, id="two_dozen"),
        pytest.param("half a dozen men", 6, 6, id="half_a_dozen"),
        pytest.param("a hundred men", 100, 100, id="a_hundred"),
        pytest.param("a couple of men", 2, 2, id="a_couple"),
        pytest.param("several men", 3, None, id="several"),
        pytest.param("a few men", 3, None, id="a_few"),
        pytest.param("dozens of men", 24, None, id="dozens"),
        pytest.param("scores of men", 40, None, id="scores"),
        pytest.param("hundreds of men", 200, None, id="hundreds"),
        pytest.param("tens of thousands of men", 20000, None, id="tens_of_thousands"),
        pytest.param("several hundred men", 300, None, id="several_hundred"),
        pytest.param("at least 16 men", 16, None, id="at_least"),
        pytest.param("no fewer than 35 men", 35, None, id="no_fewer_than"),
        pytest.param("a minimum of 5 men", 5, None, id="a_minimum_of"),
        pytest.param("more than 300 men", 300, None, id="more_than"),
        pytest.param("at least a dozen men", 12, None, id="at_least_a_dozen"),
        pytest.param("up to 20 men", 1, 20, id="up_to"),
        pytest.param("fewer than 10 men", 1, 9, id="fewer_than"),
        pytest.param("about 50 men", 50, 50, id="about"),
        pytest.param("as many as 50 men", 50, 50, id="as_many_as"),
        pytest.param("nearly a million men", 1000000, 1000000, id="nearly_a_million"),
        pytest.param("five or more men", 5, None, id="or_more"),
        pytest.param("5 to 8 men", 5, 8, id="range_to"),
        pytest.param("between 5 and 8 men", 5, 8, id="between"),
        pytest.param("no one", 0, 0, id="no_one"),
        pytest.param("none of them", 0, 0, id="none"),
        pytest.param("both men", 2, 2, id="both"),
        pytest.param("all three men", 3, 3, id="all_three"),
        pytest.param("another two men", 2, 2, id="another_two"),
        pytest.param("a further 12 men", 12, 12, id="a_further_12"),
        pytest.param("at least another 12 men", 12, None, id="at_least_another"),
        pytest.param("the other five men", 5, 5, id="the_other_five"),
    ],
)
def test_reads_number(text: str, low: int, high: int | None) -> None:
    quantity = read(text)
    assert quantity is not None
    assert (quantity.low, quantity.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        pytest.param("a soldier", "article", id="article"),
        pytest.param("the two men", "definite", id="definite"),
        pytest.param("both men", "definite", id="both"),
        pytest.param("another two men", "more", id="another"),
        pytest.param("the other five men", "more", id="other"),
    ],
)
def test_knows_trait(text: str, trait: str) -> None:
    quantity = read(text)
    assert quantity is not None
    assert getattr(quantity, trait)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("soldiers were", id="bare_plural"),
        pytest.param("some of the men", id="some_of"),
        pytest.param("many men", id="many_is_no_number"),
        pytest.param("12-year-old boy", id="age"),
        pytest.param("1.5 metres", id="decimal"),
        pytest.param("the men", id="definite_without_number"),
    ],
)
def test_reads_no_number(text: str) -> None:
    assert read(text) is None


@given(st.integers(min_value=0, max_value=999_999_999))
@settings(max_examples=60)
def test_digits_read_back(value: int) -> None:
    for written in (str(value), f"{value:,}"):
        quantity = read(f"{written} people")
        assert quantity is not None
        assert (quantity.low, quantity.high) == (value, value)


@given(
    st.lists(
        st.sampled_from([*sorted(starters()), "12", "and", "to", "of", "-", "people", "or", "more"]),
        min_size=1,
        max_size=9,
    )
)
@settings(max_examples=200)
def test_bounds_are_ordered_and_inside(words: list[str]) -> None:
    document = document_of(words)
    for token in range(len(words)):
        quantity = read_quantity(document, token, len(words))
        if quantity is not None:
            assert token == quantity.start < quantity.end <= len(words)
            assert quantity.high is None or 0 <= quantity.low <= quantity.high


def test_ordinals_count() -> None:
    assert ordinals()["third"] == 3
    assert ordinals()["21st"] == 21
