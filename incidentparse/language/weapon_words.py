"""The words that mean weapons, and those that decide in which sense a weapon is spoken of."""

from __future__ import annotations

from functools import cache
from typing import Literal

from incidentparse.language.lexicon import PhraseIndex
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.record import WeaponKind

Reading = Literal["thing", "deed", "platform", "shot", "fired", "bearer", "ram"]
Cue = Literal[
    "unused", "taken", "listing", "vehicle", "crowd", "violence", "ammunition", "dismissed", "attacker", "police",
    "laden", "filling", "worn",
]  # fmt: skip


class WeaponEntry(LexiconEntry):
    """A line of ``weapons.jsonl``: phrases that mean one kind of weapon.

    Attributes:
        kind: the weapon.
        reading: how the phrases speak of it. "thing": they name it; "deed": an act done with it; "platform": what
            carries it, which counts where its sentence tells of an attack; "shot", "fired", "ram": verbs that mean it
            in their context; "bearer": people known by it.
        phrases: all written forms.
        general: another, more exact kind of the same incident replaces it.
        pos: the last word must be a noun (N) or verb (V).
        not_before: words that must not follow ("bomb squad").
        not_after: words that must not precede ("gas explosion").
    """

    kind: WeaponKind
    reading: Reading
    phrases: tuple[str, ...]
    general: bool = False
    pos: Literal["N", "V"] | None = None
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()


class CueEntry(LexiconEntry):
    """A line of ``weapon_cues.jsonl``: words that decide in which sense a weapon is spoken of."""

    cue: Cue
    words: frozenset[str]


@cache
def weapon_index() -> PhraseIndex[WeaponEntry]:
    """The phrases of the lexicon that mean a weapon."""
    entries = load_lexicon("weapons.jsonl", WeaponEntry)
    return PhraseIndex((phrase, entry) for entry in entries for phrase in entry.phrases)


@cache
def weapon_cues() -> dict[Cue, frozenset[str]]:
    """The words of each cue."""
    return {entry.cue: entry.words for entry in load_lexicon("weapon_cues.jsonl", CueEntry)}
