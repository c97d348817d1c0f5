"""A place that the gazetteer lacks, put on the map by the geocoder behind it."""

from __future__ import annotations

from incidentparse.places import Gazetteer, OnlineGeocoder
from incidentparse.places.keys import name_key
from incidentparse.places.place import Place, PlaceClass
from incidentparse.record import Where


def put_on_map(where: Where, gazetteer: Gazetteer, geocoder: OnlineGeocoder) -> tuple[Where, str | None]:
    """The place with the point that the geocoder gives, and a warning if it failed; unchanged where it has its own."""
    point = (where.latitude, where.longitude)
    if any(p.point == point and p.town is None for p in gazetteer.named(name_key(where.name))):
        return where, None
    return geocoder.locate(where, _holder(where, gazetteer))


def _holder(where: Where, gazetteer: Gazetteer) -> Place | None:
    """The smallest area or town with a point that is known to hold the place: an answer must lie near it."""
    levels = ((where.city, (PlaceClass.POPULATED,)), (where.admin2, (PlaceClass.ADMIN2, PlaceClass.ADMIN3)),
              (where.admin1, (PlaceClass.ADMIN1,)))  # fmt: skip
    for name, features in levels:
        for place in gazetteer.named(name_key(name or "")):
            if place.country == where.country_code and place.feature in features and place.point is not None:
                return place
    return None
