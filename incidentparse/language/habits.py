"""What somebody does again and again or has done in all, told beside a deed that was done once."""

from __future__ import annotations

import re

from incidentparse.language.document import Document, read_once
from incidentparse.language.grammar import DEFINITE
from incidentparse.language.named_words import named_words
from incidentparse.language.quantities import read_quantity

_YEAR = re.compile(r"(?:19|20)\d\d$")
# "has been behind a string of attacks": from the noun up to the verb there are no more words.
_MAX_CLIMB = 5
# Sentences up to this one, the headline being 0, are the lead; it tells the news, also of deeds done again and again.
_LEAD = 1
_VERBAL = frozenset({"VERB", "AUX"})
_HAVE = frozenset({"has", "have", "'ve", "’ve"})
_LONG = frozenset({"month", "year", "decade"})
# "has struck more than 1,000 targets": what so many undergo is the sum of a campaign.
_SUM = 100
# Words that hang a clause or phrase on the verb of the clause that it goes on from.
_GOING_ON = frozenset({"advcl", "xcomp", "conj", "prep", "pcomp", "pobj", "dobj", "acl"})
_DURING = frozenset({"over", "during", "in", "within", "throughout", "for"})
_STRETCH = frozenset({"recent", "past", "last"})


@read_once
def habits(document: Document) -> frozenset[int]:
    """Triggers of the deeds told behind the lead as what somebody does often or has done before, not as done once."""
    return frozenset(f.trigger for f in document.frames if _is_habit(document, f.trigger))


def is_habitual(document: Document, deed: int) -> bool:
    """Whether a verb behind the lead tells what somebody does at any time: "a government that kills workers"."""
    if document.tags[deed] not in ("VBZ", "VBP") or document.sentence(deed).title:
        return False
    return document.place_of[document.sentence_of[deed]] > _LEAD


def is_summed_up(document: Document, deed: int) -> bool:
    """Whether a deed behind the lead is part of a sum: "has dropped bombs since May destroying hospitals"."""
    if document.place_of[document.sentence_of[deed]] <= _LEAD:
        return False
    node = deed
    for _ in range(_MAX_CLIMB):
        if document.pos[node] in _VERBAL and _is_perfect(document, node):
            # "Have targeted schools since 2004": the model often hangs "since" on the noun before it.
            since = "since" in document.lower[node : document.sentence(node).end]
            return since or _is_sum(document, node)
        if document.deps[node] not in _GOING_ON:
            return False
        node = document.heads[node]
    return False


def _is_sum(document: Document, verb: int) -> bool:
    """Whether a verb tells how much was done, or since when."""
    for child in document.children[verb]:
        dep = document.deps[child]
        if document.lower[child - 1 : child + 1] == ["this", "year"]:
            # "Eleven hospitals have been hit this year"
            return True
        if dep in ("dobj", "nsubjpass") and (phrase := document.phrase_of.get(child)) is not None:
            number = read_quantity(document, phrase[0], document.sentence(verb).end)
            if number is not None and number.low is not None and number.low >= _SUM:
                return True
    return _lasts_long(document, set(document.children[verb]), one=True)


def _is_habit(document: Document, deed: int) -> bool:
    if document.place_of[document.sentence_of[deed]] <= _LEAD:
        return False
    verb = _verb_of(document, deed)
    around = {*document.children[verb], *document.children[deed]}
    if any(document.lower[c] in named_words("habit adverbs") for c in around):
        return True
    several = document.tags[deed] in ("NNS", "NNPS") and verb != deed
    if several and document.lemmas[verb] in named_words("stepping up"):
        return True
    if not _is_perfect(document, verb):
        return False
    if document.deps[verb] == "relcl" and document.pos[document.heads[verb]] == "PROPN":
        # "the cartel, which has killed three judges": what is told of a name beside the news.
        return True
    return _lasts_long(document, around) or (several and _is_any(document, deed))


def _verb_of(document: Document, deed: int) -> int:
    """The verb by which a noun is told of; the word itself where it is a verb or where there is none."""
    node = deed
    for _ in range(_MAX_CLIMB):
        if document.pos[node] in _VERBAL:
            return node
        node = document.heads[node]
    return deed


def _is_perfect(document: Document, verb: int) -> bool:
    if document.tags[verb] == "VBN" and document.lower[verb - 1] in _HAVE:
        return True
    return any(document.deps[c] == "aux" and document.lower[c] in _HAVE for c in document.children[verb])


def _is_any(document: Document, noun: int) -> bool:
    """ "attacks", "several such attacks": neither counted nor known."""
    return not any(
        document.deps[c] in ("nummod", "poss") or document.lower[c] in DEFINITE for c in document.children[noun]
    )


def _lasts_long(document: Document, around: set[int], *, one: bool = False) -> bool:
    """ "in recent months", "over the past two years", "since 2009"; with ``one``, "over the past decade" too."""
    for preposition in around:
        if document.deps[preposition] not in ("prep", "mark"):
            continue
        for child in document.children[preposition]:
            if document.lower[preposition] == "since" and _YEAR.match(document.lower[child]):
                return True
            words = {document.lower[c] for c in document.children[child]}
            several = document.tags[child] == "NNS" or (one and document.lower[preposition] in _DURING)
            if several and document.lemmas[child] in _LONG and not words.isdisjoint(_STRETCH):
                return True
    return False
