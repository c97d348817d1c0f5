"""The places of one article resolved together, once for all its incidents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from functools import cache
from weakref import WeakKeyDictionary

from incidentparse.assemble.country_hints import country_hints
from incidentparse.assemble.name_forms import beginnings, extents, of_camp, town_of, undirected
from incidentparse.assemble.publishers import publisher_names
from incidentparse.language.document import Document
from incidentparse.language.place_words import place_kinds, words_of
from incidentparse.mentions import PlaceMention
from incidentparse.places.candidates import Name, Resolution, named_country
from incidentparse.places.gazetteer import Gazetteer
from incidentparse.places.keys import name_key
from incidentparse.places.layers import user_layers
from incidentparse.places.place import Place, PlaceClass
from incidentparse.places.resolve import resolve
from incidentparse.record import PlaceKind

# What a mention is worth as evidence of the article's country, by the rule that found it and where it stands, beside
# what `country_hints` gives. Set by hand, and not sharply: with any one of them at one, at half or at double no more
# than three of 2,300 coded articles more or fewer get the right country.
_RULE_WEIGHTS = {"dateline": 0.7, "organisation": 0.5, "preposition": 0.6}
_TITLE_WEIGHT, _LEAD_WEIGHT, _LEAD_SENTENCES = 1.5, 1.3, 3
# The same for a country beside which something happened, and for one to which somebody was taken: so much that it still
# speaks against namesakes far off, and not against a town of another country.
_BESIDE_WEIGHT, _TAKEN_AWAY_WEIGHT = 0.6, 0.3
# The most words between a place and those that tell where it lies: ", a small village located".
_LONGEST_GAP = 5

_atlases: WeakKeyDictionary[Document, Atlas] = WeakKeyDictionary()


@cache
def default_gazetteer() -> Gazetteer:
    """The packaged gazetteer with the user's layer, opened once."""
    return Gazetteer(layers=user_layers())


def atlas_of(document: Document, mentions: Sequence[PlaceMention], gazetteer: Gazetteer | None = None) -> Atlas:
    """The atlas of a document, made at the first call."""
    atlas = _atlases.get(document)
    if atlas is None or atlas.mentions is not mentions:
        atlas = _atlases[document] = Atlas(document, mentions, gazetteer or default_gazetteer())
    return atlas


