"""The clauses of a parsed sentence that may assert something: their heads, and the words that they hold."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction.syntax import Token, Tokens
from factcheck.extraction.voices.clauses import core
from factcheck.lexicons import word_set

_NO_CLAUSE = word_set("aux auxpass amod compound neg case det prep agent mark cc advmod prt")
_FRAGMENTS = frozenset({"ROOT", "parataxis", "ccomp"})
_OPEN = word_set("NOUN PROPN ADJ ADP INTJ ADV NUM PRON SCONJ DET PART")
_OTHERS = word_set("relcl advcl parataxis ccomp conj")
_AHEAD = word_set("ccomp parataxis advcl")
_LINKS = word_set("cc punct")


def heads(tokens: Tokens) -> Iterator[Token]:
    """The word that heads each clause: its verb or, where it has none, its first word in the tree."""
    for token in tokens:
        if token.is_punct or token.is_space or token.dep_ in _NO_CLAUSE:
            continue
        if token.pos_ in ("VERB", "AUX") or (token.dep_ in _FRAGMENTS and token.pos_ in _OPEN):
            yield token


def words_of(head: Token) -> list[Token]:
    """The words of a clause in the order of the text, without marks and without the clauses around it."""
    kept = [head]
    for part in head.children:
        if not _is_another(part, head):
            kept += core(part)
    return sorted((word for word in kept if not word.is_punct), key=_place)


def _is_another(part: Token, head: Token) -> bool:
    """Clauses beside or below this one, and what only links them."""
    if part.dep_ in _LINKS:
        return part.i > head.i
    if part.dep_ not in _OTHERS or (part.i < head.i and part.dep_ not in _AHEAD):
        return False
    return part.pos_ in ("VERB", "AUX") or part.dep_ not in ("advcl", "conj")


def _place(word: Token) -> int:
    return word.i
