"""Adding claims to linked ones against linking all at once, on generated claims.

    python -m bench.linking_more 1000000 --more 1000

The rows are linked at once but for the last ones, which are added; then all are linked at once by the same
knowledge of how common things are, and both results are compared.
"""

from __future__ import annotations

import argparse
import json
import time

from bench.claims_generator import claims
from bench.linking_speed import SEED, TRUTH
from factcheck.linking import link, link_anew, link_more


def main() -> None:
    """Prints seconds of both, and whether they gave the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int)
    parser.add_argument("--more", type=int, default=1000)
    asked = parser.parse_args()
    table = claims(asked.size + asked.more, SEED).drop(columns=TRUTH)
    linking = link_anew(table.iloc[: -asked.more])
    said: dict[str, object] = {"claims": asked.size, "more": asked.more}
    for name in ("add", "add_again"):  # the second time what a process reads once is read
        begin, cpu = time.perf_counter(), time.process_time()
        more = link_more(linking, table.iloc[-asked.more :])
        said[name], said[f"{name}_cpu"] = time.perf_counter() - begin, time.process_time() - cpu
    said["again_claims"] = more.again
    begin, cpu = time.perf_counter(), time.process_time()
    link(table)
    said["full"], said["full_cpu"] = time.perf_counter() - begin, time.process_time() - cpu
    known = more.known
    at_hand = more.linked
    del more, linking
    said["same"] = bool(at_hand.equals(link_anew(table, known=known).linked))
    print(json.dumps(said))


if __name__ == "__main__":
    main()
