"""Blame, denials and states, case by case (tests/cases/narrative.csv)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.narrative import findings as narrative
from factcheck.extraction.page import Page, lay_out, parse_where
from factcheck.extraction.voices.attribution import attribute
from factcheck.values import Document, Qualifier, Quantity, Span

CASES = Path(__file__).parents[1] / "cases" / "narrative.csv"
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))
POSITIVE = [row for row in ROWS if row["kind"]]
NEGATIVE = [row for row in ROWS if not row["kind"]]

TELLING = (
    "the army said blamed accused denied Ruritania troops killed 20 civilians , . “ ” truce talks over "
    "according to it "
    "he who which that responsible for by on ministry 's spokesman opened fire first - : ; \u200f \U0001f600 É"
)
WORDS = TELLING.split(" ")


def laid_out(text: str) -> Page:
    page = lay_out(Document(doc="d", text=text))
    parse_where([page], lambda sentence: narrative.may_hold(sentence))
    return page


@pytest.mark.parametrize("row", POSITIVE, ids=[row["why"] for row in POSITIVE])
def test_the_claim_its_target_and_its_claimant_are_found(row: dict[str, str]) -> None:
    page = laid_out(row["text"])
    start = row["text"].index(row["quote"])
    stretch = Span(start, start + len(row["quote"]))
    found = [f for f in narrative.by_rules(page) if f.kind == row["kind"] and f.span.overlaps(stretch)]
    assert len(found) == 1
    assert row["target"].casefold() in (found[0].target or "").casefold()
    voice = attribute(page, found[0])
    assert (voice.claimant or "").casefold() == row["claimant"].casefold()
    assert voice.stance.value == row["stance"]


@pytest.mark.parametrize("row", NEGATIVE, ids=[row["why"] for row in NEGATIVE])
def test_nothing_is_taken_from(row: dict[str, str]) -> None:
    assert narrative.by_rules(laid_out(row["text"])) == []


def test_two_states_that_both_deny_it_are_two_denials() -> None:
    page = laid_out("Oslo and Stockholm both deny that their ships were in the strait.")
    found = narrative.by_rules(page)
    assert [f.kind for f in found] == ["denial", "denial"]
    assert {attribute(page, f).claimant for f in found} == {"Norway government", "Sweden government"}


def test_each_says_the_other_asked_first_is_a_claim_of_both() -> None:
    page = laid_out(
        "Colombia said the border was calm. Venezuela said it had won. "
        "Both announced a truce, but each claimed that the other had requested it first."
    )
    asked = [f for f in narrative.by_rules(page) if f.rule == "status:asked"]
    assert [attribute(page, f).claimant for f in asked] == ["Colombia government; Venezuela government"]


def test_the_quote_is_where_the_span_says() -> None:
    page = laid_out("Rain fell. The union blamed the operator for the crash of the plane.")
    (found,) = narrative.by_rules(page)
    assert found.span.of(page.text) == "blamed the operator for the crash of the plane"
    assert (found.target, found.victims) == ("the operator", "the crash of the plane")


def test_sentences_that_hold_nothing_need_no_parse() -> None:
    text = "The festival opens on Saturday with a concert. The minister denied that the bridge was closed."
    assert [narrative.may_hold(sentence) for sentence in lay_out(Document("d", text)).sentences] == [False, True]


def test_a_denied_figure_keeps_the_figure() -> None:
    (found,) = narrative.by_rules(laid_out("The navy denied that more than 40 sailors had been killed."))
    assert found.quantity == Quantity(40, None, Qualifier.MORE_THAN)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The rebels denied killing 40 villagers.", 40),
        ("The police denied reports that 12 protesters had been shot.", 12),
        ("The group denied any role in the attack that killed 30 people.", None),
        ("The firm rejected claims that it was to blame for the deaths of 30 people.", None),
    ],
)
def test_a_denial_keeps_the_figure_that_is_denied_and_no_other(text: str, figure: int | None) -> None:
    (found,) = narrative.by_rules(laid_out(text))
    assert (found.quantity and found.quantity.low) == figure


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_any_mix_of_telling_words_is_read_without_a_crash(text: str) -> None:
    page = laid_out(text)
    for finding in narrative.by_rules(page):
        assert finding.span.of(page.text).strip()
        attribute(page, finding)


def test_a_long_page_of_hints_takes_no_long_time() -> None:
    page = lay_out(Document(doc="d", text="the talks with the truce and “the ceasefire” in the " * 2_000))
    assert not narrative.by_rules(page)  # nothing was parsed; the word lists alone must be quick


def issued_by(source: str, text: str) -> list[str]:
    """What is denied in a statement that the source issued."""
    page = lay_out(Document(doc="d", text=f"Statement of 12 May 2021\n\n{text}", source=source))
    parse_where([page], lambda sentence: narrative.may_hold(sentence))
    return [page.text[f.span.start : f.span.end] for f in narrative.by_rules(page) if f.kind == "denial"]


@pytest.mark.parametrize(
    "text",
    [
        "No strike took place.",
        "No F-16 took off that day.",
        "No village has been given up.",
        "Neither on the ground nor from the air did any soldier enter our territory.",
        "There were no such losses.",
    ],
)
def test_a_ministry_denies_in_its_own_statement_what_nobody_did(text: str) -> None:
    assert issued_by("Ministry of Defence of Ruritania", text) == [text.rstrip(".")]


@pytest.mark.parametrize(
    "text",
    ["No soldier lost his life.", "There is no alternative to peace.", "The town is not under our control."],
)
def test_a_ministry_may_say_what_is_not_so_without_denying_it(text: str) -> None:
    assert issued_by("Ministry of Defence of Ruritania", text) == []


def test_a_relief_group_does_not_deny_what_others_left_undone() -> None:
    assert issued_by("Médecins Sans Frontières", "No ambulance took off that day.") == []
