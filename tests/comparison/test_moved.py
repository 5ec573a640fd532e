"""Words that say that a count moved: "corrected to 42", "80 this morning"."""

from __future__ import annotations

import pytest

from factcheck.values import Outcome
from tests.comparison.test_sidebyside import outcome, told


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("17 died", "corrected the toll at the mine to 42"),
        ("17 died", "the toll has since risen to 42"),
        ("17 died", "brings the number of dead to 42"),
        ("17 died this morning", "42 dead"),
        ("17 by dawn", "42 dead"),
    ],
)
def test_the_words_say_that_the_count_rose(early: str, late: str) -> None:
    assert outcome(told("17", "the union", quote=early), told("42", "a lawyer", quote=late)) is Outcome.UPDATE


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("17 died", "42 died"),
        ("the toll has risen to 17", "42 dead"),
        ("17 died this morning", "42 died this morning"),
        ("17 died", "42 were brought to the morgue by relatives"),
    ],
)
def test_without_such_words_the_two_are_rivals(early: str, late: str) -> None:
    assert outcome(told("17", "the union", quote=early), told("42", "a lawyer", quote=late)) is not Outcome.UPDATE
