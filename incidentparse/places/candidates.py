"""The places that a name may mean, and how well each fits by itself: people, kind of place, own name or alias."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log10

from incidentparse.language.countries import country_by_name
from incidentparse.places.gazetteer import Gazetteer
from incidentparse.places.geometry import SEAT_SHARE, distance_km, lies_in
from incidentparse.places.keys import name_key, skeleton
from incidentparse.places.place import Place, PlaceClass
from incidentparse.places.storage import ARABIC_SCRIPT
from incidentparse.record import PlaceKind

# Scores are powers of ten of population: set by hand on articles whose place is known and kept where a change either
# way resolved fewer.
_PEOPLE_AT_LEAST = 500
# A district whose people the gazetteer does not tell has so many: few have less.
_PEOPLE_OF_DISTRICT = 20_000
_NOT_OWN_NAME = -1.0
# What a word for the kind of place makes likelier and less likely: by feature class, else the last.
_Fit = tuple[dict[PlaceClass, float], float]
_KIND_FITS: dict[PlaceKind | None, _Fit] = {
    None: (
        {
            PlaceClass.POPULATED: 0.7,
            PlaceClass.QUARTER: 0.0,
            PlaceClass.ADMIN1: 0.3,
            PlaceClass.REGION: 4.5,
            PlaceClass.SEA: 4.5,
        },
        0.0,
    ),
    PlaceKind.ADMIN1: ({PlaceClass.ADMIN1: 3.0, PlaceClass.REGION: 5.0, PlaceClass.ADMIN2: 0.5}, -2.0),
    PlaceKind.ADMIN2: (
        {
            PlaceClass.ADMIN2: 2.5,
            PlaceClass.ADMIN3: 2.5,
            PlaceClass.POPULATED: 0.3,
            PlaceClass.QUARTER: 0.3,
            PlaceClass.REGION: 4.5,
        },
        -1.0,
    ),
    PlaceKind.DISTRICT: (
        {
            PlaceClass.ADMIN2: 2.0,
            PlaceClass.ADMIN3: 2.0,
            PlaceClass.QUARTER: 2.0,
            PlaceClass.POPULATED: 0.5,
            PlaceClass.REGION: 4.5,
        },
        -0.5,
    ),
    PlaceKind.NEIGHBOURHOOD: (
        {PlaceClass.QUARTER: 2.0, PlaceClass.POPULATED: 0.7, PlaceClass.ADMIN1: 0.3, PlaceClass.REGION: 4.5},
        0.0,
    ),
    PlaceKind.OTHER: ({PlaceClass.ADMIN1: 1.5, PlaceClass.REGION: 6.0}, 0.0),
    PlaceKind.SEA: ({PlaceClass.SEA: 8.0}, -3.0),
    PlaceKind.COUNTRY: ({}, 0.0),
}
_TOWN_FITS: _Fit = (
    {PlaceClass.POPULATED: 2.0, PlaceClass.QUARTER: 1.0, PlaceClass.ADMIN3: 1.0, PlaceClass.REGION: 3.0},
    -2.0,
)
# What is called a village has no more people than this.
LARGEST_VILLAGE, _TOO_LARGE = 100_000, -1.0
# More candidates than this, by population, are not weighed.
_MOST_CANDIDATES = 40
# A province or city of fewer people gives its name to no town behind which it would stand.
_LARGE_AREA = 500_000

# What a gazetteer adds to the names of areas.
_AREA_WORDS = (" district", " province", " governorate", " division", " region", " department", " municipality")
# So much less likely is an area meant than its chief town where only the name that both bear is given: event notes give
# the town in most such cases.
_BEHIND_SEAT = 0.2


@dataclass(frozen=True, slots=True)
class Name:
    """A place name of an article, as resolution sees it.

    Attributes:
        key: the same for all mentions of one name.
        forms: the name in its possible extents, the likeliest first ("Mexico City" before "Mexico").
        core: the name of the town of which it names a part ("Austin" of "North Austin"), or None.
        parts: pieces of it that may name the town that holds it ("Baquba" of "Baquba market").
        kind: what its kind word says, or None.
        within: number of the name that it is said to lie in, or None.
        country: code where it is a country's name.
        weight: how much it counts as evidence.
        landmark: number of the name from which the text tells where it lies, or None.
        landmark_km: how far from there it is said to be, or None.
    """

    key: str
    forms: tuple[str, ...]
    core: str | None = None
    parts: tuple[str, ...] = ()
    kind: PlaceKind | None = None
    within: int | None = None
    country: str | None = None
    weight: float = 1.0
    landmark: int | None = None
    landmark_km: float | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means.

    Attributes:
        place: its entry in the gazetteer, or None where it has none.
        country: the country in which it lies, or None.
        holder: the place that is known to hold it where it has no entry of its own: "Aleppo" for a street of Aleppo.
    """

    place: Place | None
    country: str | None
    holder: Place | None = None


def own_name(place: Place, forms: Iterable[str]) -> bool:
    """Whether a place bears a name as its first, not only as one of its further names in some language."""
    key = name_key(place.name)
    bare = key.removeprefix("the ")
    if not place.inhabited and bare.endswith(_AREA_WORDS):
        # "Lower Dir" is the name of Lower Dir District.
        bare = bare.rpartition(" ")[0]
    bones = skeleton(key) if place.country in ARABIC_SCRIPT else ""
    return any((other := name_key(form)) in (key, bare) or (bones and bones == skeleton(other)) for form in forms)


