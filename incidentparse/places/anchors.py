"""Places of an article that speak for those near them, before and after each name has got its meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from incidentparse.places.candidates import Name
from incidentparse.places.place import Place

# A place that speaks for those near it: the key of the name that may mean it, the place, its weight.
Anchor = tuple[str, Place, float]

# So many candidates of a name, each with at least this share of what its name may mean, speak before any is chosen: set
# by hand; of US shootings the right state is found in 0.938 so, and in 0.931 where only the likeliest speaks.
_MEANINGS, _LEAST = 6, 0.03


def likely_anchors(
    names: Sequence[Name],
    candidates: Sequence[Sequence[Place]],
    score: Callable[[Name, Place], float],
    unlisted: float,
) -> tuple[Anchor, ...]:
    """The likeliest candidates of every name by themselves, each with its share of the name's weight.

    Args:
        names: the names of the article.
        candidates: the places that each may mean.
        score: the power of ten of how likely a name means a place.
        unlisted: how likely a name means a place that the gazetteer lacks, on the scale of the candidates.
    """
    anchors: list[Anchor] = []
    seen: set[str] = set()
    for name, found in zip(names, candidates, strict=True):
        if name.key in seen:
            continue
        seen.add(name.key)
        sizes = {place: 10.0 ** score(name, place) for place in found}
        total = sum(sizes.values()) + unlisted
        likely = sorted(sizes, key=lambda place: (-sizes[place], place.id))[:_MEANINGS]
        anchors += [(name.key, p, name.weight * sizes[p] / total) for p in likely if sizes[p] >= _LEAST * total]
    return tuple(anchors)


def chosen_anchors(names: Sequence[Name], chosen: Sequence[Place | None]) -> tuple[Anchor, ...]:
    """The places chosen for the names, each once, with the weight of its name."""
    anchors: dict[tuple[str, int], Anchor] = {}
    for name, place in zip(names, chosen, strict=True):
        if place is not None:
            anchors.setdefault((name.key, place.id), (name.key, place, name.weight))
    return tuple(anchors.values())
