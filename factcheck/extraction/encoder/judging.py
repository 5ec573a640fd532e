"""What the transformer makes of a clause or a figure: the chance of each class, as log-odds.

A small network stands over the vectors of the pieces: one hidden layer (``data/learned/encoder/heads.npz``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from scipy.special import erf, log_softmax

from factcheck.extraction.encoder.encoder import FOLDER, Encoded, Floats

CLAUSE, FIGURE, VOICE = "clause", "figure", "voice"
CLAUSES = ("none", "blame", "denial", "status")
"""What a clause may be, in the order of the chances."""
FIGURES = (
    "none", "attendance", "captured", "casualties", "destroyed",
    "displaced", "killed", "missing", "seized", "wounded",
)  # fmt: skip
"""What a figure may be."""
SHARES = {CLAUSE: 0.4, FIGURE: 0.65}
"""How much the transformer weighs beside the linear models, whose log-chances have the rest."""


def clause(sentence: Encoded, begin: int, end: int) -> Floats:
    """The log-chances of CLAUSES for a stretch of a sentence."""
    pieces = sentence.pieces(begin, end)
    return _chances(CLAUSE, np.concatenate([pieces.mean(axis=0), pieces.max(axis=0), sentence.whole]))


def figure(sentence: Encoded, begin: int, end: int) -> Floats:
    """The log-chances of FIGURES for a figure in a sentence."""
    return _chances(FIGURE, np.concatenate([sentence.pieces(begin, end).mean(axis=0), sentence.whole]))


def voices(states: Floats, claim: Sequence[int], mentions: Sequence[Sequence[int]], known: Floats) -> Floats:
    """The log-chance of each mention that its voice gives a claim.

    ``states`` has a row a piece; ``claim`` and each of ``mentions`` are rows of it; ``known`` has a row a mention.
    """
    about, whole = states[list(claim)].mean(axis=0), states[0]
    told = np.stack([states[list(rows)].mean(axis=0) for rows in mentions])
    many = (len(told), 1)
    each = np.concatenate([told, np.tile(about, many), told * about, np.tile(whole, many), known], axis=1)
    return _chances(VOICE, each, over=None).ravel()


def in_words(deep: Floats, classes: Sequence[str], kind: str) -> str:
    """What the transformer makes of it, for people: "in its sentence it reads as blame (62 %)"."""
    return f"in its sentence it reads as {kind} ({round(100 * float(np.exp(deep[classes.index(kind)])))} %)"


def both(linear: Mapping[str, float], deep: Floats, classes: Sequence[str]) -> dict[str, float]:
    """The chance of each class (0 to 1) by both models; ``deep`` has the log-chances of ``classes``."""
    told = np.array([linear[name] for name in classes], dtype=np.float32)
    return dict(zip(classes, mixed(told, deep, SHARES[FIGURE]).tolist(), strict=True))


def mixed(linear: Floats, deep: Floats, share: float) -> Floats:
    """Chances (0 to 1) by both, from chances of the linear model and log-chances of the transformer."""
    logs = (1 - share) * np.log(np.maximum(linear, 1e-9)) + share * deep
    shares = np.exp(logs - logs.max(axis=-1, keepdims=True))
    found: Floats = shares / shares.sum(axis=-1, keepdims=True)
    return found


def _chances(head: str, told: Floats, over: int | None = -1) -> Floats:
    first, base, second, last = _head(head)
    hidden = told @ first + base
    hidden = hidden * 0.5 * (1 + erf(hidden / np.sqrt(np.float32(2))))  # GELU, as fitted
    odds = hidden @ second + last
    found: Floats = log_softmax(odds, axis=over).astype(np.float32)
    return found


@cache
def _head(name: str) -> tuple[Floats, Floats, Floats, Floats]:
    with np.load(FOLDER / "heads.npz") as kept:
        first, base, second, last = (kept[f"{name}_{part}"] for part in ("first", "base", "second", "last"))
    return first, base, second, last
