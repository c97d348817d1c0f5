"""The target slots of a MUC-4 template."""

from __future__ import annotations

from collections.abc import Iterable

from incidentparse.record import Category, Count, Incident, Target, TargetKind
from tests.benchmarks.muc4_choice import Weights, person_features, wanted
from tests.benchmarks.muc4_conventions import (
    FIGHTERS,
    GUARDS,
    HUMAN_EFFECTS,
    NATIONS,
    OBJECT_EFFECTS,
    OBJECT_WORDS,
    OBJECTS,
    PEOPLE,
    VAGUE_NUMBERS,
)
from tests.benchmarks.muc4_form import Fills, once, quoted, upper
from tests.benchmarks.muc4_people import Person, people_of


def fill_objects(fills: Fills, targets: Iterable[Target], kind: str, country: str) -> None:
    """The physical target slots."""
    slots: dict[str, list[str]] = {"id": [], "type": [], "number": [], "nation": [], "effect": []}
    for target in targets:
        if target.kind is not TargetKind.OBJECT or target.category in FIGHTERS:
            continue
        text = upper(target.name or target.description)
        label = quoted(text)
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
    fills.update({f"object {name}": once(values) for name, values in slots.items()})


def _object_type(target: Target, text: str) -> str:
    word = next((kind for word, kind in OBJECT_WORDS if word in f" {text} "), None)
    if target.category in (Category.POLICE, Category.DIPLOMAT) and word == "ORGANIZATION OFFICE":
        # "Headquarters" alone says an organization's.
        word = None
    if target.category is Category.TRANSPORT:
        return word or "TRANSPORT VEHICLE"
    return word or OBJECTS.get(target.category, "OTHER")


def fill_people(fills: Fills, incident: Incident, country: str, weights: Weights, chance: float) -> None:
    """The human target slots; ``chance`` is how likely the task wants the template."""
    slots: dict[str, list[str]] = {k: [] for k in ("name", "description", "type", "number", "nation", "effect")}
    people = people_of(incident)
    for rank, person in enumerate(people):
        if not wanted("person", person_features(person, rank, people, incident), weights, chance):
            continue
        label = quoted(person.label)
        if person.name:
            slots["name"].append(label)
        if person.description:
            text = quoted(person.description)
            slots["description"].append(f"{text}: {label}" if person.name else text)
        slots["type"].append(f"{_person_type(person)}: {label}")
        number = "1" if person.name and person.count is None else _number(person.count, person.label)
        slots["number"].append(f"{number}: {label}")
        if nation := _foreign(person.country_code, country):
            slots["nation"].append(f"{nation}: {label}")
        if effect := HUMAN_EFFECTS.get(person.effect):
            slots["effect"].append(f"{effect}: {label}")
    fills.update({f"person {name}": once(values) for name, values in slots.items()})


def _person_type(person: Person) -> str:
    text = f"{person.description or ''} {person.name or ''}"
    if any(word in text for word in GUARDS):
        return "SECURITY GUARD"
    kind = PEOPLE.get(person.category, "CIVILIAN")
    return f"FORMER {kind}" if "FORMER " in text and kind in ("GOVERNMENT OFFICIAL", "ACTIVE MILITARY") else kind


def _number(count: Count | None, text: str) -> str:
    if count is None:
        return "PLURAL" if text.endswith("S") or "PEOPLE" in text else "1"
    if count.max is None:
        return "PLURAL" if count.text.upper() in VAGUE_NUMBERS else f"{count.min}-"
    return str(count.min) if count.min == count.max else f"{count.min}-{count.max}"


def _foreign(code: str | None, country: str) -> str | None:
    return NATIONS.get(code) if code and code != country else None
