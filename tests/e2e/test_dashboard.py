"""The analyst's way through the dashboard in a real browser, on the demo reports."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from factcheck import pipeline
from factcheck.reports import COLUMNS
from factcheck.reports.csv import to_csv
from factcheck.store import open_store
from tests.e2e.conftest import WORK_MILLISECONDS, Site

pytestmark = pytest.mark.e2e

BORDER = re.compile(r"58.*23|23.*58", re.DOTALL)
"""The demo's best known dispute: 58 Pakistani soldiers killed, says one side; 23, says the other."""

NEW_REPORT = """\
Source: Valley Observer
Title: Monitors put army losses far lower
Published: 2025-10-13

The Border Monitoring Group said 7 Pakistani soldiers were killed in the fighting along the Afghan border on the \
night of 11 October.
"""


def card(page: Page) -> Locator:
    """The cards of the questions on the home page."""
    return page.locator('[class*="st-key-question_"]')


def open_worst_conflict(page: Page, site: Site) -> str:
    """The conflict page of the first card is open; gives its question."""
    page.goto(site.address)
    link = card(page).first.get_by_role("link")
    question = link.inner_text()
    link.click()
    expect(page.locator(".fc-reason")).to_be_visible()
    return question


def test_home_shows_the_demos_conflicts_worst_first(page: Page, site: Site) -> None:
    page.goto(site.address)
    expect(page.get_by_role("heading", name="Conflicts")).to_be_visible()
    expect(card(page).filter(has_text=BORDER).first).to_be_visible()
    severities = [int(text.split()[-1]) for text in page.locator(".fc-meter").all_inner_texts()]
    assert severities == sorted(severities, reverse=True)


def test_the_list_shows_what_differs_and_filters_by_it(page: Page, site: Site) -> None:
    page.goto(site.address)
    chosen = page.get_by_role("combobox", name="What differs")
    chosen.fill("carrier")
    page.get_by_role("option", name="carrier against claimant").click()
    page.keyboard.press("Escape")  # the open list hides the page from assistive technology, and so from the test
    expect(card(page)).to_have_count(1)
    expect(card(page).first).to_contain_text("killed and wounded together")
    card(page).first.get_by_role("link").click()
    expect(page.locator(".fc-reason")).to_contain_text("What a carrier garbled")


def test_a_conflict_shows_both_quotes_highlighted_in_their_paragraphs(page: Page, site: Site) -> None:
    open_worst_conflict(page, site)
    for side in ("side_a", "side_b"):
        quote = page.locator(f".st-key-{side} blockquote").first
        expect(quote.locator("mark")).to_be_visible()
        assert len(quote.inner_text()) > len(quote.locator("mark").inner_text())
    expect(page.locator('[data-testid="stVegaLiteChart"] :is(canvas, svg.marks)')).to_be_visible()


def test_a_mark_is_stored_and_still_there_after_a_reload(page: Page, site: Site) -> None:
    question = open_worst_conflict(page, site)
    address = page.url
    page.get_by_text("Real conflict", exact=True).click()
    page.get_by_label("Note").fill("both sides stand by their figure")
    page.get_by_label("Your name").fill("Ana Lyst")
    page.get_by_role("button", name="Store decision").click()
    expect(page.get_by_text("Stored: real conflict, decided by Ana Lyst.")).to_be_visible()
    page.reload()
    expect(page.locator(".fc-chip.real").first).to_be_visible()
    expect(page.get_by_text("both sides stand by their figure").first).to_be_visible()
    expect(page.get_by_label("Your name")).to_have_value("Ana Lyst")
    page.goto(site.address)
    states = page.get_by_role("toolbar", name="State")
    states.get_by_role("button", name="Real conflict").click()
    states.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_text("1 question with")).to_be_visible()
    expect(card(page).first).to_contain_text(question)
    page.goto(address)
    page.get_by_text("Back to open", exact=True).click()
    page.get_by_role("button", name="Store decision").click()
    expect(page.get_by_text("Stored: back to open, decided by Ana Lyst.")).to_be_visible()
    expect(page.locator(".fc-chip.open").first).to_be_visible()


def test_two_who_decide_at_once_see_each_other(page: Page, site: Site) -> None:
    open_worst_conflict(page, site)
    other = page.context.new_page()
    other.goto(page.url)
    for tab, word, name in ((page, "Real conflict", "Ana"), (other, "Not a conflict", "Ben")):
        tab.get_by_text(word, exact=True).click()
        tab.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Store decision").click()
    expect(page.get_by_text("Stored: real conflict, decided by Ana.")).to_be_visible()
    other.get_by_role("button", name="Store decision").click()
    expect(other.get_by_text("Ana decided “real conflict” while this page was open")).to_be_visible()
    expect(other.locator(".fc-chip.real").first).to_be_visible()
    other.get_by_text("Back to open", exact=True).click()
    other.get_by_role("button", name="Store decision").click()
    expect(other.get_by_text("Stored: back to open, decided by Ben.")).to_be_visible()


