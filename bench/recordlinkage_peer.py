"""recordlinkage over the same claims: the blocks and comparisons of the Splink model, weighed without labels
(ECM), threshold tuned on F1. Runs in an environment of its own (``pip install recordlinkage pyarrow``).

    python recordlinkage_peer.py claims.parquet out.json
"""

from __future__ import annotations

import sys
import time

import numpy as np
import pandas as pd
import recordlinkage as rl
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from splink_peer import compared, written

THRESHOLDS = (0.2, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999)


def main(source: str, target: str) -> None:
    """Pairs, compares, weighs and clusters; writes seconds, memory and the quality at the best threshold."""
    data, truth = compared(source)
    data = data.reset_index(drop=True)
    data["head"] = data["town"].str[:3]
    data["number"] = pd.to_datetime(data["day"]).astype("datetime64[s]").astype("int64") // 86400
    begin, cpu = time.perf_counter(), time.process_time()
    index = rl.Index()
    for keys in (["town", "days3", "kind", "victims"], ["town", "days3b", "kind", "victims"],
                 ["head", "day", "kind", "victims", "figure"]):  # fmt: skip
        index.block(keys)
    pairs = index.index(data)
    compare = rl.Compare()
    compare.string("town", "town", method="jarowinkler", threshold=0.92)
    compare.numeric("number", "number", method="step", offset=1)
    for name in ("kind", "victims", "figure"):
        compare.exact(name, name)
    features = (compare.compute(pairs, data) > 0).astype(int)
    varied = features.loc[:, features.nunique() > 1]  # what is equal in all pairs tells nothing
    model = rl.ECMClassifier()
    model.fit(varied)
    likely = model.prob(varied).to_numpy()
    left, right = (pairs.get_level_values(side).to_numpy() for side in (0, 1))
    seconds, used = time.perf_counter() - begin, time.process_time() - cpu
    labels = {t: _clusters(len(data), left[likely >= t], right[likely >= t]) for t in THRESHOLDS}
    written(target, truth, labels, {"predict": seconds, "cpu": used})


def _clusters(n: int, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    graph = coo_array((np.ones(len(left), dtype=np.int8), (left, right)), shape=(n, n))
    return connected_components(graph, directed=False)[1]


if __name__ == "__main__":
    main(*sys.argv[1:])
