"""Trains the weights that say whether an article reports an incident, of which type, and how sure that is.

    python -m tests.benchmarks.train_incidents FOLDER [--muc TEXTS KEYS] --output FOLDER

FOLDER holds coded sets as JSON lines (coded, case, acled, awsd, gva, fakes: each article with "gold"); --muc adds the
texts and keys of a MUC-4 set. The figures printed are cross-validated: each article is judged by weights learned from
the other folds; the weights written are learned from all. The sentences of incident_sentences.jsonl, written for this,
join the training: words of violence in news of no incident (sport, film, markets, trials, storms), and incidents in few
words, of the rarer types too. Needs scikit-learn and scipy.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from incidentparse import IncidentParser
from incidentparse.assemble.confidence import sureness
from incidentparse.assemble.typing import VOTES, allowed
from incidentparse.record import IncidentType
from tests.benchmarks.calibration import table
from tests.benchmarks.incident_examples import FOLDS, Example, read_muc, read_sentences, read_sets

# Articles taken of each set for the two models, so that the large sets do not drown the small.
SETS = {"coded": 999, "case": 999, "acled": 9999, "awsd": 9999, "gva": 250, "fakes": 120}
# What one article of a set counts in training; found by the cross-validated figures, half and double do nearly as well.
RELEVANCE_WEIGHT = {
    "case": 1.0, "coded": 0.75, "acled": 0.2, "awsd": 0.25, "gva": 0.2, "fakes": 0.2, "sentences": 0.45, "muc": 0.3,
}  # fmt: skip
TYPE_WEIGHT = {"coded": 2.0, "case": 1.5, "acled": 1.0, "awsd": 1.0, "gva": 0.3, "muc": 0.3, "sentences": 0.6}
# What an article with a coded type counts for the confidence: less where most types are accepted (event notes)
# or there is but one (shootings), so that it holds where the type is coded exactly as well as over all.
CONFIDENCE_WEIGHT = {"coded": 1.0, "case": 1.0, "acled": 0.15, "awsd": 0.3, "gva": 0.1}
EXACT = ("coded", "case")
RELEVANCE_C = 1.5
TYPE_PENALTY, VOTE_PENALTY = 10.0, 10.0
VOTE_PRIOR = np.array([1.5, 1.5, 1.0, 1.0, 1.0, 1.0])
SMALLEST_WEIGHT = 0.1
# Texts that MUC calls irrelevant though weights learned without MUC are this sure of an incident mostly report fighting
# between armed sides, which is outside its task and not outside ours: they are left open.
OUTSIDE_MUC = 0.95
TYPES = list(IncidentType)


class Relevance:
    """Logistic regression on whether an article reports an incident."""

    def __init__(self, examples: Sequence[Example]) -> None:
        chosen = [e for e in examples if RELEVANCE_WEIGHT.get(e.name) and e.relevant is not None]
        self.vectorizer = DictVectorizer()
        x = self.vectorizer.fit_transform([e.relevance for e in chosen])
        weight = [RELEVANCE_WEIGHT[e.name] for e in chosen]
        self.model = LogisticRegression(C=RELEVANCE_C, max_iter=3000)
        self.model.fit(x, [e.relevant for e in chosen], sample_weight=weight)

    def predict(self, examples: Sequence[Example]) -> Any:
        """The probability for each example."""
        return self.model.predict_proba(self.vectorizer.transform([e.relevance for e in examples]))[:, 1]

    def weights(self) -> dict[str, float]:
        """The weight of each feature that has one."""
        learned = zip(self.vectorizer.feature_names_, self.model.coef_[0], strict=True)
        kept = {name: round(float(w), 3) for name, w in learned if abs(w) >= 0.02}
        return {"bias": round(float(self.model.intercept_[0]), 3)} | kept


class Types:
    """Softmax regression in which any of an article's accepted types counts as right."""

    def __init__(self, examples: Sequence[Example]) -> None:
        chosen = [e for e in examples if e.name in TYPE_WEIGHT and e.types and e.relevant]
        self.vectorizer = DictVectorizer(sparse=False)
        self.vectorizer.fit([e.features for e in chosen])
        x, votes = self._columns(chosen)
        right = np.array([[t.value in e.types for t in TYPES] for e in chosen], float)
        weight = np.array([TYPE_WEIGHT[e.name] for e in chosen])
        size = len(TYPES) * x.shape[1]

        def loss(parameters: Any) -> Any:
            matrix, vote = parameters[:size].reshape(len(TYPES), -1), parameters[size:]
            shares = softmax(x @ matrix.T + votes @ vote)
            good = (shares * right).sum(1)
            gradient = (shares - shares * right / (good[:, None] + 1e-12)) * weight[:, None]
            penalty = TYPE_PENALTY * matrix
            penalty[:, -1] = 0.04 * matrix[:, -1]
            value = -(weight * np.log(good + 1e-12)).sum() + (penalty * matrix).sum() / 2
            value += VOTE_PENALTY * ((vote - VOTE_PRIOR) ** 2).sum() / 2
            by_vote = np.einsum("nt,ntv->v", gradient, votes) + VOTE_PENALTY * (vote - VOTE_PRIOR)
            return value, np.concatenate([(gradient.T @ x + penalty).ravel(), by_vote])

        start = np.concatenate([np.zeros(size), VOTE_PRIOR])
        best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 250}).x
        self.matrix, self.vote = best[:size].reshape(len(TYPES), -1), best[size:]
        self.matrix[:, :-1][np.abs(self.matrix[:, :-1]) < SMALLEST_WEIGHT] = 0

    def _columns(self, examples: Sequence[Example]) -> tuple[Any, Any]:
        x = np.hstack([self.vectorizer.transform([e.features for e in examples]), np.ones((len(examples), 1))])
        return x, np.array([e.votes for e in examples])

    def predict(self, examples: Sequence[Example]) -> Any:
        """The share of each type for each example."""
        x, votes = self._columns(examples)
        bonus = np.array([e.bonus for e in examples])
        possible = [allowed(dict(zip(TYPES, e.votes, strict=True))) for e in examples]
        mask = np.array([[kind in kinds for kind in TYPES] for kinds in possible])
        return softmax(np.where(mask, x @ self.matrix.T + votes @ self.vote + bonus, -np.inf))

    def weights(self) -> dict[str, Any]:
        """The weights as typing reads them."""
        names = enumerate(self.vectorizer.feature_names_)
        features = {
            name: {t.value: round(float(row[n]), 2) for t, row in zip(TYPES, self.matrix, strict=True) if row[n]}
            for n, name in names
        }
        return {
            "votes": dict(zip(VOTES, (round(float(v), 3) for v in self.vote), strict=True)),
            "bias": {t.value: round(float(b), 2) for t, b in zip(TYPES, self.matrix[:, -1], strict=True)},
            "features": {name: by_type for name, by_type in features.items() if by_type},
        }


