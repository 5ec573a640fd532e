"""What can go wrong, said for people: what was wrong, where, and what to do."""

from __future__ import annotations

from functools import partial
from typing import Any


class FactcheckError(Exception):
    """Anything that stops a verb; the command line and the pages show its text as it is."""


class ReadError(FactcheckError):
    """A file, row or page that could not be read."""

    def __init__(self, reason: str, *, where: str, hint: str = "") -> None:
        self.reason, self.where, self.hint = reason, where, hint
        stop = "." if hint and reason[-1:] not in tuple(".!?:") else ""
        super().__init__(f"{where}: {reason}{stop}" + (f" {hint}" if hint else ""))

    def __reduce__(self) -> tuple[Any, ...]:
        """So that it can be handed on by a worker process (an exception with named arguments cannot by itself)."""
        return partial(ReadError, where=self.where, hint=self.hint), (self.reason,)


class StoreError(FactcheckError):
    """A database that cannot be opened, is of a newer version, or refused a write."""


class ClaimError(FactcheckError):
    """A claim record that breaks the contract (a quote that is not in its text, low above high, ...).

    ``field`` is the field at fault, when there is one.
    """

    def __init__(self, reason: str, *, field: str | None = None) -> None:
        self.field = field
        super().__init__(reason)
