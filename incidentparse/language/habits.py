"""What somebody does again and again, told beside a deed that was done once: "the group has stepped up attacks"."""

from __future__ import annotations

import re

from incidentparse.language.document import Document, read_once
from incidentparse.language.named_words import named_words

_YEAR = re.compile(r"(?:19|20)\d\d$")
# "has been behind a string of attacks": from the noun up to the verb there are no more words.
_MAX_CLIMB = 5
# Sentences up to this one, the headline being 0, are the lead; it tells the news, also of deeds done again and again.
_LEAD = 1
_VERBAL = frozenset({"VERB", "AUX"})
_HAVE = frozenset({"has", "have", "'ve", "’ve"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_LONG = frozenset({"month", "year", "decade"})
_STRETCH = frozenset({"recent", "past", "last"})


@read_once
def habits(document: Document) -> frozenset[int]:
    """Triggers of the deeds told behind the lead as what somebody does often or has done before, not as done once."""
    return frozenset(f.trigger for f in document.frames if _is_habit(document, f.trigger))


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
    return any(document.deps[c] == "aux" and document.lower[c] in _HAVE for c in document.children[verb])


def _is_any(document: Document, noun: int) -> bool:
    """ "attacks", "several such attacks": neither counted nor known."""
    return not any(
        document.deps[c] in ("nummod", "poss") or document.lower[c] in _DEFINITE for c in document.children[noun]
    )


def _lasts_long(document: Document, around: set[int]) -> bool:
    """ "in recent months", "over the past two years", "since 2009"."""
    for preposition in around:
        if document.deps[preposition] not in ("prep", "mark"):
            continue
        for child in document.children[preposition]:
            if document.lower[preposition] == "since" and _YEAR.match(document.lower[child]):
                return True
            words = {document.lower[c] for c in document.children[child]}
            if document.tags[child] == "NNS" and document.lemmas[child] in _LONG and not words.isdisjoint(_STRETCH):
                return True
    return False
