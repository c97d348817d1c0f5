"""The sources of one incident."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.language.document import Document
from incidentparse.mentions import SourceMention, Tokens
from incidentparse.record import Source, SourceKind, Stance

# Where a source does several things, the one that says most of its part in the incident.
_STANCES = (
    Stance.CLAIMS_RESPONSIBILITY,
    Stance.DENIES,
    Stance.ACCUSES,
    Stance.DISPUTES,
    Stance.CONFIRMS,
    Stance.REPORTS,
)
_COMMENTING = frozenset(
    {SourceKind.OFFICIAL, SourceKind.MILITARY, SourceKind.MILITANT, SourceKind.OTHER, SourceKind.ANONYMOUS}
)
# From this part of the article on, those who have not spoken before mostly comment: of those first cited behind it on
# developing articles a quarter spoke of the incident where nothing they said told of violence.
_LATE = 0.5
# A shorter report has no room for comment.
_LONG = 12
_DEFINITE = frozenset({"the", "this"})
# How many places of the text are kept as evidence of one source.
_EVIDENCE = 5


def fill_sources(
    document: Document, draft: Draft, drafts: Drafts, mentions: Sequence[SourceMention]
) -> tuple[Source, ...]:
    """Those cited in what the article says of this incident, in the order of the text."""
    by_key: dict[str, list[SourceMention]] = {}
    for mention in mentions:
        by_key.setdefault(mention.key, []).append(mention)
    return tuple(_source(document, found) for found in by_key.values() if _speaks_of(document, draft, drafts, found))


def _speaks_of(document: Document, draft: Draft, drafts: Drafts, found: Sequence[SourceMention]) -> bool:
    """Whether anything that the source says is of this incident.

    Officials and armed sides who come in late mostly comment; they count where what they say tells of violence.
    """
    told = [m.content for m in found if m.content is not None]
    owned = any(drafts.owned(draft, token) for content in told for token in range(*content))
    if not owned and not _mentions(document, draft, told):
        return False
    late = len(document.sentences) >= _LONG and told[0][0] > _LATE * len(document)
    if not late or found[0].kind not in _COMMENTING or any(m.stance is not Stance.REPORTS for m in found):
        return True
    violent = [frame.trigger for frame in document.frames]
    return any(start <= trigger < end for start, end in told for trigger in violent)


def _mentions(document: Document, draft: Draft, told: Sequence[Tokens]) -> bool:
    """Whether what is said speaks of the incident by its own word: "the area in which the blast occurred"."""
    words = {document.lower[event.trigger] for event in draft.events if document.pos[event.trigger] == "NOUN"}
    return any(
        document.lower[token] in words and document.lower[token - 1] in _DEFINITE
        for content in told
        for token in range(content[0] + 1, content[1])
    )


def _source(document: Document, found: Sequence[SourceMention]) -> Source:
    named = [m for m in found if m.rule != "pronoun"] or found
    best = max(named, key=lambda m: (_fullness(document, m), -m.start))
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


def _fullness(document: Document, mention: SourceMention) -> int:
    """How much of a name a mention gives."""
    return sum(document.pos[token] in ("PROPN", "NOUN") for token in range(mention.start, mention.end))