def test_an_uploaded_report_that_contradicts_a_stored_figure_makes_a_new_conflict(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/sources")
    upload = {"name": "observer.txt", "mimeType": "text/plain", "buffer": NEW_REPORT.encode()}
    page.locator('input[type="file"]').set_input_files(upload)  # type: ignore[arg-type]
    expect(page.get_by_text("observer.txt")).to_be_visible()
    page.get_by_role("button", name="Import files").click()
    outcome = page.locator(".st-key-import_outcome")
    expect(outcome).to_contain_text("1 new document", timeout=WORK_MILLISECONDS)
    expect(outcome).to_contain_text("new conflict")
    outcome.get_by_role("link").filter(has_text="Border Monitoring Group").first.click()
    expect(page.locator("mark", has_text="7 Pakistani soldiers").first).to_be_visible()
    expect(page.get_by_text("Valley Observer").first).to_be_visible()


def test_a_pasted_text_is_imported_with_its_facts(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/sources")
    page.get_by_role("tab", name="Paste text").click()
    page.get_by_label("Text of the report").fill(
        "At least 14 people were killed when a bridge fell in Lima on Monday."
    )
    page.get_by_label("Source", exact=True).fill("Coast Radio")
    page.get_by_label("Title (optional)").fill("Bridge falls")
    page.get_by_role("button", name="Import text").click()
    expect(page.locator(".st-key-import_outcome")).to_contain_text("1 new document", timeout=WORK_MILLISECONDS)
    expect(page.get_by_text("Coast Radio").first).to_be_visible()


def test_a_bad_file_is_named_and_the_good_one_is_in(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/sources")
    good = (
        "Source: Hill Post\nPublished: 2025-01-02\n\nThree people were hurt in a landslide at Tarn on 1 January."
    )
    page.locator('input[type="file"]').set_input_files(
        [
            {"name": "empty.txt", "mimeType": "text/plain", "buffer": b""},
            {"name": "good.txt", "mimeType": "text/plain", "buffer": good.encode()},
        ]  # type: ignore[arg-type]
    )
    expect(page.get_by_text("good.txt")).to_be_visible()
    page.get_by_role("button", name="Import files").click()
    outcome = page.locator(".st-key-import_outcome")
    expect(outcome).to_contain_text("1 new document", timeout=WORK_MILLISECONDS)
    expect(outcome).to_contain_text("empty.txt")


def test_the_downloaded_report_is_the_one_that_the_command_writes(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/report")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    data = Path(download.value.path()).read_bytes()
    store = open_store(site.database)
    assert data == to_csv(pipeline.report_rows(store))
    store.close()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert any({row["low_a"], row["low_b"]} == {"23", "58"} for row in rows)


def test_the_claims_can_be_filtered_and_lead_to_their_document(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/claims")
    page.get_by_label("Search").fill("58")
    page.get_by_label("Search").press("Enter")
    first = page.locator('[class*="st-key-claim_"]').first
    expect(first).to_contain_text("58")
    first.get_by_role("link").click()
    expect(page.locator("mark.fc-chosen").first).to_be_in_viewport()


def test_a_filtered_list_begins_at_its_first_page(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/claims")
    pages = page.get_by_role("navigation", name="Pagination")
    pages.get_by_role("button", name="Page 3").click()
    expect(page.get_by_text("51–75 of")).to_be_visible()
    expect(page.get_by_role("heading", name="Claims")).to_be_in_viewport()
    page.get_by_label("Search").fill("killed")
    page.get_by_label("Search").press("Enter")
    expect(page.get_by_text("1–25 of")).to_be_visible()
    expect(pages.get_by_role("button", name="Previous page")).to_be_disabled()
    pages.get_by_role("button", name="Page 2").click()
    expect(page.get_by_text(re.compile("^26–"))).to_be_visible()


def test_a_link_to_nowhere_is_explained(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/conflict?conflict=00000000")
    expect(page.get_by_role("heading", name="No such conflict")).to_be_visible()


def test_pages_can_be_read_while_another_program_writes(page: Page, site: Site) -> None:
    with closing(sqlite3.connect(site.database.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        page.goto(site.address)
        expect(card(page).first).to_be_visible()
        other.execute("ROLLBACK")


@pytest.mark.parametrize("path", ["/", "/claims", "/sources", "/report"])
def test_a_narrow_screen_needs_no_sideways_scrolling(page: Page, site: Site, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site.address + path)
    expect(page.locator("h1")).to_be_visible()
    widths = page.locator('[data-testid="stMain"]').evaluate("main => [main.scrollWidth, main.clientWidth]")
    assert widths[0] <= widths[1]


def test_an_empty_database_leads_to_the_import(page: Page, empty_site: Site) -> None:
    page.goto(empty_site.address)
    page.get_by_role("link", name="Import reports").click()
    expect(page.get_by_role("button", name="Import files")).to_be_visible()
