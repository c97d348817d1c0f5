"""Learns the weights that tell sources on the incident from those who only comment (weights/sources.json).

    python -m tests.benchmarks.train_sources ARTICLES.jsonl[=WEIGHT] ... [--check ARTICLES.jsonl] --output WEIGHTS.json

An article is a line with id, text, title, published and gold; gold holds "sources" and "sources_optional", lists of
{"name"}: those whom coders name, and those whom only one of them does. WEIGHT says how much a file's articles count
(1). Printed are cross-validated figures of the articles trained on, each judged by weights learned from the others,
and the figures of those of --check.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from incidentparse.article.reader import prepare
from incidentparse.assemble.incidents import draft_incidents
from incidentparse.assemble.source_features import Features, describe
from incidentparse.assemble.sources import by_source, fullest, speaks_of
from incidentparse.extractors import events, locations, sources, times
from incidentparse.language.document import Document
from incidentparse.parser import IncidentParser

# Of 0.1, 0.2, 0.3, 0.5 and 1 the one with the best cross-validated likelihood.
STRENGTH = 0.3
# A source is kept from this probability on: of 0.5, 0.55 and 0.6 the one with the best cross-validated F1.
THRESHOLD = 0.6
FOLDS = 10
# Features of fewer sources have no weight.
FEWEST = 5
_SMALL_WORDS = frozenset({"the", "a", "an", "of", "and", "for", "in", "at"})


@dataclass(frozen=True)
class Candidate:
    """A source that an article cites, and whether coders name it; None where they differ."""

    features: Features
    right: bool | None


@dataclass(frozen=True)
class Reading:
    """The candidates of one article, how many sources its coders name, and how much it counts."""

    candidates: list[Candidate]
    wanted: int
    weight: float


def readings(path: Path, weight: float = 1.0) -> Iterator[Reading]:
    """Every article with its candidates, as the parser reads it."""
    parser = IncidentParser()
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["gold"].get("relevant", True) and "sources" in row["gold"]]
    articles = [prepare(r["text"], id=r["id"], title=r.get("title"), published=r.get("published")) for r in rows]
    for row, article, doc in zip(rows, articles, parser.annotate(articles), strict=True):
        document = Document(article, doc)
        drafts = draft_incidents(
            document, events.extract(document), times.extract(document), locations.extract(document)
        )
        if not drafts.incidents:
            continue
        named = [s["name"] for s in row["gold"]["sources"]]
        optional = [s["name"] for s in row["gold"].get("sources_optional", ())]
        candidates = []
        for found in by_source(sources.extract(document)):
            best = fullest(document, found)
            name = document.slice(best.start, best.end)
            meant = next((n for n in named if _same(_key_words(name), _key_words(n))), None)
            if meant is not None:
                # A second answer for the same source is wrong.
                named.remove(meant)
            differ = any(_same(_key_words(name), _key_words(other)) for other in optional)
            right = True if meant is not None else None if differ else False
            candidates.append(Candidate(describe(document, drafts.incidents[0], drafts, found), right))
        yield Reading(candidates, len(row["gold"]["sources"]), weight)


def _same(one: set[str], other: set[str]) -> bool:
    if not one or not other:
        return False
    return one <= other or other <= one or 2 * len(one & other) >= len(one | other)


def _key_words(name: str) -> set[str]:
    words = "".join(c.lower() if c.isalnum() else " " for c in name).split()
    return {word.rstrip("s") if len(word) > 3 else word for word in words} - _SMALL_WORDS


def learn(found: Sequence[Reading]) -> dict[str, float]:
    """Weights of the features; the bias holds the threshold."""
    told = [(c, reading.weight) for reading in found for c in reading.candidates if c.right is not None]
    counts = Counter(name for c, _ in told for name in c.features)
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    matrix = np.array([[c.features.get(name, 0.0) for name in names] for c, _ in told])
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit(matrix, [c.right for c, _ in told], sample_weight=[weight for _, weight in told])
    weights = {name: round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True)}
    odds = float(np.log(THRESHOLD / (1 - THRESHOLD)))
    return {"bias": round(float(model.intercept_[0]) - odds, 3)} | weights


def figures(found: Sequence[Reading], weights: Sequence[Mapping[str, float]]) -> str:
    """Precision, recall and F1 of the sources kept by the weights of each article."""
    kept = [c.right for r, w in zip(found, weights, strict=True) for c in r.candidates if speaks_of(c.features, w)]
    hits, false = sum(right is True for right in kept), sum(right is False for right in kept)
    wanted = sum(reading.wanted for reading in found)
    precision, recall = hits / max(1, hits + false), hits / max(1, wanted)
    return f"F1 {2 * hits / max(1, hits + false + wanted):.3f}  precision {precision:.3f}  recall {recall:.3f}"


def main() -> None:
    """Trains on the articles named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--check", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    named = [name.partition("=") for name in arguments.articles]
    sets = {Path(path): list(readings(Path(path), float(weight or 1))) for path, _, weight in named}
    found = [reading for chosen in sets.values() for reading in chosen]
    held = [learn([r for j, r in enumerate(found) if j % FOLDS != fold]) for fold in range(FOLDS)]
    everything: dict[str, float] = {"bias": 1.0}
    start = 0
    for path, chosen in sets.items():
        print(f"{path.name:28} all        {figures(chosen, [everything] * len(chosen))}")
        crossed = [held[(start + j) % FOLDS] for j in range(len(chosen))]
        print(f"{path.name:28} held out   {figures(chosen, crossed)}")
        start += len(chosen)
    weights = learn(found)
    if arguments.check is not None:
        checked = list(readings(arguments.check))
        print(f"{arguments.check.name:28} all        {figures(checked, [everything] * len(checked))}")
        print(f"{arguments.check.name:28} not seen   {figures(checked, [weights] * len(checked))}")
    arguments.output.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
