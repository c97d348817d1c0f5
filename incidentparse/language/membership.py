"""The named group whose people a noun means: "rebels from the LRA", "a gang called the Owls"."""

from __future__ import annotations

from collections.abc import Mapping

from incidentparse.language.actor_nouns import actor_noun
from incidentparse.language.document import Document
from incidentparse.language.party import Party

_OF = frozenset({"of", "from", "in", "with"})
_BELONGING = frozenset("belong call style name know dub identify affiliate".split())
_NAMED = ("group", "acronym")
# "members of the armed wing of a group called X": no chain is longer.
_DEPTH = 3
_DETACHED = frozenset({"led",
    "linked", "backed", "allied", "affiliated", "aligned", "inspired", "held", "controlled", "run",
    "occupied", "dominated", "leaning", "friendly", "related", "sponsored", "supported", "funded", "trained",
    "style", "loyal", "ruled", "based", "brokered", "sympathetic"})  # fmt: skip


def group_of(document: Document, head: int, at: Mapping[int, Party]) -> Party | None:
    """The named group whose people a noun means, or None."""
    return _search(document, head, at, _DEPTH) if actor_noun(document, head) is not None else None


def _search(document: Document, node: int, at: Mapping[int, Party], depth: int) -> Party | None:
    if depth == 0:
        return None
    for child in document.children[node]:
        dep, inner = document.deps[child], None
        if child < node and dep != "appos":
            continue
        if dep == "appos":
            inner = child
        elif dep == "prep" and document.lower[child] in _OF:
            inner = next((c for c in document.children[child] if document.deps[c] == "pobj"), None)
        elif dep in ("acl", "relcl") and document.lemmas[child] in _BELONGING:
            party = next((at[t] for t in range(child, document.subtree(child)[1]) if t in at), None)
            if party is not None and party.rule in _NAMED:
                return party
        if inner is None:
            continue
        party = at.get(inner)
        if party is not None:
            return party if party.rule in _NAMED else None
        if actor_noun(document, inner) is not None:
            party = _search(document, inner, at, depth - 1)
            if party is not None:
                return party
    return None


def detached(document: Document, party: Party) -> bool:
    """Whether a name only says whose side somebody else is on: "al Qaeda-linked militants", "the rebel-held town"."""
    return only_side(document, party.end) or any(
        "-" in document.lower[t] and document.lower[t].rsplit("-", 1)[1] in _DETACHED
        for t in range(party.start, party.end)
    )


def only_side(document: Document, end: int) -> bool:
    """Whether the word behind a name makes it somebody else's side: "US-led", "rebel-held"."""
    words = document.lower
    return end + 1 < len(words) and words[end] in ("-", "–") and words[end + 1] in _DETACHED
