"""Which places the names of one article mean, decided together: country, what holds what, distance, people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import cos, exp, hypot, log10, radians

from incidentparse.language.countries import country_by_name
from incidentparse.places.gazetteer import Gazetteer
from incidentparse.places.keys import name_key, skeleton
from incidentparse.places.place import Place, PlaceClass
from incidentparse.record import PlaceKind

# Weights of the score of a candidate, in powers of ten of population: set by hand on articles whose place is known and
# kept where a change either way resolved fewer.
_PEOPLE_AT_LEAST = 500
_COUNTRY_WEIGHT = 2.5
_COUNTRY_FLOOR = 0.01
_HELD = 3.0
_NEAR, _NEAR_KM = 1.5, 120.0
_CAPITAL = 1.0
_OWN_NAME = 1.0
# What a word for the kind of place makes likelier and less likely: by feature class, else the last.
_KIND_FITS: dict[PlaceKind | None, tuple[dict[PlaceClass, float], float]] = {
    None: ({PlaceClass.POPULATED: 0.7, PlaceClass.ADMIN1: 0.3, PlaceClass.REGION: 4.5, PlaceClass.SEA: 4.5}, 0.0),
    PlaceKind.ADMIN1: ({PlaceClass.ADMIN1: 3.0, PlaceClass.REGION: 5.0, PlaceClass.ADMIN2: 0.5}, -2.0),
    PlaceKind.ADMIN2: ({PlaceClass.ADMIN2: 2.5, PlaceClass.POPULATED: 0.3}, -1.0),
    PlaceKind.DISTRICT: ({PlaceClass.ADMIN2: 2.0, PlaceClass.POPULATED: 0.5}, -0.5),
    PlaceKind.OTHER: ({PlaceClass.ADMIN1: 1.5, PlaceClass.REGION: 6.0}, 0.0),
    PlaceKind.SEA: ({PlaceClass.SEA: 8.0}, -3.0),
    PlaceKind.COUNTRY: ({}, 0.0),
}
_TOWN_FITS: tuple[dict[PlaceClass, float], float] = ({PlaceClass.POPULATED: 2.0, PlaceClass.REGION: 3.0}, -2.0)
# More candidates than this, by population, are not weighed.
_MOST_CANDIDATES = 40
# Areas count as containing a town that lies this far outside their measured radius.
_MARGIN_KM = 30.0


@dataclass(frozen=True, slots=True)
class Name:
    """A place name of an article, as resolution sees it.

    Attributes:
        forms: the name in its possible extents, the likeliest first ("Mexico City" before "Mexico").
        parts: pieces of it that may name the town that holds it ("Baquba" of "Baquba market").
        kind: what its kind word says, or None.
        within: number of the name that it is said to lie in, or None.
        country: code where it is a country's name.
        weight: how much it counts as evidence of the article's country.
    """

    forms: tuple[str, ...]
    parts: tuple[str, ...] = ()
    kind: PlaceKind | None = None
    within: int | None = None
    country: str | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means.

    Attributes:
        place: its entry in the gazetteer, or None where it has none.
        country: the country in which it lies, or None.
        holder: the place that is known to hold it where it has no entry of its own: "Aleppo" for a street of Aleppo.
        margin: by how much the place beats the next, in powers of ten of population.
    """

    place: Place | None
    country: str | None
    holder: Place | None = None
    margin: float = 0.0


def resolve(names: Sequence[Name], hints: Mapping[str, float], gazetteer: Gazetteer) -> list[Resolution]:
    """What each name of one article means.

    Args:
        names: all place names of the article.
        hints: other evidence for countries by code: nationality words, armed groups, words of one country's English.
        gazetteer: where to look names up.
    """
    return _Resolver(names, hints, gazetteer).run()


