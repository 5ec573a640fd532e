"""Figures in text: values, hedges, ranges, vague words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.counts.numbers import Figure, figures, word_value
from factcheck.values import Qualifier


def only(text: str) -> Figure:
    found = figures(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("58 soldiers", 58),
        ("3,958 people", 3958),
        ("twenty-three sons", 23),
        ("two hundred and fifty men", 250),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("one and a half million persons", 1_500_000),
        ("1.12 million persons", 1_120_000),
        ("a hundred residents", 100),
        ("12 thousand", 12_000),
    ],
)
def test_a_number_has_its_value(text: str, value: float) -> None:
    figure = only(text)
    assert (figure.quantity.low, figure.quantity.high) == (value, value)


@pytest.mark.parametrize(
    ("text", "qualifier", "low", "high"),
    [
        ("at least 17 civilians", Qualifier.AT_LEAST, 17, None),
        ("no fewer than 9", Qualifier.AT_LEAST, 9, None),
        ("not less than five", Qualifier.AT_LEAST, 5, None),
        ("a minimum of 20", Qualifier.AT_LEAST, 20, None),
        ("38 or more", Qualifier.AT_LEAST, 38, None),
        ("more than a dozen", Qualifier.MORE_THAN, 12, None),
        ("over 100", Qualifier.MORE_THAN, 100, None),
        ("upwards of 300", Qualifier.MORE_THAN, 300, None),
        ("about 10", Qualifier.ABOUT, 10, 10),
        ("nearly 4,000", Qualifier.ABOUT, 4000, 4000),
        ("an estimated 170", Qualifier.ABOUT, 170, 170),
        ("as many as 36", Qualifier.UP_TO, None, 36),
        ("no more than 36", Qualifier.UP_TO, None, 36),
        ("up to nine", Qualifier.UP_TO, None, 9),
        ("fewer than 95,000", Qualifier.FEWER_THAN, None, 95_000),
        ("15 to 20", Qualifier.RANGE, 15, 20),
        ("between 5,000 and 6,000", Qualifier.RANGE, 5000, 6000),
        ("5-6", Qualifier.RANGE, 5, 6),
        ("five or six", Qualifier.RANGE, 5, 6),
        ("18 to 20 thousand", Qualifier.RANGE, 18_000, 20_000),
        ("dozens", Qualifier.VAGUE, 24, None),
        ("several", Qualifier.VAGUE, 3, 9),
        ("tens of thousands of people", Qualifier.VAGUE, 20_000, None),
        ("a large number of", Qualifier.VAGUE, None, None),
    ],
)
def test_a_hedge_gives_the_bounds(text: str, qualifier: Qualifier, low: float | None, high: float | None) -> None:
    quantity = only(text).quantity
    assert (quantity.qualifier, quantity.low, quantity.high) == (qualifier, low, high)


def test_a_hedge_belongs_to_the_number_beside_it() -> None:
    first, second = figures("at least 17 killed and 346 injured")
    assert first.quantity.qualifier is Qualifier.AT_LEAST
    assert second.quantity.qualifier is Qualifier.EXACT


def test_a_rise_is_no_range() -> None:
    assert [f.quantity.low for f in figures("rose from 78 to 100")] == [78, 100]


def test_a_vague_word_is_named() -> None:
    assert only("dozens of people").vague_word == "dozens"


def test_how_many_is_no_figure() -> None:
    assert figures("how many people") == []


@pytest.mark.parametrize("text", ["a further 29 soldiers", "another 12 men", "12 more men"])
def test_an_increment_is_marked(text: str) -> None:
    assert only(text).more


def test_a_multiple_of_another_figure_says_how_many_times() -> None:
    assert only("more than twice that number").times == 2


@pytest.mark.parametrize("text", ["504-364-5300", "the 16th", "$25", "1.5 hours", "21:40", "MIM-104A"])
def test_ids_times_and_money_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_words_that_are_no_number_have_no_value() -> None:
    assert word_value("several") is None


@given(st.text(max_size=300))
def test_figures_of_any_text_stand_in_order_inside_it(text: str) -> None:
    end = 0
    for figure in figures(text):
        assert end <= figure.start <= figure.core_start < figure.core_end <= len(text)
        end = figure.end
