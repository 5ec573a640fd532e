"""The discrepancy report as CSV: columns, letters, quoting, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reports import COLUMNS, writers
from factcheck.reports.csv import cell, to_csv


def read_back(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_columns_are_the_agreed_ones_in_their_order() -> None:
    header = to_csv([]).decode("utf-8-sig").strip()
    assert header == (
        "conflict_id,incident,question,kind,type,severity,status,incident_start,incident_end,place,subject,"
        "claimant_a,stance_a,low_a,high_a,qualifier_a,published_a,source_a,url_a,quote_a,"
        "claimant_b,stance_b,low_b,high_b,qualifier_b,published_b,source_b,url_b,quote_b,"
        "gap_abs,gap_ratio,carriers_a,carriers_b,reason,decided_by,decided_at,note,estimates"
    )


def test_it_begins_with_a_byte_order_mark_and_keeps_every_letter() -> None:
    data = to_csv([{"place": "Khān Yūnis, غزة"}])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\xef\xbb\xbf") == 1
    assert read_back(data)[0]["place"] == "Khān Yūnis, غزة"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_begins_like_a_formula_is_defused(start: str) -> None:
    row = read_back(to_csv([{"quote_a": f"{start}HYPERLINK(1)"}]))[0]
    assert row["quote_a"] == f"'{start}HYPERLINK(1)"


@pytest.mark.parametrize(
    "text", ["58 killed", " =1", "'quoted'", 'said "no"', "two\nlines", "a\r\nb", "a,b;c", "1=1"]
)
def test_any_other_text_comes_back_as_it_was_stored(text: str) -> None:
    row = read_back(to_csv([{"quote_a": text, "note": "end"}]))[0]
    assert (row["quote_a"], row["note"]) == (text, "end")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), max_size=4))
def test_whatever_the_quotes_hold_the_table_keeps_its_shape(quotes: list[str]) -> None:
    rows = read_back(to_csv([{"conflict_id": "c", "quote_a": quote, "note": "end"} for quote in quotes]))
    assert [row["quote_a"].removeprefix("'") for row in rows] == [quote.removeprefix("'") for quote in quotes]
    assert all(row["note"] == "end" for row in rows)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (0.0, "0"), (58.0, "58"), (2.5217391, "2.52174"), (0, "0"), (-3.0, "-3"),
        (12_000_000.0, "12000000"),
        (date(2025, 10, 12), "2025-10-12"),
        (datetime(2025, 11, 8, 9, 30, tzinfo=UTC), "2025-11-08T09:30:00+00:00"),
    ],
)  # fmt: skip
def test_unknown_is_empty_zero_is_zero_and_whole_numbers_have_no_fraction(value: object, text: str) -> None:
    assert cell(value) == text


def test_every_writer_says_what_it_writes() -> None:
    assert "csv" in writers()
    for write in writers().values():
        assert write.__doc__
    assert len(set(COLUMNS)) == len(COLUMNS)
