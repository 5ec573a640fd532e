"""Fits the weights by which linking tells whether two charges, states or denials answer one question.

    python -m bench.topics            each set judged by weights of the others: pairs of one question found
    python -m bench.topics --write    also writes data/lexicons/topic_weights.csv

Pairs are of marked claims that are linked to one incident: for the weights of records all marked claims, given as
records; for those of texts the claims that extraction finds, as it reads them, and with less weight their pairs
with claims that nobody marked, which answer none of the questions. What gists tell (``bench.gists``) is learnt
from the sets that these do not know. The fit is a logistic regression with a ridge, for each sort of pair what all
sorts share and what is its own (factcheck/linking/topics). Blind sets are judged and never learnt from; nor are
the demo reports for the weights of texts.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import combinations

import numpy as np

from bench import gists, quality
from bench.questions import Pair, Weights, chances, fitted, share
from factcheck.linking.likeness import BIAS
from factcheck.linking.table import prepare
from factcheck.linking.topics import Topic, topic_of
from factcheck.linking.topics.gists import READ, SORTS
from factcheck.linking.topics.signs import pair_of, signs
from factcheck.resources import LEXICONS
from factcheck.values import NARRATIVE_KINDS

TABLE = LEXICONS / "topic_weights.csv"
RIDGE, FEWEST = 4.0, 8
UNMARKED = 0.3
"""Weight of a pair of a marked claim and one that nobody marked."""
LEAST_KEPT = 0.02
"""Weights nearer to nothing are not written: two places are."""
STEPS = (0.2, 0.3, 0.4, 0.5)
FROM = {"records": True, "texts": False}
"""Where the claims of the weights come from, and whether they are given."""

Pairs = Mapping[str, Sequence[Pair]]
"""The pairs of each sort."""


def pairs(name: str, given: bool) -> Pairs:
    """The pairs of a set's charges, states and denials that are linked to one incident; one is marked at least."""
    told: dict[str, list[Pair]] = defaultdict(list)
    known = name in gists.taught()
    for topics in _incidents(name, given):
        for (a, asked, here), (b, other, there) in combinations(topics, 2):
            sort, marked = pair_of(a, b), (asked is not None) + (other is not None)
            if sort is not None and marked:
                weight = 1.0 if marked == 2 else UNMARKED
                seen = tuple(sign for sign in signs(a, b) if not (known and sign.startswith(READ)))
                told[sort].append(Pair(seen, asked == other, here == there, weight))
    return told


def _incidents(name: str, given: bool) -> Iterator[list[tuple[Topic, str | None, str]]]:
    """By incident: each claim, the question that it is marked with, if any, and the one it is linked to."""
    claims, rows = quality.linked(name, given=given)
    marks = {claim["claim"]: mark["question"] for claim, mark in quality.paired(rows, quality.gold(name))}
    linked = {row["claim"]: (row["incident"], row["question"]) for row in rows}
    incidents: dict[str, list[tuple[Topic, str | None, str]]] = defaultdict(list)
    for row, record in enumerate(prepare(claims).to_dict("records")):
        if record["kind"] in NARRATIVE_KINDS:
            incident, question = linked[record["claim"]]
            topic = topic_of(row, {str(k): v for k, v in record.items()})
            incidents[incident].append((topic, marks.get(record["claim"]), question))
    yield from incidents.values()


def judged(told: Sequence[Pair], weights: Weights) -> str:
    """Precision and recall of marked pairs as linked, and of those that are likelier than a step."""
    told = [pair for pair in told if pair.weight == 1.0]
    one, linked, sure = (
        np.array(x) for x in ([p.one for p in told], [p.linked for p in told], chances(told, weights))
    )
    out = [f"{len(told):5} pairs, {int(one.sum()):4} one; linked {share(one, linked)}"]
    return "  ".join((*out, *(f">={step}: {share(one, sure >= step)}" for step in STEPS)))


def main() -> None:
    """Prints how well pairs are told in sets left out, and writes the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights")
    asked = parser.parse_args()
    table: dict[tuple[str, str], Weights] = {}
    for where, given in FROM.items():
        with ProcessPoolExecutor() as pool:
            names = [*quality.sets(), *quality.sets(unread=True)]
            sets = dict(zip(names, pool.map(pairs, names, [given] * len(names)), strict=True))
        known = set(quality.sets()) - (set() if given else {"demo"})
        for name in names:
            others = learnt(sets, known - {name})
            for sort, told in sets[name].items():
                if any(pair.weight == 1.0 for pair in told):
                    print(f"{where:8} {sort:17} {name:15} {judged(told, others[sort])}", flush=True)
        table |= {(where, sort): weights for sort, weights in learnt(sets, known).items()}
    if asked.write:
        write(table)


def learnt(sets: Mapping[str, Pairs], known: set[str]) -> dict[str, Weights]:
    """The weights of each sort of pair from some of the sets: what a sign weighs in all, and more in this sort."""
    told = [
        replace(p, signs=(*p.signs, *(f"{sort}|{sign}" for sign in (BIAS, *p.signs))))
        for name in sorted(known)
        for sort, several in sets[name].items()
        for p in several
    ]
    found = fitted(told, ridge=RIDGE, fewest=FEWEST)
    seen = {sort: {BIAS} for sort in SORTS}
    for name in known:
        for sort, several in sets[name].items():
            seen[sort].update(sign for p in several for sign in p.signs)
    return {
        sort: {sign: found.get(sign, 0.0) + found.get(f"{sort}|{sign}", 0.0) for sign in own}
        for sort, own in seen.items()
    }


def write(table: Mapping[tuple[str, str], Weights]) -> None:
    """The table that linking reads."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        file.write(
            "# How much what two charges, states or denials have in common speaks for one question, in log-odds.\n"
        )
        file.write("# Written by python -m bench.topics --write.\n")
        rows = [
            (where, sort, name, f"{told[name]:.2f}")
            for (where, sort), told in table.items()
            for name in (BIAS, *sorted(told.keys() - {BIAS}))
            if name == BIAS or abs(told[name]) >= LEAST_KEPT
        ]
        csv.writer(file, lineterminator="\n").writerows([("from", "pair", "sign", "weight"), *rows])


if __name__ == "__main__":
    main()
