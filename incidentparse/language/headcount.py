"""Phrases of people: "three Russian troops", "a 19-year-old man", "another", "Agustin Lopez, 67": who and how many."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from incidentparse.language.countries import country_by_demonym
from incidentparse.language.document import Document
from incidentparse.language.people import PersonForm, people_index
from incidentparse.language.quantities import Quantity, is_year, read_quantity, starters
from incidentparse.mentions import Tokens
from incidentparse.record import Category, Side


class Reading(StrEnum):
    """How a phrase tells how many."""

    COUNTED = "counted"  # "three soldiers"
    SINGLE = "single"  # "a soldier", "his wife"
    BARE = "bare"  # "Officer wounded": one, in the clipped style of headlines
    DEFINITE = "definite"  # "the driver", "both men": met before, or known
    NAMED = "named"  # a proper name
    PRONOUN = "pronoun"  # "he"
    NUMBER = "number"  # a number with no noun: "killing 3"
    SHARE = "share"  # "two of them"
    NONE = "none"  # "no one"


@dataclass(frozen=True, slots=True)
class People:
    """A phrase of people.

    Attributes:
        start: first token.
        end: one past the last token.
        head: the token that carries the noun, the name or the number.
        low: lowest number.
        high: highest number, None if open.
        reading: how the number is told.
        number: tokens of the number expression.
        group: tokens of the noun phrase counted, None for people in general.
        category: whom they belong to.
        country_code: their nationality, or None.
        side: perpetrators by the word itself.
        more: besides those counted before ("another two").
        affected: the noun says that something became of them ("victims").
        kin: the noun says whose they are ("his wife").
        name: tokens of the proper name, or None.
        generic: no noun but people, persons, others.
    """

    start: int
    end: int
    head: int
    low: int
    high: int | None
    reading: Reading
    number: Tokens
    group: Tokens | None = None
    category: Category = Category.CIVILIAN
    country_code: str | None = None
    side: Side = Side.UNKNOWN
    more: bool = False
    affected: bool = False
    kin: bool = False
    name: Tokens | None = None
    generic: bool = True


# Closed classes of grammar.
_POSSESSIVES = frozenset("his her their my our its your".split())
_DEFINITES = frozenset("the this that these those".split())
_SINGULAR_PRONOUNS = frozenset("he she him her".split())
_OTHERS = frozenset("others other more".split())
_JOINING = frozenset(("-", "–", "/", "&", "'s", "’s", "'", "’", '"', "“", "”", ","))
_UNITS_AFTER = re.compile(
    r"(?:%|percent|per|km|kms|kilomet\w+|miles?|met(?:er|re)s?|feet|foot|inch\w*|acres?|yards?|years?|months?|weeks?|days?"
    r"|hours?|hrs|minutes?|mins?|seconds?|am|pm|a\.m\.?|p\.m\.?|dollars?|pounds?|euros?|rupees|kg|kgs|tons?|tonnes?|degrees?"
    r"|st|nd|rd|th|o'clock|times|rounds|shots|years?-old|jan\w*|feb\w*|march|april|june|july|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)"
)
_MONTHS_BEFORE = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:\.|uary|ruary|ch|il|e|y|ust|tember|ober|ember)?"
)
_NEVER_BEFORE = frozenset(
    "$ # £ € no. no age aged route highway interstate district ward sector block zone phase unit".split()
)
_AGE = re.compile(r"\d{1,3}-?(?:years?|yrs?|y|months?)(?:-?olds?)?|\d{1,3}-(?:month|week|day)s?(?:-?olds?)?")
_AGE_WORD = re.compile(r"olds?")
# A noun phrase of people seldom has more words than this before its head noun.
_MAX_MODIFIERS = 9


def read_people(document: Document, start: int, end: int) -> list[People]:
    """The phrases of people in tokens ``start`` to before ``end``, left to right, without overlap."""
    found: list[People] = []
    names = _names(document, start, end)
    token = start
    while token < end:
        people = _read(document, token, end, names)
        if people is None:
            token += 1
        else:
            found.append(people)
            token = people.end
    return found


def _names(document: Document, start: int, end: int) -> dict[int, int]:
    """End of each person's name in the range, by its first token."""
    names: dict[int, int] = {}
    entity = document.entity
    token = start
    while token < end:
        if entity[token] == "PERSON" and document.words[token][0].isalpha():
            stop = token + 1
            while stop < end and entity[stop] == "PERSON" and document.words[stop] not in (",", "and"):
                stop += 1
            if document.folded[stop - 1] in ("'s", "’s", "s") and stop - 1 > token:
                stop -= 1
            if document.words[token][0].isupper():
                names[token] = stop
            token = stop
        else:
            token += 1
    return names


