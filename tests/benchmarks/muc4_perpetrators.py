"""The perpetrator slots of a MUC-4 template: who of those told of in a report the task wants there, and how sure."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from incidentparse.language.people import people_index
from incidentparse.record import Actor, ActorKind, ActorRole, Attribution, Incident, Report
from tests.benchmarks.muc4_choice import Features, Weights, probability, wanted
from tests.benchmarks.muc4_conventions import (
    AUTHORITIES,
    FIGHTING_BODIES,
    FIGHTING_PEOPLE,
    ORGANIZATIONS,
    PRONOUNS,
    STATE,
)
from tests.benchmarks.muc4_form import Fills, once, quoted, upper

# Of "guerrillas of the Farabundo Marti National Liberation Front" the task has the guerrillas: longer names go.
_LONGEST_MEMBERSHIP = 3
# Most of the ways in which an article calls one actor that are tried.
_FORMS = 4
# Sentences between an actor and the incident over which they still belong together, and the first part of a text.
_NEAR, _LEAD = 4, 500
# What ties people to whom they belong to.
_MEMBERSHIP = re.compile(r" (?:OF|FROM|BELONGING TO|IN|WITH) (?:THE )?")
_SMALL = frozenset("A AN AND THE OF SO-CALLED".split())


@dataclass(frozen=True, slots=True)
class Suspect:
    """What may fill a perpetrator slot: "individual" or "organization", the fill, the actor, and where it is told of.

    ``told`` is "own" for the incident's perpetrators, "beside" for its other actors, "elsewhere" for other incidents';
    ``form`` is the number of the fill among the actor's.
    """

    slot: str
    label: str
    actor: Actor
    told: str
    form: int = 0


def suspects_of(incident: Incident, report: Report) -> list[Suspect]:
    """All who may fill the slots, the incident's own perpetrators first, each label once."""
    found: dict[tuple[str, str], Suspect] = {}
    for told, actor in _actors(incident, report):
        people, names = _fills(actor)
        known = any(s.actor.name == actor.name and s.actor.kind in ORGANIZATIONS for s in found.values())
        for slot, labels in (("individual", people), ("organization", names)):
            for form, label in enumerate(labels):
                if not (slot == "organization" and known):
                    found.setdefault((slot, label), Suspect(slot, label, actor, told, form))
    return list(found.values())


def _actors(incident: Incident, report: Report) -> list[tuple[str, Actor]]:
    beside = [a for a in incident.actors if a.role is not ActorRole.PERPETRATOR]
    own = [a for a in incident.actors if a.role is ActorRole.PERPETRATOR and a.attribution is not Attribution.DENIED]
    denied = [a for a in incident.actors if a.role is ActorRole.PERPETRATOR and a.attribution is Attribution.DENIED]
    others = [a for other in report.incidents if other is not incident for a in other.actors]
    # Of an actor of many incidents, what it did there says most.
    others.sort(key=lambda a: a.role is not ActorRole.PERPETRATOR)
    groups = (("own", own), ("beside", denied), ("beside", beside), ("elsewhere", others))
    return [(told, actor) for told, group in groups for actor in group]


def _fills(actor: Actor) -> tuple[list[str], list[str]]:
    """The people and the organization that an actor is: of "FMLN guerrillas" both."""
    forms = [upper(form) for form in (actor.text, *actor.aliases) if upper(form) not in PRONOUNS]
    if not forms:
        return [], []
    if actor.kind not in ORGANIZATIONS:
        return forms[:_FORMS], []
    # The record gives names of its own to groups and states that it knows.
    known = upper(actor.name) not in (*forms, *PRONOUNS) or actor.name != upper(actor.name)
    described = [form for form in forms if _means_people(form, known)]
    names = [form for form in forms if form not in described]
    if not names and known and actor.kind not in STATE:
        names = [upper(actor.name)]
    people = list(dict.fromkeys(_short(form) for form in described))
    return people[:_FORMS], names[:_FORMS] if known or not described else []


