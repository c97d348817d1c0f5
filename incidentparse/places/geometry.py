"""What holds what, how far apart places are, and how well a place fits among the others of an article."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, degrees, exp, hypot, radians, sin

from incidentparse.places.place import Place, PlaceClass

# Areas count as containing a town that lies this far outside their measured radius.
_MARGIN_KM = 30.0
# What the closest other place of the article and what all of them together add, in powers of ten of population.
_CLOSEST, _COMPANY, _NEAR_KM = 1.0, 1.5, 120.0
# Two places of one province are this close, however far apart.
_SAME_PROVINCE = 0.5
# A degree of latitude.
_DEGREE_KM = 111.2
# The chief town of an area has at least so large a share of its people.
SEAT_SHARE = 0.05
# Further than any two places on Earth.
_NOWHERE_KM = 20_100.0


def lies_in(place: Place, holder: Place) -> bool:
    """Whether a place lies in another, by the hierarchy or, for two towns or regions, by distance."""
    if place.id == holder.id:
        return False
    if lies_in_area(place, holder):
        return True
    if holder.feature in (PlaceClass.ADMIN1, PlaceClass.ADMIN2):
        return False
    if place.country and holder.country and place.country != holder.country:
        return False
    if place.feature is not PlaceClass.POPULATED and holder.populated:
        return False
    return distance_km(place, holder) <= holder.radius_km + _MARGIN_KM


def lies_in_area(place: Place, holder: Place) -> bool:
    """Whether a place lies in another by the hierarchy."""
    return holder.id in (place.admin1, place.admin2, place.town)


def distance_km(one: Place, other: Place) -> float:
    """Distance on a flat map: near enough to tell what is close."""
    if one.latitude is None or one.longitude is None:
        return _NOWHERE_KM
    return from_point_km(one.latitude, one.longitude, other)


def from_point_km(latitude: float, longitude: float, place: Place) -> float:
    """The same from a point."""
    if place.latitude is None or place.longitude is None:
        return _NOWHERE_KM
    east = (longitude - place.longitude + 180) % 360 - 180
    return hypot(latitude - place.latitude, east * cos(radians(latitude))) * _DEGREE_KM


def midpoint(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """The point half-way between two on a sphere, for distances of news within metres of the ellipsoid's."""
    x = y = z = 0.0
    for latitude, longitude in ((radians(a), radians(b)) for a, b in (one, other)):
        x += cos(latitude) * cos(longitude)
        y += cos(latitude) * sin(longitude)
        z += sin(latitude)
    return round(degrees(atan2(z, hypot(x, y))), 5), round(degrees(atan2(y, x)), 5)


def company(place: Place, anchors: Sequence[tuple[str, Place, float]]) -> float:
    """What it adds that other places of the article hold a candidate or are close to it."""
    best = total = company = 0.0
    for _, anchor, weight in anchors:
        total += weight
        if anchor.id == place.id or anchor.country != place.country:
            continue
        if lies_in_area(place, anchor) or lies_in_area(anchor, place):
            near = 1.0
        elif anchor.inhabited and place.inhabited:
            near = exp(-distance_km(place, anchor) / _NEAR_KM)
            if anchor.admin1 is not None and anchor.admin1 == place.admin1:
                near = max(near, _SAME_PROVINCE)
        else:
            continue
        best = max(best, near)
        company += weight * near
    return _CLOSEST * best + (_COMPANY * company / total if total else 0.0)
