"""Fits the model that reads blame, denials and states where no rule does, and judges it on sets left out.

    python -m bench.statements            each marked set by what the others taught: right, of how many, recall
    python -m bench.statements --write    also writes data/learned/statement*: tables of clauses, words, sentences

An example is a clause. It is of a kind when a marked claim of that kind fits it best; clauses that the claim takes
in besides are left aside. Blind sets teach nothing. Writing the sets' figures takes five minutes.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import logsumexp

from bench import learned as fitting
from bench import quality
from bench.wordvectors import Vectors, vectors
from factcheck.extraction.furniture import foreign
from factcheck.extraction.learned import BASE, Model
from factcheck.extraction.narrative.learned import gate, reader, words
from factcheck.extraction.narrative.learned.clauses import heads
from factcheck.extraction.narrative.learned.features import Clause, first_look, of_clause, voice_of
from factcheck.extraction.page import Page, lay_out, parse_where
from factcheck.resources import LEARNED
from factcheck.values import NARRATIVE_KINDS

RIDGE = 2.0
"""How strongly every weight is drawn to 0; 1 to 3 find the same within noise."""
FEWEST = 3
STEPS = 100
BESIDE = 0.3
"""A clause that shares so much with a marked claim, without being the one that fits it best, is left aside."""

Floats = NDArray[np.float32]


@dataclass(slots=True)
class Example:
    """A clause of a marked report: what it is marked as, and the kinds that it is part of."""

    reports: str
    doc: str
    page: Page
    clause: Clause
    label: str = reader.NONE
    beside: set[str] = field(default_factory=set)
    chances: dict[str, float] = field(default_factory=dict)

    @property
    def counts(self) -> bool:
        """False for part of a claim that another clause stands for."""
        return self.label != reader.NONE or not self.beside


def main() -> None:
    """Prints how the model does on each set that it was not taught, and writes it when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the tables that extraction reads")
    asked = parser.parse_args()
    known = examples()
    for name in sorted({example.reports for example in known}):
        model, table = fitted([e for e in known if e.reports != name])
        here = [example for example in known if example.reports == name]
        sure = reader.chances(model, table, [example.clause for example in here])
        for example, row in zip(here, sure.tolist(), strict=True):
            example.chances = dict(zip(model.classes, row, strict=True))
        print(name, *(_figures(name, here, kind) for kind in sorted(NARRATIVE_KINDS)), sep="   ", flush=True)
    if asked.write:
        write(known)


def examples() -> list[Example]:
    """The clauses of all marked reports but those of blind sets."""
    found: list[Example] = []
    for name in quality.sets():
        found += _of_set(name)
    return found


def _of_set(name: str) -> Iterator[Example]:
    for doc, document, rows in quality.documents(name):
        yield from of_page(name, doc, lay_out(document), rows)


def of_page(name: str, doc: str, page: Page, marked: Iterable[quality.Row]) -> list[Example]:
    """The clauses of a page with what its marked claims make of them."""
    parse_where([page], lambda sentence: True)
    here = [
        Example(name, doc, page, of_clause(page, first_look(sentence, head), voice_of(page, sentence, head)))
        for sentence in page.sentences
        if sentence.index not in foreign(page) and sentence.tokens is not None
        for head in heads(sentence.tokens)
    ]
    for row in marked:
        if row["kind"] in NARRATIVE_KINDS:
            _mark(here, row)
    return here


def _mark(here: Sequence[Example], row: quality.Row) -> None:
    fits = sorted(((_shared(example, row), at) for at, example in enumerate(here)), reverse=True)
    if not fits or not fits[0][0]:
        return
    here[fits[0][1]].label = row["kind"]
    for share, at in fits[1:]:
        if share >= BESIDE:
            here[at].beside.add(row["kind"])


def _shared(example: Example, row: quality.Row) -> float:
    span = example.clause.span
    return quality._overlap({"start": span.start, "end": span.end}, row)


