"""How likely each country is the one that an article is about, by its places and what else speaks for countries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from incidentparse.places.candidates import Name, own_score
from incidentparse.places.place import Place

# A country's own name counts as much as this many town names.
_NAMED_COUNTRY = 2.0
# The score of the meaning "a place that the gazetteer lacks", beside the candidates of a name; and its country.
UNLISTED, NOWHERE = 3.4, ""


def country_shares(
    names: Sequence[Name], candidates: Sequence[Sequence[Place]], hints: Mapping[str, float]
) -> dict[str, float]:
    """The share of the evidence that speaks for each country, the largest first; the shares add up to one.

    Args:
        names: the place names of the article.
        candidates: the places that each may mean.
        hints: other evidence for countries by code.
    """
    evidence: dict[str, float] = defaultdict(float)
    for code, weight in hints.items():
        evidence[code] += weight
    seen: dict[str, int] = defaultdict(int)
    for name, found in zip(names, candidates, strict=True):
        seen[name.key] += 1
        # A name repeated ten times says little more than once.
        weight = name.weight / seen[name.key]
        if name.country is not None:
            evidence[name.country] += _NAMED_COUNTRY * weight
            continue
        pull: dict[str, float] = defaultdict(float)
        for place in found:
            if place.country:
                pull[place.country] += 10.0 ** own_score(name, place)
        if not pull:
            continue
        pull[NOWHERE] = 10.0**UNLISTED
        total = sum(pull.values())
        for code, size in pull.items():
            evidence[code] += weight * size / total
    total = sum(value**2 for value in evidence.values())
    shares = {code: value**2 / total for code, value in evidence.items() if code} if total else {}
    return dict(sorted(shares.items(), key=lambda s: (-s[1], s[0])))
