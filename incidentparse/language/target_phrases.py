"""Phrases of what was hit: their limits, their noun, the name and nationality that go with them."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.language.named_words import victim_words
from incidentparse.language.people import people_index
from incidentparse.language.quantities import read_quantity
from incidentparse.mentions import Tokens

_TRIMMED = frozenset({"DET", "PUNCT", "CCONJ", "SPACE", "ADP", "PRON", "SCONJ", "ADV", "PART"})
# Behind "no" or "not" they belong to the number.
_BOUNDS = (["fewer", "than"], ["less", "than"])
# Verbs of headlines that ran into a phrase: "abduct district head".
_FINITE = frozenset({"VB", "VBP", "VBZ"})
_OUTSIDE = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ"})
# What joins the parts of one name: "Hamad al-Zubari".
_JOINTS = frozenset({"-", "–", "'", "’"})
# What may stand in a clause of what people did, up to its first noun phrase: "were waiting in line to buy".
_CLAUSE = frozenset({"VERB", "ADP", "PART", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
# A longer clause tells of more than what they did.
_LONGEST_CLAUSE = 8
# A longer phrase has run into the next clause.
_LONGEST = 14


def trimmed(document: Document, start: int, end: int) -> Tokens:
    """Without determiners in front and punctuation at the end."""
    start, end = past_outcome(document, start), min(end, start + _LONGEST)
    if document.lower[start + 1 : start + 3] in _BOUNDS:
        return start, end
    while start < end - 1 and (document.pos[start] in _TRIMMED or document.tags[start] in _FINITE):
        start += 1
    if start < end and document.pos[start] in _TRIMMED:
        start += 1
    while end > start and document.pos[end - 1] in _TRIMMED:
        end -= 1
    return start, end


def past_outcome(document: Document, start: int) -> int:
    """Where a phrase begins that is told with what became of it: "shot dead tribal leader Hamad al-Zubari"."""
    return start + (start > 0 and document.lower[start] == "dead" and document.pos[start - 1] == "VERB")


def phrase_head(document: Document, start: int, end: int) -> int:
    """The noun that the phrase is about: the one that hangs outside; "town" in "the town of X"."""
    for token in range(start, end):
        head = document.heads[token]
        if (head < start or head >= end or head == token) and document.pos[token] in _OUTSIDE:
            return token
    return end - 1


def apposed_name(document: Document, end: int) -> Tokens | None:
    """The name behind an office: "the mayor of the town, Jane Roe,"."""
    if end + 1 >= len(document) or document.lower[end] != "," or document.entity[end + 1] != "PERSON":
        return None
    last = end + 1
    while last < len(document) and document.entity[last] == "PERSON" and _named(document, last):
        last += 1
    return (end + 1, last) if last > end + 2 else None


def _named(document: Document, token: int) -> bool:
    return document.pos[token] == "PROPN" or is_joint(document, token)


def is_joint(document: Document, token: int) -> bool:
    """Whether a token joins two parts of a name without a space."""
    if document.words[token] not in _JOINTS or not 0 < token < len(document) - 1:
        return False
    start = document.starts[token]
    glued = document.starts[token - 1] + len(document.words[token - 1]) == start == document.starts[token + 1] - 1
    return glued and document.pos[token + 1] == "PROPN"


def with_whole(document: Document, end: int) -> int:
    """The end of a phrase with what its people belong to, where its noun says no more: "members of a family"."""
    if document.lower[end - 1] not in victim_words("of a whole"):
        return end
    while end + 1 < len(document) and document.lower[end] == "of" and end + 1 in document.phrase_of:
        end = document.phrase_of[end + 1][1]
    return end


def of_public(document: Document, end: int) -> bool:
    """Whether a phrase that ends before a token is of members of the public: "a member of the Nasa community"."""
    if document.lower[end - 1] not in ("member", "members") or document.lower[end : end + 1] != ["of"]:
        return False
    behind = document.phrase_of.get(end + 1)
    return behind is not None and document.lemmas[behind[1] - 1] in victim_words("publics")


def doing_end(document: Document, end: int) -> int:
    """The end with the clause that says what people did when they were hit: "people who had gathered to pray"."""
    verb = end + (document.lower[end : end + 1] == ["out"])
    if document.lower[verb : verb + 1] in (["who"], ["that"]):
        verb += 1
        while verb < len(document) and document.pos[verb] in ("AUX", "ADV"):
            verb += 1
    elif document.tags[verb : verb + 1] not in (["VBG"], ["VBN"]):
        return end
    if verb >= len(document) or document.lemmas[verb] not in victim_words("pastimes"):
        return end
    position, stop = verb + 1, min(len(document), verb + _LONGEST_CLAUSE)
    while position < stop and document.pos[position] in _CLAUSE:
        if position in document.phrase_of and document.pos[position] not in ("ADP", "PART"):
            return document.phrase_of[position][1]
        position += 1
    return position if document.pos[position - 1] not in ("ADP", "PART") else verb + 1


def makeup(document: Document, end: int) -> tuple[int, int] | None:
    """The end and the number of the women of "four men and three women", whose men end before a token."""
    if document.lower[end : end + 1] != ["and"] or document.lemmas[end - 1] not in victim_words("plain"):
        return None
    first = end + 1 + (document.lower[end + 1 : end + 2] == ["the"])
    number = read_quantity(document, first, min(len(document), first + _LONGEST))
    noun = document.lemmas[number.end : number.end + 1] if number is not None else []
    if number is None or victim_words("plain").isdisjoint(noun) or noun == [document.lemmas[end - 1]]:
        return None
    return number.end + 1, number.low


def joined(document: Document, end: int) -> int:
    """The end with one more bare plural that "and" adds: "women and children"."""
    if end + 1 < len(document) and document.lower[end] == "and" and document.tags[end - 1] == "NNS":
        other = people_index().match(document.folded, end + 1, end + 2)
        after = document.pos[end + 2] if end + 2 < len(document) else "PUNCT"
        if other is not None and other.value.plural and after not in ("NOUN", "PROPN"):
            return end + 2
    return end