def fitted(known: Sequence[Example]) -> tuple[Model, words.Words]:
    """What the examples teach of features, and of words by their vectors."""
    known = [example for example in known if example.counts]
    seen = Counter(name for example in known for name in example.clause.features)
    names = [BASE, *sorted(name for name, times in seen.items() if times >= FEWEST)]
    rows = {name: at for at, name in enumerate(names)}
    sparse = fitting.table_of([example.clause.features for example in known], rows).astype(np.float32)
    known_words = vectors()
    dense = np.stack([_meaning(known_words, example.clause) for example in known])
    kinds = (reader.NONE, *sorted(NARRATIVE_KINDS))
    labels = np.array([kinds.index(example.label) for example in known])
    weights = _fit(sparse, dense, labels, len(kinds))
    shown, meant = weights[: len(names)], weights[len(names) :]
    size = known_words.table.shape[1]
    by_place = meant.reshape(len(words.PLACES), size, len(kinds))
    table = words.of(list(known_words.rows), np.einsum("wv,pvk->wpk", known_words.table, by_place))
    return Model(kinds, rows, shown), table


def _meaning(known: Vectors, clause: Clause) -> Floats:
    """The vectors of the words in the places of a clause, one after the other; 0 where none is known."""
    found = np.zeros((len(words.PLACES), known.table.shape[1]), dtype=np.float32)
    for place, word in enumerate(clause.slots):
        if word in known.rows:
            found[place] = known.table[known.rows[word]]
    told = [known.rows[word] for word in clause.look.words if word in known.rows]
    if told:
        found[-1] = known.table[told].sum(axis=0) / sqrt(len(told))
    return found.ravel()


def _fit(sparse: csr_matrix, dense: Floats, labels: NDArray[np.int64], classes: int) -> Floats:
    """A multinomial logistic regression over both tables, with a ridge on all weights."""
    first, turned = sparse.shape[1], sparse.T.tocsr()
    marked = np.eye(classes, dtype=np.float32)[labels]

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(-1, classes).astype(np.float32)
        odds = sparse @ weights[:first] + dense @ weights[first:]
        odds -= logsumexp(odds, axis=1, keepdims=True)
        gap = np.exp(odds) - marked
        slope = np.concatenate([turned @ gap, dense.T @ gap]) + RIDGE * weights
        return float(-(marked * odds).sum() + RIDGE * (weights**2).sum() / 2), slope.ravel().astype(float)

    start = np.zeros((first + dense.shape[1]) * classes)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(found.x, dtype=np.float32).reshape(-1, classes)


def _figures(name: str, here: Sequence[Example], kind: str) -> str:
    """How many of the clauses taken as a kind are right, and how many marked claims they find."""
    taken: list[quality.Row] = []
    for example in sorted(here, key=lambda e: -e.chances[kind]):
        span = example.clause.span
        row = {"doc": example.doc, "kind": kind, "start": span.start, "end": span.end}
        if example.chances[kind] < reader.LEAST[kind]:
            break
        if not any(row["doc"] == other["doc"] and quality._overlap(row, other) for other in taken):
            taken.append(row)
    marked = [row for row in quality.gold(name) if row["kind"] == kind]
    right = len(quality.paired(taken, marked))
    return f"{kind}: {right} of {len(taken)} right, recall {right / max(1, len(marked)):.2f}"


def write(known: Sequence[Example]) -> None:
    """The tables that extraction reads hold what all examples teach."""
    model, table = fitted(known)
    LEARNED.mkdir(exist_ok=True)
    fitting.write(model, LEARNED / f"{reader.MODEL}.csv.gz")
    words.write(LEARNED / f"{reader.WORDS}.npz", table)
    fitting.write(fitting.fitted(_sentences(known)), LEARNED / f"{gate.MODEL}.csv.gz")


def _sentences(known: Sequence[Example]) -> list[fitting.Example]:
    """The sentences with what they are to the gate: whether one of their clauses is marked."""
    held: dict[tuple[str, int], list[Example]] = {}
    for example in known:
        held.setdefault((example.doc, example.clause.look.sentence.span.start), []).append(example)
    return [
        fitting.Example(
            tuple(gate.features(clauses[0].clause.look.sentence.words)),
            gate.STATEMENT if any(example.label != reader.NONE for example in clauses) else reader.NONE,
            clauses[0].reports,
        )
        for clauses in held.values()
    ]


if __name__ == "__main__":
    main()
