"""Damage told of without its thing: "exploded outside a bank, causing heavy damage", "there was no damage"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from incidentparse.language.document import Document
from incidentparse.language.struck_words import struck_words
from incidentparse.mentions import TargetMention
from incidentparse.record import Effect, TargetKind

# From the noun up to the verb: "reported casualties or serious damage".
_MAX_CLIMB = 4
# Words before the noun among which a "no" denies it: "caused neither casualties nor material damage".
_DENIAL_REACH = 7
# Sentences before the one that tells of damage in which the thing damaged may stand.
_REACH = 2
_DENIALS = frozenset({"no", "without", "nor", "neither", "not", "n't", "n’t", "never"})
# What ends the reach of a denial: "no casualties, only damage", "no victims but considerable damage".
_TURNS = frozenset({",", ";", "but", "only", "although", "though"})
_UNDER = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "pobj", "prep", "conj", "nmod"})


def with_told_damage(document: Document, mentions: Sequence[TargetMention]) -> list[TargetMention]:
    """The mentions, those of things of which nothing is told damaged or not as the next words on damage say."""
    told: dict[int, Effect] = {}
    for noun, effect in _told(document):
        for place in _meant(document, mentions, noun):
            if told.get(place) is not Effect.DAMAGED:
                told[place] = effect
    return [replace(m, effect=told[i]) if i in told else m for i, m in enumerate(mentions)]


def is_denied(document: Document, noun: int) -> bool:
    """Whether a noun of harm is one that did not come about: "no damage", "without causing any damage"."""
    start = document.sentence(noun).start
    for token in range(noun - 1, max(start, noun - _DENIAL_REACH) - 1, -1):
        if document.lower[token] in _DENIALS:
            return True
        if document.lower[token] in _TURNS:
            return False
    return False


def _told(document: Document) -> list[tuple[int, Effect]]:
    """The nouns of damage that is tied to no thing, with what they say of the one meant."""
    found = []
    for token, word in enumerate(document.lower):
        if word in struck_words("harm") and _untied(document, token):
            found.append((token, Effect.NONE if is_denied(document, token) else Effect.DAMAGED))
    return found


def _untied(document: Document, noun: int) -> bool:
    if document.pos[noun] != "NOUN" or document.lower[noun + 1 : noun + 2] in (["to"], ["of"]):
        return False
    node = noun
    for _ in range(_MAX_CLIMB):
        if document.deps[node] not in _UNDER:
            return False
        node = document.heads[node]
        if document.pos[node] in ("VERB", "AUX"):
            return document.lemmas[node] in struck_words("harming")
    return False


def _meant(document: Document, mentions: Sequence[TargetMention], noun: int) -> list[int]:
    """Which mentions are of the things meant: those of the sentence, else of the last one before that has any."""
    here = document.sentence_of[noun]
    for sentence in range(here, max(-1, here - _REACH - 1), -1):
        things = [
            i
            for i, m in enumerate(mentions)
            if m.kind is TargetKind.OBJECT and document.sentence_of[m.event] == sentence and m.event < noun
        ]
        if things:
            return [i for i in things if _left_open(mentions[i])]
    return []


def _left_open(mention: TargetMention) -> bool:
    return mention.effect is Effect.UNKNOWN and not mention.rule.endswith(":town")
