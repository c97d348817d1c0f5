"""Learns the weights by which the place of an incident is chosen (incidentparse/weights/place_choice.json).

python -m tests.benchmarks.train_places ARTICLES.jsonl[=TIMES] ... --output WEIGHTS.json

An article is a line with id, text, title, published and gold; gold may hold place (a name) and place_alternatives,
latitude and longitude, admin1, country (ISO 3166-1 alpha-2) or country_name of the main incident, and incident, a key
that articles on one incident share. The articles of a file count TIMES times (1 without it). The share of right places,
provinces and countries is printed for each file, each article chosen for by weights that were learned on the other
folds; the weights written are learned on all. muc4_articles.py writes such a file from MUC-4 texts and keys.
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
from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.assemble.incidents import draft_incidents
from incidentparse.assemble.siting import Siting
from incidentparse.assemble.where import build_where, rank
from incidentparse.extractors import events, locations, times
from incidentparse.language.countries import country_by_name
from incidentparse.language.document import Document
from incidentparse.parser import IncidentParser
from incidentparse.places.keys import name_key
from incidentparse.record import Where

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

    atlas: Atlas
    draft: Draft
    drafts: Drafts
    candidates: list[int]
    features: list[list[str]]
    gold: Mapping[str, Any]
    fold: int
    source: str
    times: int

    def places(self) -> list[Where]:
        """The record that each candidate would make."""
        order = [number for number, _ in rank(self.atlas, self.draft, self.drafts)]
        return [build_where(self.atlas, number, order, 0.5) for number in self.candidates]


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
        draft = drafts.incidents[0]
        atlas = Atlas(document, mentions, default_gazetteer())
        siting = Siting(atlas, draft, drafts)
        candidates = [number for number, mention in enumerate(mentions) if mention.demonym_country is None]
        group = row["gold"].get("incident") or row["id"]
        fold = hashlib.sha1(group.encode(), usedforsecurity=False).digest()[1] % FOLDS
        features = [siting.features(n) for n in candidates]
        yield Example(atlas, draft, drafts, candidates, features, row["gold"], fold, path.stem, count)


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


def hits(articles: Iterable[Example], weights: Mapping[str, float]) -> dict[tuple[str, str], list[bool]]:
    """For each file and what is coded of its articles whether the likeliest candidate is right."""
    found: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for example in articles:
        places = example.places()
        scores = [sum(weights.get(name, 0.0) for name in names) for names in example.features]
        best = places[max(range(len(places)), key=lambda n: (scores[n], -n))] if places else None
        for key, ok in right(best, example.gold).items():
            found[example.source, key].append(ok)
    return found


def main() -> None:
    """Train, write the weights, print the shares."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("articles", nargs="+")
    arguments.add_argument("--output", type=Path, required=True)
    given = arguments.parse_args()
    read = list(examples(given.articles))
    unseen: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = learn([example for example in read if example.fold != fold])
        for part, found in hits((example for example in read if example.fold == fold), weights).items():
            unseen[part] += found
    for (source, key), found in sorted(unseen.items()):
        sys.stdout.write(f"{source} {key} {sum(found) / len(found):.3f}  n {len(found)}\n")
    weights = learn(read)
    given.output.write_text(json.dumps({"weights": weights}, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
