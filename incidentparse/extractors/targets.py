"""Targets: who and what was hit or aimed at."""

from __future__ import annotations

from collections.abc import Iterator

from incidentparse.language.document import Document
from incidentparse.language.frames import Frame
from incidentparse.language.members import Member, list_members
from incidentparse.language.struck import Struck, find_struck
from incidentparse.language.target_readings import OF_PEOPLE, Hit, read_target
from incidentparse.mentions import TargetMention, Tokens
from incidentparse.record import Effect, TargetKind

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
_HOMEWARD = frozenset({"hospital", "hospitals", "treated", "treatment", "bail", "bond", "clinic", "examination"})
# Senses that take a place in order to hold it; towns and regions are then no targets.
_TAKING = frozenset({"capture", "release"})
_STOPPED = frozenset(
    {"driver", "attacker", "assailant", "suspect", "perpetrator", "attackers", "assailants", "suspects"}
)


def extract(document: Document) -> list[TargetMention]:
    """The mentions, in the order of the text."""
    found: dict[tuple[int, int, Effect], TargetMention] = {}
    for hit, member in _hits(document):
        mention = read_target(document, hit, member)
        if mention is not None:
            found.setdefault((mention.start, mention.end, mention.effect), mention)
    mentions = sorted(found.values(), key=lambda m: (m.start, m.end, m.event))
    sure = {word for m in mentions if _surely_named(m) for word in _name(document, m)}
    mentions = [m for m in mentions if not _barely_named(m) or sure.intersection(_name(document, m))]
    return [m for m in mentions if not any(_inside(m, other) for other in mentions)]


def _inside(mention: TargetMention, other: TargetMention) -> bool:
    """The children of "women and children", read twice."""
    longer = other.end - other.start > mention.end - mention.start
    within = other.start <= mention.start and mention.end <= other.end
    return longer and within and other.event == mention.event and mention.kind is other.kind


def _name(document: Document, mention: TargetMention) -> list[str]:
    return document.lower[slice(*mention.name)] if mention.name is not None else []


def _surely_named(mention: TargetMention) -> bool:
    """Killed, hurt or abducted, or told by who he is: the model takes many towns for persons."""
    return mention.kind is TargetKind.PERSON and (mention.effect in OF_PEOPLE or not _barely_named(mention))


def _barely_named(mention: TargetMention) -> bool:
    bare = mention.name == (mention.start, mention.end) and mention.kind is TargetKind.PERSON
    return bare and mention.rule != "identified" and mention.effect not in OF_PEOPLE


def _hits(document: Document) -> Iterator[tuple[Hit, Member]]:
    for frame in document.frames:
        effect = _EFFECTS.get(frame.sense)
        if effect is not None and not frame.certainty.negated and not _sent_home(document, frame):
            if _struck_by_shot(document, frame):
                effect = Effect.INJURED
            hit = Hit(frame.trigger, effect, f"patient:{frame.sense}", frame.certainty, frame.sense in _TAKING)
            patients = tuple(p for p in frame.patients if not _stopped(document, frame, p))
            for member in list_members(document, patients, frame.trigger):
                yield hit, member
    for struck in find_struck(document):
        hit = _struck_hit(struck)
        for member in list_members(document, (struck.place,), struck.event):
            yield hit, member


def _struck_by_shot(document: Document, frame: Frame) -> bool:
    """Somebody was shot, not only shot at."""
    after = document.lower[frame.trigger + 1 : frame.trigger + 2]
    return frame.sense == "shoot" and document.lemmas[frame.trigger] == "shoot" and after != ["at"]


def _sent_home(document: Document, frame: Frame) -> bool:
    """Released by a hospital or a court, not by captors."""
    sentence = document.sentence(frame.trigger)
    return frame.sense == "release" and not _HOMEWARD.isdisjoint(document.lower[sentence.start : sentence.end])


def _struck_hit(struck: Struck) -> Hit:
    effect = Effect.DAMAGED if struck.rule == "damage to" else struck.effect
    return Hit(struck.event, effect, struck.rule, struck.certainty, False)


def _stopped(document: Document, frame: Frame, patient: Tokens) -> bool:
    """Whether the patient is the attacker, shot or arrested by those who stopped the attack."""
    return bool(frame.agents) and any(document.lower[token] in _STOPPED for token in range(*patient))
