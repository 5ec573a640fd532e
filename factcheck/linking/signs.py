"""Signs: what scenes and documents are compared by beside dates and places: words, figures, charges, names."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray
from pandas import DataFrame, Series
from scipy import sparse

from factcheck.linking.features import Signs, crowd_of, days_told, places_told
from factcheck.linking.keys import figure_codes
from factcheck.linking.known import Counts, Known, Spread, hashed
from factcheck.linking.loops.merging import added
from factcheck.linking.scenes import Scenes
from factcheck.linking.words import count_words, weigh
from factcheck.parties import sides_in

Ints = NDArray[np.int64]

RARE_FIGURE = 4
MOST_ROWS = 200
"""Claims of a scene that its words and figures are taken from."""


def signs_of(scenes: Scenes, table: DataFrame, known: Known | None = None) -> Signs:
    """What the scenes are compared by beside dates and places; ``known``: how common things are, when not among
    these."""
    text, texts = texts_of(table)
    title, titles = pd.factorize(table["title"])
    counts, names = count_words(pa.concat_arrays([_arrow(texts), _arrow(titles)]))
    word = hashed(names) if names else np.zeros(1, dtype=np.int64)
    number, row = scenes.first_rows(MOST_ROWS)
    once = np.sort(number * max(1, len(texts)) + text[row])
    scene, picked = np.divmod(once[np.r_[True, once[1:] != once[:-1]]], max(1, len(texts)))
    stops = np.searchsorted(scene, np.arange(len(scenes) + 1))
    told = added(counts, picked, stops)
    amount = int(scenes.document.max()) + 1
    first = np.searchsorted(scenes.document, np.arange(amount + 1))
    titled = len(texts) + title[scenes.rows[scenes.begin[first[:-1]]]]
    whole = added(counts, *_with_titles(picked, stops[first], titled))
    del counts
    figure, size = _told_figures(scenes, table)
    named, name = _named(scenes, table)
    if known is None:
        known = _known(scenes, (told, word), (whole, word), (named, name), figure[1])
    words = weigh(told, known.words.words.times(word), known.words.rows)
    del told
    documents = weigh(whole, known.documents.words.times(word), known.documents.rows)
    del whole
    return Signs(
        words=words,
        figures=_figures(len(scenes), figure, size, known),
        charges=_charges(scenes, table),
        documents=documents,
        names=weigh(named, known.names.words.times(name), known.names.rows),
        main=_main(scenes),
        crowd=crowd_of(scenes, known.days),
        place_crowd=np.maximum(1, known.places.times(places_told(scenes))).astype(float),
        word=word,
        name=name,
        known=known,
    )


Counted = tuple[sparse.csr_array, Ints]
"""How often each row has each word, and a number for each column."""


def _named(scenes: Scenes, table: DataFrame) -> Counted:
    """The proper names of each document."""
    amount = int(scenes.document.max()) + 1
    head = scenes.rows[scenes.begin[np.searchsorted(scenes.document, np.arange(amount))]]
    code, texts = pd.factorize(table["names"].iloc[head])
    counts, names = count_words(_arrow(texts))
    return sparse.csr_array(counts[code]), hashed(names) if names else np.zeros(1, dtype=np.int64)


def _known(scenes: Scenes, told: Counted, whole: Counted, named: Counted, figure: Ints) -> Known:
    """How common things are among the scenes themselves."""
    place = places_told(scenes)
    order = np.lexsort((place, scenes.document))
    place, document = place[order], scenes.document[order]
    new = np.r_[True, (place[1:] != place[:-1]) | (document[1:] != document[:-1])]
    return Known(
        Spread.of(*told),
        Spread.of(*whole),
        Spread.of(*named),
        Counts.of(figure),
        days_told(scenes),
        Counts.of(place[new]),
    )


def texts_of(table: DataFrame) -> tuple[NDArray[np.int64], Series]:
    """The number of each claim's text, as ``told`` has it, and the texts."""
    told = table["told"].to_numpy()
    first = np.empty(int(told.max(initial=-1)) + 1, dtype=np.int64)
    first[told[::-1]] = np.arange(len(told))[::-1]
    context = table["context"].iloc[first]
    return told, context.where(context != "", table["quote"].iloc[first])


