"""Claims that came as records, without their text: their words for who is counted make the question."""

from __future__ import annotations

from factcheck.comparison import compare
from factcheck.linking import link
from factcheck.linking.questions.counted import count_of
from factcheck.linking.questions.recorded import part_by_days
from factcheck.linking.table import prepare
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


def parts(*told: dict[str, object]) -> list[list[float]]:
    """The figures of each part, when all are counts of one question."""
    records = prepare(claims(*told)).to_dict("records")
    counts = [count_of(row, {str(name): value for name, value in r.items()}) for row, r in enumerate(records)]
    return [[c.size for c in part] for part in part_by_days([counts])]


def test_what_happened_on_days_far_apart_is_several_questions() -> None:
    march = MINE | {"kind": "attendance", "victims": "demonstrators", "published": "2024-03-20"}
    told = [(36_000, "2024-03-02"), (120_000, "2024-03-02"), (29_000, "2024-03-15"), (100_000, "2024-03-16")]
    days = [march | {"n": n, "day": day} for n, day in told]
    assert parts(*days) == [[36_000, 120_000], [29_000, 100_000]]
    assert parts(*days, march | {"n": 50_000, "day": None}) == [[36_000, 120_000, 50_000], [29_000, 100_000]]
    assert len(parts(*(day | {"recorded": False} for day in days))) == 1


def test_how_many_are_missing_is_told_of_the_day_of_the_count() -> None:
    held = MINE | {"kind": "missing", "published": "2024-03-20"}
    assert len(parts(held | {"n": 30, "day": "2024-03-15"}, held | {"n": 12, "day": "2024-03-19"})) == 1


def test_people_of_different_sorts_at_one_spot_are_different_questions() -> None:
    bus = MINE | {"place": "Varn", "victims": "people"}
    table = claims(
        bus | {"n": 60, "quote": "60 people died"},
        bus | {"n": 34, "victims": "hostages killed in the bus attack", "claimant": "The rebels"},
        bus | {"n": 15, "victims": "gunmen killed in the bus attack", "claimant": "The rebels"},
        bus | {"n": 30, "victims": "hostages killed in the bus attack", "claimant": "The army"},
        bus | {"n": 11, "victims": "gunmen killed in the bus attack", "claimant": "The army"},
    )
    linked = link(table).set_index("claim")["question"]
    assert linked["c001"] == linked["c003"] != linked["c002"] == linked["c004"]
    assert linked["c000"] not in (linked["c001"], linked["c002"])
