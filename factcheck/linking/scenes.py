"""Scenes: what one document tells of one incident. The first step to incidents, taken inside each document.

A document mostly has one main scene and, beside it, a background (other years, the whole war, other towns).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Series

from factcheck.linking.levels import ORDER, relations
from factcheck.linking.places import Relation, is_wide, relation
from factcheck.linking.table import NARROW_DAYS, UNKNOWN, ranks
from factcheck.parties import sides_in
from factcheck.values import NARRATIVE_KINDS

MOST_SCENES = 40
"""A document's scenes that a claim is compared with, the latest: bounds the time on very long pages."""

MOST_PLACES = 8

MAIN_PLACES = 3

BACKGROUND_DAYS = 45
"""A scene over a longer time is background (a war, a year); what has no date is not put there."""

_STANDING = re.compile(
    r"\b(?:shelter\w*|harbou?r(?:s|ed|ing)\b|haven|sanctuar\w+|from \w+ soil|its soil|on \w+ territory"
    r"|safe houses?"
    r"|back(?:s|ing)\b|support(?:s|ing) (?:the |militants|terror\w*|rebels)|fund(?:s|ing)|financ(?:es|ing)"
    r"|arm(?:s|ing)"
    r" (?:the|militants|rebels)|sponsor\w*|train(?:s|ing) (?:militants|fighters)|operat(?:es|ing) from)\b",
    re.I,
)


@dataclass(slots=True)
class Scene:
    """What one document tells of one incident: days (``UNKNOWN`` when not said), places, its claims' rows."""

    document: str
    published: int
    first: int
    last: int
    rows: list[int] = field(default_factory=list)
    places: Counter[str] = field(default_factory=Counter)
    spoken: Counter[str] = field(default_factory=Counter)  # places of blame, denials, states: often the speaker's
    paragraphs: set[str] = field(default_factory=set)
    accused: frozenset[str] = frozenset()  # sides that its first charge names
    standing: bool = False  # a charge of no one day: it joins its like, never an incident
    topical: bool = False  # blame, denial or status without a date: held together by what it is about

    @property
    def dated(self) -> bool:
        """True when it has a date, however wide."""
        return self.first != UNKNOWN

    @property
    def narrow(self) -> bool:
        """True when its date says when."""
        return self.dated and self.last - self.first < NARROW_DAYS

    def main_places(self) -> list[str]:
        """Its places, those narrower than a country first, then the commonest; at most three."""
        ranked = sorted(
            (self.places or +self.spoken).items(), key=lambda item: (is_wide(item[0]), -item[1], item[0])
        )
        return [place for place, _ in ranked[:MAIN_PLACES]]


