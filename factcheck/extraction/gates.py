"""Patterns that look for their own words before they are tried.

Most patterns fit next to no sentence, and one that ignores case is tried at every character. So what any fit of
it must contain ("claim" and "owned", the ``#`` of a coded figure) is read off the pattern once (``needs``). Which
sets of needed words a word of a text belongs to is worked out when the word is first met; which patterns a text
allows is then one look at each of its words, for all patterns at once, and a pattern that it does not allow costs
next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import Any, cast

from factcheck.extraction.needs import EDGE, MOST_SETS, Way, pieces, ways_of

KNOWN_WORDS = 30_000
"""So many words of texts are kept with what they allow (some 12 MB); then it begins anew."""

_FIRST = 4
"""Stretches are found by so many of their first letters, those of one fewer by all of theirs."""

OFTEN = 50
"""So many times a pattern is tried on texts of ASCII before it gets a twin for them (a few milliseconds)."""

_LONG = 500
"""From so many characters on a text says most of its words twice."""

_EDGES = re.compile(r"\b")


def gated(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern; its methods look for its words first."""
    plain = re.compile(pattern, flags)
    ways = ways_of(plain)
    return cast("re.Pattern[str]", _Gated(plain, ways)) if ways else plain


class _Allowed:
    """Which of all gated patterns the words of a text allow, as a number with a bit for each way of each pattern.

    While the words of a text are put together the number has ``MOST_SETS`` rows of these bits: in each row a way's
    bit stands for one of the sets that it needs. A way is allowed when its bit is set in every row. The first way
    needs nothing: it is that of all patterns which are not gated.
    """

    def __init__(self) -> None:
        self._ways: list[Way] = [()]
        self._start = 0  # the bits of the rows that a way does not need
        self._known = _Known(self._of_word)
        self._starts: dict[str, dict[str, int]] = {}  # first letters -> stretch -> sets
        self._short: dict[str, int] = {}
        self._short_letters: dict[str, int] = {}  # those that a word of letters only may hold

    def bits_of(self, ways: Iterable[Way]) -> int:
        """The bits of the ways of a new pattern."""
        first = len(self._ways)
        self._ways += ways
        self._known.clear()
        self._starts = {}
        return (1 << len(self._ways)) - (1 << first)

    def by_text(self, text: str) -> int:
        """The ways of patterns that may fit somewhere in a text."""
        if not self._starts:
            self._lay_out()
        elif len(self._known) > KNOWN_WORDS:
            self._known.clear()
        words: Iterable[str] = text.casefold().split()
        if len(text) > _LONG:
            words = set(words)
        found = reduce(or_, filter(None, map(self._known.__getitem__, words)), self._start)
        allowed = found
        for _ in range(MOST_SETS - 1):
            found >>= len(self._ways)
            allowed &= found
        return allowed

    def _lay_out(self) -> None:
        """Every stretch has the bits of the sets that it belongs to."""
        self._starts, self._short, self._start = {"": {}}, {}, 0
        for row in range(MOST_SETS):
            for at, way in enumerate(self._ways):
                bit = 1 << (row * len(self._ways) + at)
                if row >= len(way):
                    self._start |= bit
                for stretch in way[row] if row < len(way) else ():
                    short = len(stretch) < _FIRST - 1
                    known = self._short if short else self._starts.setdefault(stretch[:_FIRST], {})
                    known[stretch] = known.get(stretch, 0) | bit
        self._short_letters = {s: bits for s, bits in self._short.items() if s.replace(EDGE, "").isalpha()}

    def _of_word(self, word: str) -> int:
        if word.isalpha():
            word, short = f"{EDGE}{word}{EDGE}", self._short_letters
        else:
            if not word.isascii():
                word = "".join("0" if c.isdecimal() else c for c in word)  # whatever digit it is
            word, short = _EDGES.sub(EDGE, word), self._short
        found = 0
        for stretch, bits in short.items():
            if stretch in word:
                found |= bits
        for at in range(len(word) - _FIRST + 2):
            stretches = self._starts.get(word[at : at + _FIRST])
            for stretch, bits in stretches.items() if stretches else ():
                if word.startswith(stretch, at):
                    found |= bits
            stretches = self._starts.get(word[at : at + _FIRST - 1])
            if stretches:
                found |= next(iter(stretches.values()))
        return found


class _Known(dict[str, int]):
    """What each word met so far allows; a new one is asked for."""

    def __init__(self, ask: Callable[[str], int]) -> None:
        self._ask = ask

    def __missing__(self, word: str) -> int:
        found = self[word] = self._ask(word)
        return found


