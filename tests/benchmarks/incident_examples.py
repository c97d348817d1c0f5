"""Coded articles as the models of relevance and type see them: features of each, what is right, its fold."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from incidentparse import IncidentParser
from incidentparse.article.prepared import PreparedArticle
from incidentparse.article.reader import prepare
from incidentparse.assemble import relevance, typing
from incidentparse.assemble.dating import Dating
from incidentparse.assemble.signals import find_signals
from incidentparse.extractors import events, times
from incidentparse.language.document import Document
from incidentparse.record import IncidentType
from tests.benchmarks.muc4 import read_texts

SENTENCES = Path(__file__).with_name("incident_sentences.jsonl")
FOLDS = 5
TYPES = list(IncidentType)
# What MUC's ATTACK can be, by words of its instruments; else any way of attacking.
_ATTACKS = (
    (re.compile("MORTAR|ROCKET|MISSILE"), ("shelling", "armed_clash", "airstrike")),
    (re.compile("AERIAL"), ("airstrike", "shelling")),
    (re.compile("GUN|RIFLE"), ("shooting", "armed_clash", "execution")),
    (re.compile("CUTTING"), ("stabbing", "execution", "assault")),
    (re.compile("GRENADE|BOMB|EXPLOSIVE|DYNAMITE|MINE"), ("bombing", "armed_clash", "shooting")),
    (re.compile("TORTURE"), ("assault", "execution")),
    (re.compile(""), ("shooting", "armed_clash", "stabbing", "vehicle_ramming", "chemical_attack", "assault",
                      "execution", "sexual_violence", "sabotage", "raid", "unrest", "other", "airstrike",
                      "drone_strike", "shelling")),
)  # fmt: skip
_BOMBINGS = (
    (re.compile("MORTAR|ROCKET|MISSILE|PROJECTILE|GRENADE"), "shelling"),
    (re.compile("AERIAL"), "airstrike"),
)
_KEY = re.compile(r"\n(?=0\.  MESSAGE)")
_FILLS = r"\s+(.*(?:\n {36}.*)*)"


@dataclass
class Example:
    """One article.

    Attributes:
        name: its set.
        relevant: whether it reports an incident, None where the coding leaves that open.
        types: the types that are right.
        fold: in which it is judged; None for what only trains.
        relevance: features for whether there is an incident.
        features: features for its type.
        votes: what the words say of each type.
        bonus: added to the score of each type.
    """

    name: str
    relevant: bool | None
    types: frozenset[str]
    fold: int | None
    relevance: dict[str, float]
    features: dict[str, float]
    votes: list[list[float]]
    bonus: list[float]


def read_sets(folder: Path, sets: dict[str, int], parser: IncidentParser) -> Iterator[Example]:
    """The examples of coded sets, so many of each."""
    for name, most in sets.items():
        rows = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()[:most]]
        prepared = [prepare(r["text"], id=r["id"], title=r.get("title"), published=r.get("published")) for r in rows]
        for row, document in zip(rows, documents(prepared, parser), strict=True):
            gold = row["gold"]
            yield example(name, document, gold.get("relevant", True), gold.get("types") or (), _fold(row["id"]))


def read_sentences(parser: IncidentParser) -> Iterator[Example]:
    """The sentences written for training."""
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    for row, document in zip(rows, documents([prepare(r["text"]) for r in rows], parser), strict=True):
        yield example("sentences", document, row["relevant"], row.get("types", ()), None)


def read_muc(texts: Path, keys: Path, parser: IncidentParser) -> Iterator[Example]:
    """The texts of a MUC set; those with optional templates only are left open."""
    coded = _read_keys(keys)
    prepared = [prepare(str(article.text), id=article.id) for article in read_texts(texts)]
    for document in documents(prepared, parser):
        templates = coded.get(document.article.id, [])
        required = [t for t in templates if not t[2]]
        relevant = True if required else None if templates else False
        kinds = {kind for kind, _, _ in required}
        types = frozenset[str]().union(*(_muc_types(kind, instruments) for kind, instruments, _ in required))
        # Several incidents of different kinds say nothing of the first.
        yield example("muc", document, relevant, types if len(kinds) == 1 else (), _fold(document.article.id))


def documents(prepared: list[PreparedArticle], parser: IncidentParser) -> Iterator[Document]:
    """The documents of prepared articles."""
    for article, doc in zip(prepared, parser.annotate(prepared), strict=True):
        yield Document(article, doc)


def example(name: str, document: Document, relevant: bool | None, types: Iterable[str], fold: int | None) -> Example:
    """An article as the models see it."""
    found, signals = events.extract(document), find_signals(document)
    telling, cues = typing.telling_type(document, found, signals)
    votes = typing.votes(document, telling, cues, main=True)
    bonus = typing.taken_bonus(document, telling)
    return Example(
        name=name,
        relevant=relevant,
        types=frozenset(types),
        fold=fold,
        relevance=relevance.features(document, found, signals, Dating(document, found, times.extract(document))),
        features=typing.article_features(document, telling, cues),
        votes=[votes[t] for t in TYPES],
        bonus=[bonus.get(t, 0.0) for t in TYPES],
    )


def _fold(article_id: str) -> int:
    return hashlib.sha1(article_id.encode()).digest()[1] % FOLDS


def _read_keys(keys: Path) -> dict[str, list[tuple[str, str, bool]]]:
    """Type, instruments and whether it is optional, of each template of each message."""
    found: defaultdict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for form in _KEY.split("\n" + keys.read_text(encoding="latin-1")):
        kind = _fill(form, "INCIDENT: TYPE").split()
        if kind and kind[0] not in ("*", "-"):
            optional = "OPTIONAL" in _fill(form, "MESSAGE: TEMPLATE")
            found[_fill(form, "MESSAGE: ID").split()[0]].append((kind[0], _fill(form, "INSTRUMENT TYPE"), optional))
    return found


def _fill(form: str, slot: str) -> str:
    match = re.search(re.escape(slot) + _FILLS, form)
    return match[1].strip() if match else ""


def _muc_types(kind: str, instruments: str) -> set[str]:
    if kind == "ATTACK":
        return set(next(types for pattern, types in _ATTACKS if pattern.search(instruments)))
    if kind == "BOMBING":
        return {"bombing"} | {t for pattern, t in _BOMBINGS if pattern.search(instruments)}
    return {kind.lower()} & {t.value for t in TYPES}
