"""How far a speaker's name reaches: title, role, organisation and the brackets behind it."""

from __future__ import annotations

from dataclasses import dataclass

from incidentparse.language.bounds import is_cut
from incidentparse.language.document import PLACE_LABELS, Document
from incidentparse.language.grammar import DATES
from incidentparse.language.name_start import (
    COMMAS,
    DETERMINERS,
    LONGEST,
    NAME_POS,
    STOPS,
    days_told,
    is_glued,
    leads,
    name_start,
)
from incidentparse.language.named_words import named_words
from incidentparse.language.people import people_index
from incidentparse.language.punctuation import CLOSERS, OPENERS, QUOTES
from incidentparse.language.source_kinds import find_publisher, is_office, is_role, names_speaker
from incidentparse.mentions import Tokens

_LINKS = frozenset({"of", "for", "at", "from", "in", "with", "representing"})
# "Lt. Schurman, of the county police".
_LINKS_OF_ROLE = frozenset({"of", "from", "for", "with"})
# Behind an office: "envoy to Iraq", "adviser on security".
_LINKS_OF_OFFICE = frozenset({"to", "on"})
# Adjectives behind a noun with the preposition that they take: "sources close to the president".
_ATTACHED = {"loyal": ("to",), "close": ("to",), "familiar": ("with",)}
# Words that introduce what a group calls itself, with the word behind them.
_CALLED = {"calling": ("itself", "themselves"), "known": ("as",), "identified": ("as",), "named": ()}
# "Who would give only his name, Okey": in 136 articles 9 to 12 words find the same names, 6 fewer.
_LONGEST_NAMING = 9
_INSIDE = frozenset({"of", "for"})
_STOPS = STOPS - {"who"}
_RELATIVES = frozenset({"who", "which"})
# Words of a known name behind its first phrase; of 136 articles none has more than 3.
_BODY_REACH = 5
# A longer apposition behind a comma tells something else; in 136 articles 9 to 18 change no figure, 6 cuts names.
_LONGEST_APPOSITION = 12


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: tokens ``start`` to before ``end``, the noun ``head``, and other forms in brackets."""

    start: int
    end: int
    head: int
    aliases: tuple[Tokens, ...] = ()


def speaker_at(document: Document, head: int, *, before: int | None = None) -> Speaker:
    """The speaker whose noun is ``head``.

    Args:
        head: the subject of the verb of saying, or the object of "according to".
        before: the verb, where the speaker stands in front of it; the name may reach up to it.
    """
    start, end, last = name_start(document, head, before=before)
    limit = min(last, start + LONGEST, before if before is not None else last)
    end = _closed(document, start, _rightmost(document, start, max(end, head + 1), limit))
    if end + 1 < limit:
        end = _whole_body(document, start, end, limit)
    named = _named_behind(document, start, end, before) if before is not None else None
    if named is not None:
        return named
    while end > start + 1 and _trims(document, end - 1):
        end -= 1
    while start < min(head, end - 1) and leads(document, start):
        start += 1
    return Speaker(start, end, head if start <= head < end else end - 1, _brackets(document, start, end))


def _named_behind(document: Document, start: int, end: int, verb: int) -> Speaker | None:
    """With the name that stands between commas in front of the verb, behind more than a title.

    "A guard who was hurt in the attack, Private Musa Dogo, said", "the director in charge of search and rescue, Air
    Commodore Charles Oteg, said".
    """
    if end >= verb - 1 or document.lower[verb - 1] not in COMMAS:
        return None
    phrase = document.phrase_of.get(verb - 2)
    if phrase is None or phrase[0] <= end or document.lower[phrase[0] - 1] not in COMMAS:
        return None
    unnamed = all(document.pos[token] != "PROPN" or is_office(document, token) for token in range(start, end))
    named = document.pos[verb - 2] == "PROPN" and phrase[0] < verb - 2 and document.entity[verb - 2] not in PLACE_LABELS
    gap = range(end, phrase[0] - 1)
    if document.lower[end] in _RELATIVES:
        return Speaker(phrase[0], verb - 1, verb - 2, ((start, end),)) if unnamed and named else None
    tied = document.deps[verb - 2] == "appos" and start <= document.heads[verb - 2] < phrase[0]
    nominal = all(document.pos[token] in NAME_POS for token in gap) and verb - start <= LONGEST
    return Speaker(start, verb - 1, verb - 2) if tied and named and nominal else None


def _whole_body(document: Document, start: int, end: int, limit: int) -> int:
    """The end of a known body's name that the phrase cut short: "Doctors | Without Borders"."""
    known = find_publisher(document, start, min(limit, end + _BODY_REACH))
    return known[1] if known is not None and known[0] < end < known[1] else _spelt_out(document, start, end, limit)


