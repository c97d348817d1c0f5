"""Well-known areas: regions and seas that no government draws, and news' own names for provinces and states."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from incidentparse.language.lexicon import load_lexicon
from incidentparse.places.keys import name_key
from incidentparse.places.place import Place, PlaceClass


class Region(BaseModel):
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

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    names: tuple[str, ...] = ()
    kind: Literal["region", "sea"]
    countries: tuple[str, ...] = ()
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    admin1: int | None = None
    radius_km: float = Field(gt=0)


class Area(BaseModel):
    """News' own names for a first-level area of GeoNames.

    Attributes:
        geonames_id: its id.
        country: ISO 3166-1 alpha-2.
        name: the name that English news uses.
        names: other names and spellings.
        abbreviations: forms that stand only behind a place in it ("St. Paul, Minn.").
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    geonames_id: int
    country: str
    name: str
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownAreas:
    """The lexicons of regions and areas, ready for look-up.

    Attributes:
        regions: by the key of each of their names.
        aliases: GeoNames ids of areas by the key of each further name.
        abbreviations: GeoNames ids of areas by abbreviation, as written.
        display: the name to show, by GeoNames id.
    """

    regions: dict[str, Place]
    aliases: dict[str, tuple[int, ...]]
    abbreviations: dict[str, int]
    display: dict[int, str]


def undotted(abbreviation: str) -> str:
    """An abbreviation without the dots and spaces that not every text has: ``W.Va.`` is ``WVa``."""
    return abbreviation.replace(".", "").replace(" ", "")


@cache
def known_areas() -> KnownAreas:
    """The lexicons regions.jsonl and areas.jsonl."""
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
    for area in load_lexicon("areas.jsonl", Area):
        display[area.geonames_id] = area.name
        for name in (area.name, *area.names):
            if area.geonames_id not in aliases[name_key(name)]:
                aliases[name_key(name)].append(area.geonames_id)
        abbreviations |= {undotted(short): area.geonames_id for short in area.abbreviations}
    return KnownAreas(regions, {key: tuple(ids) for key, ids in aliases.items()}, abbreviations, display)
