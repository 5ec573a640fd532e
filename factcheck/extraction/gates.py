"""Patterns that look for one of their own words before they are tried.

Most patterns fit next to no sentence, and one that ignores case is tried at every character. So what any fit of
it must contain ("claim", "owned", the ``#`` of a coded figure) is read off the pattern once. Which patterns a word
of a text allows is worked out when the word is first met; which a text allows is then one look at each of its
words, for all patterns at once, and a pattern that it does not allow costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
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

EDGE = "\0"
"""Where a word begins or ends, so that "our" is not looked for in "hours"."""

_A_SPACE = [(code.CATEGORY, code.CATEGORY_SPACE)]
_A_DIGIT = [(code.CATEGORY, code.CATEGORY_DIGIT)]
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)


def gated(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern; ``search``, ``finditer``, ``findall`` and ``sub`` look for its words first."""
    plain = re.compile(pattern, flags)
    words = words_of(plain)
    return plain if words is None else cast("re.Pattern[str]", _Gated(plain, words))


def words_of(pattern: re.Pattern[str]) -> tuple[str, ...] | None:
    """Stretches, casefolded, of which every text that the pattern fits has one; None when it has no such words.

    ``EDGE`` stands in them wherever a word begins or ends.
    """
    found = _needed(reading.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    words = _pieces(found)
    return None if not words or any(not word.strip(".,;" + EDGE) for word in words) else tuple(sorted(words))


def _pieces(runs: Iterable[str]) -> set[str]:
    """Of each run, casefolded, its longest stretch without a space; none inside another."""
    found = {max(map(_edged, _SOLID.finditer(run.casefold())), key=_size, default="") for run in runs}
    return {word for word in found if not any(other != word and other in word for other in found)}


_SOLID = re.compile(r"(?<!\S)(?P<behind>\s)?(?P<solid>\S+)(?=(?P<before>\s)?)")


def _edged(match: re.Match[str]) -> str:
    """The stretch with its edges: between its characters, and at a space (that of a run, or ``EDGE``)."""
    word = _INSIDE.sub(EDGE, match["solid"])
    begins = EDGE if match["behind"] and _LETTER.match(word) else ""
    ends = EDGE if match["before"] and _LETTER.match(word[-1]) else ""
    return begins + word + ends


_INSIDE = re.compile(r"(?<=\w)(?=[^\w\0])|(?<=[^\w\0])(?=\w)")
_LETTER = re.compile(r"\w")
_EDGES = re.compile(r"\b")


def _needed(items: Iterable[tuple[Any, Any]], left: str = "", right: str = "") -> frozenset[str]:
    """The best set of runs of which a fit of the items in a row has one; empty: nothing is sure.

    ``left`` and ``right``: what is known to stand before and behind, a space or the edge of a word.
    """
    row = list(items)
    sets: list[frozenset[str]] = []
    runs = frozenset({left})
    for at, (kind, told) in enumerate(row):
        if (more := _characters(kind, told)) is not None and len(more) * len(runs) <= _MOST_RUNS:
            runs = frozenset(run + character for run in runs for character in more)
        elif kind not in (code.AT, code.ASSERT_NOT):  # these take no room
            before = next(iter(runs))[-1:]
            behind = (_characters(*row[at + 1]) if at + 1 < len(row) else [right]) or [""]
            before, after = (mark if mark in _MARKS else "" for mark in (before, behind[0]))
            sets += [runs, _within(kind, told, before, after)]
            runs = frozenset({""})
    known = [
        words for words in (*sets, frozenset(run + right for run in runs)) if words and all(map(_size, words))
    ]
    return max(known, key=lambda words: (min(_LONG_ENOUGH, *map(_size, words)), -len(words)), default=frozenset())


_MOST_RUNS = 4
"""So many ways to write one stretch are looked for ("n't" with either apostrophe)."""
_MARKS = ("", " ", EDGE)


def _characters(kind: Any, told: Any) -> list[str] | None:
    """The characters that an item may be: a space for all space and for the ends of the text, ``EDGE`` for edges.

    None for what may be anything else, or nothing.
    """
    if kind is code.LITERAL:
        return [chr(told)]
    if kind is code.AT and told in _PLACES:
        return [_PLACES[told]]
    if kind in _REPEATS and told[0] > 0 and list(told[2]) == [(code.IN, _A_SPACE)]:
        return [" "]
    if kind is code.IN and told == _A_SPACE:
        return [" "]
    if kind is code.IN and all(sort is code.LITERAL for sort, _ in told):
        return [chr(character) for _, character in told]
    return None


_PLACES = {code.AT_BOUNDARY: EDGE, code.AT_BEGINNING: " ", code.AT_END: " "}


def _size(run: str) -> int:
    """Of how many characters the longest stretch of a run is; a digit is as telling as a word."""
    return _LONG_ENOUGH if run.isdigit() else max((len(word) for word in run.replace(EDGE, "").split()), default=0)


def _within(kind: Any, told: Any, left: str, right: str) -> frozenset[str]:
    if kind is code.IN and told == _A_DIGIT:
        return frozenset("0123456789")
    if kind is code.SUBPATTERN:
        return _needed(told[3], left, right)
    if kind is code.ATOMIC_GROUP:
        return _needed(told, left, right)
    if kind in _REPEATS and told[0] > 0:
        once = told[1] == 1
        return _needed(told[2], left if once else "", right if once else "")
    if kind is code.ASSERT and told[0] > 0:  # looks ahead
        return _needed(told[1], left)
    if kind is code.BRANCH:
        choices = [_needed(choice, left, right) for choice in told[1]]
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
        word = _EDGES.sub(EDGE, word)
        for stretch, bits in self._short.items():
            if stretch in word:
                found |= bits
        for at in range(len(word) - _FIRST + 1):
            stretches = self._starts.get(word[at : at + _FIRST])
            for stretch, bits in stretches.items() if stretches else ():
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


def ungated(pattern: re.Pattern[str], allowed: int) -> re.Pattern[str] | None:
    """The plain pattern, for a text whose words allow so much; None where it cannot fit."""
    return getattr(pattern, "_plain", pattern) if allowed & getattr(pattern, "_bit", -1) else None


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


class Several:
    """Patterns that are asked for together: those that a text rules out by its words cost nothing."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self._patterns = tuple(patterns)
        self._bits = tuple(getattr(pattern, "_bit", -1) for pattern in self._patterns)
        self._any = 0
        for bit in self._bits:
            self._any |= bit

    def worth(self, text: str) -> Sequence[re.Pattern[str]]:
        """The patterns that may fit somewhere in a text, in their order."""
        if len(text) < SHORT:
            return self._patterns
        allowed = allowed_by(text)
        if not allowed & self._any:
            return ()
        return [pattern for pattern, bit in zip(self._patterns, self._bits, strict=True) if allowed & bit]

    def fits(self, text: str) -> bool:
        """True when one of the patterns fits somewhere in a text."""
        return any(pattern.search(text) is not None for pattern in self.worth(text))
