"""JSON Lines: documents and claim records, line by line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck import record
from factcheck.errors import ReadError
from factcheck.readers import Defaults, Item, SourcedClaim, jsonl, read_bytes, read_path
from factcheck.values import ClaimRecord, DateSpan, Document, Qualifier, Stance

CLAIM = {
    "doc": "c-1", "kind": "killed", "low": 10, "high": None, "qualifier": "at_least", "victims": "sailors",
    "target": None, "claimant": "port authority", "stance": "confirms", "event_date": ["2025-10-11", "2025-10-12"],
    "place": "Dresk", "quote": "at least 10 sailors", "start": 4, "end": 23,
}  # fmt: skip


def items(*rows: Any, name: str = "a.jsonl", defaults: Defaults | None = None) -> list[Item]:
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    return list(read_bytes(name, "\n".join(lines).encode(), defaults or Defaults()))


def test_a_document_keeps_its_outside_id_and_its_text_as_given() -> None:
    text = "  Six died.\r\n\r\nFive were hurt.\n"
    row = {
        "doc": "d-1",
        "title": "T",
        "published": "2025-10-12",
        "source": "S",
        "url": "https://a.example",
        "text": text,
    }
    assert items(row) == [
        Document(
            "d-1", text, source="S", title="T", published=date(2025, 10, 12), url="https://a.example", kind="jsonl"
        )
    ]


def test_dct_stands_for_published_and_defaults_for_what_is_missing() -> None:
    rows = [
        {"text": "Six died.", "dct": "2025-10-12T08:00:00Z"},
        {"text": "Six died.", "source": None, "published": ""},
    ]
    first, second = items(*rows, defaults=Defaults("Given", date(2025, 11, 8)))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.published, first.published_at, first.source) == (
        date(2025, 10, 12),
        "2025-10-12T08:00:00+00:00",
        "Given",
    )
    assert (second.published, second.source) == (date(2025, 11, 8), "Given")
    assert (first.doc, second.doc) == ("a.jsonl, line 1", "a.jsonl, line 2")


def test_a_claim_record_is_told_from_a_document_by_its_fields() -> None:
    (item,) = items(
        {**CLAIM, "source": "S", "published": "2025-10-13", "claim": "x", "incident": "i", "question": "q"}
    )
    assert item == SourcedClaim(
        ClaimRecord(
            "c-1", "killed", "at least 10 sailors", 4, 23, low=10, qualifier=Qualifier.AT_LEAST, victims="sailors",
            claimant="port authority", stance=Stance.CONFIRMS,
            event_date=DateSpan(date(2025, 10, 11), date(2025, 10, 12)), place="Dresk",
        ),
        "S", date(2025, 10, 13), None, None, "a.jsonl, line 1",
    )  # fmt: skip


def test_a_claim_record_may_have_its_quote_alone_and_not_its_place() -> None:
    (item,) = items({k: v for k, v in CLAIM.items() if k not in ("start", "end")})
    assert isinstance(item, SourcedClaim)
    assert (item.claim.start, item.claim.end) == (0, 0)


def test_what_extraction_prints_is_read_back_as_it_was() -> None:
    (item,) = items(CLAIM)
    assert isinstance(item, SourcedClaim)
    printed = record.to_json(item.claim)
    assert items(printed) == [item]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("five", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("9" * 5000, "not JSON"),
        ('"words"', "not a JSON object"),
        ("[1, 2]", "not a JSON object"),
        ("{}", "neither a document"),
        ({"question": "q", "verdict": "conflict"}, "neither a document"),
        ({"text": "  "}, "the document's text is empty"),
        ({"text": 5}, "the document's text is empty"),
        ({"text": "Six died.", "source": ["S"]}, "source is not a string"),
        ({"text": "Six died.", "published": "last week"}, "published: 'last week' is not a date"),
        ({**CLAIM, "low": "many"}, "low is not a number"),
        ({**CLAIM, "event_date": 5}, "event_date is not two ISO dates"),
        ({**CLAIM, "quote": None}, "the claim lacks quote"),
        ({**CLAIM, "end": None}, "the claim lacks end"),
        ({**CLAIM, "low": -3}, "low is below 0"),
        ({**CLAIM, "kind": {}}, "kind '{}' is not a word"),
        ({**CLAIM, "published": "12/10/2025"}, "published: '12/10/2025' is not a date"),
    ],
)
def test_a_bad_line_is_reported_by_its_number_and_the_others_are_in(line: Any, reason: str) -> None:
    good = {"text": "Six died."}
    first, problem, last = items(good, line, good)
    assert isinstance(problem, ReadError)
    assert problem.where == "a.jsonl, line 2"
    assert problem.reason.startswith(reason)
    assert isinstance(first, Document)
    assert isinstance(last, Document)


def test_standard_input_is_json_lines_and_called_by_its_name() -> None:
    good, problem = items({"doc": "d", "text": "Six died."}, "{", name="-")
    assert isinstance(good, Document)
    assert str(problem).startswith("standard input, line 2: not JSON")


def test_blank_lines_and_a_byte_order_mark_do_not_matter() -> None:
    rows = items("\ufeff", {"text": "Six died."}, "", "   ", {"text": "Five died."}, "")
    assert [type(row) for row in rows] == [Document, Document]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_list_of_objects_is_read_like_lines(name: str) -> None:
    rows = items(json.dumps([{"text": "Six died."}, {"text": ""}, CLAIM], indent=1), name=name)
    assert [type(row) for row in rows] == [Document, ReadError, SourcedClaim]
    assert isinstance(rows[1], ReadError)
    assert rows[1].where == f"{name}, item 2"


def test_a_json_file_may_hold_one_object_or_lines() -> None:
    assert [type(row) for row in items(json.dumps({"text": "Six died."}, indent=1), name="a.json")] == [Document]
    assert [type(row) for row in items({"text": "Six died."}, CLAIM, name="a.json")] == [Document, SourcedClaim]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_other_encodings_are_read_too(encoding: str) -> None:
    lines = json.dumps({"doc": "é", "text": "Dix tués à Besançon."}, ensure_ascii=False) + "\n"
    rows = list(read_bytes("a.jsonl", (lines * 2).encode(encoding)))
    assert [row.text for row in rows if isinstance(row, Document)] == ["Dix tués à Besançon."] * 2


def test_characters_that_cannot_be_stored_are_replaced_one_for_one() -> None:
    (read,) = items('{"doc": "d\\ud800", "text": "a\\u0000b\\udc00c\\ud83d\\ude00", "title": "\\u0000"}')
    assert isinstance(read, Document)
    assert (read.doc, read.text, read.title) == ("d\ufffd", "a\ufffdb\ufffdc😀", "\ufffd")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"\n \n\n", "the file is empty but for spaces and blank lines"),
        (b"\x1f\x8b\x08\x00compressed", "binary, not text (a gzip file)"),
        (b'{"text": "a"}\x00\x00\x00', "binary, not text"),
    ],
)
def test_a_file_that_holds_no_lines_is_reported(data: bytes, reason: str) -> None:
    (problem,) = read_bytes("a.jsonl", data)
    assert isinstance(problem, ReadError)
    assert problem.reason == reason


def test_a_line_that_is_too_long_is_reported_and_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE", 1000)
    path = tmp_path / "a.jsonl"
    row = json.dumps({"text": "Six died."})
    path.write_text("\n".join([row, json.dumps({"text": "x" * 5000}), row]), encoding="utf-8")
    first, problem, last = read_path(path)
    assert isinstance(problem, ReadError)
    assert problem.where.endswith("line 2")
    assert "longer than" in problem.reason
    assert isinstance(first, Document)
    assert isinstance(last, Document)
