"""The total of an incident: of the numbers that its figures can add up to the likeliest, by learned weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from incidentparse.assemble.apart import TOGETHER, Apart
from incidentparse.assemble.tallies import Features, Tally, statements, tallies
from incidentparse.assemble.tally_features import describe, describe_company, describe_silence
from incidentparse.language.document import Document
from incidentparse.language.number_words import number_words
from incidentparse.mentions import CasualtyMention
from incidentparse.record import CasualtyStatus, Category, Side
from incidentparse.weights import load_weights

_MISSING_AS = "abducted"
# Reports of up to this many sentences tell of what happened once and in order.
_BRIEF = 6
# "Dozens" (24 and more) may mean up to so many times its least; above stands "hundreds".
_VAGUE_SPAN = 8
_HARM = frozenset((CasualtyStatus.KILLED, CasualtyStatus.INJURED))
_UNIFORMED = frozenset((Category.MILITARY, Category.POLICE))
_TAKEN = frozenset((CasualtyStatus.DETAINED, CasualtyStatus.MISSING))


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidate totals of one status, and the features of saying nothing.

    Attributes:
        candidates: lowest first.
        silence: features of the article's being silent.
    """

    candidates: tuple[Tally, ...]
    silence: Features


def usable(mention: CasualtyMention) -> bool:
    """Whether a figure may count for an incident: it is told as a fact, and of one incident."""
    return mention.certainty.actual and not mention.cumulative


def candidates(
    document: Document,
    mentions: Sequence[CasualtyMention],
    status: CasualtyStatus,
    *,
    dead: int = 0,
    kidnapping: bool = False,
    apart: Apart = TOGETHER,
) -> Choice | None:
    """What the total of a status can be, or None where no figure speaks of it.

    Args:
        document: the document.
        mentions: the figures of the incident.
        status: killed, injured, missing or abducted.
        dead: the killed, known when the injured are sought.
        kidnapping: the incident is one, so that those "detained", "missing" and "released" were abducted.
        apart: the figures told of another place, day or incident.
    """
    told = [m for m in mentions if m.status is status and not (m.overall and m.low)]
    if status is CasualtyStatus.ABDUCTED and kidnapping and all(m.indirect for m in told):
        told += [m for m in mentions if m.status in _TAKEN]
    # What a later figure replaced, and what is told of an earlier time, counts only where nothing else is told.
    told = [m for m in told if not m.superseded] or told
    told = [m for m in told if not m.certainty.historical] or told
    if len(document.sentences) <= _BRIEF:
        told = _since_update(told, apart)
    if all(m.certainty.historical for m in told) and _follows_news(told, mentions):
        told = []
    if any(m.low for m in told):
        told = [m for m in told if not _none_of_a_group(document, m)]
    if not kidnapping and status is CasualtyStatus.ABDUCTED:
        # Those released may leave a hospital or a prison.
        told = [m for m in told if not m.indirect]
    hit = [m for m in mentions if m.status is CasualtyStatus.INJURED and m.overall and m.low]
    hit = [m for m in hit if not m.certainty.historical] or hit
    injured = status is CasualtyStatus.INJURED
    if injured:
        beside = [m for m in hit if _hurt_beside(document, m, told)]
        told, hit = sorted([*told, *beside], key=lambda m: m.predicate), [m for m in hit if m not in beside]
        told, hit = [m for m in told if not m.died], [m for m in hit if not m.died]
    considered = told + hit if injured else told
    if not considered:
        return None
    if status not in (CasualtyStatus.KILLED, CasualtyStatus.INJURED):
        hit = []
    own, hits = statements(document, told), statements(document, hit)
    found = tallies(document, own, hits, dead if injured else None)

    def place(mention: CasualtyMention) -> int:
        return document.place_of[document.sentence_of[mention.predicate]]

    describe(found, own, hits, dead if injured else None, apart)
    first = min(place(m) for m in considered)
    silence = describe_silence(found, considered, first, dead if injured else None, apart)
    others = (CasualtyStatus.KILLED, CasualtyStatus.INJURED) if status in _HARM else ()
    silence["null_other_news"] = float(
        first > 1 and any(m.status in others and m.status is not status and place(m) <= 1 for m in mentions)
    )
    silence["null_kidnapping"] = float(kidnapping)
    if injured:
        fatal = [m for m in mentions if m.status is CasualtyStatus.KILLED and not m.overall]
        fatal = [m for m in fatal if not (m.part_of_total or m.more or m.anaphoric)]
        silence |= describe_company(found, statements(document, fatal), dead)
    return Choice(tuple(found), silence)


