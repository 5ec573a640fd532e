"""Verdicts: what the positions of one question are to each other, and the question's strongest outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

from factcheck.comparison.counts import compare_counts, compare_own
from factcheck.comparison.doubt import weighed
from factcheck.comparison.figures import bounds
from factcheck.comparison.narrative import compare_narratives
from factcheck.comparison.positions import GROWING_KINDS, Answer, Position
from factcheck.comparison.setting import Setting
from factcheck.comparison.silence import silences, with_silences
from factcheck.comparison.standing import conflict_that_stands
from factcheck.language.telling import does
from factcheck.quick import quick
from factcheck.values import NARRATIVE_KINDS, Outcome, Quantity, Verdict

MOST_POSITIONS = 60
"""Positions of one question that are all compared pair by pair; beyond it, one for each different answer."""

RIVALS = (Outcome.CONFLICT, Outcome.POSSIBLE)
"""Outcomes of two positions that cannot both be true, if they were read rightly."""

RISING_DAYS = 3
"""Days with a figure from which a toll that never fell counts as rising (or one that never rose as falling)."""


@quick(frozen=True, slots=True)
class PositionPair:
    """Two positions that cannot both be true, by their claims, and how many documents carry each."""

    claim_a: str
    claim_b: str
    verdict: Verdict
    carriers_a: int
    carriers_b: int


Rivals = tuple[Position, Position, Verdict]
"""Two positions and the verdict on them."""


@quick(frozen=True, slots=True)
class QuestionVerdict:
    """The strongest outcome of a question (None: only one claim answers it) and its conflicting pairs, possible
    ones too."""

    question: str
    outcome: Outcome | None
    type: str
    reason: str
    pairs: tuple[PositionPair, ...] = ()


def judge(question: str, answers: Sequence[Answer], positions: Sequence[Position]) -> QuestionVerdict:
    """The verdict on one question."""
    if len(answers) < 2:
        reason = with_silences("Only one claim answers this.", silences(answers))
        return QuestionVerdict(question, None, _type(answers), reason)
    setting = _setting(answers) if len(positions) > 1 else Setting()
    between = _weighed(
        [(p, q, _between(p, q, setting)) for p, q in combinations(_spokesmen(positions), 2)], len(answers)
    )
    within = [
        (p, old, _own(old, p.current, own))
        for p in positions
        if p.earlier
        for own in [_of(p)]
        for old in p.earlier
    ]
    repeats = [_repeat(p) for p in positions if len(p.carriers) > 1 or not (p.earlier or len(positions) > 1)]
    silent = silences(answers)
    pairs = (
        *(PositionPair(p.shown, q.shown, _noted(v, silent), len(p.carriers), len(q.carriers))
          for p, q, v in between if v.outcome in RIVALS),
        *(PositionPair(p.shown, old.claim, v, len(p.carriers), 1)
          for p, old, v in within if v.outcome is Outcome.CONFLICT),
    )  # fmt: skip
    verdicts = [v for _, _, v in between] + [v for _, _, v in within] + repeats
    strongest = min(verdicts, key=lambda v: (_rank(v.outcome), -v.severity, v.reason))
    reason = with_silences(strongest.reason, silent)
    return QuestionVerdict(question, strongest.outcome, strongest.type, reason, tuple(_worst_first(pairs)))


def _weighed(told: Sequence[Rivals], answers: int) -> list[Rivals]:
    """The pairs with what is only a possible conflict told as one; not where two others give the same two figures
    and are a likely one."""
    weighted = [(p, q, weighed(v, p.current, q.current, answers)) for p, q, v in told]
    likely = {_figures(p, q) for p, q, v in weighted if v.outcome is Outcome.CONFLICT} - {None}
    return [
        (p, q, v if w.outcome is Outcome.POSSIBLE and _figures(p, q) in likely else w)
        for (p, q, v), (_, _, w) in zip(told, weighted, strict=True)
    ]


def _figures(p: Position, q: Position) -> frozenset[Quantity] | None:
    """The two figures of two positions; None where one has none."""
    one, other = p.current.quantity, q.current.quantity
    return None if one is None or other is None else frozenset((one, other))


def _noted(verdict: Verdict, silent: Sequence[str]) -> Verdict:
    """The verdict with a word on those who kept silent."""
    return replace(verdict, reason=with_silences(verdict.reason, silent)) if silent else verdict


_RANKS = {outcome: rank for rank, outcome in enumerate(Outcome)}


def _rank(outcome: Outcome) -> int:
    """Conflict first; a pair that merely cannot be compared says less than one that is the same."""
    return _RANKS[outcome]


def _worst_first(pairs: Sequence[PositionPair]) -> Iterator[PositionPair]:
    yield from sorted(pairs, key=lambda p: (-p.verdict.severity, p.claim_a, p.claim_b))


def _spokesmen(positions: Sequence[Position]) -> Sequence[Position]:
    """All positions; of very many, one for each different answer (the one with most carriers)."""
    if len(positions) <= MOST_POSITIONS:
        return positions
    kept: dict[object, Position] = {}
    for p in sorted(positions, key=lambda p: (-len(p.carriers), p.party)):
        kept.setdefault((p.current.quantity, p.current.target), p)
    return list(kept.values())[:MOST_POSITIONS]


def _between(p: Position, q: Position, setting: Setting) -> Verdict:
    """What two positions are to each other: a conflict of one day stands although one side counts on."""
    now = _pair(p.current, q.current, setting)
    if now.outcome is not Outcome.UPDATE:
        return now
    return conflict_that_stands(p, q, lambda a, b: _pair(a, b, setting)) or now


def _pair(a: Answer, b: Answer, setting: Setting) -> Verdict:
    if _in_words(a) or _in_words(b):
        return compare_narratives(a, b)
    return compare_counts(a, b, setting)


def _in_words(a: Answer) -> bool:
    """A claim without a figure; a state of so many people has one."""
    return a.kind in NARRATIVE_KINDS and a.quantity is None


def _of(p: Position) -> Setting:
    """The figures of one claimant by their documents."""
    told: dict[str, set[object]] = {document: {bounds(p.current)} for document in p.carriers}
    for a in p.earlier:
        told.setdefault(a.document, set()).add(bounds(a))
    return Setting(told=told)


def _own(older: Answer, newer: Answer, setting: Setting) -> Verdict:
    if _in_words(newer) or _in_words(older):
        if older.target and newer.target and older.target != newer.target and older.kind == "status":
            if older.published != newer.published or older.superseded:
                return Verdict(Outcome.UPDATE, newer.kind, f"{newer.name} changed its word.")
            return Verdict(Outcome.COMPATIBLE, newer.kind, f"{does(newer.name, 'says')} it in other words.")
        return Verdict(Outcome.DUPLICATE, newer.kind, f"{does(newer.name, 'says')} it again.")
    return compare_own(older, newer, setting)


def _repeat(p: Position) -> Verdict:
    return Verdict(Outcome.DUPLICATE, _type([p.current]), f"{does(p.current.name, 'says')} the same each time.")


def _type(answers: Sequence[Answer]) -> str:
    kinds = {a.kind for a in answers}
    narrative = kinds & set(NARRATIVE_KINDS)
    return "count" if not narrative else "denial" if "denial" in narrative else min(narrative)


def _setting(answers: Sequence[Answer]) -> Setting:
    """Whether the question's figures have risen (or fallen) from day to day of publication."""
    by_day: dict[date, float] = {}
    figures: dict[str, set[object]] = defaultdict(set)
    standing: dict[str, set[object]] = defaultdict(set)
    for a in answers:
        if (q := a.quantity) is None:
            continue
        figure = low, high = q.low, q.high
        figures[a.document].add(figure)
        if not a.superseded:
            standing[a.document].add((a.party, figure))
        size = low if low is not None else high
        day = a.published
        if size is not None and day is not None:
            by_day[day] = max(size, by_day.get(day, 0.0))
    if len(by_day) < RISING_DAYS:
        return Setting(told=figures, standing=standing)
    series = [by_day[day] for day in sorted(by_day)]
    steps = list(pairwise(series))
    return Setting(
        rising=answers[0].kind in GROWING_KINDS and all(y >= x for x, y in steps) and series[-1] > series[0],
        falling=answers[0].kind == "missing" and series[-1] < max(series),
        told=figures,
        standing=standing,
    )
