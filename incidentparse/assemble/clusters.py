"""Clusters of event words: which speak of the main incident, which of another, which of the past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from incidentparse.language.document import Document
from incidentparse.language.lexicon import PhraseIndex, load_lexicon
from incidentparse.mentions import EventMention, TimeMention, Tokens
from incidentparse.record import IncidentType

Days = tuple[dt.date, dt.date]
Effect = Literal["other", "response", "past"]

# Senses that do something to somebody; the others (arrests, threats, "the incident") only go along with an incident.
DEEDS = frozenset(
    {"attack", "kill", "injure", "abduct", "shoot", "shell", "explode", "clash", "raid", "capture", "riot", "rape",
     "damage", "destroy", "hijack", "rob", "bombing"}
)  # fmt: skip
# An event word weaker than this opens no incident of its own: "hit", "operation".
_LEAST_STRENGTH = 0.3
# Days apart from which two stated days are two incidents; news of "Monday" and "Tuesday" often tell one night.
_DAYS_APART = 2
# Events told up to so many tokens after a date expression, in its sentence, are dated by it.
_NEAR_TOKENS = 12
_LEAD_SENTENCES = 4
_WEEK = 7
# Ways of hitting from afar, which no hand on the ground carries on.
_FROM_AFAR = frozenset({IncidentType.AIRSTRIKE, IncidentType.DRONE_STRIKE, IncidentType.SHELLING})


class IncidentCue(BaseModel):
    """A phrase that sets what its sentence tells apart from the main incident."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    phrase: str
    effect: Effect


@dataclass(slots=True)
class Cluster:
    """Event words that speak of one incident.

    Attributes:
        events: in the order of the text.
        sentences: numbers of the sentences in which they stand.
        past: it lies before the main incident and is told as background.
        days: first and last day stated for it, or None.
    """

    events: list[EventMention] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    past: bool = False
    days: Days | None = None

    def add(self, event: EventMention, sentence: int) -> None:
        """Puts an event word into the cluster."""
        self.events.append(event)
        if sentence not in self.sentences:
            self.sentences.append(sentence)

    @property
    def types(self) -> frozenset[IncidentType]:
        """The first meanings of its event words."""
        return frozenset(e.types[0] for e in self.events if e.types)


@cache
def _cue_index() -> PhraseIndex[Effect]:
    return PhraseIndex((cue.phrase, cue.effect) for cue in load_lexicon("incident_cues.jsonl", IncidentCue))


class Clustering:
    """Reads the event words of a document in order and puts each into its incident."""

    def __init__(self, document: Document, events: Sequence[EventMention], times: Sequence[TimeMention]) -> None:
        self.document = document
        self.events = [e for e in events if not e.certainty.negated and not e.certainty.hypothetical]
        self.dated = [t for t in times if t.last is not None]
        self.cues: dict[int, set[Effect]] = {}
        self.cue_spans: dict[int, list[Tokens]] = {}
        for hit in _cue_index().find(document.folded):
            sentence = document.sentence_of[hit.start]
            self.cues.setdefault(sentence, set()).add(hit.value)
            self.cue_spans.setdefault(sentence, []).append((hit.start, hit.end))
        self.main = Cluster()
        self.others: list[Cluster] = []

    def run(self) -> tuple[Cluster, list[Cluster]]:
        """The main cluster and the others, in the order of the text."""
        self.main.days = self._main_days()
        current: Cluster = self.main
        paragraph = -1
        for event in self.events:
            sentence = self.document.sentence(event.trigger)
            if sentence.paragraph != paragraph:
                current, paragraph = self.main, sentence.paragraph
            cluster = self._place(event, current)
            cluster.add(event, sentence.index)
            if cluster is not self.main or event.strength >= _LEAST_STRENGTH:
                current = cluster
        return self.main, [c for c in self.others if c.events]

    def background(self) -> list[int]:
        """The sentences that tell of earlier times without an event word of the main incident."""
        mains = set(self.main.sentences)
        return [s for s, effects in self.cues.items() if "past" in effects and s not in mains and s >= _LEAD_SENTENCES]

    def _main_days(self) -> Days | None:
        """The days of the main incident: as a word of the lead hangs on a date, else the day of publication."""
        triggers = {e.trigger for e in self.events if not e.certainty.historical}
        for time in self.dated:
            if self.document.sentence_of[time.start] <= _LEAD_SENTENCES and time.anchor in triggers:
                return _span(time)
        published = self.document.published
        return (published, published) if published else None

    def _place(self, event: EventMention, current: Cluster) -> Cluster:
        sentence = self.document.sentence_of[event.trigger]
        sense = event.rule.split(":")[1]
        lead = sentence < _LEAD_SENTENCES and not self.main.events
        if lead and not event.certainty.historical:
            return self.main
        days = self._days(event)
        past = event.certainty.historical or "past" in self.cues.get(sentence, ()) or self._before(days)
        other = self._set_apart(event, sentence) or self._elsewhen(days)
        if sentence < _LEAD_SENTENCES and not event.certainty.historical and not self._before(days, _WEEK):
            # "the day before" in the lead is the main incident's own day, however it was counted.
            past = other = False
        if not past and not other:
            return current if self._goes_along(event, current) else self.main
        if sense not in DEEDS and sense not in ("die", "operation"):
            return current
        for cluster in reversed(self.others):
            if cluster.past == past and sentence in cluster.sentences and _agree(cluster.days, days):
                return cluster
        cluster = Cluster(past=past, days=days)
        self.others.append(cluster)
        return cluster

    def _goes_along(self, event: EventMention, current: Cluster) -> bool:
        """Whether an event after one of another incident still tells of that one: in its sentence, or the next."""
        if current is self.main or not current.sentences:
            return True
        if event.types and event.types[0] in self.main.types - current.types:
            return False
        sentence = self.document.sentence_of[event.trigger]
        return sentence - current.sentences[-1] <= 1

    def _set_apart(self, event: EventMention, sentence: int) -> bool:
        effects = self.cues.get(sentence, set())
        if "other" in effects and sentence > 0:
            return any(start <= event.trigger for start, _ in self.cue_spans[sentence])
        if "response" in effects:
            kinds = frozenset(event.types[:1])
            return bool(kinds & _FROM_AFAR) and not kinds & self.main.types
        return False

    def _elsewhen(self, days: Days | None) -> bool:
        main = self.main.days
        if days is None or main is None:
            return False
        gap = max((days[0] - main[1]).days, (main[0] - days[1]).days)
        return gap >= _DAYS_APART

    def _before(self, days: Days | None, apart: int = _DAYS_APART) -> bool:
        main = self.main.days
        return days is not None and main is not None and (main[0] - days[1]).days >= apart

    def _days(self, event: EventMention) -> Days | None:
        """The days stated for an event: by the expression that hangs on it, else the nearest in its sentence."""
        sentence = self.document.sentence_of[event.trigger]
        near = [t for t in self.dated if self.document.sentence_of[t.start] == sentence]
        hung = [t for t in near if t.anchor == event.trigger]
        chosen = hung or [t for t in near if abs(t.start - event.trigger) <= _NEAR_TOKENS]
        if not chosen:
            return None
        # "in October last year": the month says more than the year.
        return min((_span(time) for time in chosen), key=lambda days: (days[1] - days[0], days))


def _span(time: TimeMention) -> Days:
    assert time.last is not None
    return time.first or time.last, time.last


def _agree(one: Days | None, two: Days | None) -> bool:
    return one is None or two is None or (one[0] <= two[1] and two[0] <= one[1])
