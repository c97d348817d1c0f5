"""What stands beside a word of violence as its object where syntax ties nothing to it: places, damage, shells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from incidentparse.language.document import Document
from incidentparse.language.frames import Frame
from incidentparse.language.target_nouns import object_noun
from incidentparse.mentions import Certainty, Tokens
from incidentparse.record import Category

# Senses whose place is what was aimed at: "an explosion in the market".
_STRUCK_PLACE = frozenset({"explode", "bombing", "shell", "attack", "shoot"})
_PLACE_LINKS = frozenset({"at", "in", "inside", "into", "through", "on"})
# Senses of verbs whose object stands behind them.
_TRANSITIVE = frozenset({"attack", "kill", "injure", "destroy", "damage", "abduct"})
_ACTIVE = frozenset({"VBD", "VBZ", "VBP", "VBG", "VB"})
_LANDING = frozenset({"landed", "fell", "slammed", "crashed", "struck", "hit"})
_HITTING = frozenset({"targeted", "targeting", "bombed", "shelled", "attacked", "ambushed", "stormed", "pounded"})
_ACCUSED = frozenset(
    "suspect suspects attacker attackers gunman gunmen shooter arrested charged assailant bomber".split()
)
_HURT = frozenset("he she victim victims dead deceased man woman boy girl slain body teen men women two three".split())
_BEING = frozenset({"was", "were", "been", "being", "is", "are"})
_LANDS_ON = frozenset({"on", "in", "into", "onto", "near"})
_SHELLS = frozenset({"shell", "rocket", "mortar", "missile", "projectile", "bomb", "grenade", "round"})
_DATES = frozenset({"DATE", "TIME"})
_SKIPPED = frozenset({"ADV", "DET", "PART"})

# Words between the trigger and "in" of the place that it struck.
_PLACE_REACH = 5
# Words that may stand between a verb and its object: a weekday, an adverb.
_OBJECT_REACH = 3
# Words between "identified" and "as": by whom.
_NAME_REACH = 8
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
    """

    event: int
    place: Tokens
    rule: str
    certainty: Certainty


def find_struck(document: Document) -> Iterator[Struck]:
    """The phrases hit, as neighbours of the words of violence."""
    for frame in document.frames:
        if frame.certainty.negated:
            continue
        if frame.sense in _STRUCK_PLACE:
            place = _place(document, frame)
            if place is not None:
                yield Struck(frame.trigger, place, "place", frame.certainty)
        if frame.sense in _TRANSITIVE and not any(p[0] >= frame.end for p in frame.patients):
            after = _object(document, frame)
            if after is not None:
                yield Struck(frame.trigger, after, "after", frame.certainty)
    yield from _neighbours(document, {frame.trigger for frame in document.frames})


def _place(document: Document, frame: Frame) -> Tokens | None:
    """The market in "an explosion in the market"."""
    sentence = document.sentence(frame.trigger)
    for link in range(frame.end, min(sentence.end - 1, frame.end + _PLACE_REACH)):
        if document.pos[link] == "VERB":
            return None
        if document.lower[link] in _PLACE_LINKS:
            phrase = document.phrase_of.get(link + 1)
            if phrase is None:
                continue
            things = object_noun(document, phrase[0], phrase[1] - 1)
            if things is not None and not things.vague and things.category is not Category.CIVILIAN:
                return phrase
    return None


def _object(document: Document, frame: Frame) -> Tokens | None:
    """The phrase right behind an active verb, over a weekday or an adverb."""
    active = document.tags[frame.trigger] in _ACTIVE
    if not active and (not document.lacks_commas or document.lower[frame.trigger - 1] in _BEING):
        return None
    sentence = document.sentence(frame.trigger)
    position, stop = frame.end, min(sentence.end, frame.end + _OBJECT_REACH)
    while position < stop:
        phrase = document.phrase_of.get(position)
        if phrase is not None:
            if all(document.entity[token] in _DATES for token in range(*phrase)):
                position = phrase[1]
                continue
            first = max(phrase[0], position)
            while first < phrase[1] and document.entity[first] in _DATES:
                first += 1
            return first, _with_of(document, phrase[1])
        if document.pos[position] not in _SKIPPED and document.entity[position] not in _DATES:
            return None
        position += 1
    return None


def _with_of(document: Document, end: int) -> int:
    """The end of a phrase with its "of": "the town of X"."""
    if end + 1 < len(document) and document.lower[end] == "of" and end + 1 in document.phrase_of:
        return document.phrase_of[end + 1][1]
    return end


def _identified(document: Document, verb: int) -> Iterator[Struck]:
    """The victims' names in "the victim was identified as Jane Roe", "police identified the dead as …"."""
    sentence = document.sentence(verb)
    words = document.folded[sentence.start : sentence.end]
    if _ACCUSED.intersection(words) or not _HURT.intersection(words):
        return
    as_ = next((t for t in range(verb + 1, min(sentence.end, verb + _NAME_REACH)) if document.lower[t] == "as"), None)
    for start, end, label in document.entities:
        if label == "PERSON" and end - start > 1 and as_ is not None and as_ < start < sentence.end:
            yield Struck(verb, (start, end), "identified", Certainty())


def _neighbours(document: Document, triggers: set[int]) -> Iterator[Struck]:
    """ "Damage to the houses", "a shell landed on the mosque", "targeted the market" where no frame has it."""
    certainty = Certainty()
    for token, word in enumerate(document.lower[:-2]):
        if word == "identified":
            yield from _identified(document, token)
            continue
        if word == "damage" and document.lower[token + 1] == "to":
            rule = "damage to"
        elif word in _LANDING and document.lower[token + 1] in _LANDS_ON:
            first = max(document.sentence(token).start, token - _SHELL_REACH)
            if not any(document.lemmas[before] in _SHELLS for before in range(first, token)):
                continue
            rule = "landed"
        elif word in _HITTING and token not in triggers and document.lower[token - 1] not in _BEING:
            rule = "after"
        else:
            continue
        phrase = document.phrase_of.get(token + (1 if rule == "after" else 2))
        if phrase is not None and phrase[0] > token:
            yield Struck(token, (phrase[0], _with_of(document, phrase[1])), rule, certainty)
