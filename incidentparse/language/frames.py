"""Frames of violence: a word that reports violence, who did it and who or what it hit, as syntax ties them.

Senses, by what the trigger does to its patient:

======== ==========================================================================
attack   hits or tries to hit: bombed, ambushed, an attack on, opened fire at
kill     ends a life by somebody's doing: killed, murdered, the killing of
die      a life ends, nobody's doing stated: died, dead, the death of
injure   hurts: wounded, injured
abduct   takes people against their will: kidnapped, took hostage
miss     people cannot be found: missing
detain   takes people in the name of the law: arrested, detained
release  lets people go
shoot    uses firearms: shot, opened fire, gunfire
shell    fires rockets, missiles, shells
explode  something goes off: exploded, a blast
clash    two sides fight: clashed, a firefight
raid     forces enter to search or seize: raided
capture  takes a place by force
riot     a crowd is violent: rioted, an unruly mob
rape     sexual violence
damage   harms property: torched, ransacked, damaged
destroy  ends property: destroyed, demolished
hijack   takes a vehicle, ship or aircraft
rob      takes property by force
bombing  an explosive is laid: planted a bomb
foil     an attack or bomb is stopped
plot, threat, attempt   not carried out
claim    takes responsibility
operation, generic, person   words that only go along: an operation, the incident, gunmen
======== ==========================================================================
"""

from __future__ import annotations

from dataclasses import dataclass

from incidentparse.language.arguments import Arguments, content, noun_arguments, phrase, verb_arguments
from incidentparse.language.certainty import read_certainty
from incidentparse.language.company import expression, fits, in_class
from incidentparse.language.document import Document
from incidentparse.language.grammar import PREMODIFIERS
from incidentparse.language.triggers import Trigger, triggers
from incidentparse.mentions import Certainty, Tokens
from incidentparse.record import IncidentType

