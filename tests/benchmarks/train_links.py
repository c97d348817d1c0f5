"""Trains the weights by which an event word goes on with an incident already told, or opens another.

    python -m tests.benchmarks.train_links MUC_FOLDER SETS_FOLDER --output WEIGHTS.json

MUC_FOLDER holds the MUC-4 task: muc4.py, dev/texts.txt and dev/keys.txt. An event word belongs to the template whose
names, targets and place its sentence holds, those of its own part of the sentence first, if one fits best; pairs of
event word and template told before it train.
SETS_FOLDER holds notes and news of one incident each (acled, awsd, gva, fakes as JSON lines): half of their articles
train too, all their event words told without a phrase for another incident being of one. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from incidentparse import IncidentParser
from incidentparse.article.prepared import PreparedArticle
from incidentparse.article.reader import prepare
from incidentparse.assemble.clusters import LEAST_LINK, Clustering
from incidentparse.assemble.dating import Dating
from incidentparse.assemble.event_links import features
from incidentparse.assemble.event_traits import Governors
from incidentparse.assemble.incident_traits import IncidentTraits
from incidentparse.extractors import events, locations, times
from incidentparse.language.document import Document
from incidentparse.mentions import EventMention
from tests.benchmarks.muc4 import read_texts
from tests.benchmarks.muc4_conventions import TYPES

FOLDS = 5
# 0.1 to 1 do as well.
PENALTY = 0.3
# Articles taken of each set of one incident, and the sentences in which they tell no other.
ONE_INCIDENT = {"acled": (500, 99), "awsd": (300, 99), "gva": (80, 8), "fakes": (80, 6)}
# Short articles on one incident or several, written for this, and what each of their pairs counts.
ARTICLES = Path(__file__).with_name("link_articles.jsonl")
WRITTEN = 2.0
# How much of a fill's words a sentence must hold, what a name and what the type add, and the least for a template.
HELD, NAME, TYPE, LEAST = 0.67, 2.0, 0.5, 1.0
# What a fill counts in the sentence, again in the part of it that the event word governs, and among its arguments.
SHARES = (1.0, 1.0, 0.5)


@dataclass(frozen=True, slots=True)
class Pair:
    """An event word and an incident told before it."""

    text: str
    features: dict[str, float]
    same: bool
    weight: float = 1.0


def muc_pairs(folder: Path, parser: IncidentParser) -> Iterator[Pair]:
    """The pairs of the MUC-4 development texts."""
    scorer = load_scorer(folder / "muc4.py")
    keys = {name.split()[0]: key for name, key in scorer.read_templates(folder / "dev" / "keys.txt").items()}
    texts = [prepare(t.text, id=t.id) for t in read_texts(folder / "dev" / "texts.txt") if keys.get(t.id)]
    for document, clustering in clusterings(texts, parser):
        told: dict[int, IncidentTraits] = {}
        current = None
        for event in clustering.events:
            number = template_of(document, event, clustering.reader.governors, keys[document.article.id], scorer)
            if number is None or event.certainty.historical:
                continue
            one = clustering.traits(event)
            for other, traits in told.items():
                main = other == next(iter(told))
                found = features(one, traits, main=main, current=other == current)
                yield Pair(document.article.id, found, other == number)
            told.setdefault(number, IncidentTraits()).add(one)
            current = number


def template_of(
    document: Document, event: EventMention, governors: Governors, keys: list[Any], scorer: ModuleType
) -> int | None:
    """The number of the template that an event word, its part of the sentence and the sentence fit best, or None."""
    sentence = document.sentence(event.trigger)
    parts = (
        list(sentence),
        [t for t in sentence if governors.of(t) == event.trigger],
        [t for phrase in (*event.agents, *event.patients) for t in range(*phrase)],
    )
    held = [
        (stems(" ".join(document.words[t] for t in part), scorer), share)
        for part, share in zip(parts, SHARES, strict=True)
    ]
    scores = [0.0] * len(keys)
    for number, key in enumerate(keys):
        for fill, worth in fills(key, scorer):
            scores[number] += sum(worth * share for words, share in held if len(fill & words) >= HELD * len(fill))
        if scores[number] and event.types:
            kinds = {value.text for fill in key.slots.get("inc-type", []) for value in fill.alternatives}
            scores[number] += TYPE if TYPES.get(event.types[0], "ATTACK") in kinds else -TYPE
    best = max(scores)
    return scores.index(best) if best >= LEAST and scores.count(best) == 1 else None


def fills(key: Any, scorer: ModuleType) -> Iterator[tuple[set[str], float]]:
    """The words of each fill that tells a template from others, and what it is worth."""
    for slot in ("hum-tgt-name", "hum-tgt-desc", "phys-tgt-id", "inc-loc"):
        for value in (v for fill in key.slots.get(slot, []) for v in fill.alternatives):
            parts = value.text.replace("-", ":").split(":")
            if slot == "inc-loc" and len(parts) == 1:
                continue
            words = stems(parts[-1].partition("(")[0] if slot == "inc-loc" else value.text, scorer)
            if slot == "hum-tgt-name":
                words = stems(value.text.split()[-1], scorer)
            if words:
                yield words, NAME if slot == "hum-tgt-name" else 1.0


def stems(text: str, scorer: ModuleType) -> set[str]:
    """The content words of a text, singular and plural alike, as the scorer compares them."""
    return {scorer._singular(word) for word in scorer.words(text)}


def single_pairs(folder: Path, parser: IncidentParser) -> Iterator[Pair]:
    """The pairs of articles that tell one incident."""
    for name, (most, last) in ONE_INCIDENT.items():
        rows = map(json.loads, (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
        half = [r for r in rows if hashlib.sha1(r["id"].encode()).digest()[0] % 2 == 0][:most]
        texts = [prepare(r["text"], id=r["id"], title=r.get("title"), published=r.get("published")) for r in half]
        for document, clustering in clusterings(texts, parser):
            told = IncidentTraits()
            for event in clustering.events:
                one = clustering.traits(event)
                if event.certainty.historical or one.cues or one.sentence >= last:
                    continue
                if told.told:
                    yield Pair(document.article.id, features(one, told, main=True, current=True), same=True)
                told.add(one)


def written_pairs(parser: IncidentParser) -> Iterator[Pair]:
    """The pairs of link_articles.jsonl, which says of each sentence the incident that it tells; of 0 none."""
    rows = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    texts = ["\n\n".join(" ".join(s for _, s in paragraph) for paragraph in row["paragraphs"]) for row in rows]
    prepared = [prepare(text, id=row["id"], published=row["published"]) for row, text in zip(rows, texts, strict=True)]
    for row, (document, clustering) in zip(rows, clusterings(prepared, parser), strict=True):
        sentences = [(document.text.index(s), n) for paragraph in row["paragraphs"] for n, s in paragraph]
        told: dict[int, IncidentTraits] = {}
        current = None
        for event in clustering.events:
            number = next(n for start, n in reversed(sentences) if start <= document.starts[event.trigger])
            if not number or event.certainty.historical:
                continue
            one = clustering.traits(event)
            for other, traits in told.items():
                found = features(one, traits, main=other == 1, current=other == current)
                yield Pair(row["id"], found, other == number, WRITTEN)
            told.setdefault(number, IncidentTraits()).add(one)
            current = number


def clusterings(texts: list[PreparedArticle], parser: IncidentParser) -> Iterator[tuple[Document, Clustering]]:
    """The documents with the reader of their event words."""
    for text, doc in zip(texts, parser.annotate(texts), strict=True):
        document = Document(text, doc)
        found = events.extract(document)
        dating = Dating(document, found, times.extract(document))
        yield document, Clustering(document, found, dating, locations.extract(document))


def load_scorer(path: Path) -> ModuleType:
    """The task's scorer."""
    spec = importlib.util.spec_from_file_location("muc4_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    sys.modules["muc4_scorer"] = scorer
    spec.loader.exec_module(scorer)
    return scorer


def train(pairs: Iterable[Pair]) -> tuple[DictVectorizer, LogisticRegression]:
    """A logistic regression."""
    pairs = list(pairs)
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform([p.features for p in pairs])
    model = LogisticRegression(C=PENALTY, max_iter=3000)
    return vectorizer, model.fit(x, [p.same for p in pairs], sample_weight=[p.weight for p in pairs])


def check(pairs: list[Pair], others: list[Pair]) -> None:
    """Print how well pairs are judged by weights that the other texts train."""
    folds = [hashlib.sha1(p.text.encode()).digest()[1] % FOLDS for p in pairs]
    chances, same = np.zeros(len(pairs)), np.array([p.same for p in pairs])
    for fold in range(FOLDS):
        vectorizer, model = train([p for p, f in zip(pairs, folds, strict=True) if f != fold] + others)
        inside = [n for n, f in enumerate(folds) if f == fold]
        chances[inside] = model.predict_proba(vectorizer.transform([pairs[n].features for n in inside]))[:, 1]
    apart = chances < LEAST_LINK
    print(f"{len(pairs)} pairs, area under the curve {roc_auc_score(same, chances):.3f}")
    print(f"told apart: precision {1 - same[apart].mean():.3f}, recall {apart[~same].mean():.3f}")


def weights_of(vectorizer: DictVectorizer, model: LogisticRegression) -> Mapping[str, float]:
    """The weights by feature, the smallest left out."""
    weights = zip(vectorizer.feature_names_, model.coef_[0], strict=True)
    kept = {name: round(float(weight), 3) for name, weight in weights if abs(weight) >= 0.02}
    return {"bias": round(float(model.intercept_[0]), 3)} | kept


def main() -> None:
    """Train, print what it reaches, write the weights."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("muc", type=Path)
    arguments.add_argument("sets", type=Path)
    arguments.add_argument("--output", type=Path, required=True)
    given = arguments.parse_args()
    learn(IncidentParser(), given.muc, given.sets, given.output)


def learn(parser: IncidentParser, muc: Path, sets: Path, output: Path) -> None:
    """Train by a parser, print what it reaches, write the weights."""
    pairs, others, written = list(muc_pairs(muc, parser)), list(single_pairs(sets, parser)), list(written_pairs(parser))
    check(pairs, others + written)
    check(written, others + pairs)
    weights = weights_of(*train(pairs + others + written))
    output.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
