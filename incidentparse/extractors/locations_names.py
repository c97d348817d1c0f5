"""Where in a document places are named: the model's entities, country words, names that grammar shows to be places."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from incidentparse.language.countries import country_by_demonym, country_by_name, find_countries
from incidentparse.language.country_cues import group_spans
from incidentparse.language.document import Document
from incidentparse.language.lexicon import PhraseIndex
from incidentparse.language.place_words import (
    ARTICLES,
    KIND_APART,
    LOCATIVE,
    NAME_LINKS,
    STRICTLY_LOCATIVE,
    place_kinds,
)
from incidentparse.mentions import Tokens
from incidentparse.record import PlaceKind

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# What a name found by grammar alone may not be.
_OTHER_LABELS = frozenset(
    {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE", "NORP", "EVENT", "LAW"}
)
_HYPHENS = frozenset("-–‐‑")
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december summer winter autumn spring ramadan eid christmas easter mr mrs ms dr gen lt col maj capt sgt president minister police court god "
    "internet twitter facebook reuters afp ap video photo image read".split()
)

_SHORTEST_POSSESSIVE = 4
_DASHES = frozenset({"-", "--", "–", "—"})
_DATELINE_SENTENCES, _LONGEST_DATELINE, _DATELINE_REACH = 4, 3, 8
_TIED = ("-led", "-backed", "-based", "-controlled", "-held", "-run", "-born", "-allied", "-linked")
_LONGEST_ACRONYM, _POSTAL_ABBREVIATION = 6, 2
# Words with which the name of a body that bears its place's name goes on: "Dhaka University", "Wajid airstrip".
# After these any name is a place, whatever the model holds it for.
_ALWAYS = frozenset({"in", "near", "at"})
# Labels that the model gives to names it does not know.
_MISTAKEN_LABELS = frozenset({"NORP", "EVENT", "LAW", "LANGUAGE"})
_LOCAL_BODIES = frozenset("police news deputies firefighters residents officials sheriff apartment home".split())
_BODY_WORDS = frozenset(
    "university college school hospital police department sheriff office court jail airport airstrip airfield medical "
    "club hotel church mosque temple market mall cathedral academy institute council city county state district prison "
    "station base stadium park center centre high elementary middle general regional municipal metropolitan fire".split()
)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place name in a document.

    Attributes:
        start: first token of name and kind word together.
        end: one past the last.
        name: tokens of the name proper.
        kind: what its kind word says it is.
        country: code where it is a country's name or demonym.
        demonym: it is a demonym.
        rule: how it was found.
    """

    start: int
    end: int
    name: Tokens
    kind: PlaceKind | None
    country: str | None
    demonym: bool
    rule: str


def find_names(document: Document) -> list[PlaceName]:
    """The place names of a document in order, none overlapping another."""
    taken = [False] * len(document)
    names: list[PlaceName] = []

    def take(name: PlaceName | None) -> None:
        if name is not None and not any(taken[name.start : name.end]):
            taken[name.start : name.end] = [True] * (name.end - name.start)
            names.append(name)

    for start, end in group_spans(document):
        # "Islamic State" is no state.
        taken[start:end] = [True] * (end - start)
    countries = {hit.start: hit for hit in find_countries(document)}
    bare = _bare_possessives(document)
    for entity_start, entity_end, label in document.entities:
        if label not in _PLACE_LABELS:
            continue
        for start, end in _pieces(document, entity_start, entity_end, bare):
            trimmed = _trim(document, start, end)
            if trimmed and not (trimmed[0] in countries and countries[trimmed[0]].end >= trimmed[1]):
                take(_with_kind(document, *trimmed, rule="entity"))
    for token, code in bare.items():
        take(PlaceName(token, token + 1, (token, token + 1), PlaceKind.COUNTRY, code, False, "country"))
    for hit in countries.values():
        if not any(taken[hit.start : hit.end]):
            take(
                PlaceName(hit.start, hit.end, (hit.start, hit.end), PlaceKind.COUNTRY, hit.value.code,
                          hit.value.demonym, "demonym" if hit.value.demonym else "country")
            )  # fmt: skip
    for start, end, label in document.entities:
        if label == "ORG" and not any(taken[start:end]):
            take(_in_body(document, start, end))
    for start, end in _runs(document):
        if not any(taken[start:end]):
            take(_by_grammar(document, start, end))
    for start, end in _datelines(document):
        take(PlaceName(start, end, (start, end), None, None, False, "dateline"))
    for token in _capitals(document):
        take(PlaceName(token, token + 1, (token, token + 1), PlaceKind.CITY, None, False, "capital"))
    return sorted(names, key=lambda n: n.start)


