"""Incidents: which scenes of which documents tell of the same thing in the world."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking.engines import in_threads, stretches
from factcheck.linking.freeing import give_back
from factcheck.linking.incidents import blocking
from factcheck.linking.incidents.anchoring import Scored, anchors
from factcheck.linking.incidents.clustering import by_average
from factcheck.linking.incidents.doubts import Doubts, doubts
from factcheck.linking.incidents.features import STORY_ROW, Signs, Teller, weighed
from factcheck.linking.incidents.following import Pairs, later_news, redate
from factcheck.linking.incidents.keys import blocked_by
from factcheck.linking.incidents.known import Known, hashed, mixed, scattered
from factcheck.linking.incidents.outlines import Outlines
from factcheck.linking.incidents.signs import MOST_ROWS, Worded, signs_of
from factcheck.linking.loops.grouping import in_order
from factcheck.linking.loops.joining import hang_together
from factcheck.linking.loops.parting import FIRM, LOOSE, REST, sorted_out
from factcheck.linking.places.levels import Levels
from factcheck.linking.scenes import Scenes
from factcheck.linking.table import UNKNOWN
from factcheck.linking.texts import Texts, told_texts
from factcheck.linking.weights import Weights

Ints = NDArray[np.int64]
Ends = Ints | NDArray[np.int32]
"""Numbers of scenes at one end of pairs."""

SPREAD_DAYS = 2
"""Narrow dates of one incident lie no further apart; a group with more has chained two incidents."""

UNDATED_DAYS = 21
"""Reports of one incident that give no date come out within so many days of each other."""

MONTHS_DAYS = 60
"""Dates further apart than that are of two incidents: a boat that sank in January, one of the autumn before."""

SAME_NAMES = 0.2
"""Likeness of the names of two documents from which they may be of one incident all the same: a trial. Of pooled
local news three of five pairs of documents above it are."""

NEVER = 10**9


@dataclass(frozen=True, slots=True)
class Joined:
    """The incident of each scene, and what led there.

    ``like``: a number that copies have in common; ``kept``: of copies the first; ``left`` and ``right``: pairs of
    them that are worth a look, with their log-odds.
    """

    label: Ints
    like: Ints
    kept: Ints
    left: Ends
    right: Ends
    total: NDArray[np.float64]
    signs: Signs | None
    blocks: Sequence[blocking.Entries]  # of ``kept``
    teller: Teller | None
    grouped: Grouped | None


@dataclass(frozen=True, slots=True)
class Grouped:
    """The steps from pairs of scenes to their incidents; a number is that of a scene.

    What becomes of a scene at a step depends on no scene of another part.
    """

    outlines: Outlines
    sort: NDArray[np.int8]  # of each pair
    dated: Ints  # group of each scene, by firm pairs of one date
    dated_part: Ints
    firm: Ints  # the same with later news
    firm_part: Ints
    anchor: Ints
    loose: Ints  # group of each scene without a narrow date

    @property
    def incident(self) -> Ints:
        """The incident of each scene."""
        return incident_of(self.outlines.narrow, self.firm, self.anchor, self.loose)


def find_incidents(
    scenes: Scenes, table: DataFrame, weights: Weights, worded: Worded | None = None
) -> tuple[Ints, Doubts]:
    """An incident number for each scene, and of which pairs of incidents it is not sure that they are two.

    Scenes whose date says when are joined first; then each of the others joins the incident that it is most alike,
    so that it cannot chain two of them; what is left over is joined among itself.
    """
    found = join(scenes, table, weights, worded=worded, lean=True)
    return found.label, doubts_among(scenes, found)[0]


Seen = Callable[[Scenes, tuple[Ints, Ints], Signs, Sequence[blocking.Entries]], object]
"""Is told the scenes that stand for their copies, the numbers of these and of their documents, their signs and
blocks."""


def join(
    scenes: Scenes, table: DataFrame, weights: Weights, known: Known | None = None, *,
    worded: Worded | None = None, lean: bool = False, seen: Seen | None = None,
) -> Joined:  # fmt: skip
    """The incidents of scenes, with what led there; ``known``: how common things are, when not among these.
    ``worded``: the texts, when they were taken apart before; ``lean``: signs and blocks are let go as soon as they
    have told; ``seen``: is told both as soon as they are there."""
    none = np.zeros(0, dtype=np.int64)
    if not len(scenes):
        return Joined(none, none, none, none, none, np.zeros(0), None, (), None, None)
    like = like_keys(scenes, table)
    kept, number = first_alike(like)
    some = scenes.only(kept)
    with ThreadPoolExecutor(1) as beside:  # the map is looked up in Python, while words are counted by loops
        places = beside.submit(Levels, some.places)
        named = beside.submit(blocked_by, tuple(some.places))
        signs = signs_of(some, table, known, worded)
        named.result()  # kept for ``blocking``
        blocks: Sequence[blocking.Entries] = blocking.split(some, table, signs)
        if seen is not None:
            seen(some, (kept, np.unique(scenes.document[kept])), signs, blocks)
        left, right = blocking.pairs_in_time(some, blocks)
        blocks = () if lean else blocks
        teller = Teller(some, signs, places.result())
    kept_signs, outlines = None if lean else signs, Outlines.of(some, signs.main, signs.told)
    del signs
    give_back(len(table))
    total = _scores(some, teller, left, right, weights)
    left, right, total = in_order(left, right, total, len(some))
    sort = sorts(outlines, left, right, some.document[left] == some.document[right])
    steps = grouped(outlines, sort, left, right, total)
    label = pd.factorize(steps.incident)[0][number]
    return Joined(label, like, kept, left, right, total, kept_signs, blocks, teller, steps)


def doubts_among(scenes: Scenes, found: Joined) -> tuple[Doubts, Doubts]:
    """Of which pairs of incidents it is not sure that they are two: those that are told, with their features, and
    all that are kept."""
    if found.teller is None:
        return Doubts(), Doubts()
    document = scenes.document[found.kept]
    score = np.where(document[found.left] == document[found.right], -np.inf, found.total)
    every = doubts(found.label[found.kept], found.left, found.right, score).cut()
    told = every.told()
    told = told.seen(found.teller.features(told.left, told.right))
    return told.of(found.kept), every.of(found.kept)


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
    text, known = told_texts(table)
    once = np.unique(number * max(1, len(known)) + text[row])
    scene, code = np.divmod(once, max(1, len(known)))
    words = scattered(known.numbers())[code]
    told = np.add.reduceat(words, np.searchsorted(scene, np.arange(len(scenes)))).view(np.int64)  # in any order
    quiet = (table["context"] == "").to_numpy() & (table["quote"] == "").to_numpy()
    silent = np.bincount(number, weights=quiet[row], minlength=len(scenes)) > 0
    head = scenes.rows[scenes.begin[:-1]]
    title = Texts.of(table["title"]).only(head).numbers()
    place = hashed(["|".join(several) for several in scenes.places])
    alone = np.flatnonzero(silent | scenes.topical)
    own = np.zeros(len(scenes), dtype=np.int64)
    own[alone] = hashed(table["claim"].iloc[head[alone]].tolist())
    published = np.where(scenes.narrow, 0, scenes.published)
    return mixed(told, scenes.first, scenes.last, place[scenes.place], title, published, own)


def grouped(
    outlines: Outlines, sort: NDArray[np.int8], left: Ends, right: Ends, total: NDArray[np.float64]
) -> Grouped:
    """Scenes grouped by all their pairs at once; ``sort``: what each pair is to grouping (firm, loose, rest)."""
    firm, loose, rest = (sort == s for s in (FIRM, LOOSE, REST))
    pairs = left[firm], right[firm], total[firm]
    dated, dated_part, _ = dated_groups(outlines, pairs)
    label, firm_part = later_news(dated, outlines, pairs)
    scored = Scored(left, right, total)
    anchor = anchors(outlines, scored.only(loose), scored.only(rest))
    loose_label = rest_groups(outlines, anchor, left[rest], right[rest], total[rest])
    return Grouped(outlines, sort, dated, dated_part, label, firm_part, anchor, loose_label)


def sorts(outlines: Outlines, left: Ends, right: Ends, same_document: NDArray[np.bool_]) -> NDArray[np.int8]:
    """What each pair can do."""
    return sorted_out(left, right, same_document, outlines.narrow, outlines.standing)


def dated_groups(outlines: Outlines, pairs: Pairs) -> tuple[Ints, Ints, Ints]:
    """The groups of scenes whose date says when, each of one date, by firm pairs; and those whose date is wrong
    with those of the right one.

    Beside them the part of each scene (what becomes of it depends on no scene of another part), and the groups
    before those whose date is wrong joined others.
    """
    first, last = outlines.first, outlines.last
    by_day, part = by_average(len(first), *pairs, last, first, SPREAD_DAYS)
    label, best = redate(by_day, outlines, pairs)
    every = np.arange(len(label))
    return label, hang_together(len(label), np.r_[every, best[0]], np.r_[part, best[1]]), by_day


def rest_groups(outlines: Outlines, anchor: Ints, left: Ends, right: Ends, total: NDArray[np.float64]) -> Ints:
    """The groups of scenes without a narrow date that found no ``anchor``, by the pairs that are left."""
    free = ~outlines.narrow & (anchor < 0)
    rest = free[left] & free[right]
    # charges and states never end
    open_end = outlines.topical | outlines.dated | (outlines.published == UNKNOWN)
    early, late = (np.where(open_end, end, outlines.published) for end in (NEVER, -NEVER))
    return by_average(len(free), left[rest], right[rest], total[rest], early, late, UNDATED_DAYS)[0]


def incident_of(narrow: NDArray[np.bool_], firm: Ints, anchor: Ints, loose: Ints) -> Ints:
    """The incident of each scene: of its group, or of its anchor's; its number is that of a scene."""
    found = np.where(narrow, firm, loose)
    anchored = np.flatnonzero(~narrow & (anchor >= 0))  # few
    found[anchored] = firm[anchor[anchored]]
    return found


