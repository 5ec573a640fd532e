"""What single words speak for in a clause, by their meaning: weights of words that no marked report has, too.

The table was learnt on vectors of words (words that stand in the same company have vectors alike) and holds what
became of them: for each place of a clause and each class a number. The vectors themselves are not needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck.errors import FactcheckError
from factcheck.resources import LEARNED

PLACES = ("head", "who", "what", "above", "clause")
"""The places of a clause in which a word stands; the last are all its telling words together."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Words:
    """``rows``: the row of each word, from 1 on; ``weights``: row x place x class, row 0: unknown words."""

    rows: Mapping[str, int]
    weights: Floats

    def odds_of(self, examples: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Floats:
        """The log-odds of the classes (up to what all share) by the words of clauses, a row a clause.

        Each is given by the words in its single places, and all its telling words.
        """
        if not examples:
            return np.zeros((0, self.weights.shape[-1]), dtype=np.float32)
        rows = self.rows
        slots = [[rows.get(word, 0) for word in single] for single, _ in examples]
        total: Floats = self.weights[slots, np.arange(len(PLACES) - 1)].sum(axis=1)
        together = self.weights[:, -1]
        for at, (_, words) in enumerate(examples):
            known = [rows[word] for word in words if word in rows]
            if known:
                total[at] += together[known].sum(axis=0) / sqrt(len(known))
        return total


@cache
def table(name: str) -> Words:
    """The table of ``data/learned/<name>.npz``.

    Raises:
        FactcheckError: the file is missing or is no such table.
    """
    path = LEARNED / f"{name}.npz"
    try:
        with np.load(path, allow_pickle=False) as file:
            words = file["words"].tobytes().decode("utf-8").split("\n")
            return of(words, file["weights"] * file["step"])
    except (OSError, ValueError, KeyError) as error:
        raise FactcheckError(f"The learnt words {path} cannot be read: {error}.") from error


def of(words: Sequence[str], weights: Floats) -> Words:
    """The table of words with their weights (words x places x classes)."""
    nothing = np.zeros((1, *weights.shape[1:]), dtype=np.float32)
    return Words({word: at for at, word in enumerate(words, 1)}, np.concatenate([nothing, weights]))


def write(path: Path, table: Words) -> None:
    """The table lies at ``path``, each weight rounded to one of 255 steps."""
    weights = table.weights[1:]
    step = (np.abs(weights).max(axis=0) / 127).astype(np.float32)
    step[step == 0] = 1
    text = np.frombuffer("\n".join(table.rows).encode("utf-8"), dtype=np.uint8)
    np.savez_compressed(path, words=text, weights=np.rint(weights / step).astype(np.int8), step=step)
