"""Engines: where the blocks of a run are worked on. The blocks carry everything, so any engine gives the same."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Protocol

from pandas import DataFrame

Work = Callable[[DataFrame], DataFrame]

FEWEST_BLOCKS = 4
"""With fewer blocks, other processes take longer to start than the work takes here."""


class Engine(Protocol):
    """Works on blocks, and gives what came of each in their order."""

    def map(self, work: Work, blocks: Sequence[DataFrame]) -> Iterator[DataFrame]:
        """What ``work`` makes of each block."""
        ...


class Local:
    """All cores of this machine; a few blocks are done in this process."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1

    def map(self, work: Work, blocks: Sequence[DataFrame]) -> Iterator[DataFrame]:
        """What ``work`` makes of each block."""
        if self.workers == 1 or len(blocks) < FEWEST_BLOCKS:
            yield from map(work, blocks)
            return
        with ProcessPoolExecutor(self.workers, get_context("spawn")) as pool:
            yield from pool.map(work, blocks)


class Dask:
    """A Dask cluster that the user has; its workers need factcheck installed."""

    def __init__(self, address: str) -> None:
        self.address = address

    def map(self, work: Work, blocks: Sequence[DataFrame]) -> Iterator[DataFrame]:
        """What ``work`` makes of each block."""
        from distributed import Client

        with Client(self.address) as client:
            yield from client.gather(client.map(work, list(blocks), pure=False))


def engine_of(name: str) -> Engine:
    """The engine of a name: ``local``, or ``dask://host:port``. Raises ValueError for any other."""
    if name == "local":
        return Local()
    scheme, _, where = name.partition("://")
    if scheme == "dask" and where:
        return Dask(f"tcp://{where}")
    raise ValueError(f"no engine {name!r}: give local, or dask://host:port")
