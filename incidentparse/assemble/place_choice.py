"""Which of the places that an article names is the place of an incident, and how sure that is."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from incidentparse.assemble.atlas import Atlas
from incidentparse.assemble.draft import Draft
from incidentparse.assemble.siting import Siting
from incidentparse.places.geometry import lies_in
from incidentparse.places.place import Place, PlaceClass
from incidentparse.weights import load_weights

# A finer place goes before the one that it lies in or near from this share of its likelihood on.
_NEARLY = 0.4
# The same where an event word of the incident stands in its sentence: half as much and less do equally well.
_NEARLY_TOLD = 0.2
# What holds districts.
_PROVINCES = frozenset({PlaceClass.ADMIN1, PlaceClass.REGION})
# Upper bounds of the classes of the share of likelihood that falls to the place chosen.
_SHARES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@cache
def _weights(part: Literal["choice", "stated"]) -> dict[str, float]:
    weights: dict[str, float] = load_weights("place_choice")[part]
    return weights


def options(siting: Siting) -> dict[int, list[str]]:
    """The mentions that may be the place of an incident, each with what is true of it."""
    draft, drafts = siting.draft, siting.drafts
    candidates = [
        number
        for number, mention in enumerate(siting.atlas.mentions)
        if mention.demonym_country is None and (draft.number == 0 or drafts.owned(draft, mention.start))
    ]
    struck = [number for number in candidates if not siting.of_care(number)] or candidates
    apart = [number for number in struck if not siting.of_speaker(number)]
    if any(siting.told_beside(number) for number in apart):
        # Where nothing else tells the place, it is likely where those are who tell of it.
        struck = apart
    return {number: siting.features(number) for number in struck}


def rank(
    siting: Siting, found: Mapping[int, Sequence[str]], weights: Mapping[str, float] | None = None
) -> list[tuple[int, float]]:
    """The mentions that may be the place of an incident with their probabilities, those of the likeliest place first.

    Of two places the one is likelier whose mentions are so together: a town named again speaks for itself each time.

    Args:
        siting: the places of the article as places of the incident.
        found: what `options` gives.
        weights: other weights than the learned ones.
    """
    given = _weights("choice") if weights is None else weights
    scores = {number: sum(given.get(name, 0.0) for name in names) for number, names in found.items()}
    if not scores:
        return []
    top = max(scores.values())
    total = sum(math.exp(score - top) for score in scores.values())
    likely = {number: math.exp(score - top) / total for number, score in scores.items()}
    of_place: dict[str | int, float] = defaultdict(float)
    for number, chance in likely.items():
        of_place[_place(siting.atlas, number)] += chance
    ordered = sorted(likely, key=lambda n: (-of_place[_place(siting.atlas, n)], -likely[n], n))
    return _finest_first(siting.atlas, [(n, likely[n]) for n in ordered], siting.draft)


def _place(atlas: Atlas, number: int) -> str | int:
    """The same for all mentions of one place."""
    place = atlas.resolutions[number].place
    return atlas.keys[number] if place is None else place.id


def traits(siting: Siting, found: Mapping[int, Sequence[str]], number: int, probability: float) -> list[str]:
    """What speaks for and against a mention, so probable, being told as the place and not just named."""
    share = next((bound for bound in _SHARES if probability <= bound), 1.0)
    return [*found[number], *siting.company(number, list(found)), f"share:{share}"]


def stated(names: Sequence[str]) -> float:
    """How likely the place is right: calibrated on articles whose place is known, or known not to be told."""
    weights = _weights("stated")
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) for name in ("always", *names))))


def _finest_first(atlas: Atlas, likely: list[tuple[int, float]], draft: Draft) -> list[tuple[int, float]]:
    """A town inside the likeliest area, or a village near the likeliest town, comes before it if nearly as likely."""
    best, probability = likely[0]
    told = {atlas.document.sentence_of[event.trigger] for event in draft.events}
    located = atlas.located_by(best)
    if located is not None and (chance := dict(likely).get(located, 0.0)) >= _NEARLY * probability:
        return [(located, chance), *(entry for entry in likely if entry[0] != located)]
    area = _area(atlas, best)
    for number, chance in likely[1:]:
        if chance < _NEARLY_TOLD * probability:
            continue
        if chance < _NEARLY * probability and atlas.document.sentence_of[atlas.mentions[number].start] not in told:
            continue
        if _finer(atlas, number, best, area):
            return [(number, chance), *(entry for entry in likely if entry[0] != number)]
    return likely


def _finer(atlas: Atlas, number: int, best: int, area: Place | None) -> bool:
    """Whether a mention names a place where people live inside the likeliest one, or inside the area of that name."""
    place, larger = atlas.resolutions[number].place, atlas.resolutions[best].place
    if place is None or place == larger:
        return False
    if not place.inhabited:
        # A district of the province that is likeliest; for others it is too large to be a place in them.
        district = place.feature is PlaceClass.ADMIN2 and larger is not None and larger.feature in _PROVINCES
        return district and area is not None and lies_in(place, area)
    if area is not None and lies_in(place, area):
        return True
    outer = atlas.mentions[number].within
    if outer is None or atlas.keys[outer] != atlas.keys[best]:
        return False
    # "In the South Shore neighbourhood of Chicago", where the headline says "Chicago".
    return larger is None or not larger.inhabited or place.population <= larger.population


def _area(atlas: Atlas, number: int) -> Place | None:
    """The area that a mention may mean: itself, or the province of which it names the chief town."""
    place = atlas.resolutions[number].place
    if place is None or place.feature in (PlaceClass.ADMIN1, PlaceClass.ADMIN2, PlaceClass.REGION):
        return place
    return atlas.province_of_seat(place)
