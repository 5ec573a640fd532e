"""What a text must hold for a pattern to fit somewhere in it, read off the pattern.

A pattern may fit in several ways (its choices); for each way there are a few sets of stretches of letters, of
each of which the text holds one. ``not (?:correct|right)|cannot accept`` fits in two ways: the first needs "not"
and one of "correct" and "right", the second "cannot" and "accept".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as reading  # type: ignore[attr-defined]
from typing import Any

Stretches = frozenset[str]
"""Casefolded stretches without a space, of which a text holds one; ``EDGE`` stands where a word begins or ends."""

Way = tuple[Stretches, ...]
"""The sets of which a text holds one each where a pattern fits in this way, the most telling first."""

EDGE = "\0"
"""Where a word begins or ends, so that "our" is not looked for in "hours"."""

MOST_SETS = 3
"""So many sets are kept a way: a fourth rules out hardly anything more (1 % of the time of all patterns)."""

MOST_WAYS = 48
"""So many ways are told apart a pattern; beyond, choices inside a way are one set. Twice as many gain 5 %."""

_MOST_RUNS = 4
"""So many ways to write one stretch are looked for ("n't" with either apostrophe)."""

_LONG_ENOUGH = 4
"""A set is the more telling the longer its shortest stretch is, up to this length; then the smaller it is."""

_A_SPACE = [(code.CATEGORY, code.CATEGORY_SPACE)]
_A_DIGIT = [(code.CATEGORY, code.CATEGORY_DIGIT)]
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_PLACES = {code.AT_BOUNDARY: EDGE, code.AT_BEGINNING: " ", code.AT_END: " "}
_MARKS = ("", " ", EDGE)


def ways_of(pattern: re.Pattern[str]) -> tuple[Way, ...]:
    """The ways in which a pattern may fit, and what a text must hold for each; none when anything may do."""
    ways = _ways(reading.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    return () if _ANY in ways else ways


def pieces(runs: Iterable[str]) -> Stretches:
    """Of each run of characters, casefolded, its longest stretch without a space; none inside another."""
    return _least({max(_stretches(run.casefold()), key=_size, default="") for run in runs})


_ANY: Way = ()
"""A way that needs nothing."""


def _ways(items: Iterable[tuple[Any, Any]], left: str = "", right: str = "") -> tuple[Way, ...]:
    """The ways of items in a row.

    ``left``: what is written right before; ``right``: what is known to follow, a space or the edge of a word.
    """
    row = list(items)
    ways: tuple[Way, ...] = (_ANY,)
    runs: tuple[str, ...] = (left,)
    for at, (kind, told) in enumerate(row):
        if (more := _characters(kind, told)) is not None and len(more) * len(runs) <= _MOST_RUNS:
            runs = tuple(run + character for run in runs for character in more)
        elif kind not in (code.AT, code.ASSERT_NOT):  # these take no room
            after = ((_characters(*row[at + 1]) if at + 1 < len(row) else [right]) or [""])[0]
            ways = _both(ways, _behind(runs, kind, told, after if after in _MARKS else ""))
            runs = ("",)
    return _both(ways, _written(tuple(run + right for run in runs)))


def _behind(runs: tuple[str, ...], kind: Any, told: Any, right: str) -> tuple[Way, ...]:
    """The ways of one item and of what is written right before it."""
    if kind is code.BRANCH:
        return _either(way for run in runs for choice in told[1] for way in _ways(choice, run, right))
    if kind is code.SUBPATTERN:
        return _either(way for run in runs for way in _ways(told[3], run, right))
    left = runs[0][-1:]
    return _both(_written(runs), _within(kind, told, left if left in _MARKS else "", right))


def _within(kind: Any, told: Any, left: str, right: str) -> tuple[Way, ...]:
    """The ways of one item."""
    if kind is code.IN and told == _A_DIGIT:
        return ((frozenset("0123456789"),),)
    if kind is code.ATOMIC_GROUP:
        return _ways(told, left, right)
    if kind in _REPEATS and told[0] > 0:
        once = told[1] == 1
        return _ways(told[2], left if once else "", right if once else "")
    if kind is code.ASSERT:
        return _ways(told[1], left) if told[0] > 0 else _ways(told[1], "", right)  # looks ahead, or back
    return (_ANY,)


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


@lru_cache(maxsize=10_000)
def _written(runs: tuple[str, ...]) -> tuple[Way, ...]:
    """The one way of a stretch that is written in one of a few ways: its words, however it is written."""
    words = [
        tuple(frozenset({word}) for word in _stretches(run.casefold()) if word.strip(_NOTHING)) for run in runs
    ]
    return (_one(words),)


_NOTHING = ".,;" + EDGE
"""Marks that any sentence has."""


def _both(some: tuple[Way, ...], others: tuple[Way, ...]) -> tuple[Way, ...]:
    """The ways of two stretches one after the other."""
    if _ANY in others:
        return some
    if len(some) * len(others) > MOST_WAYS:
        others = (_one(others),)
    return tuple(dict.fromkeys(_best({*way, *other}) for way in some for other in others))


def _either(ways: Iterable[Way]) -> tuple[Way, ...]:
    """The ways of a choice; those that differ in one set only are one way."""
    found = dict.fromkeys(ways)
    for at in range(MOST_SETS):
        alike: dict[tuple[Way, int], list[Stretches]] = {}
        for way in found:
            if len(way) > at:
                alike.setdefault(((*way[:at], *way[at + 1 :]), len(way)), []).append(way[at])
        kept = [way for way in found if len(way) <= at]
        found = dict.fromkeys((*kept, *(_best((*rest, _least(_all(sets)))) for (rest, _), sets in alike.items())))
    return tuple(found)


def _all(sets: Iterable[Stretches]) -> Stretches:
    return frozenset().union(*sets)


def _one(ways: Sequence[Way]) -> Way:
    """What all ways need, as one way: the first set holds the stretches of the first sets, and so on."""
    if not ways or not all(ways):
        return _ANY
    ways = [_best(way) for way in ways]
    most = max(map(len, ways))
    return _best({_least(_all(way[min(at, len(way) - 1)] for way in ways)) for at in range(most)})


def _best(sets: Iterable[Stretches]) -> Way:
    """The most telling sets; one that next to any sentence has only where there is no other."""
    best = sorted(sets, key=_telling)[:MOST_SETS]
    return tuple(words for words in best if not _is_common(words)) or tuple(best[:1])


@lru_cache(maxsize=50_000)
def _telling(stretches: Stretches) -> tuple[int, int, list[str]]:
    """The most telling set has the least of this."""
    return -min(_LONG_ENOUGH, *map(_size, stretches)), len(stretches), sorted(stretches)


@lru_cache(maxsize=50_000)
def _is_common(stretches: Stretches) -> bool:
    """True when one of the stretches is a letter or two, which next to any sentence has inside its words."""
    return any(_size(word) < 3 and word.replace(EDGE, "", 1).isalpha() for word in stretches)


def _least(words: Iterable[str]) -> Stretches:
    """The stretches without those that hold another one."""
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(other in word for other in kept):
            kept.append(word)
    return frozenset(kept)


@lru_cache(maxsize=50_000)
def _size(run: str) -> int:
    """Of how many characters the longest stretch of a run is; a digit is as telling as a word."""
    return _LONG_ENOUGH if run.isdigit() else max((len(word) for word in run.replace(EDGE, "").split()), default=0)


def _stretches(run: str) -> Iterator[str]:
    """The stretches of a run with their edges: between their characters, and at a space or ``EDGE`` of the run."""
    for match in _SOLID.finditer(run):
        word = _INSIDE.sub(EDGE, match["solid"]).replace(EDGE + EDGE, EDGE)
        begins = EDGE if match["behind"] is not None and _LETTER.match(word) else ""
        ends = EDGE if match["before"] and _LETTER.match(word[-1]) else ""
        yield begins + word + ends


_SOLID = re.compile(r"(?:(?P<behind>(?<=\s))|^)(?P<solid>\S+)(?=(?P<before>\s)?)")
_INSIDE = re.compile(r"(?<=\w)(?=[^\w\0])|(?<=[^\w\0])(?=\w)")
_LETTER = re.compile(r"\w")
