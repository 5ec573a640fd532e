"""Fits the weights by which the days of a page's incident are chosen (factcheck/extraction/dates/choosing.py).

    python -m bench.dates             each set judged by weights of the others: pages right by the rules, and then
    python -m bench.dates --write     also writes data/learned/dates.csv.gz
    python -m bench.dates --known DOCS.jsonl DAYS.csv     adds documents of which one day is known (doc,day)

A page's right days are those that most of its marked counts have. The rules were made on sets that were read, and
are right there more often than elsewhere; so each page is judged with what the rules had said of it before its set
was read (reports/first_days.json). The fit is a conditional logistic regression over the candidates of a page.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import quality
from bench.choices import Choice, fitted, left_out, write
from factcheck.extraction.dates.anchor import incident_days
from factcheck.extraction.dates.candidates import Days, candidates
from factcheck.extraction.dates.choosing import MARGIN, MODEL, likeliest
from factcheck.extraction.dates.pagetimes import PageTimes
from factcheck.extraction.page import lay_out
from factcheck.pipeline.imports import read
from factcheck.readers import Defaults
from factcheck.values import NARRATIVE_KINDS, DateSpan, Document

FIRST = quality.SETS / "first_days.json"
SPENT = ("demo", "open", "fresh", "held", "studied")
"""Sets that the rules had been made on when first_days.json was written: their rules are more often right."""
RIDGE = 6.0
WEIGHT = {"spent": 0.5, "known": 0.1}
"""What a page of a spent set counts, and a document with a known day; 0.05 to 0.2 give the same within 2 pages."""
KNOWN = 2
"""Days that the right candidate of a document with a known day has at most."""
MARGINS = (0.0, MARGIN, 0.6, 0.9, 1.5)

OF_A_SET = ": "
"""What stands in features of one set alone: how far the rules can be trusted there."""

Floats = NDArray[np.float64]


Judged = Choice[Days]
"""A page: its set, what the rules say, the candidates with their features, and which of them are right."""


def pages(name: str) -> Iterator[Judged]:
    """The pages of a marked set that have claims."""
    first = json.loads(FIRST.read_text("utf-8"))
    for doc, document, rows in quality.documents(name):
        counts = [row for row in rows if row["kind"] not in NARRATIVE_KINDS] or rows
        if counts:
            told = Counter(_span(row["event_date"]) for row in counts)
            right = frozenset({told.most_common(1)[0][0]})
            yield _judged(name, document, right, first.get(f"{name}/{doc}", ...))


def known(docs: Path, days: Path) -> Iterator[Judged]:
    """Documents of which one day is known: the candidates that are little longer and hold it are right."""
    with days.open(encoding="utf-8", newline="") as file:
        told = {row["doc"]: date.fromisoformat(row["day"]) for row in csv.DictReader(file)}
    for document in read([docs], Defaults()):
        if isinstance(document, Document) and document.doc in told:
            day = told[document.doc]
            page = _judged(days.stem, document, frozenset(), ...)
            right = {d for d in page.found if d and d.first <= day <= d.last and d.days <= KNOWN}
            yield Choice(page.set, page.found, page.rule, frozenset(right), WEIGHT["known"])


def _judged(name: str, document: Document, right: frozenset[Days], said: object) -> Judged:
    times = PageTimes(lay_out(document))
    now = incident_days(times)
    rule = now if said is ... else _span(said)
    times.anchor = rule
    found: dict[Days, list[str]] = candidates(times, rule)
    if name in SPENT or said is ...:
        for features in found.values():
            features += [f"{name}{OF_A_SET}{one}" for one in features if "the rules say" in one]
    return Choice(name, found, rule, right, WEIGHT["spent"] if name in SPENT else 1.0)


def _span(days: object) -> Days:
    return DateSpan(*(date.fromisoformat(day[:10]) for day in days)) if isinstance(days, list) else None


def _fitted(judged: Iterable[Judged]) -> dict[str, float]:
    return fitted(judged, ridge=RIDGE)


def _chosen(page: Judged, weights: Mapping[str, float], margin: float) -> Days:
    return likeliest(page.found, page.rule, weights, margin)


def _is_unread(name: str) -> bool:
    """True for a set whose first days are those of rules that were older than it."""
    return name not in SPENT and (quality.SETS / name).is_dir()


def main() -> None:
    """Prints what is gained and lost on sets left out, and writes the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--known", nargs=2, type=Path, action="append", default=[], metavar=("DOCS", "DAYS"))
    parser.add_argument("--write", action="store_true", help="write the weights")
    asked = parser.parse_args()
    judged = [page for name in quality.sets() for page in pages(name)]
    judged += [page for docs, days in asked.known for page in known(docs, days)]
    for line in left_out(judged, _fitted, _chosen, MARGINS, _is_unread, "pages"):
        print(line)
    if asked.write:
        write(MODEL, {name: w for name, w in _fitted(judged).items() if OF_A_SET not in name})


if __name__ == "__main__":
    main()
