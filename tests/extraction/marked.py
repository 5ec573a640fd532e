"""Labelled rows of tests/cases: texts of our own, the claim in [[double brackets]], ¶ between paragraphs."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

from factcheck.extraction.page import Finding, Page, lay_out, parse_where
from factcheck.values import Document, Span

CASES = Path(__file__).parent.parent / "cases"


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def marked(text: str, published: str = "", title: str = "", kind: str = "killed") -> tuple[Page, Finding]:
    """The page of a marked text and the finding that stands in its brackets, its sentence parsed."""
    plain = text.replace("¶", "\n\n")
    start = plain.index("[[")
    plain = plain.replace("[[", "")
    end = plain.index("]]")
    plain = plain.replace("]]", "")
    day = date.fromisoformat(published) if published else None
    page = lay_out(Document("case", plain, title=title or None, published=day))
    sentence = next(s for s in page.sentences if s.span.start <= start < s.span.end)
    parse_where([page], lambda other: other is sentence)
    assert sentence.tokens is not None
    finding = Finding(kind, Span(start, end), sentence, "case")
    finding.trigger = next(
        (t for t in sentence.tokens if t.pos_ == "VERB" and sentence.span.start + t.idx >= start), None
    )
    return page, finding
