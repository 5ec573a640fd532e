"""Scenes and their signs as they were noted: pairs of them are scored without reading their texts again."""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from factcheck.linking.incidents.features import Signs, crowd_of, places_told
from factcheck.linking.incidents.incidents import scores
from factcheck.linking.incidents.known import SPARE, Spread, spared
from factcheck.linking.incidents.signs import figures_of
from factcheck.linking.increments.linking import Linking
from factcheck.linking.increments.noted import HEAD, SAME, Noted, stretch
from factcheck.linking.increments.reading import GONE, LinkAnewError
from factcheck.linking.loops.wording import numbered_in_turn
from factcheck.linking.scenes import Scenes
from factcheck.linking.words import weigh

Ints = NDArray[np.int64]
Part = tuple[Ints, Ints]
"""How many entries each scene or document has, and the entries."""


def scores_of(linking: Linking, one: Ints, other: Ints, noted: Noted) -> NDArray[np.float64]:
    """The log-odds of pairs of scenes; ``noted``: the signs of their documents.

    Raises:
        LinkAnewError: not all scenes are noted.
    """
    number, scenes, signs = _recalled(linking, noted)
    ends = np.unique(np.r_[one, other])
    if not np.isin(ends, number).all():
        raise LinkAnewError(GONE)
    rank = np.empty(len(number), dtype=np.int64)
    rank[np.searchsorted(number, linking.order(number))] = np.arange(len(number))
    left, right = (np.searchsorted(number, side) for side in (one, other))
    swap = rank[left] > rank[right]
    left, right = np.where(swap, right, left), np.where(swap, left, right)
    return scores(scenes, signs, left, right, linking.weights)


def _recalled(linking: Linking, noted: Noted) -> tuple[Ints, Scenes, Signs]:
    """The scenes of documents, those that stand for their copies, by their numbers; and their signs."""
    opened, known = _Opened.of(noted), linking.known
    number, document = _numbers(linking, noted.number)
    if not np.array_equal(np.bincount(document, minlength=len(noted)), opened.scenes):
        raise LinkAnewError(GONE)
    scenes = _scenes(linking, number, document, noted)
    words, word = _weighed(opened.words, known.words)
    documents, _ = _weighed(opened.documents, known.documents)
    names, name = _weighed(opened.names, known.names)
    charges, charge = _matrix(opened.charges)
    figure = np.repeat(np.arange(len(number)), opened.figures[0]), opened.figures[1]
    few = np.zeros(0, dtype=np.uint16)
    signs = Signs(
        words=words,
        figures=figures_of(len(number), figure, known),
        charges=charges,
        documents=documents,
        names=names,
        main=linking.groups.outlines.main[number],
        told=linking.groups.outlines.told[number],
        crowd=crowd_of(scenes, known.days),
        place_crowd=np.maximum(1, known.places.times(places_told(scenes))).astype(float),
        word=word,
        name=name,
        known=known,
        often=(few, few, few),
        figure=figure,
        charge=charge,
    )
    return number, scenes, signs


def _numbers(linking: Linking, documents: Ints) -> Part:
    """The scenes of documents that stand for their copies, and which of the documents each is of."""
    stored = linking.stored
    begin, end = (np.searchsorted(stored.document, documents, side) for side in ("left", "right"))
    number = stretch(begin, end - begin)
    document = np.repeat(np.arange(len(documents)), end - begin)
    kept = stored.first[number] == number
    return number[kept], document[kept]


def _scenes(linking: Linking, number: Ints, document: Ints, noted: Noted) -> Scenes:
    """The scenes without the rows of their claims."""
    outlines = linking.groups.outlines.only(number)
    texts = list(dict.fromkeys(noted.places))
    told = dict(zip(texts, json.loads(f"[{','.join(texts)}]"), strict=True))  # at once, not text by text
    codes: dict[tuple[str, ...], int] = {}
    numbered = {
        text: [codes.setdefault(tuple(several), len(codes)) for several in scenes] for text, scenes in told.items()
    }
    place = np.array([code for text in noted.places for code in numbered[text]], dtype=np.int64)
    none = np.zeros(len(number) + 1, dtype=np.int64)
    return Scenes(
        document, outlines.published, outlines.first, outlines.last, outlines.topical, outlines.standing, place,
        list(codes), {}, none[:0], none,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Opened:
    """What is noted of documents, part by part: how many entries each scene or document has, and the entries."""

    scenes: Ints  # of each document
    words: tuple[Ints, Ints]
    figures: tuple[Ints, Ints]
    charges: tuple[Ints, Ints]
    documents: tuple[Ints, Ints]
    names: tuple[Ints, Ints]

    @classmethod
    def of(cls, noted: Noted) -> _Opened:
        """Of the rows of documents."""
        data, begin = noted.data, noted.ends[:-1]
        scenes, whole, names = (data[begin + k] for k in range(HEAD))
        sizes = data[stretch(begin + HEAD, HEAD * scenes)].reshape(-1, HEAD)
        document = np.repeat(np.arange(len(begin)), scenes)
        at = begin + HEAD + HEAD * scenes
        told: list[Part] = []
        for column in sizes.T:
            amount = np.bincount(document, weights=column, minlength=len(begin)).astype(np.int64)
            told.append((column, data[stretch(at, amount)]))
            at = at + amount
        same = whole == SAME
        first = begin + HEAD + HEAD * scenes
        amount = np.where(same, sizes[np.cumsum(scenes) - scenes, 0], whole)
        documents = amount, data[stretch(np.where(same, first, at), amount)]
        at = at + np.where(same, 0, whole)
        words, figures, charges = told
        return cls(scenes, words, figures, charges, documents, (names, data[stretch(at, names)]))


def _weighed(part: Part, known: Spread) -> tuple[sparse.csr_array, Ints]:
    counts, number = _matrix(part)
    return weigh(counts, known.words.times(number), known.rows), number


def _matrix(part: Part) -> tuple[sparse.csr_array, Ints]:
    """How often each row has each thing, in the order in which they were noted; and a number for each column."""
    amount, told = part
    numbers = spared(told)
    column, first = numbered_in_turn(numbers)
    number = numbers[first] if len(first) else np.zeros(1, dtype=np.int64)
    entries = (told & SPARE).astype(float), column.astype(np.int32), np.r_[0, np.cumsum(amount)]
    return sparse.csr_array(entries, shape=(len(amount), len(number))), number