class Atlas:
    """The place mentions of a document and what they mean.

    Attributes:
        document: the document.
        mentions: its place mentions, demonyms among them.
        gazetteer: where they were looked up.
        resolutions: what each mention means.
        keys: the key of each mention's name; the same place named again has the same.
        frequency: how often each key stands in the article.
        holders: the numbers of the mentions that hold others.
        places: the places of the gazetteer that they mean, each once, in the order of the text.
        country: the country that most of the evidence speaks for, or None.
    """

    def __init__(self, document: Document, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> None:
        self.document = document
        self.mentions = mentions
        self.gazetteer = gazetteer
        names, hints = [self._name(n, m) for n, m in enumerate(mentions)], country_hints(document, mentions)
        named = [n for n, m in enumerate(mentions) if m.demonym_country is None]
        place_of: dict[int | None, int] = {mention: number for number, mention in enumerate(named)}
        linked = [self._linked(n, names[n], place_of) for n in named]
        # A publisher's town tells which Charleston is meant.
        published = publisher_names(document.article.publisher, gazetteer)
        found = resolve([*linked, *published], hints, gazetteer)[: len(linked)]
        beside = {
            place_of[n] for n in named if mentions[n].relation is not None and mentions[n].kind is PlaceKind.COUNTRY
        }
        self.country = self._main_country(linked, found, hints, beside)
        self.resolutions = [Resolution(None, m.demonym_country) for m in mentions]
        for n, resolution in zip(named, found, strict=True):
            self.resolutions[n] = self._capital(n, resolution)
        self.keys = [name_key(document.slice(*m.name)) for m in mentions]
        self.frequency = Counter(self.keys)
        self.holders = {m.within for m in mentions}
        self.places = list({r.place.id: r.place for r in self.resolutions if r.place is not None}.values())

    def holder(self, number: int) -> Place | None:
        """The place that holds a mention without an entry of its own, as far as the text beside it tells."""
        seen = {number}
        if (place := self.resolutions[number].holder) is not None:
            return place
        if self.mentions[number].within is None:
            # Named once with what holds it, a place lies there wherever it is named.
            key = self.keys[number]
            tied = (n for n, m in enumerate(self.mentions) if self.keys[n] == key and m.within is not None)
            number = next(tied, number)
        if (other := self.landmark(number)) is not None and (place := self.resolutions[other].place) is not None:
            return place
        outer = self.mentions[number].within
        while outer is not None and outer not in seen:
            seen.add(outer)
            if (place := self.resolutions[outer].place) is not None:
                return place
            outer = self.mentions[outer].within
        return None

    def province_of_seat(self, place: Place) -> Place | None:
        """The province that a town is the seat of and gives its name to: "in Rajshahi" may be either."""
        province = self.gazetteer.get(place.admin1) if place.populated and place.admin1 is not None else None
        if province is None or province.point != place.point or name_key(province.name) != name_key(place.name):
            return None
        return province

    def landmark(self, number: int) -> int | None:
        """The mention from which the text right behind this one tells where it lies: Bama of "Kawuri, near Bama"."""
        one = self.mentions[number]
        following = self._next(number, 1)
        if one.demonym_country is not None or following is None:
            return None
        other = self.mentions[following]
        if (
            other.relation is None
            or other.kind is PlaceKind.COUNTRY
            or self.document.sentence_of[one.start] != self.document.sentence_of[other.start]
        ):
            return None
        # "Taza, a mainly Turkmen town 20 km south of Kirkuk".
        people = {t for m in self.mentions[number + 1 : following] for t in range(m.start, m.end)}
        gap = [w for t, w in enumerate(self.document.lower[one.end : other.relation[0]], one.end) if t not in people]
        return following if len(gap) <= _LONGEST_GAP and all(w in words_of("landmark_gap") for w in gap) else None

    def _linked(self, number: int, name: Name, place_of: Mapping[int | None, int]) -> Name:
        """The name of a mention with what it is said to lie in and near; the ends of a stretch may be far apart."""
        mention = self.mentions[number]
        mark = self.landmark(number) if mention.between is None else None
        away = None if mark is None else self.mentions[mark].distance_km
        return replace(name, within=place_of.get(mention.within), landmark=place_of.get(mark), landmark_km=away)

    def located_by(self, number: int) -> int | None:
        """The mention whose place is told from this one: Kawuri of "Kawuri, near Bama"."""
        before = self._next(number, -1)
        return before if before is not None and self.landmark(before) == number else None

    def _next(self, number: int, step: int) -> int | None:
        """The next mention of a place, or the one before, past nationality words."""
        number += step
        while 0 <= number < len(self.mentions) and self.mentions[number].demonym_country is not None:
            number += step
        return number if 0 <= number < len(self.mentions) else None

    def holding_country(self, number: int) -> str | None:
        """The country that the text beside a mention puts it in, or None."""
        seen = {number}
        outer = self.mentions[number].within
        while outer is not None and outer not in seen:
            seen.add(outer)
            if (code := self.resolutions[outer].country) is not None:
                return code
            outer = self.mentions[outer].within
        return None

    def _name(self, number: int, mention: PlaceMention) -> Name:
        document = self.document
        whole, name = document.slice(mention.start, mention.end), document.slice(*mention.name)
        country, kind = None, mention.kind
        if mention.demonym_country is None and kind in (None, PlaceKind.COUNTRY):
            # "Southern Peru" is Peru, but Central America is no part of America.
            country = named_country(name)
            if country is None and not self.gazetteer.named(name_key(name)):
                country = named_country(undirected(name))
            if country is not None and self._region_of(country, name):
                # "Gaza" tells the country and more.
                country = kind = None
        sentence = document.sentence(mention.start)
        weight = _RULE_WEIGHTS.get(mention.rule, 1.0)
        if country is not None:
            weight *= self._presence(mention)
        if sentence.title:
            weight *= _TITLE_WEIGHT
        elif self.document.place_of[sentence.index] < _LEAD_SENTENCES:
            weight *= _LEAD_WEIGHT
        if mention.rule == "capital":
            # Which one it is turns on the country.
            return Name("", (), weight=0.0)
        key = name_key(name)
        if mention.rule == "organisation":
            # A body or building bears the name of its town, and is not the town.
            after = mention.name[1]
            if after < mention.end and document.lower[after] in words_of("county"):
                county = document.slice(mention.name[0], after + 1)
                return Name(key, (), county, (), PlaceKind.ADMIN2, mention.within, country, weight)
            core = name if self._official(mention.name[1]) or self._province(name) else None
            parts = (name, *beginnings(name, mention.kind))
            return Name(key, (whole,), core, parts, mention.kind, mention.within, country, weight)
        if kind is PlaceKind.ROAD and mention.name[1] == mention.end and not self._named_road(mention):
            # "Alameda" of "between Alameda and Valle streets".
            return Name(key, (), kind=kind, within=mention.within, weight=weight)
        forms = (*self._joined(number), *extents(whole, name))
        if kind is PlaceKind.LANDMARK:
            forms = (*forms, *of_camp(name))
        return Name(key, forms, town_of(name), beginnings(name, kind), kind, mention.within, country, weight)

    def _presence(self, mention: PlaceMention) -> float:
        """What the name of a country counts as evidence of being told of."""
        if mention.anchor is not None and self.document.lemmas[mention.anchor] in words_of("taken away"):
            return _TAKEN_AWAY_WEIGHT
        return 1.0 if mention.relation is None else _BESIDE_WEIGHT

    def _region_of(self, country: str, name: str) -> bool:
        """Whether a name of a country is that of a region of it."""
        named = self.gazetteer.named(name_key(name))
        return any(p.feature is PlaceClass.REGION and p.country == country for p in named)

    def _named_road(self, mention: PlaceMention) -> bool:
        """Whether the word for a road is part of a road's name."""
        folded, (start, end) = self.document.folded, mention.name
        return any(place_kinds().match(folded, token, end) is not None for token in range(start, end))

    def _province(self, name: str) -> bool:
        """Whether a name is first of all a province's: "West Virginia" of the West Virginia Medical Examiner."""
        place = next(iter(self.gazetteer.named(name_key(name))), None)
        return place is not None and place.feature is PlaceClass.ADMIN1

    def _official(self, token: int) -> bool:
        """Whether a body of local government is named from a token on: "Metropolitan Police Department"."""
        lower = self.document.lower
        while token + 1 < len(lower) and lower[token] in words_of("size"):
            token += 1
        return token < len(lower) and lower[token] in words_of("official_body")

    def _joined(self, number: int) -> list[str]:
        """A name with the one right beside it, where the model has cut one name in two: "Deir" "Ezzor"."""
        mention, document = self.mentions[number], self.document
        joined = []
        words = document.words
        if mention.end + 1 < len(words) and words[mention.end] in ("'s", "’s") and words[mention.end + 1][0].isupper():
            # "Cox's Bazar".
            joined.append(document.slice(mention.start, mention.end + 2))
        if number + 1 < len(self.mentions) and self._touch(mention, self.mentions[number + 1]):
            joined.append(document.slice(mention.start, self.mentions[number + 1].name[1]))
        if number > 0 and self._touch(self.mentions[number - 1], mention):
            joined.append(document.slice(self.mentions[number - 1].name[0], mention.name[1]))
        return joined

    def _touch(self, one: PlaceMention, other: PlaceMention) -> bool:
        if one.demonym_country is not None or other.demonym_country is not None or other.start < one.end:
            return False
        return all(w in ("'s", "’s", "-") for w in self.document.lower[one.end : other.start])

    def _main_country(
        self, names: Sequence[Name], resolutions: Sequence[Resolution], hints: dict[str, float], beside: Container[int]
    ) -> str | None:
        votes: dict[str, float] = defaultdict(float)
        for code, weight in hints.items():
            votes[code] += weight
        for number, (name, resolution) in enumerate(zip(names, resolutions, strict=True)):
            if resolution.country is not None and number not in beside:
                votes[resolution.country] += name.weight
        return max(votes, key=lambda code: (votes[code], code)) if votes else None

    def _capital(self, number: int, resolution: Resolution) -> Resolution:
        if self.mentions[number].rule != "capital":
            return resolution
        before = self.mentions[number - 1] if number else None
        code = self.country
        if before is not None and before.end == self.mentions[number].start and before.demonym_country is not None:
            code = before.demonym_country
        place = self.gazetteer.capital(code) if code else None
        return Resolution(place, code) if place is not None else resolution