def named_country(form: str) -> str | None:
    """Code of a country named by a form, also with an apostrophe lost: "Syrias"."""
    return country_by_name(form) or (country_by_name(form[:-1]) if form.endswith("s") else None)


def places_named(gazetteer: Gazetteer, form: str) -> tuple[Place, ...]:
    """The places, countries apart, that bear a name as written."""
    key = name_key(form)
    if not key:
        return ()
    return tuple(islice((p for p in gazetteer.named(key) if p.feature is not PlaceClass.COUNTRY), _MOST_CANDIDATES))


def candidates(gazetteer: Gazetteer, name: Name) -> tuple[tuple[Place, ...], bool]:
    """The places that a name may mean as written, and whether they only hold the place that it names."""
    if name.country is not None:
        return (), False
    for form in name.forms:
        if (short := gazetteer.abbreviated(form)) is not None:
            return (short,), False
        if found := places_named(gazetteer, form):
            return found + _other_level(gazetteer, found), False
    if name.core is not None and (found := _of_core(gazetteer, name.core)):
        return found, True
    if name.kind is not PlaceKind.LANDMARK:
        # The "Centre" of "Benghazi Medical Centre" is no province.
        for form in name.forms:
            if areas := _areas_behind(gazetteer, form):
                return areas
    return (), False


def _other_level(gazetteer: Gazetteer, found: Sequence[Place]) -> tuple[Place, ...]:
    """The chief town called like an area that is found, or the area called like a town.

    Of a transliterated name that both bear, some spellings are entered for one of them only: "Raqa" for the province.
    """
    added: list[Place] = []
    for place in found:
        if place.country not in ARABIC_SCRIPT:
            continue
        if place.feature is PlaceClass.ADMIN1:
            seats = [p for p in gazetteer.named(name_key(place.name)) if p.populated and p.admin1 == place.id]
            added += [] if any(p.populated and p.admin1 == place.id for p in found) else seats[:1]
        elif place.populated and place.admin1 is not None and all(p.id != place.admin1 for p in found):
            area = gazetteer.get(place.admin1)
            added += [area] if area is not None and own_name(area, (place.name,)) else []
    return tuple(dict.fromkeys(added))


def _of_core(gazetteer: Gazetteer, core: str) -> tuple[Place, ...]:
    """The places of the town's name in a name, a state's abbreviation among them: "D.C. police"."""
    short = gazetteer.abbreviated(core) if "." in core else None
    return (short,) if short is not None else places_named(gazetteer, core)


def _areas_behind(gazetteer: Gazetteer, form: str) -> tuple[tuple[Place, ...], bool] | None:
    """A town with its province behind it and no comma: "Hyderabad Sindh"; the province where no such town is known.

    So too a quarter with its city.
    """
    words = form.split()
    for cut in range(1, len(words)):
        tail = " ".join(words[cut:])
        behind = [p for p in places_named(gazetteer, tail) if own_name(p, (tail,))]
        areas = tuple(p for p in behind if _is_area(p))
        cities = tuple(p for p in behind if p.populated and p.population >= _LARGE_AREA)
        towns = places_named(gazetteer, " ".join(words[:cut])) if areas or cities else ()
        if areas:
            inside = tuple(p for p in towns if any(lies_in(p, area) for area in areas))
            return inside or areas, not inside
        if inside := tuple(p for p in towns if any(_part_of(p, city) for city in cities)):
            return inside, False
    return None


def _part_of(place: Place, city: Place) -> bool:
    """Whether a place with its city behind it and no comma may be that of the city: "Manghopir Karachi"."""
    return place.id != city.id and distance_km(place, city) <= city.radius_km


def _is_area(place: Place) -> bool:
    """A province, or a region of one country."""
    large = place.feature is PlaceClass.ADMIN1 and place.population >= _LARGE_AREA
    return large or (place.feature is PlaceClass.REGION and bool(place.country))


def own_score(name: Name, place: Place) -> float:
    """What speaks for a candidate without the rest of the article."""
    table, other = _KIND_FITS.get(name.kind, _TOWN_FITS)
    people = place.population or (_PEOPLE_OF_DISTRICT if place.feature is PlaceClass.ADMIN2 else 0)
    score = log10(people + _PEOPLE_AT_LEAST) + table.get(place.feature, other)
    known = place.feature is PlaceClass.REGION or own_name(place, (*name.forms, name.core or ""))
    if not known:
        score += _NOT_OWN_NAME
    if name.kind is PlaceKind.VILLAGE and place.population > LARGEST_VILLAGE:
        score += _TOO_LARGE
    return score


def towns_first(name: Name, found: Sequence[Place], scores: dict[int, float]) -> dict[int, float]:
    """The scores; an area named by nothing but the name of its chief town is likely less than the town."""
    if name.kind is None:
        for area in found:
            if area.feature is not PlaceClass.ADMIN1:
                continue
            seats = (
                scores[p.id] for p in found
                if p.populated and p.admin1 == area.id and p.population >= SEAT_SHARE * area.population
                and own_name(p, name.forms)
            )  # fmt: skip
            if (seat := max(seats, default=None)) is not None:
                scores[area.id] = min(scores[area.id], seat - _BEHIND_SEAT)
    return scores
