"""Linking claims at once in such a way that more can be linked to them later."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking.engines import Engine, Local
from factcheck.linking.freeing import give_back, undisturbed
from factcheck.linking.incidents.blocking import Entries
from factcheck.linking.incidents.doubts import Doubt, doubts_of
from factcheck.linking.incidents.features import Signs
from factcheck.linking.incidents.incidents import Joined, doubts_among, join
from factcheck.linking.incidents.known import Known
from factcheck.linking.incidents.signs import Worded
from factcheck.linking.increments.doubting import Doubted
from factcheck.linking.increments.groups import Pairs
from factcheck.linking.increments.linking import Linking
from factcheck.linking.increments.noted import Noted
from factcheck.linking.increments.stored import Compared, Held, Index, Stored, counted_blocks, groups_of
from factcheck.linking.questions.asked import find_questions, linked
from factcheck.linking.questions.columns import Counted
from factcheck.linking.scenes import Scenes, find_scenes
from factcheck.linking.table import prepare
from factcheck.linking.weights import Weights, complete

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Anew:
    """Claims that were linked at once: what ``link`` gives for them, the doubts, and what is kept of them.

    That is put in order while others go on; who asks for it waits.
    """

    linked: DataFrame
    doubts: Sequence[Doubt]
    doubted: Doubted
    keeping: Future[tuple[Linking, Noted]]

    @property
    def linking(self) -> Linking:
        """The linked claims as numbers."""
        return self.keeping.result()[0]

    @property
    def noted(self) -> Noted:
        """The signs of their scenes."""
        return self.keeping.result()[1]


def link_anew(
    claims: DataFrame, engine: Engine | None = None, weights: Weights | None = None, known: Known | None = None
) -> Anew:
    """The claims linked at once; ``known``: how common things are, when not among them.

    Raises:
        ValueError: there are no claims.
    """
    with undisturbed(len(claims)):
        return _link_anew(claims, engine or Local(), complete(weights), known)


def _link_anew(claims: DataFrame, engine: Engine, weights: Weights, known: Known | None) -> Anew:
    table = prepare(claims)
    if table.empty:
        raise ValueError("there are no claims to link")
    keeper = ThreadPoolExecutor(1)  # puts in order what is kept, while others go on
    early: list[Future[_Early]] = []

    def seen(some: Scenes, number: tuple[Ints, Ints], signs: Signs, blocks: Sequence[Entries]) -> None:
        early.append(keeper.submit(_early, some, number, signs, blocks))

    with ThreadPoolExecutor(1) as beside:  # as in ``link``
        worded, counted = beside.submit(Worded.of, table), beside.submit(Counted.of, table)
        scenes, scene = find_scenes(table)
        found = join(scenes, table, weights, known, worded=worded.result(), seen=seen)
        counts = counted.result()
    del worded, counted
    table = table.assign(incident=found.label[scene], row=np.arange(len(table)))
    doubting = keeper.submit(_doubts, table, scenes, found)
    keeping = keeper.submit(_kept, table, scenes, scene, found, weights, early)
    keeper.shutdown(wait=False)
    del scenes, found
    asked = find_questions(table, engine, counted=counts)
    told, doubted = doubting.result()
    return Anew(linked(table, asked), told, doubted, keeping)


@dataclass(frozen=True, slots=True)
class _Early:
    """What is kept of scenes before they are joined."""

    index: Index
    known: Known
    noted: Noted


def _early(
    some: Scenes, number: tuple[Ints, Ints], signs: Signs, blocks: Sequence[Entries]
) -> _Early:  # fmt: skip
    """``some``: the scenes that stand for their copies; ``number``: of each, and of their documents."""
    kept, documents = number
    index, known = Index.of_blocks(blocks, kept), signs.known
    sizes = known.sizes if known.blocks else index.sizes
    known = replace(known, blocks=counted_blocks(blocks, known), sizes=sizes)
    return _Early(index, known, Noted.of(some, signs, documents))


def _doubts(table: DataFrame, scenes: Scenes, found: Joined) -> tuple[list[Doubt], Doubted]:
    """The doubts that are told, and the others behind them."""
    doubts, reserve = doubts_among(scenes, found)
    told = doubts_of(doubts, scenes, table["claim"])
    return told, Doubted.of(reserve, [(doubt.one[0], doubt.other[0]) for doubt in told])


def _kept(
    table: DataFrame, scenes: Scenes, scene: Ints, found: Joined, weights: Weights, early: list[Future[_Early]]
) -> tuple[Linking, Noted]:
    """What is kept of linked claims."""
    assert found.grouped is not None
    begun = early.pop().result()
    left, right = found.kept[found.left], found.kept[found.right]
    same = scenes.document[left] == scenes.document[right]
    linking = Linking(
        held=Held.of(table, 0),
        scene=scene.astype(np.int32),
        stored=Stored.of(scenes, table, Compared(found.like, found.kept, found.blocks)),
        groups=groups_of(scenes, found),
        pairs=(Pairs.of(left, right, found.grouped.sort, found.total, same),),
        index=(begun.index,),
        known=begun.known,
        counted=len(table),
        weights=weights,
    )
    del left, right, same
    give_back(len(table))
    return linking, begun.noted
