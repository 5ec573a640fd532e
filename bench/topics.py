"""Fits the weights by which linking tells whether two charges, states or denials answer one question.

    python -m bench.topics            each set judged by weights of the others: pairs of one question found
    python -m bench.topics --write    also writes data/lexicons/topic_weights.csv

Pairs are of marked claims that are linked to one incident, all marked claims given as records: what is read from
texts is joined by rules. The fit is a logistic regression with a ridge for each sort of pair
(factcheck/linking/topics). Blind sets are judged and never learnt from.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from bench import quality
from bench.questions import Pair, Weights, chances, fitted, share
from factcheck.linking.likeness import BIAS
from factcheck.linking.table import prepare
from factcheck.linking.topics import Topic, topic_of
from factcheck.linking.topics.signs import pair_of, signs
from factcheck.resources import LEXICONS
from factcheck.values import NARRATIVE_KINDS

TABLE = LEXICONS / "topic_weights.csv"
RIDGE, FEWEST = 4.0, 8
STEPS = (0.2, 0.3, 0.4, 0.5)
SORTS = ("two charges", "two states", "two denials", "charge and denial", "state and denial")

Pairs = Mapping[str, Sequence[Pair]]
"""The pairs of each sort."""


def pairs(name: str) -> Pairs:
    """The pairs of a set's marked charges, states and denials that are linked to one incident."""
    told: dict[str, list[Pair]] = defaultdict(list)
    for topics in _incidents(name):
        for (a, asked, here), (b, other, there) in combinations(topics, 2):
            sort = pair_of(a, b)
            if sort is not None:
                told[sort].append(Pair(tuple(signs(a, b)), asked == other, here == there))
    return told


def _incidents(name: str) -> Iterator[list[tuple[Topic, str, str]]]:
    """By incident: each marked claim, the question that it is marked with, and the one it is linked to."""
    claims, rows = quality.linked(name, given=True)
    marks = {claim["claim"]: mark["question"] for claim, mark in quality.paired(rows, quality.gold(name))}
    linked = {row["claim"]: (row["incident"], row["question"]) for row in rows}
    incidents: dict[str, list[tuple[Topic, str, str]]] = defaultdict(list)
    for row, record in enumerate(prepare(claims).to_dict("records")):
        if record["kind"] in NARRATIVE_KINDS and record["claim"] in marks:
            incident, question = linked[record["claim"]]
            topic = topic_of(row, {str(k): v for k, v in record.items()})
            incidents[incident].append((topic, marks[record["claim"]], question))
    yield from incidents.values()


def judged(told: Sequence[Pair], weights: Weights) -> str:
    """Precision and recall of pairs as linked, and of those that are likelier than a step."""
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
    known = set(quality.sets())
    sets = {name: pairs(name) for name in [*quality.sets(), *quality.sets(unread=True)]}
    for sort in SORTS:
        for name, told in sets.items():
            if told.get(sort):
                weights = learnt(sets, known - {name}, sort)
                print(f"{sort:17} {name:15} {judged(told[sort], weights)}", flush=True)
    if asked.write:
        write({sort: learnt(sets, known, sort) for sort in SORTS})


def learnt(sets: Mapping[str, Pairs], known: set[str], sort: str) -> Weights:
    """The weights of a sort of pair from some of the sets."""
    told = [p for name, of_sort in sets.items() if name in known for p in of_sort.get(sort, ())]
    return fitted(told, ridge=RIDGE, fewest=FEWEST)


def write(weights: Mapping[str, Weights]) -> None:
    """The table that linking reads."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        file.write(
            "# How much what two charges, states or denials have in common speaks for one question, in log-odds.\n"
        )
        file.write("# Written by python -m bench.topics --write.\n")
        rows = [
            (sort, name, f"{told[name]:.2f}")
            for sort, told in weights.items()
            for name in (BIAS, *sorted(told.keys() - {BIAS}))
        ]
        csv.writer(file, lineterminator="\n").writerows([("pair", "sign", "weight"), *rows])


if __name__ == "__main__":
    main()
