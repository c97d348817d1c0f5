"""Where a speaker's name begins: its title, office, first name, and the words in front that are none of it."""

from __future__ import annotations

from functools import cache

from incidentparse.language.bounds import is_cut, sentence_bounds
from incidentparse.language.document import Document
from incidentparse.language.grammar import DATES, INDEFINITE
from incidentparse.language.named_words import named_words
from incidentparse.language.punctuation import CLOSERS, OPENERS, QUOTES
from incidentparse.language.source_kinds import is_office, is_role
from incidentparse.language.time_words import months, weekdays
from incidentparse.mentions import Tokens

STOPS = frozenset(
    {"who", "which", "that", "whose", "whom", "as", "while", "when", "where", "because", "after", "before"}
)
_INSIDE = frozenset({"of", "for", "in"})
_HOLDERS = frozenset({"PERSON", "GPE"})
_OFFICE_POS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM"})
COMMAS = frozenset({",", "-", "–", "—"})
DETERMINERS = frozenset({"the", "a", "an", "another", "one"})
NAME_POS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "ADP", "PART", "PUNCT", "CCONJ", "PRON", "X", "SYM"})
_PERSON = frozenset({"PERSON"})
_NAMED = frozenset({"PERSON", "ORG"})
_PAIRS = frozenset({"both", "either"})
# Digits of a year.
_YEAR = 4
# The longest name with role and organisation: "the head of the … department of the … ministry of …". In 136 articles 22
# to 30 words cut no name, 16 cut twelve.
LONGEST = 22
# The longest title: "former deputy chief of staff Colonel"; 136 articles have none of more than 4 words.
_LONGEST_TITLE = 8


def name_start(document: Document, head: int, *, before: int | None) -> tuple[int, int, int]:
    """Where the name around a noun begins, where its base phrase ends, and where its sentence ends."""
    first, last = sentence_bounds(document, head)
    start, end = document.phrase_of.get(head, (head, head + 1))
    start, end = _one_phrase(document, start, end, head)
    start = _office_of(document, start, first)
    while start > first and is_glued(document, start):
        start -= 1
    start = _leftmost(document, start, first)
    if start > first and document.lower[start - 1] in DETERMINERS:
        start -= 1
    if before is not None:
        start = _behind_brackets(document, start, head, first)
        start = _opening(document, start, _after_quote(document, start, first))
        start = _office_before(document, start, end, first)
    return start, end, last


def _office_of(document: Document, start: int, first: int) -> int:
    """Where the office begins that the parse cut from its name: "US Secretary of | State John Kerry"."""
    found, at = start, start
    while at - 2 >= first and document.lower[at - 1] in _INSIDE and at - 2 in document.phrase_of:
        head = at - 2
        at = _one_phrase(document, document.phrase_of[head][0], head + 1, head)[0]
        if is_office(document, head):
            found = at
    return found


def _behind_brackets(document: Document, start: int, head: int, first: int) -> int:
    """Where the office begins whose unit stands in brackets: "Inspector of Police (City Range) | Musa Gumel"."""
    shut = next((t for t in range(start, head) if document.lower[t] in CLOSERS), None)
    if shut is not None and not OPENERS.intersection(document.lower[start:shut]):
        # The phrase begins inside the brackets.
        start = shut + 1
    if start - 2 <= first or document.lower[start - 1] not in CLOSERS or document.pos[start] != "PROPN":
        return start
    opener = next((t for t in range(start - 2, first, -1) if document.lower[t] in OPENERS), first)
    begin = opener
    while begin > first and (document.pos[begin - 1] == "PROPN" or document.lower[begin - 1] in _INSIDE):
        begin -= 1
    while begin < opener and document.pos[begin] != "PROPN":
        begin += 1
    return begin if any(is_office(document, t) for t in range(begin, opener)) else start


def _office_before(document: Document, start: int, end: int, first: int) -> int:
    """Where the office begins that stands in front of its holder's name or of its place.

    "The Chief of Army Staff, Lt. Gen. A. Musa, described", "the Commissioner of Police, Enugu State, has debunked".
    """
    if start - 1 <= first or document.lower[start - 1] != "," or document.pos[start] != "PROPN":
        return start
    if not any(document.entity[t] in _HOLDERS or is_role(document, t) for t in range(start, end)):
        return start
    token, office, unit = start - 2, False, False
    while token >= first and start - token < LONGEST:
        if document.lower[token] == "," and not office and not unit:
            # "The Director, Media Operations, Brig. Gen. Bernard Onye": a unit stands between office and holder.
            unit = True
        elif document.pos[token] not in _OFFICE_POS and document.lower[token] != "acting":
            break
        if document.entity[token] == "PERSON" or document.entity[token] in DATES or document.lower[token] in STOPS:
            return start
        office = office or is_office(document, token)
        token -= 1
    bounded = token < first or document.lower[token] in COMMAS | QUOTES | {"while", "as", "that"}
    return token + 1 if office and bounded and document.pos[token + 1] != "ADP" else start


def leads(document: Document, token: int) -> bool:
    """What may stand in front of a name without being of it: "Thursday state television", "both the army"."""
    return (
        document.lower[token] in _leading()
        or document.deps[token] == "cc"
        or (document.entity[token] in DATES and len(document.words[token]) == _YEAR and document.words[token].isdigit())
    )


