"""Sentences with their clauses and figures, and what each is: what the transformer learns and is judged by.

A clause is marked as in ``bench.statements``, a figure as in ``bench.figures``. The labelled sentences of
``tests/cases`` teach too, and ``bench/plain``: ordinary news in which nothing is a claim, and near misses.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench import figures, statements
from bench.quality import Row
from factcheck.extraction.counts.learned.reader import Candidate, candidates, is_of
from factcheck.extraction.encoder import judging
from factcheck.extraction.encoder.encoder import before, pieces_of
from factcheck.extraction.page import Page, Sentence, lay_out
from factcheck.language.pieces import Piece
from factcheck.resources import ROOT
from factcheck.values import NARRATIVE_KINDS, Document

CASES = ROOT / "tests" / "cases"
PLAIN = ROOT / "bench" / "plain"
CASE = "cases"
NO_TEACHER = -1
"""The label of what teaches nothing: part of a claim that another clause stands for, a repeated figure."""


@dataclass(slots=True)
class Told:
    """A sentence: of each clause and figure its pieces and its class, by its place in judging's lists."""

    reports: str
    ids: list[int]
    sides: list[int]
    own: list[Piece]
    clauses: list[tuple[list[int], int]] = field(default_factory=list)
    figures: list[tuple[list[int], int]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """True where nothing is counted or marked."""
        return not self.figures and all(label <= 0 for _, label in self.clauses)

    def pieces(self, begin: int, end: int) -> list[int]:
        """The rows of a stretch of the sentence; the last one where it was not seen."""
        first = len(self.ids) - 1 - len(self.own)
        inside = [at + first for at, piece in enumerate(self.own) if piece.begin < end and piece.end > begin]
        return inside or [len(self.ids) - 2]


class _Collected:
    """Sentences by their page and place."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.found: dict[tuple[int, int], Told] = {}
        self._pages: list[Page] = []

    def of(self, page: Page, sentence: Sentence) -> Told:
        key = id(page), sentence.index
        if key not in self.found:
            self._pages.append(page)  # so that no other page gets its number
            self.found[key] = Told(self._name, *pieces_of(before(page, sentence), sentence.text))
        return self.found[key]

    def add_clauses(self, examples: Iterable[statements.Example]) -> None:
        for example in examples:
            sentence = example.clause.look.sentence
            told, span, begin = self.of(example.page, sentence), example.clause.span, sentence.span.start
            label = judging.CLAUSES.index(example.label) if example.counts else NO_TEACHER
            told.clauses.append((told.pieces(span.start - begin, span.end - begin), label))

    def add_figure(self, page: Page, one: Candidate, label: int) -> None:
        told, begin = self.of(page, one.sentence), one.sentence.span.start
        told.figures.append((told.pieces(one.at - begin, one.end - begin), label))


def sentences(name: str) -> Iterator[Told]:
    """The sentences of a set that have clauses or figures."""
    found = _Collected(name)
    pages: dict[tuple[str, int], Page] = {}
    for example in statements._of_set(name):
        pages.setdefault((example.page.text, 0), example.page)
        found.add_clauses([example])
    for figure in figures.figures_of(name):
        page = pages.get((figure.page.text, 0), figure.page)
        label = (
            judging.FIGURES.index(figure.marked or "none") if figure.marked or not figure.repeats else NO_TEACHER
        )
        found.add_figure(page, figure.candidate, label)
    yield from found.found.values()


def cases() -> Iterator[Told]:
    """The labelled sentences of counts (figures), and of charges, denials and states (clauses)."""
    found = _Collected(CASE)
    for text in dict.fromkeys(row["text"] for row in _rows("counts")):
        page, by_rules = figures._read(Document("case", text))
        for one in candidates(page):
            own = [f.kind for f in by_rules if f.quantity and is_of(one, f.span, f.quantity)]
            inside = any(f.span.start <= one.at < f.span.end for f in by_rules)
            if own or not inside:
                kind = own[0] if own and own[0] in judging.FIGURES else "none"
                found.add_figure(page, one, judging.FIGURES.index(kind))
    for text, rows in _by_text("narrative").items():
        marked = [_marked(row) for row in rows if row["kind"] in NARRATIVE_KINDS and row["quote"]]
        found.add_clauses(_clauses(Document("case", text), marked))
    yield from found.found.values()


def _rows(name: str) -> list[dict[str, str]]:
    with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _by_text(name: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in _rows(name):
        found.setdefault(row["text"], []).append(row)
    return found


def _marked(row: dict[str, str]) -> Row:
    start = row["text"].index(row["quote"])
    return {"doc": "case", "kind": row["kind"], "start": start, "end": start + len(row["quote"])}


def _clauses(document: Document, marked: Iterable[Row]) -> list[statements.Example]:
    page = lay_out(document)
    return statements.of_page(CASE, document.doc, page, marked)


def plain() -> Iterator[Told]:
    """Ordinary news without claims: every clause and figure is none."""
    found = _Collected(CASE)
    for document in plain_pages():
        clauses = _clauses(document, ())
        found.add_clauses(clauses)
        page, _found = figures._read(document)
        for one in candidates(page):
            found.add_figure(clauses[0].page if clauses else page, one, judging.FIGURES.index("none"))
    yield from found.found.values()


def plain_pages() -> Iterator[Document]:
    """The pages of ordinary news."""
    for path in (PLAIN / "everyday.txt", PLAIN / "politics.txt"):
        for text in path.read_text("utf-8").split("\n---\n"):
            title, _, body = text.strip().partition("\n\n")
            yield Document("plain", body, title=title)


def near_misses() -> Iterator[Told]:
    """Figures of paragraphs with their claims below ("= killed 12 @army; ?wounded 3": doubtful, teaches none)."""
    found = _Collected(CASE)
    for text, expected in _paragraphs(PLAIN / "near_misses.txt"):
        page, _ = figures._read(Document("near miss", text))
        for one in candidates(page):
            quantity = one.amount.quantity
            of_size = [kinds for kinds, size in expected if size in (quantity.low, quantity.high)]
            label = judging.FIGURES.index("none") if not of_size else NO_TEACHER
            if of_size and of_size[0] in judging.FIGURES:
                label = judging.FIGURES.index(of_size[0])
            found.add_figure(page, one, label)
    yield from found.found.values()


def _paragraphs(path: Path) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    text = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("="):
            claims = [one.partition("@")[0].split() for one in line[1:].split(";") if one.strip()]
            yield text, [(claim[0], float(claim[1])) for claim in claims if len(claim) > 1]
        elif not line.startswith("#"):
            text = line