def _spelt_out(document: Document, start: int, end: int, limit: int) -> int:
    """The end of a name whose initials stand in brackets behind it: "the Office against | Crime and Torture (OCT)"."""
    opener = next((t for t in range(end, limit) if document.lower[t] in OPENERS), None)
    if opener is None or opener + 2 >= limit or document.lower[opener + 2] not in CLOSERS:
        return end
    initials = "".join(w[0] for w in document.words[start:opener] if w[0].isupper() and w[0].isalpha())
    short = document.words[opener + 1]
    spelt = short.isupper() and len(short) > 2 and short in (initials, initials[-len(short) :])
    return opener + 3 if spelt else end


def _closed(document: Document, start: int, end: int) -> int:
    """With the bracket that closes one opened inside."""
    opened = sum(document.lower[token] in OPENERS for token in range(start, end))
    shut = sum(document.lower[token] in CLOSERS for token in range(start, end))
    return end + 1 if opened > shut and end < len(document) and document.lower[end] in CLOSERS else end


def _rightmost(document: Document, start: int, end: int, limit: int) -> int:
    """Extends over "of the police", "(SOHR)", ", the chief of staff,"."""
    position = end
    people = people_index()
    ranked = any(is_office(document, t) or people.match(document.folded, t, t + 1) for t in range(start, end))
    while position < limit:
        if is_glued(document, position):
            position = end = position + 1
            continue
        if document.lower[position] in _STOPS | QUOTES or _dated(document, position):
            break
        reach = _extension(document, position, limit, ranked=ranked)
        if reach is None:
            break
        end = position = reach
    return end


def _extension(document: Document, position: int, limit: int, *, ranked: bool) -> int | None:
    """The end of what a token adds to the name before it, or None where the name is over."""
    word = document.lower[position]
    linked = position + (word in _ATTACHED)
    if word in _LINKS_OF_OFFICE and is_office(document, document.heads[position]):
        return _after_link(document, position, limit)
    if linked < limit and (word in _LINKS or document.lower[linked] in _ATTACHED.get(word, ())):
        return _after_link(document, linked, limit)
    if word in OPENERS:
        close = next((t for t in range(position, min(limit, position + 8)) if document.lower[t] in CLOSERS), None)
        return None if close is None else close + 1
    if word in _RELATIVES or (word in COMMAS and document.lower[min(position + 1, limit - 1)] in _RELATIVES):
        return _self_named(document, position + (word in COMMAS), limit)
    if word in _CALLED and position + 1 < limit:
        return _called(document, position, limit)
    if word == "&" and position + 1 < limit and document.pos[position + 1] == "PROPN":
        return document.phrase_of.get(position + 1, (position, position + 2))[1]
    if word == "and" and _name_goes_on(document, position, limit):
        return document.phrase_of[position + 1][1]
    if word in COMMAS:
        return _apposition(document, position, limit, ranked=ranked)
    if is_cut(document, position) or (document.entity[position] == "ORG" == document.entity[position - 1]):
        # A rank with its full stop, or a body's name that the phrase does not span ("Doctors Without Borders").
        return position + 1
    # A name that the parse cut off from its title.
    return position + 1 if document.pos[position] == "PROPN" else None


def _called(document: Document, word: int, limit: int) -> int | None:
    """The end of "calling itself X", "known as X", "named X"."""
    needed = _CALLED[document.lower[word]]
    if needed and document.lower[word + 1] not in needed:
        return None
    name = word + 1 + bool(needed)
    while name < limit and document.pos[name] in ("DET", "PUNCT"):
        name += 1
    end = _proper_end(document, name, limit)
    return end if end > name else None


def _self_named(document: Document, relative: int, limit: int) -> int | None:
    """The end of "who gave his name only as X", "who would give only her first name, X"."""
    naming = False
    for token in range(relative + 1, min(limit, relative + _LONGEST_NAMING)):
        naming = naming or document.lower[token] in named_words("naming")
        if naming and document.pos[token] == "PROPN":
            return _proper_end(document, token, limit)
    return None


def _proper_end(document: Document, token: int, limit: int) -> int:
    while token < limit and document.pos[token] == "PROPN":
        token += 1
    return token


