"""Ids that people have seen do not move when the machine runs again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest

from factcheck.pipeline.identity import FoundConflict, Kept, keep_conflicts, keep_ids

FIRST = datetime(2025, 11, 8, tzinfo=UTC)


def kept(rows: list[tuple[str, str, str | None]]) -> Kept:
    frame = pd.DataFrame(rows, columns=["label", "claim", "stored"])
    return keep_ids(frame["label"], frame["claim"], frame["stored"], noun="question")


def test_a_new_cluster_gets_an_id_made_of_its_smallest_claim_whatever_the_order() -> None:
    one = kept([("L", "c2", None), ("L", "c1", None)])
    two = kept([("other", "c1", None), ("other", "c2", None)])
    assert list(one.ids.values()) == list(two.ids.values())
    assert one.merged == {}


def test_a_cluster_takes_over_the_stored_id_with_which_it_shares_most_claims() -> None:
    found = kept([("L", "c1", "old"), ("L", "c2", "old"), ("L", "c3", "other"), ("L", "c4", None)])
    assert found.ids == {"L": "old"}
    assert found.merged == {"other": "old"}


def test_when_a_question_splits_the_larger_part_keeps_the_id() -> None:
    found = kept([("L", "c1", "old"), ("M", "c2", "old"), ("M", "c3", "old")])
    assert found.ids["M"] == "old"
    assert found.ids["L"] not in ("old", "L")
    assert found.merged == {}


def test_a_part_that_splits_off_with_the_first_claim_gets_an_id_of_its_own() -> None:
    start = kept([("A", "c1", None), ("A", "c2", None), ("A", "c3", None)])
    old = start.ids["A"]
    found = kept([("A", "c1", old), ("B", "c2", old), ("B", "c3", old)])
    assert found.ids["B"] == old
    assert found.ids["A"] != old


def test_linking_again_keeps_every_id() -> None:
    rows = [("A", "c1", None), ("A", "c2", None), ("B", "c3", None)]
    first = kept([(label, claim, None) for label, claim, _ in rows])
    again = kept([(label, claim, first.ids[label]) for label, claim, _ in rows])
    assert again == Kept(first.ids, {})


STORED = ["id", "type", "question", "current", "first_seen", "decided", "claim_a", "voice_a", "claim_b", "voice_b"]


def stored(*rows: tuple[str, str, bool, bool, int, str, str]) -> pd.DataFrame:
    """Rows of (id, question, current, decided, day, claim a, claim b), between the Army and the Rebels."""
    return pd.DataFrame(
        [(i, "count", q, cur, FIRST + timedelta(days=day), dec, a, "The Army", b, "Rebels")
         for i, q, cur, dec, day, a, b in rows],
        columns=STORED,
    )  # fmt: skip


def found(question: str, a: str = "c1", b: str = "c2", severity: float = 0.5) -> FoundConflict:
    return FoundConflict(question, "count", "army", "rebels", a, b, severity)


def stays(question: str, _a: str, _b: str) -> str:
    return question


def key(name: str) -> str:
    return name.lower().removeprefix("the ")


def test_a_conflict_keeps_its_id_when_the_figures_and_claims_behind_it_move() -> None:
    before = stored(("k", "q", True, False, 0, "c1", "c2"))
    assert list(keep_conflicts([found("q", "c8", "c9")], before, stays, key)[0]) == ["k"]


def test_a_conflict_follows_its_question_into_another() -> None:
    before = stored(("k", "gone", True, True, 0, "c1", "c2"))
    ids, merged = keep_conflicts([found("q")], before, lambda *_: "q", key)
    assert (list(ids), merged) == (["k"], {})


def test_of_two_that_became_one_the_decided_one_stays_and_the_other_leads_to_it() -> None:
    before = stored(("a", "q", True, False, 0, "c1", "c2"), ("b", "gone", True, True, 5, "c3", "c4"))
    ids, merged = keep_conflicts([found("q")], before, lambda *_: "q", key)
    assert (list(ids), merged) == (["b"], {"a": "b"})


@pytest.mark.parametrize(("coarse", "fine"), [("count", "carrier"), ("blame", "first")])
def test_a_finer_word_for_what_differs_makes_no_other_conflict(coarse: str, fine: str) -> None:
    before = stored(("k", "q", True, True, 0, "c1", "c2")).assign(type=coarse)
    ids, _ = keep_conflicts([FoundConflict("q", fine, "army", "rebels", "c1", "c2", 0.5)], before, stays, key)
    assert list(ids) == ["k"]


@pytest.mark.parametrize(("was", "now"), [("count", "possible"), ("possible", "count"), ("denial", "possible")])
def test_a_conflict_that_is_only_a_possible_one_now_or_was_keeps_its_id(was: str, now: str) -> None:
    before = stored(("k", "q", True, True, 0, "c1", "c2")).assign(type=was)
    ids, merged = keep_conflicts([FoundConflict("q", now, "army", "rebels", "c1", "c2", 0.5)], before, stays, key)
    assert (list(ids), merged) == (["k"], {})


def test_a_possible_conflict_takes_no_id_of_one_that_is_found_as_it_was() -> None:
    before = stored(("k", "q", True, True, 0, "c1", "c2"))
    possible = FoundConflict("q", "possible", "army", "rebels", "c3", "c4", 0.9)
    ids, _ = keep_conflicts([possible, found("q")], before, stays, key)
    assert ids["k"].type == "count"
    assert len(ids) == 2


def test_two_pairs_of_one_identity_are_one_conflict_the_more_severe() -> None:
    ids, _ = keep_conflicts([found("q", severity=0.2), found("q", "c5", "c6", 0.9)], stored(), stays, key)
    assert [one.severity for one in ids.values()] == [0.9]


def test_a_new_conflict_never_takes_the_id_of_one_that_moved_away() -> None:
    (own,) = keep_conflicts([found("q")], stored(), stays, key)[0]
    before = stored((own, "q", True, False, 0, "c1", "c2"))
    ids, _ = keep_conflicts([found("q", "c8", "c9"), found("r")], before, lambda *_: "r", key)
    assert {one.question: id for id, one in ids.items()}["r"] == own
    assert len(ids) == 2
