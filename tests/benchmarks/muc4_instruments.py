"""The instrument slots of a MUC-4 template."""

from __future__ import annotations

import re

from incidentparse.record import Incident, IncidentType, Report, WeaponKind
from tests.benchmarks.muc4_conventions import DEEDS, INSTRUMENT_WORDS
from tests.benchmarks.muc4_form import Fills, once, quoted, upper

# An explosive or a gun named so far from the words of an incident, in characters, is its instrument.
_NEAR = 80
_BLAST = re.compile(
    r"\b(?:CAR[ -]BOMB|TRUCK BOMB|DYNAMITE|BOMB|EXPLOSIVE DEVICE|EXPLOSIVE CHARGE|EXPLOSIVE|GRENADE)S?\b"
)
_ARM = re.compile(
    r"\b(?:AK-47|M-16|(?:[0-9.]+[ -](?:CALIBER|MM)|HEAVY[ -]CALIBER|AUTOMATIC) (?:WEAPON|GUN|PISTOL|REVOLVER|RIFLE)"
    r"|FIREARM|SUBMACHINE ?GUN|MACHINE-?GUN|RIFLE|PISTOL|REVOLVER|SHOTGUN)S?\b"
)
_BLASTS = {"BOMB", "EXPLOSIVE"}
# People known by their weapon name no instrument.
_BEARERS = ("GUNMAN", "GUNMEN", "SNIPER", "SNIPERS", "HITMAN", "HITMEN")


def fill_instruments(fills: Fills, incident: Incident, report: Report) -> None:
    """The instruments and their types: what is named, else what the deed tells of them."""
    names, kinds = [], []
    for weapon in incident.weapons:
        text = upper(weapon.text)
        if text.endswith(_BEARERS):
            kinds.append('GUN: "-"')
            continue
        deed = next((kind for word, kind in DEEDS if word in text), None)
        noun = next((kind for word, kind in INSTRUMENT_WORDS if word in f"{text} "), None)
        if deed in _BLASTS and (found := _named(_BLAST, incident, report)):
            text, noun, deed = *found, None
        if deed in _BLASTS:
            continue
        if deed == "GUN" and (found := _named(_ARM, incident, report)):
            text, noun, deed = *found, None
        if deed:
            kinds.append(f'{deed}: "-"')
        elif noun:
            kind = "VEHICLE BOMB" if weapon.kind is WeaponKind.VEHICLE_BOMB else noun
            names.append(quoted(text))
            kinds.append(f"{kind}: {quoted(text)}")
    if not names and incident.type is IncidentType.BOMBING and (found := _named(_BLAST, incident, report)):
        names, kinds = [quoted(found[0])], [*kinds, f"{found[1]}: {quoted(found[0])}"]
    if _dynamite(incident, report):
        kinds = [re.sub(r"^(?:BOMB|EXPLOSIVE):", "DYNAMITE:", kind) for kind in kinds]
    fills["instrument"], fills["instrument type"] = once(names), once(kinds)


def _dynamite(incident: Incident, report: Report) -> bool:
    """Whether dynamite is told of beside the words of the incident, which says what bombs those were."""
    text = report.article.text.upper()
    return any("DYNAMITE" in text[max(0, span.start - _NEAR) : span.end + _NEAR] for span in incident.evidence)


def _named(words: re.Pattern[str], incident: Incident, report: Report) -> tuple[str, str] | None:
    """The weapon that is named nearest to the words of the incident, and its kind."""
    text = report.article.text.upper()
    best: tuple[int, str, str] | None = None
    for match in words.finditer(text):
        away = min(max(span.start - match.end(), match.start() - span.end) for span in incident.evidence)
        if away <= _NEAR and (best is None or away < best[0]):
            kind = next((kind for word, kind in INSTRUMENT_WORDS if word in f"{match[0]} "), "GUN")
            best = (away, " ".join(match[0].split()), kind)
    return best[1:] if best else None
