"""What the weights of linking are worth, and how far learning from decisions can be trusted.

    python -m bench.weights              precision and recall of pairs at both levels, and what is suggested
    python -m bench.weights --learning   how much better or worse a set is told when another was learnt from

The sets are the demo reports and ``open`` (bench/reports), once with their gold claims given and once as they are
read, and generated claims (bench/claims_generator.py). Run both when weights, ``SUGGEST``, ``RIDGE`` or ``FEWEST``
change.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from itertools import product

import numpy as np
from pandas import DataFrame

from bench import claims_generator, quality
from factcheck import linking
from factcheck.linking import learning
from factcheck.linking.examples import from_marked
from factcheck.linking.incidents.features import score
from factcheck.linking.weights import CERTAIN, SUGGEST, Weights, shipped

LEVELS = (CERTAIN, -1.0, SUGGEST, -3.0)
RIDGES = (2.0, 5.0, 10.0, 20.0)
AMOUNTS = (10, 20, 40, 100)
DRAWS = 12
GENERATED = 6_000
DOUBTFUL = 4.0
"""People mostly decide where the weights are not sure: such a pair is drawn seven times as often."""

Marks = list[str | None]
Set = tuple[DataFrame, Marks, Marks]
"""Claims as linking takes them, and the incident and the question that each is marked with."""


def sets() -> Iterator[tuple[str, Set]]:
    """Every set by name."""
    for name, given in product(("demo", "open"), (True, False)):
        yield f"{name}, {'given' if given else 'read'}", _reports(name, given=given)
    claims = claims_generator.claims(GENERATED, seed=3)
    incidents, questions = (
        list[str | None](claims[f"true_{noun}"].astype(str)) for noun in ("incident", "question")
    )
    yield "generated", (claims, incidents, questions)


def _reports(name: str, *, given: bool) -> Set:
    claims, rows = quality.linked(name, given=given)
    marks = {claim["claim"]: marked for claim, marked in quality.paired(rows, quality.gold(name))}
    found = [marks.get(claim, {}) for claim in claims["claim"]]
    return claims, [m.get("incident") for m in found], [m.get("question") for m in found]


def levels() -> None:
    """Prints how well pairs are told, and how many suggestions are right."""
    for name, (claims, marks, questions) in sets():
        examples = from_marked(claims, marks)
        odds, same = score(examples.features, shipped()), examples.same
        told = "  ".join(
            f"{level:+.0f}: {same[odds >= level].mean():.2f} {same[odds >= level].sum() / same.sum():.2f}"
            for level in LEVELS
        )
        linked, doubts = linking.link_and_doubt(claims)
        both = claims.merge(linked, on="claim")
        nobody = linking.Constraints()
        of_two = _right(linking.suggest(both, both, doubts, nobody), claims, marks)
        of_one = _right(linking.suggest_within(both, nobody), claims, questions)
        print(f"{name:12} {len(same):6,} pairs; from a level on precision and recall  {told}")
        print(f"{'':19} right suggestions on marked claims: {of_two} of two incidents, {of_one} within one")


def _right(found: list[linking.Suggestion], claims: DataFrame, marks: Marks) -> str:
    """'7 of 12': how many join what is marked as one."""
    mark = dict(zip(claims["claim"], marks, strict=True))
    known = [(mark[s.a], mark[s.b]) for s in found if mark[s.a] and mark[s.b]]
    return f"{sum(a == b for a, b in known)} of {len(known)}"


def learning_curve() -> None:
    """Prints how the log-loss of a set changes when another was learnt from: mean and worst draw by ridge."""
    told = {name: from_marked(claims, marks) for name, (claims, marks, _) in sets()}
    routes = [("demo, given", "open, given"), ("open, given", "demo, given"), ("demo, read", "open, read"),
              ("open, read", "demo, read"), ("open, given", "generated")]  # fmt: skip
    for ridge, (one, other) in product(RIDGES, routes):
        changes = [_changes(told, one, other, amount, ridge) for amount in AMOUNTS]
        shown = "  ".join(f"{n}: {np.mean(c):+.3f} {max(c):+.3f}" for n, c in zip(AMOUNTS, changes, strict=True))
        print(f"ridge {ridge:4.0f}  {one} -> {other:12}  {shown}")


def linked_better() -> None:
    """Prints how well claims are put under incidents before and after another set was learnt from."""
    told = {name: given[:2] for name, given in sets() if name != "generated"}
    for how in ("given", "read"):
        for one, other in ((f"demo, {how}", f"open, {how}"), (f"open, {how}", f"demo, {how}")):
            learnt = learning.learn(from_marked(*told[one]), shipped())
            before, after = (_pairwise_f1(*told[other], weights) for weights in (shipped(), learnt.weights))
            print(f"{one} -> {other}: incidents, pairwise F1 {before:.3f}, after learning {after:.3f}")


def _pairwise_f1(claims: DataFrame, marks: Marks, weights: Weights) -> float:
    linked = linking.link(claims, None, weights)
    found = dict(zip(linked["claim"], linked["incident"], strict=True))
    table = DataFrame({"mark": marks, "found": claims["claim"].map(found)}).dropna()
    sizes = [table.groupby(columns).size() for columns in (["mark", "found"], ["mark"], ["found"])]
    both, marked, guessed = (int((n * (n - 1) // 2).sum()) for n in sizes)
    return 2 * both / (marked + guessed)


def _changes(
    told: Mapping[str, learning.Examples], one: str, other: str, amount: int, ridge: float
) -> list[float]:
    rng = np.random.default_rng(1)
    prior = np.array(list(shipped().values()))
    table, same = (learning.table_of(told[one].features, shipped()), told[one].same.astype(float))
    judged, truth = (learning.table_of(told[other].features, shipped()), told[other].same.astype(float))
    likely = np.where(np.abs(table @ prior) < DOUBTFUL, 1.0, 0.15)
    out = []
    for _ in range(DRAWS):
        drawn = rng.choice(len(same), min(amount, len(same) // 2), replace=False, p=likely / likely.sum())
        found = learning.fitted(table[drawn], same[drawn], prior, ridge)
        before, after = (learning.quality(judged @ w, truth).log_loss for w in (prior, found))
        out.append(after - before)
    return out


def main() -> None:
    """Prints the one table or the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learning", action="store_true", help="the learning curve")
    if parser.parse_args().learning:
        learning_curve()
        linked_better()
    else:
        levels()


if __name__ == "__main__":
    main()
