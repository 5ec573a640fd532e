"""Fits the weights by which open counts choose whom they count (factcheck/extraction/counts/victims/choosing.py).

    python -m bench.victims             each set judged by weights of the others: right by the rules, and then
    python -m bench.victims --write     also writes data/learned/victims.csv.gz

A phrase is right when it shares half of its words with the marked one (Dice); so several of a count's candidates
may be right. The fit is a conditional logistic regression over the candidates of each count.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bench import choices, quality
from bench.choices import Choice
from factcheck import extraction
from factcheck.extraction.counts.findings import unweighed
from factcheck.extraction.counts.victims.candidates import PEOPLE, Phrase, candidates
from factcheck.extraction.counts.victims.choosing import MARGIN, MODEL, Stems, is_open, likeliest
from factcheck.extraction.counts.victims.mentions import stems_of
from factcheck.extraction.page import Finding, lay_out
from factcheck.values import NARRATIVE_KINDS

SPENT = "demo"
"""The set that most rules were made on: its rules are more often right, so that it teaches little."""
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
    for doc, document, rows in quality.documents(name):
        marked = [row for row in rows if row["kind"] not in NARRATIVE_KINDS]
        page = lay_out(document)
        extraction._parse([page])
        found = unweighed(page)
        for row, gold in quality.paired([_row(doc, one, at) for at, one in enumerate(found)], marked):
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


def main() -> None:
    """Prints what is gained and lost on sets left out, and writes the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights")
    asked = parser.parse_args()
    told = [one for name in quality.sets() for one in opens(name)]
    for line in choices.left_out(told, fitted, _chosen, MARGINS, noun="open counts"):
        print(line)
    if asked.write:
        choices.write(MODEL, fitted(told))


if __name__ == "__main__":
    main()