def _bare_possessives(document: Document) -> dict[int, str]:
    """Countries whose apostrophe an archive has lost: "Syrias Idlib province"."""
    found = {}
    for token, word in enumerate(document.words):
        if (
            len(word) > _SHORTEST_POSSESSIVE
            and word[0].isupper()
            and word[-1] == "s"
            and document.pos[token] == "PROPN"
        ):
            code = country_by_name(word[:-1])
            if code is not None and country_by_name(word) is None and country_by_demonym(word) is None:
                found[token] = code
    return found


def _pieces(document: Document, start: int, end: int, apart: Container[int]) -> Iterator[Tokens]:
    """The names inside an entity: cut at commas ("Gastonia, North Carolina") and around words that stand apart."""
    piece = start
    for token in range(start, end):
        if document.words[token] in (",", ";", "/") or token in apart:
            if piece < token:
                yield piece, token
            piece = token + 1
    if piece < end:
        yield piece, end


def _datelines(document: Document) -> Iterator[Tokens]:
    """The place at the head of a paragraph: "HOUSTON - ", "FORT LAUDERDALE, Fla. (AP) -"."""
    words = document.words
    for sentence in document.sentences[:_DATELINE_SENTENCES]:
        start = token = sentence.start
        while token < sentence.end and (words[token].isupper() and words[token][0].isalpha() and len(words[token]) > 1):
            token += 1
        if not start < token <= start + _LONGEST_DATELINE:
            continue
        after = words[token : token + _DATELINE_REACH]
        if any(w in _DASHES for w in after) and (after[0] in _DASHES or after[0] in (",", "(")):
            yield start, token


def _trim(document: Document, start: int, end: int) -> Tokens | None:
    """An entity without what is not its name: article, possessive, quotation marks, words in lower case at its ends."""
    lower, words = document.lower, document.words
    while (start < end and not words[start][0].isalnum()) or (
        start < end and (lower[start] in ARTICLES or (words[start].islower() and lower[start] not in NAME_LINKS))
    ):
        start += 1
    while start < end and (not words[end - 1][0].isalnum() or lower[end - 1] in ("'s", "’s", "s")):
        end -= 1
    if start >= end or lower[start] in _NOT_NAMES or _acronym(document, start, end) or lower[end - 1].endswith(_TIED):
        return None
    hit = place_kinds().match(document.folded, start, end)
    if hit is not None and hit.end == end:
        # A kind of place alone: "the University".
        return None
    return start, end


def _acronym(document: Document, start: int, end: int) -> bool:
    """A lone word in capitals is a body ("UN", "BNP"), save a state's abbreviation behind a town: "Dayton, OH"."""
    word = document.words[start]
    if end - start > 1 or not word.isupper() or len(word) > _LONGEST_ACRONYM or "." in word:
        return False
    return not (start > 0 and document.words[start - 1] == "," and len(word) == _POSTAL_ABBREVIATION)


def _in_body(document: Document, start: int, end: int) -> PlaceName | None:
    """The place in the name of a body or building: "Dhaka" of "Dhaka University"."""
    lower, words = document.lower, document.words
    if start < end and lower[start] in ARTICLES:
        start += 1
    stop = next((t for t in range(start, end) if lower[t] in _BODY_WORDS), None)
    if stop is None or stop == start or _acronym(document, start, stop):
        return None
    if not all(words[t][0].isupper() or words[t] in _HYPHENS or lower[t] in NAME_LINKS for t in range(start, stop)):
        return None
    return PlaceName(start, end, (start, stop), PlaceKind.LANDMARK, None, False, "organisation")


def _with_kind(document: Document, start: int, end: int, *, rule: str) -> PlaceName | None:
    """A name with the kind word in it, after it or before it."""
    folded, stop = document.folded, document.sentence(start).end
    index: PhraseIndex[PlaceKind] = place_kinds()
    name, kind = (start, end), None
    # Inside: "Idlib Province".
    for token in range(start + 1, end):
        hit = index.match(folded, token, end)
        if hit is not None and hit.end == end:
            kind = hit.value
            if kind in KIND_APART:
                name = (start, token)
            break
    if kind is None and end < stop and (hit := index.match(folded, end, stop)) is not None:
        # After: "Idlib province", but "in Idlib areas" only if the word is not itself a name's beginning.
        kind = hit.value
        end = hit.end
        if kind not in KIND_APART:
            name = (start, end)
    before = _kind_before(document, start)
    if before is not None and (kind is None or kind not in KIND_APART):
        if kind is None:
            kind = before[1]
        start = before[0]
    return PlaceName(start, end, name, kind, None, False, rule)


