"""From raw articles to prepared ones: text, title, dates, language, identity."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidentparse.article.published import NO_DATE
from incidentparse.article.reader import MAX_CHARACTERS, prepare
from incidentparse.errors import ArticleError, ArticleTooLongError, EmptyArticleError, NotTextError

LEAD = "A bomb hidden in a cart killed four people at a market in Quetta on Tuesday, police said."
SECOND = "No group claimed responsibility for the attack, which damaged several shops in the district."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Blast kills four in Quetta | Example Times</title>
<meta property="og:title" content="Blast kills four in Quetta"><meta property="og:site_name" content="Example Times">
<meta property="article:published_time" content="2019-03-12T08:15:00+05:00">
<link rel="canonical" href="https://example.com/world/quetta-blast"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Blast kills four in Quetta</h1><p>QUETTA, Pakistan (Reuters) - {LEAD}</p><p>Advertisement</p>
<p>Sign up for our newsletter to get the latest headlines in your inbox.</p><p>{SECOND}</p>
<p>The wounded were taken to the provincial hospital, where three were in critical condition on Wednesday.</p></article>
<footer>© 2019 Example Times. All rights reserved.</footer></body></html>"""


def test_text_is_the_title_and_the_body() -> None:
    prepared = prepare(f"{LEAD}\n{SECOND}", title="Blast in Quetta", id="a1", published="2019-03-12", publisher="Times")
    assert prepared.article.text == f"Blast in Quetta\n\n{LEAD}\n\n{SECOND}"
    assert prepared.title_end == len("Blast in Quetta")
    assert (prepared.article.id, prepared.article.publisher) == ("a1", "Times")
    assert prepared.article.published == dt.date(2019, 3, 12)
    assert prepared.article.language == "en"
    assert prepared.warnings == ()


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"Four killed in blast at Quetta market\n\n{LEAD}", id="first_line"),
        pytest.param(f"FOUR KILLED IN BLAST AT QUETTA MARKET.\n{LEAD}", id="other_case_and_stop"),
        pytest.param(f"Four killed in blast at Quetta market. {LEAD}", id="first_sentence"),
        pytest.param(f"Advertisement\n\nFour killed in blast at Quetta market\n\n{LEAD}", id="behind_debris"),
    ],
)
def test_the_title_counts_once(body: str) -> None:
    prepared = prepare(body, title="Four killed in blast at Quetta market | Example News", published="2019-03-12")
    assert prepared.article.title == "Four killed in blast at Quetta market"
    assert prepared.article.text == f"Four killed in blast at Quetta market\n\n{LEAD}"


def test_a_lead_that_begins_like_the_title_stays_whole() -> None:
    body = "Four killed in blast in Quetta on Tuesday, police said, as a convoy passed."
    assert prepare(body, title="Four killed in blast in Quetta").article.text.endswith("\n\n" + body)


def test_a_body_that_is_only_the_title_is_no_title() -> None:
    prepared = prepare("Bomb kills two in Karachi", title="Bomb kills two in Karachi")
    assert (prepared.article.text, prepared.title_end) == ("Bomb kills two in Karachi", 0)


def test_the_date_line_before_the_title_is_a_paragraph() -> None:
    prepared = prepare(
        "Sun 05 Jul 2015 22 dead in raids on Raqqa. Six civilians died.", title="22 dead in raids on Raqqa"
    )
    assert prepared.article.text == "22 dead in raids on Raqqa\n\nSun 05 Jul 2015\n\nSix civilians died."
    assert prepared.dateline is not None
    assert prepared.article.text[prepared.dateline.start : prepared.dateline.end] == "Sun 05 Jul 2015"
    assert prepared.article.published == dt.date(2015, 7, 5)


def test_a_first_line_without_a_stop_is_the_title() -> None:
    prepared = prepare(f"Four killed in blast at market\n\n{LEAD}\n\n{SECOND}")
    assert prepared.article.title == "Four killed in blast at market"
    assert prepared.title_end == len("Four killed in blast at market")


