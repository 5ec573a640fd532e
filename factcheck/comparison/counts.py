"""The rules for figures: each looks at two positions and gives a verdict with its sentence, or passes.

``RULES`` lists them in the order in which they are asked; the first that answers decides. The docstring of a rule
is what readers of the dashboard and of the report see about it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import inf, log, log10

from factcheck.comparison.positions import GROWING_KINDS, Answer
from factcheck.parties import sides_in
from factcheck.values import Outcome, Qualifier, Quantity, Verdict

NEAR_AGREEMENT = 0.05
"""Two figures that differ by at most this share of the larger agree in substance (30 and 29); 7 and 6 do not."""

ABOUT = 0.10
"""'About 200' stands for 180 to 220. A tenth is what 'about' leaves open in the marked reports: no gold pair of
'about n' and a figure within a tenth of n is a conflict."""

STILL_COUNTING = 0.15
"""In a toll that has been rising for days, figures this close are the same count at two moments."""

SAME_SIDE = 0.25
"""Two bodies of one side whose figures differ by no more than this are one side counting on, not rivals."""

WORLDS_APART = 100.0
"""No marked conflict is wider than 18 times (marchers); wrong links of a war and a day are hundreds of times apart."""

PASSING = frozenset({"hospital", "serious", "minor", "morgue"})
"""Ways of counting people whose state changes by the hour (see factcheck.subjects)."""

OTHER_AREA = 3.0
"""Two offices of one state that are so many times apart on a crowd count two areas."""

VAGUE_RATIO = 1.5
"""'Dozens' or 'hundreds' contradict a figure only when their lowest reading is this many times above it."""

KIND_WEIGHT = {"killed": 1.0, "casualties": 0.9, "wounded": 0.8, "missing": 0.8, "kidnapped": 0.8, "captured": 0.7,
               "displaced": 0.7, "arrested": 0.6, "seized": 0.6, "destroyed": 0.6, "attendance": 0.5}  # fmt: skip
SEVERITY_BASE, SEVERITY_RATIO, SEVERITY_GAP = 0.25, 0.45, 0.30
RATIO_FULL, GAP_FULL = 10.0, 1000.0
"""Severity: a base, a part for the ratio (full at ten times) and a part for the gap (full at a thousand, by its
logarithm), times the weight of the kind. 58 against 23 dead: about 0.6; 800 against 110: 0.9; 5 against 4 hurt: 0.3."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule must know of the question beside the two answers: whether its toll has been rising or falling."""

    rising: bool = False
    falling: bool = False
    told: Mapping[str, frozenset[object]] = field(default_factory=dict)  # document -> the figures it gives

    def one_text_tells_both(self, a: Answer, b: Answer) -> bool:
        """True when the document of one of the two gives both figures."""
        both = {_bounds(a), _bounds(b)}
        return any(both <= self.told.get(document, frozenset()) for document in (a.document, b.document))


_GROUP = re.compile(
    r"\b(?:men|man|males?|women|woman|females?|child(?:ren)?|boys?|girls?|teen\w*|minors?|students?)\b", re.I
)
_AUTHORITIES = re.compile(
    r"\b(?:police|sheriff|deput(?:y|ies)|officers?|officials?|authorities|investigators|detectives|troopers|coroner"
    r"|medical examiner|prosecutors?|attorney|fire (?:department|officials)|paramedics|department)\b",
    re.I,
)
_OFFICE = re.compile(
    r"\b(?:ministry|minister|police|prefecture|prefect|government|interior|city hall|mayor|governor)\b", re.I
)
_ONE_IN_ALL = re.compile(
    r"\b(?:one|1)\b(?! of)(?:\s+(?:person|people|civilian|soldier|dead|killed|death|fatality|was|has|injur\w+|wounded|hurt|casualty)\b|$)",
    re.I,
)

