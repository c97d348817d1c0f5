"""The sources of one incident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.assemble.source_features import Features, describe
from incidentparse.language.document import Document
from incidentparse.mentions import SourceMention
from incidentparse.record import Source, Stance
from incidentparse.weights import load_weights

# Where a source does several things, the one that says most of its part in the incident.
_STANCES = (
    Stance.CLAIMS_RESPONSIBILITY,
    Stance.DENIES,
    Stance.ACCUSES,
    Stance.DISPUTES,
    Stance.CONFIRMS,
    Stance.REPORTS,
)
# How many places of the text are kept as evidence of one source.
_EVIDENCE = 5


def fill_sources(
    document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[SourceMention]
) -> tuple[Source, ...]:
    """Those cited in what the article says of this incident, in the order of the text.

    The weights are learned on main incidents; a source of another one must be cited in words that speak of it.
    """
    cited = by_source(mentions)
    if draft.number != 0:
        cited = [found for found in cited if _in_words_of(draft, drafts, found)]
    described = ((found, describe(document, draft, drafts, found)) for found in cited)
    return tuple(_source(document, found) for found, features in described if speaks_of(features, _weights()))


def _in_words_of(draft: Draft, drafts: Drafts, found: Sequence[SourceMention]) -> bool:
    said = (m.content for m in found if m.content is not None)
    return any(draft.number in drafts.owner[slice(*content)] for content in said)


def by_source(mentions: Sequence[SourceMention]) -> list[list[SourceMention]]:
    """The mentions of each source, in the order of the text."""
    by_key: dict[str, list[SourceMention]] = {}
    for mention in mentions:
        by_key.setdefault(mention.key, []).append(mention)
    return list(by_key.values())


def speaks_of(features: Features, weights: Mapping[str, float]) -> bool:
    """Whether a source of these features is cited on the incident: its score passes the threshold."""
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items()) > 0.0


@cache
def _weights() -> Mapping[str, float]:
    """Learned by tests/benchmarks/train_sources.py; the bias holds the threshold."""
    return load_weights("sources")


def _source(document: Document, found: Sequence[SourceMention]) -> Source:
    best = fullest(document, found)
    named = [m for m in found if m.rule != "pronoun"] or found
    name = document.slice(best.start, best.end)
    forms = [document.slice(m.start, m.end) for m in named]
    forms += [document.slice(*alias) for m in named for alias in m.aliases]
    stances = {m.stance for m in found}
    return Source(
        name=name,
        aliases=tuple(dict.fromkeys(form for form in forms if form != name)),
        kind=best.kind,
        url=next((m.url for m in found if m.url), None),
        stance=next(stance for stance in _STANCES if stance in stances),
        evidence=tuple(document.span(m.start, m.end) for m in found[:_EVIDENCE]),
    )


def fullest(document: Document, found: Sequence[SourceMention]) -> SourceMention:
    """The mention of a source that gives most of its name; a headline's only where there is no other."""
    named = [m for m in found if m.rule != "pronoun"] or found
    named = [m for m in named if not document.sentence(m.start).title] or named
    return max(named, key=lambda m: (*_fullness(document, m), -m.start))


def _fullness(document: Document, mention: SourceMention) -> tuple[int, int]:
    """How many words of a person's name, and how many nouns, a mention has: "Jane Roe" before "Roe, mayor of Sola"."""
    tokens = range(mention.start, mention.end)
    person = sum(document.entity[token] == "PERSON" for token in tokens)
    return person, sum(document.pos[token] in ("PROPN", "NOUN") for token in tokens)
