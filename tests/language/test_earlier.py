"""Which figures a text calls earlier ones."""

from __future__ import annotations

import pytest

from factcheck.language.earlier import is_superseded, is_timed


@pytest.mark.parametrize(
    ("quote", "context", "earlier"),
    [
        ("three dead", "Earlier in the day it had still spoken of three dead.", True),
        ("eight", "Three players were killed. It had first spoken of eight.", True),
        ("93 people", "Two weeks ago the office had told reporters that 93 people died.", True),
        ("11,300", "The office, which at the weekend had put the dead at 11,300, now gives 3,958.", True),
        ("3,958", "The office, which at the weekend had put the dead at 11,300, now gives 3,958.", False),
        ("58 soldiers", "It said that 58 soldiers had been killed.", False),
        ("12 dead", "Earlier reports differed. Police said 12 dead.", False),
        ("5 dead", "", False),
    ],
)
def test_an_earlier_figure(quote: str, context: str, *, earlier: bool) -> None:
    assert is_superseded(quote, context) is earlier


@pytest.mark.parametrize(
    ("context", "timed"),
    [
        ("18:08 A huge explosion", True), ("• Jan. 24: 34", True), ("20.10 – The minister", True),
        ("12 May: fighting in Varn", True),
        ("In January 34 were hurt", False), ("", False), ("44 civilians were killed", False),
        ("12 Marines were hurt", False), ("7 Maybach cars burnt", False),
    ],
)  # fmt: skip
def test_an_entry_of_a_live_blog_or_list(context: str, *, timed: bool) -> None:
    assert is_timed(context) is timed
