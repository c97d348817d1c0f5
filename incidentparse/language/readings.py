"""One reading of an expression of time, and what its reader knows of the article around it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from incidentparse.language.days import DAY, Days
from incidentparse.record import PartOfDay


@dataclass(frozen=True, slots=True)
class Reading:
    """What tokens ``start`` to before ``end`` say of the time.

    Attributes:
        start: first token.
        end: one past the last token.
        rule: name of the form that was read.
        days: the calendar days, or None where only a part of the day or a clock time is said.
        part: part of the day.
        time: clock time HH:MM.
        to_minute: the clock time is stated to the minute ("0850 hours", not "around 9am").
        utc: the clock time is in UTC, not local.
        either_half: the clock time may be of either half of the day ("at 2:30").
        offset: days after the day that it is told from ("two days earlier": -2), or None.
        local_day: days by which the local date differs from that of the UTC time beside it ("2230 [0230 GMT": -1).
        abroad: a clock time of another zone was left out, so that a day behind it is of that zone ("10 pm (2 am IST").
    """

    start: int
    end: int
    rule: str
    days: Days | None = None
    part: PartOfDay | None = None
    time: str | None = None
    to_minute: bool = False
    utc: bool = False
    either_half: bool = False
    offset: int | None = None
    local_day: int = 0
    abroad: bool = False


@dataclass(slots=True)
class Context:
    """Against what expressions are resolved.

    Attributes:
        base: day of publication, or None if unknown.
        reference: the day last spoken of, from which "the next day" counts, or None.
        told: where the day of publication is not known, the latest day that the article gives with its year.
        day_first: whether this article writes the day before the month in figures; None if it does not tell.
    """

    base: dt.date | None
    reference: dt.date | None = None
    told: dt.date | None = None
    day_first: bool | None = None

    def back(self, days: int) -> dt.date | None:
        """The day so many days before publication."""
        return self.base - days * DAY if self.base is not None else None

    def from_reference(self, days: int) -> dt.date | None:
        """The day so many days after the one last spoken of."""
        return self.reference + days * DAY if self.reference is not None else None
