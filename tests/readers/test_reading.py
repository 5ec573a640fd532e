"""What holds for every reader: any bytes, any size, any name."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import readers
from factcheck.errors import ReadError
from factcheck.readers import Defaults, SourcedClaim, formats, read_bytes, read_path, read_stream
from factcheck.readers.items import Content, Item
from factcheck.readers.registry import reader
from factcheck.values import Document

NAMES = ["a.txt", "a.html", "a.jsonl", "a.json", "a.csv", "a.tsv", "-", "a", "a.pdf", "a.xyz", ""]
MARKUP = st.lists(
    st.sampled_from([
        "<html>", "<body>", "<p>", "</p>", "<a href='x'>", "</a>", "<div class='comment'>", "</div>", "<table>",
        "<td>", "</table>", "<!--", "-->", "<svg>", "<?xml ?>", "&#0;", "<script type='application/ld+json'>",
        "</script>",
        "<meta charset='idna'>", "<link rel=canonical href='http://[x'>", "<base href='//['>", "five dead ", "\n",
    ]),
    max_size=30,
).map("".join)  # fmt: skip
LINES = st.lists(
    st.sampled_from(
        ['{"text": "five dead"}', "{", "[", '"', ",", ";", "\t", "doc,kind,quote", "5", "\\ud800", "\n"]
    ),
    max_size=20,
).map("".join)


@pytest.mark.parametrize("name", NAMES)
@given(data=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")),
                      MARKUP.map(str.encode), LINES.map(str.encode)))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_any_bytes_give_items_that_can_be_stored_and_never_an_exception(name: str, data: bytes) -> None:
    for item in read_bytes(name, data):
        assert isinstance(item, Document | SourcedClaim | ReadError)
        if isinstance(item, Document):
            assert item.text.strip()
            assert "\x00" not in item.text
            item.text.encode()
        elif isinstance(item, ReadError):
            str(item).encode()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip))
def test_a_plain_text_is_kept_as_it_is(text: str) -> None:
    text = f"In the beginning: {text}\nand an end"
    (item,) = read_bytes("a.txt", text.encode())
    assert isinstance(item, Document)
    assert item.text == text


@pytest.mark.parametrize("name", ["big.txt", "big.csv", "big.html", "big.json", "big"])
def test_a_file_of_200_mb_is_refused_without_being_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as out:
        out.truncate(200_000_000)
    (problem,) = read_path(path)
    assert isinstance(problem, ReadError)
    assert problem.where == str(path)
    assert problem.reason.startswith("larger than the ") or problem.reason.startswith("binary")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.pdf", "PDF files are not read"),
        ("a.DOCX", "Word files are not read"),
        ("a.xlsx", "Excel files are not read"),
        ("a.xyz", "binary, not text"),
        ("a.txt", "binary, not text"),
    ],
)
def test_a_format_that_is_not_read_is_named(name: str, reason: str) -> None:
    (problem,) = read_bytes(name, b"\x00\x01\x02\x03" * 50)
    assert isinstance(problem, ReadError)
    assert (problem.where, problem.reason) == (name, reason)


def test_a_folder_or_nothing_in_place_of_a_file_is_reported(tmp_path: Path) -> None:
    reasons = [next(iter(read_path(path))) for path in (tmp_path, tmp_path / "no.txt", "no\x00.txt")]
    assert [item.reason for item in reasons if isinstance(item, ReadError)] == [
        "this is a folder, not a file", "there is no such file", "cannot be read (embedded null byte)",
    ]  # fmt: skip


def test_one_bad_file_among_many_is_reported_and_the_others_are_in(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(f"Source: S\n\n{number + 2} died.", encoding="utf-8")
    (tmp_path / "07.txt").write_bytes(b"\x7fELF\x00\x00")
    items = [item for path in readers.expand([tmp_path]) if isinstance(path, Path) for item in read_path(path)]
    problems = [item for item in items if isinstance(item, ReadError)]
    assert [str(problem) for problem in problems] == [
        f"{tmp_path}/07.txt: binary, not text (a program). Save it as plain text (UTF-8) or as a web page."
    ]
    assert len(items) == 20


def test_a_file_of_which_nothing_can_be_read_is_given_up_after_many_rows() -> None:
    *problems, last = read_bytes("log.jsonl", b"12:00 five dead\n" * 10_000)
    assert len(problems) == readers.HOPELESS
    assert isinstance(last, ReadError)
    assert last.where == "log.jsonl"
    late = list(read_bytes("log.jsonl", b'{"text": "five dead"}\n' + b"12:00 five dead\n" * 2_000))
    assert len(late) == 2_001


def test_a_stream_stays_open_for_its_owner() -> None:
    stream = BytesIO(b"Six died.")
    assert len(list(read_stream("a.txt", stream))) == 1
    assert not stream.closed


def test_problems_can_be_handed_from_one_process_to_another() -> None:
    problem = ReadError("the file is empty", where="a.txt", hint="Save it again.")
    again = pickle.loads(pickle.dumps(problem))
    assert (str(again), again.reason, again.where, again.hint) == (
        "a.txt: the file is empty. Save it again.", "the file is empty", "a.txt", "Save it again.",
    )  # fmt: skip


def test_every_format_tells_users_about_itself_and_no_extension_stands_for_two() -> None:
    assert {"text", "html", "jsonl", "claims"} <= {format.name for format in formats()}
    extensions = [extension for format in formats() for extension in format.extensions]
    assert len(extensions) == len(set(extensions))
    for format in formats():
        assert len(format.about.splitlines()) > 2, f"the docstring of {format.name} is what users read about it"


def test_a_new_reader_is_one_function_under_its_name_and_extensions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.readers.registry._FORMATS", {format.name: format for format in formats()})

    @reader("telex", ".pdf")
    def read_telex(content: Content, defaults: Defaults) -> Iterator[Item]:
        """Telexes."""
        yield Document(content.name, content.whole().decode().lower(), published=defaults.published)

    (item,) = read_bytes("a.pdf", b"SIX DIED", Defaults(published=date(2025, 1, 1)))
    assert item == Document("a.pdf", "six died", published=date(2025, 1, 1))
