"""Every page as it is run by Streamlit, without a browser: empty, filled, and asked for what does not exist."""

from __future__ import annotations

import runpy
from datetime import date
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import select, update
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from factcheck import models, pipeline, readers
from factcheck.dashboard import imports
from factcheck.dashboard.imports import ImportJob
from factcheck.dashboard.pages import sources
from factcheck.ids import content_id
from factcheck.models import CLAIMS_ONLY, Conflict
from factcheck.queries import claims, conflicts, disputes
from factcheck.queries.claims import ClaimFilter
from factcheck.queries.documents import LONGEST_SHOWN
from factcheck.resources import APP
from factcheck.store import Filed, Store
from factcheck.store.suggestions import SuggestionRow
from factcheck.values import ClaimRecord, Document, Qualifier
from tests.dispute import fill

PAGES = (
    "", "suggestions", "claimants", "claims", "sources", "decisions", "report", "conflict", "document", "why",
)  # fmt: skip


def opened(page: str = "", **parameters: str) -> AppTest:
    """The page after its first run."""
    at = AppTest.from_file(APP, default_timeout=60)
    at._page_hash = calc_hash(page)  # AppTest has no public way to a page that is a function
    for name, value in parameters.items():
        at.query_params[name] = value
    return at.run()


def told(at: AppTest) -> str:
    """Everything that the page says, markup included."""
    kinds = ("title", "subheader", "markdown", "html", "error", "warning", "info", "success", "caption")
    parts = [
        str(element.proto.body if kind == "html" else element.value) for kind in kinds for element in at.get(kind)
    ]
    return "\n".join(parts)


def links(at: AppTest) -> list[str]:
    """The labels of the page's links."""
    return [str(element.proto.label) for element in at.get("page_link")]


