"""How the verbs talk: a progress line where a terminal shows it, problems by name, and records on stdout."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from factcheck.errors import ReadError

if TYPE_CHECKING:
    from factcheck.pipeline import ImportSummary

MOST_NAMED = 100
"""Problems that are named one by one; the rest is counted."""
_SECONDS = 0.1


class ProgressLine:
    """One line on stderr that is written over; nothing at all where stderr is no terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._width = 0
        self._last = ("", 0.0)

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """What is being done, and how far it is."""
        now = time.monotonic()
        if not self._shown or (what == self._last[0] and now - self._last[1] < _SECONDS and done != total):
            return
        self._last = (what, now)
        self._write(f"{what} {_bar(done, total)}")

    def clear(self) -> None:
        """The line is gone, for other talk to take its place."""
        if self._shown and self._width:
            self._write("")
            click.echo("\r", err=True, nl=False)

    def _write(self, line: str) -> None:
        click.echo("\r" + line.ljust(self._width), err=True, nl=False)
        self._width = len(line)


def _bar(done: int, total: int | None) -> str:
    if not total:
        return f"{done:,}"
    filled = round(24 * min(done, total) / total)
    return f"[{'#' * filled}{'.' * (24 - filled)}] {done:,} of {total:,}"


def print_lines(rows: Iterable[Mapping[str, Any]]) -> int:
    """Each row is a JSON object on a line of stdout, in UTF-8 whatever the terminal has; gives their number."""
    out = sys.stdout.buffer
    count = 0
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
        count += 1
    out.flush()
    return count


def name_problems(problems: Sequence[ReadError]) -> None:
    """What could not be taken in is named on stderr."""
    for problem in problems[:MOST_NAMED]:
        click.echo(f"factcheck: {problem}", err=True)
    if len(problems) > MOST_NAMED:
        click.echo(f"factcheck: and {len(problems) - MOST_NAMED:,} more of this kind", err=True)


def say(summary: ImportSummary) -> None:
    """What came of an import is on stderr."""
    name_problems(summary.problems)
    click.echo(summary.sentence(), err=True)
