"""Loops give the same as plain Python and as machine code, and what numpy gives where it can."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from numpy.typing import NDArray
from scipy import sparse

from factcheck.linking.incidents.known import mixed, scattered
from factcheck.linking.loops import compiled, grouping, joining, keying, likeness, parting, wording
from factcheck.linking.loops.finding import AT_THE_END, NOWHERE, behind_quotes
from factcheck.linking.loops.pairing import _pair, lay_out, paired
from factcheck.linking.texts import bytes_of


@pytest.fixture(params=["plain", "machine"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """As what loops run."""
    monkeypatch.setattr("factcheck.compiled.SMALL", 10**9 if request.param == "plain" else -1)
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
    assert likeness.Rows(sparse.csr_array(rows)).products(left, right) == pytest.approx(expected)


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


def test_words_of_a_text_are_counted(way: str) -> None:
    pieces = np.array([0, 1, 0, 2], np.int32), np.array([0, 3, 4])
    words = np.array([0, 2, 2, 3]), np.array([5, 1, 0], np.int32)
    data, column, ends, seen = wording.counted(pieces, words, (np.array([0, 1, 0]), np.array([0, 1, 3])), 6)
    found = sparse.csr_array((data, column, ends), shape=(2, 6))
    assert found.toarray().tolist() == [[0, 2, 0, 0, 0, 2], [1, 2, 0, 0, 0, 2]]
    assert seen.tolist() == [1, 2, 0, 0, 0, 2]


def test_a_text_is_taken_apart_at_its_blanks(way: str) -> None:
    ends, letters = bytes_of(pa.array(["été  12 été\n", "", "été 7"], type=pa.large_string()))
    piece, amount, found = wording.taken_apart(ends, letters, np.array([2, 0, 1]))
    assert [found[k].decode() for k in piece.tolist()] == ["été", "7", "été", "12", "été"]
    assert amount.tolist() == [2, 3, 0]


def test_texts_have_one_number_where_they_are_equal(way: str) -> None:
    texts = ["", "a", "ab", "abcdefgh", "abcdefghi", "a" * 40, "a", "abcdefgh", "", "\0"]
    number, first = wording.numbered_in_turn(
        wording.content_numbers(*bytes_of(pa.array(texts, type=pa.large_string())))
    )
    assert number.tolist() == [0, 1, 2, 3, 4, 5, 1, 3, 0, 6]
    assert first.tolist() == [0, 1, 2, 3, 4, 5, 9]


def test_the_weightiest_of_each_row_are_kept(way: str) -> None:
    data, ends = np.array([1.0, 3.0, 3.0, 2.0, 3.0, 1.0]), np.array([0, 5, 5, 6])
    assert keying.weightiest(data, ends, 2).tolist() == [False, True, True, False, False, True]


def test_keys_of_scenes_are_those_of_arrays(way: str) -> None:
    word, days = np.array([7, -3, 2**60]), (np.array([0, 4, 2]), np.array([1, 3, 2]))
    named = keying.Named(np.array([0, 2, 3]), np.array([0, 2, 1], np.int32), scattered(word))
    owner, key = keying.keys_in_time(np.array([0, 1, 1]), days, (0, scattered(np.arange(5))), named, 3, 4)
    assert owner.tolist() == [0, 0, 0, 0, 2]
    expected = mixed(word[[0, 2, 0, 2, 1]], np.array([0, 0, 1, 1, 2]))
    assert key.tolist() == ((expected >> 4 << 4) | 3).tolist()


def test_what_chains_join_has_the_number_of_the_first(way: str) -> None:
    assert joining.hang_together(6, np.array([4, 2, 5]), np.array([2, 1, 0])).tolist() == [0, 1, 1, 3, 1, 0]


def test_groups_that_are_each_others_best_are_joined_round_by_round(way: str) -> None:
    left, right = np.array([0, 0, 1, 1, 2, 4]), np.array([1, 2, 2, 3, 3, 5])
    total, count = np.array([2.0, 1.0, 2.0, 1.0, 3.0, 1.0]), np.ones(6, dtype=np.int64)
    part, days = np.array([0, 0, 0, 0, 4, 4]), np.array([0, 0, 0, 0, 0, 9])

    def joined(most_days: int, unseen: float) -> list[int]:
        size, ends = np.ones(6, dtype=np.int64), (days.copy(), days.copy())
        return parting.joined_in_rounds(part, (left, right, total, count), size, ends, most_days, unseen).tolist()

    assert joined(-1, -3.0) == [0, 0, 0, 0, 4, 4]  # 2 and 3, then 0 and 1, then both
    assert joined(2, -3.0) == [0, 0, 0, 0, 4, 5]
    assert joined(2, -50.0) == [0, 0, 2, 2, 4, 5]


def test_pairs_count_where_likely_ones_hang_together(way: str) -> None:
    pairs = np.array([0, 1, 0, 3]), np.array([1, 2, 2, 4]), np.array([1.0, 1.0, -2.0, -1.0])
    label, days, every, none = np.arange(5), np.array([0, 0, 9, 0, 0]), np.ones(5, dtype=bool), np.zeros(5, bool)

    def kept(most_days: int, some: NDArray[np.bool_], apart: NDArray[np.bool_]) -> list[tuple[float, ...]]:
        found = parting.within_parts(label, pairs, (days, days), most_days, (some, apart), -6.0)
        return list(zip(*(column.tolist() for column in found), strict=True))

    assert kept(-1, every, none) == [(0, 1, 1.0), (1, 2, 1.0), (0, 2, -2.0)]
    assert kept(2, every, none) == [(0, 1, 1.0)]
    assert kept(-1, np.arange(5) != 1, none) == []
    assert kept(-1, every, np.arange(5) < 2) == [(1, 2, 1.0)]


def test_a_byte_behind_a_quote_is_found(way: str) -> None:
    texts, quotes = (
        pa.array(several, type=pa.large_string())
        for several in (["12 died. é", "12 died", "ah 3 é,", ""], ["12 died", "12 died", "é", "x"])
    )
    assert behind_quotes(bytes_of(texts), bytes_of(quotes)).tolist() == [ord("."), AT_THE_END, ord(","), NOWHERE]
