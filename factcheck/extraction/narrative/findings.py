"""Blame, denial and status: the claims that carry no figure."""

from __future__ import annotations

import re

from factcheck.extraction.counts.quantities import Reading
from factcheck.extraction.narrative import blame, denial, faults, status
from factcheck.extraction.page import Finding, Page, Sentence

_HINT = re.compile(
    "|".join((blame.HINT.pattern, faults.HINT.pattern, denial.HINT.pattern, status.HINT.pattern)), re.IGNORECASE
)

_TOLL = re.compile(
    r"\b(?:killed|dead|died|deaths|wounded|injured|hurt|captured|missing|casualties|losses|displaced|kidnapped)\b",
    re.IGNORECASE,
)


def may_hold(sentence_text: str) -> bool:
    """True for a sentence that can carry blame, a denial or a status; cheap, so that only such ones are parsed."""
    return _HINT.search(sentence_text) is not None


def wanted(page: Page) -> list[Sentence]:
    """The sentences of a page that need a parse for blame, denials and states."""
    if "narrative" not in page.memo:
        page.memo["narrative"] = [sentence for sentence in page.sentences if may_hold(sentence.text)]
    found: list[Sentence] = page.memo["narrative"]
    return found


def find(page: Page) -> list[Finding]:
    """The blame, denial and status claims of a page in the order of its text."""
    found: list[Finding] = []
    for sentence in wanted(page):
        if sentence.tokens is None:
            continue
        if denial.HINT.search(sentence.text):
            found += [_keep_figures(finding) for finding in denial.find(page, sentence)]
        if blame.HINT.search(sentence.text):
            found += blame.find(page, sentence)
        if faults.HINT.search(sentence.text):
            found += faults.find(page, sentence)
        if status.HINT.search(sentence.text):
            found += status.find(page, sentence)
    return sorted(_without_doubles(found), key=lambda finding: (finding.span.start, finding.span.end))


def _keep_figures(finding: Finding) -> Finding:
    """A denied figure keeps the figure: "denied that 40 sailors had died"."""
    tokens = finding.sentence.tokens
    if tokens is None or _TOLL.search(finding.target or "") is None:
        return finding
    inside = finding.span.start - finding.sentence.span.start, finding.span.end - finding.sentence.span.start
    figures = [a for a in Reading(tokens).figures if inside[0] <= a.first.idx and a.last.idx < inside[1]]
    if len(figures) == 1 and figures[0].quantity.stated:
        finding.quantity = figures[0].quantity
    return finding


def _without_doubles(found: list[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    for finding in found:
        if not any(
            finding.kind == other.kind
            and finding.span.overlaps(other.span)
            and finding.notes.get("speaker") == other.notes.get("speaker")
            for other in kept
        ):
            kept.append(finding)
    return kept
