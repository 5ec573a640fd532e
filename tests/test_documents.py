"""The documents name files, commands and verbs that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.cli import main

ROOT = Path(__file__).parents[1]
FOLDERS = [ROOT / name for name in ("factcheck", "data", "bench", "tests", "docs", "db", "tools")]
WRITTEN = sorted([*ROOT.glob("*.md"), *(path for folder in FOLDERS for path in folder.rglob("*.md"))])

_PATH = re.compile(r"`([\w./*-]+(?:/|\.(?:py|csv|csv\.gz|md|toml|json|sh|npz)))`")
_LINK = re.compile(r"\]\(([^)#:]+)\)")
_BENCH = re.compile(r"python -m (bench\.\w+)|`(bench\.\w+)`")


def places(document: Path) -> Iterator[str]:
    text = document.read_text(encoding="utf-8")
    return (found[1] for found in _PATH.finditer(text))


def is_there(place: str) -> bool:
    """A path from the root, or the end of a path in one of the folders."""
    return any(ROOT.glob(place)) or any(any(folder.rglob(place)) for folder in FOLDERS)


@pytest.mark.parametrize("document", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_document_names_only_files_that_there_are(document: Path) -> None:
    assert [place for place in places(document) if not is_there(place)] == []


@pytest.mark.parametrize("document", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_document_links_only_to_files_that_there_are(document: Path) -> None:
    links = _LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_document_names_only_benches_that_there_are(document: Path) -> None:
    named = {one or other for one, other in _BENCH.findall(document.read_text(encoding="utf-8"))}
    assert [name for name in sorted(named) if not _is_there(ROOT / name.replace(".", "/"))] == []


def _is_there(bench: Path) -> bool:
    """True for a file, and for a folder that can be run."""
    return bench.with_suffix(".py").is_file() or (bench / "__main__.py").is_file()


def test_the_readme_tells_of_every_verb_and_of_no_other() -> None:
    table = re.findall(r"^\| (`factcheck .*?) \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    told = {verb for row in table for verb in re.findall(r"`factcheck (\w+)", row)}
    assert told == set(main.commands)
