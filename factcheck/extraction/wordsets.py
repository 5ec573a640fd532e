"""Sets of words, written as a line of text."""

from __future__ import annotations


def words(line: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(line.split())
