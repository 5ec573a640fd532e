"""Figures without their word: the kind comes from what the text is about ('Kabul put the figure at 58')."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.quantities import Amount, Reading
from factcheck.extraction.counts.rivalfigures import rival_figures
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Finding, Sentence
from factcheck.lexicons import word_set
from factcheck.values import Quantity

REACH = 2
"""So many sentences back "the figure" finds what it is a figure of; a list may be longer."""

RIVALS = 40
"""A figure so many times larger or smaller than the one before it counts something else."""

CLOSE = 3
"""A figure that somebody gives speaks of the one told last when it is at most so many times larger or smaller."""

FAIR = 8
"""'12 dead and 31 wounded; of the enemy it reports 90': a bare figure speaks of the dead, unless far from them."""

ALIKE = 0.6
"""A figure so like another one (1 is the same) speaks of that, when it is far from the number of the dead."""

FIRST_FEW = 20
"""'No fatalities, he said. By the evening it was one': so few may follow a count of nobody."""

MARCH_FLOOR = 500
"""A bare figure on a page about marches counts marchers from here on; smaller ones count arrests, hours, towns."""

_THE_FIGURE = gated(
    r"\b(?:(?:the|its|their|his|her|whose|that|this|an?|own|first|final|later|earlier|new|['’]s"
    r"|organi[sz]ers['’])\s+)+"
    r"(?:[\w-]+\s+){0,2}?(?:figures?|counts?|numbers?|tolls?|tally|tallies|estimates?|totals?)\b[^#.;:]{0,50}?"
    r"(?:\b(?:at|to|of|was|is|were|been|over|above|for)|:)\s+(?P<figure>#+)(?!\s+(?:of\s+the|shots"
    r"|people\s+on|sick|ill|injured|wounded|missing|homeless))",
    re.IGNORECASE,
)
_IT = gated(
    r"\b(?:it|that)\s+(?:(?:still|now|already|then|only)\s+)?(?:was|is|stood\s+at|had\s+been|has\s+been|at)"
    r"\s+(?:still\s+|now\s+|already\s+|only\s+)?(?P<figure>#+)"
    r"(?=\s*(?:[.,;]|$|(?:in|on|yesterday|until|till|by|at|when|before|this|last|earlier|and|two|a|an)\b))",
    re.IGNORECASE,
)
_SPOKE = gated(
    r"\b(?:spoken?|speaks|wrote|written|talked|talks)\s+(?:[\w-]+\s+){0,3}?of\s+(?P<figure>#+)(?=\s*(?:[.,;]|$))",
    re.IGNORECASE,
)
_GIVES = gated(
    r"\b(?:which\s+makes|lists?\s+of|(?:says?|said)\s+it\s+was)\s+(?:only\s+|just"
    r"\s+)?(?P<figure>#+)(?=\s*(?:[.,;]|$|on\b|because\b|but\b))",
    re.IGNORECASE,
)
_VOICE_LABEL = gated(
    r"^(?=[^:]*\b(?i:police|government|ministry|army|military|unions?|organi[sz]ers|authorit(?:y|ies)|hospitals?"
    r"|officials?|spokes\w+"
    r"|opposition|rebels?|prosecutors?|governor|mayor|office))[A-Z][\w'’ -]{2,50}:\s*(?P<figure>#+)\W*$"
)
"""'State police: nine thousand.': somebody's figure for what was just counted."""
_LISTED = gated(
    r"^(?=[^:]{2,}(?::|\s[–—-])\s*(?:#|n))\s*(?P<mark>[•*–—-]\s*|(?=[A-Z]))(?![^:]*\b(?:rescued|saved|alive"
    r"|handed|released|discharged|schools?"
    r"|pupils|shelters?"
    r"|confined|damaged|affected|distributed|livestock|cattle|need|needs|kits|tents|houses|homes|hectares"
    r"|reached)\b)[^:]{2,120}(?::|\s[–—-])\s*(?P<figure>#+|none|nil)\s*[.;]?\s*(?:\([^()]{2,40}\)\s*)?$",
    re.IGNORECASE,
)


