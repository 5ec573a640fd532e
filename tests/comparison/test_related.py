"""Pairs between two questions of one incident, and between a carrier and its claimant."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.comparison import PositionPair, compare
from factcheck.comparison.related import MOST
from factcheck.values import Outcome
from tests.linking.builder import claims

VARN: dict[str, Any] = {"day": "2024-03-03", "place": "Varn", "published": "2024-03-04"}


def pairs(*rows: dict[str, Any]) -> list[PositionPair]:
    """What is found when rows of one kind and victims answer one question of one incident."""
    table = claims(*(VARN | row for row in rows)).assign(incident="i")
    table["question"] = table["kind"] + " " + table["victims"].fillna("")
    return [pair for verdict in compare(table) for pair in verdict.pairs]


def women_and_children(women: int, children: int) -> list[dict[str, Any]]:
    return [
        {"n": women, "claimant": "ministry", "victims": "women", "document": "m"},
        {"n": children, "claimant": "ministry", "victims": "children", "document": "m"},
    ]


def test_parts_that_exclude_each_other_make_more_than_the_whole() -> None:
    found = pairs({"n": 12, "claimant": "army", "victims": "people"}, *women_and_children(9, 6))
    assert [(p.verdict.outcome, p.verdict.type) for p in found] == [(Outcome.POSSIBLE, "possible")]
    for word in ("9 women", "6 children", "15", "12", "army", "ministry"):
        assert word in found[0].verdict.reason


def test_parts_that_fit_into_the_whole_are_no_conflict() -> None:
    assert not pairs({"n": 15, "claimant": "army", "victims": "people"}, *women_and_children(9, 6))


def test_children_are_among_the_males_and_females() -> None:
    rows = women_and_children(9, 6)
    rows[0]["victims"] = "females"
    assert not pairs({"n": 12, "claimant": "army", "victims": "people"}, *rows)


def test_women_and_civilians_are_not_added_up_for_some_may_be_both() -> None:
    rows = women_and_children(9, 6)
    rows[1]["victims"] = "civilians"
    assert not pairs({"n": 12, "claimant": "army", "victims": "people"}, *rows)


def test_a_part_of_another_town_is_no_part_of_the_whole() -> None:
    assert not pairs(
        {"n": 12, "claimant": "army", "victims": "people"},
        {"n": 20, "claimant": "ministry", "victims": "children", "place": "Orsk"},
    )


def bulletin(document: str, **more: Any) -> dict[str, Any]:
    return {"claimant": "UN mission", "victims": "people", "document": document, "source": document} | more


def test_wounded_who_are_counted_among_the_dead_are_an_error_of_the_carrier() -> None:
    found = pairs(
        bulletin("mission", n=4), bulletin("mission", n=12, kind="wounded"), bulletin("agency", n=16),
    )  # fmt: skip
    assert [(p.verdict.outcome, p.verdict.type) for p in found] == [(Outcome.DISCREPANCY, "carrier")]
    assert "killed and wounded together" in found[0].verdict.reason


def test_casualties_printed_as_dead_are_an_error_of_the_carrier() -> None:
    found = pairs(
        bulletin("mission", n=1), bulletin("mission", n=16, kind="casualties"), bulletin("agency", n=16),
    )  # fmt: skip
    assert [p.verdict.type for p in found] == ["carrier"]
    assert "all casualties" in found[0].verdict.reason


def test_a_toll_that_grew_by_another_number_is_no_error() -> None:
    assert not pairs(
        bulletin("mission", n=4), bulletin("mission", n=12, kind="wounded"),
        bulletin("agency", n=7, published="2024-03-05"),
    )  # fmt: skip


def test_a_report_that_gives_the_wounded_too_has_not_added_them() -> None:
    assert not pairs(
        bulletin("mission", n=4), bulletin("mission", n=12, kind="wounded"),
        bulletin("agency", n=16, published="2024-03-05"), bulletin("agency", n=12, kind="wounded"),
    )  # fmt: skip


def test_a_lost_more_than_is_told_apart_from_a_conflict() -> None:
    hedged = bulletin("mission", low=12, qualifier="more_than")
    found = pairs(hedged, bulletin("agency", n=12))
    assert [(p.verdict.outcome, p.verdict.type) for p in found] == [(Outcome.DISCREPANCY, "carrier")]
    assert found[0].verdict.severity < 0.2


def test_an_outlets_own_words_garble_nobody() -> None:
    hedged = bulletin("mission", low=12, qualifier="more_than", claimant=None)
    assert not pairs(hedged, bulletin("agency", n=12, claimant=None))


def called(claimant: str, target: str, **more: Any) -> dict[str, Any]:
    return {"kind": "status", "claimant": claimant, "target": target, "victims": target} | more


def test_captives_are_operatives_for_one_and_shepherds_for_the_other() -> None:
    found = pairs(called("army", "both captives were operatives"), called("residents", "they were shepherds"))
    assert [(p.verdict.outcome, p.verdict.type) for p in found] == [(Outcome.CONFLICT, "identity")]


@pytest.mark.parametrize(
    "other",
    [
        called("residents", "they were shepherds", place="Orsk"),
        called("residents", "they were shepherds", day="2024-03-09"),
        called("residents", "they were no shepherds"),
        called("residents", "the market was full of shepherds"),
        called("army", "they were shepherds"),
    ],
)
def test_people_elsewhere_or_of_nobody_in_particular_are_no_conflict(other: dict[str, Any]) -> None:
    assert not pairs(called("army", "both captives were operatives"), other)


def test_an_incident_of_very_many_questions_is_held_against_itself_in_part() -> None:
    rows = [
        VARN
        | {"n": n + 1, "claimant": f"body {n}", "victims": "people" if n % 2 else "children", "document": f"d{n}"}
        for n in range(1_000)
    ]
    table = claims(*rows).assign(incident="i")
    table["question"] = [f"q{n}" for n in range(len(rows))]
    found = [pair for verdict in compare(table) for pair in verdict.pairs]
    assert 0 < len(found) <= MOST * MOST


def test_who_gives_both_figures_in_one_text_has_changed_its_word_there() -> None:
    both = bulletin("mission", n=16, quote="16 in all"), bulletin("mission", n=4, quote="only four")
    assert not pairs(*both, bulletin("agency", n=16))
    assert [p.verdict.type for p in pairs(bulletin("mission", n=4), bulletin("agency", n=16))] == ["carrier"]
