"""What the positions on one question are to each other."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest
from pandas import DataFrame

from factcheck.comparison import PositionPair, QuestionVerdict, compare
from factcheck.comparison.answers import answers_of
from factcheck.comparison.counts import RULES
from factcheck.comparison.figures import severity
from factcheck.comparison.positions import positions_of
from factcheck.comparison.related import RULES as RELATED
from factcheck.values import NARRATIVE_KINDS, Outcome
from tests.linking.builder import claims

CASES = Path(__file__).parents[1] / "cases" / "verdicts.csv"


def judged(*rows: dict[str, Any]) -> QuestionVerdict:
    """The verdict on rows that answer one question."""
    return compare(one_question(*rows))[0]


def one_question(*rows: dict[str, Any]) -> DataFrame:
    return claims(*rows).assign(question="q", incident="i")


def figure(text: str) -> dict[str, Any]:
    """'58', '10+', '>200', '-36', '~200', '15-20', 'vague24+', '?' as the fields of a claim."""
    if text == "?":
        return {"low": None, "high": None, "qualifier": "vague"}
    if text.startswith("vague"):
        return {"low": float(text[5:-1]), "high": None, "qualifier": "vague"}
    if text.endswith("+"):
        return {"low": float(text[:-1]), "high": None, "qualifier": "at_least"}
    if "-" in text[1:]:
        low, high = map(float, text.split("-"))
        return {"low": low, "high": high, "qualifier": "range"}
    if text[0] in ">~-":
        n = float(text[1:])
        return {">": {"low": n, "qualifier": "more_than"}, "~": {"low": n, "high": n, "qualifier": "about"},
                "-": {"high": n, "qualifier": "up_to"}}[text[0]]  # fmt: skip
    return {"n": float(text)}


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def sides(case: dict[str, str]) -> list[dict[str, Any]]:
    """The two claims of a labelled case.

    The figure of a claim without one is its target; a denial stands against a charge. "A | B" in the context are
    the sentences of the two, with their quotes in brackets.
    """
    victims = {"a": case["victims"], "b": case["victims_b"] or case["victims"]}
    kinds = {"a": case["kind"], "b": "blame" if case["kind"] == "denial" else case["kind"]}
    told = dict(
        zip("ab", case["context"].split(" | ") if " | " in (case["context"] or "") else ("", ""), strict=True)
    )
    return [
        {"kind": kinds[s], "victims": victims[s], "claimant": case[f"claimant_{s}"] or None,
         "published": case[f"published_{s}"], "source": f"Paper {s}", "document": s,
         **said(kinds[s], case[f"figure_{s}"]), **sentence(told[s])}
        for s in "ab"
    ]  # fmt: skip


def said(kind: str, text: str) -> dict[str, Any]:
    """The figure of a count, the target of a claim without one."""
    return {"target": text} if kind in NARRATIVE_KINDS else figure(text)


def sentence(text: str) -> dict[str, Any]:
    """A sentence and the quote that stands in brackets in it."""
    quote = re.search(r"\[(.+?)\]", text)
    return {"quote": quote[1], "context": re.sub(r"[\[\]]", "", text)} if quote else {}


@pytest.mark.parametrize("case", [c for c in rows() if not c["victims_b"]], ids=lambda case: str(case["case"]))
def test_labelled_verdict(case: dict[str, str]) -> None:
    verdict = judged(*sides(case))
    assert verdict.outcome == Outcome(case["outcome"])
    assert verdict.type == (case["type"] or verdict.type)


@pytest.mark.parametrize("case", [c for c in rows() if c["victims_b"]], ids=lambda case: str(case["case"]))
def test_labelled_pair_of_two_questions(case: dict[str, str]) -> None:
    setting = {"day": "2024-03-03", "place": "Varn", "context": case["context"]}
    found = pairs_beside(*(side | setting for side in sides(case)))
    told = [(pair.verdict.outcome.value, pair.verdict.type) for pair in found]
    assert told == ([] if case["outcome"] == "none" else [(case["outcome"], case["type"])])


def pairs_beside(*rows: dict[str, Any]) -> list[PositionPair]:
    """The pairs between the questions of one incident; rows of one kind and victims answer one question."""
    table = claims(*rows).assign(incident="i")
    table["question"] = table["kind"] + " " + table["victims"].fillna("")
    return [pair for verdict in compare(table) for pair in verdict.pairs]


def test_a_single_claim_has_no_verdict() -> None:
    assert judged({"n": 5}).outcome is None


def test_only_current_answers_conflict() -> None:
    verdict = judged(
        {"n": 93, "claimant": "prosecutors", "published": "2021-05-10"},
        {"n": 110, "claimant": "prosecutors", "published": "2021-05-22"},
        {"n": 800, "claimant": "a deacon", "published": "2021-02-18"},
    )
    assert [(p.claim_a, p.claim_b) for p in verdict.pairs] == [("c002", "c001")]


def test_an_earlier_figure_in_the_same_text_is_history() -> None:
    context = "Twenty soldiers were killed, the army said. Earlier it had still spoken of three dead."
    verdict = judged(
        {"n": 20, "claimant": "army", "document": "d", "quote": "Twenty soldiers were killed", "context": context},
        {"n": 3, "claimant": "army", "document": "d", "quote": "three dead", "context": context},
    )
    assert verdict.outcome is Outcome.UPDATE


def test_copies_of_one_report_are_carriers_of_one_voice() -> None:
    copies = [{"n": 58, "claimant": "Taliban", "document": f"d{n}", "published": "2025-10-12"} for n in range(4)]
    verdict = judged(*copies, {"n": 23, "claimant": "Pakistan", "document": "x", "published": "2025-10-12"})
    assert len(verdict.pairs) == 1
    assert {verdict.pairs[0].carriers_a, verdict.pairs[0].carriers_b} == {1, 4}


def test_the_reason_names_both_figures_and_who_says_them() -> None:
    verdict = judged({"n": 58, "claimant": "Taliban"}, {"n": 23, "claimant": "Pakistan"})
    for word in ("58", "23", "Taliban", "Pakistan"):
        assert word in verdict.reason


def test_a_charge_and_its_denial_conflict() -> None:
    verdict = judged(
        {"kind": "blame", "claimant": "Pakistan", "target": "Afghanistan", "quote": "shelters the group"},
        {
            "kind": "denial",
            "claimant": "Afghan government",
            "target": "sheltering the group",
            "quote": "denies it",
        },
    )
    assert (verdict.outcome, verdict.type) == (Outcome.CONFLICT, "denial")


def test_two_sides_that_blame_each_other_conflict() -> None:
    verdict = judged(
        {"kind": "blame", "claimant": "Pakistan", "target": "Afghan forces"},
        {"kind": "blame", "claimant": "Afghan government", "target": "Pakistani troops"},
    )
    assert (verdict.outcome, verdict.type) == (Outcome.CONFLICT, "blame")


def test_each_says_the_other_asked_for_the_truce() -> None:
    verdict = judged(
        {"kind": "status", "claimant": "Pakistan", "target": "the Taliban requested the ceasefire"},
        {"kind": "status", "claimant": "Afghan government", "target": "Pakistan requested the ceasefire"},
    )
    assert verdict.outcome is Outcome.CONFLICT


def test_one_outcome_in_other_words_is_compatible() -> None:
    verdict = judged(
        {"kind": "status", "claimant": "Pakistan", "target": "talks are over"},
        {"kind": "status", "claimant": "Afghan government", "target": "talks ended without agreement"},
    )
    assert verdict.outcome is Outcome.COMPATIBLE


def test_severity_grows_with_ratio_gap_and_kind() -> None:
    def of(kind: str, a: float, b: float) -> float:
        first, second = answers_of(
            one_question({"kind": kind, "n": a}, {"kind": kind, "n": b}).to_dict("records")  # type: ignore[arg-type]
        )
        return severity(first, second)

    assert of("attendance", 4, 5) < of("wounded", 4, 5) < of("killed", 4, 5) < of("killed", 23, 58)
    assert of("killed", 23, 58) < of("killed", 110, 800) <= 1.0


def test_every_rule_says_what_it_is_for() -> None:
    assert all(rule.__doc__ and len(rule.__doc__) > 20 for rule in (*RULES, *RELATED.values()))


def test_junk_does_not_stop_the_comparison() -> None:
    junk = one_question(
        {"claimant": None, "source": None, "low": float("nan"), "qualifier": "nonsense"},
        {"claimant": "", "low": 9, "high": 3, "published": "0019-01-01"},
        {"kind": "oddity", "stance": None, "quote": None},
    )
    assert len(compare(junk)) == 1
    assert len(positions_of(answers_of(junk.to_dict("records")))) >= 1  # type: ignore[arg-type]


DAY_ONE = {"published": "2024-03-01", "document": "one"}
DAY_TWO = {"published": "2024-03-02", "document": "two"}


def test_a_rising_toll_of_one_side_leaves_the_conflict_standing() -> None:
    verdict = judged(
        {"n": 12, "claimant": "Army", **DAY_ONE}, {"n": 58, "claimant": "Rebels", **DAY_ONE},
        {"n": 61, "claimant": "Rebels", **DAY_TWO},
    )  # fmt: skip
    assert verdict.outcome is Outcome.CONFLICT
    assert len(verdict.pairs) == 1
    assert "61 (Rebels) against 12 (Army)" in verdict.reason


def test_a_conflict_ends_when_the_other_side_comes_round() -> None:
    verdict = judged(
        {"n": 12, "claimant": "Army", **DAY_ONE}, {"n": 58, "claimant": "Rebels", **DAY_ONE},
        {"n": 58, "claimant": "Army", **DAY_TWO},
    )  # fmt: skip
    assert verdict.outcome is Outcome.UPDATE


def test_two_bodies_of_one_country_that_one_text_sets_side_by_side_conflict() -> None:
    verdict = judged(
        {"n": 47, "claimant": "Kenyan Interior Ministry", **DAY_ONE},
        {"n": 54, "claimant": "Kenya Police", **DAY_ONE},
        {"n": 66, "claimant": "Kenyan Interior Ministry", **DAY_TWO},
    )
    assert verdict.outcome is Outcome.CONFLICT


def test_a_figure_at_the_end_of_last_month_is_an_earlier_one() -> None:
    context = (
        "More than 4,000 people have fled, the mayor said; the state's figure at the end of January was 2,600."
    )
    verdict = judged(
        {"kind": "displaced", "low": 4000, "qualifier": "more_than", "claimant": "mayor", "document": "d",
         "quote": "More than 4,000 people have fled", "context": context},
        {"kind": "displaced", "n": 2600, "claimant": "state government", "document": "d",
         "quote": "the state's figure at the end of January was 2,600", "context": context},
    )  # fmt: skip
    assert verdict.outcome is Outcome.UPDATE


@pytest.mark.parametrize(("army", "outcome"), [(52, Outcome.CONFLICT), (49, Outcome.DUPLICATE)])
def test_a_state_of_so_many_people_is_held_against_another_as_a_figure(army: int, outcome: Outcome) -> None:
    verdict = judged(
        {"kind": "status", "n": army, "claimant": "army", "target": f"{army} pupils were freed", **DAY_ONE},
        {"kind": "status", "n": 49, "claimant": "governor", "target": "49 were let go", **DAY_ONE},
    )
    assert verdict.outcome is outcome


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the army controls Varn", "the rebels control Varn"),
        ("the levy is withdrawn", "the levy is only postponed"),
        ("the captured men are fighters", "the captured men are shepherds"),
    ],
)
def test_opposite_states_are_a_conflict(one: str, other: str) -> None:
    kind: dict[str, Any] = {"kind": "status", "low": None, "high": None, "qualifier": None}
    verdict = judged({"claimant": "Army", "target": one, **kind}, {"claimant": "Rebels", "target": other, **kind})
    assert verdict.outcome is Outcome.CONFLICT


def test_the_claim_that_says_when_and_where_stands_for_a_position() -> None:
    exact = {"event_start": "2024-03-01", "event_end": "2024-03-01", "place": "Varn"}
    roughly = {"event_start": "2024-02-01", "event_end": "2024-03-31", "place": None}
    verdict = judged(
        {"n": 58, "claimant": "Rebels", "claim": "exact", **DAY_ONE, **exact},
        {"n": 58, "claimant": "Rebels", "claim": "roughly", **DAY_TWO, **roughly},
        {"n": 12, "claimant": "Army", "claim": "other", **DAY_TWO, **exact},
    )
    assert {verdict.pairs[0].claim_a, verdict.pairs[0].claim_b} == {"exact", "other"}


def blames(claimant: str, target: str, quote: str) -> dict[str, Any]:
    return {"kind": "blame", "claimant": claimant, "target": target, "quote": quote}


def test_each_says_that_the_other_shot_first() -> None:
    verdict = judged(
        blames("Pakistan government", "Afghan forces", "the Afghan forces shot first"),
        blames("Afghan government", "Pakistani troops", "Pakistani troops opened fire on Monday"),
    )
    assert (verdict.outcome, verdict.type) == (Outcome.CONFLICT, "first")


def test_two_charges_of_firing_do_not_say_who_was_first() -> None:
    verdict = judged(
        blames("Pakistan government", "Afghan forces", "Afghan forces opened fire"),
        blames("Afghan government", "Pakistani troops", "Pakistani troops opened fire"),
    )
    assert (verdict.outcome, verdict.type) == (Outcome.CONFLICT, "blame")


def test_two_who_name_one_side_as_the_first_agree() -> None:
    verdict = judged(
        blames("Pakistan government", "Afghan forces", "the Afghan forces shot first"),
        blames("a monitor", "Afghan forces", "Afghan forces began the fighting"),
    )
    assert verdict.outcome is Outcome.DUPLICATE


@pytest.mark.parametrize(
    ("later", "day", "expected"),
    [
        (None, "2024-03-02", Outcome.UPDATE),  # an outlet counts on
        ("hospital", "2024-03-02", Outcome.COMPATIBLE),  # two who were asked apart
        (None, "2024-03-01", Outcome.COMPATIBLE),  # no time passed
    ],
)
def test_a_floor_and_a_later_count_of_an_outlet_are_an_update(
    later: str | None, day: str, expected: Outcome
) -> None:
    floor = {"low": 100, "qualifier": "more_than", "claimant": "ministry", **DAY_ONE}
    assert judged(floor, {"n": 128, "claimant": later, **DAY_TWO, "published": day}).outcome is expected
