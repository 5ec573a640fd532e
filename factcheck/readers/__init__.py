"""Bytes or a path in, documents or claim rows out: one file a family of formats.

A new format is one new file in this folder with a function under ``@reader(name, extensions)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from pkgutil import iter_modules
from typing import BinaryIO, cast

from factcheck.errors import ReadError
from factcheck.readers.encoding import storable
from factcheck.readers.folders import expand
from factcheck.readers.items import Content, Defaults, Item, SourcedClaim
from factcheck.readers.registry import STANDARD_INPUT, Format, format_of, formats

for _module in iter_modules(__path__):  # every file that registers a reader does so now
    import_module(f"{__name__}.{_module.name}")

_NOTHING_SAID = Defaults()
HOPELESS = 500
"""Rows: enough to show what is wrong with a file of which nothing can be read, and few enough to look through."""


def read_path(path: str | Path, defaults: Defaults = _NOTHING_SAID) -> Iterator[Item]:
    """What a file holds, item by item; what cannot be read comes as a ``ReadError``, which is never raised.

    A document without an outside id of its own gets the path, exactly as given, for its ``doc``.
    """
    try:
        stream = open(path, "rb")  # noqa: SIM115 - closed below; only opening may fail with a ValueError
    except (OSError, ValueError) as error:
        yield ReadError(_reason(error), where=storable(str(path)))
        return
    with stream:
        yield from read_stream(str(path), stream, defaults)


def read_bytes(name: str, data: bytes, defaults: Defaults = _NOTHING_SAID) -> Iterator[Item]:
    """What an uploaded file holds, as ``read_path``; the name '-' stands for JSON Lines."""
    yield from read_stream(name, BytesIO(data), defaults)


def read_stream(name: str, stream: BinaryIO, defaults: Defaults = _NOTHING_SAID) -> Iterator[Item]:
    """What a stream of bytes holds, as ``read_path``; the name '-' (standard input) stands for JSON Lines."""
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(cast(RawIOBase, stream))
    content = Content(storable(name), buffered)
    try:
        yield from _until_hopeless(format_of(content).read(content, defaults), content.where)
    except ReadError as error:
        yield error
    except OSError as error:
        yield ReadError(_reason(error), where=content.where)
    finally:
        if buffered is not stream:
            buffered.detach()  # the caller's stream stays the caller's to close


def _until_hopeless(items: Iterator[Item], where: str) -> Iterator[Item]:
    """The items, unless so many at the beginning are problems that the file must be of another kind."""
    for number, item in enumerate(items, start=1):
        yield item
        if not isinstance(item, ReadError):
            break
        if number == HOPELESS:
            reason = f"none of its first {HOPELESS} rows could be read, so the others were not tried"
            yield ReadError(reason, where=where, hint="It may be of another format than its name says.")
            return
    yield from items


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case IsADirectoryError():
            return "this is a folder, not a file"
        case PermissionError():
            return "no permission to read it"
        case OSError():
            return f"cannot be read ({error.strerror or error})"
        case _:
            return f"cannot be read ({error})"


__all__ = [
    "STANDARD_INPUT", "Defaults", "Format", "Item", "SourcedClaim", "expand", "formats", "read_bytes", "read_path",
    "read_stream",
]  # fmt: skip
