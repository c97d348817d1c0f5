"""Which mentions speak of the same target: names and surnames, roles taken up again, phrases that share their words."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.target_traits import (
    headlined,
    noun_of,
    occupied,
    single,
    takes_up,
    words_of,
)
from incidentparse.language.ages import age_of
from incidentparse.language.document import Document
from incidentparse.language.named_words import victim_words
from incidentparse.language.people import people_index
from incidentparse.language.struck_words import struck_words
from incidentparse.mentions import TargetMention
from incidentparse.record import Category, Effect, TargetKind

# Articles of Arabic names and words of towns, which unlike places share.
_OF_NAMES = frozenset(
    {"al", "el", "ad", "ar", "as", "at", "az", "city", "town", "village", "district", "neighborhood", "neighbourhood"}
)
# What becomes of one person but once.
_OUTCOMES = frozenset({Effect.KILLED, Effect.INJURED, Effect.NONE})
_DIFFERENT = 2
# Words for people besides those told of before.
_FURTHER = frozenset({"another", "other", "others", "more", "second", "third"})
# Rules by which a name is told as that of somebody hit before.
_NAMING = frozenset({"called", "identified"})
# Words of a building's height, which tell it from no other.
_STOREYS = frozenset({"storey", "story", "floor", "level"})
# Sentences within which a thing is taken up by what any such thing is called.
_TAKEN_UP_REACH = 2
# A target is sought among so many told last: twice the longest lists of the dead that articles print.
_MOST_GROUPS = 200

Group = list[TargetMention]


def group_targets(document: Document, mentions: Sequence[TargetMention]) -> list[Group]:
    """Mentions of the same target together, in the order of the text."""
    groups: list[Group] = []
    for mention in mentions:
        group = next((g for g in groups[-_MOST_GROUPS:] if _same(document, mention, g, groups)), None)
        if group is None:
            groups.append([mention])
        else:
            group.append(mention)
    return groups


def _same(document: Document, mention: TargetMention, group: Group, before: Sequence[Group]) -> bool:
    if mention.kind is not group[0].kind:
        return False
    if any((m.start, m.end, m.name) == (mention.start, mention.end, mention.name) for m in group):
        return True
    if mention.kind is TargetKind.OBJECT:
        return _same_thing(document, mention, group[0]) or _taken_up(document, mention, group, before)
    return _same_person(document, mention, group, before)


def _same_person(document: Document, mention: TargetMention, group: Group, before: Sequence[Group]) -> bool:
    names = [_name_words(document, m) for m in group if m.name is not None]
    if mention.name is not None and names:
        own = _name_words(document, mention)
        return any(own <= other or other <= own for other in names)
    if not _compatible(document, mention, group) or _further(document, mention):
        return False
    alone = single(document, mention) and all(single(document, m) for m in group)
    noun = noun_of(document, mention)
    alike = any(noun_of(document, m) == noun for m in group)
    if alone and _of_country(document, mention, group):
        return True
    if mention.name is not None or names:
        return alone and _told_apart(document, mention, group, before, alike=alike)
    words = words_of(document, mention)
    if alike:
        # The first that shares the words decides: each further one would be asked for each mention anew.
        like = next((m for m in group if words <= (known := words_of(document, m)) or known <= words), None)
        if like is not None and not _told_otherwise(document, mention, like):
            return True
    if _counted(mention) and any((m.low, m.high) == (mention.low, mention.high) for m in group):
        # "six Jesuit priests … six clergymen", of other sentences: in one it is a list.
        apart = all(document.sentence_of[m.start] != document.sentence_of[mention.start] for m in group)
        return apart and _alike_but_for_words(mention, group)
    if headlined(document, group) and alone and _like(document, group, mention):
        # "Reporter shot dead … A journalist was shot dead"
        return mention.category is not Category.CIVILIAN
    if not takes_up(document, mention):
        return False
    if _of_service(document, mention, group):
        return True
    kept = mention.low is None and mention.category is group[0].category is not Category.CIVILIAN
    if single(document, mention):
        return alone and kept and not any(_like(document, g, mention) for g in before if g is not group)
    return kept and group[0].low != 1


def _of_service(document: Document, mention: TargetMention, group: Group) -> bool:
    """ "Six constables … The personnel were returning": those told of before, by a noun of any service."""
    plural = document.tags[mention.end - 1] == "NNS" and mention.low is None and mention.end == mention.start + 1
    if not plural or document.lemmas[mention.end - 1] not in victim_words("of many services"):
        return False
    return group[0].start < mention.start and not any(single(document, m) for m in group)


def _told_otherwise(document: Document, one: TargetMention, other: TargetMention) -> bool:
    """Whether one alone is told by what they were doing, or by men and women: "three men and a woman"."""
    if occupied(document, one) != occupied(document, other):
        return True
    both = [_counted(m) and "and" in document.lower[m.start : m.end] for m in (one, other)]
    return any(both) and one.low != other.low


def _alike_but_for_words(mention: TargetMention, group: Group) -> bool:
    """Whether people of one number may be the same by what became of them, their country and their trade."""
    effects = {m.effect for m in (*group, mention)} & _OUTCOMES
    countries = {m.country_code for m in (*group, mention)} - {None}
    trades = {m.category for m in (*group, mention)} - {Category.CIVILIAN}
    kin = {m.rule.endswith(":kin") for m in (*group, mention)}
    return max(len(effects), len(countries), len(trades), len(kin)) < _DIFFERENT


def _further(document: Document, mention: TargetMention) -> bool:
    """ "Another officer", "three other guards": none of those told of before."""
    first = min(mention.start, mention.number[0]) if mention.number is not None else mention.start
    return not _FURTHER.isdisjoint(document.lower[max(0, first - 1) : mention.end - 1])


def _of_country(document: Document, mention: TargetMention, group: Group) -> bool:
    """ "A French tourist … the Frenchman": taken up by the country alone."""
    if mention.country_code is None or not takes_up(document, mention):
        return False
    form = people_index().match(document.folded, mention.end - 1, mention.end)
    named = form is not None and form.value.country_code is not None
    return named and any(m.country_code == mention.country_code for m in group)


def _told_apart(
    document: Document, mention: TargetMention, group: Group, before: Sequence[Group], *, alike: bool
) -> bool:
    """Whether of a name and a description, told apart, one is the other's: "the mayor … Jane Roe, the mayor".

    A name told later is that of one described before, by noun, office or as one of the public, if no other fits.
    """
    if alike and (mention.name is not None or takes_up(document, mention) or headlined(document, group)):
        return True
    if mention.name is not None:
        # "A journalist was shot dead … Jane Roe, 41, was attacked as she left"
        if mention.rule in _NAMING and not _named_already(document, mention, before):
            return [g for g in before if _plain_one(document, mention, g)] == [group]
        office = mention.category is not Category.CIVILIAN
        if not office and _only_one_killed(document, mention, group, before):
            return True
        return office and not any(m.name for m in group) and _like(document, group, mention)
    office = mention.category is not Category.CIVILIAN or mention.rule.endswith(":generic")
    if not office or not takes_up(document, mention):
        return False
    fitting = [
        g for g in before if _compatible(document, mention, g) and (_like(document, g, mention) or _generic(mention))
    ]
    return fitting == [group] and all(single(document, m) for m in group)


def _named_already(document: Document, mention: TargetMention, before: Sequence[Group]) -> bool:
    own = _name_words(document, mention)
    names = [_name_words(document, m) for g in before for m in g if m.name is not None]
    return any(own <= known or known <= own for known in names)


def _plain_one(document: Document, mention: TargetMention, group: Group) -> bool:
    """Whether a man, woman or child without name may be the one named later: "a man … he was John Roe, 24"."""
    plain = all(m.name is None and noun_of(document, m) in victim_words("plain") for m in group)
    return plain and all(single(document, m) for m in group) and _compatible(document, mention, group)


def _only_one_killed(document: Document, mention: TargetMention, group: Group, before: Sequence[Group]) -> bool:
    """ "The mayor was murdered … Ana Ruiz, 43, was found dead": a name alone, where no other is told to be dead."""
    if mention.effect is not Effect.KILLED or mention.name != (mention.start, mention.end):
        return False
    killed = [g for g in before if g[0].kind is TargetKind.PERSON and any(m.effect is Effect.KILLED for m in g)]
    nameless = killed == [group] and all(m.name is None and single(document, m) for m in group)
    return nameless and not _named_already(document, mention, before) and _compatible(document, mention, group)


def _like(document: Document, group: Group, mention: TargetMention) -> bool:
    return all(single(document, m) for m in group) and any(m.category is mention.category for m in group)


def _generic(mention: TargetMention) -> bool:
    return mention.rule.endswith(":generic")


def _compatible(document: Document, mention: TargetMention, group: Group) -> bool:
    """Whether neither effects nor ages gainsay each other: one person is killed or hurt, and of one age."""
    if not single(document, mention) or not all(single(document, m) for m in group):
        return True
    effects = {m.effect for m in group} | {mention.effect}
    taken_up = mention.name is None and takes_up(document, mention)
    if len(effects & _OUTCOMES) > 1 and not taken_up:
        return False
    ages = {age for m in (*group, mention) if (age := _age(document, m)) is not None}
    return len(ages) < _DIFFERENT


def _age(document: Document, mention: TargetMention) -> int | None:
    age = age_of(document, mention.start, mention.end)
    return age if age is not None or mention.name is None else age_of(document, *mention.name)


def _counted(mention: TargetMention) -> bool:
    return mention.low is not None and mention.low > 1


def _name_words(document: Document, mention: TargetMention) -> frozenset[str]:
    return frozenset(document.lower[slice(*mention.name)]) if mention.name is not None else frozenset()


def _same_thing(document: Document, one: TargetMention, other: TargetMention) -> bool:
    words, known = words_of(document, one), words_of(document, other)
    same = (words <= known or known <= words) and noun_of(document, one) == noun_of(document, other)
    if same and not _counted_apart(one, other):
        return True
    headlined = document.sentence(one.start).title != document.sentence(other.start).title
    if headlined and one.low == other.low == 1 and noun_of(document, one) == noun_of(document, other):
        # "Bomb at Harar church … St. Mary's church"
        return True
    return _same_place(document, one, other) or _same_place(document, other, one)


def _taken_up(document: Document, mention: TargetMention, group: Group, before: Sequence[Group]) -> bool:
    """ "A bomb hit a tax office … the two-storey building": the one thing told of shortly before that it may be."""
    if mention.name is not None or not single(document, mention) or not takes_up(document, mention):
        return False
    noun = document.lemmas[mention.end - 1]
    conveyance = noun in struck_words("any conveyance")
    if not conveyance and noun not in struck_words("any building"):
        return False
    if any(
        document.pos[t] in ("NOUN", "PROPN") and document.lower[t] not in _STOREYS
        for t in range(mention.start, mention.end - 1)
    ):
        return False
    fitting = [g for g in before if _may_be(document, mention, g[-1], conveyance=conveyance)]
    return fitting[-1:] == [group]


def _may_be(document: Document, mention: TargetMention, other: TargetMention, *, conveyance: bool) -> bool:
    near = 0 <= document.sentence_of[mention.start] - document.sentence_of[other.start] <= _TAKEN_UP_REACH
    one = other.kind is TargetKind.OBJECT and single(document, other) and other.start < mention.start
    return near and one and (other.category is Category.TRANSPORT) is conveyance and not other.rule.endswith(":town")


def _counted_apart(one: TargetMention, other: TargetMention) -> bool:
    """Things of different number in one count: "three artillery systems … and an air defence artillery system"."""
    return one.low is not None and other.low is not None and one.low != other.low


def _same_place(document: Document, one: TargetMention, other: TargetMention) -> bool:
    """ "Saraqib" and "the town of Saraqib": towns that share a name."""
    if one.category is not Category.CIVILIAN or one.name is None:
        return False
    return other.name is not None and bool(_proper(document, one) & _proper(document, other))


def _proper(document: Document, mention: TargetMention) -> set[str]:
    words = {document.lower[t] for t in range(mention.start, mention.end) if document.pos[t] == "PROPN"}
    return words - _OF_NAMES
