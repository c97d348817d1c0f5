"""Whether an article reports a security incident at all: a logistic model over its head's events and cues."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from incidentparse.assemble.assertion import asserted
from incidentparse.assemble.dating import Dating, sense_of
from incidentparse.language.document import Document
from incidentparse.language.lexicon import Hit
from incidentparse.mentions import EventMention
from incidentparse.weights import load_weights

# What an article is about stands in its first sentences: so many tokens, rounded up to whole sentences.
_HEAD_TOKENS = 60
_SHORTEST_SENTENCE = 4
# An event word weaker than this ("hit", "death") says little by itself.
_STRONG = 0.5
# Rates are counted per so many tokens.
_RATE_TOKENS = 100
# Speeches, interviews and comment speak in the first and second person, news of an incident does not.
_TALK = frozenset({"i", "we", "our", "us", "my", "you", "your"})
# A deed is news for so many days.
_NEWS_DAYS = 14
# What is counted over more days than this is a campaign or a statistic.
_LONGEST_DAYS = 31


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


def features(
    document: Document, events: Sequence[EventMention], signals: Sequence[Hit[str]], dating: Dating
) -> dict[str, float]:
    """The named features: cue groups in the head and in the first sentence, event senses by how they are told."""
    found: defaultdict[str, float] = defaultdict(float)
    end, first = head_end(document), first_end(document)
    # What a film tells or an exercise plays is no cue.
    unreal = {t for e in events if e.certainty.hypothetical for t in range(e.start, e.end)}
    signals = [s for s in signals if unreal.isdisjoint(range(s.start, s.end))]
    for group, count in Counter(s.value for s in signals if s.start < end).items():
        found[f"has:{group}"] = 1.0
        found[f"n:{group}"] = math.log1p(count)
    for signal in signals:
        if signal.start < first:
            found[f"first:{signal.value}"] = 1.0
    for event in events:
        if event.trigger >= end:
            continue
        told, sense = _told(event), sense_of(event)
        for name in (f"{told}:{sense}", f"best:{told}"):
            found[name] = max(found[name], event.strength)
        if told == "told":
            found["agents"] = max(found["agents"], float(bool(event.agents)))
            found["patients"] = max(found["patients"], float(bool(event.patients)))
    if "best:told" not in found:
        found["none told"] = 1.0
    _add_asserted(document, events, signals, first, found)
    _add_body(document, events, end, found)
    _add_dated(document, events, dating, end, found)
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
        told, sense = _told(event), sense_of(event)
        found[f"{level}:{told}"] = max(found[f"{level}:{told}"], event.strength)
        if level != "aside" and told == "told":
            found[f"asserts:{sense}"] = max(found[f"asserts:{sense}"], event.strength)


def _add_body(document: Document, events: Sequence[EventMention], end: int, found: defaultdict[str, float]) -> None:
    """What the rest of a long article tells, and whether it is news or talk."""
    found["length"] = math.log1p(len(document) / _RATE_TOKENS)
    found["talk"] = min(1.0, _RATE_TOKENS / 10 * sum(w in _TALK for w in document.lower) / max(1, len(document)))
    strong = [e for e in events if e.strength >= _STRONG]
    told = [e for e in strong if _told(e) == "told"]
    found["rate"] = math.log1p(sum(e.strength for e in told) * _RATE_TOKENS / max(_RATE_TOKENS, len(document)))
    found["share told"] = len(told) / len(strong) if strong else 0.0
    for event in told:
        if event.trigger >= end:
            sense = f"body:{event.rule.split(':')[1]}"
            found["body"], found[sense] = max(found["body"], event.strength), max(found[sense], event.strength)


def _add_dated(
    document: Document,
    events: Sequence[EventMention],
    dating: Dating,
    end: int,
    found: defaultdict[str, float],
) -> None:
    """Deeds told with a day: of the last days they are news, of longer ago they are background."""
    published = document.published
    for event in events:
        if event.strength < _STRONG or not event.certainty.actual:
            continue
        days = dating.days(event)
        if days is None:
            continue
        if (days[1] - days[0]).days > _LONGEST_DAYS:
            age = "long"
        elif published is None:
            age = "dated"
        else:
            age = "recent" if (published - days[1]).days <= _NEWS_DAYS else "old"
        name = f"{age}:{'head' if event.trigger < end else 'body'}"
        found[name] = max(found[name], event.strength)


def probability(
    document: Document, events: Sequence[EventMention], signals: Sequence[Hit[str]], dating: Dating
) -> float:
    """The calibrated probability that the article reports a security incident."""
    weights = _weights()
    score = sum(weights.get(name, 0.0) * value for name, value in features(document, events, signals, dating).items())
    return logistic(score + weights["bias"])


def logistic(score: float) -> float:
    """1 / (1 + e^-score), without overflow."""
    if score >= 0:
        return 1 / (1 + math.exp(-score))
    return math.exp(score) / (1 + math.exp(score))


@cache
def _weights() -> Mapping[str, float]:
    weights: dict[str, float] = load_weights("relevance")["weights"]
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
