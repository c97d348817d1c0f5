"""Casualties of one incident: its totals and every figure as found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from incidentparse.assemble.apart import TOGETHER, Apart
from incidentparse.assemble.conflicts import widen
from incidentparse.assemble.draft import BACKGROUND, Draft, Drafts
from incidentparse.assemble.late_deaths import move_late_deaths
from incidentparse.assemble.tallies import Tally
from incidentparse.assemble.tolls import choose_total, usable
from incidentparse.language.document import Document
from incidentparse.mentions import CasualtyMention, SourceMention
from incidentparse.record import Casualties, CasualtyReport, CasualtyStatus, Count, IncidentType, Stage

# From so many sentences behind the one that best states an incident on, figures of an earlier time are of earlier
# incidents; nearer they may tell of a part of it: with 1 some right totals of US shootings are lost, with 2 none.
_LEAD = 2
# Reports of up to this many sentences seldom tell of other incidents.
_BRIEF = 6
_KILLED = CasualtyStatus.KILLED


def fill_casualties(
    document: Document,
    draft: Draft,
    drafts: Drafts,
    mentions: Sequence[CasualtyMention],
    sources: Sequence[SourceMention],
    apart: Apart = TOGETHER,
) -> Casualties:
    """What the article says of it for this incident, which figures told apart do not speak of."""
    own = own_figures(document, draft, drafts, mentions, apart)
    kidnapping = draft.type in (IncidentType.KIDNAPPING, IncidentType.HIJACKING)
    total = partial(choose_total, document, own, apart=apart)
    killed = total(CasualtyStatus.KILLED)
    injured = total(CasualtyStatus.INJURED, dead=killed.low if killed else 0)
    killed, injured = move_late_deaths(document, own, killed, injured)
    totals = {
        CasualtyStatus.KILLED: killed,
        CasualtyStatus.INJURED: injured,
        CasualtyStatus.MISSING: total(CasualtyStatus.MISSING),
        CasualtyStatus.ABDUCTED: total(CasualtyStatus.ABDUCTED, kidnapping=kidnapping),
    }
    counts = {s.value: _count(document, widen(t, own, sources)) for s, t in totals.items() if t is not None}
    # Those released were abducted before only where the incident is an abduction; others leave hospital or prison.
    found = [m for m in own if kidnapping or not (m.status is CasualtyStatus.ABDUCTED and m.indirect)]
    found = [m for m in found if not m.certainty.historical] or found
    return Casualties(**counts, reports=tuple(_report(document, m, sources) for m in found))


def own_figures(
    document: Document,
    draft: Draft,
    drafts: Drafts,
    mentions: Sequence[CasualtyMention],
    apart: Apart = TOGETHER,
) -> list[CasualtyMention]:
    """The figures that may count for an incident."""
    own = [m for m in mentions if drafts.owned(draft, m.predicate) and usable(m) and m.predicate not in apart.cues]
    brief = draft.number == 0 and len(document.sentences) <= _BRIEF
    if brief and own and all(m.status is not _KILLED for m in own):
        own = sorted([*own, *_beside(drafts, mentions, apart)], key=lambda m: m.predicate)
    own = _now_in_summary(document, draft, own)
    late = [m for m in own if document.sentence_of[m.predicate] >= draft.summary + _LEAD]
    others = {m for m in late if m.certainty.historical or m.predicate in apart.days}
    # A figure of another place may be the incident's, told where its dead were brought; not beside one of its own.
    others |= {m for m in late if m.predicate in apart.places and _told_before(own, m, apart)}
    own = [m for m in own if m not in others]
    if draft.stage is not Stage.ACCOMPLISHED:
        # What a foiled attack recalls are others that were not.
        own = [m for m in own if not m.certainty.historical]
    return own


def _now_in_summary(document: Document, draft: Draft, own: list[CasualtyMention]) -> list[CasualtyMention]:
    """The figures, those of the sentence that best states the incident being its own: "mourned on Monday after a bomber
    killed 54 a day earlier" tells of the news, where it tells of no later deaths."""
    if any(m.certainty.actual and not m.certainty.historical and m.status is _KILLED and not m.anaphoric for m in own):
        told = [m for m in own if document.sentence_of[m.predicate] == draft.summary]
        if any(not m.certainty.historical for m in told):
            return own
    return [
        replace(m, certainty=replace(m.certainty, historical=False))
        if m.certainty.historical and document.sentence_of[m.predicate] == draft.summary
        else m
        for m in own
    ]


def _beside(drafts: Drafts, mentions: Sequence[CasualtyMention], apart: Apart) -> list[CasualtyMention]:
    """Deaths that a brief report tells of beside the incident: "The march was broken up. A man hurt in it has died"."""
    return [
        m
        for m in mentions
        if m.status is _KILLED
        and drafts.owner[m.predicate] == BACKGROUND
        and usable(m)
        and m.predicate not in apart
        and not m.certainty.historical
    ]


def _told_before(mentions: Sequence[CasualtyMention], mention: CasualtyMention, apart: Apart) -> bool:
    """Whether a figure of the same status at the incident's own place was told before."""
    return any(
        m.status is mention.status and m.low and m.predicate < mention.predicate and m.predicate not in apart.places
        for m in mentions
    )


def _count(document: Document, total: Tally) -> Count:
    """A total with the words that it stands on: "three … and several"."""
    figures = sorted(total.mentions, key=lambda m: m.number)
    words = [document.slice(*m.number) for m in figures]
    text = words[0] if len(words) == 1 else " … ".join(words[:-1]) + " … and " + words[-1]
    return Count(
        min=total.low, max=total.high, text=text, evidence=tuple(document.span(m.start, m.end) for m in figures)
    )


def _report(document: Document, mention: CasualtyMention, sources: Sequence[SourceMention]) -> CasualtyReport:
    number = document.span(*mention.number)
    return CasualtyReport(
        status=mention.status,
        count=Count(min=mention.low, max=mention.high, text=number.text, evidence=(number,)),
        group=None if mention.group is None else document.slice(*mention.group),
        category=mention.category,
        country_code=mention.country_code,
        side=mention.side,
        source=_source(document, mention, sources),
        evidence=(document.span(mention.start, mention.end),),
    )


def _source(document: Document, mention: CasualtyMention, sources: Sequence[SourceMention]) -> str | None:
    """The source whose words hold the figure, else the nearest one cited in the sentence."""
    holding = [s for s in sources if s.content is not None and s.content[0] <= mention.predicate < s.content[1]]
    if not holding:
        sentence = document.sentence(mention.predicate)
        holding = [s for s in sources if s.start in sentence]
    if not holding:
        return None
    nearest = min(holding, key=lambda s: (abs(s.start - mention.predicate), s.start))
    return document.slice(nearest.start, nearest.end)
