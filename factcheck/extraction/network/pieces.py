"""The pieces of a sentence between its spaces: each is cut into words once, by spaCy's tokenizer, and kept.

The tokenizer looks at one piece after the other and never at their neighbours, so what it makes of a piece holds
in every sentence. For words met before that takes half of its time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from spacy.attrs import IDX, IS_PUNCT, IS_SPACE, LIKE_NUM, LOWER, NORM, ORTH, PREFIX, SHAPE, SUFFIX
from spacy.tokens import Doc

from factcheck.extraction.network.vectors import Key, Vectors

Word = tuple[int, str, str, bool, bool, bool]
"""Of a word: its offset in the piece, itself, in lower case, and whether it is a number, punctuation, space."""


class Piece(NamedTuple):
    """Its words and their rows among the vectors, and how many characters it takes, with the space behind it."""

    words: tuple[Word, ...]
    rows: tuple[int, ...]
    length: int


_PIECE = re.compile(r"\S+ ?|\s+")
"""With the one space behind it; more spaces, and all others, are words of their own."""

DROPPED = "\ue000"
"""Stands where a character of the text (a quotation mark) is left out of the parse; it makes no word."""

_BETWEEN = " \n"
"""Keeps pieces apart that are read as one text: the line end is a word of its own."""


class Pieces:
    """The pieces met so far; ``tokenize`` is spaCy's tokenizer."""

    def __init__(self, tokenize: Callable[[str], Doc], vectors: Vectors) -> None:
        self._tokenize, self._vectors = tokenize, vectors
        self._known: dict[str, Piece] = {}

    def of(self, texts: Sequence[str]) -> list[list[Piece]]:
        """The pieces of each text, in order."""
        if self._vectors.full:
            self._vectors.forget()
            self._known.clear()
        cut = [_PIECE.findall(text) for text in texts]
        fresh = set[str]().union(*cut).difference(self._known)
        marked = {piece for piece in fresh if DROPPED in piece}
        self._learn({piece.replace(DROPPED, "") for piece in fresh} - {""} - self._known.keys())
        for piece in marked:
            self._known[piece] = _shifted(piece, self._known.get(piece.replace(DROPPED, "")))
        known = self._known
        return [[known[piece] for piece in pieces] for pieces in cut]

    def _learn(self, fresh: set[str]) -> None:
        read = {piece: next(self._read([piece])) for piece in fresh if piece.isspace()}
        solid = sorted({piece.rstrip() for piece in fresh} - {""})
        read |= zip(solid, self._read(solid), strict=True)
        told = {piece: read.get(piece) or _spaced(read[piece[:-1]]) for piece in sorted(fresh)}
        rows = iter(self._vectors.rows([key for _, keys in told.values() for key in keys]))
        for piece, (words, keys) in told.items():
            self._known[piece] = Piece(words, tuple(next(rows) for _ in keys), len(piece))

    def _read(self, pieces: Sequence[str]) -> Iterator[tuple[tuple[Word, ...], list[Key]]]:
        """The words of each piece, and what the network knows them by."""
        doc = self._tokenize(_BETWEEN.join(pieces))
        strings = doc.vocab.strings
        told = iter(doc.to_array(_ASKED).tolist())
        begin = 0
        for piece in pieces:
            words: list[Word] = []
            keys: list[Key] = []
            end = begin + len(piece)
            while begin + (words[-1][0] + len(words[-1][1]) if words else 0) < end:
                at, lower, number, mark, orth, norm, prefix, suffix, shape, space = next(told)
                words.append((at - begin, strings[orth], strings[lower], bool(number), bool(mark), bool(space)))
                keys.append((orth, norm, prefix, suffix, shape, space, False))
            yield tuple(words), keys
            next(told, None)  # what is between
            begin = end + len(_BETWEEN)


_ASKED = [IDX, LOWER, LIKE_NUM, IS_PUNCT, ORTH, NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE]


def _spaced(told: tuple[tuple[Word, ...], list[Key]]) -> tuple[tuple[Word, ...], list[Key]]:
    """The same with a space behind it."""
    words, keys = told
    *others, (orth, norm, prefix, suffix, shape, space, _) = keys
    return words, [*others, (orth, norm, prefix, suffix, shape, space, True)]


def _shifted(piece: str, plain: Piece | None) -> Piece:
    """A piece with left-out characters: the words that it has without them, behind those that it begins with."""
    if plain is None:
        return Piece((), (), len(piece))
    before = len(piece) - len(piece.lstrip(DROPPED))
    return Piece(tuple((at + before, *word) for at, *word in plain.words), plain.rows, len(piece))  # type: ignore[misc]
