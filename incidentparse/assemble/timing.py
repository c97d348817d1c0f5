"""What speaks for an expression of time being the time of an incident: named features of a mention."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.language.document import Document
from incidentparse.language.lexicon import load_lexicon
from incidentparse.mentions import EventMention, TimeMention

Role = Literal["statement", "response", "occurrence", "aftermath", "scene"]

# Senses of frames that come after an incident or talk about it.
_AFTERMATH_SENSES = frozenset({"detain", "release", "capture"})
_STATEMENT_SENSES = frozenset({"claim", "threat", "plot"})
_GENERIC_SENSES = frozenset({"operation", "generic", "person"})
_DEATH_SENSES = frozenset({"die", "miss"})
_STAMP_WORDS = frozenset({"updated", "posted", "published", "copyright", "©", "modified", "created", "file", "photo"})
_STAMP_REACH = 4
# Upper bounds of the classes of distance, in tokens to the nearest trigger and in days before publication.
_TOKEN_BOUNDS = (2, 5, 10, 20)
_DAY_BOUNDS = (0, 1, 3, 7, 30, 365)


class TimeAnchor(BaseModel):
    """Words that a time hangs on, and what they make of it for an incident."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: Role
    lemmas: tuple[str, ...]


@cache
def anchor_roles() -> dict[str, Role]:
    """The role of each anchor lemma."""
    return {lemma: entry.role for entry in load_lexicon("time_anchors.jsonl", TimeAnchor) for lemma in entry.lemmas}


def is_candidate(mention: TimeMention) -> bool:
    """Whether a mention says a day (or would, were the publication date known), not only a part of one."""
    return mention.last is not None or mention.rule not in ("clock", "clock_12", "part", "before_midnight")


class Timing:
    """The features of the mentions of one document for one draft."""

    def __init__(self, document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[TimeMention]) -> None:
        self.document = document
        self.draft = draft
        self.drafts = drafts
        self.senses = {frame.trigger: frame for frame in document.frames}
        self.events: dict[int, list[EventMention]] = {}
        for event in draft.events:
            self.events.setdefault(document.sentence_of[event.trigger], []).append(event)
        self.clauses = {_clause(document, event.trigger) for event in draft.events}
        self.candidates = [m for m in mentions if is_candidate(m)]
        self.values = Counter((m.first, m.last) for m in self.candidates)
        self.body = next((s.index for s in document.sentences if not s.title), 0)

    def features(self, mention: TimeMention) -> list[str]:
        """The names of the features that hold."""
        document, draft = self.document, self.draft
        sentence = document.sentence(mention.start)
        clause = _clause(document, mention.anchor) if mention.anchor is not None else None
        names = [
            f"anchor:{self.anchor(mention)}",
            f"place:{self._place(sentence.index, title=sentence.title)}",
            f"rule:{mention.rule}",
            f"precision:{mention.precision}",
            f"age:{self._age(mention)}",
            f"near:{self._distance(mention, sentence.index)}",
            f"repeated:{min(self.values[mention.first, mention.last], 3)}",
        ]
        holds = {
            "first": mention is self.candidates[0],
            "clause": clause is not None and clause in self.clauses,
            "summary": sentence.index == draft.summary,
            "owned": self.drafts.owned(draft, mention.start),
            "historical": mention.certainty.historical,
            "planned": mention.certainty.planned,
            "bracket": mention.start > 0 and document.words[mention.start - 1] in ("(", "["),
            "stamp": self._stamp(mention, sentence.start),
            "timed": mention.time is not None,
            "part": mention.part_of_day is not None,
            "stretch": mention.first != mention.last,
        }
        return names + [name for name, held in holds.items() if held]

    def anchor(self, mention: TimeMention) -> str:
        """The role that the word a mention hangs on gives it."""
        anchor = mention.anchor
        if anchor is None:
            return "none"
        frame = self.senses.get(anchor)
        document = self.document
        lemma = document.lemmas[anchor]
        if frame is not None:
            if frame.sense in _AFTERMATH_SENSES:
                return "aftermath"
            if frame.sense in _STATEMENT_SENSES:
                return "statement"
            if not frame.certainty.actual or frame.certainty.historical:
                return "background"
            if frame.sense in _GENERIC_SENSES:
                return "generic"
            return "death" if frame.sense in _DEATH_SENSES else "event"
        role = anchor_roles().get(lemma)
        if lemma == "take" and any(document.lemmas[child] == "place" for child in document.children[anchor]):
            role = "occurrence"
        if role is not None:
            return role
        return "verb" if document.pos[anchor] in ("VERB", "AUX") else "noun"

    def _place(self, sentence: int, *, title: bool) -> str:
        if title:
            return "title"
        number = sentence - self.body
        return str(number) if number < 3 else "early" if number < 7 else "late"

    def _age(self, mention: TimeMention) -> str:
        published: dt.date | None = self.document.published
        if mention.last is None or published is None:
            return "unknown"
        days = (published - mention.last).days
        if days < 0:
            return "future"
        return next((str(bound) for bound in _DAY_BOUNDS if days <= bound), "old")

    def _distance(self, mention: TimeMention, sentence: int) -> str:
        events = self.events.get(sentence)
        if not events:
            return "no"
        nearest = min(min(abs(e.trigger - mention.start), abs(e.trigger - mention.end + 1)) for e in events)
        return next((str(bound) for bound in _TOKEN_BOUNDS if nearest <= bound), "far")

    def _stamp(self, mention: TimeMention, sentence_start: int) -> bool:
        first = max(mention.start - _STAMP_REACH, sentence_start)
        return any(word in _STAMP_WORDS for word in self.document.lower[first : mention.start])


def _clause(document: Document, token: int) -> int:
    """The verb of the clause that holds a token, or the top of its sentence."""
    while document.pos[token] not in ("VERB", "AUX") and document.heads[token] != token:
        token = document.heads[token]
    return token
