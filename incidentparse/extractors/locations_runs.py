"""Place names that the model missed: capitals that a preposition or a word for a kind of place shows to be a place."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from incidentparse.extractors.locations_kinds import HYPHENS, PlaceName, is_acronym, with_kind, without_speaker
from incidentparse.extractors.locations_struck import struck_names
from incidentparse.language.bearings import read_offset
from incidentparse.language.document import Document
from incidentparse.language.place_words import ARTICLES, KIND_APART, place_kinds, words_of
from incidentparse.mentions import Tokens
from incidentparse.record import PlaceKind

# What a name found by grammar alone may not be.
_OTHER_LABELS = frozenset(
    {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE", "NORP", "EVENT", "LAW"}
)
# What the tagger makes of names; of foreign ones also "Um" an interjection and "Kheir" a pronoun.
_NAME_POS = frozenset({"PROPN", "NOUN", "ADJ", "X", "VERB", "INTJ", "PRON"})
# Labels among them that the model gives to names it does not know.
_MISTAKEN_LABELS = frozenset({"NORP", "EVENT", "LAW", "LANGUAGE"})
# After these any name is a place, whatever the model holds it for.
_ALWAYS = frozenset({"in", "near", "at"})
# How far before "from X to Y" and "between X and Y" the word stands that shows X and Y to be places.
_WAY_REACH = 4


def names_by_grammar(document: Document, apart: Container[int] = ()) -> Iterator[PlaceName]:
    """The runs of capitals that their neighbours show to be places; a token set apart belongs to none of them."""
    struck = struck_names(document)
    for start, whole in _runs(document, apart):
        end = without_speaker(document, start, whole)
        if (name := _by_grammar(document, start, end, apart, struck=end - 1 in struck)) is not None:
            yield name


def _runs(document: Document, apart: Container[int]) -> list[Tokens]:
    """Maximal runs of words with a capital, joined by hyphens and small words of names."""
    words, lower, pos = document.words, document.lower, document.pos
    runs = []
    token, size = 0, len(document)
    while token < size:
        if token in apart or not _capital(words[token], pos[token], lower[token]):
            token += 1
            continue
        start = token
        if start > 1 and words[start - 1] in HYPHENS and lower[start - 2] in words_of("name_link"):
            start -= 2
        token += 1
        while token < size:
            if _capital(words[token], pos[token], lower[token]):
                token += 1
            elif (
                token + 1 < size
                and (
                    words[token] in HYPHENS or (lower[token] in words_of("name_link") and lower[token] not in _ENGLISH)
                )
                and _capital(words[token + 1], pos[token + 1], lower[token + 1])
            ):
                token += 2
            elif token + 1 < size and words[token] in HYPHENS and lower[token + 1] == lower[token - 1]:
                # "Tipo-tipo".
                token += 2
            elif (
                token + 2 < size
                and (words[token] in HYPHENS or lower[token] in words_of("name_link"))
                and (words[token + 1] in HYPHENS or lower[token + 1] in words_of("name_link"))
                and _capital(words[token + 2], pos[token + 2], lower[token + 2])
            ):
                token += 3
            elif (
                token + 3 < size
                and _joined(words, token)
                and _capital(words[token + 3], pos[token + 3], lower[token + 3])
            ):
                # "Conflans-sur-Orne".
                token += 4
            else:
                break
        runs.append((start, token))
    return runs


def _joined(words: Sequence[str], token: int) -> bool:
    """Whether a small word between two hyphens begins at a token."""
    return words[token] in HYPHENS and words[token + 2] in HYPHENS and words[token + 1].islower()


# Links of names that are English words too: only "at-Tall" is one name, "Boko Haram at Gudumbali" is two.
_ENGLISH = frozenset({"at", "an", "as", "am"})


def _capital(word: str, pos: str, lower: str) -> bool:
    return word[0].isupper() and pos in _NAME_POS and lower not in words_of("not_name")


def _by_grammar(document: Document, start: int, end: int, apart: Container[int], *, struck: bool) -> PlaceName | None:
    """A run of capitals that a preposition or a kind word shows to be a place, or None."""
    lower, entity = document.lower, document.entity
    sentence = document.sentence(start)
    if is_acronym(document, start, end):
        return None
    hit = place_kinds().match(document.folded, start, end)
    if hit is not None and hit.end == end:
        return None
    after = lower[end] if end < sentence.end else ""
    if after in words_of("force") or (after in words_of("local_body") and entity[start] != "PERSON"):
        # "Jackson police", "Youngstown news".
        return PlaceName(start, end + 1, (start, end), PlaceKind.LANDMARK, None, False, "organisation")
    name = with_kind(document, start, end, rule="kind_word")
    inside = start > sentence.start and not sentence.title
    always = inside and (lower[start - 1] in _ALWAYS or _measured(document, start))
    # A word for a kind of area right behind it is surer than the model.
    sure = struck or (name.end > end and name.kind in KIND_APART)
    if not sure and _no_place(document, start, end, always=always):
        return None
    before = name.start - 1
    while before >= sentence.start and (lower[before] in ARTICLES or before in apart):
        # "In Syrias Aleppo", where an archive has lost its apostrophes.
        before -= 1
    preposition = lower[before] if before >= sentence.start else ""
    if name.kind is not None and name.end - name.start > end - start:
        # The kind word stands beside the run and is not just its last word.
        return name if preposition in words_of("locative") or name.kind in KIND_APART else None
    if name.kind in KIND_APART and name.name != (start, end) and entity[start] != "PERSON":
        # "Kurram Agency", "Shan State".
        return name
    tied = entity[start] not in _MISTAKEN_LABELS or always
    if struck or (tied and (_along(name, preposition) or _tied_in(document, start, preposition, before))):
        return PlaceName(start, end, (start, end), name.kind, None, False, "preposition")
    return None


def _measured(document: Document, start: int) -> bool:
    """Whether a distance is told from a name: "17 km west of Arish", whatever the model holds it for."""
    if document.lower[start - 1] not in ("of", "from"):
        return False
    offset = read_offset(document, start)
    return offset is not None and offset.distance_km is not None


def _along(name: PlaceName, preposition: str) -> bool:
    """Whether a road is told of as one: "along Pattani-Hat Yai Road"."""
    return name.kind is PlaceKind.ROAD and preposition in words_of("locative")


def _no_place(document: Document, start: int, end: int, *, always: bool) -> bool:
    """What the model says speaks against a place."""
    label = document.entity[start]
    if label in _OTHER_LABELS and label not in _MISTAKEN_LABELS:
        return True
    return not always and all(document.pos[t] != "PROPN" for t in range(start, end))


def _tied_in(document: Document, start: int, preposition: str, before: int) -> bool:
    """Whether the word before a run, at ``before``, ties it in as a place."""
    label, first = document.entity[start], document.sentence(start).start
    if preposition in ("of", "from") and (offset := read_offset(document, start)) is not None:
        # "30 km from Tessalit"; "south of Bevin" may be a street.
        # With what holds it behind it, it is a place: "south of Sheikh Zuweid in North Sinai".
        return offset.distance_km is not None or _held(document, start)
    if preposition == "to" and read_offset(document, start) is not None:
        # "Close to Jabal az-Zawiya".
        return True
    if preposition == "of" and document.lower[before - 1] in words_of("inhabitants"):
        # "Five villagers of Sehao".
        return True
    if preposition in words_of("strictly_locative") and _people(document, start, before):
        return False
    if preposition in _ALWAYS or (preposition in words_of("strictly_locative") and label != "PERSON"):
        return True
    if preposition == "of" and label != "PERSON" and _named_part(document, before, first):
        return True
    if preposition in ("from", "to", "between", "and") and _on_the_way(document, before, first):
        return True
    return preposition in ("of", "from", "to", "on") and label == "" and not _people(document, start, before)


def _people(document: Document, start: int, before: int) -> bool:
    """ "Of the Jesuits", "of Senator Samper": people, no places."""
    lower = document.lower
    if lower[start] in words_of("title") and document.pos[start + 1 : start + 2] == ["PROPN"]:
        return lower[start] not in words_of("place_title") or lower[start - 1] not in _ALWAYS
    return start - before > 1 and document.tags[start] == "NNPS"


def _held(document: Document, start: int) -> bool:
    """Whether "in" and another name follow a run of capitals."""
    words, end = document.words, document.sentence(start).end
    token = start
    while token < end and words[token][0].isupper():
        token += 1
    return token + 1 < end and words[token] == "in" and words[token + 1][0].isupper()


def _named_part(document: Document, of: int, first: int) -> bool:
    """ "Bejpara area of": what follows is the place that holds it."""
    for begin in range(max(first, of - 2), of):
        hit = place_kinds().match(document.folded, begin, of)
        if hit is not None and hit.end == of:
            return hit.value in KIND_APART and begin > first and document.words[begin - 1][0].isupper()
    return False


def _on_the_way(document: Document, link: int, first: int) -> bool:
    """ "Travelling from X to Y", "on the road between X and Y": X and Y are places."""
    lower = document.lower
    if lower[link] in ("to", "and"):
        opening = "from" if lower[link] == "to" else "between"
        start = next((t for t in range(link - 1, max(first, link - _WAY_REACH) - 1, -1) if lower[t] == opening), None)
        if start is None:
            return False
        link = start
    if lower[link] == "between" and any(
        f.trigger == document.heads[link] and f.sense != "clash" for f in document.frames
    ):
        # "Was attacked between Uchiza and Tocache".
        return True
    return any(w in words_of("travel") for w in lower[max(first, link - _WAY_REACH) : link])
