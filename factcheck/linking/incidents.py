"""Incidents: which scenes of which documents tell of the same thing in the world."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray
from pandas import DataFrame, Series
from scipy import sparse

from factcheck.linking import blocking
from factcheck.linking.clustering import by_average
from factcheck.linking.doubts import Doubts, doubts
from factcheck.linking.engines import in_threads, stretches
from factcheck.linking.features import Signs, crowd_of, days_told, features, places_told, score
from factcheck.linking.following import follow
from factcheck.linking.known import Counts, Known, Spread, hashed, mixed, scattered
from factcheck.linking.levels import levels
from factcheck.linking.outlines import Outlines
from factcheck.linking.scenes import Scenes
from factcheck.linking.table import UNKNOWN
from factcheck.linking.weights import Weights
from factcheck.linking.words import cosine, count_words, weigh
from factcheck.parties import sides_in

Ints = NDArray[np.int64]

SPREAD_DAYS = 2
"""Narrow dates of one incident lie no further apart; a group with more has chained two incidents."""

RARE_FIGURE = 4
UNDATED_DAYS = 21
"""Reports of one incident that give no date come out within so many days of each other."""

MONTHS_DAYS = 60
"""Dates further apart than that are of two incidents: a boat that sank in January, one of the autumn before."""

SAME_NAMES = 0.2
"""Likeness of the names of two documents from which they may be of one incident all the same: a trial. Of pooled
local news three of five pairs of documents above it are."""

NEVER = 10**9
MOST_ROWS = 200
"""Claims of a scene that its words and figures are taken from."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The incident of each scene, and what led there.

    ``like``: a number that copies have in common; ``kept``: of copies the first; ``left`` and ``right``: pairs of
    them that are worth a look, with their log-odds.
    """

    label: Ints
    doubts: Doubts
    like: Ints
    kept: Ints
    left: Ints
    right: Ints
    total: NDArray[np.float64]
    signs: Signs | None
    grouped: Grouped | None


@dataclass(frozen=True, slots=True)
class Grouped:
    """The steps from pairs of scenes to their incidents; a number is that of a scene."""

    outlines: Outlines
    sort: NDArray[np.int8]  # of each pair
    firm: Ints  # group of each scene, by firm pairs
    anchor: Ints
    loose: Ints  # group of each scene without a narrow date

    @property
    def incident(self) -> Ints:
        """The incident of each scene."""
        return incident_of(self.outlines.narrow, self.firm, self.anchor, self.loose)


def find_incidents(scenes: Scenes, table: DataFrame, weights: Weights) -> tuple[Ints, Doubts]:
    """An incident number for each scene, and of which pairs of incidents it is not sure that they are two.

    Scenes whose date says when are joined first; then each of the others joins the incident that it is most alike,
    so that it cannot chain two of them; what is left over is joined among itself.
    """
    found = join(scenes, table, weights)
    return found.label, found.doubts


def join(scenes: Scenes, table: DataFrame, weights: Weights, known: Known | None = None) -> Joined:
    """The incidents of scenes, with what led there; ``known``: how common things are, when not among these."""
    none = np.zeros(0, dtype=np.int64)
    if not len(scenes):
        return Joined(none, Doubts(), none, none, none, none, np.zeros(0), None, None)
    like = like_keys(scenes, table)
    kept, number = first_alike(like)
    some = scenes.only(kept)
    signs = signs_of(some, table, known)
    left, right = blocking.pairs(some, table, signs)
    total = scores(some, signs, left, right, weights)
    label, doubts, grouped = _join(some, signs, left, right, total)
    return Joined(label[number], doubts.of(kept), like, kept, left, right, total, signs, grouped)


def first_alike(like: Ints) -> tuple[Ints, Ints]:
    """Of the scenes with one number the first, and for each scene which of them stands for it."""
    code, known = pd.factorize(like)
    first = np.empty(len(known), dtype=np.int64)
    first[code[::-1]] = np.arange(len(code))[::-1]
    return first, code


def like_keys(scenes: Scenes, table: DataFrame) -> Ints:
    """A number that scenes have in common that tell the same in the same words: of copies one is enough to
    link."""
    number, row = scenes.first_rows(MOST_ROWS)
    text, known = _texts(table)
    once = np.unique(number * max(1, len(known)) + text[row])
    scene, code = np.divmod(once, max(1, len(known)))
    words = scattered(hashed(known.tolist()))[code]
    told = np.add.reduceat(words, np.searchsorted(scene, np.arange(len(scenes)))).view(np.int64)  # in any order
    quiet = (table["context"] == "").to_numpy() & (table["quote"] == "").to_numpy()
    silent = np.bincount(number, weights=quiet[row], minlength=len(scenes)) > 0
    head = scenes.rows[scenes.begin[:-1]]
    title, titles = pd.factorize(table["title"])
    place = hashed(["|".join(several) for several in scenes.places])
    alone = np.flatnonzero(silent | scenes.topical)
    own = np.zeros(len(scenes), dtype=np.int64)
    own[alone] = hashed(table["claim"].iloc[head[alone]].tolist())
    published = np.where(scenes.narrow, 0, scenes.published)
    return mixed(
        told, scenes.first, scenes.last, place[scenes.place], hashed(titles.tolist())[title[head]], published, own
    )


def _join(
    scenes: Scenes, signs: Signs, left: Ints, right: Ints, total: NDArray[np.float64]
) -> tuple[Ints, Doubts, Grouped]:
    outlines = Outlines.of(scenes, signs.main)
    same_document = scenes.document[left] == scenes.document[right]
    sort = sorts(outlines, left, right, same_document)
    firm, loose, rest = (sort == s for s in (FIRM, LOOSE, REST))
    label = firm_groups(outlines, left[firm], right[firm], total[firm])
    anchor = anchors(outlines.narrow, left[loose], right[loose], total[loose])
    loose_label = rest_groups(outlines, anchor, left[rest], right[rest], total[rest])
    found = Grouped(outlines, sort, label, anchor, loose_label)
    incident = pd.factorize(found.incident)[0]
    doubtful = doubts(incident, left, right, np.where(same_document, -np.inf, total))
    return incident, doubtful.seen(features(scenes, signs, doubtful.left, doubtful.right)), found


FIRM, LOOSE, REST, NONE = range(4)
"""What a pair of scenes can do: hold two narrow dates together, give a scene without one its incident, hold two of
those together, or nothing."""


def sorts(outlines: Outlines, left: Ints, right: Ints, same_document: NDArray[np.bool_]) -> NDArray[np.int8]:
    """What each pair can do."""
    narrow, standing = outlines.narrow, outlines.standing
    one, other = narrow[left], narrow[right]
    charged = standing[left], standing[right]
    cases = [one & other & ~same_document, (one ^ other) & ~(charged[0] | charged[1])]
    cases.append(~one & ~other & (charged[0] == charged[1]))
    return np.select(cases, [FIRM, LOOSE, REST], NONE).astype(np.int8)


def firm_groups(outlines: Outlines, left: Ints, right: Ints, total: NDArray[np.float64]) -> Ints:
    """The groups of scenes whose date says when, by firm pairs.

    What becomes of a scene is decided among those that a chain of pairs that score 0 and more joins it with.
    """
    first, last = outlines.first, outlines.last
    label = by_average(len(first), left, right, total, last, first, SPREAD_DAYS)
    return follow(label, outlines, (left, right, total))


def rest_groups(outlines: Outlines, anchor: Ints, left: Ints, right: Ints, total: NDArray[np.float64]) -> Ints:
    """The groups of scenes without a narrow date that found no ``anchor``, by the pairs that are left."""
    free = ~outlines.narrow & (anchor < 0)
    rest = free[left] & free[right]
    # charges and states never end
    open_end = outlines.topical | outlines.dated | (outlines.published == UNKNOWN)
    early, late = (np.where(open_end, end, outlines.published) for end in (NEVER, -NEVER))
    return by_average(len(free), left[rest], right[rest], total[rest], early, late, UNDATED_DAYS)


def anchors(narrow: NDArray[np.bool_], left: Ints, right: Ints, total: NDArray[np.float64]) -> Ints:
    """For each scene without a narrow date the one with such a date that is most alike, if alike enough; else
    -1."""
    loose, firm = np.where(narrow[left], right, left), np.where(narrow[left], left, right)
    order = np.flatnonzero(total >= 0)
    order = order[np.lexsort((firm[order], -total[order], loose[order]))]
    best = order[np.r_[True, loose[order][1:] != loose[order][:-1]]] if len(order) else order
    anchor = np.full(len(narrow), -1, dtype=np.int64)
    anchor[loose[best]] = firm[best]
    return anchor


def incident_of(narrow: NDArray[np.bool_], firm: Ints, anchor: Ints, loose: Ints) -> Ints:
    """The incident of each scene: of its group, or of its anchor's; its number is that of a scene."""
    return np.where(narrow, firm, np.where(anchor >= 0, firm[anchor], loose))


