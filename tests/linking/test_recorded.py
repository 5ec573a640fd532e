"""Claims that came as records, without their text: their words for who is counted make the question."""

from __future__ import annotations

from factcheck.comparison import compare
from factcheck.linking import link
from factcheck.values import Outcome
from tests.linking.builder import claims

MINE = {"place": "Varn mine", "day": "2024-03-15", "published": "2024-03-16", "title": "Blast in the mine",
        "victims": "miners", "recorded": True, "document": "a"}  # fmt: skip


def test_one_phrase_of_records_is_one_question_whatever_the_quote_adds() -> None:
    table = claims(
        MINE | {"n": 11, "claimant": "Rescue service", "quote": "eleven of the dead were found"},
        MINE | {"n": 19, "claimant": "Mine owner", "quote": "19 others died"},
        MINE | {"n": 4, "victims": "rescuers", "claimant": "Mine owner", "quote": "4 of them"},
    )
    linked = link(table).set_index("claim")["question"]
    assert linked["c000"] == linked["c001"] != linked["c002"]


def test_records_of_two_places_or_of_days_that_do_not_meet_stay_two_questions() -> None:
    table = claims(
        MINE | {"n": 11, "quote": "eleven of the dead"},
        MINE | {"n": 7, "place": "Sarn mine", "quote": "7 others"},
    )
    assert link(table)["question"].nunique() == 2


def test_two_voices_that_a_text_sets_beside_each_other_contradict_each_other() -> None:
    table = claims(
        MINE | {"n": 23, "claimant": "Rescue service", "quote": "23 deaths"},
        MINE | {"n": 40, "claimant": "Police", "quote": "put the dead at 40"},
    )
    assert [v.outcome for v in compare(table.merge(link(table), on="claim"))] == [Outcome.CONFLICT]


def test_a_text_that_itself_counts_more_than_one_it_names_knew_the_later_figure() -> None:
    table = claims(
        MINE | {"n": 29, "quote": "29 miners are dead"},
        MINE | {"n": 27, "claimant": "Provincial office", "quote": "put the dead at 27"},
    )
    assert [v.outcome for v in compare(table.merge(link(table), on="claim"))] == [Outcome.UPDATE]


def test_a_text_that_itself_counts_less_contradicts_whom_it_names() -> None:
    table = claims(
        MINE | {"n": 25, "quote": "25 miners are dead"},
        MINE | {"n": 74, "claimant": "Deputy governor", "quote": "had put it at 74"},
    )
    assert [v.outcome for v in compare(table.merge(link(table), on="claim"))] == [Outcome.CONFLICT]
