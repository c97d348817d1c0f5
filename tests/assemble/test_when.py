"""The time of an incident: articles in, its days and clock time out. Published on Friday 18 November 2016."""

from __future__ import annotations

import datetime as dt

import pytest

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.assemble.timing import Timing
from incidentparse.assemble.when import choose_when
from incidentparse.assemble.zones import in_zone
from incidentparse.extractors import events, times
from incidentparse.record import IncidentType, Span, Stage, TimePrecision, When
from tests.conftest import MakeDocument

FRIDAY = dt.date(2016, 11, 18)


def read(make_document: MakeDocument, text: str, published: dt.date | None = FRIDAY, number: int = 0) -> When | None:
    """The time of the one incident that all of the text speaks of."""
    document = make_document(text, published=published)
    told = tuple(e for e in events.extract(document) if e.certainty.actual)
    draft = Draft(number, told, IncidentType.BOMBING, Stage.ACCOMPLISHED, suicide=False, summary=0, confidence=0.9)
    return choose_when(document, draft, Drafts((draft,), (number,) * len(document)), times.extract(document))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(
            "A bomb killed four people at a market in Qamar on Tuesday, police said on Wednesday.",
            15, id="not the statement",
        ),
        pytest.param(
            "Mourners gathered on Thursday to bury the two teachers. The women were shot dead by gunmen on Monday.",
            14, id="not the funeral",
        ),
        pytest.param(
            "A man was charged on Friday with murder, prosecutors said. "
            "The shooting happened shortly before midnight on Wednesday outside a bar.",
            16, id="not the charge",
        ),
        pytest.param(
            "Gunmen killed six soldiers in an ambush on Wednesday. A similar attack in March last year left nine dead.",
            16, id="not last year's attack",
        ),
        pytest.param("Gunmen killed six soldiers in an ambush near Darvaz this morning.", 18, id="this morning"),
        pytest.param(
            "A man was charged with murder after a student was stabbed in Leam last weekend. He was found with wounds "
            "to the chest in the early hours of Sunday.",
            13, id="day of the weekend told further on",
        ),
        pytest.param(
            "Two reporters who were kidnapped two weeks ago in Croix were released on Thursday. They were seized by "
            "armed men on November 4.",
            4, id="day of the week told further on",
        ),
        pytest.param(
            "Relatives searched hospitals on Thursday for those missing since gunmen stormed a hotel in Qamar on "
            "Saturday night.",
            12, id="missing since a deed",
        ),
        pytest.param(
            "A shopkeeper was beaten by robbers in Qamar on 4 November. He died in hospital on 11 November, a week "
            "after he was attacked.",
            4, id="no end of an attack",
        ),
        pytest.param(
            "A bomber blew himself up at a wake in Qamar on Wednesday night. The dead man had been shot on Monday.",
            16, id="not what had been before",
        ),
        pytest.param(
            "A man was stabbed to death in Narvik Street on Monday. A post-mortem examination took place on Wednesday.",
            14, id="not the examination that took place",
        ),
        pytest.param(
            "Detectives raided two houses on Friday and detained three men. "
            "The victim was shot in the back as he sat in a car on Wednesday 9 November.",
            9, id="not the raid of the police",
        ),
        pytest.param(
            "A baker was found stabbed to death in his shop on Thursday, police said. They believe that robbers killed "
            "him on Tuesday night.",
            15, id="not when he was found",
        ),
        pytest.param(
            "Four people died of their wounds on Thursday. The bomb exploded at a market in Qamar on Monday.",
            14, id="not when the wounded died",
        ),
        pytest.param(
            "Gunmen killed a priest in Qamar, an official said on Friday. The assault occurred during Sunday mass.",
            13, id="during what was held on a day",
        ),
        pytest.param(
            "Residents left flowers on Thursday outside the school where a gunman killed three pupils on Wednesday.",
            16, id="not when flowers were left",
        ),
    ],
)  # fmt: skip
def test_day_of_the_incident(make_document: MakeDocument, text: str, day: int) -> None:
    when = read(make_document, text)
    assert when is not None
    assert when.start == when.end == dt.date(2016, 11, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param(
            "At least 41 people have been killed in clashes in Qamar since Tuesday, medics said on Friday. The "
            "violence began when a trader was shot. Thousands have fled their homes this year.",
            15, 18, id="since, with its toll",
        ),
        pytest.param(
            "Artillery killed 33 residents of Darvaz over the last 48 hours, the manager of a clinic said on "
            "Friday. The army denied it.",
            16, 18, id="hours, not the statement",
        ),
        pytest.param(
            "Air strikes killed 35 people in Qamar on Monday and Tuesday, residents said. The army said on Thursday "
            "that it had hit a depot.",
            14, 15, id="two days",
        ),
        pytest.param(
            "Twelve people were killed last week in attacks by gunmen in Darvaz, police said on Friday.",
            7, 13, id="a week",
        ),
        pytest.param(
            "A car bomb killed nine people at a market in Darvaz on Thursday, police said. More than 60 people have "
            "been killed in bombings in the city over the past month.",
            17, 17, id="not the toll of the month",
        ),
        pytest.param(
            "Schools were closed on Thursday, a day after gunmen killed four students in Darvaz.",
            16, 16, id="counted back from another day",
        ),
        pytest.param(
            "Police reported today that armed men overpowered guards in Darvaz yesterday and killed two of them.",
            17, 17, id="yesterday's deed, today's report",
        ),
    ],
)  # fmt: skip
def test_days_of_the_incident(make_document: MakeDocument, text: str, first: int, last: int) -> None:
    when = read(make_document, text)
    assert when is not None
    assert (when.start, when.end) == (dt.date(2016, 11, first), dt.date(2016, 11, last))


