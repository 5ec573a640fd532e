"""Linking more claims to those that are linked: only what the new ones can change is linked again.

The result is that of linking all at once, by the same knowledge of how common things are (``Known``): which words
are rare changes with every claim, and is counted anew only when much has come or a block has grown.

Documents that get new claims, and copies of them, are read again; their scenes are compared with those that they
share blocks with. The scores of all other pairs are kept, and only the groups that they touch are formed anew.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking.incidents import blocking
from factcheck.linking.incidents.features import Signs
from factcheck.linking.incidents.incidents import first_alike, like_keys, scores, sorts
from factcheck.linking.incidents.outlines import Outlines
from factcheck.linking.incidents.signs import signs_of
from factcheck.linking.increments.groups import Groups, Pairs, together, touching
from factcheck.linking.increments.linking import Linking
from factcheck.linking.increments.noted import Noted
from factcheck.linking.increments.reading import LinkAnewError, Reader
from factcheck.linking.increments.recalled import scores_of
from factcheck.linking.increments.regroup import regroup
from factcheck.linking.increments.stored import (
    Compared,
    Held,
    Index,
    Stored,
    are_some,
    counted_blocks,
    few,
    heads,
)
from factcheck.linking.scenes import Scenes, find_scenes

MOST_NEW = 0.1
"""Share of new claims from which all are linked anew, and what is rare is counted again."""

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class More:
    """A linking with more claims, and the scenes of the incidents that changed."""

    linking: Linking
    changed: Flags
    noted: Noted | None = None  # of the documents that were read


def link_more(linking: Linking, documents: Collection[str], reader: Reader) -> More:
    """The linking with the claims of these documents as they are now: new ones, or such as changed.

    Raises:
        LinkAnewError: everything must be linked anew, and how common things are counted again, because more than
            ``MOST_NEW`` came since that was done, a block has grown too large, or linked claims are gone.
    """
    if not documents:
        return More(linking, np.zeros(len(linking.stored.head), dtype=bool))
    again = linking.held.numbers(documents, linking.alive)
    known = int(linking.held.size[again].sum())
    most = MOST_NEW * linking.counted
    if known > most:
        raise LinkAnewError(f"more than {MOST_NEW:.0%} changed")
    if linking.claims - known + len(reader.claims(documents)) - linking.counted > most:
        raise LinkAnewError(f"more than {MOST_NEW:.0%} are new since it was counted how common words are")
    return _more(linking, documents, again, reader)


def _more(linking: Linking, documents: Collection[str], again: Ints, reader: Reader) -> More:
    """``again``: the numbers of those of the documents that are held."""
    stored, n = linking.stored, len(linking.stored.head)
    opened, table = _opened(linking, documents, again, reader)
    table = table.assign(row=len(linking.scene) + np.arange(len(table)))
    dead = stored.alive & opened[stored.document]
    if stored.cut[dead].any():
        raise LinkAnewError(_GROWN)
    scenes, scene = find_scenes(table)
    kept = first_alike(like := like_keys(scenes, table))[0]
    some = scenes.only(kept)
    signs = signs_of(some, table, linking.known)
    blocks = blocking.split(some, table, signs)
    found = _neighbours(linking, stored.alive & ~dead, some, blocks)
    if found is None:
        raise LinkAnewError(_GROWN)
    within = blocking.pairs(some, blocks)
    main, told = np.zeros(len(scenes), dtype=bool), np.zeros(len(scenes), dtype=np.int8)
    main[kept], told[kept] = signs.main, signs.told
    old = replace(stored, alive=stored.alive & ~dead)
    known = replace(linking.known, blocks=counted_blocks(blocks, linking.known))
    more = replace(
        linking,
        held=linking.held + Held.of(table, len(linking.scene)),
        scene=np.concatenate([linking.scene, (n + scene).astype(np.int32)]),
        stored=old + Stored.of(scenes, table, Compared(like, kept, blocks), (n, len(linking.held))),
        groups=linking.groups + Groups.alone(Outlines.of(scenes, main, told), n),
        index=few(linking.index, Index.of_blocks(blocks, n + kept), Index.joined),
        known=known,
    )  # fmt: skip
    left = np.r_[n + kept[within[0]], n + kept[found[0]]]
    right = np.r_[n + kept[within[1]], found[1]]
    noted = Noted.of(some, signs, len(linking.held) + np.unique(scenes.document[kept]))
    total = _scores(more, left, right, noted, reader)
    return replace(_grouped(linking, more, (left, right, total), dead), noted=noted)


_GROWN = "a word, a day or a place has become so common that what shares it is compared otherwise"


def _grouped(before: Linking, more: Linking, pair: tuple[Ints, Ints, Floats], dead: Flags) -> More:
    """With the new pairs, and what they touch grouped anew."""
    left, right, total = pair
    stored, outlines = more.stored, more.groups.outlines
    same = stored.document[left] == stored.document[right]
    new = Pairs.of(left, right, sorts(outlines, left, right, same), total, same)
    n, size = len(dead), len(stored.head)
    gone = np.r_[dead, np.zeros(size - n, dtype=bool)]
    lost = [touching(before.pairs, gone)] if dead.any() else []
    fresh = np.arange(size) >= n
    alive = stored.alive & (stored.first == np.arange(size))
    more = replace(more, pairs=few(before.pairs, new, together))
    grouped = regroup(more.groups, more.pairs, together([new, *lost]), fresh | gone, alive, more.order)
    was, now = more.groups.incident[stored.first], grouped.incident[stored.first]
    moved = (was != now) | fresh
    changed = np.zeros(size, dtype=bool)
    changed[now[moved & stored.alive]] = changed[was[moved | gone]] = True
    return More(replace(more, groups=grouped), changed[now] & stored.alive)


def _opened(
    linking: Linking, documents: Collection[str], again: Ints, reader: Reader
) -> tuple[Flags, DataFrame]:  # fmt: skip
    """Which held documents are read again, and their claims with the new ones.

    Those that changed are, and whatever is in a family with them, or with a copy of theirs.
    """
    stored = linking.stored
    same = np.zeros(len(linking.held), dtype=bool)
    same[again] = True
    opened = linking.families(same[stored.document] & stored.alive)
    table = reader.claims({*documents, *linking.held.names(np.flatnonzero(opened))})
    scenes, _ = find_scenes(table)
    like = are_some(stored.like, like_keys(scenes, table)) & stored.alive & ~opened[stored.document]
    if like.any():
        opened |= linking.families(like)
        table = reader.claims({*documents, *linking.held.names(np.flatnonzero(opened))})
    return opened, table


def _neighbours(
    linking: Linking, closed: Flags, some: Scenes, blocks: Sequence[blocking.Entries]
) -> tuple[Ints, Ints] | None:
    """The pairs of an opened scene and a closed one that blocking would make of all; None when it would cut."""
    outlines = linking.groups.outlines
    n = len(closed)
    first, narrow = np.r_[some.first, outlines.first], np.r_[some.narrow, outlines.narrow]
    strong, weak = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for level in blocks:
        code, keys = pd.factorize(level.key)
        amount = np.bincount(code, minlength=len(keys))
        reach = blocking.reach_of(level.level, level.key, level.size)
        ends = [index.sizes.stretches(keys) for index in linking.index]
        amount = amount + sum(end - begin for begin, end in ends)
        if (amount > blocking.GROWN).any() or (level.size > blocking.BLOCK_CAP).any():
            return None
        for index, (begins, finishes) in zip(linking.index, ends, strict=True):
            begin, end = begins[code], finishes[code]
            which = np.repeat(np.arange(len(code)), end - begin)
            within = np.arange(len(which)) - np.repeat(np.cumsum(end - begin) - (end - begin), end - begin)
            other = index.owner[begin[which] + within].astype(np.int64)
            which, other = which[closed[other]], other[closed[other]]
            own = level.owner[which].astype(np.int64)
            keep = blocking.near(first, narrow, own, other + len(some), reach[which])
            pair, says_much = (own * n + other)[keep], (level.size[which] <= blocking.WEAK)[keep]
            strong.append(pair[says_much])
            weak.append(pair[~says_much])
    codes = blocking.agreed(np.concatenate(strong), np.concatenate(weak))
    return codes // n, codes % n


def _scores(linking: Linking, one: Ints, other: Ints, new: Noted, reader: Reader) -> Floats:
    """The log-odds of pairs of scenes; ``new``: the signs of those that were read already."""
    if not len(one):
        return np.zeros(0)
    documents = np.unique(linking.stored.document[np.r_[one, other]])
    if reader.noted is not None:
        old = reader.noted(documents[~np.isin(documents, new.number)])
        return scores_of(linking, one, other, old + new)
    seen = see(linking, one, other, reader)
    return scores(seen.scenes, seen.signs, seen.left, seen.right, linking.weights)


@dataclass(frozen=True, slots=True)
class Seen:
    """Scenes that were read again, and pairs of them by their numbers among these, left below right."""

    scenes: Scenes
    signs: Signs
    left: Ints
    right: Ints
    claim: pd.Series[str]  # of each row of the scenes


def see(linking: Linking, one: Ints, other: Ints, reader: Reader) -> Seen:
    """Pairs of scenes read again, with their signs."""
    table = reader.rows(linking.held, linking.families(np.r_[one, other]))
    scenes, _ = find_scenes(table)
    some = scenes.only(first_alike(like_keys(scenes, table))[0])
    head = heads(some, table)
    order = np.argsort(head)
    left, right = (order[np.searchsorted(head[order], linking.stored.head[which])] for which in (one, other))
    signs = signs_of(some, table, linking.known)
    return Seen(some, signs, np.minimum(left, right), np.maximum(left, right), table["claim"])
