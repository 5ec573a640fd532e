"""Patterns that look for one of their own words before they are tried.

Most patterns fit next to no sentence, and one that ignores case is tried at every character. So what any fit of
it must contain ("claim", "owned up", the ``#`` of a coded figure) is read off the pattern once, and a text without
any of that is left alone, in a fifteenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as reading  # type: ignore[attr-defined]
from typing import Any, cast

MOST = 80
"""With more words than this to look for, the pattern itself is as quick."""

_LONG_ENOUGH = 4
"""Of two sets of words the one with the longer shortest word is taken, up to this length; then the smaller set."""

_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)


def gated(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern; ``search``, ``finditer``, ``findall`` and ``sub`` look for its words first."""
    plain = re.compile(pattern, flags)
    words = words_of(plain)
    return plain if words is None else cast("re.Pattern[str]", _Gated(plain, words))


def words_of(pattern: re.Pattern[str]) -> tuple[str, ...] | None:
    """Stretches, casefolded, of which every text that the pattern fits has one; None when it has no such words."""
    found = _needed(reading.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    if not found:
        return None
    folded = {word.casefold() for word in found}
    words = {word for word in folded if not any(other != word and other in word for other in folded)}
    if len(words) > MOST or any(not word.strip(" .,;") for word in words):
        return None
    return tuple(sorted(words))


def _needed(items: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The best set of stretches of which a fit of the items in a row has one; empty: nothing is sure."""
    sets: list[frozenset[str]] = []
    run = ""
    for kind, told in items:
        if kind is code.LITERAL:
            run += chr(told)
        elif kind not in (code.AT, code.ASSERT_NOT):  # these take no room
            sets += [frozenset({run}), _within(kind, told)]
            run = ""
    known = [words for words in (*sets, frozenset({run})) if words and all(words)]
    return max(known, key=lambda words: (min(_LONG_ENOUGH, *map(len, words)), -len(words)), default=frozenset())


def _within(kind: Any, told: Any) -> frozenset[str]:
    if kind is code.SUBPATTERN:
        return _needed(told[3])
    if kind is code.ATOMIC_GROUP:
        return _needed(told)
    if kind in _REPEATS and told[0] > 0:
        return _needed(told[2])
    if kind is code.ASSERT and told[0] > 0:  # looks ahead
        return _needed(told[1])
    if kind is code.BRANCH:
        choices = [_needed(choice) for choice in told[1]]
        return frozenset().union(*choices) if all(choices) else frozenset()
    return frozenset()


@lru_cache(maxsize=512)
def _folded(text: str) -> str:
    """A sentence is asked for by many patterns one after the other."""
    return text.casefold()


class _Gated:
    """Stands where a compiled pattern does."""

    def __init__(self, plain: re.Pattern[str], words: tuple[str, ...]) -> None:
        self._plain, self._words = plain, words
        self.pattern, self.flags, self.groupindex = plain.pattern, plain.flags, plain.groupindex
        self.match, self.fullmatch, self.split = plain.match, plain.fullmatch, plain.split

    def _may_fit(self, text: str) -> bool:
        return any(map(_folded(text).__contains__, self._words))

    def search(self, text: str, *where: int) -> re.Match[str] | None:
        folded = _folded(text)
        for word in self._words:  # not any(): this is asked hundreds of times a page
            if word in folded:
                return self._plain.search(text, *where)
        return None

    def finditer(self, text: str, *where: int) -> Iterator[re.Match[str]]:
        folded = _folded(text)
        for word in self._words:
            if word in folded:
                return self._plain.finditer(text, *where)
        return iter(())

    def findall(self, text: str, *where: int) -> list[Any]:
        return self._plain.findall(text, *where) if self._may_fit(text) else []

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return self._plain.sub(new, text, count) if self._may_fit(text) else text
