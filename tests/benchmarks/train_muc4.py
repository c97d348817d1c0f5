"""Trains the weights by which the MUC-4 adapter chooses templates, their types, human targets and perpetrators.

    python -m tests.benchmarks.train_muc4 FOLDER

FOLDER holds the task: muc4.py, which scores a response, and dev/texts.txt with dev/keys.txt. The figures printed are
of models that four fifths of the texts train and that choose on the last; the weights written are of all. A template is
right if the scorer aligns it with one of the key, a person or perpetrator if it shares words with one there. Needs
scikit-learn.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from incidentparse.record import Actor, Incident, Report
from tests.benchmarks import muc4_choice
from tests.benchmarks.muc4 import parsed, read_texts, write_response
from tests.benchmarks.muc4_choice import Features, Weights
from tests.benchmarks.muc4_people import people_of
from tests.benchmarks.muc4_perpetrators import state_features, suspect_features, suspects_of
from tests.benchmarks.muc4_templates import candidates
from tests.benchmarks.train_links import load_scorer

FOLDS = 5
# Found by the figures on texts not trained on: 0.1 to 1 do as well.
PENALTY = {"template": 0.3, "person": 0.3, "individual": 0.1, "organization": 0.3, "state": 0.3}
PENALTY |= dict.fromkeys(muc4_choice.KINDS, 0.3)
# Words seen in fewer examples have no weight of their own.
RAREST = 8
NAMED_WORDS = ("word ", "noun ", "own noun ")
# Lexicons whose words may have a weight of their own as nouns; names of persons in the articles may not.
NOUNS = ("people.jsonl", "actor_nouns.jsonl", "force_words.jsonl")


@dataclass(frozen=True, slots=True)
class Example:
    """What may be wanted, the text that it is from, and whether it is."""

    text: str
    features: Features
    right: bool


def examples(reports: Iterable[Report], scorer: ModuleType, keys: Mapping[str, Any]) -> dict[str, list[Example]]:
    """Every template, and every type, person and perpetrator of the templates that are right."""
    reports = list(reports)
    responses = respond(reports, scorer, muc4_choice.EVERYTHING)
    found: dict[str, list[Example]] = {name: [] for name in PENALTY}
    for report in reports:
        name = report.article.id
        aligned = align(responses.get(name, []), keys.get(name, []), scorer)
        for number, (incident, country) in enumerate(candidates(report)):
            key = aligned.get(number)
            features = muc4_choice.template_features(incident, report)
            found["template"].append(Example(name, features, key is not None))
            if key is not None:
                found["person"] += people(name, incident, key, scorer)
                kinds = {value.text for fill in key.slots.get("inc-type", []) for value in fill.alternatives}
                for kind in muc4_choice.KINDS:
                    found[kind].append(Example(name, muc4_choice.kind_features(incident), kind in kinds))
                for model, example in perpetrators(incident, country, report, key, scorer):
                    found[model].append(example)
    return found


def people(name: str, incident: Incident, key: Any, scorer: ModuleType) -> list[Example]:
    """The people of an incident, right where they share words with a person of the key that no other took."""
    wanted = key.slots.get("hum-tgt-name", []) + key.slots.get("hum-tgt-desc", [])
    found, taken = [], set()
    everybody = people_of(incident)
    for rank, person in enumerate(everybody):
        forms = [form for form in (person.name, person.description) if form]
        hit = next(
            (
                number
                for number, fill in enumerate(wanted)
                if any(scorer.compare_strings(form, v.text) > 0 for form in forms for v in fill.alternatives)
            ),
            None,
        )
        features = muc4_choice.person_features(person, rank, everybody, incident)
        found.append(Example(name, features, hit is not None and hit not in taken))
        taken.add(hit)
    return found


def perpetrators(
    incident: Incident, country: str, report: Report, key: Any, scorer: ModuleType
) -> Iterator[tuple[str, Example]]:
    """Who may be a perpetrator, right where the key has it and no other took its place, and what the key says of it."""
    name, suspects = report.article.id or "", suspects_of(incident, report)
    taken: dict[tuple[str, int] | None, Actor] = {}
    slots = {"individual": "perp-ind-id", "organization": "perp-org-id"}
    for suspect in suspects:
        hit = next(
            (
                (suspect.slot, number)
                for number, fill in enumerate(key.slots.get(slots[suspect.slot], []))
                if any(scorer.compare_strings(suspect.label, v.text) > 0 for v in fill.alternatives)
            ),
            None,
        )
        features = suspect_features(suspect, suspects, incident, country, report)
        yield suspect.slot, Example(name, features, hit is not None and taken.get(hit, suspect.actor) is suspect.actor)
        taken.setdefault(hit, suspect.actor)
    categories = {v.text for fill in key.slots.get("perp-inc-cat", []) for v in fill.alternatives}
    if categories:
        features = state_features([s for s in suspects if s.told == "own"], suspects, incident, country)
        yield "state", Example(name, features, categories == {"STATE-SPONSORED VIOLENCE"})


def align(responses: list[Any], keys: list[Any], scorer: ModuleType) -> dict[int, Any]:
    """The key of each response that the scorer aligns with one, by its number."""
    table = {}
    for n, response in enumerate(responses):
        for m, key in enumerate(keys):
            slots = scorer.score_pair(response, key)
            if scorer.may_align(slots):
                table[n, m] = sum(tally.cor for tally in slots.values())
    found: dict[int, Any] = {}
    taken = set()
    for n, m in sorted(table, key=lambda pair: -table[pair]):
        if n not in found and m not in taken:
            found[n] = keys[m]
            taken.add(m)
    return found


def respond(reports: Iterable[Report], scorer: ModuleType, weights: Weights) -> dict[str, list[Any]]:
    """The response to the reports as the scorer reads it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "response.txt"
        write_response(reports, path, weights)
        responses: dict[str, list[Any]] = scorer.read_templates(path)
        return responses