_NO_FIGURE = ("none", "nil")
_DAY = re.compile(r"\d")
"""'Jan. 8: none' belongs to a list by days; 'Escapes: none' is of a list of other things."""
_TIMES = re.compile(r"(?P<figure>#+)", re.IGNORECASE)
_GAPPED = gated(
    r"\band\s+at\s+(?P<figure2>#+)(?=\s+by\s)|"
    r"(?:,|;|\band)\s+(?:(?:(?:from|for|near)\s+)?(?:[A-Z][\w'’.-]+,?\s+){0,3}|(?:the|an?|its"
    r"|local)\s+[\w'’-]+,?\s+(?:of"
    r"\s+)?)[\"“]?(?P<figure>#+)(?=\s*[\"”]?(?:[.;]|$|and\s+(?:the|an?|[A-Z])|in"
    r"\s+(?:(?:neighbou?ring|nearby)\s+)?[A-Z]|in\s+(?:the\s+)?(?:other|second|third|latter|next|two)|at\s+[A-Z]"
    r"|elsewhere))"
)


@dataclass(frozen=True, slots=True)
class Bare:
    """A figure whose kind the context gives; ``amount`` is None for a listed 'none'.

    Offsets count from the sentence's start.
    """

    amount: Amount | None
    start: int
    end: int
    rule: str
    rival: bool = False  # somebody gives it beside another: of a size with that one


def bare_figures(reading: Reading, *, headed: bool = False) -> Iterator[Bare]:
    """The figures of a sentence that speak of an earlier count ("the figure", "it was 34", a dated list).

    ``headed``: the sentence stands below a heading that says what is counted, so its items need no mark.
    """
    text, where = reading.coded()
    listed = _LISTED.match(text)
    if listed is not None and not (listed["mark"] or headed):
        listed = None
    if listed is not None and listed["figure"].lower() in _NO_FIGURE and not _DAY.search(text):
        return
    if listed is not None:
        amount = where.get(listed.start("figure"))
        if amount is not None or listed["figure"].lower() in _NO_FIGURE:
            start = listed.start() + re.search(r"[^\s•*–—-]", listed.group()).start()  # type: ignore[union-attr]
            yield Bare(amount, start, listed.end("figure"), "listed figure")
        return
    if all(a.noun is not None and a.noun.lower_ not in ("names", "entries") for a in where.values()):
        return  # each figure says what it counts
    for pattern, rule in _RULES:
        for match in pattern.finditer(text):
            amount = where.get(match.start(_named(match)))
            if amount is not None and amount.noun is None and (pattern is not _TIMES or amount.times):
                if amount.vague_word is not None and not size_of(amount.quantity):
                    continue  # "and that was a great many"
                yield Bare(amount, match.start(), match.end(_named(match)), rule)
    for amount, start, end, rule in rival_figures(text, where):
        yield Bare(amount, start, end, rule, rival=True)


def _named(match: re.Match[str]) -> str:
    return "figure" if match.groupdict().get("figure") else "figure2"


def antecedent(bare: Bare, sentence: Sentence, earlier: list[Finding]) -> Finding | None:
    """The earlier count that a bare figure speaks of: a near one, of several the one of the nearest size."""
    if bare.rule == "gapped":
        return next((f for f in reversed(earlier) if f.sentence is sentence and size_of(f.quantity)), None)
    reach = 40 if bare.rule == "listed figure" else REACH
    near = [f for f in earlier if sentence.index - f.sentence.index <= reach]
    same = [f for f in near if f.sentence is sentence]
    near = same or near
    mine = size_of(bare.amount.quantity) if bare.amount is not None and not bare.amount.times else 0
    sized = [f for f in near if size_of(f.quantity)] if mine else []
    if not sized:
        none_before = bare.rule in _AFTER_NONE and 0 < mine <= FIRST_FEW
        return near[-1] if near and (bare.amount is None or not mine or none_before) else None
    if bare.rival:
        sized = [f for f in sized if 1 / RIVALS <= mine / size_of(f.quantity) <= RIVALS]
    told = bare.rival or bare.rule in ("spoke of", "it was", "the figure")
    here = [f for f in sized if f.sentence.paragraph == sentence.paragraph] or sized
    if told and len({f.kind for f in here}) > 1:
        dead = [f for f in here if f.kind == "killed"]
        if dead and 1 / FAIR <= mine / size_of(dead[-1].quantity) <= FAIR:
            return _nearest(here, mine) or dead[-1]
    if sized and told and 1 / CLOSE <= mine / size_of(sized[-1].quantity) <= CLOSE:
        return sized[-1]
    best = max(reversed(sized), key=lambda f: _likeness(mine, f), default=None)
    if best is not None and bare.rival and best.kind != "killed" and _likeness(mine, best) < 1 / FAIR:
        dead = [f for f in earlier if f.kind == "killed" and _likeness(mine, f) >= 1 / FAIR]
        return dead[-1] if dead else best
    return best


