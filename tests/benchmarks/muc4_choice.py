"""What of the records the task wants, and what it calls it: logistic models, learned from its development texts."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from incidentparse.record import ActorRole, Attribution, Category, Effect, Incident, Report, TargetKind
from tests.benchmarks.muc4_conventions import FIGHTERS, GENRES, TYPES
from tests.benchmarks.muc4_people import Person
from tests.benchmarks.muc4_places import country_of

WEIGHTS = Path(__file__).with_name("muc4_weights.json")
# Found by the F of the whole task on texts not trained on; 0.05 more or less does as well. Fills of a template are
# weighed with how likely it is one (F of all 53.94, of role fillers 57.03 without that, 54.05 and 57.25 with it).
LEAST = {"template": 0.35, "person": 0.25, "individual": 0.19, "organization": 0.26, "state": 0.4}
# Types that the task tells apart in its own way; what is none of them, and has no other name, is an attack.
KINDS = ("BOMBING", "KIDNAPPING", "ARSON")
# A kind less likely than this is an attack.
_LEAST_KIND = 0.5
# Ages of an incident at publication, in days.
_AGES = ((0, "future"), (2, "now"), (8, "week"), (32, "month"), (91, "quarter"), (400, "year"))
_LEAD, _LATE = 400, 1500
_MANY_DEAD = 50

Features = dict[str, float]
# Of each model its weights by feature.
Weights = Mapping[str, Mapping[str, float]]

# By these every template and person is wanted, of perpetrators those that the record itself has, and its own type.
EVERYTHING: Weights = {
    "template": {"bias": 50.0},
    "person": {"bias": 50.0},
    "individual": {"bias": -50.0, "own": 100.0},
    "organization": {"bias": -50.0, "own": 100.0},
    "state": {"bias": -50.0, "only state": 100.0},
} | {kind: {"bias": -50.0, f"type {kind.lower()}": 100.0} for kind in KINDS}


def wanted(model: str, features: Features, weights: Weights, chance: float = 1.0) -> bool:
    """Whether the task wants what has these features; ``chance`` is how likely it wants what they are told of."""
    return probability(weights[model], features) * chance >= LEAST[model]


def probability(weights: Mapping[str, float], features: Features) -> float:
    """The logistic model's probability."""
    score = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-score))


