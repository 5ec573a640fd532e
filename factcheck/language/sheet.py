"""The text of a document of which only quotes are known: each at its own offsets, blanks in between."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.errors import ClaimError
from factcheck.values import Span

MAX_END = 5_000_000
"""Last offset that a quote may have: a figure too many in a row must not make a text of gigabytes."""

REMARK = "made from claim rows; only the quoted stretches are known"


class Sheet:
    """A text that grows with every quote laid on it; what is known of it never changes.

    ``known`` are the stretches of ``text`` that quotes have filled before.
    """

    def __init__(self, text: str = "", known: Iterable[Span] = ()) -> None:
        self._text = text
        self._filled = sorted({(span.start, span.end) for span in known})
        self._lines = {text[start:end]: start for start, end in reversed(self._filled)}
        self._characters: list[str] | None = None
        self._known = bytearray()

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self._text if self._characters is None else "".join(self._characters)

    def lay(self, quote: str, start: int, end: int) -> Span:
        """The quote stands at its offsets.

        Raises:
            ClaimError: the offsets do not fit the quote, lie beyond ``MAX_END``, or another quote says otherwise.
        """
        if end - start != len(quote):
            raise ClaimError(f"the quote has {len(quote)} characters, start and end make it {end - start}")
        if end > MAX_END:
            raise ClaimError(f"end ({end:,}) is beyond {MAX_END:,}: no document is that long")
        characters = self._opened(end)
        for at, character in enumerate(quote, start):
            if self._known[at] and characters[at] != character:
                raise ClaimError(
                    f"the quote {quote[:60]!r} contradicts another quote of the same document at character {at}"
                )
        characters[start:end] = quote
        self._known[start:end] = b"\1" * len(quote)
        return Span(start, end)

    def append(self, quote: str) -> Span:
        """The quote stands on a line of its own: where it stood already, else at the end.

        Raises:
            ClaimError: the text would grow beyond ``MAX_END``.
        """
        start = self._lines.get(quote)
        if start is None:
            length = len(self._opened(0))
            start = length + bool(length)
            self._fill_gap(start)
            self.lay(quote, start, start + len(quote))
            self._lines[quote] = start
        return Span(start, start + len(quote))

    def _fill_gap(self, start: int) -> None:
        if start and start <= MAX_END:
            self._opened(start)[start - 1] = "\n"
            self._known[start - 1] = 1

    def _opened(self, end: int) -> list[str]:
        """The characters, as many as ``end`` at least."""
        if self._characters is None:
            self._characters = list(self._text)
            self._known = bytearray(len(self._characters))
            for first, last in self._filled:
                self._known[first:last] = b"\1" * (last - first)
        missing = end - len(self._characters)
        if missing > 0:
            self._characters.extend(" " * missing)
            self._known.extend(bytes(missing))
        return self._characters
