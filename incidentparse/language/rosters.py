"""Lists of people: who is named in one breath, and who those spoken of are said to be."""

from __future__ import annotations

from incidentparse.language.actor_nouns import actor_noun
from incidentparse.language.arguments import conjuncts
from incidentparse.language.document import Document
from incidentparse.language.grammar import SUBJECTS
from incidentparse.language.named_words import named_words

_COUNTED = frozenset({"a", "an", "one"})
_PARTS = frozenset({"including"})
_PREDICATES = frozenset({"attr"})
_AMONG = frozenset({"among"})
_PLURAL = frozenset({"are", "were", "have"})


def roster(document: Document, head: int) -> list[int]:
    """A noun and those listed with it, in order: "Major Solis, Captain Rivas and two soldiers", "including a major"."""
    found, waiting = [], [head]
    while waiting:
        node = waiting.pop()
        for member in conjuncts(document, node):
            if member not in found:
                found.append(member)
                waiting.extend(_listed(document, member))
    return sorted(found)


def _listed(document: Document, node: int) -> list[int]:
    """What goes on with a list behind a noun although the parse has it as an apposition, and what the noun includes."""
    more = []
    for child in document.children[node]:
        dep = document.deps[child]
        if dep == "appos" and _goes_on(document, child) and _alike(document, node, child):
            more.append(child)
        elif dep == "prep" and document.lower[child] in _PARTS:
            more += [c for c in document.children[child] if document.deps[c] == "pobj"]
    return more


def _goes_on(document: Document, node: int) -> bool:
    """Whether a list ends behind a noun: only then is an apposition another member of it."""
    return any(
        document.deps[c] == "conj" or (document.deps[c] == "appos" and _goes_on(document, c))
        for c in document.children[node]
        if c > node
    )


def _alike(document: Document, one: int, other: int) -> bool:
    """Whether two nouns are members of one list: names of persons and people counted, "Major Solis, two sergeants"."""
    if "PERSON" in (document.entity[one], document.entity[other]):
        numbers = [c for c in document.children[other] if document.deps[c] == "nummod"]
        return document.entity[one] == document.entity[other] or any(document.lower[c] not in _COUNTED for c in numbers)
    return _is_counted(document, one) and _is_counted(document, other)


def _is_counted(document: Document, node: int) -> bool:
    return any(
        document.deps[c] == "nummod" or (document.deps[c] == "det" and document.lower[c] in _COUNTED)
        for c in document.children[node]
    )


def said_to_be(document: Document, head: int) -> list[int]:
    """ "Those responsible are soldiers", "the killers were members of a gang": the nouns that say who a head is."""
    verb, wanted = document.heads[head], _PREDICATES
    if document.lower[verb] in _AMONG:
        # "Among those charged are a major and two sergeants": what is said of them stands where subjects stand.
        verb, wanted = document.heads[verb], _PREDICATES | SUBJECTS
    elif document.deps[head] not in SUBJECTS:
        return []
    if document.pos[verb] != "AUX" or not _only_pointed_at(document, head):
        return []
    return [
        member
        for child in document.children[verb]
        if document.deps[child] in wanted and child > head and document.pos[child] in ("NOUN", "PROPN")
        for member in roster(document, child)
    ]


def those_before(document: Document, verb: int, head: int) -> list[int]:
    """Those joined to the noun of a relative clause in the plural: "Captain Solis and Major Rivas, who are"."""
    plural = any(document.lower[c] in _PLURAL for c in document.children[verb])
    if document.deps[verb] != "relcl" or document.heads[verb] != head or not plural or document.tags[head] == "NNS":
        return []
    while document.deps[head] == "conj" and document.pos[document.heads[head]] in ("NOUN", "PROPN"):
        head = document.heads[head]
    return roster(document, head)


def _only_pointed_at(document: Document, head: int) -> bool:
    """Whether a noun says of somebody nothing but the deed: "those", "the persons", "the killers"."""
    if document.lower[head] in named_words("pointing at people"):
        return True
    noun = actor_noun(document, head)
    return noun is not None and not noun.weak