@cache
def learned() -> Weights:
    """The weights in the file."""
    weights: dict[str, dict[str, float]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights


def template_features(incident: Incident, report: Report) -> Features:
    """Named features of an incident that speak for or against a template of its own."""
    text, told = report.article.text, incident.evidence
    first = min(span.start for span in told)
    found: Features = {
        "confidence": math.log(_inside(incident.confidence) / (1 - _inside(incident.confidence))),
        "main": float(incident.main),
        "incidents": min(len(report.incidents), 5) / 5,
        f"type {incident.type}": 1.0,
        f"stage {incident.stage}": 1.0,
        f"country by {country_of(incident, report)[1]}": 1.0,
        "words of events": math.log1p(len(told)),
        "words of events by length": len(told) * 500 / max(500, len(text)),
        "position": first / max(1, len(text)),
        "in lead": float(first < _LEAD),
        "late": float(first > _LATE),
        "length": math.log(len(text)) / 8,
    }
    found |= {f"genre {word}": 1.0 for word in re.findall(r"\[(\w+)", text[:250].upper())[:4] if word in GENRES}
    found |= {f"word {word}": 1.0 for span in told for word in re.findall(r"[a-z]{3,}", span.text.lower())}
    return found | _of_time_and_place(incident, report) | _of_parties(incident)


def kind_of(incident: Incident, weights: Weights) -> str:
    """The type that the task gives an incident."""
    own = TYPES.get(incident.type, "ATTACK")
    if own not in (*KINDS, "ATTACK"):
        return own
    features = kind_features(incident)
    chances = {kind: probability(weights[kind], features) for kind in KINDS}
    likeliest = max(KINDS, key=lambda kind: chances[kind])
    return likeliest if chances[likeliest] >= _LEAST_KIND else "ATTACK"


def kind_features(incident: Incident) -> Features:
    """Named features of an incident that speak for or against types: its own, its weapons, its event words."""
    weapons = sorted({weapon.kind for weapon in incident.weapons})
    found: Features = {
        "main": float(incident.main),
        f"type {incident.type}": 1.0,
        f"weapons {' '.join(weapons)}": 1.0,
    }
    found |= {f"weapon {kind}": 1.0 for kind in weapons}
    for rank, span in enumerate(incident.evidence):
        for word in re.findall(r"[a-z]{3,}", span.text.lower()):
            found[f"word {word}"] = 1.0
            if rank == 0:
                found[f"word first {word}"] = 1.0
    return found


def _inside(share: float) -> float:
    return min(max(share, 0.001), 0.999)


def _of_time_and_place(incident: Incident, report: Report) -> Features:
    found: Features = {}
    when, where, published = incident.when, incident.where, report.article.published
    if when is None or when.end is None:
        found["no time"] = 1.0
    else:
        found |= {f"time to the {when.precision}": 1.0, "time confidence": when.confidence}
        if published is not None:
            day = published.date() if isinstance(published, dt.datetime) else published
            age = (day - when.end).days
            found[f"age {next((name for most, name in _AGES if age < most), 'old')}"] = 1.0
    if where is None:
        found["no place"] = 1.0
    else:
        found |= {f"place {where.precision}": 1.0, "place confidence": where.confidence}
    return found


def _of_parties(incident: Incident) -> Features:
    people = [t for t in incident.targets if t.kind is TargetKind.PERSON]
    fighters = [t for t in incident.targets if t.category in FIGHTERS]
    perpetrators = [
        a for a in incident.actors if a.role is ActorRole.PERPETRATOR and a.attribution is not Attribution.DENIED
    ]
    found: Features = {
        "people": min(len(people), 4) / 4,
        "objects": min(len(incident.targets) - len(people), 4) / 4,
        "fighters alone": float(bool(fighters) and len(fighters) == len(incident.targets)),
        "no targets": float(not incident.targets),
        "named victim": float(any(t.name for t in people)),
        "killed victim": float(any(t.effect is Effect.KILLED and t.category not in FIGHTERS for t in people)),
        "no perpetrator": float(not perpetrators),
        "weapon": float(bool(incident.weapons)),
    }
    for target in incident.targets:
        found |= {f"{target.kind} {target.category}": 1.0, f"effect {target.effect}": 1.0}
    for actor in perpetrators:
        found |= {f"perpetrator {actor.kind}": 1.0, f"attribution {actor.attribution}": 1.0}
    for figure in incident.casualties.reports:
        found[f"figure {figure.status}"] = 1.0
        if figure.category not in FIGHTERS:
            found[f"civilian figure {figure.status}"] = 1.0
        if figure.count.min >= _MANY_DEAD:
            found["many"] = 1.0
    return found


def person_features(person: Person, rank: int, people: Sequence[Person], incident: Incident) -> Features:
    """Named features of a person or group that speak for or against a place among the human targets."""
    count = person.count
    taken = "taken" if incident.type in ("kidnapping", "hijacking") else "hit"
    return {
        f"category {person.category}": 1.0,
        f"effect {person.effect}": 1.0,
        f"{taken} {person.effect}": 1.0,
        f"type {incident.type}": 1.0,
        f"noun {person.head.lower()}": 1.0,
        "counted": float(person.counted),
        "named": float(bool(person.name)),
        "named and counted": float(bool(person.name) and person.counted),
        "single": float(person.single),
        "described": float(bool(person.description)),
        "mentions": math.log(person.mentions),
        "rank": min(rank, 5) / 5,
        "people": min(len(people), 8) / 8,
        "no count": float(count is None),
        "open count": float(count is not None and count.max is None),
        "high count": float(count is not None and count.min >= _MANY_DEAD // 2),
        "main": float(incident.main),
        "others named": float(any(p.name for p in people if p is not person)),
        "others killed": float(any(p.effect is Effect.KILLED for p in people if p is not person)),
        "words": min(len(person.label.split()), 6) / 6,
        "fighters": float(person.category in (Category.MILITARY, Category.ARMED_GROUP)),
    }
