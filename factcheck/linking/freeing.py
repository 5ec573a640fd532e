"""Memory that is free goes back to the system: after large steps as much lies about as the next one needs."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pyarrow as pa

LARGE = 100_000
"""Claims from which it is worth the tenths of a second that it takes."""


@contextmanager
def undisturbed(claims: int = LARGE) -> Iterator[None]:
    """Meanwhile nothing looks for objects that hold each other, where there are many claims: linking and comparing
    make none, and going through all that they hold takes a tenth of their time."""
    if claims < LARGE or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def give_back(claims: int) -> None:
    """What Arrow and the C library keep for later is the system's again, where there are many claims."""
    if claims >= LARGE:
        pa.default_memory_pool().release_unused()
        trim = _trim()
        if trim is not None:
            trim(0)


@cache
def _trim() -> ctypes._NamedFuncPointer | None:
    """glibc's ``malloc_trim``; None elsewhere."""
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return None
