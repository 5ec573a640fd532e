"""Positions: each claimant's current answer to a question, its earlier answers behind it, and who carries it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache

from factcheck.earlier import is_superseded, is_timed
from factcheck.measures import measure_for
from factcheck.naming import name_key
from factcheck.parties import sides_in, speaks_for
from factcheck.subjects import Subject, subject_of
from factcheck.values import NARRATIVE_KINDS, Qualifier, Quantity
from factcheck.whom import bare

GROWING_KINDS = frozenset(
    {"killed", "wounded", "casualties", "displaced", "destroyed", "arrested", "captured", "kidnapped", "status"}
)
"""Kinds whose figure mostly rises while a count goes on; 'missing' falls, attendance and seizures do neither. A
state with a figure is of people who came home, got out or were let go."""


_TEXTS = (
    "claim", "document", "claimant", "source", "kind", "qualifier", "victims", "target", "stance", "place", "side",
    "role", "quote", "context",
)  # fmt: skip
READ = (*_TEXTS, "published", "event_start", "event_end", "start", "low", "high", "part_of",
        "recorded")  # fmt: skip
"""The columns of a claim that are read."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Position:
    """One claimant's current answer, its earlier ones (oldest first), and the documents that repeat it."""

    party: str
    current: Answer
    earlier: tuple[Answer, ...] = ()
    carriers: tuple[str, ...] = field(default=())
    shown: str = ""  # the claim that stands for it side by side


def answers_of(rows: Sequence[Mapping[str, object]]) -> list[Answer]:
    """The answers of a question's claims, in the order of time and then of the text."""
    answers = _entries([_answer(row) for row in rows])
    return sorted(answers, key=lambda a: (a.published or date.min, a.document, a.start, a.claim))


def _entries(answers: list[Answer]) -> list[Answer]:
    """Of the entries of one live blog or list by dates, all but the largest figure of a growing count are
    history."""
    largest: dict[str, float] = {}
    for a in answers:
        if a.kind in GROWING_KINDS:
            largest[a.document] = max(_size(a), largest.get(a.document, 0.0))
    return [
        replace(a, superseded=True) if a.entry and _size(a) < largest.get(a.document, 0.0) else a for a in answers
    ]


def _size(a: Answer) -> float:
    low, high = (a.quantity.low, a.quantity.high) if a.quantity else (None, None)
    return (low if low is not None else high) or 0.0


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
    words = a.matter.casefold() == b.matter.casefold() and a.place.casefold() == b.place.casefold()
    return a.recorded and b.recorded and bool(a.matter) and words


def positions_of(answers: Sequence[Answer]) -> list[Position]:
    """One position a claimant, in the order of their names."""
    by_party: dict[tuple[str, bool], list[Answer]] = defaultdict(list)
    for answer in answers:
        by_party[answer.party, answer.kind == "denial"].append(answer)
    return [_position(key[0], by_party[key]) for key in sorted(by_party)]


def _position(party: str, answers: list[Answer]) -> Position:
    current = max(answers, key=standing)
    same = [a for a in answers if _same_answer(a, current)]
    since = min((a.published for a in same if a.published), default=None)
    earlier = tuple(a for a in answers if not _same_answer(a, current))
    return Position(
        party,
        replace(current, since=since, until=max((a.published for a in same if a.published), default=None)),
        earlier,
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
    if a.kind != b.kind or a.quantity != b.quantity:
        return False
    return a.kind != "status" or a.target == b.target or a.quantity is not None


def standing(a: Answer) -> tuple[object, ...]:
    """What makes an answer the current one: published last, not called an earlier figure, with a number, then
    larger for a count that grows, then later in the text."""
    low, high = (a.quantity.low, a.quantity.high) if a.quantity else (None, None)
    size = low if low is not None else high
    grown = (size or 0.0) if a.kind in GROWING_KINDS else 0.0
    return a.published or date.min, not a.superseded, size is not None, grown, a.start, a.claim


def _answer(row: Mapping[str, object]) -> Answer:
    text = {name: _text(row.get(name)) for name in _TEXTS}
    name = text["claimant"] or text["source"] or text["document"]
    return Answer(
        claim=text["claim"], document=text["document"], party=name_key(name) or name, name=name,
        own_voice=not text["claimant"], kind=text["kind"], quantity=_quantity(row, text["kind"],
        text["qualifier"]),
        stance=text["stance"], published=_day(row.get("published")), first=_day(row.get("event_start")),
        last=_day(row.get("event_end")), place=text["place"], target=text["target"], matter=text["victims"],
        quote=text["quote"], start=int(_number(row.get("start")) or 0),
        superseded=is_superseded(text["quote"], text["context"]),
        entry=is_timed(text["context"]), context=text["context"],
        recorded=_truth(row.get("recorded")),
        since=_day(row.get("published")),
        subject=_subject(row, text),
    )  # fmt: skip


def _subject(row: Mapping[str, object], text: Mapping[str, str]) -> Subject:
    victims = bare(text["victims"], text["place"])
    subject = subject_of(victims, text["quote"], text["side"], text["role"], _truth(row.get("part_of")))
    if subject.single and _number(row.get("low")) not in (None, 1.0):
        subject = replace(subject, single=False)
    measure = subject.measure or measure_for(text["kind"], victims, text["quote"])
    return subject if measure == subject.measure else replace(subject, measure=measure)


def _quantity(row: Mapping[str, object], kind: str, qualifier: str) -> Quantity | None:
    low, high = _number(row.get("low")), _number(row.get("high"))
    if kind in NARRATIVE_KINDS and (kind != "status" or (low is None and high is None)):
        return None  # of claims without a figure only a state may say of how many it is
    if low is not None and high is not None and low > high:
        low, high = high, low
    try:
        said = Qualifier(qualifier)
    except ValueError:
        said = Qualifier.EXACT if low == high and low is not None else Qualifier.RANGE
    return Quantity(low, high, said)


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value).strip()


def _number(value: object) -> float | None:
    if value is None or value != value:
        return None
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    return number if abs(number) != float("inf") else None


def _truth(value: object) -> bool:
    return False if value is None or value != value else bool(value)


def _day(value: object) -> date | None:
    if value is None or value != value:
        return None
    return _as_day(value)


@lru_cache(maxsize=20_000)
def _as_day(value: object) -> date | None:
    try:
        day = value.date() if isinstance(value, datetime) else date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
    return day if 1800 <= day.year <= 2200 else None
