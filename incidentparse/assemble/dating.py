"""The days that an article states for its event words: by the expressions that date deeds, not those that date talk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from incidentparse.language.company import in_class
from incidentparse.language.document import Document
from incidentparse.mentions import EventMention, TimeMention

Days = tuple[dt.date, dt.date]

# An expression that hangs on nothing dates the event words of its sentence up to so many tokens away.
_NEAR_TOKENS = 12
# A verb further above its event word than this governs another clause.
_MAX_CLIMB = 4
# Senses that follow an incident; their day is not the incident's ("arrested on Friday", "died on Monday").
AFTERMATH = frozenset({"detain", "die", "release", "claim"})
# Senses of what only follows an incident or goes along with it.
FOLLOWING = AFTERMATH | {"person", "generic"}


def sense_of(event: EventMention) -> str:
    """The sense of the frame behind an event word."""
    return event.rule.partition(":")[2]


class Dating:
    """Which days each event word is told of."""

    def __init__(self, document: Document, events: Sequence[EventMention], times: Sequence[TimeMention]) -> None:
        self._document = document
        self._events = {e.trigger: e for e in events}
        self._by_sentence: dict[int, list[TimeMention]] = {}
        for time in times:
            if time.last is not None:
                self._by_sentence.setdefault(document.sentence_of[time.start], []).append(time)

    def days(self, event: EventMention) -> Days | None:
        """First and last day stated for an event word, or None."""
        near = self._by_sentence.get(self._document.sentence_of[event.trigger], ())
        dating = [t for t in near if self._dates(t, event)]
        if not dating:
            return None
        # "in October last year": the month says more than the year.
        return min((span(t) for t in dating), key=lambda days: (days[1] - days[0], days))

    def since(self, event: EventMention) -> bool:
        """Whether the sentence counts from a day on ("40 attacks since March")."""
        near = self._by_sentence.get(self._document.sentence_of[event.trigger], ())
        return any(self._document.lower[t.start - 1] == "since" for t in near if t.start)

    def _dates(self, time: TimeMention, event: EventMention) -> bool:
        anchor = time.anchor
        if anchor is None:
            return abs(time.start - event.trigger) <= _NEAR_TOKENS
        if anchor == event.trigger:
            return True
        other = self._events.get(anchor)
        if other is not None and sense_of(event) not in AFTERMATH:
            # "were killed on Monday when a bomb exploded": one deed's day is that of the others in its sentence; so is
            # that of a death by what stands below it, but not that of an arrest by what it is for.
            return sense_of(other) not in AFTERMATH or (
                sense_of(other) == "die" and anchor in self._governors(event.trigger)
            )
        if in_class(self._document, anchor, "happening_verb") or in_class(self._document, anchor, "light_verb"):
            return True
        return other is not None or self._joined(anchor, event.trigger)

    def _joined(self, verb: int, trigger: int) -> bool:
        """Whether a verb tells of the same time as that of an event, going on with its clause or beside it.

        "were shot and dumped early on Monday", "ambushed traders returning from market on Monday".
        """
        document = self._document
        if document.pos[trigger] != "VERB":
            return False
        if document.tags[verb] == "VBG" and trigger in self._document.ancestors(verb):
            return True
        first, second = sorted((trigger, verb))
        if document.deps[second] != "conj" or document.heads[second] != first:
            return False
        return all(document.deps[child] not in ("nsubj", "nsubjpass") for child in document.children[second])

    def _governors(self, token: int) -> list[int]:
        found = []
        for head in self._document.ancestors(token):
            found.append(head)
            if len(found) == _MAX_CLIMB:
                break
        return found


def span(time: TimeMention) -> Days:
    """First and last day of a dated expression."""
    assert time.last is not None
    return time.first or time.last, time.last


def agree(one: Days | None, two: Days | None) -> bool:
    """Whether two stated times can be one."""
    return one is None or two is None or (one[0] <= two[1] and two[0] <= one[1])


def gap(one: Days, two: Days) -> int:
    """Days between two stated times; 0 where they meet."""
    return max((one[0] - two[1]).days, (two[0] - one[1]).days, 0)
