"""Learning from decisions, from the shell: refused with too few, stored for every later run, taken back."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck import pipeline
from factcheck.cli import main
from factcheck.linking.learning import FEWEST
from factcheck.linking.weights import shipped
from factcheck.pipeline import TooFewError
from factcheck.queries import exchange
from factcheck.store import Store, open_store

TOWNS = (
    "Varnholt", "Kestrel Bay", "Ostermark", "Lindhollow", "Brack", "Torvale", "Quillon", "Mirefield", "Sandrey",
    "Uldham", "Ferrow", "Holmgate",
)  # fmt: skip
FIRST = "The army said {n} soldiers were killed in {town} on {day} May 2024."
LATER = (
    "A commander broke weeks of silence and admitted to a radio station in the capital that {n} soldiers were "
    "killed near {town}."
)
ALIKE = "On {day} May 2024 {n} soldiers were killed in {town}, a monitor said."


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with three reports of each of twelve towns: a first, one of that day, and a later one."""
    folder = tmp_path_factory.mktemp("towns")
    for number, town in enumerate(TOWNS):
        for name, day, text in (("a", 4 + number, FIRST), ("b", 5 + number, ALIKE), ("c", None, LATER)):
            published = f"2024-05-{day:02}" if day else "2024-06-28"
            head = f"Title: {name} {number}\nSource: Paper {name}\nPublished: {published}\n\n"
            told = head + text.format(n=20 + 3 * number + ord(name) % 3, town=town, day=3 + number)
            (folder / f"{number:02}{name}.txt").write_text(told)
    store = open_store(f"sqlite:///{folder}/facts.db")
    pipeline.import_paths(store, sorted(folder.glob("*.txt")))
    store.close()
    return folder / "facts.db"


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Store:
    path = tmp_path / "facts.db"
    path.write_bytes(filled.read_bytes())
    return open_store(f"sqlite:///{path}")


