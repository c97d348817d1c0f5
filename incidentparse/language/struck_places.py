"""The places at which bombs and fire are aimed: "an explosion in the market", "a bomb in front of the embassy"."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.language.frames import Frame
from incidentparse.language.struck_things import stands_between
from incidentparse.language.struck_words import struck_words
from incidentparse.language.target_nouns import is_part, object_noun
from incidentparse.mentions import Tokens
from incidentparse.record import Category

# Senses of what is laid at its target, so that beside it is close enough.
_LAID = frozenset({"explode", "bombing", "attack"})
_BESIDE = (
    ("in", "front", "of"), ("in", "the", "vicinity", "of"), ("next", "to"), ("close", "to"), ("outside",), ("near",),
    ("beside",), ("under",), ("underneath",), ("beneath",), ("behind",), ("opposite",), ("against",), ("between",),
    ("across", "from"),
)  # fmt: skip
_PLACE_LINKS = frozenset({"at", "in", "inside", "into", "through", "on", "aboard"})
# Words between the trigger and "in" of the place that it struck.
_PLACE_REACH = 5
# The same for what is laid at its target: "an explosion took place on Monday night in front of the church".
_LAID_REACH = 12


def struck_place(document: Document, frame: Frame) -> Tokens | None:
    """The market in "an explosion in the market", the embassy in "a bomb planted in front of the embassy"."""
    sentence = document.sentence(frame.trigger)
    # Where something else is hit, what is near it is a landmark: "hit a minibus near the bridge".
    laid = frame.sense in _LAID and not _hits_else(document, frame)
    reach = _LAID_REACH if frame.sense in _LAID else _PLACE_REACH
    for link in range(frame.end, min(sentence.end - 1, frame.end + reach)):
        if document.pos[link] == "VERB" and not stands_between(document, link):
            return None
        if document.deps[link] == "nsubj" and link > frame.end:
            # "In another attack, gunmen on motorbikes …": what follows is told of them.
            return None
        length = _link(document, link, laid=laid)
        if not length:
            continue
        phrase = past_part(document, document.phrase_of.get(link + length))
        if phrase is None:
            continue
        things = object_noun(document, phrase[0], phrase[1] - 1)
        if things is None or things.vague or things.way or things.category is Category.CIVILIAN:
            continue
        after = phrase[1]
        parked = after < sentence.end and document.lemmas[after] in struck_words("parked")
        if parked and document.tags[after] == "VBN":
            # "Aboard a truck parked next to the bank": it carried the bomb.
            continue
        return phrase[0], with_of(document, phrase[1])
    return None


def _hits_else(document: Document, frame: Frame) -> bool:
    """Whether a verb of attack has its object: what it hits."""
    verb = frame.sense == "attack" and document.pos[frame.trigger] == "VERB"
    return verb and any(place[0] >= frame.trigger for place in frame.patients)


def with_of(document: Document, end: int) -> int:
    """The end of a phrase with its "of": "the town of X"; of a name, with the name's own: "the Bank of Sucre"."""
    while end + 1 < len(document) and document.lower[end] == "of" and end + 1 in document.phrase_of:
        end = document.phrase_of[end + 1][1]
        if document.pos[end - 1] != "PROPN":
            break
    return end


def past_part(document: Document, phrase: Tokens | None) -> Tokens | None:
    """The building in "the back of the company building"; other phrases as they are."""
    if phrase is None or phrase[1] >= len(document) or document.lower[phrase[1]] != "of":
        return phrase
    return document.phrase_of.get(phrase[1] + 1) if is_part(document, phrase[0], phrase[1] - 1) else phrase


def _link(document: Document, token: int, *, laid: bool) -> int:
    """How many words from a token on tie a place to what happened there; 0 for none."""
    if document.lower[token] in _PLACE_LINKS:
        longest = next((len(w) for w in _BESIDE if tuple(document.lower[token : token + len(w)]) == w), 0)
        return longest if longest and laid else 1
    if not laid:
        return 0
    if document.lower[token] == "to" and document.lemmas[token - 1] in struck_words("attached"):
        return 1
    return next((len(w) for w in _BESIDE if tuple(document.lower[token : token + len(w)]) == w), 0)
