"""The targets of one incident."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.assemble.other_deeds import is_of_other_deed
from incidentparse.assemble.target_figures import only_counted, told_in_figures
from incidentparse.assemble.target_groups import Group, group_targets
from incidentparse.assemble.target_records import in_title, target_of
from incidentparse.assemble.target_traits import headlined, noun_of, of_nation, stem
from incidentparse.language.company import in_class
from incidentparse.language.document import Document
from incidentparse.language.grammar import PAST
from incidentparse.language.habits import is_summed_up
from incidentparse.language.named_words import victim_words
from incidentparse.mentions import CasualtyMention, TargetMention
from incidentparse.record import Category, Effect, IncidentType, Stage, Target, TargetKind

# Incidents in which fire falls on a whole place.
_ON_TOWNS = frozenset(
    {IncidentType.AIRSTRIKE, IncidentType.SHELLING, IncidentType.DRONE_STRIKE, IncidentType.CHEMICAL_ATTACK}
)
# Incidents in which people are hit rather than the place where they are.
_OF_PEOPLE = frozenset({IncidentType.SHOOTING, IncidentType.STABBING, IncidentType.ASSAULT, IncidentType.KIDNAPPING})
# Incidents aimed at things rather than people.
_ON_THINGS = _ON_TOWNS | {IncidentType.BOMBING, IncidentType.ARSON, IncidentType.SABOTAGE}
# With what these are made, as word classes.
_FIRED = {IncidentType.DRONE_STRIKE: "drone_party", IncidentType.SHELLING: "shell_word"}
# What becomes of one person, told as such.
_SUFFERED = frozenset({Effect.KILLED, Effect.INJURED, Effect.ABDUCTED})
_OF_THINGS = frozenset({Effect.DAMAGED, Effect.DESTROYED, Effect.STOLEN})
# In these, who was let go was held by those who did it.
_HELD = frozenset({IncidentType.KIDNAPPING, IncidentType.HIJACKING})
# Rules of things that suffer as subjects of their verbs: "the depot blew up", "leaving a dozen homes damaged".
_UNDERGONE = frozenset({"burst", "damage"})
# Behind this part of an article of so many sentences stands background: on developing articles nothing found to be hit
# there was a target of an incident told before it.
_END = 0.8
_LONG = 12
_BULLETS = frozenset({"-", "--", "–", "—", "•", "*"})
# A place in which something happened is a target where it is told with the incident itself, in sentences.
_PLACE_REACH = 2
# The same for one man, woman or relation: beyond it, four in six on developing articles were no targets.
_ONE_REACH = 3


def fill_targets(
    document: Document,
    draft: Draft,
    drafts: Drafts,
    mentions: Sequence[TargetMention],
    casualties: Sequence[CasualtyMention] = (),
    earlier: Collection[int] = (),
) -> tuple[Target, ...]:
    """Who and what this incident hit or aimed at, in the order of the text.

    Args:
        document: the article.
        draft: the incident.
        drafts: all incidents.
        mentions: who and what is told to be hit.
        casualties: the figures, which name people of whom nothing else is told.
        earlier: the words of violence that tell of days before the incident.
    """
    tried = draft.stage is not Stage.ACCOMPLISHED
    found = sorted(
        (*mentions, *told_in_figures(document, casualties, mentions)), key=lambda m: (m.start, m.end, m.event)
    )
    own = [m for m in found if drafts.owned(draft, m.event) and not m.certainty.historical and m.event not in earlier]
    # "Nine people have been killed in a month of violence", "the third officer killed this year"
    summed = {t for f in casualties if f.cumulative for t in range(*((f.ordinal and f.group) or f.number))}
    own = [m for m in own if m.kind is TargetKind.PERSON or not is_summed_up(document, m.event)]
    own = [m for m in own if summed.isdisjoint(range(*(m.number or (m.end - 1, m.end))))]
    # "The deaths of at least 700 people this year, including a dozen candidates"
    sums = {f.predicate for f in casualties if f.cumulative}
    own = [m for m in own if m.kind is TargetKind.OBJECT or m.event not in sums]
    own = [m for m in own if m.rule != "place" or _near(document, draft, m) or draft.type is IncidentType.BOMBING]
    own = [m for m in own if m.kind is TargetKind.PERSON or not is_of_other_deed(document, draft, m.event, m.event + 1)]
    own = [m for m in own if not _scene(document, draft, m) and not _gathering(document, draft, m)]
    aimed = tried or not any(m.kind is TargetKind.PERSON and not m.rule.endswith(":owner") for m in own)
    own = [m for m in own if aimed or not m.rule.endswith(":owner")]
    own = [m for m in own if m.certainty.actual or tried or _attempted(document, m)]
    own = [m for m in own if not _own_driver(document, draft, m) and not _own_weapon(document, draft, m)]
    agents = _agents(document, draft)
    hit = Counter(noun_of(document, m) for m in own)
    own = [
        m
        for m in own
        if in_title(document, m)
        or m.rule in _UNDERGONE
        or _beaten(m)
        or agents[noun_of(document, m)] < hit[noun_of(document, m)]
    ]
    last = _END * len(document.sentences)
    groups = group_targets(document, own)
    if draft.number == 0 and len(document.sentences) >= _LONG and draft.summary < last:
        groups = [g for g in groups if document.sentence_of[g[0].event] < last or _listed(document, g[0])]
    if draft.type not in _HELD:
        groups = [group for group in groups if {m.effect for m in group} != {Effect.RELEASED}]
    groups = _without_headlined(document, _without_general(document, draft, groups))
    return tuple(target_of(document, group) for group in groups)


def _listed(document: Document, mention: TargetMention) -> bool:
    """Whether a sentence is an item of a list, which is no background however late it stands: "-- Near Mosul, two"."""
    sentence = document.sentence(mention.event)
    return any(word in _BULLETS for word in document.words[sentence.start : sentence.start + 1])


def _near(document: Document, draft: Draft, mention: TargetMention) -> bool:
    """Whether a mention stands within a sentence or two of the one that best states the incident."""
    return abs(document.sentence_of[mention.start] - draft.summary) <= _PLACE_REACH


def _scene(document: Document, draft: Draft, mention: TargetMention) -> bool:
    """Whether a thing is no more than where people were shot: "a shooting at a nightclub"."""
    told = mention.rule == "place" or (mention.rule == "patient:shoot" and document.pos[mention.event] == "NOUN")
    # "Attacks in a market" that no word tells to be shootings may have been aimed at it.
    if not told or mention.kind is not TargetKind.OBJECT or draft.type not in _OF_PEOPLE:
        return False
    return any(draft.type in event.types for event in draft.events)


def _gathering(document: Document, draft: Draft, mention: TargetMention) -> bool:
    """Whether a building or gathering of nobody's in particular is told of where it was people that were attacked."""
    villages = _town([mention]) and _size([mention]) > 1
    thing = mention.kind is TargetKind.OBJECT and mention.category is Category.CIVILIAN and not villages
    named = any(document.pos[token] == "PROPN" for token in range(mention.start, mention.end))
    thing = thing and (_town([mention]) or not named)
    return thing and mention.effect not in _OF_THINGS and draft.type not in _ON_THINGS


