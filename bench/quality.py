"""How well marked reports are read: found claims, their claimants, and the verdicts, against hand-marked gold.

    python -m bench.quality            the demo reports, which were seen while the rules were written
    python -m bench.quality SET        another set, which may be read to find classes of errors; those whose
                                       names end in _blind are only measured
    python -m bench.quality open --given   linking and comparing alone: every marked claim is given
    python -m bench.quality --write    writes the floors that tests/test_floors.py holds

See bench/reports/README.md for the sets.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd
from pandas import DataFrame
from sqlalchemy.orm import Session

from bench.splink_peer import pairwise
from factcheck import pipeline, record, resources
from factcheck.errors import ReadError
from factcheck.language.naming import canonical, name_key
from factcheck.pipeline.imports import read
from factcheck.queries import derivation, exchange
from factcheck.readers import Defaults
from factcheck.store import open_store
from factcheck.values import NARRATIVE_KINDS, Document

SETS = Path(__file__).parent / "reports"
FLOORS = Path(__file__).parent / "floors.toml"
TEACHING = (
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
    "twentythird",
    "twentyfourth",
    "twentyfifth",
    "twentysixth",
    "twentyseventh",
    "twentyeighth",
    "twentyninth",
    "thirtieth",
    "thirtyfirst",
    "thirtysecond",
    "thirtythird",
    "thirtyfourth",
    "thirtyfifth",
    "thirtysixth",
    "thirtyseventh",
    "thirtyeighth",
    "thirtyninth",
    "fortieth",
    "fortyfirst",
    "fortysecond",
    "fortythird",
    "fortyfourth",
    "fortyfifth",
    "fortysixth",
    "fortyseventh",
    "fortyeighth",
    "fortyninth",
    "fiftieth",
)
"""Sets that no rule was made on: what the rules find of them is what they find of unread reports."""
MARGIN = 0.02
"""A floor is set this far below what was reached, so that one claim more or less does not stop a commit."""

Row = dict[str, Any]


def sets(*, unread: bool = False) -> list[str]:
    """The names of the sets that may be read, or of those that nobody reads."""
    found = sorted(folder.name for folder in SETS.iterdir() if folder.is_dir())
    return [name for name in found if name.endswith("_blind") is unread]


def texts(name: str) -> Path:
    """The folder with the reports of a set."""
    return resources.DEMO if name == "demo" else SETS / name / "texts"


def gold(name: str) -> list[Row]:
    """The marked claims of a set."""
    return _read(SETS / name / "gold.jsonl")


def documents(name: str) -> Iterator[tuple[str, Document, list[Row]]]:
    """The reports of a set, each with its name in the gold and its marked claims."""
    marked: dict[str, list[Row]] = {}
    for row in gold(name):
        marked.setdefault(row["doc"], []).append(row)
    for document in read([texts(name)], Defaults()):
        assert isinstance(document, Document)
        doc = _doc(document.doc)
        yield doc, document, marked.get(doc, [])


def extracted(name: str) -> list[Row]:
    """The claims that extraction takes from the reports of a set, as claim records under the gold's names."""
    found = pipeline.extract([texts(name)], refuse=_fail)
    return [_short(record.to_json(claim)) for _, claims, _ in found for claim in claims]


def _fail(error: ReadError) -> None:
    raise error


def measure(name: str = "demo", *, given: bool = False) -> dict[str, float]:
    """Every figure (0 to 1) of a fresh database with the reports of a set in it.

    ``given``: with the marked claims instead, as claim records: what is lost then, linking and comparing lose.
    """
    with filled(name, given=given) as session:
        claims = [_short(row) for row in exchange.claims_rows(session)]
        verdicts = list(exchange.verdict_rows(session))
    marked, entries = gold(name), _read(SETS / name / "conflicts.jsonl")
    forms = json.loads((SETS / name / "claimants.json").read_text("utf-8"))
    pairs = paired(claims, marked)
    found = _linking_figures(pairs) | _conflict_figures(verdicts, entries, pairs)
    return found if given else _claim_figures(claims, marked, pairs, forms) | found


