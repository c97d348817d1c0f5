"""Dates in links, tweets and headers; titles and their sites."""

from __future__ import annotations

import datetime as dt

import pytest

from incidentparse.article.dates import leading_date, tweet_date, url_date
from incidentparse.article.headline import split_site


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://example.com/2017/04/07/blast", dt.date(2017, 4, 7)),
        ("https://example.com/news/2017/feb/27/blast", dt.date(2017, 2, 27)),
        ("https://example.com/chicago/20170407/blast", dt.date(2017, 4, 7)),
        ("https://example.com/2016-08-08/story", dt.date(2016, 8, 8)),
        ("http://web.archive.org/web/20170409002631/https://example.com/2017/04/07/x", dt.date(2017, 4, 7)),
        ("http://web.archive.org/web/20170409002631/https://example.com/blast", None),
        ("https://example.com/2017/04/blast", None),
        ("https://example.com/story/35055747/blast-2017", None),
        ("https://example.com/20171340/blast", None),
        ("https://example.com/id/120170407", None),
    ],
)
def test_url_date(url: str, date: dt.date | None) -> None:
    assert url_date(url) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("see https://twitter.com/i/status/1283008019715035140 there", dt.date(2020, 7, 14)),
        ("https://x.com/sohr/status/1283008019715035140", dt.date(2020, 7, 14)),
        ("twitter.com/a/status/327034195702587392 twitter.com/b/status/1283008019715035140", dt.date(2020, 7, 14)),
        ("https://twitter.com/a/status/20", None),
        ("https://example.com/status/1283008019715035140", None),
    ],
)
def test_tweet_date(text: str, date: dt.date | None) -> None:
    assert tweet_date(text) == date


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("20 AUG 88", (dt.date(1988, 8, 20),)),
        ("20 Aug 68", (dt.date(2068, 8, 20),)),
        ("Tue 05 Jul 2016", (dt.date(2016, 7, 5),)),
        ("April 5th, 2017", (dt.date(2017, 4, 5),)),
        ("2017/04/05", (dt.date(2017, 4, 5),)),
        ("5/5/2017", (dt.date(2017, 5, 5),)),
        ("04/05/2017", (dt.date(2017, 5, 4), dt.date(2017, 4, 5))),
        ("31 June 2017", ()),
        ("5 May 1200", ()),
        ("1200 people", ()),
        ("injured 30 in May", ()),
    ],
)
def test_full_dates(text: str, dates: tuple[dt.date, ...]) -> None:
    assert leading_date(text)[0] == dates


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        (
            "Suspect held in weekend shooting - News9.com - Springfield, OH - News, Weather |",
            "Suspect held in weekend shooting",
        ),
        ("Blast kills four in Quetta | Example Times", "Blast kills four in Quetta"),
        ("Suspect on scene when police arrived - WBRC FOX6 News", "Suspect on scene when police arrived"),
        ("Army kills 35 bandits, arrests 39 - spokesman", "Army kills 35 bandits, arrests 39 - spokesman"),
        ("Rebel fire kills 3 – state media", "Rebel fire kills 3 – state media"),
        ("Two  dead\nin Kano", "Two dead in Kano"),
    ],
)
def test_clean_title(title: str, clean: str) -> None:
    assert split_site(title)[0] == clean
