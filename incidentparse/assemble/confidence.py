"""How sure a record is: the calibrated probability that it is about a real incident of its type."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from incidentparse.weights import load_weights

# Certainty has no end on the scale of log odds; a model of a few hundred weights is never surer than this.
_SUREST = 0.999


def confidence(relevance: float, share: float) -> float:
    """The probability that a record is about a real incident of its type.

    Args:
        relevance: how likely the article reports an incident.
        share: how likely its type is the right one among all.
    """
    weights = _weights()
    odds = sureness(relevance, share)
    score = weights["bias"] + weights["relevance"] * odds[0] + weights["share"] * odds[1]
    return round(1 / (1 + math.exp(-score)), 3)


def sureness(relevance: float, share: float) -> tuple[float, float]:
    """Both probabilities as log odds, in which sure and very sure differ."""
    return _odds(relevance), _odds(share)


def _odds(probability: float) -> float:
    held = min(max(probability, 1 - _SUREST), _SUREST)
    return math.log(held / (1 - held))


@cache
def _weights() -> Mapping[str, float]:
    return load_weights("confidence")
