"""Those hit of whom only casualty figures tell: "Jane Roe is in critical condition", "his driver lost a leg"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incidentparse.language.document import Document
from incidentparse.language.list_steps import phrase_at
from incidentparse.language.members import list_members
from incidentparse.language.people import people_index
from incidentparse.language.target_phrases import apposed_name, trimmed
from incidentparse.language.target_readings import Hit, read_target
from incidentparse.mentions import CasualtyMention, TargetMention, Tokens
from incidentparse.record import CasualtyStatus, Effect, Side, TargetKind

_EFFECTS = {
    CasualtyStatus.KILLED: Effect.KILLED,
    CasualtyStatus.INJURED: Effect.INJURED,
    CasualtyStatus.MISSING: Effect.MISSING,
    CasualtyStatus.ABDUCTED: Effect.ABDUCTED,
}

# Readings of phrases that take up people told of before.
_TAKING_UP = (":definite", ":share")


def told_in_figures(
    document: Document, casualties: Sequence[CasualtyMention], mentions: Sequence[TargetMention]
) -> Iterator[TargetMention]:
    """The people whom figures name or describe and no mention holds."""
    held = {token for m in mentions for place in ((m.start, m.end), m.name) if place for token in range(*place)}
    for figure in casualties:
        effect = _EFFECTS.get(figure.status)
        if effect is not None and figure.side is not Side.PERPETRATOR and not figure.cumulative:
            yield from _parts(document, figure, effect, held)
        place = figure.person or _described(document, figure)
        if effect is None or place is None or figure.side is Side.PERPETRATOR or figure.low == 0:
            continue
        if figure.cumulative or not held.isdisjoint(range(*place)):
            continue
        one = figure.person is None and figure.low == figure.high == 1
        name = apposed_name(document, place[1]) if one else figure.person
        yield TargetMention(
            *place,
            f"figure:{figure.status}",
            certainty=figure.certainty,
            name=name,
            kind=TargetKind.PERSON,
            category=figure.category,
            low=figure.low,
            high=figure.high,
            number=figure.number,
            country_code=figure.country_code,
            effect=effect,
            event=figure.predicate,
        )


def _parts(document: Document, figure: CasualtyMention, effect: Effect, held: set[int]) -> Iterator[TargetMention]:
    """Some of those counted: "put the toll at 12, including women and children"."""
    behind = max(figure.number[1], figure.group[1] if figure.group is not None else 0)
    if behind + 1 >= len(document) or document.lower[behind] != "," or document.lower[behind + 1] != "including":
        return
    first = phrase_at(document, behind + 2, document.sentence(figure.start).end)
    if first is None or first[0] in held:
        return
    hit = Hit(figure.predicate, effect, f"parts:{figure.status}", figure.certainty, taking=False)
    for member in list_members(document, (first,), figure.predicate):
        mention = read_target(document, hit, member)
        if mention is not None and mention.kind is TargetKind.PERSON and mention.start not in held:
            yield mention


def _described(document: Document, figure: CasualtyMention) -> Tokens | None:
    """The words that tell who is counted, where they say more of them than what became of them."""
    if figure.group is None or figure.anaphoric or figure.general or figure.superseded or figure.overall:
        return None
    if figure.rule.endswith(_TAKING_UP) or document.sentence(figure.start).title:
        return None
    start, end = trimmed(document, *figure.group)
    form = people_index().match(document.folded, end - 1, end)
    told = form is not None and not form.value.noun.generic
    return (start, end) if told and document.entity[end - 1] != "NORP" else None


def only_counted(group: Sequence[TargetMention]) -> bool:
    """Whether nothing but casualty figures tells of people, and no name."""
    return all(m.name is None and m.rule.startswith("figure:") for m in group)
