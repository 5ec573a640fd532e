"""Fingerprints of incidents: of everything that their verdicts depend on, so that nothing is compared twice."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from factcheck.language import meaning
from factcheck.language.pieces import VOCABULARY
from factcheck.linking.texts import Texts
from factcheck.resources import LEXICONS

LENGTH = 40
"""Characters of a fingerprint: 16 of the claims, 24 of the rules."""

_CODE = Path(__file__).parent.parent


def fingerprints(linked: pd.DataFrame) -> dict[str, str]:
    """The fingerprint of each incident: its claims with their questions, in any order, and the rules as they are.

    ``linked`` holds the columns that comparing reads, a row a claim, and the ids of incidents and questions.
    """
    row = np.zeros(len(linked), dtype=np.uint64)
    for number, name in enumerate(sorted(str(column) for column in linked.columns)):
        row += _spread(_hashed(linked[name]) + np.uint64(number))  # the same word in two columns is not one
    code, incidents = pd.factorize(linked["incident"])
    total = np.zeros(len(incidents), dtype=np.uint64)
    np.add.at(total, code, _spread(row))
    end = rules()
    return {str(id): f"{number:016x}{end}" for id, number in zip(incidents, total.tolist(), strict=True)}


def _hashed(column: pd.Series[Any]) -> NDArray[np.uint64]:
    """A stable number for each value; what is missing is one value."""
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        column = column.astype("datetime64[s]").astype("int64")
    if pd.api.types.is_numeric_dtype(column.dtype):
        return pd.util.hash_array(column.to_numpy())
    if column.dtype == object:
        column = column.map(str, na_action="ignore")
    texts = pa.array(column, pa.large_string())
    told = Texts.of(texts).numbers().view(np.uint64)
    if texts.null_count:
        told[np.asarray(texts.is_null())] = 1
    return told


def _spread(number: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers spread over all of 64 bits (the finaliser of SplitMix64), so that sums of them tell sets apart."""
    z = number + np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


@cache
def rules() -> str:
    """24 characters that change with this program's code, every edit of a lexicon, and what words mean."""
    digest = hashlib.sha256()
    for path in (*sorted([*_CODE.rglob("*.py"), *Path(str(LEXICONS)).glob("*.csv")]), meaning.FILE, VOCABULARY):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]
