"""Figures and voices of news that an analyst must not be told wrongly, each with its near miss."""

from __future__ import annotations

import pytest

from factcheck.extraction import extract
from factcheck.extraction.counts.othernumbers import other_number
from factcheck.values import COUNT_KINDS, Document

NO_COUNT = [
    ("He was the third of six children and died in Zenda.", "six"),
    ("On stage 7, two riders were hurt.", "7"),
    ("Of every 100 men hit, eight die.", "100"),
    ("Of every 100 men hit, eight die.", "eight"),
    ("One in six died.", "One"),
    ("The hall, built for 300 people, burned down.", "300"),
    ("The clinic can treat 40 wounded.", "40"),
    ("The flu kills 35,000 people a year.", "35,000"),
    ("It left 15 dead, ten fewer than first thought.", "ten"),
    ("There were 56 murders, eight more than in 2023.", "eight"),
    ("The bill passed by a vote of 52 to 48.", "52"),
    ("The bill passed by a vote of 52 to 48.", "48"),
    ("The club lost the match 3-0.", "0"),
]
COUNTS = [
    ("He saw three of six bodies.", "six"),
    ("Of the 100 men hit, eight died.", "eight"),
    ("Shelling killed 12 people a day after the truce.", "12"),
    ("Six men a little later died.", "Six"),
    ("On that day two miners died.", "two"),
    ("No fewer than 11 traders died.", "11"),
    ("From 15 to 20 fans were hurt after the match.", "20"),
    ("The hall was meant to be safe, and 300 people died.", "300"),
]
TAKEN_FOR_HARMED = [
    "The four attackers who killed a guard at the bank got away in a van.",
    "Twelve survivors of the shipwreck that killed 40 were brought ashore at Zenda.",
    "Rescuers saved 23 people from the burning hotel in which seven guests died.",
    "The court convicted 13 officers over the deaths of 21 inmates.",
    "Twenty soldiers stood guard as the bodies of the two pilots were flown home.",
    "A gang of eight killed a shopkeeper for 40 dollars.",
    "The hospital has 400 staff. Two nurses were injured when a shell hit the car park.",
]
VOICES = [
    ("The rebels spoke of 40 dead; the ministry denied it: nine were killed.", 9, "ministry"),
    ("The rebels spoke of 40 dead; nine were killed in June.", 9, "rebels"),
    (
        "Ruritania rejects the figure of 22 dead given by the health ministry. It says nine fighters died.",
        9,
        "Ruritania",
    ),
    (
        '"The general claims that we lost 300 men," said rebel spokesman Abu Idris. "In truth, we lost 12."',
        12,
        "rebels",
    ),
    (
        "Doctors fear 30 of the injured will die. Sixty people were brought to the hospital in Zenda after the"
        " stampede, said its director, Abebe Tesfaye.",
        60,
        "hospital",
    ),
    ("So far 140 deaths have been recorded, the health cluster reports.", 140, "health cluster"),
]


@pytest.mark.parametrize(("text", "figure"), NO_COUNT)
def test_a_rate_a_rank_room_or_a_vote_counts_no_harm(text: str, figure: str) -> None:
    assert other_number(text, text.index(figure)) is not None


@pytest.mark.parametrize(("text", "figure"), COUNTS)
def test_other_figures_may_be_counts(text: str, figure: str) -> None:
    assert other_number(text, text.index(figure)) is None


@pytest.mark.parametrize("text", TAKEN_FOR_HARMED)
def test_who_did_it_survived_or_was_tried_is_not_counted_with_the_dead(text: str) -> None:
    opening = text.partition(".")[0].split()
    first = next(word for word in opening if word.lower() in _FIGURES)
    claims = [claim for claim in extract(Document("case", text)) if claim.kind in COUNT_KINDS]
    assert claims
    assert all(claim.low != _FIGURES[first.lower()] for claim in claims)


_FIGURES = {"four": 4, "twelve": 12, "23": 23, "13": 13, "twenty": 20, "eight": 8, "400": 400}


@pytest.mark.parametrize(("text", "figure", "voice"), VOICES)
def test_a_figure_stands_under_who_gives_it(text: str, figure: int, voice: str) -> None:
    claims = [claim for claim in extract(Document("case", text, source="Daily Post")) if claim.low == figure]
    assert [claim.claimant for claim in claims if claim.claimant and voice in claim.claimant]
