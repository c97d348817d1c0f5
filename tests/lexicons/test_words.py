"""What holds in all lexicons: nothing is there twice, and plurals are English."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import pytest

from incidentparse.language.groups import ArmedGroup
from incidentparse.language.people import PersonNoun
from incidentparse.language.target_nouns import TargetNoun
from incidentparse.lexicons import load_lexicon

FILES = sorted(file.name for file in (files("incidentparse") / "lexicons").iterdir() if file.name.endswith(".jsonl"))
# They end in "-man" and are no compounds of "man".
NO_MEN = {"human", "shaman", "Turkman"}
# Singulars that end in one "s".
SINGULAR = ("ss", "us", "is", "as", "affaires")


def lines(lexicon: str) -> list[dict[str, Any]]:
    text = (files("incidentparse") / "lexicons" / lexicon).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line]


@pytest.mark.parametrize("lexicon", FILES)
def test_no_line_and_no_word_of_a_line_is_there_twice(lexicon: str) -> None:
    entries = lines(lexicon)
    assert [e for e, count in Counter(json.dumps(e, sort_keys=True) for e in entries).items() if count > 1] == []
    lists = [value for entry in entries for value in entry.values() if isinstance(value, list)]
    assert [words for words in lists if any(words.count(word) > 1 for word in words)] == []


@pytest.mark.parametrize(
    "nouns",
    [
        pytest.param(load_lexicon("people.jsonl", PersonNoun), id="people"),
        pytest.param([e for e in load_lexicon("target_nouns.jsonl", TargetNoun) if e.use == "noun"], id="things"),
    ],
)
def test_plurals_are_english(nouns: Sequence[PersonNoun | TargetNoun]) -> None:
    assert [(entry.noun, entry.plural) for entry in nouns if not is_plural(entry.plural, entry.noun)] == []


def is_plural(plural: str, noun: str) -> bool:
    if noun.endswith("man") and noun not in NO_MEN:
        return plural.endswith("men")
    if noun.endswith("wife"):
        return plural.endswith("wives")
    head, of, _ = noun.partition(" of ")
    if of:  # The head bears the plural: chambers of commerce.
        return not plural.startswith(f"{head} of ")
    # What ends in a plural is one: headquarters.
    return plural == noun or not noun.endswith("s") or noun.endswith(SINGULAR)


@pytest.mark.parametrize("lexicon", ["armed_groups.jsonl", "state_forces.jsonl"])
def test_no_group_is_another_by_its_own_name(lexicon: str) -> None:
    groups = load_lexicon(lexicon, ArmedGroup)
    countries = {group.name: set(group.countries) for group in groups}
    assert len(countries) == len(groups)
    assert [
        (group.name, alias)
        for group in groups
        for alias in group.aliases
        if alias != group.name and countries.get(alias, set()) & set(group.countries)
    ] == []
