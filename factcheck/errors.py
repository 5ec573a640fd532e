"""What can go wrong, said for people: what was wrong, where, and what to do."""

from __future__ import annotations


class FactcheckError(Exception):
    """Anything that stops a verb; the command line and the pages show its text as it is."""


class ReadError(FactcheckError):
    """A file, row or page that could not be read."""

    def __init__(self, reason: str, *, where: str, hint: str = "") -> None:
        self.reason, self.where, self.hint = reason, where, hint
        super().__init__(f"{where}: {reason}" + (f" {hint}" if hint else ""))


class StoreError(FactcheckError):
    """A database that cannot be opened, is of a newer version, or refused a write."""


class ClaimError(FactcheckError):
    """A claim record that breaks the contract (a quote that is not in its text, low above high, ...)."""
