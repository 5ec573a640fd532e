"""Sentences as a pretrained transformer sees them: a vector for each piece of a word, where it stands.

MiniLM (Wang et al. 2020, six layers of 384) as all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Apache-2.0), fitted to
the marked reports by ``python -m bench.encoder``. It is told of a sentence and of the end of the one before it.
One sentence is read at a time: so what it makes of it does not hang on what else is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.extraction.furniture import foreign
from factcheck.extraction.page import Page, Sentence
from factcheck.language.pieces import BEGIN, END, UNKNOWN, Piece, pieces
from factcheck.resources import LEARNED
from factcheck.values import Span

Floats = NDArray[np.float32]

FOLDER = LEARNED / "encoder"

BEFORE = 40
"""So many pieces of the sentence before are told, the last ones."""
MOST = 110
"""So many pieces of the sentence itself; what stands behind is not seen."""
CHARACTERS = 700
"""No more of a sentence is taken apart."""
MEMO = "encoded"
INNER, HALF = "inner", 3
"""What the model calls the vectors behind half of its layers, and how many these are."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence: the vector of the whole, and of each piece (``states``) with where it stands in the sentence.

    ``inner`` are the vectors of all that the transformer was told, behind half of its layers.
    """

    whole: Floats
    states: Floats
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]
    inner: Floats

    def pieces(self, begin: int, end: int) -> Floats:
        """The vectors of the pieces in a stretch of the sentence; of its last one where it was not seen."""
        return self.states[self.inside(begin, end)]

    def inside(self, begin: int, end: int) -> NDArray[np.int64]:
        """The rows of ``states`` of a stretch of the sentence; that of its last piece where it was not seen."""
        found = np.flatnonzero((self.begins < end) & (self.ends > begin))
        return found if len(found) else np.array([len(self.states) - 1])


def pieces_of(before: str, text: str) -> tuple[list[int], list[int], list[Piece]]:
    """The numbers of two sentences' pieces, to which of the two each belongs, and the pieces of the second."""
    told = pieces(before[-CHARACTERS:])[-BEFORE:]
    own = pieces(text[:CHARACTERS])[:MOST] or [Piece(UNKNOWN, 0, 1)]
    first = [BEGIN, *(piece.number for piece in told), END]
    return [*first, *(piece.number for piece in own), END], [0] * len(first) + [1] * (len(own) + 1), own


def encoded(page: Page, sentence: Sentence) -> Encoded:
    """A sentence of a page; worked out once."""
    known: dict[int, Encoded] = page.memo.setdefault(MEMO, {})
    if sentence.index not in known:
        known[sentence.index] = _encoded(before(page, sentence), sentence.text)
    return known[sentence.index]


def before(page: Page, sentence: Sentence) -> str:
    """The sentence before, as the model is told of it; nothing where that is none of the page's own words."""
    at = sentence.index - 1
    return "" if at < 0 or at in foreign(page) else page.sentences[at].text


def span_in(sentence: Sentence, span: Span) -> tuple[int, int]:
    """Where a stretch of the text lies in its sentence."""
    return span.start - sentence.span.start, span.end - sentence.span.start


def _encoded(told: str, text: str) -> Encoded:
    ids, sides, own = pieces_of(told, text)
    told_of = {"ids": np.array([ids]), "types": np.array([sides])}
    found, inner = (vectors[0] for vectors in session("model").run(["states", INNER], told_of))
    begins, ends = np.array([(piece.begin, piece.end) for piece in own]).T
    return Encoded(found[0], found[-1 - len(own) : -1], begins, ends, inner)


def states(ids: Sequence[int], sides: Sequence[int]) -> Floats:
    """The vector of each piece, a row a piece."""
    told = {"ids": np.array([ids]), "types": np.array([sides])}
    found: Floats = session("model").run(["states"], told)[0][0]
    return found


@cache
def session(name: str) -> Any:
    """A model of the folder, on one core: others are busy with other documents."""
    import onnxruntime  # takes a tenth of a second and memory, and many pages never need it

    asked = onnxruntime.SessionOptions()
    asked.intra_op_num_threads = asked.inter_op_num_threads = 1
    asked.enable_cpu_mem_arena = False
    asked.log_severity_level = 3
    return onnxruntime.InferenceSession(FOLDER / f"{name}.onnx", asked, providers=["CPUExecutionProvider"])