def train(found: list[Example], penalty: float) -> dict[str, float]:
    """The weights of a logistic regression by feature."""
    counts = Counter(name for example in found for name in example.features)
    nouns = known_nouns()
    rare = {
        name
        for name, count in counts.items()
        if (count < RAREST and name.startswith(NAMED_WORDS)) or not is_known(name, nouns)
    }
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform([{n: v for n, v in e.features.items() if n not in rare} for e in found])
    model = LogisticRegression(C=penalty, max_iter=3000).fit(x, [e.right for e in found])
    weights = zip(vectorizer.feature_names_, model.coef_[0], strict=True)
    return {"bias": round(float(model.intercept_[0]), 3)} | {
        name: round(float(weight), 3) for name, weight in weights if abs(weight) >= 0.02
    }


@cache
def known_nouns() -> frozenset[str]:
    """The words of the lexicons of people and groups, in lower case."""
    lexicons = files("incidentparse") / "lexicons"
    return frozenset(re.findall(r"[\w-]+", "".join((lexicons / name).read_text("utf-8") for name in NOUNS).lower()))


def is_known(feature: str, nouns: Collection[str]) -> bool:
    """Whether a feature names no noun, or one of the lexicons."""
    noun = re.search(r"\bnoun (\S+)", feature)
    return noun is None or noun[1] in nouns


def fold_of(text: str) -> int:
    """The fifth that a text belongs to, by a hash of its id."""
    return hashlib.sha1(text.encode()).digest()[1] % FOLDS


def score(reports: list[Report], found: dict[str, list[Example]], scorer: ModuleType, keys: Mapping[str, Any]) -> float:
    """F of the whole task, each fifth by the weights that the others train."""
    responses: dict[str, list[Any]] = {}
    for fold in range(FOLDS):
        weights = {
            name: train([e for e in all_ if fold_of(e.text) != fold], PENALTY[name]) for name, all_ in found.items()
        }
        responses |= respond([r for r in reports if fold_of(r.article.id) == fold], scorer, weights)
    total, _ = scorer.score_documents(keys, responses)
    everything = scorer.Tally()
    for tally in total.values():
        everything.add(tally)
    return float(everything.f)


def main() -> None:
    """Train the models, print what they reach, write their weights."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder
    scorer = load_scorer(folder / "muc4.py")
    keys = {name.split()[0]: key for name, key in scorer.read_templates(folder / "dev" / "keys.txt").items()}
    reports = list(parsed(read_texts(folder / "dev" / "texts.txt")))
    learn(reports, scorer, keys)


def learn(reports: list[Report], scorer: ModuleType, keys: Mapping[str, Any]) -> None:
    """Train the models on the reports, print what they reach, write their weights."""
    found = examples(reports, scorer, keys)
    print(f"all templates F {100 * score(reports, found, scorer, keys):.2f} on texts not trained on")
    weights = {name: train(all_, PENALTY[name]) for name, all_ in found.items()}
    muc4_choice.WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
