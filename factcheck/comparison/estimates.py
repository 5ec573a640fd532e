"""Estimates by policy: one question's figures drawn together in named ways; none picked silently."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import floor

from factcheck.comparison.figures import is_stated, is_vague, point
from factcheck.comparison.positions import Answer, Position
from factcheck.comparison.setting import takes_part

MOST_NAMED = 12
"""Claimants that an estimate by party names."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a policy makes of a question's positions: bounds (None: open or unknown), a best figure where the
    policy gives one, the claims that it rests on, and how it was reached."""

    policy: str
    low: float | None
    best: float | None
    high: float | None
    claims: tuple[str, ...]
    note: str

    def figures(self) -> str:
        """'20 to 58', 'best 23, 20 to 58', '20'."""
        low, best, high = (None if n is None else f"{n:,.0f}" for n in (self.low, self.best, self.high))
        ends = " to ".join(dict.fromkeys(filter(None, (low, high))))
        return f"best {best}, {ends}" if best and best != ends else ends


Policy = Callable[[Sequence[Answer]], Estimate | None]
POLICIES: dict[str, Policy] = {}
"""Name -> policy, in the order in which they are shown; the docstring is what people read about it."""


def policy(name: str) -> Callable[[Policy], Policy]:
    """Adds a policy under a name that people see."""

    def add(function: Policy) -> Policy:
        POLICIES[name] = function
        return function

    return add


def estimates(positions: Sequence[Position]) -> list[Estimate]:
    """What each policy makes of the claimants' current figures; a policy without anything to go by is left out."""
    answers = [p.current for p in positions if is_stated(p.current)]
    made = [function(answers) for function in POLICIES.values()] if answers else []
    return [estimate for estimate in made if estimate is not None]


def explained() -> Mapping[str, str]:
    """What each policy does, in words."""
    return {name: " ".join((function.__doc__ or "").split()) for name, function in POLICIES.items()}


@policy("lowest")
def lowest(answers: Sequence[Answer]) -> Estimate | None:
    """The smallest figure that any claimant gives now, of "30 to 40" the 30."""
    least = min(answers, key=lambda a: (_low(a), a.claim))
    return Estimate("lowest", _low(least), None, None, (least.claim,), f"{least.quantity}: {least.name}")


@policy("highest")
def highest(answers: Sequence[Answer]) -> Estimate | None:
    """The largest figure that any claimant gives now, of "30 to 40" the 40; "at least 100" has no upper end."""
    most = max(answers, key=lambda a: (_high(a), a.claim))
    return Estimate("highest", None, None, _high(most), (most.claim,), f"{most.quantity}: {most.name}")


@policy("latest of each party")
def latest(answers: Sequence[Answer]) -> Estimate | None:
    """The current figure of each claimant, side by side; nothing is drawn together."""
    told = "; ".join(f"{a.name}: {a.quantity}" for a in answers[:MOST_NAMED])
    more = f"; and {len(answers) - MOST_NAMED} more" if len(answers) > MOST_NAMED else ""
    low, high = _ends(answers)
    return Estimate("latest of each party", low, None, high, tuple(a.claim for a in answers), told + more)


@policy("admitted losses")
def admitted(answers: Sequence[Answer]) -> Estimate | None:
    """Only what a side says of its own people: it has no reason to count too many."""
    own = [a for a in answers if a.side is not None and a.side == a.subject.side]
    if not own:
        return None
    low, high = _ends(own)
    told = "; ".join(f"{a.name}: {a.quantity}" for a in own[:MOST_NAMED])
    return Estimate("admitted losses", low, None, high, tuple(a.claim for a in own), told)


@policy("independent voices")
def voices(answers: Sequence[Answer]) -> Estimate | None:
    """The middle figure of those who take no part in the fighting, each claimant once, however many documents
    carry it. Outlets that give one figure in their own voice count as one voice, for they may have copied it."""
    counted: dict[object, Answer] = {}
    for a in answers:
        if not _is_party(a) and not is_vague(a):
            counted.setdefault(("outlets", point(a)) if a.own_voice else a.party, a)
    ordered = sorted(counted.values(), key=point)
    if not ordered:
        return None
    best = _middle([point(a) for a in ordered])
    note = f"the middle of {len(ordered)} independent {'voice' if len(ordered) == 1 else 'voices'}"
    low, high = _ends(ordered)
    return Estimate("independent voices", low, best, high, tuple(a.claim for a in ordered), note)


@policy("best, low, high (as UCDP does)")
def best_low_high(answers: Sequence[Answer]) -> Estimate | None:
    """Three figures in the manner of the Uppsala Conflict Data Program: low is the smallest figure given, high the
    largest, best the middle of those who take no part in the fighting (of all, when there are only parties),
    rounded down: in doubt the more cautious figure. Vague words count at their lowest reading."""
    apart = [a for a in answers if not _is_party(a)] or list(answers)
    lows = [_low(a) for a in answers]
    highs = [_high(a) for a in answers]
    best = floor(_middle(sorted(_low(a) if is_vague(a) else point(a) for a in apart)))
    note = "parties only" if all(_is_party(a) for a in answers) else f"best: the middle of {len(apart)}"
    name = "best, low, high (as UCDP does)"
    return Estimate(name, min(lows), best, max(highs), tuple(a.claim for a in answers), note)


@policy("minimum, maximum (as Airwars does)")
def minimum_maximum(answers: Sequence[Answer]) -> Estimate | None:
    """Two figures in the manner of Airwars: the smallest lower end and the largest upper end that anybody claims.
    A party's flat denial ("no casualties") does not make the minimum 0 when others count victims."""
    counting = [a for a in answers if not (point(a) == 0 and _is_party(a))] or list(answers)
    low, high = min(_low(a) for a in counting), max(_high(a) for a in counting)
    left = len(answers) - len(counting)
    note = f"{left} denial of a party left out" if left else f"from {len(counting)} claimants"
    return Estimate("minimum, maximum (as Airwars does)", low, None, high, tuple(a.claim for a in counting), note)


def _is_party(a: Answer) -> bool:
    """A party that fights, or a government where the people of one side are counted."""
    return takes_part(a) or (a.side is not None and a.subject.side is not None)


def _ends(answers: Sequence[Answer]) -> tuple[float, float]:
    """The smallest lower end and the largest upper end that any of them states."""
    return min(map(_low, answers)), max(map(_high, answers))


def _low(a: Answer) -> float:
    """The stated lower end, else the figure itself: nobody says how many fewer "up to 100" are."""
    assert a.quantity is not None
    return a.quantity.low if a.quantity.low is not None else point(a)


def _high(a: Answer) -> float:
    """The stated upper end, else the figure itself: nobody says how many more "at least 100" are."""
    assert a.quantity is not None
    return a.quantity.high if a.quantity.high is not None else point(a)


def _middle(ordered: Sequence[float]) -> float:
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