@cache
def days_told() -> frozenset[str]:
    """Words for the day on which somebody said something: "Col. Musa Bello yesterday", "Thursday"."""
    return frozenset((*weekdays(), "yesterday", "today", "earlier"))


@cache
def _leading() -> frozenset[str]:
    return COMMAS | QUOTES | OPENERS | _PAIRS | days_told().union(months())


def _after_quote(document: Document, start: int, first: int) -> int:
    """The first token behind the last quotation mark in front of the name, or of its sentence."""
    return next((t + 1 for t in range(start - 1, first - 1, -1) if document.lower[t] in QUOTES), first)


def _one_phrase(document: Document, start: int, end: int, head: int) -> Tokens:
    """The part of a noun phrase around its head that no quotation mark and no lost comma cuts off."""
    quotes = [t for t in range(start, head) if document.lower[t] in QUOTES and document.tags[t] != "POS"]
    if len(quotes) % 2:
        # An even number is a nickname inside the name.
        start = quotes[-1] + 1
    for token in range(start, head):
        # "among residents activists said": two plurals are two phrases.
        if document.tags[token] == "NNS" == document.tags[token + 1] and _is_group(document, token):
            start = token + 1
        if document.lower[token] in DETERMINERS and token > start and document.pos[token - 1] in ("NOUN", "PROPN"):
            start = token
    if head - 1 > start and _is_many(document, head) and document.lower[start] in INDEFINITE:
        # "A suspect police believe fired": one phrase cannot be of one and of many.
        start = head
    cut = next((token for token in range(head + 1, end) if document.lower[token] in QUOTES), end)
    return start, cut


def _is_group(document: Document, token: int) -> bool:
    return document.lower[token] not in named_words("collective speakers") and is_role(document, token)


def _is_many(document: Document, token: int) -> bool:
    return document.lower[token] == "police" or document.tags[token] == "NNS"


def is_glued(document: Document, token: int) -> bool:
    """Whether a token is part of one written word with the token before it ("Lashkar-e-Taiba")."""
    joined = document.starts[token] == document.ends[token - 1]
    return joined and "-" in (document.lower[token], document.lower[token - 1])


def _opening(document: Document, start: int, first: int) -> int:
    """The first word of a sentence that opens with an office and its holder ("The Chief of Staff (COS), General X")."""
    while first < start and document.pos[first] in ("SPACE", "PUNCT"):
        first += 1
    if start - first > LONGEST or document.pos[first] not in ("DET", "PROPN", "NOUN", "ADJ"):
        return start
    lead = range(first, start)
    nominal = all(document.pos[t] in NAME_POS and document.lower[t] not in QUOTES | STOPS for t in lead)
    # "The President, in a statement by his adviser": a phrase of its own stands between.
    nominal = nominal and not any(document.lower[t] == "," and document.pos[t + 1] == "ADP" for t in lead)
    dated = any(document.entity[t] in DATES for t in lead)
    return first if nominal and not dated and any(is_office(document, t) for t in lead) else start


def _leftmost(document: Document, start: int, first: int) -> int:
    """A name directly in front without a comma belongs to it ("Osama Said a media activist")."""
    if document.lower[start] == "the":
        return _name_before(document, start, first) if document.lacks_commas else start
    if document.entity[start] == "ORG":
        # A body's name that the phrase does not span: "the Directorate of Defence Media Operations".
        while start - 1 >= first and document.entity[start - 1] == "ORG":
            start -= 1
    named = _NAMED if document.lacks_commas and document.lower[start] in DETERMINERS else _PERSON
    while start - 1 >= first and document.entity[start - 1] in named:
        start -= 1
    return _with_title(document, start, first)


def _name_before(document: Document, start: int, first: int) -> int:
    """Where the name begins that lost its comma: "Osama Said the director of the clinic"."""
    name = start
    while name - 1 >= first and document.entity[name - 1] == "PERSON":
        name -= 1
    end = document.phrase_of.get(start, (start, start + 1))[1]
    office = any(is_office(document, t) for t in range(start, end))
    return name if office and start - name > 1 else start


def _with_title(document: Document, start: int, first: int) -> int:
    """The start of a rank or office in front of a name, with the body it is of ("City Police Department Capt.")."""
    if document.pos[start] != "PROPN":
        return start
    furthest = start
    for token in range(start - 1, max(first, start - _LONGEST_TITLE) - 1, -1):
        if is_cut(document, token) and not is_role(document, token):
            continue
        if document.pos[token] not in ("PROPN", "NOUN", "ADJ") or document.entity[token] in DATES:
            break
        if document.tags[token] in ("NNS", "NNPS") and not is_cut(document, token + 1):
            break
        named = document.pos[token] == "PROPN" or document.entity[token] == "NORP"
        if is_role(document, token) and document.phrase_of.get(token, (0, 0))[1] == token + 1 < start + 1:
            # "State-run news agency | Sana"
            furthest = min(furthest, max(first, document.phrase_of[token][0]))
            continue
        if is_role(document, token) or (furthest == token + 1 and named):
            furthest = token
    return furthest
