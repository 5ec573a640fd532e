"""How near a phrase stands to a finding: steps in the parse of their sentence, else commas and characters."""

from __future__ import annotations

from factcheck.extraction.happening import breaks
from factcheck.extraction.page import Finding
from factcheck.extraction.syntax import Token, Tokens
from factcheck.values import Span


def distance(finding: Finding, phrase: Span) -> float:
    """How far a phrase of the finding's own sentence stands from it; comparable within one sentence only."""
    sentence = finding.sentence
    if sentence.tokens is not None:
        steps = _steps(sentence.tokens, finding, phrase)
        if steps is not None:
            return steps
    if phrase.overlaps(finding.span):
        return 0.0
    start, end = sorted((phrase, finding.span), key=lambda s: s.start)
    offset = sentence.span.start
    between = sentence.text[max(0, start.end - offset) : max(0, end.start - offset)]
    return breaks(between) * 2 + len(between) / 60


def _steps(tokens: Tokens, finding: Finding, phrase: Span) -> float | None:
    offset = finding.sentence.span.start
    there = _token_at(tokens, phrase.start - offset)
    here = finding.trigger if finding.trigger is not None else _token_at(tokens, finding.span.start - offset)
    if there is None or here is None:
        return None
    above = {token.i: depth for depth, token in enumerate([here, *here.ancestors])}
    return next((steps + above[t.i] for steps, t in enumerate([there, *there.ancestors]) if t.i in above), None)


def _token_at(tokens: Tokens, position: int) -> Token | None:
    return next((t for t in tokens if t.idx + len(t) > position), None) if position >= 0 else None
