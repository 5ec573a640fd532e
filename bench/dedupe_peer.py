"""dedupe over the same claims: taught by 2,000 labelled pairs out of the truth, as a person would label them,
threshold tuned on F1. Runs in an environment of its own (``pip install dedupe pandas pyarrow``).

    python dedupe_peer.py claims.parquet out.json
"""

from __future__ import annotations

import random
import sys
import time

import dedupe
import numpy as np
from dedupe import variables
from splink_peer import compared, written

THRESHOLDS = (0.2, 0.5, 0.8)
LABELLED = 2_000
TAUGHT_ON = 10_000
"""Claims out of which the labelled pairs are taken."""


def main(source: str, target: str) -> None:
    """Learns, pairs, scores and clusters; writes seconds without learning, and the best threshold's quality."""
    random.seed(1)
    np.random.seed(1)
    table, truth = compared(source)
    names = ["town", "day", "kind", "victims", "figure"]
    plain = table[names].astype(object).where(table[names].notna(), None)
    data = dict(enumerate(plain.to_dict("records")))
    labelled = {
        n: data[n] | {"truth": str(question)}
        for n, question in enumerate(truth["true_question"].head(TAUGHT_ON).tolist())
    }
    model = dedupe.Dedupe(
        [
            variables.String("town", has_missing=True), variables.ShortString("day"), variables.Exact("day"),
            variables.Exact("kind"), variables.Exact("victims"), variables.Exact("figure"),
        ],
        num_cores=2,
    )  # fmt: skip
    pairs = dedupe.training_data_dedupe(labelled, "truth", training_size=LABELLED)
    model.prepare_training(data, sample_size=2_000)
    model.mark_pairs(pairs)
    model.train(recall=0.95)
    labels, spent, used = {}, [], []
    for threshold in THRESHOLDS:
        begin, cpu = time.perf_counter(), time.process_time()
        found = model.partition(data, threshold)
        spent.append(time.perf_counter() - begin)
        used.append(time.process_time() - cpu)
        label = np.zeros(len(data), dtype=np.int64)
        for number, (members, _) in enumerate(found):
            label[list(members)] = number
        labels[threshold] = label
    written(target, truth, labels, {"predict": min(spent), "cpu": min(used)})


if __name__ == "__main__":
    main(*sys.argv[1:])
