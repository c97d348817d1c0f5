"""The steps from one of a list of people or things to the next: past asides, over commas and joints, to a phrase."""

from __future__ import annotations

from incidentparse.language.ages import age_end, ages_end
from incidentparse.language.certainty import attributing_verbs
from incidentparse.language.document import Document
from incidentparse.language.grammar import DATES, FINITE, PAST, SUBJECTS
from incidentparse.language.namings import name_behind
from incidentparse.language.people import people_index
from incidentparse.language.person_names import is_title
from incidentparse.language.punctuation import DASHES
from incidentparse.mentions import Tokens

_COMMAS = frozenset({",", ";", ":"})
_PARTLY = frozenset({"including", "mainly", "mostly"})
_JOINING = (
    ("and",), ("&",), ("as", "well", "as"), ("along", "with"), ("together", "with"), ("in", "addition", "to"),
    ("including",), ("among", "them"), ("plus",), ("mainly",), ("mostly",),
)  # fmt: skip
# Prepositions whose phrase still belongs to the one named before: "two guards from the company and a driver".
_ATTACHED = frozenset({"of", "from", "in", "at", "for", "on", "near"})
# Repeated before a second place: "at the judge's house and at the offices of a lawyer".
_AT = frozenset({"at", "in", "on", "near", "outside", "against"})
_FURTHER = frozenset({"another", "other", "one", "others"})
_OPENING = {"(": ")", "[": "]"}
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_NOMINAL_TAGS = frozenset({"PRP$", "POS"})

# Tokens in brackets between two of a list: "[Administrative Department of Security]".
_LONGEST_ASIDE = 12
# Words that may stand between a joint and the next noun phrase: "and also", "and reportedly".
_SLACK = 2


def noun_of_people(document: Document, place: Tokens) -> bool:
    """Whether a phrase has a noun of people."""
    return any(people_index().match(document.folded, token, token + 1) is not None for token in range(*place))


def past_asides(document: Document, position: int, end: int) -> int:
    """Past an age and what stands in brackets."""
    while position < end:
        closing = _OPENING.get(document.words[position])
        behind = position + (document.words[position] == ",")
        if document.lower[behind : behind + 1] == ["who"]:
            # "a baker who was passing by; and": what is told of one of a list that semicolons keep apart.
            mark = next((t for t in range(position, end) if document.words[t] == ";"), None)
            if mark is None:
                return position
            position = mark
            continue
        if closing is not None:
            limit = min(end, position + _LONGEST_ASIDE)
            close = next((t for t in range(position, limit) if document.words[t] == closing), None)
            if close is None:
                return position
            position = close + 1
        elif document.words[position] == "," and (ages := ages_end(document, position + 1, end)) is not None:
            position = ages
        elif document.words[position] == "," and position + 1 < end and document.words[position + 1][0].isdigit():
            age = age_end(document, position + 1, end) or position + 2
            if age < end and document.words[age] not in (",", ";", ".", "and"):
                return position
            position = age
        else:
            return position
    return position


def joint_end(document: Document, position: int, end: int) -> int | None:
    """The first token behind the comma or word that joins the next of a list."""
    start = position
    while position < end and document.words[position] in _COMMAS:
        position += 1
    if position + 1 < end and document.words[position] in DASHES and document.lower[position + 1] in _PARTLY:
        position += 1
    for words in _JOINING:
        if tuple(document.lower[position : position + len(words)]) == words:
            position += len(words)
            break
    further = start < position and position + 1 < end and document.lower[position] in _FURTHER
    if further and document.lower[position + 1] in _AT:
        # "one at the central park, another at the university"
        position += 1
    return position if start < position < end else None


def in_place(document: Document, position: int) -> bool:
    """Whether the words before a token are "in" a place."""
    phrase = document.phrase_of.get(position - 1)
    return phrase is not None and phrase[0] > 0 and document.lower[phrase[0] - 1] in ("in", "at")


def phrase_at(document: Document, position: int, end: int) -> Tokens | None:
    """The noun phrase that begins at a token, read by its words where syntax has lost it in a long list."""
    for first in range(position, min(end, position + _SLACK + 1)):
        ranked = document.words[first + 1 : first + 2] == ["."] and is_title(document, first)
        name = name_behind(document, first) if ranked else None
        if name is not None:
            # "Sgt. | Jane Roe": the parse ends the phrase with the rank.
            return first, name[1]
        phrase = document.phrase_of.get(first)
        last = phrase[1] if phrase is not None else first
        if phrase is None:
            while last < end and _nominal(document, last):
                last += 1
        if last > first and document.pos[last - 1] == "NUM" and document.lower[last : last + 1] == ["of"]:
            # "two of his bodyguards"
            last = document.phrase_of.get(last + 1, (first, last))[1]
        if last > first:
            dated = all(document.entity[token] in DATES for token in range(first, last))
            noun = document.pos[last - 1] in ("NOUN", "PROPN") or noun_of_people(document, (last - 1, last))
            return (first, last) if noun and not dated else None
        if document.pos[first] != "ADV" and document.lower[first] not in _AT:
            return None
    return None


def _nominal(document: Document, token: int) -> bool:
    """Whether a token may belong to a noun phrase, as "exporting" does to "a fruit exporting firm"."""
    told = document.pos[token] in _NOMINAL or document.tags[token] in _NOMINAL_TAGS
    return told or (document.pos[token] == "VERB" and document.deps[token] == "amod")


def is_elsewhere(document: Document, phrase: Tokens, trigger: int) -> bool:
    """Whether a phrase is the subject of another verb: "killing two people, police said"."""
    for token in range(*phrase):
        head = document.heads[token]
        if document.deps[token] in SUBJECTS and head not in range(*phrase):
            return head != trigger and (head > token or document.lemmas[head] in attributing_verbs())
    # "Missiles kill five in X, rescuers hit by second strike"
    behind = phrase[1]
    clipped = document.sentence(trigger).title and behind < len(document) and behind != trigger
    return clipped and document.tags[behind] in PAST


def past_attached(document: Document, position: int, end: int) -> int:
    """Past prepositional phrases right behind."""
    while position + 1 < end and document.lower[position] in _ATTACHED:
        phrase = document.phrase_of.get(position + 1)
        if phrase is None or phrase[1] > end or document.entity[phrase[1] - 1] in DATES:
            break
        position = phrase[1]
    return position


def past_speakers(document: Document, phrase: Tokens) -> int:
    """Past those who told it, from behind a comma on: "wounding four, officials and witnesses said"; else no token."""
    position, end = phrase[1], document.sentence(phrase[0]).end
    if document.lower[phrase[0] - 1] != ",":
        return phrase[0]
    while position + 1 < end and document.lower[position] == "and" and position + 1 in document.phrase_of:
        position = document.phrase_of[position + 1][1]
    named = document.phrase_of.get(position + 1) if document.lower[position : position + 1] == [","] else None
    if named is not None and document.lower[named[1] : named[1] + 1] == [","]:
        # "a resident, Jane Roe, said"
        position = named[1] + 1
    said = position < end and document.tags[position] in FINITE and document.lemmas[position] in attributing_verbs()
    return position if said else phrase[0]
