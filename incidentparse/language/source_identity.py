"""When two names are one source: persons by surname, bodies by the words of their names, and what stands for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from incidentparse.language.bounds import is_cut
from incidentparse.language.document import Document
from incidentparse.language.named_words import named_words
from incidentparse.language.source_kinds import in_seat, is_office, read_kind
from incidentparse.language.speakers import Speaker
from incidentparse.record import SourceKind

_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their"})
_POINTING = frozenset({"the", "this", "that"})
_ARTICLES = _DEFINITE | {"a", "an", "one"}
_NOTHING = frozenset({"the", "a", "an", "of", "for", "and", "in", "at", "s"})
# Words that one article uses for the same body.
_SYNONYMS = {
    "army": "military",
    "tv": "television",
    "defense": "defence",
    "center": "centre",
    "organization": "organisation",
}
_PLACES = frozenset({"GPE", "LOC"})
_REGIONS = _PLACES | {"NORP"}
# Office and name of a person: "spokesman Rami Abdel Rahman al-Sayed".
_LONGEST_PERSON = 7
# Shorter surnames that differ in a letter are of two people ("Hasan" and "Hamad").
_LONG_SURNAME = 6
# The longest phrase that stands for a source named before: "the volunteer group"; in 136 articles 4 words join two
# sources that are not one.
_ANAPHOR = 3


@dataclass(slots=True)
class CitedSource:
    """One source of the article while its mentions are gathered.

    Attributes:
        key: the words of its first mention.
        kind: what sort of source.
        person: the words of a person's name, none for a body.
        proper: the words of its proper name.
        words: all words that say something of it.
        head: the noun.
        plural: the noun means more than one.
        office: an office of one person.
        definite: its first mention begins with "the".
        named: its proper name has more than the names of places and peoples.
        aliases: further forms in brackets, and initials.
    """

    key: str
    kind: SourceKind
    person: tuple[str, ...]
    proper: frozenset[str]
    words: frozenset[str]
    head: str
    plural: bool
    office: bool
    definite: bool
    named: bool
    aliases: set[str] = field(default_factory=set)


def describe(document: Document, speaker: Speaker) -> CitedSource:
    """What is known of a source from one place where it is cited."""
    tokens = [t for t in range(speaker.start, speaker.end) if not in_seat(document, t)]
    person = tuple(document.folded[t] for t in person_name(document, speaker))
    words = frozenset(same_word(document.folded[t]) for t in tokens if document.folded[t].isalnum()) - _NOTHING
    proper = frozenset(document.folded[t] for t in tokens if _proper(document, t)) - _NOTHING
    first = next((t for t in tokens if document.lower[t] not in _ARTICLES), speaker.head)
    aliases = {document.folded[t] for alias in speaker.aliases for t in range(*alias)}
    initials = "".join(document.words[t][0] for t in tokens if document.words[t][0].isupper())
    initials = (
        initials[1:] if document.lower[tokens[0]] in _DEFINITE and document.words[tokens[0]][0].isupper() else initials
    )
    if len(initials) > 2 and not person:
        aliases.add(initials.lower())
    return CitedSource(
        key=" ".join(document.folded[t] for t in tokens),
        kind=read_kind(document, speaker.start, speaker.end),
        person=person,
        proper=frozenset(person) if person else proper,
        words=words,
        head=same_word(document.folded[speaker.head]),
        plural=document.tags[speaker.head] in ("NNS", "NNPS"),
        office=is_office(document, speaker.head) or is_office(document, first),
        definite=document.lower[tokens[0]] == "the",
        named=any(_proper(document, t) and document.entity[t] not in _REGIONS for t in tokens),
        aliases=aliases,
    )


def same_word(word: str) -> str:
    """The word by which those that name the same body are compared."""
    return _SYNONYMS.get(word, word)


def _proper(document: Document, token: int) -> bool:
    return document.pos[token] == "PROPN" and document.words[token][0].isupper()


def is_same(known: CitedSource, seen: CitedSource) -> bool:
    """Whether two descriptions are of one source."""
    if known.person and seen.person:
        return _same_person(known.person, seen.person)
    if known.person or seen.person:
        person, other = (known, seen) if known.person else (seen, known)
        # A body and its spokesman are two sources; an office and its holder are one.
        if _is_surname(other.words, person.person, proper=bool(other.proper)):
            return True
        return other.office and (other.words <= person.words or bool((other.aliases | other.proper) & person.aliases))
    if known.aliases & seen.proper or seen.aliases & known.proper:
        return True
    if known.proper and seen.proper and known.office is not seen.office and not (known.plural or seen.plural):
        # A body and an officer of it whom the model does not know for a person.
        return known.words == seen.words
    if known.proper and seen.proper:
        return known.words <= seen.words or seen.words <= known.words or known.proper == seen.proper
    if not known.proper and not seen.proper:
        if known.kind is seen.kind is SourceKind.MONITOR and not (known.plural or seen.plural):
            return True
        return known.head == seen.head and (known.words <= seen.words or seen.words <= known.words)
    if seen.proper and len(known.words) == 1:
        # "Springfield police" after the headline's "Police".
        return known.kind is seen.kind and known.head == seen.head
    # "Police" after "Springfield police": the bare noun means the body just named.
    if seen.proper or len(seen.words) != 1 or known.kind is not seen.kind:
        return False
    return seen.words <= known.words and (known.head == seen.head or known.head in named_words("parts of bodies"))


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """By the last name, also misspelt, or by one of two surnames ("Ochoa" and "Sigifredo Ochoa Perez")."""
    short, full = sorted((one, other), key=len)
    if short[-1] == full[-1]:
        return len(short) == 1 or short[0] == full[0] or short[0] in full
    if len(short) == 1 < len(full) and _misspelt(short[0], full[-1]):
        return True
    return len(short) < len(full) and short[-1] in full[1:] and all(name in full for name in short)


def _is_surname(words: frozenset[str], person: tuple[str, ...], *, proper: bool) -> bool:
    """Whether words without a label are a surname of a person, in two parts too ("Utso-Efe"), or that misspelt."""
    if words and words <= set(person[1:] or person):
        return True
    return proper and len(words) == 1 and _misspelt(next(iter(words)), person[-1])


def _misspelt(one: str, other: str) -> bool:
    """Whether two surnames are one with a letter changed, left out, put in or moved: "Irabor" and "Itabor"."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LONG_SURNAME or one[0] != other[0] or len(long) - len(short) > 1:
        return False
    begin = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    ends = zip(reversed(short), reversed(long), strict=False)
    end = next((n for n, (a, b) in enumerate(ends) if a != b), len(short))
    # What differs between the common beginning and the common end.
    return len(long) - begin - end <= 1 or (len(short) == len(long) and begin + end + 2 >= len(long))


