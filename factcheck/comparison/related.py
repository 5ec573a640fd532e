"""Related questions: what people say of two questions of one incident that cannot both be true.

Each rule looks at all questions of one incident and gives pairs of positions, one of each question, with the
question under which the pair stands. ``RULES`` holds them by name; the docstring is what people read about a rule.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.comparison.counts import compare_counts
from factcheck.comparison.doubt import weighed
from factcheck.comparison.figures import gap_abs, is_stated, is_vague, point, ratio, reach, severity
from factcheck.comparison.positions import GROWING_KINDS, Answer, Position
from factcheck.comparison.setting import Setting
from factcheck.comparison.verdicts import PositionPair
from factcheck.language.naming import same_spot
from factcheck.quick import quick
from factcheck.values import Outcome, Qualifier, Quantity, Verdict

GROUPS = frozenset({"child", "woman", "civilian"})
"""Roles of people who are always some of the people that a toll without a role counts."""

KINDS = GROWING_KINDS - {"casualties", "status"}
"""What has parts that can be told; "shot" (casualties) is too loose a word to count twice in one way."""

MOST = 60
"""Positions of one incident on each side that are held against each other, as many as on one question."""

PART_GAP = 2.0
"""By so many at least a part is above its whole: one more is a death between two reports."""

_MEN = re.compile(r"(?:the |\d+ )?(?:men|males)", re.I)
_TWO_GROUPS = re.compile(
    r"[\w-]+ (?:men|women|adults|civilians) and [\w-]+ (?:women|children|boys|girls"
    r"|soldiers|fighters|police officers)",
    re.I,
)
"""'Nine women and four children', read as one figure of 13: a part that nobody is counted in twice."""
_ALL = re.compile(r"(?:the )?(?:people|persons?|dead|deaths?|victims|lives|fatalities)?", re.I)


@quick(frozen=True, slots=True)
class Asked:
    """One question of an incident, with the positions on it."""

    question: str
    kind: str
    positions: tuple[Position, ...]


Found = tuple[str, PositionPair]
"""The question under which a pair stands, and the pair."""

Rule = Callable[[Sequence[Asked]], Iterator[Found]]
RULES: dict[str, Rule] = {}

_BY_SEX = re.compile(r"\b(?:fe)?males?\b", re.I)
"""Males and females are of any age: children are among them."""


def rule(name: str) -> Callable[[Rule], Rule]:
    """Adds a rule under the type that its verdicts have."""

    def add(function: Rule) -> Rule:
        RULES[name] = function
        return function

    return add


def beside(asked: Sequence[Asked]) -> Mapping[str, list[PositionPair]]:
    """The pairs that the rules find between the questions of one incident, by the question they stand under."""
    found: dict[str, list[PositionPair]] = defaultdict(list)
    for function in RULES.values():
        for question, pair in function(asked):
            found[question].append(pair)
    return found


def with_beside(pairs: Sequence[PositionPair], more: Sequence[PositionPair]) -> tuple[PositionPair, ...]:
    """A question's own pairs and those beside them, the worst first; each two claims once for each type."""
    if not more and len(pairs) < 2:
        return tuple(pairs)
    kept = {(frozenset((p.claim_a, p.claim_b)), p.verdict.type): p for p in (*pairs, *more)}
    return tuple(sorted(kept.values(), key=lambda p: (-p.verdict.severity, p.claim_a, p.claim_b)))


def pair_of(p: Position, q: Position, verdict: Verdict) -> PositionPair:
    """The pair by the claims that stand for the two positions, and how many documents carry each."""
    return PositionPair(p.shown, q.shown, verdict, len(p.carriers), len(q.carriers))


def told(a: Answer) -> str:
    """'61 schoolgirls', '50 to 60 fighters'."""
    if _TWO_GROUPS.fullmatch(a.matter.strip()):
        return f"{a.matter.strip()}, {a.quantity} in all"
    return f"{a.quantity} {(a.matter or a.subject.role or a.kind).strip()}"


@rule("part")
def part_above_whole(asked: Sequence[Asked]) -> Iterator[Found]:
    """A total is smaller than one of its parts, which somebody else counts: 50 dead in all, 61 children among
    them."""
    for whole, w, parts in _wholes_with_parts(asked):
        for p in parts:
            if _above(p.current, w.current):
                yield whole.question, _pair_in_doubt(w, p, _too_large(w.current, p.current))


@rule("sum")
def sum_above_whole(asked: Sequence[Asked]) -> Iterator[Found]:
    """A total is smaller than the sum of parts that exclude each other, as somebody else counts them: 12 dead in
    all, 9 women and 4 children among them."""
    for whole, w, parts in _wholes_with_parts(asked):
        for some in _disjoint(parts):
            least = sum(reach(p.current.quantity)[0] for p in some)
            largest = max(some, key=lambda p: point(p.current))
            added = replace(largest.current, quantity=Quantity(least, None, Qualifier.AT_LEAST))
            if _above(added, w.current) and not _above(largest.current, w.current):
                yield whole.question, _pair_in_doubt(w, largest, _sum_too_large(w.current, some, least))


