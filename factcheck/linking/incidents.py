"""Incidents: which scenes of which documents tell of the same thing in the world."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame
from scipy import sparse

from factcheck.linking import blocking
from factcheck.linking.clustering import groups, guarded
from factcheck.linking.features import Signs, features, score
from factcheck.linking.scenes import Scene
from factcheck.linking.table import UNKNOWN
from factcheck.linking.words import weigh
from factcheck.parties import sides_in

SPREAD_DAYS = 2
"""Narrow dates of one incident lie no further apart; a group with more has chained two incidents."""

RARE_FIGURE = 4
UNDATED_DAYS = 21
"""Reports of one incident that give no date come out within so many days of each other."""

MONTHS_DAYS = 60
"""Dates further apart than that are of two incidents: a boat that sank in January, one of the autumn before."""

MOST_ROWS = 200
"""Claims of a scene that its words and figures are taken from."""


def find_incidents(scenes: Sequence[Scene], table: DataFrame) -> NDArray[np.int64]:
    """An incident number for each scene.

    Scenes whose date says when are joined first; then each of the others joins the incident that it is most alike,
    so that it cannot chain two of them; what is left over is joined among itself.
    """
    if not scenes:
        return np.zeros(0, dtype=np.int64)
    signs = signs_of(scenes, table)
    left, right = blocking.pairs(scenes, table, signs.words)
    total = score(features(scenes, signs, left, right))
    total[_years_apart(scenes, left, right)] = -np.inf
    narrow = np.array([s.narrow for s in scenes], dtype=bool)
    same_document = np.array(
        [scenes[i].document == scenes[j].document for i, j in zip(left, right, strict=True)], dtype=bool
    )
    firm = narrow[left] & narrow[right] & ~same_document
    label = guarded(len(scenes), left[firm], right[firm], total[firm], _guard(scenes))
    standing = np.array([s.standing for s in scenes], dtype=bool)
    loose = (narrow[left] ^ narrow[right]) & ~standing[left] & ~standing[right]
    label, joined = _attach(label, narrow, left[loose], right[loose], total[loose])
    free = ~narrow & ~joined
    rest = free[left] & free[right] & (total >= 0) & (standing[left] == standing[right])
    loose_label = guarded(len(scenes), left[rest], right[rest], total[rest], _undated_guard(scenes))
    links = [_chain(label), _chain(loose_label)]
    return groups(len(scenes), np.concatenate([a for a, _ in links]), np.concatenate([b for _, b in links]))


def _years_apart(scenes: Sequence[Scene], left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Two dated scenes months apart are never one incident, whatever words they share."""
    first = np.array([s.first for s in scenes], dtype=np.int64)
    last = np.array([s.last for s in scenes], dtype=np.int64)
    gap = np.maximum(first[left] - last[right], first[right] - last[left])
    apart = (first[left] != UNKNOWN) & (first[right] != UNKNOWN) & (gap > MONTHS_DAYS)
    return np.asarray(apart, dtype=np.bool_)


def signs_of(scenes: Sequence[Scene], table: DataFrame) -> Signs:
    """What the scenes are compared by beside dates and places."""
    contexts, quotes, titles = (table[c].tolist() for c in ("context", "quote", "title"))
    texts = [" ".join(dict.fromkeys(contexts[r] or quotes[r] for r in s.rows[:MOST_ROWS])) for s in scenes]
    whole: dict[str, list[int]] = {}
    for number, scene in enumerate(scenes):
        whole.setdefault(scene.document, []).append(number)
    at = {document: number for number, document in enumerate(whole)}
    document_of = np.array([at[s.document] for s in scenes], dtype=np.int64)
    main = np.zeros(len(scenes), dtype=bool)
    for numbers in whole.values():
        main[max(numbers, key=lambda n: (len(scenes[n].rows), -n))] = True
    documents = [" ".join([titles[scenes[n[0]].rows[0]], *(texts[i] for i in n)]) for n in whole.values()]
    return Signs(
        words=weigh(texts)[0],
        figures=_figures(scenes, table),
        charges=_charges(scenes, table),
        topical=np.array([s.topical for s in scenes], dtype=bool),
        documents=weigh(documents)[0],
        document_of=document_of,
        main=main,
    )


