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


def test_a_denial_answers_the_sentence_that_it_means_and_none_nearer() -> None:
    meant = denied("the fighters", f'"{HELD}," said a woman of the village.', "denied it", 480)
    nearer = said("a driver", "the fighters", "the fighters took his lorry", 400)
    assert questions(said("a woman", "They", HELD, 0), nearer, meant) == [{0, 2}, {1}]


def test_nobody_denies_a_sentence_of_its_own_side() -> None:
    meant = denied("Russian Foreign Ministry", f'"{HELD}," said a spokesman.', "denied it", 90)
    assert questions(said("Russian army", "They", HELD, 0), meant) == [{0}, {1}]