class _Resolver:
    def __init__(self, names: Sequence[Name], hints: Mapping[str, float], gazetteer: Gazetteer) -> None:
        self.names = names
        self.gazetteer = gazetteer
        self.partial = [False] * len(names)
        self.candidates = [self._candidates(name) for name in names]
        self.shares = self._country_shares(hints)

    def run(self) -> list[Resolution]:
        self._add_transliterations()
        chosen = self._choose([])
        chosen = self._choose([c for c in chosen if c is not None and c.feature >= PlaceClass.ADMIN1])
        return [self._resolution(number, place) for number, place in enumerate(chosen)]

    def _candidates(self, name: Name) -> tuple[Place, ...]:
        if name.country is not None:
            return ()
        for form in name.forms:
            if (short := self.gazetteer.abbreviated(form)) is not None:
                return (short,)
            if found := self._named(form):
                return found
        return ()

    def _named(self, form: str) -> tuple[Place, ...]:
        key = name_key(form)
        if not key:
            return ()
        found = (p for p in self.gazetteer.named(key) if p.feature is not PlaceClass.COUNTRY)
        return tuple(islice(found, _MOST_CANDIDATES))

    def _add_transliterations(self) -> None:
        """Names not found as written are looked up by sound and by their parts, in the likely countries only."""
        likely = [code for code, share in self.shares.items() if share >= _LIKELY_COUNTRY]
        for number, (name, found) in enumerate(zip(self.names, self.candidates, strict=True)):
            if name.country is None and name.forms and not any(p.country in likely for p in found):
                alike = (
                    p for code in likely for form in name.forms for p in self.gazetteer.alike(name_key(form), code)
                )
                self.candidates[number] = found + tuple(dict.fromkeys(alike))
                if not self.candidates[number]:
                    parts = (self._named(part) for part in name.parts)
                    inside = ([p for p in part if p.country in likely] for part in parts)
                    self.candidates[number] = tuple(next((p for p in inside if p), ()))
                    self.partial[number] = bool(self.candidates[number])

    def _country_shares(self, hints: Mapping[str, float]) -> dict[str, float]:
        """How likely each country is the one that the article is about; the shares add up to one."""
        evidence: dict[str, float] = defaultdict(float)
        for code, weight in hints.items():
            evidence[code] += weight
        seen: dict[str, int] = defaultdict(int)
        for name, candidates in zip(self.names, self.candidates, strict=True):
            if not name.forms:
                continue
            key = name_key(name.forms[-1])
            seen[key] += 1
            # A name repeated ten times says little more than once.
            weight = name.weight / seen[key]
            if name.country is not None:
                evidence[name.country] += _NAMED_COUNTRY * weight
                continue
            pull: dict[str, float] = defaultdict(float)
            for place in candidates:
                if place.country:
                    fit = self._fit(name, place) - (0.0 if _own_name(place, name) else _OWN_NAME)
                    pull[place.country] += (place.population + _PEOPLE_AT_LEAST) * 10**fit
            total = sum(pull.values())
            for code, size in pull.items():
                evidence[code] += weight * size / total
        total = sum(value**2 for value in evidence.values())
        shares = {code: value**2 / total for code, value in evidence.items()} if total else {}
        return dict(sorted(shares.items(), key=lambda s: (-s[1], s[0])))

    def _fit(self, name: Name, place: Place) -> float:
        table, other = _KIND_FITS.get(name.kind, _TOWN_FITS)
        return table.get(place.feature, other)

    def _score(self, name: Name, place: Place) -> float:
        score = log10(place.population + _PEOPLE_AT_LEAST) + self._fit(name, place)
        share = self.shares.get(place.country, 0.0) if place.country else 0.5
        score += _COUNTRY_WEIGHT * log10(share + _COUNTRY_FLOOR)
        if not _own_name(place, name):
            score -= _OWN_NAME
        if place.populated and place == self.gazetteer.capital(place.country):
            score += _CAPITAL
        if name.kind is PlaceKind.VILLAGE and place.population > _LARGEST_VILLAGE:
            score -= 1.0
        return score

    def _choose(self, anchors: Sequence[Place]) -> list[Place | None]:
        """The best candidate of every name, given places already chosen."""
        scores = [
            {place: self._score(name, place) + _nearness(place, anchors) for place in found}
            for name, found in zip(self.names, self.candidates, strict=True)
        ]
        chosen: list[Place | None] = [None] * len(self.names)
        # Holders come after what they hold, so later names first.
        for number in sorted(range(len(self.names)), key=lambda n: (self.names[n].within is not None, -n)):
            name = self.names[number]
            best = None
            for place, score in scores[number].items():
                outer = name.within
                if outer is not None:
                    score += self._held(place, outer, scores, chosen)
                if best is None or (score, -place.id) > (best[0], -best[1].id):
                    best = (score, place)
            if best is not None:
                chosen[number] = best[1]
                if name.within is not None:
                    self._move_holder(best[1], name.within, scores, chosen)
        return chosen

    def _held(
        self, place: Place, outer: int, scores: Sequence[Mapping[Place, float]], chosen: Sequence[Place | None]
    ) -> float:
        """What it adds that a candidate lies in what the text says it lies in."""
        country = self.names[outer].country
        if country is not None:
            return _HELD if place.country == country else 0.0
        holders = [holder for holder in scores[outer] if lies_in(place, holder)]
        if not holders:
            return 0.0
        top = max(scores[outer].values())
        # A holder that the text is unlikely to mean holds less.
        return max(_HELD - 0.5 * (top - scores[outer][holder]) for holder in holders)

    def _move_holder(
        self, place: Place, outer: int, scores: Sequence[Mapping[Place, float]], chosen: list[Place | None]
    ) -> None:
        """The name that holds a chosen place means a candidate that does hold it, if one does."""
        holders = [holder for holder in scores[outer] if lies_in(place, holder)]
        current = chosen[outer]
        if holders and (current is None or not lies_in(place, current)):
            chosen[outer] = max(holders, key=lambda holder: (scores[outer][holder], -holder.id))

    def _resolution(self, number: int, place: Place | None) -> Resolution:
        name = self.names[number]
        if name.country is not None:
            return Resolution(None, name.country)
        if place is None:
            return Resolution(None, None)
        if self.partial[number]:
            return Resolution(None, place.country or None, holder=place)
        ranked = sorted((self._score(name, p) for p in self.candidates[number]), reverse=True)
        return Resolution(place, place.country or None, margin=ranked[0] - ranked[1] if len(ranked) > 1 else 3.0)


