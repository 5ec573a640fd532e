"""How far a claim's confidence can be believed: of the claims called 90 % sure, are nine in ten right?

    python -m bench.calibration            reliability on unread reports, a row a bin, with Brier score, log-loss
    python -m bench.calibration --write    also writes data/lexicons/confidence.csv, docs/images/calibration.png

A claim is right when it is paired with a marked one (bench/quality.py): same kind and figure, or, without a
figure, a shared stretch; kinds that the marks leave out are not counted. Which claims are surer than others is
fitted to the sets that may be read. How sure all of them are is not, since rules were made on those sets: one
shift for the claims of rules, and one for each learnt model, is fitted to the sets that nobody reads; each of
these is judged by the shifts of the others.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit, logit

from bench import quality
from factcheck.extraction.confidence import BASE, LEARNT, STEEP, Trait, model_chance, traits
from factcheck.extraction.counts.learned.reader import RULE as FIGURE
from factcheck.record import from_json
from factcheck.resources import LEXICONS, ROOT
from factcheck.values import is_learnt

TABLE = LEXICONS / "confidence.csv"
PLOT = ROOT / "docs" / "images" / "calibration.png"
UNMARKED = frozenset({"arrested"})
"""Kinds that the marked reports leave unmarked."""
BINS = 8
LEAST_STEEP = 0.2
"""However little a model's chance says, a higher one is never less sure."""
RIDGE = 2.0
"""How strongly every weight but the base is drawn to 0; 1 to 5 give the same log-loss within 0.005."""
_HEAD = (
    "# What a claim's confidence hangs on, in log-odds; made by python -m bench.calibration --write.",
    "# length: a weight for ten words of the quote. A rule that is not listed weighs 0.",
    "# learnt: what is added to a model's own log-odds, steep: how many times those count.",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim's event, its traits, and whether it is right."""

    event: str
    traits: dict[Trait, float]
    right: bool
    odds: float = 0.0  # log-odds of the model that read it; 0 for rules


RULES, FIGURES, STATEMENTS = "rules", "figures", "statements"
"""Who reads claims: rules, and the two learnt models."""


def judged(names: Sequence[str]) -> list[Judged]:
    """The claims of some sets of marked reports."""
    found = []
    for name in names:
        claims = [row for row in quality.extracted(name) if row["kind"] not in UNMARKED]
        right = {id(claim) for claim, _ in quality.paired(claims, quality.gold(name))}
        for row in claims:
            claim = from_json(row)
            reader = FIGURES if claim.rule == FIGURE else STATEMENTS if is_learnt(claim.rule or "") else RULES
            event = row["doc"].split("/")[0]
            if reader == RULES:
                told = dict(traits(claim.kind, claim.rule, claim.quantity, claim.quote))
                found.append(Judged(event, told, id(row) in right))
            else:
                chance = model_chance(claim.confidence or 0.5, reader)
                found.append(Judged(event, {(LEARNT, reader): 1.0}, id(row) in right, float(logit(chance))))
    return found


def fitted(claims: Sequence[Judged]) -> dict[Trait, float]:
    """The weight of every trait: a logistic fit with a ridge."""
    names = sorted({trait for claim in claims for trait in claim.traits})
    table = np.array([[claim.traits.get(name, 0.0) for name in names] for claim in claims])
    right = np.array([claim.right for claim in claims], dtype=float)
    start = np.array([claim.odds for claim in claims])
    pulled = np.array([RIDGE * (name != BASE) for name in names])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = start + table @ weights
        value = np.sum(np.logaddexp(0, odds) - right * odds) + (pulled * weights**2).sum() / 2
        return float(value), table.T @ (expit(odds) - right) + pulled * weights

    return dict(zip(names, minimize(loss, np.zeros(len(names)), jac=True).x.tolist(), strict=True))


def shifted(weights: dict[Trait, float], claims: Sequence[Judged]) -> dict[Trait, float]:
    """The weights, shifted for the rules, and the log-odds of each model shifted and stretched, so that claims are
    as sure as right."""
    moved = dict(weights)
    own = [c for c in claims if BASE in c.traits]
    if own:
        odds = np.array([_odds(c, weights) for c in own])
        moved[BASE] = weights.get(BASE, 0.0) + _shift(odds, np.array([c.right for c in own], dtype=float))
    for model in (FIGURES, STATEMENTS):
        own = [c for c in claims if (LEARNT, model) in c.traits]
        if own:
            odds = np.array([c.odds for c in own])
            told = _stretch(odds, np.array([c.right for c in own], dtype=float))
            moved[LEARNT, model], moved[STEEP, model] = told
    return moved


def _stretch(odds: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[float, float]:
    """What log-odds gain, and how many times they count (drawn to once), so that they fit what was right."""

    def loss(told: NDArray[np.float64]) -> float:
        sure = told[0] + told[1] * odds
        return float(np.sum(np.logaddexp(0, sure) - right * sure) + RIDGE * (told[1] - 1) ** 2 / 2)

    shift, steep = minimize(loss, [0.0, 1.0], bounds=[(None, None), (LEAST_STEEP, None)]).x.tolist()
    return shift, steep


def _shift(odds: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    """What all log-odds gain so that their mean chance is the share that is right."""

    def loss(told: NDArray[np.float64]) -> float:
        sure = odds + told[0]
        return float(np.sum(np.logaddexp(0, sure) - right * sure))

    return float(minimize(loss, [0.0]).x[0])


def _odds(claim: Judged, weights: dict[Trait, float]) -> float:
    told = sum(weights.get(name, 0.0) * value for name, value in claim.traits.items())
    model = next((value for name, value in claim.traits if name == LEARNT), None)
    return told + claim.odds * (1.0 if model is None else weights.get((STEEP, model), 1.0))


def unread(weights: dict[Trait, float]) -> tuple[list[Judged], list[float]]:
    """The claims of the sets that nobody reads, each set's as sure as the other sets' shifts make them."""
    sets = [judged([name]) for name in quality.sets(unread=True)]
    claims, sure = [], []
    for n, own in enumerate(sets):
        moved = shifted(weights, [c for k, other in enumerate(sets) if k != n for c in other])
        claims += own
        sure += [float(expit(_odds(c, moved))) for c in own]
    return claims, sure


def left_out(claims: Sequence[Judged]) -> list[float]:
    """Each claim's confidence by weights that were fitted to all other events."""
    weights = {
        event: fitted([c for c in claims if c.event != event]) for event in sorted({c.event for c in claims})
    }
    odds = [sum(weights[c.event].get(name, 0.0) * value for name, value in c.traits.items()) for c in claims]
    return [float(p) for p in expit(odds)]


def reliability(claims: Sequence[Judged], sure: Sequence[float]) -> pd.DataFrame:
    """Bins of equal size from the least to the most sure: ``claims``, ``confidence``, ``right`` (means)."""
    frame = pd.DataFrame({"confidence": sure, "right": [c.right for c in claims]})
    frame["bin"] = pd.qcut(frame["confidence"].rank(method="first"), BINS, labels=False)
    bins = frame.groupby("bin").agg(
        claims=("right", "size"), confidence=("confidence", "mean"), right=("right", "mean")
    )
    return bins.reset_index(drop=True)


def scores(claims: Sequence[Judged], sure: Sequence[float], bins: pd.DataFrame) -> dict[str, float]:
    """Brier score and log-loss, beside those of one confidence for all, and the mean gap of the bins."""
    right = np.array([c.right for c in claims], dtype=float)
    mean = right.mean()
    gap = ((bins["confidence"] - bins["right"]).abs() * bins["claims"]).sum() / len(claims)
    return {
        "brier": float(np.mean((np.array(sure) - right) ** 2)),
        "brier_of_the_mean": float(mean * (1 - mean)),
        "log_loss": _log_loss(np.array(sure), right),
        "log_loss_of_the_mean": _log_loss(np.full(len(right), mean), right),
        "mean_gap": float(gap),
    }


def _log_loss(sure: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    return float(-np.mean(right * np.log(sure) + (1 - right) * np.log(1 - sure)))


def main() -> None:
    """Prints the reliability, and writes table and plot when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the table and the plot")
    asked = parser.parse_args()
    weights = fitted([c for c in judged(quality.sets()) if BASE in c.traits])
    claims, sure = unread(weights)
    bins = reliability(claims, sure)
    print(bins.to_string(index=False, float_format=lambda x: f"{x:.3f}"))
    for name, value in scores(claims, sure, bins).items():
        print(f"{name}: {value:.4f}")
    if asked.write:
        write(shifted(weights, claims))
        plot(bins)


def write(weights: dict[Trait, float]) -> None:
    """The table that extraction reads holds these weights."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"{line}\n" for line in _HEAD)
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["feature", "value", "weight"])
        table.writerows((*trait, f"{weight:.2f}") for trait, weight in sorted(weights.items()))


def plot(bins: pd.DataFrame) -> None:
    """The plot for the docs: how sure, against how many were right; on the line they are the same."""
    least = float(bins[["confidence", "right"]].min().min())
    scale = alt.Scale(domain=[least - 0.05, 1.0], nice=False)
    ends = pd.DataFrame({"confidence": [least - 0.05, 1.0], "right": [least - 0.05, 1.0]})
    x, y = alt.X("confidence", title="confidence", scale=scale), alt.Y("right", title="share right", scale=scale)
    line = alt.Chart(ends).mark_line(color="#aab6c0", strokeDash=[4, 4]).encode(x=x, y=y)
    dots = alt.Chart(bins).mark_circle(color="#1d5b96", opacity=1, size=90).encode(x=x, y=y)
    title = f"Confidence of claims, in {BINS} bins of equal size, reports that nobody read"
    (line + dots).properties(width=360, height=360, title=title).save(PLOT, scale_factor=2)


if __name__ == "__main__":
    main()
