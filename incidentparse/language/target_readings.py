"""What a phrase that was hit tells: a person by name or trade, people by number, a thing, a town."""

from __future__ import annotations

from dataclasses import dataclass, replace

from incidentparse.language.certainty import attributing_verbs, is_negation
from incidentparse.language.company import in_class
from incidentparse.language.document import PLACE_LABELS, Document
from incidentparse.language.grammar import DATES
from incidentparse.language.groups import in_group_name
from incidentparse.language.headcount import read_people
from incidentparse.language.members import Member
from incidentparse.language.named_words import victim_words
from incidentparse.language.people import People, PersonForm, Reading, people_index
from incidentparse.language.quantities import read_quantity
from incidentparse.language.target_nouns import is_part, named_by_kind, object_noun, owner, whole_of, without_clause
from incidentparse.language.target_phrases import (
    apposed_name,
    doing_end,
    joined,
    makeup,
    of_public,
    past_outcome,
    phrase_head,
    trimmed,
    with_whole,
)
from incidentparse.language.thing_names import has_name, is_named_thing
from incidentparse.mentions import Certainty, TargetMention, Tokens
from incidentparse.record import Category, Effect, Side, TargetKind

# Effects that only people, and only things, suffer.
OF_PEOPLE = frozenset(
    {Effect.KILLED, Effect.INJURED, Effect.ABDUCTED, Effect.MISSING, Effect.RELEASED, Effect.DETAINED}
)
_OF_THINGS = frozenset({Effect.DAMAGED, Effect.DESTROYED, Effect.STOLEN})
_RUINED = frozenset({Effect.DAMAGED, Effect.DESTROYED})
# What a part has suffered is less than that to the whole.
_OF_WHOLE = {Effect.DESTROYED: Effect.DAMAGED, Effect.STOLEN: Effect.UNKNOWN}
# Nouns of offices that are regions too: "in Khyber Agency".
_REGIONS = frozenset({"agency", "agencies"})
_HELD = frozenset({"held", "taken", "took", "hold", "holding", "kept"})
# Nouns that say no more of people than that they are some.
_GENERIC = frozenset({"life", "lives", "group", "groups", "target", "targets"})
_OTHERS = frozenset({"other", "others", "more", "dozens", "hundreds", "scores", "many", "several", "some", "ones"})


@dataclass(frozen=True, slots=True)
class Hit:
    """What hit: its token, what it does, by which rule, how it is held; ``taking`` is taking a place to hold."""

    event: int
    effect: Effect
    rule: str
    certainty: Certainty
    taking: bool


def read_target(document: Document, hit: Hit, member: Member) -> TargetMention | None:
    """The target that a phrase tells of, or None."""
    patient = member.place
    if is_negation(document, patient[0]):
        return None
    start, end = without_clause(document, *trimmed(document, *patient))
    if start <= hit.event < end - 1 and document.pos[hit.event + 1] != "CCONJ":
        # "Injured children", "burnt-out cars": what became of them is a field of its own.
        start = hit.event + (3 if document.words[hit.event + 1] == "-" else 1)
    if start >= end or document.entity[end - 1] in DATES:
        return None
    head = phrase_head(document, start, end)
    if member.name is not None and named_by_kind(document, start, head) is None:
        return _named(document, hit, member)
    if document.deps[head] == "nsubj" and document.lemmas[document.heads[head]] in attributing_verbs():
        return None
    if document.lemmas[head] == "hostage" and (start == head or document.lower[head - 1] in _HELD):
        return None
    if document.entity[head] == "NORP" and "JJ" in (document.tags[head], document.tags[document.heads[head]]):
        return None  # "Three tourists, two American and one British": the nation of some of them.
    things, counted = object_noun(document, start, head), start
    if things is not None and _region(document, start, head):
        return None
    if things is None and (whole := whole_of(document, start, head, end)) is not None:
        if is_part(document, start, head):
            hit = replace(hit, effect=_OF_WHOLE.get(hit.effect, hit.effect))
        # "Two spans of the bridge" are of one bridge.
        counted = whole[0] if is_part(document, start, head) else start
        start, end = whole
        head = phrase_head(document, start, end)
        things = object_noun(document, start, head)
    if things is None:
        return _people(document, hit, (start, end), head)
    bare = things.vague and things.start == start and end == head + 1 and hit.effect not in _OF_THINGS
    passed = things.way and hit.effect not in _OF_THINGS
    held = hit.taking and things.category is Category.CIVILIAN
    return None if bare or passed or held else _thing(document, hit, (start, end), head, counted)


