"""From reports to MUC-4 templates: the conventions of the 1992 task, which are its own and not the record's."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from incidentparse.record import (
    Actor,
    ActorRole,
    Attribution,
    Category,
    Count,
    Effect,
    Incident,
    IncidentType,
    Report,
    Side,
    Source,
    Target,
    TargetKind,
    Weapon,
    WeaponKind,
    When,
    Where,
)
from tests.benchmarks.muc4_conventions import (
    AUTHORITIES,
    COMMON,
    COUNTRIES,
    DATELINES,
    DEEDS,
    FIGHTERS,
    GUARDS,
    HUMAN_EFFECTS,
    INSTRUMENT_KINDS,
    INSTRUMENT_WORDS,
    NATIONS,
    NO_TYPE,
    OBJECT_EFFECTS,
    OBJECT_WORDS,
    OBJECTS,
    ORGANIZATIONS,
    PEOPLE,
    RECENT,
    STATE,
    TYPES,
)

Fills = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class _Person:
    """A human target: its name, description, category, number, nation and what became of it."""

    name: str | None
    description: str | None
    category: Category
    count: Count | None
    country_code: str | None
    effect: Effect

    @property
    def label(self) -> str:
        return self.name or self.description or ""


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
    hit = [t.category for t in incident.targets if t.effect is not Effect.NONE]
    fighters = bool(hit) and all(category in FIGHTERS for category in hit)
    return not fighters and not (incident.type is IncidentType.ARMED_CLASH and not hit)


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
    _fill_perpetrators(fills, perpetrators, incident.sources)
    _fill_objects(fills, [t for t in incident.targets if t.kind is TargetKind.OBJECT], kind, country)
    _fill_people(fills, _people(incident), country)
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
        if where.kind not in ("country", "admin1"):
            names.append((where.name, where.kind.upper()))
        elif where.kind == "admin1":
            names = [(where.name, "DEPARTMENT")]
        parts += [f"{_plain_place(name)} ({kind})" for name, kind in names]
    return ": ".join(parts)


def _plain_place(name: str) -> str:
    # A colon or hyphen separates places in the form.
    return " ".join(upper(name).replace(":", " ").replace("-", " ").split())


def _fill_instruments(fills: Fills, weapons: Iterable[Weapon]) -> None:
    names, kinds = [], []
    for weapon in weapons:
        text = upper(weapon.text)
        kind = _instrument(weapon, text)
        if kind is None:
            continue
        if text.startswith(DEEDS):
            kinds.append(f'{kind}: "-"')
        else:
            names.append(_quoted(text))
            kinds.append(f"{kind}: {_quoted(text)}")
    fills["instrument"], fills["instrument type"] = _once(names), _once(kinds)


def _instrument(weapon: Weapon, text: str) -> str | None:
    if weapon.kind in (WeaponKind.VEHICLE_BOMB, WeaponKind.AERIAL_BOMB):
        return INSTRUMENT_KINDS[weapon.kind]
    word = next((kind for word, kind in INSTRUMENT_WORDS if word in text), None)
    return word or INSTRUMENT_KINDS.get(weapon.kind)


def _fill_perpetrators(fills: Fills, actors: Iterable[Actor], sources: Iterable[Source]) -> None:
    people, organizations, confidences = [], [], []
    officials = {upper(name) for s in sources if s.kind in AUTHORITIES for name in (s.name, *s.aliases)}
    for actor in actors:
        text = upper(actor.text)
        named = actor.kind in ORGANIZATIONS and (actor.name != actor.text or any(c.isupper() for c in actor.name[1:]))
        if named and not _is_common(actor):
            organizations.append(_quoted(text))
            confidences.append(f"{_confidence(actor, officials)}: {_quoted(text)}")
        else:
            people.append(_quoted(text))
    fills["individual"], fills["organization"], fills["confidence"] = map(_once, (people, organizations, confidences))


def _is_common(actor: Actor) -> bool:
    return all(word.lower() in COMMON for word in actor.text.replace("-", " ").split())


def _confidence(actor: Actor, officials: set[str]) -> str:
    if actor.attribution is Attribution.CLAIMED:
        return "CLAIMED OR ADMITTED"
    if actor.attribution in (Attribution.SUSPECTED, Attribution.ACCUSED):
        by = upper(actor.attributed_by or "")
        official = any(by in name or name in by for name in officials) if by else False
        return "SUSPECTED OR ACCUSED BY AUTHORITIES" if official else "SUSPECTED OR ACCUSED"
    return "REPORTED AS FACT"


def _fill_objects(fills: Fills, targets: Iterable[Target], kind: str, country: str) -> None:
    slots: dict[str, list[str]] = {"id": [], "type": [], "number": [], "nation": [], "effect": []}
    for target in targets:
        if target.category in FIGHTERS:
            continue
        text = upper(target.name or target.description)
        label = _quoted(text)
        slots["id"].append(label)
        slots["type"].append(f"{_object_type(target, text)}: {label}")
        slots["number"].append(f"{_number(target.count, text)}: {label}")
        if nation := _foreign(target.country_code, country):
            slots["nation"].append(f"{nation}: {label}")
        effect = OBJECT_EFFECTS.get(target.effect)
        if effect is None and kind in ("BOMBING", "ARSON"):
            effect = "SOME DAMAGE"  # The commonest by far in such attacks where the text leaves it open.
        if effect:
            slots["effect"].append(f"{effect}: {label}")
    fills.update({f"object {name}": _once(values) for name, values in slots.items()})


def _object_type(target: Target, text: str) -> str:
    word = next((kind for word, kind in OBJECT_WORDS if word in text), None)
    if target.category is Category.TRANSPORT:
        return word or "TRANSPORT VEHICLE"
    return word or OBJECTS.get(target.category, "OTHER")


def _people(incident: Incident) -> list[_Person]:
    people = [
        _Person(t.name, _without_name(t.description, t.name), t.category, t.count, t.country_code, t.effect)
        for t in incident.targets
        if t.kind is TargetKind.PERSON
    ]
    known = {label for p in people for label in (p.name, p.description) if label}
    for report in incident.casualties.reports:
        effect = {"killed": Effect.KILLED, "injured": Effect.INJURED, "abducted": Effect.ABDUCTED}.get(report.status)
        if effect is None or report.side is Side.PERPETRATOR or report.count.min == 0:
            continue
        group = report.group
        if group and not any(group in label or label in group for label in known):
            known.add(group)
            people.append(_Person(None, group, report.category, report.count, report.country_code, effect))
    return [p for p in people if p.category is not Category.ARMED_GROUP]


def _without_name(description: str, name: str | None) -> str | None:
    """The title or trade alone: the task writes names apart."""
    return (description.replace(name, "") if name else description).strip(" ,") or None


def _fill_people(fills: Fills, people: Iterable[_Person], country: str) -> None:
    slots: dict[str, list[str]] = {k: [] for k in ("name", "description", "type", "number", "nation", "effect")}
    for person in people:
        label = _quoted(upper(person.label))
        if person.name:
            slots["name"].append(label)
        if person.description:
            text = _quoted(upper(person.description))
            slots["description"].append(f"{text}: {label}" if person.name else text)
        slots["type"].append(f"{_person_type(person)}: {label}")
        number = "1" if person.name and person.count is None else _number(person.count, upper(person.label))
        slots["number"].append(f"{number}: {label}")
        if nation := _foreign(person.country_code, country):
            slots["nation"].append(f"{nation}: {label}")
        if effect := HUMAN_EFFECTS.get(person.effect):
            slots["effect"].append(f"{effect}: {label}")
    fills.update({f"person {name}": _once(values) for name, values in slots.items()})


def _person_type(person: _Person) -> str:
    text = upper(f"{person.description or ''} {person.name or ''}")
    if any(word in text for word in GUARDS):
        return "SECURITY GUARD"
    kind = PEOPLE.get(person.category, "CIVILIAN")
    return f"FORMER {kind}" if "FORMER " in text and kind in ("GOVERNMENT OFFICIAL", "ACTIVE MILITARY") else kind


def _number(count: Count | None, text: str) -> str:
    if count is None:
        return "PLURAL" if text.endswith("S") or "PEOPLE" in text else "1"
    if count.max is None:
        return f"{count.min}-"
    return str(count.min) if count.min == count.max else f"{count.min}-{count.max}"


def _foreign(code: str | None, country: str) -> str | None:
    return NATIONS.get(code) if code and code != country else None


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "").replace("\\", "").strip() + '"'


def _once(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def upper(text: str) -> str:
    """Capitals without diacritics in one line: how the task writes."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(plain.upper().split())
