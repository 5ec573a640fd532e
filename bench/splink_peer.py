"""Splink on DuckDB over the same claims: blocking rules, comparisons on place, date, kind, victims and figure,
trained without labels, threshold tuned on F1. Runs in an environment of its own (see README.md), so it
imports nothing of this project.

    python splink_peer.py claims.parquet out.json [words]

With ``words`` it also blocks by the rarest words of each claim's paragraph, within a week or two, and compares its
most distinctive ones by how many two claims share; finding those is not in its time. Of what was tried on 100,000
claims (rare words with and without days, 6 or 10 of them in 25, 60 or 200 claims, 7 or 10 levels, the rare words
compared a second time, kind and victims compared or blocked by alone) that is what gave the best F1.
Of more than ``TRAINED_ON`` claims, the model is trained on so many, those of the days that come first.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from typing import Any

import pandas as pd

BLOCKED_BY, RARE = 10, 200
"""Words of a claim that it is blocked by, the rarest first, and how many claims may have one."""

COMPARED, COMMON = 20, 0.02
"""Words of a claim that are compared, the rarest first, and what share of the claims may have one."""

SHARED = (12, 10, 8, 7, 6, 5, 4, 3, 2, 1)
"""Levels of how many words two claims share."""

TRAINED_ON = 100_000

THRESHOLDS = (0.05, 0.2, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999)


def main(source: str, target: str, *options: str) -> None:
    """Trains, predicts, clusters; writes seconds, memory and the quality at the best threshold."""
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    data, truth = compared(source)
    words = "words" in options
    if words:
        data["rare"] = rarest_words(source, BLOCKED_BY, RARE)
        data["words"] = rarest_words(source, COMPARED, COMMON * len(data))
    settings = SettingsCreator(
        link_type="dedupe_only", unique_id_column_name="claim",
        comparisons=_with_words(cl) if words else [
            cl.JaroWinklerAtThresholds("town", [0.95, 0.88]),
            cl.AbsoluteDateDifferenceAtThresholds(
                "day", input_is_string=True, metrics=["day", "day"], thresholds=[1, 3]
            ),
            cl.ExactMatch("kind"), cl.ExactMatch("victims"),
            cl.ExactMatch("figure").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("town", "days3", "kind", "victims"), block_on("town", "days3b", "kind", "victims"),
            block_on("substr(town,1,3)", "day", "kind", "victims", "figure"),
            *([block_on("rare", "kind", "victims", week, arrays_to_explode=["rare"]) for week in ("week", "weekb")]
              if words else []),
        ],
    )  # fmt: skip
    model = trained_on(data, settings, words) if words and len(data) > TRAINED_ON else settings
    database = DuckDBAPI()
    start = time.perf_counter()
    table = database.register(data)
    linker = Linker(table, model)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("town", "day", "kind", "victims", "figure")], recall=0.5
    )
    if model is settings:
        train(linker, words)
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


def train(linker: Any, words: bool) -> None:
    """The linker knows what its levels say; nothing is labelled."""
    from splink import block_on

    linker.training.estimate_u_using_random_sampling(max_pairs=4e5 if words else 2e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("town", "kind", "victims"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("day", "figure"))


def trained_on(data: pd.DataFrame, settings: Any, words: bool) -> dict[str, Any]:
    """The model as ``TRAINED_ON`` of the claims teach it, those of the days that come first: as many tell of one
    incident there as among all."""
    from splink import DuckDBAPI, Linker, block_on

    some = data.loc[data["number"].sort_values(kind="stable").index[:TRAINED_ON]]
    linker = Linker(DuckDBAPI().register(some.sort_index()), settings)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("town", "day", "kind", "victims", "figure")], recall=0.5
    )
    train(linker, words)
    model: dict[str, Any] = linker.misc.save_model_to_json()
    return model


def _with_words(cl: Any) -> list[Any]:
    """What is compared of claims that are blocked by kind and victims, which are the same in all pairs."""
    days = [1, 3, 6]
    return [
        cl.JaroWinklerAtThresholds("town", [0.95, 0.88]).configure(term_frequency_adjustments=True),
        cl.AbsoluteDateDifferenceAtThresholds(
            "day", input_is_string=True, metrics=["day"] * len(days), thresholds=days
        ),
        cl.ExactMatch("figure").configure(term_frequency_adjustments=True),
        cl.ArrayIntersectAtSizes("words", list(SHARED)),
    ]


def compared(source: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What the peers compare of the claims of a file, and the true question of each."""
    columns = ["claim", "place", "event_start", "kind", "victims", "low", "published", "true_question"]
    claims = pd.read_parquet(source, columns=columns)
    claims["town"] = claims["place"].str.partition(",")[0].str.casefold()
    claims["day"] = claims["event_start"].fillna(claims["published"]).dt.strftime("%Y-%m-%d")
    claims["figure"] = claims["low"].astype("Int64").astype("string")
    number = claims["event_start"].fillna(claims["published"]).astype("datetime64[s]").astype("int64") // 86400
    claims["days3"], claims["days3b"] = number // 3, (number + 1) // 3
    claims["number"], claims["week"], claims["weekb"] = number, number // 7, (number + 3) // 7
    told = ["claim", "town", "day", "kind", "victims", "figure", "days3", "days3b", "number", "week", "weekb"]
    return claims[told], claims[["claim", "true_question"]]


def rarest_words(source: str, most: int, common: float) -> pd.Series:
    """Numbers of the words of each claim's paragraph that fewest claims have, at most so many; none that more than
    ``common`` claims have."""
    claims = pd.read_parquet(source, columns=["context"])
    number, texts = pd.factorize(claims["context"])
    told = pd.Series(texts).str.casefold().str.findall(r"[^\W\d_]{3,}").explode()
    code, _ = pd.factorize(told)  # words by numbers: lists of them take little room
    few = pd.DataFrame({"text": told.index, "word": code}).drop_duplicates()
    few["often"] = few["text"].map(pd.Series(number).value_counts())
    few["often"] = few.groupby("word")["often"].transform("sum")
    few = few.query("often <= @common").sort_values(["text", "often"], kind="stable")
    kept = few.groupby("text").head(most).groupby("text")["word"].agg(list)
    lists = [words if isinstance(words, list) else [] for words in kept.reindex(range(len(texts)))]
    return pd.Series([lists[n] for n in number])


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