@pytest.fixture
def nothing(empty_store: Store, database: str, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("FACTCHECK_DB", database)
    return empty_store


@pytest.fixture
def ids(nothing: Store) -> dict[str, str]:
    return fill(nothing)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_an_empty_store_says_what_to_do(nothing: Store, page: str) -> None:
    at = opened(page)
    assert not at.exception
    assert len(at.title) == 1


@pytest.mark.parametrize("page", PAGES)
def test_a_store_that_cannot_be_opened_is_explained(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database" * 100)
    monkeypatch.setenv("FACTCHECK_DB", f"sqlite:///{broken}")
    at = opened(page)
    assert not at.exception
    assert "cannot be shown" in at.error[0].value
    assert "broken.db" in at.error[0].value


def test_a_store_whose_file_was_replaced_is_opened_anew_at_the_next_try(
    nothing: Store, ids: dict[str, str], tmp_path: Path
) -> None:
    at = opened()
    assert "2 questions" in told(at)
    nothing.engine.dispose()
    for file in tmp_path.glob("facts.db*"):
        file.write_bytes(b"this is no database" * 500)
    at.run()
    assert "cannot be shown" in at.error[0].value
    for file in tmp_path.glob("facts.db*"):
        file.unlink()
    at.button(key="try_again").click().run()
    assert "There is nothing here yet" in told(at)


def test_the_home_page_shows_what_is_open_worst_first(ids: dict[str, str]) -> None:
    at = opened()
    said = told(at)
    assert not at.exception
    assert "2 questions with 3 conflicting pairs" in said
    assert said.index("58 against 23") < said.index("each side blames the other")


def test_a_filter_that_fits_nothing_offers_to_be_cleared(ids: dict[str, str]) -> None:
    at = opened()
    at.text_input(key="conflicts_text").set_value("volcano").run()
    assert "No conflict fits these filters" in told(at)
    at.button(key="conflicts_clear_empty").click().run()
    assert "2 questions" in told(at)


def test_the_state_filter_shows_what_was_decided(nothing: Store, ids: dict[str, str]) -> None:
    nothing.decide("conflict", ids["blame"], "real", by="Ana")
    at = opened()
    assert "1 question with 2 conflicting pairs" in told(at)
    at.pills(key="conflicts_state").set_value(["real"]).run()
    assert "1 question with 1 conflicting pair" in told(at)


def test_the_conflict_page_shows_both_sides_with_their_quotes_marked(ids: dict[str, str]) -> None:
    at = opened("conflict", conflict=ids["army"])
    said = told(at)
    assert not at.exception
    assert at.title[0].value == r"How many soldiers of the Republic were killed?"
    assert "<mark>58 soldiers were killed</mark>" in said
    assert "<mark>23 of its soldiers had died</mark>" in said
    assert "javascript:" not in said
    assert r"58 \(Northern army\) against 20 to 30 \(River Mission\)" in links(at)


@pytest.mark.parametrize("asked", ["nonsense", "", "<script>alert(1)</script>"])
def test_a_link_to_an_unknown_conflict_says_so(ids: dict[str, str], asked: str) -> None:
    at = opened("conflict", conflict=asked)
    assert not at.exception
    assert "No such conflict" in told(at)
    assert asked not in told(at) or not asked


def test_a_link_to_a_question_opens_its_worst_conflict(ids: dict[str, str]) -> None:
    from tests.dispute import KILLED

    at = opened("conflict", question=KILLED)
    assert "58 against 23" in told(at)


def test_the_conflict_page_leads_on_to_the_next_open_question(nothing: Store, ids: dict[str, str]) -> None:
    assert "Next open question" in links(opened("conflict", conflict=ids["army"]))
    nothing.decide("conflict", ids["blame"], "resolved", by="Ana")
    assert "Next open question" not in links(opened("conflict", conflict=ids["army"]))


def test_who_leaves_a_question_undecided_comes_to_all_others_before_it_again(
    nothing: Store, ids: dict[str, str]
) -> None:
    with nothing.session() as session:
        asked = {pair.question for name in ids if (pair := conflicts.conflict(session, ids[name]))}
        at, seen = conflicts.conflict(session, ids["army"]), []
        for _ in asked:
            assert at is not None
            at = disputes.next_open(session, at.question)
            seen.append(at.question if at else None)
    assert set(seen) == asked


def test_after_a_decision_the_next_question_is_at_hand_below_it(nothing: Store, ids: dict[str, str]) -> None:
    assert links(opened("conflict", conflict=ids["army"])).count("Next open question") == 1
    nothing.decide("conflict", ids["army"], "real", by="Ana")
    assert links(opened("conflict", conflict=ids["army"])).count("Next open question") == 2


def test_a_decision_is_stored_at_once_and_confirmed(nothing: Store, ids: dict[str, str]) -> None:
    at = opened("conflict", conflict=ids["army"])
    at.radio(key=f"as_{ids['army']}").set_value("real")
    at.text_area(key=f"note_{ids['army']}").set_value("two <b>sources</b>")
    at.text_input(key="decided_by").set_value("Ana")
    at.button(key=f"FormSubmitter:decision_{ids['army']}-Store decision").click().run()
    with nothing.session() as session:
        (decision,) = conflicts.decisions(session, ids["army"])
    assert (decision.status, decision.by, decision.note) == ("real", "Ana", "two <b>sources</b>")
    assert "Stored: real conflict, decided by Ana" in at.success[0].value
    assert "two &lt;b&gt;sources&lt;/b&gt;" in told(at)


def test_a_decision_can_be_stored_for_all_pairs_of_the_question(nothing: Store, ids: dict[str, str]) -> None:
    at = opened("conflict", conflict=ids["army"])
    at.radio(key=f"as_{ids['army']}").set_value("resolved")
    at.text_input(key="decided_by").set_value("Ana")
    at.checkbox(key=f"all_{ids['army']}").check()
    at.button(key=f"FormSubmitter:decision_{ids['army']}-Store decision").click().run()
    with nothing.session() as session:
        found = {name: len(conflicts.decisions(session, one)) for name, one in ids.items()}
    assert found == {"army": 1, "mission": 1, "blame": 0}
    assert "Stored for 2 pairs" in at.success[0].value


def test_what_somebody_decided_meanwhile_is_shown_before_it_is_replaced(
    nothing: Store, ids: dict[str, str]
) -> None:
    at = opened("conflict", conflict=ids["army"])
    nothing.decide("conflict", ids["army"], "real", by="Ana")
    nothing.decide("conflict", ids["mission"], "resolved", by="Cem")
    at.radio(key=f"as_{ids['army']}").set_value("not_a_conflict")
    at.text_input(key="decided_by").set_value("Ben")
    store = f"FormSubmitter:decision_{ids['army']}-Store decision"
    at.button(key=store).click().run()
    assert "Nothing was stored: Ana decided “real conflict” while this page was open" in at.error[0].value
    with nothing.session() as session:
        assert [decision.by for decision in conflicts.decisions(session, ids["army"])] == ["Ana"]
    at.button(key=store).click().run()
    assert "Stored: not a conflict, decided by Ben" in at.success[0].value
    at.radio(key=f"as_{ids['army']}").set_value("open")
    at.button(key=store).click().run()
    assert "Stored: back to open, decided by Ben" in at.success[0].value


def test_a_decision_on_another_pair_meanwhile_stops_only_what_is_stored_for_all(
    nothing: Store, ids: dict[str, str]
) -> None:
    at = opened("conflict", conflict=ids["army"])
    nothing.decide("conflict", ids["mission"], "resolved", by="Cem")
    at.radio(key=f"as_{ids['army']}").set_value("real")
    at.text_input(key="decided_by").set_value("Ben")
    at.checkbox(key=f"all_{ids['army']}").check()
    store = f"FormSubmitter:decision_{ids['army']}-Store decision"
    at.button(key=store).click().run()
    assert "Cem decided “resolved”" in at.error[0].value
    nothing.decide("conflict", ids["mission"], "real", by="Cem")
    at.checkbox(key=f"all_{ids['army']}").uncheck()
    at.button(key=store).click().run()
    assert "Stored: real conflict, decided by Ben" in at.success[0].value


def test_what_somebody_decided_of_two_claims_meanwhile_is_shown_before_it_is_replaced(
    nothing: Store, ids: dict[str, str]
) -> None:
    with nothing.session() as session:
        a, b = sorted(c.id for c in claims.claim_page(session, ClaimFilter(), limit=2))
    at = opened("why", a=a, b=b)
    at.text_input(key="decided_by").set_value("Ben").run()
    nothing.decide_link(a, b, "same", by="Ana")
    at.button(key="link_different").click().run()
    assert "somebody decided on these two while this page was open" in at.error[0].value
    assert "Ana decided that they are the same" in told(at)
    at.button(key="link_different").click().run()
    assert "Stored: they are different" in at.success[0].value


def test_nothing_is_stored_without_a_name(nothing: Store, ids: dict[str, str]) -> None:
    at = opened("conflict", conflict=ids["army"])
    at.radio(key=f"as_{ids['army']}").set_value("real")
    at.button(key=f"FormSubmitter:decision_{ids['army']}-Store decision").click().run()
    with nothing.session() as session:
        assert conflicts.decisions(session, ids["army"]) == []
    assert "say your name" in at.error[0].value


def test_the_claims_page_lists_and_filters(ids: dict[str, str]) -> None:
    at = opened("claims")
    assert "8 claims" in told(at)
    at.multiselect(key="claims_kind").set_value(["wounded"]).run()
    said = told(at)
    assert "1 claim" in said
    assert "more than 40" in said


def test_the_document_page_marks_every_claim_and_escapes_the_rest(ids: dict[str, str]) -> None:
    at = opened("document", document=content_id("dispatch-1"))
    said = told(at)
    assert not at.exception
    assert said.count("<mark") == 4
    assert "&lt;b&gt;hospital staff&lt;/b&gt; &amp; relatives" in said


def test_a_link_to_an_unknown_document_says_so(ids: dict[str, str]) -> None:
    at = opened("document", document="nonsense")
    assert not at.exception
    assert "No such document" in told(at)


def test_the_sources_page_shows_holdings_and_problems(ids: dict[str, str]) -> None:
    at = opened("sources")
    said = told(at)
    assert not at.exception
    assert "2 sources, 4 documents, 8 claims, 3 conflicting pairs" in said
    assert "the file is empty &lt;nothing&gt;" in said


def test_every_format_that_is_read_can_be_uploaded() -> None:
    assert {f".{name}" for name in sources.FILE_TYPES} == {e for f in readers.formats() for e in f.extensions}


def test_an_import_names_the_documents_that_could_not_be_read(
    nothing: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    french = (
        b"Le 12 mars, vingt-trois soldats ont perdu la vie dans les combats, a dit le porte-parole de l'armee."
    )
    english = b"The army said on 12 March that nobody was hurt in the fighting at the crossing of the river."
    job = ImportJob(("a.txt", "b.txt"))
    job.summary = pipeline.import_files(
        nothing, [("a.txt", french * 9), ("b.txt", english)], source="Gazette", published=date(2024, 3, 13)
    )
    job.finished.set()
    monkeypatch.setattr(imports, "importer", lambda: SimpleNamespace(job=job, dismiss=lambda: None))
    at = opened("sources")
    assert not at.exception
    assert "1 document stored, but not read" in at.warning[0].value
    assert r"a\.txt\: not English, nothing extracted" in links(at)


def suggested(store: Store, amount: int = 1) -> list[str]:
    """So many suggestions of pairs of claims; gives what their keys end with."""
    with store.session() as session:
        found = sorted(c.id for c in claims.claim_page(session, ClaimFilter(), limit=9))
    pairs = list(combinations(found, 2))[:amount]
    reasons = [
        ["words", "words of <b>both</b>", 3.2],
        ["bias", "to begin with", -3.3],
        ["kind", "both killed", 1.0],
    ]
    store.suggest([SuggestionRow(a, b, 0.48 - n / 100, reasons) for n, (a, b) in enumerate(pairs)])
    return [f"{a}_{b}" for a, b in pairs]


def test_a_suggestion_shows_both_claims_and_why_and_is_decided_and_taken_back(
    nothing: Store, ids: dict[str, str]
) -> None:
    (pair,) = suggested(nothing)
    at = opened("suggestions")
    said = told(at)
    assert not at.exception
    assert said.count("<mark") == 2
    assert "Perhaps one incident</b> (0.48)" in said
    assert "words of &lt;b&gt;both&lt;/b&gt;&nbsp;+3.20" in said
    assert "Against (-3.30)" in said
    at.button(key=f"same_{pair}").click().run()
    assert "say your name" in at.error[0].value
    at.text_input(key="decided_by").set_value("Ana").run()
    at.button(key=f"same_{pair}").click().run()
    assert "Ana said: they count the same" in told(at)
    assert "1 suggestion · all decided" in told(at)
    assert at.button(key="compare_now")
    at.button(key=f"open_{pair}").click().run()
    assert "all to decide" in told(at)
    with nothing.session() as session:
        assert [d.status for d in session.scalars(select(models.Decision))] == ["same", "open"]


def test_two_incidents_much_alike_are_said_to_be_months_apart_and_not_surely_one(
    nothing: Store, ids: dict[str, str]
) -> None:
    with nothing.writing() as session:
        a, b = sorted(c.id for c in claims.claim_page(session, ClaimFilter(kinds=("killed",)), limit=2))
        later = {"event_start": date(2024, 6, 9), "event_end": date(2024, 6, 10)}
        session.execute(update(models.Claim).where(models.Claim.id == b).values(later))
    nothing.suggest(
        [SuggestionRow(a, b, 0.99, [["words", "words of both", 8.4], ["bias", "to begin with", -3.8]])]
    )
    said = told(opened("suggestions"))
    assert "Much alike</b> (0.99), 89 days apart" in said
    assert "Not joined: 89 days lie between them" in said
    assert "The number says how alike" in said
    assert "urely" not in said
    with nothing.writing() as session:
        session.execute(update(models.Claim).where(models.Claim.id == b).values(event_start=None, event_end=None))
    said = told(opened("suggestions"))
    assert "Much alike</b> (0.99)</span>" in said
    assert "days apart" not in said
    assert "more like another incident" in said


def test_a_suggestion_within_one_incident_says_so(nothing: Store, ids: dict[str, str]) -> None:
    with nothing.session() as session:
        a, b = sorted(c.id for c in claims.claim_page(session, ClaimFilter(kinds=("killed",)), limit=2))
    reasons = [["one_incident", "one incident", None], ["kind", "both count killed", 1.0]]
    nothing.suggest([SuggestionRow(a, b, 0.5, reasons)])
    at = opened("suggestions")
    said = told(at)
    assert not at.exception
    assert "One incident, perhaps one question</b> (0.50)" in said
    assert "Against" not in said
    assert at.button(key=f"same_{a}_{b}")


def test_the_suggestions_lead_to_possible_conflicts(nothing: Store, ids: dict[str, str]) -> None:
    assert "possibly conflicting" not in told(opened("suggestions"))
    with nothing.session() as session:
        session.execute(update(models.Conflict).where(models.Conflict.id == ids["army"]).values(type="possible"))
        session.execute(
            update(models.Conflict).where(models.Conflict.id == ids["mission"]).values(type="possible")
        )
        session.commit()
    counted = "1 question with 2 possibly conflicting pairs"
    assert counted in told(opened("suggestions"))
    at = opened(state="possible")
    assert not at.exception
    assert counted in told(at)
    assert "2 possibly conflicting pairs ·" in told(at)
    assert "1 question with 1 conflicting pair<" in told(opened())


def test_a_store_of_possible_conflicts_alone_says_where_they_stand(nothing: Store, ids: dict[str, str]) -> None:
    with nothing.writing() as session:
        session.execute(update(models.Conflict).values(type="possible"))
    said = told(opened())
    assert "none of them rule each other out for sure; 3 possibly conflicting pairs" in said
    assert "all pairs by state" in said


def test_many_suggestions_are_paged_and_none_is_said_so(nothing: Store, ids: dict[str, str]) -> None:
    assert "Nothing to ask" in told(opened("suggestions"))
    suggested(nothing, 12)
    at = opened("suggestions")
    assert "1–10 of 12 suggestions · all to decide" in told(at)
    at.pagination(key="suggestions_page").set_value(2).run()
    assert "11–12 of 12 suggestions" in told(at)


def test_the_report_page_offers_the_rows_that_the_command_writes(nothing: Store, ids: dict[str, str]) -> None:
    nothing.decide("conflict", ids["army"], "real", by="Ana")
    at = opened("report")
    assert not at.exception
    assert "3 rows" in told(at)
    assert set(at.dataframe[0].value["conflict_id"]) == set(ids.values())
    at.pills(key="report_state").set_value(["real"]).run()
    assert list(at.dataframe[0].value["conflict_id"]) == [ids["army"]]
    at.pills(key="report_state").set_value(["resolved"]).run()
    assert "No conflict is in this state" in told(at)


def test_a_document_made_from_claim_rows_shows_its_quotes_and_no_blank_text(nothing: Store) -> None:
    claim = ClaimRecord("row", "killed", "9 died", 90_000, 90_006, low=9, high=9, qualifier=Qualifier.EXACT)
    sheet = Document(doc="row", text=" " * 90_000 + "9 died", source="Ledger", kind=CLAIMS_ONLY)
    nothing.save_documents(nothing.start_run("import"), [Filed("sheet", sheet, (claim,), "csv", "1")])
    at = opened("document", document="sheet")
    said = told(at)
    assert not at.exception
    assert "9 died" in said
    assert 'fc-text"' not in said


def test_a_link_to_a_merged_conflict_leads_to_the_one_that_took_its_place(
    nothing: Store, ids: dict[str, str]
) -> None:
    with nothing.writing() as session:
        merged = {"current": False, "merged_into": ids["mission"]}
        session.execute(update(Conflict).where(Conflict.id == ids["army"]).values(merged))
    at = opened("conflict", conflict=ids["army"])
    assert "was merged into another one" in at.info[0].value
    assert "58 lies above the range 20 to 30" in told(at)


def test_a_conflict_that_is_no_longer_found_says_so_and_keeps_its_decisions(
    nothing: Store, ids: dict[str, str]
) -> None:
    nothing.decide("conflict", ids["army"], "real", by="Ana", note="checked")
    with nothing.writing() as session:
        session.execute(update(Conflict).where(Conflict.id == ids["army"]).values(current=False))
    at = opened("conflict", conflict=ids["army"])
    assert "no longer finds this conflict" in at.info[0].value
    assert "checked" in told(at)


def chronicle(store: Store, figures: range, between: str = "") -> None:
    """A document of so many claims is stored, a figure each."""
    text = between.join(f"{n} people died. " for n in figures)
    claims = tuple(
        ClaimRecord("long", "killed", told, at, at + len(told), low=n, high=n, qualifier=Qualifier.EXACT)
        for n, told in ((n, f"{n} people died") for n in figures)
        for at in (text.index(told),)
    )
    long = Filed("long", Document(doc="long", text=text, source="Ledger"), claims, "rules", "1")
    store.save_documents(store.start_run("import"), [long])


def test_a_long_list_is_paged(nothing: Store) -> None:
    chronicle(nothing, range(10, 70))
    at = opened("claims")
    assert "1–25 of 60 claims" in told(at)
    at.pagination(key="claims_page").set_value(3).run()
    assert "51–60 of 60 claims" in told(at)
    at.text_input(key="claims_text").set_value("people").run()
    assert "1–25 of 60 claims" in told(at)
    at.pagination(key="claims_page").set_value(3).run()
    at.text_input(key="claims_text").set_value("69").run()
    assert "1 claim<" in told(at)


def test_a_document_of_many_claims_lists_some_at_a_time_and_opens_at_the_one_asked_for(nothing: Store) -> None:
    chronicle(nothing, range(1000, 1250))
    with nothing.session() as session:
        asked = claims.claims_of_document(session, "long")[120]
    at = opened("document", document="long", claim=asked.id)
    assert "101–200 of 250 claims" in told(at)
    assert told(at).count("the one you came from") == 1
    at.pagination(key="document_long_page").set_value(3).run()
    assert "201–250 of 250 claims" in told(at)


def test_a_claim_beyond_the_stretch_of_a_long_text_leads_to_its_own(nothing: Store) -> None:
    chronicle(nothing, range(1000, 1003), between="x" * (LONGEST_SHOWN // 2))
    at = opened("document", document="long")
    assert told(at).count("show in the text") == 2
    assert links(at) == ["show in the text"]


def test_a_document_shows_how_each_sentence_was_read(nothing: Store, ids: dict[str, str]) -> None:
    with nothing.session() as session:
        document = session.scalars(select(models.Document.id).where(models.Document.doc == "dispatch-1")).one()
    at = opened("document", document=document)
    at.segmented_control(key="document_view").set_value("How it was read").run(timeout=60)
    said = told(at)
    assert not at.exception
    assert "rule “" in said
    assert "<mark" in said
    assert "Fighting broke out" not in said
    at.toggle(key="reading_all").set_value(True).run()
    assert "Fighting broke out" in told(at)


def test_a_conflict_between_two_questions_shows_both_and_says_what_differs(nothing: Store, tmp_path: Path) -> None:
    said = {
        "Paper A": "The Afghan Taliban government said that 61 schoolgirls were killed in an air strike",
        "Paper B": "Pakistan's army said that between 50 and 60 militants were killed in an air strike",
    }
    for source, text in said.items():
        (tmp_path / f"{source}.txt").write_text(
            f"Source: {source}\nPublished: 2024-03-04\n\n{text} on Kandahar on 3 March 2024."
        )
    pipeline.import_paths(nothing, sorted(tmp_path.glob("*.txt")))
    listed = opened()
    assert "who the victims were" in told(listed)
    with nothing.session() as session:
        (pair,) = session.scalars(select(Conflict.id)).all()
    at = opened("conflict", conflict=pair)
    assert not at.exception
    for word in ("who the victims were", "61 schoolgirls", "50 to 60", "they cannot have been both"):
        assert word in told(at)
    assert "All positions on these two questions" in [element.value for element in at.subheader]


def test_the_list_of_decisions_names_the_question_and_its_sides(nothing: Store, ids: dict[str, str]) -> None:
    nothing.decide("conflict", ids["army"], "real", by="Ada")
    at = opened("decisions")
    assert not at.exception
    assert any("?" in link and " against " in link for link in links(at))


def test_one_of_a_thing_in_the_log_of_runs_is_not_told_as_several() -> None:
    assert sources._counted(1, "new documents") == "1 new document"
    assert sources._counted(1, "claims linked again") == "1 claim linked again"
    assert sources._counted(36, "new documents") == "36 new documents"


def test_a_process_that_reads_documents_for_the_dashboard_runs_no_page() -> None:
    """Such a process imports the script that the server runs, under another name."""
    assert "site" not in runpy.run_path(str(APP), run_name="__mp_main__")
