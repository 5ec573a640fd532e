"""One event on two days, or at two places: only where each sentence says so outright."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.comparison.verdicts import RIVALS
from factcheck.values import Outcome
from tests.comparison.test_compare import judged


def dated(claimant: str, target: str, first: str, last: str | None = None) -> dict[str, Any]:
    return {
        "kind": "status",
        "claimant": claimant,
        "target": target,
        "event_start": first,
        "event_end": last or first,
    }


def test_two_statements_that_date_one_event_to_other_days_conflict() -> None:
    verdict = judged(
        dated("rights group", "the killings took place on 28 and 29 May 2024", "2024-05-28", "2024-05-29"),
        dated("prosecutors", "the killings took place on 27 and 28 May 2024", "2024-05-27", "2024-05-28"),
    )
    assert (verdict.outcome, verdict.type) == (Outcome.CONFLICT, "date")


@pytest.mark.parametrize(
    ("target", "day"),
    [
        ("the attack took place on 8 May 2024", "2024-05-08"),  # one night, or the clocks of two countries
        ("the talks took place on 20 May 2024", "2024-05-20"),  # another matter
        ("the attack took place in spring", "2024-05-20"),  # no day is named
    ],
)
def test_what_can_be_one_event_or_another_matter_is_no_conflict(target: str, day: str) -> None:
    verdict = judged(
        dated("army", "the attack took place on 7 May 2024", "2024-05-07"), dated("ministry", target, day)
    )
    assert verdict.outcome is not Outcome.CONFLICT


def told(claimant: str, sentence: str, day: str, place: str = "Derna, Libya", n: int = 17) -> dict[str, Any]:
    quote = f"{n} pilgrims were killed"
    context = f"{quote} {sentence}"
    said = {"claimant": claimant, "quote": quote, "context": context, "victims": "pilgrims"}
    return {"n": n, "day": day, "place": place} | said


@pytest.mark.parametrize(
    ("sentence", "day", "outcome", "type"),
    [
        ("on 9 May 2024.", "2024-05-09", Outcome.CONFLICT, "date"),
        ("on 4 May 2024.", "2024-05-04", Outcome.DUPLICATE, "count"),  # a night apart
        ("last week.", "2024-05-09", Outcome.DUPLICATE, "count"),  # the day is not written out
        ("on 3 May 2024.", "2024-05-03", Outcome.DUPLICATE, "count"),
    ],
)
def test_one_figure_on_two_days(sentence: str, day: str, outcome: Outcome, type: str) -> None:
    verdict = judged(told("police", "on 3 May 2024.", "2024-05-03"), told("a hospital", sentence, day))
    assert (verdict.outcome, verdict.type) == (outcome, type)


@pytest.mark.parametrize(
    ("sentence", "place", "outcome", "type"),
    [
        ("in Benghazi.", "Benghazi, Libya", Outcome.CONFLICT, "place"),
        ("in the east.", "Benghazi, Libya", Outcome.DUPLICATE, "count"),  # the sentence does not name it
        ("in Libya.", "Libya", Outcome.DUPLICATE, "count"),  # the one lies in the other
        ("in Derna.", "Derna, Libya", Outcome.DUPLICATE, "count"),
    ],
)
def test_one_figure_at_two_places(sentence: str, place: str, outcome: Outcome, type: str) -> None:
    verdict = judged(told("police", "in Derna.", "2024-05-03"), told("a hospital", sentence, "2024-05-03", place))
    assert (verdict.outcome, verdict.type) == (outcome, type)


def test_small_figures_on_two_days_are_two_events() -> None:
    verdict = judged(
        told("police", "on 3 May 2024.", "2024-05-03", n=1),
        told("a hospital", "on 9 May 2024.", "2024-05-09", n=1),
    )
    assert verdict.outcome is Outcome.DUPLICATE


def test_figures_of_days_that_exclude_each_other_are_of_two_attacks() -> None:
    told = {"kind": "wounded", "victims": "people", "published": "2024-07-03"}
    may = told | {"n": 2, "claimant": "the agency", "event_start": "2024-05-01", "event_end": "2024-05-31"}
    july = told | {"n": 130, "claimant": "the mission", "event_start": "2024-07-02", "event_end": "2024-07-02"}
    june = july | {"event_start": "2024-05-20", "event_end": "2024-07-02"}
    assert judged(may, july).outcome is Outcome.NOT_COMPARABLE
    assert judged(may, june).outcome in RIVALS
