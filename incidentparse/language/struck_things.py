"""Things hit that no frame of violence holds: damage by other verbs, blows "against" a thing, things behind means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from incidentparse.language.arguments import phrase, verb_arguments
from incidentparse.language.certainty import read_certainty
from incidentparse.language.company import in_class
from incidentparse.language.document import Document
from incidentparse.language.frames import Frame
from incidentparse.language.struck_states import find_left
from incidentparse.language.struck_words import Role, entries, struck_words
from incidentparse.language.target_nouns import is_part, object_noun, whole_of
from incidentparse.language.target_phrases import phrase_head, trimmed
from incidentparse.mentions import Certainty, Tokens
from incidentparse.record import Category, Effect

# Senses of nouns whose blow falls "against" a thing.
_BLOWS = frozenset({"attack", "explode", "bombing", "shoot", "shell", "damage"})
# What does damage that is nobody's deed.
_NOBODYS = ("natural", "accident", "industrial")
_OF_BLASTS = frozenset({"shock", "blast", "pressure"})
_FLAMES = frozenset({"fire", "flames", "blaze"})
_ARTICLES = frozenset({"DET", "NUM", "PRON"})
_PREPOSITIONS = frozenset({"through", "from"})
# Words between a blow and its "against": "carried out on Wednesday evening in the Peruvian capital against".
_AGAINST_REACH = 20
# Words of the means between a verb and what it hits: "attacked with rockets and machinegun fire the house of".
_MEANS_REACH = 10


@dataclass(frozen=True, slots=True)
class StruckThing:
    """A thing hit: the word that hit it, its tokens, by which rule, how the text holds it, what became of it."""

    event: int
    place: Tokens
    rule: str
    certainty: Certainty
    effect: Effect


@cache
def _effects() -> dict[str, tuple[tuple[Role, Effect], ...]]:
    """What each verb does to what, in the order of the file."""
    effects: dict[str, tuple[tuple[Role, Effect], ...]] = {}
    for entry in entries():
        if entry.effect is not None:
            for lemma in entry.lemmas:
                effects[lemma] = (*effects.get(lemma, ()), (entry.role, entry.effect))
    return effects


@cache
def _links() -> dict[str, tuple[str, ...]]:
    """The prepositions behind which verbs have what they hit; particles are read with the verb."""
    links: dict[str, tuple[str, ...]] = {}
    for lemma in _effects():
        verb, _, link = lemma.partition("_")
        if link in _PREPOSITIONS:
            links[verb] = (*links.get(verb, ()), link)
    return links


def stands_between(document: Document, verb: int) -> bool:
    """Whether a verb stands between a blow and its place: "explosions were heard near", "a bomb planted at"."""
    lemma = document.lemmas[verb]
    told_of = document.tags[verb] == "VBN" or document.deps[verb] == "acl"
    return lemma in struck_words("happening") or (told_of and lemma in struck_words("between"))


def find_things(document: Document) -> Iterator[StruckThing]:
    """The things hit, as words beside the frames tell."""
    held = {frame.trigger for frame in document.frames if frame.patients}
    for token, pos in enumerate(document.pos):
        if pos == "VERB" and document.deps[token] != "amod":
            yield from _damaged(document, token, held=token in held)
    for verb, head, effect in find_left(document):
        place, certainty = phrase(document, head), read_certainty(document, verb)
        if verb not in held and not certainty.negated and _is_thing(document, place):
            yield StruckThing(verb, place, "damage", certainty, effect)
    for frame in document.frames:
        if frame.patients or frame.certainty.negated:
            continue
        for burst in _bursting(document, frame):
            yield StruckThing(frame.trigger, burst, "burst", frame.certainty, Effect.UNKNOWN)
        aimed = _against(document, frame) if document.pos[frame.trigger] != "VERB" else _behind_means(document, frame)
        if aimed is not None:
            yield StruckThing(frame.trigger, aimed, "aimed", frame.certainty, Effect.UNKNOWN)


def graded(document: Document, trigger: int, effect: Effect) -> Effect:
    """An effect as the words beside the trigger grade it: "burned down" and "blew up", "partially destroyed"."""
    particle = _lemma(document, trigger)
    if effect is not Effect.NONE and particle != document.lemmas[trigger]:
        effect = next((told for role, told in _effects().get(particle, ()) if role == "damage"), effect)
    if effect is Effect.DESTROYED and any(
        document.lower[child] in struck_words("partly") for child in document.children[trigger]
    ):
        return Effect.DAMAGED
    return effect


def _damaged(document: Document, verb: int, *, held: bool) -> Iterator[StruckThing]:
    """ "Shattering the windows of six buildings", "several houses were destroyed"; of a frame's verb no objects."""
    readings = () if held else _effects().get(_lemma(document, verb), ())
    links = _links().get(document.lemmas[verb], ())
    if not readings and not links:
        return
    arguments = verb_arguments(document, verb)
    if arguments.objects and any(_nobodys(document, subject) for subject in arguments.subjects):
        return
    certainty = read_certainty(document, verb)
    if certainty.negated:
        return
    # "The building collapsed": a verb without an object tells of its subject.
    heads = arguments.objects or (arguments.subjects if _lemma(document, verb) in ("collapse", "burn") else [])
    hit = [(head, readings) for head in heads]
    for link in links:
        # "Tore through a stall", "looted drugs from a clinic"
        behind = arguments.prepositions.get(link, ())
        hit += [(head, _effects()[f"{document.lemmas[verb]}_{link}"]) for head in behind]
    for head, told in hit:
        for place in _and_of(document, phrase(document, head)):
            effect = _effect(document, place, told)
            if effect is not None:
                yield StruckThing(verb, place, "damage", certainty, graded(document, verb, effect))