class Confidence:
    """Logistic regression on whether a record is about a real incident of its type."""

    def __init__(self, examples: Sequence[Example], relevance: Any, shares: Any) -> None:
        rows = judged(examples, relevance)
        x = [sureness(relevance[i], shares[i].max()) for i in rows]
        weight = [CONFIDENCE_WEIGHT[examples[i].name] for i in rows]
        right = [is_right(examples[i], shares[i]) for i in rows]
        self.model = LogisticRegression(C=10.0).fit(x, right, sample_weight=weight)

    def predict(self, relevance: Any, shares: Any) -> Any:
        """The confidence of each record."""
        x = [sureness(r, s.max()) for r, s in zip(relevance, shares, strict=True)]
        return self.model.predict_proba(x)[:, 1]

    def weights(self) -> dict[str, float]:
        """The weights as confidence reads them."""
        relevance, share = (round(float(w), 3) for w in self.model.coef_[0])
        return {"bias": round(float(self.model.intercept_[0]), 3), "relevance": relevance, "share": share}


def softmax(scores: Any) -> Any:
    """Shares that add up to 1 in each row."""
    shares = np.exp(scores - scores.max(1, keepdims=True))
    return shares / shares.sum(1, keepdims=True)


def is_right(example: Example, shares: Any) -> bool:
    """Whether the article reports an incident of the likeliest type."""
    return bool(example.relevant) and TYPES[shares.argmax()].value in example.types