Rule = Callable[[Answer, Answer, Setting], Verdict | None]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Adds a rule behind those that stand before it in this file."""
    RULES.append(function)
    return function


def compare_counts(a: Answer, b: Answer, setting: Setting) -> Verdict:
    """What the first rule that answers says of two figures."""
    for function in RULES:
        verdict = function(a, b, setting)
        if verdict is not None:
            return verdict
    raise AssertionError("the last rule answers always")


@rule
def no_figure(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """A claim without a number ("heavy losses") cannot be held against one with a number."""
    if _stated(a) and _stated(b):
        return None
    vague = a if not _stated(a) else b
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{vague.name} gives no figure.")


@rule
def same_figure(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Two claimants give the same figure."""
    if _bounds(a) == _bounds(b):
        return Verdict(Outcome.DUPLICATE, "count", f"Both say {a.quantity}.", gap_abs=0.0, gap_ratio=1.0)
    return None


@rule
def ranges_meet(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Both can be true: "at least 10" leaves room for 12, "about 200" for 190 or 215."""
    if gap(a, b) > 0:
        return None
    return Verdict(Outcome.COMPATIBLE, "count", f"{a.quantity} and {b.quantity} can both be true.", gap_abs=0.0)


@rule
def near_agreement(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Figures within five in a hundred of each other agree in substance: 30 and 29."""
    low, high = sorted((_point(a), _point(b)))
    if high and (high - low) / high <= NEAR_AGREEMENT:
        text = f"{a.quantity} and {b.quantity} differ by {high - low:,.0f} of {high:,.0f}: near agreement."
        return Verdict(Outcome.COMPATIBLE, "count", text, gap_abs=high - low, gap_ratio=_ratio(a, b))
    return None


@rule
def worlds_apart(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Figures a hundred times apart hardly count the same thing: a war against a day, a land against a bus."""
    if min(_point(a), _point(b)) < 1 or _ratio(a, b) < WORLDS_APART:
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{a.quantity} and {b.quantity} hardly count the same thing.")


@rule
def vague_words(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """A vague word ("dozens") has no agreed number; only a figure far below it contradicts it."""
    if not (_vague(a) or _vague(b)) or _ratio(a, b) >= VAGUE_RATIO:
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{a.quantity} and {b.quantity}: one of them is a vague word.")


@rule
def told_together(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """One text gives both figures, and nobody who takes sides stands behind one of them: a part and its whole, mostly."""
    sideless = a.own_voice or b.own_voice or (_neutral(a) and _neutral(b))
    if not sideless or not setting.one_text_tells_both(a, b):
        return None
    text = f"One text gives both {a.quantity} and {b.quantity} and does not set them against each other."
    return Verdict(Outcome.NOT_COMPARABLE, "count", text, gap_abs=_gap(a, b), gap_ratio=_ratio(a, b))


@rule
def passing_state(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """How many lie in hospital, are critical or wait in a morgue changes by the hour: no two reports must agree."""
    if a.subject.measure not in PASSING and b.subject.measure not in PASSING:
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{a.quantity} and {b.quantity}: of different hours.")


@rule
def one_group_of_many(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """The smaller figure counts men, women or children only, the larger people: a part of them."""
    small, large = sorted((a, b), key=_point)
    if not _GROUP.search(_who(small)) or _GROUP.search(_who(large)):
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{small.quantity} counts some of those in {large.quantity}.")


@rule
def one_person(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """One person told apart (a name, "a doctor") is a part of a larger figure, not its rival."""
    part = (a.subject.part or b.subject.part) and a.kind != "attendance"  # "80,000 of them in Paris"
    if not (_one(a) or _one(b) or part):
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{a.quantity} and {b.quantity}: one counts a part.")


@rule
def same_side(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Two bodies of the same side, close to each other: the side goes on counting."""
    if a.side is None or a.side != b.side or (max(_point(a), _point(b)) and _difference(a, b) > SAME_SIDE):
        return None
    text = f"{a.name} ({a.quantity}) and {b.name} ({b.quantity}) belong to one side, whose count moved."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=_gap(a, b), gap_ratio=_ratio(a, b))


@rule
def offices_of_one_state(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """A ministry and its prefecture that count crowds far apart count another area."""
    offices = _OFFICE.search(a.name) and _OFFICE.search(b.name) and (a.side is None or b.side in (None, a.side))
    if not offices or a.kind not in ("attendance", "displaced") or _ratio(a, b) < OTHER_AREA:
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{a.name} and {b.name} hardly count the same area.")


@rule
def earlier_figure(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """The lower of the two is told as an earlier figure of a count that grew."""
    small, large = sorted((a, b), key=_point)
    if a.kind not in GROWING_KINDS or not small.superseded or large.superseded or _enemies(a, b):
        return None
    text = f"{small.quantity} is told as an earlier figure; {large.quantity} came later."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=_gap(a, b), gap_ratio=_ratio(a, b))


@rule
def rising_toll(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """A higher figure published later is mostly the same toll some days on; between enemies it is not."""
    if a.kind not in GROWING_KINDS or _enemies(a, b):
        return None
    older, newer = sorted((a, b), key=_moment)
    if _moment(older) == _moment(newer) or _point(newer) <= _point(older):
        return None
    text = f"{older.quantity} ({_when(older)}), then {newer.quantity} ({_when(newer)}): the toll rose."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=_gap(a, b), gap_ratio=_ratio(a, b))


@rule
def falling_count(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """The missing grow fewer as they are found: a lower figure published later is an update."""
    if a.kind != "missing":
        return None
    older, newer = sorted((a, b), key=_moment)
    if _moment(older) == _moment(newer) and not setting.falling:
        return None
    text = (
        f"{older.quantity} ({_when(older)}), then {newer.quantity} ({_when(newer)}): the number of missing moved."
    )
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=_gap(a, b), gap_ratio=_ratio(a, b))


@rule
def both_past(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """One text tells both as earlier figures of a count that moved."""
    if a.document != b.document or not (a.superseded and b.superseded) or _enemies(a, b):
        return None
    text = f"{a.quantity} and {b.quantity} are both told as earlier figures."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=_gap(a, b), gap_ratio=_ratio(a, b))


@rule
def own_voices(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Two outlets that count in their own voice on different days: the later one knew more."""
    if not (a.own_voice and b.own_voice) or _moment(a) == _moment(b):
        return None
    older, newer = sorted((a, b), key=_moment)
    text = f"{older.name} had {older.quantity}, {newer.name} later {newer.quantity}, each in its own voice."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=_gap(a, b), gap_ratio=_ratio(a, b))


@rule
def still_counting(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Figures close to each other in a toll that has been rising for days: two moments of one count."""
    if not setting.rising or _enemies(a, b) or _difference(a, b) > STILL_COUNTING:
        return None
    text = f"{a.quantity} and {b.quantity}: close figures of a toll that was still rising."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=_gap(a, b), gap_ratio=_ratio(a, b))


@rule
def ranges_apart(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """The two figures cannot both be true: their ranges do not meet."""
    text = f"{a.quantity} ({a.name}) against {b.quantity} ({b.name}): the two ranges do not meet{_shared(a, b)}."
    return Verdict(Outcome.CONFLICT, "count", text, severity(a, b), _gap(a, b), _ratio(a, b))


def compare_own(older: Answer, newer: Answer) -> Verdict:
    """What one claimant's earlier figure is to its current one."""
    if not (_stated(older) and _stated(newer)):
        return Verdict(Outcome.NOT_COMPARABLE, "count", f"{newer.name} gave no figure at one time.")
    if _bounds(older) == _bounds(newer):
        return Verdict(Outcome.DUPLICATE, "count", f"{newer.name} says {newer.quantity} each time.")
    if _point(older) == _point(newer):
        return Verdict(Outcome.COMPATIBLE, "count", f"{newer.name}: {older.quantity}, {newer.quantity}.")
    if _garbled(older, newer):
        text = (f"{newer.name} is said to have given {older.quantity} and {newer.quantity} on one day: "
                f"one of the reports garbles it{_shared(older, newer)}.")  # fmt: skip
        return Verdict(
            Outcome.CONFLICT, "count", text, severity(older, newer), _gap(older, newer), _ratio(older, newer)
        )
    word = "raised" if _point(newer) > _point(older) else "lowered"
    text = f"{newer.name} {word} its figure from {older.quantity} to {newer.quantity}."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=_gap(older, newer), gap_ratio=_ratio(older, newer))


def gap(a: Answer, b: Answer) -> float:
    """By how much the two ranges miss each other; 0 when they meet."""
    (low_a, high_a), (low_b, high_b) = _range(a.quantity), _range(b.quantity)
    return max(0.0, low_a - high_b, low_b - high_a)


def severity(a: Answer, b: Answer) -> float:
    """How much a conflict matters, 0 to 1, by its ratio, its gap and what is counted."""
    by_ratio = min(1.0, log(_ratio(a, b)) / log(RATIO_FULL)) if _ratio(a, b) > 1 else 0.0
    by_gap = min(1.0, log10(1 + _gap(a, b)) / log10(1 + GAP_FULL))
    raw = SEVERITY_BASE + SEVERITY_RATIO * by_ratio + SEVERITY_GAP * by_gap
    return round(KIND_WEIGHT.get(a.kind, 0.5) * raw, 3)


def _garbled(a: Answer, b: Answer) -> bool:
    """Two documents of one day give one claimant figures that exclude each other: no time passed in between."""
    if a.document == b.document or a.published is None or a.published != b.published or a.own_voice:
        return False
    return gap(a, b) > 0 and _difference(a, b) > NEAR_AGREEMENT and not (a.superseded or b.superseded)


def _neutral(a: Answer) -> bool:
    """The outlet itself, or authorities that take no side: police, coroners, "officials"."""
    return a.own_voice or (a.side is None and _AUTHORITIES.search(a.name) is not None)


def _who(a: Answer) -> str:
    return f"{a.matter or a.quote} {a.subject.role}"


def _one(a: Answer) -> bool:
    """One person told apart; "one dead" or "one person" is a whole toll."""
    if a.subject.single:
        return True
    return _bounds(a) == (1, 1) and not _ONE_IN_ALL.search(a.quote)


def _enemies(a: Answer, b: Answer) -> bool:
    """Two sides that count soldiers: their figures differ because they are rivals, not because time passed."""
    return (
        a.side is not None
        and b.side is not None
        and a.side != b.side
        and "fighter" in (a.subject.role, b.subject.role)
    )


def _range(quantity: Quantity | None) -> tuple[float, float]:
    if quantity is None:
        return 0.0, inf
    low, high = quantity.interval()
    if quantity.qualifier is Qualifier.ABOUT:
        low, high = low * (1 - ABOUT), high * (1 + ABOUT)
    return low, high


def _bounds(a: Answer) -> tuple[float | None, float | None] | None:
    return None if a.quantity is None else (a.quantity.low, a.quantity.high)


def _stated(a: Answer) -> bool:
    return a.quantity is not None and a.quantity.stated


def _vague(a: Answer) -> bool:
    return a.quantity is not None and a.quantity.qualifier is Qualifier.VAGUE


def _point(a: Answer) -> float:
    if a.quantity is None:
        return 0.0
    stated = [n for n in (a.quantity.low, a.quantity.high) if n is not None]
    return sum(stated) / len(stated) if stated else 0.0


def _gap(a: Answer, b: Answer) -> float:
    return abs(_point(a) - _point(b))


def _ratio(a: Answer, b: Answer) -> float:
    low, high = sorted((_point(a), _point(b)))
    return high / max(low, 1.0) if high else 1.0


def _difference(a: Answer, b: Answer) -> float:
    high = max(_point(a), _point(b))
    return _gap(a, b) / high if high else 0.0


def _moment(a: Answer) -> tuple[str, bool]:
    """When a figure was given: the day it was first published, and within it, whether it is told as an earlier one."""
    return str(a.since), not a.superseded


def _when(a: Answer) -> str:
    return f"{a.since:%-d %B %Y}" if a.since else "no date"


def _shared(a: Answer, b: Answer) -> str:
    """What the two share, in words: '; same days, same soldiers'."""
    parts = []
    if a.first and b.first and a.last and b.last and a.first <= b.last and b.first <= a.last:
        parts.append("same days")
    if a.place and a.place == b.place:
        parts.append("same place")
    if a.subject.side == b.subject.side and a.subject.side and a.subject.role == b.subject.role:
        parts.append(f"same {'soldiers' if a.subject.role == 'fighter' else 'people'}")
    return "; " + ", ".join(parts) if parts else ""


_ = sides_in
