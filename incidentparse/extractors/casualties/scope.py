"""What a figure counts beyond the incident: a year, a war, a record of attacks; and what only may happen."""

from __future__ import annotations

import re

from incidentparse.extractors.casualties.predicates import Form, Frame, Predicate
from incidentparse.language.document import Document, Sentence
from incidentparse.mentions import Certainty

# Cues that a sentence counts over a long time. "since" needs a date after it: "since Tuesday" still is one incident.
_LONG = re.compile(
    r"\b(?:since (?:the (?:start|beginning|outbreak|onset|conflict|war|uprising|revolution|insurgency|invasion|crisis|government|militants?|group|"
    r"military|coup|launch|fighting)|its|it began|they|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|last (?:year|month|summer|winter|spring|fall)|early|mid|late|(?:19|20)\d\d|then)"
    r"|(?:so far |earlier |already )?this year|last year|(?:each|every|per) (?:year|month|week|day)|a year|annually|yearly|a month|a day"
    r"|(?:in|over|during|within|for) (?:the )?(?:last|past|recent|previous|preceding|first) "
    r"(?:(?:\w+ ){0,2}(?:weeks|months|years|decades|decade|year|month)|few (?:days|weeks|months|years))"
    r"|in recent (?:years|months|weeks|times|days)|over the (?:years|decades|months|weeks)|(?:\w+-year-old|years-long|decade-long|six-year|five-year|\w+-year|\w+ years?) "
    r"(?:war|conflict|insurgency|uprising|civil war|campaign|rebellion|crackdown|siege)|(?:the|a|its|of) (?:civil )?war (?:has|have|had)"
    r"|conflict (?:has|have|that has|which has|had|that|which)|insurgency (?:has|have|that has|which has|that|which)|in (?:19|20)\d\d alone|years of|months of|decades of|a series of|spate of|wave of|string of"
    r"|throughout (?:the )?(?:year|war|conflict|country)|(?:in|during) (?:19|20)\d\d[,. ]|civil war (?:has|that|which|in)|the war (?:in|has|that)|on average|statistics|annual)\b"
)
_MODALS = frozenset("would could might should will can ll 'll shall wo".split())
_INTENT = frozenset(
    "threaten threatened threatens threatening threat threats plan plans planned planning plot plots plotted plotting attempt attempts "
    "attempted attempting try tries tried trying want wants wanted vow vowed vows intend intends intended intending order orders ordered "
    "seek sought aim aimed aiming refuse refused fail failed failing conspire conspired conspiring conspiracy hope hoped wish wished "
    "ready able willing determined meant designed used need needs needed likely expected going allowed license right".split()
)
_HAPPENED_TO = frozenset(
    "manage manages managed managing continue continues continued went goes proceeded only began begin started".split()
)
_NEGATIONS = frozenset("not n't never no without nor neither nobody none cannot".split())


def is_cumulative(lowered: str) -> bool:
    """Whether the sentence (lower case) tells of a long time, a war, a series."""
    return _LONG.search(lowered) is not None


def certainty(document: Document, sentence: Sentence, predicate: Predicate) -> Certainty:
    """How the sentence holds a predicate: negated, hypothetical, planned."""
    token = predicate.start - 1
    floor = max(sentence.start, predicate.start - 6)
    negated = hypothetical = planned = False
    word = predicate.word
    verbal = word.form in (Form.BASE, Form.ING, Form.PAST, Form.PARTICIPLE, Form.STATE)
    while token >= floor and verbal:
        folded = document.folded[token]
        if folded in _NEGATIONS and folded not in ("no", "nobody", "none"):
            negated = True
            break
        if folded in _MODALS or (folded in ("may", "must") and document.pos[token] == "AUX"):
            hypothetical = True
            break
        if folded == "to" and document.tags[token] == "TO" and document.pos[token + 1] in ("VERB", "AUX", "ADV"):
            leader = document.folded[token - 1] if token > sentence.start else ""
            if leader not in _HAPPENED_TO:
                planned = True
            break
        if (
            document.pos[token] in ("ADV", "AUX", "PART")
            or folded in ("and", "or", "either", "be", "been", "have")
            or document.tags[token] == "VBN"
        ):
            token -= 1
            continue
        break
    if not (negated or hypothetical or planned):
        hypothetical = _conditional(document, sentence, predicate)
    if word.form is Form.ING and word.frame is Frame.PATIENT and not planned:
        planned = any(
            document.folded[t] in _INTENT for t in range(max(sentence.start, predicate.start - 2), predicate.start)
        )
    return Certainty(negated=negated, hypothetical=hypothetical, planned=planned)


def _conditional(document: Document, sentence: Sentence, predicate: Predicate) -> bool:
    """ "if anyone is hurt": the "if" opens the clause of the predicate."""
    floor = max(sentence.start, predicate.start - 8)
    return any(document.folded[t] in ("if", "unless", "whether") for t in range(floor, predicate.start))
