"""The type of an incident: what its event words and the cues around them speak for, by learned weights."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from incidentparse.assemble.dating import sense_of
from incidentparse.assemble.relevance import first_end, head_end
from incidentparse.assemble.signals import TYPE_OF_GROUP
from incidentparse.language.answers import answers
from incidentparse.language.company import is_force
from incidentparse.language.document import Document
from incidentparse.language.lexicon import Hit
from incidentparse.mentions import EventMention
from incidentparse.record import IncidentType
from incidentparse.weights import load_weights

VOTES = ("event first", "event head", "event all", "cue first", "cue head", "cue all")
# A word's second meaning, and an event that is not told as having happened, count less. These two, the tokens of cues
# and the strengths below are set by hand: with any one at half or half as much again, one article in 200 at the most
# has its type read otherwise, in full articles, snippets and notes on aid workers alike.
_SECOND_MEANING = 0.4
_NOT_TOLD = 0.4
# The share of cues is counted per so many tokens.
_CUE_TOKENS = 30

# People taken make a kidnapping, also where shots were fired: the hierarchy of GTD's attack types puts hijacking and
# kidnapping before bombing and armed assault. Found on half of the articles: 1 to 2 do equally well.
_TAKEN = frozenset({IncidentType.KIDNAPPING, IncidentType.HIJACKING})
_TAKEN_BONUS = 1.5
_TAKEN_STRENGTH = 0.6
# What forces do to free captives, told by words stronger than an arrest.
_BY_FORCE = frozenset({IncidentType.RAID, IncidentType.ARMED_CLASH, IncidentType.SHOOTING})
_FORCE_STRENGTH = 0.6

# Ways of attacking that words for an attack or a killing alone leave open; every other type needs a word that tells it.
UNTOLD = frozenset(
    {
        IncidentType.SHOOTING,
        IncidentType.ARMED_CLASH,
        IncidentType.ASSAULT,
        IncidentType.EXECUTION,
        IncidentType.RAID,
        IncidentType.UNREST,
        IncidentType.OTHER,
    }
)

# Means of attack that no reading of the article puts in the shade once a word as strong as this tells them in its head:
# "murdered … beheaded" is no shooting. Of 2,300 coded types 1 becomes right and none wrong with 0.5 to 0.9.
_MEANS = frozenset(
    {
        IncidentType.BOMBING,
        IncidentType.AIRSTRIKE,
        IncidentType.DRONE_STRIKE,
        IncidentType.SHELLING,
        IncidentType.SHOOTING,
        IncidentType.ARMED_CLASH,
        IncidentType.STABBING,
        IncidentType.VEHICLE_RAMMING,
        IncidentType.CHEMICAL_ATTACK,
        IncidentType.ARSON,
        IncidentType.ASSAULT,
        IncidentType.EXECUTION,
    }
)
_MEANS_STRENGTH = 0.7

Votes = dict[IncidentType, list[float]]


@dataclass(frozen=True, slots=True)
class TypeWeights:
    """Learned weights.

    Attributes:
        votes: weight of each kind of vote, in the order of VOTES.
        features: weight of each feature of the article, by type.
        bias: by type.
    """

    votes: tuple[float, ...]
    features: Mapping[str, Mapping[str, float]]
    bias: Mapping[str, float]


def type_probabilities(
    document: Document, events: Sequence[EventMention], signals: Sequence[Hit[str]], *, main: bool
) -> dict[IncidentType, float]:
    """How likely each type is for an incident that these events and cues speak of, of those that the words allow.

    Args:
        document: the article.
        events: the event words of the incident.
        signals: the cue phrases that belong to it.
        main: it is what the article is about, so that features of the article's head count too.
    """
    weights = _weights()
    events, signals = telling_type(document, events, signals)
    found = votes(document, events, signals, main=main)
    scores = {
        kind: sum(w * v for w, v in zip(weights.votes, found[kind], strict=True)) + weights.bias.get(kind, 0.0) * main
        for kind in IncidentType
    }
    if main:
        for name, value in article_features(document, events, signals).items():
            for kind, weight in weights.features.get(name, {}).items():
                scores[IncidentType(kind)] += weight * value
    for kind, bonus in taken_bonus(document, events).items():
        scores[kind] += bonus
    possible = allowed(found)
    told = {kind: score for kind, score in scores.items() if kind in possible}
    top = max(told.values())
    shares = {kind: math.exp(score - top) for kind, score in told.items()}
    total = sum(shares.values())
    return {kind: share / total for kind, share in shares.items()}


def allowed(found: Votes) -> frozenset[IncidentType]:
    """The types that words tell, and, where none in the article's head tells a means, those that words leave open."""
    told = frozenset(kind for kind, votes_ in found.items() if any(votes_))
    means = any(max(found[kind][0], found[kind][1]) >= _MEANS_STRENGTH for kind in _MEANS)
    return told if means else told | UNTOLD


