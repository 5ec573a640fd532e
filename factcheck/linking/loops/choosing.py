"""Few of many pairs: those of some scenes, or between incidents that may be one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Ends = Ints | Small
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


def touching(left: Small, right: Small, some: Flags) -> Ints:
    """The places of the pairs of which one end or both are among the scenes."""
    chosen = np.zeros(len(left), dtype=bool)
    _touch(left, right, some, chosen)
    return np.flatnonzero(chosen)


@compiled
def _touch(left: Small, right: Small, some: Flags, chosen: Flags) -> None:
    for k in range(len(left)):
        chosen[k] = some[left[k]] or some[right[k]]


def between_doubtful(incident: Ints, left: Ends, right: Ends, score: Floats, suggest: float) -> Ints:
    """The places of the scored pairs between two incidents that have a pair which scores ``suggest``."""
    amount, room = int(incident.max(initial=0)) + 1, 16
    while room < 4 * np.count_nonzero(score >= suggest):
        room *= 2
    met, seat = np.zeros(amount, dtype=bool), np.full(room, -1)
    chosen = np.zeros(len(left), dtype=bool)
    _between(incident, left, right, score, suggest, met, seat, chosen)
    return np.flatnonzero(chosen)


@compiled
def _between(
    incident: Ints, left: Ends, right: Ends, score: Floats, suggest: float, met: Flags, seat: Ints, chosen: Flags
) -> None:
    """``met``: incidents with such a pair; ``seat``: -1 in each of its places, a power of two, for what stands for
    two incidents."""
    last, amount = len(seat) - 1, len(met)
    for turn in range(2):
        for k in range(len(left)):
            if turn == 0 and score[k] < suggest:
                continue
            a, b = incident[left[k]], incident[right[k]]
            if a == b or (turn == 1 and not (met[a] and met[b])):
                continue
            both = min(a, b) * amount + max(a, b)
            place = (both ^ both >> 7 ^ both >> 21) & last
            while seat[place] >= 0 and seat[place] != both:
                place = (place + 1) & last
            if turn == 0:
                seat[place] = both
                met[a] = met[b] = True
            else:
                chosen[k] = seat[place] == both and score[k] > -np.inf
