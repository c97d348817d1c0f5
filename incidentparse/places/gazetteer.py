"""The offline gazetteer: place names to places and points to places, as a geopy geocoder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from incidentparse.language.countries import country_by_name, country_names
from incidentparse.places.geometry import SEAT_SHARE, distance_km, from_point_km, lies_in_area
from incidentparse.places.keys import has_article, name_key, plain_name, skeleton
from incidentparse.places.known import Quarter, known_areas, undotted
from incidentparse.places.place import Place, PlaceClass
from incidentparse.places.storage import ARABIC_SCRIPT, GazetteerFile

# Names looked up last are kept: an archive speaks of the same places again and again. 20,000 take about 20 MB.
_REMEMBERED = 20_000
# Longest distance at which a point still belongs to a town of a few hundred people or more, in kilometres.
_REVERSE_KM = 100.0
# A country nearly has one time zone where this share of its districts has it: Ukraine without Crimea, Spain without the
# Canary Islands, and places of the neighbours at a border; Brazil, Mexico and the Congo have several.
_ONE_ZONE = 0.9
# A quarter that is known by name has about this part of its city's people.
_CITY_TO_QUARTER = 20


class Gazetteer(Geocoder):  # type: ignore[misc]  # geopy has no type hints
    """The packaged places and the user's own layers beside them, found by name or by point, without a network.

    It is a `geopy.geocoders.base.Geocoder`, so it and any other geocoder can stand in each other's place.

    Attributes:
        name: what it was compiled from.
        date: date of the packaged data.
        files: the gazetteer files, the user's first.
    """

    def __init__(self, *, layers: Sequence[Path] = (), timeout: float | None = None) -> None:
        """Open the packaged gazetteer and layers that ``incidentparse gazetteer add`` wrote.

        Args:
            layers: gazetteer files whose places are found before the packaged ones.
            timeout: accepted as every geocoder accepts it; nothing here waits.

        Raises:
            GazetteerError: a file is missing or damaged.
        """
        super().__init__(timeout=DEFAULT_SENTINEL if timeout is None else timeout)
        with as_file(files("incidentparse") / "places" / "data" / "gazetteer.sqlite") as packaged:
            self.files = [*(GazetteerFile(path) for path in layers), GazetteerFile(packaged)]
        self.name = "; ".join(file.about.get("name", file.path.name) for file in reversed(self.files))
        self.date = self.files[-1].about["date"]
        self._known = known_areas()
        self.named = lru_cache(maxsize=_REMEMBERED)(self._named)
        self.alike = lru_cache(maxsize=_REMEMBERED)(self._alike)
        self.get = lru_cache(maxsize=_REMEMBERED)(self._get)
        self.country_zone = lru_cache(maxsize=None)(self._country_zone)
        self.capital = lru_cache(maxsize=None)(self._capital)

    def _named(self, key: str) -> tuple[Place, ...]:
        """The places that bear the name with this key (see `name_key`), the user's first, then by population."""
        known = self._known
        found: list[Place | None] = [place for file in self.files for place in file.named(key)]
        found += (self.files[-1].get(number) for number in known.aliases.get(key, ()))
        found.append(known.regions.get(key))
        found += known.localities.get(key, ())
        found += (self._quarter(quarter) for quarter in known.quarters.get(key, ()))
        # One place may bear a name in the gazetteer and in the lexicon.
        return tuple({p.id: self._shown(p) for p in found if p is not None}.values())

    def _quarter(self, quarter: Quarter) -> Place | None:
        """A quarter as a place: where its city is, and no more precisely."""
        city = self.get(quarter.city)
        if city is None:
            return None
        return replace(
            city, id=quarter.number, name=quarter.name, feature=PlaceClass.QUARTER, town=city.id,
            population=city.population // _CITY_TO_QUARTER,
        )  # fmt: skip

    def _alike(self, key: str, country: str) -> tuple[Place, ...]:
        """The places of a country one of whose transliterations may be this name."""
        bones = skeleton(key) if country in ARABIC_SCRIPT else ""
        if not bones:
            return ()
        found = (*(p for file in self.files for p in file.alike(bones)), *self._known.alike.get(bones, ()))
        return tuple(self._shown(p) for p in found if p.country == country)

    def _get(self, number: int) -> Place | None:
        """The place with this id, or None."""
        return next((self._shown(place) for file in self.files if (place := file.get(number)) is not None), None)

    def _capital(self, country: str) -> Place | None:
        """The capital of a country, or None."""
        place = self.files[-1].capital(country)
        return None if place is None else self._shown(place)

    def _shown(self, place: Place) -> Place:
        name = self._known.display.get(place.id) or plain_name(place.name, place.country)
        return place if name == place.name else replace(place, name=name)

    def abbreviated(self, text: str) -> Place | None:
        """The state or province that an abbreviation means ("Minn.", "FL"), or None."""
        number = self._known.abbreviations.get(undotted(text))
        return None if number is None else self.get(number)

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002  # part of geopy's interface
        country_codes: str | Iterable[str] | None = None,
        limit: int = 10,
    ) -> Location | list[Location] | None:
        """Find a place by name: ``"Ariha"``, ``"Ariha, Idlib"``, ``"Ariha, Syria"``, ``"Paris, TX, USA"``.

        A name that no place bears is read as another transliteration of an Arabic, Persian or Urdu one where it has
        their article or a country is told: ``"al-Hassakeh"``, ``"Hassakeh, Syria"``.

        Args:
            query: the name, and after commas what it lies in.
            exactly_one: return the best match only, not a list.
            timeout: not used.
            country_codes: ISO 3166-1 alpha-2 codes to which to keep the search.
            limit: most matches to return when not ``exactly_one``.

        Returns:
            The best match (the most populous, but a town before an area that is named after it), a list of matches,
            or None; ``Location.raw`` is a `Place` as a dict.
        """
        name, *within = query.split(",")
        codes = {country_codes} if isinstance(country_codes, str) else set(country_codes or ())
        allowed = {code.upper() for code in codes}
        told = bool(allowed) or any(country_by_name(part.strip()) for part in within)
        found = [
            place
            for place in self._called(name_key(name), transliterated=told)
            if place.point is not None
            and (not allowed or place.country in allowed)
            and all(self._lies_in(place, part.strip()) for part in within)
        ]
        locations = [self._location(place) for place in found[: 1 if exactly_one else limit]]
        if exactly_one:
            return locations[0] if locations else None
        return locations or None

    def reverse(
        self,
        query: Point | str | tuple[float, float],
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002  # part of geopy's interface
        limit: int = 10,
    ) -> Location | list[Location] | None:
        """The populated places nearest to a point, as `geocode` returns them; none further off than 100 km."""
        point = Point(query)
        found = self._around(point.latitude, point.longitude)
        locations = [self._location(place) for place in found[: 1 if exactly_one else limit]]
        if exactly_one:
            return locations[0] if locations else None
        return locations or None

    def nearest(self, latitude: float, longitude: float) -> Place | None:
        """The populated place nearest to a point, or None where none lies within 100 km."""
        return next(iter(self._around(latitude, longitude)), None)

    def _country_zone(self, country: str, *, nearly: bool = False) -> str | None:
        """The one time zone of a country, or that which it has nearly everywhere; None where it has several."""
        zones = self.files[-1].zones(country)
        zone = max(zones, key=lambda zone: (zones[zone], zone), default=None)
        least = _ONE_ZONE if nearly else 1.0
        return zone if zone is not None and zones[zone] >= least * sum(zones.values()) else None

    def _around(self, latitude: float, longitude: float) -> list[Place]:
        near = sorted(
            (from_point_km(latitude, longitude, place), place.id, place)
            for file in self.files
            for place in file.around(latitude, longitude)
        )
        return [place for distance, _, place in near if distance <= _REVERSE_KM]

    def address(self, place: Place) -> str:
        """A place's name and those of the areas that hold it: ``"Ariha, Idlib, Syria"``."""
        areas = (self.get(number) for number in (place.admin2, place.admin1) if number is not None)
        names = [place.name, *(area.name for area in areas if area is not None)]
        if place.country and place.feature is not PlaceClass.COUNTRY:
            names.append(country_names().get(place.country, place.country))
        return ", ".join(dict.fromkeys(names))

    def _called(self, key: str, *, transliterated: bool) -> list[Place]:
        """The places that bear a name, or may by another transliteration; the one first that is most likely asked for.

        Args:
            key: see `name_key`.
            transliterated: whether to read a name that no place bears so also where it has no Arabic article.
        """
        found = self.named(key)
        if not found and (transliterated or has_article(key)) and (bones := skeleton(key)):
            found = tuple(self._shown(p) for file in self.files for p in file.alike(bones))
        code = country_by_name(key)

        def rank(place: Place) -> int:
            if place.feature is PlaceClass.COUNTRY and place.country == code:
                return 0
            return 2 if any(_seat(town, place) for town in found) else 1

        return sorted(found, key=rank)

    def _lies_in(self, place: Place, text: str) -> bool:
        if place.country in (country_by_name(text), text.upper()):
            return True
        state = self.abbreviated(text)
        areas = self.named(name_key(text)) if state is None else (state,)
        return any(area == place or lies_in_area(place, area) for area in areas)

    def _location(self, place: Place) -> Location:
        raw = {name: getattr(place, name) for name in Place.__slots__} | {"feature": place.feature.name.lower()}
        return Location(self.address(place), Point(place.latitude, place.longitude), raw)


def _seat(town: Place, area: Place) -> bool:
    """Whether a town is the one that an area of the same name is named after."""
    if not town.populated or area.inhabited or town.country != area.country:
        return False
    return town.population >= SEAT_SHARE * area.population and distance_km(town, area) <= area.radius_km