def telling_type(
    document: Document, events: Sequence[EventMention], signals: Sequence[Hit[str]]
) -> tuple[Sequence[EventMention], Sequence[Hit[str]]]:
    """The event words and cues that tell the type of an incident.

    Left out is how attackers were stopped, that those killed were hostages, and the taking that a raid put an end to.
    """
    answered = answers(document)
    killed = {t for e in events if sense_of(e) == "kill" for patient in e.patients for t in range(*patient)}
    ended = _ends_captivity(document, events)
    told = [
        e for e in events
        if e.trigger not in answered and not ((ended or e.trigger in killed) and _TAKEN.intersection(e.types[:1]))
    ]  # fmt: skip
    cues = [
        s for s in signals
        if answered.isdisjoint(range(s.start, s.end))
        and not ((ended or s.start in killed) and TYPE_OF_GROUP.get(s.value) in _TAKEN)
    ]  # fmt: skip
    return told, cues


def taken_bonus(document: Document, events: Sequence[EventMention]) -> dict[IncidentType, float]:
    """What is added to the score of taking people or vehicles where the article's head tells of it."""
    end = head_end(document)
    told = (e for e in events if e.types and e.strength >= _TAKEN_STRENGTH and e.certainty.actual and e.trigger < end)
    return dict.fromkeys(sorted({e.types[0] for e in told} & _TAKEN), _TAKEN_BONUS)


def _ends_captivity(document: Document, events: Sequence[EventMention]) -> bool:
    """Whether the article's head tells of forces that free captives by force: a raid, not the taking it ends."""
    end = head_end(document)
    head = [e for e in events if e.trigger < end and e.certainty.actual and not e.certainty.historical]
    freed = any(
        sense_of(e) == "release" and e.patients and any(is_force(document, agent) for agent in e.agents) for e in head
    )
    return freed and any(e.types and e.types[0] in _BY_FORCE and e.strength >= _FORCE_STRENGTH for e in head)


def votes(document: Document, events: Sequence[EventMention], signals: Sequence[Hit[str]], *, main: bool) -> Votes:
    """For each type how strongly event words and cues speak for it, in the order of VOTES."""
    first, end = (first_end(document), head_end(document)) if main else (len(document), len(document))
    found: Votes = {kind: [0.0] * len(VOTES) for kind in IncidentType}
    for event in events:
        told = event.certainty.actual and not event.certainty.historical
        for rank, kind in enumerate(event.types):
            vote = found[kind]
            worth = event.strength * (1.0 if told else _NOT_TOLD) * (1.0 if rank == 0 else _SECOND_MEANING)
            vote[0] = max(vote[0], worth) if event.trigger < first else vote[0]
            vote[1] = max(vote[1], worth) if event.trigger < end else vote[1]
            vote[2] += worth
    seen: set[tuple[IncidentType, tuple[str, ...]]] = set()
    cues = 0
    for signal in signals:
        cue = TYPE_OF_GROUP.get(signal.value)
        if cue is None:
            continue
        cues += 1
        vote = found[cue]
        vote[3] = 1.0 if signal.start < first else vote[3]
        key = (cue, tuple(document.folded[signal.start : signal.end]))
        if signal.start < end and key not in seen:
            seen.add(key)
            vote[4] += 1
        vote[5] += 1
    for vote in found.values():
        vote[2], vote[4], vote[5] = math.log1p(vote[2]), math.log1p(vote[4]), vote[5] / max(1, cues)
    return found


def article_features(
    document: Document, events: Sequence[EventMention], signals: Sequence[Hit[str]]
) -> dict[str, float]:
    """Named features of the article's head that speak for or against types."""
    found: defaultdict[str, float] = defaultdict(float)
    first, end = first_end(document), head_end(document)
    phrases: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for signal in signals:
        if signal.start < end:
            phrases[signal.value].add(tuple(document.folded[signal.start : signal.end]))
        if signal.start < first:
            found[f"first:{signal.value}"] = 1.0
    for group, distinct in phrases.items():
        found[f"has:{group}"] = 1.0
        found[f"n:{group}"] = math.log1p(len(distinct))
    for group, count in Counter(s.value for s in signals).items():
        found[f"all:{group}"] = min(1.0, count * _CUE_TOKENS / len(document))
    for event in events:
        sense, worth = sense_of(event), event.strength * (1.0 if event.certainty.actual else _NOT_TOLD)
        if event.trigger < end:
            found[f"sense:{sense}"] = max(found[f"sense:{sense}"], worth)
        if event.trigger < first:
            found[f"sense1:{sense}"] = max(found[f"sense1:{sense}"], worth)
    return found


@cache
def _weights() -> TypeWeights:
    data = load_weights("types")
    return TypeWeights(tuple(data["votes"][name] for name in VOTES), data["features"], data["bias"])
