"""Claims as answers to their questions: of one question, or of a whole table, column by column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pandas import DataFrame, Series

from factcheck.comparison.entries import replaced
from factcheck.comparison.positions import Answer
from factcheck.language.earlier import GLANCE, is_superseded, is_timed
from factcheck.language.measures import measure_for
from factcheck.language.naming import party_key
from factcheck.language.subjects import Subject, subject_of
from factcheck.language.whom import bare, says_where
from factcheck.values import NARRATIVE_KINDS, Qualifier, Quantity

_TEXTS = (
    "claim", "document", "claimant", "source", "kind", "qualifier", "victims", "target", "stance", "place", "side",
    "role", "quote", "context",
)  # fmt: skip
_DAYS = ("published", "event_start", "event_end")
READ = (*_TEXTS, *_DAYS, "start", "low", "high", "part_of", "recorded")
"""The columns of a claim that are read."""

T = TypeVar("T")


def answers_of(rows: Sequence[Mapping[str, object]]) -> list[Answer]:
    """The answers of a question's claims, in the order of time and then of the text."""
    make = Maker()
    return in_time([make(*_cleaned(row)) for row in rows])


def in_time(answers: Sequence[Answer]) -> list[Answer]:
    """The answers to a question, in the order of time and then of the text."""
    if len(answers) < 2:
        return list(answers)
    return sorted(replaced(answers), key=lambda a: (a.published or date.min, a.document, a.start, a.claim))


class Maker:
    """Makes the answers of claims; what many of them share is worked out once."""

    def __init__(self) -> None:
        self._parties: dict[str, str] = {}
        self._entries: dict[str, bool] = {}
        self._quantities: dict[tuple[str, str, float | None, float | None], Quantity | None] = {}
        self._subjects: dict[tuple[object, ...], Subject] = {}
        self._placed: dict[str, bool] = {}  # of the words for who is counted: they may name a place

    def __call__(
        self, claim: str, document: str, claimant: str, source: str, kind: str, qualifier: str, victims: str,
        target: str, stance: str, place: str, side: str, role: str, quote: str, context: str,
        published: date | None, first: date | None, last: date | None, start: int, low: float | None,
        high: float | None, part_of: bool, recorded: bool, hinted: bool = True,
    ) -> Answer:  # fmt: skip
        """The answer of a claim: its cleaned columns in the order of ``READ``. ``hinted``: its texts may call it
        an earlier figure."""
        name = claimant or source or document
        party = self._parties.get(name)
        if party is None:
            party = self._parties[name] = party_key(name) or name
        figure = kind, qualifier, low, high
        if figure not in self._quantities:
            self._quantities[figure] = _quantity(*figure)
        placed = self._placed.get(victims)
        if placed is None:
            placed = self._placed[victims] = says_where(victims)
        where = place if placed else ""
        counted = kind, victims, where, quote, side, role, part_of, low is None or low == 1
        subject = self._subjects.get(counted)
        if subject is None:
            subject = self._subjects[counted] = _subject(*counted)
        entry = self._entries.get(context)
        if entry is None:
            entry = self._entries[context] = is_timed(context)
        return Answer(
            claim, document, party, name, not claimant, kind, self._quantities[figure], stance, published, first,
            last, place, target, victims, quote, start, hinted and is_superseded(quote, context), entry, published,
            subject, None, context, recorded,
        )  # fmt: skip


def _cleaned(row: Mapping[str, object]) -> Iterator[Any]:
    """The columns of a claim in the order of ``READ``."""
    yield from (_text(row.get(name)) for name in _TEXTS)
    yield from (_day(row.get(name)) for name in _DAYS)
    yield int(_number(row.get("start")) or 0)
    yield from (_number(row.get(name)) for name in ("low", "high"))
    yield from (_truth(row.get(name)) for name in ("part_of", "recorded"))


def answers(table: DataFrame) -> list[Answer]:
    """The answer of each claim of a table, in its order; worked out column by column."""

    def each(name: str, clean: Callable[[object], T]) -> list[T]:
        return _each(table[name], clean) if name in table.columns else [clean(None)] * len(table)

    columns: list[Iterable[Any]] = [
        _own_texts(table[name]) if name in _OWN and name in table.columns else each(name, _text) for name in _TEXTS
    ]
    columns += [each(name, _day) for name in _DAYS]
    columns += [each("start", lambda value: int(_number(value) or 0))]
    columns += [each(name, _number) for name in ("low", "high")]
    columns += [each(name, _truth) for name in ("part_of", "recorded")]
    return list(map(Maker(), *columns, _hinted(table)))


_OWN = frozenset({"claim", "document", "quote", "context"})
"""Texts of which few are equal."""


def _own_texts(column: Series[Any]) -> list[str]:
    if not isinstance(column.dtype, pd.StringDtype) or column.hasnans:
        return _each(column, _text)
    return list(map(str.strip, pa.array(column, pa.large_string()).to_pylist()))


def _hinted(table: DataFrame) -> list[bool]:
    """Which claims have a text that may call their figure an earlier one."""
    columns = [table[name] for name in ("quote", "context") if name in table.columns]
    if not all(isinstance(column.dtype, pd.StringDtype) for column in columns):
        return [True] * len(table)
    found = np.zeros(len(table), dtype=np.bool_)
    for column in columns:
        told = pc.match_substring_regex(pa.array(column, pa.large_string()), GLANCE, ignore_case=True)
        found |= np.asarray(pc.fill_null(told, False))
    return found.tolist()


def _each(column: Series[Any], clean: Callable[[object], T]) -> list[T]:
    """Each value cleaned, equal ones once."""
    code, known = pd.factorize(column)
    values = [*(clean(value) for value in known.tolist()), clean(None)]  # code -1: missing
    return list(map(values.__getitem__, code.tolist()))


def _subject(
    kind: str, victims: str, place: str, quote: str, side: str, role: str, part_of: bool, one: bool
) -> Subject:  # fmt: skip
    """``one``: the figure may be of one person."""
    victims = bare(victims, place)
    subject = subject_of(victims, quote, side, role, part_of)
    if subject.single and not one:
        subject = replace(subject, single=False)
    measure = subject.measure or measure_for(kind, victims, quote)
    return subject if measure == subject.measure else replace(subject, measure=measure)


def _quantity(kind: str, qualifier: str, low: float | None, high: float | None) -> Quantity | None:
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
