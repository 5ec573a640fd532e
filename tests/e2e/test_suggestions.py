"""Deciding on what was nearly linked, in a real browser: one click, taken back, obeyed by the next comparison."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import WORK_MILLISECONDS, Site

pytestmark = pytest.mark.e2e


def rows(site: Site, query: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(site.database.removeprefix("sqlite:///"))) as connection:
        return connection.execute(query).fetchall()


def card(page: Page, text: str) -> Locator:
    """The suggestion that shows such words."""
    return page.locator("[class*='st-key-suggested_']").filter(has_text=text)


def far_apart(site: Site) -> tuple[str, str]:
    """The two claims of the likeliest suggestion whose places speak against it: each the id of a claim."""
    likeliest = "SELECT claim_a_id, claim_b_id, reasons FROM suggestion ORDER BY score DESC"
    return next((a, b) for a, b, reasons in rows(site, likeliest) if "places far apart" in reasons)


def test_two_claims_are_decided_taken_back_and_joined_by_the_next_comparison(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.get_by_role("link", name="Suggestions").click()
    expect(page.get_by_role("heading", name="Suggestions", exact=True)).to_be_visible()
    pair = far_apart(site)
    asked = page.locator(f".st-key-suggested_{pair[0]}_{pair[1]}")
    expect(asked.locator("mark")).to_have_count(2)
    expect(asked.get_by_text("places far apart")).to_be_visible()
    asked.get_by_role("button", name="These count the same").click()
    expect(asked.get_by_text("say your name at the top first")).to_be_visible()

    page.get_by_label("Your name").fill("Ana")
    page.get_by_label("Your name").press("Enter")
    asked.get_by_role("button", name="These are different").click()
    expect(asked.get_by_text("Ana said: they are different.")).to_be_visible()
    asked.get_by_role("button", name="Take it back").click()
    asked.get_by_role("button", name="These count the same").click()
    expect(asked.get_by_text("Ana said: they count the same.")).to_be_visible()
    said = rows(site, "SELECT status FROM decision WHERE subject_kind = 'link' ORDER BY id")
    assert [status for (status,) in said] == ["different", "open", "same"]

    page.get_by_role("button", name="Compare again").click()
    expect(page.get_by_text(re.compile(r"claims on \d+ questions"))).to_be_visible(timeout=WORK_MILLISECONDS)
    expect(asked).to_have_count(0)
    joined = rows(site, f"SELECT question_id FROM claim WHERE id IN {pair}")
    assert len(joined) == 2
    assert len(set(joined)) == 1

    page.reload()
    expect(page.get_by_label("Your name")).to_have_value("Ana")
    expect(card(page, "the same place").first).to_be_visible()


def test_a_suggestion_leads_to_the_two_in_full(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/suggestions")
    card(page, "the same place").first.get_by_role("link", name="The two in full").click()
    expect(page.get_by_role("heading", name="Do these two count the same?")).to_be_visible()


def test_without_reports_the_page_leads_to_the_import(page: Page, empty_site: Site) -> None:
    page.goto(f"{empty_site.address}/suggestions")
    expect(page.get_by_text("There is nothing to ask yet")).to_be_visible()
    page.get_by_role("link", name="Import reports").click()
    expect(page.get_by_role("heading", name="Sources", exact=True)).to_be_visible()


def test_the_page_fits_a_telephone(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site.address}/suggestions")
    expect(page.get_by_role("button", name="These count the same").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
