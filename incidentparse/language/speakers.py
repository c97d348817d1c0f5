"""How far a speaker's name reaches: title, role, organisation and the brackets behind it."""

from __future__ import annotations

from dataclasses import dataclass

from incidentparse.language.document import Document
from incidentparse.language.source_kinds import is_office, is_role
from incidentparse.mentions import Tokens

_STOPS = frozenset(
    {"who", "which", "that", "whose", "whom", "as", "while", "when", "where", "because", "after", "before"}
)
_LINKS = frozenset({"of", "for", "at", "from", "in"})
# Adjectives behind a noun with the preposition that they take: "sources close to the president".
_ATTACHED = {"loyal": ("to",), "close": ("to",), "familiar": ("with",)}
# Words that introduce what a group calls itself, with the word behind them.
_CALLED = {"calling": ("itself", "themselves"), "known": ("as",)}
_INSIDE = frozenset({"of", "for"})
_CLOSERS = frozenset({")", "]"})
_OPENERS = frozenset({"(", "["})
_COMMAS = frozenset({",", "-", "–", "—"})
_QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'"})
_DETERMINERS = frozenset({"the", "a", "an", "another"})
_NAME_POS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "ADP", "PART", "PUNCT", "CCONJ", "PRON", "X", "SYM"})
_PERSON = frozenset({"PERSON"})
_NAMED = frozenset({"PERSON", "ORG"})
_DATES = frozenset({"DATE", "TIME"})
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today earlier".split())

# The longest name with role and organisation: "the head of the … department of the … ministry of …".
_LONGEST = 22
# The longest title: "former deputy chief of staff Colonel".
_LONGEST_TITLE = 6
# An apposition behind a comma that is longer tells something else.
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
    sentence = document.sentence(head)
    start, end = document.phrase_of.get(head, (head, head + 1))
    start, end = _one_phrase(document, start, end, head)
    while start - 2 >= sentence.start and document.lower[start - 1] in _INSIDE and start - 2 in document.phrase_of:
        start = _one_phrase(document, document.phrase_of[start - 2][0], start - 1, start - 2)[0]
    while start > sentence.start and _glued(document, start):
        start -= 1
    start = _leftmost(document, start, sentence.start)
    if before is not None:
        start = _opening(document, start, sentence.start)
    limit = min(sentence.end, start + _LONGEST, before if before is not None else sentence.end)
    end = _closed(document, start, _rightmost(document, start, max(end, head + 1), limit))
    while end > start + 1 and _trims(document, end - 1):
        end -= 1
    while start < end - 1 and (document.lower[start] in _COMMAS | _QUOTES | _OPENERS or document.deps[start] == "cc"):
        start += 1
    return Speaker(start, end, head if start <= head < end else end - 1, _brackets(document, start, end))


def _glued(document: Document, token: int) -> bool:
    """Whether a token is part of one written word with the token before it ("Lashkar-e-Taiba")."""
    joined = document.starts[token] == document.ends[token - 1]
    return joined and "-" in (document.lower[token], document.lower[token - 1])


def _one_phrase(document: Document, start: int, end: int, head: int) -> Tokens:
    """The part of a noun phrase around its head that no quotation mark and no lost comma cuts off."""
    quotes = [token for token in range(start, head) if document.lower[token] in _QUOTES]
    if len(quotes) % 2:
        # An even number is a nickname inside the name.
        start = quotes[-1] + 1
    for token in range(start, head):
        # "among residents activists said": two plurals are two phrases.
        if document.tags[token] == "NNS" == document.tags[token + 1]:
            start = token + 1
        if document.lower[token] in _DETERMINERS and token > start and document.pos[token - 1] in ("NOUN", "PROPN"):
            start = token
    cut = next((token for token in range(head + 1, end) if document.lower[token] in _QUOTES), end)
    return start, cut


def _opening(document: Document, start: int, first: int) -> int:
    """The first word of a sentence that opens with an office and its holder ("The Chief of Staff (COS), General X")."""
    while first < start and document.pos[first] in ("SPACE", "PUNCT"):
        first += 1
    if start - first > _LONGEST or document.pos[first] not in ("DET", "PROPN", "NOUN", "ADJ"):
        return start
    lead = range(first, start)
    nominal = all(document.pos[t] in _NAME_POS and document.lower[t] not in _QUOTES | _STOPS for t in lead)
    dated = any(document.entity[t] in _DATES for t in lead)
    return first if nominal and not dated and any(is_office(document, t) for t in lead) else start


