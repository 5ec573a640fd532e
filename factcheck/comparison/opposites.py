"""Opposite states: words that exclude each other, a state and its negation, two who hold one place."""

from __future__ import annotations

import re
from functools import cache

from factcheck.language.parties import sides_in
from factcheck.language.phrases import pattern_of
from factcheck.language.subjects import stem
from factcheck.lexicons import rows, word_set

_WORD = re.compile(r"[a-z]{3,}")
_LITTLE = word_set(
    "the and for was were are has have had been with that this from would will could not only its their they there"
    " until while any all both other another side sides parties party government over said says"
)
_NOT = re.compile(r"\b(?:no|not|none|never|nobody|neither|nor)\b", re.I)
_NEGATED = re.compile(r"\b(?:not|never|no|nor)(?: \w+)? $", re.I)
_THERE_WERE_NO = re.compile(
    r"(?:\bthere (?:was|were|is|are|had been) no|^no) (?!longer\b|one\b|doubt\b)(?P<what>[\w\s-]{3,40})", re.I
)
_UNKNOWN = re.compile(r"\b(?:unknown|unclear|whether|may|might|could|cannot say|not known)\b")
_CONTROL = re.compile(r"\b(?:controls?|holds?|is in control of|has taken|has captured|has seized|occup(?:y|ies)"
    r"|commands?)\b", re.I)  # fmt: skip
_ASKED = re.compile(r"\b(?:request\w*|asked|begged|sought|appeal\w*|pressed|initiative)\b", re.I)


def are_opposite(x: str, y: str) -> bool:
    """True when the two states cannot both hold."""
    return any(
        test(x, y) for test in (_held_by_another, _asked_by_another, _negated, _none_or_some, opposite_words)
    )


def _asked_by_another(x: str, y: str) -> bool:
    sides_x, sides_y = sides_in(x), sides_in(y)
    return bool(_ASKED.search(x) and _ASKED.search(y) and sides_x and sides_y and sides_x[0] != sides_y[0])


def _held_by_another(x: str, y: str) -> bool:
    """Two parties each hold the same place."""
    m, n = _CONTROL.search(x), _CONTROL.search(y)
    if m is None or n is None or _NOT.search(f"{x} {y}"):
        return False
    one, other = _named(x[: m.start()]), _named(y[: n.start()])
    return bool(one and other) and not one & other and bool(content(x[m.end() :]) & content(y[n.end() :]))


def _named(text: str) -> set[str]:
    return content(text) | set(sides_in(text))


def _negated(x: str, y: str) -> bool:
    if bool(_NOT.search(x)) == bool(_NOT.search(y)):
        return False
    if _THERE_WERE_NO.search(x) or _THERE_WERE_NO.search(y) or _UNKNOWN.search(x) or _UNKNOWN.search(y):
        return False  # "no prisoners aboard" says nothing of missiles aboard; nobody knows yet
    denied, said = (x, y) if _NOT.search(x) else (y, x)
    if not any(content(part) & content(said) for part in _NOT.split(denied)[1:]):
        return False  # a truce that is not broken is one that holds
    p, q = (content(_NOT.sub("", s)) for s in (x, y))
    return bool(p and q) and 2 * len(p & q) / (len(p) + len(q)) >= 0.5


def _none_or_some(x: str, y: str) -> bool:
    """ "There were no prisoners aboard", "some prisoners were aboard"."""
    for none, some in ((x, y), (y, x)):
        m = _THERE_WERE_NO.search(none)
        if m is None or _NOT.search(some) or _UNKNOWN.search(some):
            continue
        named = [w for w in _WORD.findall(m.group("what").casefold()) if w not in _LITTLE and not sides_in(w)]
        if named and stem(named[0]) in {stem(w) for w in content(some)}:
            return True
    return False


def opposite_words(x: str, y: str) -> bool:
    """True when words of the two, which speak of one thing, exclude each other."""
    if not content(x) & content(y):
        return False  # the talks are over, the ceasefire holds: two things
    return any((_says(p, x) and _says(q, y)) or (_says(p, y) and _says(q, x)) for p, q in _opposites())


@cache
def _opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """The pairs of ``opposite_words.csv``."""
    told = ((row["words"], row["opposite"]) for row in rows("opposite_words"))
    return tuple((re.compile(pattern_of(p), re.I), re.compile(pattern_of(q), re.I)) for p, q in told)


def _says(pattern: re.Pattern[str], text: str) -> bool:
    """The text has the words, and does not negate them ("not destroyed")."""
    return any(not _NEGATED.search(text[: m.start()]) for m in pattern.finditer(text))


def content(text: str) -> set[str]:
    """The words that say what a state is of: no parties, no little words."""
    return {w for w in _WORD.findall(text.casefold()) if w not in _LITTLE and not sides_in(w)}
