"""Patterns that look for one of their own words before they are tried.

Most patterns fit next to no sentence, and one that ignores case is tried at every character. So what any fit of
it must contain ("claim", "owned", the ``#`` of a coded figure) is read off the pattern once. Which patterns a word
of a text allows is worked out when the word is first met; which a text allows is then one look at each of its
words, for all patterns at once, and a pattern that it does not allow costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as reading  # type: ignore[attr-defined]
from typing import Any, cast

KNOWN_WORDS = 50_000
"""So many words of texts are kept with the patterns that they allow (some 10 MB); then it begins anew."""

SHORT = 48
"""A text of fewer characters is searched as quickly as its words are looked up."""

_FIRST = 3
"""Stretches are found by so many of their first letters."""

_LONG_ENOUGH = 4
"""Of two sets of words the one with the longer shortest word is taken, up to this length; then the smaller set."""

_A_DIGIT = [(code.CATEGORY, code.CATEGORY_DIGIT)]
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
    words = _pieces(found)
    return None if any(not word.strip(".,;") for word in words) else tuple(sorted(words))


def _pieces(words: Iterable[str]) -> set[str]:
    """Of each word, casefolded, its longest stretch without a space; none inside another."""
    found = {max(word.casefold().split(), key=len, default="") for word in words}
    return {word for word in found if not any(other != word and other in word for other in found)}


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
    if kind is code.IN and told == _A_DIGIT:
        return frozenset("0123456789")
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


class _Allowed:
    """Which of all gated patterns the words of a text allow, as a number with a bit a pattern.

    The bits of patterns that are made later are set: nothing is known of them.
    """

    def __init__(self) -> None:
        self._patterns = 0
        self._starts: dict[str, dict[str, int]] = {}  # first letters -> stretch -> patterns
        self._short: dict[str, int] = {}
        self._by_word: dict[str, int] = {}

    def bit_of(self, words: Iterable[str]) -> int:
        """The bit of a new pattern, of which every fit has one of the words."""
        bit = 1 << self._patterns
        for word in words:
            known = self._starts.setdefault(word[:_FIRST], {}) if len(word) >= _FIRST else self._short
            known[word] = known.get(word, 0) | bit
        self._patterns += 1
        self._by_word = {}
        return bit

    def by_text(self, text: str) -> int:
        """The patterns that may fit somewhere in a text."""
        later = -1 << self._patterns
        if len(self._by_word) > KNOWN_WORDS:
            self._by_word = {}
        found, known = 0, self._by_word
        for word in text.casefold().split():
            allowed = known.get(word)
            if allowed is None:
                allowed = known[word] = self._of_word(word)
            if allowed:
                found |= allowed
        return found | later

    def _of_word(self, word: str) -> int:
        found = 0
        if not word.isascii():
            word = "".join("0" if c.isdecimal() else c for c in word)  # whatever digit it is
        for at in range(len(word)):
            found |= self._short.get(word[at], 0) | self._short.get(word[at : at + 2], 0)
            for stretch, bits in self._starts.get(word[at : at + _FIRST], {}).items():
                if word.startswith(stretch, at):
                    found |= bits
        return found


_allowed = _Allowed()
allowed_by = lru_cache(maxsize=4_096)(_allowed.by_text)
"""The bits of the patterns that may fit somewhere in a text; many ask for one sentence one after the other."""


def bit_of(words: Iterable[str]) -> int:
    """The bit, in what a text allows, of a pattern of which every fit has one of the words (any case)."""
    allowed_by.cache_clear()
    return _allowed.bit_of(_pieces(words))


class _Gated:
    """Stands where a compiled pattern does."""

    def __init__(self, plain: re.Pattern[str], words: tuple[str, ...]) -> None:
        self._plain, self._bit = plain, bit_of(words)
        self.pattern, self.flags, self.groupindex = plain.pattern, plain.flags, plain.groupindex
        self.match, self.fullmatch, self.split = plain.match, plain.fullmatch, plain.split

    def search(self, text: str, *where: int) -> re.Match[str] | None:
        return self._plain.search(text, *where) if len(text) < SHORT or allowed_by(text) & self._bit else None

    def finditer(self, text: str, *where: int) -> Iterator[re.Match[str]]:
        return (
            self._plain.finditer(text, *where) if len(text) < SHORT or allowed_by(text) & self._bit else iter(())
        )

    def findall(self, text: str, *where: int) -> list[Any]:
        return self._plain.findall(text, *where) if len(text) < SHORT or allowed_by(text) & self._bit else []

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return self._plain.sub(new, text, count) if len(text) < SHORT or allowed_by(text) & self._bit else text
