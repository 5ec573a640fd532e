"""Quotes in their text: only the highlights are markup."""

from __future__ import annotations

import pytest

from factcheck.dashboard import quotes
from factcheck.dashboard.quotes import Mark
from factcheck.queries.passages import Passage


def test_a_quote_is_marked_and_everything_else_is_escaped() -> None:
    html = quotes.passage_html(Passage("He said <b>", "5 & 6 <script>", " died</p>."))
    assert "He said &lt;b&gt;<mark>5 &amp; 6 &lt;script&gt;</mark> died&lt;/p&gt;." in html


def test_a_cut_paragraph_shows_that_it_goes_on() -> None:
    html = quotes.passage_html(Passage("b", "q", "a", cut_before=True, cut_after=True))
    assert "… b<mark>q</mark>a …" in html


def test_a_snippet_is_cut_at_words_and_keeps_its_spaces() -> None:
    html = quotes.snippet_html(Passage("one two three ", "4 <dead>", ", five six seven"), room=9)
    assert html == "… three <mark>4 &lt;dead&gt;</mark>, five …"
    assert quotes.snippet_html(Passage("a ", "b", " c")) == "a <mark>b</mark> c"
    assert quotes.snippet_html(Passage("", "b", ".")) == "<mark>b</mark>."


def test_overlapping_claims_are_marked_without_losing_a_character() -> None:
    text = "forty <dead> and wounded"
    html = quotes.marked_text(text, [Mark("x", 0, 12, "one"), Mark("y", 6, 24, "two", chosen=True)])
    assert 'title="one">forty </mark>' in html
    assert 'class="fc-chosen" title="one · two">&lt;dead&gt;</mark>' in html
    assert html.count('id="claim-y"') == 1
    assert "and wounded</mark>" in html


def test_a_mark_outside_the_shown_text_is_left_out() -> None:
    assert "<mark" not in quotes.marked_text("short", [Mark("x", 3, 99, "")])


def test_a_tip_cannot_break_out_of_its_attribute() -> None:
    assert '"><img' not in quotes.marked_text("abc", [Mark("x", 0, 3, '"><img src=x>')])


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://", False),
        ("//example.org", False),
        ("https://[broken", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, linked: bool) -> None:
    assert ("<a " in quotes.web_link(url, "<page>")) is linked
    assert "&lt;page&gt;" in quotes.web_link(url, "<page>")


def test_an_address_cannot_break_out_of_its_attribute() -> None:
    assert '"><' not in quotes.web_link('https://example.org/"><img src=x>', "page")
