"""How far a sentence reaches where the parse cut it at the full stop behind a rank ("Navy Capt. | Jeff Davis said")."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from incidentparse.language.document import Document
from incidentparse.language.lexicon import load_lexicon
from incidentparse.mentions import Tokens

# Three ranks in a row are the most that copy writes ("Acting Insp. Gen. Dr.").
_MOST_CUTS = 3


class ShortTitle(BaseModel):
    """A line of ``short_titles.jsonl``: a rank or form of address that is written short, with or without a full stop.

    Attributes:
        short: as written, in small letters without the stop.
        title: what it stands for.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    short: str
    title: str


@cache
def short_titles() -> frozenset[str]:
    """The short forms of ranks and forms of address."""
    return frozenset(entry.short for entry in load_lexicon("short_titles.jsonl", ShortTitle))


def is_cut(document: Document, stop: int) -> bool:
    """Whether the token ``stop`` is the full stop of a rank with the name behind it."""
    return (
        document.lower[stop] == "."
        and 0 < stop < len(document) - 1
        and document.folded[stop - 1].rsplit("-", 1)[-1] in short_titles()
        and document.words[stop - 1][0].isupper()
        and document.starts[stop] == document.ends[stop - 1]
        and document.words[stop + 1][0].isupper()
    )


def sentence_bounds(document: Document, token: int) -> Tokens:
    """First and past-last token of the sentence that holds ``token``, across the full stops of ranks."""
    sentence = document.sentence(token)
    start, end = sentence.start, sentence.end
    for _ in range(_MOST_CUTS):
        if start < 2 or not is_cut(document, start - 1):
            break
        start = document.sentence(start - 1).start
    for _ in range(_MOST_CUTS):
        if end >= len(document) or not is_cut(document, end - 1):
            break
        end = document.sentence(end).end
    return start, end
