"""The steps by which a sentence becomes a tree, for many sentences at once (arc-eager, as spaCy's parser has it).

spaCy takes the steps of one sentence after the other in C, with a lock for each of several sums a step; here one
step of all sentences is one set of numpy calls. Measured on sentences of news: 0.3 of spaCy's time.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from factcheck.extraction.network.vectors import Floats, Ints, Layers, weights_of

Flags = NDArray[np.bool_]

_KINDS = "SDLRB"
_SHIFT, _REDUCE, _LEFT, _RIGHT, _BREAK = range(5)
_FORBIDDEN = np.float32(-1e9)


class Transitions:
    """The trained steps; ``model`` and ``moves`` are those of spaCy's loaded parser (8 features, hidden layer)."""

    def __init__(self, model: Layers, moves: Sequence[str]) -> None:
        tok2vec, lower, upper = model.layers
        linear = tok2vec.layers[-1]
        self._narrow, self._narrow_bias = weights_of(linear, "W").T.copy(), weights_of(linear, "b")
        # features, hidden, pieces, inputs; each piece in a block of its own, as for the vectors
        weights = weights_of(lower, "W")
        self._count, self._hidden = weights.shape[:2]
        self._features = np.ascontiguousarray(weights.transpose(3, 0, 2, 1).reshape(weights.shape[3], -1))
        self._missing = weights_of(lower, "pad")[0].transpose(0, 2, 1).ravel()
        self._bias = weights_of(lower, "b").T.ravel()
        self._table = np.empty((0, self._features.shape[1]), dtype=np.float32)
        self._scores, self._scores_bias = weights_of(upper, "W").T.copy(), weights_of(upper, "b")
        self.labels = [move[2:] for move in moves]
        self._kinds = np.array([_KINDS.index(move[0]) for move in moves])
        self._forbidden = self._forbidding()

    def _forbidding(self) -> Floats:
        """What is added to the scores for each set of possible kinds, as bits: shift, reduce, arcs, break."""
        bits = {_SHIFT: 1, _REDUCE: 2, _LEFT: 4, _RIGHT: 4, _BREAK: 8}
        needed = np.array([bits[int(kind)] for kind in self._kinds])
        possible = (np.arange(16)[:, None] & needed) > 0
        added: Floats = np.where(possible, np.float32(0), _FORBIDDEN).astype(np.float32) + self._scores_bias
        return added

    def trees(self, vectors: Floats, lengths: Sequence[int]) -> tuple[Ints, Ints]:
        """Of each word of all sentences: the number of its head (its own at a root) and of the step that hung it.

        Words are counted through all sentences. The step's label is in ``labels``; -1 for a root.
        """
        state = _State(lengths)
        table = self._tabulated(vectors)
        while state.take(self._steps(state, table), self._kinds):
            pass
        here = np.arange(len(vectors))
        return np.where(state.head[1:] > 0, state.head[1:] - 1, here), state.step[1:]

    def _tabulated(self, vectors: Floats) -> Floats:
        """What each word adds to the hidden layer as each feature: a row a word and feature, no word first.

        The room is kept from batch to batch: to clear new memory takes half as long as the product.
        """
        if len(self._table) <= len(vectors):
            self._table = np.empty((len(vectors) + 1, self._features.shape[1]), dtype=np.float32)
            self._table[0] = self._missing
        narrow = vectors @ self._narrow + self._narrow_bias
        np.matmul(narrow, self._features, out=self._table[1 : len(vectors) + 1])
        return self._table.reshape(len(self._table) * self._count, -1)

    def _steps(self, state: _State, table: Floats) -> Ints:
        """The best possible step of each unfinished sentence."""
        rows = state.context() * self._count
        total = table.take(rows[0], axis=0)
        for feature in range(1, self._count):
            total += table.take(rows[feature] + feature, axis=0)
        total += self._bias
        hidden = np.maximum(total[:, : self._hidden], total[:, self._hidden :])
        scores = hidden @ self._scores
        scores += self._forbidden.take(state.possible(), axis=0)
        best: Ints = scores.argmax(axis=1)
        return best


