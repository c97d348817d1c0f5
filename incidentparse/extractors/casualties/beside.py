"""Those behind a predicate of whom it speaks too: "was killed along with two guards", "and five in Tell Hamra"."""

from __future__ import annotations

from incidentparse.extractors.casualties.predicates import Predicate
from incidentparse.extractors.casualties.scene import Scene
from incidentparse.language.people import Reading

# Closed classes of grammar.
_ALONG = (["along", "with"], ["together", "with"])
_LIKEWISE = (["as", "was"], ["as", "were"])
_TOO = (["too"], ["as", "well"])
# Prepositions before the place of a deed, and from it to the "and" before the next: "in the village of Umm Rasas and".
_PLACING = frozenset("in at near outside".split())
_PLACE_REACH = 12
# From "including" to one told by whose he is: "including the gunman's sister".
_OWNER_REACH = 4
_OWNING = frozenset(("DET", "PRON", "PART", "NOUN", "PROPN", "ADJ"))
_PART_OPENERS = frozenset(("including", "includes", "among"))


def people_behind(scene: Scene, predicate: Predicate) -> int | None:
    """ "killing herself and three others", "was killed, along with two guards", "as were two guards"."""
    folded, end = scene.document.folded, predicate.end
    if predicate.word.self and folded[end : end + 1] == ["and"]:
        return _known_from(scene, end + 1)
    end += folded[end : end + 1] == [","]
    if folded[end : end + 2] in _ALONG or folded[end : end + 2] in _LIKEWISE:
        return _known_from(scene, end + 2)
    number = _known_from(scene, end + 1) if folded[end : end + 1] == ["and"] else None
    if number is None:
        return None
    after = scene.people[number].end
    # "was killed and two guards too"
    return number if any(folded[after : after + len(words)] == words for words in _TOO) else None


def _known_from(scene: Scene, token: int) -> int | None:
    """The phrase that starts at a token, if it is surely of people."""
    number = scene.people_from.get(token)
    return number if number is not None and scene.people[number].known else None


def people_elsewhere(scene: Scene, token: int) -> int | None:
    """ "were killed in Umm Rasas and five in Tell Hamra": the verb holds for the second place too."""
    document = scene.document
    if token >= scene.end or document.folded[token] not in _PLACING:
        return None
    for joint in range(token + 1, min(scene.end - 1, token + _PLACE_REACH)):
        if document.tags[joint] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP") or document.words[joint] in ";.:":
            return None
        if document.folded[joint] != "and":
            continue
        number = _known_from(scene, joint + 1)
        if number is not None:
            people = scene.people[number]
            counted = people.low > 0 and people.reading in (Reading.COUNTED, Reading.NUMBER)
            placed = people.end < scene.end and document.folded[people.end] in _PLACING
            return number if counted and placed else None
        if joint + 1 in scene.people_from:
            return None
    return None


def told_as_part(scene: Scene, number: int) -> bool:
    """ "killed, including five soldiers, and 30 others wounded": the five are part of those told of before."""
    before = scene.people[number].start - 1
    floor = max(scene.start, before - _OWNER_REACH)
    while before > floor and scene.document.pos[before] in _OWNING:
        before -= 1
    if before < scene.start or scene.document.folded[before] not in _PART_OPENERS:
        return False
    return any(p.start < before for p in scene.predicates)