def _leftmost(document: Document, start: int, first: int) -> int:
    """A name directly in front without a comma belongs to it ("Osama Said a media activist")."""
    if document.lower[start] == "the":
        return start
    named = _NAMED if document.lacks_commas and document.lower[start] in _DETERMINERS else _PERSON
    while start - 1 >= first and document.entity[start - 1] in named:
        start -= 1
    return _with_title(document, start, first)


def _closed(document: Document, start: int, end: int) -> int:
    """With the bracket that closes one opened inside."""
    opened = sum(document.lower[token] in _OPENERS for token in range(start, end))
    shut = sum(document.lower[token] in _CLOSERS for token in range(start, end))
    return end + 1 if opened > shut and end < len(document) and document.lower[end] in _CLOSERS else end


def _with_title(document: Document, start: int, first: int) -> int:
    """The start of a rank or office in front of a name, with the body it is of ("City Police Department Capt.")."""
    if document.pos[start] != "PROPN":
        return start
    furthest = start
    for token in range(start - 1, max(first, start - _LONGEST_TITLE) - 1, -1):
        if document.pos[token] not in ("PROPN", "NOUN", "ADJ") or document.entity[token] in _DATES:
            break
        if document.tags[token] in ("NNS", "NNPS"):
            break
        if is_role(document, token) or (furthest == token + 1 and document.pos[token] == "PROPN"):
            furthest = token
    return furthest


def _rightmost(document: Document, start: int, end: int, limit: int) -> int:
    """Extends over "of the police", "(SOHR)", ", the chief of staff,"."""
    position = end
    ranked = any(is_role(document, token) for token in range(start, end))
    while position < limit:
        if document.lower[position] in _STOPS | _QUOTES or _dated(document, position):
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
    if linked < limit and (word in _LINKS or document.lower[linked] in _ATTACHED.get(word, ())):
        return _after_link(document, linked, limit)
    if word in _OPENERS:
        close = next((t for t in range(position, min(limit, position + 8)) if document.lower[t] in _CLOSERS), None)
        return None if close is None else close + 1
    if word in _CALLED and position + 2 < limit:
        return _called(document, position, limit)
    if word == "and" and _name_goes_on(document, position, limit):
        return document.phrase_of[position + 1][1]
    if word in _COMMAS:
        return _apposition(document, position, limit, ranked=ranked)
    # A name that the parse cut off from its title.
    return position + 1 if document.pos[position] == "PROPN" else None


def _called(document: Document, word: int, limit: int) -> int | None:
    """The end of "calling itself X", "known as X"."""
    name = word + 2
    while name < limit and document.pos[name] in ("DET", "PUNCT"):
        name += 1
    end = name
    while end < limit and document.pos[end] == "PROPN":
        end += 1
    return end if end > name and document.lower[word + 1] in _CALLED[document.lower[word]] else None


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
    if phrase is None or phrase[0] > nxt or phrase[1] > limit:
        return None
    if any(document.lower[t] in _WEEKDAYS or document.entity[t] in _DATES for t in range(*phrase)):
        return None
    if document.lower[link] == "in" and document.pos[document.heads[link]] in ("VERB", "AUX"):
        return None
    return phrase[1]


def _apposition(document: Document, comma: int, limit: int, *, ranked: bool) -> int | None:
    """The end of a role between commas, or None where a clause follows."""
    position = comma + 1
    if position < limit and document.entity[position] == "PERSON" and not ranked:
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
        if word in _COMMAS and seen_noun:
            break
        if pos not in _NAME_POS or word in _STOPS or word in _QUOTES or _dated(document, position):
            return None
        if pos == "CCONJ" and not seen_noun:
            return None
        seen_noun = seen_noun or pos in ("NOUN", "PROPN")
        position += 1
    closed = position >= limit or document.lower[position] in _COMMAS or document.pos[position] in ("PUNCT", "VERB")
    return position if seen_noun and closed else None


def _dated(document: Document, token: int) -> bool:
    return document.entity[token] in _DATES or document.lower[token] in _WEEKDAYS


def _trims(document: Document, token: int) -> bool:
    word = document.lower[token]
    if word in _CLOSERS:
        return False
    return document.pos[token] in ("PUNCT", "SPACE", "CCONJ", "ADP") or word in _QUOTES or word in _DETERMINERS


def _brackets(document: Document, start: int, end: int) -> tuple[Tokens, ...]:
    """Acronyms in brackets inside the name."""
    found = []
    for token in range(start + 1, end - 1):
        inside = document.lower[token - 1] in _OPENERS and document.lower[token + 1] in _CLOSERS
        if inside and document.words[token].isupper():
            found.append((token, token + 1))
    return tuple(found)
