"""Loops give the same as plain Python and as machine code, and what numpy gives where it can."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from factcheck.linking.loops import compiled, grouping, likeness
from factcheck.linking.loops.pairing import _pair, lay_out, paired


@pytest.fixture(params=["plain", "machine"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """As what loops run."""
    monkeypatch.setattr("factcheck.linking.loops.SMALL", 10**9 if request.param == "plain" else -1)
    return str(request.param)


def test_equal_keys_have_one_number(way: str) -> None:
    key = np.random.default_rng(1).integers(-(2**62), 2**62, 200)[np.random.default_rng(2).integers(0, 200, 900)]
    number, keys = grouping.numbered(key)
    assert (keys[number] == key).all()
    assert len(keys) == len(set(key.tolist()))


def test_pairs_stand_in_order_with_their_values(way: str) -> None:
    code = np.random.default_rng(3).permutation(900)
    left, right = np.divmod(code, 30)
    one, other, value = grouping.in_order(left, right, code.astype(float), 30)
    assert (one * 30 + other).tolist() == list(range(900))
    assert value.tolist() == list(range(900))


def test_products_of_rows_are_those_of_scipy(way: str) -> None:
    rows = sparse.random_array((40, 25), density=0.3, rng=4, format="csr")
    left, right = np.divmod(np.arange(1600), 40)
    expected = np.asarray(rows[left].multiply(rows[right]).sum(axis=1)).ravel()
    assert likeness.products(sparse.csr_array(rows), left, right) == pytest.approx(expected)


def test_scenes_are_paired_that_share_a_telling_block_or_two(way: str) -> None:
    scene, block = np.array([0, 1, 0, 2, 0, 2, 3, 4]), np.array([0, 0, 1, 1, 2, 2, 1, 3])
    layout = lay_out(scene, block, np.bincount(block), 5)
    much = np.array([True, False, False, True])
    far, none = np.full(4, 60), np.zeros(5, dtype=np.int64)
    found = paired(layout, far, far, much, none, np.zeros(5, dtype=bool), slice(0, 5))
    assert [(a, b) for left, right in found for a, b in zip(left.tolist(), right.tolist(), strict=True)] == [
        (0, 1),
        (0, 2),
    ]


def test_scenes_far_apart_are_no_pair(way: str) -> None:
    layout = lay_out(np.array([0, 1, 2]), np.zeros(3, dtype=np.int64), np.array([3]), 3)
    much, days = np.array([True]), np.array([0, 2, 9])
    found = paired(layout, np.array([60]), np.array([3]), much, days, np.ones(3, dtype=bool), slice(0, 3))
    assert [(left.tolist(), right.tolist()) for left, right in found] == [([0], [1])]


def test_what_is_small_needs_no_machine_code() -> None:
    assert isinstance(_pair, compiled)
    add = compiled(lambda out: out.__iadd__(1))
    out = np.zeros(3)
    add(out)
    assert add._machine is None
    assert out.tolist() == [1, 1, 1]