AT_ONCE = 16_000
"""Pairs that are scored at a time: what lies in the cache is read faster."""


def scores(scenes: Scenes, signs: Signs, left: Ends, right: Ends, weights: Weights) -> NDArray[np.float64]:
    """The log-odds of each pair; of two dated scenes months apart, whatever words they share, minus infinity,
    unless their documents have names in common."""
    return _scores(scenes, Teller(scenes, signs), left, right, weights) if len(left) else np.zeros(0)


def _scores(scenes: Scenes, teller: Teller, left: Ends, right: Ends, weights: Weights) -> NDArray[np.float64]:
    dated = scenes.dated
    level = teller.levels(left, right)

    def scored(part: slice) -> NDArray[np.float64]:
        a, b = left[part].astype(np.int64), right[part].astype(np.int64)
        told = teller.tell(a, b, level[part])
        total = weighed(told, weights)
        gap = np.maximum(scenes.first[a] - scenes.last[b], scenes.first[b] - scenes.last[a])
        far = np.flatnonzero((gap > MONTHS_DAYS) & dated[a] & dated[b] & (told[STORY_ROW] == 0))
        a, b = a[far], b[far]
        names = teller.names(a, b)
        total[far[~((names >= SAME_NAMES) & teller.main(a, b))]] = -np.inf
        return total

    return np.concatenate([np.zeros(0), *in_threads(scored, stretches(len(left), AT_ONCE))])
