"""Blame, denial and status: the claims that carry no figure."""

from __future__ import annotations

import re

from factcheck.extraction.counts.quantities import Reading
from factcheck.extraction.furniture import foreign
from factcheck.extraction.narrative import blame, conditions, denial, faults, status
from factcheck.extraction.page import Finding, Page, Sentence

_TOLL = re.compile(
    r"\b(?:killed|dead|died|deaths|wounded|injured|hurt|captured|missing|casualties|losses|displaced|kidnapped)\b",
    re.IGNORECASE,
)


_PARTS = (denial, blame, faults, status, conditions)


def may_hold(sentence: Sentence) -> bool:
    """True for a sentence that can carry blame, a denial or a status; cheap, so that only such ones are parsed."""
    return any(part.may_hold(sentence.text, sentence.words) for part in _PARTS)


def wanted(page: Page) -> list[Sentence]:
    """The sentences of a page that need a parse for blame, denials and states; one that stands twice only once."""
    if "narrative" not in page.memo:
        first = {sentence.text.strip().casefold(): sentence for sentence in reversed(page.sentences)}
        own = (sentence for sentence in first.values() if sentence.index not in foreign(page))
        kept = sorted(own, key=lambda sentence: sentence.index)
        page.memo["narrative"] = [sentence for sentence in kept if may_hold(sentence)]
    found: list[Sentence] = page.memo["narrative"]
    return found


def find(page: Page) -> list[Finding]:
    """The blame, denial and status claims of a page in the order of its text."""
    found: list[Finding] = []
    for sentence in wanted(page):
        if sentence.tokens is None:
            continue
        for part in _PARTS:
            if part.may_hold(sentence.text, sentence.words):
                found += part.find(page, sentence)
    found = [_keep_figures(finding) if finding.kind == "denial" else finding for finding in found]
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
