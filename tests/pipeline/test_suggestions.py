"""What people are asked: stored with every comparison, answered by decisions, and not asked again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck import pipeline
from factcheck.cli import main
from factcheck.linking import table as linking_table
from factcheck.linking.incidents import incidents
from factcheck.pipeline.reasons import NARROW_DAYS, SPREAD_DAYS, Why, days_apart
from factcheck.queries import claims, links, runs, suggestions
from factcheck.queries.claims import ClaimRow
from factcheck.queries.suggestions import SuggestionRow
from factcheck.store import Store, open_store
from factcheck.values import Score

FIRST = "The army said 58 soldiers were killed in Varnholt on 3 May 2024."
LATER = (
    "A rebel commander broke weeks of silence and admitted to a radio station in the capital that 23 soldiers "
    "were killed near Varnholt."
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = open_store(f"sqlite:///{tmp_path}/facts.db")
    for name, day, text in (("first", "2024-05-04", FIRST), ("later", "2024-06-20", LATER)):
        head = f"Title: {name}\nSource: The {name.title()}\nPublished: {day}\n\n"
        (tmp_path / f"{name}.txt").write_text(head + text)
    pipeline.import_paths(opened, sorted(tmp_path.glob("*.txt")))
    return opened


def asked(store: Store, **wanted: bool) -> list[SuggestionRow]:
    with store.session() as session:
        found = suggestions.suggestion_page(session, limit=10, **wanted)
        assert suggestions.count_suggestions(session, **wanted) == len(found)
    return found


def conflicts(store: Store) -> int:
    with store.session() as session:
        return runs.totals(session).conflicts


def test_two_reports_that_were_nearly_linked_are_suggested_with_their_reasons(store: Store) -> None:
    (found,) = asked(store)
    assert 0.1 < found.score.value < 0.5
    assert any(r.text == "the same place" and r.value == pytest.approx(3.0) for r in found.score.reasons)
    told = pipeline.why(store, found.a, found.b)
    assert told.score.value == pytest.approx(found.score.value, abs=1e-4)
    assert told.level() == "perhaps"
    assert pipeline.link(store).changed == 0


def test_why_two_that_are_much_alike_stayed_two_is_said_with_their_days() -> None:
    alike = Why(False, False, Score(0.99, ()), apart=90)
    assert alike.sentence() == (
        "Not linked: two incidents. The reports are much alike (0.99), but 90 days lie between them, and neither "
        "day was taken for a wrong one."
    )
    assert "more like another incident" in Why(False, False, Score(0.7, ())).sentence()
    assert "much alike" not in Why(False, False, Score(0.3, ()), apart=90).sentence()
    assert "much alike" not in Why(True, False, Score(0.99, ()), apart=90).sentence()


def test_days_apart_are_those_from_which_linking_holds_two_days_for_two_incidents(store: Store) -> None:
    assert (NARROW_DAYS, SPREAD_DAYS) == (linking_table.NARROW_DAYS, incidents.SPREAD_DAYS)
    (found,) = asked(store)
    with store.session() as session:
        claim = claims.claims_by_id(session, [found.a])[found.a]

    def spanning(first: int, last: int) -> ClaimRow:
        return replace(claim, event_start=date(2024, 5, first), event_end=date(2024, 5, last))

    one = spanning(3, 4)
    assert days_apart(one, spanning(9, 9)) == days_apart(spanning(9, 9), one) == 5
    assert days_apart(one, spanning(6, 7)) == 0
    assert days_apart(one, spanning(9, 20)) == 0
    assert days_apart(one, replace(claim, event_start=None, event_end=None)) == 0


def test_what_is_said_to_be_the_same_becomes_a_conflict_and_is_not_asked_again(store: Store) -> None:
    (found,) = asked(store)
    assert conflicts(store) == 0
    store.decide_link(found.b, found.a, "same", by="Ana")
    (answered,) = asked(store)
    assert (answered.decided, answered.by) == ("same", "Ana")
    assert asked(store, undecided=True) == []
    summary = pipeline.link(store)
    assert asked(store) == []
    assert conflicts(store) == 1
    assert summary.alarms == ()
    assert pipeline.link(store).changed == 0


def test_what_is_said_to_be_different_is_not_asked_again_until_it_is_taken_back(store: Store) -> None:
    (found,) = asked(store)
    store.decide_link(found.a, found.b, "different", by="Ana")
    pipeline.link(store)
    assert asked(store) == []
    store.decide_link(found.a, found.b, "open", by="Ben")
    pipeline.link(store)
    assert asked(store) == [found]


def test_other_weights_hold_in_every_later_run_until_they_are_taken_back(store: Store) -> None:
    from factcheck.linking.weights import shipped

    (found,) = asked(store)
    store.use_weights({**shipped(), "bias": 0.0}, by="Ana", note="tried")
    pipeline.link(store)
    assert conflicts(store) == 1
    told = pipeline.why(store, found.a, found.b)
    assert told.same_question
    assert told.weights.startswith("tried (Ana, ")
    assert store.undo_weights(by="Ben") == "tried"
    pipeline.link(store)
    assert conflicts(store) == 0
    assert asked(store) == [found]
    assert pipeline.why(store, found.a, found.b).weights == "as shipped"


def test_the_shell_prints_them_for_people_and_for_programs(store: Store) -> None:
    (found,) = asked(store)
    said = CliRunner().invoke(main, ["suggestions", "--db", store.url])
    assert said.exit_code == 0
    assert "58 soldiers killed" in said.stdout
    assert "1 nearly linked" in CliRunner().invoke(main, ["link", "--db", store.url]).stderr
    assert "the same place +3.00" in said.stdout
    row = json.loads(CliRunner().invoke(main, ["suggestions", "--jsonl", "--db", store.url]).stdout)
    assert [claim["claim"] for claim in row["claims"]] == [found.a, found.b]
    assert {claim["published"] for claim in row["claims"]} == {"2024-05-04", "2024-06-20"}
    store.decide_link(found.a, found.b, "different", by="Ana")
    pipeline.link(store)
    nothing = CliRunner().invoke(main, ["suggestions", "--db", store.url])
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "Nothing to ask" in nothing.stderr
    assert "nearly linked" not in CliRunner().invoke(main, ["link", "--db", store.url]).stderr


def test_a_decision_on_a_suggestion_is_a_decision_on_a_link(store: Store) -> None:
    (found,) = asked(store)
    store.decide_link(found.a, found.b, "same", by="Ana")
    with store.session() as session:
        assert links.links_since_comparison(session) == 1
        assert links.link_decision(session, found.a, found.b) is not None
