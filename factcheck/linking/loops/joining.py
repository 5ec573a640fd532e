"""Items joined by pairs: what hangs together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.loops import compiled

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def hang_together(n: int, left: Ints, right: Ints) -> Ints:
    """A number for each of n items, that of the first which a chain of pairs joins it with."""
    first = np.arange(n)
    _hang_together(left, right, first)
    return first


@compiled
def _hang_together(left: Ints, right: Ints, first: Ints) -> None:
    for k in range(len(left)):
        one, other = left[k], right[k]
        while first[one] != one:
            first[one] = first[first[one]]
            one = first[one]
        while first[other] != other:
            first[other] = first[first[other]]
            other = first[other]
        if one < other:
            first[other] = one
        else:
            first[one] = other
    for n in range(len(first)):
        first[n] = first[first[n]]  # that of a smaller number is final already


FEW = 32
"""Equal codes up to which they are put in order one by one."""


def in_order_of(code: Ints, value: Floats) -> Ints:
    """The places of the codes in their order, equal ones by their values."""
    order = np.argsort(code)
    _within_equals(code, value, order)
    return order


@compiled
def _within_equals(code: Ints, value: Floats, order: Ints) -> None:
    begin = 0
    for k in range(1, len(order) + 1):
        if k == len(order) or code[order[k]] != code[order[begin]]:
            if k - begin > FEW:
                some = order[begin:k]
                some[:] = some[np.argsort(value[some])]
            else:
                for place in range(begin + 1, k):
                    own, at = order[place], place
                    while at > begin and value[order[at - 1]] > value[own]:
                        order[at] = order[at - 1]
                        at -= 1
                    order[at] = own
            begin = k