# "took the twelve Chinese oil workers hostage": a longer reach is another clause.
_LONGEST_EXPRESSION = 8
_TOLD = Certainty()


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger word and its arguments.

    Attributes:
        trigger: the token that carries the meaning.
        start: first token of the whole trigger expression ("opened fire on").
        end: one past its last token.
        sense: what the trigger does to its patient: "attack", "kill", "injure", "abduct", "damage", "claim" …
        types: the incident types that it can mean, the likeliest first; () for a generic word.
        strength: 0 to 1, how surely the word alone means a security incident.
        agents: token ranges of those who did it.
        patients: token ranges of those or that which it hit.
        certainty: how the text holds it.
        suicide: the words say that the attacker meant to die ("blew himself up").
    """

    trigger: int
    start: int
    end: int
    sense: str
    types: tuple[IncidentType, ...]
    strength: float
    agents: tuple[Tokens, ...] = ()
    patients: tuple[Tokens, ...] = ()
    certainty: Certainty = _TOLD
    suicide: bool = False


def read_frames(document: Document) -> tuple[Frame, ...]:
    """The frames of a document, in the order of their triggers."""
    found: dict[int, Frame] = {}
    absorbed: set[int] = set()
    index = triggers()
    for token, lemma in enumerate(document.lemmas):
        for pos, form in _readings(document, token, lemma):
            group = index.get((pos, form))
            if group is not None:
                frame = _read(document, token, pos, group, absorbed)
                if frame is not None:
                    found[token] = frame
                    break
    # "dead" in "shot dead" and "hostage" in "took hostage" are part of another frame.
    return tuple(frame for token, frame in found.items() if token not in absorbed)


def _readings(document: Document, token: int, lemma: str) -> tuple[tuple[str, str], ...]:
    pos = document.pos[token]
    if pos == "VERB":
        # The form itself, for verbs that are lemmatized wrongly ("raped" to "rap").
        word = document.lower[token]
        forms = ("verb", word), ("verb", lemma)
        return (*forms, ("adj", word)) if document.deps[token] == "amod" else forms
    if pos in ("NOUN", "PROPN"):
        word = document.lower[token]
        # Proper nouns keep their plural in the lemma ("Attacks").
        return ("noun", lemma), ("noun", word), ("noun", word.removesuffix("s"))
    if pos == "ADJ":
        return (("adj", document.lower[token]),)
    return ()


def _read(document: Document, token: int, pos: str, group: tuple[Trigger, ...], absorbed: set[int]) -> Frame | None:
    if pos == "verb":
        arguments = verb_arguments(document, token)
    elif pos == "noun":
        arguments = noun_arguments(document, token)
    else:
        arguments = _adjective_arguments(document, token)
    for trigger in group:
        if fits(document, token, trigger, arguments):
            parts = expression(document, token, trigger)
            absorbed.update(parts)
            return _frame(document, token, trigger, arguments, parts)
    return None


def _adjective_arguments(document: Document, token: int) -> Arguments:
    dep, head = document.deps[token], document.heads[token]
    arguments = Arguments(passive=True)
    if dep == "amod":
        arguments.objects.append(head)
    elif dep in ("acomp", "oprd", "attr", "ccomp", "conj", "dep", "ROOT", "advcl"):
        verb = head if head != token else token
        above = verb_arguments(document, verb) if document.pos[verb] in ("VERB", "AUX") else Arguments()
        inner = [c for c in document.children[token] if document.deps[c] in ("nsubj", "nsubjpass")]
        arguments.objects.extend(inner or above.objects or above.subjects)
    return arguments


def _frame(document: Document, token: int, trigger: Trigger, arguments: Arguments, parts: list[int]) -> Frame:
    for part in parts:
        # "set fire to two trucks", "came under attack from rebels": the part carries the preposition.
        for preposition, heads in noun_arguments(document, part).prepositions.items():
            arguments.prepositions.setdefault(preposition, []).extend(heads)
    arguments.objects = [o for o in arguments.objects if o not in parts]
    agents, patients = _roles(document, token, trigger, arguments)
    near = [p for p in parts if p <= token + _LONGEST_EXPRESSION]
    return Frame(
        trigger=token,
        start=min(token, *near) if near else token,
        end=max(token, *near) + 1 if near else token + 1,
        sense=trigger.sense,
        types=trigger.types,
        strength=trigger.strength,
        agents=tuple(phrase(document, a) for a in agents),
        patients=tuple(phrase(document, p) for p in patients),
        certainty=read_certainty(document, token),
        suicide=trigger.suicide,
    )


def _roles(document: Document, token: int, trigger: Trigger, arguments: Arguments) -> tuple[list[int], list[int]]:
    """Heads of agents and patients; what the deed is done with is neither."""
    if trigger.pos == "noun":
        agents, patients = _noun_roles(document, token, trigger, arguments)
    else:
        agents, patients = _verb_roles(trigger, arguments)
    agents = [a for a in agents if not in_class(document, content(document, a), "means")]
    if trigger.roles == "burst":
        patients = [p for p in patients if not in_class(document, p, "means")]
    return agents, patients


def _verb_roles(trigger: Trigger, arguments: Arguments) -> tuple[list[int], list[int]]:
    towards = [head for preposition, heads in arguments.prepositions.items() if preposition in trigger.patient_preps
               for head in heads]  # fmt: skip
    match trigger.roles:
        case "suffer":
            return [], (arguments.objects if arguments.passive else arguments.subjects) or arguments.objects
        case "find":
            return [], arguments.objects
        case "under":
            return arguments.prepositions.get("from", []) + arguments.prepositions.get("by", []), arguments.subjects
        case "claim":
            return arguments.subjects, arguments.prepositions.get("for", [])
        case "fire" | "ram":
            return arguments.subjects, towards
        case "mutual":
            return arguments.subjects, towards + ([] if trigger.only_objects else arguments.objects)
        case "burst":
            return arguments.subjects, arguments.objects
        case _:
            return arguments.subjects, arguments.objects + towards


def _noun_roles(document: Document, token: int, trigger: Trigger, arguments: Arguments) -> tuple[list[int], list[int]]:
    agents, patients = list(arguments.subjects), []
    for preposition, heads in arguments.prepositions.items():
        if preposition in trigger.patient_preps:
            patients.extend(heads)
    for child in document.children[token]:
        if document.deps[child] == "poss":
            # "the mayor's murder" hits the mayor, "the rebels' attack" is theirs.
            (patients if "of" in trigger.patient_preps and "on" not in trigger.patient_preps else agents).append(child)
        elif (
            document.deps[child] in PREMODIFIERS
            and document.pos[child] != "NUM"
            and in_class(document, child, "person")
        ):
            agents.append(child)
    if not agents and document.deps[token] in ("dobj", "nsubjpass"):
        verb = document.heads[token]
        if in_class(document, verb, "light_verb"):
            above = verb_arguments(document, verb)
            agents.extend(above.subjects)
            for preposition in ("on", "against", "at"):
                if preposition in trigger.patient_preps:
                    patients.extend(p for p in above.prepositions.get(preposition, []) if p not in patients)
    return agents, patients
