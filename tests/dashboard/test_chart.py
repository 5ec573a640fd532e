"""The range chart: what is drawn for which figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from factcheck.dashboard import positions
from factcheck.dashboard.chart import WIDE, range_chart
from factcheck.queries.claims import ClaimRow
from tests.dashboard.test_words import CLAIM


def claim(id: str, low: float | None, high: float | None, qualifier: str, who: str, day: int = 1) -> ClaimRow:
    return replace(
        CLAIM, id=id, low=low, high=high, qualifier=qualifier, claimant=who, published=date(2025, 1, day), quote=id
    )


ARMY = claim("a", 58, 58, "exact", "Army")
MINISTRY = claim("b", 23, 23, "exact", "Ministry")
AT_LEAST = claim("c", 20, None, "at_least", "Paper")
UP_TO = claim("d", None, 36, "up_to", "Radio")


def drawn(*claims: ClaimRow, a: str = "a", b: str = "b") -> dict[str, Any]:
    chart = range_chart(positions.gather(claims, [a, b]), a, b)
    assert chart is not None
    spec: dict[str, Any] = chart.to_dict()
    return spec


def rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    (data,) = spec["datasets"].values()
    return list(data)


def test_every_position_with_a_figure_has_its_row_and_the_two_sides_come_first() -> None:
    assert [row["who"] for row in rows(drawn(AT_LEAST, MINISTRY, UP_TO, ARMY))] == [
        "Army", "Ministry", "Radio", "Paper",
    ]  # fmt: skip


def test_the_sides_have_their_own_colours() -> None:
    by_name = {row["who"]: row["role"] for row in rows(drawn(ARMY, MINISTRY, AT_LEAST))}
    assert by_name == {"Army": "this side", "Ministry": "the other side", "Paper": "others"}


def test_open_ends_reach_the_edge() -> None:
    by_name = {row["who"]: row for row in rows(drawn(ARMY, MINISTRY, AT_LEAST, UP_TO))}
    assert by_name["Paper"]["high"] is None
    assert by_name["Paper"]["to"] > 58
    assert by_name["Radio"]["low"] is None
    assert by_name["Radio"]["from"] == 0


def test_a_wide_spread_has_a_logarithmic_axis() -> None:
    def scales(spec: dict[str, Any]) -> set[str]:
        return {layer["encoding"]["x"].get("scale", {}).get("type", "linear") for layer in spec["layer"]}

    assert scales(drawn(ARMY, MINISTRY)) == {"linear"}
    assert "symlog" in scales(
        drawn(claim("a", 10, 10, "exact", "A"), claim("b", 10 * WIDE + 1, None, "at_least", "B"))
    )


def test_other_figures_of_a_voice_are_fainter_on_its_line() -> None:
    table = rows(drawn(ARMY, MINISTRY, claim("e", 40, 40, "exact", "Army")))
    assert [(row["figure"], row["strength"]) for row in table if row["who"] == "Army"] == [
        ("58", 1.0),
        ("40", 0.45),
    ]


def test_without_figures_there_is_no_chart() -> None:
    vague = claim("a", None, None, "vague", "Army")
    assert range_chart(positions.gather([vague]), "a", "b") is None


def test_a_voice_stands_by_its_latest_figure_and_repeats_are_carriers() -> None:
    early, late, again = (
        claim("x", 12, 12, "exact", "the Army", 1),
        claim("y", 15, 15, "exact", "Army", 3),
        claim("z", 15, 15, "exact", "army", 2),
    )
    (position,) = positions.gather([late, early, again])
    assert position.claim.id == "y"
    assert [repeat.id for repeat in position.repeats] == ["z"]
    assert [other.id for other in position.others] == ["x"]


def test_a_voice_with_two_rival_answers_has_a_position_for_each() -> None:
    one, two = claim("a", 16, None, "at_least", "Mission"), claim("b", 1, 1, "exact", "Mission")
    assert [p.claim.id for p in positions.gather([one, two], ["a", "b"])] == ["a", "b"]
    assert {row["role"] for row in rows(drawn(one, two))} == {"this side", "the other side"}


def test_a_voice_whose_latest_claim_has_no_figure_is_drawn_with_the_one_before() -> None:
    vague, early = claim("x", None, None, "vague", "Radio", 9), claim("y", 12, 12, "exact", "Radio", 1)
    assert [(row["figure"], row["strength"]) for row in rows(drawn(vague, early))] == [("12", 1.0)]
