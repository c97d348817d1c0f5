"""Phrases that set what their sentence tells apart from the main incident ("in another attack")."""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from typing import Literal

from incidentparse.language.document import Document
from incidentparse.language.lexicon import PhraseIndex
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.mentions import Tokens

Effect = Literal["other", "beside", "response", "past"]

# Words before a phrase for another incident with which a sentence opens: "In a separate attack".
_OPENING = 4


class IncidentCue(LexiconEntry):
    """A phrase that sets what its sentence tells apart from the main incident.

    ``other`` does so by itself, ``beside`` only where the place is another too, ``response`` for strikes from afar,
    ``past`` sends it into the background.
    """

    phrase: str
    effect: Effect


@cache
def cue_index() -> PhraseIndex[Effect]:
    """The phrases that open or set apart incidents, with what they say."""
    return PhraseIndex((cue.phrase, cue.effect) for cue in load_lexicon("incident_cues.jsonl", IncidentCue))


class IncidentCues:
    """The phrases of a document that set what their sentence tells apart."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._spans: dict[int, dict[Tokens, Effect]] = {}
        for hit in cue_index().find(document.folded):
            self._spans.setdefault(document.sentence_of[hit.start], {})[hit.start, hit.end] = hit.value

    def effects(self, sentence: int) -> Set[Effect]:
        """What the phrases of a sentence say."""
        return set(self._spans.get(sentence, {}).values())

    def before(self, token: int) -> list[Effect]:
        """What the phrases before a token of its sentence say, from left to right."""
        spans = self._spans.get(self._document.sentence_of[token], {})
        return [effect for (start, _), effect in spans.items() if start <= token]

    def opens_apart(self, token: int) -> bool:
        """Whether the sentence of a token, behind the first one, opens with a phrase for another incident."""
        document, sentence = self._document, self._document.sentence(token)
        if document.place_of[sentence.index] <= int(document.sentences[0].title):
            return False
        return any(
            effect == "other" and start - sentence.start < _OPENING and start <= token
            for (start, _), effect in self._spans.get(sentence.index, {}).items()
        )

    def past(self) -> list[int]:
        """The sentences that tell of earlier times."""
        return [sentence for sentence, spans in self._spans.items() if "past" in spans.values()]
