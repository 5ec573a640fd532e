"""Learning: the weights of linking, drawn from the shipped ones towards what people decided. Pure, no clock.

A logistic fit with a ridge around given weights: few decisions move them little, many move them where the
decisions are. A few lines over scipy: scikit-learn's logistic regression draws every weight to 0 and has no prior.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame
from scipy.optimize import minimize
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.special import expit

from factcheck.linking.weights import BIAS, CERTAIN, MOST, SUGGEST, Weights, checked

RIDGE = 10.0
"""How strongly every weight is drawn to where it was, per squared log-odds.

Tried on pairs of scenes of the marked reports and of generated claims: 10 to 100 of one set learnt from, the
log-loss of another looked at, twelve draws each. From 20 decisions on 2 to 20 all lower it on average; the worst
draw raised it by 0.07 with 2, by 0.03 with 10. ``python -m bench.weights --learning`` shows it.
"""

FEWEST = 20
FEWEST_OF_A_SORT = 5
"""Decisions that are needed, and of each word. With 10 the gain is a third of that with 40; some draws lose."""

FOLDS = 5
DIGITS = 2
"""Weights are kept to so many digits, as the shipped ones are written."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Examples:
    """Pairs of scenes with what is known of them: a row a pair of ``features``, and for each its ``key`` (any text
    that is its own), the two documents that it stands in, and whether the two are of one incident."""

    features: DataFrame
    same: NDArray[np.bool_]
    key: Sequence[str]
    documents: Sequence[tuple[str, str]]

    def __len__(self) -> int:
        return len(self.same)

    def ordered(self) -> Examples:
        """The same in the order of the keys: what is learnt does not hang on the order in which people decided."""
        order = sorted(range(len(self)), key=lambda n: self.key[n])
        return Examples(
            self.features.iloc[order].reset_index(drop=True),
            self.same[order],
            [self.key[n] for n in order],
            [self.documents[n] for n in order],
        )

    def and_(self, more: Examples) -> Examples:
        """These and more of them; of a key that both have the first stays."""
        known = set(self.key)
        fresh = [n for n, key in enumerate(more.key) if key not in known]
        features = [f for f in (self.features, more.features.iloc[fresh]) if len(f)]
        return Examples(
            pd.concat(features, ignore_index=True) if features else self.features,
            np.r_[self.same, more.same[fresh]],
            [*self.key, *(more.key[n] for n in fresh)],
            [*self.documents, *(more.documents[n] for n in fresh)],
        )


@dataclass(frozen=True, slots=True)
class Quality:
    """How well weights tell pairs apart: precision and recall from each level on, and the mean log-loss.

    None: there is nothing to divide by.
    """

    precision: Mapping[str, float | None]
    recall: Mapping[str, float | None]
    log_loss: float


LEVELS: Mapping[str, float] = {"certain": CERTAIN, "suggest": SUGGEST}


@dataclass(frozen=True, slots=True)
class Learnt:
    """New weights, and the quality on the examples of the old and of the new ones.

    The new ones judge each pair as learnt from the pairs of other documents, so that none vouches for itself.
    """

    weights: Weights
    before: Quality
    after: Quality

    @property
    def better(self) -> bool:
        """True when pairs that were left out are judged better than before."""
        return self.after.log_loss < self.before.log_loss


def learn(examples: Examples, prior: Weights) -> Learnt:
    """Weights drawn from the prior towards the examples; the same for the same examples in any order."""
    told = examples.ordered()
    table, same = table_of(told.features, prior), told.same.astype(float)
    start = np.array(list(prior.values()))
    left_out = np.zeros(len(same))
    fold = folds(told.documents)
    for number in np.unique(fold):
        out = fold == number
        left_out[out] = table[out] @ fitted(table[~out], same[~out], start)
    weights = dict(zip(prior, fitted(table, same, start).tolist(), strict=True))
    return Learnt(checked(weights), quality(table @ start, same), quality(left_out, same))


def too_few(examples: Examples) -> str | None:
    """Why nothing can be learnt from so few examples, in words; None when they are enough."""
    same = int(examples.same.sum())
    different = len(examples) - same
    if len(examples) >= FEWEST and min(same, different) >= FEWEST_OF_A_SORT:
        return None
    return (
        f"{len(examples)} pairs can be learnt from ({same} the same, {different} different); "
        f"at least {FEWEST} are needed, {FEWEST_OF_A_SORT} of each"
    )


def folds(documents: Sequence[tuple[str, str]]) -> NDArray[np.int64]:
    """A number below ``FOLDS`` for each pair; pairs that hang together by their documents are left out together.

    Where nearly all hang together, each pair goes its own way.
    """
    names = {name: n for n, name in enumerate(sorted({d for pair in documents for d in pair}))}
    ends = np.array([[names[a], names[b]] for a, b in documents], dtype=np.int64).reshape(-1, 2)
    graph = coo_array((np.ones(len(ends), np.int8), (ends[:, 0], ends[:, 1])), shape=(len(names),) * 2)
    group = connected_components(graph, directed=False)[1][ends[:, 0]].astype(np.int64)
    size = np.bincount(group, minlength=1)
    if size.max() * 2 > len(ends):
        group, size = np.arange(len(ends)), np.ones(len(ends), dtype=np.int64)
    load = np.zeros(FOLDS, dtype=np.int64)
    fold_of = np.zeros(len(size), dtype=np.int64)
    for number in np.argsort(-size, kind="stable").tolist():
        fold_of[number] = np.argmin(load)
        load[fold_of[number]] += size[number]
    return fold_of[group]


def table_of(features: DataFrame, prior: Weights) -> Floats:
    """The features in the order of the weights, and ones for the bias."""
    columns = [np.ones(len(features)) if name == BIAS else features[name].to_numpy(float) for name in prior]
    return np.column_stack(columns)


def fitted(table: Floats, same: Floats, start: Floats, ridge: float = RIDGE) -> Floats:
    """The weights that fit, drawn to where they start; none but the bias changes its sign.

    A sign says what a reason means: that two places are the same must not come to speak against one incident.
    """

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds, pull = table @ weights, weights - start
        value = np.sum(np.logaddexp(0, odds) - same * odds) + ridge / 2 * pull @ pull
        return float(value), table.T @ (expit(odds) - same) + ridge * pull

    bounds = [(0.0, MOST) if w > 0 else (-MOST, 0.0) for w in start]
    return np.round(minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x, DIGITS)


def quality(odds: Floats, same: Floats) -> Quality:
    """How well the log-odds tell pairs that are the same (1) from those that are not (0)."""
    precision: dict[str, float | None] = {}
    recall: dict[str, float | None] = {}
    for name, level in LEVELS.items():
        hit = odds >= level
        right = float(same[hit].sum())
        precision[name] = right / int(hit.sum()) if hit.any() else None
        recall[name] = right / float(same.sum()) if same.any() else None
    return Quality(precision, recall, float(np.mean(np.logaddexp(0, odds) - same * odds)))
