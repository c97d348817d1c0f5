"""The hurt who died later: they count among the dead, and no more among the injured."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.tallies import Statement, Tally, add_up, statements
from incidentparse.language.document import Document
from incidentparse.mentions import CasualtyMention
from incidentparse.record import CasualtyStatus

Totals = tuple[Tally | None, Tally | None]


def move_late_deaths(
    document: Document, mentions: Sequence[CasualtyMention], killed: Tally | None, injured: Tally | None
) -> Totals:
    """The totals of killed and injured once those are moved who were hurt at first: "one of the wounded died".

    Args:
        document: the document.
        mentions: the figures of the incident.
        killed: the dead, as chosen among its figures.
        injured: the injured, as chosen among its figures.
    """
    late = [m for m in mentions if m.of_hurt]
    if not late or killed is None:
        return killed, injured
    late = _each_once(late)
    first = min(m.predicate for m in late)
    dead = [m for m in mentions if m.status is CasualtyStatus.KILLED and m.predicate < first and not m.overall]
    before = statements(document, dead)
    heads = {m.status: m.low for m in mentions if document.sentences[document.sentence_of[m.predicate]].title}
    # What the headline says stands.
    if CasualtyStatus.KILLED not in heads:
        killed = _with_late(killed, late, before)
    if injured is not None and heads.get(CasualtyStatus.INJURED) != injured.low:
        injured = _without_late(document, injured, late, killed, before)
    return killed, injured


def _each_once(late: Sequence[CasualtyMention]) -> list[CasualtyMention]:
    """One death told twice counts once, "another of the wounded" is one more."""
    first = max((m for m in late if not m.more), key=lambda m: m.low, default=late[0])
    return [first, *(m for m in late if m.more and m is not first)]


def _with_late(killed: Tally, late: Sequence[CasualtyMention], before: Sequence[Statement]) -> Tally:
    """The dead told of before and those who died later, where the total is the one or the other."""
    told = max((s.figures for s in before if not s.title), key=lambda f: add_up(f)[0], default=())
    base, more = add_up(told)[0], add_up(late)[0]
    updated = any(m.updates for _, figures in killed.stated for m in figures)
    if not base or updated or killed.low not in (base, more):
        return killed
    figures = (*told, *late)
    return Tally(*add_up(figures), figures)


def _without_late(
    document: Document, injured: Tally, late: Sequence[CasualtyMention], killed: Tally, before: Sequence[Statement]
) -> Tally | None:
    """The injured without those who died later, None if nobody is left."""
    gone = add_up(late)[0]
    earlier = all(m.predicate < late[0].predicate for m in injured.mentions)
    if not earlier or injured.low < gone or any("less" in kind for kind in injured.kinds):
        return injured
    places = {document.place_of[document.sentence_of[m.predicate]] for m in injured.mentions}
    beside = max((add_up(s.figures)[0] for s in before if s.sentence in places), default=0)
    if killed.low - beside < gone:
        # "One killed, two injured" of a headline leaves them out already.
        return injured
    if injured.low == gone:
        return None
    high = None if injured.high is None else injured.high - gone
    return Tally(injured.low - gone, high, injured.mentions)