@contextmanager
def filled(name: str, *, given: bool) -> Iterator[Session]:
    """A session of a fresh database with the reports of a set in it, linked; ``given``: with its marked claims."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/marked.db")
        pipeline.import_paths(store, [_records(name, Path(folder) / "given.jsonl") if given else texts(name)])
        with store.session() as session:
            yield session


def linked(name: str, *, given: bool) -> tuple[DataFrame, list[Row]]:
    """The claims of a set as linking takes them, and as records under the gold's names, with where they stand."""
    with filled(name, given=given) as session:
        return derivation.claims_frame(session), [_short(row) for row in exchange.claims_rows(session)]


def _records(name: str, path: Path) -> Path:
    """The marked claims of a set as claim records, each with its report's source, day and title."""
    heads = {}
    for file in sorted(texts(name).glob("*/*.txt")):
        lines = file.read_text("utf-8").partition("\n\n")[0].splitlines()
        head = {key.lower(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
        heads[_doc(str(file))] = {key: head[key] for key in ("source", "published", "title")}
    own = ("incident", "question")
    rows = [{k: v for k, v in g.items() if k not in own} | heads[g["doc"]] for g in gold(name)]
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return path


def floors() -> dict[str, float]:
    """The floors that were written last."""
    return {name: float(value) for name, value in tomllib.loads(FLOORS.read_text("utf-8")).items()}


def main() -> None:
    """Prints the figures, and writes the floors when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", nargs="?", default="demo", choices=[*sets(), *sets(unread=True)])
    parser.add_argument("--given", action="store_true", help="give linking and comparing every marked claim")
    parser.add_argument("--write", action="store_true", help="write floors.toml from what was reached")
    asked = parser.parse_args()
    if asked.given and asked.write:
        parser.error("the floors are those of the whole path: --write goes without --given")
    figures = measure(asked.set, given=asked.given)
    for name, value in figures.items():
        print(f"{name}: {value:.3f}")
    if asked.write:
        lines = [f"{name} = {max(0.0, value - MARGIN):.3f}" for name, value in figures.items()]
        FLOORS.write_text(
            "# Reached on the demo reports less a margin; made by `python -m bench.quality --write`.\n"
            + "\n".join(lines)
            + "\n",
            "utf-8",
        )


def _read(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _short(row: Row) -> Row:
    """A stored claim under the gold's document name ('<event>/<nn>')."""
    return row | {"doc": _doc(row["doc"])}


def _doc(path: str) -> str:
    return "/".join(path.removesuffix(".txt").replace("\\", "/").split("/")[-2:])


def paired(claims: Sequence[Row], gold: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Claims and gold one to one: same document and kind; counts the same figure, others a shared stretch."""
    by_doc: dict[str, list[int]] = {}
    for n, claim in enumerate(claims):
        by_doc.setdefault(claim["doc"], []).append(n)
    fits = [
        (_overlap(claims[n], marked), n, g)
        for g, marked in enumerate(gold)
        for n in by_doc.get(marked["doc"], [])
        if _fit(claims[n], marked)
    ]
    pairs, taken = [], set()
    for _, n, g in sorted(fits, key=lambda fit: (-fit[0], fit[1], fit[2])):
        if ("claim", n) not in taken and ("gold", g) not in taken:
            taken |= {("claim", n), ("gold", g)}
            pairs.append((claims[n], gold[g]))
    return pairs


def _fit(claim: Row, marked: Row) -> bool:
    if claim["kind"] not in (marked["kind"], *marked.get("combined", ())):
        return False
    if marked["kind"] in NARRATIVE_KINDS:
        return _overlap(claim, marked) > 0
    if marked["qualifier"] == "vague":
        return bool(claim["qualifier"] == "vague")
    return (claim["low"], claim["high"]) == (marked["low"], marked["high"]) and claim["qualifier"] != "vague"


def _overlap(claim: Row, marked: Row) -> float:
    shared = min(claim["end"], marked["end"]) - max(claim["start"], marked["start"])
    whole = max(claim["end"], marked["end"]) - min(claim["start"], marked["start"])
    return max(0.0, shared / whole) if whole else 0.0


def _claim_figures(
    claims: Sequence[Row],
    gold: Sequence[Row],
    pairs: Iterable[tuple[Row, Row]],
    forms: Mapping[str, Sequence[str]],
) -> dict[str, float]:
    groups = {"counts": lambda kind: kind not in NARRATIVE_KINDS} | {
        kind: (lambda kind, wanted=kind: kind == wanted) for kind in NARRATIVE_KINDS
    }
    pairs = list(pairs)
    figures: dict[str, float] = {}
    for name, member in groups.items():
        right = sum(member(marked["kind"]) for _, marked in pairs)
        figures[f"{name}_f1"] = _f1(
            right, sum(member(c["kind"]) for c in claims), sum(member(g["kind"]) for g in gold)
        )
    counts = [(claim, marked) for claim, marked in pairs if marked["kind"] not in NARRATIVE_KINDS]
    figures["claimant"] = _share(_same_claimant(c["claimant"], g["claimant"], forms) for c, g in counts)
    figures["date"] = _share(c["event_date"] == g["event_date"] for c, g in counts)
    figures["stance"] = _share(c["stance"] == g["stance"] for c, g in counts)
    return figures


def _same_claimant(said: str | None, marked: str | None, forms: Mapping[str, Sequence[str]]) -> bool:
    """True for one name within the other, as written or as the program calls it ("Kyiv", "Ukraine government")."""
    if not said or not marked:
        return not said and not marked
    names = (marked, *forms.get(marked, ()))
    return _one_within(said, map(name_key, names)) or _one_within(canonical(said), map(_called, names))


def _called(name: str) -> str:
    return name_key(canonical(name))


def _one_within(said: str, names: Iterable[str]) -> bool:
    words = set(name_key(said).split())
    return any(words <= set(name.split()) or set(name.split()) <= words for name in names)


def _linking_figures(pairs: Sequence[tuple[Row, Row]]) -> dict[str, float]:
    """Of paired claims: how well their questions (F1 of pairs) and incidents (B-cubed F1) are those marked."""
    told = {
        name: pairwise(pd.Series([g[name] for _, g in pairs]), pd.Series([c[name] for c, _ in pairs]))
        for name in ("question", "incident")
    }
    return {"question_f1": told["question"]["f1"], "incident_b3": told["incident"]["b3"]}


def _conflict_figures(
    verdicts: Sequence[Row], entries: Sequence[Row], pairs: Iterable[tuple[Row, Row]]
) -> dict[str, float]:
    """A gold conflict is found when a predicted one has two of its claims and at least half are its own."""
    question = {(c["doc"], c["start"], c["kind"], c["low"], c["high"]): g["question"] for c, g in pairs}
    gold = {entry["question"] for entry in entries if entry["verdict"] == "conflict"}
    hard = {entry["question"] for entry in entries if entry["verdict"] != "conflict"}
    found, alarmed, judged, right = set(), set(), 0, 0
    for verdict in (v for v in verdicts if v["verdict"] == "conflict"):
        keys = [(_doc(c["doc"]), c["start"], c["kind"], c["low"], c["high"]) for c in verdict["claims"]]
        names = [question[key] for key in keys if key in question]
        if not names:
            continue
        judged += 1
        main = {name for name in names if 2 * names.count(name) >= len(names) and names.count(name) > 1}
        found |= main & gold
        alarmed |= main & hard
        right += bool(main & gold)
    return {
        "conflict_recall": len(found) / len(gold) if gold else 0.0,
        "conflict_precision": right / judged if judged else 0.0,
        "hard_negatives_left_alone": 1 - len(alarmed) / len(hard) if hard else 1.0,
        "verdict_accuracy": _share(_said(verdicts, question, e["question"]) == e["verdict"] for e in entries),
    }


def _said(verdicts: Iterable[Row], question: Mapping[tuple[Any, ...], str], asked: str) -> str | None:
    """The verdict of the line with most claims of a question, two at least, and then with fewest others."""
    ranked = []
    for verdict in verdicts:
        keys = [(_doc(c["doc"]), c["start"], c["kind"], c["low"], c["high"]) for c in verdict["claims"]]
        own = sum(question.get(key) == asked for key in keys)
        if own > 1:
            ranked.append((own, own - len(keys), verdict["verdict"]))
    said = max(ranked, key=lambda line: line[:2], default=(0, 0, None))[2]
    return "compatible" if said == "not_comparable" else said


def _share(right: Iterable[bool]) -> float:
    seen = list(right)
    return sum(seen) / len(seen) if seen else 0.0


def _f1(right: int, predicted: int, marked: int) -> float:
    return 2 * right / (predicted + marked) if predicted + marked else 0.0


if __name__ == "__main__":
    main()