def _kind_before(document: Document, start: int) -> tuple[int, PlaceKind] | None:
    """The kind word of "the village of X", "village X", "Lake X", and its first token."""
    lower, first = document.lower, document.sentence(start).start
    token = start - 1
    if token >= first and lower[token] in ARTICLES:
        token -= 1
    linked = token >= first and lower[token] in ("of", "called", "named")
    if linked:
        token -= 1
    elif token < start - 1:
        return None
    for begin in range(max(first, token - 2), token + 1):
        hit = place_kinds().match(document.folded, begin, token + 1)
        if hit is not None and hit.end == token + 1:
            if (
                linked
                and begin > first
                and document.words[begin - 1][0].isupper()
                and document.pos[begin - 1] == "PROPN"
            ):
                # "Muzaffarpur district of Bihar": the district is Muzaffarpur.
                return None
            return (begin, hit.value) if hit.value in KIND_APART or hit.value is PlaceKind.LANDMARK else None
    return None


def _runs(document: Document) -> list[Tokens]:
    """Maximal runs of words with a capital, joined by hyphens and small words of names."""
    words, lower, pos = document.words, document.lower, document.pos
    runs = []
    token, size = 0, len(document)
    while token < size:
        if not _capital(words[token], pos[token], lower[token]):
            token += 1
            continue
        start = token
        if start > 1 and words[start - 1] in _HYPHENS and lower[start - 2] in NAME_LINKS:
            start -= 2
        token += 1
        while token < size:
            if _capital(words[token], pos[token], lower[token]):
                token += 1
            elif (
                token + 1 < size
                and (words[token] in _HYPHENS or lower[token] in NAME_LINKS)
                and _capital(words[token + 1], pos[token + 1], lower[token + 1])
            ):
                token += 2
            elif (
                token + 2 < size
                and (words[token] in _HYPHENS or lower[token] in NAME_LINKS)
                and (words[token + 1] in _HYPHENS or lower[token + 1] in NAME_LINKS)
                and _capital(words[token + 2], pos[token + 2], lower[token + 2])
            ):
                token += 3
            else:
                break
        runs.append((start, token))
    return runs


def _capital(word: str, pos: str, lower: str) -> bool:
    return word[0].isupper() and pos in ("PROPN", "NOUN", "ADJ", "X", "VERB") and lower not in _NOT_NAMES


def _by_grammar(document: Document, start: int, end: int) -> PlaceName | None:
    """A run of capitals that a preposition or a kind word shows to be a place, or None."""
    lower, pos, entity = document.lower, document.pos, document.entity
    sentence = document.sentence(start)
    label = entity[start]
    always = start > sentence.start and lower[start - 1] in _ALWAYS and not sentence.title
    if _acronym(document, start, end) or (label in _OTHER_LABELS and label not in _MISTAKEN_LABELS):
        return None
    if not always and all(pos[t] != "PROPN" for t in range(start, end)):
        return None
    hit = place_kinds().match(document.folded, start, end)
    if hit is not None and hit.end == end:
        return None
    if end < sentence.end and lower[end] in _LOCAL_BODIES and entity[start] != "PERSON":
        # "Jackson police", "Youngstown news".
        return PlaceName(start, end + 1, (start, end), PlaceKind.LANDMARK, None, False, "organisation")
    name = _with_kind(document, start, end, rule="kind_word")
    before = name.start - 1 if name is not None else start - 1
    while before >= sentence.start and lower[before] in ARTICLES:
        before -= 1
    preposition = lower[before] if before >= sentence.start else ""
    if name is not None and name.kind is not None and name.end - name.start > end - start:
        # The kind word stands beside the run and is not just its last word.
        return name if preposition in LOCATIVE or name.kind in KIND_APART else None
    if name is not None and name.kind in KIND_APART and name.name != (start, end) and entity[start] != "PERSON":
        # "Kurram Agency", "Shan State".
        return name
    if label in _MISTAKEN_LABELS and not always:
        return None
    if preposition in STRICTLY_LOCATIVE and label != "PERSON":
        return PlaceName(start, end, (start, end), name.kind if name else None, None, False, "preposition")
    if preposition in _ALWAYS or (preposition in ("of", "from", "to", "on") and label == ""):
        return PlaceName(start, end, (start, end), name.kind if name else None, None, False, "preposition")
    return None


def _capitals(document: Document) -> list[int]:
    """Where the text says "the capital" or "the Syrian capital" and names none."""
    lower = document.lower
    return [
        token
        for token in range(1, len(document))
        if lower[token] == "capital"
        and (lower[token - 1] == "the" or country_by_demonym(document.words[token - 1]) is not None)
        and (token + 1 == len(document) or lower[token + 1] not in ("of", "city", "punishment", ","))
        and not (token + 1 < len(document) and document.words[token + 1][0].isupper())
    ]
