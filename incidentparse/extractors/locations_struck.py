"""Names that are places because they were raided, shelled or taken, or stand in one list with such or with villages."""

from __future__ import annotations

from incidentparse.language.country_cues import group_words
from incidentparse.language.document import Document
from incidentparse.language.place_words import place_kinds, words_of
from incidentparse.record import PlaceKind

_SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE, PlaceKind.NEIGHBOURHOOD})


def struck_names(document: Document) -> set[int]:
    """The last tokens of names that the deed done to them, or the list that they stand in, shows to be places."""
    senses = {frame.trigger: frame.sense for frame in document.frames}
    lower, heads, deps, entity = document.lower, document.heads, document.deps, document.entity
    found: set[int] = set()
    for token, word in enumerate(document.words):
        if deps[token] == "appos" and word.islower() and _settlement(document, token):
            # "Qaa, a village in".
            found.add(heads[token])
            continue
        if not word[0].isupper() or document.pos[token] != "PROPN" or document.folded[token] in group_words():
            continue
        head, dep = heads[token], deps[token]
        if dep in ("dobj", "nsubjpass"):
            sense, label = senses.get(head), entity[token]
            # Nobody is shelled or raided; persons are captured too, and anybody is attacked.
            struck = sense is not None and document.lemmas[head] in words_of("area_deed")
            struck = struck or (sense == "capture" and label != "PERSON") or (sense == "attack" and label == "GPE")
        elif dep in ("conj", "appos"):
            struck = head in found
        else:
            # "The villages of Gaigorou and Dessa".
            struck = dep == "pobj" and lower[head] == "of" and lower[heads[head]] in words_of("settlements")
        if struck:
            found.add(token)
    return found


def _settlement(document: Document, token: int) -> bool:
    """Whether a word is one for a place where people live that tells what the name before it is."""
    head = document.heads[token]
    if document.pos[head] != "PROPN" or document.entity[head] == "PERSON":
        return False
    hit = place_kinds().match(document.folded, token, token + 1)
    return hit is not None and hit.value in _SETTLEMENTS
