"""Signals of an article: cue phrases by group, which speak for a kind of incident or for no incident at all."""

from __future__ import annotations

from functools import cache

from incidentparse.language.document import Document
from incidentparse.language.lexicon import Hit, PhraseIndex
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.record import IncidentType

# Cue groups that speak for one type of incident.
TYPE_OF_GROUP = {
    "bombing": IncidentType.BOMBING,
    "explosion": IncidentType.BOMBING,
    "grenade": IncidentType.BOMBING,
    "suicide": IncidentType.BOMBING,
    "shelling": IncidentType.SHELLING,
    "airstrike": IncidentType.AIRSTRIKE,
    "drone": IncidentType.DRONE_STRIKE,
    "shooting": IncidentType.SHOOTING,
    "clash": IncidentType.ARMED_CLASH,
    "stabbing": IncidentType.STABBING,
    "ramming": IncidentType.VEHICLE_RAMMING,
    "chemical": IncidentType.CHEMICAL_ATTACK,
    "kidnapping": IncidentType.KIDNAPPING,
    "hijacking": IncidentType.HIJACKING,
    "arson": IncidentType.ARSON,
    "execution": IncidentType.EXECUTION,
    "assault": IncidentType.ASSAULT,
    "sexual": IncidentType.SEXUAL_VIOLENCE,
    "robbery": IncidentType.ROBBERY,
    "sabotage": IncidentType.SABOTAGE,
    "raid": IncidentType.RAID,
    "unrest": IncidentType.UNREST,
}


class ArticleCue(LexiconEntry):
    """A phrase and the group that it speaks for."""

    phrase: str
    group: str


@cache
def _index() -> PhraseIndex[str]:
    return PhraseIndex((cue.phrase, cue.group) for cue in load_lexicon("article_cues.jsonl", ArticleCue))


def find_signals(document: Document) -> list[Hit[str]]:
    """The cue phrases of a document with their group, left to right."""
    return list(_index().find(document.folded))