def _hurt_beside(document: Document, hit: CasualtyMention, told: Sequence[CasualtyMention]) -> bool:
    """ "The blast wounded a guard, and a driver was hit": one more hurt, told of beside another and as new as he."""
    sentence = document.sentence_of[hit.predicate]
    return _one_new(hit) and any(
        _one_new(m) and not m.overall and m.number != hit.number and document.sentence_of[m.predicate] == sentence
        for m in told
    )


def _one_new(mention: CasualtyMention) -> bool:
    return mention.rule.endswith(":single") and not (mention.anaphoric or mention.died or mention.ordinal)


def _since_update(told: Sequence[CasualtyMention], apart: Apart) -> list[CasualtyMention]:
    """Without lower figures told before "with this the death toll rises to five"."""
    updates = [m for m in told if m.updates and m.predicate not in apart]
    return [m for m in told if not any(m.predicate < u.predicate and m.low < u.low for u in updates)]


def _none_of_a_group(document: Document, mention: CasualtyMention) -> bool:
    """ "no troop casualties": others may have been killed."""
    between = document.pos[mention.number[1] : mention.predicate]
    return mention.high == 0 and bool(between) and all(pos in ("NOUN", "PROPN") for pos in between)


def _follows_news(past: Sequence[CasualtyMention], mentions: Sequence[CasualtyMention]) -> bool:
    """Whether what is told of an earlier time comes after figures of now: then it is not what the article reports."""
    now = [m.predicate for m in mentions if not m.certainty.historical and m.status in _HARM]
    return bool(now) and bool(past) and min(now) < min(m.predicate for m in past)


def choose_total(
    document: Document,
    mentions: Sequence[CasualtyMention],
    status: CasualtyStatus,
    *,
    dead: int = 0,
    kidnapping: bool = False,
    apart: Apart = TOGETHER,
) -> Tally | None:
    """The total of a status, or None where the article is silent; for the arguments see `candidates`."""
    choice = candidates(document, mentions, status, dead=dead, kidnapping=kidnapping, apart=apart)
    if choice is None:
        return None
    weights = _weights()[_MISSING_AS if status is CasualtyStatus.MISSING else status.value]
    best = best_of(document, choice, mentions, status, weights)
    if best is None and status is CasualtyStatus.INJURED and dead:
        return _next_after_dead(choice.candidates, mentions)
    return best


def best_of(
    document: Document,
    choice: Choice,
    mentions: Sequence[CasualtyMention],
    status: CasualtyStatus,
    weights: dict[str, float],
) -> Tally | None:
    """The candidate that the weights prefer, with those told of besides, or None where they prefer silence."""

    def worth(tally: Tally) -> tuple[float, int]:
        return score(weights, tally.features), -tally.low

    best = max(_of_victims(choice.candidates), key=worth, default=None)
    if best is None or worth(best)[0] < score(weights, choice.silence):
        return None
    best = max((t for t in choice.candidates if _exacter(document, t, best)), key=worth, default=best)
    best = _with_names(_with_also(best, choice.candidates), choice.candidates)
    best = _with_other_side(document, best, choice.candidates, status)
    return _with_ordinal(best, choice.candidates, status, mentions)


def _of_victims(found: Sequence[Tally]) -> Sequence[Tally]:
    """Without the one attacker where people in general were told of: "he shot himself" is no total of nine dead."""
    general = any(m.general and m.side is not Side.PERPETRATOR and m.low > 1 for t in found for m in t.mentions)
    if not general:
        return found
    return [t for t in found if t.low != 1 or any(m.side is not Side.PERPETRATOR for m in t.mentions)]


def _exacter(document: Document, tally: Tally, vague: Tally) -> bool:
    """Whether a number is what a vague word for the same people meant: "dozens hurt", later "42 were injured"."""
    if len(vague.mentions) > 1 or not _is_vague(document, vague.mentions[0]) or "stated" not in vague.kinds:
        return False
    told = [figures[0] for _, figures in tally.stated if len(figures) == 1 and "stated" in tally.kinds]
    if not vague.low <= tally.low <= _VAGUE_SPAN * vague.low:
        return False
    return _may_be_all(vague.mentions[0]) and any(_states_all(document, m) for m in told)


def _states_all(document: Document, mention: CasualtyMention) -> bool:
    """Whether a figure counts people in general, exactly and once."""
    partial = mention.part_of_total or mention.anaphoric or mention.indirect
    return mention.general and not partial and not _is_vague(document, mention)


