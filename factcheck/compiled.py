"""Loops that are compiled to machine code when there is much to do, and plain Python when there is little."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any

import numpy as np

Loop = Callable[..., Any]

SMALL = 5_000
"""Places of the longest array up to which plain Python takes less long than loading what is compiled."""

_COMPILING = Lock()


class compiled:  # noqa: N801 - a decorator
    """The loop runs as machine code, and as plain Python where all of its arrays are small and it never was needed
    for larger ones."""

    def __init__(self, loop: Loop) -> None:
        self.loop = loop
        self._machine: Loop | None = None

    def __call__(self, *columns: Any) -> Any:
        """What the loop gives, if anything, for its columns."""
        longest = max((len(c) for c in columns if isinstance(c, np.ndarray)), default=0)
        plain = longest <= SMALL and self._machine is None
        return (self.loop if plain else self.machine)(*columns)

    @property
    def machine(self) -> Loop:
        """The loop as machine code."""
        with _COMPILING:
            if self._machine is None:
                self._machine = _compile(self.loop)
        return self._machine


def _compile(loop: Loop) -> Loop:
    from numba import njit

    try:
        return njit(cache=True, nogil=True, error_model="numpy")(loop)
    except RuntimeError:  # nowhere to keep what is compiled
        return njit(nogil=True, error_model="numpy")(loop)
