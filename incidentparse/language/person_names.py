"""Names of persons at the end of a phrase, apart from the titles and trades before them."""

from __future__ import annotations

from functools import cache

from incidentparse.language.ages import age_of
from incidentparse.language.bounds import sentence_bounds, short_titles
from incidentparse.language.document import Document
from incidentparse.language.people import PersonForm, people_index
from incidentparse.language.place_words import place_kinds
from incidentparse.language.target_nouns import object_noun
from incidentparse.language.target_phrases import is_joint
from incidentparse.mentions import Tokens
from incidentparse.record import PlaceKind

_NAMES = frozenset({"PROPN"})
# Labels that the model gives to the names of persons that it does not know.
_MISTAKEN = frozenset({"", "ORG", "PRODUCT", "WORK_OF_ART", "NORP"})
# Labels that it gives to those with an age, and the most words of a name.
_MISLABELLED = frozenset({"ORG", "GPE", "FAC", "NORP", "PRODUCT", "WORK_OF_ART"})
_LONGEST_NAME = 4
_REGIONS = frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2})
_LONGEST_KIND = 3
# Words that stand inside names in small letters.
PARTICLES = frozenset("de del la las los el bin ibn van von der da dos".split())
# "al", "de" begin no name.
_SHORTEST_NAME = 2


def name_in_phrase(document: Document, place: Tokens) -> Tokens | None:
    """The name of a person at the end of a phrase, titles and trades left out; also where the phrase breaks it off."""
    start, stop = place
    end = sentence_bounds(document, start)[1]
    first = next((t for t in range(start, stop) if is_name(document, t) and not _rank(document, t, stop)), None)
    known = document.entity[stop - 1] == "PERSON"
    if first is not None and not known and object_noun(document, start, stop - 1) is not None:
        return None
    if first is None:
        first = _behind_title(document, start, stop, end)
    if first is None:
        return None
    last = first
    while last < end and (is_joint(document, last) or _goes_on(document, last, stop)):
        last += 1
    first = _past_titles(document, first, last)
    first = _given(document, start, first)
    if first == last or is_title(document, first):
        return None
    if is_region(document, start, last):
        return None
    # "Roe's house", "the Roe family": somebody or something else of that name.
    return (first, last) if last >= stop or not (document.tags[last] == "POS" or document.pos[last] == "NOUN") else None


def is_region(document: Document, start: int, last: int) -> bool:
    """Whether words are those of a region, which the model takes for a person: "Logo Local Government Area"."""
    kinds, end = place_kinds(), min(last + 1, len(document))
    hits = (kinds.match(document.folded, t, end) for t in range(max(start, last - _LONGEST_KIND), end))
    return any(hit is not None and hit.end >= last and hit.value in _REGIONS for hit in hits)


def _rank(document: Document, token: int, stop: int) -> bool:
    """Whether a word is a rank cut short, with its full stop inside the phrase: the "Sgt." of "Sgt. Jane Roe"."""
    return token + 1 < stop and document.words[token + 1] == "." and is_title(document, token)


def _past_titles(document: Document, first: int, last: int) -> int:
    """Past the titles at the beginning of a name, those of several words too ("Lance Naik")."""
    while first < last - 1:
        hit = people_index().match(document.folded, first, last)
        if hit is not None and hit.end < last:
            first = hit.end
        elif is_title(document, first):
            first += 1
        else:
            break
    return first


def _goes_on(document: Document, token: int, stop: int) -> bool:
    if document.lower[token] in PARTICLES:
        after = token + 1
        if document.lower[after : after + 1] in (["la"], ["los"], ["las"]):
            after += 1
        return after < len(document) and document.pos[after] in _NAMES and document.words[after][0].isupper()
    return document.pos[token] in _NAMES and (token < stop or is_name(document, token))


def _given(document: Document, start: int, first: int) -> int:
    """Where a name begins whose given name the model cut off, behind the title: "leader Jane | Roe Poe"."""
    token = first
    while token > start and document.pos[token - 1] in _NAMES and document.words[token - 1][0].isupper():
        form = people_index().match(document.folded, token - 1, token)
        if form is not None:
            return token if form.value.country_code is None else first
        token -= 1
    if start < token < first and document.words[token - 1] == ".":
        return token
    form = people_index().match(document.folded, token - 1, token) if token > start else None
    return token if form is not None and form.value.country_code is None else first


