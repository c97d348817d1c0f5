"""The town that a name without an entry tells: of a building or road named after it, of a quarter before it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise, product

from incidentparse.places.candidates import Name, own_name, places_named
from incidentparse.places.gazetteer import Gazetteer
from incidentparse.places.geometry import distance_km, lies_in
from incidentparse.places.keys import name_key
from incidentparse.places.place import Place
from incidentparse.record import PlaceKind

# The town in a name without an entry is taken for one of at least so many people: in a likely country, or one that
# shares its name with none abroad; and anywhere.
_TOWN_IN_COUNTRY, _TOWN_ANYWHERE = 20_000, 100_000
# The town in the name of a building lies within so many kilometres of a place that the article names.
_BUILDING_KM = 60.0
# The towns that a road is named after are no further apart: the longest trunk roads so named have some 500 km.
_ROAD_KM = 600.0


def town_in_name(
    name: Name, holder: Place | None, known: Mapping[str, Place], likely: Collection[str], gazetteer: Gazetteer
) -> Place | None:
    """The town that a name tells by a part of it, where no place bears the whole.

    Args:
        name: the name.
        holder: the place in which the text puts what it names, or None: a highway from a town may be far from there.
        known: what the other names of the article mean, by their keys.
        likely: codes of the countries that the article is likely about; empty where nothing tells.
        gazetteer: where to look parts up.
    """
    if holder is not None and holder.populated:
        # "The Khanabad Bandar area of Kunduz" is told by its town.
        return None
    place = next((known[key] for part in name.parts if (key := name_key(part)) in known), None)
    if place is None and name.kind is PlaceKind.ROAD:
        place = _end_of_road(name.parts, likely, gazetteer)
    elif place is None:
        place = _likeliest(name.parts, likely, gazetteer)
        if place is not None and known and all(distance_km(place, other) > _BUILDING_KM for other in known.values()):
            return None
    inside = place is None or holder is None or place.id == holder.id or lies_in(place, holder)
    return place if inside else None


def _end_of_road(ends: Sequence[str], likely: Collection[str], gazetteer: Gazetteer) -> Place | None:
    """The first end of a road named after two places: of namesakes the two that lie closest together."""
    pairs = [
        (distance_km(one, other), -one.population, one.id, one)
        for first, second in pairwise(ends)
        for one, other in product(_meant(first, likely, gazetteer), _meant(second, likely, gazetteer))
        if one.country == other.country and one.id != other.id
    ]
    apart, _, _, place = min(pairs, default=(_ROAD_KM + 1, 0, 0, None))
    return place if apart <= _ROAD_KM else None


def _meant(part: str, likely: Collection[str], gazetteer: Gazetteer) -> Iterator[Place]:
    return (p for p in places_named(gazetteer, part) if p.populated and (not likely or p.country in likely))


def _likeliest(parts: Sequence[str], likely: Collection[str], gazetteer: Gazetteer) -> Place | None:
    for part in parts:
        if "." in part and (short := gazetteer.abbreviated(part)) is not None:
            return short
        found = places_named(gazetteer, part)
        alone = len({place.country for place in found}) == 1
        least = _TOWN_IN_COUNTRY if likely or alone else _TOWN_ANYWHERE
        meant = [p for p in found if p.population >= least and (not likely or p.country in likely)]
        own = [p for p in meant if own_name(p, (part,))]
        # The town before the district that is named after it.
        if ranked := sorted(own, key=lambda p: not p.populated) or (meant if alone else []):
            return ranked[0]
    return None
