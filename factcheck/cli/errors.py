"""How expected errors end a verb: their text on stderr, a status, no traceback."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Sequence
from typing import Any

import click

from factcheck.errors import FactcheckError, ReadError

NOT_ALL_IN = 1
COULD_NOT_RUN = 2


class Failure(click.ClickException):
    """An expected error: its text, no traceback."""

    exit_code = COULD_NOT_RUN

    def show(self, file: Any = None) -> None:
        """The text is on stderr."""
        click.echo(f"factcheck: {self.message}", err=True)


class Verbs(click.Group):
    """The verbs; errors that are meant for people come out as their text."""

    def invoke(self, ctx: click.Context) -> Any:
        """The verb has run."""
        try:
            with warnings.catch_warnings():
                warnings.showwarning = _talk
                return super().invoke(ctx)
        except FactcheckError as error:
            raise Failure(str(error)) from error


def exit_by(problems: Sequence[ReadError]) -> None:
    """The verb ends with status 1 when something could not be taken in."""
    if problems:
        sys.exit(NOT_ALL_IN)


def _talk(message: Warning | str, category: type[Warning], *where: Any, **_more: Any) -> None:
    """What a step warns of is talk for people; what a library warns its users of is none."""
    if issubclass(category, UserWarning):
        click.echo(f"factcheck: {message}", err=True)
