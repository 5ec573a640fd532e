"""Which charge or state a denial beside it answers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.linking.test_charges import charge
from tests.linking.test_questions import questions


def denied(claimant: str, target: str, quote: str, start: int) -> dict[str, Any]:
    return {"kind": "denial", "claimant": claimant, "target": target, "quote": quote, "document": "a",
            "start": start}  # fmt: skip


def state(asserted: str) -> dict[str, Any]:
    return {"kind": "status", "claimant": "Peruvian army", "target": asserted, "quote": asserted, "document": "a",
            "start": 0}  # fmt: skip


@pytest.mark.parametrize("quote", ["Quito denies this", "that is not true", "the general called it a lie"])
def test_this_is_what_was_told_just_now(quote: str) -> None:
    held = state("the ridge was taken back in the night")
    assert questions(held, denied("Ecuador's army", "the army has retaken the ridge", quote, 90)) == [{0, 1}]


def test_this_is_not_what_was_told_of_another_thing() -> None:
    held = state("the ridge was taken back in the night")
    asked = questions(held, denied("Ecuador's army", "it lays mines", "Quito denies this", 90))
    assert asked == [{0}, {1}]


def test_a_charge_may_be_denied_before_it_is_told() -> None:
    blamed = charge("the rebels", "French aircraft", "bombing of rebels", "a", start=120)
    assert questions(denied("France", "French soldiers fired", "no shot was fired by us", 0), blamed) == [{0, 1}]
    other = denied("France", "French soldiers abducted anybody", "nobody was abducted by us", 0)
    assert questions(other, blamed) == [{0}, {1}]


def test_who_had_no_part_in_it_does_not_deny_how_things_stand() -> None:
    over = state("the attempted coup is over")
    asked = questions(
        over, denied("the preacher", "the preacher took part in the attempted coup", "denied it", 90)
    )
    assert asked == [{0}, {1}]


HELD = "They kept us in a school for four days"


def said(claimant: str, target: str, quote: str, start: int) -> dict[str, Any]:
    return charge(claimant, target, "", "a", start=start) | {"quote": quote}


def test_a_denial_answers_the_sentence_that_it_means() -> None:
    meant = denied("the fighters", f'"{HELD}," said a woman of the village.', "denied it", 480)
    assert questions(said("a woman", "They", HELD, 0), meant) == [{0, 1}]


def test_nobody_denies_a_sentence_of_its_own_side() -> None:
    meant = denied("Russian Foreign Ministry", f'"{HELD}," said a spokesman.', "denied it", 90)
    assert questions(said("Russian army", "They", HELD, 0), meant) == [{0}, {1}]


PARAGRAPH = "The warden says they were moved to Port Hallow. The harbour prison has had no visitor since spring."


def told_by(kind: str, claimant: str, quote: str, start: int, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "claimant": claimant, "target": quote, "quote": quote, "document": "a", "start": start,
            "context": PARAGRAPH, **more}  # fmt: skip


MOVED = told_by("status", "the warden", "they were moved to Port Hallow", 16)


@pytest.mark.parametrize(
    "told",
    [
        MOVED,
        told_by("blame", "the warden", "the governor sent them off by night", 12, target="the governor"),
        MOVED | {"claimant": None},  # the page's own words
    ],
)
def test_a_denial_right_behind_answers_what_another_just_said_in_whatever_words(told: dict[str, Any]) -> None:
    assert questions(told, told_by("denial", "the harbour prison", "has had no visitor since spring", 66)) == [
        {0, 1}
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"claimant": "the warden"},  # nobody denies what it just said
        {"context": "Another paragraph."},
        {"start": 4},  # the denial stands before
        {"document": "b"},
    ],
)
def test_a_denial_in_other_words_that_stands_elsewhere_answers_nothing(other: dict[str, Any]) -> None:
    found = questions(
        MOVED, told_by("denial", "the harbour prison", "has had no visitor since spring", 66) | other
    )
    assert found == [{0}, {1}]


def test_a_denial_that_has_a_word_in_common_with_a_charge_far_away_does_not_answer_it() -> None:
    blamed = charge("the union", "the harbour guards", "beating of a boy at the gate", "a")
    far = denied(
        "the council", "it closed the north gate by night", "it never closed the north gate by night", 2000
    )
    assert questions(blamed, far) == [{0}, {1}]


def state_of(claimant: str, asserted: str, start: int) -> dict[str, Any]:
    return told_by("status", claimant, asserted, start)


SHUT = state_of("the harbour master", "the ferry is tied up", 20)


@pytest.mark.parametrize(
    ("asserted", "claimant"),
    [
        ("people went over all day", "the skippers"),
        ("two crossings were made since noon", "a postman"),
        ("nothing keeps her at the quay", "the owner"),
        ("she sails at six", "the purser"),
        ("passengers crossed before breakfast", "the innkeeper"),
    ],
)
def test_states_of_two_side_by_side_are_of_one_thing_in_whatever_words(asserted: str, claimant: str) -> None:
    assert questions(SHUT, state_of(claimant, asserted, 70)) == [{0, 1}]


@pytest.mark.parametrize(
    "other",
    [
        {"claimant": "the harbour master"},
        {"claimant": None},  # the page's own words
        {"start": 180},
        {"context": "Another paragraph."},
        {"document": "b"},
        {"target": "the truce is in force"},  # of a matter of which there is one
    ],
)
def test_states_that_do_not_stand_side_by_side_need_words_in_common(other: dict[str, Any]) -> None:
    assert questions(SHUT, state_of("the skippers", "people went over all day", 70) | other) == [{0}, {1}]
