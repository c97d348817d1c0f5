"""Confidence: a probability that grows with what it is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentparse.assemble.confidence import confidence

SHARES = st.floats(min_value=0, max_value=1)


@given(relevance=SHARES, share=SHARES)
def test_confidence_is_a_probability(relevance: float, share: float) -> None:
    assert 0 <= confidence(relevance, share) <= 1


@given(relevance=SHARES, shares=st.tuples(SHARES, SHARES))
def test_surer_types_are_no_less_sure_records(relevance: float, shares: tuple[float, float]) -> None:
    assert confidence(relevance, min(shares)) <= confidence(relevance, max(shares))


@given(share=SHARES, relevance=st.tuples(SHARES, SHARES))
def test_surer_incidents_are_no_less_sure_records(share: float, relevance: tuple[float, float]) -> None:
    assert confidence(min(relevance), share) <= confidence(max(relevance), share)


@pytest.mark.parametrize(
    ("relevance", "share", "low", "high"),
    [
        pytest.param(0.99, 0.99, 0.9, 1.0, id="sure of both"),
        pytest.param(0.99, 0.2, 0.0, 0.7, id="an incident of some type"),
        pytest.param(0.55, 0.9, 0.0, 0.9, id="an incident or none"),
    ],
)
def test_confidence_of_typical_records(relevance: float, share: float, low: float, high: float) -> None:
    assert low <= confidence(relevance, share) <= high
