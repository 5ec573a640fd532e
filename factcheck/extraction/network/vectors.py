"""Words in their context as vectors: the network that tagger and parser share.

spaCy embeds every word of a text anew; a word without its context is one and the same vector each time, so it is
worked out once and kept. The four layers that look at neighbours run on stretches short enough for the processor's
cache. Measured on sentences of news: 0.5 of spaCy's time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Layers = Model[Any, Any]

KNOWN_WORDS = 20_000
"""So many words are kept (77 MB) before it begins anew."""

STRETCH = 512
"""So many words go through the layers together: their numbers stay in the cache of one core."""

Key = tuple[int, int, int, int, int, int, bool]
"""What the network knows a word by: itself, its plain form, prefix, suffix and shape (numbers of strings), whether
it is space, and whether a space follows."""

_TINY = 1e-8


def weights_of(layer: Layers, name: str) -> Floats:
    """One of a layer's trained arrays."""
    return np.asarray(layer.get_param(name), dtype=np.float32)


class Vectors:
    """The vectors of words; ``model`` is spaCy's loaded tok2vec (hash embedding, then layers with a window).

    Kept of each word: its vector, and what the first layer makes of it as the word before, itself, and the word
    after. Row 0 is no word.
    """

    def __init__(self, model: Layers) -> None:
        embed, encode = model.layers
        self._hashed, self._mixed = embed.layers[2], embed.layers[3]
        self._pad = int(encode.attrs["pad"])
        first, *self._layers = (_Layer(residual.layers[0]) for residual in encode.layers[0].layers)
        self._first = first
        self._rows: dict[Key, int] = {}
        self._known = np.zeros((KNOWN_WORDS, model.get_dim("nO")), dtype=np.float32)
        self._parts = np.zeros((3, KNOWN_WORDS, first.size), dtype=np.float32)

    @property
    def full(self) -> bool:
        """True when as many words are kept as should be."""
        return len(self._rows) >= KNOWN_WORDS

    def forget(self) -> None:
        """No word is known afterwards."""
        self._rows.clear()

    def rows(self, keys: Sequence[Key]) -> list[int]:
        """The rows of words; new ones are known afterwards."""
        fresh = list(dict.fromkeys(key for key in keys if key not in self._rows))
        if fresh:
            self._learn(fresh)
        return [self._rows[key] for key in keys]

    def of(self, rows: Ints, lengths: Sequence[int]) -> Floats:
        """A row a word of all sentences one after the other; ``lengths`` are theirs in words."""
        found = np.empty((len(rows), self._known.shape[1]), dtype=np.float32)
        begin = end = first = 0
        for last, length in enumerate(lengths, 1):
            end += length
            if end - begin >= STRETCH or last == len(lengths):
                found[begin:end] = self._in_context(rows[begin:end], lengths[first:last])
                begin, first = end, last
        return found

    def _in_context(self, rows: Ints, lengths: Sequence[int]) -> Floats:
        """Between sentences lie as many empty rows as the layers look far."""
        places = np.arange(len(rows)) + self._pad * (1 + np.repeat(np.arange(len(lengths)), lengths))
        words = np.zeros(len(rows) + self._pad * (len(lengths) + 1), dtype=np.int64)
        words[places] = rows
        vectors = self._known.take(words, axis=0)
        before, itself, after = self._parts
        products = itself.take(words, axis=0)
        products[1:] += before.take(words[:-1], axis=0)
        products[:-1] += after.take(words[1:], axis=0)
        self._first.add_best(vectors, products)
        for layer in self._layers:
            layer.add_to(vectors)
        return vectors.take(places, axis=0)

    def _learn(self, fresh: Sequence[Key]) -> None:
        first = len(self._rows) + 1
        rows = slice(first, first + len(fresh))
        if rows.stop > len(self._known):
            more = rows.stop - len(self._known)
            self._known = np.pad(self._known, ((0, more), (0, 0)))
            self._parts = np.pad(self._parts, ((0, 0), (0, more), (0, 0)))
        features = np.array([[norm, *shape, spaced, space] for _, norm, *shape, space, spaced in fresh], np.uint64)
        self._known[rows] = self._mixed.predict(self._hashed.predict(features))
        self._parts[:, rows] = self._first.parts(self._known[rows])
        self._rows |= {key: row for row, key in enumerate(fresh, first)}


class _Layer:
    """Each word with its two neighbours: the largest of three products, normed, added to what the word was."""

    def __init__(self, model: Layers) -> None:
        """``model`` is expand_window >> (maxout >> layernorm >> dropout)."""
        maxout, norm = model.layers[1].layers[0].layers
        weights = weights_of(maxout, "W")  # width, pieces, 3 * width
        self._width, self._pieces = weights.shape[:2]
        self.size = self._width * self._pieces
        # each piece in a block of its own: the largest is then taken over whole rows
        self._weights = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(3 * self._width, -1))
        self._bias = weights_of(maxout, "b").T.ravel()
        self._scale, self._shift = weights_of(norm, "G"), weights_of(norm, "b")

    def parts(self, vectors: Floats) -> Floats:
        """What words contribute to the products as the word before, itself, the word after (3, words, size)."""
        return vectors @ self._weights.reshape(3, self._width, -1)

    def add_to(self, vectors: Floats) -> None:
        """The vectors have what the layer sees added to them."""
        width = self._width
        window = np.empty((len(vectors), 3 * width), dtype=np.float32)
        window[0, :width] = window[-1, 2 * width :] = 0
        window[1:, :width] = vectors[:-1]
        window[:, width : 2 * width] = vectors
        window[:-1, 2 * width :] = vectors[1:]
        self.add_best(vectors, window @ self._weights)

    def add_best(self, vectors: Floats, products: Floats) -> None:
        """The vectors have the largest of the products added to them, normed."""
        width = self._width
        products += self._bias
        best = products[:, :width]
        for piece in range(1, self._pieces):
            np.maximum(best, products[:, piece * width : (piece + 1) * width], out=best)
        best = best - best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + np.float32(_TINY)
        best *= (1 / np.sqrt(spread))[:, None]
        best *= self._scale
        best += self._shift
        vectors += best
