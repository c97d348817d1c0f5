"""Towns that only share a name with the place meant: too far from all else that an article names."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.places.candidates import Name
from incidentparse.places.geometry import distance_km
from incidentparse.places.place import Place, PlaceClass
from incidentparse.record import PlaceKind

# A neighbourhood further than this from every town of the article is not the town of that name.
_NEIGHBOURHOOD_KM = 40.0
# Where town names repeat from state to state, and how small and how far from all else a town is that is none of them.
_REPEATED_NAMES = frozenset({"US"})
_SMALL, _FAR_KM = 30_000, 150.0

# No place is told from a landmark further off: "250 km north of Bangui"; where a distance is stated, from none much
# further than that.
_TOLD_FROM_KM, _FURTHER = 300.0, 1.3


def near_landmarks(names: Sequence[Name], candidates: Sequence[tuple[Place, ...]]) -> list[tuple[Place, ...]]:
    """The candidates of each name; of one told from a landmark only those that some place of its name is near."""
    return [
        found
        if name.landmark is None or not candidates[name.landmark]
        else _within(max(_TOLD_FROM_KM, _FURTHER * (name.landmark_km or 0.0)), found, candidates[name.landmark])
        for name, found in zip(names, candidates, strict=True)
    ]


def _within(reach_km: float, found: Sequence[Place], landmarks: Sequence[Place]) -> tuple[Place, ...]:
    return tuple(p for p in found if any(distance_km(p, mark) <= reach_km for mark in landmarks))


def without_namesakes(
    names: Sequence[Name], candidates: Sequence[Sequence[Place]], partial: Sequence[bool], chosen: list[Place | None]
) -> list[Place | None]:
    """The places chosen for the names, None for those that only share the name of the one meant."""
    sure = {n.key for n, p in zip(names, chosen, strict=True) if p is not None and not _in_doubt(n, p)}
    # Each once, however often the article names it.
    anchors = {(n.key, p.id): p for n, p in zip(names, chosen, strict=True) if p is not None and p.point is not None}
    kept = list(chosen)
    strays: set[int] = set()
    for number, (name, place) in enumerate(zip(names, chosen, strict=True)):
        if place is None or partial[number] or name.within is not None:
            continue
        others = [p for (key, _), p in anchors.items() if key != name.key and p.country == place.country]
        if not others or any(place.admin1 in (p.id, None) for p in others):
            continue
        nearest = min(distance_km(place, other) for other in others)
        if place.feature is PlaceClass.QUARTER:
            stray = nearest > _NEIGHBOURHOOD_KM and len(candidates[number]) > 1
        elif name.kind is PlaceKind.NEIGHBOURHOOD:
            stray = place.populated and nearest > _NEIGHBOURHOOD_KM and name.key not in sure
        else:
            stray = (
                _in_doubt(name, place) and nearest > _FAR_KM and any(p.population > place.population for p in others)
            )
        if stray:
            kept[number] = None
            strays.add(place.id)
    # A body or building bears the name of the same town: "Howland police".
    return [None if partial[n] and p is not None and p.id in strays else p for n, p in enumerate(kept)]


def _in_doubt(name: Name, place: Place) -> bool:
    """A small place where names repeat, or a neighbourhood: it may be another of that name."""
    small = place.populated and place.population < _SMALL and place.country in _REPEATED_NAMES
    return small or name.kind is PlaceKind.NEIGHBOURHOOD
