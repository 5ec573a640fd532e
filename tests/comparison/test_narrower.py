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
