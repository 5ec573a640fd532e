"""Only incidents in which something changed are compared again, and what is stored is as if all had been."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from pandas import DataFrame
from sqlalchemy import func, select

from bench.claims_generator import claims as generated
from bench.whole_way import fill
from factcheck import comparison, pipeline
from factcheck.linking import Local, link
from factcheck.models import Claim, Conflict, Incident, Question
from factcheck.pipeline import judging
from factcheck.pipeline.fingerprints import fingerprints
from factcheck.queries import derivation, verdicts
from factcheck.store import Store, open_store


def parts(table: DataFrame, cuts: Sequence[int]) -> list[DataFrame]:
    """The claims in parts, those of a document together."""
    number = pd.factorize(table["document"])[0]
    ends = [0, *cuts, int(number.max()) + 1]
    return [table[(number >= a) & (number < b)] for a, b in pairwise(ends)]


def told(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that is derived, but for when it was first seen and by what it was compared."""
    columns = {
        table: [c for c in table.__table__.c if c.name not in ("first_seen", "fingerprint")]
        for table in (Incident, Question, Conflict)
    }
    columns[Claim] = [Claim.__table__.c[name] for name in ("id", "question_id", "incident_id")]
    with store.session() as session:
        return {
            table.__name__: sorted((tuple(row) for row in session.execute(select(*some))), key=repr)
            for table, some in columns.items()
        }


def two_of_a_question(store: Store, *, same: bool) -> tuple[str, str]:
    """Two claims of one question, or of two questions of one kind."""
    with store.session() as session:
        of_many = select(Claim.question_id).group_by(Claim.question_id).having(func.count() > 2).limit(2)
        one, other = session.scalars(of_many)
        a, b = (list(session.scalars(select(Claim.id).where(Claim.question_id == q))) for q in (one, other))
    return (a[0], a[-1]) if same else (a[0], b[0])


@pytest.mark.parametrize("seed", [3, 11])
def test_part_after_part_is_stored_as_if_all_were_compared_each_time(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = generated(700, seed=seed)
    stores = [open_store(f"sqlite:///{tmp_path}/{name}.db") for name in ("some", "all")]
    for store in stores:
        if store is stores[1]:  # no fingerprint is ever the stored one
            monkeypatch.setattr(judging, "fingerprints", lambda t: dict.fromkeys(fingerprints(t), str(id(t))))
        for number, part in enumerate(parts(table, (200, 350, 360))):
            fill(store, part)
            pipeline.link(store)
            if number == 1:
                store.decide_link(*two_of_a_question(store, same=True), "different", by="Ana")
                store.decide_link(*two_of_a_question(store, same=False), "same", by="Ana")
                pipeline.link(store)
    assert told(stores[0]) == told(stores[1])
    assert len(told(stores[0])["Conflict"]) > 10


def test_only_incidents_with_new_claims_are_compared(tmp_path: Path) -> None:
    table = generated(2000, seed=5)
    old, new = parts(table, (1100,))
    store = open_store(f"sqlite:///{tmp_path}/facts.db")
    fill(store, old)
    pipeline.link(store)
    fill(store, new)
    pipeline.link(store)
    with store.session() as session:
        claims, stored = derivation.claims_frame(session), verdicts.stored_verdicts(session)
        before = verdicts.stored_conflicts(session)
    linked = claims.assign(question=claims["stored_question"], incident=claims["stored_incident"])
    assert judging.judge(linked, stored, before, Local(1)).compared == 0
    linked.loc[0, "low"] = 9999.0
    some = judging.judge(linked, stored, before, Local(1)).compared
    assert some == (linked["incident"] == linked["incident"][0]).sum()


@pytest.mark.parametrize("column", comparison.COLUMNS)
def test_a_fingerprint_moves_with_all_that_is_read(column: str) -> None:
    table = generated(300, seed=7).assign(quote=lambda t: t["quote"] + t["claim"], recorded=False)
    linked = table.merge(link(table), on="claim")[list(comparison.COLUMNS)]
    before = fingerprints(linked)
    assert fingerprints(linked.sample(frac=1, random_state=1)) == before
    other = linked.copy()
    row = other.index[other[column].notna()][0] if other[column].notna().any() else 0
    values = other[column].tolist()
    values[row] = None if values[row] is not None else "the army"
    other[column] = pd.Series(values, dtype=object if column in ("side", "target") else None)
    assert fingerprints(other) != before


def test_nothing_else_is_read_of_a_claim() -> None:
    table = generated(400, seed=9).assign(recorded=False)
    linked = table.merge(link(table), on="claim")
    assert comparison.compare(linked[list(comparison.COLUMNS)]) == comparison.compare(linked)
