"""What a figure counts beyond the incident: a year, a war, a record of attacks; and what only may happen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from incidentparse.extractors.casualties.predicates import Form, Frame, Predicate
from incidentparse.extractors.casualties.words import word_set
from incidentparse.language.document import Document
from incidentparse.language.lexicon import load_lexicon
from incidentparse.mentions import Certainty

_LEXICON = "casualty_scope.jsonl"
# A cue of the past speaks of the figure beside it, or of the whole sentence when it opens it.
_PAST_REACH = 70
_OPENING_REACH = 40
_YEAR = re.compile(r"\b(?:in|of|on|from)(?: [a-z]+\.?)?(?: \d\d?,?)? ((?:19|20)\d\d)\b")
_LEFT_REACH = 6
_IF_REACH = 8
_INTENT_REACH = 2
_GRIEVANCE_REACH = 5


class ScopeCue(BaseModel):
    """A line of ``lexicons/casualty_scope.jsonl``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sense: Literal["long", "past"] = Field(description="A long time or a series of incidents; an earlier time.")
    pattern: str = Field(description="Regular expression over lower case text.")
    example: str = Field(description="A text that it finds.")


@cache
def scope_pattern(sense: str) -> re.Pattern[str]:
    """All cues of a sense as one expression."""
    parts = [cue.pattern for cue in load_lexicon(_LEXICON, ScopeCue) if cue.sense == sense]
    return re.compile(r"\b(?:" + "|".join(parts) + ")")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a stretch of text counts.

    Attributes:
        long: it tells of a long time, a war, a series.
        past: character ranges in the article that speak of an earlier time.
        start: first character of the stretch.
    """

    long: bool
    past: tuple[tuple[int, int], ...]
    start: int

    def is_past(self, offset: int) -> bool:
        """Whether a word at a character offset is told of an earlier time."""
        return any(
            first - _PAST_REACH <= offset <= last + _PAST_REACH or first - self.start <= _OPENING_REACH
            for first, last in self.past
        )


def read_scope(document: Document, start: int, end: int) -> Scope:
    """The scope of tokens ``start`` to before ``end``."""
    first = document.starts[start]
    lowered = document.text[first : document.ends[end - 1]].lower()
    past = [(first + m.start(), first + m.end()) for m in scope_pattern("past").finditer(lowered)]
    if document.published is not None:
        # The year before is left open: January reports on December.
        past += [
            (first + m.start(), first + m.end())
            for m in _YEAR.finditer(lowered)
            if int(m[1]) < document.published.year - (document.published.month == 1)
        ]
    return Scope(scope_pattern("long").search(lowered) is not None, tuple(past), first)


def certainty(document: Document, start: int, predicate: Predicate, *, past: bool) -> Certainty:
    """How the text from token ``start`` on holds a predicate: negated, hypothetical, planned, historical."""
    word = predicate.word
    negated = hypothetical = planned = False
    if word.form is not Form.NOUN:
        negated, hypothetical, planned = _held(document, start, predicate)
    if not (negated or hypothetical or planned):
        floor = max(start, predicate.start - _IF_REACH)
        hypothetical = any(document.folded[t] in ("if", "unless", "whether") for t in range(floor, predicate.start))
    if word.form is Form.ING and word.frame is Frame.PATIENT:
        floor = max(start, predicate.start - _INTENT_REACH)
        planned = planned or any(document.folded[t] in word_set("intent") for t in range(floor, predicate.start))
    return Certainty(negated=negated, hypothetical=hypothetical, planned=planned, historical=past)


def is_background(document: Document, start: int, predicate: Predicate, told: Sequence[int]) -> bool:
    """Whether a predicate tells what led to the news: "protests against the killing of", "killed after a man was shot".

    Args:
        document: the document.
        start: first token of the stretch.
        predicate: the predicate.
        told: the predicates before it that tell of people with the same fate.
    """
    if predicate.word.frame is Frame.OF or predicate.word.form is Form.ING:
        before = document.folded[max(start, predicate.start - _GRIEVANCE_REACH) : predicate.start]
        return any(w in word_set("grievance") for w in before)
    if not told:
        return False
    return any(w in word_set("subordinator") for w in document.folded[told[-1] + 1 : predicate.start])


def _held(document: Document, start: int, predicate: Predicate) -> tuple[bool, bool, bool]:
    """Leftwards from a verb: a negation, a modal, a bare infinitive."""
    for token in range(predicate.start - 1, max(start, predicate.start - _LEFT_REACH) - 1, -1):
        folded, tag = document.folded[token], document.tags[token]
        if folded in word_set("negation"):
            return True, False, False
        if tag == "MD":
            return False, True, False
        if tag == "TO" and folded == "to" and document.folded[token + 1] != "have":
            leader = document.folded[token - 1] if token > start else ""
            return False, False, leader not in word_set("succeeded")
        passing = document.pos[token] in ("ADV", "AUX", "PART") or tag == "VBN" or folded in ("and", "or", "either")
        if not passing:
            break
    return False, False, False
