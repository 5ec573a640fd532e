"""Claims at any size with known truth, in the columns that ``linking.link`` takes; a seed always gives the same.

    python -m bench.claims_generator 100000 claims.parquet

What is hard in news is in it: parties with rival figures, copies word for word, tolls that rise, misspelt places,
wrong and missing dates, missing places, and twins: another incident in the same town within the same week.
The number of incidents a day and of claims an incident is the same at every size.
"""

from __future__ import annotations

import argparse
import gzip

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck import gazetteer

CLAIMS_OF_AN_INCIDENT = 1_000_000 / 150_000
CLAIMS_OF_A_SOURCE = 20
INCIDENTS_A_DAY = 40
FIRST_DAY = np.datetime64("2015-01-01")
TOWN = 30_000
"""Inhabitants from which a town is taken."""

TWINS = 0.10
COPIES = 0.25
UPDATES = 0.15
NO_DATE, WRONG_DATE, NO_PLACE, MISSPELT = 0.08, 0.05, 0.08, 0.06
RIVAL = 0.30
"""Share of statements by the other party, whose figure is another one."""

EVERYDAY_WORDS = 4000
FILLER = 14
NAMES_OF_AN_INCIDENT, NAMES_TOLD = 5, 3
"""Names that only an incident has, and how many of them a document tells."""

_SETTINGS = ("market", "bridge", "harbour", "checkpoint", "school", "refinery", "convoy", "barracks", "stadium",
             "hospital", "warehouse", "ferry", "mosque", "church", "railway", "dam", "depot", "embassy", "prison",
             "mine", "hotel", "bakery", "tunnel", "airfield", "factory", "university")  # fmt: skip
_MEANS = ("shelling", "ambush", "airstrike", "explosion", "fire", "collapse", "raid", "stampede", "collision",
          "rocket", "drone", "landslide", "mutiny", "siege", "mortar", "grenade", "sniper", "blaze")  # fmt: skip
_SYLLABLES = ("ka", "lo", "mi", "ren", "dor", "vas", "tul", "be", "sha", "qor", "ney", "zim", "pel", "und", "ari",
              "go", "hes", "wik", "jo", "fan")  # fmt: skip
_SUBJECTS = (("killed", "civilians", "civilian"), ("killed", "soldiers", "fighter"), ("wounded", "people", ""),
             ("killed", "militants", "fighter"), ("missing", "workers", ""))  # fmt: skip
_VERBS = {"killed": "were killed", "wounded": "were wounded", "missing": "were missing"}


def claims(size: int, seed: int = 1) -> DataFrame:
    """About ``size`` claims, a row each, with the truth in ``true_incident`` and ``true_question``."""
    rng = np.random.default_rng(seed)
    told = _documents(_incidents(max(2, round(size / CLAIMS_OF_AN_INCIDENT)), rng), size, rng)
    return _rows(told, rng)