def _nobodys(document: Document, subject: int) -> bool:
    """Whether a storm or an accident did it; a blast wave is no wave of the sea, and fire follows attacks too."""
    if document.lower[subject - 1] in _OF_BLASTS or document.lower[subject] in _FLAMES:
        return False
    return any(in_class(document, subject, name) for name in _NOBODYS)


def _and_of(document: Document, place: Tokens) -> Iterator[Tokens]:
    """A phrase and what "and of" adds to it: "the windows of a restaurant and of a home for the elderly"."""
    yield place
    end = place[1]
    while document.lower[end : end + 2] == ["and", "of"] and end + 2 in document.phrase_of:
        yield document.phrase_of[end + 2]
        end = document.phrase_of[end + 2][1]


def _bursting(document: Document, frame: Frame) -> Iterator[Tokens]:
    """The depot of "an ammunition depot blew up"; cars that explode carried the bomb."""
    if frame.sense == "explode" and document.pos[frame.trigger] == "VERB":
        yield from (place for place in frame.agents if document.lemmas[place[1] - 1] in struck_words("bursting"))


def _lemma(document: Document, verb: int) -> str:
    particle = next((c for c in document.children[verb] if document.deps[c] == "prt"), None)
    if particle is None and document.lower[verb + 1 : verb + 2] == ["away"]:
        # "Carting away motorcycles": the model takes it for an adverb.
        particle = verb + 1
    lemma = document.lemmas[verb]
    return lemma if particle is None else f"{lemma}_{document.lower[particle]}"


def _effect(document: Document, place: Tokens, readings: tuple[tuple[Role, Effect], ...]) -> Effect | None:
    start, end = trimmed(document, *place)
    if start >= end:
        return None
    head = phrase_head(document, start, end)
    things = object_noun(document, start, head)
    whole = whole_of(document, start, head, end) if things is None else None
    of_thing = whole is not None and object_noun(document, whole[0], phrase_head(document, *whole)) is not None
    for role, effect in readings:
        if role == "damage" and (things is not None or of_thing):
            return effect
        if role == "part_damage" and of_thing and is_part(document, start, head):
            return effect
        if role == "clearing" and things is not None and things.category is Category.ARMED_GROUP:
            return effect
    return None


def _against(document: Document, frame: Frame) -> Tokens | None:
    """The embassies in "terrorist acts were carried out on Wednesday evening in the capital against the embassies"."""
    if frame.sense not in _BLOWS:
        return None
    end = min(document.sentence(frame.trigger).end - 1, frame.end + _AGAINST_REACH)
    for token in range(frame.end, end):
        if document.lower[token] == "against":
            return _thing_at(document, token + 1)
        if document.pos[token] == "VERB" and not stands_between(document, token):
            return None
    return None


def _behind_means(document: Document, frame: Frame) -> Tokens | None:
    """The house in "attacked with rockets and machinegun fire the house of the mayor"."""
    if document.lower[frame.trigger + 1 : frame.trigger + 2] != ["with"]:
        return None
    end = min(document.sentence(frame.trigger).end - 1, frame.trigger + _MEANS_REACH)
    for token in range(frame.trigger + 3, end):
        if document.pos[token] in ("ADP", "PUNCT", "VERB") and document.lower[token] != "fire":
            return None
        if document.pos[token] in _ARTICLES and document.lower[token - 1] not in ("with", "and"):
            return _thing_at(document, token)
    return None


def _is_thing(document: Document, place: Tokens) -> bool:
    start, end = trimmed(document, *place)
    return start < end and object_noun(document, start, phrase_head(document, start, end)) is not None


def _thing_at(document: Document, first: int) -> Tokens | None:
    """The phrase that begins at a token with its "of", where it is of a thing."""
    start, end = document.phrase_of.get(first, (first, first))
    if start != first:
        return None
    if document.lower[end : end + 1] == ["of"] and end + 1 in document.phrase_of:
        end = document.phrase_of[end + 1][1]
    return (start, end) if _is_thing(document, (start, end)) else None