def is_anaphoric(document: Document, speaker: Speaker) -> bool:
    """ "The source", "the ministry", "the Britain-based group": definite, without a name, with few words."""
    tokens = [t for t in range(speaker.start, speaker.end) if not in_seat(document, t) and document.lower[t] != "-"]
    named = [t for t in tokens if document.lower[t] != "tv"]
    proper = any(document.pos[t] == "PROPN" or (document.words[t].isupper() and t > tokens[0]) for t in named)
    return len(tokens) <= _ANAPHOR and not proper and document.lower[speaker.start] in _POINTING


def person_name(document: Document, speaker: Speaker) -> list[int]:
    """The tokens of the person's name in a speaker's name; none in "Howland police" and "Zaire's mother"."""
    start, end = speaker.start, speaker.end
    found: list[int] = []
    for token in range(start, end):
        if document.entity[token] == "PERSON" and document.pos[token] == "PROPN":
            found.append(token)
        elif found and not (document.lower[token] == "-" and document.entity[token] == "PERSON"):
            break
    if found and found[-1] < speaker.head and "," not in document.lower[found[-1] : speaker.head]:
        found = []
    if not found and end - start > 1 and document.pos[end - 1] == "PROPN" and is_cut(document, end - 2):
        # "Lt. Boyle", whatever label the surname was given.
        return [end - 1]
    office = next((t for t in range(end - 1, start - 1, -1) if is_office(document, t)), None)
    if office is None or not 2 < end - office <= _LONGEST_PERSON:
        return found
    rest = range(office + 1, end)
    if document.words[office].islower() or not found:
        # "spokesman Juan Hernandez", whatever label the name was given.
        named = all(document.pos[t] == "PROPN" and document.entity[t] not in _PLACES for t in rest)
        return list(rest) if named else found
    return found
