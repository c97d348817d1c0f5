"""The place of one incident, chosen among the places of the article."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from incidentparse.assemble.atlas import Atlas, atlas_of, default_gazetteer
from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.assemble.offsets import relation_to, relative
from incidentparse.assemble.siting import Siting
from incidentparse.language.countries import country_names
from incidentparse.language.country_cues import first_cue
from incidentparse.language.document import Document
from incidentparse.mentions import PlaceMention, Tokens
from incidentparse.places.gazetteer import Gazetteer
from incidentparse.places.geometry import distance_km, lies_in
from incidentparse.places.place import Place, PlaceClass
from incidentparse.record import PlaceKind, PlacePrecision, Relation, Where

# Upper bounds of the classes of the share of likelihood that falls to the place chosen.
_SHARES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
# A city that holds another named place is at least so many times as populous; villages count as of so many people.
_CITY_TO_PART, _VILLAGE_PEOPLE = 5, 1000
# A finer place goes before the one that it lies in or near from this share of its likelihood on.
_NEARLY = 0.4
# The same where an event word of the incident stands in its sentence: half as much and less do equally well.
_NEARLY_TOLD = 0.2
# Given to a country that only nationality words or groups tell of; set by hand, below what a named place gets.
_INDIRECT_CONFIDENCE = 0.4
# Towns of so many people are called cities and towns; smaller ones are villages.
_CITY, _TOWN = 50_000, 5_000
_AREA_PRECISION = {
    PlaceClass.COUNTRY: PlacePrecision.COUNTRY, PlaceClass.ADMIN1: PlacePrecision.ADMIN1,
    PlaceClass.ADMIN2: PlacePrecision.ADMIN2, PlaceClass.ADMIN3: PlacePrecision.ADMIN2,
    PlaceClass.POPULATED: PlacePrecision.PLACE, PlaceClass.REGION: PlacePrecision.ADMIN1,
    PlaceClass.SEA: PlacePrecision.ADMIN1, PlaceClass.FEATURE: PlacePrecision.PLACE,
    PlaceClass.QUARTER: PlacePrecision.PLACE,
}  # fmt: skip
_AREA_KIND = {
    PlaceClass.COUNTRY: PlaceKind.COUNTRY, PlaceClass.ADMIN1: PlaceKind.ADMIN1, PlaceClass.ADMIN2: PlaceKind.ADMIN2,
    PlaceClass.ADMIN3: PlaceKind.DISTRICT, PlaceClass.REGION: PlaceKind.OTHER, PlaceClass.SEA: PlaceKind.SEA,
    PlaceClass.FEATURE: PlaceKind.LANDMARK, PlaceClass.QUARTER: PlaceKind.NEIGHBOURHOOD,
}  # fmt: skip


@cache
def _weights(part: Literal["choice", "stated"]) -> dict[str, float]:
    data = json.loads((files("incidentparse") / "weights" / "place_choice.json").read_text(encoding="utf-8"))
    return {name: float(weight) for name, weight in data[part].items()}


def choose_where(
    document: Document,
    draft: Draft,
    drafts: Drafts,
    mentions: Sequence[PlaceMention],
    *,
    gazetteer: Gazetteer | None = None,
) -> Where | None:
    """The place of this incident, or None where the article names none."""
    atlas = atlas_of(document, mentions, gazetteer)
    found = options(atlas, draft, drafts)
    if ranked := rank(atlas, draft, found):
        likely = _stated(traits(atlas, draft, drafts, found, ranked))
        return build_where(atlas, ranked[0][0], [number for number, _ in ranked], likely)
    return _country_alone(atlas, _INDIRECT_CONFIDENCE) if draft.number == 0 else None


def zone_of(where: Where, gazetteer: Gazetteer | None = None) -> str | None:
    """The IANA time zone of an incident's place, or None where its country has several and no point is known."""
    gazetteer = gazetteer or default_gazetteer()
    place = gazetteer.get(where.geonames_id) if where.geonames_id is not None else None
    if place is not None and place.zone is not None:
        return place.zone
    if where.country_code is not None and (zone := gazetteer.country_zone(where.country_code)) is not None:
        return zone
    if where.latitude is None or where.longitude is None:
        return None
    near = gazetteer.nearest(where.latitude, where.longitude)
    return near.zone if near is not None else None