def _region(document: Document, start: int, head: int) -> bool:
    """Whether an agency is a region: what happens is in it, while offices are hit "at" theirs."""
    named = start < head and document.lower[head] in _REGIONS and document.words[head][:1].isupper()
    while start > 0 and document.pos[start - 1] == "DET":
        start -= 1
    return named and document.lower[start - 1] == "in"


def _people(document: Document, hit: Hit, place: Tokens, head: int) -> TargetMention | None:
    """People by their noun, or a town by its name."""
    start, end = place
    if hit.rule == "patient:clash":
        return None
    if hit.effect in _RUINED and is_named_thing(document, head):
        return _mention(hit, place, name=place, category=Category.OTHER, low=1, high=1)
    if document.entity[head] == "ORG" and document.pos[head] == "PROPN":
        hit = replace(hit, rule=hit.rule + ":body")
    if hit.taking and document.pos[head] == "PROPN":
        return None
    people = next((p for p in read_people(document, start, end) if _counts(document, hit, p)), None)
    if people is not None:
        if head < people.start and document.lower[people.start - 1] == "of" and not _group(document, head):
            # "the enclave of a rebel leader" is no leader.
            return None
        return _person(document, hit, people, place)
    form = people_index().match(document.folded, head, head + 1)
    if form is not None:
        return _uncounted(document, hit, form.value, place)
    fallen_on = hit.effect not in OF_PEOPLE and not hit.taking and hit.rule != "place"
    if document.entity[head] in PLACE_LABELS and fallen_on and not in_group_name(document, head):
        return _mention(replace(hit, rule=hit.rule + ":town"), place, name=place, category=Category.CIVILIAN)
    return None


def _group(document: Document, head: int) -> bool:
    """Whether a noun before "of" stands for those behind it: "a crowd of shoppers", "dozens of men"."""
    form = people_index().match(document.folded, head, head + 1)
    return (
        form is not None
        or document.lemmas[head] in victim_words("group")
        or document.pos[head] in ("NUM", "PRON", "DET")
    )


def _named(document: Document, hit: Hit, member: Member) -> TargetMention | None:
    """A person with a name; the words that say who it is are the description."""
    name, role = member.name, member.role
    assert name is not None
    people = next(read_people(document, *role), None) if role is not None else None
    if (people is not None and people.side is Side.PERPETRATOR) or hit.rule == "patient:clash":
        return None
    if hit.taking and hit.effect not in OF_PEOPLE:
        return None
    start, end = (past_outcome(document, role[0]), role[1]) if role is not None else name
    category = people.category if people is not None else Category.CIVILIAN
    if role is not None:
        category = owner(document, *role) or category
    return TargetMention(
        start,
        end,
        hit.rule,
        name=name,
        kind=TargetKind.PERSON,
        category=category,
        low=1,
        high=1,
        number=name,
        country_code=people.country_code if people is not None else None,
        effect=Effect.UNKNOWN if hit.effect in _OF_THINGS else hit.effect,
        event=hit.event,
        certainty=hit.certainty,
    )


def _thing(document: Document, hit: Hit, place: Tokens, head: int, counted: int) -> TargetMention | None:
    """A thing by its noun; its number stands from ``counted`` on: "dozens of houses"."""
    start, end = place
    things = object_noun(document, start, head)
    if things is None:
        return None
    number = read_quantity(document, counted, head)
    if number is not None and document.words[number.end].startswith("-"):
        number = None  # "a five-storey building" is one.
    if number is not None and start < number.end <= head:
        start = number.end
    low = number.low if number is not None else (None if things.plural else 1)
    high = number.high if number is not None else low
    return _mention(
        replace(hit, rule=hit.rule + ":town") if things.town else hit,
        (start, end),
        name=(start, end) if not things.plural and has_name(document, start, end, head) else None,
        category=things.category,
        low=low,
        high=high,
        number=(number.start, number.end) if number is not None else None,
    )


