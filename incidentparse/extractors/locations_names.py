"""Where in a document places are named: the model's entities, country words, names that grammar shows to be places."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from incidentparse.extractors.locations_kinds import HYPHENS, PlaceName, is_acronym, with_kind, without_speaker
from incidentparse.extractors.locations_runs import names_by_grammar
from incidentparse.language.countries import countries_in, country_by_demonym, country_by_name
from incidentparse.language.country_cues import group_spans
from incidentparse.language.document import PLACE_LABELS, Document
from incidentparse.language.named_words import named_words
from incidentparse.language.place_words import ARTICLES, KIND_APART, place_kinds, words_of
from incidentparse.language.punctuation import DASHES
from incidentparse.mentions import Tokens
from incidentparse.record import PlaceKind

# What stands inside entities between two names.
_CUTS = frozenset({",", ";", "/", "in"})
_AREAS = frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.DISTRICT})
# As in "Syrias", of the name of a country that has lost its apostrophe; "Laos" is no longer than this.
_SHORTEST_POSSESSIVE = 4
# A dateline stands in the first sentences, behind a title and its credits; its town has few words, its dash is near.
_DATELINE_SENTENCES, _LONGEST_DATELINE, _DATELINE_REACH = 4, 3, 8


def find_names(document: Document) -> list[PlaceName]:
    """The place names of a document in order, none overlapping another: of two readings the surer one stays."""
    taken = [False] * len(document)
    bare = _bare_possessives(document)
    # "Islamic State of Iraq" is no state and not Iraq; but "Russian forces" are of Russia.
    groups = {token for span in group_spans(document) for token in range(*span)}
    names: list[PlaceName] = []
    readings = (
        _by_entity(document, bare), _by_country(document, bare), _by_body(document), names_by_grammar(document, bare),
        _by_dateline(document), _by_capital(document),
    )  # fmt: skip
    for reading in readings:
        for name in reading:
            if not any(taken[name.start : name.end]) and (
                name.demonym or (_names(document, name) and groups.isdisjoint(range(name.start, name.end)))
            ):
                taken[name.start : name.end] = [True] * (name.end - name.start)
                names.append(name)
    return sorted(names, key=lambda n: n.start)


def _names(document: Document, name: PlaceName) -> bool:
    """Whether there is more to a name than words that only describe: not "Metropolitan" of "Metropolitan Police"."""
    if document.lower[name.end - 1] in words_of("community") and document.lower[name.name[0]] in words_of("people"):
        # "The Hazara community" are people.
        return False
    return any(word not in words_of("no_name") for word in document.lower[slice(*name.name)])


def _by_entity(document: Document, bare: Container[int]) -> Iterator[PlaceName]:
    countries = {hit.start: hit.end for hit in countries_in(document)}
    deeds = {frame.trigger for frame in document.frames}
    for entity_start, entity_end, label in document.entities:
        if label in PLACE_LABELS:
            whole = _before_kind(document, _whole(document, entity_end))
            for piece in _pieces(document, entity_start, whole, bare):
                trimmed = _trim(document, *piece, deeds)
                if trimmed is not None and countries.get(trimmed[0], 0) < trimmed[1]:
                    yield with_kind(document, *trimmed, rule="entity")


def _whole(document: Document, end: int) -> int:
    """Where an entity ends that the model has cut behind the article of an Arabic name: "Al" of "Al Arish"."""
    words = document.words
    cut = end < len(words) and document.lower[end - 1] in words_of("name_link") and words[end - 1][0].isupper()
    return end + 1 if cut and words[end][0].isupper() else end


def _before_kind(document: Document, end: int) -> int:
    """Where a name ends that goes on to the word for its kind: behind "Bandar" in "the Khanabad Bandar area"."""
    words, stop = document.words, document.sentence(end - 1).end
    if end + 1 >= stop or document.deps[end - 1] != "compound" or document.pos[end] != "PROPN":
        return end
    if document.entity[end] or not words[end].istitle() or not words[end + 1].islower():
        return end
    hit = place_kinds().match(document.folded, end + 1, stop)
    return end + 1 if hit is not None and hit.value in KIND_APART else end


def _by_country(document: Document, bare: Mapping[int, str]) -> Iterator[PlaceName]:
    for token, code in bare.items():
        yield PlaceName(token, token + 1, (token, token + 1), PlaceKind.COUNTRY, code, False, "country")
    for hit in countries_in(document):
        demonym = hit.value.demonym
        if demonym and (end := _before_kind(document, hit.end)) > hit.end:
            # "Thai Nguyen province" is in Vietnam.
            yield with_kind(document, hit.start, end, rule="kind_word")
            continue
        rule = "demonym" if demonym else "country"
        yield PlaceName(hit.start, hit.end, (hit.start, hit.end), PlaceKind.COUNTRY, hit.value.code, demonym, rule)


def _by_body(document: Document) -> Iterator[PlaceName]:
    for start, end, label in document.entities:
        if label == "ORG" and (name := _in_body(document, start, end)) is not None:
            yield name


def _by_dateline(document: Document) -> Iterator[PlaceName]:
    for start, end in _datelines(document):
        yield PlaceName(start, end, (start, end), None, None, False, "dateline")


def _by_capital(document: Document) -> Iterator[PlaceName]:
    for token in _capitals(document):
        yield PlaceName(token, token + 1, (token, token + 1), PlaceKind.CITY, None, False, "capital")


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
        if document.words[token] in _CUTS or token in apart or _holds_part(document, piece, token):
            if piece < token:
                yield piece, token
            piece = token + 1
    if piece < end:
        yield piece, end


def _holds_part(document: Document, piece: int, of: int) -> bool:
    """The "of" in "Moreno district of Buenos Aires", which is two names; "District of Columbia" is one."""
    if document.lower[of] != "of" or of - piece < 2:
        return False
    hit = place_kinds().match(document.folded, of - 1, of)
    return hit is not None and hit.value in KIND_APART


def _datelines(document: Document) -> Iterator[Tokens]:
    """The place at the head of a paragraph: "HOUSTON - ", "FORT LAUDERDALE, Fla. (AP) -"."""
    words = document.words
    for sentence in document.sentences[:_DATELINE_SENTENCES]:
        start = token = sentence.start
        named = _named_before_colon(document, start, sentence.end) if not sentence.title else None
        if named is not None:
            yield start, named
            continue
        while token < sentence.end and (words[token].isupper() and words[token][0].isalpha() and len(words[token]) > 1):
            token += 1
        if not start < token <= start + _LONGEST_DATELINE:
            continue
        after = words[token : token + _DATELINE_REACH]
        if after[:1] == [":"] and document.dateline is not None and document.dateline.start == document.starts[start]:
            # "QUETTA: A bomb went off"
            yield start, token
        if any(w in DASHES for w in after) and (after[0] in DASHES or after[0] in (",", "(")):
            yield start, token
            if after[0] == "," and len(after) > 1 and after[1][0].isupper():
                # The state or country: "CROSBY, TEXAS -", "FORT LAUDERDALE, Fla. (AP) -".
                stop = next(n for n, w in enumerate(after) if w in DASHES or w == "(")
                if 1 < stop <= 1 + _LONGEST_DATELINE and all(w[0].isupper() or w == "." for w in after[1:stop]):
                    yield token + 1, token + stop


def _named_before_colon(document: Document, start: int, end: int) -> int | None:
    """The end of a place in small letters at the head of a paragraph: "Imphal: Three villagers were killed"."""
    token = start
    while token < min(end, start + _LONGEST_DATELINE) and document.entity[token] == "GPE":
        token += 1
    opens = token > start and document.words[token : token + 1] == [":"] and token + 1 < end
    return token if opens and document.words[token + 1][0].isupper() else None


def _trim(document: Document, start: int, end: int, deeds: Container[int]) -> Tokens | None:
    """An entity without what is not its name: article, possessive, quotation marks, words in lower case at its ends."""
    lower, words = document.lower, document.words
    while (start < end and not words[start][0].isalnum()) or (
        start < end
        and (lower[start] in ARTICLES or (words[start].islower() and lower[start] not in words_of("name_link")))
    ):
        start += 1
    if start < end:
        end = without_speaker(document, start, end)
    while start < end and (
        not words[end - 1][0].isalnum()
        or lower[end - 1] in ("'s", "’s", "s", "of")
        or (end - start > 1 and end - 1 in deeds)
    ):
        # "Airport Shooting" in a headline.
        end -= 1
    if (
        start >= end
        or lower[start] in words_of("not_name")
        or is_acronym(document, start, end)
        or _tied(lower[end - 1])
    ):
        return None
    hit = place_kinds().match(document.folded, start, end)
    if hit is not None and hit.end == end:
        # A kind of place alone: "the University".
        return None
    return start, end


def _tied(word: str) -> bool:
    """ "U.S.-led" names no place."""
    head, _, tail = word.rpartition("-")
    return bool(head) and tail in named_words("detached")


def _in_body(document: Document, start: int, end: int) -> PlaceName | None:
    """The place in the name of a body or building: "Dhaka" of "Dhaka University"."""
    lower, words = document.lower, document.words
    if start < end and lower[start] in ARTICLES:
        start += 1
    if lower[end - 1] not in words_of("body") or lower[end - 2] not in words_of("ministry"):
        whole = with_kind(document, start, end, rule="kind_word")
        if whole.kind in _AREAS and start == whole.start and whole.name[1] == end - 1:
            # "Junin Department", and not the Defense Department.
            return whole
    stop = next((t for t in range(start, end) if lower[t] in words_of("body")), None)
    if stop is None or stop == start or is_acronym(document, start, stop):
        return None
    if not all(
        words[t][0].isupper() or words[t] in HYPHENS or lower[t] in words_of("name_link") for t in range(start, stop)
    ):
        return None
    return PlaceName(start, end, (start, stop), PlaceKind.LANDMARK, None, False, "organisation")


def _capitals(document: Document) -> list[int]:
    """Where the text says "the capital" or "the Syrian capital" and names none."""
    lower = document.lower
    return [
        token
        for token in range(1, len(document))
        if lower[token] == "capital"
        and (lower[token - 1] == "the" or country_by_demonym(document.words[token - 1]) is not None)
        and (token + 1 == len(document) or lower[token + 1] not in ("of", "city", "punishment", ","))
        and (token < 2 or lower[token - 2] not in words_of("no_capital"))
        and not (token + 1 < len(document) and document.words[token + 1][0].isupper())
    ]