class TestPublished:
    """Whose word on the date of publication counts."""

    @pytest.mark.parametrize(
        ("text", "options", "expected"),
        [
            pytest.param(LEAD, {"published": "2019-03-12"}, dt.date(2019, 3, 12), id="caller"),
            pytest.param(LEAD, {"published": dt.date(2019, 3, 12)}, dt.date(2019, 3, 12), id="date"),
            pytest.param(LEAD, {"published": "12 March 2019"}, dt.date(2019, 3, 12), id="words"),
            pytest.param(LEAD, {"published": "12 de marzo de 2019"}, dt.date(2019, 3, 12), id="spanish"),
            pytest.param(
                LEAD,
                {"published": "2019-03-12T08:15:00Z"},
                dt.datetime(2019, 3, 12, 8, 15, tzinfo=dt.UTC),
                id="moment",
            ),
            pytest.param(f"LIMA, 20 AUG 88 (EFE) -- {LEAD}", {}, dt.date(1988, 8, 20), id="dateline"),
            pytest.param(LEAD, {"url": "https://example.com/2017/04/07/blast"}, dt.date(2017, 4, 7), id="link"),
            pytest.param(
                LEAD,
                {"url": "http://web.archive.org/web/20190409002631/https://example.com/20170407/blast"},
                dt.date(2017, 4, 7),
                id="archived_link",
            ),
            pytest.param(
                f"{LEAD}\nhttps://twitter.com/i/status/1283008019715035140", {}, dt.date(2020, 7, 14), id="tweet"
            ),
            pytest.param(
                f"Updated: Nov 14, 2016 - 4:41 AM\n\n{LEAD}",
                {"published": "2016-11-13"},
                dt.date(2016, 11, 13),
                id="update",
            ),
            pytest.param(PAGE, {}, dt.date(2019, 3, 12), id="page"),
        ],
    )
    def test_order(self, text: str, options: dict[str, str | dt.date], expected: dt.date) -> None:
        prepared = prepare(text, **options)  # type: ignore[arg-type]  # each case names its own options
        assert prepared.article.published == expected
        assert prepared.warnings == ()

    def test_the_dateline_beats_a_caller_who_contradicts_it(self) -> None:
        prepared = prepare(f"Tue 05 Jul 2016\n\n{LEAD}", published="2016-09-01")
        assert prepared.article.published == dt.date(2016, 7, 5)
        assert prepared.warnings == ("publication date 2016-09-01 given contradicts the dateline: 2016-07-05 taken",)

    def test_a_caller_who_agrees_with_the_dateline_keeps_the_time(self) -> None:
        moment = dt.datetime(2016, 7, 5, 18, 30)
        assert prepare(f"Tue 05 Jul 2016\n\n{LEAD}", published=moment).article.published == moment

    def test_the_day_of_the_crawl_is_not_the_day_of_publication(self) -> None:
        prepared = prepare(LEAD, url="http://web.archive.org/web/20190409002631/https://example.com/blast")
        assert prepared.article.published is None
        assert prepared.warnings == (NO_DATE,)

    @pytest.mark.parametrize("published", ["soon", "yesterday", "May 2019", "12", "2019", "12:30", "2019-13-40"])
    def test_no_full_date_is_an_error(self, published: str) -> None:
        with pytest.raises(ArticleError, match="a7: publication date"):
            prepare(LEAD, id="a7", published=published)

    def test_day_and_month_in_doubt_are_an_error(self) -> None:
        with pytest.raises(ArticleError, match="2017-05-04 or 2017-04-05"):
            prepare(LEAD, published="04/05/2017")


class TestPage:
    """Web pages."""

    def test_body_title_publisher_and_link(self) -> None:
        article = prepare(PAGE.encode(), path="blast.html").article
        assert article.title == "Blast kills four in Quetta"
        assert article.text.startswith(f"Blast kills four in Quetta\n\nQUETTA, Pakistan (Reuters) - {LEAD}\n\n{SECOND}")
        assert "Advertisement" not in article.text
        assert "newsletter" not in article.text
        assert (article.publisher, article.url) == ("Example Times", "https://example.com/world/quetta-blast")

    def test_the_caller_knows_better(self) -> None:
        article = prepare(PAGE, title="Market blast", publisher="Wire", url="https://a.example/1").article
        assert (article.title, article.publisher, article.url) == ("Market blast", "Wire", "https://a.example/1")

    def test_plain_text_that_names_a_tag_is_no_page(self) -> None:
        assert "<p> tags" in prepare(f"{LEAD} The site lost its <p> tags.").article.text

    def test_a_page_without_text_is_empty(self) -> None:
        with pytest.raises(EmptyArticleError):
            prepare("<html><body></body></html>")