_allowed = _Allowed()
allowed_in = lru_cache(maxsize=256)(_allowed.by_text)
"""The bits of the patterns that may fit somewhere in a whole page; kept for those that are read together."""

_PAGE = 1_000
"""Texts of more characters than this are pages."""


@lru_cache(maxsize=8_192)
def allowed_by(text: str) -> int:
    """The same for any text; many ask for that of a sentence or a part of one, one after the other."""
    return allowed_in(text) if len(text) > _PAGE else _allowed_by_folded(text.casefold())


_allowed_by_folded = lru_cache(maxsize=8_192)(_allowed.by_text)  # some ask in lower case what others ask as it is

_NOT_GATED = 1


def bits_of(pattern: re.Pattern[str], words: Iterable[str]) -> int:
    """The bits, in what a text allows, of a pattern of which every fit has one of the words (any case)."""
    return _bits_of(ways_of(pattern) or ((pieces(words),),))


def _bits_of(ways: Iterable[Way]) -> int:
    allowed_in.cache_clear()
    allowed_by.cache_clear()
    _allowed_by_folded.cache_clear()
    return _allowed.bits_of(ways)


def ungated(pattern: re.Pattern[str], allowed: int, text: str) -> re.Pattern[str] | None:
    """The pattern that reads a text whose words allow so much without a gate; None where it cannot fit."""
    if not isinstance(pattern, _Gated):
        return pattern
    return pattern.reading(text) if allowed & pattern.bits else None


class _Gated:
    """Stands where a compiled pattern does; one that is tried often has a twin for texts of ASCII alone.

    Such texts it reads alike and a third faster, since their letters need no table of all letters of the world.
    """

    def __init__(self, plain: re.Pattern[str], ways: tuple[Way, ...]) -> None:
        self._plain, self.bits = plain, _bits_of(ways)
        self._twin: re.Pattern[str] | None = None
        self._left = OFTEN
        self.pattern, self.flags, self.groupindex = plain.pattern, plain.flags, plain.groupindex
        self.fullmatch, self.split = plain.fullmatch, plain.split

    def search(self, text: str, *where: int) -> re.Match[str] | None:
        if allowed_by(text) & self.bits:
            return ((self._twin or self._tried()) if text.isascii() else self._plain).search(text, *where)
        return None

    def match(self, text: str, *where: int) -> re.Match[str] | None:
        if allowed_by(text) & self.bits:
            return ((self._twin or self._tried()) if text.isascii() else self._plain).match(text, *where)
        return None

    def finditer(self, text: str, *where: int) -> Iterator[re.Match[str]]:
        if allowed_by(text) & self.bits:
            return ((self._twin or self._tried()) if text.isascii() else self._plain).finditer(text, *where)
        return iter(())

    def findall(self, text: str, *where: int) -> list[Any]:
        if allowed_by(text) & self.bits:
            return ((self._twin or self._tried()) if text.isascii() else self._plain).findall(text, *where)
        return []

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        if allowed_by(text) & self.bits:
            return ((self._twin or self._tried()) if text.isascii() else self._plain).sub(new, text, count)
        return text

    def reading(self, text: str) -> re.Pattern[str]:
        """The pattern itself, without its gate, or its twin where that reads the text."""
        return (self._twin or self._tried()) if text.isascii() else self._plain

    def _tried(self) -> re.Pattern[str]:
        """The plain pattern, until it has been tried often enough for a twin."""
        self._left -= 1
        if self._left:
            return self._plain
        self._twin = re.compile(self.pattern, self.flags & ~re.UNICODE | re.ASCII)
        return self._twin


class Several:
    """Patterns that are asked for together: those that a text rules out by its words cost nothing."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self._pairs = tuple((pattern, getattr(pattern, "bits", _NOT_GATED)) for pattern in patterns)
        self._any = reduce(or_, (bits for _, bits in self._pairs), 0)

    def worth(self, text: str) -> Sequence[re.Pattern[str]]:
        """The patterns that may fit somewhere in a text, in their order."""
        allowed = allowed_by(text)
        if not allowed & self._any:
            return ()
        return [pattern for pattern, bits in self._pairs if allowed & bits]

    def may_fit(self, text: str) -> bool:
        """False when the words of a text rule all patterns out."""
        return bool(allowed_by(text) & self._any)

    def fits(self, text: str) -> bool:
        """True when one of the patterns fits somewhere in a text."""
        allowed = allowed_by(text)
        return bool(allowed & self._any) and any(
            allowed & bits and pattern.search(text) is not None for pattern, bits in self._pairs
        )
