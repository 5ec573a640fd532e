"""How likely two charges, states or denials answer one question, by what was learnt from marked reports.

The weights (``data/lexicons/topic_weights.csv``) are those of logistic regressions on pairs of claims that people
had marked with their questions, one for pairs of records and one for pairs of which a claim is read from a text,
whose words are often cut short and whose day or place is often wrong (``python -m bench.topics --write``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck import lexicons
from factcheck.linking.likeness import loudest, of_signs
from factcheck.linking.topics.outright import never_one, surely_one
from factcheck.linking.topics.signs import pair_of, signs
from factcheck.linking.topics.topic import Topic

AT_LEAST = 0.5
"""The chance of a pair that answers one question by its words."""

Weights = Mapping[str, float]


def chance(a: Topic, b: Topic) -> float:
    """The chance (0 to 1) that two claims of one incident answer one question; 0 for what never does."""
    pair = pair_of(a, b)
    if pair is None or never_one(a, b):
        return 0.0
    learnt = of_signs(signs(a, b), _of(pair, a, b))
    return max(learnt, AT_LEAST) if surely_one(a, b) else learnt


def in_words(a: Topic, b: Topic) -> str:
    """The chance, and what speaks loudest for one question and against it; '' where none was learnt."""
    pair = pair_of(a, b)
    if pair is None:
        return ""
    if never_one(a, b):
        return f"by their words they are about two things ({pair})"
    told = f"{chance(a, b):.0%} of such pairs ({pair}) answer one question"
    return loudest(told, signs(a, b), _of(pair, a, b))


def _of(pair: str, a: Topic, b: Topic) -> Weights:
    return _weights()["records" if a.recorded and b.recorded else "texts", pair]


@cache
def _weights() -> Mapping[tuple[str, str], Weights]:
    learnt: dict[tuple[str, str], dict[str, float]] = {}
    for row in lexicons.rows("topic_weights"):
        learnt.setdefault((row["from"], row["pair"]), {})[row["sign"]] = float(row["weight"])
    return learnt