@dataclass(frozen=True, slots=True)
class Scenes:
    """All scenes as columns, a place in each array a scene; those of one document stand together, in its order."""

    document: NDArray[np.int64]  # number of the document
    published: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    topical: NDArray[np.bool_]
    standing: NDArray[np.bool_]
    place: NDArray[np.int64]  # number of its main places in ``places``
    places: list[tuple[str, ...]]
    accused: dict[int, frozenset[str]]  # of topical scenes
    rows: NDArray[np.int64]  # the claims' rows, scene by scene
    begin: NDArray[np.int64]  # where the rows of each scene begin, and the end

    def __len__(self) -> int:
        return len(self.first)

    @property
    def dated(self) -> NDArray[np.bool_]:
        """True for those with a date, however wide."""
        return np.asarray(self.first != UNKNOWN)

    @property
    def narrow(self) -> NDArray[np.bool_]:
        """True for those whose date says when."""
        return np.asarray(self.dated & (self.last - self.first < NARROW_DAYS))

    def only(self, kept: NDArray[np.int64]) -> Scenes:
        """Some of them, in the order of their numbers; documents are numbered anew."""
        size = np.diff(self.begin)[kept]
        begin = np.r_[0, np.cumsum(size)]
        within = np.arange(int(begin[-1])) - np.repeat(begin[:-1], size)
        _, document = np.unique(self.document[kept], return_inverse=True)
        at = {int(old): new for new, old in enumerate(kept.tolist()) if old in self.accused}
        return Scenes(
            document, self.published[kept], self.first[kept], self.last[kept], self.topical[kept],
            self.standing[kept], self.place[kept], self.places,
            {at[k]: v for k, v in self.accused.items() if k in at},
            self.rows[np.repeat(self.begin[:-1][kept], size) + within], begin,
        )  # fmt: skip

    def first_rows(self, most: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The first rows of each scene, at most so many: the scenes' numbers and the rows."""
        number = np.repeat(np.arange(len(self)), np.diff(self.begin))
        kept = np.arange(len(self.rows)) - self.begin[:-1][number] < most
        return number[kept], self.rows[kept]


def times_of(scenes: Scenes) -> NDArray[np.int64]:
    """The day by which scenes are split into weeks, and stand in their blocks."""
    return np.where(scenes.dated, scenes.first, np.where(scenes.published != UNKNOWN, scenes.published, 0))


def in_time(scenes: Scenes) -> NDArray[np.int64]:
    """The scenes in the order of time."""
    return np.argsort(times_of(scenes), kind="stable")


def find_scenes(table: DataFrame) -> tuple[Scenes, NDArray[np.int64]]:
    """The scenes of all documents, and the number of each claim's scene; the table comes from ``prepare``."""
    document = pd.factorize(table["document"])[0]
    new = np.r_[True, document[1:] != document[:-1]] if len(table) else np.zeros(0, dtype=bool)
    bounds = np.append(np.flatnonzero(new), len(table)).astype(np.int64)
    plain, first, last, place, lists = _plain_documents(table, bounds)
    hard = np.flatnonzero(~plain)
    several = _hard_documents(table, bounds, hard)
    amount = np.ones(len(plain), dtype=np.int64)
    amount[hard] = [len(scenes) for scenes in several]
    start = np.cumsum(amount) - amount
    number = np.repeat(start, np.diff(bounds))
    document_of = np.repeat(np.arange(len(plain)), amount)
    codes = {several: number for number, several in enumerate(lists)}
    columns = {"first": first[document_of], "last": last[document_of], "place": place[document_of]}
    flags = {name: np.zeros(len(document_of), dtype=bool) for name in ("topical", "standing")}
    accused: dict[int, frozenset[str]] = {}
    for at, scenes in zip(start[hard].tolist(), several, strict=True):
        for n, scene in enumerate(scenes, at):
            number[scene.rows] = n
            columns["first"][n], columns["last"][n] = scene.first, scene.last
            columns["place"][n] = codes.setdefault(tuple(scene.main_places()), len(codes))
            flags["topical"][n], flags["standing"][n] = scene.topical, scene.standing
            if scene.topical:
                accused[n] = scene.accused
    rows = np.argsort(number, kind="stable")
    begin = np.searchsorted(number[rows], np.arange(len(document_of) + 1))
    published = table["published"].to_numpy()[bounds[:-1]][document_of]
    found = Scenes(document_of, published, columns["first"], columns["last"], flags["topical"], flags["standing"],
                   columns["place"], list(codes), accused, rows, begin)  # fmt: skip
    return found, number


def _plain_documents(
    table: DataFrame, bounds: NDArray[np.int64]
) -> tuple[NDArray[np.bool_], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], list[tuple[str, ...]]]:
    """Which documents have one scene at sight (figures only, one date at most, places that may be one), its days,
    the number of its main places, and the lists of main places."""
    begin = bounds[:-1]
    if not len(begin):
        none = np.zeros(0, np.int64)
        return np.zeros(0, bool), none, none, none, []
    told = table["kind"].isin(NARRATIVE_KINDS).to_numpy()
    first, last = table["first"].to_numpy(), table["last"].to_numpy()
    dated = first != UNKNOWN
    days = np.maximum.reduceat(first, begin), np.maximum.reduceat(last, begin)
    least = [np.minimum.reduceat(np.where(dated, d, -UNKNOWN), begin) for d in (first, last)]
    some = np.logical_or.reduceat(dated, begin)
    one_day = ~some | ((least[0] == days[0]) & (least[1] == days[1]))
    all_dated = np.logical_and.reduceat(dated, begin)
    one_day &= all_dated | ~some | (days[1] - days[0] <= BACKGROUND_DAYS)
    one_day &= ~np.logical_or.reduceat(told, begin)
    place, lists, far = _main_places(table["place"], bounds, one_day)
    return one_day & ~far, days[0], days[1], place, lists


