"""Fits the weights by which open counts choose whom they count (factcheck/extraction/counts/victims/choosing.py).

    python -m bench.victims             each set judged by weights of the others: right by the rules, and then
    python -m bench.victims --write     also writes data/learned/victims.csv.gz

A phrase is right when it shares half of its words with the marked one (Dice); so several of a count's candidates
may be right. The fit is a conditional logistic regression over the candidates of each count.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bench import choices, quality
from bench.choices import Choice
from factcheck import extraction
from factcheck.extraction import learned
from factcheck.extraction.counts.findings import unweighed
from factcheck.extraction.counts.victims.candidates import PEOPLE, Phrase, candidates
from factcheck.extraction.counts.victims.choosing import MARGIN, MODEL, Stems, is_open, likeliest
from factcheck.extraction.counts.victims.mentions import stems_of
from factcheck.extraction.page import Finding, lay_out
from factcheck.pipeline.imports import read
from factcheck.readers import Defaults
from factcheck.resources import LEARNED
from factcheck.values import NARRATIVE_KINDS, Document

SPENT = "demo"
"""The set that most rules were made on: its rules are more often right, so that it teaches little."""
LEAST = 0.02
MARGINS = (0.0, 0.3, MARGIN, 0.9, 1.2)
WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Open:
    """A count whose words do not tell whom it counts: its set, its candidates, the rules' one, the right ones."""

    set: str
    found: Mapping[Stems, Phrase]
    rule: Stems
    right: frozenset[Stems]


def opens(name: str) -> Iterator[Open]:
    """The open counts of a marked set that are marked too."""
    marked: dict[str, list[quality.Row]] = defaultdict(list)
    for row in quality.gold(name):
        if row["kind"] not in NARRATIVE_KINDS:
            marked[row["doc"]].append(row)
    for document in read([quality.texts(name)], Defaults()):
        assert isinstance(document, Document)
        page = lay_out(document)
        extraction._parse([page])
        found = unweighed(page)
        doc = quality._doc(document.doc)
        for row, gold in quality.paired([_row(doc, one, at) for at, one in enumerate(found)], marked[doc]):
            finding = found[row["at"]]
            if is_open(page, finding):
                told = candidates(page, finding, found)
                right = frozenset(key for key in told if same(key, stems_of(gold["victims"] or "")))
                yield Open(name, told, stems_of(finding.victims or PEOPLE), right)


def _row(doc: str, finding: Finding, at: int) -> quality.Row:
    quantity = finding.quantity
    return {
        "doc": doc, "kind": finding.kind, "start": finding.span.start, "end": finding.span.end, "at": at,
        "low": quantity and quantity.low, "high": quantity and quantity.high,
        "qualifier": quantity and quantity.qualifier.value,
    }  # fmt: skip


def same(one: Stems, other: Stems) -> bool:
    """True when two phrases share half of their words."""
    return 2 * len(one & other) >= (len(one) + len(other)) / 2 if one and other else one == other


def fitted(told: Iterable[Open]) -> dict[str, float]:
    """The weight of every feature that several counts have."""
    return choices.fitted(
        Choice(
            one.set, {key: phrase.told for key, phrase in one.found.items()}, one.rule, one.right,
            WEIGHT if one.set == SPENT else 1.0,
        )
        for one in told
    )  # fmt: skip


def _chosen(one: Open, weights: Mapping[str, float], margin: float) -> Stems:
    return likeliest(one.found, one.rule, weights, margin)


def write(weights: Mapping[str, float]) -> None:
    """The table that extraction reads holds these weights, without those near 0."""
    kept = {name: [round(w, 2)] for name, w in weights.items() if abs(w) >= LEAST}
    learned.write(LEARNED / f"{MODEL}.csv.gz", ("right",), {learned.BASE: [0.0], **kept})


def main() -> None:
    """Prints what is gained and lost on sets left out, and writes the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights")
    asked = parser.parse_args()
    names = sorted(f.name for f in quality.SETS.iterdir() if f.is_dir() and not f.name.endswith("_blind"))
    told = [one for name in names for one in opens(name)]
    for line in choices.left_out(told, fitted, _chosen, MARGINS, noun="open counts"):
        print(line)
    if asked.write:
        write(fitted(told))


if __name__ == "__main__":
    main()
