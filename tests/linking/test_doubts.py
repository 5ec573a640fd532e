"""Doubts: what was nearly joined, the likeliest first, a few pairs of scenes for each two incidents."""

from __future__ import annotations

import numpy as np

from factcheck.linking import link_and_doubt
from factcheck.linking.incidents.doubts import SCENES_A_PAIR, doubts
from factcheck.linking.weights import CERTAIN, SUGGEST, shipped
from tests.linking.builder import claims

NEARLY = (CERTAIN + SUGGEST) / 2


def pairs(incident: list[int], scored: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    left, right = (np.array([pair[side] for pair in scored], dtype=np.int64) for side in (0, 1))
    found = doubts(np.array(incident), left, right, np.array(list(scored.values())))
    return list(zip(found.left.tolist(), found.right.tolist(), strict=True))


def test_what_is_joined_or_unlikely_is_no_doubt() -> None:
    assert pairs([0, 0, 1, 2], {(0, 1): 3.0, (0, 2): NEARLY, (0, 3): SUGGEST - 0.1}) == [(0, 2)]


def test_one_likely_pair_of_two_incidents_that_are_unlike_is_no_doubt() -> None:
    assert pairs([0, 0, 1, 1], {(0, 2): 1.0, (0, 3): -6.0, (1, 2): -6.0, (1, 3): -6.0}) == []


def test_a_pair_that_cannot_be_is_left_out_of_the_average() -> None:
    assert pairs([0, 0, 1], {(0, 2): NEARLY, (1, 2): -np.inf}) == [(0, 2)]


def test_the_likeliest_come_first_and_of_each_two_incidents_a_few() -> None:
    scored = {(0, n): NEARLY - n / 100 for n in range(1, 7)} | {(7, 8): NEARLY + 0.1}
    found = pairs([0, 1, 1, 1, 1, 1, 1, 2, 3], scored)
    assert found == [(7, 8), *((0, n) for n in range(1, SCENES_A_PAIR + 1))]


def test_nothing_scored_gives_nothing() -> None:
    assert pairs([0], {}) == []


def test_linking_tells_its_doubts_with_the_claims_and_their_likeness() -> None:
    table = claims(
        {"n": 58, "day": "2024-05-03", "place": "Varnholt", "published": "2024-05-04", "victims": "soldiers"},
        {"n": 23, "published": "2024-05-20", "place": "Varnholt", "victims": "soldiers"},
    )
    linked, found = link_and_doubt(table)
    assert linked["incident"].nunique() == 2
    assert [(d.one, d.other) for d in found] == [(("c000",), ("c001",))]
    assert found[0].features.keys() <= shipped().keys()
    assert found[0].features["same_place"] == 1
    assert SUGGEST <= found[0].whole < CERTAIN
