"""Splink on DuckDB over the same claims: blocking rules, comparisons on place, date, kind, victims and figure,
trained without labels, threshold tuned on F1. Runs in an environment of its own (see README.md), so it
imports nothing of this project.

    python splink_peer.py claims.parquet out.json [words]

With ``words`` it also blocks by the rarest words of each claim's paragraph and compares its most distinctive ones
by how many two claims share; finding those is not in its time. Of what was tried on 10,000 claims (6 to 20 words,
3 to 7 levels, 2 or 3 steps of days, other training) that is what gave the best F1.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from typing import Any

import pandas as pd

BLOCKED_BY, RARE = 10, 60
"""Words of a claim that it is blocked by, the rarest first, and how many claims may have one."""

COMPARED, COMMON = 20, 0.02
"""Words of a claim that are compared, the rarest first, and what share of the claims may have one."""

SHARED = (8, 6, 5, 4, 3, 2, 1)
"""Levels of how many words two claims share."""

THRESHOLDS = (0.05, 0.2, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999)


def main(source: str, target: str, *options: str) -> None:
    """Trains, predicts, clusters; writes seconds, memory and the quality at the best threshold."""
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    data, truth = compared(source)
    words = "words" in options
    if words:
        data["rare"] = rarest_words(source, BLOCKED_BY, RARE)
        data["words"] = rarest_words(source, COMPARED, COMMON * len(data))
    days = [1, 3, 6] if words else [1, 3]
    settings = SettingsCreator(
        link_type="dedupe_only", unique_id_column_name="claim",
        comparisons=[
            cl.JaroWinklerAtThresholds("town", [0.95, 0.88]),
            cl.AbsoluteDateDifferenceAtThresholds(
                "day", input_is_string=True, metrics=["day"] * len(days), thresholds=days
            ),
            cl.ExactMatch("kind"), cl.ExactMatch("victims"),
            cl.ExactMatch("figure").configure(term_frequency_adjustments=True),
            *([cl.ArrayIntersectAtSizes("words", list(SHARED))] if words else []),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("town", "days3", "kind", "victims"), block_on("town", "days3b", "kind", "victims"),
            block_on("substr(town,1,3)", "day", "kind", "victims", "figure"),
            *([block_on("rare", "kind", "victims", arrays_to_explode=["rare"])] if words else []),
        ],
    )  # fmt: skip
    database = DuckDBAPI()
    start = time.perf_counter()
    table = database.register(data)
    linker = Linker(table, settings)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("town", "day", "kind", "victims", "figure")], recall=0.5
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("town", "kind", "victims"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("day", "figure"))
    trained, cpu = time.perf_counter(), time.process_time()
    predicted = linker.inference.predict(threshold_match_probability=THRESHOLDS[0])
    done, used_to_predict = time.perf_counter(), time.process_time() - cpu
    best: dict[str, Any] = {"f1": -1.0}
    took: list[tuple[float, float]] = []
    for threshold in THRESHOLDS:
        begin, cpu = time.perf_counter(), time.process_time()
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(
            predicted, threshold_match_probability=threshold
        )
        took.append((time.perf_counter() - begin, time.process_time() - cpu))
        labels = found.as_pandas_dataframe()[["claim", "cluster_id"]].merge(truth, on="claim")
        quality = pairwise(labels["true_question"], labels["cluster_id"])
        if quality["f1"] > best["f1"]:
            best = {"threshold": threshold, **quality}
    used = resource.getrusage(resource.RUSAGE_SELF)
    result = {
        "claims": len(truth), "train": trained - start, "predict": done - trained, "cluster": min(took)[0],
        "peak_mb": used.ru_maxrss / 1024, "cpu": used_to_predict + min(took)[1], **best,
    }  # fmt: skip
    with open(target, "w", encoding="utf-8") as file:
        json.dump(result, file)


def compared(source: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What the peers compare of the claims of a file, and the true question of each."""
    columns = ["claim", "place", "event_start", "kind", "victims", "low", "published", "true_question"]
    claims = pd.read_parquet(source, columns=columns)
    claims["town"] = claims["place"].str.partition(",")[0].str.casefold()
    claims["day"] = claims["event_start"].fillna(claims["published"]).dt.strftime("%Y-%m-%d")
    claims["figure"] = claims["low"].astype("Int64").astype("string")
    number = claims["event_start"].fillna(claims["published"]).astype("datetime64[s]").astype("int64") // 86400
    claims["days3"], claims["days3b"] = number // 3, (number + 1) // 3
    told = ["claim", "town", "day", "kind", "victims", "figure", "days3", "days3b"]
    return claims[told], claims[["claim", "true_question"]]


def rarest_words(source: str, most: int, common: float) -> pd.Series:
    """The words of each claim's paragraph and title that fewest claims have, at most so many; none that more than
    ``common`` claims have."""
    claims = pd.read_parquet(source, columns=["context"])
    told = claims["context"].str.casefold().str.findall(r"[^\W\d_]{3,}")
    flat = told.explode()
    often = flat.map(flat.value_counts())
    few = pd.DataFrame({"claim": flat.index, "word": flat, "often": often}).query("often <= @common")
    few = few.drop_duplicates(["claim", "word"]).sort_values(["claim", "often"], kind="stable")
    kept = few.groupby("claim").head(most).groupby("claim")["word"].agg(list)
    return kept.reindex(claims.index).map(lambda words: words if isinstance(words, list) else [])


def written(target: str, truth: pd.DataFrame, labels: dict[float, Any], spent: dict[str, float]) -> None:
    """The quality at the threshold with the best F1, with memory and what was ``spent``, is in the file."""
    best: dict[str, Any] = {"f1": -1.0}
    for threshold, label in labels.items():
        quality = pairwise(truth["true_question"], pd.Series(label))
        if quality["f1"] > best["f1"]:
            best = {"threshold": threshold, **quality}
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    with open(target, "w", encoding="utf-8") as file:
        json.dump({"claims": len(truth), "cluster": 0.0, "peak_mb": peak / 1024, **spent, **best}, file)


def pairwise(truth: pd.Series, found: pd.Series) -> dict[str, float]:
    """Pairwise precision, recall and F1, and B-cubed F1."""
    table = pd.DataFrame({"t": truth.to_numpy(), "f": found.to_numpy()}).groupby(["t", "f"]).size()
    both = table.reset_index(name="n")
    true, made = both.groupby("t")["n"].sum(), both.groupby("f")["n"].sum()
    hits, told, real = ((n * (n - 1) // 2).sum() for n in (both["n"], made, true))
    precision = (both["n"] ** 2 / both["f"].map(made)).sum() / both["n"].sum()
    recall = (both["n"] ** 2 / both["t"].map(true)).sum() / both["n"].sum()
    return {
        "precision": float(hits / max(told, 1)), "recall": float(hits / max(real, 1)),
        "f1": float(2 * hits / max(told + real, 1)), "b3": float(2 * precision * recall / (precision + recall)),
    }  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
