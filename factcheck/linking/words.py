"""Distinctive words: which words of a scene tell it from the others (rare ones weigh more)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy import sparse

from factcheck.lexicons import word_set

_WORD = re.compile(r"[^\W\d_]{3,}|\b[^\W\d_]+-\d+\b")

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


def words_of(text: str) -> list[str]:
    """The words of a text that may be distinctive, in lower case."""
    return [w for w in _WORD.findall(text.casefold()) if w not in STOP]


def count_words(texts: Sequence[str]) -> tuple[sparse.csr_array, list[str]]:
    """How often each text has each word: a row a text, a column a word; and the words, in their order."""
    pieces = pc.utf8_split_whitespace(pa.array(texts, type=pa.large_string()))
    tokens = pc.list_flatten(pieces).dictionary_encode()
    found = [words_of(token) for token in tokens.dictionary.to_pylist()]
    names = sorted({word for words in found for word in words})
    number = {word: column for column, word in enumerate(names)}
    size = np.fromiter(map(len, found), np.int64, len(found))
    columns = np.fromiter((number[word] for words in found for word in words), np.int64, int(size.sum()))
    piece = tokens.indices.to_numpy()
    begin = (np.cumsum(size) - size)[piece]
    amount = size[piece]
    text = np.repeat(np.repeat(np.arange(len(texts)), pc.list_value_length(pieces).to_numpy()), amount)
    within = np.arange(len(text)) - np.repeat(np.cumsum(amount) - amount, amount)
    shape = (len(texts), max(1, len(names)))
    counts = sparse.coo_array(
        (np.ones(len(text)), (text, columns[np.repeat(begin, amount) + within])), shape=shape
    )
    return sparse.csr_array(counts), names


def weigh(counts: sparse.csr_array, spread: NDArray[np.int64], rows: int) -> sparse.csr_array:
    """Counts of words made weights: rare words weigh more, every row has length 1.

    Weight: 1 + log of the count, times the log of how rare the word is: it stands in ``spread`` of the ``rows``.
    """
    rarity = np.log((1 + rows) / (1 + spread)) + 0.2
    weighed = counts.copy()
    weighed.data = (1 + np.log(counts.data)) * rarity[counts.indices]
    length = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
    weighed.data = weighed.data / np.repeat(np.where(length > 0, length, 1), np.diff(counts.indptr))
    weighed.sort_indices()  # pairs of rows are multiplied several times as fast
    return weighed


def cosine(rows: sparse.csr_array, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
    """How much the words of each pair of rows have in common, 0 to 1."""
    out = np.zeros(len(left))
    if not rows.nnz:
        return out
    for at in range(0, len(left), 50_000):  # what lies in the cache is read faster
        part = slice(at, at + 50_000)
        out[part] = np.asarray(rows[left[part]].multiply(rows[right[part]]).sum(axis=1)).ravel()
    return out
