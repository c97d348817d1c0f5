"""Targets: who and what was hit or aimed at."""

from __future__ import annotations

from collections.abc import Iterator

from incidentparse.language.countries import find_countries
from incidentparse.language.document import Document
from incidentparse.language.frames import Frame
from incidentparse.language.headcount import read_people
from incidentparse.language.people import People, Reading
from incidentparse.language.quantities import read_quantity
from incidentparse.language.target_nouns import object_noun
from incidentparse.mentions import TargetMention, Tokens
from incidentparse.record import Category, Effect, TargetKind

# What a frame's sense makes of its patient; senses that are not here do nothing to anybody.
_EFFECTS = {
    "attack": Effect.UNKNOWN,
    "kill": Effect.KILLED,
    "die": Effect.KILLED,
    "injure": Effect.INJURED,
    "abduct": Effect.ABDUCTED,
    "miss": Effect.MISSING,
    "release": Effect.RELEASED,
    "shoot": Effect.UNKNOWN,
    "shell": Effect.UNKNOWN,
    "explode": Effect.UNKNOWN,
    "bombing": Effect.UNKNOWN,
    "raid": Effect.UNKNOWN,
    "capture": Effect.UNKNOWN,
    "clash": Effect.UNKNOWN,
    "rape": Effect.INJURED,
    "damage": Effect.DAMAGED,
    "destroy": Effect.DESTROYED,
    "hijack": Effect.STOLEN,
    "rob": Effect.STOLEN,
    "foil": Effect.NONE,
    "plot": Effect.NONE,
    "attempt": Effect.NONE,
}
# Effects that only people, and only things, suffer.
_OF_PEOPLE = frozenset(
    {Effect.KILLED, Effect.INJURED, Effect.ABDUCTED, Effect.MISSING, Effect.RELEASED, Effect.DETAINED}
)
_OF_THINGS = frozenset({Effect.DAMAGED, Effect.DESTROYED, Effect.STOLEN})
# Senses whose place is what was aimed at: "an explosion in the market".
_STRUCK_PLACE = frozenset({"explode", "bombing", "shell", "attack"})
_PLACE_LINKS = frozenset({"at", "in", "inside", "into", "through", "on"})
_PLACE_LABELS = frozenset({"GPE", "FAC", "LOC"})
_TRIMMED = frozenset({"DET", "PUNCT", "CCONJ", "SPACE", "ADP", "PRON", "SCONJ"})
_SETTLEMENTS = frozenset({"town", "city", "village", "neighborhood", "neighbourhood", "district", "suburb", "camp"})

# A longer phrase has run into the next clause.
_LONGEST = 14
# Words between the trigger and "in" of the place that it struck.
_PLACE_REACH = 5


def extract(document: Document) -> list[TargetMention]:
    """The mentions, in the order of the text."""
    found: dict[tuple[int, int, Effect], TargetMention] = {}
    for frame in document.frames:
        effect = _EFFECTS.get(frame.sense)
        if effect is None or frame.certainty.negated:
            continue
        for patient in frame.patients:
            for mention in _read(document, frame, patient, effect):
                found.setdefault((mention.start, mention.end, mention.effect), mention)
        if frame.sense in _STRUCK_PLACE:
            for mention in _struck_place(document, frame):
                found.setdefault((mention.start, mention.end, mention.effect), mention)
    return sorted(found.values(), key=lambda m: (m.start, m.end))


