"""Time, memory and quality of linking against size, beside Splink on the same generated claims in the same run.

    python -m bench.linking_speed 10000 100000 1000000 --splink /path/to/its/python --write

Each run is a process of its own, one after the other. Seconds are those of ``link`` (DataFrame in, questions out);
of Splink those of prediction and clustering, without its training. Where other work goes on beside, processor time
(``cpu``) is what can be compared. ``--write`` draws the plot of the docs.
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
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
from rapidfuzz import fuzz, process

from bench.claims_generator import claims
from bench.splink_peer import pairwise
from factcheck.linking import blocking, incidents, link
from factcheck.linking.places import name_keys
from factcheck.linking.scenes import find_scenes
from factcheck.linking.signs import signs_of
from factcheck.linking.table import prepare
from factcheck.linking.weights import shipped

PLOT = Path(__file__).parent.parent / "docs" / "images" / "linking.png"
PEER = Path(__file__).with_name("splink_peer.py")
TRUTH = ["true_incident", "true_question"]
SEED = 1


def measured(size: int, splink: str | None) -> list[dict[str, Any]]:
    """A row for ``link`` and one for Splink on so many claims."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "claims.parquet", Path(folder) / "out.json"
        claims(size, SEED).to_parquet(source, index=False)
        rows = []
        if splink:
            subprocess.run([splink, str(PEER), str(source), str(target)], check=True, capture_output=True)
            peer = json.loads(target.read_text())
            rows.append({"name": "Splink", "seconds": peer["predict"] + peer["cluster"], **peer})
        subprocess.run(
            [sys.executable, "-m", "bench.linking_speed", "--one", str(source), str(target)], check=True
        )
        rows.append({"name": "link", **json.loads(target.read_text())})
    return rows


def one(source: str, target: str) -> None:
    """Links the claims of a file; writes what it took and how right it was."""
    table = pd.read_parquet(source)
    told = table.drop(columns=TRUTH)
    begin, cpu = time.perf_counter(), time.process_time()
    linked = link(told)
    seconds, used = time.perf_counter() - begin, time.process_time() - cpu
    truth = table.set_index("claim")["true_question"]
    quality = pairwise(linked["claim"].map(truth), linked["question"])
    peak = (
        sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    )
    Path(target).write_text(
        json.dumps({"claims": len(table), "seconds": seconds, "cpu": used, "peak_mb": peak, **quality})
    )


def floor(size: int) -> dict[str, float]:
    """Pairs a second of our scoring, all features, and of rapidfuzz alone with the scorers that it calls."""
    table = prepare(claims(size, SEED).drop(columns=TRUTH))
    scenes, _ = find_scenes(table)
    scenes = scenes.only(incidents.first_alike(incidents.like_keys(scenes, table))[0])
    signs = signs_of(scenes, table)
    left, right = blocking.pairs(scenes, table, signs)
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
    colour = alt.Color("name", title=None, scale=alt.Scale(range=["#b4571d", "#1d5b96"]))
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
    parser.add_argument("--splink", help="the Python of an environment with Splink")
    parser.add_argument("--write", action="store_true", help="draw the plot")
    parser.add_argument("--floor", type=int, metavar="SIZE")
    parser.add_argument("--one", nargs=2, metavar=("SOURCE", "TARGET"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        one(*asked.one)
        return
    if asked.floor:
        print(json.dumps(floor(asked.floor)))
    rows = pd.DataFrame([row for size in asked.sizes for row in measured(size, asked.splink)])
    if len(rows):
        shown = ["claims", "name", "f1", "b3", "seconds", "cpu", "peak_mb"]
        print(rows[shown].to_string(index=False, float_format=lambda x: f"{x:.3f}"))
    if asked.write:
        plot(rows)


if __name__ == "__main__":
    main()