class TestBadInput:
    """What is no article says so."""

    @pytest.mark.parametrize("raw", [b"", b" \n\t", "\ufeff".encode(), b"Advertisement\n\nShare this story", b"---"])
    def test_empty(self, raw: bytes) -> None:
        with pytest.raises(EmptyArticleError, match=r"news/a\.txt"):
            prepare(raw, path="news/a.txt")

    def test_too_long(self) -> None:
        with pytest.raises(ArticleTooLongError, match="10,000,000 characters"):
            prepare("word " * 2_000_000)
        with pytest.raises(ArticleTooLongError):
            prepare(b"<html>" + b"x" * 20_000_000)

    def test_just_short_enough(self) -> None:
        assert len(prepare("word " * (MAX_CHARACTERS // 5)).article.text) == MAX_CHARACTERS - 1

    def test_a_picture(self) -> None:
        with pytest.raises(NotTextError, match=r"b\.txt: this is a PNG picture"):
            prepare(b"\x89PNG\r\n\x1a\n\x00\x00", path="b.txt")


@pytest.mark.parametrize(
    ("text", "language", "warning"),
    [
        pytest.param(LEAD, "en", None, id="english"),
        pytest.param("Bomb kills two in Karachi", "en", None, id="too_short_to_tell"),
        pytest.param(
            "3 FC soldiers killed, 2 injured by IED in Miranshah, North Waziristan; 4 TTP militants shot dead "
            "in Wana and 5 arrested in Bannu by police.",
            "en",
            None,
            id="telegram_style",
        ),
        pytest.param(
            "Tres soldados murieron ayer en un ataque de la guerrilla contra una base militar en el sur del "
            "país, según informó el ejército en un comunicado.",
            "es",
            "Spanish",
            id="spanish",
        ),
        pytest.param(
            "Trois soldats ont été tués hier dans une attaque contre une base militaire dans le nord du pays, "
            "selon un communiqué de l'armée.",
            "fr",
            "French",
            id="french",
        ),
        pytest.param(
            "Взрыв в центре города привел к гибели троих человек, сообщает полиция.", None, "Cyrillic", id="russian"
        ),
        pytest.param("انفجار قنبلة في وسط المدينة أدى إلى مقتل ثلاثة أشخاص وفق الشرطة", None, "Arabic", id="arabic"),
    ],
)
def test_language(text: str, language: str | None, warning: str | None) -> None:
    prepared = prepare(text, published="2019-03-12")
    assert prepared.article.language == language
    assert [w for w in prepared.warnings if "not English" in w and (warning or "") in w] == list(prepared.warnings)
    assert bool(prepared.warnings) == (warning is not None)


def test_without_an_id_the_bytes_name_the_article() -> None:
    raw = LEAD.encode()
    article = prepare(raw).article
    assert article.sha256 == hashlib.sha256(raw).hexdigest()
    assert article.id == article.sha256[:16] == prepare(LEAD).article.id


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300)), st.none() | st.text(max_size=40))
def test_any_input_is_an_article_or_an_article_error(raw: bytes | str, title: str | None) -> None:
    try:
        prepared = prepare(raw, title=title)
    except ArticleError:
        return
    text = prepared.article.text
    assert text.strip() == text
    assert "\r" not in text
    assert prepared.title_end <= len(text)
    if prepared.dateline:
        assert prepared.title_end <= prepared.dateline.start < prepared.dateline.end <= len(text)
    assert prepare(raw, title=title) == prepared


def test_the_site_behind_a_title_is_its_publisher() -> None:
    article = prepare("Two men were hurt.", title="Two hurt outside a bar - WXRJ 7 Springfield, Ohio News").article
    assert (article.title, article.publisher) == ("Two hurt outside a bar", "WXRJ 7 Springfield, Ohio News")
