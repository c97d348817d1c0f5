"""Learns the weights by which totals are chosen among candidates (incidentparse/weights/tolls.json).

python -m tests.benchmarks.train_tolls ARTICLES.jsonl ... --output WEIGHTS.json

An article is a line with id, text, title, published and gold; gold holds killed, injured and abducted as
{"min", "max"}, null where the article is silent, and `<status>_accept`, further minima that count as right. `weight`
says how much a line counts, 1 where it is not given. The weights are learned on all articles; the share of right totals
is printed for weights learned on four fifths of them and tried on the last, five times, by a hash of the id.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from incidentparse.article.reader import prepare
from incidentparse.assemble.apart import Apart, tell_apart
from incidentparse.assemble.atlas import atlas_of
from incidentparse.assemble.casualties import own_figures
from incidentparse.assemble.incidents import draft_incidents
from incidentparse.assemble.tallies import Features
from incidentparse.assemble.tolls import candidates, score
from incidentparse.assemble.when import choose_when
from incidentparse.assemble.where import choose_places
from incidentparse.extractors import casualties, events, locations, times
from incidentparse.language.document import Document
from incidentparse.mentions import CasualtyMention
from incidentparse.parser import IncidentParser
from incidentparse.record import CasualtyStatus, IncidentType

STATUSES = (CasualtyStatus.KILLED, CasualtyStatus.INJURED, CasualtyStatus.ABDUCTED)
# Strength of the penalty on large weights: of 1, 3, 4, 8, 12, 20 and 30 the one best on articles not trained on.
PENALTY = 8.0
FOLDS = 5
STEPS = 2000
RATE = 0.02
# Weights nearer to zero than this are left out of the file.
SMALLEST = 0.01

Weights = dict[str, float]


@dataclass(frozen=True)
class Reading:
    """The figures of the main incident of one article, and what it should have come to."""

    document: Document
    mentions: list[CasualtyMention]
    apart: Apart
    kidnapping: bool
    gold: dict[str, Any]
    fold: int
    weight: float


@dataclass(frozen=True)
class Example:
    """The candidates of one article and status; the last one is silence."""

    features: list[Features]
    lows: list[int]
    right: list[bool]
    fold: int
    weight: float


def readings(paths: Iterable[Path]) -> Iterator[Reading]:
    """Every article with its figures, as the parser reads it."""
    parser = IncidentParser()
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    articles = [prepare(r["text"], id=r["id"], title=r.get("title"), published=r.get("published")) for r in rows]
    for row, article, doc in zip(rows, articles, parser.annotate(articles), strict=True):
        document = Document(article, doc)
        told_times, told_places = times.extract(document), locations.extract(document)
        drafts = draft_incidents(document, events.extract(document), told_times, told_places)
        if not drafts.incidents or not row["gold"].get("relevant", True):
            continue
        main = drafts.incidents[0]
        figures = casualties.extract(document)
        apart = tell_apart(
            main,
            figures,
            atlas=atlas_of(document, told_places),
            where=next(iter(choose_places(document, main, drafts, told_places)), None),
            times=told_times,
            when=choose_when(document, main, drafts, told_times),
        )
        own = own_figures(document, main, drafts, figures, apart)
        fold = hashlib.sha1(f"cv{row['id']}".encode(), usedforsecurity=False).digest()[0] % FOLDS
        kidnapping = main.type in (IncidentType.KIDNAPPING, IncidentType.HIJACKING)
        yield Reading(document, own, apart, kidnapping, row["gold"], fold, row.get("weight", 1.0))


def examples(found: Sequence[Reading], status: CasualtyStatus, dead: Sequence[int]) -> list[Example | None]:
    """The candidates of each article, None where it has none or the coders say nothing."""
    made: list[Example | None] = []
    for reading, killed in zip(found, dead, strict=True):
        choice = None
        if status.value in reading.gold:
            taken = reading.kidnapping and status is CasualtyStatus.ABDUCTED
            choice = candidates(
                reading.document, reading.mentions, status, dead=killed, kidnapping=taken, apart=reading.apart
            )
        if choice is None:
            made.append(None)
            continue
        gold, accepted = reading.gold[status.value], reading.gold.get(f"{status.value}_accept", ())
        right = [_agrees(t.low, t.high, gold, accepted) for t in choice.candidates]
        silent = gold is None or gold["max"] == 0
        features = [t.features for t in choice.candidates] + [choice.silence]
        lows = [t.low for t in choice.candidates] + [0]
        made.append(Example(features, lows, [*right, silent], reading.fold, reading.weight))
    return made


def _agrees(low: int, high: int | None, gold: dict[str, int] | None, accepted: Sequence[int]) -> bool:
    if gold is None:
        return low == 0
    return low in accepted or (gold["min"] <= low <= gold["max"] and (high is None or high >= gold["min"]))


def learn(made: Sequence[Example]) -> Weights:
    """Weights that make a right candidate the likeliest: a softmax over the candidates of each article."""
    usable_ones = [e for e in made if any(e.right) and not all(e.right)]
    names = sorted({name for e in usable_ones for f in e.features for name in f})
    matrix = np.array([[f.get(n, 0.0) for n in names] for e in usable_ones for f in e.features])
    right = np.array([r for e in usable_ones for r in e.right], dtype=float)
    sizes = [len(e.right) for e in usable_ones]
    starts, article = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(sizes)), sizes)
    share = np.repeat([e.weight for e in usable_ones], sizes)
    weights = np.zeros(len(names))
    mean, square = np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        scores = matrix @ weights
        likely = np.exp(scores - np.maximum.reduceat(scores, starts)[article])
        likely /= np.add.reduceat(likely, starts)[article]
        wanted = likely * right
        wanted /= np.add.reduceat(wanted, starts)[article]
        slope = PENALTY * weights + matrix.T @ (share * (likely - wanted))
        # Adam, with its usual constants.
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {n: round(float(w), 3) for n, w in zip(names, weights, strict=True) if abs(w) >= SMALLEST}


def best(weights: Weights, example: Example) -> int:
    """Number of the candidate that the weights choose."""
    return max(range(len(example.features)), key=lambda i: score(weights, example.features[i]))


def main() -> None:
    """Trains on the articles named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    found = list(readings(arguments.articles))
    dead = [0] * len(found)
    learned: dict[str, Weights] = {}
    for status in STATUSES:
        made = examples(found, status, dead)
        known = [e for e in made if e is not None]
        learned[status.value] = learn(known)
        folds = [learn([e for e in known if e.fold != fold]) for fold in range(FOLDS)]
        right = sum(e.right[best(folds[e.fold], e)] for e in known)
        sys.stdout.write(f"{status.value:10}not trained on  {right / len(known):.3f}  n {len(known)}\n")
        if status is CasualtyStatus.KILLED:
            dead = [0 if e is None else e.lows[best(folds[e.fold], e)] for e in made]
    arguments.output.write_text(json.dumps(learned, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
