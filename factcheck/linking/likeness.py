"""How likely two claims of one incident answer one question, by what was learnt from marked reports.

The weights (``data/lexicons/question_weights.csv``) are those of a logistic regression on pairs of claims that
people had marked with their questions; ``python -m bench.questions --write`` fits them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from factcheck import gazetteer, lexicons
from factcheck.gazetteer import Place
from factcheck.language.naming import same_spot
from factcheck.language.parties import sides_in
from factcheck.language.subjects import Subject, content_words
from factcheck.lexicons import word_set
from factcheck.linking.places.places import Relation, relation

LOUDEST = 3
"""So many signs are named on either side."""
BIAS = "before anything is known of the two"
NEAR_KM, FEW_DAYS = 40.0, 3
SHARES = (0.0, 0.15, 0.3, 0.5, 0.75)
"""Shares of words in common at which likeness changes its name."""
ALIKE = (30.0, 50.0, 65.0, 80.0, 95.0)
"""The same for the likeness of what is written, 0 to 100 (token set ratio)."""
IN_COMMON = ("none", "hardly any", "few", "some", "most", "nearly all")
WRITTEN = ("quite unlike", "unlike", "somewhat alike", "alike", "much alike", "the same")
"""How the steps are called."""
RATIOS = ((1.0, "the same figure"), (1.25, "figures close"), (2.0, "figures up to twice apart"),
          (5.0, "figures up to five times apart"), (20.0, "figures up to twenty times apart"))  # fmt: skip
GAPS = ((1, "a day apart"), (3, "two or three days apart"), (10, "some days apart"), (40, "weeks apart"))
_LITTLE = word_set(
    "the a an of in on at by to as is it and for from with that this its his their her was were had has have been"
    " not no be said who which they them he she or but are"
)


@dataclass(slots=True)
class Told:
    """A count, as far as its question hangs on it. ``first``, ``last``: days since some day, None where unknown;
    ``size``: its figure as one number, None without one."""

    kind: str
    document: str
    start: int
    place: str
    first: int | None
    last: int | None
    voice: str
    side: str | None
    own_voice: bool
    who: str
    quote: str
    subject: Subject
    bounds: tuple[float, float]
    size: float | None


def chance(a: Told, b: Told) -> float:
    """The chance (0 to 1) that two counts of one incident answer one question."""
    return of_signs(signs(a, b), _weights())


def of_signs(signs: Iterable[str], weights: Mapping[str, float]) -> float:
    """The chance that weights give to what has these signs."""
    return 1 / (1 + math.exp(-weights[BIAS] - sum(weights.get(sign, 0.0) for sign in signs)))


def in_words(a: Told, b: Told) -> str:
    """The chance, and what speaks loudest for one question and against it."""
    return loudest(f"{chance(a, b):.0%} of such pairs of counts answer one question", signs(a, b), _weights())


def loudest(told_first: str, signs: Iterable[str], weights: Mapping[str, float]) -> str:
    """What is said first, and behind it the signs that weigh most for one question and against it."""
    told = sorted(((weights.get(sign, 0.0), sign) for sign in signs), key=lambda one: -abs(one[0]))
    parts = [told_first]
    for how, way in (("for it", 1), ("against it", -1)):
        loud = [sign for weight, sign in told if weight * way > 0][:LOUDEST]
        parts += [f"{how}: {', '.join(loud)}"] if loud else []
    return "; ".join(parts)


def signs(a: Told, b: Told) -> list[str]:
    """What the two have in common and what not, each in a few words."""
    return [*_kinds(a, b), place_sign(a.place, b.place), *_days(a, b), *_voices(a, b), *_texts(a, b),
            *_words(a, b), *_subjects(a, b), *_figures(a, b)]  # fmt: skip


def _kinds(a: Told, b: Told) -> Iterator[str]:
    if a.kind == b.kind:
        yield f"both {a.kind}"


def place_sign(one: str, other: str) -> str:
    """How two places that are named lie to each other, in a few words."""
    if not one or not other:
        return "a place not told"
    return "the same place" if same_spot(one, other) else _relation(*sorted((one, other)))


@lru_cache(maxsize=50_000)
def _relation(one: str, other: str) -> str:
    parts, others = ({part.strip().casefold() for part in name.split(",")} for name in (one, other))
    heads = {name.split(",")[0].strip().casefold() for name in (one, other)}
    if len(heads) == 1:  # namesakes of two countries or regions
        return "places far apart" if relation(one, other) is Relation.FAR else "other places"
    if heads & parts & others:
        return "one place in the other"
    x, y = _on_map(one), _on_map(other)
    if x is None or y is None:
        return "places that share a part" if parts & others else "other places"
    if gazetteer.contains(x, y) or gazetteer.contains(y, x):
        return "one place in the other"
    return "places near each other" if gazetteer.distance_km(x, y) <= NEAR_KM else "places far apart"


def _on_map(name: str) -> Place | None:
    head, *rest = (part.strip() for part in name.split(","))
    try:
        found = gazetteer.find(head)
    except OSError:  # no gazetteer in this installation
        return None
    lands = {gazetteer.country_of(part) for part in rest} - {None}
    return next((place for place in found if not lands or place.country in lands), None)


def _days(a: Told, b: Told) -> Iterator[str]:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        yield "no day told" if a.first is None and b.first is None else "a day not told"
        return
    gap = max(a.first - b.last, b.first - a.last)
    if gap > 0:
        yield next((name for most, name in GAPS if gap <= most), "months apart")
        return
    same = (a.first == b.first, a.last == b.last)
    yield {(True, True): "the same days", (True, False): "the same first day", (False, True): "the same last day",
           (False, False): "days that overlap"}[same]  # fmt: skip
    long = [a.last - a.first > FEW_DAYS, b.last - b.first > FEW_DAYS]
    yield (
        "both of a few days" if not any(long) else "both of a longer time" if all(long) else "one of a longer time"
    )


def _voices(a: Told, b: Told) -> Iterator[str]:
    if a.own_voice or b.own_voice:
        yield "both in own voice" if a.own_voice and b.own_voice else "one in own voice"
    if a.voice == b.voice:
        yield "the same voice"
    elif a.side and b.side:
        yield "voices of one side" if a.side == b.side else "voices of two sides"


def _texts(a: Told, b: Told) -> Iterator[str]:
    if a.document != b.document:
        yield "other texts"
        return
    away = abs(a.start - b.start)
    yield "beside each other" if away < 200 else "near in the text" if away < 450 else "far in the text"


def _words(a: Told, b: Told) -> Iterator[str]:
    x, y = a.who, b.who
    yield f"whom they count is written {alike(x, y)}" if x and y else "nothing told of one"
    yield f"{in_common(_content(x), _content(y))} of the words for whom in common"
    yield f"{in_common(_content(a.quote), _content(b.quote))} of the quoted words in common"
    yield f"{in_common(_content(x) | _content(a.quote), _content(y) | _content(b.quote))} of all words in common"
    one, other = frozenset(sides_in(x)), frozenset(sides_in(y))
    if one and other:
        yield (
            "the same sides named" if one == other else "a side in common" if one & other else "other sides named"
        )


@lru_cache(maxsize=50_000)
def _content(text: str) -> frozenset[str]:
    return content_words(text, _LITTLE)


def alike(one: str, other: str) -> str:
    """How like each other two phrases are written, in words ("much alike"); "nothing to compare" where one is not
    told."""
    if not one or not other:
        return "nothing to compare"
    written = fuzz.token_set_ratio(one, other)
    return WRITTEN[sum(written > step for step in ALIKE)]


def in_common(a: frozenset[str], b: frozenset[str]) -> str:
    """Which share of their words two phrases have in common, in words ("most")."""
    share = 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
    return IN_COMMON[sum(share > step for step in SHARES)]


_OF_SOME = (("single", "one person told apart"), ("part", "some of others"), ("more", "more of them"))


def _subjects(a: Told, b: Told) -> Iterator[str]:
    s, t = a.subject, b.subject
    if s.side == t.side:
        yield "the same side counted" if s.side else "no side counted"
    else:
        yield "two sides counted" if s.side and t.side else "a side counted by one"
    one, other = sorted((s.role or "others", t.role or "others"))
    yield "the same role" if one == other else f"{one} and {other}" if "people" in (one, other) else "other roles"
    if s.measure != t.measure:
        yield "another way of counting"
    elif s.measure:
        yield "the same way of counting"
    if s.words == t.words:
        yield "the same words for whom" if s.words else "no words for whom"
    elif s.words and t.words:
        yield "some words for whom in common" if s.words & t.words else "other words for whom"
    else:
        yield "more words for whom in one"
    for name, what in _OF_SOME:
        told = getattr(s, name) + getattr(t, name)
        if told:
            yield f"{what} in {'one' if told == 1 else 'both'}"


def _figures(a: Told, b: Told) -> Iterator[str]:
    if a.size is None or b.size is None:
        yield "no figure in one"
        return
    if a.bounds == b.bounds:
        yield "the same bounds"
    small, large = sorted((a.size, b.size))
    if small == 0 and large > 0:
        yield "none in one"
        return
    ratio = 1.0 if small == large else large / small
    yield next((name for most, name in RATIOS if ratio <= most), "figures far apart")
    if small == 1 and large > 1:
        yield "one person in one"


@cache
def _weights() -> Mapping[str, float]:
    return {row["sign"]: float(row["weight"]) for row in lexicons.rows("question_weights")}
