"""Engines: where the blocks of a run are worked on. The blocks carry everything, so any engine gives the same."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import nullcontext
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from typing import Protocol, TypeVar

from pandas import DataFrame

from factcheck.errors import FactcheckError
from factcheck.linking.freeing import undisturbed

P = TypeVar("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

FEWEST_BLOCKS = 4
"""With fewer blocks, other processes take longer to start than the work takes here."""


AHEAD = 3
"""Blocks that are made for each worker before its results are fetched: all of them at once take up the memory."""


class Engine(Protocol):
    """Works on blocks, and gives what came of each in their order."""

    def map(self, work: Callable[[DataFrame], R], blocks: Iterable[DataFrame]) -> Iterator[R]:
        """What ``work`` makes of each block; they are made as they are needed."""
        ...

    def stand_by(self, wake: Callable[[], object]) -> None:
        """There is much to come, of which each process must know what ``wake`` reads; until it is closed."""
        ...

    def close(self) -> None:
        """Nothing more is to come."""
        ...


def run(work: Callable[[DataFrame], R], block: DataFrame) -> R:
    """What ``work`` makes of a block."""
    with undisturbed():
        return work(block)


class Local:
    """All cores of this machine; a few blocks are done in this process.

    Its processes end with the work on the blocks, unless they ``stand_by`` until it is closed.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._standing: ProcessPoolExecutor | None = None

    def stand_by(self, wake: Callable[[], object]) -> None:
        """The processes start beside what is done here, each with ``wake``, and stay from one use to the next."""
        if self.workers > 1 and self._standing is None:
            self._standing = ProcessPoolExecutor(self.workers, get_context("spawn"), wake)
            for _ in range(self.workers):
                self._standing.submit(run, len, DataFrame())  # starts a process, which reads what linking needs

    def close(self) -> None:
        """The processes that stood by have ended."""
        if self._standing is not None:
            self._standing.shutdown(cancel_futures=True)
            self._standing = None

    def map(self, work: Callable[[DataFrame], R], blocks: Iterable[DataFrame]) -> Iterator[R]:
        """What ``work`` makes of each block."""
        rest = iter(blocks)
        some = list(islice(rest, FEWEST_BLOCKS))
        if self.workers == 1 or len(some) < FEWEST_BLOCKS:
            yield from map(partial(run, work), chain(some, rest))
            return
        with nullcontext(self._standing) if self._standing else self._pool() as pool:
            yield from _in_turn(
                lambda block: pool.submit(run, work, block), chain(some, rest), AHEAD * self.workers
            )

    def _pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.workers, get_context("spawn"))


class Dask:
    """A Dask cluster that the user has; its workers need factcheck installed."""

    def __init__(self, address: str) -> None:
        self.address = address

    def stand_by(self, wake: Callable[[], object]) -> None:
        """The cluster stands by always."""

    def close(self) -> None:
        """The cluster stays."""

    def map(self, work: Callable[[DataFrame], R], blocks: Iterable[DataFrame]) -> Iterator[R]:
        """What ``work`` makes of each block; the cluster holds a few at a time.

        Raises:
            FactcheckError: there is no cluster.
        """
        from distributed import Client

        try:
            opened = Client(self.address)
        except OSError as error:
            raise FactcheckError(
                f"no Dask cluster answers at {self.address}; is its scheduler running? Without --engine all is "
                "linked on this machine."
            ) from error
        with opened as client:

            def sent(block: DataFrame) -> Future[R]:
                there = client.scatter(block, hash=False)
                started: Future[R] = client.submit(run, work, there, pure=False)
                return started

            yield from _in_turn(sent, blocks, AHEAD * max(1, sum(client.nthreads().values())))


class Future(Protocol[R_co]):
    """What will come of a block."""

    def result(self) -> R_co:
        """It, when it is there."""
        ...


def _in_turn(start: Callable[[DataFrame], Future[R]], blocks: Iterable[DataFrame], ahead: int) -> Iterator[R]:
    """What comes of each block, in their order, with so many begun at a time."""
    begun: deque[Future[R]] = deque()
    for block in blocks:
        begun.append(start(block))
        if len(begun) >= ahead:
            yield begun.popleft().result()
    while begun:
        yield begun.popleft().result()


def engine_of(name: str) -> Engine:
    """The engine of a name: ``local``, or ``dask://host:port``. Raises ValueError for any other."""
    if name == "local":
        return Local()
    scheme, _, where = name.partition("://")
    if scheme == "dask" and where:
        return Dask(f"tcp://{where}")
    raise ValueError(f"no engine {name!r}: give local, or dask://host:port")


def in_threads(work: Callable[[P], R], parts: Iterable[P]) -> list[R]:
    """What ``work`` makes of each part, in their order, several at once: for columns, which numpy, scipy and Arrow
    work on beside each other."""
    parts = list(parts)
    cores = os.cpu_count() or 1
    if cores == 1 or len(parts) < 2:
        return [work(part) for part in parts]
    with ThreadPoolExecutor(min(cores, len(parts))) as pool:
        return list(pool.map(work, parts))


def stretches(amount: int, at_once: int) -> list[slice]:
    """Slices of about ``at_once`` that cover so many."""
    return [slice(at, min(at + at_once, amount)) for at in range(0, amount, at_once)]
