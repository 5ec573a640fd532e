"""The learnt reader of figures: how right it is on sets of reports left out, and the weights that it reads by.

    python -m bench.figures            every marked set by the weights of the others, a row a threshold and a kind
    python -m bench.figures --write    also fits the weights on all sets and writes data/learned/figures.csv.gz
    ... --unmarked FOLDER              also learns what is no claim from texts with tolls: docs.jsonl, gold.jsonl

The rules were made on most of these sets, and find more of them than of unread reports. So a share of what they
found is hidden (``HIDDEN``), as if they did not know it, and the model reads what is left. It is fitted to every
figure, found by the rules or not, once for each share in ``SHARES`` of the other counts that it is told of. Of the
sets that no rule was made on (``quality.TEACHING``) hardly anything is hidden: there the rules are as they are.

The marked reports are dense with claims; ordinary news is not. So figures of unmarked texts count as no claim
where the rules took none of that size and the text's row in gold.jsonl (``doc`` or ``docs``) has no such number.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from bench import learned as trainer
from bench import quality
from bench.learned import Example
from factcheck import extraction
from factcheck.extraction.counts.findings import by_rules
from factcheck.extraction.counts.learned import reader
from factcheck.extraction.counts.learned.features import of_figure
from factcheck.extraction.counts.learned.reader import Candidate
from factcheck.extraction.counts.learned.surroundings import around
from factcheck.extraction.counts.numbers import figures
from factcheck.extraction.counts.quantities import Reading
from factcheck.extraction.page import Finding, Page, lay_out, parse_where
from factcheck.resources import LEARNED, ROOT
from factcheck.values import NARRATIVE_KINDS, Document, Span

SHARES = (0.9, 0.7, 0.5)
"""Of the counts that the rules found on a page, the model is told of so many, in turn."""
UNREAD_SHARES = (1.0, 0.9, 0.8)
"""The same for a set that no rule was made on."""
HIDDEN = 0.4
"""Of unread reports the rules found three in five counts."""
CASES = ROOT / "tests" / "cases" / "counts.csv"
RIDGE = 2.0
UNMARKED = "unmarked"
WEIGHT = 1.0
"""How much a figure of a labelled sentence counts beside a marked one."""
DOUBTFUL = 0.5
"""How much one of an unmarked text does, which may be a claim after all."""
LEVELS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


@dataclass(slots=True)
class Figure:
    """A figure of a marked report: its features alone, its page, and the kind that it is marked with."""

    group: str
    page: Page
    candidate: Candidate
    features: list[str]
    found: list[Finding]
    marked: str | None = None
    repeats: bool = False

    def own(self, finding: Finding) -> bool:
        """True for the claim that the rules made of it."""
        return reader.is_of(self.candidate, finding.span, finding.quantity)

    def features_with(self, found: Iterable[Finding]) -> tuple[str, ...]:
        """All features where the rules found just so much."""
        told = sorted(
            (reader.told_by(f) for f in found if f.quantity is not None and not self.own(f)), key=lambda t: t.at
        )
        sentence, amount = self.candidate
        return *self.features, *around(self.page, sentence, self.candidate.at, amount.quantity, told)


def figures_of(name: str) -> Iterator[Figure]:
    """Every figure of a set."""
    for _, document, rows in quality.documents(name):
        page, found = _read(document)
        here = [Figure(name, page, c, of_figure(c.amount), found) for c in reader.candidates(page)]
        _mark(here, [row for row in rows if row["kind"] not in NARRATIVE_KINDS])
        yield from here


def cases() -> Iterator[Example]:
    """The figures of the labelled sentences, which the rules read as labelled: near misses above all."""
    with CASES.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    draw = random.Random(0)
    for text in texts:
        page, found = _read(Document("case", text))
        kept = [f for f in found if draw.random() < SHARES[1]]
        for one in reader.candidates(page):
            figure = Figure("cases", page, one, of_figure(one.amount), found)
            own = [reader.told_by(f).kind for f in found if f.quantity is not None and figure.own(f)]
            inside = any(f.span.start <= one.at < f.span.end for f in found)
            if own or not inside:
                kind = own[0] if own and own[0] != "arrested" else reader.NONE
                yield Example(figure.features_with(kept), kind, figure.group, WEIGHT)


def unmarked(folder: Path) -> Iterator[Example]:
    """Figures of texts that are not marked, and most likely no claim: in two groups, each the other's test."""
    tolls: dict[str, set[float]] = defaultdict(set)
    for row in map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines()):
        for doc in row.get("docs") or [row["doc"]]:
            tolls[doc].update(_numbers(row))
    draw = random.Random(0)
    texts = map(json.loads, (folder / "docs.jsonl").read_text("utf-8").splitlines())
    for turn, text in enumerate(texts):
        page, found = _read(Document(text["doc"], text["text"], title=text.get("title")))
        known = tolls[text["doc"]] | {
            b for f in found if f.quantity for b in (f.quantity.low, f.quantity.high) if b
        }
        kept = [f for f in found if draw.random() < SHARES[1]]
        for one in reader.candidates(page):
            if not known & {one.amount.quantity.low, one.amount.quantity.high}:
                figure = Figure(f"{UNMARKED}{turn % 2}", page, one, of_figure(one.amount), found)
                yield Example(figure.features_with(kept), reader.NONE, figure.group, DOUBTFUL)
        for sentence in page.sentences:
            if sentence.tokens is not None:
                sentence.tokens.forget()


