"""How sure a claim is: the chance that one like it is right, as it was found on marked reports.

The log-odds stand in ``data/lexicons/confidence.csv``: one for the kind of claim, one for the rule that took it,
one for the size of its figure and one for the length of its quote; for a claim that a learnt model read,
so many times the model's own and one on top. ``python -m bench.calibration --write`` fits them, so that claims
from reports that nobody has read are as sure as they are right.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache

from factcheck import lexicons
from factcheck.values import Qualifier, Quantity

Trait = tuple[str, str]
"""What a claim's confidence hangs on: the name of a feature and its value."""

BASE: Trait = ("base", "")
LENGTH: Trait = ("length", "")
LEARNT = "learnt"
"""The feature of a claim that a learnt model read; its value is the model: figures or statements."""
STEEP = "steep"
"""How much a model's own log-odds count; 1 where the table does not say."""
MOST_WORDS = 30
"""Quotes from so many words on count as equally long."""


def confidence_of(kind: str, rule: str, quantity: Quantity | None, quote: str) -> float:
    """The chance (0 to 1) that such a claim is right; a rule that was never seen counts as an ordinary one."""
    weights = _weights()
    odds = sum(weights.get(trait, 0.0) * value for trait, value in traits(kind, rule, quantity, quote))
    return round(1 / (1 + math.exp(-odds)), 2)


def confidence_of_learnt(chance: float, model: str) -> float:
    """The chance (0 to 1) that a claim is right to which a learnt model gives a chance of its own."""
    shift, steep = _of_model(model)
    return round(1 / (1 + math.exp(-steep * _logit(chance) - shift)), 2)


def model_chance(confidence: float, model: str) -> float:
    """The chance that the model gave to a claim of this confidence."""
    shift, steep = _of_model(model)
    return 1 / (1 + math.exp(-(_logit(confidence) - shift) / steep))


def _of_model(model: str) -> tuple[float, float]:
    weights = _weights()
    return weights.get((LEARNT, model), 0.0), weights.get((STEEP, model), 1.0)


def _logit(chance: float) -> float:
    chance = min(0.99, max(0.01, chance))
    return math.log(chance / (1 - chance))


def traits(kind: str, rule: str, quantity: Quantity | None, quote: str) -> Iterator[tuple[Trait, float]]:
    """What the confidence hangs on, each with its value: 1, and for the length tens of words."""
    yield BASE, 1.0
    yield ("kind", kind), 1.0
    yield ("rule", rule), 1.0
    yield ("figure", _size(quantity)), 1.0
    yield LENGTH, min(MOST_WORDS, len(quote.split())) / 10


def _size(quantity: Quantity | None) -> str:
    """Single persons are told in more ways than figures are, and zeros and vague words in fewer."""
    if quantity is None:
        return "none given"
    if quantity.qualifier is Qualifier.VAGUE:
        return "vague"
    most = quantity.low if quantity.high is None else quantity.high
    return "none given" if most is None else "zero" if most == 0 else "one" if most == 1 else "several"


@cache
def _weights() -> Mapping[Trait, float]:
    return {(row["feature"], row["value"]): float(row["weight"]) for row in lexicons.rows("confidence")}
