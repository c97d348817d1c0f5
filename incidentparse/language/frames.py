"""Frames of violence: a word that reports violence, who did it and who or what it hit, as syntax ties them."""

from __future__ import annotations

from dataclasses import dataclass

from incidentparse.language.document import Document
from incidentparse.mentions import Certainty, Tokens
from incidentparse.record import IncidentType


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger word and its arguments.

    Attributes:
        trigger: the token that carries the meaning.
        start: first token of the whole trigger expression ("opened fire on").
        end: one past its last token.
        sense: what the trigger does to its patient: "attack", "kill", "injure", "abduct", "damage", "claim" …
        types: the incident types that it can mean, the likeliest first; () for a generic word.
        strength: 0 to 1, how surely the word alone means a security incident.
        agents: token ranges of those who did it.
        patients: token ranges of those or that which it hit.
        instruments: token ranges of what it was done with.
        certainty: how the text holds it.
    """

    trigger: int
    start: int
    end: int
    sense: str
    types: tuple[IncidentType, ...]
    strength: float
    agents: tuple[Tokens, ...] = ()
    patients: tuple[Tokens, ...] = ()
    instruments: tuple[Tokens, ...] = ()
    certainty: Certainty = Certainty()


def read_frames(document: Document) -> tuple[Frame, ...]:
    """The frames of a document, in the order of their triggers."""
    return ()
