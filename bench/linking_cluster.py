"""Linking on a Dask cluster on this machine, a scheduler and two workers as processes, against ``local``.

    python -m bench.linking_cluster 1000000

Prints seconds and processor time of both, and whether they gave the same, bit for bit. For more claims than memory
has room for twice: ``5000000 --file claims.arrow --alone``, with ``MALLOC_MMAP_THRESHOLD_=1048576``, by which what
is freed goes back at once.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.claims_generator import claims
from bench.claims_many import mapped
from bench.linking_speed import SEED, TRUTH, processor_time
from factcheck.linking import engine_of, link
from factcheck.linking.engines import Local

WORKERS = 2
WAIT_SECONDS = 120
CLOSE_SECONDS = 10


def main() -> None:
    """Prints what both took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int)
    parser.add_argument("--file", type=Path, help="claims that bench.claims_many wrote, instead of so many")
    parser.add_argument("--alone", action="store_true", help="on the cluster only")
    asked = parser.parse_args()
    table = claims(asked.size, SEED).drop(columns=TRUTH) if asked.file is None else mapped(asked.file)
    said: dict[str, object] = {"claims": len(table)}
    if not asked.alone:
        begin, cpu = time.perf_counter(), processor_time()
        here = link(table, Local())
        said["local"], said["local_cpu"] = time.perf_counter() - begin, processor_time() - cpu
    with cluster() as address:
        begin, cpu = time.perf_counter(), processor_time()
        there = link(table, engine_of(f"dask://{address}"))
        said["dask"], said["dask_cpu_here"] = time.perf_counter() - begin, processor_time() - cpu
    said["incidents"], said["questions"] = there["incident"].nunique(), there["question"].nunique()
    if not asked.alone:
        said["same"] = bool(here.equals(there))
    said["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(said))


@contextmanager
def cluster() -> Iterator[str]:
    """The address of a scheduler with two workers; they end with the block."""
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "scheduler.json"
        dask = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0",
                "--no-dashboard", "--scheduler-file", str(where)]  # fmt: skip
        worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(where),
                  "--nthreads", "1", "--no-dashboard", "--no-nanny", "--local-directory", folder]  # fmt: skip
        quiet = subprocess.DEVNULL
        commands = (dask, *[worker] * WORKERS)
        started = [subprocess.Popen(command, stdout=quiet, stderr=quiet) for command in commands]
        try:
            yield _address(where)
        finally:
            for process in started[::-1]:
                process.terminate()
            for process in started:
                try:
                    process.wait(CLOSE_SECONDS)
                except subprocess.TimeoutExpired:
                    process.kill()


def _address(where: Path) -> str:
    for _ in range(WAIT_SECONDS):
        if where.exists() and where.read_text():
            address: str = json.loads(where.read_text())["address"]
            return address.removeprefix("tcp://")
        time.sleep(1)
    raise TimeoutError("the scheduler did not start")


if __name__ == "__main__":
    main()