def _main_places(
    place: Series, bounds: NDArray[np.int64], asked: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], list[tuple[str, ...]], NDArray[np.bool_]]:
    """The number of the main places of each document that is asked for, their lists, and which documents name
    places that may be two."""
    amount = len(bounds) - 1
    code, names = pd.factorize(place)
    document = np.repeat(np.arange(amount), np.diff(bounds))
    named = np.flatnonzero((place != "").to_numpy() & asked[document])
    pair, often = np.unique(document[named] * max(1, len(names)) + code[named], return_counts=True)
    document, code = np.divmod(pair, max(1, len(names)))
    wide = np.array([is_wide(name) for name in names.tolist()], dtype=bool)
    order = np.lexsort((ranks(Series(names, dtype="str"))[code], -often, wide[code], document))
    document, code = document[order], code[order]
    size = np.bincount(document, minlength=amount)
    words = names.tolist()
    main = np.full((amount, MAIN_PLACES), -1)
    rank = np.arange(len(document)) - np.repeat(np.cumsum(size) - size, size)
    kept = rank < MAIN_PLACES
    main[document[kept], rank[kept]] = code[kept]
    told = np.zeros(amount, dtype=np.int64)
    for column in main.T:
        told = pd.factorize(told * (len(words) + 1) + column + 1)[0]
    first = np.empty(int(told.max(initial=-1)) + 1, dtype=np.int64)
    first[told[::-1]] = np.arange(amount)[::-1]
    lists = [tuple([words[c] for c in row if c >= 0]) for row in main[first].tolist()]
    return told, lists, (size > MOST_PLACES) | _apart(document, code, tuple(words), size)


