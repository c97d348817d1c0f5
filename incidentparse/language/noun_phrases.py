"""Base noun phrases from the columns of a parse: those of spaCy's noun chunks, without a Span for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

# The parser's labels of what a noun phrase is to its head; a conjunct is what the first of its row is.
_ROLES = frozenset(("oprd", "nsubj", "dobj", "nsubjpass", "pcomp", "pobj", "dative", "appos", "attr", "ROOT"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))


def base_noun_phrases(pos: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Token ranges of nouns with all that stands before them and hangs on them, in order, none inside another."""
    edges = _left_edges(heads)
    last = -1
    for token, kind in enumerate(pos):
        if kind not in _NOMINAL or edges[token] <= last:
            continue
        first = token
        if deps[token] == "conj":
            first = heads[token]
            while deps[first] == "conj" and heads[first] < first:
                first = heads[first]
        if deps[first] in _ROLES:
            last = token
            yield edges[token], token + 1


def _left_edges(heads: Sequence[int]) -> list[int]:
    """For each token the first of those that hang on it."""
    edges = list(range(len(heads)))
    for token, head in enumerate(heads):
        # The tokens come in order, so the first that reaches a head from below is its edge.
        while edges[head] > token:
            edges[head] = token
            head = heads[head]
    return edges
