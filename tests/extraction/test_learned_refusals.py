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
    ("The clerk read out 40 dead as of nine this morning", "nine"),
    ("The toll stood at 12 by about six in the evening", "six"),
    ("Nothing was heard of them since five yesterday afternoon", "five"),
    ("The petition has gathered over 60,000 signatures", "60,000"),
    ("The harbour office said that 26 sailors had died, not 28", "28"),
    ("In all 8,100 people (1,950 families) came to the camp", "1,950"),
]
TAKEN = [
    ("The flood left 19 dead", "19"),
    ("That makes 26 dead, not the 28 that the airline put out", "28"),
    ("The ferry carried not less than 250", "250"),
    ("Locals speak of 9 dead", "9"),
    ("Related deaths: 4 in the camps", "4"),
    ("Six victims of the fire died", "Six"),
    ("3 men died before anybody was indicted", "3"),
    ("Nine people were shot dead at the gate", "Nine"),
    ("Exit polls aside, 12 died", "12"),
    ("The shelling killed nine this morning", "nine"),
    ("They were shot by six in masks", "six"),
    ("The fire left 300 families without a roof", "300"),
    ("In the camp (310 families) the well is dry", "310"),
    ("The petition was read to 6,000 in the square", "6,000"),
]


@pytest.mark.parametrize(("text", "figure"), REFUSED)
def test_refuses_what_is_no_count(text: str, figure: str) -> None:
    at = text.index(figure)
    assert is_beside_the_point(text, (at, at + len(figure)), "killed")


@pytest.mark.parametrize(("text", "figure"), TAKEN)
def test_leaves_counts_alone(text: str, figure: str) -> None:
    at = text.index(figure)
    assert not is_beside_the_point(text, (at, at + len(figure)), "killed")
