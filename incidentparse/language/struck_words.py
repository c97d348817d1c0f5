"""The verbs and phrases by which things are told to be hit, by what they do there."""

from __future__ import annotations

from functools import cache
from typing import Literal

from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.record import Effect

Role = Literal[
    "damage", "part_damage", "clearing", "between", "happening", "parked", "attached", "state", "leaving", "entering",
    "suffering", "harm", "harming", "bursting", "partly", "left", "any building",
    "any conveyance",
]  # fmt: skip


class StruckWords(LexiconEntry):
    """A line of ``struck_words.jsonl``.

    Attributes:
        role: what the verbs do: "damage" to things, "part_damage" to parts of them, "clearing" of hideouts;
            participles "between" a blow and its place ("planted"), and verbs by which it is "happening"; "parked" and
            "attached" of what carries a bomb and of the bomb; the "state" a thing is in ("in ruins"), the verbs that
            are "leaving" it so and those by which it is "entering" it; verbs of "suffering" and the "harm" suffered,
            and the verbs "harming" by which it is told of without the thing;
            nouns of things that do not carry a bomb to its target, so that their own "bursting" is told of them;
            adverbs by which destruction is "partly"; participles of what a blow has "left" so;
            nouns by which "any building" and "any conveyance" told of before is taken up.
        effect: what they leave of the thing.
        lemmas: the verbs, with their particle, or the preposition before what they hit, behind "_"; the other words as
            they stand.
    """

    role: Role
    effect: Effect | None = None
    lemmas: tuple[str, ...]


@cache
def struck_words(role: Role) -> frozenset[str]:
    """The words of a role."""
    return frozenset(lemma for entry in entries() if entry.role == role for lemma in entry.lemmas)


@cache
def entries() -> tuple[StruckWords, ...]:
    """The lines of the lexicon."""
    return load_lexicon("struck_words.jsonl", StruckWords)