def _incidents(count: int, rng: np.random.Generator) -> DataFrame:
    towns = _towns()
    days = max(10, count // INCIDENTS_A_DAY)
    made = DataFrame({"town": rng.integers(0, len(towns), count), "day": rng.integers(0, days, count)})
    twin = np.flatnonzero(rng.random(count) < TWINS)
    twin = twin[twin > 0]
    made.loc[twin, "town"] = made["town"].to_numpy()[twin - 1]
    made.loc[twin, "day"] = made["day"].to_numpy()[twin - 1] + rng.integers(1, 6, len(twin))
    made["place"] = towns["label"].to_numpy()[made["town"]]
    made["country"] = towns["country"].to_numpy()[made["town"]]
    made["setting"] = rng.integers(0, len(_SETTINGS), count)
    made["means"] = rng.integers(0, len(_MEANS), count)
    made["name"] = _names(count, rng)
    for number in range(len(_SUBJECTS)):
        made[f"toll{number}"] = np.maximum(1, np.exp(rng.normal(2.2, 1.1, count)).astype(int))
    made["subjects"] = rng.integers(1, 4, count)
    return made


def _documents(incidents: DataFrame, size: int, rng: np.random.Generator) -> DataFrame:
    """A row a claim: which incident, which document, whose voice."""
    weight = rng.gamma(1.2, 1.0, len(incidents)) + 0.15
    of = rng.choice(len(incidents), int(size * 0.56), p=weight / weight.sum())
    documents = incidents.iloc[of].reset_index(drop=True)
    documents["true_incident"] = of
    documents["document"] = np.arange(len(of))
    documents["source"] = rng.integers(0, max(2, size // CLAIMS_OF_A_SOURCE), len(of))
    documents["lag"] = rng.integers(0, 4, len(of))
    documents["rival"] = rng.random(len(of)) < RIVAL
    documents["update"] = rng.random(len(of)) < UPDATES
    documents["wrong"] = np.where(rng.random(len(of)) < WRONG_DATE, rng.choice([-3, -2, -1, 1, 2], len(of)), 0)
    documents["style"] = rng.integers(0, 4, len(of))
    documents = _copied(documents, rng)
    told = documents.loc[np.repeat(documents.index.to_numpy(), documents["subjects"])]
    told = told.assign(subject=told.groupby("document").cumcount().to_numpy())
    told["subject"] = (told["subject"] + told["true_incident"] % 3) % len(_SUBJECTS)
    return told.iloc[:size].reset_index(drop=True)


def _copied(documents: DataFrame, rng: np.random.Generator) -> DataFrame:
    """A quarter repeats word for word what the document before it told of the same incident."""
    ordered = documents.sort_values(["true_incident", "document"]).reset_index(drop=True)
    same = (ordered["true_incident"] == ordered["true_incident"].shift()) & (rng.random(len(ordered)) < COPIES)
    for name in ("rival", "update", "wrong", "style"):
        before = ordered[name].shift().fillna(0).astype(ordered[name].dtype)
        ordered[name] = ordered[name].where(~same, before)
    return ordered.sort_values("document").reset_index(drop=True)


def _rows(told: DataFrame, rng: np.random.Generator) -> DataFrame:
    n = len(told)
    subject = told["subject"].to_numpy()
    kinds, nouns, roles = (np.array(column, dtype=object) for column in zip(*_SUBJECTS, strict=True))
    toll = told[[f"toll{k}" for k in range(len(_SUBJECTS))]].to_numpy()[np.arange(n), subject]
    figure = np.maximum(0, np.where(told["rival"], toll * 2 + 3, toll) + np.where(told["update"], toll // 3, 0))
    day = FIRST_DAY + (told["day"].to_numpy() + told["wrong"].to_numpy()).astype("timedelta64[D]")
    published = FIRST_DAY + (told["day"] + told["lag"] + 2 * told["update"]).to_numpy().astype("timedelta64[D]")
    day = np.minimum(day, published)
    place = _spelt(told["place"].to_numpy(object), rng)
    place[rng.random(n) < NO_PLACE] = None
    undated = rng.random(n) < NO_DATE
    out = DataFrame({
        "claim": [f"c{k:08d}" for k in range(n)], "document": [f"d{k:08d}" for k in told["document"]],
        "source": [f"Source {k}" for k in told["source"]], "published": published, "kind": kinds[subject],
        "low": figure.astype(float), "high": figure.astype(float), "qualifier": "exact", "victims": nouns[subject],
        "target": None,
        "claimant": np.where(told["rival"], "the insurgents", told["country"].to_numpy(object) + " officials"),
        "stance": "reports", "place": place, "side": None, "role": roles[subject], "part_of": False,
        "start": told.groupby("document").cumcount().to_numpy() * 60,
    })  # fmt: skip
    out["event_start"] = out["event_end"] = pd.Series(day).where(~undated)
    out["quote"] = [f"{f} {v} {_VERBS[k]}" for f, v, k in zip(figure, nouns[subject], kinds[subject], strict=True)]
    about = _about(told, rng)
    text = out.assign(quote=out["quote"] + ".").groupby("document")["quote"].agg(" ".join)
    out["context"] = [f"{t} {a}" for t, a in zip(out["document"].map(text), about, strict=True)]
    out["title"] = [a.partition(".")[0] for a in about]
    out["true_incident"] = told["true_incident"].to_numpy()
    out["true_question"] = out["true_incident"] * len(_SUBJECTS) + subject
    return out


def _about(told: DataFrame, rng: np.random.Generator) -> list[str]:
    """What a document says of its incident, in one of four wordings: names of its own among everyday words."""
    documents = told.drop_duplicates("document")
    count = len(documents)
    common = np.array(sorted(set(_names(EVERYDAY_WORDS * 2, rng, most=3)))[:EVERYDAY_WORDS], dtype=object)
    common = common[rng.permutation(len(common))]
    filler = common[(len(common) * rng.random((count, FILLER)) ** 2).astype(int)].tolist()  # some far oftener
    own = documents["true_incident"].to_numpy()[:, None] * NAMES_OF_AN_INCIDENT
    own = own + rng.integers(0, NAMES_OF_AN_INCIDENT, (count, NAMES_TOLD))
    columns = (documents[c].tolist() for c in ("place", "setting", "means", "name", "style"))
    made = [
        f"{_wording(*row)}. {' '.join(map(_own_name, names))} {' '.join(words).casefold()}"
        for *row, names, words in zip(*columns, own.tolist(), filler, strict=True)
    ]
    of = dict(zip(documents["document"].tolist(), made, strict=True))
    return [of[document] for document in told["document"].tolist()]


def _wording(place: str, setting: int, means: int, name: str, style: int) -> str:
    what, where = _MEANS[means], _SETTINGS[setting]
    return (
        f"{what.capitalize()} at the {where} in {place}. The {name} {where} was hit",
        f"{place} counts its dead. {what.capitalize()} reached the {name} {where} at dawn",
        f"After the {what} near {name}. Families wait outside the {where} in {place}",
        f"Inquiry into {what} in {place}. It happened near the {where}, witnesses remember",
    )[style]


def _own_name(number: int) -> str:
    """A name that few incidents have: victims, streets, commanders."""
    return "".join(_SYLLABLES[(number * prime >> 4) % len(_SYLLABLES)] for prime in (7919, 104729, 15485863, 31))


def _names(count: int, rng: np.random.Generator, most: int = 3) -> list[str]:
    picked = rng.integers(0, len(_SYLLABLES), (count, most)).tolist()
    return ["".join(_SYLLABLES[k] for k in row).capitalize() for row in picked]


def _spelt(places: NDArray[np.object_], rng: np.random.Generator) -> NDArray[np.object_]:
    """The places, some with a letter doubled, dropped or swapped."""
    out = places.copy()
    for row in np.flatnonzero(rng.random(len(out)) < MISSPELT).tolist():
        name, way = str(out[row]), row % 3
        at = 1 + row % max(1, name.find(",") - 2)
        out[row] = (
            name[:at] + name[at + 1 :] if way == 0 else name[:at] + name[at] + name[at:] if way == 1
            else name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        )  # fmt: skip
    return out


def _towns() -> DataFrame:
    with gzip.open(gazetteer.FILE, "rt", encoding="utf-8") as file:
        found = pd.read_csv(file, keep_default_na=False)
    found = found[(found["kind"] == "city") & (found["population"] >= TOWN)]
    found["country"] = found["country"].map(gazetteer.country_name)
    found["label"] = found["name"] + ", " + found["country"]
    return found.drop_duplicates("label")[["label", "country"]].reset_index(drop=True)


def main() -> None:
    """Writes a Parquet file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int)
    parser.add_argument("file")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    claims(asked.size, asked.seed).to_parquet(asked.file, index=False)


if __name__ == "__main__":
    main()
