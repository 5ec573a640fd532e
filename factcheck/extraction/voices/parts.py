"""Figures that are a part of the one before: whose that one is, theirs is too."""

from __future__ import annotations

import re

from factcheck.extraction.page import Sentence
from factcheck.values import Span

_PART = re.compile(r"\s*(?:[a-z]+ )?of (?:them|these|those|whom|which|his|its|their)\b")
_AMONG = re.compile(
    r"(?:,|\(|–|—)\s*(?:including|among (?:them|these|whom)|of (?:whom|them|which)|with)\s+"
    r"(?:at least |some |about |[a-z]+ly )?$"
)


def whole_before(sentence: Sentence, inside: Span) -> Span | None:
    """'Made it nine civilians, (four of them children)': the figure of which another one is a part."""
    text = sentence.text
    part = _PART.match(text, inside.end) and text[: inside.start].rstrip().endswith((",", "–", "—", "("))
    if sentence.tokens is None or not (part or _AMONG.search(text, 0, inside.start)):
        return None
    numbers = [t for t in sentence.tokens if t.idx < inside.start - 1 and (t.pos_ == "NUM" or t.like_num)]
    return Span(numbers[-1].idx, numbers[-1].idx + len(numbers[-1])) if numbers else None
