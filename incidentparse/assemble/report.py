"""From a document to its report: runs the extractors, drafts the incidents, fills their fields."""

from __future__ import annotations

from dataclasses import dataclass

from incidentparse.assemble.actors import fill_actors
from incidentparse.assemble.apart import tell_apart, told_earlier
from incidentparse.assemble.atlas import atlas_of
from incidentparse.assemble.casualties import fill_casualties
from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.assemble.geocoding import put_on_map
from incidentparse.assemble.incidents import LEAST_CONFIDENCE, draft_incidents
from incidentparse.assemble.sources import fill_sources
from incidentparse.assemble.targets import fill_targets
from incidentparse.assemble.weapons import fill_weapons
from incidentparse.assemble.when import choose_when
from incidentparse.assemble.where import choose_places, zone_of
from incidentparse.assemble.zones import in_zone
from incidentparse.extractors import actors, casualties, events, locations, sources, targets, times, weapons
from incidentparse.language.document import Document
from incidentparse.mentions import (
    ActorMention,
    CasualtyMention,
    EventMention,
    PlaceMention,
    SourceMention,
    TargetMention,
    TimeMention,
    WeaponMention,
)
from incidentparse.places import Gazetteer, OnlineGeocoder
from incidentparse.record import ActorRole, Incident, IncidentType, ParserInfo, Report

_TOO_MANY = "only the first {} incidents were read, {} more were left out: split the text into single articles"


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that the extractors saw in one document."""

    events: list[EventMention]
    casualties: list[CasualtyMention]
    times: list[TimeMention]
    places: list[PlaceMention]
    actors: list[ActorMention]
    targets: list[TargetMention]
    weapons: list[WeaponMention]
    sources: list[SourceMention]


def _extract_mentions(document: Document) -> Mentions:
    """Runs every extractor over the document."""
    return Mentions(
        events=events.extract(document),
        casualties=casualties.extract(document),
        times=times.extract(document),
        places=locations.extract(document),
        actors=actors.extract(document),
        targets=targets.extract(document),
        weapons=weapons.extract(document),
        sources=sources.extract(document),
    )


def build_report(
    document: Document,
    info: ParserInfo,
    gazetteer: Gazetteer,
    least_confidence: float = LEAST_CONFIDENCE,
    geocoder: OnlineGeocoder | None = None,
) -> Report:
    """The report of a document, its places looked up in the gazetteer; empty where an incident is less likely.

    A geocoder, if there is one, is asked for the places that the gazetteer lacks; what it cannot do is a warning.
    """
    mentions = _extract_mentions(document)
    drafts = draft_incidents(document, mentions.events, mentions.times, mentions.places, least_confidence)
    drafted = [_incident(document, draft, drafts, mentions, gazetteer) for draft in drafts.incidents]
    incidents = [incident for incident in drafted if incident.main or _tells_enough(incident)]
    warnings = list(document.prepared.warnings)
    if drafts.left_out:
        warnings.append(_TOO_MANY.format(len(drafts.incidents), drafts.left_out))
    if geocoder is not None:
        for number, incident in enumerate(incidents):
            incidents[number], told = _on_map(incident, gazetteer, geocoder)
            warnings += told
    return Report(
        article=document.article,
        incidents=tuple(incidents),
        warnings=tuple(dict.fromkeys(warnings)),
        parser=info,
    )


def _incident(document: Document, draft: Draft, drafts: Drafts, mentions: Mentions, gazetteer: Gazetteer) -> Incident:
    sentence = document.sentences[draft.summary]
    places = choose_places(document, draft, drafts, mentions.places, gazetteer=gazetteer)
    where = places[0] if places else None
    when = choose_when(document, draft, drafts, mentions.times)
    zone = zone_of(where, gazetteer) if where is not None else None
    atlas = atlas_of(document, mentions.places, gazetteer)
    apart = tell_apart(draft, mentions.casualties, atlas=atlas, where=where, times=mentions.times, when=when)
    hits = [m.event for m in mentions.targets if drafts.owned(draft, m.event)]
    earlier = told_earlier(document, draft, hits, mentions.times, when)
    words = [(event.start, event.end) for event in draft.events] or [(sentence.start, sentence.end)]
    return Incident(
        id=f"{document.article.id}-{draft.number + 1}",
        main=draft.number == 0,
        type=draft.type,
        suicide=draft.suicide,
        stage=draft.stage,
        summary=document.slice(sentence.start, sentence.end).strip(),
        when=in_zone(when, zone) if when is not None and zone is not None else when,
        where=where,
        other_places=places[1:],
        actors=fill_actors(
            document, draft, drafts, mentions.actors, mentions.places, home=where.country_code if where else None
        ),
        targets=fill_targets(document, draft, drafts, mentions.targets, mentions.casualties, earlier),
        casualties=fill_casualties(document, draft, drafts, mentions.casualties, mentions.sources, apart),
        weapons=fill_weapons(document, draft, drafts, mentions.weapons),
        sources=fill_sources(document, draft, drafts, mentions.sources),
        confidence=draft.confidence,
        evidence=tuple(document.span(*word) for word in words),
    )


def _on_map(incident: Incident, gazetteer: Gazetteer, geocoder: OnlineGeocoder) -> tuple[Incident, list[str]]:
    """The incident with the points that the geocoder knows of its places, and the warnings of those that it failed."""
    found = [put_on_map(place, gazetteer, geocoder) for place in incident.places]
    if not found:
        return incident, []
    where, *others = (place for place, _ in found)
    when = incident.when
    if when is not None and when.timezone is None and (zone := zone_of(where, gazetteer)) is not None:
        when = in_zone(when, zone)
    mapped = incident.model_copy(update={"when": when, "where": where, "other_places": tuple(others)})
    return mapped, [warning for _, warning in found if warning is not None]


def _tells_enough(incident: Incident) -> bool:
    """Whether a record beside the main one says whom violence hit or by whom, or else of what kind, when and where."""
    numbers = incident.casualties
    if any((numbers.killed, numbers.injured, numbers.missing, numbers.abducted, incident.targets)):
        return True
    if any(actor.role is ActorRole.PERPETRATOR for actor in incident.actors):
        return True
    return incident.type is not IncidentType.OTHER and incident.when is not None and incident.where is not None