def _arrow(texts: Series | pd.Index[str]) -> pa.Array:
    """The texts as one Arrow column."""
    column = pa.array(texts, type=pa.large_string())
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _with_titles(text: Ints, stops: Ints, title: Ints) -> tuple[Ints, Ints]:
    """The texts and the title of each document, and where those of each end; ``stops``: of its texts alone."""
    stops = stops + np.arange(len(stops))
    every = np.empty(stops[-1], dtype=np.int64)
    last = stops[1:] - 1
    every[last] = title
    every[np.delete(np.arange(len(every)), last)] = text
    return every, stops


def _main(scenes: Scenes) -> NDArray[np.bool_]:
    """The scene of each document with most claims, the first of equals."""
    order = np.lexsort((-np.diff(scenes.begin), scenes.document))
    first = np.r_[True, scenes.document[order][1:] != scenes.document[order][:-1]]
    main = np.zeros(len(scenes), dtype=bool)
    main[order[first]] = True
    return main


def _told_figures(scenes: Scenes, table: DataFrame) -> tuple[tuple[Ints, Ints], NDArray[np.float64]]:
    """The telling figures of the scenes, each once: the scene and the number of each figure; and its size."""
    number, row = scenes.first_rows(MOST_ROWS)
    size = np.fmax(table["low"].to_numpy(), table["high"].to_numpy())[row]
    kept = size >= RARE_FIGURE
    number, code, size = number[kept], figure_codes(table)[row[kept]], size[kept]
    order = np.lexsort((code, number))
    number, code, size = number[order], code[order], size[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (number[1:] != number[:-1]) | (code[1:] != code[:-1])
    return (number[new], code[new]), size[new]


def _figures(amount: int, figure: tuple[Ints, Ints], size: NDArray[np.float64], known: Known) -> sparse.csr_array:
    """A row a scene, a column a telling figure; a rare one weighs up to 1."""
    often = np.maximum(1, known.figures.times(figure[1]))
    weight = np.minimum(1.0, 2 / often) * np.where(size >= 20, 1.0, 0.6)
    names, column = np.unique(figure[1], return_inverse=True)
    shape = (amount, max(1, len(names)))
    return sparse.csr_array(sparse.coo_array((np.sqrt(weight), (figure[0], column)), shape=shape))


def _charges(scenes: Scenes, table: DataFrame) -> sparse.csr_array:
    """A row a scene, a column a party that is charged; who denies a charge is charged."""
    columns = [table[c].to_numpy(object) for c in ("kind", "target", "claimant")]
    rows: list[dict[object, float]] = [{} for _ in range(len(scenes))]
    for scene in np.flatnonzero(scenes.topical).tolist():
        told = scenes.rows[scenes.begin[scene] : scenes.begin[scene + 1]][:20]
        named = [
            sides_in(target) if kind == "blame" else sides_in(claimant)
            for kind, target, claimant in (tuple(c[r] for c in columns) for r in told)
            if kind in ("blame", "denial")
        ]
        rows[scene] = dict.fromkeys((s for sides in named for s in sides), 1.0)
    return _matrix(rows)


def _matrix(rows: list[dict[object, float]]) -> sparse.csr_array:
    names: dict[object, int] = {}
    columns = [names.setdefault(key, len(names)) for row in rows for key in row]
    data = [value for row in rows for value in row.values()]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    return sparse.csr_array((np.sqrt(np.asarray(data, dtype=float)), np.asarray(columns, dtype=np.int64), ends),
                            shape=(len(rows), max(1, len(names))))  # fmt: skip
