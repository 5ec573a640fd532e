"""Tables of claims: columns, dividing characters, rows with a fault."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest

from factcheck.errors import ReadError
from factcheck.readers import Defaults, Item, SourcedClaim, read_bytes
from factcheck.values import DateSpan, Qualifier, Stance

ROW = {
    "doc": "c-1", "kind": "killed", "low": "10", "high": "", "qualifier": "at_least", "victims": "sailors",
    "claimant": "port authority", "stance": "confirms", "event_date": "2025-10-11/2025-10-12", "place": "Dresk",
    "quote": "at least 10 sailors, two of them cooks", "start": "4", "end": "42", "source": "Harbour Courier",
    "url": "https://a.example/1", "published": "2025-10-13",
}  # fmt: skip


def table(*rows: dict[str, str], delimiter: str = ",") -> str:
    out = StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def items(text: str, defaults: Defaults | None = None, encoding: str = "utf-8") -> list[Item]:
    return list(read_bytes("t.csv", text.encode(encoding), defaults or Defaults()))


def one(text: str, defaults: Defaults | None = None) -> SourcedClaim:
    (item,) = items(text, defaults)
    assert isinstance(item, SourcedClaim), item
    return item


def without(*names: str) -> dict[str, str]:
    return {name: cell for name, cell in ROW.items() if name not in names}


def test_a_row_is_a_claim_with_who_published_it_and_where_it_stood() -> None:
    read = one(table(ROW))
    assert (read.source, read.url, read.published, read.title) == (
        "Harbour Courier", "https://a.example/1", date(2025, 10, 13), None,
    )  # fmt: skip
    assert read.where == "t.csv, row 2"
    claim = read.claim
    assert (claim.low, claim.high, claim.qualifier, claim.stance) == (
        10,
        None,
        Qualifier.AT_LEAST,
        Stance.CONFIRMS,
    )
    assert (claim.quote, claim.start, claim.end) == (ROW["quote"], 4, 42)
    assert claim.event_date == DateSpan(date(2025, 10, 11), date(2025, 10, 12))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_columns_may_be_divided_and_encoded_in_several_ways(delimiter: str, encoding: str) -> None:
    row = {**ROW, "place": "Besançon"}
    (item,) = items(table(row, delimiter=delimiter), encoding=encoding)
    assert isinstance(item, SourcedClaim)
    assert item.claim.place == "Besançon"


def test_column_names_may_have_capitals_spaces_and_any_order() -> None:
    shuffled = {f" {name.upper()} ": ROW[name] for name in sorted(ROW)}
    assert one(table(shuffled)) == one(table(ROW))


@pytest.mark.parametrize(
    ("cells", "span"),
    [
        ({"event_date": "2025-10-11"}, ("2025-10-11", "2025-10-11")),
        ({"event_date": "['2025-10-11', '2025-10-12']"}, ("2025-10-11", "2025-10-12")),
        ({"event_date": "2025-10-11 to 2025-10-12"}, ("2025-10-11", "2025-10-12")),
        ({"event_start": "2025-10-11", "event_end": "2025-10-12"}, ("2025-10-11", "2025-10-12")),
        ({"event_start": "2025-10-11", "event_end": ""}, ("2025-10-11", "2025-10-11")),
        ({"event_start": "", "event_end": ""}, None),
    ],
)
def test_the_event_date_stands_in_one_column_or_two(cells: dict[str, str], span: tuple[str, str] | None) -> None:
    expected = None if span is None else DateSpan(date.fromisoformat(span[0]), date.fromisoformat(span[1]))
    assert one(table({**without("event_date"), **cells})).claim.event_date == expected


@pytest.mark.parametrize("written", ["12000", "12,000", "12000.0", " 12000 "])
def test_a_number_may_be_written_in_several_ways(written: str) -> None:
    assert one(table({**ROW, "low": written})).claim.low == 12_000


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("low", "ten", "is not a number: 'ten'"),
        ("low", "12.000", "12.000 can be read in two ways"),
        ("high", "1,5", "is not a number: '1,5'"),
        ("low", "nan", "is not a number: 'nan'"),
        ("start", "-4", "is below 0: '-4'"),
        ("qualifier", "roughly", "qualifier 'roughly' is none of"),
        ("stance", "shouts", "stance 'shouts' is none of"),
        ("kind", "Killed!", "kind 'Killed!' is not a word"),
        ("event_date", "2025-13-01", "is not two ISO dates"),
        ("published", "10/12/2025", "'10/12/2025' is not a date"),
    ],
)
def test_a_bad_cell_in_row_17_is_named_and_the_other_rows_are_in(column: str, cell: str, reason: str) -> None:
    rows = [dict(ROW) for _ in range(30)]
    rows[15][column] = cell  # row 1 has the column names
    read = items(table(*rows))
    problems = [item for item in read if isinstance(item, ReadError)]
    assert [problem.where for problem in problems] == [f"t.csv, row 17, column {column}"]
    assert problems[0].reason.startswith(reason)
    assert sum(isinstance(item, SourcedClaim) for item in read) == 29


def test_a_low_bound_above_the_high_one_is_refused() -> None:
    (problem,) = items(table({**ROW, "high": "3", "qualifier": "range"}))
    assert str(problem) == "t.csv, row 2, column low: low (10) is above high (3)"


@pytest.mark.parametrize("name", ["doc", "kind", "low", "high", "qualifier", "quote", "start", "end", "source"])
def test_a_missing_column_is_named_with_the_columns_found(name: str) -> None:
    (problem,) = items(table(without(name)))
    assert isinstance(problem, ReadError)
    assert (problem.where, problem.reason) == ("t.csv", f"a required column is missing: {name}")
    assert problem.hint == f"The columns found are: {', '.join(without(name))}."


def test_the_source_column_may_be_missing_when_a_source_is_given() -> None:
    read = one(table(without("source", "published")), Defaults("Given", date(2025, 11, 8)))
    assert (read.source, read.published) == ("Given", date(2025, 11, 8))


def test_other_columns_are_left_alone_but_a_misspelt_one_is_not() -> None:
    assert one(table({**ROW, "my notes": "seen"})) == one(table(ROW))
    (problem,) = items(table({**without("claimant"), "claiment": "port authority"}))
    assert str(problem) == "t.csv: column 'claiment' is not known. Rename it if it means 'claimant'."


def test_a_quote_without_offsets_comes_with_an_empty_place() -> None:
    read = one(table({**ROW, "start": "", "end": ""}))
    assert (read.claim.start, read.claim.end) == (0, 0)


def test_blank_rows_count_but_are_no_claims() -> None:
    lines = table(ROW, {**ROW, "low": "ten"}).splitlines()
    read = items("\n".join([lines[0], "", lines[1], "," * (len(ROW) - 1), lines[2], ""]))
    assert [type(item) for item in read] == [SourcedClaim, ReadError]
    assert isinstance(read[1], ReadError)
    assert read[1].where == "t.csv, row 5, column low"


def test_a_quote_may_hold_commas_quotation_marks_and_line_breaks() -> None:
    quote = 'at least 10 "sailors",\n\ntwo of them cooks '
    assert one(table({**ROW, "quote": quote})).claim.quote == quote


def test_cells_too_many_and_a_lost_quotation_mark_are_reported() -> None:
    head, row = table(ROW).splitlines()
    read = items("\n".join([head, f"{row},again,", row, row.replace('"at least', '"at "least'), row, f'{row},"']))
    assert [item.where for item in read if isinstance(item, ReadError)] == [f"t.csv, row {n}" for n in (2, 4, 6)]
    assert [item.where for item in read if isinstance(item, SourcedClaim)] == [f"t.csv, row {n}" for n in (3, 5)]


def test_two_columns_of_one_name_are_refused() -> None:
    head, row = table(ROW).splitlines()
    (problem,) = items(f"{head},low\n{row},11\n")
    assert "two columns have the same name: low" in str(problem)


@pytest.mark.parametrize("text", ["", "\n\n", "doc,kind", "just words"])
def test_a_table_without_what_is_needed_is_one_problem(text: str) -> None:
    (problem,) = items(text)
    assert isinstance(problem, ReadError)
