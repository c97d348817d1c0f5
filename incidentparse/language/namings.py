"""Where an article says who somebody is: "the teacher, John Roe, 31,", "the slain man was named as Sgt. Roe"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from incidentparse.language.ages import age_end
from incidentparse.language.bounds import short_titles
from incidentparse.language.document import Document
from incidentparse.language.grammar import INDEFINITE, SUBJECTS
from incidentparse.language.named_words import victim_words
from incidentparse.language.people import PersonForm, people_index
from incidentparse.language.person_names import PARTICLES
from incidentparse.language.pronouns import antecedent
from incidentparse.language.target_phrases import is_joint
from incidentparse.mentions import Tokens
from incidentparse.record import Side

# Between a verb of naming and its "as": by whom and when.
_AS_REACH = 8
# Titles, ages and trades before a name, and the words of one.
_LONGEST_TITLE = 6
_LONGEST_NAME = 5
_TAKING_UP = frozenset({"the", "his", "her", "their", "this", "that"})
_CLOSING = frozenset({",", "who", "whose", "-", "–", "—", "(", "[", ".", ";", "and", ")"})
_PASSED = frozenset({"AUX", "ADV", "PUNCT", "SPACE"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A name and the words that say whose it is.

    Attributes:
        name: tokens of the name.
        role: tokens of the phrase that is named, from its determiner on.
        noun: tokens of its noun of people.
        form: that noun.
        known: it takes up somebody told of before: "the teacher", "the victim".
    """

    name: Tokens
    role: Tokens
    noun: Tokens
    form: PersonForm
    known: bool


def read_namings(document: Document) -> list[Naming]:
    """The namings of single persons, in the order of the text; those of perpetrators are none."""
    if not any(label == "PERSON" for label in document.entity):
        return []
    found = [*_as_named(document), *_apposed(document), *_titled(document)]
    return sorted(found, key=lambda n: (n.role, n.name))


def name_behind(document: Document, token: int) -> Tokens | None:
    """The name that titles, trades and ages from ``token`` on lead up to: "Roe" in "57-year-old Head Constable Roe"."""
    end = len(document)
    position, stop = token, min(end, token + _LONGEST_TITLE)
    while position < stop:
        step = _past_title(document, position, end)
        if step is None:
            break
        position = step
    last = position
    while (
        last < end
        and last - position < _LONGEST_NAME
        and (_in_name(document, last, position) or (last > position and is_joint(document, last)))
    ):
        last += 1
    while last > position and document.lower[last - 1] in PARTICLES:
        last -= 1
    return (position, last) if last > position and document.words[position][:1].isupper() else None


def _past_title(document: Document, token: int, end: int) -> int | None:
    """Past one determiner, age, short rank with its stop, or noun of people that is not the last word."""
    if document.pos[token] == "DET":
        return token + 1
    aged = age_end(document, token, end)
    if aged is not None:
        return aged
    if document.folded[token].rstrip(".") in short_titles():
        return token + 1 + (document.words[token + 1 : token + 2] == ["."])
    hit = people_index().match(document.folded, token, end)
    if hit is None or hit.end >= end:
        return None
    return hit.end if document.pos[hit.end] == "PROPN" or document.pos[token] == "NOUN" else None


def _in_name(document: Document, token: int, first: int) -> bool:
    word = document.words[token]
    if document.lower[token] in PARTICLES:
        return token > first and document.pos[token + 1 : token + 2] == ["PROPN"]
    return document.pos[token] == "PROPN" and word[:1].isupper() and document.tags[token] != "POS"


def _as_named(document: Document) -> Iterator[Naming]:
    """ "The victim was identified as X", "police named the dead officer as X", "an engineer, identified as X"."""
    words = victim_words("naming")
    for verb, word in enumerate(document.lower):
        if word not in words or document.tags[verb] not in ("VBN", "VBD"):
            continue
        end = min(len(document), verb + _AS_REACH)
        link = next((t for t in range(verb + 1, end) if document.lower[t] == "as"), None)
        if link is None or any(document.pos[t] == "VERB" for t in range(verb + 1, link)):
            continue
        name = name_behind(document, link + 1)
        if name is None or name[1] - name[0] < 2:
            continue
        phrase = next((document.phrase_of[t] for t in range(verb + 1, link) if t in document.phrase_of), None)
        if phrase is not None and document.lower[phrase[0] - 1] == "by":
            # "Identified by the coroner as X"
            phrase = None
        naming = _naming(document, phrase, name) if phrase is not None else None
        if naming is None:
            naming = _naming(document, _named_before(document, verb), name)
        if naming is not None:
            yield naming


def _named_before(document: Document, verb: int) -> Tokens | None:
    """The phrase that "was identified" is said of: its subject, or what stands right before it."""
    subject = next((c for c in document.children[verb] if document.deps[c] in SUBJECTS), None)
    if subject is not None:
        if document.pos[subject] == "PRON":
            return antecedent(document, subject)
        return document.phrase_of.get(subject)
    token, first = verb - 1, document.sentence(verb).start
    while token > first and document.pos[token] in _PASSED:
        token -= 1
    return document.phrase_of.get(token)


def _apposed(document: Document) -> Iterator[Naming]:
    """ "The teacher, John Roe, 31,"."""
    for start, end in document.noun_phrases:
        if end + 1 < len(document) and document.lower[end] == "," and document.lower[start] in _TAKING_UP:
            name = name_behind(document, end + 1)
            closed = name is not None and document.lower[name[1] : name[1] + 1]
            if name is not None and closed and closed[0] in _CLOSING and document.entity[name[1] - 1] == "PERSON":
                naming = _naming(document, (start, end), name)
                if naming is not None:
                    yield naming


def _titled(document: Document) -> Iterator[Naming]:
    """ "Pte John Roe", "John Roe, 34, a teacher from X,", "John Roe was a teacher"."""
    for start, _, label in document.entities:
        if label != "PERSON":
            continue
        name = name_behind(document, start)
        if name is None or name[1] - name[0] < 2:
            continue
        first = document.phrase_of.get(name[0], name)[0]
        title = _naming(document, (first, name[0]), name) if first < name[0] else None
        if title is not None:
            yield title
        position = _past_age(document, name[1])
        if position + 1 >= len(document) or document.lower[position] not in (",", "was", "is"):
            continue
        phrase = document.phrase_of.get(position + 1)
        if phrase is not None and phrase[0] == position + 1 and document.lower[phrase[0]] in INDEFINITE | _TAKING_UP:
            told = _naming(document, phrase, name)
            if told is not None:
                yield Naming(name, told.role, told.noun, told.form, known=False)


def _past_age(document: Document, token: int) -> int:
    """Past ", 34" behind a name."""
    behind = document.words[token : token + 2]
    return token + 2 if len(behind) > 1 and behind[0] == "," and behind[1].isdigit() else token


def _naming(document: Document, role: Tokens | None, name: Tokens) -> Naming | None:
    """A naming where the phrase is of one person and not of one who did it."""
    if role is None:
        return None
    hit = next((h for h in people_index().find(document.folded, *role) if h.end == role[1]), None)
    if hit is None or hit.value.plural or hit.value.noun.side is Side.PERPETRATOR:
        return None
    if not victim_words("accused").isdisjoint(document.lower[role[0] : role[1]]):
        return None
    known = document.lower[role[0]] in _TAKING_UP
    return Naming(name, role, (hit.start, hit.end), hit.value, known)
