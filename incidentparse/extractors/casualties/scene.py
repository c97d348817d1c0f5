"""A sentence with its people and predicates, as the patterns read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from incidentparse.extractors.casualties.predicates import Form, Frame, Predicate
from incidentparse.language.document import Document
from incidentparse.language.model import LONGEST_SENTENCE
from incidentparse.language.people import People

_PREPOSITIONS = frozenset(
    "by in of from with near against on for at to into during after before between among inside outside under over "
    "around behind through towards toward upon within without about across including like per via despite".split()
)
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_CLIPPED = frozenset((Form.PAST, Form.PARTICIPLE, Form.STATE))


def stretches(document: Document) -> Iterator[tuple[int, int]]:
    """The sentences, put together again where the parser cut inside one: before a bracket or a lower-case word."""
    start = end = 0
    paragraph = -1
    for sentence in document.sentences:
        whole = (
            sentence.paragraph != paragraph
            or _closes(document, end - 1)
            or not _continues(document, sentence.start)
            or sentence.end - start > LONGEST_SENTENCE
        )
        if whole and end > start:
            yield start, end
        if whole:
            start = sentence.start
        end, paragraph = sentence.end, sentence.paragraph
    if end > start:
        yield start, end


def _closes(document: Document, token: int) -> bool:
    return document.words[token][-1] in ".!?\n:;"


def _continues(document: Document, token: int) -> bool:
    first = document.words[token][0]
    return first in "[(-,–" or first.islower()


@dataclass(frozen=True)
class Scene:
    """A sentence; people and predicates are named by their number in it.

    Attributes:
        document: the whole document.
        start: first token.
        end: one past the last token.
        people: its phrases of people, left to right.
        predicates: its predicates, left to right.
    """

    document: Document
    start: int
    end: int
    people: list[People]
    predicates: list[Predicate]

    @cached_property
    def people_ending(self) -> dict[int, int]:
        """The phrase that ends right before a token."""
        return {p.end: i for i, p in enumerate(self.people)}

    @cached_property
    def people_from(self) -> dict[int, int]:
        """The phrase that starts at a token."""
        return {p.start: i for i, p in enumerate(self.people)}

    @cached_property
    def people_at(self) -> dict[int, int]:
        """The phrase that holds a token."""
        return {token: i for i, p in enumerate(self.people) for token in range(p.start, p.end)}

    @cached_property
    def predicate_at(self) -> dict[int, Predicate]:
        """The predicate that holds a token."""
        return {token: p for p in self.predicates for token in range(p.start, p.end)}

    def in_prepositional(self, number: int) -> bool:
        """Whether a phrase stands right behind a preposition: "by two armed men"."""
        before = self.people[number].start - 1
        return before >= self.start and self.document.folded[before] in _PREPOSITIONS

    def is_noun(self, predicate: Predicate) -> bool:
        """Whether the tagger takes a verb for a noun with words of its own before it: "the scene of the shooting"."""
        document, token = self.document, predicate.start
        if document.tags[token] not in ("NN", "NNS", "NNP") or token == self.start:
            return False
        return document.pos[token - 1] in ("DET", "ADJ", "ADP", "NOUN", "PROPN") or document.tags[token - 1] in (
            "PRP$",
            "POS",
        )

    def clause_between(self, start: int, end: int) -> bool:
        """Whether a finite verb stands between two tokens: then they are of two clauses."""
        return any(self.document.tags[t] in _FINITE for t in range(start, end))

    def clipped_after(self, number: int) -> Predicate | None:
        """The participle or state right behind a phrase: "22 injured", "one fatally"."""
        end = self.people[number].end
        for token in (end, end + 1):
            predicate = self.predicate_at.get(token)
            if predicate is not None and predicate.start == token and predicate.word.form in _CLIPPED:
                return predicate if predicate.word.frame in (Frame.PATIENT, Frame.SUBJECT) else None
            if token >= len(self.document) or self.document.pos[token] != "ADV":
                return None
        return None
