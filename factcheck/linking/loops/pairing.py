"""Pairs of scenes that stand in one block, each once, without a list of all that several blocks give."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Flags = NDArray[np.bool_]

MOST_AT_ONCE = 1_000_000
"""Pairs that are written at a time."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Blocks of scenes; the scenes are numbered by time, and stand in it in each block.

    ``member``: the scenes, block by block; ``seat`` and ``block``: scene by scene (to ``ends``) where it stands in
    ``member``, and in which block; ``finish``: where each block ends.
    """

    member: Small
    seat: Small
    block: Small
    ends: Ints
    finish: Ints


def lay_out(scene: Ints, block: Small, amount: Ints, scenes: int) -> Layout:
    """The layout of blocks, given by entries of a scene and a block; ``amount``: how many entries a block has.
    Blocks of one scene are left out."""
    size = np.where(amount > 1, amount, 0)
    finish = np.cumsum(size)
    kept = int(finish[-1]) if len(finish) else 0
    ends = np.zeros(scenes + 1, dtype=np.int64)
    member, seat, home = (np.empty(kept, dtype=np.int32) for _ in range(3))
    _lay_out(scene, block, size, finish - size, ends, member, seat, home)
    return Layout(member, seat, home, ends, finish)


@compiled
def _lay_out(
    scene: Ints, block: Small, size: Ints, at: Ints, ends: Ints, member: Small, seat: Small, home: Small
) -> None:
    for k in range(len(scene)):
        if size[block[k]]:
            ends[scene[k] + 1] += 1
    for n in range(len(ends) - 1):
        ends[n + 1] += ends[n]
    place = ends[:-1].copy()
    for k in range(len(scene)):
        if size[block[k]]:
            home[place[scene[k]]] = block[k]
            place[scene[k]] += 1
    for n in range(len(ends) - 1):
        for k in range(ends[n], ends[n + 1]):
            own = home[k]
            seat[k] = at[own]
            member[at[own]] = n
            at[own] += 1


def paired(
    layout: Layout, wide: Ints, reach: Ints, much: Flags, first: Ints, narrow: Flags, part: slice
) -> list[tuple[Small, Small]]:
    """The pairs of the scenes of a part with those behind them: they share a block that says ``much``, or two.

    ``wide``: how many of those behind a scene count in each block; ``reach``: the days that two narrow dates may
    lie apart in it.
    """
    scenes = len(first)
    stamp, often, met = np.full(scenes, -1, np.int32), np.zeros(scenes, np.int32), np.empty(scenes, np.int32)
    out = []
    room = min(MOST_AT_ONCE, len(layout.member)) + scenes
    at = np.array([part.start, 0], dtype=np.int64)
    while at[0] < part.stop:
        left, right = np.empty((2, room), dtype=np.int32)
        at[1] = 0
        _pair(
            layout.member, layout.seat, layout.block, layout.ends, layout.finish, wide, reach, much, first, narrow,
            part.stop, stamp, often, met, at, left, right,
        )  # fmt: skip
        out.append((left[: at[1]].copy(), right[: at[1]].copy()))
    return out


@compiled
def _pair(
    member: Small, seat: Small, block: Small, ends: Ints, finish: Ints, wide: Ints, reach: Ints, much: Flags,
    first: Ints, narrow: Flags, stop: int, stamp: Small, often: Small, met: Small, at: Ints, left: Small,
    right: Small,
) -> None:  # fmt: skip
    """``at``: the scene to begin with, and how many pairs were written; it stops when there is no more room."""
    written = 0
    one = at[0]
    while one < stop and written + len(met) <= len(left):
        amount = 0
        for k in range(ends[one], ends[one + 1]):
            own = block[k]
            last = min(finish[own], seat[k] + 1 + wide[own])
            weight = 2 if much[own] else 1
            for place in range(seat[k] + 1, last):
                other = member[place]
                if other == one:
                    continue
                if narrow[one] and narrow[other] and abs(first[one] - first[other]) > reach[own]:
                    continue
                if stamp[other] != one:
                    stamp[other] = one
                    often[other] = 0
                    met[amount] = other
                    amount += 1
                often[other] += weight
        for k in range(amount):
            if often[met[k]] > 1:
                left[written], right[written] = one, met[k]
                written += 1
        one += 1
    at[0], at[1] = one, written
