"""The lexicon of words that report violence, and the word classes that guard them against other meanings."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.record import IncidentType

# Senses that do something to somebody; the others (arrests, threats, "the incident") only go along with an incident.
DEEDS = frozenset(
    {"attack", "kill", "injure", "abduct", "shoot", "shell", "explode", "clash", "raid", "capture", "riot", "rape",
     "damage", "destroy", "hijack", "rob", "bombing"}
)  # fmt: skip
# Senses that happen to people, whom a toll counts.
TOLLS = frozenset({"kill", "die", "injure", "abduct"})
# In the clipped passive the one hit stands first, in copy ("Four teens shot") and in headlines for more deeds ("Police
# station attacked with explosives").
CLIPPED = frozenset({"shoot", "kill", "injure", "abduct"})
CLIPPED_IN_HEADLINES = CLIPPED | {"attack", "shell", "bombing", "damage", "destroy", "rob", "raid", "hijack"}
# How a trigger's grammar maps onto who did it and who was hit.
Roles = Literal["act", "suffer", "find", "burst", "fire", "ram", "under", "mutual", "claim"]


class Trigger(LexiconEntry):
    """A lemma that can report violence, with the company it must and must not keep.

    ``only_*`` and ``not_*`` name word classes, ``parties`` being anybody on either side. ``with`` lists lemmas one of
    which must depend on the trigger, ``not_preps`` prepositions that must not, ``not_after`` words that must not stand
    right before it. One that stands ``alone`` names no other noun ("the Terrorism Act").
    """

    lemma: str
    pos: Literal["verb", "noun", "adj"]
    sense: str
    strength: float = Field(ge=0, le=1)
    types: tuple[IncidentType, ...] = ()
    roles: Roles = "act"
    suicide: bool = False
    company: frozenset[str] = Field(default=frozenset(), alias="with")
    patient_preps: frozenset[str] = frozenset()
    only_objects: tuple[str, ...] = ()
    not_objects: tuple[str, ...] = ()
    only_subjects: tuple[str, ...] = ()
    not_subjects: tuple[str, ...] = ()
    only_parties: tuple[str, ...] = ()
    only_modifiers: frozenset[str] = frozenset()
    not_modifiers: tuple[str, ...] = ()
    not_preps: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    alone: bool = False

    @property
    def demands(self) -> int:
        """How much company it asks for; the most demanding entry that fits is the right sense."""
        asked = (self.company, self.only_objects, self.only_subjects, self.only_modifiers, self.only_parties)
        return sum(map(bool, asked))


class WordClass(LexiconEntry):
    """A named class of lemmas that triggers refer to."""

    name: str
    words: frozenset[str]


@cache
def triggers() -> dict[tuple[str, str], tuple[Trigger, ...]]:
    """The triggers by part of speech and lemma, the most demanding first, then the surest."""
    index: dict[tuple[str, str], list[Trigger]] = {}
    for trigger in load_lexicon("triggers.jsonl", Trigger):
        index.setdefault((trigger.pos, trigger.lemma), []).append(trigger)
    return {key: tuple(sorted(group, key=lambda t: (-t.demands, -t.strength))) for key, group in index.items()}


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """The word classes by name."""
    return {entry.name: entry.words for entry in load_lexicon("word_classes.jsonl", WordClass)}
