"""The sentence that a claim's quote stands in, as far as the paragraph around it is known."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.comparison.positions import Answer
from factcheck.language.earlier import before

_END = re.compile(r"(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?](?:[\"”’']|\s|$)|\n")


def sentence_of(a: Answer) -> str:
    """The whole sentence; the quote alone where the paragraph is not known."""
    return _sentence(a.quote, a.context)


@lru_cache(maxsize=10_000)
def _sentence(quote: str, context: str) -> str:
    start = before(quote, context)
    return start + _after(quote, context) if start in context else quote


def after(a: Answer) -> str:
    """What follows the quote in its sentence."""
    return _after(a.quote, a.context)


@lru_cache(maxsize=10_000)
def _after(quote: str, context: str) -> str:
    at = context.find(quote)
    if at < 0 or not quote:
        return ""
    rest = context[at + len(quote) :]
    end = _END.search(rest)
    return rest[: end.start()] if end else rest


def said(a: Answer) -> str:
    """What a claim without a figure says: whom or what it names, what about, and its quote."""
    return f"{a.target} {a.matter} {a.quote}"
