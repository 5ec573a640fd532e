"""Lands: which of several namesakes a document means, by the country of the other places that it names."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
from pandas import DataFrame, Series

from factcheck import gazetteer
from factcheck.linking.places.places import lands_of
from factcheck.linking.texts import coded


def in_their_lands(table: DataFrame) -> Series:
    """The places of the claims, a name that several countries have with the one that its document speaks of.

    A document speaks of the country of most of its places that are of one country only; of equals none is taken.
    """
    code, names = pd.factorize(table["place"])
    several = np.array([len(lands_of(name)) > 1 for name in names.tolist()], dtype=bool)
    if not several.any():
        return table["place"]
    document = coded(table["document"])[0]
    unclear = np.flatnonzero(several[code])
    of_unclear = np.zeros(len(table), dtype=bool)
    of_unclear[document[unclear]] = True
    asked = np.flatnonzero(of_unclear[document])
    pairs = np.stack(np.divmod(np.unique(document[asked] * len(names) + code[asked]), len(names)))
    votes: dict[int, dict[str, int]] = {}
    for d, c in pairs.T.tolist():
        lands = lands_of(names[c])
        if len(lands) == 1:
            told = votes.setdefault(d, {})
            told[lands[0]] = told.get(lands[0], 0) + 1
    land = {d: best for d, told in votes.items() if (best := _most(told)) is not None}
    out = table["place"].to_numpy(object).copy()
    for row in unclear.tolist():
        out[row] = _named(names[code[row]], land.get(int(document[row]), ""))
    return Series(out, index=table.index, dtype="str")


def _most(told: dict[str, int]) -> str | None:
    often = sorted(told.values(), reverse=True)
    return None if len(often) > 1 and often[0] == often[1] else max(told, key=lambda land: told[land])


@cache
def _named(name: str, land: str) -> str:
    """The name with its country, where that is one of its countries and not the one that it is taken for."""
    lands = lands_of(name)
    return f"{name}, {gazetteer.country_name(land)}" if land in lands[1:] else name
