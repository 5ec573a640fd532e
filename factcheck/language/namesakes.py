"""Which claimants' names may be one: written alike, shortened to initials, or like what analysts merged before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from factcheck.language.naming import name_key, state_in
from factcheck.lexicons import word_set

ALIKE = 65.0
"""Likeness (0 to 100, words in any order) from which two names are compared word by word. By itself it says
little: of 500 pairs of 80 and more among claimants of local news, nearly all were one office of two towns."""

TYPO = 85.0
"""Likeness of two words that are one, misspelt or inflected (Nicaragua, Nicaraguan); short ones must be equal."""

LONG_WORD = 5
_PLAIN = word_set("office officials official department spokesman spokesperson report reports bulletin statement")
"""Words that tell no two bodies apart."""

MOST_COMPARED = 3_000
"""Names that are compared with each other, the most frequent first: the time grows with the square."""

_STATE = "\x00"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two names that may be one claimant, the rarer first: why, and how sure it is (0 to 1)."""

    alias: str
    name: str
    score: float
    reason: str


def suggestions(
    counts: Mapping[str, int], merged: Iterable[tuple[str, str]], apart: Iterable[tuple[str, str]]
) -> list[Suggestion]:
    """Pairs of names worth a look, the surest first; never a pair that an analyst decided on.

    ``counts`` has a claimant's name and its number of claims; ``merged`` and ``apart`` are the pairs that analysts
    called the same and different. What they merged for one state is proposed for the others ("Ruritania's General
    Staff" is "Ruritanian army": then so may it be for Graustark).
    """
    names = sorted(counts, key=lambda name: (-counts[name], name))[:MOST_COMPARED]
    merged = list(merged)
    decided = {frozenset(map(name_key, pair)) for pair in (*merged, *apart)}
    found: dict[frozenset[str], Suggestion] = {}
    for one in (*_like_merged(names, merged), *_initials(names), *_alike(names)):
        pair = frozenset((name_key(one.alias), name_key(one.name)))
        if len(pair) == 2 and pair not in decided:
            found.setdefault(pair, one)
    return sorted(found.values(), key=lambda one: (-one.score, one.alias, one.name))


def _like_merged(names: Sequence[str], merged: Sequence[tuple[str, str]]) -> Iterator[Suggestion]:
    """The same two offices of another state."""
    by_office: dict[str, dict[str, str]] = defaultdict(dict)
    for name in names:
        state, office = _office(name)
        if state:
            by_office[office].setdefault(state, name)
    for alias, name in merged:
        (state, office), (other, head) = _office(alias), _office(name)
        if not state or state != other or office == head:
            continue
        for elsewhere, found in by_office.get(office, {}).items():
            if elsewhere != state and elsewhere in by_office.get(head, {}):
                reason = f"as {alias} was put under {name}"
                yield Suggestion(found, by_office[head][elsewhere], 0.95, reason)


def _office(name: str) -> tuple[str | None, str]:
    """The state that a name mentions, and the name's other words in order."""
    state = state_in(name)
    if state is None:
        return None, name_key(name)
    words = [word for word in name_key(name).split() if state_in(word) != state]
    return state, " ".join([_STATE, *(w for w in words if w not in ("of", "the"))])


def _initials(names: Sequence[str]) -> Iterator[Suggestion]:
    """'ISPR' and the body whose words begin with these letters."""
    short = {name: name for name in names if re.fullmatch(r"[A-Z]{3,6}", name)}
    for name in names:
        first = "".join(word[0] for word in re.findall(r"[A-Z][\w'’]*", name))
        if first in short and first != name:
            yield Suggestion(short[first], name, 0.9, "the first letters of its words")


def _alike(names: Sequence[str]) -> Iterator[Suggestion]:
    """Names with the same words, but for their order, an ending, a slip of the pen or a plain word like office."""
    keys = [name_key(name) for name in names]
    states = [state_in(name) for name in names]
    scores = process.cdist(keys, keys, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, workers=1)
    for at, other in zip(*scores.nonzero(), strict=True):
        if at >= other or (states[at] and states[other] and states[at] != states[other]):
            continue
        found = _same_words(keys[at].split(), keys[other].split())
        if found is not None:
            yield Suggestion(names[other], names[at], *found)


def _same_words(one: list[str], other: list[str]) -> tuple[float, str] | None:
    """How sure it is that two names are one, and why; None when a word tells them apart."""
    left, right = ([w for w in a if w not in b] for a, b in ((one, other), (other, one)))
    told = [w for w in left if w not in _PLAIN], [w for w in right if w not in _PLAIN]
    pairs = [(w, v) for w in told[0] for v in told[1] if _is_typo(w, v)]
    if {w for w, _ in pairs} != set(told[0]) or {v for _, v in pairs} != set(told[1]):
        return None
    if pairs:
        return 0.8, " and ".join(f"{w} is like {v}" for w, v in pairs)
    plain = [w for w in (*left, *right) if w in _PLAIN]
    return (0.7, f"the same but for the word “{plain[0]}”") if plain else (0.9, "the same words")


def _is_typo(one: str, other: str) -> bool:
    if one[0] != other[0] or min(len(one), len(other)) < LONG_WORD or not (one + other).isalpha():
        return False
    return fuzz.ratio(one, other) >= TYPO
