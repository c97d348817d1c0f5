"""Numbers that count no people: dates, times, ages, sums of money, measures, addresses."""

from __future__ import annotations

import re

from incidentparse.language.document import Document
from incidentparse.language.people import people_index
from incidentparse.language.quantities import Quantity, is_year

# What follows a number that counts no people.
_UNIT = re.compile(
    r"%|percent|per|km|kms|kilomet\w+|miles?|met(?:er|re)s?|feet|foot|inch(?:es)?|acres?|yards?|years?|months?|weeks?|days?"
    r"|hours?|hrs|minutes?|mins?|seconds?|am|pm|a\.m\.?|p\.m\.?|dollars?|pounds?|euros?|rupees|kg|kgs|tons?|tonnes?|degrees?"
    r"|mm|cm|calib(?:er|re)|gauge|mph|kph|lit(?:er|re)s?|gallons?|hectares?"
    r"|st|nd|rd|th|oclock|times|occasions|rounds|shots"
    r"|jan(?:uary)?|feb(?:ruary)?|march|april|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:\.|uary|ruary|ch|il|e|y|ust|tember|ober|ember)?"
)
_LABELS = frozenset(
    "$ # £ € no no. age aged both route highway interstate district ward sector block zone phase".split()
)
_AGE_WORDS = frozenset("age ages aged".split())
# From "ages" to the last of them: "ages 19, 25 and 41".
_AGE_REACH = 5
_EMERGENCY_CALL = frozenset(("911", "999", "112"))


def counts_no_people(document: Document, quantity: Quantity, end: int) -> bool:
    """A date, a time, an age, a sum of money, a measure, an address."""
    before = document.folded[quantity.start - 1] if quantity.start else ""
    # The "million" of "$5 million".
    if before[:1].isdigit() and not document.words[quantity.start][0].isdigit():
        return True
    if before in _LABELS or _MONTH.fullmatch(before) or document.words[quantity.start] in _EMERGENCY_CALL:
        return True
    # "ages 19 and 41", "ranging in age from 19 to 24"
    if any(w in _AGE_WORDS for w in document.folded[max(0, quantity.start - _AGE_REACH) : quantity.start]):
        return True
    after = quantity.end
    if after < end:
        if _UNIT.fullmatch(document.folded[after]):
            return True
        # "4-3", "25-caliber", "10:30".
        if document.words[after] in "-:" and after + 1 < end and document.starts[after + 1] == document.ends[after]:
            return True
    return is_year(document, quantity) and (after >= end or people_index().match(document.folded, after, end) is None)
