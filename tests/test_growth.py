"""Work grows with the length of a text, not with its square: no single text may hold up a folder."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable

import pytest

from incidentparse import IncidentParser
from incidentparse.article.reader import prepare
from incidentparse.assemble.incidents import MOST_INCIDENTS
from incidentparse.language.model import LONGEST_SENTENCE, LanguageModel

TOWNS = ("Kano", "Lahore", "Aleppo", "Mosul", "Quetta", "Idlib", "Herat", "Bauchi", "Basra", "Gao")
NAMES = ("Jane", "Omar", "Ivan", "Grace", "Li", "Sara", "Musa", "Ana")
# Twice the text may take so many times the calls; by the square it would take four.
_GROWTH = 2.6


def _name(number: int) -> str:
    return f"{NAMES[number % 8]} {chr(65 + number % 26)}an{chr(97 + number // 26 % 26)}ev"


TEXTS: dict[str, Callable[[int], str]] = {
    "one_word": lambda size: "killed " * size,
    "one_phrase": lambda size: "the attack in " * (size // 3),
    "one_clause": lambda size: "a man who killed " * (size // 4),
    "short_sentences": lambda size: "She said he was shot. " * (size // 6),
    "names": lambda size: " ".join(f"{_name(n)} spoke to police in {TOWNS[n % 10]}." for n in range(size // 8)),
    "numbers": lambda size: ", ".join(f"{n % 97 + 2} killed" for n in range(size // 3)) + ".",
    "quotes": lambda size: '"The attack killed five," police said. ' * (size // 10),
    "coordination": lambda size: "the soldiers fired at the rebels and " * (size // 7) + "fled.",
    "places": lambda size: "A bomb exploded in Kano. " * (size // 6),
}


@pytest.fixture(scope="module")
def parser() -> IncidentParser:
    return IncidentParser()


def _calls(parser: IncidentParser, text: str) -> int:
    """The calls that reading a text takes, the language model's work left out: the same on any machine."""
    prepared = prepare(text, published="2024-05-06")
    doc = next(parser.annotate([prepared]))
    profile = cProfile.Profile()
    profile.runcall(parser.read, prepared, doc)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS.keys())
def test_work_grows_with_length(parser: IncidentParser, make: Callable[[int], str]) -> None:
    _calls(parser, make(200))  # Lexicons are read once.
    once, twice = (_calls(parser, make(size)) for size in (1000, 2000))
    assert twice < _GROWTH * once


def test_no_sentence_runs_on_for_ever(model: LanguageModel) -> None:
    doc = model.nlp("killed " * (4 * LONGEST_SENTENCE))
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST_SENTENCE


def test_a_list_of_hundreds_of_incidents_is_cut_with_a_warning(parser: IncidentParser) -> None:
    items = (
        f"In {TOWNS[n % 10]}, a car bomb killed {n % 9 + 2} soldiers of {_name(n)} on {n % 27 + 1} May "
        f"{2004 + n % 20}, the army said."
        for n in range(2 * MOST_INCIDENTS)
    )
    report = parser.parse("\n\n".join(items), published="2024-05-30")
    assert len(report.incidents) <= MOST_INCIDENTS
    assert any("split the text" in warning for warning in report.warnings)
