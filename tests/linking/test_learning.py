"""Learning the weights: drawn from the shipped ones towards what people decided, in whatever order."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame

from factcheck.linking import Constraints
from factcheck.linking.examples import (
    ONE_TEXT,
    OTHER_QUESTION,
    SAID_BEFORE,
    UNKNOWN_CLAIM,
    from_decisions,
    from_marked,
)
from factcheck.linking.learning import FEWEST, FOLDS, Examples, folds, learn, too_few
from factcheck.linking.weights import BIAS, shipped
from tests.linking.builder import claims

FEATURES = [name for name in shipped() if name != BIAS]


def pairs(rows: list[tuple[dict[str, float], bool]]) -> Examples:
    """Pairs of documents of their own with such features."""
    table = DataFrame([{name: told.get(name, 0.0) for name in FEATURES} for told, _ in rows], columns=FEATURES)
    numbers = range(len(rows))
    return Examples(
        table,
        np.array([same for _, same in rows]),
        [f"k{n:03d}" for n in numbers],
        [(f"a{n}", f"b{n}") for n in numbers],
    )


def unlike(amount: int) -> Examples:
    """Pairs in the same place that people say are two incidents, and as many with words in common that are one."""
    return pairs([({"same_place": 1.0, "same_days": 1.0}, False), ({"words": 0.3}, True)] * (amount // 2))


def test_decisions_against_a_feature_make_it_weigh_less_and_the_pairs_left_out_are_told_better() -> None:
    found = learn(unlike(40), shipped())
    assert found.weights["same_place"] < shipped()["same_place"] - 0.5
    assert found.weights["words"] > shipped()["words"]
    assert found.better
    many = learn(unlike(400), shipped())
    assert many.before.precision["certain"] == many.before.recall["certain"] == 0.0
    assert many.after.recall["suggest"] == 1.0
    assert many.after.precision["certain"] is None or many.after.precision["certain"] == 1.0


def test_few_decisions_move_the_weights_less_than_many() -> None:
    few, many = (learn(unlike(n), shipped()).weights["same_place"] for n in (FEWEST, 400))
    assert many < few < shipped()["same_place"]


def test_features_of_which_nobody_said_anything_weigh_what_they_did() -> None:
    found = learn(unlike(40), shipped())
    assert {name for name in FEATURES if found.weights[name] != shipped()[name]} == {
        "same_place",
        "same_days",
        "words",
    }


def test_no_reason_comes_to_speak_for_the_opposite() -> None:
    against = [
        ({"same_place": 1.0, "same_days": 1.0, "words": 0.5}, False),
        ({"place_far": 1.0, "dates_exclude": 1.0}, True),
    ]
    found = learn(pairs(against * 300), shipped()).weights
    assert all(found[name] * shipped()[name] >= 0 for name in FEATURES)
    assert found["same_days"] == 0.0


def test_decisions_that_the_weights_agree_with_are_told_no_worse() -> None:
    sure = [({"same_place": 1.0, "same_days": 1.0}, True), ({"place_far": 1.0}, False)]
    found = learn(pairs(sure * 15), shipped())
    assert found.before.precision == found.after.precision == {"certain": 1.0, "suggest": 1.0}
    assert found.before.recall == found.after.recall == {"certain": 1.0, "suggest": 1.0}


_PAIR = st.tuples(
    st.fixed_dictionaries(
        {name: st.sampled_from([0.0, 0.4, 1.0]) for name in ("words", "same_place", "days_apart")}
    ),
    st.booleans(),
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("uvwxyz")),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(_PAIR, min_size=FEWEST, max_size=40), st.integers(0, 99))
def test_the_order_of_the_decisions_changes_nothing(rows: list[Any], seed: int) -> None:
    told = pairs([(features, same) for features, same, _ in rows])
    told = Examples(told.features, told.same, told.key, [documents for *_, documents in rows])
    order = list(range(len(rows)))
    random.Random(seed).shuffle(order)
    other = Examples(
        told.features.iloc[order].reset_index(drop=True), told.same[order], [told.key[n] for n in order],
        [told.documents[n] for n in order],
    )  # fmt: skip
    assert learn(other, shipped()) == learn(told, shipped())


def test_too_few_decisions_are_counted_out() -> None:
    assert too_few(unlike(FEWEST)) is None
    assert "18 pairs" in (too_few(unlike(FEWEST - 2)) or "")
    lone = pairs([({"words": 1.0}, True)] * 40)
    assert "40 the same, 0 different" in (too_few(lone) or "")


def test_pairs_that_hang_together_by_their_documents_are_left_out_together() -> None:
    chain = [("a", "b"), ("b", "c"), ("x", "y"), ("y", "z"), ("p", "q"), ("r", "s"), ("t", "u")]
    found = folds(chain)
    assert found[0] == found[1]
    assert found[2] == found[3]
    assert len(set(found.tolist())) == FOLDS
    assert len(set(folds([("a", str(n)) for n in range(20)]).tolist())) == FOLDS


NIGHT: dict[str, Any] = {
    "day": "2024-05-03",
    "place": "Varnholt",
    "published": "2024-05-04",
    "victims": "soldiers",
}
TABLE = claims(
    {**NIGHT, "n": 58, "document": "a"},
    {**NIGHT, "n": 90, "kind": "wounded", "document": "a"},
    {**NIGHT, "n": 23, "document": "b"},
    {**NIGHT, "n": 14, "kind": "wounded", "document": "b"},
    {**NIGHT, "n": 5, "document": "c", "place": "Lima, Peru"},
)


def test_decisions_become_pairs_and_those_that_say_nothing_of_incidents_are_counted_by_reason() -> None:
    told = from_decisions(
        TABLE,
        Constraints(
            same=[("c002", "c000"), ("c001", "c003"), ("c000", "gone")],
            different=[("c000", "c004"), ("c000", "c003"), ("c000", "c001")],
        ),
    )
    assert told.examples.key == ["c000:c002", "c000:c004"]
    assert told.examples.same.tolist() == [True, False]
    assert told.examples.features["same_place"].tolist() == [1.0, 0.0]
    assert told.passed_over == {SAID_BEFORE: 1, UNKNOWN_CLAIM: 1, OTHER_QUESTION: 1, ONE_TEXT: 1}


def test_marked_claims_become_the_pairs_that_linking_looks_at() -> None:
    told = from_marked(TABLE, ["night", "night", "night", None, "elsewhere"])
    assert dict(zip(told.key, told.same.tolist(), strict=True)) == {
        "c000:c002": True, "c000:c004": False, "c002:c004": False,
    }  # fmt: skip
    assert len(from_marked(TABLE, [None] * 5)) == 0
    assert len(from_marked(claims(), [])) == 0


def test_what_was_decided_counts_before_what_was_marked() -> None:
    decided = from_decisions(TABLE, Constraints(different=[("c000", "c002")])).examples
    both = decided.and_(from_marked(TABLE, ["night"] * 5))
    assert dict(zip(both.key, both.same.tolist(), strict=True))["c000:c002"] is False
    assert len(both) == len(both.features) == len(both.documents) == 3


def test_nothing_decided_is_nothing_to_learn_from() -> None:
    told = from_decisions(TABLE, Constraints())
    assert len(told.examples) == 0
    assert too_few(told.examples)
    assert learn(unlike(FEWEST).and_(told.examples), shipped()).weights[BIAS] == pytest.approx(
        shipped()[BIAS], abs=1
    )
