"""Possible conflicts: how likely a conflict among claims that were read from texts is one.

What is read has its people, its place or its day wrong at times, and then two figures look like rivals that count
two things. Weights learnt from marked reports (``data/lexicons/conflict_weights.csv``) weigh what the two claims
have in common; a conflict that is less likely than ``AT_LEAST`` is told to people as a possible one. Claims that
came as records are taken at their word.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from factcheck import lexicons
from factcheck.comparison.figures import ratio
from factcheck.comparison.positions import Answer
from factcheck.language.naming import name_key, same_spot
from factcheck.language.parties import sides_in
from factcheck.language.subjects import content_words
from factcheck.lexicons import word_set
from factcheck.values import NARRATIVE_KINDS, Outcome, Verdict

AT_LEAST = 0.4
"""The chance from which a conflict is called one; see ``python -m bench.conflicts``."""

POSSIBLE = Outcome.POSSIBLE.value
"""The type of a conflict that is less likely."""

BIAS = "before anything is known of the two"
BESIDE, NEAR = 150, 300
"""Characters of one text within which two claims stand beside each other, or near."""

TIMES_APART = 10.0
"""A figure so many times another is mostly of other people."""

LOUDEST = 3
"""So many signs are named on either side."""

_SAYING = re.compile(
    r"^\W*(?:(?:the|all|any|these|those|such|this|that|its|his|her|their) )*(?:accusations?|allegations?"
    r"|charges?|claims?|reports?|accounts?|versions?|statements?|figures?|responsibility|involvement|role|part)\W*$",
    re.I,
)
"""What is denied is not told but by a word for what was said."""

_LITTLE = word_set("the a an of and in for on at to by ministry office government spokesman official officials")


def weighed(verdict: Verdict, a: Answer, b: Answer, answers: int) -> Verdict:
    """The verdict on two answers of a question that has so many; a conflict that is not likely enough is a
    possible one, and says why."""
    if verdict.outcome is not Outcome.CONFLICT or (a.recorded and b.recorded):
        return verdict
    told = list(dict.fromkeys(signs(a, b, verdict.type, answers)))
    sure = _chance(told)
    if sure >= AT_LEAST:
        return verdict
    reason = f"Perhaps: {verdict.reason} {_in_words(sure, told)}"
    return replace(verdict, outcome=Outcome.POSSIBLE, type=POSSIBLE, reason=reason)


def signs(a: Answer, b: Answer, type_: str, answers: int) -> Iterator[str]:
    """What two answers that contradict each other have in common and what not, each in a few plain words."""
    if type_ == "part":
        yield "a part above its whole"
        return
    if _words(a.name) & _words(b.name):
        yield "voices that share a word"
    in_words = [one.kind in NARRATIVE_KINDS and one.quantity is None for one in (a, b)]
    if not any(in_words):
        yield from _of_figures(a, b)
        return
    yield _pair(a, b)
    yield f"{_pair(a, b)}, {_where(a, b)}"
    if answers == 2:
        yield f"{_pair(a, b)}, of which nobody else speaks"
    denial, other = (a, b) if a.kind == "denial" else (b, a)
    if denial.kind == "denial":
        yield from _denied(denial, other)


def _of_figures(a: Answer, b: Answer) -> Iterator[str]:
    yield f"figures of the {a.kind}"
    yield f"figures {_where(a, b)}"
    x, y = a.subject, b.subject
    if x.role != y.role:
        yield "people of two roles"
    if a.matter.casefold() != b.matter.casefold():
        yield "other words for whom they count"
    if ratio(a, b) > TIMES_APART:
        yield "figures more than ten times apart"
    if a.first and a.last and b.first and b.last and (a.first > b.last or b.first > a.last):
        yield "other days"
    if a.place and b.place and not same_spot(a.place, b.place):
        yield "other places"


def _pair(a: Answer, b: Answer) -> str:
    kinds = {a.kind, b.kind}
    if "denial" not in kinds:
        return "two charges" if "blame" in kinds else "two states"
    if len(kinds) == 1:
        return "two denials"
    if kinds & {"blame", "status"}:
        return "a charge and its denial" if "blame" in kinds else "a state and its denial"
    return "a denied figure"


def _where(a: Answer, b: Answer) -> str:
    if a.document != b.document:
        return "in two texts"
    away = abs(a.start - b.start)
    return "side by side" if away <= BESIDE else "near each other" if away <= NEAR else "far apart in one text"


def _denied(denial: Answer, other: Answer) -> Iterator[str]:
    meant = " ".join(other.quote.replace('"', " ").split()).rstrip(" .,")
    if meant and meant in " ".join(denial.target.replace('"', " ").split()):
        yield "the denial means that very sentence"
    elif not _words(f"{denial.target} {denial.quote}") & _words(f"{other.target} {other.matter} {other.quote}"):
        yield "the denial shares no word with what it denies"
    if _SAYING.match(denial.target):
        yield "the denial says only that something was said"
    if other.kind == "blame" and _named(other.target) & _named(denial.name):
        yield "who is accused by name denies"


@lru_cache(maxsize=4_096)
def _words(text: str) -> frozenset[str]:
    return content_words(name_key(text), _LITTLE)


def _named(text: str) -> frozenset[str]:
    """Its words, and the sides that it names by whatever word ("Afghan government", "Kabul")."""
    return _words(text) | frozenset(sides_in(text))


def _chance(told: list[str]) -> float:
    weights = _weights()
    return 1 / (1 + math.exp(-weights[BIAS] - sum(weights.get(sign, 0.0) for sign in told)))


def _in_words(sure: float, told: list[str]) -> str:
    """'Of such pairs 31 % are conflicts. Against it: …; …. For it: ….'"""
    loud = sorted(((_weights().get(sign, 0.0), sign) for sign in told), key=lambda one: -abs(one[0]))
    parts = [f"Of such pairs {sure:.0%} are conflicts."]
    for how, way in (("Against", -1), ("For", 1)):
        named = [sign for weight, sign in loud if weight * way > 0]
        finest = [sign for sign in named if not any(other.startswith(f"{sign},") for other in named)][:LOUDEST]
        parts += [f"{how} it: {'; '.join(finest)}."] if finest else []
    return " ".join(parts)


@cache
def _weights() -> Mapping[str, float]:
    return {row["sign"]: float(row["weight"]) for row in lexicons.rows("conflict_weights")}
