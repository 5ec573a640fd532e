"""Conflicts among claims that were read from texts, and those that are only possible ones."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.comparison import PositionPair, QuestionVerdict, compare
from factcheck.values import Outcome
from tests.linking.builder import claims

VARN: dict[str, Any] = {"day": "2024-03-03", "place": "Varn", "published": "2024-03-04", "document": "a"}


def judged(*rows: dict[str, Any]) -> QuestionVerdict:
    """The verdict on rows that answer one question."""
    table = claims(*(VARN | row for row in rows)).assign(incident="i", question="q")
    return compare(table)[0]


def hurt(**more: Any) -> list[dict[str, Any]]:
    """Two figures of the wounded, which stand far apart in one text and count others by their words."""
    return [
        {"n": 4, "kind": "wounded", "claimant": "the bishop", "victims": "workers", "start": 0, **more},
        {"n": 90, "kind": "wounded", "claimant": "the mayor", "victims": "people", "start": 1500, **more},
    ]


def test_two_figures_side_by_side_are_a_conflict() -> None:
    verdict = judged(
        {"n": 12, "claimant": "the army", "victims": "people", "start": 0},
        {"n": 40, "claimant": "the rebels", "victims": "people", "start": 60},
    )
    assert (verdict.outcome, verdict.type) == (Outcome.CONFLICT, "count")


def test_what_is_seldom_one_is_a_possible_conflict_and_says_why() -> None:
    verdict = judged(*hurt())
    assert (verdict.outcome, verdict.type) == (Outcome.POSSIBLE, "possible")
    for word in ("Perhaps", "90", "far apart in one text", "of the wounded", "% are conflicts"):
        assert word in verdict.reason


def test_the_pair_is_kept_with_its_gap() -> None:
    [pair] = judged(*hurt()).pairs
    assert (pair.claim_a, pair.claim_b) == ("c000", "c001") or (pair.claim_b, pair.claim_a) == ("c000", "c001")
    assert pair.verdict.gap_abs == 86


def test_records_are_taken_at_their_word() -> None:
    assert judged(*hurt(recorded=True)).outcome is Outcome.CONFLICT


def test_one_record_is_not_enough() -> None:
    rows = hurt()
    rows[0]["recorded"] = True
    assert judged(*rows).outcome is Outcome.POSSIBLE


def test_a_likely_conflict_stands_before_a_possible_one() -> None:
    near = {"n": 300, "kind": "wounded", "claimant": "the governor", "victims": "people", "start": 1560}
    verdict = judged(*hurt(), near)
    assert verdict.outcome is Outcome.CONFLICT
    assert {pair.verdict.outcome for pair in verdict.pairs} == {Outcome.CONFLICT, Outcome.POSSIBLE}


def test_the_figures_of_a_likely_conflict_are_one_whoever_else_gives_them() -> None:
    again = {"n": 4, "kind": "wounded", "claimant": "the governor", "victims": "people", "start": 1560}
    verdict = judged(*hurt(), again)
    assert [pair.verdict.outcome for pair in verdict.pairs] == [Outcome.CONFLICT, Outcome.CONFLICT]


def denied(**more: Any) -> list[dict[str, Any]]:
    return [
        {"n": 18, "claimant": "the ministry", "victims": "people", "quote": "18 people were killed", "start": 0},
        {"kind": "denial", "claimant": "the embassy", "target": "people were killed", "start": 1500,
         "quote": "denied that people were killed", **more},
    ]  # fmt: skip


def test_a_denied_figure_of_which_nobody_else_speaks_is_a_possible_conflict() -> None:
    verdict = judged(*denied())
    assert verdict.outcome is Outcome.POSSIBLE
    assert "a denied figure, of which nobody else speaks" in verdict.reason


def beside(*rows: dict[str, Any]) -> list[PositionPair]:
    table = claims(*(VARN | row for row in rows)).assign(incident="i")
    table["question"] = table["victims"]
    return [pair for verdict in compare(table) for pair in verdict.pairs]


@pytest.mark.parametrize(("recorded", "expected"), [(True, Outcome.CONFLICT), (False, Outcome.POSSIBLE)])
def test_a_part_above_its_whole_is_one_among_records(recorded: bool, expected: Outcome) -> None:
    [pair] = beside(
        {"n": 12, "claimant": "the army", "victims": "people", "recorded": recorded},
        {"n": 20, "claimant": "the ministry", "victims": "children", "recorded": recorded},
    )
    assert pair.verdict.outcome is expected
