"""Figures that differ because one counts a part, other people or a longer time: no conflicts."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.values import Outcome
from tests.comparison.test_compare import figure, judged

DAY: dict[str, Any] = {"published": "2024-03-04"}


def told(n: float, claimant: str, quote: str, rest: str = "", **more: Any) -> dict[str, Any]:
    """A figure with the words of its sentence."""
    return (
        DAY
        | {"n": n, "claimant": claimant, "quote": quote, "context": f"{quote}{rest}.", "document": claimant}
        | more
    )


def outcome(*rows: dict[str, Any]) -> Outcome | None:
    return judged(*rows).outcome


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (" since the truce took effect", Outcome.NOT_COMPARABLE),
        (" since March 2023", Outcome.NOT_COMPARABLE),
        (" since the attack began", Outcome.CONFLICT),
        (" over the past two weeks", Outcome.NOT_COMPARABLE),
        (" in the strike", Outcome.CONFLICT),
    ],
)
def test_a_toll_that_runs_for_months_is_no_rival_to_that_of_a_day(rest: str, expected: Outcome) -> None:
    month = told(410, "ministry", "410 people were killed", rest, victims="people")
    assert outcome(month, told(19, "rescuers", "19 people were killed", victims="people")) is expected


def test_two_tolls_that_both_run_are_rivals() -> None:
    rest = " since the truce took effect"
    rows = (
        told(n, who, f"{n} people were killed", rest, victims="people")
        for n, who in ((410, "ministry"), (90, "army"))
    )
    assert outcome(*rows) is Outcome.CONFLICT


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (" on the other side", Outcome.NOT_COMPARABLE),
        (" in its ranks", Outcome.NOT_COMPARABLE),
        ("", Outcome.CONFLICT),
    ],
)
def test_the_dead_of_one_side_are_some_of_all(rest: str, expected: Outcome) -> None:
    everybody = told(34, "Ombudsman's Office", "34 deaths", victims="people")
    assert outcome(everybody, told(26, "rebels", "26 dead", rest, victims="people")) is expected


@pytest.mark.parametrize(
    ("victims", "quote", "expected"),
    [
        ("martyrs", "sixteen martyrs", Outcome.NOT_COMPARABLE),
        ("Israeli soldiers", "sixteen soldiers killed", Outcome.CONFLICT),
    ],
)
def test_no_casualties_to_our_forces_and_the_others_martyrs(victims: str, quote: str, expected: Outcome) -> None:
    none = told(0, "Israeli army", "no casualties", " to our forces", victims="forces")
    assert outcome(none, told(16, "Hezbollah", quote, victims=victims)) is expected


@pytest.mark.parametrize(
    ("kind", "claimant", "sentence", "expected"),
    [
        ("wounded", "superintendent", "By midnight we had 87 injured", Outcome.NOT_COMPARABLE),
        ("wounded", "nurse", "we have received 87 injured", Outcome.NOT_COMPARABLE),
        ("killed", "district hospital", "87 were brought dead", Outcome.NOT_COMPARABLE),
        ("killed", "district hospital", "87 people died in the stampede", Outcome.CONFLICT),
    ],
)
def test_a_hospital_knows_those_who_came_to_it(kind: str, claimant: str, sentence: str, expected: Outcome) -> None:
    mine = told(87, claimant, sentence, kind=kind, victims="people")
    assert outcome(told(160, "commission", "160 in all", kind=kind, victims="people"), mine) is expected


@pytest.mark.parametrize(
    ("claimant", "sentence", "expected"),
    [
        ("a witness", "she saw three people", Outcome.NOT_COMPARABLE),
        ("a witness", "three people died, the ministry told her", Outcome.CONFLICT),
        ("the governor", "he saw three people", Outcome.CONFLICT),
    ],
)
def test_what_a_witness_saw_is_no_toll(claimant: str, sentence: str, expected: Outcome) -> None:
    toll = told(9, "fire service", "9 people were wounded", kind="wounded", victims="people")
    assert outcome(toll, told(3, claimant, sentence, kind="wounded", victims="people")) is expected


@pytest.mark.parametrize(
    ("claimant", "rest", "expected"),
    [
        ("fire service", " and taken to the central hospital", Outcome.NOT_COMPARABLE),
        ("rebels", " and taken to the central hospital", Outcome.CONFLICT),  # a party is held to its word
        ("fire service", " in the blast", Outcome.CONFLICT),
    ],
)
def test_who_was_taken_to_one_hospital_is_some_of_the_hurt(claimant: str, rest: str, expected: Outcome) -> None:
    toll = told(19, "governor", "19 people were wounded", kind="wounded", victims="people")
    mine = told(6, claimant, "6 people were wounded", rest, kind="wounded", victims="people")
    assert outcome(toll, mine) is expected


@pytest.mark.parametrize(
    ("n", "rest", "expected"),
    [
        (4, ", including the gunman", Outcome.COMPATIBLE),
        (5, ", including the gunman", Outcome.CONFLICT),
        (4, " in the camp", Outcome.CONFLICT),
    ],
)
def test_a_toll_with_the_attacker_is_one_above_that_without(n: int, rest: str, expected: Outcome) -> None:
    with_him = told(n, "governor", f"{n} people were killed", rest, victims="people")
    assert outcome(with_him, told(3, "army", "3 people were killed", victims="people")) is expected


def test_two_enemies_each_say_what_they_took() -> None:
    one = told(23, "Nigerien army", "23 rifles recovered", kind="seized", victims="rifles")
    other = told(31, "Islamic State", "thirty-one rifles", kind="seized", victims="rifles")
    assert outcome(one, other) is Outcome.NOT_COMPARABLE
    post = {"kind": "seized", "victims": "Nigerien posts"}
    assert outcome(
        told(2, "Nigerien army", "two posts", **post), told(9, "Islamic State", "nine posts", **post)
    ) is (Outcome.CONFLICT)


@pytest.mark.parametrize(
    ("claimant", "last", "expected"),
    [
        ("Kheda administration", "2024-03-04", Outcome.UPDATE),
        ("Kheda administration", "2024-03-02", Outcome.CONFLICT),
        ("Indian doctors' union", "2024-03-04", Outcome.CONFLICT),
    ],
)
def test_a_count_to_a_later_day_went_on(claimant: str, last: str, expected: Outcome) -> None:
    until = {"victims": "people", "event_start": "2024-03-01"}
    army = told(5, "Indian army", "five people", event_end="2024-03-02", **until)
    assert outcome(army, told(9, claimant, "nine people", event_end=last, **until)) is expected


def test_two_bodies_of_one_side_are_no_rivals_however_much_its_losses_grew() -> None:
    first = told(1, "Indian health ministry", "one soldier is dead", victims="Indian soldiers")
    later = told(15, "Indian army", "15 of its soldiers fell", victims="Indian soldiers", published="2024-03-09")
    assert outcome(first, later) is Outcome.UPDATE


@pytest.mark.parametrize(
    ("other", "expected"), [("27", Outcome.CONFLICT), ("14", Outcome.NOT_COMPARABLE), ("5", Outcome.COMPATIBLE)]
)
def test_a_figure_far_above_all_that_a_vague_word_may_mean_contradicts_it(other: str, expected: Outcome) -> None:
    several = {"low": 3.0, "high": 9.0, "qualifier": "vague", "claimant": "his mother", "victims": "sailors"}
    assert judged(several, figure(other) | {"claimant": "the navy", "victims": "sailors"}).outcome is expected
