"""Deeds of another kind by which somebody in the article is known: "the man who masterminded the bombing of"."""

from __future__ import annotations

from incidentparse.assemble.draft import Draft
from incidentparse.language.document import Document

# From the word of a deed up to the clause that tells of somebody: "who masterminded the bombing".
_MAX_CLIMB = 4


def is_of_other_deed(document: Document, draft: Draft, start: int, end: int) -> bool:
    """Whether the deed told in some tokens is of no type of the incident's and stands in a clause on somebody."""
    events = [event for event in draft.events if start <= event.trigger < end]
    types = {kind for event in events for kind in event.types}
    if not types or draft.type in types:
        return False
    node = events[0].trigger
    for _ in range(_MAX_CLIMB):
        if document.deps[node] == "relcl":
            return any(document.lower[child] == "who" for child in document.children[node])
        node = document.heads[node]
    return False
