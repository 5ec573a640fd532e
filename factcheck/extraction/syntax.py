"""A parsed sentence as plain Python objects: words with their tags, and the tree that they form.

The rules ask the words of a sentence some thousands of questions. On spaCy's own tokens each answer crosses into
C and builds its strings and objects anew, so a parse is read once into these records. Names are those of spaCy.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, overload


class Token:
    """A word in its sentence; ``i`` counts words, ``idx`` characters from the sentence's start.

    ``children`` are in the order of the text. A root is its own ``head``.
    """

    __slots__ = (
        "_subtree", "children", "dep_", "doc", "head", "i", "idx", "is_punct", "is_space", "like_num", "lower_",
        "pos_", "tag_", "text",
    )  # fmt: skip

    doc: Tokens
    i: int
    idx: int
    text: str
    lower_: str
    tag_: str
    dep_: str
    pos_: str
    like_num: bool
    is_punct: bool
    is_space: bool
    head: Token
    children: Sequence[Token]
    _subtree: Sequence[Token] | None

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def nbor(self, steps: int = 1) -> Token:
        """The word so many steps to the right (to the left when below 0); IndexError beyond the sentence."""
        at = self.i + steps
        if at < 0:
            raise IndexError(at)
        return self.doc.words[at]

    @property
    def lefts(self) -> Sequence[Token]:
        """The children before the word."""
        return [child for child in self.children if child.i < self.i]

    @property
    def subtree(self) -> Sequence[Token]:
        """The word and all that hangs from it, in the order of the text."""
        if self._subtree is None:
            self._subtree = list(self._below()) if self.children else (self,)
        return self._subtree

    def _below(self) -> Iterator[Token]:
        told = False
        for child in self.children:
            if not told and child.i > self.i:
                told = True
                yield self
            yield from child.subtree
        if not told:
            yield self

    @property
    def left_edge(self) -> Token:
        """The first word of the subtree."""
        return min(self.subtree, key=_place)

    @property
    def right_edge(self) -> Token:
        """The last word of the subtree."""
        return max(self.subtree, key=_place)

    @property
    def ancestors(self) -> Iterator[Token]:
        """The head, its head and so on up to the root."""
        at = self
        while at.head is not at:
            at = at.head
            yield at

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other members of the list that the word belongs to."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        members = [first]
        for member in members:
            members += [child for child in member.children if child.dep_ == "conj" and child.i > member.i]
        return tuple(member for member in members if member is not self)


class Tokens:
    """The parse of one sentence: its words in order. ``notes`` is for what steps tell later ones about it."""

    __slots__ = ("_lowers", "_starts", "notes", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[Token] = []
        self.notes: dict[str, Any] = {}
        self._starts: list[int] | None = None
        self._lowers: frozenset[str] | None = None

    @property
    def lowers(self) -> frozenset[str]:
        """The words in lower case, each once: the quickest way to see what a rule need not look for."""
        if self._lowers is None:
            self._lowers = frozenset([word.lower_ for word in self.words])
        return self._lowers

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        return self.words[at]

    def forget(self) -> None:
        """The words no longer refer to each other: they are freed at once, and no collection has to find them."""
        for word in self.words:
            del word.head, word.doc
            word.children, word._subtree = (), None
        self.words.clear()
        self.notes.clear()

    def stretch(self, start: int, end: int) -> str:
        """The text from one word up to another, which is left out."""
        words = self.words[start:end]
        return self.text[words[0].idx : words[-1].idx + len(words[-1].text)] if words else ""

    def covering(self, start: int, end: int) -> list[Token]:
        """The words that a stretch of characters touches."""
        if self._starts is None:
            self._starts = [word.idx for word in self.words]
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1)
        if first < 0 or start >= self.words[first].idx + len(self.words[first].text):
            first += 1  # it begins at the space behind a word
        return self.words[first:last]


def _place(token: Token) -> int:
    return token.i
