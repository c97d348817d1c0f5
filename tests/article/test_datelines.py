"""Datelines of agencies and date lines of pages."""

from __future__ import annotations

import datetime as dt

import pytest

from incidentparse.article.datelines import find_dateline, split_headers
from incidentparse.article.prepared import Dateline

COPY = "Three soldiers were killed when a bomb hit their patrol, the army said."


@pytest.mark.parametrize(
    ("head", "place", "date", "agency"),
    [
        pytest.param("LIMA, 20 AUG 88 (EFE) --", "LIMA", dt.date(1988, 8, 20), "EFE", id="wire"),
        pytest.param(
            "PANAMA CITY (PANAMA), 8 APR 89 (ACAN) --",
            "PANAMA CITY (PANAMA)",
            dt.date(1989, 4, 8),
            "ACAN",
            id="country",
        ),
        pytest.param("NO CITY (PERU), NO DATE --", "PERU", None, None, id="no_city"),
        pytest.param(
            "CLANDESTINE, 8 JAN 90 (RADIO VENCEREMOS)--",
            None,
            dt.date(1990, 1, 8),
            "RADIO VENCEREMOS",
            id="clandestine",
        ),
        pytest.param("BEIRUT (Reuters) -", "BEIRUT", None, "Reuters", id="agency"),
        pytest.param("DERA ISMAIL KHAN:", "DERA ISMAIL KHAN", None, None, id="colon"),
        pytest.param("Beirut (AFP) –", "Beirut", None, "AFP", id="mixed_case_with_agency"),
        pytest.param("KABUL, Afghanistan (AP) —", "KABUL, Afghanistan", None, "AP", id="city_and_country"),
        pytest.param("LONDON, May 5, 2016 (Reuters) -", "LONDON", dt.date(2016, 5, 5), "Reuters", id="american_date"),
        pytest.param("AMMAN/BEIRUT, 4 March (Reuters) -", "AMMAN/BEIRUT", None, "Reuters", id="two_cities_no_year"),
        pytest.param("Sunamganj, Jan 2 (UNB)", "Sunamganj", None, "UNB", id="no_dash"),
        pytest.param("MINNEAPOLIS (WCCO) –", "MINNEAPOLIS", None, "WCCO", id="broadcaster"),
        pytest.param("ORANGE COUNTY, Fla. -", "ORANGE COUNTY, Fla.", None, None, id="state"),
        pytest.param("Abuja –", "Abuja", None, None, id="mixed_case"),
        pytest.param("GALT—", "GALT", None, None, id="no_space"),
        pytest.param("DAMASCUS (Sputnik)", "DAMASCUS", None, "Sputnik", id="capitals_and_agency"),
        pytest.param("(CNN)", None, None, "CNN", id="agency_alone"),
        pytest.param("Tue 05 Jul 2016", None, dt.date(2016, 7, 5), None, id="date_line"),
        pytest.param("Monday 21 November 2016 19:18", None, dt.date(2016, 11, 21), None, id="date_line_with_time"),
        pytest.param("18 November 2016", None, dt.date(2016, 11, 18), None, id="date_alone"),
        pytest.param("Posted: Friday, July 26, 2013 5:24 AM EST", None, dt.date(2013, 7, 26), None, id="posted"),
        pytest.param("Date of publication 5 July 2016", None, dt.date(2016, 7, 5), None, id="date_of_publication"),
        pytest.param("AFP Thursday 27 Oct 2016", None, dt.date(2016, 10, 27), "AFP", id="agency_and_date"),
        pytest.param("08.04.2017(updated 1954 08.04.2017)", None, dt.date(2017, 4, 8), None, id="dots"),
        pytest.param("27-02-2016", None, dt.date(2016, 2, 27), None, id="day_first"),
        pytest.param("2016-02-27", None, dt.date(2016, 2, 27), None, id="iso"),
    ],
)
def test_datelines(head: str, place: str | None, date: dt.date | None, agency: str | None) -> None:
    body = "\n\n".join(split_headers([f"{head} {COPY}"]))
    found = find_dateline(f"Title\n\n{body}", 7)
    assert found is not None
    assert found.dateline == Dateline(7, 7 + len(head), place, date, agency)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(COPY, id="none"),
        pytest.param("February 22, 2021, the latest attack killed two.", id="date_as_adverbial"),
        pytest.param("On 5 May 2016, gunmen attacked.", id="date_in_a_sentence"),
        pytest.param(
            "Police - who were called at noon - found two bodies in the house near the river.", id="parenthesis"
        ),
        pytest.param(
            "UPDATE - Two more victims of the bombing have died in hospital, doctors said on Friday.", id="update"
        ),
        pytest.param("Mazid Uddin (45) was killed by gunmen.", id="age"),
        pytest.param("CORRECTED: The blast at the market killed nine people, not ten, police said.", id="corrected"),
        pytest.param("Police: The man shot dead in a car park on Friday was a courier, 32, of Leeds.", id="speaker"),
        pytest.param(
            "Boko Haram - The group has killed thousands since 2009 in the north-east of the country.", id="group"
        ),
        pytest.param("The Syrian Observatory (SOHR) said three died.", id="acronym"),
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert find_dateline(text, 0) is None


def test_a_date_line_and_a_dateline_are_one() -> None:
    text = f"March 1, 2014 5:40 PM\n\nPITTSBURGH (KDKA) – {COPY}"
    found = find_dateline(text, 0)
    assert found is not None
    assert found.dateline == Dateline(0, text.index("–") + 1, "PITTSBURGH", dt.date(2014, 3, 1), "KDKA")


def test_day_and_month_in_doubt_are_settled_by_what_is_known() -> None:
    text = f"02-06-2016\n\n{COPY}"
    assert find_dateline(text, 0) is None
    found = find_dateline(text, 0, known=[dt.date(2016, 6, 2)])
    assert found is not None
    assert found.dateline.date == dt.date(2016, 6, 2)


@pytest.mark.parametrize(
    ("published", "filed"),
    [
        pytest.param(dt.date(2023, 7, 21), dt.date(2023, 7, 19), id="put out later"),
        pytest.param(dt.date(2023, 7, 18), dt.date(2023, 7, 19), id="a zone ahead"),
        pytest.param(dt.date(2024, 1, 3), None, id="too long after"),
    ],
)
def test_the_year_of_a_dateline_is_that_of_publication(published: dt.date, filed: dt.date | None) -> None:
    found = find_dateline(f"LANSING, July 19 (AP) - {COPY}", 0, known=[published])
    assert found is not None
    assert found.dateline.date == filed


def test_a_second_date_line_goes() -> None:
    paragraphs = ["Posted: Monday, July 15, 2013 11:40 AM EST", "Updated: Tuesday, July 16, 2013 3:31 PM EST", COPY]
    assert split_headers(paragraphs) == [paragraphs[0], COPY]


def test_an_update_is_not_the_day_of_filing() -> None:
    found = find_dateline(f"Updated: Nov 14, 2016 - 4:41 AM\n\n{COPY}", 0)
    assert found is not None
    assert not found.filed