def options(atlas: Atlas, draft: Draft, drafts: Drafts) -> dict[int, list[str]]:
    """The mentions that may be the place of an incident, each with what is true of it."""
    candidates = [
        number
        for number, mention in enumerate(atlas.mentions)
        if mention.demonym_country is None and (draft.number == 0 or drafts.owned(draft, mention.start))
    ]
    siting = Siting(atlas, draft, drafts) if candidates else None
    return {number: siting.features(number) for number in candidates} if siting is not None else {}


def rank(
    atlas: Atlas, draft: Draft, found: Mapping[int, Sequence[str]], weights: Mapping[str, float] | None = None
) -> list[tuple[int, float]]:
    """The mentions that may be the place of an incident with their probabilities, the likeliest first.

    Args:
        atlas: the places of the article.
        draft: the incident.
        found: what `options` gives.
        weights: other weights than the learned ones.
    """
    given = _weights("choice") if weights is None else weights
    scores = {number: sum(given.get(name, 0.0) for name in names) for number, names in found.items()}
    if not scores:
        return []
    top = max(scores.values())
    total = sum(math.exp(score - top) for score in scores.values())
    ordered = sorted(scores, key=lambda n: (-scores[n], n))
    return _finest_first(atlas, [(n, math.exp(scores[n] - top) / total) for n in ordered], draft)


def traits(
    atlas: Atlas,
    draft: Draft,
    drafts: Drafts,
    found: Mapping[int, Sequence[str]],
    ranked: Sequence[tuple[int, float]],
) -> list[str]:
    """What speaks for and against the first of the ranked mentions being told as the place, and not just named."""
    best, probability = ranked[0]
    share = next((bound for bound in _SHARES if probability <= bound), 1.0)
    return [*found[best], *Siting(atlas, draft, drafts).company(best, list(found)), f"share:{share}"]


def _stated(names: Sequence[str]) -> float:
    """How likely the place is right: calibrated on articles whose place is known, or known not to be told."""
    weights = _weights("stated")
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) for name in ("always", *names))))


def _finest_first(atlas: Atlas, likely: list[tuple[int, float]], draft: Draft) -> list[tuple[int, float]]:
    """A town inside the likeliest area, or a village near the likeliest town, comes before it if nearly as likely."""
    best, probability = likely[0]
    told = {atlas.document.sentence_of[event.trigger] for event in draft.events}
    if best and atlas.landmark(best - 1) == best and dict(likely).get(best - 1, 0.0) >= _NEARLY * probability:
        return [(best - 1, dict(likely)[best - 1]), *(entry for entry in likely if entry[0] != best - 1)]
    area = _area(atlas, best)
    if area is None:
        return likely
    for number, chance in likely[1:]:
        if chance < _NEARLY_TOLD * probability:
            break
        if chance < _NEARLY * probability and atlas.document.sentence_of[atlas.mentions[number].start] not in told:
            continue
        place = atlas.resolutions[number].place
        if place is not None and place.inhabited and place != atlas.resolutions[best].place and lies_in(place, area):
            return [(number, chance), *(entry for entry in likely if entry[0] != number)]
    return likely


def _area(atlas: Atlas, number: int) -> Place | None:
    """The area that a mention may mean: itself, or the province of which it names the chief town."""
    place = atlas.resolutions[number].place
    if place is None or place.feature in (PlaceClass.ADMIN1, PlaceClass.ADMIN2, PlaceClass.REGION):
        return place
    return atlas.province_of_seat(place)


def build_where(atlas: Atlas, number: int, ranked: Sequence[int], probability: float) -> Where:
    """The record of a mention as the place of an incident; what it leaves open comes from the next likely ones."""
    document, mention = atlas.document, atlas.mentions[number]
    resolution = atlas.resolutions[number]
    own = resolution.place
    stated = atlas.holding_country(number)
    holder = own or atlas.holder(number) or _likely_holder(atlas, number, ranked, stated)
    country = (holder.country if holder else None) or resolution.country or stated or atlas.country
    kind = _kind(mention, own)
    if own is None and resolution.country is not None and resolution.holder is None:
        return _country_where(atlas, (mention.start, mention.end), resolution.country, probability, mention)
    admin1, admin2 = _areas(atlas, holder)
    precision = _AREA_PRECISION[holder.feature] if holder else PlacePrecision.COUNTRY
    point, radius = _point(holder, precision)
    relation = None
    landmark = atlas.landmark(number) if own is None and holder is not None else None
    if mention.relation is not None and own is not None:
        relation, precision, point, radius = relative(atlas, mention, own, precision, point, radius)
    elif landmark is not None and holder is not None and atlas.resolutions[landmark].place == holder:
        relation, precision, point, radius = relative(atlas, atlas.mentions[landmark], holder, precision, point, radius)
    evidence = [document.span(*(mention.relation or (mention.start, mention.end)))]
    return Where(
        name=own.name if own else document.slice(*mention.name),
        kind=kind,
        city=_city(atlas, own, holder, relation),
        admin2=admin2.name if admin2 else None,
        admin1=admin1.name if admin1 else None,
        country=country_names().get(country) if country else None,
        country_code=country or None,
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        geonames_id=own.geonames_id if own else None,
        precision=precision,
        radius_km=radius,
        relation=relation,
        text=document.slice(mention.start, mention.end),
        confidence=round(probability, 3),
        evidence=tuple(evidence),
    )