def run(store: Store, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--db", store.url])


def claims_of(store: Store) -> dict[str, str]:
    """'00a': the claim of the first report of the first town."""
    with store.session() as session:
        return {Path(row["doc"]).stem: row["claim"] for row in exchange.claims_rows(session)}


def decide(store: Store, towns: int = len(TOWNS)) -> None:
    """The first two reports of a town are the same, the later one is another incident."""
    claim = claims_of(store)
    for number in range(towns):
        store.decide_link(claim[f"{number:02}a"], claim[f"{number:02}b"], "same", by="Ana")
        store.decide_link(claim[f"{number:02}a"], claim[f"{number:02}c"], "different", by="Ana")


def weights(store: Store) -> dict[str, float]:
    return {
        row["feature"]: float(row["weight"]) for row in csv.DictReader(io.StringIO(run(store, "weights").stdout))
    }


def test_too_few_decisions_are_refused_with_what_to_do(store: Store) -> None:
    with pytest.raises(TooFewError, match="0 pairs"):
        pipeline.train(store)
    decide(store, 3)
    said = run(store, "train", "--by", "Ana")
    assert said.exit_code == 2
    assert f"6 pairs can be learnt from (3 the same, 3 different); at least {FEWEST} are needed" in said.stderr
    assert "Suggestions" in said.stderr
    assert weights(store) == shipped()


def test_a_dry_run_shows_what_would_be_learnt_and_stores_nothing(store: Store) -> None:
    decide(store)
    said = run(store, "train", "--dry-run")
    assert said.exit_code == 0
    assert "Learnt from 24 decisions." in said.stdout
    for line in ("certain precision", "certain recall", "suggest precision", "suggest recall", "log-loss"):
        assert line in said.stdout
    assert "Nothing was stored" in said.stderr
    assert weights(store) == shipped()


def test_what_is_learnt_holds_for_every_later_run_and_can_be_taken_back_or_reset(store: Store) -> None:
    decide(store)
    assert run(store, "train", "--by", "Ana").exit_code == 0
    learnt = weights(store)
    assert learnt["long_after"] < shipped()["long_after"]
    pipeline.link(store)
    assert pipeline.link(store).changed == 0
    with store.session() as session:
        a, b = [row["claim"] for row in exchange.claims_rows(session)][:2]
    assert "Weights: learnt from 24 decisions (Ana, " in run(store, "why", a, b).stdout
    assert "learnt from 24 decisions" in run(store, "train", "--undo", "--by", "Ben").stderr
    assert weights(store) == shipped()
    assert run(store, "train", "--undo", "--by", "Ben").exit_code == 2
    run(store, "train", "--by", "Ana")
    run(store, "train", "--reset", "--by", "Ben")
    assert weights(store) == shipped()
    run(store, "train", "--undo", "--by", "Ben")
    assert weights(store) == learnt


def test_learning_again_begins_from_the_shipped_weights_and_gives_the_same(store: Store) -> None:
    decide(store)
    once = pipeline.train(store)
    pipeline.store_weights(store, once, by="Ana")
    assert pipeline.train(store) == once


def doubtful(number: int) -> list[dict[str, object]]:
    """Two claims on one town of which one in four times, about as the shipped weights say, are of one incident."""
    town = ("Var", "Kes", "Ost", "Lin", "Bra")[number % 5] + ("nholt", "trel", "ermark", "dhollow")[number // 5]
    day, later = (date(2020, 1, 1) + timedelta(days=40 * number + wait) for wait in (0, 36))
    told = ((f"{100 + number} {town[:5]}ians", day, [str(day)] * 2), (f"{30 + number} {town[1:]}ese", later, None))
    return [
        {"doc": f"{number}{n}", "kind": "killed", "qualifier": "exact", "low": int(quote.split()[0]),
         "high": int(quote.split()[0]), "place": town, "quote": quote, "start": 0, "end": len(quote),
         "published": str(published), "event_date": days,
         "incident": f"{number}" if number % 4 == 0 else f"{number} {n}"}
        for n, (quote, published, days) in enumerate(told)
    ]  # fmt: skip


def test_what_teaches_nothing_of_other_pairs_is_not_stored_unless_asked(store: Store, tmp_path: Path) -> None:
    marked = tmp_path / "marked.jsonl"
    marked.write_text("\n".join(json.dumps(row) for number in range(20) for row in doubtful(number)))
    said = run(store, "train", "--by", "Ana", "--marked", str(marked))
    assert (said.exit_code, weights(store)) == (1, dict(shipped()))
    assert "no better than before" in said.stderr
    assert run(store, "train", "--by", "Ana", "--anyway", "--marked", str(marked)).exit_code == 0
    assert weights(store) != shipped()


def test_marked_claims_are_learnt_from_beside_decisions(store: Store, tmp_path: Path) -> None:
    decide(store, 3)
    marked = tmp_path / "marked.jsonl"
    rows = [json.loads(line) for line in run(store, "claims", "--jsonl").stdout.splitlines()]
    for row in rows:
        row["incident"] = f"{row['place']} {'later' if row['published'] > '2024-06' else 'then'}"
    marked.write_text("\n".join(json.dumps(row) for row in rows))
    said = run(store, "train", "--dry-run", "--marked", str(marked))
    assert said.exit_code == 0, said.stderr
    assert "Learnt from 6 decisions and " in said.stdout


@pytest.mark.parametrize(
    ("content", "told"),
    [("no json", "line 1"), ('{"doc": "a"}', "lacks kind"), ("[1]", "no JSON object"), ("", "no claim record"),
     (None, "cannot be read")],
)  # fmt: skip
def test_a_file_that_cannot_be_learnt_from_is_named(
    store: Store, tmp_path: Path, content: str | None, told: str
) -> None:
    marked = tmp_path / "marked.jsonl"
    if content is not None:
        marked.write_text(content)
    said = run(store, "train", "--dry-run", "--marked", str(marked))
    assert said.exit_code == 2
    assert told in said.stderr
    assert "marked.jsonl" in said.stderr


def test_nobody_trains_namelessly_and_options_that_exclude_each_other_are_refused(store: Store) -> None:
    assert "--by" in run(store, "train").stderr
    assert "exclude" in run(store, "train", "--undo", "--reset", "--by", "Ana").stderr
    assert "--by" in run(store, "weights", "--use", "x.csv").stderr


def test_printed_weights_can_be_edited_and_given_back(store: Store, tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(run(store, "weights").stdout.replace("same_place,3,", "same_place,1.5,"))
    assert run(store, "weights", "--use", str(table), "--by", "Ana").exit_code == 0
    assert weights(store) == {**shipped(), "same_place": 1.5}
    for content, told in (("feature,weight\nsmell,1\n", "smell"), ("a,b\n1,2\n", "columns")):
        table.write_text(content)
        said = run(store, "weights", "--use", str(table), "--by", "Ana")
        assert said.exit_code == 2
        assert told in said.stderr
    assert weights(store)["same_place"] == 1.5
