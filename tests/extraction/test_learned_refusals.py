"""Figures that the learnt reader must not take, and their near misses."""

from __future__ import annotations

import pytest

from factcheck.extraction.counts.learned.refusals import is_beside_the_point

REFUSED = [
    ("Fire at the mill 3 / 19 Back to the pictures", "19"),
    ("Read it on WQRT Local 9: news and weather", "9"),
    ("RELATED: 12 hurt as a tram derails, at least 4 dead", "4"),
    ("One of six victims of the fire dies", "six"),
    ("3 men indicted in the death of a clerk", "3"),
    ("Nine people have been shot, two of them fatally", "Nine"),
    ("She spoke of her slain brother and two lovely boys", "two"),
]
TAKEN = [
    ("The flood left 19 dead", "19"),
    ("Locals speak of 9 dead", "9"),
    ("Related deaths: 4 in the camps", "4"),
    ("Six victims of the fire died", "Six"),
    ("3 men died before anybody was indicted", "3"),
    ("Nine people were shot dead at the gate", "Nine"),
    ("Exit polls aside, 12 died", "12"),
]


@pytest.mark.parametrize(("text", "figure"), REFUSED)
def test_refuses_what_is_no_count(text: str, figure: str) -> None:
    at = text.index(figure)
    assert is_beside_the_point(text, (at, at + len(figure)), "killed")


@pytest.mark.parametrize(("text", "figure"), TAKEN)
def test_leaves_counts_alone(text: str, figure: str) -> None:
    at = text.index(figure)
    assert not is_beside_the_point(text, (at, at + len(figure)), "killed")
