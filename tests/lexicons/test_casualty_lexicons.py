"""The lexicons of casualties and of named sets: entries are found by what they say, and none is there twice."""

from __future__ import annotations

from collections import Counter

import pytest

from incidentparse.extractors.casualties.predicates import PredicateWord
from incidentparse.extractors.casualties.scope import ScopeCue, scope_pattern
from incidentparse.language.named_words import NamedWords
from incidentparse.language.number_words import QuantityWord
from incidentparse.language.people import PersonNoun
from incidentparse.lexicons import load_lexicon


@pytest.mark.parametrize("cue", load_lexicon("casualty_scope.jsonl", ScopeCue), ids=lambda cue: cue.example)
def test_cue_finds_its_example(cue: ScopeCue) -> None:
    assert scope_pattern(cue.sense).search(cue.example.lower())


def test_no_noun_twice() -> None:
    nouns = Counter(n.noun for n in load_lexicon("people.jsonl", PersonNoun))
    assert [noun for noun, count in nouns.items() if count > 1] == []


def test_no_predicate_twice() -> None:
    words = Counter((w.phrase, w.frame) for w in load_lexicon("casualty_predicates.jsonl", PredicateWord))
    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize("lexicon", ["casualty_words.jsonl", "named_words.jsonl", "victim_words.jsonl"])
def test_no_set_of_words_twice(lexicon: str) -> None:
    names = Counter(s.name for s in load_lexicon(lexicon, NamedWords))
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    "word", load_lexicon("quantities.jsonl", QuantityWord), ids=lambda word: f"{word.kind}-{word.phrase}"
)
def test_quantity_words_are_complete(word: QuantityWord) -> None:
    if word.kind in ("bound", "after"):
        assert word.sense is not None
    elif not (word.kind == "all" and word.low is None):
        assert word.low is not None
        assert word.high is None or word.high >= word.low
