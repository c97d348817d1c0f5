"""Those said to have done it beside the first: "backed by", "with the help of", "men of one and another"."""

from __future__ import annotations

from collections.abc import Iterator

from incidentparse.language.arguments import conjuncts, phrase
from incidentparse.language.document import Document
from incidentparse.language.named_words import named_words
from incidentparse.mentions import Tokens

_OF = frozenset({"of", "from"})
_BESIDE = frozenset({"alongside"})
_TOGETHER = frozenset({"along", "together", "jointly"})


def accomplices(document: Document, deed: int, doer: Tokens) -> Iterator[Tokens]:
    """The noun phrases of those who helped ``doer`` in what the word ``deed`` says."""
    heads = [t for t in range(*doer) if not doer[0] <= document.heads[t] < doer[1]]
    for head in heads:
        for child in document.children[head]:
            if document.deps[child] == "acl" and document.lemmas[child] in named_words("backing"):
                yield from _objects(document, child, ("agent",))
            elif document.deps[child] == "prep":
                yield from _beside(document, child)
                if document.lower[child] in _OF:
                    yield from _listed(document, child)
    verb = document.heads[deed]
    carried = document.deps[deed] in ("nsubjpass", "dobj") and document.pos[verb] == "VERB"
    for child in document.children[deed] + (document.children[verb] if carried else []):
        if document.deps[child] == "prep":
            yield from _beside(document, child)
        elif document.deps[child] == "advcl" and document.lemmas[child] in named_words("backing"):
            yield from _objects(document, child, ("agent",))


def _beside(document: Document, preposition: int) -> Iterator[Tokens]:
    word = document.lower[preposition]
    before = document.lower[preposition - 1] if preposition else ""
    if word in _BESIDE or (word == "with" and before in _TOGETHER):
        yield from _phrases(document, preposition)
    elif word in ("with", "in"):
        for noun in document.children[preposition]:
            if document.lemmas[noun] in named_words("helping"):
                yield from _objects(document, noun, ("prep",))


def _listed(document: Document, preposition: int) -> Iterator[Tokens]:
    """ "fighters from the Red Front and the Blue Column": the groups behind the first."""
    for first in document.children[preposition]:
        if document.deps[first] == "pobj":
            yield from (phrase(document, other) for other in conjuncts(document, first)[1:])


def _objects(document: Document, head: int, deps: tuple[str, ...]) -> Iterator[Tokens]:
    for child in document.children[head]:
        if document.deps[child] in deps and document.lower[child] in ("by", "of", "from", "with"):
            yield from _phrases(document, child)


def _phrases(document: Document, preposition: int) -> Iterator[Tokens]:
    for child in document.children[preposition]:
        if document.deps[child] == "pobj":
            yield phrase(document, child)
