"""What lies at a distance from a place, in a direction, off its coast or between two places, put on the map."""

from __future__ import annotations

import re

from geopy.distance import geodesic

from incidentparse.assemble.atlas import Atlas
from incidentparse.language.place_words import words_of
from incidentparse.mentions import PlaceMention
from incidentparse.places.geometry import midpoint
from incidentparse.places.keys import name_key
from incidentparse.places.place import Place
from incidentparse.record import PlaceKind, PlacePrecision, Relation

_DASH = re.compile("[-–]")
# How far "near" a place reaches where no distance is stated, in kilometres.
_NEAR_KM = 15.0
# A stated distance is a round number: the incident lies within this share of it.
_DISTANCE_SLACK = 0.25
# How far from a port "off the coast of" it reaches, in kilometres.
_OFFSHORE_KM = 40.0
# Towns further apart are no ends of a stretch on which something happened, but two of their names.
_LONGEST_STRETCH_KM = 300.0


def relative(
    atlas: Atlas,
    mention: PlaceMention,
    anchor: Place,
    precision: PlacePrecision,
    point: tuple[float, float] | None,
    radius: float | None,
) -> tuple[Relation, PlacePrecision, tuple[float, float] | None, float | None]:
    """A stated distance or bearing put on the map."""
    if (stretch := _stretch(atlas, mention, anchor)) is not None:
        return stretch
    relation = relation_to(atlas, mention, anchor.name)
    if point is None or precision in (PlacePrecision.ADMIN1, PlacePrecision.COUNTRY):
        return relation, precision, point, radius
    distance = mention.distance_km
    if distance is not None and mention.bearing_deg is not None:
        target = geodesic(kilometers=distance).destination(point, mention.bearing_deg)
        spread = anchor.radius_km + _DISTANCE_SLACK * distance
        return relation, PlacePrecision.NEAR, (round(target.latitude, 5), round(target.longitude, 5)), round(spread, 1)
    offshore = mention.relation is not None and atlas.document.lower[mention.relation[0]] in words_of("off")
    reach = anchor.radius_km + (distance if distance is not None else _OFFSHORE_KM if offshore else _NEAR_KM)
    return relation, PlacePrecision.NEAR, point, round(reach, 1)


def _stretch(
    atlas: Atlas, mention: PlaceMention, anchor: Place
) -> tuple[Relation, PlacePrecision, tuple[float, float], float] | None:
    """The middle of "between Homs and Hama", with both ends inside the radius; None where the ends are not known."""
    other = atlas.resolutions[mention.between].place if mention.between is not None else None
    if other is None or anchor.point is None or other.point is None or not (anchor.inhabited and other.inhabited):
        return None
    length = geodesic(anchor.point, other.point).km
    if length > _LONGEST_STRETCH_KM:
        return None
    ends = (anchor, other) if mention.start < atlas.mentions[mention.between or 0].start else (other, anchor)
    relation = relation_to(atlas, mention, " and ".join(end.name for end in ends))
    return relation, PlacePrecision.NEAR, midpoint(anchor.point, other.point), round(max(length / 2, _NEAR_KM), 1)


def road(atlas: Atlas, mention: PlaceMention) -> tuple[Relation, PlacePrecision, tuple[float, float], float] | None:
    """The middle of a road named after its two ends, "the Torit-Kapoeta road"; None where they are not known."""
    ends = [_end(atlas, part.strip()) for part in _DASH.split(atlas.document.slice(*mention.name))]
    if mention.kind is not PlaceKind.ROAD or len(ends) != 2 or None in ends:
        return None
    one, other = (end for end in ends if end is not None)
    if one.point is None or other.point is None or one == other:
        return None
    length = geodesic(one.point, other.point).km
    if length > _LONGEST_STRETCH_KM:
        return None
    relation = relation_to(atlas, mention, f"{one.name} and {other.name}")
    return relation, PlacePrecision.NEAR, midpoint(one.point, other.point), round(max(length / 2, _NEAR_KM), 1)


def _end(atlas: Atlas, text: str) -> Place | None:
    """The most populous town of a name in the country of the article, read without the words for a road behind it."""
    words = text.split()
    names = (name_key(" ".join(words[:count])) for count in range(len(words), 0, -1))
    towns = (p for name in names for p in atlas.gazetteer.named(name) if p.populated and p.country == atlas.country)
    return next(towns, None)


def relation_to(atlas: Atlas, mention: PlaceMention, anchor: str) -> Relation:
    """What a mention states of where something lies as seen from a place."""
    return Relation(
        anchor=anchor, bearing_deg=mention.bearing_deg, distance_km=mention.distance_km,
        text=atlas.document.slice(*(mention.relation or (mention.start, mention.end))),
    )  # fmt: skip
