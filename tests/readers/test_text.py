"""Plain text: the header block, the body and its offsets."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from factcheck import resources
from factcheck.errors import ReadError
from factcheck.readers import Defaults, Item, read_bytes, read_path
from factcheck.values import Document

GOLD = Path(__file__).parents[2] / "bench" / "reports" / "demo" / "gold.jsonl"


def document(data: bytes | str, name: str = "a.txt", defaults: Defaults | None = None) -> Document:
    (item,) = items(data, name, defaults)
    assert isinstance(item, Document), item
    return item


def items(data: bytes | str, name: str = "a.txt", defaults: Defaults | None = None) -> list[Item]:
    return list(read_bytes(name, data.encode() if isinstance(data, str) else data, defaults or Defaults()))


def test_the_header_is_taken_off_and_offsets_count_from_the_body() -> None:
    read = document(
        "Source: Harbour Courier\nTitle: A title\nPublished: 2025-10-12\nURL: https://a.example/1\n\nSix died.\n"
    )
    assert read.text == "Six died."
    assert (read.source, read.title, read.url) == ("Harbour Courier", "A title", "https://a.example/1")
    assert (read.published, read.published_at) == (date(2025, 10, 12), None)


def test_header_keys_come_in_any_order_and_case_and_any_of_them() -> None:
    read = document("url: https://a.example/2\nSOURCE:  Inland Wire \n\nSix died.")
    assert (read.source, read.url, read.title, read.published) == (
        "Inland Wire",
        "https://a.example/2",
        None,
        None,
    )
    assert read.text == "Six died."


def test_a_blank_line_of_spaces_ends_the_header_too() -> None:
    assert document("Source: S\n  \nSix died.").text == "Six died."


@pytest.mark.parametrize(
    "text",
    [
        "Six died.\n\nSource: the ministry\n",
        "Source: S\nSix died.\n\nFive were hurt.",
        "Warning: S\nSource: T\n\nSix died.\n",
        "\nSource: S\n\nSix died.",
        "Source S\n\nSix died.",
    ],
)
def test_lines_that_are_not_all_header_lines_are_text(text: str) -> None:
    read = document(text, defaults=Defaults("Given", date(2025, 11, 8)))
    assert read.text == text
    assert (read.source, read.published) == ("Given", date(2025, 11, 8))


def test_without_header_and_defaults_source_and_date_are_unknown() -> None:
    read = document("Six died.\n")
    assert (read.source, read.published, read.title, read.url) == (None, None, None, None)
    assert read.text == "Six died.\n"


def test_the_header_goes_before_the_defaults_and_an_empty_line_of_it_does_not() -> None:
    given = Defaults("Given", date(2025, 11, 8))
    assert document("Source: S\n\nSix died.", defaults=given).source == "S"
    assert document("Source:\nTitle: T\n\nSix died.", defaults=given).source == "Given"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_are_read_as_one(end: str) -> None:
    read = document(end.join(["Source: S", "", "Six died.", "", "Five were hurt.", ""]))
    assert read.source == "S"
    assert read.text == "Six died.\n\nFive were hurt."


def test_a_time_of_publication_is_kept_with_its_zone() -> None:
    read = document("Published: 2025-10-12T23:30:00+05:00\n\nSix died.")
    assert (read.published, read.published_at) == (date(2025, 10, 12), "2025-10-12T23:30:00+05:00")


def test_an_unreadable_date_in_the_header_is_reported_with_what_to_write() -> None:
    (problem,) = items("Published: 10/12/2025\n\nSix died.")
    assert isinstance(problem, ReadError)
    assert str(problem).startswith("a.txt, line Published: '10/12/2025' is not a date")
    assert problem.hint == "Write it as 2025-10-12."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("", "the file is empty"),
        (" \n\t\r\n", "the file is empty but for spaces and blank lines"),
        ("\ufeff", "the file is empty but for spaces and blank lines"),
        ("Source: S\nTitle: T\n\n\n", "the file has a header but no text"),
        ("Source: S", "the file has a header but no text"),
    ],
)
def test_a_file_without_text_is_reported(data: str, reason: str) -> None:
    (problem,) = items(data)
    assert isinstance(problem, ReadError)
    assert (problem.reason, problem.where) == (reason, "a.txt")


def test_every_demo_report_reads_as_its_header_and_body() -> None:
    paths = sorted(resources.DEMO.glob("*/*.txt"))
    assert paths
    for path in paths:
        head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        (read,) = read_path(path)
        assert isinstance(read, Document)
        assert read.text == body.rstrip("\n")
        stated = dict(line.split(": ", 1) for line in head.splitlines())
        assert [read.source, read.title, str(read.published), read.url] == [
            stated[key] for key in ("Source", "Title", "Published", "URL")
        ]


def test_every_marked_quote_of_the_demo_stands_at_its_offsets() -> None:
    texts = {}
    for path in resources.DEMO.glob("*/*.txt"):
        (read,) = read_path(path)
        assert isinstance(read, Document)
        texts[f"{path.parent.name}/{path.stem}"] = read.text
    for claim in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines()):
        assert texts[claim["doc"]][claim["start"] : claim["end"]] == claim["quote"]