def _read(document: Document, token: int, end: int, names: dict[int, int]) -> People | None:
    folded = document.folded[token]
    first = document.words[token][0]
    if token in names:
        return _named(document, token, names[token], end)
    if first.isdigit() or folded in starters():
        people = _quantified(document, token, end, names)
        if people is not None:
            return people
    if folded in _POSSESSIVES or folded in _DEFINITES:
        return _determined(document, token, end, names)
    if folded in _SINGULAR_PRONOUNS:
        return People(token, token + 1, token, 1, 1, Reading.PRONOUN, (token, token + 1))
    if first.isalpha():
        return _bare(document, token, end, names)
    if first.isdigit() and _age_end(document, token, end) is not None:
        return _noun_phrase(document, token, token, end, names, Quantity(token, token, 1, 1), Reading.BARE)
    return None


def _named(document: Document, token: int, stop: int, end: int) -> People | None:
    if stop < end and document.folded[stop] in ("'s", "’s", "s") and document.tags[stop] == "POS":
        return None
    return People(
        token,
        stop,
        stop - 1,
        1,
        1,
        Reading.NAMED,
        (token, stop),
        name=(token, stop),
        group=(token, stop),
        generic=False,
    )


def _quantified(document: Document, token: int, end: int, names: dict[int, int]) -> People | None:
    quantity = read_quantity(document, token, end)
    if quantity is None:
        return None
    if not quantity.article and _not_people(document, quantity, end):
        return None
    reading = Reading.COUNTED
    if quantity.high == 0:
        reading = Reading.NONE
    elif quantity.article:
        reading = Reading.SINGLE
    elif quantity.definite:
        reading = Reading.DEFINITE
    share = _share(document, quantity, end)
    if share is not None:
        return share
    after = quantity.end
    if after < end and document.folded[after] in _OTHERS and not quantity.article:
        quantity = replace(quantity, end=after + 1, more=True)
    phrase = _noun_phrase(document, token, quantity.end, end, names, quantity, reading)
    if phrase is not None:
        return phrase
    if quantity.article:
        return None
    if quantity.high == 0 and document.folded[token] == "no" and quantity.end == token + 1:
        return None
    return _number_only(document, quantity, reading, end)


def _not_people(document: Document, quantity: Quantity, end: int) -> bool:
    """A date, a time, an age, a sum of money, a measure."""
    before = document.folded[quantity.start - 1] if quantity.start else ""
    if before in _NEVER_BEFORE or _MONTHS_BEFORE.fullmatch(before):
        return True
    if quantity.end < end:
        after = document.folded[quantity.end]
        if _UNITS_AFTER.fullmatch(after):
            return True
        if (
            after in ("-", ":")
            and quantity.end + 1 < end
            and document.starts[quantity.end + 1] == document.ends[quantity.end]
        ):
            # "4-3", "25-caliber", "10:30"; but "3-member", "two-man" stay what they are: no number of people.
            return True
    return is_year(document, quantity) and not (
        quantity.end < end and people_index().match(document.folded, quantity.end, end)
    )


def _share(document: Document, quantity: Quantity, end: int) -> People | None:
    """ "two of them", "three of whom", "one of the victims"."""
    after = quantity.end
    if after + 1 >= end or document.folded[after] != "of" or quantity.article:
        return None
    follower = document.folded[after + 1]
    reading = Reading.NONE if quantity.high == 0 else Reading.SHARE
    number = (quantity.start, quantity.end)
    if follower in ("them", "whom", "us", "which"):
        return People(quantity.start, after + 2, quantity.start, quantity.low, quantity.high, reading, number)
    if follower in _DEFINITES or follower in _POSSESSIVES:
        whole = _noun_phrase(
            document,
            after + 1,
            after + 2,
            end,
            {},
            Quantity(after + 1, after + 2, 1, 1),
            Reading.DEFINITE,
            numbers=True,
        )
        if whole is not None:
            return replace(
                whole,
                start=quantity.start,
                head=quantity.end - 1,
                low=quantity.low,
                high=quantity.high,
                reading=reading,
                number=number,
            )
    return None


