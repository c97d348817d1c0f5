"""What speaks for each candidate total: where and how often it is told, and how it fits with the other figures."""

from __future__ import annotations

import math
from collections.abc import Sequence

from incidentparse.assemble.apart import Apart
from incidentparse.assemble.tallies import Features, Statement, Tally, add_up
from incidentparse.mentions import CasualtyMention
from incidentparse.record import Side

# A first figure below the tenth sentence is seldom the news.
_LATE = 10
# Above this number size says nothing more: mass killings are too rare to learn from.
_MANY = 20


def describe(
    found: Sequence[Tally], told: Sequence[Statement], hit: Sequence[Statement], dead: int | None, apart: Apart
) -> None:
    """Gives each candidate its features."""
    if not found:
        return
    stated = [t.low for t in found if t.stated] or [t.low for t in found]
    body = [s for s in told if not s.title]
    first = [low for s in body[:1] for c in s.clauses if (low := add_up(c)[0])]
    ledes = {low for s in body[:1] for low in _numbers(s)}
    lasts = {low for s in told[-1:] for low in _numbers(s)}
    titles = {low for s in told if s.title for low in _numbers(s)}
    hits = {low for s in hit for low in _numbers(s)}
    attackers = any(m.side is Side.PERPETRATOR for s in told for m in s.figures)
    none_hurt = any(m.high == 0 and not m.certainty.historical for s in told for m in s.figures)
    for tally in found:
        low = tally.low
        features: Features = {f"kind_{kind}": 1.0 for kind in tally.kinds}
        features |= _telling(tally)
        features |= _setting(tally, apart)
        features |= {
            "largest": float(low == max(stated)),
            "smallest": float(low == min(stated)),
            "over_largest": float(low > max(stated)),
            "lede": float(low in ledes),
            "last": float(low in lasts),
            "only": float(len(found) == 1),
            "zero": float(low == 0),
            "one": float(low == 1),
            "size": math.log1p(min(low, _MANY)),
            "against_title": float(bool(titles) and low not in titles),
            "sides_add_up": float("distinct_sum" in tally.kinds and _sides(tally) > 1 and not tally.stated),
            "also_add_up": float("distinct_sum" in tally.kinds and any(m.more for m in tally.mentions)),
            "against_none": float(none_hurt and low > 0),
            "with_part": float(_counts_part_twice(tally)),
            "attackers_too": float(attackers and "with_attacker" in tally.kinds),
            "below_lede": float(bool(first) and low < max(first)),
            "above_lede": float(bool(first) and low > max(first)),
            "below_title": float(bool(titles) and low < max(titles)),
            "above_title": float(bool(titles) and low > max(titles)),
        }
        if low == 1 and dead is not None:
            # The hurt are told of one by one after their total, so that what speaks for a total says less of one.
            features |= {f"{name}_of_one": features.get(name, 0.0) for name in ("support", "title", "early", "lede")}

        if dead is None:
            features["within_hits"] = float(bool(hits) and low <= max(hits))
        else:
            features["completes_hits"] = float(low + dead in hits)
            features["all_hits"] = float(low in hits and dead == 0)
            features["hits_with_dead"] = float(low in hits and dead > 0 and not features.get("not_care"))
        tally.features = features


def describe_company(found: Sequence[Tally], fatal: Sequence[Statement], dead: int) -> Features:
    """Gives numbers of injured what the dead told beside them say: other dead are those of another incident."""
    deaths = {s.sentence: set(_numbers(s)) for s in fatal}
    for tally in found:
        beside = [deaths[s.sentence] for s, _ in tally.stated if s.sentence in deaths]
        tally.features["beside_dead"] = float(any(dead in numbers for numbers in beside))
        tally.features["beside_other_dead"] = float(bool(beside) and all(dead not in numbers for numbers in beside))
        tally.features["depth"] = math.log1p(min((s.sentence for s, _ in tally.stated), default=0))
    told = [t for t in found if t.stated]
    return {
        "null_beside_dead": float(any(t.features["beside_dead"] for t in told)),
        "null_beside_other_dead": float(bool(told) and all(t.features["beside_other_dead"] for t in told)),
        "null_depth": min((t.features["depth"] for t in told), default=0.0),
    }


