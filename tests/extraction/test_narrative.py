"""Blame, denials and states, case by case (tests/cases/narrative.csv)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from factcheck.extraction import narrative
from factcheck.extraction.attribution import attribute
from factcheck.extraction.page import Page, lay_out, parse_where
from factcheck.values import Document, Qualifier, Quantity, Span

CASES = Path(__file__).parents[1] / "cases" / "narrative.csv"
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))
POSITIVE = [row for row in ROWS if row["kind"]]
NEGATIVE = [row for row in ROWS if not row["kind"]]


def laid_out(text: str) -> Page:
    page = lay_out(Document(doc="d", text=text))
    parse_where([page], lambda sentence: narrative.may_hold(sentence.text))
    return page


@pytest.mark.parametrize("row", POSITIVE, ids=[row["why"] for row in POSITIVE])
def test_the_claim_its_target_and_its_claimant_are_found(row: dict[str, str]) -> None:
    page = laid_out(row["text"])
    start = row["text"].index(row["quote"])
    stretch = Span(start, start + len(row["quote"]))
    found = [f for f in narrative.find(page) if f.kind == row["kind"] and f.span.overlaps(stretch)]
    assert len(found) == 1
    assert row["target"].casefold() in (found[0].target or "").casefold()
    voice = attribute(page, found[0])
    assert (voice.claimant or "").casefold() == row["claimant"].casefold()
    assert voice.stance.value == row["stance"]


@pytest.mark.parametrize("row", NEGATIVE, ids=[row["why"] for row in NEGATIVE])
def test_nothing_is_taken_from(row: dict[str, str]) -> None:
    assert narrative.find(laid_out(row["text"])) == []


def test_two_states_that_both_deny_it_are_two_denials() -> None:
    page = laid_out("Oslo and Stockholm both deny that their ships were in the strait.")
    found = narrative.find(page)
    assert [f.kind for f in found] == ["denial", "denial"]
    assert {attribute(page, f).claimant for f in found} == {"Norway government", "Sweden government"}


def test_each_says_the_other_asked_first_is_a_claim_of_both() -> None:
    page = laid_out(
        "Colombia said the border was calm. Venezuela said it had won. "
        "Both announced a truce, but each claimed that the other had requested it first."
    )
    asked = [f for f in narrative.find(page) if f.rule == "status:asked"]
    assert [attribute(page, f).claimant for f in asked] == ["Colombia government; Venezuela government"]


def test_the_quote_is_where_the_span_says() -> None:
    page = laid_out("Rain fell. The union blamed the operator for the crash of the plane.")
    (found,) = narrative.find(page)
    assert found.span.of(page.text) == "blamed the operator for the crash of the plane"
    assert (found.target, found.victims) == ("the operator", "the crash of the plane")


def test_sentences_that_hold_nothing_need_no_parse() -> None:
    assert not narrative.may_hold("The festival opens on Saturday with a concert in the park.")
    assert narrative.may_hold("The minister denied that the bridge was closed.")


def test_a_denied_figure_keeps_the_figure() -> None:
    (found,) = narrative.find(laid_out("The navy denied that more than 40 sailors had been killed."))
    assert found.quantity == Quantity(40, None, Qualifier.MORE_THAN)
