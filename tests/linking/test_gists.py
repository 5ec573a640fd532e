"""What charges, denials and states are about, where they stand: told with the claim, stored, and weighed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import extraction, pipeline, record
from factcheck.extraction.encoder.gist import NUMBERS
from factcheck.linking.table import prepare
from factcheck.linking.topics import Topic, gists, topic_of
from factcheck.linking.topics.likeness import chance
from factcheck.linking.topics.signs import pair_of, signs
from factcheck.queries.derivation import claims_frame
from factcheck.store import Store, open_store
from factcheck.values import NARRATIVE_KINDS, ClaimRecord, Document

BRIDGE = (
    "The governor of Varn accused the rebels of blowing up the old bridge on Tuesday. "
    "A rebel spokesman denied that his men had been anywhere near the bridge. "
    "Two drivers were killed in the blast, the governor said."
)
OTHERS = (
    "The mayor of Varn said that rebel sappers destroyed the bridge on Tuesday. "
    "Doctors blamed the rebels for the looting of the hospital."
)


def read(text: str) -> list[ClaimRecord]:
    return extraction.extract(Document("a/1", text))


@pytest.fixture(scope="module")
def bridge() -> list[ClaimRecord]:
    return read(BRIDGE)


def test_what_is_read_has_a_gist_but_for_counts(bridge: list[ClaimRecord]) -> None:
    told = {claim.kind for claim in bridge}
    assert {"blame", "denial", "killed"} <= told
    for claim in bridge:
        if claim.kind in NARRATIVE_KINDS:
            assert len(bytes.fromhex(claim.gist or "")) == NUMBERS
        else:
            assert claim.gist is None


def test_a_gist_hangs_on_the_text_alone(bridge: list[ClaimRecord]) -> None:
    assert [claim.gist for claim in read(BRIDGE)] == [claim.gist for claim in bridge]


def test_a_gist_is_in_no_record(bridge: list[ClaimRecord]) -> None:
    assert all("gist" not in record.to_json(claim) for claim in bridge)


@pytest.mark.parametrize("sort", gists.SORTS)
def test_two_gists_are_as_alike_whichever_comes_first(sort: str, bridge: list[ClaimRecord]) -> None:
    one, other = _gists(bridge, "blame", "denial")[:2]
    assert gists.chance(sort, one, other) == pytest.approx(gists.chance(sort, other, one))


def test_a_charge_of_the_same_deed_reads_more_alike_than_one_of_another(bridge: list[ClaimRecord]) -> None:
    ours = _gists(bridge, "blame")[0]
    same, other = _gists(read(OTHERS), "blame")
    assert gists.chance("two charges", ours, same) > gists.chance("two charges", ours, other)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    for number, text in enumerate((BRIDGE, OTHERS)):
        (tmp_path / f"{number}.txt").write_text(
            f"Source: Paper {number}\nPublished: 2024-05-03\n\n{text}", "utf-8"
        )
    store = open_store(str(tmp_path / "gists.db"))
    pipeline.import_paths(store, sorted(tmp_path.glob("*.txt")))
    return store


def test_gists_are_stored_and_weighed(store: Store) -> None:
    with store.session() as session:
        table = prepare(claims_frame(session))
    told = [topic_of(n, {str(k): v for k, v in row.items()}) for n, row in enumerate(table.to_dict("records"))]
    charges = [topic for topic in told if topic.kind == "blame"]
    charge = charges[0]
    other = next(topic for topic in charges if topic.document != charge.document)
    assert any(sign.startswith(gists.READ) for sign in signs(charge, other))
    assert chance(charge, other) != chance(_without(charge), other)


def test_without_a_gist_nothing_is_said_of_it(store: Store) -> None:
    with store.session() as session:
        table = prepare(claims_frame(session).drop(columns="gist"))
    told = [topic_of(n, {str(k): v for k, v in row.items()}) for n, row in enumerate(table.to_dict("records"))]
    a, b = [topic for topic in told if topic.kind in ("blame", "denial")][:2]
    assert pair_of(a, b) is not None
    assert not any(sign.startswith(gists.READ) for sign in signs(a, b))


def _gists(claims: list[ClaimRecord], *kinds: str) -> list[str]:
    return [claim.gist or "" for claim in claims if claim.kind in kinds]


def _without(topic: Topic) -> Topic:
    return replace(topic, gist="")
