"""The place of one incident, chosen among the places of the article."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.atlas import Atlas, atlas_of, default_gazetteer
from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.assemble.offsets import relation_to, relative, road
from incidentparse.assemble.other_places import other_places
from incidentparse.assemble.place_choice import options, rank, stated, traits
from incidentparse.assemble.siting import Siting
from incidentparse.language.countries import country_names
from incidentparse.language.country_cues import first_cue
from incidentparse.language.document import Document
from incidentparse.language.place_words import words_of
from incidentparse.mentions import PlaceMention, Tokens
from incidentparse.places.gazetteer import Gazetteer
from incidentparse.places.geometry import distance_km, from_point_km
from incidentparse.places.place import Place, PlaceClass
from incidentparse.record import PlaceKind, PlacePrecision, Relation, Where

# What lies further than this from the edge of a town is not in the town or, it may be, its province.
_OUTSKIRTS_KM = 20.0
# Regions of so many kilometres are no larger than districts: the Gaza Strip, the Bekaa.
_DISTRICT_KM = 40.0
# A city that holds another named place is at least so many times as populous; villages count as of so many people.
_CITY_TO_PART, _VILLAGE_PEOPLE = 5, 1000
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


def choose_places(
    document: Document,
    draft: Draft,
    drafts: Drafts,
    mentions: Sequence[PlaceMention],
    *,
    gazetteer: Gazetteer | None = None,
) -> tuple[Where, ...]:
    """The place of this incident, and the further ones that it is said to have been in; () where none is named."""
    atlas = atlas_of(document, mentions, gazetteer)
    siting = Siting(atlas, draft, drafts)
    found = options(siting)
    if ranked := rank(siting, found):
        order, likely = [number for number, _ in ranked], dict(ranked)
        chosen = [number for number in (order[0], *other_places(siting, order[0])) if number in found]
        # Where nothing else tells the town of a quarter, the wounded were taken to a hospital of it.
        order += [number for number in range(len(mentions)) if number not in likely and siting.of_care(number)]
        return tuple(
            build_where(atlas, number, order, stated(traits(siting, found, number, likely[number])))
            for number in chosen
        )
    alone = _country_alone(atlas, _INDIRECT_CONFIDENCE) if draft.number == 0 else None
    return () if alone is None else (alone,)


def zone_of(where: Where, gazetteer: Gazetteer | None = None) -> str | None:
    """The IANA time zone of an incident's place, or None where its country has several and no point is known."""
    gazetteer = gazetteer or default_gazetteer()
    place = gazetteer.get(where.geonames_id) if where.geonames_id is not None else None
    if place is not None and place.zone is not None:
        return place.zone
    if where.country_code is not None and (zone := gazetteer.country_zone(where.country_code)) is not None:
        return zone
    if where.latitude is not None and where.longitude is not None:
        near = gazetteer.nearest(where.latitude, where.longitude)
        return near.zone if near is not None else None
    return None if where.country_code is None else gazetteer.country_zone(where.country_code, nearly=True)


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
    precision = _precision(holder)
    point, radius = _point(holder, precision)
    relation = None
    landmark = atlas.landmark(number) if own is None and holder is not None else None
    if mention.relation is not None and own is not None:
        relation, precision, point, radius = relative(atlas, mention, own, precision, point, radius)
    elif landmark is not None and holder is not None and atlas.resolutions[landmark].place == holder:
        relation, precision, point, radius = relative(atlas, atlas.mentions[landmark], holder, precision, point, radius)
    elif own is None and (stretch := road(atlas, mention)) is not None:
        relation, precision, point, radius = stretch
    if relation is not None and point is not None and _beyond(holder, point):
        # "250 miles north of Bangui" is neither in Bangui nor in its province.
        around = atlas.gazetteer.nearest(*point)
        holder = around if around is not None and around.country == country else None
        admin1, admin2 = _areas(atlas, holder)
        city = None
    else:
        city = _city(atlas, own, holder, relation)
    evidence = [document.span(*(mention.relation or (mention.start, mention.end)))]
    return Where(
        name=own.name if own else document.slice(*_own_words(document, mention)),
        kind=kind,
        city=city,
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


def _own_words(document: Document, mention: PlaceMention) -> Tokens:
    """The words that name a place without an entry: of a building all, "Kabul University"; "Dayton" of its police."""
    end = mention.end - (document.lower[mention.end - 1] in ("'s", "’s"))
    last = document.lower[end - 1]
    if mention.kind is not PlaceKind.LANDMARK or last in words_of("official_body") or last in words_of("local_body"):
        return mention.name
    return mention.name[0], max(end, mention.name[1])


def _beyond(holder: Place | None, point: tuple[float, float]) -> bool:
    """Whether a point lies well outside the place from which it is told."""
    return holder is not None and from_point_km(*point, holder) > holder.radius_km + _OUTSKIRTS_KM


def _precision(holder: Place | None) -> PlacePrecision:
    if holder is None:
        return PlacePrecision.COUNTRY
    if holder.feature is PlaceClass.REGION and holder.radius_km <= _DISTRICT_KM:
        return PlacePrecision.ADMIN2
    return _AREA_PRECISION[holder.feature]


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
    """The best known place among the likely ones, for a spot that the text ties to none; a county's town if named."""
    sentences = atlas.document.sentence_of
    known: list[Place] = []
    beside: list[Place] = []
    for other in ranked:
        resolution, mention = atlas.resolutions[other], atlas.mentions[other]
        place = resolution.place or resolution.holder
        if place is None or other == number or (country or atlas.country) not in (place.country, None):
            continue
        if place.feature in (PlaceClass.POPULATED, PlaceClass.ADMIN2, PlaceClass.ADMIN1):
            told = sentences[mention.start] == sentences[atlas.mentions[number].start] and mention.rule != "dateline"
            (beside if told and place.populated and mention.relation is None else known).append(place)
    # A town that its own sentence names goes first.
    known = beside + known
    if known and known[0].feature is PlaceClass.ADMIN2:
        return next((place for place in known if place.populated and place.admin2 == known[0].id), known[0])
    return known[0] if known else None


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