class _State:
    """Stacks, buffers and trees of all sentences.

    Words have numbers from 1; 0 is no word. ``stack`` and ``buffer`` hold the first word of each unfinished
    sentence's stack and buffer; the words behind it hang on chains (``under``, ``after``). A word on the stack
    that has no head yet may go back to the buffer once.
    """

    def __init__(self, lengths: Sequence[int]) -> None:
        size = sum(lengths) + 1
        ends = np.cumsum(lengths)
        self.buffer: Ints = (ends - np.asarray(lengths) + 1)[np.asarray(lengths) > 0]
        self.stack: Ints = np.zeros_like(self.buffer)
        self.after: Ints = np.arange(1, size + 1)
        self.after[ends] = self.after[0] = 0
        self.under, self.head, self.step = (np.zeros(size, dtype=np.int64) for _ in range(3))
        self.step -= 1
        # the last child on either side, and the child on the right before it
        self.left, self.right, self.right_before = (np.zeros(size, dtype=np.int64) for _ in range(3))
        self.returned: Flags = np.zeros(size, dtype=np.bool_)
        self.opens: Flags = np.zeros(size, dtype=np.bool_)
        self.opens[self.buffer] = True

    def context(self) -> Ints:
        """The words by which a step is chosen: a row for each of the trained features, in their order."""
        stack, buffer = self.stack, self.buffer
        self._second = self.after[buffer]
        self._below = self.under[stack]
        third = self.under[self._below]
        near = (self.left[buffer], self.left[stack], self.right[stack])
        return np.stack((buffer, self._second, stack, self._below, third, *near))

    def possible(self) -> Ints:
        """The kinds of steps that each sentence may take, as bits."""
        buffer, second = self.buffer, self._second
        stacked, more = self.stack > 0, second > 0
        goes_on = ~self.opens[buffer]
        shift = ~stacked | (more & goes_on & ~self.returned[buffer])
        arcs = stacked & (buffer > 0) & goes_on
        breaks = more & (second == buffer + 1) & ~self.opens[second]
        found: Ints = shift + 2 * stacked + 4 * arcs + 8 * breaks
        return found

    def take(self, steps: Ints, kinds: Ints) -> bool:
        """Each sentence has taken its step; finished ones are left out. False when none is left."""
        kind = kinds[steps]
        shift, reduce, left, right = (np.flatnonzero(kind == one) for one in (_SHIFT, _REDUCE, _LEFT, _RIGHT))
        self.opens[self._second[kind == _BREAK]] = True
        self._reduce(reduce)
        self._hang_left(left, steps[left])
        self._hang_right(right, steps[right])
        pushed = np.concatenate([shift, right])
        words = self.buffer[pushed]
        self.under[words] = self.stack[pushed]
        self.stack[pushed], self.buffer[pushed] = words, self.after[words]
        unfinished = (self.stack > 0) | (self.buffer > 0)
        if not unfinished.all():
            self.stack, self.buffer = self.stack[unfinished], self.buffer[unfinished]
        return len(self.stack) > 0

    def _reduce(self, places: Ints) -> None:
        top, below = self.stack[places], self._below[places]
        self.stack[places] = below
        back = (self.head[top] == 0) & (below > 0)
        top, places = top[back], places[back]
        self.returned[top] = True
        self.after[top] = self.buffer[places]
        self.buffer[places] = top

    def _hang_left(self, places: Ints, steps: Ints) -> None:
        child, head = self.stack[places], self.buffer[places]
        earlier = self.head[child]  # on the left, whose last child it is
        self.right[earlier] = np.where(earlier > 0, self.right_before[child], 0)
        self.head[child], self.step[child] = head, steps
        self.left[head] = child
        self.returned[head] = False
        self.stack[places] = self._below[places]

    def _hang_right(self, places: Ints, steps: Ints) -> None:
        child, head = self.buffer[places], self.stack[places]
        self.right_before[child] = self.right[head]
        self.right[head] = child
        self.head[child], self.step[child] = head, steps
