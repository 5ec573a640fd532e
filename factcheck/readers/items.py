"""What readers are given (a file's content, defaults) and what they hand on (documents, claims, problems)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import SEEK_END, BufferedReader

from factcheck.errors import ReadError
from factcheck.values import ClaimRecord, Document

MEGABYTE = 1_000_000
MAX_FILE = 100 * MEGABYTE
"""Largest text, web page, table or JSON document that is read whole; JSON Lines may be of any size."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """Who published and when, for items that do not say so themselves; what an item says comes first."""

    source: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class SourcedClaim:
    """A claim that came ready-made, with who published it and where in the file it stood."""

    claim: ClaimRecord
    source: str | None
    published: date | None
    url: str | None
    title: str | None
    where: str


Item = Document | SourcedClaim | ReadError
"""One thing that came out of a file. A ``ReadError`` stands for what could not be read; the others go on."""


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of one file, not read yet, and its name as given."""

    name: str
    stream: BufferedReader

    @property
    def where(self) -> str:
        """Its name for messages."""
        return "standard input" if self.name == "-" else self.name

    def head(self) -> bytes:
        """The first bytes (a few thousand at most), which stay to be read."""
        return self.stream.peek(4096)

    def whole(self, limit: int = MAX_FILE) -> bytes:
        """Everything.

        Raises:
            ReadError: the file is empty, or larger than the limit (then it is not read at all, or no further).
        """
        data = b"" if self._size() > limit else self.stream.read(limit + 1)
        if self._size() > limit or len(data) > limit:
            raise ReadError(
                f"larger than the {limit // MEGABYTE} MB that a file of this format may have",
                where=self.where,
                hint="Split it, or write its documents as JSON Lines (.jsonl), which may be of any size.",
            )
        if not data:
            raise ReadError("the file is empty", where=self.where)
        return data

    def _size(self) -> int:
        """How many bytes it has; 0 for a pipe, which does not say."""
        if not self.stream.seekable():
            return 0
        place = self.stream.tell()
        size = self.stream.seek(0, SEEK_END)
        self.stream.seek(place)
        return size
