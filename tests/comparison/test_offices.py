"""Offices of one government share a count: they correct each other, and are no rivals."""

from __future__ import annotations

import pytest

from factcheck.values import Outcome
from tests.comparison.test_sidebyside import outcome, told

PEOPLE = {"victims": "people"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chile's army", "the Chilean interior ministry"),
        ("the Peruvian health ministry", "Peru's prime minister"),
        ("Mayor of Varn", "Varn police"),
        ("the coast guard of Varn", "Varn fire department"),
        ("Bolivia", "the Bolivian Disaster Agency"),
    ],
)
def test_organs_of_one_government_correct_each_other(one: str, other: str) -> None:
    assert outcome(told("90", one, **PEOPLE), told("160", other, **PEOPLE)) is Outcome.UPDATE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Peruvian health ministry", "the Peruvian ombudsman"),
        ("the Chilean interior ministry", "a Chilean security source"),
        ("Mayor of Varn", "Orsk police"),
        ("Varn police", "the hospital of Varn"),
        ("Chile's government", "the Chilean opposition"),
    ],
)
def test_who_speaks_for_itself_is_a_rival(one: str, other: str) -> None:
    assert outcome(told("90", one, **PEOPLE), told("160", other, **PEOPLE)) is Outcome.CONFLICT


def test_close_figures_that_one_text_sets_side_by_side_are_meant_to_differ() -> None:
    police, ministry = told("54", "Varn police", **PEOPLE), told("47", "Mayor of Varn", **PEOPLE)
    assert outcome(police, ministry) is Outcome.CONFLICT


def test_whom_two_offices_say_that_they_killed_is_no_count_of_victims() -> None:
    rebels = {"victims": "rebels"}
    assert (
        outcome(told("104", "the army", **rebels), told("20", "the interior ministry", **rebels))
        is Outcome.CONFLICT
    )