AT_ONCE = 200_000
"""Pairs that are scored at a time: bounds the memory."""


def scores(
    scenes: Scenes, signs: Signs, left: NDArray[np.int64], right: NDArray[np.int64], weights: Weights
) -> NDArray[np.float64]:
    """The log-odds of each pair; of two dated scenes months apart, whatever words they share, minus infinity,
    unless their documents have names in common."""
    if not len(left):
        return np.zeros(0)
    levels(scenes.places, scenes.place[left[:1]], scenes.place[right[:1]])  # reads the map, once for all threads
    dated = scenes.dated

    def scored(part: slice) -> NDArray[np.float64]:
        a, b = left[part], right[part]
        told = features(scenes, signs, a, b)
        total = score(told, weights)
        gap = np.maximum(scenes.first[a] - scenes.last[b], scenes.first[b] - scenes.last[a])
        far = np.flatnonzero((gap > MONTHS_DAYS) & dated[a] & dated[b])
        a, b = a[far], b[far]
        names = cosine(signs.names, scenes.document[a], scenes.document[b])
        total[far[~((names >= SAME_NAMES) & signs.main[a] & signs.main[b])]] = -np.inf
        return total

    return np.concatenate(in_threads(scored, stretches(len(left), AT_ONCE)))


def signs_of(scenes: Scenes, table: DataFrame, known: Known | None = None) -> Signs:
    """What the scenes are compared by beside dates and places; ``known``: how common things are, when not among
    these."""
    text, texts = _texts(table)
    title, titles = pd.factorize(table["title"])
    counts, names = count_words(pa.concat_arrays([_arrow(texts), _arrow(titles)]))
    word = hashed(names) if names else np.zeros(1, dtype=np.int64)
    number, row = scenes.first_rows(MOST_ROWS)
    once = np.divmod(np.unique(number * max(1, len(texts)) + text[row]), max(1, len(texts)))
    told = sparse.csr_array(_picked(once[0], once[1], len(scenes), counts.shape[0]) @ counts)
    amount = int(scenes.document.max()) + 1
    first = np.searchsorted(scenes.document, np.arange(amount))
    headed = _picked(
        np.arange(amount), len(texts) + title[scenes.rows[scenes.begin[first]]], amount, counts.shape[0]
    )
    held = _picked(scenes.document, np.arange(len(scenes)), amount, len(scenes))
    whole = sparse.csr_array(held @ told + headed @ counts)
    figure, size = _told_figures(scenes, table)
    named, name = _named(scenes, table)
    if known is None:
        known = _known(scenes, (told, word), (whole, word), (named, name), figure[1])
    return Signs(
        words=weigh(told, known.words.words.times(word), known.words.rows),
        figures=_figures(len(scenes), figure, size, known),
        charges=_charges(scenes, table),
        documents=weigh(whole, known.documents.words.times(word), known.documents.rows),
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


def _texts(table: DataFrame) -> tuple[NDArray[np.int64], Series]:
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


def _picked(rows: NDArray[np.int64], columns: NDArray[np.int64], n: int, width: int) -> sparse.csr_array:
    at = rows.astype(np.int32), columns.astype(np.int32)
    return sparse.csr_array(sparse.coo_array((np.ones(len(rows)), at), shape=(n, width)))


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
    number, code, size = number[kept], blocking.figure_codes(table)[row[kept]], size[kept]
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
