"""Marked claims on their pages, as the steps of extraction ask for them."""

from __future__ import annotations

from collections.abc import Iterable

from bench import quality
from factcheck import extraction
from factcheck.extraction.page import Finding, Page, lay_out, parse_where
from factcheck.values import Document, Span


def page_of(document: Document, rows: Iterable[quality.Row]) -> Page:
    """The page of a document, parsed where extraction asks for it and where the marked claims are."""
    page = lay_out(document)
    extraction._parse([page])
    spans = [Span(row["start"], row["end"]) for row in rows]
    parse_where([page], lambda sentence: any(sentence.span.overlaps(span) for span in spans))
    return page


def finding_of(page: Page, row: quality.Row) -> Finding | None:
    """The marked claim as a finding of its sentence; None where no sentence begins before it and ends behind."""
    start = row["start"]
    sentence = next((s for s in page.sentences if s.span.start <= start < s.span.end), None)
    return None if sentence is None else Finding(row["kind"], Span(start, row["end"]), sentence, "marked")