def _attempted(document: Document, mention: TargetMention) -> bool:
    """Whether a deed not told as done was tried all the same, or is told by a noun: "tried to storm the bank"."""
    if document.pos[mention.event] != "VERB":
        return True
    tried = document.heads[mention.event]
    past = document.deps[mention.event] == "xcomp" and document.tags[tried] in PAST
    thing = mention.kind is TargetKind.OBJECT and not mention.certainty.negated
    return thing and past and document.lemmas[tried] in victim_words("trying")


def _beaten(mention: TargetMention) -> bool:
    """Fighters killed: of what they did before the text tells too."""
    return mention.category is Category.ARMED_GROUP and mention.effect is Effect.KILLED


def _own_driver(document: Document, draft: Draft, mention: TargetMention) -> bool:
    """Whether one killed is the driver, suspect or attacker who is told to have attacked, stopped in the end."""
    if mention.name is not None or mention.low != 1 or document.lower[mention.end - 1] not in victim_words("stopped"):
        return False
    noun = noun_of(document, mention)
    return draft.type is IncidentType.VEHICLE_RAMMING or bool(_agents(document, draft)[noun])


def _own_weapon(document: Document, draft: Draft, mention: TargetMention) -> bool:
    """Whether a thing is what the attack was made with: drones and missiles that were shot down on their way."""
    fired = _FIRED.get(draft.type)
    return fired is not None and in_class(document, mention.end - 1, fired)


def _agents(document: Document, draft: Draft) -> Counter[str]:
    """How often each noun is said to have attacked; headlines leave out the words by which to tell who did."""
    told = [event for event in draft.events if not document.sentence(event.trigger).title]
    return Counter(stem(document.lower[end - 1]) for event in told for _, end in event.agents)


