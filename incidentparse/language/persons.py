"""Persons by name: each under the fullest form of the name that the article gives."""

from __future__ import annotations

from collections.abc import Iterator

from incidentparse.language.actor_nouns import actor_noun
from incidentparse.language.countries import countries_in
from incidentparse.language.document import Document
from incidentparse.language.named_words import named_words
from incidentparse.language.party import Party
from incidentparse.language.person_names import is_title
from incidentparse.record import ActorKind

_JOINTS = frozenset({"-", "'", "’", ".", '"', "“", "”"})
# An age tells a first and last name, with one or two between them; people of 10 to 99.
_SHORTEST, _LONGEST, _AGE_DIGITS = 2, 4, 2
_GENERATIONS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def read_persons(document: Document, taken: set[int]) -> list[Party]:
    """The persons named, in the order of the text; none on the tokens ``taken``."""
    taken = taken | {t for hit in countries_in(document) for t in range(hit.start, hit.end)}
    # In headlines words of the deed and of the place pass for names: "Austin Shooting Kills", "Cincinnati Nightclub".
    taken |= {frame.trigger for frame in document.frames}
    taken |= {t for t, word in enumerate(document.folded) if word in named_words("places beside persons")}
    known = [(start, end) for start, end, label in document.entities if label == "PERSON"]
    labelled = {t for start, end in known for t in range(start, end)}
    aged = [name for name in _aged(document) if labelled.isdisjoint(range(*name))]
    spans = [
        span
        for start, end in sorted({*known, *aged})
        if (span := _with_first_name(document, _trim(document, start, end))) and taken.isdisjoint(range(*span))
    ]
    fullest: dict[str, tuple[int, int]] = {}
    for span in spans:
        key = _surname(document, *span)
        best = fullest.get(key)
        if best is None or span[1] - span[0] > best[1] - best[0]:
            fullest[key] = span
    return [
        Party(start, end, document.slice(*fullest[key]), f"person:{key}", ActorKind.INDIVIDUAL, "person")
        for start, end in spans
        for key in [_surname(document, start, end)]
    ]


def _aged(document: Document) -> Iterator[tuple[int, int]]:
    """Names that an age stands beside, whatever the model takes them for: "45-year-old Ryan Cole", "Ryan Cole, 45,"."""
    for token in range(2, len(document) - 2):
        if document.lower[token] == "old" and document.lower[token - 2] == "year":
            start, end = token + 1, token + 1
            while end < len(document) and _is_name(document, end):
                end += 1
        elif document.words[token - 1] == "," and _is_age(document, token):
            start, end = token - 1, token - 1
            while start > 0 and _is_name(document, start - 1):
                start -= 1
        else:
            continue
        if _SHORTEST <= end - start <= _LONGEST:
            yield start, end


def _is_age(document: Document, token: int) -> bool:
    word = document.words[token]
    return len(word) == _AGE_DIGITS and word.isdigit() and document.words[token + 1] in (",", ".", ";")


def _is_name(document: Document, token: int) -> bool:
    word = document.words[token]
    return document.pos[token] == "PROPN" and word[0].isupper() and (word[-1].islower() or word[-1] == ".")


def _trim(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """The name without possessive mark and stray punctuation."""
    comma = next((t for t in range(start, end) if document.words[t] == "," or document.words[t][:1].isdigit()), end)
    end = comma if comma > start else end
    while end - start > 1 and document.words[end - 1].islower() and document.pos[end - 1] == "ADV":
        end -= 1
    while end > start and (document.tags[end - 1] == "POS" or not document.words[end - 1][:1].isalnum()):
        end -= 1
    while start < end and not document.words[start][:1].isalpha():
        start += 1
    if start >= end or not any(document.words[t][:1].isupper() for t in range(start, end)):
        return None
    if any(document.words[t] == "\n" or "\n" in document.words[t] for t in range(start, end)):
        return None
    return start, end


def _with_first_name(document: Document, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """A surname with the first name that the model leaves out: "Hector | Lemus"."""
    if span is None or span[1] - span[0] > 1 or span[0] == 0:
        return span
    first = span[0] - 1
    named = document.pos[first] == "PROPN" and document.deps[first] == "compound" and document.heads[first] == span[0]
    plain = document.entity[first] == "" and document.words[first][:1].isupper() and not is_title(document, first)
    return (first, span[1]) if named and plain and actor_noun(document, first) is None else span


def _surname(document: Document, start: int, end: int) -> str:
    names = [document.folded[t] for t in range(start, end) if document.folded[t] not in _GENERATIONS | _JOINTS]
    return names[-1] if names else document.folded[end - 1]
