"""What speaks for a place mention being where an incident happened: named features of a mention."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.atlas import Atlas
from incidentparse.assemble.draft import BACKGROUND, Draft, Drafts
from incidentparse.assemble.place_sentences import hangs_as, orders, sentence_features
from incidentparse.language.place_words import words_of
from incidentparse.language.time_anchors import anchor_roles
from incidentparse.places.place import PlaceClass
from incidentparse.record import PlaceKind

# Upper bounds of the classes of distance in tokens to the nearest event word of the sentence.
_TOKEN_BOUNDS = (1, 3, 6, 12, 25)
_SENTENCE_BOUNDS = (0, 1, 2, 4, 8, 16)
_FREQUENCY_BOUNDS = (1, 2, 4, 8)
# How many words to each side are looked at for those of homes, hospitals and offices.
_REACH = 3
# Regions of so many kilometres are parts of the world and say no more than a country does.
_CONTINENT_KM = 700.0
_COUNTRIES = ("country", "continent")
# So many countries and places, and more, are not told apart.
_MOST_ABROAD, _MOST_TOLD = 3, 3


class Siting:
    """The features of the place mentions of one document for one draft."""

    def __init__(self, atlas: Atlas, draft: Draft, drafts: Drafts) -> None:
        self.atlas = atlas
        self.document = atlas.document
        self.draft = draft
        self.drafts = drafts
        self.triggers = {frame.trigger: frame.sense for frame in self.document.frames}
        self.events = sorted({event.trigger for event in draft.events})
        self.by_sentence: dict[int, list[int]] = {}
        for trigger in self.events:
            self.by_sentence.setdefault(self.document.sentence_of[trigger], []).append(trigger)
        self.told_of = self._keys_told_of()
        self.first_event = self.document.sentence_of[self.events[0]] if self.events else 0
        self.orders = orders(atlas.mentions, self.document)

    def _keys_told_of(self) -> dict[str, tuple[int, bool, bool]]:
        """How often each name stands beside an event of the incident, whether in the title and tied to an event."""
        found: dict[str, tuple[int, bool, bool]] = {}
        for key, mention in zip(self.atlas.keys, self.atlas.mentions, strict=True):
            told, title, tied = found.get(key, (0, False, False))
            sentence = self.document.sentence(mention.start)
            found[key] = (
                told + (sentence.index in self.by_sentence),
                title or sentence.title,
                tied or mention.anchor in self.events,
            )
        return found

    def of_care(self, number: int) -> bool:
        """Whether a hospital, or its town, is where somebody died or was taken: "taken to Kessler Hospital in Ames"."""
        document, mentions = self.document, self.atlas.mentions
        before = mentions[number - 1] if number else None
        mention = before if before is not None and before.within == number else mentions[number]
        if mention.anchor is None or document.lemmas[mention.anchor] not in words_of("hospital deed"):
            return False
        return any(word in words_of("hospital") for word in document.lower[mention.start : mention.end])

    def of_speaker(self, number: int) -> bool:
        """Whether a place is only where those who tell of it are: "officials in Baghdad said", but not "police in"."""
        document, anchor = self.document, self.atlas.mentions[number].anchor
        if anchor is None or document.lower[anchor] not in words_of("distant speaker"):
            return False
        head = document.heads[anchor]
        return document.deps[anchor] == "nsubj" and anchor_roles().get(document.lemmas[head]) == "statement"

    def told_beside(self, number: int) -> bool:
        """Whether a place in a country is named in a sentence of an event of the incident."""
        sentence = self.document.sentence_of[self.atlas.mentions[number].start]
        return sentence in self.by_sentence and self.level(number) not in _COUNTRIES

    def features(self, number: int) -> list[str]:
        """Names of what is true of mention ``number``."""
        atlas, document = self.atlas, self.document
        mention = atlas.mentions[number]
        resolution = atlas.resolutions[number]
        sentence = document.sentence(mention.start)
        word = None if mention.preposition is None else document.lower[mention.preposition]
        preposition = "none" if word is None else word if word in words_of("preposition") else "other"
        if mention.relation is not None and preposition != "between":
            # Of "on Monday close to Sabha" the nearness ties the place in, not the day.
            preposition = "near"
        level = self.level(number)
        names = [
            f"rule:{mention.rule}",
            f"prep:{preposition}",
            f"level:{level}",
            f"kind:{mention.kind.value if mention.kind else 'none'}",
            f"frequency:{_class(atlas.frequency[atlas.keys[number]], _FREQUENCY_BOUNDS)}",
            "title" if sentence.title else f"sentence:{_class(self._place(sentence.index), _SENTENCE_BOUNDS)}",
        ]
        if mention.rule == "dateline":
            names.append(self._dateline(number))
        names += self._event_features(mention.start, mention.end, mention.anchor, preposition)
        told = self.orders.get(number) if sentence.index in self.by_sentence else None
        names += sentence_features(document, mention, names, first=sentence.index == self.first_event, order=told)
        if (located := atlas.located_by(number)) is not None:
            names.append(f"landmark:{self.level(located)}")
        elif mention.relation is not None and mention.kind is not PlaceKind.COUNTRY:
            names.append("relative")
        if atlas.landmark(number) is not None:
            names.append("located")
        if mention.within is not None:
            names.append(f"within:{level}")
        if number in atlas.holders:
            names.append(f"holds:{level}")
        if resolution.country is not None and resolution.country == atlas.country:
            names.append("country:main")
        elif resolution.country is not None:
            names.append("country:other")
        if not self.drafts.owned(self.draft, mention.start):
            names.append("owner:background" if self.drafts.owner[mention.start] == BACKGROUND else "owner:other")
        names += self._same_name(number)
        names += self._neighbours(mention.start, mention.end)
        names += self._agreement(number, level)
        return names

    def company(self, best: int, candidates: Sequence[int]) -> list[str]:
        """Names of what the other mentions say of whether ``best`` is the place or the article tells none."""
        atlas, document = self.atlas, self.document
        finer = [n for n in candidates if self.level(n) not in _COUNTRIES]
        places = {atlas.keys[n] for n in finer}
        told = {atlas.keys[n] for n in finer if document.sentence_of[atlas.mentions[n].start] in self.by_sentence}
        named = any(self.level(n) in _COUNTRIES and atlas.resolutions[n].country == atlas.country for n in candidates)
        abroad = {r.country for r in atlas.resolutions} - {atlas.country, None}
        key = atlas.keys[best]
        same = [atlas.mentions[n] for n in candidates if atlas.keys[n] == key]
        datelines = sum(mention.rule == "dateline" for mention in same)
        return [
            f"places:{_class(len(places), _FREQUENCY_BOUNDS)}",
            f"told:{min(len(told), _MOST_TOLD)}:{'best' if key in told else 'other'}",
            f"key:dateline:{'only' if datelines == len(same) else 'too' if datelines else 'no'}",
            f"country:{'named' if named else 'implied'}",
            f"abroad:{min(len(abroad), _MOST_ABROAD)}",
            f"incident:{'main' if self.draft.number == 0 else 'other'}",
        ]

    def level(self, number: int) -> str:
        """How fine a place the mention names."""
        resolution, kind = self.atlas.resolutions[number], self.atlas.mentions[number].kind
        if (place := resolution.place) is not None:
            if self.atlas.province_of_seat(place) is not None:
                return "seat"
            if place.feature is PlaceClass.REGION and place.radius_km >= _CONTINENT_KM:
                return "continent"
            return {
                PlaceClass.ADMIN1: "admin1", PlaceClass.ADMIN2: "admin2", PlaceClass.ADMIN3: "admin2",
                PlaceClass.POPULATED: "town", PlaceClass.REGION: "region", PlaceClass.SEA: "sea",
                PlaceClass.COUNTRY: "country", PlaceClass.FEATURE: "spot", PlaceClass.QUARTER: "quarter",
            }[place.feature]  # fmt: skip
        if resolution.country is not None and resolution.holder is None:
            return "country"
        held = "held" if self.atlas.holder(number) is not None else "loose"
        if kind in (PlaceKind.ROAD, PlaceKind.LANDMARK, PlaceKind.ADDRESS, PlaceKind.BUILDING):
            return f"spot_{held}"
        return f"unknown_{held}"

    def _same_name(self, number: int) -> list[str]:
        """How the article names the place elsewhere."""
        told, title, tied = self.told_of.get(self.atlas.keys[number], (0, False, False))
        return [f"key:told:{min(told, _MOST_TOLD)}", f"key:title:{title}", f"key:tied:{tied}"]

    def _dateline(self, number: int) -> str:
        """A capital in a dateline is mostly where agencies have their desk; a town named again is told of."""
        place = self.atlas.resolutions[number].place
        capital = place is not None and place.populated and place == self.atlas.gazetteer.capital(place.country)
        again = self.atlas.frequency[self.atlas.keys[number]] > 1
        return f"dateline:{'capital' if capital else 'other'}:{'again' if again else 'alone'}"

    def _place(self, sentence: int) -> int:
        """How far a sentence stands behind the lead."""
        lead = next((s.index for s in self.document.sentences if not s.title), 0)
        return self.document.place_of[sentence] - self.document.place_of[lead]

    def _event_features(self, start: int, end: int, anchor: int | None, preposition: str) -> list[str]:
        document = self.document
        names = []
        near = self.by_sentence.get(document.sentence_of[start], [])
        if near:
            distance = min(min(abs(start - t), abs(end - 1 - t)) for t in near)
            names.append(f"event:{_class(distance, _TOKEN_BOUNDS)}")
            if document.sentence_of[start] == self.first_event:
                names.append("event:first")
        else:
            names.append("event:none")
        if anchor is not None:
            if anchor in self.events:
                names.append("anchor:event")
                names.append(f"anchor:event:{preposition}")
            elif anchor in self.triggers:
                names.append(f"anchor:{self.triggers[anchor]}")
            else:
                role = anchor_roles().get(document.lemmas[anchor])
                names.append(f"anchor:{role}" if role else f"anchor:{document.pos[anchor].lower()}")
            if anchor not in self.events:
                above = next((t for t in document.ancestors(anchor) if t in self.triggers or t in self.events), None)
                names.append(
                    "above:event" if above in self.events else "above:other" if above is not None else "above:no"
                )
                if above is not None:
                    whose = "event" if above in self.events else "other"
                    names.append(f"under:{whose}:{hangs_as(document, anchor, above)}")
        else:
            names.append("anchor:none")
        return names

    def _neighbours(self, start: int, end: int) -> list[str]:
        document = self.document
        sentence = document.sentence(start)
        before = document.lower[max(sentence.start, start - _REACH) : start]
        after = document.lower[end : min(sentence.end, end + _REACH)]
        names = []
        if any(w in words_of("origin") for w in (*before, *after)):
            names.append("beside:origin")
        if any(w in words_of("care") for w in (*before, *after)):
            names.append("beside:care")
        if (after and after[0] in words_of("office")) or (len(after) > 1 and after[1] in words_of("office")):
            names.append("beside:office")
        if after and after[0] == "-":
            names.append("beside:hyphen")
        if "coordinates" in document.lower[sentence.start : sentence.end]:
            names.append("beside:coordinates")
        if document.entity[start] in ("ORG", "PERSON"):
            names.append(f"entity:{document.entity[start].lower()}")
        return names

    def _agreement(self, number: int, level: str) -> list[str]:
        """Whether other mentions lie in this one, or hold it."""
        if level not in ("town", "seat", "admin1", "admin2"):
            return []
        atlas = self.atlas
        place = atlas.resolutions[number].place
        if place is None:
            return []
        others = [other for other in atlas.places if other.id != place.id]
        names = []
        if any(o.id in (place.admin1, place.admin2) for o in others):
            names.append("agrees:held")
        if place.populated and any(
            o.populated and o.country == place.country and o.admin1 == place.admin1 for o in others
        ):
            names.append("agrees:same_admin1")
        return names


def _class(value: int, bounds: tuple[int, ...]) -> str:
    return next((f"<={bound}" for bound in bounds if value <= bound), "more")
