"""Which files a path stands for."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from factcheck.errors import ReadError
from factcheck.readers import expand, read_path
from factcheck.values import Document


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with two reports in a folder of their own."""
    monkeypatch.chdir(tmp_path)
    for name in ("in/b.txt", "in/a.txt", "in/deep/c.jsonl"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Six died.", encoding="utf-8")
    return tmp_path


def found(*paths: str | Path) -> list[str]:
    """The files, and 'place: reason' of each problem."""
    return [str(path) for path in expand(paths)]


@pytest.mark.usefixtures("folder")
def test_a_folder_stands_for_the_files_in_and_below_it_sorted_by_name() -> None:
    assert found("in") == ["in/a.txt", "in/b.txt", "in/deep/c.jsonl"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("given", ["./in/a.txt", "in/../in/a.txt", "in//a.txt"])
def test_a_path_stays_as_it_was_given_and_so_does_the_document(given: str) -> None:
    (path,) = expand([given])
    assert isinstance(path, Path)
    (read,) = read_path(path)
    assert isinstance(read, Document)
    assert (str(path), read.doc) == (given, given)


@pytest.mark.usefixtures("folder")
def test_a_path_as_given_is_a_path_in_every_other_way() -> None:
    (path,) = expand(["./in/a.txt"])
    assert isinstance(path, Path)
    assert (path.name, str(path.parent), str(path.with_suffix(".html"))) == ("a.txt", "in", "in/a.html")
    assert path.read_text(encoding="utf-8") == "Six died."
    assert str(pickle.loads(pickle.dumps(path))) == "./in/a.txt"


@pytest.mark.usefixtures("folder")
def test_a_folder_given_with_a_dot_or_a_slash_is_kept_in_the_paths() -> None:
    assert found("./in/deep") == ["./in/deep/c.jsonl"]
    assert found("in/deep/") == ["in/deep/c.jsonl"]


@pytest.mark.usefixtures("folder")
def test_several_paths_come_in_the_order_given() -> None:
    assert found("in/deep", Path("in/b.txt"), "in/a.txt") == ["in/deep/c.jsonl", "in/b.txt", "in/a.txt"]


def test_hidden_files_and_other_formats_in_a_folder_are_left_out(folder: Path) -> None:
    for name in (".hidden.txt", ".git/x.txt", "photo.jpg", "script.py", "UPPER.TXT", "telex"):
        (folder / "in" / name).parent.mkdir(exist_ok=True)
        (folder / "in" / name).write_text("x", encoding="utf-8")
    assert found("in") == ["in/UPPER.TXT", "in/a.txt", "in/b.txt", "in/deep/c.jsonl", "in/telex"]


def test_a_report_in_a_format_that_is_not_read_is_not_passed_over_in_silence(folder: Path) -> None:
    (folder / "in" / "c.pdf").write_bytes(b"%PDF")
    *_, problem = list(expand(["in"]))[:3]
    assert isinstance(problem, ReadError)
    assert problem.where == "in/c.pdf"
    assert problem.reason == "PDF files are not read"
    assert ".jsonl" in problem.hint


def test_the_parts_that_a_browser_saves_beside_a_page_are_left_out(folder: Path) -> None:
    page, parts = folder / "in" / "A page.html", folder / "in" / "A page_files"
    page.write_text("<p>Six died.</p>", encoding="utf-8")
    parts.mkdir()
    (parts / "advert.html").write_text("<p>Win 1,000!</p>", encoding="utf-8")
    assert found("in") == ["in/A page.html", "in/a.txt", "in/b.txt", "in/deep/c.jsonl"]


def test_a_file_given_by_name_is_read_whatever_its_extension(folder: Path) -> None:
    (folder / "notes.md").write_text("Six died.", encoding="utf-8")
    assert found("notes.md") == ["notes.md"]
    (read,) = read_path("notes.md")
    assert isinstance(read, Document)


def test_links_are_followed_but_not_in_circles(folder: Path) -> None:
    (folder / "in" / "deep" / "up").symlink_to(folder / "in")
    (folder / "in" / "again").symlink_to(folder / "in" / "deep")
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "d.txt").write_text("Six died.", encoding="utf-8")
    (folder / "in" / "z").symlink_to(folder / "elsewhere")
    names = found("in")
    assert names == ["in/a.txt", "in/again/c.jsonl", "in/b.txt", "in/z/d.txt"]


def test_a_link_that_leads_nowhere_and_a_link_to_itself_are_reported(folder: Path) -> None:
    (folder / "in" / "deep" / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    assert found("in/deep", "self.txt") == [
        "in/deep/c.jsonl", "in/deep/gone.txt: the link leads nowhere", "self.txt: the link leads nowhere",
    ]  # fmt: skip


@pytest.mark.usefixtures("folder")
def test_a_path_that_is_not_there_is_reported_and_the_others_come() -> None:
    assert found("nope.txt", "in/a.txt", "no\x00pe") == [
        "nope.txt: there is no such file or folder", "in/a.txt", "no\ufffdpe: there is no such file or folder",
    ]  # fmt: skip


def test_a_folder_without_readable_files_is_reported(folder: Path) -> None:
    (folder / "empty" / "inner").mkdir(parents=True)
    (folder / "empty" / "photo.jpg").write_bytes(b"x")
    (problem,) = expand(["empty"])
    assert isinstance(problem, ReadError)
    assert problem.reason == "no readable files in this folder"


def test_a_name_that_is_not_utf8_is_read_and_can_be_stored(folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (folder / "odd").mkdir()
    (folder / "odd" / name).write_text("Six died.", encoding="utf-8")
    (path,) = expand(["odd"])
    assert isinstance(path, Path)
    (read,) = read_path(path)
    assert isinstance(read, Document)
    assert read.doc == "odd/caf\ufffd.txt"


def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "in" / "pipe.txt")
    assert found("in") == ["in/a.txt", "in/b.txt", "in/deep/c.jsonl"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_reported(folder: Path) -> None:
    (folder / "in" / "a.txt").chmod(0)
    (folder / "in" / "deep").chmod(0)
    (problem,) = read_path("in/a.txt")
    assert str(problem) == "in/a.txt: no permission to read it"
    assert found("in")[-1] == "in/deep: the folder cannot be opened (Permission denied)"
