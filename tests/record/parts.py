"""Parts of a record, right as they stand; a test changes what it is about."""

from __future__ import annotations

import datetime as dt
from typing import Any

from incidentparse.record import (
    Actor,
    ActorKind,
    ActorRole,
    Article,
    Attribution,
    Casualties,
    Category,
    Count,
    Effect,
    Incident,
    ParserInfo,
    Report,
    Source,
    SourceKind,
    Span,
    Stance,
    Target,
    TargetKind,
    Weapon,
    WeaponKind,
    When,
    Where,
)

TEXT = "Bomb kills three near Ariha\n\nA bomb killed three soldiers northeast of Ariha on Tuesday, monitors said."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def count(words: str = "three soldiers", **values: Any) -> Count:
    return Count.model_validate({"min": 3, "max": 3, "text": words, "evidence": (span(words),)} | values)


def when(**values: Any) -> When:
    day = dt.date(2020, 7, 14)
    known: dict[str, Any] = {"start": day, "end": day, "precision": "day", "text": "on Tuesday", "confidence": 0.9}
    return When.model_validate(known | {"evidence": (span("on Tuesday"),)} | values)


def where(**values: Any) -> Where:
    known: dict[str, Any] = {
        "name": "Ariha",
        "kind": "town",
        "country": "Syria",
        "country_code": "SY",
        "latitude": 35.8,
        "longitude": 36.6,
    }
    more: dict[str, Any] = {"precision": "near", "text": "Ariha", "confidence": 0.8, "evidence": (span("Ariha"),)}
    return Where.model_validate(known | more | values)


def incident(**values: Any) -> Incident:
    known: dict[str, Any] = {
        "id": "x-1", "main": True, "type": "bombing", "suicide": False, "stage": "accomplished",
        "summary": "A bomb killed three soldiers northeast of Ariha on Tuesday, monitors said.", "when": when(),
        "where": where(), "casualties": Casualties(killed=count()), "confidence": 0.9, "evidence": (span("A bomb"),),
    }  # fmt: skip
    return Incident.model_validate(known | values)


def report(*incidents: Incident, **values: Any) -> Report:
    article = Article(id="x", title="Bomb kills three near Ariha", text=TEXT, sha256="0" * 64)
    info = ParserInfo(
        version="0", model="m", model_version="1", gazetteer="g", gazetteer_date="2025-01", settings="none"
    )
    return Report.model_validate({"article": article, "incidents": incidents, "parser": info} | values)


def full() -> Report:
    """A report with every part in it."""
    actor = Actor(
        name="Hurras al-Din",
        text="monitors",
        role=ActorRole.PERPETRATOR,
        kind=ActorKind.ARMED_GROUP,
        attribution=Attribution.SUSPECTED,
        confidence=0.5,
        evidence=(span("monitors"),),
    )
    target = Target(
        description="three soldiers",
        kind=TargetKind.PERSON,
        category=Category.MILITARY,
        count=count(),
        effect=Effect.KILLED,
        evidence=(span("three soldiers"),),
    )
    weapon = Weapon(kind=WeaponKind.IED, text="bomb", evidence=(span("bomb"),))
    source = Source(name="monitors", kind=SourceKind.MONITOR, stance=Stance.REPORTS, evidence=(span("monitors"),))
    main = incident(actors=(actor,), targets=(target,), weapons=(weapon, weapon), sources=(source,))
    return report(main, incident(id="x-2", main=False, when=None, where=None))
