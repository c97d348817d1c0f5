"""Which places the names of one article mean, decided together: country, what holds what, distance, people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log10

from incidentparse.language.countries import held_by
from incidentparse.places.anchors import Anchor, chosen_anchors, likely_anchors
from incidentparse.places.candidates import (
    LARGEST_VILLAGE,
    Name,
    Resolution,
    candidates,
    own_name,
    own_score,
    places_named,
    towns_first,
)
from incidentparse.places.evidence import NOWHERE, UNLISTED, country_shares
from incidentparse.places.gazetteer import Gazetteer
from incidentparse.places.geometry import company, distance_km, lies_in
from incidentparse.places.keys import name_key
from incidentparse.places.namesakes import near_landmarks, without_namesakes
from incidentparse.places.parts import town_in_name
from incidentparse.places.place import Place, PlaceClass
from incidentparse.places.storage import ARABIC_SCRIPT
from incidentparse.record import PlaceKind

# Weights of the score of a candidate, in powers of ten of population: set by hand on articles whose place is known and
# kept where a change either way resolved fewer.
_COUNTRY_WEIGHT = 2.5
_COUNTRY_FLOOR = 0.01
_HELD = 3.0
_CAPITAL = 1.0
# Share of the evidence from which a country is searched for other spellings of a name.
_LIKELY_COUNTRY = 0.25
# A name is read as another transliteration anywhere only of towns of so many people.
_KNOWN_TOWN = 100_000
# The score, with country and company, under which none of the candidates of a name is meant.
_UNMEANT = 0.0
# A holder whose score is within this of the best may be the one meant.
_MAY_HOLD = 1.5
# An area in which a mention has a candidate at all counts for it, so that one mention cannot outvote many.
_PRESENT = 0.5
# Regions of so many kilometres hold what is said to lie in them as provinces do.
_SMALL_REGION_KM = 80.0
# A place below this size in a country with less than this share of the evidence is a namesake of the one meant, where
# another country has at least so much.
_FAR_KNOWN, _STRAY_SHARE, _SURE_SHARE = 500_000, 0.15, 0.6
# The same for a place that only has the name among its further ones, in one country of two: the name itself is evidence
# of its own.
_STRAY_ALIAS_SHARE, _SURER_SHARE = 0.2, 0.4
# What lies in a town that is said to hold it.
_OF_TOWNS = (PlaceKind.NEIGHBOURHOOD, PlaceKind.DISTRICT)
# Countries with a namesake among the states of another: "Georgia" is a state where the article is about that one.
_STATES_LIKE_COUNTRIES = {"GE": "US"}
_SURELY_ABOUT = 0.8


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
        self.names = list(names)
        self.gazetteer = gazetteer
        found = [candidates(gazetteer, name) for name in names]
        self.candidates = near_landmarks(names, [places for places, _ in found])
        self.partial = [partial for _, partial in found]
        self.shares = country_shares(names, self.candidates, hints)
        self._read_states()
        self.likely = [code for code, share in self.shares.items() if share >= _LIKELY_COUNTRY]

    def run(self) -> list[Resolution]:
        self._add_transliterations()
        first = self._choose(likely_anchors(self.names, self.candidates, self._score, 10.0**UNLISTED))
        second = self._choose(chosen_anchors(self.names, first))
        self._add_parts(second)
        return [self._resolution(number, place) for number, place in enumerate(second)]

    def _read_states(self) -> None:
        """A country's name that is a state's of the country that the article is surely about means the state."""
        for number, name in enumerate(self.names):
            about = _STATES_LIKE_COUNTRIES.get(name.country or "")
            if about is not None and self.shares.get(about, 0.0) >= _SURELY_ABOUT:
                self.names[number] = replace(name, country=None)
                states = (p for form in name.forms for p in places_named(self.gazetteer, form))
                self.candidates[number] = tuple(
                    dict.fromkeys(p for p in states if p.feature is PlaceClass.ADMIN1 and p.country == about)
                )

    # Candidates not found as written

    def _add_transliterations(self) -> None:
        """Names not found as written are looked up by sound, in the likely countries only."""
        for number, (name, found) in enumerate(zip(self.names, self.candidates, strict=True)):
            if name.country is None and name.forms and not any(p.country in self.likely for p in found):
                least = 0 if self.likely else _KNOWN_TOWN
                alike = (
                    place
                    for code in self.likely or sorted(ARABIC_SCRIPT)
                    for form in name.forms
                    for place in self.gazetteer.alike(name_key(form), code)
                    if place.population >= least
                )
                self.candidates[number] = found + tuple(dict.fromkeys(alike))

    def _add_parts(self, chosen: list[Place | None]) -> None:
        """A name without an entry is held by the town that it begins with, if the article is known to be about it."""
        known: dict[str, Place] = {}
        for name, place in zip(self.names, chosen, strict=True):
            if place is not None:
                known.setdefault(name.key, place)
        for number, name in enumerate(self.names):
            if chosen[number] is None and name.country is None and not self.candidates[number]:
                holder = chosen[name.within] if name.within is not None else None
                chosen[number] = place = town_in_name(name, holder, known, self.likely, self.gazetteer)
                self.partial[number] = place is not None

    # Evidence

    def _score(self, name: Name, place: Place) -> float:
        share = self.shares.get(place.country, 0.0) if place.country else 0.5
        score = own_score(name, place) + _COUNTRY_WEIGHT * log10(share + _COUNTRY_FLOOR)
        if place.populated and place.country and place == self.gazetteer.capital(place.country):
            # Kuito is no spelling of Quito that news uses.
            score += _CAPITAL if own_name(place, name.forms) else 0.0
        return score

    # Choice

    def _choose(self, anchors: Sequence[Anchor]) -> list[Place | None]:
        """The best candidate of every name, given places already chosen."""
        scores: list[dict[int, float]] = []
        places: dict[int, Place] = {}
        for name, found in zip(self.names, self.candidates, strict=True):
            others = [anchor for anchor in anchors if anchor[0] != name.key]
            scores.append(towns_first(name, found, {p.id: self._score(name, p) + company(p, others) for p in found}))
            places.update((p.id, p) for p in found)
        held = [self._held_scores(number, scores, places) for number in range(len(self.names))]
        chosen: list[Place | None] = [None] * len(self.names)
        areas = self._areas_of_keys(held, places)
        refused = self._refused(scores, held)
        for number, name in enumerate(self.names):
            if name.key in refused:
                continue
            area = areas.get(name.key)
            inside = {i: s for i, s in held[number].items() if area is None or _area(places[i]) == area}
            if inside:
                best = places[max(inside, key=lambda i: (inside[i], -i))]
                chosen[number] = None if self._stray(name, best) or inside[best.id] < _UNMEANT else best
        for number in range(len(self.names)):
            self._move_holder(number, scores, places, chosen)
        return without_namesakes(self.names, self.candidates, self.partial, chosen)

    def _refused(self, scores: Sequence[Mapping[int, float]], held: Sequence[Mapping[int, float]]) -> set[str]:
        """Names none of whose candidates lies where the text once puts them; not meant in any of their mentions."""
        nowhere = {n.key for n, before, after in zip(self.names, scores, held, strict=True) if before and not after}
        somewhere = {n.key for n, after in zip(self.names, held, strict=True) if n.within is not None and after}
        return nowhere - somewhere

    def _stray(self, name: Name, place: Place) -> bool:
        """A small place of a country of which the article says nothing else, while it does speak of another."""
        known = place.population >= _FAR_KNOWN and place.feature is not PlaceClass.QUARTER
        if not place.country or known:
            return False
        own = own_name(place, (*name.forms, name.core or ""))
        least, sure = (_STRAY_SHARE, _SURE_SHARE) if own else (_STRAY_ALIAS_SHARE, _SURER_SHARE)
        return self.shares.get(place.country, 0.0) < least and max(self.shares.values(), default=0.0) >= sure

    def _held_scores(
        self, number: int, scores: Sequence[Mapping[int, float]], places: Mapping[int, Place]
    ) -> dict[int, float]:
        """Scores of the candidates of a name; only those that lie in what the text says it lies in, if that is sure."""
        outer = self._known_holder(number, scores)
        if outer is None:
            return dict(scores[number])
        country = self.names[outer].country
        if country is not None:
            holds = (country, *held_by(country))
            return {i: s + _HELD for i, s in scores[number].items() if places[i].country in holds}
        top = max(scores[outer].values())
        found, any_held = {}, False
        for i, score in scores[number].items():
            holders = [h for h in scores[outer] if h == i or self._holds(number, places[i], places[h])]
            any_held = any_held or bool(holders)
            # A holder that the text is unlikely to mean holds less.
            found[i] = score + max((_HELD - 0.5 * (top - scores[outer][h]) for h in holders), default=0.0)
        if any_held:
            return found
        meant = [places[h] for h, score in scores[outer].items() if score >= top - _MAY_HOLD]
        if self.names[number].kind in _OF_TOWNS and all(holder.populated for holder in meant):
            # "The Moosach district of Munich" is no village 30 km off.
            return {i: s for i, s in found.items() if not places[i].populated}
        if all(holder.feature is PlaceClass.ADMIN1 or _small_region(holder) for holder in meant):
            if any(self._beside(number, places[i], meant) for i in scores[number]):
                # "In Plateau, Benue" names two provinces.
                return dict(scores[number])
            # "Manchester, IL" is none of the Manchesters elsewhere.
            return {}
        countries = {holder.country for holder in meant}
        return found if NOWHERE in countries else {i: s for i, s in found.items() if places[i].country in countries}

    def _known_holder(self, number: int, scores: Sequence[Mapping[int, float]]) -> int | None:
        """The name of the innermost known place that one is said to lie in: the province behind an unknown township."""
        seen, outer = {number}, self.names[number].within
        while outer is not None and outer not in seen and not scores[outer] and self.names[outer].country is None:
            seen.add(outer)
            outer = self.names[outer].within
        return None if outer in seen else outer

    def _holds(self, number: int, place: Place, holder: Place) -> bool:
        """Whether what a name means may lie in what is said to hold it; a neighbourhood lies inside its town."""
        if self.names[number].kind in _OF_TOWNS and place.populated and holder.populated:
            return place.id != holder.id and distance_km(place, holder) <= holder.radius_km
        return lies_in(place, holder)

    def _beside(self, number: int, place: Place, provinces: Sequence[Place]) -> bool:
        """Whether a place that a name means is a province as those behind it are."""
        beside = place.feature is PlaceClass.ADMIN1 and any(place.country == p.country for p in provinces)
        return beside and own_name(place, self.names[number].forms)

    def _areas_of_keys(
        self, scores: Sequence[Mapping[int, float]], places: Mapping[int, Place]
    ) -> dict[str, tuple[str, int | None]]:
        """The area in which all mentions of a name lie: one name means one place in one article."""
        totals: dict[str, dict[tuple[str, int | None], float]] = defaultdict(lambda: defaultdict(float))
        for name, found in zip(self.names, scores, strict=True):
            best: dict[tuple[str, int | None], float] = {}
            for i, score in found.items():
                area = _area(places[i])
                best[area] = max(best.get(area, score), score)
            lowest = min(best.values(), default=0.0)
            for area, score in best.items():
                totals[name.key][area] += score - lowest + _PRESENT
        return {key: max(areas, key=lambda a: (areas[a], a[0], a[1] or 0)) for key, areas in totals.items() if areas}

    def _move_holder(
        self,
        number: int,
        scores: Sequence[Mapping[int, float]],
        places: Mapping[int, Place],
        chosen: list[Place | None],
    ) -> None:
        """The name that holds a chosen place means a candidate that does hold it, if one does."""
        place, outer = chosen[number], self.names[number].within
        if place is None or outer is None:
            return
        holders = [h for h in scores[outer] if lies_in(place, places[h])]
        current = chosen[outer]
        if holders and (current is None or not lies_in(place, current)):
            chosen[outer] = places[max(holders, key=lambda h: (scores[outer][h], -h))]

    def _resolution(self, number: int, place: Place | None) -> Resolution:
        name = self.names[number]
        if name.country is not None:
            return Resolution(None, name.country)
        if place is None:
            return Resolution(None, None)
        if self.partial[number] or (name.kind is PlaceKind.VILLAGE and place.population > LARGEST_VILLAGE):
            # "Hama village" is a village near the city of Hama.
            return Resolution(None, place.country or None, holder=place)
        return Resolution(place, place.country or None)


def _area(place: Place) -> tuple[str, int | None]:
    """Country and first-level area of a place."""
    return place.country, place.id if place.feature is PlaceClass.ADMIN1 else place.admin1


def _small_region(place: Place) -> bool:
    return place.feature is PlaceClass.REGION and place.radius_km <= _SMALL_REGION_KM
