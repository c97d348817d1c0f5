"""Clusters of event words: which speak of the main incident, which of another, which of the past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from incidentparse.assemble.cluster import Cluster
from incidentparse.assemble.dating import AFTERMATH, FOLLOWING, Dating, Days, agree, gap, sense_of
from incidentparse.assemble.event_links import features, probability
from incidentparse.assemble.event_traits import TraitReader, Traits
from incidentparse.assemble.incident_cues import IncidentCues
from incidentparse.language.document import Document
from incidentparse.language.triggers import DEEDS
from incidentparse.mentions import EventMention, PlaceMention
from incidentparse.record import IncidentType

# Senses of what was not carried out, an incident of its own where it says against whom or of what kind.
UNDONE = frozenset({"foil", "attempt", "threat"})
# Senses that tell what an incident led to: without words that say otherwise they go on with the one told last.
_OUTCOMES = frozenset({"kill", "injure", "die", "damage", "destroy", "claim", "generic", "miss", "person"})
# Of these in the next sentence of a paragraph, of no place or day, 51 of 54 in MUC-4's texts go on with the incident.
_AFTEREFFECTS = frozenset({"injure", "die", "damage", "miss"})
# An event word weaker than this opens no incident of its own: "hit", "operation".
_LEAST_STRENGTH = 0.3
# Days apart from which two stated days are two incidents; news of "Monday" and "Tuesday" often tell one night.
_DAYS_APART = 2
# An event word less likely than this to go on with any incident told opens one of its own.
# MUC-4's F goes on rising to 0.7, where other coded news begins to lose; the lead seldom tells two, and full
# articles lose figures of their main incident there from 0.45 on.
LEAST_LINK = 0.6
_LEAST_LINK_IN_LEAD = 0.3
# An event word is compared with the main incident and as many of those told last: more than any article of the sets
# goes back to, and lists of hundreds of incidents take no time by the square of their length.
_MOST_OPEN = 20
# The lead tells the main incident, whatever day within a week it names.
_LEAD_SENTENCES = 4
_WEEK = 7
# The main incident is dated by the first deed with a day in so many sentences, not longer ago than a month.
_DATING_SENTENCES = 12
_LONGEST_AGO = 31
# Ways of hitting from afar, which no hand on the ground carries on.
_FROM_AFAR = frozenset({IncidentType.AIRSTRIKE, IncidentType.DRONE_STRIKE, IncidentType.SHELLING})


class Clustering:
    """Reads the event words of a document in order and puts each into its incident."""

    def __init__(
        self,
        document: Document,
        events: Sequence[EventMention],
        dating: Dating,
        places: Sequence[PlaceMention] = (),
    ) -> None:
        self.document = document
        self.events = [e for e in events if not e.certainty.negated and not e.certainty.hypothetical]
        self.dating = dating
        self.places: dict[int, list[PlaceMention]] = {}
        for place in places:
            self.places.setdefault(document.sentence_of[place.start], []).append(place)
        self.reader = TraitReader(document, self.events, self.places)
        # For each event word the first deed told below it.
        self._causes: dict[int, EventMention] = {}
        for event in self.events:
            if sense_of(event) in DEEDS:
                above, joined = self.reader.governors.above(event.trigger)
                if above is not None and not joined:
                    self._causes.setdefault(above, event)
        self.events.sort(key=self._order)
        self.cues = IncidentCues(document)
        self.main = Cluster()
        self.main_names: set[str] = set()
        self._last = self.main
        self.others: list[Cluster] = []

    def run(self) -> tuple[Cluster, list[Cluster]]:
        """The main cluster and the others, in the order of the text."""
        self.main.days = self._main_days()
        self.main_names = {
            name for s in range(min(_LEAD_SENTENCES, len(self.document.sentences))) for name in self._names(s)
        }
        current: Cluster = self.main
        paragraph = -1
        for event in self.events:
            sentence = self.document.sentence(event.trigger)
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
                if not self._goes_on(event, current):
                    current = self.main
            told = self.traits(event)
            cluster = self._place(event, told, current)
            cluster.add(event, told, sentence.index)
            self._last = cluster
            if cluster is not self.main or event.strength >= _LEAST_STRENGTH:
                current = cluster
        for cluster in (self.main, *self.others):
            cluster.events.sort(key=lambda event: event.trigger)
        return self.main, [c for c in self.others if c.events]

    def _order(self, event: EventMention) -> tuple[bool, int, bool, int]:
        """In the order of the text, but behind a deed what its subject tells, whose incident is theirs.

        "Gunmen killed", "rockets fired by rebels hit". A headline comes last: it may name in one line several incidents
        that the text tells one by one.
        """
        title = self.document.sentence(event.trigger).title
        above, _ = self.reader.governors.above(event.trigger)
        tells = sense_of(event) == "person" or self.document.deps[event.trigger] == "acl"
        if above is not None and above > event.trigger and tells:
            return title, above, True, event.trigger
        if sense_of(event) == "die" and event.trigger in self._causes:
            # "eight died when gunmen attacked the market": the deed says whose deaths.
            return title, max(event.trigger, self._causes[event.trigger].trigger), True, event.trigger
        return title, event.trigger, False, event.trigger

    def traits(self, event: EventMention) -> Traits:
        """What tells an event word's incident from others."""
        return self.reader.read(event, self._days(event), self.cues.before(event.trigger))

    def background(self) -> list[int]:
        """The sentences that tell of earlier times without an event word of the main incident."""
        told = self.main.sentences
        return [s for s in self.cues.past() if s not in told and s >= _LEAD_SENTENCES]

    def _main_days(self) -> Days | None:
        """The day of the first deed that has one, else the week up to publication."""
        published = self.document.published
        broad: Days | None = None
        for event in self.events:
            sentence = self.document.sentence_of[event.trigger]
            if sentence > _DATING_SENTENCES:
                break
            if sense_of(event) not in DEEDS or event.certainty.historical or "past" in self.cues.effects(sentence):
                continue
            days = self.dating.days(event)
            if days and (published is None or 0 <= (published - days[0]).days <= _LONGEST_AGO):
                if (days[1] - days[0]).days <= _WEEK:
                    return days
                # "the third attack this month" says less than a day told after it.
                broad = broad or days
        if broad is not None:
            return broad
        return (published - dt.timedelta(_WEEK), published) if published else None

    def _place(self, event: EventMention, told: Traits, current: Cluster) -> Cluster:
        sentence = self.document.sentence_of[event.trigger]
        if self.document.sentences[sentence].title and (self.main.events or self.others):
            return self._named_in_title(told)
        sense = sense_of(event)
        historical = event.certainty.historical
        days = told.days
        if sentence < _LEAD_SENTENCES and not historical and not self._deed_told():
            return self._gone_back_to(told) or self.main
        past = historical or "past" in self.cues.effects(sentence) or self._before(days, _DAYS_APART)
        other = self._set_apart(event) or self._elsewhen(event, days) or self._elsewhere(event, sentence)
        if sentence < _LEAD_SENTENCES and not historical and not self._before(days, _WEEK):
            # "the day before" in the lead is the main incident's own day, however it was counted.
            past, other = False, self.cues.opens_apart(event.trigger)
        if not past and not other:
            return self._likeliest(event, told, current)
        if sense not in DEEDS and sense not in ("die", "operation") and not _undone(event):
            return current
        if past and self.dating.since(event):
            # "300,000 have died since March 2011" counts a war, no incident.
            days = None
        for cluster in reversed(self.others):
            if cluster.past == past and sentence in cluster.sentences and agree(cluster.days, days):
                return cluster
        cluster = Cluster(past=past, days=days)
        self.others.append(cluster)
        return cluster

    def _named_in_title(self, told: Traits) -> Cluster:
        """The incident of the text that a word of the headline most likely names."""
        told_of = [c for c in (self.main, *self.others) if not c.past and not c.traits.senses.isdisjoint(DEEDS)]
        told_of = told_of or self.others or [self.main]
        # "Bomb hits Mosul; mayor shot in Kirkuk": the place says of which it speaks, else the kind of deed.
        told_of = [c for c in told_of if not told.places.isdisjoint(c.traits.places)] or told_of
        told_of = [c for c in told_of if told.type in c.traits.types] or told_of
        return max(told_of, key=lambda c: probability(features(told, c.traits, main=c is self.main, current=False)))

    def _deed_told(self) -> bool:
        """Whether the main incident has a word of more than what followed it."""
        return not self.main.traits.senses <= FOLLOWING

    def _gone_back_to(self, told: Traits) -> Cluster | None:
        """The incident of the past with which an article began ("on trial for …") and with which a word goes on."""
        if not self.others or told.days is not None or not self.others[0].past or self._deed_told():
            return None
        first = self.others[0]
        chance = probability(features(told, first.traits, main=True, current=first is self._last))
        return first if chance >= LEAST_LINK else None

    def _days(self, event: EventMention) -> Days | None:
        """The days of an event word; of a death those of the deed by which it came ("died in an attack on Friday")."""
        if sense_of(event) == "die":
            deed = self._causes.get(event.trigger)
            return self.dating.days(deed) if deed is not None else None
        return None if sense_of(event) in AFTERMATH else self.dating.days(event)

    def _likeliest(self, event: EventMention, told: Traits, current: Cluster) -> Cluster:
        """The incident that an event word most likely goes on with, or a new one where none is likely."""
        if current.past and self._goes_along(event, current):
            return current
        open_ones = [c for c in (self.main, *self.others[-_MOST_OPEN:]) if not c.past and c.events]
        if not open_ones:
            return self._gone_back_to(told) or self.main
        chances = [
            probability(features(told, c.traits, main=c is self.main, current=c is self._last)) for c in open_ones
        ]
        best = max(range(len(open_ones)), key=lambda n: (chances[n], -n))
        lead = self.document.place_of[told.sentence] < _LEAD_SENTENCES
        least = _LEAST_LINK_IN_LEAD if lead and not self._opens_another(told, open_ones) else LEAST_LINK
        opens = event.strength >= _LEAST_STRENGTH and (
            _undone(event) or (sense_of(event) in DEEDS and event.certainty.actual)
        )
        if chances[best] >= least:
            return open_ones[best]
        if not opens or self._led_to(event, told, current):
            # "the operations" of a new paragraph are those that the article is about.
            return current if not current.past and current.events else open_ones[best]
        # "the blast" is one that was told of, the likeliest.
        alike = [n for n, c in enumerate(open_ones) if told.form == "definite" and told.type in c.traits.types]
        if alike:
            return open_ones[max(alike, key=lambda n: (chances[n], -n))]
        cluster = Cluster(days=told.days)
        self.others.append(cluster)
        return cluster

    def _opens_another(self, told: Traits, open_ones: Sequence[Cluster]) -> bool:
        """Whether a word opens a paragraph with another kind of deed of another day or place than all that was told."""
        if not told.opens or told.type is None or any(told.type in c.traits.types for c in open_ones):
            return False
        elsewhere = bool(told.places) and all(told.places.isdisjoint(c.traits.places) for c in open_ones)
        return elsewhere or not agree(told.days, open_ones[0].traits.told[-1].days)

    def _goes_on(self, event: EventMention, current: Cluster) -> bool:
        """Whether a new paragraph goes on with another incident: it opens, next after it, with what that led to."""
        if current is self.main or current.past or sense_of(event) not in _OUTCOMES or event.types:
            return False
        sentence = self.document.sentence_of[event.trigger]
        return sentence - current.last_sentence <= 1 and self.dating.days(event) is None

    def _led_to(self, event: EventMention, told: Traits, current: Cluster) -> bool:
        """Whether a word tells, right after an incident and of no other place or day, what it led to."""
        if sense_of(event) not in _AFTEREFFECTS or not current.events or told.form == "another":
            return False
        last = current.traits.told[-1]
        near = told.paragraph == last.paragraph and told.sentence - last.sentence <= 1
        return near and told.days is None and not told.places and told.patient != "another"

    def _goes_along(self, event: EventMention, current: Cluster) -> bool:
        """Whether an event after one of another incident still tells of that one: in its sentence, or the next."""
        if current is self.main or not current.sentences:
            return True
        if event.types and event.types[0] in self.main.traits.types - current.traits.types:
            return False
        sentence = self.document.sentence_of[event.trigger]
        return sentence - current.last_sentence <= 1

    def _set_apart(self, event: EventMention) -> bool:
        sentence = self.document.sentence_of[event.trigger]
        if sentence > 0 and "other" in self.cues.effects(sentence):
            return bool(self.cues.before(event.trigger))
        if "response" in self.cues.effects(sentence):
            kinds = frozenset(event.types[:1])
            lead = {told.type for told in self.main.traits.told if told.sentence < _LEAD_SENTENCES}
            return bool(kinds & _FROM_AFAR) and not kinds & lead
        return False

    def _elsewhen(self, event: EventMention, days: Days | None) -> bool:
        """Whether another day sets an event apart; what follows the main incident must be of another type."""
        main = self.main.days
        if days is None or main is None or gap(days, main) < _DAYS_APART:
            return False
        return days[1] < main[0] or bool(event.types and event.types[0] not in self.main.traits.types)

    def _before(self, days: Days | None, apart: int) -> bool:
        main = self.main.days
        return days is not None and main is not None and (main[0] - days[1]).days >= apart

    def _elsewhere(self, event: EventMention, sentence: int) -> bool:
        """Whether an event is told of a place that is not the main incident's, next to words such as "meanwhile"."""
        if sentence < _LEAD_SENTENCES or sense_of(event) not in DEEDS or event.strength < _LEAST_STRENGTH:
            return False
        if "beside" not in self.cues.effects(sentence):
            return False
        names = set(self._names(sentence))
        return bool(names) and names.isdisjoint(self.main_names)

    def _names(self, sentence: int) -> list[str]:
        """The folded names of the places in a sentence."""
        return [" ".join(self.document.folded[slice(*place.name)]) for place in self.places.get(sentence, ())]


def _undone(event: EventMention) -> bool:
    """Whether an event word tells of what was not carried out, and against whom or of what kind."""
    return sense_of(event) in UNDONE and bool(event.patients or event.types)