def _pair_in_doubt(whole: Position, part: Position, verdict: Verdict) -> PositionPair:
    return pair_of(whole, part, weighed(verdict, whole.current, part.current, 2))


def _wholes_with_parts(asked: Sequence[Asked]) -> Iterator[tuple[Asked, Position, list[Position]]]:
    """Each whole of the incident with its question and the positions on other questions that are parts of it."""
    kinds = [q.kind for q in asked]
    for kind in sorted(kind for kind in set(kinds) if kind in KINDS and kinds.count(kind) > 1):
        standing = [(q, p) for q in asked if q.kind == kind for p in q.positions]
        parts = most_carried([(q, p) for q, p in standing if _may_be_part(p.current)])
        wholes = [(q, p) for q, p in standing if _is_whole(p) and point(p.current) > 0] if parts else []
        for whole, w in most_carried(wholes):
            yield whole, w, [p for q, p in parts if q is not whole and _is_part_of(p.current, w.current)]


def most_carried(standing: list[tuple[Asked, Position]]) -> list[tuple[Asked, Position]]:
    """All of them; of very many those that most documents carry."""
    if len(standing) <= MOST:
        return standing
    return sorted(standing, key=lambda one: (-len(one[1].carriers), one[1].shown))[:MOST]


def _above(part: Answer, whole: Answer) -> bool:
    """The part is larger, and no rule on time or voices explains it, as with two figures of one question."""
    if reach(part.quantity)[0] < reach(whole.quantity)[1] + PART_GAP:
        return False
    counted = replace(
        part, subject=replace(part.subject, part=False)
    )  # "44 children among the dead": that is known
    return compare_counts(whole, counted, Setting()).outcome is Outcome.CONFLICT


def _is_whole(p: Position) -> bool:
    a, s = p.current, p.current.subject
    plain = s.role == "people" and not (s.part or s.single or s.more or s.measure or s.words)
    return (
        plain and is_stated(a) and not is_vague(a) and not a.superseded and bool(_ALL.fullmatch(a.matter.strip()))
    )


def _is_part_of(part: Answer, whole: Answer) -> bool:
    if part.party == whole.party or whole.subject.side not in (None, part.subject.side):
        return False
    return _within(part, whole) and _not_before(whole, part)


def _may_be_part(part: Answer) -> bool:
    s = part.subject
    if s.single or s.measure or s.more or part.superseded or not is_stated(part) or is_vague(part):
        return False
    if not (s.role in GROUPS or s.part or _MEN.fullmatch(part.matter.strip())):
        return False
    several = " and " in part.matter or "," in part.matter
    return not several or _TWO_GROUPS.fullmatch(part.matter.strip()) is not None


def _within(part: Answer, whole: Answer) -> bool:
    """The part is of days and of a place that the whole covers, as both are written."""
    if not (part.first and part.last and whole.first and whole.last):
        return False
    days = whole.first <= part.first and part.last <= whole.last
    here, there = part.place.casefold(), whole.place.casefold()
    return days and (same_spot(here, there) or (bool(there) and here.endswith(f", {there}")))


def _not_before(whole: Answer, part: Answer) -> bool:
    """The whole was still given when the part was: the toll had not merely grown since."""
    return whole.until is not None and part.since is not None and whole.until >= part.since


def _disjoint(parts: Sequence[Position]) -> Iterator[list[Position]]:
    """The parts that one voice counts in one text and that have nobody in common."""
    said: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for p in parts:
        said[p.party, p.current.document].append(p)
    for some in said.values():
        for groups in (("woman", "child", "men"), ("civilian", "fighter", "police")):
            named = {g: p for p in some for g in groups if _group(p.current) == g}
            if any(_BY_SEX.search(p.current.matter) for p in named.values()):
                named.pop("child", None)
            if len(named) > 1:
                yield [named[g] for g in groups if g in named]


def _group(a: Answer) -> str:
    return "men" if _MEN.fullmatch(a.matter.strip()) else a.subject.role


def _too_large(whole: Answer, part: Answer) -> Verdict:
    text = (f"{told(part)} ({part.name}) are more than the {whole.quantity} {whole.kind} in all ({whole.name}): "
            "a part cannot be larger than its whole.")  # fmt: skip
    return Verdict(Outcome.CONFLICT, "part", text, severity(whole, part), gap_abs(whole, part), ratio(whole, part))


def _sum_too_large(whole: Answer, parts: Sequence[Position], least: float) -> Verdict:
    named = " and ".join(told(p.current) for p in parts)
    text = (f"{named} ({parts[0].current.name}) make {least:,.0f}, more than the {whole.quantity} {whole.kind} in "
            f"all ({whole.name}).")  # fmt: skip
    missing = least - point(whole)
    largest = max((p.current for p in parts), key=point)
    times = least / max(point(whole), 1.0)
    return Verdict(Outcome.CONFLICT, "part", text, min(severity(whole, largest), 1.0), missing, round(times, 3))
