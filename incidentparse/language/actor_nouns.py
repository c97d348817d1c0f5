"""Nouns for those who do violence without a name: militants, gunmen, a mob; and the head words of groups' names."""

from __future__ import annotations

from functools import cache

from incidentparse.language.document import Document
from incidentparse.language.named_words import named_words
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.record import ActorKind

# "in the olive green uniform of the army" is over with its uniform.
_LONGEST_GARB = 6
_IN_GARB = frozenset({"ADJ", "ADP", "DET", "NOUN", "PROPN", "NUM", "PUNCT"})


class ActorNoun(LexiconEntry):
    """A line of ``lexicons/actor_nouns.jsonl``.

    Attributes:
        noun: lemma.
        kind: what sort of actor it means.
        weak: it means anybody; only the deed makes an actor of them.
        anaphor: with "the" it can stand for a group that was named before.
        body: it means a body of people, so that its singular is many.
    """

    noun: str
    kind: ActorKind
    weak: bool = False
    anaphor: bool = False
    body: bool = False


@cache
def _nouns() -> dict[str, ActorNoun]:
    return {entry.noun: entry for entry in load_lexicon("actor_nouns.jsonl", ActorNoun)}


def actor_noun(document: Document, token: int) -> ActorNoun | None:
    """The noun of violence that a token is, or None."""
    nouns = _nouns()
    lower = document.lower[token]
    singular = lower.removesuffix("men") + "man" if lower.endswith("men") else lower.removesuffix("s")
    found = nouns.get(document.lemmas[token]) or nouns.get(lower) or nouns.get(singular)
    if token > 0 and (found is None or found.weak):
        # "drug lords", "death squads": two words say more than the last alone.
        found = nouns.get(f"{document.lower[token - 1]} {singular}") or found
    return found


def is_violent(document: Document, token: int) -> bool:
    """Whether a token is a noun that by itself says violence: "gunman", not "youth"."""
    noun = actor_noun(document, token)
    return noun is not None and not noun.weak


def people_noun(lower: str) -> bool:
    """Whether a word means many people whatever its tag."""
    return lower in named_words("many people") or (
        lower.endswith("men") and lower.removesuffix("men") + "man" in _nouns()
    )


def is_group_head(folded: str) -> bool:
    """Whether a word of a name makes it a group's."""
    return folded in named_words("words of groups' names")


def described_end(document: Document, end: int) -> int:
    """Past what tells strangers from others behind their noun: "men wearing uniforms", "two men on a motorcycle"."""
    last = min(document.sentence(end - 1).end, end + _LONGEST_GARB)
    if end >= last or document.lower[end] not in named_words("wearing"):
        return end
    for token in range(end + 1, last):
        if document.lemmas[token] in named_words("garb and mounts"):
            return token + 1
        if document.pos[token] not in _IN_GARB and document.lower[token] not in named_words("wearing"):
            break
    return end