def _number_only(document: Document, quantity: Quantity, reading: Reading, end: int) -> People | None:
    """A number with no noun of people after it: people only if what follows is no other noun."""
    after = quantity.end
    if (
        after < end
        and document.pos[after] in ("NOUN", "PROPN", "ADJ")
        and document.tags[after] not in ("JJ", "JJR", "JJS", "VBN")
    ):
        # "five vehicles"; but taggers take "3 injured" and "two dead" for nouns, which the predicates will claim.
        if document.folded[after] not in _STATES:
            return None
    if after < end and document.pos[after] == "ADJ" and document.folded[after] not in _STATES:
        return None
    before = quantity.start - 1
    if quantity.digits and before >= 0 and document.words[before] == ",":
        # "Lopez, 67, and": an age.
        closed = after >= end or document.words[after] in (",", ";", ".", ")")
        if closed and before >= 1 and (document.pos[before - 1] == "PROPN" or document.pos[before - 1] == "NOUN"):
            return None
    if quantity.digits and before >= 0 and document.words[before] == "(":
        return None
    kind = Reading.NUMBER if reading is Reading.COUNTED else reading
    return People(
        quantity.start, quantity.end, quantity.end - 1, quantity.low, quantity.high, kind,
        (quantity.start, quantity.end), more=quantity.more,
    )  # fmt: skip


_STATES = frozenset(
    "dead killed injured wounded hurt missing kidnapped abducted arrested detained slain critical critically seriously shot "
    "others other more fatally displaced badly severely lightly slightly hospitalized".split()
)


def _age_end(document: Document, token: int, end: int) -> int | None:
    """Past an age in front of a noun: "19-year-old", "19 year old", "nine-month-old"."""
    word = document.folded[token]
    stop = None
    if _AGE.fullmatch(word):
        stop = token + 1
    elif (word.isdigit() or document.pos[token] == "NUM") and token + 1 < end:
        middle = token + 1
        if document.words[middle] in ("-", "–") and middle + 1 < end:
            middle += 1
        if document.folded[middle] in ("year", "years", "month", "months", "week", "day", "yr"):
            stop = middle + 1
    if stop is None:
        return None
    if word.endswith(("old", "olds")):
        return stop
    while stop < end and document.words[stop] in ("-", "–"):
        stop += 1
    if stop < end and _AGE_WORD.fullmatch(document.folded[stop]):
        return stop + 1
    return None


def _determined(document: Document, token: int, end: int, names: dict[int, int]) -> People | None:
    """ "the driver", "his wife": one person when the noun is singular."""
    possessive = document.folded[token] in _POSSESSIVES
    reading = Reading.SINGLE if possessive else Reading.DEFINITE
    phrase = _noun_phrase(
        document, token, token + 1, end, names, Quantity(token, token + 1, 1, 1, article=True), reading
    )
    if phrase is not None and possessive and not phrase.kin:
        return replace(phrase, reading=Reading.DEFINITE)
    return phrase


def _bare(document: Document, token: int, end: int, names: dict[int, int]) -> People | None:
    """ "Officer wounded", "19-year-old shot", "Kismayo governor killed": a singular noun without a determiner."""
    if document.pos[token] not in ("NOUN", "PROPN", "ADJ"):
        return None
    hit = people_index().match(document.folded, token, end)
    if hit is None:
        return None
    return _noun_phrase(document, token, token, end, names, Quantity(token, token, 1, 1, article=True), Reading.BARE)


