"""Fits the weights by which the stance of a count is told where a side gives it (voices/learned/stances).

    python -m bench.stances             each set judged by weights of the others: right by the rules, and then
    python -m bench.stances --write     also writes data/learned/stances.csv.gz

Examples are the counts that extraction finds and that are marked; the demo reports are only judged.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from bench import quality
from bench.learned import Example, chances, fitted, write
from factcheck import extraction, record
from factcheck.extraction import counts
from factcheck.extraction.page import Page, lay_out
from factcheck.extraction.voices.attribution import attribute, claimant_of
from factcheck.extraction.voices.learned.stances import MARGIN, MODEL, may_change, may_differ, told
from factcheck.extraction.voices.stances import by_rules, war_words
from factcheck.pipeline.imports import read
from factcheck.readers import Defaults
from factcheck.resources import LEARNED
from factcheck.values import Document, Stance

RIDGE, FEWEST = 6.0, 15
JUDGED = "demo"


@dataclass(frozen=True, slots=True)
class Judged:
    """A marked count: its example, the stance of the rules, who gives it, and whether it may change."""

    example: Example
    rule: Stance
    claimant: str
    open: bool


def examples(name: str) -> Iterator[Judged]:
    """The marked counts of a set that extraction finds under a claimant."""
    marked = quality.gold(name)
    for document in read([quality.texts(name)], Defaults()):
        assert isinstance(document, Document)
        page = lay_out(document)
        extraction._parse([page])
        yield from _of_page(name, page, [row for row in marked if row["doc"] == quality._doc(document.doc)])


def _of_page(name: str, page: Page, marked: list[quality.Row]) -> Iterator[Judged]:
    found = counts.find(page)
    rows = [
        quality._short(record.to_json(extraction._claim(page, finding, attribute(page, finding))))
        for finding in found
    ]
    finding_of = {id(row): finding for row, finding in zip(rows, found, strict=True)}
    for row, gold in quality.paired(rows, marked):
        finding = finding_of[id(row)]
        claimant, spoken = claimant_of(page, finding)
        if claimant is not None:
            rule = by_rules(page, finding, claimant, spoken.stance)
            features = tuple(dict.fromkeys(told(page, finding, claimant, rule, war_words(page))))
            yield Judged(
                Example(features, gold["stance"], name), rule, claimant, may_differ(finding, claimant, rule)
            )


def main() -> None:
    """Prints what is gained and lost on sets left out, and writes the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights")
    asked = parser.parse_args()
    names = sorted(f.name for f in quality.SETS.iterdir() if f.is_dir() and not f.name.endswith("_blind"))
    judged = {name: list(examples(name)) for name in names}
    for name in names:
        others = [one.example for other in names if other not in (name, JUDGED) for one in judged[other]]
        print(_line(name, judged[name], others))
    if asked.write:
        taught = [one.example for name in names if name != JUDGED for one in judged[name]]
        write(fitted(taught, ridge=RIDGE, fewest=FEWEST), LEARNED / f"{MODEL}.csv.gz")


def _line(name: str, judged: list[Judged], others: list[Example]) -> str:
    model = fitted(others, ridge=RIDGE, fewest=FEWEST)
    gained: dict[tuple[str, str], list[int]] = {}
    for one, row in zip(judged, chances(model, [one.example.features for one in judged]), strict=True):
        best = Stance(model.classes[int(row.argmax())])
        may = one.open and may_change(one.claimant, one.rule, best)
        if may and row.max() > row[model.classes.index(one.rule)] + MARGIN:
            change = gained.setdefault((one.rule, best), [0, 0])
            change[0] += best == one.example.label
            change[1] += one.rule == one.example.label
    right = sum(one.rule == one.example.label for one in judged)
    told_apart = "  ".join(f"{a} to {b}: +{plus} -{minus}" for (a, b), (plus, minus) in sorted(gained.items()))
    return f"{name:12} {len(judged):4} counts, right {right}; {told_apart}"


if __name__ == "__main__":
    main()
