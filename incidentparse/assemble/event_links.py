"""How likely an event word goes on with an incident already told: a logistic model over named features."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

from incidentparse.assemble.dating import gap
from incidentparse.assemble.event_traits import Traits
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


def features(one: Traits, told: Sequence[Traits], *, main: bool, current: bool) -> dict[str, float]:
    """Named features of an event word beside the event words of an incident already told."""
    last = told[-1]
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
        f"told {min(len(told), _MOST)}": 1.0,
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


def _relations(one: Traits, told: Sequence[Traits]) -> dict[str, str]:
    """Of each kind of trait whether the word has it, and whether it is one of those told."""
    found = {
        name: _relation(own, known)
        for name, own, known in (
            ("place", one.places, [t.places for t in told]),
            ("name", one.names, [t.names for t in told]),
            ("victim", one.victims, [t.victims for t in told]),
            ("named victim", one.named, [t.named | t.names for t in told]),
            ("count", one.counts, [t.counts for t in told]),
            ("agent", one.agents, [t.agents for t in told]),
        )
    }
    types = {t.type for t in told if t.type is not None}
    found["type"] = "none" if one.type is None else "new" if not types else "shared" if one.type in types else "other"
    if one.days is None:
        return found | {"day": "none"}
    days = [t.days for t in told if t.days is not None]
    met = any(gap(one.days, known) == 0 for known in days)
    return found | {"day": "new" if not days else "shared" if met else "other"}


def _relation(own: frozenset[str], known: Sequence[frozenset[str]]) -> str:
    if not own:
        return "none"
    every = frozenset().union(*known)
    return "new" if not every else "shared" if own & every else "other"


def _of_syntax(one: Traits, told: Sequence[Traits]) -> dict[str, float]:
    """Whether the word stands below one of the incident's in its sentence, or above it."""
    found: dict[str, float] = {}
    if any(t.trigger == one.above for t in told):
        found["below told, joined" if one.joined else "below told"] = 1.0
    for other in told:
        if other.above == one.trigger:
            found["above told, joined" if other.joined else "above told"] = 1.0
    return found


def _of_days(one: Traits, told: Sequence[Traits]) -> dict[str, float]:
    days = [t.days for t in told if t.days is not None]
    if one.days is None or not days:
        return {}
    return {"day far": float(min(gap(one.days, known) for known in days) >= _FAR)}


def probability(found: Mapping[str, float]) -> float:
    """How likely the event word goes on with that incident."""
    weights = _weights()
    return logistic(weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in found.items() if value))


@cache
def _weights() -> Mapping[str, float]:
    return load_weights("event_links")
