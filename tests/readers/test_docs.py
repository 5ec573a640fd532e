"""The examples in docs/input-formats.md are read as the page says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from factcheck import readers
from factcheck.errors import ReadError
from factcheck.readers import SourcedClaim, formats, html, items, jsonl, read_bytes
from factcheck.values import Document

PAGE = (Path(__file__).parents[2] / "docs" / "input-formats.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(
    r"^```\w+ (\S+)\n(.*?)^```\n\nGives: ([^`\n]*?)(?:: `([^`\n]*)`|\.)$", re.MULTILINE | re.DOTALL
)
WORDS = {Document: "document", SourcedClaim: "claim", ReadError: "problem"}
EXAMPLES = [found.groups() for found in EXAMPLE.finditer(PAGE)]


@pytest.mark.parametrize(("name", "text", "gives", "message"), EXAMPLES, ids=[name for name, *_ in EXAMPLES])
def test_an_example_gives_what_the_page_says(name: str, text: str, gives: str, message: str | None) -> None:
    read = list(read_bytes(name, text.encode()))
    counted = Counter(WORDS[type(item)] for item in read)
    said = {word.removesuffix("s"): int(number) for number, word in re.findall(r"(\d+) (\w+)", gives)}
    assert counted == said
    assert [str(item) for item in read if isinstance(item, ReadError)] == ([message] if message else [])


def test_every_named_example_on_the_page_is_tested() -> None:
    assert len(EXAMPLES) == len(re.findall(r"^```\w+ \S+$", PAGE, re.MULTILINE)) > 5


def test_the_page_names_every_extension_and_every_limit() -> None:
    for extension in (extension for format in formats() for extension in format.extensions):
        assert f"`{extension}`" in PAGE
    for limit in (items.MAX_FILE, html.MAX_PAGE, jsonl.MAX_LINE):
        assert f"{limit // items.MEGABYTE} MB" in PAGE
    assert f"first {readers.HOPELESS} rows" in PAGE
