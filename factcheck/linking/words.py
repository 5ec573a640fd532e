"""Distinctive words: which words of a scene tell it from the others (rare ones weigh more)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy import sparse

from factcheck.lexicons import word_set
from factcheck.linking.engines import in_threads, stretches
from factcheck.linking.loops.likeness import Rows
from factcheck.linking.loops.merging import counted, weighed

_WORD = re.compile(r"[^\W\d_]{3,}|\b[^\W\d_]+-\d+\b")

TEXTS_AT_ONCE = 50_000
"""Texts that one thread takes apart at a time."""

STOP = word_set(
    "the and for was were with that this from have has had been said says saying are but not they their"
    " them his her she him its our who whom which what when where while will would could should can may"
    " might more most least than after before during over under into out about around some nearly only"
    " also other others another one two three four five six seven eight nine ten all any both each few"
    " many several such there then these those through told killed wounded injured dead died people person"
    " persons according officials official report reports reported number figure toll count new first last"
    " year years month week day days time monday tuesday wednesday thursday friday saturday sunday january"
    " february march april june july august september october november december government ministry"
    " minister spokesman spokesperson spokeswoman statement news agency still since being did does own"
    " very much how why because between among against until again later earlier now just same take took"
    " taken made make put get got went come came back down off per via yet ever even though although"
)


@lru_cache(maxsize=500_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text that may be distinctive, in lower case."""
    return tuple([w for w in _WORD.findall(text.casefold()) if w not in STOP])


def count_words(texts: Sequence[str] | pa.Array) -> tuple[sparse.csr_array, list[str]]:
    """How often each text has each word: a row a text, a column a word; and the words, in their order."""
    texts = texts if isinstance(texts, pa.Array) else pa.array(texts, type=pa.large_string())
    split = in_threads(lambda part: _tokens(texts[part]), stretches(len(texts), TEXTS_AT_ONCE))
    empty = pa.array([], type=pa.large_string()).dictionary_encode()
    tokens = pa.chunked_array([*(part for part, _ in split), empty]).unify_dictionaries()
    found = [words_of(token) for token in tokens.chunk(0).dictionary.to_pylist()]
    names = sorted({word for words in found for word in words})
    number = {word: column for column, word in enumerate(names)}
    begin = np.r_[0, np.cumsum(np.fromiter(map(len, found), np.int64, len(found)))]
    columns = np.fromiter((number[word] for words in found for word in words), np.int32, int(begin[-1]))
    width = max(1, len(names))

    def count(part: tuple[pa.Array, NDArray[np.int64]]) -> sparse.csr_array:
        return counted(part[0].indices.to_numpy(), part[1], begin, columns, width)

    parts = zip(tokens.chunks, [amount for _, amount in [*split, (empty, np.zeros(0, np.int64))]], strict=True)
    return stacked(in_threads(count, parts), width), names


def stacked(parts: Sequence[sparse.csr_array], width: int) -> sparse.csr_array:
    """The rows of all parts."""
    ends = np.r_[0, np.cumsum(np.concatenate([np.diff(part.indptr) for part in parts]))]
    data, indices = (np.concatenate([getattr(part, name) for part in parts]) for name in ("data", "indices"))
    return sparse.csr_array((data, indices, ends), shape=(len(ends) - 1, width))


def _tokens(texts: pa.Array) -> tuple[pa.Array, NDArray[np.int64]]:
    """The pieces between blanks of all texts, by a dictionary, and how many each text has."""
    pieces = pc.utf8_split_whitespace(texts)
    return pc.list_flatten(pieces).dictionary_encode(), pc.list_value_length(pieces).to_numpy().astype(np.int64)


def weigh(counts: sparse.csr_array, spread: NDArray[np.int64], rows: int) -> sparse.csr_array:
    """Counts of words made weights: rare words weigh more, every row has length 1.

    Weight: 1 + log of the count, times the log of how rare the word is: it stands in ``spread`` of the ``rows``.
    """
    return weighed(counts, np.log((1 + rows) / (1 + spread)) + 0.2)


def cosine(rows: sparse.csr_array, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
    """How much the words of each pair of rows have in common, 0 to 1."""
    return Rows(rows).products(left, right)