def _name_goes_on(document: Document, conjunction: int, limit: int) -> bool:
    """Whether "and" stands inside the name of a body ("Organization for Security and Co-operation")."""
    nxt, before = conjunction + 1, conjunction - 1
    phrase = document.phrase_of.get(nxt)
    if phrase is None or phrase[0] != nxt or phrase[1] > limit or document.lower[before - 1] not in _INSIDE:
        return False
    return document.pos[nxt] == "PROPN" == document.pos[before] and document.entity[nxt] != "PERSON"


def _after_link(document: Document, link: int, limit: int) -> int | None:
    """The end of the phrase behind a preposition, if it is one of the name."""
    nxt = link + 1
    if nxt >= limit or _dated(document, nxt):
        return None
    phrase = document.phrase_of.get(nxt)
    if phrase is not None and document.lower[phrase[1] - 1] in named_words("vehicles of speech"):
        return None
    if phrase is not None and document.lower[link] == "with" and not _body(document, phrase):
        return None
    if phrase is None or phrase[0] > nxt or phrase[1] > limit:
        return None
    if any(_dated(document, token) for token in range(*phrase)):
        return None
    if document.lower[link] == "in" and document.pos[document.heads[link]] in ("VERB", "AUX"):
        return None
    return phrase[1]


def _body(document: Document, phrase: Tokens) -> bool:
    """Whether a phrase names a body: "with the state fire service"."""
    return names_speaker(document, *phrase, phrase[1] - 1)


def _apposition(document: Document, comma: int, limit: int, *, ranked: bool) -> int | None:
    """The end of a role between commas, or None where a clause follows."""
    position = comma + 1
    if position < limit and document.entity[position] == "PERSON" and not (ranked or _apposed(document, position)):
        # "According to the Daily Post, Jane Roe was …": the name begins what is said.
        return None
    stop = min(limit, position + _LONGEST_APPOSITION)
    seen_noun = False
    while position < stop:
        word, pos = document.lower[position], document.pos[position]
        if document.starts[position] == document.ends[position - 1] and word not in (",", "’s", "'s"):
            # Part of a hyphened word: "Britain-based".
            position += 1
            continue
        if seen_noun and (word in COMMAS or word in _RELATIVES):
            break
        if document.deps[position - 1] == "appos" and document.entity[position - 1] == "PERSON" and word in days_told():
            # "The spokesman, Col. Musa Bello yesterday": the day is of the statement.
            return position
        if (pos not in NAME_POS and word != "acting") or word in STOPS or word in QUOTES or _dated(document, position):
            return None
        if not seen_noun and (pos == "CCONJ" or (pos == "ADP" and word not in _LINKS_OF_ROLE)):
            return None
        seen_noun = seen_noun or pos in ("NOUN", "PROPN")
        position += 1
    # A name cut at its greatest length is not closed: ", the sect | was accused".
    closed = (
        position in (len(document), document.sentence(comma).end)
        or document.lower[position] in COMMAS | _RELATIVES
        or document.pos[position] in ("PUNCT", "VERB")
    )
    return position if seen_noun and closed else None


def _apposed(document: Document, token: int) -> bool:
    """Whether a name stands in apposition to the noun before its comma: "a gravedigger, Musa Sule"."""
    name = document.phrase_of.get(token, (token, token + 1))[1] - 1
    noun = document.heads[name]
    return document.deps[name] == "appos" and document.pos[noun] == "NOUN" and token - 3 <= noun < token


def _dated(document: Document, token: int) -> bool:
    if document.lower[token] in days_told():
        # "Captain Sunday Ade" and "Mr Sunday Ojo" bear a weekday's name.
        return document.entity[token] != "PERSON" and not (token and is_role(document, token - 1))
    return document.entity[token] in DATES


def _trims(document: Document, token: int) -> bool:
    word = document.lower[token]
    if word in CLOSERS:
        return False
    return document.pos[token] in ("PUNCT", "SPACE", "CCONJ", "ADP") or word in QUOTES or word in DETERMINERS


def _brackets(document: Document, start: int, end: int) -> tuple[Tokens, ...]:
    """Acronyms in brackets inside the name."""
    found = []
    for token in range(start + 1, end - 1):
        inside = document.lower[token - 1] in OPENERS and document.lower[token + 1] in CLOSERS
        if inside and document.words[token].isupper():
            found.append((token, token + 1))
    return tuple(found)
