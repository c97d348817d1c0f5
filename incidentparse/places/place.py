"""A place of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from math import sqrt


class PlaceClass(IntEnum):
    """What a gazetteer entry is: a populated place, or an area of a level of government."""

    COUNTRY = 0
    ADMIN1 = 1
    ADMIN2 = 2
    ADMIN3 = 3
    POPULATED = 4
    REGION = 5
    SEA = 6
    FEATURE = 7
    QUARTER = 8


# Half the size of a town in kilometres: 1 for a village, 5 for 100,000 people, 25 at most.
_SMALLEST_TOWN, _LARGEST_TOWN, _PEOPLE_PER_SQUARE_KM = 1.0, 25.0, 4000


def town_radius(population: int) -> float:
    """Half the size of a town of so many people, in kilometres."""
    return min(max(_SMALLEST_TOWN, sqrt(population / _PEOPLE_PER_SQUARE_KM)), _LARGEST_TOWN)


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the gazetteer.

    Attributes:
        id: GeoNames id; negative for an entry that GeoNames does not have.
        name: the name that English news uses, as far as the gazetteer knows it.
        feature: what it is.
        country: ISO 3166-1 alpha-2, or "" for a sea or a region of several countries.
        admin1: id of its first-level area, or None.
        admin2: id of its second-level area, or None.
        latitude: WGS84 degrees, or None for an area without a known seat.
        longitude: the same.
        population: 0 if unknown.
        radius_km: half its size.
        zone: IANA time zone, or None.
        town: id of the town of which it is a quarter, or None.
    """

    id: int
    name: str
    feature: PlaceClass
    country: str
    admin1: int | None
    admin2: int | None
    latitude: float | None
    longitude: float | None
    population: int
    radius_km: float
    zone: str | None
    town: int | None = None

    @property
    def geonames_id(self) -> int | None:
        """Its id in GeoNames, or None."""
        return self.id if self.id > 0 else None

    @property
    def populated(self) -> bool:
        """A village, town or city, not an area."""
        return self.feature is PlaceClass.POPULATED

    @property
    def inhabited(self) -> bool:
        """A populated place or a quarter of one."""
        return self.feature in (PlaceClass.POPULATED, PlaceClass.QUARTER)

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, or None."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude
