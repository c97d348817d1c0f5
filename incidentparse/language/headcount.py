"""Phrases of people: "three Russian troops", "a 19-year-old man", "another", "Agustin Lopez, 67": who and how many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from incidentparse.language.ages import age_end, listed_ages
from incidentparse.language.bare_counts import OTHERS, as_many, nth, number_only, other_one, remainder
from incidentparse.language.document import Document
from incidentparse.language.grammar import DATES, INDEFINITE
from incidentparse.language.measures import counts_no_people
from incidentparse.language.named_words import casualty_words
from incidentparse.language.nouns import Noun, read_noun
from incidentparse.language.number_words import ordinals, starters
from incidentparse.language.people import People, Reading, people_index
from incidentparse.language.person_names import aged_name, is_region
from incidentparse.language.place_words import place_kinds
from incidentparse.language.quantities import Quantity, read_quantity
from incidentparse.language.target_phrases import of_public
from incidentparse.record import Category

# Closed classes of grammar.
_POSSESSIVES = frozenset("his her their my our its your".split())
_DEFINITES = frozenset("the this that these those".split())
_SINGULAR_PRONOUNS = frozenset("he she him her".split())
# Names of places that the model takes for persons are short: "Tal Tamer".
_PLACE_WORDS = 2
_OBJECT_PRONOUNS = frozenset("them whom us which".split())


def read_people(
    document: Document,
    start: int,
    end: int,
    names: Mapping[int, int] = MappingProxyType({}),
    stops: Sequence[int] = (),
) -> Iterator[People]:
    """The phrases of people in tokens ``start`` to before ``end``, left to right, without overlap.

    Args:
        document: the document.
        start: first token.
        end: one past the last token.
        names: end of names that the model does not know for names, by their first token.
        stops: tokens that no phrase goes beyond, in order: the "'s" of "the journalist's murder".
    """
    found: list[People] = []
    names = _names(document, start, end, names)
    token = start
    while token < end:
        limit = next((stop for stop in stops if stop > token), end) if stops else end
        people = as_many(document, token, limit, found) or _read(document, token, limit, names)
        if people is None:
            token += 1
        else:
            if people.reading is Reading.BARE:
                people = _widened(document, people, found[-1].end if found else start)
            yield people
            found.append(people)
            token = people.end


def _widened(document: Document, people: People, floor: int) -> People:
    """ "Punjab Home Minister": a noun without a determiner takes in the words before it."""
    first = people.start
    while (
        first > floor
        and document.pos[first - 1] in ("ADJ", "NOUN", "PROPN")
        and document.entity[first - 1] not in DATES
    ):
        first -= 1
    ordinal = people.ordinal or next(
        (ordinals()[w] for w in document.folded[first : people.start] if w in ordinals()), None
    )
    return replace(people, start=first, number=(first, people.end), group=(first, people.end), ordinal=ordinal)


def _names(document: Document, start: int, end: int, more: Mapping[int, int]) -> dict[int, int]:
    """End of each person's name in the range, by its first token."""
    names: dict[int, int] = dict(more)
    token = start
    while token < end:
        if token in more:
            token = more[token]
            continue
        aged = aged_name(document, token, end)
        if aged is not None:
            names[token] = token = aged
            continue
        if document.entity[token] != "PERSON" or not document.words[token][:1].isalpha():
            token += 1
            continue
        stop = token + 1
        while stop < end and document.entity[stop] == "PERSON" and document.words[stop] not in (",", "and"):
            stop += 1
        if document.tags[stop - 1] == "POS" and stop - 1 > token:
            stop -= 1
        # "the Asayish": no single name of a person has an article.
        named = stop - token > 1 or token == start or document.folded[token - 1] != "the"
        named = named and not (stop - token <= _PLACE_WORDS and _of_place(document, token))
        named = named and not is_region(document, token, stop)
        if named and document.words[token][0].isupper() and document.folded[token] not in casualty_words("opening"):
            names[token] = stop
        token = stop
    return names


def _of_place(document: Document, token: int) -> bool:
    """ "the town of Tal Tamer", "in Bannu": no person, whatever the model takes the name for."""
    before = document.folded[token - 1] if token else ""
    if before in ("in", "near"):
        return True
    return before == "of" and place_kinds().match(document.folded, token - 2, token - 1) is not None


def _read(document: Document, token: int, end: int, names: dict[int, int]) -> People | None:
    folded = document.folded[token]
    first = document.words[token][0]
    if token in names:
        return _named(document, token, names[token], end)
    if first.isdigit() and age_end(document, token, end) is not None:
        return _phrase(document, token, token, end, names, Quantity(token, token, 1, 1), Reading.BARE)
    if first.isdigit() or folded in starters():
        people = _quantified(document, token, end, names)
        if people is not None:
            return people
    if folded in _POSSESSIVES or (folded in _DEFINITES and document.tags[token] != "IN"):
        return other_one(document, token, end) or _determined(document, token, end, names)
    if folded in _SINGULAR_PRONOUNS:
        return People(token, token + 1, token, 1, 1, Reading.PRONOUN, (token, token + 1))
    return _bare(document, token, end, names) if first.isalpha() else None


def _named(document: Document, token: int, stop: int, end: int) -> People | None:
    if stop < end and document.tags[stop] == "POS":
        return None
    name = (token, stop)
    return People(token, stop, stop - 1, 1, 1, Reading.NAMED, name, name=name, group=name, generic=False)


def _quantified(document: Document, token: int, end: int, names: dict[int, int]) -> People | None:
    quantity = read_quantity(document, token, end)
    if quantity is None or (not quantity.article and counts_no_people(document, quantity, end)):
        return None
    share = _share(document, quantity, end)
    if share is not None:
        return remainder(document, share)
    one_more = nth(document, quantity, end)
    if one_more is not None:
        return one_more
    if quantity.high == 0:
        reading = Reading.NONE
    elif quantity.article:
        reading = Reading.SINGLE
    else:
        reading = Reading.DEFINITE if quantity.definite else Reading.COUNTED
    after = quantity.end
    if after < end and document.folded[after] in OTHERS and not quantity.article:
        quantity = replace(quantity, end=after + 1, more=True)
    phrase = _phrase(document, token, quantity.end, end, names, quantity, reading)
    if phrase is not None or quantity.article:
        return phrase
    if quantity.high == 0 and document.folded[token] == "no" and quantity.end == token + 1:
        return None
    return number_only(document, quantity, reading, end)


def _share(document: Document, quantity: Quantity, end: int) -> People | None:
    """ "two of them", "three of whom", "one of the victims", "three out of ten hostages"."""
    after = quantity.end
    after += after < end and document.folded[after] == "out"
    if after + 1 >= end or document.folded[after] != "of" or quantity.article:
        return None
    follower = document.folded[after + 1]
    numbered = follower[0].isdigit() or document.pos[after + 1] == "NUM"
    reading = Reading.NONE if quantity.high == 0 else Reading.SHARE
    number = (quantity.start, quantity.end)
    if follower in _OBJECT_PRONOUNS:
        return People(quantity.start, after + 2, quantity.start, quantity.low, quantity.high, reading, number)
    if follower not in _DEFINITES and follower not in _POSSESSIVES and not numbered:
        return None
    counted = read_quantity(document, after + 1, end)
    inner = counted or Quantity(after + 1, after + 2, 1, 1)
    whole = _phrase(document, after + 1, inner.end, end, {}, inner, Reading.DEFINITE)
    if whole is None or not whole.known:
        return None
    return replace(
        whole,
        start=quantity.start,
        head=quantity.end - 1,
        low=quantity.low,
        high=quantity.high,
        reading=reading,
        number=number,
        whole=counted,
    )


def _determined(document: Document, token: int, end: int, names: dict[int, int]) -> People | None:
    """ "the driver", "his wife": one person when the noun is singular."""
    possessive = document.folded[token] in _POSSESSIVES
    reading = Reading.SINGLE if possessive else Reading.DEFINITE
    quantity = Quantity(token, token + 1, 1, 1, article=True)
    phrase = _phrase(document, token, token + 1, end, names, quantity, reading)
    if phrase is not None and possessive and phrase.generic:
        return replace(phrase, reading=Reading.DEFINITE)
    return phrase


def _bare(document: Document, token: int, end: int, names: dict[int, int]) -> People | None:
    """ "Officer wounded", "Governor killed": a singular noun without a determiner."""
    if document.pos[token] not in ("NOUN", "PROPN", "ADJ") or people_index().match(document.folded, token, end) is None:
        return None
    quantity = Quantity(token, token, 1, 1, article=True)
    phrase = _phrase(document, token, token, end, names, quantity, Reading.BARE)
    return phrase if phrase is not None and document.pos[phrase.head] in ("NOUN", "PROPN") else None


def _phrase(
    document: Document,
    start: int,
    token: int,
    end: int,
    names: dict[int, int],
    quantity: Quantity,
    reading: Reading,
) -> People | None:
    """The phrase of people whose words after the number begin at ``token``."""
    noun = read_noun(document, token, end, names)
    if noun is None or _in_compound(document, noun.end, end):
        return None
    if noun.form is None:
        return _unknown(start, noun, quantity, reading)
    one = quantity.article or reading is Reading.BARE
    low, high, stop = quantity.low, quantity.high, noun.end
    # "a UN staff", "a party members": clipped for one of them.
    if one and noun.form.plural and document.folded[quantity.start] not in INDEFINITE:
        # "The victims, ages 17, 19 and 22," are as many as their ages, "UN personnel was hurt" is one.
        one_of_mass = noun.form.noun.mass and document.folded[stop : min(end, stop + 1)] in (["was"], ["is"], ["has"])
        low = high = 1 if one_of_mass else listed_ages(document, stop, end)
        if low == 0:
            return None
    entry = noun.form.noun
    if entry.size is not None and one:
        low = high = entry.size
    if entry.collective:
        family = _family(document, stop, end) if one else None
        if family is None:
            return None
        low, high, stop = family.low, family.high, family.end
    number = (quantity.start, quantity.end) if quantity.end > quantity.start else (start, stop)
    return People(
        start,
        stop,
        noun.head,
        low,
        high,
        reading,
        number,
        group=(start if one else max(quantity.end, start), stop),
        category=Category.CIVILIAN if of_public(document, stop) else entry.category,
        country_code=noun.country_code,
        side=entry.side,
        more=quantity.more,
        kin=entry.kin,
        name=noun.name,
        generic=entry.generic,
        ordinal=noun.ordinal if one else None,
    )


def _in_compound(document: Document, stop: int, end: int) -> bool:
    """ "Greek-owned", "police-run": the people of a compound say of what sort a thing is."""
    return stop + 1 < end and document.tags[stop] == "HYPH" and document.tags[stop + 1] == "VBN"


def _unknown(start: int, noun: Noun, quantity: Quantity, reading: Reading) -> People | None:
    """ "a 19-year-old" stands for a person; "three vaccinators" may count people, as the sentence will tell."""
    number = (quantity.start, max(quantity.end, quantity.start + 1))
    if noun.aged:
        kind = Reading.SINGLE if reading is Reading.BARE else reading
    elif reading in (Reading.COUNTED, Reading.SINGLE):
        kind = reading
    else:
        return None
    return People(
        start, noun.end, noun.head, quantity.low, quantity.high, kind, number, more=quantity.more,
        group=(start if quantity.article or noun.aged else quantity.end, noun.end), country_code=noun.country_code,
        generic=False, known=noun.aged,
    )  # fmt: skip


def _family(document: Document, token: int, end: int) -> Quantity | None:
    """ "a family of five": the number after "of"."""
    if token + 1 >= end or document.folded[token] != "of":
        return None
    number = read_quantity(document, token + 1, end)
    return None if number is None or number.article or number.definite else number
