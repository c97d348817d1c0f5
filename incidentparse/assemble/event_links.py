"""How likely an event word goes on with an incident already told: a logistic model over named features."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from incidentparse.assemble.dating import Days, gap, sense_of
from incidentparse.assemble.relevance import logistic
from incidentparse.language.document import Document
from incidentparse.mentions import EventMention, Tokens
from incidentparse.record import IncidentType

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_INDEFINITE = frozenset({"a", "an", "another", "other", "several", "two", "three", "some", "new"})
# Days apart from which two stated days are far.
_FAR = 2
# Sentences of the lead, which mostly tells one incident.
_LEAD = 4


@dataclass(frozen=True, slots=True)
class Traits:
    """What an event word and its sentence say that tells incidents apart.

    Attributes:
        sentence: number of its sentence.
        paragraph: number of its paragraph.
        opens: it is the first event word of its paragraph.
        type: its first meaning, or None.
        sense: the sense of its frame.
        days: the days stated for it, or None.
        places: folded names of places in its sentence.
        names: folded words of other proper names in its sentence.
        victims: head words of those that it hit.
        agents: head words of those who did it.
        form: "definite", "indefinite", "bare" or "verb".
        cues: what phrases before it in its sentence tell of other incidents.
    """

    sentence: int
    paragraph: int
    opens: bool
    type: IncidentType | None
    sense: str
    days: Days | None
    places: frozenset[str]
    names: frozenset[str]
    victims: frozenset[str]
    agents: frozenset[str]
    form: str
    cues: frozenset[str]


def traits(
    document: Document,
    event: EventMention,
    *,
    opens: bool,
    days: Days | None,
    places: Collection[str],
    cues: Collection[str],
) -> Traits:
    """The traits of an event word; its days, the places of its sentence and its cues are found elsewhere."""
    sentence = document.sentence(event.trigger)
    placed = {word for place in places for word in place.split()}
    return Traits(
        sentence=sentence.index,
        paragraph=sentence.paragraph,
        opens=opens,
        type=event.types[0] if event.types else None,
        sense=sense_of(event),
        days=days,
        places=frozenset(places),
        names=frozenset(
            document.folded[t] for t in sentence if document.entity[t] == "PERSON" and document.folded[t] not in placed
        ),
        victims=_heads(document, event.patients),
        agents=_heads(document, event.agents),
        form=_form(document, event.trigger),
        cues=frozenset(cues),
    )


def _heads(document: Document, phrases: Sequence[Tokens]) -> frozenset[str]:
    found = set()
    for start, end in phrases:
        head = next((t for t in range(start, end) if not start <= document.heads[t] < end), end - 1)
        if document.pos[head] in ("NOUN", "PROPN"):
            found.add(document.lemmas[head])
    return frozenset(found)


def _form(document: Document, token: int) -> str:
    if document.pos[token] not in ("NOUN", "PROPN"):
        return "verb"
    before = {document.lower[child] for child in document.children[token] if child < token}
    return "definite" if before & _DEFINITE else "indefinite" if before & _INDEFINITE else "bare"


def features(one: Traits, told: Sequence[Traits], *, main: bool, current: bool) -> dict[str, float]:
    """Named features of an event word beside the event words of an incident already told."""
    last = told[-1]
    apart = one.sentence - last.sentence
    found = {
        "main": float(main),
        "current": float(current),
        "current main": float(main and current),
        "same sentence": float(apart == 0),
        "next sentence": float(apart == 1),
        "same paragraph": float(one.paragraph == last.paragraph),
        "distance": math.log1p(apart),
        "opens paragraph": float(one.opens),
        "in lead": float(one.sentence < _LEAD),
        f"form {one.form}": 1.0,
        f"sense {one.sense}": 1.0,
        f"told {min(len(told), 4)}": 1.0,
    }
    if main:
        found |= {f"main and cue {cue}": 1.0 for cue in sorted(one.cues)}
    else:
        found |= {f"cue {cue}": 1.0 for cue in sorted(one.cues)}
    for name, own, others in (
        ("place", one.places, [t.places for t in told]),
        ("name", one.names, [t.names for t in told]),
        ("victim", one.victims, [t.victims for t in told]),
        ("agent", one.agents, [t.agents for t in told]),
    ):
        known = frozenset().union(*others)
        relation = "none" if not own else "new" if not known else "shared" if own & known else "other"
        found[f"{name} {relation}"] = 1.0
        if relation == "other" and one.opens:
            found[f"{name} other, opens paragraph"] = 1.0
    types = {t.type for t in told if t.type is not None}
    kind = "none" if one.type is None else "new" if not types else "shared" if one.type in types else "other"
    found[f"type {kind}"] = 1.0
    return found | _of_days(one, told)


def _of_days(one: Traits, told: Sequence[Traits]) -> dict[str, float]:
    days = [t.days for t in told if t.days is not None]
    if one.days is None or not days:
        return {"day unknown": 1.0}
    least = min(gap(one.days, known) for known in days)
    return {"day shared": 1.0} if least == 0 else {"day apart": 1.0, "day far": float(least >= _FAR)}


def probability(found: Mapping[str, float]) -> float:
    """How likely the event word goes on with that incident."""
    weights = _weights()
    return logistic(weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in found.items()))


@cache
def _weights() -> Mapping[str, float]:
    weights: dict[str, float] = json.loads((files("incidentparse") / "weights" / "event_links.json").read_text("utf-8"))
    return weights
