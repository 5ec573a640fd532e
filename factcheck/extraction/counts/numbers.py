"""Figures in text: digits, number words and vague words, with their bounds and the words that hedge them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck import lexicons
from factcheck.extraction.gates import gated
from factcheck.values import Qualifier, Quantity

MAX_VALUE = 10_000_000_000
"""Above the number of people alive a figure counts nobody; longer digit runs are ids."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text: ``start`` to ``end`` with its hedge, ``core_start`` to ``core_end`` without.

    ``times`` is set for a figure that only multiplies another one ("twice that number": 2).
    """

    start: int
    end: int
    core_start: int
    core_end: int
    quantity: Quantity
    vague_word: str | None = None
    more: bool = False  # "a further 29", "12 more": counted on top of others
    times: int | None = None


def figures(text: str) -> list[Figure]:
    """The figures of a text in order, none overlapping; ages, dates and the like are still among them."""
    lowered = text.lower() if len(text.lower()) == len(text) else "".join(c.lower()[:1] or c for c in text)
    lowered = lowered.translate(_DASHES)
    found: list[Figure] = []
    for figure in sorted(_candidates(lowered), key=lambda f: (f.core_start, -f.core_end)):
        if not found or figure.start >= found[-1].end:
            found.append(figure)
    return found


def _candidates(text: str) -> Iterator[Figure]:
    taken: list[tuple[int, int]] = []
    for match in _multiples().finditer(text):
        taken.append(match.span())
        yield _multiple(text, match)
    for match in _vague().finditer(text):
        if _COUNTED_SCALE.search(text, max(0, match.start() - 14), match.start()):
            continue  # "three millions of participants"
        if not _inside(match.start(), taken) and not _DEGREE.search(
            text[max(0, match.start() - 6) : match.start()]
        ):
            taken.append(match.span())
            yield _vague_figure(text, match)
    cores = [core for core in _cores(text) if not _inside(core[0], taken)]
    skip = False
    for index, (start, end, value) in enumerate(cores):
        if skip:
            skip = False
            continue
        following = cores[index + 1] if index + 1 < len(cores) else None
        joined = following and _range(text, (start, end, value), following)
        if joined:
            skip = True
            yield joined
        else:
            yield _hedged(text, start, end, value)


_DEGREE = re.compile(r"\b(?:as|how|so|too|not|very)\s+$")


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(a <= position < b for a, b in spans)


_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "lakh": 100_000, "million": 10**6, "crore": 10**7, "billion": 10**9}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_TEN = "|".join(_TENS)
_SMALL = rf"(?:(?:{_TEN})(?:[\s-]+(?:{_UNIT}))?|(?:{_UNIT}))"
_SCALE = "|".join(_SCALES)
_WORDS = (
    rf"half\s+an?\s+(?:{_SCALE}|dozen)|(?:one|two|three)\s+and\s+a\s+half\s+(?:million|thousand|billion)|an?"
    rf"\s+dozen"
    rf"|(?:an?\s+|{_SMALL}\s+)(?:{_SCALE})s?(?:[\s-]+(?:and\s+)?(?:{_SMALL}|{_SCALE}))*"
    rf"|(?:{_SMALL}\s+)?(?:dozen|hundred)|{_SMALL}"
)
_COUNTED_SCALE = re.compile(rf"\b(?:{_SMALL})\s+$")
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}|\d{1,12}(?:\.\d+)?"
_CORE = gated(
    rf"(?<![\w.,:$£€#\[-])(?=\d|a[n\s]|do|e[il]|f[io]|h[au]|ni|on|s[ei]|t[ehw]|ze)"  # how any figure begins
    rf"(?:(?P<digits>{_DIGITS})(?![\w]|[.,:/]\d|-\d|%)(?:[\s-]+(?P<scale>{_SCALE}|dozen)\b)?"
    rf"|(?P<words>{_WORDS})(?![\w]))"
)
_RANGE_DIGITS = gated(rf"(?<![\w.,$£€#/:-])({_DIGITS})\s?-\s?({_DIGITS})(?![\w%:/-]|[.,]\d)(?!\s?-)")
_DASHES = str.maketrans("–—‑‒−’", "-----'")


def _cores(text: str) -> list[tuple[int, int, float]]:
    found = []
    for match in _CORE.finditer(text):
        value = _value(match)
        if value is not None and value <= MAX_VALUE:
            found.append((match.start(), match.end(), value))
    for match in _RANGE_DIGITS.finditer(text):
        low, high = _plain(match[1]), _plain(match[2])
        if low < high <= 10 * low:
            found = [core for core in found if core[1] <= match.start() or core[0] >= match.end()]
            found += [(match.start(1), match.end(1), low), (match.start(2), match.end(2), high)]
    return sorted(found)


def _plain(digits: str) -> float:
    return float(digits.replace(",", ""))


def _value(match: re.Match[str]) -> float | None:
    if match["digits"]:
        value = _plain(match["digits"])
        scale = match["scale"]
        value *= 12 if scale == "dozen" else _SCALES[scale] if scale else 1
        # "1.12 million" is a count, "1.5" alone is a measure.
        return round(value) if value == round(value) or scale else None
    return word_value(match["words"])


def word_value(phrase: str) -> float | None:
    """The value of a number in words ("two hundred and five", "half a million"), None when it is none."""
    if half := re.fullmatch(rf"half\s+an?\s+({_SCALE}|dozen)", phrase):
        return (12 if half[1] == "dozen" else _SCALES[half[1]]) / 2
    if half := re.fullmatch(r"(one|two|three)\s+and\s+a\s+half\s+(\w+)", phrase):
        return (_UNITS[half[1]] + 0.5) * _SCALES[half[2]]
    total, current, seen = 0.0, 0.0, False
    for word in re.findall(r"[a-z]+", phrase.lower()):
        if word in ("a", "an", "and"):
            continue
        seen = True
        if word in _UNITS:
            current += _UNITS[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word == "dozen":
            current = (current or 1) * 12
        elif word in ("hundred", "hundreds"):
            current = (current or 1) * 100
        elif word.removesuffix("s") in _SCALES:
            word = word.removesuffix("s")  # "three millions"
            total += (current or 1) * _SCALES[word]
            current = 0
        else:
            return None
    return total + current if seen else None


_BEFORE = (
    (
        Qualifier.AT_LEAST,
        r"at\s*(?:the\s+)?(?:very\s+)?least|(?:not|no)\s+(?:fewer|less)\s+than|a\s+minimum\s+of|minimum",
    ),
    (
        Qualifier.UP_TO,
        r"(?<!own )(?<!owns )(?<!owned )up\s+to|as\s+many\s+as|as\s+much\s+as|(?:no|not)\s+(?:(?:more|larger"
        r"|bigger|greater|higher)\s+than|over"
        r"|above)|(?:not|never|hardly|n't)\s+(?:get|go|come|rise)\s+(?:beyond|above|over|past)"
        r"|at\s+(?:the\s+)?most|a"
        r"\s+maximum\s+of",
    ),
    (
        Qualifier.MORE_THAN,
        r"(?:well\s+|far\s+|many\s+|slightly\s+|just\s+)?(?:more|greater|larger|higher)\s+than|(?:well\s+|just"
        r"\s+)?over"
        r"|upwards?\s+of|in\s+excess\s+of|above|beyond|exceed(?:s|ed|ing)?|north\s+of",
    ),
    (Qualifier.FEWER_THAN, r"(?:fewer|less|lower)\s+than|under|below"),
    (
        Qualifier.ABOUT,
        r"about|around|some|nearly|almost|close\s+to|approximately|approx\.?|roughly|circa|an\s+estimated"
        r"|estimated"
        r"|the\s+estimated|nearing|in\s+the\s+region\s+of|~",
    ),
)
_HEDGES = tuple(
    (qualifier, re.compile(rf"(?<![\w-])(?:{words})\s+(?:the\s+|another\s+|a\s+further\s+|some\s+)?$"))
    for qualifier, words in _BEFORE
)
_HEDGE_ENDS = (
    "least", "than", "of", "minimum", "to", "as", "over", "above", "beyond", "past", "most", "exceed", "exceeds",
    "exceeded", "exceeding", "under", "below", "about", "around", "some", "nearly", "almost", "approximately",
    "approx", "approx.", "roughly", "circa", "estimated", "nearing", "~", "the", "another", "a further",
)  # fmt: skip
"""The last words of all that hedges a figure."""
_DEAD = r"(?:\s+(?:people\s+)?(?:dead|killed|deaths|people|injured|wounded|victims|bodies|missing))?"
_AFTER = (
    (
        Qualifier.AT_LEAST,
        gated(
            r"\s+or\s+more\b|\+|\s+at\s+(?:very\s+)?least\b(?!\s+[\d\w])|\s+at\s+the\s+(?:very\s+)?least\b"
            r"|,\s+at\s+(?:the\s+)?least(?=\s*[,.;)])|\s+and\s+(?:more|counting)\b(?!\s+(?:than|\d))|\s+plus\b"
        ),
    ),
    (Qualifier.UP_TO, gated(rf"\s+or\s+(?:fewer|less)\b|{_DEAD}\s+at\s+(?:the\s+)?most\b")),
    (Qualifier.ABOUT, gated(r"\s+or\s+so\b|-odd\b|\s+odd\b")),
)
FEW = 10
"""'As many as two policemen were killed', at the head of a report, counts them: nobody estimates so few."""
_HOW_MANY = re.compile(r"as\s+many\s+as\b", re.IGNORECASE)
_MAY = re.compile(r"\b(?:may|might|could|feared|believed|possibly|perhaps)\b", re.IGNORECASE)
_MORE_ENDS = ("further", "another", "additional")
_MORE_BEFORE = re.compile(r"\b(?:(?:a|some)\s+further|another|an\s+additional|additional|(?<!or\s)further)\s+$")
_MORE_AFTER = gated(r"\s+(?:more|additional|further)\b(?!\s+than\b)")
_LOOKBACK = 34
_RANGE_LINK = re.compile(
    r"\s+(?:to|or)\s+|\s?-\s?|-to-|,\s+(?:maybe|perhaps|possibly|or\s+even|or\s+perhaps|or\s+maybe)\s+|\s+and"
    r"\s+(?:(?:about|around|perhaps|possibly|as\s+many\s+as|up\s+to)\s+)?"
)
_CHANGE = re.compile(
    r"\b(?:rose|risen|rises?|rising|climb\w*|jump\w*|grew|grown|increas\w*|went|gone|up|rais\w+|revis\w+"
    r"|f[ae]ll\w*|"
    r"drop\w*|down|lower\w*|reduc\w*|cut|lift\w*)\b[^.;]{0,40}$"
)


def _hedged(text: str, start: int, end: int, value: float) -> Figure:
    before = text[max(0, start - _LOOKBACK) : start]
    more = _MORE_BEFORE.search(before) if before.rstrip().endswith(_MORE_ENDS) else None
    whole_start = start - (len(before) - more.start()) if more else start
    hedge_text = text[max(0, whole_start - _LOOKBACK) : whole_start]
    for qualifier, pattern in _HEDGES if hedge_text.rstrip().endswith(_HEDGE_ENDS) else ():
        if hit := pattern.search(hedge_text):
            first = whole_start - (len(hedge_text) - hit.start())
            few = (
                qualifier is Qualifier.UP_TO
                and value < FEW
                and _HOW_MANY.match(text)
                and not _MAY.search(text, end)
            )
            bounds = Quantity(value, value) if few and first == 0 else _bounds(qualifier, value)
            return Figure(first, end, start, end, bounds, more=_is_more(text, end, more))
    for qualifier, pattern in _AFTER:
        if hit := pattern.match(text, end):
            return Figure(whole_start, hit.end(), start, end, _bounds(qualifier, value), more=bool(more))
    return Figure(whole_start, end, start, end, Quantity(value, value), more=_is_more(text, end, more))


def _is_more(text: str, end: int, before: re.Match[str] | None) -> bool:
    return bool(before) or _MORE_AFTER.match(text, end) is not None


def _bounds(qualifier: Qualifier, value: float) -> Quantity:
    match qualifier:
        case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
            return Quantity(value, None, qualifier)
        case Qualifier.UP_TO | Qualifier.FEWER_THAN:
            return Quantity(None, value, qualifier)
        case _:
            return Quantity(value, value, qualifier)


def _range(text: str, one: tuple[int, int, float], other: tuple[int, int, float]) -> Figure | None:
    """One figure of two: '10 to 12', 'between 5,000 and 6,000'; not 'from 78 to 100' after a word of change."""
    (start, end, low), (other_start, other_end, high) = one, other
    link = text[end:other_start]
    if not _RANGE_LINK.fullmatch(link) or other_start - end > 18:
        return None
    if "-" in link and text[start].isdigit() != text[other_start].isdigit():
        return None
    before = text[max(0, start - _LOOKBACK) : start]
    # "18 to 20 thousand", "2 or 3 million": the scale is said once.
    if high >= 1_000 > low and low < high / 1_000 and re.search(r"[a-z]", text[other_start:other_end]):
        low *= _common_scale(low, high)
    if not low < high or high > 10 * low:
        return None
    between = re.search(r"\bbetween\s+(?:about\s+|around\s+|some\s+)?$", before)
    if "and" in link and not between:
        return None
    if link.strip() == "or" and high - low > max(3, low):
        return None
    came_from = re.search(r"\bfrom\s+(?:about\s+|around\s+|some\s+)?$", before)
    if link.strip() == "to" and came_from and _CHANGE.search(before[: came_from.start()] + ""):
        return None
    lead = between or came_from or re.search(r"\b(?:some|about|around|an\s+estimated)\s+$", before)
    first = start - (len(before) - lead.start()) if lead else start
    return Figure(first, other_end, start, other_end, Quantity(low, high, Qualifier.RANGE))


def _common_scale(low: float, high: float) -> int:
    return next((s for s in (10**9, 10**6, 1_000) if high >= s and low < high / s * 10), 1)


@cache
def _vague() -> re.Pattern[str]:
    words = sorted((row["word"].lower() for row in lexicons.rows("vague")), key=len, reverse=True)
    joined = "|".join(re.escape(word).replace(r"\ ", r"[\s\"']+") for word in words)
    return gated(rf"(?<![\w-])(?:{joined})(?![\w-])")


def _vague_figure(text: str, match: re.Match[str]) -> Figure:
    word = re.sub(r"[\s\"']+", " ", match.group())
    bounds = lexicons.column("vague", "word", "low")[word], lexicons.column("vague", "word", "high")[word]
    low, high = (float(bound) if bound else None for bound in bounds)
    core_end = match.end() - len(" of") * match.group().endswith(" of")
    before = text[max(0, match.start() - _LOOKBACK) : match.start()]
    start = match.start()
    for _, pattern in _HEDGES:
        if hit := pattern.search(before):
            start = match.start() - (len(before) - hit.start())
            break
    bounds_of = Quantity(low, high, Qualifier.VAGUE)
    return Figure(start, core_end, match.start(), core_end, bounds_of, vague_word=word.removesuffix(" of"))


@cache
def _multiples() -> re.Pattern[str]:
    return gated(
        r"(?P<hedge>(?:more\s+than|over|nearly|almost|about|at\s+least)\s+)?(?:(?P<times>twice|double|three"
        r"\s+times"
        r"|triple|four\s+times)\s+(?:(?:that|this|the)\s+(?:number|figure|many|total|toll|amount)|as\s+many)"
        r"|(?P<same>as\s+many))(?!\s+(?:as|of)\b)\b"
    )


def _multiple(text: str, match: re.Match[str]) -> Figure:
    said = (match["times"] or "").split()
    times = {"twice": 2, "double": 2, "three": 3, "triple": 3, "four": 4}[said[0]] if said else 1
    hedge = (match["hedge"] or "").strip()
    qualifier = next((q for q, p in _BEFORE if hedge and re.fullmatch(p, hedge)), Qualifier.EXACT)
    return Figure(
        match.start(),
        match.end(),
        match.end("hedge") if hedge else match.start(),
        match.end(),
        _bounds(qualifier, times),
        times=times,
    )
