"""What a figure counts beyond the incident: a year, a war, a record of attacks; and what only may happen."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import Field

from incidentparse.extractors.casualties.predicates import Form, Frame, Predicate
from incidentparse.language.document import Document
from incidentparse.language.named_words import casualty_words
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.mentions import Certainty, Tokens

_LEXICON = "casualty_scope.jsonl"
# A cue of the past speaks of the figure beside it, or of the whole sentence when it opens it.
_PAST_REACH = 70
_OPENING_REACH = 40
_SINCE = "since"
_YEAR = re.compile(r"\b(?:in|of|on|from)(?: [a-z]+\.?)?(?: \d\d?,?)? ((?:19|20)\d\d)\b")
# From "initially" to the figure that a later one replaced, in tokens.
_SUPERSEDED_REACH = 12
# Steps up the tree from a cue or a predicate; the limit guards against cyclic parses.
_CLIMB = 10
_LEFT_REACH = 6
_IF_REACH = 8
_INTENT_REACH = 2
_GRIEVANCE_REACH = 5


class ScopeCue(LexiconEntry):
    """A line of ``lexicons/casualty_scope.jsonl``."""

    sense: Literal["long", "past", "clause", "superseded"] = Field(
        description="A long time or a series of incidents; an earlier time; what opens a clause on an earlier time;"
        " a figure that a later one replaced."
    )
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
        document: the document.
        long: it tells of a long time, a war, a series.
        past: tokens of the cues that speak of an earlier time.
        clauses: tokens that open a clause on an earlier time: "the deadliest since".
        superseded: tokens of the cues of a figure that a later one replaced.
        start: first token of the stretch.
    """

    document: Document
    long: bool
    past: tuple[Tokens, ...]
    clauses: tuple[int, ...]
    superseded: tuple[Tokens, ...]
    start: int

    def is_past(self, token: int) -> bool:
        """Whether a predicate is told of an earlier time."""
        starts = self.document.starts
        for first, last in self.past:
            near = starts[first] - _PAST_REACH <= starts[token] <= self.document.ends[last - 1] + _PAST_REACH
            opening = starts[first] - starts[self.start] <= _OPENING_REACH
            if (near or opening) and self._speaks_of(first, last, token):
                return True
        return any(self._below(clause, token) for clause in self.clauses)

    def is_superseded(self, token: int) -> bool:
        """Whether a predicate gives a figure that a later one replaced."""
        return any(
            self._speaks_of(*cue, token, shared=False) and abs(cue[0] - token) <= _SUPERSEDED_REACH
            for cue in self.superseded
        )

    def _speaks_of(self, first: int, last: int, token: int, *, shared: bool = True) -> bool:
        """Whether a cue is tied to a predicate, and not to a noun or verb beside: "involved in the attack (2014)"."""
        document, node, nominal, below = self.document, first, False, set()
        if document.deps[node] in ("aux", "auxpass"):
            node = document.heads[node]
        while document.pos[node] not in ("VERB", "AUX"):
            below.add(node)
            if document.heads[node] == node or len(below) > _CLIMB:
                return True
            node = document.heads[node]
            outside = not first <= node < last and document.entity[node] not in ("DATE", "TIME")
            nominal = nominal or (outside and document.pos[node] in ("NOUN", "PROPN"))
        chain = token
        for _ in range(_CLIMB):
            if chain in below:
                return True
            if chain == node:
                return not nominal or chain == token or document.deps[token] == "conj"
            # "put the toll at 28 dead and 104 wounded" is one statement, "at first three died and later five" are two.
            apart = not shared and document.deps[chain] == "conj" and document.pos[chain] in ("VERB", "AUX")
            if document.heads[chain] == chain or apart:
                return False
            chain = document.heads[chain]
        return False

    def _below(self, clause: int, token: int) -> bool:
        """Whether a predicate stands in the clause that a word opens."""
        document = self.document
        top = document.heads[clause] if document.deps[clause] in ("mark", "advmod") else clause
        return token > clause and (token == top or top in itertools.islice(document.ancestors(token), _CLIMB))


def read_scope(document: Document, start: int, end: int) -> Scope:
    """The scope of tokens ``start`` to before ``end``."""
    first = document.starts[start]
    lowered = document.text[first : document.ends[end - 1]].lower()
    past = [_tokens(document, first, m) for m in scope_pattern("past").finditer(lowered)]
    if document.published is not None:
        # The year before is left open: January reports on December.
        past += [
            _tokens(document, first, m)
            for m in _YEAR.finditer(lowered)
            if int(m[1]) < document.published.year - (document.published.month == 1)
        ]
    clauses = list(scope_pattern("clause").finditer(lowered))
    # "the first deaths since the truce began" counts one incident.
    closed = {m.end() - len(_SINCE) for m in clauses if m[0].endswith(_SINCE)}
    return Scope(
        document,
        any(m.start() not in closed for m in scope_pattern("long").finditer(lowered)),
        tuple(past),
        tuple(_tokens(document, first, m)[1] - 1 for m in clauses),
        tuple(_tokens(document, first, m) for m in scope_pattern("superseded").finditer(lowered)),
        start,
    )


def _tokens(document: Document, offset: int, match: re.Match[str]) -> Tokens:
    return document.token_at(offset + match.start()), document.token_at(offset + match.end() - 1) + 1


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
        planned = planned or any(document.folded[t] in casualty_words("intent") for t in range(floor, predicate.start))
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
        return any(w in casualty_words("grievance") for w in before)
    if not told:
        return False
    return any(w in casualty_words("subordinator") for w in document.folded[told[-1] + 1 : predicate.start])


def is_answered(document: Document, start: int, predicate: Predicate) -> bool:
    """Whether a predicate names the deed that the news answers or recalls: "in revenge for the death of"."""
    if predicate.word.frame is not Frame.OF and predicate.word.form not in (Form.ING, Form.BASE):
        return False
    before = document.folded[max(start, predicate.start - _GRIEVANCE_REACH) : predicate.start]
    return any(w in casualty_words("reprisal") for w in before)


def _held(document: Document, start: int, predicate: Predicate) -> tuple[bool, bool, bool]:
    """Leftwards from a verb: a negation, a modal, a bare infinitive."""
    for token in range(predicate.start - 1, max(start, predicate.start - _LEFT_REACH) - 1, -1):
        folded, tag = document.folded[token], document.tags[token]
        if folded in casualty_words("negation"):
            return True, False, False
        if tag == "MD":
            return False, True, False
        if tag == "TO" and folded == "to" and document.folded[token + 1] != "have":
            leader = document.folded[token - 1] if token > start else ""
            return False, False, leader not in casualty_words("succeeded")
        passing = document.pos[token] in ("ADV", "AUX", "PART") or tag == "VBN" or folded in ("and", "or", "either")
        if not passing:
            break
    return False, False, False
