"""What the pages say in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from factcheck.dashboard import words
from factcheck.queries.claims import ClaimRow

CLAIM = ClaimRow(
    id="c", document="d", question="q", kind="killed", low=10.0, high=None, qualifier="at_least",
    victims="soldiers", target=None, claimant=None, stance="reports", event_start=None, event_end=None, place=None,
    quote="at least 10", start=0, end=11, part_of=False, vague_word=None, via=None, rule="verb", confidence=0.9,
    source="Gazette", published=None, url=None, title=None, doc="a.txt",
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "figure", "counted"),
    [
        ({}, "at least 10", "soldiers killed"),
        ({"low": 58.0, "high": 58.0, "qualifier": "exact"}, "58", "soldiers killed"),
        ({"kind": "attendance", "victims": None}, "at least 10", "taking part"),
        ({"low": None, "high": None, "qualifier": "vague"}, "no number", "soldiers killed"),
        ({"low": 1.0, "high": 1.0, "qualifier": "exact"}, "1", "soldier killed"),
        ({"victims": "bodies"}, "at least 10", "people killed"),
        (
            {"kind": "blame", "qualifier": None, "low": None, "target": "the army"},
            "blames the army",
            "for soldiers",
        ),
        ({"kind": "denial", "qualifier": None, "low": None, "target": "a raid"}, "denies a raid", "soldiers"),
        (
            {"kind": "status", "qualifier": None, "low": None, "target": "truce holds"},
            "says “truce holds”",
            "soldiers",
        ),
        ({"kind": "blame", "qualifier": None, "low": None, "victims": None}, "blames somebody", ""),
    ],
)
def test_a_claims_answer_is_said_in_words(changes: dict[str, object], figure: str, counted: str) -> None:
    claim = replace(CLAIM, **changes)  # type: ignore[arg-type]
    assert (words.figure(claim), words.counted(claim)) == (figure, counted)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2025, 10, 11), date(2025, 10, 12), "11–12 Oct 2025"),
        (date(2025, 10, 11), date(2025, 10, 11), "11 Oct 2025"),
        (date(2025, 9, 30), date(2025, 10, 2), "30 Sep – 2 Oct 2025"),
        (date(2024, 12, 31), date(2025, 1, 1), "31 Dec 2024 – 1 Jan 2025"),
        (None, date(2025, 1, 1), "1 Jan 2025"),
        (None, None, "no date"),
    ],
)
def test_days_are_said_shortly(first: date | None, last: date | None, said: str) -> None:
    assert words.days(first, last) == said


def test_a_moment_names_its_zone() -> None:
    assert words.moment(datetime(2025, 3, 4, 5, 6, tzinfo=UTC)) == "4 Mar 2025, 05:06 UTC"
    assert words.moment(None) == "never"


def test_a_stretch_of_time_is_said_in_minutes_and_seconds() -> None:
    assert (words.duration(42), words.duration(185)) == ("42 s", "3 min 5 s")


def test_counts_agree_with_their_noun() -> None:
    assert words.number(1, "claim") == "1 claim"
    assert words.number(1204, "claim") == "1,204 claims"


def test_a_long_text_is_cut_at_a_word() -> None:
    assert words.shorten("one two three four", 12) == "one two…"
    assert words.shorten(" one\n two ", 12) == "one two"


def test_labels_show_markdown_signs_as_they_are() -> None:
    assert words.plain_markdown("*a* [b](c) $d$ :red[e]") == r"\*a\* \[b\]\(c\) \$d\$ \:red\[e\]"


@pytest.mark.parametrize(
    ("rule", "confidence", "said"),
    [
        ("active object", 0.93, "about 93% of such claims are right"),
        ("figure:learnt", 0.62, "read by a learnt model, about 62% of such claims are right"),
        ("blame:learnt", None, "read by a learnt model"),
        (None, None, ""),
    ],
)
def test_how_sure_a_claim_is_and_whether_a_model_read_it_is_said(
    rule: str | None, confidence: float | None, said: str
) -> None:
    assert words.sureness(rule, confidence) == said


def test_how_it_is_put_goes_with_the_name_or_stands_alone() -> None:
    several = replace(CLAIM, claimant="Northern officials")
    assert (words.stance(CLAIM), words.stance(several), words.manner(several)) == ("reports", "report", "reported")


def test_what_is_cut_within_a_quotation_ends_it() -> None:
    assert words.shorten("says “one two three four”", 17) == "says “one two…”"