def judged(examples: Sequence[Example], relevance: Any) -> list[int]:
    """The numbers of the examples that become records and whose type is coded."""
    return [
        i
        for i, e in enumerate(examples)
        if e.name in CONFIDENCE_WEIGHT and relevance[i] >= 0.5 and (e.types or e.relevant is False)
    ]


def folds(examples: Sequence[Example]) -> Iterator[tuple[list[int], list[int]]]:
    """The numbers of the examples to train on and to judge, fold by fold; sentences always train."""
    for fold in range(FOLDS):
        yield (
            [i for i, e in enumerate(examples) if e.fold != fold],
            [i for i, e in enumerate(examples) if e.fold == fold],
        )


def leave_open(examples: Sequence[Example]) -> None:
    """Leaves open whether texts that are irrelevant to MUC alone report an incident."""
    doubtful = [e for e in examples if e.name == "muc" and e.relevant is False]
    if not doubtful:
        return
    without = Relevance([e for e in examples if e.name != "muc"])
    for example, probability in zip(doubtful, without.predict(doubtful), strict=True):
        if probability >= OUTSIDE_MUC:
            example.relevant = None


def cross_validate(examples: Sequence[Example]) -> Confidence:
    """Prints the figures of each set, every article judged by weights that have not seen it; learns the confidence."""
    relevance, shares = np.zeros(len(examples)), np.zeros((len(examples), len(TYPES)))
    for train, test in folds(examples):
        known, unknown = [examples[i] for i in train], [examples[i] for i in test]
        relevance[test] = Relevance(known).predict(unknown)
        shares[test] = Types(known).predict(unknown)
    confidence = np.zeros(len(examples))
    for train, test in folds(examples):
        model = Confidence([examples[i] for i in train], relevance[train], shares[train])
        confidence[test] = model.predict(relevance[test], shares[test])
    for name in RELEVANCE_WEIGHT:
        rows = [i for i, e in enumerate(examples) if e.name == name and e.fold is not None]
        if not rows:
            continue
        pairs = [(bool(examples[i].relevant), relevance[i] >= 0.5) for i in rows if examples[i].relevant is not None]
        hits = 2 * sum(g and c for g, c in pairs) / (sum(g for g, _ in pairs) + sum(c for _, c in pairs))
        typed = [is_right(examples[i], shares[i]) for i in rows if examples[i].types and examples[i].relevant]
        print(f"{name:6} incident found F1 {hits:.3f}  type {np.mean(typed) if typed else float('nan'):.3f}", end="")
        print(f"  n {len(rows)}")
    rows = judged(examples, relevance)
    print(table([(float(confidence[i]), is_right(examples[i], shares[i])) for i in rows]))
    exact = [i for i in rows if examples[i].name in EXACT]
    print("where types are coded exactly:")
    print(table([(float(confidence[i]), is_right(examples[i], shares[i])) for i in exact]))
    return Confidence(examples, relevance, shares)


def main() -> None:
    """Train the models, print their figures and write their weights."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--muc", type=Path, nargs=2, metavar=("TEXTS", "KEYS"))
    arguments.add_argument("--output", type=Path, required=True)
    given = arguments.parse_args()
    parser = IncidentParser()
    examples = [*read_sets(given.folder, SETS, parser), *read_sentences(parser)]
    if given.muc:
        texts, keys = given.muc
        examples += read_muc(texts, keys, parser)
    leave_open(examples)
    learned = {
        "confidence": cross_validate(examples).weights(),
        "relevance": {"weights": Relevance(examples).weights()},
        "types": Types(examples).weights(),
    }
    for name, weights in learned.items():
        (given.output / f"{name}.json").write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
