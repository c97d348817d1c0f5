"""The location slot of a MUC-4 template: the country, and the places inside it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from incidentparse.language.countries import countries
from incidentparse.record import Incident, PlaceKind, Report, Where
from tests.benchmarks.muc4_conventions import COUNTRIES, DATELINES, VAGUE_PLACES
from tests.benchmarks.muc4_form import upper

# Of places less sure than this more are of something else in the text than of the incident: of 746 locations of the
# development texts 577 are right with 0.6 to 0.65, 573 with 0.55, 574 with 0.7, 561 with none.
_SURE_OF_PLACE = 0.62
# What lies between two towns is a stretch; of streets and buildings the task wants the city, save where it names these.
_STRETCH = " and "
_NAMED_SITES = frozenset({"UNIVERSITY", "AIRPORT", "CAMP"})
# Where a dateline ends, and the characters in which it stands.
_DATELINE_ENDS = ("--", "]")
_DATELINE, _LONGEST_DATELINE = 60, 300


def country_of(incident: Incident, report: Report) -> tuple[str | None, str]:
    """The country of an incident and how it was found: by its place, the dateline, or as the country most told of."""
    where = incident.where
    if where is not None and where.country_code in COUNTRIES:
        return where.country_code, "place"
    filed = _country_of_dateline(report)
    if filed is not None:
        return filed, "dateline"
    told = Counter(
        _country_words()[word] for word in re.findall(r"[A-Z]+", report.article.text) if word in _country_words()
    )
    told += Counter({code: report.article.text.count(name) for code, name in COUNTRIES.items() if " " in name})
    if not told:
        return None, "none"
    return min(told, key=lambda code: (-told[code], code)), "text"


def location(where: Where | None, country: str, report: Report) -> str:
    """The location: the country, then the department and the place as far as the text tells them of the incident."""
    parts = [COUNTRIES[country]]
    # A city that only the dateline names is where the report was filed.
    told = where is not None and where.confidence >= _SURE_OF_PLACE and _in_body(where, report)
    if where is not None and told and where.country_code in (country, None):
        kinds = ((where.admin1, "DEPARTMENT"), (where.city, "CITY"))
        names = [(name, kind) for name, kind in kinds if name and name != where.name]
        if where.kind is PlaceKind.ADMIN1:
            names = [(where.name, "DEPARTMENT")]
        elif where.relation is not None and _STRETCH in where.relation.anchor:
            ends = where.relation.anchor.split(_STRETCH)
            return f"{parts[0]}: " + " - ".join(f"{_plain_place(end)} (CITY)" for end in ends)
        elif where.kind not in VAGUE_PLACES or where.name.split()[-1].upper() in _NAMED_SITES:
            names.append((where.name, where.kind.upper()))
        parts += [f"{_plain_place(name)} ({kind})" for name, kind in names]
    return ": ".join(parts)


def _country_of_dateline(report: Report) -> str | None:
    head = upper(report.article.text[:120]).partition("--")[0]
    found = [(head.find(city), code) for city, code in DATELINES.items() if city in head]
    named = [(head.find(name), code) for code, name in COUNTRIES.items() if name in head]
    return min(found + named)[1] if found or named else None


def _in_body(where: Where, report: Report) -> bool:
    if min((span.start for span in where.evidence), default=0) >= _DATELINE:
        return True
    text = upper(report.article.text)
    end = next((text.find(mark) for mark in _DATELINE_ENDS if 0 <= text.find(mark) < _LONGEST_DATELINE), _DATELINE)
    return upper(where.name) in text[end:]


def _plain_place(name: str) -> str:
    # A colon or hyphen separates places in the form.
    return " ".join(upper(name).replace(":", " ").replace("-", " ").split())


@cache
def _country_words() -> dict[str, str]:
    """The names of the nine countries and of their people in capitals, each one word."""
    forms = {c.code: (c.name, *c.demonyms) for c in countries() if c.code in COUNTRIES}
    return {upper(form): code for code, words in forms.items() for form in words if " " not in form}
