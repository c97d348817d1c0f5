"""Learns the weights by which the time of an incident is chosen (incidentparse/weights/time_choice.json).

python -m tests.benchmarks.train_times ARTICLES.jsonl ... --output WEIGHTS.json

An article is a line with id, text, title, published and gold; gold holds date_start and date_end of the main incident,
and may hold dates_accept, a list of [start, end] that are right too. A file named twice counts twice. Half of the
articles, by a hash of their id, is trained on; for either half the share of right dates is printed, and of those not
trained on how often a stated confidence holds.
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
from incidentparse.extractors import events, times
from incidentparse.language.document import Document
from incidentparse.parser import IncidentParser

# Strength of the penalty on large weights: of 10, 5, 3, 2 and 1 the one best in cross-validation.
PENALTY = 2.0
STEPS = 1500
RATE = 0.02
# Weights nearer to zero than this are left out of the file.
SMALLEST = 0.01
# Width of the classes of confidence in the table that checks it.
BINS = 5


@dataclass(frozen=True)
class Example:
    """The candidates of one article: their days and features, the right days, and the day of publication."""

    values: list[Value]
    features: list[list[str]]
    accepted: frozenset[Value]
    published: dt.date | None
    trained: bool

    @property
    def right(self) -> list[bool]:
        """Which candidates are right; the last entry stands for none of them, so for the day of publication."""
        found = [value in self.accepted for value in self.values]
        return [*found, not any(found) and (self.published, self.published) in self.accepted]


def examples(paths: Iterable[Path]) -> Iterator[Example]:
    """Every article with a main incident and a coded date, as the parser reads it."""
    parser = IncidentParser()
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [r for r in rows if r["gold"].get("date_end") and r["gold"].get("relevant", True)]
    articles = [prepare(r["text"], id=r["id"], title=r.get("title"), published=r.get("published")) for r in rows]
    for row, article, doc in zip(rows, articles, parser.annotate(articles), strict=True):
        document = Document(article, doc)
        drafts = draft_incidents(document, events.extract(document))
        if not drafts.incidents:
            continue
        timing = Timing(document, drafts.incidents[0], drafts, times.extract(document))
        gold = row["gold"]
        accepted = gold.get("dates_accept") or [(gold["date_start"], gold["date_end"])]
        yield Example(
            [(m.first, m.last) for m in timing.candidates],
            [timing.features(number) for number in range(len(timing.candidates))],
            frozenset((_date(first), _date(last)) for first, last in accepted),
            document.published,
            hashlib.sha1(row["id"].encode(), usedforsecurity=False).digest()[0] % 2 == 0,
        )


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def learn(made: Sequence[Example]) -> dict[str, float]:
    """Weights that make a right candidate the likeliest: a softmax over the candidates of each article and none."""
    useful = [e for e in made if e.values and any(e.right)]
    names = sorted({name for e in useful for features in e.features for name in features})
    number = {name: i for i, name in enumerate(["bias", *names])}
    matrices, rights = [], []
    for e in useful:
        matrix = np.zeros((len(e.values) + 1, len(number)))
        for row, features in enumerate(e.features):
            matrix[row, [0, *(number[name] for name in features)]] = 1.0
        matrices.append(matrix)
        rights.append(np.array(e.right))
    weights = np.zeros(len(number))
    mean, square = np.zeros(len(number)), np.zeros(len(number))
    for step in range(1, STEPS + 1):
        slope = PENALTY * weights
        slope[0] = 0.0
        for matrix, right in zip(matrices, rights, strict=True):
            slope -= _pull(matrix, right, weights)
        # Adam, with its usual constants.
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    learned = {name: round(float(weights[i]), 3) for name, i in number.items()}
    return {name: weight for name, weight in learned.items() if abs(weight) >= SMALLEST}


def _pull(
    matrix: npt.NDArray[np.float64], right: npt.NDArray[np.bool_], weights: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    scores = matrix @ weights
    likely = np.exp(scores - scores.max())
    likely /= likely.sum()
    wanted = likely * right
    pull: npt.NDArray[np.float64] = matrix.T @ (wanted / wanted.sum() - likely)
    return pull


def choose(weights: dict[str, float], example: Example) -> tuple[Value, float]:
    """The days that the weights choose, and their confidence."""
    likely = likelihoods(example.values, example.features, weights)
    value = max(likely, key=lambda key: likely[key])
    return (value or (example.published, example.published)), likely[value]


def main() -> None:
    """Trains on the articles named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    made = list(examples(arguments.articles))
    weights = learn([e for e in made if e.trained])
    table: Counter[tuple[int, str]] = Counter()
    for trained in (True, False):
        half = [e for e in made if e.trained is trained]
        right = 0
        for e in half:
            value, confidence = choose(weights, e)
            right += value in e.accepted
            if not trained and e.values:
                level = min(int(confidence * BINS), BINS - 1)
                table.update({(level, "n"): 1, (level, "right"): int(value in e.accepted)})
        sys.stdout.write(f"{'trained on' if trained else 'not trained on':16}{right / len(half):.3f}  n {len(half)}\n")
    for level in range(BINS):
        if table[level, "n"]:
            share = table[level, "right"] / table[level, "n"]
            sys.stdout.write(
                f"confidence {level / BINS:.1f} to {(level + 1) / BINS:.1f}: right {share:.3f}  n {table[level, 'n']}\n"
            )
    arguments.output.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