def _city(atlas: Atlas, own: Place | None, holder: Place | None, relation: Relation | None) -> str | None:
    """The town or city that holds a smaller place."""
    if own is None or relation is not None:
        return holder.name if holder is not None and holder.populated else None
    if own.town is not None:
        town = atlas.gazetteer.get(own.town)
        return town.name if town is not None else None
    if not own.populated:
        return None
    others = {r.place or r.holder for r in atlas.resolutions}
    around = [
        other
        for other in others
        if other is not None
        and other.populated
        and other.population > _CITY_TO_PART * max(own.population, _VILLAGE_PEOPLE)
        and distance_km(own, other) <= other.radius_km
    ]
    return max(around, key=lambda p: (p.population, p.id)).name if around else None


def _likely_holder(atlas: Atlas, number: int, ranked: Sequence[int], country: str | None) -> Place | None:
    """The best known place among the likely ones, for a spot that the text ties to none."""
    for other in ranked:
        resolution = atlas.resolutions[other]
        place = resolution.place or resolution.holder
        if place is not None and (country or atlas.country) not in (place.country, None):
            continue
        if other != number and place is not None and place.feature in (
            PlaceClass.POPULATED, PlaceClass.ADMIN2, PlaceClass.ADMIN1
        ):  # fmt: skip
            return place
    return None


def _kind(mention: PlaceMention, place: Place | None) -> PlaceKind:
    if place is not None and not place.populated:
        return _AREA_KIND[place.feature]
    if mention.kind is not None and mention.kind not in (PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.COUNTRY):
        return mention.kind
    if place is None:
        return mention.kind or PlaceKind.OTHER
    if place.population >= _CITY:
        return PlaceKind.CITY
    return PlaceKind.TOWN if place.population >= _TOWN else PlaceKind.VILLAGE


def _areas(atlas: Atlas, place: Place | None) -> tuple[Place | None, Place | None]:
    if place is None:
        return None, None
    if place.feature is PlaceClass.ADMIN1:
        return place, None
    first = atlas.gazetteer.get(place.admin1) if place.admin1 is not None else None
    if place.feature in (PlaceClass.ADMIN2, PlaceClass.ADMIN3):
        return first, place
    return first, atlas.gazetteer.get(place.admin2) if place.admin2 is not None else None


def _point(place: Place | None, precision: PlacePrecision) -> tuple[tuple[float, float] | None, float | None]:
    if place is None:
        return None, None
    if precision in (PlacePrecision.ADMIN1, PlacePrecision.COUNTRY):
        return None, round(place.radius_km, 1)
    return place.point, round(place.radius_km, 1)


def _country_where(
    atlas: Atlas, span: Tokens, code: str, probability: float, mention: PlaceMention | None = None
) -> Where:
    document = atlas.document
    name = country_names().get(code, code)
    told = mention.relation if mention is not None else None
    relation = relation_to(atlas, mention, name) if mention is not None and told is not None else None
    return Where(
        name=name, kind=PlaceKind.COUNTRY, country=name, country_code=code, precision=PlacePrecision.COUNTRY,
        relation=relation, text=document.slice(*span), confidence=round(probability, 3),
        evidence=(document.span(*(told or span)),),
    )  # fmt: skip


def _country_alone(atlas: Atlas, probability: float) -> Where | None:
    """The country and no place in it, read from its name, its people, its armed groups or places in it."""
    code = atlas.country
    if code is None:
        return None
    named = (m for m, r in zip(atlas.mentions, atlas.resolutions, strict=True) if r.country == code)
    mention = next((m for m in atlas.mentions if m.demonym_country == code), None) or next(named, None)
    span = (mention.start, mention.end) if mention is not None else first_cue(atlas.document, code)
    return None if span is None else _country_where(atlas, span, code, probability)
