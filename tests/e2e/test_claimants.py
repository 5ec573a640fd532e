"""Putting two names of one claimant together, in a real browser, and taking it back."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import WORK_MILLISECONDS, Site

pytestmark = pytest.mark.e2e

ALIAS, NAME = "Pakistani Foreign Office", "Pakistan army"


def stored(site: Site) -> list[tuple[str, str, str, str]]:
    path = site.database.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT alias, name, status, decided_by FROM alias ORDER BY id").fetchall()
    return [(a, n, s, b) for a, n, s, b in rows]


def test_two_names_are_put_together_compared_again_and_taken_apart(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/claimants")
    expect(page.get_by_role("heading", name="Claimants", exact=True)).to_be_visible()
    page.get_by_label("Search").fill("foreign office")
    page.get_by_label("Search").press("Enter")
    page.get_by_text(ALIAS).first.click()
    field, option = (
        page.get_by_role("combobox", name="Put it under"),
        page.get_by_role("option", name=NAME, exact=True),
    )
    expect(field).to_be_visible()
    page.wait_for_load_state("networkidle")
    field.click()
    field.press_sequentially(NAME, delay=30)
    option.click()
    page.get_by_role("button", name="Put together").click()
    expect(page.get_by_text("say your name at the top first")).to_be_visible()

    page.get_by_label("Your name").fill("Ana")
    page.get_by_label("Your name").press("Enter")
    page.get_by_role("button", name="Put together").click()
    expect(page.get_by_text(re.compile(f"{ALIAS} stands under {NAME} now"))).to_be_visible()
    assert stored(site)[-1] == (ALIAS, NAME, "same", "Ana")

    page.get_by_role("button", name="Compare again").click()
    expect(page.get_by_text(re.compile(r"claims on \d+ questions"))).to_be_visible(timeout=WORK_MILLISECONDS)
    expect(page.get_by_role("button", name="Compare again")).to_have_count(0)

    page.reload()
    expect(page.get_by_text(re.compile(f"{ALIAS} is {NAME}"))).to_be_visible()
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_text(re.compile(f"Taken back: {ALIAS}"))).to_be_visible()
    assert stored(site)[-1] == (ALIAS, NAME, "open", "Ana")


def test_the_page_fits_a_telephone(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site.address}/claimants")
    expect(page.get_by_role("heading", name="All claimants")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
