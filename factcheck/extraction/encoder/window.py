"""A sentence in its surroundings as the transformer sees it: who publishes, what goes before, what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.extraction.encoder.encoder import CHARACTERS, MOST, Floats, states
from factcheck.extraction.furniture import foreign
from factcheck.extraction.page import Page, Sentence
from factcheck.language.pieces import BEGIN, END, Piece, pieces

BACK, AHEAD = 4, 1
"""Sentences before and behind it that are told."""
HEAD, BEFORE, BEHIND = 12, 110, 40
"""Of who publishes so many pieces are told, of what goes before, the last ones, and of what comes next."""
NEXT = 300
"""No more characters of the next sentence are taken apart."""
MEMO = "windows"


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces of a sentence and of those around it: their numbers, to which side each belongs, where they stand.

    ``told`` has, by the index of a sentence, the row of its first piece and its pieces; ``head`` are the rows of
    who publishes, ``middle`` is the row of the mark between the sides.
    """

    ids: list[int]
    sides: list[int]
    told: Mapping[int, tuple[int, list[Piece]]]
    head: list[int]
    middle: int

    def rows(self, index: int, begin: int, end: int) -> list[int]:
        """The rows of a stretch of a sentence; none where it was not seen."""
        first, own = self.told.get(index, (0, []))
        return [first + at for at, piece in enumerate(own) if piece.begin < end and piece.end > begin]


def window(page: Page, sentence: Sentence) -> Window:
    """What is told of a sentence."""
    head = [piece.number for piece in pieces((page.document.source or "")[:80])[:HEAD]]
    ids = [BEGIN, *head]
    told: dict[int, tuple[int, list[Piece]]] = {}
    for index, before in reversed(_before(page, sentence)):
        told[index] = len(ids), before
        ids += [piece.number for piece in before]
    ids.append(END)
    middle = len(ids) - 1
    told[sentence.index] = len(ids), pieces(sentence.text[:CHARACTERS])[:MOST]
    ids += [piece.number for piece in told[sentence.index][1]]
    for index in range(sentence.index + 1, min(sentence.index + 1 + AHEAD, len(page.sentences))):
        if index not in foreign(page):
            told[index] = len(ids), pieces(page.sentences[index].text[:NEXT])[:BEHIND]
            ids += [piece.number for piece in told[index][1]]
    ids.append(END)
    sides = [0] * (middle + 1) + [1] * (len(ids) - middle - 1)
    return Window(ids, sides, told, list(range(1, 1 + len(head))), middle)


def _before(page: Page, sentence: Sentence) -> list[tuple[int, list[Piece]]]:
    """The sentences before, the nearest first, as far as there is room."""
    found, room = [], BEFORE
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - BACK), -1):
        if index in foreign(page) or not room:
            continue
        text = page.sentences[index].text
        cut = max(0, len(text) - CHARACTERS)
        own = [Piece(p.number, p.begin + cut, p.end + cut) for p in pieces(text[cut:])][-room:]
        room -= len(own)
        found.append((index, own))
    return found


def read(page: Page, sentence: Sentence) -> tuple[Window, Floats]:
    """The surroundings of a sentence, and the vector of each piece; worked out once."""
    known: dict[int, tuple[Window, Floats]] = page.memo.setdefault(MEMO, {})
    if sentence.index not in known:
        found = window(page, sentence)
        known[sentence.index] = found, states(found.ids, found.sides)
    return known[sentence.index]