def _numbers(value: Any) -> Iterator[float]:
    match value:
        case bool() | str() | None:
            return
        case dict():
            yield from chain.from_iterable(map(_numbers, value.values()))
        case list():
            yield from chain.from_iterable(map(_numbers, value))
        case _:
            yield float(value)


def _read(document: Document) -> tuple[Page, list[Finding]]:
    """The page with every figure in reach, and what the rules find on it in the sentences that they ask for."""
    page = lay_out(document)
    extraction._parse([page])
    found = by_rules(page)
    parse_where([page], lambda sentence: bool(figures(sentence.text)))
    for sentence in page.sentences:
        if sentence.tokens is not None:
            sentence.tokens.notes.setdefault(reader.READING, Reading(sentence.tokens))
    return page, found


def _mark(here: Sequence[Figure], marked: Sequence[quality.Row]) -> None:
    """Each marked claim goes to the figure that it shares most with; other figures of its size are repeats."""
    for row in marked:
        span, vague = Span(row["start"], row["end"]), row["qualifier"] == "vague"
        alike = [f for f in here if _bounds(f) == ("vague" if vague else (row["low"], row["high"]))]
        best = max(alike, key=lambda f: _shared(f, span), default=None)
        for figure in alike:
            figure.repeats |= not vague
        if best is not None and _shared(best, span) > 0 and best.marked is None:
            best.marked = row["kind"]


def _bounds(figure: Figure) -> object:
    quantity = figure.candidate.amount.quantity
    return "vague" if quantity.qualifier == "vague" else (quantity.low, quantity.high)


def _shared(figure: Figure, span: Span) -> float:
    """How much of the figure lies in a quote; half of that where it begins before it."""
    start, end = figure.candidate.at, figure.candidate.end
    inside = max(0, min(end, span.end) - max(start, span.start)) / (end - start)
    return inside if start >= span.start - 2 else inside / 2


def examples(told: Sequence[Figure]) -> list[Example]:
    """What the model is fitted to; repeats of what is marked elsewhere on the page are left out."""
    made = []
    for turn in range(len(SHARES)):
        kept = _kept(told, turn, SHARES[turn], UNREAD_SHARES[turn])
        for figure in told:
            if figure.marked is not None or not figure.repeats:
                features = figure.features_with(kept[id(figure.page)])
                made.append(Example(features, figure.marked or reader.NONE, figure.group, 1 / len(SHARES)))
    return made


