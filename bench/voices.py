"""Fits the weights by which the voice of a claim is chosen where no words beside it tell (voices/learned).

    python -m bench.voices             each set judged by weights of the others: right by the rules, and then
    python -m bench.voices --write     also writes data/learned/voices.csv.gz

The rules were made on sets that were read, and leave others without a voice than elsewhere; so each set is judged
with what the rules had said of it before it was read, of the claims of which they found no words that tell
(reports/first_voices.json: by set, then by document, start and kind of the marked claim). The labelled
sentences of tests/cases/claimants.csv, near misses above all, are a set of their own.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bench import quality
from bench.choices import Choice, fitted, left_out, write
from bench.marked import finding_of, page_of
from factcheck.extraction.page import Finding, Page, lay_out, parse_where
from factcheck.extraction.voices.attribution import asked, by_rules
from factcheck.extraction.voices.learned.candidates import candidates
from factcheck.extraction.voices.learned.choosing import MARGIN, MODEL, RULES, likeliest
from factcheck.resources import ROOT
from factcheck.values import NARRATIVE_KINDS, Document

CASES = ROOT / "tests" / "cases" / "claimants.csv"
FIRST = quality.SETS / "first_voices.json"
WEIGHT = 0.7
"""What a claim of a set counts that the rules had been made on."""
FEWEST = 10
"""Claims that must have a feature; 5 to 20 do equally well, and fewer words are read more easily."""
MARGINS = (0.0, 0.3, 0.6, MARGIN, 1.5)
OF_A_SET = ": "
"""What stands in features of one set alone: how far the rules can be trusted there."""

First = Mapping[str, Mapping[str, str | None]]


def claims(name: str, first: First) -> Iterator[Choice[str | None]]:
    """The marked counts of a set of which no words tell who gives them."""
    forms = json.loads((quality.SETS / name / "claimants.json").read_text("utf-8"))
    for _, document, marked in quality.documents(name):
        rows = [row for row in marked if row["kind"] not in NARRATIVE_KINDS]
        page = page_of(document, rows)
        for row in rows:
            finding = finding_of(page, row)
            said = None if finding is None else _by_rules(page, finding, row, first.get(name))
            if finding is not None and said is not None:
                yield _choice(name, page, finding, said[0], row["claimant"], forms, unread=name in first)


def cases() -> Iterator[Choice[str | None]]:
    """The labelled sentences of which the rules find no words that tell."""
    with CASES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            page = lay_out(Document("case", row["text"], source="The Example Post"))
            parse_where([page], lambda _: True)
            start = row["text"].index(row["quote"])
            finding = finding_of(page, {"kind": "killed", "start": start, "end": start + len(row["quote"])})
            spoken = None if finding is None else by_rules(page, finding)
            if finding is not None and spoken is not None and not spoken.told:
                yield _choice("cases", page, finding, spoken.claimant, row["claimant"] or None, {}, unread=False)


def _by_rules(
    page: Page, finding: Finding, row: quality.Row, first: Mapping[str, str | None] | None
) -> tuple[str | None] | None:
    """What the rules say of a claim of which no words tell; None for other claims."""
    if first is not None:
        key = f"{row['doc']} {row['start']} {row['kind']}"
        return (first[key],) if key in first else None
    spoken = by_rules(page, finding)
    return None if spoken.told else (spoken.claimant,)


def _choice(
    name: str, page: Page, finding: Finding, rule: str | None, marked: str | None,
    forms: Mapping[str, Sequence[str]], *, unread: bool,
) -> Choice[str | None]:  # fmt: skip
    found = {voice: list(told) for voice, told in candidates(page, asked(finding, rule)).items()}
    if not unread:
        for told in found.values():
            told += [f"{name}{OF_A_SET}{one}" for one in told if one == RULES]
    right = frozenset(voice for voice in found if quality._same_claimant(voice, marked, forms))
    return Choice(name, found, rule, right, 1.0 if unread else WEIGHT)


def _fitted(judged: Iterable[Choice[str | None]]) -> dict[str, float]:
    return fitted(judged, fewest=FEWEST)


def _chosen(choice: Choice[str | None], weights: Mapping[str, float], margin: float) -> str | None:
    return likeliest(choice.found, choice.rule, weights, margin)


def main() -> None:
    """Prints what is gained and lost on sets left out, and writes the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights")
    asked_for = parser.parse_args()
    first = json.loads(FIRST.read_text("utf-8"))
    judged = [*(choice for name in quality.sets() for choice in claims(name, first)), *cases()]
    for line in left_out(judged, _fitted, _chosen, MARGINS, first.__contains__, "claims"):
        print(line)
    if asked_for.write:
        of_a_set = f"{OF_A_SET}{RULES}"
        write(MODEL, {name: w for name, w in _fitted(judged).items() if not name.endswith(of_a_set)})


if __name__ == "__main__":
    main()