# Share of the evidence from which a country is searched for other spellings of a name.
_LIKELY_COUNTRY = 0.25
# A country's own name counts as much as this many town names.
_NAMED_COUNTRY = 2.0
_LARGEST_VILLAGE = 100_000


def _own_name(place: Place, name: Name) -> bool:
    """Whether a place bears a name as its first, not only as one of its further names in some language."""
    key = name_key(place.name)
    bones = skeleton(key)
    return any(key == (other := name_key(form)) or (bones and bones == skeleton(other)) for form in name.forms)


def lies_in(place: Place, holder: Place) -> bool:
    """Whether a place lies in another, by the hierarchy or, for two towns or regions, by distance."""
    if place.id == holder.id:
        return False
    if holder.id in (place.admin1, place.admin2):
        return True
    if holder.feature in (PlaceClass.ADMIN1, PlaceClass.ADMIN2):
        return False
    if place.country and holder.country and place.country != holder.country:
        return False
    if place.feature is not PlaceClass.POPULATED and holder.populated:
        return False
    return distance_km(place, holder) <= holder.radius_km + _MARGIN_KM


def distance_km(one: Place, other: Place) -> float:
    """Distance on a flat map: near enough to tell what is close."""
    if one.latitude is None or other.latitude is None or one.longitude is None or other.longitude is None:
        return 20_000.0
    return hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * cos(radians(one.latitude))) * 111.2


def _nearness(place: Place, anchors: Sequence[Place]) -> float:
    """What it adds that other places of the article are close to a candidate, or hold it."""
    best = 0.0
    for anchor in anchors:
        if anchor.id == place.id or anchor.country != place.country:
            continue
        if anchor.id in (place.admin1, place.admin2):
            best = max(best, 1.0)
        elif anchor.populated and place.populated:
            best = max(best, exp(-distance_km(place, anchor) / _NEAR_KM))
    return _NEAR * best


def named_country(form: str) -> str | None:
    """Code of a country named by a form, also with an apostrophe lost: "Syrias"."""
    return country_by_name(form) or (country_by_name(form[:-1]) if form.endswith("s") else None)
