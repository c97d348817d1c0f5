"""Lists of those hit, with names and roles in apposition: "Jane Roe, the mayor; her driver, and two guards"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from incidentparse.language.ages import age_of
from incidentparse.language.bare_counts import OTHERS
from incidentparse.language.bounds import sentence_bounds
from incidentparse.language.certainty import attributing_verbs
from incidentparse.language.document import Document
from incidentparse.language.grammar import FINITE, INDEFINITE, SUBJECTS
from incidentparse.language.list_steps import (
    in_place,
    is_elsewhere,
    joint_end,
    noun_of_people,
    past_asides,
    past_attached,
    past_speakers,
    phrase_at,
)
from incidentparse.language.named_words import victim_words
from incidentparse.language.people import people_index
from incidentparse.language.person_names import is_name, name_in_phrase
from incidentparse.language.punctuation import DOUBLE_QUOTES
from incidentparse.mentions import Tokens

_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "another"})
_DEFINITE = frozenset({"the", "his", "her", "their", "its"})
_OF_AGE = frozenset({"year", "years", "old", "month", "months"})

# From "were killed" to "including", past where and when.
_PARTS_REACH = 25
# The longest list in real copy runs to the names of a dozen victims.
_MOST = 24


@dataclass(frozen=True, slots=True)
class Member:
    """One of a list of people or things hit.

    Attributes:
        place: tokens of the noun phrase.
        name: tokens of the proper name of a person, or None.
        role: tokens that say who the named person is, or None.
    """

    place: Tokens
    name: Tokens | None = None
    role: Tokens | None = None


def members(document: Document, place: Tokens, trigger: int) -> list[Member]:
    """The members of the list that begins with a phrase; one where it is no list.

    Args:
        document: the document.
        place: the first phrase, an argument of the trigger.
        trigger: the word of violence; the subjects of other verbs are no members.
    """
    end = sentence_bounds(document, place[0])[1]
    found = [_with_name(document, read_member(document, place))]
    # "engineers Ana Roe, Max Poe and Jo Doe": the plural tells of each.
    shared = found[0].role if found[0].name is not None and _plural(document, found[0].role) else None
    position = past_attached(document, _end(found[-1]), end)
    for _ in range(_MOST):
        attached = position
        position = past_asides(document, position, end)
        joint = joint_end(document, position, end)
        if joint is None:
            break
        phrase = phrase_at(document, joint, end)
        if phrase is None or is_elsewhere(document, phrase, trigger) or past_speakers(document, phrase) > phrase[0]:
            break
        if _joins(document, phrase, range(_end(found[-1]), attached)):
            position = phrase[1]
            continue
        if found[-1].name is None and _of_named(document, position, phrase):
            position = past_attached(document, phrase[1], end)
            continue
        bare = joint == position + 1 and document.lower[position] in (",", ":")
        if bare and _tells_who(document, phrase, found[-1], end):
            position = past_attached(document, phrase[1], end)
            continue
        member = _with_name(document, read_member(document, phrase))
        if member.name == phrase and in_place(document, position):
            # "in Agatu state, Nnibo": places that the model takes for persons.
            break
        if shared is not None and member.role is None and member.name is not None:
            member = replace(member, role=shared)
        position = _end(member)
        if bare and _describes(document, phrase, member, found[-1], end):
            found[-1] = replace(
                found[-1], role=_trimmed(document, (phrase[0], past_attached(document, phrase[1], end)))
            )
        elif bare and member.name is not None and _is_role(document, found[-1]):
            found[-1] = replace(found[-1], name=member.name, role=found[-1].place)
        else:
            found.append(member)
        position = past_attached(document, position, end)
    return found


def list_before(document: Document, place: Tokens, trigger: int) -> Tokens | None:
    """The first of a list of which syntax took the last ones alone for the subject: "the house, shops and a school"."""
    start = document.sentence(trigger).start
    verbs = [t for t in range(start, place[0]) if document.pos[t] in ("VERB", "AUX")]
    if verbs and document.lemmas[verbs[-1]] not in attributing_verbs():
        return None
    start = verbs[-1] + 1 if verbs else start
    while start < place[0] and document.pos[start] in ("SCONJ", "PUNCT", "ADV"):
        start += 1
    first = phrase_at(document, start, place[0])
    if first is None or "," not in document.lower[first[1] : place[0]]:
        return None
    return first if place[0] in (member.place[0] for member in members(document, first, trigger)) else None


def parts_behind(document: Document, verb: int) -> Tokens | None:
    """The first of some of those hit, told behind the verb: "were killed in the raid, including two officers"."""
    end = document.sentence(verb).end
    for token in range(verb + 1, min(end - 1, verb + _PARTS_REACH)):
        if document.tags[token] in FINITE or document.lower[token] in OTHERS:
            # "… were killed and 14 others, including": those are some of the others.
            return None
        if document.lower[token - 1] != ",":
            continue
        if document.lower[token] == "including":
            return phrase_at(document, token + 1, end)
        if document.lower[token] == "among" and document.lower[token + 1] in ("them", "whom"):
            return phrase_at(document, token + 2, end)
    return None


def _with_name(document: Document, member: Member) -> Member:
    """A member with the name right behind its noun, where the phrase ends before it ("engineers Ana Roe and …")."""
    end = document.sentence(member.place[0]).end
    start = member.place[1]
    if member.name is not None or start >= end:
        return member
    start += document.pos[start] == "ADV" and start + 1 < end
    if document.lower[start] in victim_words("called"):
        start += 2 if document.lower[start + 1 : start + 2] == ["as"] else 1
    name = name_in_phrase(document, (start, start + 1)) if start < end and is_name(document, start) else None
    if name is None or name[0] != start or not noun_of_people(document, member.place) or _speaks(document, name):
        return member
    return Member((member.place[0], name[1]), name, _trimmed(document, member.place))


def _speaks(document: Document, name: Tokens) -> bool:
    """Whether a name is of who tells it, where the comma before it is left out: "bombs on civilians Roe said"."""
    last, behind = name[1] - 1, name[1]
    subject = document.deps[last] in SUBJECTS and document.lemmas[document.heads[last]] in attributing_verbs()
    if subject or behind >= len(document):
        return subject
    return document.tags[behind] in FINITE and document.lemmas[behind] in attributing_verbs()


def _plural(document: Document, place: Tokens | None) -> bool:
    return place is not None and document.tags[place[1] - 1] in ("NNS", "NNPS")


def read_member(document: Document, place: Tokens) -> Member:
    """A noun phrase with the name in it and the role before the name ("General Jane Roe")."""
    place = _unquoted(document, place)
    name = name_in_phrase(document, place)
    if name is None or "of" in document.lower[place[0] : name[0]]:
        # "the town of X", "the house of Judge Roe": the name belongs to something else.
        return Member(place)
    if name == place and document.lower[place[0] - 1] in ("in", "near"):
        return Member(place)
    if place[0] < name[0] and document.tags[name[0] - 1] == "NNS" and _speaks(document, name):
        return Member((place[0], name[0]))
    role = _trimmed(document, (place[0], name[0]))
    # An age alone says nothing of who it is.
    nouns = [t for t in range(*role) if document.pos[t] in ("NOUN", "PROPN") and document.words[t].isalpha()]
    told = any(document.lower[token] not in _OF_AGE for token in nouns)
    return Member((place[0], max(place[1], name[1])), name, role if told else None)


def _is_role(document: Document, member: Member) -> bool:
    """A singular noun of people without a name: "the mayor", before a name in apposition."""
    if member.name is not None:
        return False
    return _singular(document, member.place)


def _describes(document: Document, phrase: Tokens, member: Member, before: Member, end: int) -> bool:
    """Whether a phrase behind a comma says who the one named before it is: "Jane Roe, the mayor of X,"."""
    if before.name is None or member.name is not None:
        return False
    if before.role is not None and before.role[0] > before.name[1]:
        return False
    opened = document.lower[phrase[0]] in _ARTICLES
    if not _singular(document, phrase):
        return False
    behind = past_attached(document, phrase[1], end)
    closed = behind >= end or document.lower[behind] in (",", ";", ".", "and", ")")
    return opened or closed


def _tells_who(document: Document, phrase: Tokens, before: Member, end: int) -> bool:
    """Whether a phrase between commas tells more of one: "the driver, a Kenyan, was", "a cook, a 54-year-old woman"."""
    if before.name is not None:
        return False
    if document.lower[before.place[0]] not in _DEFINITE and age_of(document, *phrase) is None:
        return False
    if document.lower[phrase[0]] not in INDEFINITE or phrase[1] >= end or document.lower[phrase[1]] != ",":
        return False
    apposed = document.deps[phrase[1] - 1] == "appos" and document.heads[phrase[1] - 1] in range(*before.place)
    return apposed and _singular(document, before.place) and _singular(document, phrase)


def _joins(document: Document, phrase: Tokens, attached: range) -> bool:
    """Whether a phrase is joined to what is only attached: "the mayor in the presence of his wife and children"."""
    return any(document.deps[t] == "conj" and document.heads[t] in attached for t in range(*phrase))


def _of_named(document: Document, position: int, phrase: Tokens) -> bool:
    """Whether a phrase tells of a person named before it in passing: "the house of Jane Roe, mayor of the town"."""
    if document.lower[position] != "," or phrase[0] != position + 1 or not is_name(document, position - 1):
        return False
    return _singular(document, phrase) and document.lower[phrase[1] : phrase[1] + 1] != [","]


def _singular(document: Document, place: Tokens) -> bool:
    """Whether a phrase has a noun of one person."""
    return any(
        (form := people_index().match(document.folded, token, token + 1)) is not None and not form.value.plural
        for token in range(*place)
    )


def _end(member: Member) -> int:
    return max(member.place[1], member.name[1] if member.name is not None else 0)


def _trimmed(document: Document, place: Tokens) -> Tokens:
    """Without determiners and brackets at its ends."""
    start, end = place
    while start < end and document.pos[start] in ("DET", "PUNCT", "ADP", "CCONJ", "SPACE"):
        start += 1
    while end > start and document.pos[end - 1] in ("DET", "PUNCT", "SPACE"):
        end -= 1
    return start, end


def _unquoted(document: Document, place: Tokens) -> Tokens:
    """A phrase up to where a quotation ends or begins in it: the clerks of `two clerks" police chief Jane Roe said`."""
    marks = [t for t in range(place[0] + 1, place[1] - 1) if document.words[t] in DOUBLE_QUOTES]
    return (place[0], marks[0]) if len(marks) == 1 and document.words[place[0]] not in DOUBLE_QUOTES else place


def list_members(document: Document, places: tuple[Tokens, ...], trigger: int) -> Iterator[Member]:
    """The members of the lists that begin with the phrases, each once."""
    covered: set[int] = set()
    for place in places:
        covered.update(range(place[0], past_speakers(document, place)))
        if place[0] in covered:
            continue
        for member in members(document, place, trigger):
            if member.place[0] not in covered:
                covered.update(range(*member.place))
                yield member
