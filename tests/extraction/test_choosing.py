"""The days of a page's incident: what is weighed, when others are taken than the rules give, and why."""

from __future__ import annotations

from datetime import date

from factcheck import extraction
from factcheck.extraction.dates.candidates import candidates
from factcheck.extraction.dates.choosing import FIRM, MARGIN, choose, days_in_words, likeliest
from factcheck.extraction.dates.pagetimes import PageTimes
from factcheck.extraction.page import lay_out
from factcheck.values import DateSpan, Document

FLOOD = (
    "The river broke its banks on Monday and took the bridge with it.\n\n"
    "Six people are dead so far, the mayor's office said on Wednesday. Rain goes on.\n\n"
    "On Wednesday a ferry brought tents."
)


def times(text: str, title: str = "", published: date = date(2024, 5, 9)) -> PageTimes:
    return PageTimes(lay_out(Document("d", text, title=title, published=published)))


def span(first: int, last: int) -> DateSpan:
    return DateSpan(date(2024, 5, first), date(2024, 5, last))


def test_each_day_and_each_span_from_it_until_the_page_is_a_candidate() -> None:
    found = candidates(times(FLOOD), span(8, 8))
    assert {None, span(6, 6), span(8, 8), span(6, 8), span(6, 9)} <= set(found)


def test_what_the_page_counts_back_to_is_a_candidate() -> None:
    found = candidates(times("Twelve bodies lie in the hall.", "Third day: twelve found"), span(9, 9))
    assert "begins with a numbered day" in found[span(7, 7)]


def test_the_ninth_day_of_protest_counts_no_days_back() -> None:
    found = candidates(times("Crowds filled the square.", "Ninth day of protest: a million march"), span(9, 9))
    assert span(1, 1) not in found


def test_others_are_taken_only_by_a_margin() -> None:
    rule, other = span(8, 8), span(6, 6)
    found = {rule: ["one"], other: ["two", "begins with what happened, lead"]}
    assert likeliest(found, rule, {"two": MARGIN + 0.1}) == other
    assert likeliest(found, rule, {"two": MARGIN - 0.1}) == rule


def test_a_night_of_the_rules_stays_unless_it_is_that_of_the_title() -> None:
    rule, other, weights = span(7, 8), span(6, 6), {"two": 9.0}
    found = {rule: [], other: ["two", "begins with what happened, lead"]}
    assert likeliest(found, rule, weights) == rule
    assert likeliest(found, rule, weights, titled=True) == other


def test_a_span_of_the_rules_gives_way_only_by_more() -> None:
    rule, other = span(5, 8), span(6, 6)
    found = {rule: [], other: ["two", "begins with what happened, lead"]}
    assert likeliest(found, rule, {"two": FIRM + 0.1}) == other
    assert likeliest(found, rule, {"two": FIRM - 0.1}) == rule
    assert likeliest({rule: [], other: ["two", "begins with a count, lead"]}, rule, {"two": 9.0}) == rule


RAIN = (
    "From 1 to 8 May it rained in Korvino.\n\nNine people were killed when the bridge at Korvino collapsed on"
    " Monday. The collapse on Monday injured six.\n\nThe mayor said on Wednesday that nine were killed."
)


def test_the_day_on_which_it_happened_and_not_the_spell_around_it() -> None:
    assert choose(times(RAIN, "Bridge collapse at Korvino kills nine"), span(1, 8)).days == span(6, 6)


def test_the_spell_where_nothing_happened_on_one_day_of_it() -> None:
    text = "From 1 to 8 May floods killed nine people in Korvino.\n\nThe mayor spoke of the floods on Wednesday."
    assert choose(times(text, "Floods kill nine in Korvino"), span(1, 8)).days == span(1, 8)


def test_where_the_rules_give_no_day_only_one_of_a_happening_is_taken() -> None:
    weights = {"two": 9.0}
    for what, taken in (("what happened", span(6, 6)), ("a statement", None), ("a dateline", None)):
        assert likeliest({None: [], span(6, 6): ["two", f"begins with {what}, lead"]}, None, weights) == taken
    assert choose(times("The ministry said on Thursday that 31 were killed."), None).days is None


def test_no_day_at_all_never_takes_the_place_of_one() -> None:
    assert likeliest({None: ["two"], span(6, 6): []}, span(6, 6), {"two": 9.0}) == span(6, 6)


def test_the_days_of_the_title_stay_where_others_are_little_likelier() -> None:
    page = times("On Monday the water rose.\n\nSix people have drowned.", "Statement on the flood of 3 May")
    assert choose(page, span(3, 3)).days == span(3, 3)


def test_a_candidate_says_where_it_is_named() -> None:
    found = candidates(times(FLOOD), span(8, 8))[span(6, 6)]
    assert "its phrase in sentence 0" in found
    assert "its phrase beside no figure" in found


def test_what_was_chosen_says_why() -> None:
    text = (
        "Water stands in the streets of Korvino since the dam gave way on Tuesday.\n\n"
        "The high water reached the station on Thursday. Five people have drowned, the head of the town says.\n\n"
        "Boats bring bread."
    )
    document = Document(
        "d", text, title="High water, day three: Korvino mourns its first dead", published=date(2024, 5, 9)
    )
    chosen = choose(PageTimes(lay_out(document)), span(9, 9))
    assert chosen.days != chosen.rule
    assert chosen.days is not None
    assert chosen.days.first == date(2024, 5, 7)
    assert chosen.reasons


def test_the_explanation_names_both_days() -> None:
    assert days_in_words(None) == "no day"
    assert days_in_words(span(3, 3)) == "2024-05-03"
    assert days_in_words(span(3, 6)) == "2024-05-03 to 2024-05-06"
    for sentence in extraction.explain(Document("d", FLOOD, published=date(2024, 5, 9)))[0]:
        assert sentence.dated is None or " and not " in sentence.dated
