"""The scenes of all documents: those that are one at sight, and the others claim by claim."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking.scenes.atsight import plain_documents
from factcheck.linking.scenes.claimbyclaim import Scene, of_document, rows_of
from factcheck.linking.scenes.columns import Scenes


def find_scenes(table: DataFrame) -> tuple[Scenes, NDArray[np.int64]]:
    """The scenes of all documents, and the number of each claim's scene; the table comes from ``prepare``."""
    document = pd.factorize(table["document"])[0]
    new = np.r_[True, document[1:] != document[:-1]] if len(table) else np.zeros(0, dtype=bool)
    bounds = np.append(np.flatnonzero(new), len(table)).astype(np.int64)
    plain, first, last, place, lists = plain_documents(table, bounds)
    hard = np.flatnonzero(~plain)
    several = _hard_documents(table, bounds, hard)
    amount = np.ones(len(plain), dtype=np.int64)
    amount[hard] = [len(scenes) for scenes in several]
    start = np.cumsum(amount) - amount
    number = np.repeat(start, np.diff(bounds))
    document_of = np.repeat(np.arange(len(plain)), amount)
    codes = {several: number for number, several in enumerate(lists)}
    columns = {"first": first[document_of], "last": last[document_of], "place": place[document_of]}
    flags = {name: np.zeros(len(document_of), dtype=bool) for name in ("topical", "standing")}
    accused: dict[int, frozenset[str]] = {}
    for at, scenes in zip(start[hard].tolist(), several, strict=True):
        for n, scene in enumerate(scenes, at):
            number[scene.rows] = n
            columns["first"][n], columns["last"][n] = scene.first, scene.last
            columns["place"][n] = codes.setdefault(tuple(scene.main_places()), len(codes))
            flags["topical"][n], flags["standing"][n] = scene.topical, scene.standing
            if scene.topical:
                accused[n] = scene.accused
    rows = np.argsort(number, kind="stable")
    begin = np.searchsorted(number[rows], np.arange(len(document_of) + 1))
    published = table["published"].to_numpy()[bounds[:-1]][document_of]
    found = Scenes(document_of, published, columns["first"], columns["last"], flags["topical"], flags["standing"],
                   columns["place"], list(codes), accused, rows, begin)  # fmt: skip
    return found, number


def _hard_documents(table: DataFrame, bounds: NDArray[np.int64], hard: NDArray[np.int64]) -> list[list[Scene]]:
    if not len(hard):
        return []
    kept = np.concatenate([np.arange(bounds[d], bounds[d + 1]) for d in hard.tolist()])
    rows = rows_of(table.iloc[kept], kept)
    ends = np.cumsum(np.diff(bounds)[hard])
    return [of_document(rows[a:b]) for a, b in zip(np.r_[0, ends[:-1]].tolist(), ends.tolist(), strict=True)]
