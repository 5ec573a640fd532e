"""Words that narrow whom a figure counts make it a part of a larger one, not its rival."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.values import Outcome
from tests.comparison.test_sidebyside import outcome, told

WIDE = {"place": "Varn"}


def some(victims: str, n: str = "11", **more: Any) -> dict[str, Any]:
    return told(n, "student leaders", victims=victims, **more)


def every(victims: str, n: str = "23", **more: Any) -> dict[str, Any]:
    return told(n, "the ministry", "b", victims=victims, **(WIDE | more))


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ("people at Orlov Gate", "Orlov Gate, Varn"),
        ("people in Lower Varnitz", "Lower Varnitz"),
        ("people on the Old Square", "Old Square, Varn"),
    ],
)
def test_those_of_a_place_inside_are_a_part(part: str, place: str) -> None:
    assert outcome(some(part, place=place), every("people")) is not Outcome.CONFLICT


def test_those_of_the_very_place_are_all() -> None:
    assert outcome(some("people in Varn", place="Varn"), every("people")) is Outcome.CONFLICT
    assert outcome(some("people", place="Varn"), every("people in Varn")) is Outcome.CONFLICT


@pytest.mark.parametrize(
    "part",
    ["rebels killed in air strikes", "rebels killed by drones", "rebels who had laid down arms"],
)
def test_those_told_by_how_are_a_part(part: str) -> None:
    assert outcome(some(part, **WIDE), every("rebels")) is not Outcome.CONFLICT


def test_more_of_a_part_than_of_all_is_no_part() -> None:
    assert outcome(some("rebels killed in air strikes", "40", **WIDE), every("rebels")) is Outcome.CONFLICT


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("people with burnt hands", "people"),
        ("people treated for smoke", "people with cuts"),
        ("women in late pregnancy", "women"),
        ("men of the third company", "people"),
        ("people in grave condition", "people"),
    ],
)
def test_those_set_apart_by_what_they_are_are_a_part(part: str, whole: str) -> None:
    assert outcome(some(part, **WIDE), every(whole)) is Outcome.NOT_COMPARABLE


@pytest.mark.parametrize(("part", "whole"), [("people with burns", "people with burns"), ("people", "people")])
def test_who_are_told_alike_are_the_same(part: str, whole: str) -> None:
    assert outcome(some(part, **WIDE), every(whole)) is Outcome.CONFLICT


def test_none_of_one_body_leaves_the_rest_of_the_dead() -> None:
    assert outcome(some("Ostrean peacekeepers", "0", **WIDE), every("people")) is Outcome.NOT_COMPARABLE
    assert outcome(some("people", "0", place="Old Mill, Varn"), every("people")) is Outcome.NOT_COMPARABLE


def test_none_of_those_whom_the_other_counts_is_a_rival() -> None:
    assert outcome(some("people", "0", **WIDE), every("people")) is Outcome.CONFLICT
    ours, theirs = some("Ostrean soldiers", "0", **WIDE), every("Ostrean soldiers")
    assert outcome(ours, theirs) is Outcome.CONFLICT


def test_first_reports_are_followed_by_what_is_known() -> None:
    first = told("11", "Early reports", victims="people", **WIDE)
    assert outcome(first, every("people", "4")) is Outcome.UPDATE
    assert outcome(some("people", **WIDE), every("people", "4")) is Outcome.CONFLICT