def _may_be_all(mention: CasualtyMention) -> bool:
    """Whether a figure may count all who were hit: "several soldiers" leaves out whoever was no soldier."""
    return mention.general or mention.category is Category.CIVILIAN


def _is_vague(document: Document, mention: CasualtyMention) -> bool:
    """Whether a figure has no number but a word like "dozens", "several"."""
    hit = number_words().match(document.folded, *mention.number)
    return mention.high is None and hit is not None and hit.value.kind == "vague"


def _next_after_dead(found: Sequence[Tally], mentions: Sequence[CasualtyMention]) -> Tally | None:
    """ "Two officers were killed. A third was shot in the arm.": the ordinal goes on from the dead."""
    after = {m.low + 1 for m in mentions if m.status is CasualtyStatus.KILLED and m.low}
    return next((t for t in found if t.low == 1 and any(m.ordinal in after for m in t.mentions)), None)


def _with_ordinal(
    best: Tally, found: Sequence[Tally], status: CasualtyStatus, mentions: Sequence[CasualtyMention]
) -> Tally:
    """ "A third victim has died": three are dead."""
    figures = [*best.mentions, *(m for _, stated in best.stated for m in stated)]
    ordinals = [m.ordinal for m in figures if m.ordinal is not None]
    if status is not CasualtyStatus.KILLED:
        return best
    if best.low != 1 or not ordinals:
        # "Two were killed on Monday. A third died on Tuesday."
        nth = {m.ordinal for m in mentions if m.status is status and not m.certainty.historical}
        ordinals = [best.low + 1] if best.low > 1 and best.low + 1 in nth else []
    hurt = [m for m in mentions if m.status is CasualtyStatus.INJURED and not (m.anaphoric and m.indirect)]
    if not ordinals or any(m.low in (max(ordinals), max(ordinals) - 1) for m in hurt):
        # "Five were hit. A sixth victim was shot and killed.": the sixth of those shot.
        return best
    return next((t for t in found if t.low == max(ordinals)), best)


def _with_also(best: Tally, found: Sequence[Tally]) -> Tally:
    """ "Three policemen were killed. Two attackers were also killed.": the first figure is no total."""
    if best.low > 1 and len({s.title for s, _ in best.stated}) > 1:
        # The number that headline and lead both give counts all of whom the article then tells group by group.
        return best
    for tally in found:
        also = any(m.more and not m.general for m in tally.mentions)
        sides = len({(m.category, m.side) for m in tally.mentions}) > 1
        if _summed(tally) and also and sides and all(m in tally.mentions for m in best.mentions):
            return tally
    return best


def _with_names(best: Tally, found: Sequence[Tally]) -> Tally:
    """ "one dead" and later "killed Ana Diaz, 21, and Jose Ruiz, 22": those named together are counted."""
    for tally in reversed(found):
        if tally.low > best.low > 0 and any(len(f) > 1 and all(m.person for m in f) for _, f in tally.stated):
            return tally
    return best


def _with_other_side(document: Document, best: Tally, found: Sequence[Tally], status: CasualtyStatus) -> Tally:
    """ "Two soldiers were killed. Forces then killed four militants.": a brief report tells of each kind once."""
    if len(document.sentences) > _BRIEF:
        return best
    for tally in found:
        armed = {m.category is Category.ARMED_GROUP or m.side is Side.PERPETRATOR for m in tally.mentions}
        uniformed = {m.category in _UNIFORMED for m in tally.mentions}
        whole = _summed(tally) and (len(armed) > 1 or (status in _HARM and len(uniformed) > 1))
        # Three men and three members of a group, or one with a name, may be the same told of twice.
        twice = len({m.low for m in tally.mentions}) < len(tally.mentions)
        sure = not twice and not any(m.general or m.person for m in tally.mentions)
        told = {m.category for m in best.mentions}
        # "killing 11 police and two civilians. The rebels said 30 policemen were killed.": told of twice
        sure = sure and not any(m.category in told for m in tally.mentions if m not in best.mentions)
        if whole and sure and tally.low > best.low > 0 and all(m in tally.mentions for m in best.mentions):
            return tally
    return best


def _summed(tally: Tally) -> bool:
    """Whether a number is the sum of figures none of which is told of another place, day or incident."""
    return "distinct_sum" in tally.kinds and bool(tally.features.get("sum_not_apart", 1.0))


def score(weights: dict[str, float], features: Features) -> float:
    """The weighted sum of the features."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items() if value)


@cache
def _weights() -> dict[str, dict[str, float]]:
    """Weights of the named features by status, learned by tests/benchmarks/train_tolls.py."""
    return load_weights("tolls")
