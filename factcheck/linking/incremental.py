"""Linking more claims to those that are linked: only what the new ones can change is linked again.

The result is that of linking all at once, by the same knowledge of how common things are (``Known``): which words
are rare changes with every claim, and is counted anew only when much has come or a block has grown.

Documents that get new claims, and copies of them, are read again; their scenes are compared with those that they
share blocks with. The scores of all other pairs are kept, and only the groups that they touch are formed anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking import blocking
from factcheck.linking.asked import COLUMNS, find_questions, linked
from factcheck.linking.engines import Engine, Local
from factcheck.linking.incidents import first_alike, join, like_keys, scores, sorts
from factcheck.linking.known import Known
from factcheck.linking.outlines import Outlines
from factcheck.linking.regroup import Groups, Pairs, regroup, together, touching
from factcheck.linking.scenes import Scenes, find_scenes
from factcheck.linking.signs import signs_of
from factcheck.linking.stored import (
    Compared,
    Index,
    Stored,
    counted_blocks,
    few,
    groups_of,
    heads,
    indexed,
)
from factcheck.linking.table import ordered, prepare, ranks
from factcheck.linking.weights import Weights, complete

MOST_NEW = 0.1
"""Share of new claims from which all are linked anew, and what is rare is counted again."""

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Linking:
    """Claims that are linked, and what it takes to link more; made by ``link_anew``, never changed."""

    table: DataFrame
    scene: Ints  # of each row
    stored: Stored
    groups: Groups
    pairs: tuple[Pairs, ...]
    index: tuple[Index, ...]
    known: Known
    counted: int  # claims among which it was counted how common things are
    weights: Weights
    answers: tuple[DataFrame, ...]
    answer: Ints  # where each row stands in the answers
    again: int = 0  # claims that were linked again with the last ones

    @property
    def linked(self) -> DataFrame:
        """What ``link`` gives for all its claims."""
        every = pd.concat(self.answers, ignore_index=True).iloc[self.answer]
        return every.sort_values("claim", kind="stable").reset_index(drop=True)

    def order(self, scenes: Ints) -> Ints:
        """The scenes in the order of the table."""
        document = ranks(self.table["document"].iloc[self.stored.head[scenes]])
        return scenes[np.lexsort((scenes, document))]

    def rows_of(self, scenes: Flags) -> Ints:
        """The rows of some scenes."""
        return np.flatnonzero(scenes[self.scene])


def link_anew(
    claims: DataFrame, engine: Engine | None = None, weights: Weights | None = None, known: Known | None = None
) -> Linking:
    """The claims linked at once; ``known``: how common things are, when not among them."""
    return _anew(prepare(claims), engine or Local(), complete(weights), known)


def link_more(linking: Linking, claims: DataFrame, engine: Engine | None = None) -> Linking:
    """The same with more claims. A claim whose id is stored stays as it is.

    Everything is linked anew, and how common things are is counted again, when more than ``MOST_NEW`` came since
    then, or a block has grown too large.
    """
    engine = engine or Local()
    fresh = prepare(claims)
    stored = linking.table["claim"]
    fresh = fresh[~fresh["claim"].isin(stored[stored.isin(fresh["claim"])])].reset_index(drop=True)
    if fresh.empty:
        return linking
    fresh["row"] = len(stored) + np.arange(len(fresh))
    if len(stored) + len(fresh) - linking.counted <= MOST_NEW * linking.counted:
        more = _more(linking, fresh, engine)
        if more is not None:
            return more
    everything = ordered(pd.concat([linking.table, fresh], ignore_index=True))
    return _anew(everything, engine, linking.weights, None)


def _anew(table: DataFrame, engine: Engine, weights: Weights, known: Known | None) -> Linking:
    table = table.assign(row=np.arange(len(table)))
    scenes, scene = find_scenes(table)
    found = join(scenes, table, weights, known)
    told = table.assign(incident=found.label[scene])
    answers = linked(told, find_questions(told, engine)) if len(told) else DataFrame(columns=list(COLUMNS))
    answer = np.empty(len(table), dtype=np.int64)
    answer[np.argsort(ranks(table["claim"]))] = np.arange(len(table))
    assert found.signs is not None
    assert found.grouped is not None
    entries = list(blocking.split(scenes.only(found.kept), table, found.signs))
    stored = Stored.of(scenes, table, Compared(found.like, found.kept, entries), 0)
    pairs = Pairs.of(found.kept[found.left], found.kept[found.right], found.grouped.sort, found.total)
    known = replace(found.signs.known, blocks=counted_blocks(entries, found.signs.known))
    return Linking(
        table, scene, stored, groups_of(scenes, found), (pairs,), (indexed(entries, found.kept),), known,
        len(table), weights, (answers,), answer, len(table),
    )  # fmt: skip


def _more(linking: Linking, fresh: DataFrame, engine: Engine) -> Linking | None:
    """The linking with new claims, or None when all must be linked anew."""
    stored, n = linking.stored, len(linking.stored.head)
    opened, table = _opened(linking, fresh)
    dead = stored.alive & opened[stored.family]
    if stored.cut[dead].any():
        return None
    scenes, scene = find_scenes(table)
    kept = first_alike(like := like_keys(scenes, table))[0]
    some = scenes.only(kept)
    signs = signs_of(some, table, linking.known)
    entries = list(blocking.split(some, table, signs))
    found = _neighbours(linking, stored.alive & ~dead, some, entries)
    if found is None:
        return None
    within = blocking.pairs(some, table, signs)
    main = np.zeros(len(scenes), dtype=bool)
    main[kept] = signs.main
    old = replace(stored, alive=stored.alive & ~dead)
    known = replace(linking.known, blocks=counted_blocks(entries, linking.known))
    row_scene = np.r_[linking.scene, np.zeros(len(fresh), dtype=np.int64)]
    row_scene[table["row"].to_numpy()] = n + scene
    more = replace(
        linking,
        table=pd.concat([linking.table, fresh], ignore_index=True),
        scene=row_scene,
        stored=old + Stored.of(scenes, table, Compared(like, kept, entries), n),
        groups=linking.groups + Groups.alone(Outlines.of(scenes, main), n),
        index=few(linking.index, indexed(entries, n + kept), Index.joined),
        known=known,
    )  # fmt: skip
    left = np.r_[n + kept[within[0]], n + kept[found[0]]]
    return _grouped(linking, more, (left, np.r_[n + kept[within[1]], found[1]]), dead, engine)


def _grouped(before: Linking, more: Linking, pair: tuple[Ints, Ints], dead: Flags, engine: Engine) -> Linking:
    """With the new pairs scored, and what they touch grouped and asked anew."""
    left, right = pair
    stored, outlines = more.stored, more.groups.outlines
    total = _scores(more, left, right)
    new = Pairs.of(
        left, right, sorts(outlines, left, right, stored.document[left] == stored.document[right]), total
    )
    n, size = len(dead), len(stored.head)
    gone = np.r_[dead, np.zeros(size - n, dtype=bool)]
    lost = touching(before.pairs, gone) if dead.any() else ()
    fresh = np.arange(size) >= n
    alive = stored.alive & (stored.first == np.arange(size))
    more = replace(more, pairs=few(before.pairs, new, together))
    grouped = regroup(more.groups, more.pairs, together([new, *lost]), fresh, alive, more.order)
    was, now = more.groups.incident[stored.first], grouped.incident[stored.first]
    moved = (was != now) | fresh
    changed = np.zeros(size, dtype=bool)
    changed[now[moved & stored.alive]] = changed[was[moved | gone]] = True
    return _asked(replace(more, groups=grouped), changed[now] & stored.alive, engine)


def _opened(linking: Linking, fresh: DataFrame) -> tuple[Flags, DataFrame]:
    """Which families get new claims or copies, and their claims with the new ones."""
    stored = linking.stored
    same = linking.table["document"].isin(fresh["document"].unique()).to_numpy()
    opened = np.zeros(len(stored.head), dtype=bool)
    opened[stored.family[linking.scene[same]]] = True
    table = _with(linking, opened, fresh)
    scenes, _ = find_scenes(table)
    like = np.isin(stored.like, like_keys(scenes, table)) & stored.alive & ~opened[stored.family]
    if like.any():
        opened[stored.family[like]] = True
        table = _with(linking, opened, fresh)
    return opened, table


def _with(linking: Linking, families: Flags, fresh: DataFrame) -> DataFrame:
    """The stored claims of some families and the new ones, in their order."""
    rows = linking.rows_of(families[linking.stored.family] & linking.stored.alive)
    return ordered(pd.concat([linking.table.iloc[rows], fresh], ignore_index=True))


def _neighbours(
    linking: Linking, closed: Flags, some: Scenes, entries: list[blocking.Entries]
) -> tuple[Ints, Ints] | None:
    """The pairs of an opened scene and a closed one that blocking would make of all; None when it would cut."""
    outlines = linking.groups.outlines
    n = len(closed)
    first, narrow = np.r_[some.first, outlines.first], np.r_[some.narrow, outlines.narrow]
    strong, weak = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for level in entries:
        code, keys = pd.factorize(level.key)
        amount = np.bincount(code, minlength=len(keys))
        reach = blocking.reach_of(level.level, level.key, level.size)
        ends = [[np.searchsorted(index.key, keys, side) for side in ("left", "right")] for index in linking.index]
        amount = amount + sum(end - begin for begin, end in ends)
        if (amount > blocking.GROWN).any() or (level.size > blocking.BLOCK_CAP).any():
            return None
        for index, (begins, finishes) in zip(linking.index, ends, strict=True):
            begin, end = begins[code], finishes[code]
            which = np.repeat(np.arange(len(code)), end - begin)
            within = np.arange(len(which)) - np.repeat(np.cumsum(end - begin) - (end - begin), end - begin)
            other = index.owner[begin[which] + within]
            which, other = which[closed[other]], other[closed[other]]
            own = level.owner[which]
            keep = blocking.near(first, narrow, own, other + len(some), reach[which])
            pair, says_much = (own * n + other)[keep], (level.size[which] <= blocking.WEAK)[keep]
            strong.append(pair[says_much])
            weak.append(pair[~says_much])
    codes = blocking.agreed(np.concatenate(strong), np.concatenate(weak))
    return codes // n, codes % n


def _scores(linking: Linking, one: Ints, other: Ints) -> NDArray[np.float64]:
    """The log-odds of pairs of scenes."""
    stored = linking.stored
    near = np.zeros(len(stored.head), dtype=bool)
    near[stored.family[one]] = near[stored.family[other]] = True
    rows = linking.rows_of(near[stored.family] & stored.alive)
    table = ordered(linking.table.iloc[rows])
    if table.empty:
        return np.zeros(0)
    scenes, _ = find_scenes(table)
    some = scenes.only(first_alike(like_keys(scenes, table))[0])
    signs = signs_of(some, table, linking.known)
    head = heads(some, table)
    order = np.argsort(head)
    left, right = (order[np.searchsorted(head[order], stored.head[which])] for which in (one, other))
    return scores(some, signs, np.minimum(left, right), np.maximum(left, right), linking.weights)


def _asked(linking: Linking, changed: Flags, engine: Engine) -> Linking:
    """With the questions of whole incidents anew, given by their scenes."""
    stored = linking.stored
    documents = np.zeros(int(stored.document.max()) + 1, dtype=bool)
    documents[stored.document[changed]] = True
    table = ordered(linking.table.iloc[linking.rows_of(documents[stored.document] & stored.alive)])
    row = table["row"].to_numpy()
    scene = linking.scene[row]
    wanted = changed[scene]
    incident = pd.factorize(linking.groups.incident[stored.first[scene]])[0]
    asked = find_questions(table.assign(incident=incident), engine, wanted)
    told = table[wanted].reset_index(drop=True)
    answers = linked(told.assign(incident=pd.factorize(incident[wanted])[0]), asked)
    begin = sum(map(len, linking.answers))
    answer = np.r_[linking.answer, np.zeros(len(linking.table) - len(linking.answer), dtype=np.int64)]
    answer[row[wanted][np.argsort(ranks(told["claim"]))]] = begin + np.arange(len(told))
    pieces = few(linking.answers, answers, partial(pd.concat, ignore_index=True))
    return replace(linking, answers=pieces, answer=answer, again=len(told))