def _without_general(document: Document, draft: Draft, groups: list[Group]) -> list[Group]:
    """Without what others tell more exactly.

    People in general, men and women, kin and bodies give way to people told by who they are; of them one stays beside
    names, the most numerous: the others are its parts or older figures. Towns count where fire falls on them, and those
    without a name give way to anything else.
    """
    persons = [g for g in groups if g[0].kind is TargetKind.PERSON]
    counted = [g for g in persons if only_counted(g)]
    exact = [g for g in persons if not _general(document, draft, g) and g not in counted]
    alone = [g for g in persons if g not in exact and g not in counted and _one(document, g)]
    totals = [g for g in persons if _vague(document, g) and g not in alone and g not in counted]
    total = max(totals, key=_size) if totals else None
    if total is not None and _told_one_by_one(total, exact):
        # "Three people were killed … Jane Roe, Ann Poe and Jo Doe": they are told of already.
        totals, total = [], None
    nations = _told_by_nation(document, exact)
    described = any(m.name is None for g in exact for m in g)
    kept = []
    for group in groups:
        if group[0].kind is TargetKind.OBJECT:
            keep = not _town(group) or _size(group) > 1 or _fallen_on(document, draft, group, alone=len(groups) == 1)
        elif _crowd(group) or group in exact:
            keep = group not in nations
        elif group in counted:
            keep = total is None and _close(document, draft, group)
        elif group is total:
            keep = not described and (not exact or _size(group) > 1)
        elif group in alone:
            keep = (total is None or (described and _beside(document, draft, group))) and (not exact or _told_of(group))
        else:
            keep = not exact and total is None
        if keep:
            kept.append(group)
    return kept


def _told_by_nation(document: Document, exact: Sequence[Group]) -> list[Group]:
    """The five Spaniards and the Salvadoran of six priests: they are told of already."""
    nations = [g for g in exact if all(of_nation(document, m) for m in g)]
    others = [g for g in exact if g not in nations]
    whole = sum(_size(g) for g in nations)
    told = whole in (sum(_named(g) for g in others), *(_size(g) for g in others))
    return nations if whole > 1 and told else []


def _told_one_by_one(total: Group, exact: Sequence[Group]) -> bool:
    """Whether the names of people are as many as they are."""
    suffered = {m.effect for m in total} & _SUFFERED
    named = [g for g in exact if _named(g) and any(m.effect in suffered for m in g)]
    return len(named) == _size(total) > 1


def _without_headlined(document: Document, groups: list[Group]) -> list[Group]:
    """Without what only the headline tells of, where the text tells of others: mostly the same in other words."""
    told = {g[0].kind for g in groups if not headlined(document, g) and not only_counted(g)}
    return [g for g in groups if g[0].kind not in told or _town(g) or not headlined(document, g)]


def _one(document: Document, group: Group) -> bool:
    """One man or woman without name or office."""
    return _plain(document, group) and _size(group) == 1


def _told_of(group: Group) -> bool:
    """Whether it is said what became of them."""
    return any(m.effect in _SUFFERED for m in group)


def _close(document: Document, draft: Draft, group: Group) -> bool:
    """Whether people are told of within a few sentences of the one that best states the incident."""
    return abs(document.sentence_of[group[0].start] - draft.summary) <= _ONE_REACH


def _vague(document: Document, group: Group) -> bool:
    """People of whom no more is said than that they are some, or men or women."""
    return all(_generic([m]) or _plain(document, [m]) for m in group)


def _general(document: Document, draft: Draft, group: Group) -> bool:
    kin = _kin(group) and not _beside(document, draft, group)
    return _vague(document, group) or kin or _crowd(group) or _body(group)


def _beside(document: Document, draft: Draft, group: Group) -> bool:
    """Whether one man, wife or friend suffered with those hit, told close to it: later on they are of other stories."""
    return _size(group) >= 1 and _told_of(group) and _close(document, draft, group)


def _fallen_on(document: Document, draft: Draft, group: Group, *, alone: bool) -> bool:
    """Whether fire fell on a town: one named in the headline or near the sentence that best states the incident."""
    near = any(in_title(document, m) or _near(document, draft, m) for m in group)
    return draft.type in _ON_TOWNS and (alone or (_named(group) and near))


def _town(group: Group) -> bool:
    """A town or quarter rather than a building."""
    return all(m.rule.endswith(":town") for m in group)


def _named(group: Group) -> bool:
    return any(m.name is not None for m in group)


def _body(group: Group) -> bool:
    """A body by its name alone: the incident's sides are actors."""
    return all(m.rule.endswith(":body") for m in group)


def _generic(group: Group) -> bool:
    return all(m.rule.endswith(":generic") for m in group)


def _crowd(group: Group) -> bool:
    """People named as a crowd, beside whom the number of those hit says more."""
    return all(m.rule.endswith(":collective") for m in group)


def _kin(group: Group) -> bool:
    return all(m.rule.endswith(":kin") for m in group)


def _plain(document: Document, group: Group) -> bool:
    """Men or women without name or office."""
    return all(m.name is None and noun_of(document, m) in victim_words("plain") for m in group)


def _size(group: Group) -> int:
    return max((m.low or 0) for m in group)
