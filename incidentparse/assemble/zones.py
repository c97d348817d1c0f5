"""The instant of an incident: its local clock time and the time zone of its place make a moment in UTC."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from incidentparse.record import TimePrecision, When

# A clock time stated in UTC: "1745 GMT", "5.45 p.m. GMT", "03:00 UTC".
_UTC_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})[:.]?(?P<minute>\d\d)?\s?(?P<half>[ap]\.?m\.?)?\s?(?:GMT|UTC)\b", re.IGNORECASE
)
# Joins the parts of a text that were read in different places of the article.
_PARTS = " … "


def in_zone(when: When, zone: str) -> When:
    """The same time with the zone of its place, and the moment in UTC where its clock time is known.

    A clock time that the article states in UTC becomes local here, and with it the day, where both were said together.
    """
    known = when.model_copy(update={"timezone": zone})
    if when.start is None or when.start != when.end:
        return known
    if when.time is not None:
        local = dt.datetime.combine(when.start, dt.time.fromisoformat(when.time), ZoneInfo(zone))
        return known.model_copy(update={"utc": local.astimezone(dt.UTC)})
    stated = next((m for part in when.text.split(_PARTS) if (m := _UTC_CLOCK.search(part))), None)
    clock = _clock(stated) if stated else None
    if stated is None or clock is None:
        return known
    utc = dt.datetime.combine(when.start, clock, dt.UTC)
    local = utc.astimezone(ZoneInfo(zone))
    precision = TimePrecision.MINUTE if stated["minute"] else TimePrecision.HOUR
    day = local.date() if _PARTS not in when.text else when.start
    return known.model_copy(
        update={"utc": utc, "time": f"{local:%H:%M}", "precision": precision, "start": day, "end": day}
    )


def _clock(stated: re.Match[str]) -> dt.time | None:
    hour, minute = int(stated["hour"]), int(stated["minute"] or 0)
    if stated["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if stated["half"][0] in "pP" else 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None
