"""The noun of a phrase of people, behind its number: past adjectives, asides, and nouns of which the last counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from incidentparse.language.ages import age_end
from incidentparse.language.countries import country_by_demonym
from incidentparse.language.document import Document
from incidentparse.language.grammar import COORDINATORS, PREMODIFIERS
from incidentparse.language.lexicon import Hit
from incidentparse.language.named_words import casualty_words
from incidentparse.language.number_words import ordinals
from incidentparse.language.people import PersonForm, people_index
from incidentparse.language.time_words import months, weekdays
from incidentparse.mentions import Tokens

# A noun phrase of people seldom has more words than this before its head noun; an aside in brackets comes on top.
_MAX_WORDS = 10
_MAX_ASIDE = 18
_JOINTS = frozenset(("-", "–", "/", "&", "'s", "’s", "'", "’", '"', "“", "”", "‘"))
_BRACKETS = {"(": ")", "[": "]"}
# Between the members of a list of attributes.
_TIMES = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"))


@dataclass(frozen=True, slots=True)
class Noun:
    """The noun of a phrase.

    Attributes:
        head: its last token.
        end: one past the last token of the phrase.
        form: the noun of people, None where the word is in no lexicon.
        country_code: a nationality before the noun, or the noun's own.
        name: tokens of a proper name right behind it ("Officer Jason Weiland").
        ordinal: "a third victim": his number among them.
        aged: it is no more than an age: "a 19-year-old".
    """

    head: int
    end: int
    form: PersonForm | None
    country_code: str | None = None
    name: Tokens | None = None
    aged: bool = False
    ordinal: int | None = None


def read_noun(document: Document, token: int, end: int, names: dict[int, int]) -> Noun | None:
    """The noun of people in the phrase whose words begin at ``token``, or None if it has another noun or none."""
    index = people_index()
    best: PersonForm | None = None
    country: str | None = None
    ordinal: int | None = None
    name: Tokens | None = None
    head = stop = token
    last_noun = -1
    position, limit = token, min(end, token + _MAX_WORDS)
    while position < limit:
        age = age_end(document, position, end)
        if age is not None and best is None:
            noun = age < end and document.pos[age] in ("NOUN", "PROPN", "ADJ")
            if not noun or any(document.folded[age] in casualty_words(others) for others in ("states", "opening")):
                return Noun(age - 1, age, None, country, aged=True)
            position = age
            continue
        if best is not None and position in names:
            name, stop = (position, names[position]), names[position]
            break
        closing = _aside(document, position, end) if best is None or last_noun >= stop else None
        if closing is not None:
            limit = min(end, limit + closing - position)
            position = closing
            continue
        hit = index.match(document.folded, position, end)
        hit = hit if hit is not None or best is None else _shared_noun(document, head, position, end)
        # "three aid workers hostage": nothing but "staff" and "personnel" is compounded with a plural.
        closed = (
            best is not None
            and hit is not None
            and (hit.value.noun.collective or (best.plural and not (best.noun.mass or hit.value.noun.mass)))
        )
        if hit is not None and not closed:
            country = country or hit.value.country_code
            best, head, stop = hit.value, hit.end - 1, hit.end
            position = hit.end
            continue
        # "one driver shot": what became of him, though the tagger takes it for a noun
        told = best is not None and document.folded[position] in casualty_words("states")
        if told or not _modifies(document, position, end, best):
            break
        if best is None:
            country = country or country_by_demonym(document.words[position])
            ordinal = ordinal or ordinals().get(document.folded[position])
        if document.pos[position] in ("NOUN", "PROPN"):
            last_noun = position
        position += 1
    if best is None:
        return _other_noun(document, last_noun, position, country)
    # "a local NGO": a singular noun before an acronym
    noun = document.pos[last_noun] == "NOUN" or (
        len(document.words[last_noun]) > 1 and document.words[last_noun].isupper()
    )
    modifier = best.country_code is not None or (noun and not (best.plural and not best.noun.mass))
    if last_noun >= stop and modifier:
        # "two police vehicles", "an assistant quartermaster", "a Somali agency": it only modifies another noun.
        return _other_noun(document, last_noun, position, country)
    return Noun(head, stop, best, country, name, ordinal=ordinal)


def _shared_noun(document: Document, head: int, joint: int, end: int) -> Hit[PersonForm] | None:
    """ "Seven Bihari and Bengali labourers": the noun behind the "and", where the parser ties the first word to it."""
    noun = document.heads[head]
    if document.folded[joint] not in COORDINATORS or document.deps[head] not in PREMODIFIERS or not joint < noun < end:
        return None
    listed = all(
        document.pos[t] in ("ADJ", "NOUN", "PROPN") or document.folded[t] in COORDINATORS for t in range(joint, noun)
    )
    hit = people_index().match(document.folded, noun, end) if listed else None
    return hit if hit is not None and hit.value.plural else None


def _other_noun(document: Document, last_noun: int, position: int, country: str | None) -> Noun | None:
    """A noun that no lexicon knows, at the end of its phrase."""
    if last_noun >= 0 and document.words[last_noun + 1 : last_noun + 2] == ["("]:
        # "a khasadar (military worker)": the aside ends the phrase.
        position = last_noun + 1
    while position - 1 > last_noun >= 0 and document.tags[position - 1] == "VBN":
        # "an agency executed by militants": no participle of this noun
        position -= 1
    if last_noun < 0 or last_noun != position - 1 or document.entity[last_noun] in _TIMES:
        return None
    if document.folded[last_noun] in casualty_words("states"):
        return None
    return Noun(last_noun, last_noun + 1, None, country)


def _aside(document: Document, token: int, end: int) -> int | None:
    """Past an aside in brackets that begins at ``token``: "two BSF (Border Security Force) men"."""
    closing = _BRACKETS.get(document.words[token])
    if closing is None:
        return None
    depth = 0
    for position in range(token, min(end, token + _MAX_ASIDE)):
        depth += document.words[position] == document.words[token]
        depth -= document.words[position] == closing
        if depth == 0:
            return position + 1
    return None


def _modifies(document: Document, token: int, end: int, best: PersonForm | None) -> bool:
    """Whether a word can stand before the noun of people, or between a first and a second one."""
    word, pos = document.words[token], document.pos[token]
    if word in _JOINTS:
        return best is None or word in ("-", "/", "&")
    if pos in ("NOUN", "PROPN"):
        return document.folded[token] not in _calendar()
    if best is None and len(word) > 1 and word.isalpha() and word.isupper():
        # "IS militants": an acronym that the tagger takes for a verb.
        return True
    if best is not None:
        employed = document.tags[token] == "VBN" or document.folded[token] in casualty_words("contracted")
        return employed and _noun_follows(document, token + 1, end)
    if pos in ("ADJ", "ADV"):
        return True
    if pos == "VERB":
        if document.tags[token] == "VBG":
            # "two visiting Americans", but not "84 celebrating Bastille Day"
            attribute = token + 1 < end and (
                document.pos[token + 1] in ("NOUN", "ADJ")
                or country_by_demonym(document.words[token + 1]) is not None
                or people_index().match(document.folded, token + 1, end) is not None
            )
            return attribute and document.folded[token] not in casualty_words("opening")
        return document.tags[token] == "VBN"
    if pos == "NUM":
        return not document.words[token].isdigit()
    if pos == "CCONJ":
        # "Russian and Turkish soldiers", "TTP and LeI militants"
        after = document.pos[token + 1] if token + 1 < end else ""
        return document.pos[token - 1] == after and after in ("ADJ", "PROPN")
    # "NDFB(S) men": a bracket that the tokenizer left at the end of a word.
    return word in ")]" and "(" in document.words[token - 1]


@cache
def _calendar() -> frozenset[str]:
    """Nouns of time, which are no part of a phrase of people."""
    return casualty_words("times of day").union(weekdays(), months())


def _noun_follows(document: Document, token: int, end: int) -> bool:
    return (
        token < end and document.pos[token] == "NOUN" and people_index().match(document.folded, token, end) is not None
    )
