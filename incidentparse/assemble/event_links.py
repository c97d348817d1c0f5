"""How likely an event word goes on with an incident already told: a logistic model over named features."""

from __future__ import annotations

import math
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache

from incidentparse.assemble.dating import gap
from incidentparse.assemble.event_traits import Traits
from incidentparse.assemble.incident_traits import IncidentTraits
from incidentparse.assemble.relevance import logistic
from incidentparse.weights import load_weights

# Days apart from which two stated days are far.
_FAR = 2
# Sentences of the lead, which mostly tells one incident.
_LEAD = 4
# What so many traits speak for or against is counted, not more.
_MOST = 4
# Senses of what a deed led to, and of those that are no deeds.
_OUTCOMES = frozenset({"kill", "die", "injure", "damage", "destroy", "miss"})
_ALONG = frozenset(
    {"generic", "person", "operation", "claim", "detain", "release", "threat", "plot", "attempt", "foil"}
)


def features(one: Traits, told: IncidentTraits, *, main: bool, current: bool) -> dict[str, float]:
    """Named features of an event word beside the event words of an incident already told, of which there are some."""
    last = told.told[-1]
    apart = abs(one.sentence - last.sentence)
    found = {
        "main": float(main),
        "current": float(current),
        "current main": float(main and current),
        "same sentence": float(apart == 0),
        "next sentence": float(apart == 1),
        "same paragraph": float(one.paragraph == last.paragraph),
        "next paragraph": float(one.paragraph - last.paragraph == 1),
        "distance": math.log1p(apart),
        "opens paragraph": float(one.opens),
        "main, opens paragraph": float(main and one.opens),
        "current, opens paragraph": float(current and one.opens),
        "opens sentence": float(one.opens_sentence),
        "in lead": float(one.sentence < _LEAD),
        f"form {one.form}": 1.0,
        f"patient {one.patient}": 1.0,
        f"sense {one.sense}": 1.0,
        f"{_group(one)} after {_group(last)}": 1.0,
        f"told {min(len(told.told), _MOST)}": 1.0,
    }
    found |= {f"main and cue {cue}" if main else f"cue {cue}": 1.0 for cue in sorted(one.cues)}
    found |= {f"mark {mark}": 1.0 for mark in sorted(one.marks)}
    relations = _relations(one, told)
    found[f"{_group(one)}, place {relations['place']}, victim {relations['victim']}"] = 1.0
    if "fronted" in one.marks:
        found[f"fronted place {relations['place']}"] = 1.0
    for name, relation in relations.items():
        found[f"{name} {relation}"] = 1.0
        if relation == "other" and one.opens:
            found[f"{name} other, opens paragraph"] = 1.0
        if relation == "other" and apart == 0:
            found[f"{name} other, same sentence"] = 1.0
    agreed = list(relations.values())
    found[f"others {min(agreed.count('other'), _MOST)}"] = 1.0
    found[f"shared {min(agreed.count('shared'), _MOST)}"] = 1.0
    if relations["type"] == "other":
        found[f"type other {one.type}"] = 1.0
    return found | _of_syntax(one, told) | _of_days(one, told)


def _group(one: Traits) -> str:
    return "outcome" if one.sense in _OUTCOMES else "along" if one.sense in _ALONG else "deed"


def _relations(one: Traits, told: IncidentTraits) -> dict[str, str]:
    """Of each kind of trait whether the word has it, and whether it is one of those told."""
    found = {
        "place": _relation(one.places, told.places),
        "name": _relation(one.names, told.names),
        "victim": _relation(one.victims, told.victims),
        "named victim": _relation(one.named, told.named | told.names),
        "count": _relation(one.counts, told.counts),
        "agent": _relation(one.agents, told.agents),
        "type": _relation({one.type} - {None}, told.types),
    }
    if one.days is None:
        return found | {"day": "none"}
    met = any(gap(one.days, known) == 0 for known in told.days)
    return found | {"day": "new" if not told.days else "shared" if met else "other"}


def _relation(own: AbstractSet[object], known: AbstractSet[object]) -> str:
    if not own:
        return "none"
    return "new" if not known else "other" if own.isdisjoint(known) else "shared"


def _of_syntax(one: Traits, told: IncidentTraits) -> dict[str, float]:
    """Whether the word stands below one of the incident's in its sentence, or above it."""
    found: dict[str, float] = {}
    if one.above in told.triggers:
        found["below told, joined" if one.joined else "below told"] = 1.0
    for joined in (True, False):
        if (one.trigger, joined) in told.above:
            found["above told, joined" if joined else "above told"] = 1.0
    return found


def _of_days(one: Traits, told: IncidentTraits) -> dict[str, float]:
    if one.days is None or not told.days:
        return {}
    return {"day far": float(min(gap(one.days, known) for known in told.days) >= _FAR)}


def probability(found: Mapping[str, float]) -> float:
    """How likely the event word goes on with that incident."""
    weights = _weights()
    return logistic(weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in found.items() if value))


@cache
def _weights() -> Mapping[str, float]:
    return load_weights("event_links")
