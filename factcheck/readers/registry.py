"""The formats that can be read: one registered reader each, found by extension or, failing that, by looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from factcheck.errors import ReadError
from factcheck.readers.items import Content, Defaults, Item

Read = Callable[[Content, Defaults], Iterator[Item]]
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, the extensions that stand for it, its reader, and what users read about it."""

    name: str
    extensions: tuple[str, ...]
    read: Read
    about: str


_FORMATS: dict[str, Format] = {}

NOT_READ = {
    ".pdf": "PDF", ".doc": "Word", ".docx": "Word", ".odt": "OpenDocument", ".rtf": "RTF", ".xls": "Excel",
    ".xlsx": "Excel", ".ods": "OpenDocument", ".ppt": "PowerPoint", ".pptx": "PowerPoint", ".epub": "EPUB",
    ".mht": "MHTML", ".mhtml": "MHTML", ".eml": "e-mail", ".msg": "e-mail", ".zip": "ZIP", ".gz": "gzip",
    ".parquet": "Parquet",
}  # fmt: skip
"""Formats in which reports come too, but which no reader takes; a reader registered for one goes before."""

_LOOKS_LIKE_HTML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html\b)", re.I | re.S
)


def reader(name: str, *extensions: str) -> Callable[[Read], Read]:
    """Decorator: the function reads the files with these extensions; its docstring is shown to users."""

    def register(read: Read) -> Read:
        _FORMATS[name] = Format(name, extensions, read, (read.__doc__ or "").strip())
        return read

    return register


def formats() -> tuple[Format, ...]:
    """Every format that is read, by name."""
    return tuple(_FORMATS[name] for name in sorted(_FORMATS))


def by_extension(name: str) -> Format | None:
    """The format that a file's name stands for; None when its extension says nothing."""
    if name == STANDARD_INPUT:
        return _FORMATS["jsonl"]
    suffix = PurePath(name).suffix.lower()
    return next((f for f in _FORMATS.values() if suffix in f.extensions), None)


def format_of(content: Content) -> Format:
    """The format of a file: by its extension, else text; a web page under a text's name is a web page.

    Raises:
        ReadError: a format that is known but not read.
    """
    found = by_extension(content.name)
    kind = NOT_READ.get(PurePath(content.name).suffix.lower())
    if found is None and kind is not None:
        raise ReadError(f"{kind} files are not read", where=content.where, hint=f"Read are: {extensions()}.")
    if found is None or found.name == "text":
        return _FORMATS["html" if _LOOKS_LIKE_HTML.match(content.head()) else "text"]
    return found


def extensions() -> str:
    """Every extension that is read, for messages: '.csv, .htm, .html, ...'."""
    return ", ".join(sorted(e for f in _FORMATS.values() for e in f.extensions))
