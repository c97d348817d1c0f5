"""From reports to MUC-4 templates: the conventions of the 1992 task, which are its own and not the record's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from incidentparse.record import (
    ActorRole,
    Attribution,
    Effect,
    Incident,
    IncidentType,
    Report,
    Weapon,
    WeaponKind,
    When,
    Where,
)
from tests.benchmarks.muc4_conventions import (
    COUNTRIES,
    DATELINES,
    DEEDS,
    FIGHTERS,
    INSTRUMENT_WORDS,
    NO_TYPE,
    RECENT,
    STATE,
    TYPES,
    VAGUE_PLACES,
)
from tests.benchmarks.muc4_form import Fills, once, quoted, upper
from tests.benchmarks.muc4_parties import fill_objects, fill_people, fill_perpetrators


def templates(report: Report) -> list[Fills]:
    """The templates of an article, slot names to fills; none where the task has no interest in it."""
    filed_in = _country_of_dateline(report)
    made = []
    for incident in report.incidents:
        country = incident.where.country_code if incident.where and incident.where.country_code else filed_in
        if country in COUNTRIES and _is_relevant(incident, report):
            made.append(_template(incident, country, report))
    return made


def _country_of_dateline(report: Report) -> str | None:
    head = upper(report.article.text[:120])
    found = [(head.find(city), code) for city, code in DATELINES.items() if city in head]
    named = [(head.find(name), code) for code, name in COUNTRIES.items() if name in head]
    return min(found + named)[1] if found or named else None


def _is_relevant(incident: Incident, report: Report) -> bool:
    if incident.type in NO_TYPE:
        return False
    published = report.article.published
    if published is not None and incident.when and incident.when.end:
        day = published.date() if isinstance(published, dt.datetime) else published
        if day - incident.when.end > RECENT:
            return False
    # Fighting between armies and guerrillas is war to the task; what it does to others is not.
    hit = [t for t in incident.targets if t.effect is not Effect.NONE]
    others = [t for t in hit if t.category not in FIGHTERS]
    return bool(others) or not (hit or incident.type is IncidentType.ARMED_CLASH)


def _template(incident: Incident, country: str, report: Report) -> Fills:
    perpetrators = [
        a for a in incident.actors if a.role is ActorRole.PERPETRATOR and a.attribution is not Attribution.DENIED
    ]
    kind = TYPES.get(incident.type, "ATTACK")
    fills: Fills = {
        "date": [_date(incident.when, report)],
        "location": [_location(incident.where, country)],
        "type": [kind],
        "stage": [incident.stage.upper()],
    }
    _fill_instruments(fills, incident.weapons)
    state = bool(perpetrators) and all(a.kind in STATE for a in perpetrators)
    fills["category"] = ["STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT"]
    fill_perpetrators(fills, perpetrators, incident.sources)
    fill_objects(fills, incident.targets, kind, country)
    fill_people(fills, incident, country)
    return fills


def _date(when: When | None, report: Report) -> str:
    published = report.article.published
    if when is None or when.end is None:
        return f"- {_day(published)}" if published else "-"
    if when.start is None:
        return f"- {_day(when.end)}"
    return _day(when.start) if when.start == when.end else f"{_day(when.start)} - {_day(when.end)}"


def _day(day: dt.date) -> str:
    return upper(day.strftime("%d %b %y"))


def _location(where: Where | None, country: str) -> str:
    parts = [COUNTRIES[country]]
    if where is not None:
        kinds = ((where.admin1, "DEPARTMENT"), (where.city, "CITY"))
        names = [(name, kind) for name, kind in kinds if name and name != where.name]
        if where.kind == "admin1":
            names = [(where.name, "DEPARTMENT")]
        elif where.kind not in VAGUE_PLACES or where.latitude is not None:
            names.append((where.name, where.kind.upper()))
        parts += [f"{_plain_place(name)} ({kind})" for name, kind in names]
    return ": ".join(parts)


def _plain_place(name: str) -> str:
    # A colon or hyphen separates places in the form.
    return " ".join(upper(name).replace(":", " ").replace("-", " ").split())


def _fill_instruments(fills: Fills, weapons: Iterable[Weapon]) -> None:
    names, kinds = [], []
    for weapon in weapons:
        text = upper(weapon.text)
        deed = next((kind for word, kind in DEEDS if word in text), None)
        noun = next((kind for word, kind in INSTRUMENT_WORDS if word in f"{text} "), None)
        if deed:
            kinds.append(f'{deed}: "-"')
        elif noun:
            kind = "VEHICLE BOMB" if weapon.kind is WeaponKind.VEHICLE_BOMB else noun
            names.append(quoted(text))
            kinds.append(f"{kind}: {quoted(text)}")
    fills["instrument"], fills["instrument type"] = once(names), once(kinds)
