"""Well-known places that GeoNames lacks or names otherwise: regions, seas, provinces, quarters of cities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Literal

from pydantic import Field

from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.places.keys import name_key, skeleton
from incidentparse.places.place import Place, PlaceClass
from incidentparse.places.storage import ARABIC_SCRIPT


class Region(LexiconEntry):
    """A region or sea of the lexicon.

    Attributes:
        name: usual name.
        names: other names.
        kind: region or sea.
        countries: countries it lies in, () where it lies in many or none.
        latitude: of its middle.
        longitude: of its middle.
        admin1: GeoNames id of the first-level area that holds it, or None.
        radius_km: half its size.
    """

    name: str
    names: tuple[str, ...] = ()
    kind: Literal["region", "sea"]
    countries: tuple[str, ...] = ()
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    admin1: int | None = None
    radius_km: float = Field(gt=0)


class Area(LexiconEntry):
    """News' own names for a first-level area or a town of GeoNames.

    Attributes:
        geonames_id: its id.
        country: ISO 3166-1 alpha-2.
        name: the name that English news uses.
        names: other names and spellings.
        abbreviations: forms that stand only behind a place in it ("St. Paul, Minn.").
    """

    geonames_id: int
    country: str
    name: str
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


class Locality(LexiconEntry):
    """A village, camp or base that the news knows and GeoNames' towns lack.

    Attributes:
        name: usual name.
        names: other names and spellings.
        country: ISO 3166-1 alpha-2.
        admin1: GeoNames id of the first-level area that holds it, or None.
        latitude: as good as the radius says.
        longitude: the same.
        radius_km: how far from that point it may lie; more for districts, and where the point is known roughly.
    """

    name: str
    names: tuple[str, ...] = ()
    country: str
    admin1: int | None
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    radius_km: float = Field(default=8.0, gt=0)


class Quarters(LexiconEntry):
    """The quarters of one city that are known in the news by their own names.

    Attributes:
        geonames_id: the city's.
        country: ISO 3166-1 alpha-2.
        city: its name.
        quarters: each with its further names and spellings.
    """

    geonames_id: int
    country: str
    city: str
    quarters: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter: a number of its own, its name and the GeoNames id of its city."""

    number: int
    name: str
    city: int


@dataclass(frozen=True, slots=True)
class KnownAreas:
    """The lexicons of regions, areas and quarters, ready for look-up.

    Attributes:
        regions: by the key of each of their names.
        localities: the same for villages, camps and bases.
        aliases: GeoNames ids of areas by the key of each further name.
        abbreviations: GeoNames ids of areas by abbreviation, as written.
        display: the name to show, by GeoNames id.
        quarters: by the key of each of their names.
        alike: regions and localities by the skeleton of each of their names.
    """

    regions: dict[str, Place]
    localities: dict[str, tuple[Place, ...]]
    aliases: dict[str, tuple[int, ...]]
    abbreviations: dict[str, int]
    display: dict[int, str]
    quarters: dict[str, tuple[Quarter, ...]]
    alike: dict[str, tuple[Place, ...]]


def undotted(abbreviation: str) -> str:
    """An abbreviation without the dots and spaces that not every text has: ``W.Va.`` is ``WVa``."""
    return abbreviation.replace(".", "").replace(" ", "")


@cache
def known_areas() -> KnownAreas:
    """The lexicons regions.jsonl, localities.jsonl, areas.jsonl, towns.jsonl and quarters.jsonl."""
    regions: dict[str, Place] = {}
    for number, region in enumerate(load_lexicon("regions.jsonl", Region), start=1):
        feature = PlaceClass.SEA if region.kind == "sea" else PlaceClass.REGION
        country = region.countries[0] if len(region.countries) == 1 else ""
        place = Place(
            -number, region.name, feature, country, region.admin1, None, region.latitude, region.longitude, 0,
            region.radius_km, None,
        )  # fmt: skip
        for name in (region.name, *region.names):
            regions.setdefault(name_key(name), place)
    aliases: dict[str, list[int]] = defaultdict(list)
    abbreviations: dict[str, int] = {}
    display: dict[int, str] = {}
    for area in (*load_lexicon("areas.jsonl", Area), *load_lexicon("towns.jsonl", Area)):
        display[area.geonames_id] = area.name
        for name in (area.name, *area.names):
            if area.geonames_id not in aliases[name_key(name)]:
                aliases[name_key(name)].append(area.geonames_id)
        abbreviations |= {undotted(short): area.geonames_id for short in area.abbreviations}
    named = {key: tuple(ids) for key, ids in aliases.items()}
    localities = _localities()
    return KnownAreas(regions, localities, named, abbreviations, display, _quarters(), _alike(regions, localities))


def _alike(regions: Mapping[str, Place], localities: Mapping[str, Sequence[Place]]) -> dict[str, tuple[Place, ...]]:
    found: dict[str, dict[int, Place]] = defaultdict(dict)
    named = chain(regions.items(), ((key, place) for key, places in localities.items() for place in places))
    for key, place in named:
        if place.country in ARABIC_SCRIPT and (bones := skeleton(key)):
            found[bones][place.id] = place
    return {bones: tuple(places.values()) for bones, places in found.items()}


def _localities() -> dict[str, tuple[Place, ...]]:
    localities: dict[str, list[Place]] = defaultdict(list)
    for number, entry in enumerate(load_lexicon("localities.jsonl", Locality)):
        place = Place(
            _FIRST_LOCALITY - number, entry.name, PlaceClass.POPULATED, entry.country, entry.admin1, None,
            entry.latitude, entry.longitude, _LOCALITY_PEOPLE, entry.radius_km, None,
        )  # fmt: skip
        for key in dict.fromkeys(map(name_key, (entry.name, *entry.names))):
            localities[key].append(place)
    return {key: tuple(found) for key, found in localities.items()}


def _quarters() -> dict[str, tuple[Quarter, ...]]:
    quarters: dict[str, list[Quarter]] = defaultdict(list)
    number = _FIRST_QUARTER
    for city in load_lexicon("quarters.jsonl", Quarters):
        for names in city.quarters:
            quarter = Quarter(number, names[0], city.geonames_id)
            number -= 1
            for key in dict.fromkeys(map(name_key, names)):
                quarters[key].append(quarter)
    return {key: tuple(found) for key, found in quarters.items()}


# Quarters and localities get ids that neither GeoNames nor the regions use.
_FIRST_QUARTER, _FIRST_LOCALITY = -10_000, -100_000
# A village that is known by name counts as of so many people.
_LOCALITY_PEOPLE = 4000