def _short(form: str) -> str:
    """Without a long name of whom they belong to: "a band of rebels belonging to the Front for …" are the rebels."""
    for link in _MEMBERSHIP.finditer(form):
        head, group = form[: link.start()], form[link.end() :]
        long = len([word for word in group.split() if word not in _SMALL]) > _LONGEST_MEMBERSHIP
        if long and head.split()[-1] in FIGHTING_PEOPLE | FIGHTING_BODIES:
            return head
    return form


def _means_people(form: str, known: bool) -> bool:
    """Whether a perpetrator is called by its people; "group" alone, where it is known, is not them."""
    words = form.split(" OF ")[0].replace("-", " ").split()
    noun = people_index().match([word.lower() for word in words], len(words) - 1, len(words)) if words else None
    if noun is not None and not (noun.value.noun.mass or noun.value.noun.collective or noun.value.country_code):
        return True
    if not FIGHTING_PEOPLE.isdisjoint(form.replace("-", " ").split()):
        return True
    return bool(words) and words[-1] in FIGHTING_BODIES and not (known and words[-1] in ("GROUP", "FACTION"))


def suspect_features(
    suspect: Suspect, suspects: Sequence[Suspect], incident: Incident, country: str, report: Report
) -> Features:
    """Named features of who may fill a slot that speak for or against it."""
    actor, told = suspect.actor, suspect.told
    own = [s for s in suspects if s.told == "own"]
    rivals = [s for s in suspects if s.slot == suspect.slot and s.actor.kind in ORGANIZATIONS]
    mine = actor.kind in STATE
    same = {id(s.actor) for s in own if s.slot == suspect.slot}
    head = suspect.label.split(" OF ")[0].split()[-1].lower()
    found: Features = {
        f"{told}": 1.0,
        f"{told} {actor.role}": 1.0,
        f"{told} {actor.kind}": 1.0,
        f"{told} {actor.attribution}": 1.0,
        f"{told} {actor.kind} {actor.attribution}": 1.0,
        f"{told} person": float(actor.kind is ActorKind.INDIVIDUAL and len(suspect.label.split()) > 1),
        f"{told} as described": float(upper(actor.name) == suspect.label),
        f"{told} nobody hit": float(not incident.targets),
        f"{told} type {incident.type}": 1.0,
        f"{told} country {country} {'state' if mine else 'other'}": 1.0,
        f"{told} alone": float(len(rivals) == 1),
        f"{told} own in slot": float(any(s.slot == suspect.slot and s is not suspect for s in own)),
        f"{told} own by name": float(any(s.slot == "organization" and s is not suspect for s in own)),
        f"{told} none own": float(not own),
        f"{told} own of the other side": float(any((s.actor.kind in STATE) != mine for s in own)),
        f"{told} confidence": actor.confidence,
        f"{told} mentions": math.log1p(len(actor.evidence)),
        f"{told} rank": min(suspects.index(suspect), 6) / 6,
        f"noun {head}": 1.0,
        f"form {suspect.form}": 1.0,
        "own in slot": min(len(same), _FORMS) / _FORMS,
        "plural": float(suspect.label.endswith(("S", "MEN", "PEOPLE"))),
        "of": float(" OF " in suspect.label),
        "foreign": float(actor.country_code not in (None, country)),
        "words": min(len(suspect.label.split()), 6) / 6,
        "target": float(any(upper(t.description) == suspect.label for t in incident.targets)),
    }
    found |= _of_namings(suspect, incident, report.article.text)
    if told != "own":
        heads = {s.label.split(" OF ")[0].split()[-1].lower() for s in own if s.slot == "individual"}
        found |= {f"own noun {noun} {'state' if mine else 'other'}": 1.0 for noun in sorted(heads)}
        found |= {f"{suspect.told} {actor.kind} own {s.actor.kind}": 1.0 for s in own}
    return found


