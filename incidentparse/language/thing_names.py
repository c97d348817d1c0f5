"""The proper names of things: in their phrase, and of "the school" that an article names in full elsewhere."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.language.groups import group_index, in_group_name
from incidentparse.language.people import people_index
from incidentparse.language.target_phrases import trimmed
from incidentparse.mentions import Tokens

_DEFINITE = frozenset({"the", "this", "that"})
_SINGULAR = frozenset({"NN", "NNP"})
# Names that say no more than where a thing is or whose, before its noun in small letters.
_WHERE = frozenset({"GPE", "LOC", "NORP"})
# "St. Mark's church" is a name, though the model takes saints for towns.
# What the model calls buildings and firms, and where the bodies are that it calls so too.
_THING_LABELS = frozenset({"FAC", "ORG"})
_BODIES = ("armed_groups.jsonl", "state_forces.jsonl")
_SAINTS = frozenset({"st.", "st", "saint", "san", "santa", "sainte"})


def has_name(document: Document, start: int, end: int, head: int) -> bool:
    """Whether a thing's phrase holds its proper name, more than whose or where it is.

    "The Greek-owned tanker", "Syria's second city" and "a Peshawar seminary" have none.
    """
    if not _SAINTS.isdisjoint(document.lower[start:end]):
        return True
    described = document.words[head][0].islower()
    for token in range(start, end):
        if document.pos[token] != "PROPN" or (described and document.entity[token] in _WHERE):
            continue
        if document.tags[token + 1 : token + 3] not in (["HYPH", "VBN"], ["HYPH", "JJ"], ["HYPH", "VBG"]):
            return True
    return False


def is_named_thing(document: Document, head: int) -> bool:
    """Whether a name is one of a building or the like, though its noun is unknown: "wrecking the Baltic Exchange"."""
    named = document.entity[head] in _THING_LABELS and document.pos[head] == "PROPN"
    if not named or people_index().match(document.folded, head, head + 1) is not None:
        return False
    bodies = (group_index(lexicon).match(document.folded, head, head + 1) for lexicon in _BODIES)
    return not any(bodies) and not in_group_name(document, head)


def name_in_full(document: Document, start: int, end: int) -> Tokens | None:
    """The name behind a thing's noun, or the one name that the text has for a bare definite noun or a headline's."""
    behind = document.phrase_of.get(end) if end < len(document) else None
    if behind is not None and behind[0] == end and document.deps[behind[1] - 1] == "appos":
        # "The tanker Aegean Hope"
        proper = all(document.pos[token] in ("PROPN", "PUNCT") for token in range(*behind))
        if proper and start <= document.heads[behind[1] - 1] < end:
            return behind
    if end - start != 1 or document.tags[start] not in _SINGULAR:
        return None
    if not document.sentence(start).title and document.lower[start - 1] not in _DEFINITE:
        return None
    noun = document.lower[start]
    names: dict[str, Tokens] = {}
    for first, last in document.noun_phrases:
        if document.lower[last - 1] == noun and last - first > 1 and (name := _name(document, first, last)) is not None:
            names.setdefault(" ".join(document.lower[slice(*name)]), name)
    # "The Jesenice school" and "the Bled school": which of them is meant is left open.
    return next(iter(names.values())) if len(names) == 1 else None


def _name(document: Document, first: int, last: int) -> Tokens | None:
    """The name in a phrase that ends in its noun: "Rojas elementary school", "University of Sucre"."""
    start, end = trimmed(document, first, last)
    proper = [token for token in range(start, end - 1) if document.pos[token] == "PROPN"]
    if proper:
        return proper[0], end
    behind = document.phrase_of.get(last + 1) if document.lower[last : last + 1] == ["of"] else None
    if behind is None or document.pos[end - 1] != "PROPN":
        return None
    return (end - 1, behind[1]) if document.pos[behind[1] - 1] == "PROPN" else None
