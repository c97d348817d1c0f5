"""The target that a group of mentions tells of, as the record holds it."""

from __future__ import annotations

from incidentparse.assemble.target_figures import only_counted
from incidentparse.assemble.target_groups import Group
from incidentparse.language.document import Document
from incidentparse.language.people import people_index
from incidentparse.language.target_phrases import doing_end
from incidentparse.mentions import TargetMention
from incidentparse.record import Category, Count, Effect, Target, TargetKind

# Where a target is told of more than once, the first of these that is told of it is its effect.
_EFFECTS = (
    Effect.KILLED,
    Effect.DESTROYED,
    Effect.ABDUCTED,
    Effect.INJURED,
    Effect.DAMAGED,
    Effect.STOLEN,
    Effect.RELEASED,
    Effect.DETAINED,
    Effect.MISSING,
    Effect.NONE,
    Effect.UNKNOWN,
)
# How many places of the text are kept as evidence of one target.
_EVIDENCE = 5


def target_of(document: Document, group: Group) -> Target:
    """The target with the name, number, country and effect that its mentions tell."""
    best = max(
        group,
        key=lambda m: (
            m.name is not None,
            not only_counted([m]),
            m.low is not None,
            not in_title(document, m),
            # "Five people" are told best as "four men and one woman".
            "and" in document.lower[m.start : m.end],
            -m.start,
        ),
    )
    named = max((m for m in group if m.name is not None), key=_name_length, default=None)
    # Beside a name the words that say who it is describe it.
    told = next((m for m in group if m.name is None or m.name != (m.start, m.end)), best) if named else best
    if best.kind is TargetKind.OBJECT:
        told = best
    # What is only threatened or planned has not come about.
    effects = {m.effect if m.certainty.actual else Effect.UNKNOWN for m in group}
    # "2,500 troops were travelling when …" are more than those of them who were killed.
    hit = [m for m in group if m.rule != "surprised"] or group
    counted = next((m for m in hit if m.low is not None), None)
    return Target(
        description=document.slice(told.start, _end_of(document, told)),
        name=document.slice(*named.name) if named is not None and named.name is not None else None,
        kind=best.kind,
        category=next((m.category for m in group if m.category is not Category.CIVILIAN), best.category),
        count=_count(document, counted) if counted is not None else None,
        country_code=next((m.country_code for m in group if m.country_code), None),
        effect=next(effect for effect in _EFFECTS if effect in effects),
        evidence=tuple(document.span(*place) for place in _places(group)[:_EVIDENCE]),
    )


def _end_of(document: Document, told: TargetMention) -> int:
    """The end of a description: people in general are told by what they were doing."""
    form = people_index().match(document.folded, told.end - 1, told.end)
    general = told.kind is TargetKind.PERSON and form is not None and form.value.noun.generic
    return doing_end(document, told.end) if general else told.end


def _name_length(mention: TargetMention) -> int:
    return mention.name[1] - mention.name[0] if mention.name is not None else 0


def _places(group: Group) -> list[tuple[int, int]]:
    """Where the target is read: its phrases, and its names where they stand beside them."""
    places: dict[tuple[int, int], None] = {}
    for mention in group:
        places[mention.start, mention.end] = None
        if mention.name is not None and not mention.start <= mention.name[0] < mention.end:
            places[mention.name] = None
    return sorted(places)


def in_title(document: Document, mention: TargetMention) -> bool:
    """Whether a mention stands in a headline."""
    return document.sentence(mention.start).title


def _count(document: Document, mention: TargetMention) -> Count | None:
    if mention.low is None:
        return None
    place = mention.number or (mention.start, mention.end)
    return Count(min=mention.low, max=mention.high, text=document.slice(*place), evidence=(document.span(*place),))
