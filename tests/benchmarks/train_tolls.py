"""Learns the weights by which totals are chosen among candidates (incidentparse/assemble/toll_weights.json).

python -m tests.benchmarks.train_tolls ARTICLES.jsonl ... --output WEIGHTS.json

An article is a line with id, text, title, published and gold; gold holds killed, injured and abducted as
{"min", "max"}, null where the article is silent, and `<status>_accept`, further minima that count as right. Half of the
articles, by a hash of their id, is trained on; the share of right totals is printed for either half.
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
import numpy.typing as npt

from incidentparse.article.reader import prepare
from incidentparse.assemble.incidents import draft_incidents
from incidentparse.assemble.tallies import Features
from incidentparse.assemble.tolls import candidates, score, usable
from incidentparse.extractors import casualties, events
from incidentparse.language.document import Document
from incidentparse.mentions import CasualtyMention
from incidentparse.parser import IncidentParser
from incidentparse.record import CasualtyStatus, IncidentType

STATUSES = (CasualtyStatus.KILLED, CasualtyStatus.INJURED, CasualtyStatus.ABDUCTED)
# Strength of the penalty on large weights: of 0.3, 1, 3, 8, 12, 20 and 30 the one best on the half not trained on.
PENALTY = 8.0
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
    kidnapping: bool
    gold: dict[str, Any]
    trained: bool


@dataclass(frozen=True)
class Example:
    """The candidates of one article and status; the last one is silence."""

    features: list[Features]
    lows: list[int]
    right: list[bool]
    trained: bool


def readings(paths: Iterable[Path]) -> Iterator[Reading]:
    """Every article with its figures, as the parser reads it."""
    parser = IncidentParser()
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    articles = [prepare(r["text"], id=r["id"], title=r.get("title"), published=r.get("published")) for r in rows]
    for row, article, doc in zip(rows, articles, parser.annotate(articles), strict=True):
        document = Document(article, doc)
        drafts = draft_incidents(document, events.extract(document))
        if not drafts.incidents or not row["gold"].get("relevant", True):
            continue
        main = drafts.incidents[0]
        own = [m for m in casualties.extract(document) if drafts.owned(main, m.predicate) and usable(m)]
        trained = hashlib.sha1(row["id"].encode(), usedforsecurity=False).digest()[0] % 2 == 0
        kidnapping = main.type in (IncidentType.KIDNAPPING, IncidentType.HIJACKING)
        yield Reading(document, own, kidnapping, row["gold"], trained)


def examples(found: Sequence[Reading], status: CasualtyStatus, dead: Sequence[int]) -> list[Example | None]:
    """The candidates of each article, None where it has none or the coders say nothing."""
    made: list[Example | None] = []
    for reading, killed in zip(found, dead, strict=True):
        choice = None
        if status.value in reading.gold:
            choice = candidates(reading.document, reading.mentions, status, dead=killed, kidnapping=reading.kidnapping)
        if choice is None:
            made.append(None)
            continue
        gold, accepted = reading.gold[status.value], reading.gold.get(f"{status.value}_accept", ())
        right = [_agrees(t.low, t.high, gold, accepted) for t in choice.candidates]
        silent = gold is None or gold["max"] == 0
        features = [t.features for t in choice.candidates] + [choice.silence]
        lows = [t.low for t in choice.candidates] + [0]
        made.append(Example(features, lows, [*right, silent], reading.trained))
    return made


def _agrees(low: int, high: int | None, gold: dict[str, int] | None, accepted: Sequence[int]) -> bool:
    if gold is None:
        return low == 0
    return low in accepted or (gold["min"] <= low <= gold["max"] and (high is None or high >= gold["min"]))


def learn(made: Sequence[Example]) -> Weights:
    """Weights that make a right candidate the likeliest: a softmax over the candidates of each article."""
    usable_ones = [e for e in made if any(e.right) and not all(e.right)]
    names = sorted({name for e in usable_ones for f in e.features for name in f})
    matrices = [np.array([[f.get(n, 0.0) for n in names] for f in e.features]) for e in usable_ones]
    rights = [np.array(e.right) for e in usable_ones]
    weights = np.zeros(len(names))
    mean, square = np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        slope = PENALTY * weights
        for matrix, right in zip(matrices, rights, strict=True):
            slope -= _pull(matrix, right, weights)
        # Adam, with its usual constants.
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {n: round(float(w), 3) for n, w in zip(names, weights, strict=True) if abs(w) >= SMALLEST}


def _pull(
    matrix: npt.NDArray[np.float64], right: npt.NDArray[np.bool_], weights: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    scores = matrix @ weights
    likely = np.exp(scores - scores.max())
    likely /= likely.sum()
    wanted = likely * right
    pull: npt.NDArray[np.float64] = matrix.T @ (wanted / wanted.sum() - likely)
    return pull


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
        weights = learned[status.value] = learn([e for e in made if e is not None and e.trained])
        for trained in (True, False):
            half = [e.right[best(weights, e)] for e in made if e is not None and e.trained is trained]
            name = "trained on" if trained else "not trained on"
            sys.stdout.write(f"{status.value:10}{name:16}{sum(half) / len(half):.3f}  n {len(half)}\n")
        if status is CasualtyStatus.KILLED:
            dead = [0 if e is None else e.lows[best(weights, e)] for e in made]
    arguments.output.write_text(json.dumps(learned, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
