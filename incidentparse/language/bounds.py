"""How far a sentence reaches where the parse cut it at the full stop behind a rank ("Navy Capt. | Jeff Davis said")."""

from __future__ import annotations

from functools import cache

from incidentparse.language.document import Document
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.mentions import Tokens

# Three ranks in a row are the most that copy writes ("Acting Insp. Gen. Dr."); 136 articles have two.
_MOST_CUTS = 3
# "Additional Superintendent of Police (Operations) Dantewada District": a title that the parse cut off is no longer.
_LONGEST_TITLE = 12


class ShortTitle(LexiconEntry):
    """A line of ``short_titles.jsonl``: a rank or form of address that is written short, with or without a full stop.

    Attributes:
        short: as written, in small letters without the stop.
        title: what it stands for.
    """

    short: str
    title: str


@cache
def short_titles() -> dict[str, str]:
    """What the short forms of ranks and forms of address stand for."""
    return {entry.short: entry.title for entry in load_lexicon("short_titles.jsonl", ShortTitle)}


def is_cut(document: Document, stop: int) -> bool:
    """Whether the token ``stop`` is, or ends in, the full stop of a rank with the name behind it."""
    if not 0 < stop < len(document) - 1 or not document.words[stop + 1][0].isupper():
        return False
    rank = document.folded[stop]
    if rank == ".":
        if document.starts[stop] != document.ends[stop - 1]:
            return False
        stop, rank = stop - 1, document.folded[stop - 1]
    elif not rank.endswith("."):
        return False
    return document.words[stop][0].isupper() and rank.rstrip(".").rsplit("-", 1)[-1] in short_titles()


def sentence_bounds(document: Document, token: int) -> Tokens:
    """First and past-last token of the sentence that holds ``token``, across cuts inside a title and its name."""
    sentence = document.sentence(token)
    start, end = sentence.start, sentence.end
    for _ in range(_MOST_CUTS):
        if start < 2 or not (is_cut(document, start - 1) or _goes_on(document, start)):
            break
        start = document.sentence(start - 1).start
    for _ in range(_MOST_CUTS):
        if end >= len(document) or not (is_cut(document, end - 1) or _goes_on(document, end)):
            break
        end = document.sentence(end).end
    return start, end


def _goes_on(document: Document, start: int) -> bool:
    """Whether the sentence before ``start`` is a title cut off from its name: "Superintendent of Police (City) | X"."""
    before = document.sentence(start - 1)
    ended = document.pos[start - 1] in ("PUNCT", "SPACE") and document.lower[start - 1] != ")"
    if ended or before.end - before.start > _LONGEST_TITLE or before.title != document.sentence(start).title:
        return False
    if "\n" in document.text[document.ends[start - 1] : document.starts[start]]:
        return False
    return document.pos[start] == "PROPN" and not any(document.pos[t] in ("VERB", "AUX") for t in before)
