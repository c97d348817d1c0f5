"""Another geocoder behind the gazetteer, for places that it lacks: asked seldom, remembered, never relied on."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim, Photon
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from incidentparse.errors import GazetteerError
from incidentparse.places.geometry import from_point_km
from incidentparse.places.place import Place, PlaceClass
from incidentparse.record import PlaceKind, PlacePrecision, Where

# What the usage policy of OpenStreetMap's Nominatim asks for.
_DELAY_S = 1.0
_TIMEOUT_S = 5.0
# After so many failures in a row the geocoder is left alone for the rest of the run.
_MOST_FAILURES = 3
# An answer further than this outside the area known to hold a place is another place of that name.
_MARGIN_KM = 30.0
# Half the size of a village, a street and a building, for answers that state no size.
_RADIUS_KM = 1.0
# One file may serve several geocoders, which need not agree; a name without an answer has no point.
_MEMORY = """
CREATE TABLE IF NOT EXISTS answer (
    geocoder TEXT, query TEXT, latitude REAL, longitude REAL, PRIMARY KEY (geocoder, query)
) WITHOUT ROWID
"""
_RECALL = "SELECT latitude, longitude FROM answer WHERE geocoder = ? AND query = ?"
# Services that need no key, by the name that the command line knows them by.
SERVICES = {"nominatim": Nominatim, "photon": Photon}
# Latitude and longitude.
Point = tuple[float, float]
_AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.SEA, PlaceKind.OTHER})


class OnlineGeocoder:
    """Any geopy geocoder with a rate limit, a memory on disk and a limit to failures.

    Attributes:
        name: the geocoder's class, for the record.
    """

    def __init__(
        self,
        geocoder: Geocoder,
        *,
        cache: Path | None = None,
        delay_s: float = _DELAY_S,
        timeout_s: float = _TIMEOUT_S,
    ) -> None:
        """Wrap a geocoder.

        Args:
            geocoder: what to ask, such as ``geopy.geocoders.Nominatim(user_agent="...")``.
            cache: SQLite file in which answers are kept between runs; None keeps them for this run only.
            delay_s: least time between two requests.
            timeout_s: how long one request may take.

        Raises:
            GazetteerError: it is no geocoder, or the cache is no SQLite file or cannot be written.
        """
        self.name = type(geocoder).__name__
        if not callable(getattr(geocoder, "geocode", None)):
            raise GazetteerError(f'{self.name} is no geopy geocoder such as Nominatim(user_agent="...")')
        self._ask = RateLimiter(geocoder.geocode, min_delay_seconds=delay_s, max_retries=0, swallow_exceptions=False)
        self._timeout_s = timeout_s
        self._failures = 0
        try:
            if cache is not None:
                cache.parent.mkdir(parents=True, exist_ok=True)
            self._memory = sqlite3.connect(cache if cache is not None else ":memory:", check_same_thread=False)
            self._memory.execute(_MEMORY)
            self._memory.execute(_RECALL, ("", ""))  # Fails on a table of another form.
        except (OSError, sqlite3.Error) as error:
            raise GazetteerError(
                f"cannot keep the geocoder's answers in {cache}: {error}; name another file"
            ) from error

    def locate(self, where: Where, holder: Place | None) -> tuple[Where, str | None]:
        """Put a place that the gazetteer lacks on the map.

        Args:
            where: a place; only one named more finely than an area, and without an entry, is asked for.
            holder: the town or area known to hold it, against which the answer is checked.

        Returns:
            The place, with a point if one was found, and a warning if the geocoder failed.
        """
        if where.geonames_id is not None or where.kind in _AREAS or where.relation is not None:
            return where, None
        parts = (where.name, where.city, where.admin2, where.admin1, where.country)
        query = ", ".join(dict.fromkeys(part for part in parts if part))
        point, warning = self._point(query)
        if point is None or not _plausible(point, holder):
            return where, warning
        found = where.model_dump() | {
            "latitude": point[0], "longitude": point[1], "precision": PlacePrecision.PLACE, "radius_km": _RADIUS_KM,
        }  # fmt: skip
        return Where.model_validate(found), warning

    def close(self) -> None:
        """Close the memory."""
        self._memory.close()

    def _point(self, query: str) -> tuple[Point | None, str | None]:
        try:
            known = self._memory.execute(_RECALL, (self.name, query)).fetchone()
            if known is not None:
                return _point_of(*known), None
        except sqlite3.Error as error:
            return None, f"the answers of {self.name} cannot be read again: {error}"
        if self._failures >= _MOST_FAILURES:
            return None, None
        try:
            point = _read(self._ask(query, exactly_one=True, timeout=self._timeout_s))
        except Exception as error:  # Anybody's code: whatever it raises costs a point, and never the article.
            self._failures += 1
            left = "; it is not asked again in this run" if self._failures >= _MOST_FAILURES else ""
            return None, f"{self.name} could not be asked for {query!r}: {type(error).__name__}: {error}{left}"
        self._failures = 0
        try:
            with self._memory:
                row = (self.name, query, *(point or (None, None)))
                self._memory.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)", row)
        except sqlite3.Error as error:
            return point, f"the answers of {self.name} cannot be kept: {error}"
        return point, None


@dataclass(frozen=True, slots=True)
class GeocoderChoice:
    """Which geocoder to ask, for processes that each build their own.

    Attributes:
        service: one of SERVICES.
        user_agent: how the user names himself to it, as its policy of use asks.
        url: of a server that speaks the service's format, or None for the public one.
        cache: SQLite file in which answers are kept between runs, or None.
    """

    service: str
    user_agent: str
    url: str | None = None
    cache: Path | None = None

    def geocoder(self, processes: int = 1) -> OnlineGeocoder:
        """The geocoder for one of so many processes, which together keep the pace that one alone would keep.

        Raises:
            GazetteerError: the URL is none, or the cache cannot be written.
        """
        options = {"user_agent": self.user_agent}
        if self.url is not None:
            parts = urlsplit(self.url)
            if parts.scheme not in ("http", "https") or not parts.netloc:
                raise GazetteerError(f"{self.url!r} is no URL of a geocoder such as http://localhost:8080")
            options |= {"scheme": parts.scheme, "domain": parts.netloc + parts.path.rstrip("/")}
        return OnlineGeocoder(SERVICES[self.service](**options), cache=self.cache, delay_s=_DELAY_S * processes)


def _read(answer: object) -> Point | None:
    """The point of a geocoder's answer, or None where it knows no such place."""
    if answer is None:
        return None
    if not isinstance(answer, Location):
        raise TypeError(f"it answered with a {type(answer).__name__}, not with a geopy Location")
    return answer.latitude, answer.longitude


def _point_of(latitude: float | None, longitude: float | None) -> Point | None:
    return None if latitude is None or longitude is None else (latitude, longitude)


def _plausible(point: Point, holder: Place | None) -> bool:
    if holder is None or holder.feature is PlaceClass.COUNTRY or holder.point is None:
        return True
    return from_point_km(*point, holder) <= holder.radius_km + _MARGIN_KM
