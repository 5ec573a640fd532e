"""Linking more claims to those that are linked: only what the new ones can touch is linked again.

The result is that of linking all at once, by the same knowledge of how common things are (``Known``): which words
are rare changes with every claim, and is counted anew only when much has come or a block has grown.

Two scenes hang together when they look like one incident, stand in one document, or are copies. What becomes of a
scene is decided among those that it hangs together with, so others are left as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking import blocking
from factcheck.linking.asked import COLUMNS, find_questions, linked
from factcheck.linking.clustering import groups
from factcheck.linking.engines import Engine, Local
from factcheck.linking.incidents import first_alike, join, like_keys, scores, signs_of
from factcheck.linking.known import Counts, Known
from factcheck.linking.scenes import Scenes, find_scenes
from factcheck.linking.table import ordered, prepare
from factcheck.linking.weights import Weights, complete

MOST_NEW = 0.1
"""Share of new claims from which all are linked anew: it takes as long, and what is rare is counted again."""

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Stored:
    """What is kept of each scene; those that were linked again are not ``alive`` any more."""

    head: Ints  # its first row
    like: Ints
    family: Ints  # scenes of one document, and copies
    component: Ints  # scenes that hang together
    first: Ints
    narrow: Flags
    alive: Flags

    def __add__(self, other: _Stored) -> _Stored:
        return _Stored(*(np.concatenate([getattr(s, f.name) for s in (self, other)]) for f in fields(_Stored)))


@dataclass(frozen=True, slots=True)
class _Index:
    """The scenes by the keys of their blocks, in the order of the keys."""

    key: Ints
    owner: Ints


@dataclass(frozen=True, slots=True)
class Linking:
    """Claims that are linked, and what it takes to link more; made by ``link_anew``, never changed."""

    table: DataFrame
    scene: Ints
    stored: _Stored
    index: tuple[_Index, ...]
    known: Known
    weights: Weights
    answers: DataFrame

    @property
    def linked(self) -> DataFrame:
        """What ``link`` gives for all its claims."""
        return self.answers.sort_values("claim", kind="stable").reset_index(drop=True)


def link_anew(
    claims: DataFrame, engine: Engine | None = None, weights: Weights | None = None, known: Known | None = None
) -> Linking:
    """The claims linked at once; ``known``: how common things are, when not among them."""
    return _anew(prepare(claims), engine or Local(), complete(weights), known)


def link_more(linking: Linking, claims: DataFrame, engine: Engine | None = None) -> Linking:
    """The same with more claims. A claim whose id is stored stays as it is.

    Everything is linked anew, and how common things are is counted again, when more than ``MOST_NEW`` is new or a
    block has grown too large.
    """
    engine = engine or Local()
    fresh = prepare(claims)
    fresh = fresh[~fresh["claim"].isin(linking.table["claim"])].reset_index(drop=True)
    if fresh.empty:
        return linking
    fresh["row"] = len(linking.table) + np.arange(len(fresh))
    touched = None
    if len(fresh) <= MOST_NEW * len(linking.table):
        touched = _touched(linking, fresh)
    if touched is not None:
        part = _part(
            _rows(linking, linking.stored.component, touched, fresh), engine, linking.weights, linking.known
        )
        if not part.cut:
            return _with(linking, part, fresh, touched)
    everything = ordered(pd.concat([linking.table, fresh], ignore_index=True))
    return _anew(everything, engine, linking.weights, None)


@dataclass(frozen=True, slots=True)
class _Part:
    """Claims linked among themselves."""

    table: DataFrame
    scene: Ints
    stored: _Stored
    index: _Index
    known: Known
    answers: DataFrame
    cut: bool  # blocks were cut along the time: which pairs are made depends on all claims


def _anew(table: DataFrame, engine: Engine, weights: Weights, known: Known | None) -> Linking:
    part = _part(table.assign(row=np.arange(len(table))), engine, weights, known)
    return Linking(part.table, part.scene, part.stored, (part.index,), part.known, weights, part.answers)


def _part(table: DataFrame, engine: Engine, weights: Weights, known: Known | None) -> _Part:
    scenes, scene = find_scenes(table)
    found = join(scenes, table, weights, known)
    told = table.assign(incident=found.label[scene])
    answers = linked(told, find_questions(told, engine)) if len(told) else DataFrame(columns=list(COLUMNS))
    n = len(scenes)
    some = scenes.only(found.kept)
    assert found.signs is not None
    entries = list(blocking.split(some, table, found.signs))
    alike = found.kept[first_alike(found.like)[1]]
    beside = np.flatnonzero(scenes.document[1:] == scenes.document[:-1])
    own = np.arange(n)
    one, other = np.r_[own, beside], np.r_[alike, beside + 1]
    head = table["row"].to_numpy()[scenes.rows[scenes.begin[:-1]]]
    component = groups(n, np.r_[one, found.left], np.r_[other, found.right])
    family, alive = groups(n, one, other), np.ones(n, dtype=bool)
    stored = _Stored(head, found.like, family, component, scenes.first, scenes.narrow, alive)
    key = np.concatenate([e.key for e in entries])
    order = np.argsort(key, kind="stable")
    owner = found.kept[np.concatenate([e.owner for e in entries])[order]]
    cut = bool((entries[-1].size > blocking.BLOCK_CAP).any())
    known = replace(found.signs.known, blocks=_counted(entries, found.signs.known))
    return _Part(table, scene, stored, _Index(key[order], owner), known, answers, cut)


def _counted(entries: list[blocking.Entries], known: Known) -> tuple[tuple[Counts, ...], ...]:
    """How large the blocks are; of those that were counted before, how large they were then."""
    before = known.blocks or ((), (), ())
    out = []
    for level, counts in zip(entries, before, strict=True):
        now = Counts.of(np.r_[level.key, level.over])
        new = np.ones(len(now.key), dtype=bool)
        for counted in counts:
            new &= counted.times(now.key) == 0
        out.append((*counts, Counts(now.key[new], now.count[new])))
    return tuple(out)


def _rows(linking: Linking, of: Ints, wanted: Ints, fresh: DataFrame) -> DataFrame:
    """The stored claims whose scenes are of a wanted number, and the new ones, in their order."""
    flag = np.zeros(int(of.max(initial=0)) + 1, dtype=bool)
    flag[wanted] = True
    mask = (flag[of] & linking.stored.alive)[linking.scene]
    return ordered(pd.concat([linking.table.iloc[np.flatnonzero(mask)], fresh], ignore_index=True))


def _touched(linking: Linking, fresh: DataFrame) -> Ints | None:
    """The components that new claims touch, or None when a block has grown too large."""
    stored = linking.stored
    families, table = _opened(linking, fresh)
    scenes, _ = find_scenes(table)
    some = scenes.only(first_alike(like_keys(scenes, table))[0])
    signs = signs_of(some, table, linking.known)
    opened = np.zeros(int(stored.family.max(initial=0)) + 1, dtype=bool)
    opened[families] = True
    closed = stored.alive & ~opened[stored.family]
    found = _neighbours(linking, closed, some, list(blocking.split(some, table, signs)))
    if found is None:
        return None
    own, other = found
    head = table["row"].to_numpy()[some.rows[some.begin[:-1]]]
    near = _rows(linking, stored.family, np.r_[families, stored.family[other]], fresh)
    hit = _alike(near, head[own], stored.head[other], linking)
    return np.unique(np.r_[stored.component[other[hit]], stored.component[stored.alive & opened[stored.family]]])


def _opened(linking: Linking, fresh: DataFrame) -> tuple[Ints, DataFrame]:
    """The families that get new claims or copies, and their claims with the new ones."""
    stored = linking.stored
    same = linking.table["document"].isin(fresh["document"].unique()).to_numpy()
    families = np.unique(stored.family[linking.scene[same]])
    table = _rows(linking, stored.family, families, fresh)
    scenes, _ = find_scenes(table)
    like = np.isin(stored.like, like_keys(scenes, table)) & stored.alive
    families = np.unique(np.r_[families, stored.family[like]])
    return families, _rows(linking, stored.family, families, fresh)


def _neighbours(
    linking: Linking, closed: Flags, some: Scenes, entries: list[blocking.Entries]
) -> tuple[Ints, Ints] | None:
    """The pairs of an opened scene and a closed one that blocking would make of all; None when it would cut."""
    stored = linking.stored
    n = len(stored.head)
    first, narrow = np.r_[some.first, stored.first], np.r_[some.narrow, stored.narrow]
    strong, weak = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for level in entries:
        code, keys = pd.factorize(level.key)
        amount = np.bincount(code, minlength=len(keys))
        rare = blocking.is_rare(level.level, level.key, level.size)
        for index in linking.index:
            begin, end = (np.searchsorted(index.key, keys, side) for side in ("left", "right"))
            amount = amount + end - begin
        if (amount > blocking.GROWN).any() or (level.size > blocking.BLOCK_CAP).any():
            return None
        for index in linking.index:
            begin, end = (np.searchsorted(index.key, keys, side)[code] for side in ("left", "right"))
            which = np.repeat(np.arange(len(code)), end - begin)
            within = np.arange(len(which)) - np.repeat(np.cumsum(end - begin) - (end - begin), end - begin)
            other = index.owner[begin[which] + within]
            which, other = which[closed[other]], other[closed[other]]
            own = level.owner[which]
            keep = blocking.near(first, narrow, own, other + len(some), rare[which])
            pair, says_much = (own * n + other)[keep], (level.size[which] <= blocking.WEAK)[keep]
            strong.append(pair[says_much])
            weak.append(pair[~says_much])
    codes = blocking.agreed(np.concatenate(strong), np.concatenate(weak))
    return codes // n, codes % n


def _alike(table: DataFrame, one: Ints, other: Ints, linking: Linking) -> Flags:
    """Which pairs of scenes, given by their first rows, look like one incident."""
    scenes, _ = find_scenes(table)
    some = scenes.only(first_alike(like_keys(scenes, table))[0])
    signs = signs_of(some, table, linking.known)
    head = table["row"].to_numpy()[some.rows[some.begin[:-1]]]
    order = np.argsort(head)
    left, right = (order[np.searchsorted(head[order], rows)] for rows in (one, other))
    left, right = np.minimum(left, right), np.maximum(left, right)
    return scores(some, signs, left, right, linking.weights) >= 0


def _with(linking: Linking, part: _Part, fresh: DataFrame, touched: Ints) -> Linking:
    """The linking with a part of it linked again, and the new claims."""
    stored, n = linking.stored, len(linking.stored.head)
    again = np.zeros(int(stored.component.max(initial=0)) + 1, dtype=bool)
    again[touched] = True
    scene = np.r_[linking.scene, np.zeros(len(fresh), dtype=np.int64)]
    scene[part.table["row"].to_numpy()] = n + part.scene
    kept = replace(stored, alive=stored.alive & ~again[stored.component])
    more = replace(part.stored, family=part.stored.family + n, component=part.stored.component + n)
    before = linking.answers[~linking.answers["claim"].isin(part.answers["claim"])]
    return Linking(
        pd.concat([linking.table, fresh], ignore_index=True), scene, kept + more,
        (*linking.index, _Index(part.index.key, part.index.owner + n)), part.known, linking.weights,
        pd.concat([before, part.answers], ignore_index=True),
    )  # fmt: skip
