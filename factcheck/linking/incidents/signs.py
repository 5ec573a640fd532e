"""Signs: what scenes and documents are compared by beside dates and places: words, figures, charges, names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame
from scipy import sparse

from factcheck.language.parties import sides_in
from factcheck.linking.engines import in_threads
from factcheck.linking.incidents.features import Signs, crowd_of, days_told, places_told
from factcheck.linking.incidents.keys import figure_codes
from factcheck.linking.incidents.known import SPARE, Counts, Known, Spread, hashed, spared
from factcheck.linking.incidents.stories import told_days
from factcheck.linking.scenes import Scenes
from factcheck.linking.texts import coded, told_texts
from factcheck.linking.words import Counted, Pieces, weigh

Ints = NDArray[np.int64]

RARE_FIGURE = 4
LARGE_FIGURE = 20
MOST_ROWS = 200
"""Claims of a scene that its words and figures are taken from."""


@dataclass(frozen=True, slots=True)
class Worded:
    """The paragraphs and titles of claims taken apart: the number of each row's paragraph, and of its title, which
    stand among the texts of ``pieces`` behind the ``amount`` paragraphs."""

    text: Ints
    title: Ints
    amount: int
    pieces: Pieces

    @classmethod
    def of(cls, table: DataFrame) -> Worded:
        """Of prepared claims."""
        (text, texts), (title, titles) = told_texts(table), coded(table["title"])
        return cls(text, title, len(texts), Pieces.of(texts, titles))


def signs_of(scenes: Scenes, table: DataFrame, known: Known | None = None, worded: Worded | None = None) -> Signs:
    """What the scenes are compared by beside dates and places; ``known``: how common things are, when not among
    these; ``worded``: the texts, when they were taken apart before."""
    worded = worded or Worded.of(table)
    text, title, pieces = worded.text, worded.title, worded.pieces
    word = _numbered(pieces)
    number, row = scenes.first_rows(MOST_ROWS)
    once = np.sort(number * max(1, worded.amount) + text[row])
    scene, picked = np.divmod(once[np.r_[True, once[1:] != once[:-1]]], max(1, worded.amount))
    stops = np.searchsorted(scene, np.arange(len(scenes) + 1))
    amount = int(scenes.document.max()) + 1
    first = np.searchsorted(scenes.document, np.arange(amount + 1))
    titled = worded.amount + title[scenes.rows[scenes.begin[first[:-1]]]]
    both = (picked, stops), _with_titles(picked, stops[first], titled)
    told, whole = in_threads(lambda rows: pieces.counted(*rows), both)
    figure = _told_figures(scenes, table)
    named, name = _named(scenes, table)
    if known is None:
        known = _known(scenes, (told, word), (whole, word), (named, name), spared(figure[1]))
    often = _often(told), _often(whole), _often(named)
    charges, charge = _charges(scenes, table)
    main = _main(scenes)
    said = [(told, word, known.words), (whole, word, known.documents), (named, name, known.names)]
    words, documents, names = in_threads(lambda s: weigh(s[0].counts, s[2].words.times(s[1]), s[2].rows), said)
    return Signs(
        words=words,
        figures=figures_of(len(scenes), figure, known),
        charges=charges,
        documents=documents,
        names=names,
        main=main,
        told=told_days(scenes, table, main),
        crowd=crowd_of(scenes, known.days),
        place_crowd=np.maximum(1, known.places.times(places_told(scenes))).astype(float),
        word=word,
        name=name,
        known=known,
        often=often,
        figure=figure,
        charge=charge,
    )


def _numbered(pieces: Pieces) -> Ints:
    """A number for each word."""
    return spared(hashed(pieces.names)) if pieces.names else np.zeros(1, dtype=np.int64)


def _often(told: Counted) -> NDArray[np.uint16]:
    """How often each word is there, at most ``SPARE`` times; more count as many."""
    np.minimum(told.counts.data, SPARE, out=told.counts.data)
    return told.counts.data.astype(np.uint16)


def _named(scenes: Scenes, table: DataFrame) -> tuple[Counted, Ints]:
    """The proper names of each document, and a number for each."""
    amount = int(scenes.document.max()) + 1
    head = scenes.rows[scenes.begin[np.searchsorted(scenes.document, np.arange(amount))]]
    code, texts = coded(table["names"], head)
    pieces = Pieces.of(texts)
    name = _numbered(pieces)
    return pieces.counted(code, np.arange(amount + 1)), name


def _known(
    scenes: Scenes, told: tuple[Counted, Ints], whole: tuple[Counted, Ints], named: tuple[Counted, Ints],
    figure: Ints,
) -> Known:  # fmt: skip
    """How common things are among the scenes themselves."""
    place = places_told(scenes)
    order = np.lexsort((place, scenes.document))
    place, document = place[order], scenes.document[order]
    new = np.r_[True, (place[1:] != place[:-1]) | (document[1:] != document[:-1])]
    return Known(
        _spread(*told),
        _spread(*whole),
        _spread(*named),
        Counts.of(figure),
        days_told(scenes),
        Counts.of(place[new]),
    )


def _spread(told: Counted, word: Ints) -> Spread:
    return Spread.of(told.counts.shape[0], told.spread, word)


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


def _told_figures(scenes: Scenes, table: DataFrame) -> tuple[Ints, Ints]:
    """The telling figures of the scenes, each once: the scene and the number of each figure, a large one with the
    lowest bit."""
    number, row = scenes.first_rows(MOST_ROWS)
    size = np.fmax(table["low"].to_numpy(), table["high"].to_numpy())[row]
    kept = size >= RARE_FIGURE
    number, code, size = number[kept], figure_codes(table)[row[kept]], size[kept]
    order = np.lexsort((code, number))
    number, code, size = number[order], code[order], size[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (number[1:] != number[:-1]) | (code[1:] != code[:-1])
    return number[new], code[new] | (size[new] >= LARGE_FIGURE)


def figures_of(amount: int, figure: tuple[Ints, Ints], known: Known) -> sparse.csr_array:
    """A row a scene, a column a telling figure, given by their scenes and numbers; a rare one weighs up to 1."""
    scene, told = figure
    code = spared(told)
    often = np.maximum(1, known.figures.times(code))
    weight = np.minimum(1.0, 2 / often) * np.where(told & 1, 1.0, 0.6)
    names, column = np.unique(code, return_inverse=True)
    shape = (amount, max(1, len(names)))
    return sparse.csr_array(sparse.coo_array((np.sqrt(weight), (scene, column)), shape=shape))


def _charges(scenes: Scenes, table: DataFrame) -> tuple[sparse.csr_array, Ints]:
    """A row a scene, a column a party that is charged, and a number for each; who denies a charge is charged."""
    columns = [table[c].to_numpy(object) for c in ("kind", "target", "claimant")]
    rows: list[dict[str, float]] = [{} for _ in range(len(scenes))]
    for scene in np.flatnonzero(scenes.topical).tolist():
        told = scenes.rows[scenes.begin[scene] : scenes.begin[scene + 1]][:20]
        named = [
            sides_in(target) if kind == "blame" else sides_in(claimant)
            for kind, target, claimant in (tuple(c[r] for c in columns) for r in told)
            if kind in ("blame", "denial")
        ]
        rows[scene] = dict.fromkeys((s for sides in named for s in sides), 1.0)
    return _matrix(rows)


def _matrix(rows: list[dict[str, float]]) -> tuple[sparse.csr_array, Ints]:
    names: dict[str, int] = {}
    columns = [names.setdefault(key, len(names)) for row in rows for key in row]
    data = [value for row in rows for value in row.values()]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    told = np.sqrt(np.asarray(data, dtype=float)), np.asarray(columns, dtype=np.int64), ends
    return sparse.csr_array(told, shape=(len(rows), max(1, len(names)))), spared(hashed(list(names)))