def _apart(
    document: NDArray[np.int64], code: NDArray[np.int64], names: tuple[str, ...], size: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which documents name two places that are far from each other; ``code``: each place of each document once."""
    several = np.flatnonzero((size[document] > 1) & (size[document] <= MOST_PLACES))
    document, used = document[several], code[several]
    known, number = np.unique(used, return_inverse=True)
    some = tuple(names[c] for c in known.tolist())
    far = np.zeros(len(size), dtype=bool)
    for step in range(1, MOST_PLACES):
        left = np.flatnonzero(document[step:] == document[:-step])
        if len(left):
            found = relations(some, number[left], number[left + step])
            far[document[left[found == ORDER.index(Relation.FAR)]]] = True
    return far


def _hard_documents(table: DataFrame, bounds: NDArray[np.int64], hard: NDArray[np.int64]) -> list[list[Scene]]:
    if not len(hard):
        return []
    kept = np.concatenate([np.arange(bounds[d], bounds[d + 1]) for d in hard.tolist()])
    rows = _rows(table.iloc[kept], kept)
    ends = np.cumsum(np.diff(bounds)[hard])
    return [_of_document(rows[a:b]) for a, b in zip(np.r_[0, ends[:-1]].tolist(), ends.tolist(), strict=True)]


@dataclass(slots=True, frozen=True)
class _Row:
    index: int
    document: str
    published: int
    first: int
    last: int
    place: str
    paragraph: str
    told: bool  # blame, denial or status: its place is often where somebody spoke
    topical: bool
    standing: bool
    accused: frozenset[str]
    answer: bool  # a denial: it belongs to the charge before it


def _rows(table: DataFrame, numbers: NDArray[np.int64]) -> list[_Row]:
    names = ("document", "published", "first", "last", "place", "context", "kind", "target", "quote")
    columns = (table[c] for c in names)
    rows = [_row(*values) for values in zip(numbers.tolist(), *columns, strict=True)]
    for at in range(1, len(rows)):
        if rows[at].answer and rows[at - 1].standing and _same_paragraph(rows[at - 1], rows[at]):
            rows[at] = replace(rows[at], first=UNKNOWN, last=UNKNOWN, topical=True, standing=True)
    return rows


def _same_paragraph(a: _Row, b: _Row) -> bool:
    return a.document == b.document and bool(a.paragraph) and a.paragraph == b.paragraph


def _row(
    index: int, document: str, published: int, first: int, last: int, place: str, context: str, kind: str,
    target: str, quote: str,
) -> _Row:  # fmt: skip
    if kind not in NARRATIVE_KINDS:
        return _Row(
            index, document, published, first, last, place, context, False, False, False, frozenset(), False
        )
    standing = kind != "status" and is_standing(f"{target} {quote}")
    topical = first == UNKNOWN or standing
    first, last = (UNKNOWN, UNKNOWN) if topical else (first, last)
    accused = frozenset(sides_in(target)) or frozenset(sides_in(quote))
    return _Row(
        index, document, published, first, last, place, context, True, topical, standing, accused, kind == "denial"
    )


def is_standing(text: str) -> bool:
    """True for a charge that is of no one day: sheltering, arming or backing somebody."""
    return _STANDING.search(text) is not None


def _of_document(rows: list[_Row]) -> list[Scene]:
    scenes: list[Scene] = []
    dated = [r for r in rows if r.first != UNKNOWN]
    for row in sorted(dated, key=lambda r: (r.last - r.first >= NARROW_DAYS, r.index)):
        _put(row, _by_date(row, scenes), scenes)
    fresh = [s for s in scenes if s.last - s.first <= BACKGROUND_DAYS]
    main = max(fresh, key=lambda s: (s.narrow, len(s.rows), -s.rows[0]), default=None)
    for row in rows:
        if row.first == UNKNOWN and not row.topical:
            _put(row, _by_paragraph(row, scenes) or _fitting(row, main) or _by_place(row, scenes), scenes)
    for row in rows:
        if row.topical:
            _put(row, next((s for s in scenes if s.topical and _same_topic(row, s)), None), scenes)
    return scenes


def _put(row: _Row, scene: Scene | None, scenes: list[Scene]) -> None:
    if scene is None:
        scene = Scene(row.document, row.published, row.first, row.last, topical=row.topical, accused=row.accused)
        scene.standing = row.standing
        scenes.append(scene)
    scene.rows.append(row.index)
    scene.paragraphs.add(row.paragraph)
    if row.told:
        scene.spoken[row.place] += bool(row.place)
    elif row.place and (row.place in scene.places or len(scene.places) < MOST_PLACES):
        scene.places[row.place] += 1


def _by_date(row: _Row, scenes: list[Scene]) -> Scene | None:
    """The scene of the same days and place; a wide interval is a scene of its own (a toll since last week)."""
    wide = row.last - row.first >= NARROW_DAYS
    for scene in scenes[-MOST_SCENES:]:
        if wide:
            fits = (scene.first, scene.last) == (row.first, row.last)
        else:
            fits = scene.narrow and row.first <= scene.last and scene.first <= row.last
        if fits and (row.told or _place_fits(row.place, scene)):
            return scene
    return None


def _by_paragraph(row: _Row, scenes: list[Scene]) -> Scene | None:
    near = [
        s
        for s in scenes
        if not s.topical
        and s.last - s.first <= BACKGROUND_DAYS
        and row.paragraph
        and row.paragraph in s.paragraphs
    ]
    near = [s for s in near if _place_fits(row.place, s)]
    return min(near, key=lambda s: min(abs(r - row.index) for r in s.rows[-MOST_SCENES:]), default=None)


def _fitting(row: _Row, scene: Scene | None) -> Scene | None:
    return scene if scene is not None and not scene.topical and _place_fits(row.place, scene) else None


def _by_place(row: _Row, scenes: list[Scene]) -> Scene | None:
    return next(
        (s for s in scenes[-MOST_SCENES:] if not s.topical and not s.dated and _place_fits(row.place, s)), None
    )


def _same_topic(row: _Row, scene: Scene) -> bool:
    """One paragraph, and a denial of what stands there or a charge against the same party."""
    if row.answer:
        return row.paragraph in scene.paragraphs
    return row.standing == scene.standing and row.paragraph in scene.paragraphs and row.accused == scene.accused


def _place_fits(place: str, scene: Scene) -> bool:
    if not place or not scene.places:
        return True
    return any(relation(place, other) is not Relation.FAR for other in scene.places)