def _kept(told: Sequence[Figure], seed: int, share: float, unread: float) -> dict[int, list[Finding]]:
    """What the rules found on each page: a share of it, another one of sets that no rule was made on."""
    draw = random.Random(seed)
    pages = {id(f.page): (f.found, unread if f.group in quality.TEACHING else share) for f in told}
    return {page: [f for f in found if draw.random() < least] for page, (found, least) in pages.items()}


def judged(told: Sequence[Figure], made: Sequence[Example]) -> Iterator[tuple[str, float, str]]:
    """Kind, chance and marked kind of each figure that is left when a share is hidden, its set left out."""
    kept = _kept(told, -1, 1 - HIDDEN, 1.0)
    for group in sorted({figure.group for figure in told}):
        model = trainer.fitted([e for e in made if e.group != group], ridge=RIDGE)
        left = [f for f in told if f.group == group and not any(map(f.own, kept[id(f.page)]))]
        rows = trainer.chances(model, [f.features_with(kept[id(f.page)]) for f in left])
        for figure, row in zip(left, rows.tolist(), strict=True):
            chances = {
                kind: chance for kind, chance in zip(model.classes, row, strict=True) if kind != reader.NONE
            }
            kind = max(chances, key=lambda one: chances[one])
            if figure.marked is not None or not figure.repeats:
                yield kind, chances[kind], figure.marked or reader.NONE


def alarms(made: Sequence[Example]) -> None:
    """Prints how many figures of unmarked texts, most likely no claims, are taken by what the others teach."""
    for group in sorted({e.group for e in made if e.group.startswith(UNMARKED)}):
        model = trainer.fitted([e for e in made if e.group != group], ridge=RIDGE)
        here = [e for e in made if e.group == group]
        chances = trainer.chances(model, [e.features for e in here])
        best = (chances * [kind != reader.NONE for kind in model.classes]).max(axis=1)
        told = "  ".join(f"from {level:.1f}: {int((best >= level).sum())}" for level in LEVELS)
        print(f"{group}: of {len(here)} figures that are most likely none  {told}")


def report(found: Sequence[tuple[str, float, str]]) -> None:
    """Prints how many are added and right from each level on, and of each kind at the level that is used."""
    marked = Counter(truth for _, _, truth in found if truth != reader.NONE)
    for level in LEVELS:
        added = [(kind, truth) for kind, chance, truth in found if chance >= level]
        right = sum(kind == truth for kind, truth in added)
        print(f"from {level:.1f}: {len(added):5} added, {right / len(added):.2f} right, "
              f"{right / marked.total():.2f} of the marked that were left")  # fmt: skip
    for low, high in zip(LEVELS, (*LEVELS[1:], 1.01), strict=True):
        here = [(kind == truth, chance) for kind, chance, truth in found if low <= chance < high]
        print(f"chance {low:.1f} to {high:.1f}: {len(here):5}, mean {sum(c for _, c in here) / len(here):.2f}, "
              f"right {sum(r for r, _ in here) / len(here):.2f}")  # fmt: skip
    used = [(kind, truth) for kind, chance, truth in found if chance >= reader.LEAST]
    for kind, left in marked.most_common():
        meant = [truth for said, truth in used if said == kind]
        print(f"{kind:12} left {left:4}, added {len(meant):4}, right {meant.count(kind):4}")


def main() -> None:
    """Prints how right the model is, and writes its weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights, fitted on all sets")
    parser.add_argument("--quick", action="store_true", help="only write")
    parser.add_argument("--unmarked", action="append", type=Path, default=[], help="a folder of texts with tolls")
    asked = parser.parse_args()
    told = [figure for name in quality.sets() for figure in figures_of(name)]
    made = [*examples(told), *cases(), *chain.from_iterable(map(unmarked, asked.unmarked))]
    if not asked.quick:
        report(list(judged(told, made)))
        alarms(made)
    if asked.write or asked.quick:
        trainer.write(trainer.fitted(made, ridge=RIDGE), LEARNED / f"{reader.MODEL}.csv.gz")


if __name__ == "__main__":
    main()