@pytest.mark.parametrize(
    ("text", "time", "said"),
    [
        pytest.param(
            "A convoy was hit by a mine on Tuesday morning at 0850 hours local time. Three soldiers were injured.",
            "08:50", "Tuesday morning at 0850 hours local time", id="in one expression",
        ),
        pytest.param(
            "Mortar shells struck a school late on Thursday, wounding a teacher. No pupils were in the building when "
            "the shells landed at around 9.40 p.m., police said.",
            "21:40", "late on Thursday … 9.40 p.m.", id="in another sentence",
        ),
        pytest.param(
            "A bomb exploded at a bus stop on Tuesday, killing two. Police were called to the stop at 7:20 a.m. and "
            "found several people bleeding. The station is shut from 11 a.m. to 8 p.m.",
            "07:20", "Tuesday … 7:20 a.m.", id="the call, not opening hours",
        ),
        pytest.param(
            "A bomb exploded at a bus stop at 7.15 in the morning on 15 November, killing two.",
            "07:15", "7.15 in the morning on 15 November", id="a full stop between hours and minutes",
        ),
        pytest.param(
            "A bomb exploded at a bus stop on Tuesday. One of the wounded died in hospital at 11 p.m.",
            None, "Tuesday", id="not the hour of a later death",
        ),
        pytest.param(
            "A supply column was attacked on Tuesday at 11:00 near Qamar. Six soldiers were killed.",
            "11:00", "Tuesday at 11:00", id="a clock of 24 hours",
        ),
        pytest.param(
            "Two men were shot dead outside a bar on Tuesday at 11:00, police said. The bar closed at 6 p.m.",
            None, "Tuesday at 11:00", id="night or morning where the clock counts to twelve",
        ),
        pytest.param(
            "A bomb exploded at a bus stop on Tuesday morning. Shots were heard around 6 p.m.",
            None, "Tuesday morning", id="not an hour of another part of the day",
        ),
        pytest.param(
            "A missile hit a print works on Tuesday evening, killing six. Fifty people were inside when the missile "
            "hit at 8:35. The fire was out by 11 p.m.",
            "20:35", "Tuesday evening … 8:35", id="the half of the day by the part of it",
        ),
        pytest.param(
            "Gunmen fired on a bus on Tuesday evening, killing nine. The rescue operation ended at 8:10 p.m.",
            None, "Tuesday evening", id="not the end of what followed",
        ),
        pytest.param(
            "A missile struck a station on Tuesday. The strike came at 10:30, two days after the town was evacuated.",
            "10:30", "Tuesday … 10:30", id="not joined with the day that it counts from",
        ),
    ],
)  # fmt: skip
def test_clock_time_joins_the_day(make_document: MakeDocument, text: str, time: str | None, said: str) -> None:
    when = read(make_document, text)
    assert when is not None
    assert (when.time, when.text) == (time, said)


def test_evidence_is_the_text(make_document: MakeDocument) -> None:
    text = "Mortar shells struck a school late on Thursday. The shells landed at around 9.40 p.m., police said."
    when = read(make_document, text)
    assert when is not None
    assert [span.text for span in when.evidence] == ["late on Thursday", "9.40 p.m."]
    assert all(text[span.start : span.end] == span.text for span in when.evidence)


