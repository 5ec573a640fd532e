"""Distinctive words: which words of a scene tell it from the others (rare ones weigh more)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from factcheck.lexicons import word_set
from factcheck.linking.engines import in_threads, stretches
from factcheck.linking.loops.merging import weighed
from factcheck.linking.loops.wording import counted, taken_apart
from factcheck.linking.texts import Texts

Ints = NDArray[np.int64]

_WORD = re.compile(r"[^\W\d_]{3,}|\b[^\W\d_]+-\d+\b")

TEXTS_AT_ONCE = 100_000
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


@dataclass(frozen=True, slots=True)
class Pieces:
    """Texts taken apart at blanks: which pieces each has, and which words each piece.

    ``piece``: numbers of pieces, one text after the other, to ``ends``; the words of piece k stand in ``word``, by
    their numbers, from ``begin[k]`` to ``begin[k + 1]``; ``names``: the words, in their order.
    """

    piece: NDArray[np.int32]
    ends: Ints
    begin: Ints
    word: NDArray[np.int32]
    names: list[str]

    @classmethod
    def of(cls, *columns: Texts) -> Pieces:
        """Of the texts of one column after the other."""
        parts = [c.only(np.arange(len(c))[part]) for c in columns for part in stretches(len(c), TEXTS_AT_ONCE)]
        split = in_threads(lambda part: taken_apart(part.ends, part.letters, part.rows), parts)
        number: dict[bytes, int] = {}
        numbers = [
            np.fromiter((number.setdefault(p, len(number)) for p in found), np.int32, len(found))
            for _, _, found in split
        ]
        piece = [own[found] for own, (found, _, _) in zip(numbers, split, strict=True)]
        amount = np.concatenate([np.zeros(1, np.int64), *(amount for _, amount, _ in split)])
        words = [words_of(found.decode()) for found in number]
        names = sorted({word for found in words for word in found})
        column = {word: k for k, word in enumerate(names)}
        begin = np.r_[0, np.cumsum(np.fromiter(map(len, words), np.int64, len(words)))]
        word = np.fromiter((column[word] for found in words for word in found), np.int32, int(begin[-1]))
        every = np.concatenate([np.zeros(0, np.int32), *piece])
        return cls(every, np.cumsum(amount), begin, word, names)

    def counted(self, picked: Ints, stops: Ints) -> Counted:
        """How often each row has each word: row k holds the texts ``picked[stops[k]:stops[k + 1]]``."""
        width = max(1, len(self.names))
        data, column, ends, seen = counted(
            (self.piece, self.ends), (self.begin, self.word), (picked, stops), width
        )
        matrix = sparse.csr_array((data, column, ends), shape=(len(ends) - 1, width))
        matrix.has_sorted_indices = True
        return Counted(matrix, seen)


@dataclass(frozen=True, slots=True)
class Counted:
    """How often each row has each word, a column a word, and how many rows have each."""

    counts: sparse.csr_array
    spread: Ints


def weigh(counts: sparse.csr_array, spread: NDArray[np.int64], rows: int) -> sparse.csr_array:
    """Counts of words made weights: rare words weigh more, every row has length 1.

    Weight: 1 + log of the count, times the log of how rare the word is: it stands in ``spread`` of the ``rows``.
    """
    return weighed(counts, np.log((1 + rows) / (1 + spread)) + 0.2)
