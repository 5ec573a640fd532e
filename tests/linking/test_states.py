"""Which states of one incident are of one matter."""

from __future__ import annotations

from typing import Any

from tests.linking.test_questions import questions


def state(claimant: str, asserted: str, document: str, quote: str = "") -> dict[str, Any]:
    return {"kind": "status", "claimant": claimant, "target": asserted, "document": document,
            "quote": quote or asserted}  # fmt: skip


def test_who_was_aboard_is_another_question_than_what_was_planned_for_that_day() -> None:
    assert questions(
        state(
            "Indian army", "Chinese prisoners were aboard the plane", "a", "prisoners for the exchange were aboard"
        ),
        state("Chinese army", "an exchange of prisoners was planned for that day", "b"),
        state("a monitor", "no Chinese prisoners were aboard the plane", "c"),
    ) == [{0, 2}, {1}]


def test_a_truce_in_other_words_is_one_truce() -> None:
    assert questions(
        state("Indian army", "the ceasefire remains in force", "a"),
        state("Chinese army", "the guns along the front are silent", "b"),
    ) == [{0, 1}]


def test_an_open_road_is_another_matter_than_broken_talks() -> None:
    assert questions(
        state("Indian army", "the road over the pass is closed by the Chinese army", "a"),
        state("Chinese army", "talks with the Indian army over the road have failed", "b"),
    ) == [{0}, {1}]
