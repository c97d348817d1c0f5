"""Targets: who and what was hit or aimed at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from incidentparse.language.arguments import is_passive
from incidentparse.language.document import Document
from incidentparse.language.frames import Frame
from incidentparse.language.grammar import PAST, REFLEXIVE
from incidentparse.language.habits import is_habitual
from incidentparse.language.members import Member, list_before, list_members, parts_behind, read_member
from incidentparse.language.named_words import victim_words
from incidentparse.language.person_names import full_name, title_before, told_as_person
from incidentparse.language.pronouns import antecedent
from incidentparse.language.struck import Struck, find_struck
from incidentparse.language.struck_things import graded
from incidentparse.language.target_readings import OF_PEOPLE, Hit, read_target
from incidentparse.language.thing_names import name_in_full
from incidentparse.language.thing_pronouns import thing_meant
from incidentparse.language.told_damage import with_told_damage
from incidentparse.language.triggers import CLIPPED_IN_HEADLINES, TOLLS
from incidentparse.language.victim_names import with_names
from incidentparse.mentions import TargetMention, Tokens
from incidentparse.record import Category, Effect, TargetKind

# What a frame's sense makes of its patient; senses that are not here do nothing to anybody.
_EFFECTS = {
    "attack": Effect.UNKNOWN,
    "kill": Effect.KILLED,
    "die": Effect.KILLED,
    "injure": Effect.INJURED,
    "abduct": Effect.ABDUCTED,
    "miss": Effect.MISSING,
    "release": Effect.RELEASED,
    "shoot": Effect.UNKNOWN,
    "shell": Effect.UNKNOWN,
    "explode": Effect.UNKNOWN,
    "bombing": Effect.UNKNOWN,
    "raid": Effect.UNKNOWN,
    "capture": Effect.UNKNOWN,
    "clash": Effect.UNKNOWN,
    "rape": Effect.INJURED,
    "damage": Effect.DAMAGED,
    "destroy": Effect.DESTROYED,
    "hijack": Effect.STOLEN,
    "rob": Effect.STOLEN,
    "foil": Effect.NONE,
    "plot": Effect.NONE,
    "attempt": Effect.NONE,
}
# Senses that take a place in order to hold it; towns and regions are then no targets.
_TAKING = frozenset({"capture", "release"})
_OBJECTS = frozenset({"dobj", "ccomp", "xcomp"})
# From "the latest" to the deeds of a series: "the latest deadly episode in a recent wave of killings".
_SERIES_REACH = 10


def extract(document: Document) -> list[TargetMention]:
    """The mentions, in the order of the text."""
    found: dict[tuple[int, int, Tokens | None, Effect], TargetMention] = {}
    for hit, member in _hits(document):
        mention = read_target(document, hit, member)
        if mention is not None:
            found.setdefault((mention.start, mention.end, mention.name, mention.effect), mention)
            aimed = _aimed_at(document, hit, mention)
            if aimed is not None:
                found.setdefault((aimed.start, aimed.end, aimed.name, aimed.effect), aimed)
    mentions = sorted(found.values(), key=lambda m: (m.start, m.end, m.event))
    mentions = with_told_damage(document, with_names(document, mentions))
    sure = {word for m in mentions if _surely_named(document, m) for word in _name(document, m)}
    mentions = [m for m in mentions if not _barely_named(m) or sure.intersection(_name(document, m))]
    by_event: dict[int, list[TargetMention]] = {}
    for mention in mentions:
        by_event.setdefault(mention.event, []).append(mention)
    return [_in_full(document, m) for m in mentions if not any(_inside(m, other) for other in by_event[m.event])]


def _in_full(document: Document, mention: TargetMention) -> TargetMention:
    """With the name as it is told in full, and with what the title before it says: "Officer Jane Roe" for "Roe"."""
    if mention.name is None:
        thing = mention.kind is TargetKind.OBJECT and not mention.rule.endswith(":town")
        return replace(mention, name=name_in_full(document, mention.start, mention.end)) if thing else mention
    if mention.kind is TargetKind.OBJECT:
        return mention
    name, category = full_name(document, mention.name), mention.category
    title = title_before(document, name[0])
    if title is not None and category is Category.CIVILIAN:
        category = title.noun.category
    return replace(mention, name=name, category=category)


def _aimed_at(document: Document, hit: Hit, mention: TargetMention) -> TargetMention | None:
    """The person whose house or car was hit: "the residence of Colonel Jane Roe", "Judge Roe's car"."""
    of = next(
        (t for t in range(mention.start + 1, mention.end + 1) if document.lower[t : t + 1] == ["of"]), mention.end
    )
    if mention.kind is not TargetKind.OBJECT or document.lower[of - 1] not in victim_words("owned"):
        return None
    phrase = document.phrase_of.get(of + 1) if of < len(document) and document.lower[of] == "of" else None
    if phrase is None:
        phrase = document.phrase_of.get(mention.start)
        mark = next((t for t in range(*phrase) if document.tags[t] == "POS"), None) if phrase is not None else None
        if phrase is None or mark is None:
            return None
        phrase = (phrase[0], mark)
    member = read_member(document, phrase)
    if member.name is None:
        return None
    return read_target(document, replace(hit, effect=Effect.UNKNOWN, rule=hit.rule + ":owner"), member)


def _inside(mention: TargetMention, other: TargetMention) -> bool:
    """Whether a mention lies in another of the same event: the children of "women and children", read twice."""
    longer = other.end - other.start > mention.end - mention.start
    within = other.start <= mention.start and mention.end <= other.end
    return longer and within and mention.kind is other.kind


def _name(document: Document, mention: TargetMention) -> list[str]:
    return document.lower[slice(*mention.name)] if mention.name is not None else []


def _surely_named(document: Document, mention: TargetMention) -> bool:
    """Killed, hurt or abducted, or told by who he is: the model takes many towns for persons."""
    if mention.kind is not TargetKind.PERSON:
        return False
    full = full_name(document, mention.name) if mention.name is not None else None
    told = full is not None and full[1] - full[0] > 1 and told_as_person(document, full)
    return told or mention.effect in OF_PEOPLE or not _barely_named(mention)


def _barely_named(mention: TargetMention) -> bool:
    bare = mention.name == (mention.start, mention.end) and mention.kind is TargetKind.PERSON
    return bare and mention.rule != "identified" and mention.effect not in OF_PEOPLE


def _hits(document: Document) -> Iterator[tuple[Hit, Member]]:
    for frame in document.frames:
        effect = _EFFECTS.get(frame.sense)
        if effect is None or _told_before(document, frame):
            continue
        if not frame.certainty.negated and not _sent_home(document, frame):
            if _wounded_by(document, frame):
                to_death = document.lower[frame.trigger + 1 : frame.trigger + 3] == ["to", "death"]
                effect = Effect.KILLED if to_death else Effect.INJURED
            effect = graded(document, frame.trigger, effect)
            hit = Hit(frame.trigger, effect, f"patient:{frame.sense}", frame.certainty, frame.sense in _TAKING)
            habitual = is_habitual(document, frame.trigger)
            for member in list_members(document, _patients(document, frame), frame.trigger):
                if not habitual or not _at_large(document, member):
                    yield hit, member
    for struck in find_struck(document):
        hit = _struck_hit(struck)
        for member in list_members(document, (struck.place,), struck.event):
            yield hit, member


def _at_large(document: Document, member: Member) -> bool:
    """Whether a phrase is a bare plural: "workers", none in particular."""
    start, end = member.place
    bare = document.pos[start] not in ("DET", "NUM", "PRON") and document.deps[start] != "nummod"
    return bare and member.name is None and document.tags[end - 1] in ("NNS", "NNPS")


def _patients(document: Document, frame: Frame) -> tuple[Tokens, ...]:
    """The phrases hit, without attackers."""
    places = tuple(_meant(document, frame, place) for place in frame.patients)
    if places and places[0][1] <= frame.trigger:
        before = list_before(document, places[0], frame.trigger)
        places = (before, *places) if before is not None else places
    hit = tuple(p for p in places if p[0] < p[1] and not _stopped(document, frame, p))
    hit = hit or _headlined(document, frame) or _found(document, frame)
    # "Were killed, including two officers".
    parts = parts_behind(document, frame.trigger) if hit and frame.sense in TOLLS else None
    return (*hit, parts) if parts is not None else hit


def _meant(document: Document, frame: Frame, place: Tokens) -> Tokens:
    """The phrase that a pronoun stands for, unless that is who did it."""
    if place[1] - place[0] > 1 or document.pos[place[0]] != "PRON" or document.lower[place[0]] in REFLEXIVE:
        return place
    told = antecedent(document, place[0]) or thing_meant(document, place[0])
    return told if told is not None and not _attacked_before(document, frame, told) else place


def _attacked_before(document: Document, frame: Frame, told: Tokens) -> bool:
    """ "A man rammed a crowd before police shot him": he is no target."""
    sentence = document.sentence(frame.trigger)
    same = (f for f in document.frames if sentence.start <= f.trigger < sentence.end)
    return any(told in f.agents for f in same)


def _headlined(document: Document, frame: Frame) -> tuple[Tokens, ...]:
    """The one hit in a headline that leaves out "was": "Woman killed, two teens hurt", "Mayor shot dead"."""
    if frame.patients or frame.sense not in CLIPPED_IN_HEADLINES or document.tags[frame.trigger] not in PAST:
        return ()
    if not document.sentence(frame.trigger).title or document.lemmas[frame.trigger] == "fire":
        return ()
    behind = any(c > frame.trigger and document.deps[c] in _OBJECTS for c in document.children[frame.trigger])
    return () if behind else tuple(a for a in frame.agents if a[1] <= frame.trigger)


def _found(document: Document, frame: Frame) -> tuple[Tokens, ...]:
    """The two of "the two were found shot in a car"."""
    verb = document.heads[frame.trigger]
    if frame.patients or document.deps[frame.trigger] != "oprd" or document.lemmas[verb] != "find":
        return ()
    subjects = (c for c in document.children[verb] if document.deps[c] == "nsubjpass")
    return tuple(document.phrase_of[c] for c in subjects if c in document.phrase_of)


def _told_before(document: Document, frame: Frame) -> bool:
    """ "A stolen car", "the besieged town": what it was used for or what happens there is told, not that."""
    before = frame.sense in ("rob", "hijack") or document.lemmas[frame.trigger] == "besiege"
    return (before and document.deps[frame.trigger] in ("amod", "compound")) or _of_series(document, frame.trigger)


def _of_series(document: Document, deed: int) -> bool:
    """ "The latest in a wave of killings of activists": they are those of other days."""
    if document.lower[deed - 1] != "of" or document.lower[deed - 2] not in victim_words("series"):
        return False
    start = max(document.sentence(deed).start, deed - _SERIES_REACH)
    return not victim_words("in a series").isdisjoint(document.lower[start : deed - 2])


def _wounded_by(document: Document, frame: Frame) -> bool:
    """Somebody was shot, stabbed or hit by a bullet or in the leg, not only shot at."""
    lemma = document.lemmas[frame.trigger]
    if lemma in victim_words("wounding"):
        return frame.sense in ("shoot", "attack") and document.lower[frame.trigger + 1 : frame.trigger + 2] != ["at"]
    if lemma not in ("hit", "strike") or not is_passive(document, frame.trigger):
        return False
    links = (c for c in document.children[frame.trigger] if document.lower[c] in ("by", "in"))
    behind = (document.lemmas[c] for link in links for c in document.children[link])
    return not victim_words("wounded by or in").isdisjoint(behind)


def _sent_home(document: Document, frame: Frame) -> bool:
    """Released by a hospital or a court, not by captors."""
    sentence = document.sentence(frame.trigger)
    return frame.sense == "release" and not victim_words("homeward").isdisjoint(
        document.lower[sentence.start : sentence.end]
    )


def _struck_hit(struck: Struck) -> Hit:
    return Hit(struck.event, struck.effect, struck.rule, struck.certainty, False)


def _stopped(document: Document, frame: Frame, patient: Tokens) -> bool:
    """Whether the patient is the attacker, shot or arrested by those who stopped the attack."""
    return bool(frame.agents) and any(document.lower[token] in victim_words("stopped") for token in range(*patient))
