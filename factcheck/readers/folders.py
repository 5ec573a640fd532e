"""Which files the paths given on a command line stand for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from factcheck.errors import ReadError
from factcheck.readers.encoding import storable
from factcheck.readers.registry import NOT_READ, by_extension, extensions


class GivenPath(type(Path())):  # type: ignore[misc]  # the class of paths on this system; mypy cannot name it
    """A path that is written as the caller wrote it ('./a.txt' stays './a.txt'); paths made from it are plain."""

    given: str | None = None

    def __new__(cls, given: str) -> GivenPath:
        """The path of what was given."""
        path: GivenPath = super().__new__(cls, given)
        path.given = given
        return path

    def __str__(self) -> str:
        return self.given or super().__str__()

    def __reduce__(self) -> tuple[type[Path], tuple[str]]:
        return (GivenPath if self.given else Path), (str(self),)

    def with_segments(self, *segments: str) -> Path:
        """What Python 3.12 and later make a parent, a sibling, ... of."""
        return Path(*segments)


def expand(paths: Iterable[str | Path]) -> Iterator[Path | ReadError]:
    """The files that the paths stand for, written as given; a folder stands for what it holds, sorted by name.

    In a folder and the folders below it, hidden files and those of a format that no reader takes are left out, as
    is the folder of parts (pictures, advertisements) that a browser saves beside a page. Reports in formats that
    are not read (PDF, Word, ...) are not passed over in silence: each comes as a ``ReadError``, as does a path
    that leads nowhere and a folder without a readable file.
    """
    for path in map(str, paths):
        if os.path.isdir(path):
            yield from _in_folder(path)
        elif os.path.lexists(path):
            yield _dangling(path) if not os.path.exists(path) else GivenPath(path)
        else:
            yield ReadError(_absence(path), where=storable(path))


def _absence(path: str) -> str:
    """Why nothing is found at a path."""
    try:
        os.lstat(path)
    except PermissionError:
        return "no permission to open the folder that it is in"
    except (OSError, ValueError):  # ValueError: a NUL in the path
        pass
    return "there is no such file or folder"


def _in_folder(folder: str) -> Iterator[Path | ReadError]:
    found = False
    seen = {_identity(folder)}
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):
            outcome = _taken(path)
            found = found or outcome is not None
            if outcome is not None:
                yield outcome
        elif path == folder or _identity(path) not in seen:  # a link can lead back to where we are
            seen.add(_identity(path))
            try:
                waiting.extend(reversed(_entries(path)))
            except OSError as error:
                found = True
                yield ReadError(f"the folder cannot be opened ({error.strerror})", where=storable(path))
    if not found:
        yield ReadError(
            "no readable files in this folder", where=storable(folder), hint=f"Read are: {extensions()}."
        )


def _entries(folder: str) -> list[str]:
    """The paths of a folder's entries, sorted by name, without hidden ones and the parts of saved pages."""
    names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    pages = {PurePath(name).stem for name in names if PurePath(name).suffix.lower() in (".html", ".htm")}
    return [os.path.join(folder, name) for name in names if name.removesuffix("_files") not in pages - {name}]


def _taken(path: str) -> Path | ReadError | None:
    suffix = PurePath(path).suffix.lower()
    if not os.path.exists(path):
        return _dangling(path)
    if not os.path.isfile(path):  # a socket, a device
        return None
    if by_extension(path) is not None or not suffix:
        return GivenPath(path)
    if suffix in NOT_READ:
        return ReadError(
            f"{NOT_READ[suffix]} files are not read", where=storable(path), hint=f"Read are: {extensions()}."
        )
    return None


def _dangling(path: str) -> ReadError:
    return ReadError("the link leads nowhere", where=storable(path))


def _identity(path: str) -> tuple[int, int]:
    status = os.stat(path)
    return status.st_dev, status.st_ino