def _noun_phrase(
    document: Document,
    start: int,
    token: int,
    end: int,
    names: dict[int, int],
    quantity: Quantity,
    reading: Reading,
    *,
    numbers: bool = False,
) -> People | None:
    """The noun phrase of people whose words after the number begin at ``token``."""
    index = people_index()
    folded, words, pos = document.folded, document.words, document.pos
    best: PersonForm | None = None
    stop = head = token
    country: str | None = None
    name: Tokens | None = None
    position, limit = token, min(end, token + _MAX_MODIFIERS)
    last_noun = -1
    while position < limit:
        age = _age_end(document, position, end)
        if age is not None:
            if best is not None:
                break
            position = age
            if position >= end or pos[position] not in ("NOUN", "PROPN", "ADJ"):
                return _aged(start, position, quantity, reading)
            continue
        if position in names:
            if best is None:
                break
            name = (position, names[position])
            stop = names[position]
            break
        hit = index.match(folded, position, end)
        if hit is not None and not (hit.value.noun.collective and best is not None):
            code = hit.value.country_code
            if code is not None:
                country = country or code
            best, head, stop = hit.value, hit.end - 1, hit.end
            position = hit.end
            continue
        if best is not None and folded[position] in ("member", "members"):
            stop = head = position + 1
            position += 1
            continue
        if not _modifies(document, position, best is not None, numbers):
            break
        country = country or country_by_demonym(words[position])
        if pos[position] in ("NOUN", "PROPN") and best is not None:
            last_noun = position
        position += 1
    if best is None:
        return None
    if last_noun >= head and last_noun >= stop:
        # "two police vehicles", "a student hostel": the noun of people only modifies a thing.
        return None
    return _people(document, start, stop, head, best, country, name, quantity, reading, end)


def _aged(start: int, stop: int, quantity: Quantity, reading: Reading) -> People:
    """ "a 19-year-old": the age stands for the person."""
    kind = Reading.SINGLE if reading is Reading.BARE else reading
    return People(
        start, stop, stop - 1, quantity.low, quantity.high, kind, (quantity.start, max(quantity.end, quantity.start + 1)),
        more=quantity.more, group=(start, stop), generic=False,
    )  # fmt: skip


def _modifies(document: Document, token: int, after_head: bool, numbers: bool) -> bool:
    """Whether a word can stand between the number and the noun of people (or after a first noun, before a second)."""
    pos, word = document.pos[token], document.words[token]
    if word in _JOINING:
        return not (after_head and word == ",") and word != ","
    if after_head:
        return pos in ("NOUN", "PROPN") and document.folded[token] not in _STATES
    if pos in ("ADJ", "NOUN", "PROPN"):
        return True
    if pos == "VERB":
        return document.tags[token] in ("VBN", "VBG", "JJ")
    if pos == "ADV":
        return True
    if pos == "NUM":
        return numbers
    return pos == "CCONJ" and document.words[token] != "or" and _adjective_pair(document, token)


def _adjective_pair(document: Document, token: int) -> bool:
    """ "Russian and Turkish soldiers"."""
    near = document.pos[token - 1], document.pos[token + 1] if token + 1 < len(document) else ""
    return near[0] == "ADJ" and near[1] == "ADJ"


def _people(
    document: Document,
    start: int,
    stop: int,
    head: int,
    form: PersonForm,
    country: str | None,
    name: Tokens | None,
    quantity: Quantity,
    reading: Reading,
    end: int,
) -> People | None:
    noun = form.noun
    low, high = quantity.low, quantity.high
    one = quantity.article or reading is Reading.BARE
    if one and form.plural:
        if (
            noun.mass
            and quantity.article
            and reading is Reading.SINGLE
            and document.folded[quantity.start] in ("a", "an")
        ):
            pass  # "a UN staff": clipped for a staff member
        else:
            return None
    if noun.size is not None and one:
        low = high = noun.size
    if noun.collective:
        family = _family(document, stop, end) if one else None
        if family is None:
            return None
        low, high, stop = family.low, family.high, family.end
    number = (quantity.start, quantity.end) if quantity.end > quantity.start else (start, stop)
    return People(
        start, stop, head, low, high, reading, number, group=(start if one else max(quantity.end, start), stop),
        category=noun.category, country_code=country, side=noun.side, more=quantity.more, affected=noun.affected,
        kin=noun.kin, name=name, generic=noun.generic,
    )  # fmt: skip


def _family(document: Document, token: int, end: int) -> Quantity | None:
    """ "a family of five": the number after "of"."""
    if token + 1 >= end or document.folded[token] != "of":
        return None
    number = read_quantity(document, token + 1, end)
    return None if number is None or number.article or number.definite else number