def test_news_without_a_day_is_of_the_day_of_publication(make_document: MakeDocument) -> None:
    when = read(make_document, "Gunmen opened fire on a bus in Darvaz around 7.30 pm, killing two.")
    assert when is not None
    assert (when.start, when.end, when.time, when.text) == (FRIDAY, FRIDAY, "19:30", "7.30 pm")
    assert when.confidence < 0.7


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param(
            "A car bomb killed nine people at a customs post, the governor said. On 11 October a mine killed two.",
            True, id="behind an undated lead",
        ),
        pytest.param(
            "A car bomb killed nine people on Thursday, the governor said. On 11 October a mine killed two.",
            False, id="the lead has a day",
        ),
        pytest.param(
            "A car bomb killed nine people at a customs post, the governor said. On Thursday two of them were buried.",
            False, id="a recent day",
        ),
    ],
)  # fmt: skip
def test_a_day_that_opens_another_tale(make_document: MakeDocument, text: str, held: bool) -> None:
    document = make_document(text, published=FRIDAY)
    told = tuple(events.extract(document))
    draft = Draft(0, told, IncidentType.BOMBING, Stage.ACCOMPLISHED, suicide=False, summary=0, confidence=0.9)
    timing = Timing(document, draft, Drafts((draft,), (0,) * len(document)), times.extract(document))
    assert ("opens another tale" in timing.features(len(timing.candidates) - 1)) is held


def test_nothing_is_guessed_without_a_date(make_document: MakeDocument) -> None:
    assert read(make_document, "Gunmen opened fire on a bus in Darvaz, killing two.", published=None) is None


def test_a_second_incident_without_a_day_has_none(make_document: MakeDocument) -> None:
    assert read(make_document, "Gunmen opened fire on a bus in Darvaz, killing two.", number=1) is None


def test_a_second_incident_was_not_on_a_day_still_to_come(make_document: MakeDocument) -> None:
    text = "Rebels blew up a bridge near Darvaz to disrupt the elections planned for 27 November 2016."
    assert read(make_document, text, number=1) is None


def test_the_year_of_a_date_by_its_weekday_and_another_date(make_document: MakeDocument) -> None:
    when = read(
        make_document,
        "A bomb killed nine people at a market in Qamar on Saturday, July 16. "
        "The town was attacked on December 13, 2015, when 25 people died.",
        published=None,
    )
    assert when is not None
    assert when.start == dt.date(2016, 7, 16)


def test_a_full_date_of_the_same_weekday_fills_in_for_the_date_of_publication(make_document: MakeDocument) -> None:
    text = "Gunmen killed two men early Sunday. Officers were called at 1:52 a.m. on Sunday, August 11, 2019."
    when = read(make_document, text, published=None)
    assert when is not None
    assert (when.start, when.time) == (dt.date(2019, 8, 11), "01:52")


def test_unresolved_day_keeps_its_text(make_document: MakeDocument) -> None:
    when = read(make_document, "Gunmen opened fire on a bus on Tuesday, killing two.", published=None)
    assert when is not None
    assert (when.start, when.end, when.text) == (None, None, "Tuesday")


@pytest.mark.parametrize(
    ("time", "said", "zone", "utc", "local"),
    [
        pytest.param("08:50", "Tuesday at 0850", "Asia/Damascus", "2016-11-15T06:50", "2016-11-15 08:50", id="local"),
        pytest.param(None, "1745 GMT on Tuesday", "Asia/Kabul", "2016-11-15T17:45", "2016-11-15 22:15", id="gmt"),
        pytest.param(
            None, "0230 GMT on Tuesday", "America/Bogota", "2016-11-15T02:30", "2016-11-14 21:30", id="day before"
        ),
        pytest.param(None, "Tuesday", "America/Bogota", None, "2016-11-15 None", id="no clock time"),
        pytest.param(None, "Tuesday … 99 GMT", "Asia/Kabul", None, "2016-11-15 None", id="no hour"),
    ],
)
def test_in_zone(time: str | None, said: str, zone: str, utc: str | None, local: str) -> None:
    day = dt.date(2016, 11, 15)
    when = When(
        start=day, end=day, time=time, precision=TimePrecision.DAY, text=said, confidence=0.9,
        evidence=(Span(start=0, end=len(said), text=said),),
    )  # fmt: skip
    placed = in_zone(when, zone)
    assert placed.timezone == zone
    assert f"{placed.start} {placed.time}" == local
    assert placed.utc == (dt.datetime.fromisoformat(f"{utc}+00:00") if utc else None)
