"""Learns the weights by which the place of an incident is chosen (incidentparse/weights/place_choice.json).

python -m tests.benchmarks.train_places ARTICLES.jsonl[=TIMES] ... --output WEIGHTS.json

An article is a line with id, text, title, published and gold; gold may hold place (a name) and place_alternatives,
latitude and longitude, admin1, country (ISO 3166-1 alpha-2) or country_name of the main incident, unstated where the
coder found no place in its country, and incident, a key that articles on one incident share. The articles of a file
count TIMES times (1 without it). Learned are how likely each place named is the one (choice), and how likely the one
chosen is right (stated). The shares of right places, and of those given so much confidence, are printed for each file,
each article judged by weights that were learned on the other folds; the weights written are learned on all.
muc4_articles.py writes such a file from MUC-4 texts and keys.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from geopy.distance import great_circle

from incidentparse.article.reader import prepare
from incidentparse.assemble.atlas import Atlas, default_gazetteer
from incidentparse.assemble.incidents import draft_incidents
from incidentparse.assemble.place_choice import options, rank, traits
from incidentparse.assemble.siting import Siting
from incidentparse.assemble.where import build_where
from incidentparse.extractors import events, locations, times
from incidentparse.language.countries import country_by_name
from incidentparse.language.document import Document
from incidentparse.parser import IncidentParser
from incidentparse.places.keys import name_key
from incidentparse.record import PlaceKind, Where

# Strength of the penalty on large weights: of 0.0004, 0.002 and 0.008 the best on the folds not trained on.
PENALTY = 0.002
STEPS = 1500
FOLDS = 5
RATE = 0.02
# Weights nearer to zero than this are left out of the file.
SMALLEST = 0.01
# A point this near to the coded one is right.
NEAR_KM = 25.0
# What a right country, province, place and point are worth when candidates are compared.
WORTH = {"country": 1.0, "admin1": 1.0, "place": 3.0, "near": 1.5}


@dataclass(frozen=True)
class Example:
    """One article: its places, the incident, the candidates with their features, and the coded answer.

    Attributes:
        fold: the part of the cross-validation that it belongs to, by a hash of its incident.
        source: name of the file that holds it.
        times: how many times it counts.
    """

    siting: Siting
    candidates: list[int]
    features: list[list[str]]
    gold: Mapping[str, Any]
    fold: int
    source: str
    times: int

    def found(self) -> dict[int, list[str]]:
        """The candidates with their features."""
        return dict(zip(self.candidates, self.features, strict=True))

    def places(self) -> list[Where]:
        """The record that each candidate would make."""
        order = [number for number, _ in rank(self.siting, self.found())]
        return [build_where(self.siting.atlas, number, order, 0.5) for number in self.candidates]

    def chosen(self, weights: Mapping[str, float]) -> tuple[Where | None, list[str]]:
        """The record of the candidate that some weights choose, and what speaks for its being right."""
        found = self.found()
        ranked = rank(self.siting, found, weights)
        if not ranked:
            return None, []
        where = build_where(self.siting.atlas, ranked[0][0], [number for number, _ in ranked], ranked[0][1])
        return where, traits(self.siting, found, *ranked[0])


@dataclass(frozen=True)
class Judged:
    """One article with the place chosen for it by weights that were learned without it.

    Attributes:
        example: the article.
        marks: what of the place is right, of what is coded.
        traits: what speaks for its being right; none where it has none or nothing finer than a country is coded.
        right: the finest thing coded is right.
    """

    example: Example
    marks: dict[str, bool]
    traits: list[str]
    right: bool


def examples(names: Iterable[str]) -> Iterator[Example]:
    """Every article of the files with a main incident and a coded place, as the parser reads it."""
    parser = IncidentParser()
    for name in names:
        path, _, times_named = name.partition("=")
        yield from _examples(Path(path), int(times_named or 1), parser)


def _examples(path: Path, count: int, parser: IncidentParser) -> Iterator[Example]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [r for r in rows if any(r["gold"].get(key) for key in ("place", "admin1", "country", "country_name"))]
    articles = [prepare(r["text"], id=r["id"], title=r.get("title"), published=r.get("published")) for r in rows]
    for row, article, doc in zip(rows, articles, parser.annotate(articles), strict=True):
        document = Document(article, doc)
        mentions = locations.extract(document)
        drafts = draft_incidents(document, events.extract(document), times.extract(document), mentions)
        if not drafts.incidents:
            continue
        siting = Siting(Atlas(document, mentions, default_gazetteer()), drafts.incidents[0], drafts)
        found = options(siting)
        group = row["gold"].get("incident") or row["id"]
        fold = hashlib.sha1(group.encode(), usedforsecurity=False).digest()[1] % FOLDS
        yield Example(siting, list(found), list(found.values()), row["gold"], fold, path.stem, count)


def right(where: Where | None, gold: Mapping[str, Any]) -> dict[str, bool]:
    """What of a place is right, of what is coded."""
    found: dict[str, bool] = {}
    if country := gold.get("country") or country_by_name(gold.get("country_name") or ""):
        found["country"] = where is not None and where.country_code == country
    if gold.get("admin1"):
        found["admin1"] = where is not None and _alike(gold["admin1"], (where.admin1, where.admin2, where.name))
    near = False
    if gold.get("latitude") is not None:
        point = (where.latitude, where.longitude) if where is not None and where.latitude is not None else None
        near = point is not None and great_circle(point, (gold["latitude"], gold["longitude"])).km <= NEAR_KM
        found["near"] = near
    if gold.get("place"):
        names = () if where is None else (where.name, where.text, where.city, where.admin2)
        found["place"] = near or any(
            _alike(name, names) for name in (gold["place"], *gold.get("place_alternatives", ()))
        )
    return found


def _alike(coded: str, names: Iterable[str | None]) -> bool:
    words = set(name_key(coded).split())
    return any(words <= (own := set(name_key(name).split())) or (own and own <= words) for name in names if name)


def learn(articles: Sequence[Example]) -> dict[str, float]:
    """Weights under which a right candidate of each article is likely: a softmax over the candidates of an article."""
    numbers: dict[str, int] = {}
    flat: list[int] = []
    rows, groups, good = [0], [0], []
    for example in (e for e in articles for _ in range(e.times)):
        worth = [sum(WORTH[key] for key, ok in right(w, example.gold).items() if ok) for w in example.places()]
        if worth and max(worth) > min(worth):
            for names, value in zip(example.features, worth, strict=True):
                flat += [numbers.setdefault(name, len(numbers)) for name in names]
                rows.append(len(flat))
                good.append(value == max(worth))
            groups.append(len(good))
    features, first = np.array(flat), np.array(rows[:-1])
    lengths, sizes = np.diff(rows), np.diff(groups)
    heads, target = np.array(groups[:-1]), np.array(good)
    weights = np.zeros(len(numbers))
    momentum, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        scores = np.add.reduceat(weights[features], first)
        likely = np.exp(scores - np.repeat(np.maximum.reduceat(scores, heads), sizes))
        likely /= np.repeat(np.add.reduceat(likely, heads), sizes)
        wanted = likely * target
        wanted /= np.repeat(np.add.reduceat(wanted, heads), sizes)
        pull = np.repeat((likely - wanted) / len(sizes), lengths)
        slope = PENALTY * weights + np.bincount(features, weights=pull, minlength=len(weights))
        momentum = 0.9 * momentum + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        weights -= RATE * (momentum / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(weights[n]), 3) for name, n in sorted(numbers.items()) if abs(weights[n]) >= SMALLEST}


def judged(articles: Iterable[Example], weights: Mapping[str, float]) -> Iterator[Judged]:
    """Each article with the place that some weights choose for it."""
    for example in articles:
        where, names = example.chosen(weights)
        marks = right(where, example.gold)
        if where is not None and example.gold.get("unstated"):
            marks["place"] = where.kind == PlaceKind.COUNTRY
        level = next((key for key in ("place", "near", "admin1") if key in marks), None)
        yield Judged(
            example, marks, names if where is not None and level is not None else [], bool(level and marks[level])
        )


def learn_stated(rows: Sequence[Judged]) -> dict[str, float]:
    """Weights under which the places chosen are right: a logistic regression."""
    rows = [row for row in rows if row.traits for _ in range(row.example.times)]
    numbers: dict[str, int] = {}
    flat = [[numbers.setdefault(name, len(numbers)) for name in ("always", *row.traits)] for row in rows]
    first = np.cumsum([0, *map(len, flat)])[:-1]
    lengths = np.array([len(names) for names in flat])
    features, target = np.concatenate([np.array(names) for names in flat]), np.array([row.right for row in rows])
    weights = np.zeros(len(numbers))
    momentum, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        likely = 1 / (1 + np.exp(-np.add.reduceat(weights[features], first)))
        pull = np.repeat((likely - target) / len(rows), lengths)
        slope = PENALTY * weights + np.bincount(features, weights=pull, minlength=len(weights))
        momentum = 0.9 * momentum + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        weights -= RATE * (momentum / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(weights[n]), 3) for name, n in sorted(numbers.items()) if abs(weights[n]) >= SMALLEST}


def likelihood(row: Judged, weights: Mapping[str, float]) -> float:
    """How likely the chosen place of an article is right."""
    return float(1 / (1 + np.exp(-sum(weights.get(name, 0.0) for name in ("always", *row.traits)))))


def main() -> None:
    """Train, write the weights, print the shares."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("articles", nargs="+")
    arguments.add_argument("--output", type=Path, required=True)
    given = arguments.parse_args()
    read = list(examples(given.articles))
    rows: list[Judged] = []
    for fold in range(FOLDS):
        weights = learn([example for example in read if example.fold != fold])
        rows += judged((example for example in read if example.fold == fold), weights)
    report(rows)
    learned = {"choice": learn(read), "stated": learn_stated(rows)}
    given.output.write_text(json.dumps(learned, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def report(rows: Sequence[Judged]) -> None:
    """Print the share of right places, and of those given so much confidence."""
    marks: dict[tuple[str, str], list[bool]] = defaultdict(list)
    trusted: dict[tuple[str, int], list[bool]] = defaultdict(list)
    for row in rows:
        for key, ok in row.marks.items():
            marks[row.example.source, key].append(ok)
    for fold in range(FOLDS):
        weights = learn_stated([row for row in rows if row.example.fold != fold])
        for row in (row for row in rows if row.example.fold == fold and row.traits):
            trusted[row.example.source, int(10 * likelihood(row, weights))].append(row.right)
    for (source, key), found in sorted(marks.items()):
        sys.stdout.write(f"{source} {key} {sum(found) / len(found):.3f}  n {len(found)}\n")
    for (source, tenth), found in sorted(trusted.items()):
        sys.stdout.write(f"{source} confidence 0.{tenth}: {sum(found) / len(found):.3f} right  n {len(found)}\n")


if __name__ == "__main__":
    main()
