"""Trains the weights that say whether an article reports an incident, and of which type.

    python -m tests.benchmarks.train_incidents FOLDER

FOLDER holds coded sets as JSON lines (coded, case, acled, awsd, gva, fakes: each article with "gold"). Half of the
articles of each set (by a hash of their id) train, the figures are of the other half. The sentences of
incident_sentences.jsonl, written for this, join the training: words of violence in news of no incident (sport,
film, markets, trials, storms), and incidents in few words. Needs scikit-learn and scipy.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from incidentparse import IncidentParser
from incidentparse.article.prepared import PreparedArticle
from incidentparse.article.reader import prepare
from incidentparse.assemble import relevance, typing
from incidentparse.assemble.signals import find_signals
from incidentparse.extractors import events
from incidentparse.language.document import Document
from incidentparse.record import IncidentType

SENTENCES = Path(__file__).with_name("incident_sentences.jsonl")
WEIGHTS = Path(__file__).parents[2] / "incidentparse" / "weights"
# Articles taken of each set, so that the large ones do not drown the small, and their weight in training.
RELEVANCE_SETS = (
    {"case": (999, 1.0), "coded": (999, 0.5)}
    | dict.fromkeys(("acled", "awsd"), (250, 0.5))
    | dict.fromkeys(("gva", "fakes"), (80, 0.5))
)
TYPE_SETS = {"coded": (999, 2.0), "case": (999, 1.5), "acled": (999, 1.0), "awsd": (999, 1.0), "gva": (150, 0.4)}
SENTENCE_WEIGHT = 0.6
# Found by the figures on the other half: 0.6 to 2 and 3 to 30 do nearly as well.
RELEVANCE_C = 1.5
TYPE_PENALTY, VOTE_PENALTY = 10.0, 10.0
VOTE_PRIOR = np.array([1.5, 1.5, 1.0, 1.0, 1.0, 1.0])
SMALLEST_WEIGHT = 0.1
TYPES = list(IncidentType)


@dataclass
class Example:
    """One article as the models see it."""

    name: str
    gold: dict[str, Any]
    weight: float
    relevance: dict[str, float]
    features: dict[str, float]
    votes: list[list[float]]


def read(folder: Path, sets: dict[str, tuple[int, float]], half: int, parser: IncidentParser) -> Iterator[Example]:
    """The examples of one half of each set."""
    for name, (most, weight) in sets.items():
        lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [r for r in map(json.loads, lines) if hashlib.sha1(r["id"].encode()).digest()[0] % 2 == half][:most]
        prepared = [prepare(r["text"], id=r["id"], title=r.get("title"), published=r.get("published")) for r in rows]
        for row, document in zip(rows, documents(prepared, parser), strict=True):
            yield example(name, row["gold"], weight, document)


def read_sentences(parser: IncidentParser) -> Iterator[Example]:
    """The sentences written for training."""
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    prepared = [prepare(r["text"]) for r in rows]
    for row, document in zip(rows, documents(prepared, parser), strict=True):
        yield example("sentences", row, SENTENCE_WEIGHT, document)


def documents(prepared: list[PreparedArticle], parser: IncidentParser) -> Iterator[Document]:
    """The documents of prepared articles."""
    for article, doc in zip(prepared, parser.annotate(prepared), strict=True):
        yield Document(article, doc)


def example(name: str, gold: dict[str, Any], weight: float, document: Document) -> Example:
    """An article as the models see it."""
    found, signals = events.extract(document), find_signals(document)
    votes = typing.votes(document, found, signals, main=True)
    return Example(
        name, gold, weight, relevance.features(document, found, signals),
        typing.article_features(document, found, signals), [votes[t] for t in TYPES],
    )  # fmt: skip


def train_relevance(train: list[Example], test: list[Example]) -> dict[str, Any]:
    """Logistic regression: weights by feature."""
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform([e.relevance for e in train])
    y = [e.gold.get("relevant", True) for e in train]
    model = LogisticRegression(C=RELEVANCE_C, max_iter=3000).fit(x, y, sample_weight=[e.weight for e in train])
    chosen = model.predict_proba(vectorizer.transform([e.relevance for e in test]))[:, 1] >= 0.5
    for name in RELEVANCE_SETS:
        pairs = [(e.gold.get("relevant", True), c) for e, c in zip(test, chosen, strict=True) if e.name == name]
        hits = sum(g and c for g, c in pairs)
        print(f"relevance {name:6} F1 {2 * hits / (sum(g for g, _ in pairs) + sum(c for _, c in pairs)):.3f}")
    weights = {n: round(float(w), 3) for n, w in zip(vectorizer.feature_names_, model.coef_[0], strict=True)}
    return {"bias": round(float(model.intercept_[0]), 3)} | {n: w for n, w in weights.items() if abs(w) >= 0.02}


def train_types(train: list[Example], test: list[Example]) -> dict[str, Any]:
    """Softmax regression in which any of an article's accepted types counts as right."""
    vectorizer = DictVectorizer(sparse=False)
    x = np.hstack([vectorizer.fit_transform([e.features for e in train]), np.ones((len(train), 1))])
    votes = np.array([e.votes for e in train])
    right = np.array([[t in e.gold["types"] for t in TYPES] for e in train], float)
    weight = np.array([e.weight for e in train])
    size = len(TYPES) * x.shape[1]

    def loss(parameters: Any) -> Any:
        matrix, vote = parameters[:size].reshape(len(TYPES), -1), parameters[size:]
        scores = x @ matrix.T + votes @ vote
        shares = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        good = (shares * right).sum(1)
        gradient = (shares - shares * right / (good[:, None] + 1e-12)) * weight[:, None]
        penalty = TYPE_PENALTY * matrix
        penalty[:, -1] = 0.04 * matrix[:, -1]
        value = -(weight * np.log(good + 1e-12)).sum() + (penalty * matrix).sum() / 2
        value += VOTE_PENALTY * ((vote - VOTE_PRIOR) ** 2).sum() / 2
        by_vote = np.einsum("nt,ntv->v", gradient, votes) + VOTE_PENALTY * (vote - VOTE_PRIOR)
        return value, np.concatenate([(gradient.T @ x + penalty).ravel(), by_vote])

    start = np.concatenate([np.zeros(size), VOTE_PRIOR])
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    matrix, vote = best[:size].reshape(len(TYPES), -1), best[size:]
    matrix[:, :-1][np.abs(matrix[:, :-1]) < SMALLEST_WEIGHT] = 0
    x_test = np.hstack([vectorizer.transform([e.features for e in test]), np.ones((len(test), 1))])
    chosen = (x_test @ matrix.T + np.array([e.votes for e in test]) @ vote).argmax(1)
    for name in TYPE_SETS:
        hits = [TYPES[c] in e.gold["types"] for e, c in zip(test, chosen, strict=True) if e.name == name]
        print(f"type      {name:6} accuracy {sum(hits) / len(hits):.3f}")
    features = {
        name: {TYPES[t].value: round(float(matrix[t, n]), 2) for t in range(len(TYPES)) if matrix[t, n]}
        for n, name in enumerate(vectorizer.feature_names_)
    }
    return {
        "votes": [round(float(v), 3) for v in vote],
        "bias": {t.value: round(float(b), 2) for t, b in zip(TYPES, matrix[:, -1], strict=True)},
        "features": {name: by_type for name, by_type in features.items() if by_type},
    }


def main() -> None:
    """Train both models and write their weights."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder
    parser = IncidentParser()
    train, test = (list(read(folder, RELEVANCE_SETS, half, parser)) for half in (0, 1))
    train += read_sentences(parser)
    relevance_weights = {"weights": train_relevance(train, test)}
    train, test = (
        [e for e in read(folder, TYPE_SETS, half, parser) if e.gold.get("types")] for half in (0, 1)
    )  # fmt: skip
    type_weights = train_types(train, test)
    for name, weights in (("relevance", relevance_weights), ("types", type_weights)):
        (WEIGHTS / f"{name}.json").write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
