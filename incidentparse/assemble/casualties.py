"""Casualties of one incident: its totals and every figure as found."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.assemble.tolls import Total, choose_total
from incidentparse.language.document import Document
from incidentparse.mentions import CasualtyMention, SourceMention
from incidentparse.record import Casualties, CasualtyReport, CasualtyStatus, Count


def fill_casualties(
    document: Document,
    draft: Draft,
    drafts: Drafts,
    mentions: Sequence[CasualtyMention],
    sources: Sequence[SourceMention],
) -> Casualties:
    """What the article says of it for this incident."""
    own = [m for m in mentions if drafts.owned(draft, m.predicate) and _told(m)]
    totals: dict[str, Count | None] = {}
    for status in (CasualtyStatus.KILLED, CasualtyStatus.INJURED, CasualtyStatus.MISSING, CasualtyStatus.ABDUCTED):
        total = choose_total(document, own, status)
        totals[status.value] = None if total is None else _count(document, total)
    return Casualties(**totals, reports=tuple(_report(document, m, sources) for m in own))


def _told(mention: CasualtyMention) -> bool:
    return (
        not (mention.certainty.hypothetical or mention.certainty.planned or mention.certainty.negated)
        and not mention.cumulative
    )


def _count(document: Document, total: Total) -> Count:
    spans = tuple(document.span(m.start, m.end) for m in total.mentions)
    text = " … ".join(dict.fromkeys(document.slice(*m.number) for m in total.mentions))
    return Count(min=total.low, max=total.high, text=text, evidence=spans)


def _report(document: Document, mention: CasualtyMention, sources: Sequence[SourceMention]) -> CasualtyReport:
    span = document.span(mention.start, mention.end)
    return CasualtyReport(
        status=mention.status,
        count=Count(min=mention.low, max=mention.high, text=document.slice(*mention.number), evidence=(document.span(*mention.number),)),
        group=None if mention.group is None else document.slice(*mention.group),
        category=mention.category,
        country_code=mention.country_code,
        side=mention.side,
        source=_source(document, mention, sources),
        evidence=(span,),
    )  # fmt: skip


def _source(document: Document, mention: CasualtyMention, sources: Sequence[SourceMention]) -> str | None:
    """The source whose words hold the figure, the nearest if several do."""
    holding = [s for s in sources if s.content is not None and s.content[0] <= mention.predicate < s.content[1]]
    if not holding:
        sentence = document.sentence(mention.predicate)
        holding = [s for s in sources if s.start in sentence]
    if not holding:
        return None
    nearest = min(holding, key=lambda s: (abs(s.start - mention.predicate), s.start))
    return document.slice(nearest.start, nearest.end)
