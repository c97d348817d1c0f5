"""How far a sentence reaches where the parse cut it at the full stop behind a rank ("Navy Capt. | Jeff Davis said")."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.mentions import Tokens

# Ranks and forms of address that are written short, with a full stop.
ABBREVIATED = frozenset(
    "mr mrs ms dr prof rev lt col gen maj capt sgt cpl pvt brig adm cmdr sen rep gov supt insp det dep msgr fr st hon"
    " alh barr engr sp dsp csp asp pro"
    .split()
)  # fmt: skip
# Three ranks in a row are the most that copy writes ("Acting Insp. Gen. Dr.").
_MOST_CUTS = 3


def is_cut(document: Document, stop: int) -> bool:
    """Whether the token ``stop`` is the full stop of a rank with the name behind it."""
    return (
        document.lower[stop] == "."
        and 0 < stop < len(document) - 1
        and document.folded[stop - 1].rsplit("-", 1)[-1] in ABBREVIATED
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
