"""Positions: each claimant's current answer to a question, its earlier answers behind it, and who carries it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import field, replace
from datetime import date

from factcheck.language.naming import same_spot
from factcheck.language.parties import sides_in, speaks_for
from factcheck.language.subjects import Subject, subject_of
from factcheck.quick import quick
from factcheck.values import Quantity

GROWING_KINDS = frozenset(
    {"killed", "wounded", "casualties", "displaced", "destroyed", "arrested", "captured", "kidnapped", "status"}
)
"""Kinds whose figure mostly rises while a count goes on; 'missing' falls, attendance and seizures do neither. A
state with a figure is of people who came home, got out or were let go."""


@quick(frozen=True, slots=True)
class Answer:
    """One claim as an answer to its question."""

    claim: str
    document: str
    party: str  # name_key of the claimant, or of the source when the document speaks for itself
    name: str  # the same, as written
    own_voice: bool
    kind: str
    quantity: Quantity | None
    stance: str
    published: date | None
    first: date | None
    last: date | None
    place: str
    target: str
    matter: str
    quote: str
    start: int
    superseded: bool  # its own sentence calls it an earlier figure
    entry: bool  # of a live blog or a list by dates
    since: date | None  # when this figure was first given; the publication unless an earlier report has it
    subject: Subject
    until: date | None = None  # when this figure was last given
    context: str = ""  # the paragraph around the quote
    recorded: bool = False  # it came as a record, without its text

    def given(self, since: date | None, until: date | None) -> Answer:
        """The same with the days on which its figure was first and last given; faster than ``replace``."""
        return Answer(
            self.claim, self.document, self.party, self.name, self.own_voice, self.kind, self.quantity,
            self.stance, self.published, self.first, self.last, self.place, self.target, self.matter, self.quote,
            self.start, self.superseded, self.entry, since, self.subject, until, self.context, self.recorded,
        )  # fmt: skip

    @property
    def side(self) -> str | None:
        """The side that the claimant speaks for, when its name says so."""
        return None if self.own_voice else speaks_for(self.name)

    @property
    def accused(self) -> frozenset[str]:
        """The sides that a charge names."""
        named = frozenset(sides_in(self.target))
        if named:
            return named
        return frozenset(sides_in(self._clause())) - {self.side or ""}

    def _clause(self) -> str:
        """The part of the quote between commas that names the target, else the whole quote."""
        clauses = self.quote.split(",")
        return next((c for c in clauses if self.target and self.target in c), self.quote)


@quick(frozen=True, slots=True)
class Position:
    """One claimant's current answer, its earlier ones (oldest first), and the documents that repeat it."""

    party: str
    current: Answer
    earlier: tuple[Answer, ...] = ()
    carriers: tuple[str, ...] = field(default=())
    shown: str = ""  # the claim that stands for it side by side


def by_their_words(a: Answer, b: Answer) -> tuple[Answer, Answer]:
    """The two; of claims that came as records and count whom they count in the same words neither is a part, for
    the quote is cut out of what nobody knows."""
    if not of_the_same_words(a, b):
        return a, b
    said = subject_of(a.matter, "")
    same = a.subject.measure == b.subject.measure
    x, y = (
        replace(one, subject=replace(one.subject, part=said.part, more=said.more, single=said.single,
                                     measure=one.subject.measure if same else said.measure))
        for one in (a, b)
    )  # fmt: skip
    return x, y


def of_the_same_words(a: Answer, b: Answer) -> bool:
    """True for two claims that came as records and count whom they count in the same words, at one place."""
    if not (a.recorded and b.recorded and a.matter):
        return False
    if a.matter.casefold() != b.matter.casefold():
        return False
    return same_spot(a.place, b.place) or (bool(sides_in(a.matter)) and _at_one_time(a, b))


def _at_one_time(a: Answer, b: Answer) -> bool:
    return bool(a.first and a.last and b.first and b.last) and a.first <= b.last and b.first <= a.last  # type: ignore[operator]


def positions_of(answers: Sequence[Answer]) -> list[Position]:
    """One position a claimant, in the order of their names."""
    by_party: dict[tuple[str, bool], list[Answer]] = defaultdict(list)
    for answer in answers:
        by_party[answer.party, answer.kind == "denial"].append(answer)
    return [_position(key[0], by_party[key]) for key in sorted(by_party)]


def _position(party: str, answers: list[Answer]) -> Position:
    if len(answers) == 1:
        current = answers[0]
        given = current.given(current.published, current.published)
        return Position(party, given, (), (current.document,), current.claim)
    current = max(answers, key=standing)
    same: list[Answer] = []
    earlier: list[Answer] = []
    for a in answers:
        (same if _same_answer(a, current) else earlier).append(a)
    days = [a.published for a in same if a.published]
    return Position(
        party,
        current.given(min(days, default=None), max(days, default=None)),
        tuple(earlier),
        tuple(sorted({a.document for a in same})),
        _shown(current, same),
    )


def _shown(current: Answer, same: Sequence[Answer]) -> str:
    """The claim of the current figure that says most exactly when and where; of several, the first to say it."""
    if current.quantity is None:
        return current.claim

    def fitness(a: Answer) -> tuple[object, ...]:
        return _span(a), not a.place, a.superseded, a.published or date.max, a.start, a.claim

    return min(same, key=fitness).claim


def _span(a: Answer) -> int:
    return (a.last - a.first).days if a.first and a.last else 10**6


def _same_answer(a: Answer, b: Answer) -> bool:
    one, other = a.quantity, b.quantity
    if a.kind != b.kind or (one is not other and one != other):  # those of one figure are mostly one object
        return False
    return a.kind != "status" or a.target == b.target or a.quantity is not None


def standing(a: Answer) -> tuple[object, ...]:
    """What makes an answer the current one: published last, not called an earlier figure, with a number, then
    larger for a count that grows, then later in the text."""
    low, high = (a.quantity.low, a.quantity.high) if a.quantity else (None, None)
    size = low if low is not None else high
    grown = (size or 0.0) if a.kind in GROWING_KINDS else 0.0
    return a.published or date.min, not a.superseded, size is not None, grown, a.start, a.claim
