"""Adding claims to linked ones against linking all at once, on generated claims.

    python -m bench.linking_more 1000000 --more 1000

The rows are linked at once but for the last ones, which are added; then all are linked at once by the same
knowledge of how common things are, and both results are compared.
"""

from __future__ import annotations

import argparse
import json
import time

import numpy as np
import pandas as pd

from bench.claims_generator import claims
from bench.linking_speed import SEED, TRUTH
from factcheck.linking import Reader, ask, link, link_anew, link_more
from factcheck.linking.engines import Local


def main() -> None:
    """Prints seconds of both, and whether they gave the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int)
    parser.add_argument("--more", type=int, default=1000)
    asked = parser.parse_args()
    table = claims(asked.size + asked.more, SEED).drop(columns=TRUTH)
    old = link_anew(table.iloc[: -asked.more])
    documents = table["document"].iloc[-asked.more :].unique().tolist()
    place = table.groupby("document").indices
    said: dict[str, object] = {"claims": asked.size, "more": asked.more}
    for name in ("add", "add_again"):  # the second time what a process reads once is read
        reader = Reader(lambda some: table.iloc[np.concatenate([place[one] for one in some])], old.noted.only)
        begin, cpu = time.perf_counter(), time.process_time()
        more = link_more(old.linking, documents, reader)
        told = ask(more.linking, more.changed, reader, Local())
        said[name], said[f"{name}_cpu"] = time.perf_counter() - begin, time.process_time() - cpu
    said["again_claims"] = len(told)
    begin, cpu = time.perf_counter(), time.process_time()
    link(table)
    said["full"], said["full_cpu"] = time.perf_counter() - begin, time.process_time() - cpu
    known = more.linking.known
    at_hand = pd.concat([old.linked[~old.linked["claim"].isin(told["claim"])], told]).sort_values("claim")
    del more, old
    same = link_anew(table, known=known).linked
    said["same"] = bool(at_hand.reset_index(drop=True).equals(same))
    print(json.dumps(said))


if __name__ == "__main__":
    main()
