"""What speaks for an expression of time being the time of an incident: named features of a mention."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.assemble.time_roles import TimeRoles
from incidentparse.language.document import Document
from incidentparse.language.lasting import lasts_days
from incidentparse.language.triggers import TOLLS
from incidentparse.mentions import TimeMention

# First and last day of a candidate.
Value = tuple[dt.date | None, dt.date | None]

# Forms that name a day; which of them an article uses is its style.
_NAMED_DAYS = frozenset({"weekday", "weekdays", "date", "figures", "holiday", "today", "day_word", "last_night", "ago"})
# Roles that tie a time to the incident itself.
_ATTACHED = frozenset({"event", "occurrence", "deed"})
# Classes of age of which news may be first told behind the lead.
_RECENT = frozenset({"0", "1", "future", "unknown"})
# A time opens its sentence where no more than a preposition stands before it.
_FRONT = 1
# Sentences of the body in which news says that a deed lasted for days.
_LEAD = 2
# Upper bounds of the classes of distance, in tokens to the nearest trigger and in days before publication.
_TOKEN_BOUNDS = (2, 5, 10, 20)
_DAY_BOUNDS = (0, 1, 3, 7, 30, 365)
# Upper bounds of the classes of length of a stretch, in days.
_LENGTH_BOUNDS = (1, 3, 10, 31)


def _is_candidate(mention: TimeMention) -> bool:
    """Whether a mention says a day (or would, were the publication date known), not only a part of one."""
    return mention.last is not None or mention.rule not in ("clock", "part", "before_midnight")


def likelihoods(
    values: Sequence[Value], features: Sequence[Sequence[str]], weights: Mapping[str, float]
) -> dict[Value | None, float]:
    """How likely each of the days said is the incident's, and how likely none is (None), in the order of the text.

    A softmax over the candidates and none of them; candidates of the same days add up.
    """
    scores = [weights.get("bias", 0.0) + sum(weights.get(name, 0.0) for name in names) for names in features]
    top = max([*scores, 0.0])
    likely: dict[Value | None, float] = {}
    for value, score in zip(values, scores, strict=True):
        likely[value] = likely.get(value, 0.0) + math.exp(score - top)
    likely[None] = math.exp(-top)
    total = sum(likely.values())
    return {value: share / total for value, share in likely.items()}


def within(value: Value, stretch: Value) -> bool:
    """Whether a day or stretch lies in another."""
    first, last = value
    begin, end = stretch
    if first is None or last is None or begin is None or end is None:
        return False
    return begin <= first and last <= end


class Timing:
    """The features of the mentions of one document for one draft."""

    def __init__(self, document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[TimeMention]) -> None:
        self.document = document
        self.draft = draft
        self.drafts = drafts
        roles = TimeRoles(document)
        self.role, self.frames = roles.role, roles.frames
        self.body = next((s.index for s in document.sentences if not s.title), 0)
        self.triggers: dict[int, list[int]] = {}
        for event in draft.events:
            self.triggers.setdefault(document.sentence_of[event.trigger], []).append(event.trigger)
        self.candidates = [m for m in mentions if _is_candidate(m)]
        self.roles = [self.role(m) for m in self.candidates]
        self.attached = {
            (m.first, m.last) for m, role in zip(self.candidates, self.roles, strict=True) if role in _ATTACHED
        }
        self.tied_sentences = {
            document.sentence_of[m.start] for m, r in zip(self.candidates, self.roles, strict=True) if r in _ATTACHED
        }
        self.stretches = self._stretches()
        self.lead_undated = not any(document.sentence_of[m.start] <= self.body for m in self.candidates)
        self.begun = {m.first for m in self.candidates if m.rule == "lasting"}
        self.first_attached = next((n for n, role in enumerate(self.roles) if role in _ATTACHED), -1)
        told = {event.trigger for event in draft.events}
        self.first_trigger = next((n for n, m in enumerate(self.candidates) if m.anchor in told), -1)
        self.told_to_last = lasts_days(document, self.body + _LEAD)
        self.toll_in_title = any(
            frame.sense in TOLLS and document.sentence(frame.trigger).title for frame in document.frames
        )

    def features(self, number: int) -> list[str]:
        """The names of the features that hold for the candidate of that number."""
        document, draft = self.document, self.draft
        mention, role = self.candidates[number], self.roles[number]
        value = mention.first, mention.last
        sentence = document.sentence(mention.start)
        rivals = self.attached - {value}
        loose = role not in _ATTACHED
        stretch = mention.first != mention.last
        holds = {
            "first": number == 0,
            "first attached": number == self.first_attached,
            "first trigger": number == self.first_trigger,
            "summary": sentence.index == draft.summary,
            "historical": mention.certainty.historical,
            "planned": mention.certainty.planned,
            "timed": mention.time is not None,
            "part": mention.part_of_day is not None,
            "stretch": stretch,
            "stretch lead": stretch and sentence.index <= self.body,
            "stretch tied": stretch and not loose,
            "stretch told to last": stretch and self.told_to_last,
            "day told to last": not stretch and self.told_to_last,
            "stretch toll": stretch and self._told_of_a_toll(mention.anchor),
            "stretch toll title": stretch and self.toll_in_title and self._told_of_a_toll(mention.anchor),
            "rival": loose and bool(rivals),
            "beside tied": loose and sentence.index in self.tied_sentences,
            "seconded": loose and value in self.attached,
            "earlier rival": any(mention.last and last and last < mention.last for _, last in rivals),
            "later rival": any(mention.last and last and last > mention.last for _, last in rivals),
            "pluperfect": self._told_as_past(mention.anchor),
            "begins what lasts": not stretch and mention.first in self.begun,
            "opens another tale": not loose and self._opens_another_tale(mention),
            "within stretch": not stretch and any(within(value, other) for other in self.stretches),
            "holds tied": stretch and any(within(other, value) for other in self.attached - {value}),
        }
        tied = [] if loose else [f"tied place:{self._place(sentence.index, title=sentence.title)}"]
        return [
            *tied,
            f"anchor:{role}",
            f"place:{self._place(sentence.index, title=sentence.title)}",
            f"rule:{'day' if mention.rule in _NAMED_DAYS else mention.rule}",
            f"precision:{mention.precision}",
            f"age:{self._age(mention)}",
            f"{'loose' if loose else 'tied'} age:{self._age(mention)}",
            f"near:{self._distance(mention, sentence.index)}",
            *([f"length:{self._length(mention)}"] if stretch else []),
            *(name for name, held in holds.items() if held),
        ]

    def _opens_another_tale(self, mention: TimeMention) -> bool:
        """Whether a day long past opens a sentence behind a lead without a day: "On 11 February a mine killed two"."""
        if not self.lead_undated or self._age(mention) in _RECENT:
            return False
        sentence = self.document.sentence(mention.start)
        return sentence.index > self.body and mention.start - sentence.start <= _FRONT

    def _told_of_a_toll(self, anchor: int | None) -> bool:
        """Whether a time hangs on the word of a toll ("346 fighters have been killed since Tuesday")."""
        frame = self.frames.get(anchor) if anchor is not None else None
        if frame is None or frame.sense not in TOLLS:
            return False
        return any(self.document.pos[token] == "NUM" for span in frame.patients for token in range(*span))

    def _told_as_past(self, anchor: int | None) -> bool:
        """Whether a time hangs on a pluperfect that is not what somebody said ("had been shot dead on Sunday")."""
        document = self.document
        if anchor is None or document.deps[anchor] == "ccomp" or document.tags[anchor] != "VBN":
            return False
        return any(
            document.folded[c] in ("had", "'d", "’d") and document.deps[c] == "aux" for c in document.children[anchor]
        )

    def _stretches(self) -> list[Value]:
        """The short stretches that the deed lasted by the title, by the lead, or by its beginning and end."""
        return [
            (m.first, m.last)
            for m, role in zip(self.candidates, self.roles, strict=True)
            if m.first != m.last
            and role in _ATTACHED
            and (self._leads(m) or m.rule == "lasting")
            and self._length(m) not in ("open", "long")
        ]

    def _leads(self, mention: TimeMention) -> bool:
        return self.document.sentence_of[mention.start] <= self.body + 1

    @staticmethod
    def _length(mention: TimeMention) -> str:
        if mention.first is None or mention.last is None:
            return "open"
        days = (mention.last - mention.first).days
        return next((str(bound) for bound in _LENGTH_BOUNDS if days <= bound), "long")

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
        triggers = self.triggers.get(sentence)
        if not triggers:
            return "no"
        nearest = min(min(abs(t - mention.start), abs(t - mention.end + 1)) for t in triggers)
        return next((str(bound) for bound in _TOKEN_BOUNDS if nearest <= bound), "far")
