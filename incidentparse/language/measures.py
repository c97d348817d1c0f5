"""Numbers that count no people: dates, times, ages, sums of money, measures, addresses."""

from __future__ import annotations

from incidentparse.language.ages import AGE_WORDS
from incidentparse.language.document import Document
from incidentparse.language.named_words import casualty_words
from incidentparse.language.people import people_index
from incidentparse.language.quantities import Quantity, is_year
from incidentparse.language.time_words import time_words

# From "ages" to the last of them: "ages 19, 25 and 41".
_AGE_REACH = 5
_AGED = frozenset(("young", "old"))
_EMERGENCY_NUMBERS = frozenset(("911", "999", "112"))
# "called emergency number 112": from the word for calling to the number, and from the number to what follows.
_CALL_REACH = 3


def counts_no_people(document: Document, quantity: Quantity, end: int) -> bool:
    """A date, a time, an age, a sum of money, a measure, an address."""
    before = document.folded[quantity.start - 1] if quantity.start else ""
    # The "million" of "$5 million".
    if before[:1].isdigit() and not document.words[quantity.start][0].isdigit():
        return True
    labelled = before in casualty_words("labels of numbers") or _is_month(before)
    if labelled or _is_called(document, quantity, end):
        return True
    # "ages 19 and 41", "ranging in age from 19 to 24"
    if any(w in AGE_WORDS for w in document.folded[max(0, quantity.start - _AGE_REACH) : quantity.start]):
        return True
    # "children as young as six"
    if before == "as" and quantity.start > 1 and document.folded[quantity.start - 2] in _AGED:
        return True
    after = quantity.end
    if after < end:
        word = document.folded[after]
        if word in casualty_words("units") or (_is_month(word) and word != "may"):
            return True
        # "4-3", "25-caliber", "10:30".
        if document.words[after] in "-:" and after + 1 < end and document.starts[after + 1] == document.ends[after]:
            return True
    return is_year(document, quantity) and (after >= end or people_index().match(document.folded, after, end) is None)


def _is_month(word: str) -> bool:
    entry = time_words().get(word)
    return entry is not None and entry.kind == "month"


def _is_called(document: Document, quantity: Quantity, end: int) -> bool:
    """Whether a number is that of the emergency services; news tells 911 alone without a word for the call."""
    number = document.words[quantity.start]
    if number not in _EMERGENCY_NUMBERS:
        return False
    around = document.folded[max(0, quantity.start - _CALL_REACH) : min(end, quantity.end + 1)]
    counted = number != "911" or people_index().match(document.folded, quantity.end, end) is not None
    return not counted or not casualty_words("calls for help").isdisjoint(around)