def _of_namings(suspect: Suspect, incident: Incident, text: str) -> Features:
    """How near to the words for the incident the actor is named, and how often in all."""
    flat = text.upper().replace("\n", " ")
    forms = {form for form in map(upper, (suspect.actor.text, *suspect.actor.aliases)) if form not in PRONOUNS}
    starts = sorted({m.start() for form in forms for m in re.finditer(re.escape(form), flat)})
    if not starts:
        return {"never named": 1.0}
    told = [span.start for span in incident.evidence]
    _, first, last = min((abs(a - b), min(a, b), max(a, b)) for a in starts for b in told)
    between = flat.count(". ", first, last)
    reach = "sentence" if not between else "next" if between == 1 else "near" if between <= _NEAR else "far"
    return {
        f"told {reach}": 1.0,
        f"{suspect.told} told {reach}": 1.0,
        f"{suspect.actor.attribution} told {reach}": 1.0,
        f"{suspect.told} named": math.log1p(len(starts)),
        "called so": math.log1p(flat.count(suspect.label)),
        f"{suspect.told} in lead": float(starts[0] < _LEAD),
    }


def state_features(
    chosen: Iterable[Suspect], suspects: Iterable[Suspect], incident: Incident, country: str
) -> Features:
    """Named features of an incident and its perpetrators that speak for or against the state's having done it."""
    chosen = list(chosen)
    kinds = {s.actor.kind for s in chosen}
    found: Features = {
        "only state": float(bool(kinds) and kinds <= STATE),
        "state": float(not kinds.isdisjoint(STATE)),
        "nobody": float(not kinds),
        f"country {country}": 1.0,
        f"type {incident.type}": 1.0,
    }
    found |= {f"kind {kind}": 1.0 for kind in sorted(kinds)}
    for s in suspects:
        found |= {f"{s.told} {s.actor.kind}": 1.0, f"{s.told} {s.actor.kind} {s.actor.attribution}": 1.0}
        found |= {f"{s.told} noun {s.label.split(' OF ')[0].split()[-1].lower()}": 1.0}
        found |= {f"{s.told} in uniform": 1.0} if "UNIFORM" in s.label else {}
    found |= {f"victim {target.category}": 1.0 for target in incident.targets}
    found |= {f"noun {s.label.split(' OF ')[0].split()[-1].lower()}": 1.0 for s in chosen}
    return found


def choose(
    suspects: Sequence[Suspect], incident: Incident, country: str, report: Report, weights: Weights, chance: float
) -> list[Suspect]:
    """Those whom the task wants, each actor by the likeliest of its fills."""
    best: dict[tuple[str, str], tuple[float, Suspect]] = {}
    for suspect in suspects:
        features = suspect_features(suspect, suspects, incident, country, report)
        if wanted(suspect.slot, features, weights, chance):
            key, likely = (suspect.slot, suspect.actor.name), probability(weights[suspect.slot], features)
            if key not in best or likely > best[key][0]:
                best[key] = (likely, suspect)
    return [suspect for _, suspect in best.values()]


def fill_perpetrators(
    fills: Fills, incident: Incident, country: str, report: Report, weights: Weights, chance: float
) -> None:
    """The perpetrator slots; ``chance`` is how likely the task wants the template."""
    suspects = suspects_of(incident, report)
    chosen = choose(suspects, incident, country, report, weights, chance)
    state = wanted("state", state_features(chosen, suspects, incident, country), weights)
    fills["category"] = ["STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT"]
    fills["individual"] = once(quoted(s.label) for s in chosen if s.slot == "individual")
    organizations = [s for s in chosen if s.slot == "organization"]
    fills["organization"] = once(quoted(s.label) for s in organizations)
    fills["confidence"] = once(f"{_confidence(s.actor, incident)}: {quoted(s.label)}" for s in organizations)


def _confidence(actor: Actor, incident: Incident) -> str:
    if actor.attribution is Attribution.CLAIMED:
        return "CLAIMED OR ADMITTED"
    if actor.attribution in (Attribution.SUSPECTED, Attribution.ACCUSED, Attribution.DENIED):
        officials = {upper(n) for s in incident.sources if s.kind in AUTHORITIES for n in (s.name, *s.aliases)}
        by = upper(actor.attributed_by or "")
        official = bool(by) and any(by in name or name in by for name in officials)
        return "SUSPECTED OR ACCUSED BY AUTHORITIES" if official else "SUSPECTED OR ACCUSED"
    return "REPORTED AS FACT"
