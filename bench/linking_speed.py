"""Time, memory and quality of linking against size, beside its peers on the same generated claims in the same run.

    python -m bench.linking_speed 10000 100000 1000000 --splink /path/to/its/python --write

Each run is a process of its own, one after the other. Seconds are those of ``link`` (DataFrame in, questions out);
of the peers those of prediction and clustering, without their training. Where other work goes on beside, processor
time (``cpu``) is what can be compared. ``--write`` draws the plot of the docs.
A peer that takes more than ``MOST_SECONDS`` or ``MOST_GB`` at a size does not get through, and has no row.
``--floor`` measures the scoring of pairs against bare rapidfuzz with the same scorers over the same pairs.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
from rapidfuzz import fuzz, process

from bench.claims_generator import claims
from bench.splink_peer import pairwise
from factcheck.linking import link
from factcheck.linking.incidents import blocking, incidents
from factcheck.linking.incidents.signs import signs_of
from factcheck.linking.places.places import name_keys
from factcheck.linking.scenes import find_scenes
from factcheck.linking.table import prepare
from factcheck.linking.weights import shipped

PLOT = Path(__file__).parent.parent / "docs" / "images" / "linking.png"
PEERS = {
    "Splink": ("splink_peer.py",), "Splink with words": ("splink_peer.py", "words"),
    "recordlinkage": ("recordlinkage_peer.py",), "dedupe": ("dedupe_peer.py",),
}  # fmt: skip
"""The script of each peer, and its options."""
TRIED = {"recordlinkage": 100_000, "dedupe": 10_000}
"""Claims up to which a peer is tried: what is made for small tables."""
MOST_SECONDS = 1800
MOST_GB = 8
COLOURS = {
    "link": "#1d5b96",
    "Splink": "#b4571d",
    "Splink with words": "#e3a67b",
    "recordlinkage": "#6b8e23",
    "dedupe": "#777777",
}
TRUTH = ["true_incident", "true_question"]
SEED = 1


def measured(size: int, peers: Mapping[str, str]) -> list[dict[str, Any]]:
    """A row for ``link`` and one for each peer on so many claims; ``peers``: the Python of each."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "claims.parquet", Path(folder) / "out.json"
        claims(size, SEED).to_parquet(source, index=False)
        rows = []
        for name, python in peers.items():
            if size > TRIED.get(name, size):
                continue
            if _gets_through(python, PEERS[name], source, target):
                peer = json.loads(target.read_text())
                rows.append({"name": name, "seconds": peer["predict"] + peer["cluster"], **peer})
            else:
                print(f"{name} does not get through {size:,} claims", file=sys.stderr)
        subprocess.run(
            [sys.executable, "-m", "bench.linking_speed", "--one", str(source), str(target)], check=True
        )
        rows.append({"name": "link", **json.loads(target.read_text())})
    return rows


def _gets_through(python: str, peer: tuple[str, ...], source: Path, target: Path) -> bool:
    script, *options = peer
    command = [python, str(Path(__file__).with_name(script)), str(source), str(target), *options]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=MOST_SECONDS, preexec_fn=_bounded)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return False
    return True


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_GB * 2**30, MOST_GB * 2**30))


def one(source: str, target: str) -> None:
    """Links the claims of a file; writes what it took and how right it was."""
    table = pd.read_parquet(source)
    told = table.drop(columns=TRUTH)
    begin, cpu = time.perf_counter(), processor_time()
    linked = link(told)
    seconds, used = time.perf_counter() - begin, processor_time() - cpu
    truth = table.set_index("claim")["true_question"]
    quality = pairwise(linked["claim"].map(truth), linked["question"])
    peak = (
        sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    )
    Path(target).write_text(
        json.dumps({"claims": len(table), "seconds": seconds, "cpu": used, "peak_mb": peak, **quality})
    )


def processor_time() -> float:
    """Seconds of processor time of this process and of those that it started and that are done."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def floor(size: int) -> dict[str, float]:
    """Pairs a second of our scoring, all features, and of rapidfuzz alone with the scorers that it calls."""
    table = prepare(claims(size, SEED).drop(columns=TRUTH))
    scenes, _ = find_scenes(table)
    scenes = scenes.only(incidents.first_alike(incidents.like_keys(scenes, table))[0])
    signs = signs_of(scenes, table)
    left, right = blocking.pairs_in_time(scenes, blocking.split(scenes, table, signs))
    begin = time.perf_counter()
    incidents.scores(scenes, signs, left, right, shipped())
    ours = time.perf_counter() - begin
    heads = [(*name_keys(several[0]), "")[0] if several else "" for several in scenes.places]
    one, other = ([heads[scenes.place[scene]] for scene in side.tolist()] for side in (left, right))
    begin = time.perf_counter()
    for scorer in (fuzz.ratio, fuzz.ratio, fuzz.ratio, fuzz.token_set_ratio):
        process.cpdist(one, other, scorer=scorer)
    bare = time.perf_counter() - begin
    return {"pairs": len(left), "ours": len(left) / ours, "rapidfuzz": len(left) / bare, "share": bare / ours}


def plot(rows: pd.DataFrame) -> None:
    """Seconds and memory against size, on scales of powers of ten."""
    rows = rows.assign(memory=rows["peak_mb"] / 1024)
    shown = [name for name in COLOURS if name in set(rows["name"])]
    colour = alt.Color("name", title=None, scale=alt.Scale(domain=shown, range=[COLOURS[name] for name in shown]))
    x = alt.X("claims", title="claims", scale=alt.Scale(type="log"))
    charts = [
        alt.Chart(rows).mark_line(point=True).encode(x=x, y=alt.Y(y, title=title, scale=scale), color=colour)
        for y, title, scale in (
            ("cpu", "seconds of processor time", alt.Scale(type="log")),
            ("memory", "peak memory, GB", alt.Scale(zero=True)),
        )
    ]  # fmt: skip
    alt.hconcat(*(chart.properties(width=280, height=240) for chart in charts)).save(PLOT, scale_factor=2)


def main() -> None:
    """Prints the table, and draws the plot when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int)
    for name in ("Splink", "recordlinkage", "dedupe"):
        parser.add_argument(f"--{name.lower()}", metavar="PYTHON", help=f"of an environment with {name}")
    parser.add_argument("--write", action="store_true", help="draw the plot")
    parser.add_argument("--floor", type=int, metavar="SIZE")
    parser.add_argument("--one", nargs=2, metavar=("SOURCE", "TARGET"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        one(*asked.one)
        return
    if asked.floor:
        print(json.dumps(floor(asked.floor)))
    given = {name: getattr(asked, name.partition(" ")[0].lower()) for name in PEERS}
    peers = {name: python for name, python in given.items() if python}
    rows = pd.DataFrame([row for size in asked.sizes for row in measured(size, peers)])
    if len(rows):
        shown = ["claims", "name", "f1", "b3", "seconds", "cpu", "peak_mb"]
        print(rows[shown].to_string(index=False, float_format=lambda x: f"{x:.3f}"))
    if asked.write:
        plot(rows)


if __name__ == "__main__":
    main()