def _person(document: Document, hit: Hit, people: People, place: Tokens) -> TargetMention | None:
    if people.side is Side.PERPETRATOR:
        return None
    # What stands before the people of the phrase is a heading that ran into it.
    start, end = max(place[0], people.start), with_whole(document, joined(document, place[1]))
    numbered = people.number if people.reading in (Reading.COUNTED, Reading.SHARE) else None
    if numbered is not None and not people.generic and start <= numbered[0] and numbered[1] < end:
        # The count is a field of its own; "of" and "the" behind it are no part of the noun.
        start, end = trimmed(document, numbered[1], end)
        if start >= end:
            start, end = place
    start, _ = trimmed(document, start, end)
    name = people.name or apposed_name(document, end)
    both = makeup(document, people.end) if people.high == people.low > 1 else None
    if both is not None and numbered is not None:
        # "Four men and three women" are one group, told by its parts.
        start, end, low = numbered[0], both[0], people.low + both[1]
        people = replace(people, low=low, high=low, number=(start, end))
    return TargetMention(
        start,
        end,
        hit.rule + ("" if name is not None else _manner(document, people, end)),
        name=name,
        kind=TargetKind.PERSON,
        category=people.category,
        low=people.low,
        high=people.high,
        number=people.number,
        country_code=people.country_code,
        effect=Effect.UNKNOWN if hit.effect in _OF_THINGS else hit.effect,
        event=hit.event,
        certainty=hit.certainty,
    )


def _manner(document: Document, people: People, end: int) -> str:
    """How the phrase describes its people, for the choice among phrases of the same people."""
    if people.kin:
        return ":kin"
    form = people_index().match(document.folded, end - 1, end)
    if form is not None and form.value.noun.collective:
        return ":collective"
    generic = people.generic or document.lemmas[end - 1] in _GENERIC
    return ":generic" if generic and doing_end(document, end) == end else ""


def _uncounted(document: Document, hit: Hit, form: PersonForm, place: Tokens) -> TargetMention | None:
    """People without a number: "villagers", "a crowd"."""
    if form.noun.side is Side.PERPETRATOR:
        return None
    generic = form.noun.generic or document.lemmas[place[1] - 1] in _GENERIC
    generic &= doing_end(document, place[1]) == place[1]
    manner = ":collective" if form.noun.collective else ":generic" if generic else ""
    category = Category.CIVILIAN if of_public(document, place[1]) else form.noun.category
    place = (place[0], with_whole(document, joined(document, place[1])))
    return TargetMention(
        *place,
        hit.rule + manner,
        kind=TargetKind.PERSON,
        category=owner(document, *place) or category,
        country_code=form.country_code,
        effect=Effect.UNKNOWN if hit.effect in _OF_THINGS else hit.effect,
        event=hit.event,
        certainty=hit.certainty,
    )


def _mention(
    hit: Hit,
    place: Tokens,
    *,
    category: Category,
    name: Tokens | None = None,
    low: int | None = None,
    high: int | None = None,
    number: Tokens | None = None,
    country_code: str | None = None,
) -> TargetMention:
    return TargetMention(
        *place,
        hit.rule,
        name=name,
        kind=TargetKind.OBJECT,
        category=category,
        low=low,
        high=high,
        number=number,
        country_code=country_code,
        effect=Effect.UNKNOWN if hit.effect in OF_PEOPLE else hit.effect,
        event=hit.event,
        certainty=hit.certainty,
    )


def _counts(document: Document, hit: Hit, people: People) -> bool:
    """Whether a phrase is one of people told of: no pronoun, no number of other things ("hundreds of missiles")."""
    if people.reading in (Reading.PRONOUN, Reading.NONE) or people.ordinal is not None:
        return False
    if people.reading is Reading.NUMBER or document.lower[people.end - 1] in _OTHERS:
        # "400 others", "injuring 22": their number is a casualty figure, not a description.
        return False
    if not people.known and hit.effect not in OF_PEOPLE:
        return False
    return not in_class(document, people.head, "means")
