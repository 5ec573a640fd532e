"""Marked claims in their surroundings, with the voices that may give each: what teaches it who says what."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bench import quality
from bench.encoder.told import CASE, CASES
from bench.marked import finding_of, page_of
from factcheck.extraction.encoder.window import Window, window
from factcheck.extraction.page import Finding, Page, lay_out, parse_where
from factcheck.extraction.voices.attribution import asked, by_rules
from factcheck.extraction.voices.learned import listening
from factcheck.extraction.voices.learned.listening import Heard
from factcheck.values import NARRATIVE_KINDS, Document

TOLD, UNTOLD, STATED = "counts of which words tell who gives them", "other counts", "charges, denials and states"
"""What the rules know of a claim's voice."""


@dataclass(frozen=True, slots=True)
class Question:
    """A claim: the rows of its pieces, the voices around, the keys of the right ones, and whom the rules name."""

    claim: list[int]
    heard: list[Heard]
    right: frozenset[str]
    rule: str
    sort: str


@dataclass(slots=True)
class Surroundings:
    """A sentence with those around it, and its claims."""

    reports: str
    told: Window
    questions: list[Question] = field(default_factory=list)

    @property
    def ids(self) -> list[int]:
        """The pieces' numbers."""
        return self.told.ids

    @property
    def sides(self) -> list[int]:
        """To which side each piece belongs."""
        return self.told.sides


def surroundings(name: str) -> Iterator[Surroundings]:
    """The sentences of a set that hold marked claims."""
    forms = json.loads((quality.SETS / name / "claimants.json").read_text("utf-8"))
    for _, document, rows in quality.documents(name):
        page = page_of(document, rows)
        found: dict[int, Surroundings] = {}
        for row in rows:
            finding = finding_of(page, row)
            if finding is not None:
                _add(found, name, page, finding, row["claimant"], forms)
        yield from found.values()


def cases() -> Iterator[Surroundings]:
    """The labelled sentences of ``tests/cases/claimants.csv``."""
    with (CASES / "claimants.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            page = lay_out(Document("case", row["text"], source="The Example Post"))
            parse_where([page], lambda _: True)
            start = row["text"].index(row["quote"])
            finding = finding_of(page, {"kind": "killed", "start": start, "end": start + len(row["quote"])})
            found: dict[int, Surroundings] = {}
            if finding is not None:
                _add(found, CASE, page, finding, row["claimant"] or None, {})
            yield from found.values()


def _add(
    found: dict[int, Surroundings], name: str, page: Page, finding: Finding,
    marked: str | None, forms: Mapping[str, Sequence[str]],
) -> None:  # fmt: skip
    sentence, spoken = finding.sentence, by_rules(page, finding)
    here = found.setdefault(sentence.index, Surroundings(name, window(page, sentence)))
    names, heard = listening.heard(page, sentence, here.told, spoken.claimant)
    claim = listening.claim_rows(here.told, sentence, asked(finding, spoken.claimant).span)
    right = frozenset(key for key, one in names.items() if quality._same_claimant(one, marked, forms))
    sort = STATED if finding.kind in NARRATIVE_KINDS else TOLD if spoken.told else UNTOLD
    here.questions.append(Question(claim, heard, right, listening.key_of(spoken.claimant), sort))