def _read(document: Document, frame: Frame, patient: Tokens, effect: Effect) -> Iterator[TargetMention]:
    start, end = _trim(document, *patient)
    if start >= end:
        return
    head = _head(document, start, end)
    things = object_noun(document, start, head)
    people = [] if things is not None else [p for p in read_people(document, start, end) if _counts(p)]
    if people:
        yield from (_person(document, frame, p, (start, end), effect) for p in people[:1])
    elif things is not None and not (things.vague and effect not in _OF_THINGS and frame.sense != "attack"):
        kind_effect = Effect.UNKNOWN if effect in _OF_PEOPLE else effect
        number = read_quantity(document, start, head)
        yield TargetMention(
            start,
            end,
            f"patient:{frame.sense}",
            name=(start, end) if document.pos[head] == "PROPN" else None,
            kind=TargetKind.OBJECT,
            category=things.category,
            low=number.low if number is not None else (None if things.plural else 1),
            high=number.high if number is not None else (None if things.plural else 1),
            number=(number.start, number.end) if number is not None else None,
            country_code=_country(document, start, head),
            effect=kind_effect,
            event=frame.trigger,
            certainty=frame.certainty,
        )
    elif document.entity[head] in _PLACE_LABELS and effect not in _OF_PEOPLE:
        yield _place(document, frame, (start, end), effect)


def _struck_place(document: Document, frame: Frame) -> Iterator[TargetMention]:
    """The market in "an explosion in the market", the town in "air strikes on the town"."""
    sentence = document.sentence(frame.trigger)
    limit = min(sentence.end - 1, frame.end + _PLACE_REACH)
    for link in range(frame.end, limit):
        if document.pos[link] == "VERB":
            return
        if document.lower[link] not in _PLACE_LINKS:
            continue
        phrase = document.phrase_of.get(link + 1)
        if phrase is None:
            continue
        start, end = _trim(document, *phrase)
        if start >= end:
            continue
        things = object_noun(document, start, end - 1)
        if things is None or things.vague or things.category is Category.CIVILIAN:
            continue
        yield TargetMention(
            start,
            end,
            f"place:{frame.sense}",
            name=(start, end) if document.pos[end - 1] == "PROPN" else None,
            kind=TargetKind.OBJECT,
            category=things.category,
            low=None if things.plural else 1,
            high=None if things.plural else 1,
            country_code=_country(document, start, end - 1),
            event=frame.trigger,
            certainty=frame.certainty,
        )
        return


def _person(document: Document, frame: Frame, people: People, place: Tokens, effect: Effect) -> TargetMention:
    if effect in _OF_THINGS:
        effect = Effect.UNKNOWN
    start, end = place
    return TargetMention(
        start,
        end,
        f"patient:{frame.sense}" + (":generic" if people.generic else ""),
        name=people.name,
        kind=TargetKind.PERSON,
        category=people.category,
        low=people.low,
        high=people.high,
        number=people.number,
        country_code=people.country_code,
        effect=effect,
        event=frame.trigger,
        certainty=frame.certainty,
    )


def _place(document: Document, frame: Frame, place: Tokens, effect: Effect) -> TargetMention:
    return TargetMention(
        *place,
        f"patient:{frame.sense}",
        name=place,
        kind=TargetKind.OBJECT,
        category=Category.CIVILIAN,
        effect=effect,
        event=frame.trigger,
        certainty=frame.certainty,
    )


def _counts(people: People) -> bool:
    return people.reading not in (Reading.PRONOUN, Reading.NONE)


def _trim(document: Document, start: int, end: int) -> Tokens:
    """Without determiners in front and punctuation at the end."""
    end = min(end, start + _LONGEST)
    while start < end and document.pos[start] in _TRIMMED:
        start += 1
    while end > start and document.pos[end - 1] in _TRIMMED:
        end -= 1
    return start, end


def _head(document: Document, start: int, end: int) -> int:
    """The noun that the phrase is about: the one that hangs outside; "town" in "the town of X"."""
    for token in range(start, end):
        head = document.heads[token]
        if (head < start or head >= end or head == token) and document.pos[token] in ("NOUN", "PROPN", "NUM", "PRON"):
            return token
    return end - 1


def _country(document: Document, start: int, end: int) -> str | None:
    """The country of a nationality word in front of the noun."""
    hit = next(iter(find_countries(document, start, end + 1)), None)
    return hit.value.code if hit is not None else None
