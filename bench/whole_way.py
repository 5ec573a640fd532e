"""The whole way on generated claims: from a filled SQLite database to stored verdicts; then more claims into it.

    python -m bench.whole_way 1000000 --more 1000 [--keep claims.db]

Filling is not measured. Seconds are those of ``factcheck link``, and of the run after a few documents more came;
memory is that of this process, with pages of the mapped file (those that compare have some 0.4 GB each).
With ``--keep`` the linked claims stay in a database, and the others come into a copy of it: the adding can be
measured again without the first run, even when the program changed since.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pandas as pd
from pandas import DataFrame
from sqlalchemy import create_engine, func, insert, update

from bench.claims_generator import claims
from bench.linking_speed import SEED, processor_time
from factcheck.ids import claimant_id
from factcheck.language.naming import name_key
from factcheck.models import Claim, Claimant, Document, Incident, LinkingPart, Source
from factcheck.pipeline.derive import link
from factcheck.pipeline.fingerprints import rules
from factcheck.store import Store, open_store

AT_ONCE = 20_000

_claimant = cache(claimant_id)


def fill(store: Store, table: DataFrame) -> None:
    """The claims are stored with their documents, sources and claimants; what is known stays as it was."""
    run = store.start_run("import")
    now = pd.Timestamp("2026-01-01", tz="UTC").to_pydatetime()
    table = table.astype(object).where(table.notna(), None)
    for model, rows in (
        (Source, [{"id": s[7:], "name": s} for s in table["source"].unique()]),
        (Claimant, [{"id": claimant_id(c), "key": name_key(c), "name": c} for c in table["claimant"].unique()]),
        (Document, [_document(row, run, now) for row in table.drop_duplicates("document").to_dict("records")]),
        (Claim, [_claim(row, run) for row in table.to_dict("records")]),
    ):  # fmt: skip
        with store.writing() as session:
            for at in range(0, len(rows), AT_ONCE):
                session.execute(insert(model).prefix_with("OR IGNORE"), rows[at : at + AT_ONCE])
    store.end_run(run, {"claims": len(table)})


def _document(row: dict[Any, Any], run: int, now: Any) -> dict[str, Any]:
    return {
        "id": row["document"], "source_id": row["source"][7:], "run_id": run, "doc": row["document"],
        "title": row["title"], "published": row["published"], "retrieved": now, "sha256": "",
        "text": row["context"],
    }  # fmt: skip


def _claim(row: dict[Any, Any], run: int) -> dict[str, Any]:
    start = row["context"].index(row["quote"])
    plain = ("kind", "low", "high", "qualifier", "victims", "target", "stance", "event_start", "event_end",
             "place", "quote", "side", "role", "part_of")  # fmt: skip
    return {name: row[name] for name in plain} | {
        "id": row["claim"], "document_id": row["document"], "run_id": run,
        "claimant_id": _claimant(row["claimant"]), "claimant_name": row["claimant"], "start": start,
        "end": start + len(row["quote"]), "extractor": "bench", "extractor_version": "1",
    }  # fmt: skip


def measured(store: Store) -> dict[str, Any]:
    """What one linking run took, and each of its steps (seconds, processor time), and what came of it."""
    steps: dict[str, tuple[float, float]] = {}
    begin, cpu = time.perf_counter(), processor_time()
    at = [("", begin, cpu)]

    def tell(step: str, *_: int | None) -> None:
        now, used = time.perf_counter(), processor_time()
        name, since, before = at[-1]
        if name:
            told = steps.get(name, (0.0, 0.0))
            steps[name] = round(told[0] + now - since, 1), round(told[1] + used - before, 1)
        at.append((step, now, used))

    summary = link(store, tell)
    seconds, used = time.perf_counter() - begin, processor_time() - cpu
    return {"seconds": seconds, "cpu": used, "steps": steps, "changed": summary.changed}


def main() -> None:
    """Prints what the first run took, one with nothing new, and one after more claims came."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int)
    parser.add_argument("--more", type=int, default=1000)
    parser.add_argument("--keep", type=Path, help="a database that stays; used as it is when it is there")
    asked = parser.parse_args()
    said: dict[str, Any] = {"claims": asked.size}
    with tempfile.TemporaryDirectory(dir=asked.keep and asked.keep.parent) as folder:
        path = Path(folder) / "claims.db"
        kept = asked.keep is not None and asked.keep.exists()
        with ProcessPoolExecutor(1, get_context("spawn")) as other:  # making claims takes more memory than linking
            more = other.submit(_filled, asked.size, asked.more, None if kept else path).result()
        said["more"] = len(more)
        if kept:
            shutil.copy(asked.keep, path)
            as_if_linked_now(path)
        else:
            with closing(open_store(f"sqlite:///{path}")) as store:
                said["first"] = measured(store)
            if asked.keep:
                shutil.copy(path, asked.keep)
        with closing(open_store(f"sqlite:///{path}")) as store:
            fill(store, more)
            said["after_more"], said["nothing_new"] = measured(store), measured(store)
        said["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(said))


def _filled(size: int, more: int, path: Path | None) -> DataFrame:
    """The claims that come later; the others stand in a new database, where one is asked for."""
    table = claims(size + more, SEED)
    old = ~table["document"].isin(table["document"].iloc[-more:])
    if path is not None:
        with closing(open_store(f"sqlite:///{path}")) as store:
            fill(store, table[old])
    return table[~old]


def as_if_linked_now(path: Path) -> None:
    """What a database keeps is taken for linked and compared by the rules of today."""
    engine = create_engine(f"sqlite:///{path}")
    mark = func.substr(Incident.fingerprint, 1, 16)
    with engine.begin() as database:
        now = update(LinkingPart).where(LinkingPart.name == "rules").values(data=rules().encode())
        database.execute(now)
        database.execute(update(Incident).values(fingerprint=mark + rules()))
    engine.dispose()


if __name__ == "__main__":
    main()
