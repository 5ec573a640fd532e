"""How like each other two texts are in what they mean, though they may share no word.

A vector for each piece of a word (``data/learned/meanings.npz``), summed over a text: no network is run, a text
takes microseconds. ``python -m bench.meanings`` fits them so that the cosines of texts come near those that a
sentence transformer finds: static embeddings distilled from all-MiniLM-L6-v2 (Reimers and Gurevych 2019,
Apache-2.0), in the way of Model2Vec and Tokenlearn (van Dongen and Tulkens 2024).
"""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from factcheck.language.pieces import pieces
from factcheck.resources import LEARNED

FILE = LEARNED / "meanings.npz"
"""``vectors``, eight bits a number, a row a piece; ``scale``, what each row is multiplied with."""
CHARACTERS = 700
"""No more of a text is looked at."""

Floats = NDArray[np.float32]


def likeness(one: str, other: str) -> float:
    """The cosine of the two texts' vectors, -1 to 1, mostly above 0; 0 where one says nothing."""
    return float(meaning(one) @ meaning(other))


@lru_cache(maxsize=20_000)
def meaning(text: str) -> Floats:
    """The vector of a text, of length 1; of nothing, zeros."""
    vectors, scale = _vectors()
    numbers = [piece.number for piece in pieces(text[:CHARACTERS])]
    summed: Floats = scale[numbers] @ vectors[numbers].astype(np.float32)
    size = float(np.linalg.norm(summed))
    return summed / np.float32(size) if size else summed


@cache
def _vectors() -> tuple[NDArray[np.int8], Floats]:
    with np.load(FILE) as kept:
        return kept["vectors"], kept["scale"]
