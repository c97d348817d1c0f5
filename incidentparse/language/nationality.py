"""Of what country a person or thing is said to be: "a US priest", "Jesuits of Spanish origin", "nationals of India"."""

from __future__ import annotations

from incidentparse.language.countries import CountryWord, find_countries
from incidentparse.language.document import Document
from incidentparse.language.lexicon import Hit
from incidentparse.language.named_words import victim_words

# Words between "of" and "origin", behind the phrase: "of mixed French and Spanish origin".
_ORIGIN_REACH = 5
_HYPHENS = frozenset({"-", "–"})


def nationality(document: Document, start: int, end: int) -> str | None:
    """The country of the people or thing in tokens ``start`` to before ``end``, by its adjective or what follows."""
    for hit in find_countries(document, start, end):
        if _tells_whose(document, hit, start, end):
            return hit.value.code
    return _behind(document, end) or _apposed(document, end)


def _tells_whose(document: Document, hit: Hit[CountryWord], start: int, end: int) -> bool:
    """Whether a country word stands before the noun, or behind "of" a noun that takes it so."""
    behind = document.lower[hit.end : hit.end + 2]
    if len(behind) == 2 and behind[0] in _HYPHENS and behind[1] not in victim_words("native"):
        # "US-backed rebels"
        return False
    if hit.value.demonym or hit.value.capitals:
        return True
    before = [t for t in range(start, hit.start) if document.lower[t] in ("of", "from")]
    if not before and hit.end < end and document.entity[hit.start] == "GPE":
        # "Mali's army base", "the Syria convoy"
        return True
    return bool(before) and document.lemmas[before[-1] - 1] in victim_words("subjects")


def _apposed(document: Document, end: int) -> str | None:
    """ "The driver, a Kenyan national,": the country in what stands behind a comma for the same person."""
    if document.lower[end : end + 1] != [","] or document.lower[end + 1 : end + 2] not in (["a"], ["an"]):
        return None
    phrase = document.phrase_of.get(end + 1)
    if phrase is None or document.deps[phrase[1] - 1] != "appos" or document.heads[phrase[1] - 1] != end - 1:
        return None
    hit = next((h for h in find_countries(document, *phrase) if h.value.demonym or h.value.capitals), None)
    return hit.value.code if hit is not None and _tells_whose(document, hit, *phrase) else None


def _behind(document: Document, end: int) -> str | None:
    """ "of Spanish origin", "citizens | of Spain" right behind the phrase."""
    if end >= len(document) or document.lower[end] not in ("of", "from"):
        return None
    stop = min(document.sentence(end).end, end + _ORIGIN_REACH)
    hit = next(iter(find_countries(document, end + 1, stop)), None)
    if hit is None:
        return None
    origin = not victim_words("origins").isdisjoint(document.lower[hit.end : hit.end + 1])
    subject = hit.start - end <= 2 and document.lemmas[end - 1] in victim_words("subjects")
    return hit.value.code if origin or subject else None
