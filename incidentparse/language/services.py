"""Whose people are told of by a noun that fits many: "personnel of the Frontier Corps", "members of the party"."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.language.groups import group_index
from incidentparse.language.named_words import victim_words
from incidentparse.language.people import PersonForm, people_index
from incidentparse.language.target_nouns import owner
from incidentparse.mentions import Tokens
from incidentparse.record import ActorKind, Category

_LINKS = frozenset({"of", "from", "with", "in"})
_OF_KIND = {
    ActorKind.POLICE: Category.POLICE, ActorKind.STATE_FORCES: Category.MILITARY,
    ActorKind.INTERNATIONAL: Category.MILITARY, ActorKind.ARMED_GROUP: Category.ARMED_GROUP,
    ActorKind.CRIMINAL_GROUP: Category.ARMED_GROUP, ActorKind.POLITICAL_GROUP: Category.POLITICAL,
}  # fmt: skip
_FORCES = frozenset({Category.MILITARY, Category.POLICE, Category.ARMED_GROUP})
_LEXICONS = ("state_forces.jsonl", "armed_groups.jsonl")
# Nouns of the lexicon for people that say what their owner is, where no other word does.
_UNOWNED = {"member": Category.CIVILIAN, "leader": Category.POLITICAL}


def category_of(document: Document, start: int, end: int, known: Category) -> Category:
    """The category of the people in a phrase: for nouns that fit many that of their service, for kin civilian."""
    head = _head(document, start, end)
    if head is None:
        return known
    noun = document.lemmas[head[1] - 1]
    if head[2].noun.kin:
        return Category.CIVILIAN
    if noun not in victim_words("of many services"):
        return known
    found = _service(document, start, head[0]) or _service(document, *_behind(document, head[1]))
    if found is None:
        return _UNOWNED.get(head[2].noun.noun, known) if known is head[2].noun.category else known
    return known if found in _FORCES and noun in victim_words("employed") else found


def _head(document: Document, start: int, end: int) -> tuple[int, int, PersonForm] | None:
    """The noun of people before any "of"."""
    last = None
    stop = next((t for t in range(start + 1, end) if document.lower[t] in _LINKS), end)
    for hit in people_index().find(document.folded, start, stop):
        last = (hit.start, hit.end, hit.value)
    return last if last is not None and last[1] == stop else None


def _behind(document: Document, end: int) -> Tokens:
    """The phrase behind "of" that says whose they are."""
    if end + 1 >= len(document) or document.lower[end] not in _LINKS:
        return end, end
    phrase = document.phrase_of.get(end + 1, (end, end))
    return end + 1, max(phrase[1], end + 1)


def _service(document: Document, start: int, end: int) -> Category | None:
    """The kind of the force, group or body that the words from one token to before another name."""
    if start >= end:
        return None
    for lexicon in _LEXICONS:
        hit = next(iter(group_index(lexicon).find(document.folded, start, end)), None)
        if hit is not None:
            return _OF_KIND.get(hit.value[0].group.kind)
    found = owner(document, start, end)
    # "members of a family" are no home.
    return Category.CIVILIAN if found is Category.RESIDENCE else found
