"""What stands beside a word of violence as its object where syntax ties nothing to it: places, damage, shells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from incidentparse.language.document import Document
from incidentparse.language.frames import Frame
from incidentparse.language.grammar import BEING, DATES
from incidentparse.language.named_words import victim_words
from incidentparse.language.roll_calls import Called, find_among, find_called, find_identified, is_roll
from incidentparse.language.struck_people import HOLDING, at_place, caught, held_people, losses, of_people, surprised
from incidentparse.language.struck_places import past_part, struck_place, with_of
from incidentparse.language.struck_things import find_things
from incidentparse.language.target_nouns import object_noun
from incidentparse.language.told_damage import is_denied
from incidentparse.mentions import Certainty, Tokens
from incidentparse.record import Effect

# Senses whose place is what was aimed at: "an explosion in the market".
_STRUCK_PLACE = frozenset({"explode", "bombing", "shell", "attack", "shoot"})
# Senses of verbs whose object stands behind them.
_TRANSITIVE = frozenset({"attack", "kill", "injure", "destroy", "damage", "abduct"})
_OF_PEOPLE = {"kill": Effect.KILLED, "die": Effect.KILLED, "injure": Effect.INJURED, "abduct": Effect.ABDUCTED}
_PASSIVES = _OF_PEOPLE | {"attack": Effect.UNKNOWN, "destroy": Effect.DESTROYED, "damage": Effect.DAMAGED}
_ACTIVE = frozenset({"VBD", "VBZ", "VBP", "VBG", "VB"})
# With what particles words of driving run people down.
_RUN_DOWN = {
    "mowed": "down", "mowing": "down", "mows": "down", "knocked": "down", "struck": "down", "running": "over",
    "runs": "over", "ran": "over",
}  # fmt: skip
# Sets of words each of which may hit what stands behind it.
_NEIGHBOURING = (
    "naming",
    "losses",
    "ramming",
    "driving",
    "into_people",
    "landing",
    "hitting",
    "sorties",
    "acts",
    "aimed",
)
_LANDS_ON = frozenset({"on", "in", "into", "onto", "near"})
_RAMMED = frozenset({"into", "through"})
_SKIPPED = frozenset({"ADV", "DET", "PART"})

# Phrases between a noun of violence and the "of" of its victim.
_OF_REACH = 3
# Words between "target of" and the attack.
_TARGET_REACH = 6
# Words that may stand between a verb and its object: a weekday, an adverb.
_OBJECT_REACH = 3
# Words between "rammed" and "into": "rammed an explosives-laden car into", "barrelled for half a mile through".
_INTO_REACH = 8
# Words between a shell and "landed".
_SHELL_REACH = 6


@dataclass(frozen=True, slots=True)
class Struck:
    """A phrase that was hit.

    Attributes:
        event: the token of the word that hit it.
        place: its tokens.
        rule: how it was found.
        certainty: how the text holds the event.
        effect: what became of it, where the words say it.
    """

    event: int
    place: Tokens
    rule: str
    certainty: Certainty
    effect: Effect = Effect.UNKNOWN


def find_struck(document: Document) -> Iterator[Struck]:
    """The phrases hit, as neighbours of the words of violence."""
    for frame in document.frames:
        if not frame.certainty.negated:
            yield from _around(document, frame)
    yield from _told(find_called(document), "called")
    for thing in find_things(document):
        yield Struck(thing.event, thing.place, thing.rule, thing.certainty, thing.effect)
    yield from _neighbours(document, {frame.trigger for frame in document.frames})


def _told(called: Iterable[Called], rule: str) -> Iterator[Struck]:
    for event, place, effect, certainty in called:
        yield Struck(event, place, rule, certainty, effect)


def _around(document: Document, frame: Frame) -> Iterator[Struck]:
    """What stands around the trigger of a frame."""
    found: list[tuple[Tokens | None, str, Effect]] = []
    effect = _OF_PEOPLE.get(frame.sense, Effect.UNKNOWN)
    if frame.sense in _STRUCK_PLACE:
        found = [
            (struck_place(document, frame), "place", Effect.UNKNOWN),
            (_target_of(document, frame), "target of", Effect.UNKNOWN),
            (surprised(document, frame), "surprised", Effect.UNKNOWN),
            (caught(document, frame), "surprised", Effect.UNKNOWN),
            (at_place(document, frame), "surprised", Effect.UNKNOWN),
        ]
    if frame.sense in _OF_PEOPLE and not frame.patients:
        found.append((_of_far(document, frame), "of", effect))
    if frame.sense in _PASSIVES and not frame.patients:
        found.append((_before_passive(document, frame.trigger), "before", _PASSIVES[frame.sense]))
    if frame.sense in _TRANSITIVE and not any(p[0] >= frame.end for p in frame.patients):
        found.append((_object(document, frame), "after", Effect.UNKNOWN))
    for place, rule, told in found:
        if place is not None:
            yield Struck(frame.trigger, place, rule, frame.certainty, told)


def _object(document: Document, frame: Frame) -> Tokens | None:
    """The phrase right behind an active verb, over a weekday or an adverb."""
    active = document.tags[frame.trigger] in _ACTIVE
    if not active and (not document.lacks_commas or document.lower[frame.trigger - 1] in BEING):
        return None
    sentence = document.sentence(frame.trigger)
    position, stop = frame.end, min(sentence.end, frame.end + _OBJECT_REACH)
    while position < stop:
        phrase = document.phrase_of.get(position)
        if phrase is not None:
            if all(document.entity[token] in DATES for token in range(*phrase)):
                position = phrase[1]
                continue
            first = max(phrase[0], position)
            while first < phrase[1] and document.entity[first] in DATES:
                first += 1
            # "In an ambush forces kill 35": who comes next is the subject of another verb.
            told = {end for f in document.frames if f.trigger != frame.trigger for _, end in f.agents}
            rammed = document.lower[frame.trigger] in victim_words("ramming")
            if phrase[1] in told or (rammed and "into" in document.lower[phrase[1] : phrase[1] + _INTO_REACH]):
                # "Rammed a van packed with explosives into the bus": the van is the means.
                return None
            return first, with_of(document, phrase[1])
        if document.pos[position] not in _SKIPPED and document.entity[position] not in DATES:
            return None
        position += 1
    return None


def _of_far(document: Document, frame: Frame) -> Tokens | None:
    """The victim behind a place or day: "the assassination in Tegucigalpa of Jane Roe"."""
    if document.pos[frame.trigger] != "NOUN":
        return None
    sentence = document.sentence(frame.trigger)
    position = frame.end
    for _ in range(_OF_REACH):
        if position + 1 >= sentence.end or document.pos[position] != "ADP":
            return None
        phrase = document.phrase_of.get(position + 1)
        if phrase is None:
            return None
        if document.lower[position] == "of":
            return phrase
        position = phrase[1]
    return None


def _before_passive(document: Document, verb: int) -> Tokens | None:
    """The phrase before "was killed" that syntax did not take for its subject."""
    if document.tags[verb] not in ("VBN", "VBD"):
        return None
    first = verb
    while first > 0 and (document.pos[first - 1] in ("AUX", "ADV")):
        first -= 1
    if not BEING.intersection(document.lower[first:verb]) or first < 1:
        return None
    return _opening(document, first) or document.phrase_of.get(first - 1)


def _opening(document: Document, verb: int) -> Tokens | None:
    """The phrase that the sentence opens with, where no other verb stands between it and the verb."""
    start = document.sentence(verb).start
    if start >= verb or any(document.pos[token] in ("VERB", "AUX") for token in range(start, verb)):
        return None
    while start < verb and document.pos[start] in _SKIPPED | {"PUNCT"}:
        start += 1
    phrase = document.phrase_of.get(start)
    return (start, phrase[1]) if phrase is not None else None


def _target_of(document: Document, frame: Frame) -> Tokens | None:
    """The house in "the house was the target of a bomb attack"."""
    sentence = document.sentence(frame.trigger)
    for token in range(max(sentence.start, frame.trigger - _TARGET_REACH), frame.trigger):
        if document.lower[token] in ("target", "targets") and document.lower[token + 1] == "of":
            be = document.heads[token]
            subject = next((c for c in document.children[be] if document.deps[c] == "nsubj"), None)
            if document.deps[token] == "attr" and subject is not None and document.pos[subject] != "PRON":
                return document.phrase_of.get(subject)
    return None


def _by_blow(document: Document, verb: int) -> bool:
    """Whether the subject of "hit" is a raid or a shell: what hits a market may else be a new phone."""
    subjects = (c for c in document.children[verb] if document.deps[c] == "nsubj")
    return any(document.lemmas[c] in victim_words("blow") for c in subjects)


def _neighbours(document: Document, triggers: set[int]) -> Iterator[Struck]:
    """ "Damage to the houses", "a shell landed on the mosque", "targeted the market" where no frame has it."""
    opening = _neighbouring_words()
    for token, word in enumerate(document.lower[:-2]):
        if word not in opening:
            continue
        if word in victim_words("naming") and document.tags[token] in ("VBN", "VBD"):
            yield from _told(find_identified(document, token), "identified")
        elif word == "among" and is_roll(document, token):
            yield from _told(find_among(document, token), "among")
        elif (held := held_people(document, token)) is not None:
            yield Struck(token, held, "held", Certainty())
        elif word in victim_words("losses") and (losers := losses(document, token)) is not None:
            yield Struck(token, losers, "losses", Certainty())
        elif (near := _neighbour(document, token, triggers)) is not None:
            rule, first, effect = near
            phrase = past_part(document, document.phrase_of.get(first))
            if phrase is not None and phrase[0] > token:
                yield Struck(token, (phrase[0], with_of(document, phrase[1])), rule, Certainty(), effect)


@cache
def _neighbouring_words() -> frozenset[str]:
    """All words at which `_neighbours` looks: most words of an article are none of them."""
    return frozenset({"among", "damage", "destruction", "hit", "struck"}).union(
        HOLDING, _RUN_DOWN, *(victim_words(name) for name in _NEIGHBOURING)
    )


def _neighbour(document: Document, token: int, triggers: set[int]) -> tuple[str, int, Effect] | None:
    """By which rule a word hits what stands behind it, where that begins, and its effect."""
    word, after = document.lower[token], document.lower[token + 1]
    if word == "damage" and after == "to":
        return "damage to", token + 2, Effect.NONE if is_denied(document, token) else Effect.DAMAGED
    if word == "destruction" and after == "of":
        return "destruction of", token + 2, Effect.DESTROYED
    driving = word in victim_words("driving")
    if driving or word in victim_words("ramming"):
        end = min(document.sentence(token).end - 1, token + _INTO_REACH)
        into = next((t for t in range(token + 1, end) if document.lower[t] in _RAMMED), None)
        if into is None or (driving and not _driven_at(document, token, into)):
            return None
        return "into", into + 1, Effect.UNKNOWN
    people = _RUN_DOWN.get(word) == after or (word in victim_words("into_people") and after in _RAMMED)
    if people and of_people(document, document.phrase_of.get(token + 2)):
        return "into", token + 2, Effect.UNKNOWN
    if word in victim_words("landing") and after in _LANDS_ON:
        return ("landed", token + 2, Effect.UNKNOWN) if _shell_before(document, token) else None
    hitting = word in victim_words("hitting") or (word in ("hit", "struck") and _by_blow(document, token))
    if hitting and token not in triggers and document.lower[token - 1] not in BEING:
        return "after", token + 1, Effect.UNKNOWN
    if word in victim_words("sorties") and after in ("on", "against"):
        return "aimed", token + 2, Effect.UNKNOWN
    if word in victim_words("acts") and after == "against":
        return "aimed", token + 2, Effect.UNKNOWN
    if word in victim_words("aimed") and after in ("at", "against"):
        return "aimed", token + 2, Effect.UNKNOWN
    return None


def _driven_at(document: Document, verb: int, into: int) -> bool:
    """Whether something is driven into a building or vehicle: "drove a truck into the hotel", but into no town."""
    place = document.phrase_of.get(into + 1)
    things = object_noun(document, place[0], place[1] - 1) if place is not None and into > verb + 1 else None
    return things is not None and not (things.town or things.way or things.vague)


def _shell_before(document: Document, verb: int) -> bool:
    """Whether it is a shell that lands: named before the verb, or one of those told of in the sentence before."""
    sentence = document.sentence(verb)
    first = max(sentence.start, verb - _SHELL_REACH)
    if any(document.pos[before] in ("PRON", "NUM") for before in range(first, verb)) and sentence.index:
        first = document.sentences[sentence.index - 1].start
    return any(document.lemmas[before] in victim_words("shell") for before in range(first, verb))
