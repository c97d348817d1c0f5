"""Clock times and parts of the day: expressions in, hour and precision out. Published on Friday 18 November 2016."""

from __future__ import annotations

import pytest

from incidentparse.record import PartOfDay, TimePrecision
from tests.conftest import MakeDocument
from tests.extractors.test_times import only


@pytest.mark.parametrize(
    ("text", "time", "part", "precision"),
    [
        pytest.param(
            "A mine went off on Tuesday morning at 0850 hours local time.",
            "08:50", PartOfDay.MORNING, TimePrecision.MINUTE, id="hours local time",
        ),
        pytest.param("Shots were fired at 7:42 p.m. Sunday.", "19:42", None, TimePrecision.MINUTE, id="p.m."),
        pytest.param("Shots were fired around 9am on Sunday.", "09:00", None, TimePrecision.HOUR, id="around 9am"),
        pytest.param("Shots were fired at 3.30 pm on Sunday.", "15:30", None, TimePrecision.MINUTE, id="dot"),
        pytest.param("Shots were fired at 2030 on 12 November.", "20:30", None, TimePrecision.MINUTE, id="figures"),
        pytest.param("Shots were fired at noon on Sunday.", "12:00", None, TimePrecision.HOUR, id="noon"),
        pytest.param(
            "Shots were fired shortly after midnight on Sunday.", "00:00", None, TimePrecision.HOUR, id="midnight"
        ),
        pytest.param(
            "Shots were fired at 5 a.m. local time (0300 GMT) on Sunday.",
            "05:00", None, TimePrecision.HOUR, id="local beside gmt",
        ),
        pytest.param(
            "Shots rang out at about 10.30 pm (6 am IST, Friday).",
            "22:30", None, TimePrecision.HOUR, id="another zone in brackets",
        ),
        pytest.param("Shots were fired at 1745 GMT on Sunday.", None, None, TimePrecision.DAY, id="gmt is not local"),
        pytest.param(
            "Shots were fired at 7:40 in the evening on Sunday.",
            "19:40", PartOfDay.EVENING, TimePrecision.MINUTE, id="evening decides the half",
        ),
        pytest.param("Shots were fired at 2:30 on Sunday.", None, None, TimePrecision.DAY, id="either half is none"),
        pytest.param(
            "Shots were fired early on Sunday.", None, PartOfDay.EARLY_MORNING, TimePrecision.PART_OF_DAY, id="edge"
        ),
        pytest.param("Shots were fired late on Monday.", None, PartOfDay.NIGHT, TimePrecision.PART_OF_DAY, id="night"),
        pytest.param(
            "Shots were fired late on Tuesday morning.", None, PartOfDay.MORNING, TimePrecision.PART_OF_DAY, id="late"
        ),
        pytest.param(
            "Shots were fired in the early hours of Sunday.",
            None, PartOfDay.EARLY_MORNING, TimePrecision.PART_OF_DAY, id="early hours",
        ),
        pytest.param("Shots were fired last month.", None, None, TimePrecision.MONTH, id="month"),
        pytest.param(
            "Shots were fired around half past nine on Tuesday morning.",
            "09:30", PartOfDay.MORNING, TimePrecision.HOUR, id="half past",
        ),
        pytest.param(
            "Shots were fired at a quarter to eight on Tuesday evening.",
            "19:45", PartOfDay.EVENING, TimePrecision.MINUTE, id="quarter to",
        ),
        pytest.param(
            "Shots were fired at nine o'clock on Tuesday night.",
            "21:00", PartOfDay.NIGHT, TimePrecision.HOUR, id="o'clock",
        ),
        pytest.param(
            "Shots were fired on Tuesday at 7 in the morning.",
            "07:00", PartOfDay.MORNING, TimePrecision.HOUR, id="in the morning",
        ),
        pytest.param(
            "Shots were fired at 9 on Tuesday night.", "21:00", PartOfDay.NIGHT, TimePrecision.HOUR, id="bare hour"
        ),
        pytest.param("Shots were fired between 8 and 9 p.m. on Tuesday.", "20:00", None, TimePrecision.HOUR, id="two"),
        pytest.param(
            "Shots were fired between 11 and 1 a.m. on Tuesday.", "23:00", None, TimePrecision.HOUR, id="past midnight"
        ),
        pytest.param(
            "Gunmen shot the cleric dead during dawn prayers on Monday.",
            None, PartOfDay.EARLY_MORNING, TimePrecision.PART_OF_DAY, id="dawn prayers",
        ),
        pytest.param(
            "Gunmen shot the cleric dead after Maghrib prayers on Monday.",
            None, PartOfDay.EVENING, TimePrecision.PART_OF_DAY, id="maghrib",
        ),
        pytest.param(
            "A bomb exploded on Monday shortly before iftar.",
            None, PartOfDay.EVENING, TimePrecision.PART_OF_DAY, id="iftar",
        ),
        pytest.param(
            "Shelling on the night of Tuesday to Wednesday killed a woman.",
            None, PartOfDay.NIGHT, TimePrecision.PART_OF_DAY, id="night of two days",
        ),
    ],
)  # fmt: skip
def test_clock_and_part(
    make_document: MakeDocument, text: str, time: str | None, part: PartOfDay | None, precision: TimePrecision
) -> None:
    mention = only(make_document, text)
    assert (mention.time, mention.part_of_day, mention.precision) == (time, part, precision)
