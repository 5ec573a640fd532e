"""How often two charges, denials or states that read like these, where they stand, are marked with one question.

What extraction made of each (``extraction/encoder/gist.py``) is compared by a small network
(``data/learned/gists.npz``) that was fitted together with it (``python -m bench.gists``).
"""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf, expit

from factcheck.resources import LEARNED

SORTS = ("two charges", "two states", "two denials", "charge and denial", "state and denial")
"""The sorts of pairs, in the order of the network's inputs."""
READ = "where they stand they read as one matter "
"""What the signs of pairs that read so begin with."""
STEPS = (
    (0.01, "hardly ever"), (0.03, "very seldom"), (0.07, "seldom"), (0.14, "once in ten times"),
    (0.25, "once in five times"), (0.4, "once in three times"), (0.6, "every second time"),
    (0.8, "mostly"), (1.0, "nearly always"),
)  # fmt: skip
"""Chances up to which such a pair is said to be of one matter so often."""

Floats = NDArray[np.float32]


def sign(sort: str, one: str, other: str) -> str:
    """How often two of a sort with these gists are of one matter, in a few words."""
    sure = chance(sort, *sorted((one, other)))
    return READ + next(name for most, name in STEPS if sure <= most)


@lru_cache(maxsize=50_000)
def chance(sort: str, one: str, other: str) -> float:
    """The chance (0 to 1) by the network; the same whichever comes first."""
    a, b = _numbers(one), _numbers(other)
    first, base, second, last = _network()
    told = np.concatenate([a * b, np.abs(a - b), np.array([name == sort for name in SORTS], dtype=np.float32)])
    hidden = told @ first + base
    hidden = hidden * 0.5 * (1 + erf(hidden / np.sqrt(np.float32(2))))  # GELU, as fitted
    return float(expit(hidden @ second + last)[0])


@lru_cache(maxsize=20_000)
def _numbers(gist: str) -> Floats:
    found: Floats = np.frombuffer(bytes.fromhex(gist), dtype=np.int8).astype(np.float32) * _step()
    return found


@cache
def _step() -> np.float32:
    with np.load(LEARNED / "gists.npz") as kept:
        return np.float32(kept["step"])


@cache
def _network() -> tuple[Floats, Floats, Floats, Floats]:
    with np.load(LEARNED / "gists.npz") as kept:
        first, base, second, last = (kept[name] for name in ("first", "base", "second", "last"))
    return first, base, second, last
