"""Persons whom the article calls the suspect or the gunman: "suspect Ryan Cole", "the shooter was Ryan Cole"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from incidentparse.language.actor_nouns import actor_noun
from incidentparse.language.document import Document
from incidentparse.language.party import Party
from incidentparse.record import ActorKind


def named_suspects(document: Document, at: Mapping[int, Party]) -> Iterator[tuple[int, Party]]:
    """Each such person with the noun that says it; the noun may mean one person only."""
    for token, party in at.items():
        if party.rule != "person":
            continue
        noun = _noun(document, token)
        if noun is None or noun in range(party.start, party.end) or document.tags[noun] != "NN":
            continue
        called = actor_noun(document, noun)
        if called is not None and called.kind is ActorKind.UNKNOWN_GUNMEN:
            yield noun, party


def _noun(document: Document, token: int) -> int | None:
    dep, head = document.deps[token], document.heads[token]
    if dep in ("appos", "compound"):
        return head
    if dep == "attr":
        return next((c for c in document.children[head] if document.deps[c] == "nsubj"), None)
    return next((c for c in document.children[token] if document.deps[c] == "appos"), None)
