"""Phrases of people whose number stands without a noun: "killing 3", "a third was", "all but two of the 15"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from incidentparse.language.ages import in_apposition
from incidentparse.language.document import Document
from incidentparse.language.named_words import casualty_words
from incidentparse.language.number_words import ordinals
from incidentparse.language.people import People, Reading, people_index
from incidentparse.language.quantities import Quantity
from incidentparse.language.time_words import time_words

# Closed class of grammar.
_BEHIND_NTH = frozenset(("AUX", "VERB", "ADP", "PUNCT", "CCONJ", "SCONJ"))
OTHERS = frozenset("others other more".split())


def remainder(document: Document, share: People) -> People:
    """ "all but two of the 15 passengers": thirteen."""
    before = document.folded[max(0, share.start - 2) : share.start]
    whole = share.whole
    if before != ["all", "but"] or whole is None or whole.high is None or whole.low <= share.low:
        return share
    left = whole.low - share.low
    return replace(share, start=share.start - 2, number=(share.start - 2, whole.end), low=left, high=left)


def nth(document: Document, quantity: Quantity, end: int) -> People | None:
    """ "a third was shot dead", "injured a third in Dorwa": one more, and the number of him."""
    token = quantity.end
    if not quantity.article or token + 1 >= end or document.folded[token] not in ordinals():
        return None
    # "a third of the victims" is a share.
    if document.pos[token + 1] not in _BEHIND_NTH or document.folded[token + 1] == "of":
        return None
    return People(
        quantity.start, token + 1, token, 1, 1, Reading.SINGLE, (quantity.start, token + 1),
        more=True, ordinal=ordinals()[document.folded[token]],
    )  # fmt: skip


def other_one(document: Document, token: int, end: int) -> People | None:
    """ "one dead, the other critically wounded", "the sixth was wounded": the one left of those told of."""
    after = token + 2
    if after >= end or document.folded[token] != "the":
        return None
    if document.folded[token + 1] != "other" and document.folded[token + 1] not in ordinals():
        return None
    while after < end - 1 and document.pos[after] == "ADV" and document.folded[after] not in casualty_words("states"):
        after += 1
    if document.pos[after] != "AUX" and document.folded[after] not in casualty_words("states"):
        return None
    return People(token, token + 2, token + 1, 1, 1, Reading.DEFINITE, (token, token + 2))


def as_many(document: Document, token: int, end: int, before: Sequence[People]) -> People | None:
    """ "Three people died and as many were injured": the number told last."""
    if document.folded[token] != "as" or document.folded[token + 1 : token + 2] != ["many"] or not before:
        return None
    counted = before[-1].reading in (Reading.COUNTED, Reading.NUMBER)
    stop = token + 2
    if not counted or (stop < end and document.folded[stop] == "as"):
        return None
    if stop < end and document.folded[stop] in OTHERS:
        stop += 1
    return People(token, stop, stop - 1, before[-1].low, before[-1].high, Reading.NUMBER, (token, stop), more=True)


def number_only(document: Document, quantity: Quantity, reading: Reading, end: int) -> People | None:
    """A number with no noun after it; people if the sentence says so of it."""
    after = quantity.end
    told = after >= end or document.folded[after] in casualty_words("states")
    if not told and document.pos[after] in ("NOUN", "PROPN", "ADJ", "SYM"):
        # "wounded 40 Tuesday in an attack"
        word = time_words().get(document.folded[after])
        if word is None or word.kind != "weekday" or not quantity.digits:
            return None
    before = quantity.start - 1
    if quantity.digits and not quantity.more and before >= 0:
        closed = after >= end or not document.words[after][:1].isalnum() or document.folded[after] == "and"
        # "Lopez, 67, and", "her sons, 7 and 8,", "Lopez (67)": ages.
        if closed and in_apposition(document, before):
            return None
        if document.words[before] in "([" and closed:
            return None
    kind = Reading.NUMBER if reading is Reading.COUNTED else reading
    if before >= 0 and (document.folded[before] == "than" or _children(document, before)):
        return None
    number = (quantity.start, quantity.end)
    return People(
        quantity.start, quantity.end, quantity.end - 1, quantity.low, quantity.high, kind, number, more=quantity.more
    )


def _children(document: Document, token: int) -> bool:
    """Whether an "of" tells how many children somebody has: "a grandmother of seven who was hit"."""
    if token == 0 or document.folded[token] != "of":
        return False
    parent = people_index().match(document.folded, token - 1, token)
    return parent is not None and parent.value.noun.kin and not parent.value.plural
