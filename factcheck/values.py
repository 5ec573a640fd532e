"""The values that every step exchanges: frozen, standard library only.

Unknown is ``None``, never 0. Offsets count characters of the stored text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache


class Qualifier(StrEnum):
    """How a figure was hedged."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    UP_TO = "up_to"
    FEWER_THAN = "fewer_than"
    RANGE = "range"
    VAGUE = "vague"


class Stance(StrEnum):
    """How the claimant puts it."""

    REPORTS = "reports"
    CLAIMS = "claims"
    CONFIRMS = "confirms"
    ALLEGES = "alleges"
    DENIES = "denies"
    ESTIMATES = "estimates"


class Outcome(StrEnum):
    """What the machine says of two positions, the strongest first."""

    CONFLICT = "conflict"
    DISCREPANCY = "discrepancy"  # between a carrier and its claimant, not between parties
    POSSIBLE = "possible"  # a conflict if the two claims were read rightly, which is not likely enough
    UPDATE = "update"
    COMPATIBLE = "compatible"
    DUPLICATE = "duplicate"
    NOT_COMPARABLE = "not_comparable"


COUNT_KINDS = (
    "killed", "wounded", "casualties", "missing", "captured", "kidnapped", "arrested",
    "displaced", "seized", "destroyed", "attendance",
)  # fmt: skip
NARRATIVE_KINDS = ("blame", "denial", "status")

_LEARNT = ":learnt"


def is_learnt(rule: str) -> bool:
    """True when a learnt model, and no written rule, took a claim; ``rule`` is the name that the claim bears."""
    return rule.endswith(_LEARNT)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text: characters start to end (exclusive)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The stretch itself."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class DateSpan:
    """An interval of whole days, both ends included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"an interval cannot end ({self.last}) before it begins ({self.first})")

    @classmethod
    def day(cls, day: date) -> DateSpan:
        """The interval of one day."""
        return cls(day, day)

    @property
    def days(self) -> int:
        """How many days it covers, at least one."""
        return (self.last - self.first).days + 1

    def gap(self, other: DateSpan) -> int:
        """Days between the two; 0 when they touch or overlap."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as claimed: bounds (``None`` is open or not stated) and how it was hedged."""

    low: float | None
    high: float | None
    qualifier: Qualifier = Qualifier.EXACT

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low ({self.low:g}) is above high ({self.high:g})")

    @property
    def stated(self) -> bool:
        """True when at least one bound is a number."""
        return self.low is not None or self.high is not None

    def interval(self) -> tuple[float, float]:
        """What can be true under it; 'more than n' and 'fewer than n' leave n itself out.

        Figures count people and things, so the next one is half a step away at most.
        """
        low = 0.0 if self.low is None else self.low + 0.5 * (self.qualifier is Qualifier.MORE_THAN)
        high = float("inf") if self.high is None else self.high - 0.5 * (self.qualifier is Qualifier.FEWER_THAN)
        return low, high

    def __str__(self) -> str:
        """The figure in words: 'at least 10', '15 to 20', 'about 800', 'no number'."""
        return _in_words(self.low, self.high, self.qualifier)


@lru_cache(maxsize=10_000)
def _in_words(least: float | None, most: float | None, qualifier: Qualifier) -> str:
    low, high = (None if n is None else f"{n:,.0f}" for n in (least, most))
    match qualifier:
        case Qualifier.AT_LEAST:
            return f"at least {low}"
        case Qualifier.MORE_THAN:
            return f"more than {low}"
        case Qualifier.UP_TO:
            return f"up to {high}"
        case Qualifier.FEWER_THAN:
            return f"fewer than {high}"
        case Qualifier.ABOUT:
            return f"about {low or high}"
        case _ if low is None and high is None:
            return "no number"
        case _ if low == high:
            return str(low)
        case _:
            return f"{low} or more" if high is None else f"{low} to {high}" if low else f"up to {high}"


@dataclass(frozen=True, slots=True)
class Document:
    """One published item as a reader hands it on; ``text`` is never changed afterwards.

    ``doc`` is the outside id when the item came with one, else the path as given.
    ``published`` is a day; ``published_at`` an ISO time when the item states one.
    """

    doc: str
    text: str
    source: str | None = None
    title: str | None = None
    published: date | None = None
    published_at: str | None = None
    url: str | None = None
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One claim of one document: the record that everything exchanges (see docs/claim-record.md)."""

    doc: str
    kind: str
    quote: str
    start: int
    end: int
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier | None = None
    victims: str | None = None
    target: str | None = None
    claimant: str | None = None
    stance: Stance = Stance.REPORTS
    event_date: DateSpan | None = None
    place: str | None = None
    # Beyond the record: what linking and the pages need to know of how it was taken.
    side: str | None = None  # whose people are counted, normalised ("Pakistan", "Taliban")
    role: str | None = None  # soldier, civilian, militant, police, child, ...
    part_of: bool = False  # "three of them children": a part, no rival to the whole
    via: str | None = None  # who passes the claim on ("told AFP": AFP)
    rule: str = ""  # the extraction rule that took it
    vague_word: str | None = None  # the word whose bounds came from the vague-number table
    confidence: float | None = None  # 0 to 1
    gist: str | None = (
        None  # what a charge, denial or state is about, as numbers in hex: for linking, in no record
    )

    @property
    def quantity(self) -> Quantity | None:
        """Its figure, or None for a claim without one."""
        return None if self.qualifier is None else Quantity(self.low, self.high, self.qualifier)


@dataclass(frozen=True, slots=True)
class Reason:
    """One readable ground for a link or a verdict: which feature, in words, and its weight or value."""

    feature: str
    text: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """How alike two claims are (0 to 1), and why."""

    value: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the machine says of two positions, with its sentence for people.

    ``type`` is count, blame, denial, status, or a finer word (part, identity, date, place, first, carrier);
    ``severity`` runs from 0 to 1.
    """

    outcome: Outcome
    type: str
    reason: str
    severity: float = 0.0
    gap_abs: float | None = None
    gap_ratio: float | None = None
