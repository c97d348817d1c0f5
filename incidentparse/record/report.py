"""The report of one article: the article, its incidents, what could not be done, and what did it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, Field, model_validator

from incidentparse.record.base import Confidence, Evidence, Part, Span
from incidentparse.record.enums import IncidentType, Stage
from incidentparse.record.parties import Actor, Casualties, Source, Target, Weapon
from incidentparse.record.values import Count, When, Where


class Article(Part):
    """A news article: one canonical text, title first, into which every span points."""

    id: str = Field(min_length=1)
    title: str | None = None
    text: str = Field(description="Title and body without page debris, in Unicode NFC.")
    url: str | None = None
    publisher: str | None = None
    published: dt.datetime | dt.date | None = Field(default=None, description="Null if unknown.")
    language: str | None = Field(default=None, description="ISO 639-1 code.")
    path: str | None = None
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="Of the raw bytes.")


class ParserInfo(Part):
    """What made the report: enough to make it again."""

    version: str = Field(description="Version of incidentparse.")
    model: str = Field(description="Name of the spaCy pipeline.")
    model_version: str
    gazetteer: str = Field(description="Name of the gazetteer.")
    gazetteer_date: str = Field(description="Date of its data, YYYY-MM-DD or YYYY-MM.")
    settings: str = Field(description="Hash of all settings that can change a result.")


class Incident(Part):
    """One security incident as the article reports it."""

    id: str = Field(min_length=1, description="Stable: the same article gives the same ids on every run.")
    main: bool
    type: IncidentType
    suicide: bool = Field(description="The attacker meant to die in it.")
    stage: Stage
    summary: str = Field(min_length=1, description="The sentence that best states the incident, verbatim.")
    when: When | None = None
    where: Where | None = None
    other_places: tuple[Where, ...] = Field(
        default=(), description='The further places of an incident in several at once: "blasts in Baghdad and Hilla".'
    )
    actors: tuple[Actor, ...] = ()
    targets: tuple[Target, ...] = ()
    casualties: Casualties = Casualties()
    weapons: tuple[Weapon, ...] = ()
    sources: tuple[Source, ...] = ()
    confidence: Confidence = Field(
        description="Calibrated: of the records given 0.8, four in five are about a real incident of that type."
    )
    evidence: Evidence

    @property
    def places(self) -> tuple[Where, ...]:
        """Where it happened: its place and the further ones."""
        return () if self.where is None else (self.where, *self.other_places)

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """Its places as a GeoJSON FeatureCollection (RFC 7946)."""
        return {"type": "FeatureCollection", "features": [place.__geo_interface__ for place in self.places]}

    @model_validator(mode="after")
    def _main_place_first(self) -> Incident:
        if self.other_places and self.where is None:
            raise ValueError("an incident with further places has a place")
        return self


class Report(Part):
    """What one article says of security incidents: the main incident first, then the others in text order."""

    article: Article
    incidents: tuple[Incident, ...] = Field(default=(), description="Empty: no incident found.")
    warnings: tuple[str, ...] = Field(default=(), description="What the parser could not do.")
    parser: ParserInfo

    @property
    def main(self) -> Incident | None:
        """The main incident, or None where the article reports none."""
        return self.incidents[0] if self.incidents else None

    @model_validator(mode="after")
    def _main_first(self) -> Report:
        if [incident.main for incident in self.incidents] != [i == 0 for i in range(len(self.incidents))]:
            raise ValueError("exactly the first incident is the main one")
        if len({incident.id for incident in self.incidents}) != len(self.incidents):
            raise ValueError("incident ids must differ")
        return self

    @model_validator(mode="after")
    def _evidence_is_the_text(self) -> Report:
        text = self.article.text
        for incident in self.incidents:
            for span in spans_of(incident):
                if text[span.start : span.end] != span.text:
                    raise ValueError(
                        f"evidence {span.text!r} at {span.start}:{span.end} is not what article.text holds there"
                    )
            if incident.summary not in text:
                raise ValueError(f"summary {incident.summary!r} is not a piece of article.text")
        return self

    def to_rows(self) -> list[dict[str, Any]]:
        """One flat row per incident, for a data frame; no row where no incident was found.

        Text stands in it as the article has it: a spreadsheet may take what begins with "=" for a formula.
        """
        return [_row(self.article, incident) for incident in self.incidents]


def spans_of(part: object) -> Iterator[Span]:
    """Every span of evidence inside a part of a record, in the order of its fields."""
    if isinstance(part, Span):
        yield part
    elif isinstance(part, BaseModel | tuple):
        for item in vars(part).values() if isinstance(part, BaseModel) else part:
            if isinstance(item, BaseModel | tuple):  # Most fields are plain values: text, numbers, codes.
                yield from spans_of(item)


def _row(article: Article, incident: Incident) -> dict[str, Any]:
    when, where = incident.when, incident.where
    row: dict[str, Any] = {
        "article_id": article.id,
        "title": article.title,
        "url": article.url,
        "published": article.published,
        "incident_id": incident.id,
        "main": incident.main,
        "type": incident.type.value,
        "suicide": incident.suicide,
        "stage": incident.stage.value,
        "start": when.start if when else None,
        "end": when.end if when else None,
        "time": when.time if when else None,
        "time_precision": when.precision.value if when else None,
        "place": where.name if where else None,
        "admin1": where.admin1 if where else None,
        "country_code": where.country_code if where else None,
        "latitude": where.latitude if where else None,
        "longitude": where.longitude if where else None,
        "place_precision": where.precision.value if where else None,
        "other_places": "; ".join(place.name for place in incident.other_places),
    }
    for status in ("killed", "injured", "missing", "abducted"):
        count: Count | None = getattr(incident.casualties, status)
        row[f"{status}_min"] = count.min if count else None
        row[f"{status}_max"] = count.max if count else None
    perpetrators = [actor for actor in incident.actors if actor.role == "perpetrator"]
    row["perpetrators"] = "; ".join(actor.name for actor in perpetrators)
    row["attributions"] = "; ".join(actor.attribution.value for actor in perpetrators)
    row["targets"] = "; ".join(target.name or target.description for target in incident.targets)
    row["weapons"] = "; ".join(dict.fromkeys(weapon.kind.value for weapon in incident.weapons))
    row["sources"] = "; ".join(source.name for source in incident.sources)
    row["summary"] = incident.summary
    row["confidence"] = incident.confidence
    return row
