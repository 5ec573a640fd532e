"""The claim record as JSON: what goes out comes back, and what breaks the contract is named."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import ids
from factcheck.errors import ClaimError
from factcheck.record import FIELDS, check_quote, from_json, to_json
from factcheck.values import COUNT_KINDS, NARRATIVE_KINDS, ClaimRecord, DateSpan, Qualifier, Stance

WORDS = st.text(min_size=1, max_size=30).map(str.strip).filter(bool)
FIGURE = st.one_of(st.none(), st.integers(0, 10**9).map(float), st.floats(0, 1e9, width=32))


@st.composite
def records(draw: st.DrawFn) -> ClaimRecord:
    """Any claim that the contract allows."""
    kind = draw(st.sampled_from((*COUNT_KINDS, *NARRATIVE_KINDS, "ceasefire_breach")))
    low, high = draw(FIGURE), draw(FIGURE)
    if low is not None and high is not None and low > high:
        low, high = high, low
    figure = kind in COUNT_KINDS or low is not None or high is not None
    days = draw(st.one_of(st.none(), st.lists(st.dates(date(1000, 1, 1)), min_size=2, max_size=2).map(sorted)))
    quote, start = draw(WORDS), draw(st.integers(0, 10**6))
    optional = st.one_of(st.none(), WORDS)
    return ClaimRecord(
        doc=draw(WORDS), kind=kind, quote=quote, start=start, end=start + len(quote), low=low, high=high,
        qualifier=draw(st.sampled_from(Qualifier)) if figure else None, victims=draw(optional),
        target=draw(optional), claimant=draw(optional), stance=draw(st.sampled_from(Stance)),
        event_date=DateSpan(*days) if days else None, place=draw(optional), side=draw(optional),
        role=draw(optional), part_of=draw(st.booleans()), via=draw(optional), rule=draw(WORDS),
        vague_word=draw(optional), confidence=draw(st.one_of(st.none(), st.floats(0, 1))),
    )  # fmt: skip


def row(**fields: Any) -> dict[str, Any]:
    return {
        "doc": "a",
        "kind": "killed",
        "quote": "12 dead",
        "start": 4,
        "end": 11,
        "low": 12,
        "high": 12,
    } | fields


@given(records())
def test_a_record_comes_back_as_it_went_out(claim: ClaimRecord) -> None:
    again = from_json(json.loads(json.dumps(to_json(claim))))
    assert again == claim
    assert ids.claim_id("d", again) == ids.claim_id("d", claim)


def test_the_contracts_fields_come_first_and_whole_numbers_have_no_fraction() -> None:
    printed = to_json(from_json(row(low=12.0, high=None)))
    assert tuple(printed)[: len(FIELDS)] == FIELDS
    assert '"low": 12,' in json.dumps(printed)
    assert printed["high"] is None


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"quote": None}, "lacks quote"),
        ({"kind": "Killed!"}, "is not a word in lower case"),
        ({"low": "twelve"}, "low is not a number"),
        ({"low": True}, "low is not a number"),
        ({"high": "inf"}, "high is not a number"),
        ({"low": 13}, "is above high"),
        ({"start": -1}, "start is below 0"),
        ({"start": 12}, "is after end"),
        ({"qualifier": "roughly"}, "is none of exact"),
        ({"stance": "shouts"}, "is none of reports"),
        ({"event_date": ["2025-11-09", "2025-11-08"]}, "the first before the last"),
    ],
)
def test_a_record_that_breaks_the_contract_is_refused_with_the_field(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ClaimError, match=message):
        from_json(row(**fields))


def test_a_claim_never_loses_its_sentence() -> None:
    claim = from_json(row())
    check_quote(claim, "All 12 dead.")
    with pytest.raises(ClaimError, match="is not what stands at 4 to 11"):
        check_quote(claim, "All 13 dead.")


def test_unknown_is_none_and_no_casualties_is_zero() -> None:
    assert from_json(row(low=None, high=None)).qualifier is Qualifier.VAGUE
    zero = from_json(row(low=0, high=0))
    assert (zero.low, zero.high, zero.qualifier) == (0, 0, Qualifier.EXACT)
    assert ids.claim_id("d", zero) != ids.claim_id("d", replace(zero, low=None, high=None))
