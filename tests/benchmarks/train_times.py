"""Learns the weights by which the time of an incident is chosen (incidentparse/weights/time_choice.json).

python -m tests.benchmarks.train_times ARTICLES.jsonl[=WEIGHT] ... --output WEIGHTS.json

An article is a line with id, text, title, published and gold; gold holds date_start and date_end of the main incident,
and may hold dates_accept, a list of [start, end] that are right too. The articles of a file count WEIGHT times (1
without it). The weights are learned on all articles; before that the share of right days is printed for each file, each
article read by weights that a cross-validation learned without it, and how often a stated confidence holds.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from incidentparse.article.reader import prepare
from incidentparse.assemble.incidents import draft_incidents
from incidentparse.assemble.timing import Timing, Value, likelihoods
from incidentparse.extractors import events, locations, times
from incidentparse.language.document import Document
from incidentparse.parser import IncidentParser

# Strength of the penalty on large weights: of 4, 2 and 1, which differ by a point, the one in the middle.
PENALTY = 2.0
STEPS = 1500
RATE = 0.02
FOLDS = 5
# Weights nearer to zero than this are left out of the file.
SMALLEST = 0.01
# Scores above this differ no more.
LARGEST = 50.0
# Number of the classes of confidence in the table that checks it.
BINS = 5


@dataclass(frozen=True)
class Example:
    """The candidates of one article: their days and features, the right days, and the day of publication.

    Attributes:
        source: name of the file that holds it.
        weight: how many times it counts.
        fold: the part of the cross-validation that it belongs to, by a hash of its id.
    """

    values: list[Value]
    features: list[list[str]]
    accepted: frozenset[Value]
    published: dt.date | None
    source: str
    weight: float
    fold: int

    @property
    def right(self) -> list[bool]:
        """Which candidates are right; the last entry stands for none of them, so for the day of publication."""
        found = [value in self.accepted for value in self.values]
        return [*found, not any(found) and (self.published, self.published) in self.accepted]


def examples(paths: Iterable[str]) -> Iterator[Example]:
    """Every article with a main incident and a coded date, as the parser reads it."""
    parser = IncidentParser()
    for name in paths:
        path, _, weight = name.partition("=")
        rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
        rows = [r for r in rows if r["gold"].get("date_end") and r["gold"].get("relevant", True)]
        articles = [prepare(r["text"], id=r["id"], title=r.get("title"), published=r.get("published")) for r in rows]
        for row, article, doc in zip(rows, articles, parser.annotate(articles), strict=True):
            document = Document(article, doc)
            mentions = times.extract(document)
            drafts = draft_incidents(document, events.extract(document), mentions, locations.extract(document))
            if not drafts.incidents:
                continue
            timing = Timing(document, drafts.incidents[0], drafts, mentions)
            gold = row["gold"]
            accepted = gold.get("dates_accept") or [(gold["date_start"], gold["date_end"])]
            yield Example(
                [(m.first, m.last) for m in timing.candidates],
                [timing.features(number) for number in range(len(timing.candidates))],
                frozenset((_date(first), _date(last)) for first, last in accepted),
                document.published,
                Path(path).stem,
                float(weight or 1),
                hashlib.sha1(row["id"].encode(), usedforsecurity=False).digest()[1] % FOLDS,
            )


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def learn(made: Sequence[Example]) -> dict[str, float]:
    """Weights that make a right candidate the likeliest: a softmax over the candidates of each article and none."""
    useful = [e for e in made if e.values and any(e.right)]
    names = sorted({name for e in useful for features in e.features for name in features})
    number = {name: i for i, name in enumerate(["bias", *names])}
    # A row for each candidate, and one of no features for "none of them" at the end of each article.
    rows = [[0, *(number[name] for name in features)] for e in useful for features in [*e.features, None] if features]
    matrix = np.zeros((sum(len(e.values) + 1 for e in useful), len(number)))
    article = np.repeat(np.arange(len(useful)), [len(e.values) + 1 for e in useful])
    right = np.concatenate([np.array(e.right, float) for e in useful])
    counts = np.array([e.weight for e in useful])[article]
    filled = np.concatenate([[True] * len(e.values) + [False] for e in useful])
    for row, columns in zip(np.flatnonzero(filled), rows, strict=True):
        matrix[row, columns] = 1.0
    weights = np.zeros(len(number))
    mean, square = np.zeros(len(number)), np.zeros(len(number))
    for step in range(1, STEPS + 1):
        likely = _shares(np.exp(np.minimum(matrix @ weights, LARGEST)), article)
        wanted = _shares(likely * right, article)
        slope = PENALTY * weights - matrix.T @ (counts * (wanted - likely))
        slope[0] -= PENALTY * weights[0]
        # Adam, with its usual constants.
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    learned = {name: round(float(weights[i]), 3) for name, i in number.items()}
    return {name: weight for name, weight in learned.items() if abs(weight) >= SMALLEST}


def _shares(values: npt.NDArray[np.float64], article: npt.NDArray[np.int_]) -> npt.NDArray[np.float64]:
    """Each value as a share of the values of its article."""
    shares: npt.NDArray[np.float64] = values / np.bincount(article, values)[article]
    return shares


def choose(weights: dict[str, float], example: Example) -> tuple[Value, float]:
    """The days that the weights choose, and their confidence."""
    likely = likelihoods(example.values, example.features, weights)
    value = max(likely, key=lambda key: likely[key])
    return (value or (example.published, example.published)), likely[value]


def cross_validate(made: Sequence[Example]) -> None:
    """Prints how often the days chosen are right, and a stated confidence holds, on articles not learned from."""
    tally: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        weights = learn([e for e in made if e.fold != fold])
        for e in made:
            if e.fold == fold:
                value, confidence = choose(weights, e)
                level = f"confidence {min(int(confidence * BINS), BINS - 1) / BINS:.1f} and more"
                for name in (e.source, *([level] if e.values else [])):
                    tally.update({(name, "n"): 1, (name, "right"): int(value in e.accepted)})
    for name in sorted({name for name, _ in tally}):
        sys.stdout.write(f"{name:24}{tally[name, 'right'] / tally[name, 'n']:.3f}  n {tally[name, 'n']}\n")


def main() -> None:
    """Trains on the articles named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    made = list(examples(arguments.articles))
    cross_validate(made)
    arguments.output.write_text(json.dumps(learn(made), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
