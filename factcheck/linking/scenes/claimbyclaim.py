"""The scenes of one document, its claims put to them one by one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.language.parties import sides_in
from factcheck.linking.places.places import Relation, is_wide, relation
from factcheck.linking.table import NARROW_DAYS, UNKNOWN
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


@dataclass(slots=True, frozen=True)
class Row:
    """What is asked of a claim here."""

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


def rows_of(table: DataFrame, numbers: NDArray[np.int64]) -> list[Row]:
    """The claims of documents in their order; ``numbers``: those of the rows of the table."""
    names = ("document", "published", "first", "last", "place", "context", "kind", "target", "quote")
    columns = (table[c] for c in names)
    rows = [_row(*values) for values in zip(numbers.tolist(), *columns, strict=True)]
    for at in range(1, len(rows)):
        if rows[at].answer and rows[at - 1].standing and _same_paragraph(rows[at - 1], rows[at]):
            rows[at] = replace(rows[at], first=UNKNOWN, last=UNKNOWN, topical=True, standing=True)
    return rows


def _same_paragraph(a: Row, b: Row) -> bool:
    return a.document == b.document and bool(a.paragraph) and a.paragraph == b.paragraph


def _row(
    index: int, document: str, published: int, first: int, last: int, place: str, context: str, kind: str,
    target: str, quote: str,
) -> Row:  # fmt: skip
    if kind not in NARRATIVE_KINDS:
        return Row(
            index, document, published, first, last, place, context, False, False, False, frozenset(), False
        )
    standing = kind != "status" and is_standing(f"{target} {quote}")
    topical = first == UNKNOWN or standing
    first, last = (UNKNOWN, UNKNOWN) if topical else (first, last)
    accused = frozenset(sides_in(target)) or frozenset(sides_in(quote))
    return Row(
        index, document, published, first, last, place, context, True, topical, standing, accused, kind == "denial"
    )


def is_standing(text: str) -> bool:
    """True for a charge that is of no one day: sheltering, arming or backing somebody."""
    return _STANDING.search(text) is not None


def of_document(rows: list[Row]) -> list[Scene]:
    """The scenes of one document."""
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


def _put(row: Row, scene: Scene | None, scenes: list[Scene]) -> None:
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


def _by_date(row: Row, scenes: list[Scene]) -> Scene | None:
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


def _by_paragraph(row: Row, scenes: list[Scene]) -> Scene | None:
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


def _fitting(row: Row, scene: Scene | None) -> Scene | None:
    return scene if scene is not None and not scene.topical and _place_fits(row.place, scene) else None


def _by_place(row: Row, scenes: list[Scene]) -> Scene | None:
    return next(
        (s for s in scenes[-MOST_SCENES:] if not s.topical and not s.dated and _place_fits(row.place, s)), None
    )


def _same_topic(row: Row, scene: Scene) -> bool:
    """One paragraph, and a denial of what stands there or a charge against the same party."""
    if row.answer:
        return row.paragraph in scene.paragraphs
    return row.standing == scene.standing and row.paragraph in scene.paragraphs and row.accused == scene.accused


def _place_fits(place: str, scene: Scene) -> bool:
    if not place or not scene.places:
        return True
    return any(relation(place, other) is not Relation.FAR for other in scene.places)
