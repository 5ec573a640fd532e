"""The weights of linking: how much each feature of two scenes speaks for one incident."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from factcheck import lexicons
from factcheck.errors import FactcheckError

Weights = Mapping[str, float]
"""Log-odds of each feature, and of ``BIAS``."""

BIAS = "bias"

CERTAIN = 0.0
"""Log-odds from which two scenes are joined: more likely one incident than two. The bias was fitted for it."""

SUGGEST = -2.0
"""Log-odds from which two incidents that were not joined are shown to people: 0.12 as a probability.

On the marked reports, their gold claims given or their own read, 43 pairs of 148 incidents lie above it and 10 of
them are one incident; above -1.0 29 and 8, above -3.0 55 and 10. When the weights change, look again with
``python -m bench.weights``.
"""

MOST = 30.0
"""No weight is larger: a single feature of that weight decides everything already."""


@cache
def shipped() -> Weights:
    """The weights of ``data/lexicons/link_weights.csv``.

    They were fitted on pairs of scenes of the marked reports (their gold claims, and the same with claims, dates,
    places and names lost or wrong at random) and of pooled local news, then rounded between the two; last, when
    names came to be compared, on pairs of all of them and of generated claims, with the bias, the weights of one
    place, far places, a rare day and words held near where they were: without, what nothing but a place joins was
    no longer suggested, and two reports of one day in far towns were joined. Run the scorers for linking and for
    clustering on both when one changes.
    """
    return checked({row["feature"]: row["weight"] for row in lexicons.rows("link_weights")})


def complete(given: Mapping[str, float] | None) -> Weights:
    """The given weights, and the shipped ones of features that they do not know: an older version learnt them."""
    known = {} if given is None else {name: given[name] for name in says() if name in given}
    return MappingProxyType({**shipped(), **known})


@cache
def says() -> Mapping[str, str]:
    """What each feature is called in a reason."""
    return MappingProxyType({row["feature"]: row["says"] for row in lexicons.rows("link_weights")})


def checked(given: Mapping[str, object]) -> Weights:
    """The weights as numbers, each feature once.

    Raises:
        FactcheckError: a feature is missing or not known, or its weight is no number that can be.
    """
    odd = sorted({BIAS, *says()}.symmetric_difference(given))
    if odd:
        raise FactcheckError(f"Link weights need exactly the known features; look at: {', '.join(odd)}.")
    return MappingProxyType({name: _number(name, given[name]) for name in says()})


def _number(name: str, value: object) -> float:
    try:
        number = float(str(value))
    except ValueError:
        number = math.nan
    if not abs(number) <= MOST:
        raise FactcheckError(f"The link weight of {name} is a number from -{MOST:g} to {MOST:g}, not {value!r}.")
    return number