def _likeness(mine: float, other: Finding) -> float:
    """How alike two sizes are: 1 for the same, a half for twice the other."""
    size = size_of(other.quantity)
    return min(mine, size) / max(mine, size) if size else 0.0


def _nearest(sized: list[Finding], mine: float) -> Finding | None:
    """Of counts of several kinds one so like a figure that it can only speak of that; None when none is."""
    near = max(sized, key=lambda f: min(mine, size_of(f.quantity)) / max(mine, size_of(f.quantity)))
    like = min(mine, size_of(near.quantity)) / max(mine, size_of(near.quantity))
    dead = next(f for f in reversed(sized) if f.kind == "killed")
    return near if like > ALIKE and not 1 / CLOSE <= mine / size_of(dead.quantity) <= CLOSE else None


def size_of(quantity: Quantity | None) -> float:
    """One bound of a quantity, the lower when it has both; 0 for none."""
    return 0.0 if quantity is None else quantity.low or quantity.high or 0.0


_AFTER_NONE = frozenset({"it was", "gives", "had"})


def far_antecedent(bare: Bare, earlier: list[Finding]) -> Finding | None:
    """Of all counts before it on the page the one of the nearest size, when that is near indeed."""
    mine = size_of(bare.amount.quantity) if bare.amount is not None and not bare.amount.times else 0
    if not mine or bare.rule not in _TOLD:
        return None
    sized = [f for f in earlier if size_of(f.quantity) and f.kind in _FAR_KINDS]
    near = [f for f in sized if 1 / CLOSE <= mine / size_of(f.quantity) <= CLOSE]
    dead = [f for f in near if f.kind == "killed"]
    return max(reversed(dead or near), key=lambda f: _likeness(mine, f), default=None)


_TOLD = frozenset(
    {"gives", "had", "said after it", "the figure", "the figure of", "spoke of", "not beyond", "down from"}
)
_FAR_KINDS = frozenset({"killed", "wounded", "missing", "captured", "kidnapped", "displaced", "attendance"})


def answers(reading: Reading) -> Iterator[Amount]:
    """The figures that answer a question: with no noun, or with one for persons."""
    aboard = _ABOARD.search(reading.text) is not None
    for amount in () if aboard else reading.figures:
        if amount.how == "figure" and (amount.noun is None or nouns.is_person(amount.noun.text)):
            yield amount


_ABOARD = re.compile(r"\b(?:survivors|on\s+board|aboard|rescued)\b", re.IGNORECASE)
"""'How many are missing? Of 500 on board 155 survived' answers with other figures."""


def multiplied(amount: Amount, last: Finding) -> Quantity:
    """'more than twice that number' of 20: more than 40; other figures as they are."""
    base = size_of(last.quantity)
    if not amount.times or not base:
        return amount.quantity
    low, high = (None if n is None else n * base for n in (amount.quantity.low, amount.quantity.high))
    return Quantity(low, high, amount.quantity.qualifier)


_RULES = (
    (_THE_FIGURE, "the figure"),
    (_IT, "it was"),
    (_SPOKE, "spoke of"),
    (_GIVES, "gives"),
    (_VOICE_LABEL, "gives"),
    (_TIMES, "so many times"),
    (_GAPPED, "gapped"),
)
_PLANNED = re.compile(
    r"\b(?:planned|plans?|expect(?:s|ed|ing)?|hop(?:es|ing)|forecasts?|permit(?:ted|s)?|permission|capacity|room|permit|laid\s+out\s+for|built\s+for"
    r"|seats|holds)\b"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)
_PLAIN_MARCHERS = word_set("people persons demonstrators protesters marchers them participants")


def marchers(reading: Reading, used: set[int]) -> Iterator[Amount]:
    """The unclaimed figures of people on a page about marches."""
    watched = False
    for amount in reading.figures:
        noun = amount.noun
        plain = noun is None or noun.lower_ in _PLAIN_MARCHERS
        if noun is not None and not plain and nouns.is_person(noun.text):
            watched = True
        value = amount.quantity.low or amount.quantity.high
        if _PLANNED.search(reading.text[: amount.span[0]]):
            continue
        if amount.key in used or not plain or value is None or value < MARCH_FLOOR or (watched and noun is None):
            continue
        yield amount
