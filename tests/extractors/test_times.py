"""Times: expressions in, days, clock times and anchors out. Published on Friday 18 November 2016."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidentparse.extractors.times import extract
from incidentparse.mentions import TimeMention
from incidentparse.record import PartOfDay
from tests.conftest import MakeDocument

FRIDAY = dt.date(2016, 11, 18)


def november(first: int, last: int | None = None) -> tuple[dt.date, dt.date]:
    return dt.date(2016, 11, first), dt.date(2016, 11, last or first)


def only(make_document: MakeDocument, text: str, published: dt.date | None = FRIDAY) -> TimeMention:
    mentions = extract(make_document(text, published=published))
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("Gunmen attacked the camp on Tuesday.", november(15), id="weekday"),
        pytest.param("Gunmen attacked the camp on Friday.", november(18), id="the weekday of publication is that day"),
        pytest.param("Gunmen attacked the camp last Friday.", november(11), id="last weekday"),
        pytest.param("Gunmen attacked the camp last Thursday.", november(10), id="last thursday is not yesterday"),
        pytest.param("Gunmen attacked the camp on Tuesday of last week.", november(8), id="weekday of last week"),
        pytest.param("Gunmen attacked the camp yesterday.", november(17), id="yesterday"),
        pytest.param("Gunmen attacked the camp the day before yesterday.", november(16), id="day before yesterday"),
        pytest.param("Gunmen attacked the camp last night.", november(17), id="last night"),
        pytest.param("Gunmen attacked the camp overnight.", november(18), id="overnight ends on the day"),
        pytest.param("Gunmen attacked the camp overnight Saturday.", november(12), id="overnight with its day"),
        pytest.param("Gunmen attacked the camp on 16 November.", november(16), id="day and month"),
        pytest.param("Gunmen attacked the camp on Nov. 16.", november(16), id="month and day"),
        pytest.param("Gunmen attacked the camp on the 16th of November, 2016.", november(16), id="ordinal"),
        pytest.param("Gunmen attacked the camp on 16/11/2016.", november(16), id="figures"),
        pytest.param("Gunmen attacked the camp on 2016-11-16.", november(16), id="iso"),
        pytest.param("Gunmen attacked the camp on Tuesday [15 November].", november(15), id="weekday and date"),
        pytest.param("Gunmen attacked the camp on Tuesday (15/11).", november(15), id="weekday and figures"),
        pytest.param("Gunmen attacked the camp three days ago.", november(15), id="days ago"),
        pytest.param("Gunmen attacked the camp last week.", november(7, 13), id="last week"),
        pytest.param("Gunmen attacked the camp over the weekend.", november(12, 13), id="weekend"),
        pytest.param("Gunmen attacked the camp on Saturday and Sunday.", november(12, 13), id="two days"),
        pytest.param("Gunmen attacked the camp earlier this month.", november(1, 18), id="earlier this month"),
        pytest.param("Gunmen attacked the camp from 3 to 12 November.", november(3, 12), id="from to"),
        pytest.param("Gunmen attacked the camp in the past 24 hours.", november(17, 18), id="past hours"),
        pytest.param("Gunmen attacked the camp for the tenth day in a row.", november(9, 18), id="tenth day in a row"),
        pytest.param("Some 500 people have died since Tuesday.", november(15, 18), id="since"),
        pytest.param(
            "Gunmen attacked the camp on June 14.", (dt.date(2016, 6, 14), dt.date(2016, 6, 14)), id="the nearest past"
        ),
        pytest.param(
            "Gunmen attacked the camp in early March.", (dt.date(2016, 3, 1), dt.date(2016, 3, 10)), id="early march"
        ),
        pytest.param(
            "The leader was killed last October.", (dt.date(2016, 10, 1), dt.date(2016, 10, 31)), id="last october"
        ),
        pytest.param(
            "The leader was killed in October 2014.", (dt.date(2014, 10, 1), dt.date(2014, 10, 31)), id="month and year"
        ),
        pytest.param("The leader was killed in 2014.", (dt.date(2014, 1, 1), dt.date(2014, 12, 31)), id="year"),
        pytest.param(
            "The leader was killed on Christmas Day.", (dt.date(2015, 12, 25), dt.date(2015, 12, 25)), id="holiday"
        ),
        pytest.param("All hostages were free by 5 May.", (None, dt.date(2016, 5, 5)), id="by leaves the start open"),
        pytest.param(
            "The base was hit from Friday evening to Saturday morning.", november(11, 12), id="the friday before"
        ),
        pytest.param("Shells hit the town overnight from Tuesday to Wednesday.", november(15, 16), id="one night"),
        pytest.param("At least 14 people have been killed since Monday morning.", november(14, 18), id="since a part"),
        pytest.param("Since Monday heavy shelling has killed 14 people.", november(14, 18), id="since before a noun"),
        pytest.param("By Friday evening the rebels had killed 20 guards.", (None, FRIDAY), id="by a part of a day"),
        pytest.param(
            "The army killed nine rebels in the 24 hours to Thursday morning.", november(16, 17), id="hours to"
        ),
        pytest.param(
            "Three days of clashes in the port have killed 12 people.", november(16, 18), id="days of clashes"
        ),
        pytest.param(
            "The siege began on Friday evening and ended on Saturday.", november(11, 12), id="began and ended"
        ),
        pytest.param(
            "The ambush began at 6 p.m. on Tuesday and the fighting lasted until Wednesday.",
            november(15, 16),
            id="until",
        ),
        pytest.param("Gunmen killed eight people on November 12, 13 and 14.", november(12, 14), id="listed days"),
        pytest.param(
            "Gunmen killed eight people on 12, 13 and 14 November.", november(12, 14), id="days listed before"
        ),
        pytest.param(
            "Some 120 people were killed between December and March.",
            (dt.date(2015, 12, 1), dt.date(2016, 3, 31)),
            id="months",
        ),
        pytest.param(
            "Gunmen attacked the camp in the second week of October.",
            (dt.date(2016, 10, 8), dt.date(2016, 10, 14)),
            id="second week",
        ),
        pytest.param(
            "Gunmen attacked the camp in the last week of October.",
            (dt.date(2016, 10, 25), dt.date(2016, 10, 31)),
            id="last week of a month",
        ),
        pytest.param(
            "Gunmen attacked the camp in the first half of October.",
            (dt.date(2016, 10, 1), dt.date(2016, 10, 15)),
            id="first half",
        ),
        pytest.param("Police killed 30 protesters in the week of 7 November.", november(7, 13), id="week of"),
        pytest.param(
            "Some 14 people have been shot since the start of the month.", november(1, 18), id="since the start"
        ),
        pytest.param(
            "Gunmen attacked the camp in the summer of 2015.",
            (dt.date(2015, 6, 1), dt.date(2015, 8, 31)),
            id="summer of a year",
        ),
        pytest.param(
            "Gunmen attacked the camp on November 7 last year.",
            (dt.date(2015, 11, 7), dt.date(2015, 11, 7)),
            id="last year",
        ),
        pytest.param(
            "Gunmen attacked the camp on 29 December.",
            (dt.date(2015, 12, 29), dt.date(2015, 12, 29)),
            id="done is past",
        ),
        pytest.param(
            "A bomb went off at 2230 [0230 GMT on 12 November].", november(11), id="the day in gmt is another"
        ),
        pytest.param("A bomb went off at 2230 (0230 GMT) on 12 November.", november(12), id="the local day"),
        pytest.param("A bomb went off at 2100 on 15 November [0100 GMT on 16 Nov].", november(15), id="both days"),
        pytest.param("Fighting raged for hours and continued until 0900 today.", (None, FRIDAY), id="until an hour"),
        pytest.param("A bomb exploded in the market on the 7th.", november(7), id="the 7th"),
        pytest.param(
            "A bomb exploded in the market on the 7th of last month.",
            (dt.date(2016, 10, 7), dt.date(2016, 10, 7)),
            id="the 7th of last month",
        ),
        pytest.param("A bomb killed three on the eve of Thursday's vote.", november(16), id="on the eve"),
        pytest.param("The siege of the town went on for a third day.", november(16, 18), id="for a third day"),
        pytest.param("Gunmen raided the village overnight into Thursday.", november(16, 17), id="overnight into"),
        pytest.param(
            "Shells hit the port on November 15 and overnight into November 16.", november(15, 16), id="and overnight"
        ),
        pytest.param(
            "Rockets killed three on Tuesday night and into the early hours of Wednesday.",
            november(15, 16),
            id="and into",
        ),
        pytest.param("Two people were shot on the Fourth of July.", (dt.date(2016, 7, 4),) * 2, id="fourth of july"),
        pytest.param("A bomb killed six worshippers on Ashura.", (None, None), id="a day of the lunar calendar"),
    ],
)
def test_days(make_document: MakeDocument, text: str, days: tuple[dt.date | None, dt.date | None]) -> None:
    mention = only(make_document, text)
    assert (mention.first, mention.last) == days


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("At least 30 people were injured in the blast.", id="number"),
        pytest.param("About 1200 people fled the town.", id="crowd"),
        pytest.param("They may flee, and many march for peace.", id="words that are also months"),
        pytest.param("The sun shone on 3 of 5 soldiers at the wedding.", id="sun and numbers"),
        pytest.param("Shops on 9 October Avenue were looted.", id="street"),
        pytest.param("The night club was empty.", id="part of a name"),
    ],
)
def test_no_time(make_document: MakeDocument, text: str) -> None:
    assert extract(make_document(text, published=FRIDAY)) == []


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        pytest.param(
            "Police said on Wednesday that a bomb exploded on Tuesday.", ["said", "exploded"], id="statement and event"
        ),
        pytest.param("Two died in Monday's attack on the market.", ["attack"], id="noun"),
        pytest.param("The man was arrested on Thursday after the raid.", ["arrested"], id="aftermath"),
        pytest.param(
            "Schools were shut, a day after gunmen killed four students.", ["killed"], id="what came a day before"
        ),
        pytest.param("Gunmen killed 22 people in raids on three villages on Sunday.", ["raids"], id="not the villages"),
        pytest.param("Commandos on Sunday shot dead the last two gunmen.", ["shot"], id="behind its subject"),
    ],
)
def test_anchor(make_document: MakeDocument, text: str, anchors: list[str]) -> None:
    document = make_document(text, published=FRIDAY)
    found = [document.words[m.anchor] for m in extract(document) if m.anchor is not None]
    assert found == anchors


def test_the_next_day_counts_from_the_day_told_before(make_document: MakeDocument) -> None:
    text = "Two teachers were abducted on 2 November and freed the next day. Two days earlier a bus was hit."
    found = [m.first for m in extract(make_document(text, published=FRIDAY))]
    assert found == [dt.date(2016, 11, 2), dt.date(2016, 11, 3), dt.date(2016, 11, 1)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "Schools were closed on Thursday, a day after gunmen killed four students.", [17, 16], id="day after a deed"
        ),
        pytest.param(
            "Two days after the bombing, police said on Friday that it was a suicide attack.", [16, 18], id="noun"
        ),
        pytest.param(
            "A day after gunmen killed four students, hundreds of people marched.", [17], id="counted from today"
        ),
        pytest.param("Two days after Monday's bombing a second bomb went off.", [16, 14], id="the deed has its day"),
        pytest.param("The engineer was kidnapped a week earlier, police said on Thursday.", [10, 17], id="told before"),
        pytest.param("He died on Sunday morning after being shot the night before.", [13, 12], id="the night before"),
        pytest.param("The bombing went on for a third day on Thursday.", [15, 17], id="a streak to a day"),
        pytest.param(
            "Rebels took the town on Wednesday after two days of fighting.", [16, 15], id="a length that ends on a day"
        ),
    ],
)
def test_days_counted_from_another(make_document: MakeDocument, text: str, days: list[int]) -> None:
    found = [m.first for m in extract(make_document(text, published=FRIDAY))]
    assert found == [dt.date(2016, 11, day) for day in days]


def test_what_will_be_is_ahead(make_document: MakeDocument) -> None:
    mention = only(make_document, "He will appear in court on Monday.")
    assert mention.first == dt.date(2016, 11, 21)
    assert mention.certainty.planned


def test_without_publication_date_relative_days_stay_open(make_document: MakeDocument) -> None:
    mention = only(make_document, "Gunmen attacked the camp on Tuesday morning.", published=None)
    assert (mention.first, mention.last, mention.part_of_day) == (None, None, PartOfDay.MORNING)


def test_overnight_is_the_night_that_the_article_names(make_document: MakeDocument) -> None:
    text = "Overnight air strikes hit the hospital. The rockets landed late on Thursday."
    assert {m.first for m in extract(make_document(text, published=FRIDAY))} == {dt.date(2016, 11, 17)}


WORDS = st.sampled_from(
    "on Tuesday last next 16 30 November Nov. 2016 , early the of and at 7:42 0850 hours p.m. yesterday night ago "
    "three days week since by ( ) 16/11/2016 2 GMT midnight a few weekend soldiers were killed . "
    "until began ended ending siege".split()
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=1, max_size=25), known=st.booleans())
def test_any_order_of_words_gives_sound_mentions(make_document: MakeDocument, words: list[str], known: bool) -> None:
    document = make_document("So " + " ".join(words), published=FRIDAY if known else None)
    last_end = 0
    for mention in extract(document):
        assert last_end <= mention.start < mention.end <= len(document)
        last_end = mention.end
        assert mention.first is None or (mention.last is not None and mention.first <= mention.last)
        inside = mention.anchor is not None and mention.start <= mention.anchor < mention.end
        assert not inside or mention.rule == "lasting"