def _figures(scenes: Sequence[Scene], table: DataFrame) -> sparse.csr_array:
    """A row a scene, a column a telling figure; a rare one weighs up to 1."""
    values = list(zip(table["kind"], table["low"], table["high"], strict=True))
    rows = [[v for r in s.rows[:MOST_ROWS] if max((v := values[r])[1], v[2]) >= RARE_FIGURE] for s in scenes]
    spread = Counter(v for row in rows for v in set(row))
    return _matrix(
        [{v: min(1.0, 2 / spread[v]) * (1.0 if max(v[1], v[2]) >= 20 else 0.6) for v in row} for row in rows]
    )


def _charges(scenes: Sequence[Scene], table: DataFrame) -> sparse.csr_array:
    """A row a scene, a column a party that is charged; who denies a charge is charged."""
    columns = [table[c].tolist() for c in ("kind", "target", "claimant")]
    rows: list[dict[object, float]] = []
    for scene in scenes:
        told = [
            (kind, target, claimant)
            for kind, target, claimant in (tuple(c[r] for c in columns) for r in scene.rows[:20])
        ]
        named = [
            sides_in(target) if kind == "blame" else sides_in(claimant)
            for kind, target, claimant in told
            if kind in ("blame", "denial")
        ]
        rows.append(dict.fromkeys((s for sides in named for s in sides), 1.0) if scene.topical else {})
    return _matrix(rows)


def _matrix(rows: list[dict[object, float]]) -> sparse.csr_array:
    names: dict[object, int] = {}
    columns = [names.setdefault(key, len(names)) for row in rows for key in row]
    data = [value for row in rows for value in row.values()]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    return sparse.csr_array((np.sqrt(np.asarray(data, dtype=float)), np.asarray(columns, dtype=np.int64), ends),
                            shape=(len(rows), max(1, len(names))))  # fmt: skip


def _guard(scenes: Sequence[Scene]) -> Callable[[NDArray[np.int64]], NDArray[np.bool_]]:
    """A group is broken when its narrow dates lie too far apart."""
    first = np.array([s.first for s in scenes], dtype=np.int64)
    last = np.array([s.last for s in scenes], dtype=np.int64)

    def broken(label: NDArray[np.int64]) -> NDArray[np.bool_]:
        latest = np.full(label.max() + 1, -(10**9), dtype=np.int64)
        earliest = np.full(label.max() + 1, 10**9, dtype=np.int64)
        np.maximum.at(latest, label, first)
        np.minimum.at(earliest, label, last)
        return np.asarray((latest - earliest)[label] > SPREAD_DAYS)

    return broken


def _undated_guard(scenes: Sequence[Scene]) -> Callable[[NDArray[np.int64]], NDArray[np.bool_]]:
    """A group without dates is broken when its reports came out too far apart; charges and states never."""
    free = np.array([s.topical or s.dated or s.published == UNKNOWN for s in scenes], dtype=bool)
    published = np.array([s.published for s in scenes], dtype=np.int64)

    def broken(label: NDArray[np.int64]) -> NDArray[np.bool_]:
        latest = np.full(label.max() + 1, -(10**9), dtype=np.int64)
        earliest = np.full(label.max() + 1, 10**9, dtype=np.int64)
        np.maximum.at(latest, label[~free], published[~free])
        np.minimum.at(earliest, label[~free], published[~free])
        return np.asarray((latest - earliest)[label] > UNDATED_DAYS)

    return broken


def _attach(
    label: NDArray[np.int64], narrow: NDArray[np.bool_], left: NDArray[np.int64], right: NDArray[np.int64],
    total: NDArray[np.float64],
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:  # fmt: skip
    """Each scene without a narrow date joins the group of the narrow one most alike, if alike enough."""
    loose, firm = np.where(narrow[left], right, left), np.where(narrow[left], left, right)
    order = np.lexsort((firm, -total, loose))
    order = order[total[order] >= 0]
    first = np.r_[True, loose[order][1:] != loose[order][:-1]] if len(order) else np.zeros(0, dtype=bool)
    best = order[first]
    joined = np.zeros(len(label), dtype=bool)
    label = label.copy()
    label[loose[best]] = label[firm[best]]
    joined[loose[best]] = True
    return label, joined


def _chain(label: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs that keep the items of each group together."""
    order = np.argsort(label, kind="stable")
    same = label[order][1:] == label[order][:-1]
    return order[:-1][same], order[1:][same]
