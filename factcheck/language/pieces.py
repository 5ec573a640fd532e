"""Words cut into the pieces that learnt vectors know: WordPiece (Wu et al. 2016), all in lower case.

The longest known piece from the left, then the longest of what is left; a word of which a part is unknown is one
unknown piece. Written here in place of the usual package, which brings a client for a hub of models with it; the
pieces and their places are those of that package (``tests/extraction/test_encoder.py`` holds samples).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.resources import LEARNED

VOCABULARY = LEARNED / "vocabulary.txt"
UNKNOWN, BEGIN, END = 100, 101, 102
"""The numbers of what has no piece, and of where a text begins and ends."""
LONGEST = 100
"""A word of more characters is unknown."""
_WORD = re.compile(r"\S+")


class Piece(NamedTuple):
    """A piece's number, and where it stands."""

    number: int
    begin: int
    end: int


def pieces(text: str) -> list[Piece]:
    """The pieces of a text in order, with their places in it."""
    return [
        Piece(number, word.start() + begin, word.start() + end)
        for word in _WORD.finditer(text)
        for number, begin, end in _of_word(word[0])
    ]


@lru_cache(maxsize=50_000)
def _of_word(written: str) -> tuple[Piece, ...]:
    """The pieces of what stands between two spaces."""
    return tuple(piece for part in _parts(written) for piece in _cut(part))


def _parts(written: str) -> Iterator[list[tuple[str, int]]]:
    """Its words and marks in lower case and without accents, each character with its place."""
    held: list[tuple[str, int]] = []
    for at, character in enumerate(written):
        for plain in unicodedata.normalize("NFD", character).lower():
            kind = unicodedata.category(plain)
            if kind in ("Mn", "Cc", "Cf", "Cn", "Co") or plain == "\ufffd":
                continue
            if _is_mark(plain, kind) or _is_ideograph(plain):
                if held:
                    yield held
                yield [(plain, at)]
                held = []
            else:
                held.append((plain, at))
    if held:
        yield held


def _is_mark(character: str, kind: str) -> bool:
    return kind.startswith("P") or (character < "\x7f" and not character.isalnum())


def _is_ideograph(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


def _cut(part: list[tuple[str, int]]) -> Iterator[Piece]:
    known = _vocabulary()
    word = "".join(character for character, _ in part)
    whole = Piece(UNKNOWN, part[0][1], part[-1][1] + 1)
    found: list[Piece] = []
    begin = 0
    while begin < len(word):
        lead = "##" if begin else ""
        end = next((end for end in range(len(word), begin, -1) if lead + word[begin:end] in known), None)
        if end is None or len(word) > LONGEST:
            yield whole
            return
        found.append(Piece(known[lead + word[begin:end]], part[begin][1], part[end - 1][1] + 1))
        begin = end
    yield from found


@cache
def _vocabulary() -> dict[str, int]:
    return {piece: number for number, piece in enumerate(VOCABULARY.read_text("utf-8").split("\n")) if piece}
