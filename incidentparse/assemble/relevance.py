"""Whether an article reports a security incident at all: a logistic model over its head's events and cues."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from incidentparse.assemble.assertion import asserted
from incidentparse.language.document import Document
from incidentparse.language.lexicon import Hit
from incidentparse.mentions import EventMention

# What an article is about stands in its first sentences: so many tokens, rounded up to whole sentences.
_HEAD_TOKENS = 60
_SHORTEST_SENTENCE = 4


def head_end(document: Document) -> int:
    """One past the last token of the article's head."""
    end = 0
    for sentence in document.sentences:
        end = sentence.end
        if end >= _HEAD_TOKENS and sentence.index >= 1:
            break
    return end


def first_end(document: Document) -> int:
    """One past the last token of the first sentence that is more than a word or two."""
    longer = (s.end for s in document.sentences if s.end - s.start > _SHORTEST_SENTENCE)
    return next(longer, document.sentences[0].end if document.sentences else 0)


def features(document: Document, events: Sequence[EventMention], signals: Sequence[Hit[str]]) -> dict[str, float]:
    """The named features: cue groups in the head and in the first sentence, event senses by how they are told."""
    found: defaultdict[str, float] = defaultdict(float)
    end, first = head_end(document), first_end(document)
    for group, count in Counter(s.value for s in signals if s.start < end).items():
        found[f"has:{group}"] = 1.0
        found[f"n:{group}"] = math.log1p(count)
    for signal in signals:
        if signal.start < first:
            found[f"first:{signal.value}"] = 1.0
    for event in events:
        told, sense = _told(event), event.rule.split(":")[1]
        if event.trigger >= end:
            if told == "told":
                found["body"] = max(found["body"], event.strength)
            continue
        for name in (f"{told}:{sense}", f"best:{told}"):
            found[name] = max(found[name], event.strength)
        if told == "told":
            found["agents"] = max(found["agents"], float(bool(event.agents)))
            found["patients"] = max(found["patients"], float(bool(event.patients)))
    if "best:told" not in found:
        found["none told"] = 1.0
    _add_asserted(document, events, signals, first, found)
    return found


def _add_asserted(
    document: Document,
    events: Sequence[EventMention],
    signals: Sequence[Hit[str]],
    first: int,
    found: defaultdict[str, float],
) -> None:
    """What the first sentence asserts counts for more than what it mentions on the side."""
    verbs, arguments = asserted(document, first)
    for signal in signals:
        if signal.start < first and not verbs.isdisjoint(range(signal.start, signal.end)):
            found[f"verb:{signal.value}"] = 1.0
        elif signal.start < first and not arguments.isdisjoint(range(signal.start, signal.end)):
            found[f"argument:{signal.value}"] = 1.0
    for event in events:
        if event.trigger >= first:
            break
        level = "verb" if event.trigger in verbs else "argument" if event.trigger in arguments else "aside"
        told, sense = _told(event), event.rule.split(":")[1]
        found[f"{level}:{told}"] = max(found[f"{level}:{told}"], event.strength)
        if level != "aside" and told == "told":
            found[f"asserts:{sense}"] = max(found[f"asserts:{sense}"], event.strength)


def probability(document: Document, events: Sequence[EventMention], signals: Sequence[Hit[str]]) -> float:
    """The calibrated probability that the article reports a security incident."""
    weights = _weights()
    score = sum(weights.get(name, 0.0) * value for name, value in features(document, events, signals).items())
    return logistic(score + weights["bias"])


def logistic(score: float) -> float:
    """1 / (1 + e^-score), without overflow."""
    if score >= 0:
        return 1 / (1 + math.exp(-score))
    return math.exp(score) / (1 + math.exp(score))


@cache
def _weights() -> Mapping[str, float]:
    text = (files("incidentparse") / "weights" / "relevance.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights


def _told(event: EventMention) -> str:
    certainty = event.certainty
    if certainty.negated:
        return "neg"
    if certainty.hypothetical:
        return "hyp"
    if certainty.planned:
        return "plan"
    return "past" if certainty.historical else "told"
