"""One labelled sentence of our own for each phenomenon: tests/cases/counts.csv."""

import csv
from pathlib import Path

import pytest

from factcheck.extraction import extract, extract_all
from factcheck.extraction.counts.learned.reader import RULE
from factcheck.values import COUNT_KINDS, ClaimRecord, Document

CASES = Path(__file__).parents[1] / "cases" / "counts.csv"


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def said(claim: ClaimRecord) -> str:
    """'killed at_least 10', 'wounded 30', 'killed 2 part': the shorthand of the case file."""
    bounds = [f"{n:.0f}" for n in (claim.low, claim.high) if n is not None]
    if claim.qualifier in ("exact", "about"):
        bounds = bounds[:1]
    hedge = [] if claim.qualifier in (None, "exact") else [str(claim.qualifier)]
    return " ".join([claim.kind, *hedge, *bounds] + ["part"] * claim.part_of)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['phenomenon']}: {row['text'][:50]}")
def test_a_sentence_gives_exactly_its_counts(row: dict[str, str]) -> None:
    claims = [claim for claim in extract(Document("case", row["text"])) if claim.rule != RULE]
    found = sorted(said(claim) for claim in claims if claim.kind in COUNT_KINDS)
    assert found == sorted(part.strip() for part in row["expected"].split(";") if part.strip())


def test_the_learnt_reader_adds_little_to_what_the_rules_read_in_full() -> None:
    read = extract_all(Document(str(number), row["text"]) for number, row in enumerate(rows()))
    added = [claim.quote for _, claims, _ in read for claim in claims if claim.rule == RULE]
    assert len(added) < 0.02 * len(rows()), added


def test_every_phenomenon_is_named_and_every_text_differs() -> None:
    texts = [row["text"] for row in rows()]
    assert all(row["phenomenon"] for row in rows())
    assert len(texts) == len(set(texts))
