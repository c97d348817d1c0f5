"""Finding phrases in folded tokens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentparse.language.lexicon import Hit, PhraseIndex

INDEX = PhraseIndex(
    [
        ("al-Qaeda", 1),
        ("Al Qaeda in Yemen", 2),
        ("army", 3),
        ("Army", 4),
        ("M-19", 5),
        ("U.S. Army", 6),
        ("D'Ivoire", 7),
    ]
)


@pytest.mark.parametrize(
    ("tokens", "found"),
    [
        pytest.param(["al", "qaeda", "fled"], [(0, 2, 1)], id="phrase"),
        pytest.param(["al", "-", "qaeda", "fled"], [(0, 3, 1)], id="hyphen_between_its_words"),
        pytest.param(["al", "qaeda", "in", "yemen"], [(0, 4, 2)], id="longest"),
        pytest.param(["al", "qaeda", "in", "mali"], [(0, 2, 1)], id="longest_that_is_whole"),
        pytest.param(["army"], [(0, 1, 3)], id="first_entry_of_a_phrase_wins"),
        pytest.param(["m-19", "m", "19"], [(0, 1, 5)], id="hyphen_beside_a_digit_is_kept"),
        pytest.param(["u.s.", "army", "army"], [(0, 2, 6), (2, 3, 3)], id="left_to_right_without_overlap"),
        pytest.param(["divoire"], [(0, 1, 7)], id="apostrophe_does_not_count"),
        pytest.param(["al", "shabaab"], [], id="only_its_first_word"),
    ],
)
def test_find(tokens: Sequence[str], found: list[tuple[int, int, int]]) -> None:
    assert list(INDEX.find(tokens)) == [Hit(*hit) for hit in found]


def test_find_looks_no_further_than_asked() -> None:
    assert list(INDEX.find(["army", "al", "qaeda", "in", "yemen"], 1, 4)) == [Hit(1, 3, 1)]


def test_match_begins_at_its_token() -> None:
    assert INDEX.match(["the", "army"], 0, 2) is None
    assert INDEX.match(["the", "army"], 1, 2) == Hit(1, 2, 3)


@given(st.lists(st.sampled_from(["al", "-", "qaeda", "in", "yemen", "army", "u.s.", "."]), max_size=12))
def test_hits_lie_in_order_inside_the_text(tokens: list[str]) -> None:
    hits = list(INDEX.find(tokens))
    assert all(0 <= hit.start < hit.end <= len(tokens) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))
