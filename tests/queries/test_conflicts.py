"""What the conflicts page and the conflict page read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from factcheck.models import Conflict, Question
from factcheck.queries import conflicts, disputes, questions, runs
from factcheck.queries.conflicts import STATES
from factcheck.queries.disputes import ConflictFilter
from factcheck.queries.exchange import report_rows
from factcheck.store import Store
from tests.dispute import BLAME, KILLED, WOUNDED, fill

ALL = ConflictFilter(states=())


@pytest.fixture
def ids(empty_store: Store) -> dict[str, str]:
    return fill(empty_store)


@pytest.fixture
def session(empty_store: Store, ids: dict[str, str]) -> Iterator[Session]:
    with empty_store.session() as opened:
        yield opened


def found(session: Session, **fields: object) -> list[str]:
    wanted = ConflictFilter(**({"states": ()} | fields))  # type: ignore[arg-type]
    return [dispute.question.id for dispute in disputes.dispute_page(session, wanted, limit=10)]


def test_questions_come_worst_first_with_their_pairs(session: Session, ids: dict[str, str]) -> None:
    killed, blame = disputes.dispute_page(session, ALL, limit=10)
    assert (killed.question.id, blame.question.id) == (KILLED, BLAME)
    assert (killed.severity, killed.pairs_found) == (0.82, 2)
    assert {name: n for name, n in killed.states.items() if n} == {"open": 2}
    assert [pair.id for pair in killed.pairs] == [ids["army"], ids["mission"]]
    assert {killed.pairs[0].a.voice, killed.pairs[0].b.voice} == {"Northern army", "Republic's defence ministry"}


def test_pages_of_questions_do_not_overlap(session: Session) -> None:
    first = disputes.dispute_page(session, ALL, limit=1)
    second = disputes.dispute_page(session, ALL, limit=1, offset=1)
    assert [first[0].question.id, second[0].question.id] == [KILLED, BLAME]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"kinds": ("blame",)}, [BLAME]),
        ({"claimants": ("River Mission",)}, [KILLED]),
        ({"places": ("Varn",)}, [KILLED, BLAME]),
        ({"places": ("Elsewhere",)}, []),
        ({"first": date(2024, 3, 12)}, [KILLED, BLAME]),
        ({"first": date(2024, 3, 13)}, []),
        ({"last": date(2024, 3, 10)}, []),
        ({"text": "to blame"}, [BLAME]),
        ({"text": "monitors 20"}, []),
        ({"text": "MISSION put"}, [KILLED]),
        ({"text": "100%"}, []),
        ({"newest_first": True}, [KILLED, BLAME]),
    ],
)
def test_filters_keep_what_fits(session: Session, fields: dict[str, object], expected: list[str]) -> None:
    assert found(session, **fields) == expected


def test_the_newest_decision_is_a_conflicts_state(empty_store: Store, ids: dict[str, str]) -> None:
    empty_store.decide("conflict", ids["army"], "real", by="Ana", note="seen both")
    empty_store.decide("conflict", ids["army"], "resolved", by="Ben")
    with empty_store.session() as session:
        pair = conflicts.conflict(session, ids["army"])
        history = conflicts.decisions(session, ids["army"])
        assert found(session, states=("resolved",)) == [KILLED]
        assert disputes.count_disputes(session, ConflictFilter()) == (2, 2)
        assert disputes.count_states(session, ConflictFilter()) == dict.fromkeys(STATES, 0) | {
            "open": 2,
            "resolved": 1,
        }
    assert pair is not None
    assert pair.state == "resolved"
    assert [(row.status, row.by, row.note) for row in history] == [
        ("resolved", "Ben", None),
        ("real", "Ana", "seen both"),
    ]


def test_taking_a_decision_back_opens_the_conflict_again(empty_store: Store, ids: dict[str, str]) -> None:
    empty_store.decide("conflict", ids["army"], "real", by="Ana")
    empty_store.decide("conflict", ids["army"], "open", by="Ana")
    with empty_store.session() as session:
        assert disputes.count_states(session, ConflictFilter())["open"] == 3


def test_a_conflict_that_is_no_longer_found_keeps_its_decisions(empty_store: Store, ids: dict[str, str]) -> None:
    empty_store.decide("conflict", ids["army"], "real", by="Ana")
    with empty_store.writing() as session:
        session.execute(update(Conflict).where(Conflict.id == ids["army"]).values(current=False))
    with empty_store.session() as session:
        pair = conflicts.conflict(session, ids["army"])
        assert pair is not None
        assert pair.state == "gone"
        assert found(session, states=("gone",)) == [KILLED]
        assert conflicts.decisions(session, ids["army"])[0].status == "real"
        assert conflicts.pair_ids(session, KILLED) == [ids["mission"]]


def test_a_merged_conflict_leads_to_the_one_that_took_its_place(empty_store: Store, ids: dict[str, str]) -> None:
    with empty_store.writing() as session:
        merged = {"current": False, "merged_into": ids["mission"]}
        session.execute(update(Conflict).where(Conflict.id == ids["army"]).values(merged))
    with empty_store.session() as session:
        gone = conflicts.conflict(session, ids["army"])
        assert gone is not None
        heir = conflicts.successor(session, gone)
    assert heir is not None
    assert heir.id == ids["mission"]


def test_a_merged_question_leads_to_the_one_that_took_its_claims(empty_store: Store, ids: dict[str, str]) -> None:
    with empty_store.writing() as session:
        merged = {"current": False, "merged_into": KILLED}
        session.execute(update(Question).where(Question.id == WOUNDED).values(merged))
    with empty_store.session() as session:
        living = questions.living_question(session, WOUNDED)
    assert living is not None
    assert living.id == KILLED


def test_unknown_ids_are_none(session: Session) -> None:
    assert conflicts.conflict(session, "nonsense") is None
    assert questions.question(session, "nonsense") is None
    assert questions.living_question(session, "nonsense") is None


def test_filters_offer_what_occurs(session: Session) -> None:
    offered = disputes.conflict_options(session)
    assert set(offered.kinds) == {"killed", "blame"}
    assert offered.claimants[0] == "Northern army"
    assert offered.places == ("Varn",)


def test_new_conflicts_are_those_seen_since(session: Session, ids: dict[str, str]) -> None:
    count, worst = conflicts.conflicts_first_seen(session, datetime(2020, 1, 1, tzinfo=UTC), limit=1)
    assert (count, [pair.id for pair in worst]) == (3, [ids["army"]])
    assert conflicts.conflicts_first_seen(session, datetime(2999, 1, 1, tzinfo=UTC)) == (0, [])


def test_a_report_holds_what_the_command_writes_or_what_is_in_the_states(
    empty_store: Store, ids: dict[str, str]
) -> None:
    empty_store.decide("conflict", ids["army"], "real", by="Ana")
    with empty_store.writing() as session:
        gone = Conflict.id.in_([ids["army"], ids["mission"]])
        session.execute(update(Conflict).where(gone).values(current=False))
    with empty_store.session() as session:
        written = [row["conflict_id"] for row in report_rows(session)]
        assert disputes.report_ids(session) == written == [ids["army"], ids["blame"]]
        assert disputes.report_ids(session, ("gone",)) == [ids["army"], ids["mission"]]
        assert disputes.report_ids(session, ("open",)) == [ids["blame"]]


@pytest.fixture
def doubted(empty_store: Store, ids: dict[str, str]) -> str:
    """A conflict that comparing calls a possible one."""
    with empty_store.session() as opened:
        opened.execute(
            update(Conflict).where(Conflict.id == ids["army"]).values(type="possible", reason="Perhaps")
        )
        opened.commit()
    return ids["army"]


def test_a_possible_conflict_is_neither_open_nor_counted_nor_reported(
    empty_store: Store, ids: dict[str, str], doubted: str
) -> None:
    with empty_store.session() as opened:
        states = disputes.count_states(opened, ConflictFilter())
        assert (states["open"], states["possible"]) == (2, 1)
        assert found(opened, states=("possible",)) == [KILLED]
        assert runs.totals(opened).conflicts == 2
        assert conflicts.conflicts_first_seen(opened, datetime(2020, 1, 1, tzinfo=UTC))[0] == 2
        assert doubted not in disputes.report_ids(opened)
        assert doubted not in [row["conflict_id"] for row in report_rows(opened)]
        assert disputes.report_ids(opened, ("possible",)) == [doubted]


def test_a_possible_conflict_that_a_person_calls_real_is_one(empty_store: Store, doubted: str) -> None:
    empty_store.decide("conflict", doubted, "real", by="Ana")
    with empty_store.session() as opened:
        assert disputes.count_states(opened, ConflictFilter())["possible"] == 0
        assert doubted in disputes.report_ids(opened)
        assert doubted in [row["conflict_id"] for row in report_rows(opened)]
    empty_store.decide("conflict", doubted, "open", by="Ana")
    with empty_store.session() as opened:
        assert disputes.count_states(opened, ConflictFilter())["possible"] == 1


def test_why_two_are_only_a_possible_conflict_is_found_from_both_sides(empty_store: Store, doubted: str) -> None:
    with empty_store.session() as opened:
        pair = conflicts.conflict(opened, doubted)
        assert pair is not None
        assert conflicts.doubt(opened, pair.a.id, pair.b.id) == "Perhaps"
        assert conflicts.doubt(opened, pair.b.id, pair.a.id) == "Perhaps"
        assert conflicts.doubt(opened, pair.a.id, "nobody") is None


def test_a_likely_conflict_is_not_doubted(session: Session, ids: dict[str, str]) -> None:
    pair = conflicts.conflict(session, ids["army"])
    assert pair is not None
    assert conflicts.doubt(session, pair.a.id, pair.b.id) is None