def _counts_part_twice(tally: Tally) -> bool:
    """Whether a sum holds a total besides single people: "stabbed a guard, killing four people before he was shot"."""
    if "sentence_all" not in tally.kinds or len(tally.mentions) == 1:
        return False
    totals = [m for m in tally.mentions if m.general and m.low > 1 and not m.more]
    singles = [m for m in tally.mentions if m.low == 1 and not m.more]
    return bool(totals) and bool(singles) and len(totals) + len(singles) == len(tally.mentions)


def _sides(tally: Tally) -> int:
    """How many kinds of people a sum is made of: policemen and attackers."""
    return len({(m.category, m.side) for m in tally.mentions})


def _numbers(statement: Statement) -> list[int]:
    return [add_up(c)[0] for c in statement.clauses] + [add_up(statement.figures)[0]]


def _telling(tally: Tally) -> Features:
    """How the statements that give a number tell it; the strongest one counts."""
    features: Features = {"support": math.log1p(len(tally.stated))}
    for statement, figures in tally.stated:
        marks = {
            "title": statement.title,
            "early": statement.sentence <= 1,
            "general": any(m.general and not m.anaphoric for m in figures),
            "counted": all(not m.anaphoric and m.person is None for m in figures),
            "updates": any(m.updates for m in figures),
            "toll": any(m.rule.startswith("toll") for m in figures),
            "not_anaphoric": not all(m.anaphoric for m in figures),
            "not_part": not all(m.part_of_total for m in figures),
            "not_more": not any(m.more for m in figures),
            "not_care": not all(m.indirect for m in figures),
            "not_past": not all(m.certainty.historical for m in figures),
            "named": any(m.person is not None for m in figures),
            "verbal": not all(m.rule.startswith("of") for m in figures),
            "open": any(m.high is None for m in figures),
            "attacker": any(m.side is Side.PERPETRATOR for m in figures),
        }
        for name, holds in marks.items():
            features[name] = max(features.get(name, 0.0), float(holds))
    return features


def _setting(tally: Tally, apart: Apart) -> Features:
    """Whether a number is told beside the incident's own place and time; where it is told so often, once is enough."""
    told = [figures for _, figures in tally.stated] or [tally.mentions]
    summed = "" if tally.stated else "sum_"
    features = {f"{summed}deeds": float(any(m.predicate in apart.deeds for figures in told for m in figures))}
    return features | {
        f"{summed}{name}": float(any(all(m.predicate not in marked for m in figures) for figures in told))
        for name, marked in (
            ("not_elsewhere", apart.places),
            ("not_earlier", apart.days),
            ("not_another", apart.cues),
            ("not_apart", apart),
        )
    }


def describe_silence(
    found: Sequence[Tally], mentions: Sequence[CasualtyMention], first_sentence: int, dead: int | None, apart: Apart
) -> Features:
    """What speaks for an article that is silent although figures were found."""
    met = all(m.anaphoric and m.low <= 1 for m in mentions)
    return {
        # "The victim was taken to hospital": the one who died.
        "null_same_dead": float(met and dead == 1),
        # "Teen shot at playground dies": hit, treated and dead is the same.
        "null_one_fate": float(dead == 1 and all(m.low <= 1 and (m.overall or m.indirect) for m in mentions)),
        "null_among_dead": float(bool(dead) and all(m.low <= (dead or 0) for m in mentions)),
        "null_with_dead": float(bool(dead)),
        "null": 1.0,
        "null_late": float(first_sentence > _LATE),
        "null_early": float(first_sentence <= 1),
        "null_title": float(any(t.features.get("title") for t in found)),
        "null_nominal": float(all(m.rule.startswith("of") for m in mentions)),
        "null_anaphoric": float(all(m.anaphoric for m in mentions)),
        "null_care": float(all(m.indirect for m in mentions)),
        "null_single": float(all(m.low <= 1 for m in mentions)),
        "null_past": float(all(m.certainty.historical for m in mentions)),
        "null_support": max((t.features.get("support", 0.0) for t in found), default=0.0),
        "null_hits_only": float(all(m.overall for m in mentions)),
        "null_updates": float(any(m.updates for m in mentions)),
        "null_elsewhere": float(all(m.predicate in apart.places for m in mentions)),
        "null_earlier": float(all(m.predicate in apart.days for m in mentions)),
        "null_another": float(all(m.predicate in apart.cues for m in mentions)),
        "null_apart": float(all(m.predicate in apart for m in mentions)),
        # "Two other soldiers were wounded": besides those of the incident told of before.
        "null_deeds": float(any(m.predicate in apart.deeds for m in mentions)),
        "null_more": float(any(m.more and m.predicate not in apart for m in mentions)),
    }