def _behind_title(document: Document, start: int, stop: int, end: int) -> int | None:
    """The first word of a name that the model does not know, behind a title: "Councilman Dario Quiroz"."""
    for token in range(start, stop):
        after = token + 1 + (document.words[token + 1 : token + 2] == ["."])
        known = document.pos[after] in _NAMES and document.entity[after] in _MISTAKEN if after < end else False
        if known and is_title(document, token) and not is_title(document, after) and document.words[after][0].isupper():
            form = people_index().match(document.folded, token, token + 1)
            if form is None or (not form.value.plural and form.value.country_code is None):
                return after if after < stop else None
    return None


def full_name(document: Document, name: Tokens) -> Tokens:
    """The fullest form that the article gives of a name, told by the surname: "Jane Roe" for "Roe"."""
    return document.full_names.get(document.lower[name[1] - 1], name) if name[1] - name[0] == 1 else name


def read_full_names(document: Document) -> dict[str, Tokens]:
    """For each word of a name but the first ones, the first name of several words that holds it."""
    names: dict[str, Tokens] = {}
    for start, end, label in document.entities:
        if label != "PERSON":
            continue
        parts = [t for t in range(start, end) if is_joint(document, t) or document.pos[t] in _NAMES]
        words = [t for t in parts if not is_title(document, t)]
        if len(words) > 1 and words[-1] - words[0] == len(words) - 1:
            for token in words[1:]:
                names.setdefault(document.lower[token], (words[0], words[-1] + 1))
    return names


def told_as_person(document: Document, name: Tokens) -> bool:
    """Whether a title before a name, an age or "who" behind it shows that it is a person's."""
    start, end = name
    if start and is_title(document, start - 1):
        return True
    behind = document.lower[end : end + 2]
    return behind[-1:] == ["who"] or age_of(document, start, end) is not None


def aged_name(document: Document, token: int, end: int) -> int | None:
    """End of a name that the model takes for another thing's, where an age stands behind it: "Tyrone Banks, 24,"."""
    label = document.entity[token]
    if label not in _MISLABELLED or (token and document.entity[token - 1] == label):
        return None
    stop = token
    while stop < end and document.entity[stop] == label and document.words[stop][0].isupper():
        stop += 1
    if not 1 < stop - token <= _LONGEST_NAME or is_title(document, token) or stop >= end:
        return None
    return stop if document.words[stop] == "," and age_of(document, stop, stop) is not None else None


@cache
def _ranks() -> dict[str, PersonForm]:
    """The nouns of people that short ranks stand for."""
    found: dict[str, PersonForm] = {}
    for short, title in short_titles().items():
        words = title.split()
        hit = people_index().match(words, 0, len(words))
        if hit is not None and hit.end == len(words):
            found[short] = hit.value
    return found


def title_before(document: Document, name: int) -> PersonForm | None:
    """What the rank or trade right before a name means: "Sgt. | Jane Roe", "nurse | Jane Roe"."""
    token = name - 1 - (document.words[max(0, name - 1)] == ".")
    if token < 0:
        return None
    hit = people_index().match(document.folded, token, token + 1)
    return hit.value if hit is not None else _ranks().get(document.folded[token].rstrip("."))


def is_title(document: Document, token: int) -> bool:
    """A noun of people or a short rank, which stands before a name as a title or trade."""
    if document.folded[token].rstrip(".") in short_titles() and document.words[token][0].isupper():
        return True
    return people_index().match(document.folded, token, token + 1) is not None


def is_name(document: Document, token: int) -> bool:
    """A word of a person's name, by its label here or elsewhere in the article."""
    if document.pos[token] not in _NAMES:
        return False
    label, word = document.entity[token], document.words[token]
    if len(word) < _SHORTEST_NAME or not word[0].isupper():
        return False
    if document.lower[token] in document.place_name_words and not _beside_name(document, token):
        return False
    return label == "PERSON" or (label in _MISTAKEN and document.lower[token] in document.name_words)


def _beside_name(document: Document, token: int) -> bool:
    """Whether a word next to it belongs to a person's name too: the London of "Jack London"."""
    near = [t for t in (token - 1, token + 1) if 0 <= t < len(document)]
    return any(document.entity[t] == "PERSON" and document.pos[t] in _NAMES for t in near)
