"""Web pages: the article is the text, the furniture is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import ReadError
from factcheck.readers import Defaults, html, read_bytes, read_path
from factcheck.values import Document

PAGES = Path(__file__).parent / "pages"
SENTENCES = (
    "Nine people died when a ferry ran aground off Cape Dorn on Sunday night, the coast guard said.",
    "The shipping line said that seven passengers had lost their lives and that two were missing.",
    "Divers will go down again on Monday, when the wind is expected to drop, a spokeswoman told reporters.",
)
BODY = "".join(f"<p>{sentence}</p>\n" for sentence in SENTENCES)


def page(name: str, defaults: Defaults | None = None) -> Document:
    (item,) = read_path(PAGES / name, defaults or Defaults())
    assert isinstance(item, Document), item
    return item


def article(body: str, head: str = "", defaults: Defaults | None = None) -> Document:
    text = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    (item,) = read_bytes("a.html", text.encode(), defaults or Defaults())
    assert isinstance(item, Document), item
    return item


@pytest.mark.parametrize(
    ("name", "kept", "dropped"),
    [
        (
            "news_site.html",
            ["at least 14 people and wounding 27", "nine people had died, not 14", "lost three fighters in an"],
            ["812", "40,000", "33", "1994", "91", "48", "120", "350", "25,000", "1,204", "500", "two soldiers",
             "19", "62", "7 colleagues", "666", "777", "Also read", "Most read"],
        ),
        ("wire_brief.html", ["Three soldiers were killed and five wounded"], ["4,310", "22", "130"]),
        (
            "old_table_layout.html",
            ["At least 31 miners were trapped", "38 men had gone down", "“We have heard knocking,”", "José Mañon"],
            ["212", "17 dead", "9 children", "40 homes", "1,882,010"],
        ),
        (
            "saved_from_browser.html",
            ["Six workers died in the fire", "dead at four", "About 300 people", "Halden Oil | 4 | 2"],
            ["Eleven hurt", "mill kills 15", "20 bodies"],
        ),
        (
            "furniture_outweighs.html",
            ["Two guards were shot dead", "ministry spoke of one dead guard"],
            ["900", "31 recruits", "fourteen", "64", "hundreds", "8,000", "88", "Most discussed"],
        ),
        (
            "line_breaks.html",
            ["Five aid workers were abducted", "four of its staff", "released on Thursday", "found burnt out"],
            ["17 trucks", "40 hostages", "Read next"],
        ),
        (
            "live_blog.html",
            ["all 23 sailors of the tanker", "two crew members had died", "At least 60 ships", "thirty years"],
            ["12 stories", "41 ships", "26", "300", "4,000,000"],
        ),
        (
            "div_paragraphs.html",
            ["had killed 11 fighters", "bury seven people", "more than 200 people", "would be looked into"],
            ["70 %", "16", "2009", "18", "54", "29", "1871", "35 journalists", "140", "RELATED"],
        ),
    ],
)  # fmt: skip
def test_the_article_is_kept_and_the_furniture_is_not(name: str, kept: list[str], dropped: list[str]) -> None:
    text = page(name).text
    assert [words for words in kept if words not in text] == []
    assert [words for words in dropped if words in text] == []


def test_what_the_page_states_of_itself_is_taken() -> None:
    read = page("news_site.html", Defaults("Given", date(2000, 1, 1)))
    assert read.title == "Valley bridge shelling leaves 14 dead, province says"
    assert (read.source, read.url) == ("Harbour Courier", "https://courier.example/world/valley-bridge-shelling")
    assert (read.published, read.published_at) == (date(2025, 10, 15), "2025-10-15T06:45:00+03:00")
    assert (read.kind, read.doc) == ("html", str(PAGES / "news_site.html"))


def test_a_page_saved_by_a_browser_keeps_its_address_and_its_site_is_the_source() -> None:
    read = page("saved_from_browser.html")
    assert read.url == "https://www.eastpost.example/2024/06/11/depot-fire-toll.html"
    assert (read.source, read.published) == ("eastpost.example", date(2024, 6, 11))


def test_the_declared_encoding_is_used_and_a_written_date_is_found() -> None:
    read = page("old_table_layout.html", Defaults("El Cantil"))
    assert read.title == "Ministry: 31 miners trapped at Peña Alta"
    assert (read.source, read.published) == ("El Cantil", date(2019, 3, 4))


def test_what_the_page_does_not_state_comes_from_the_defaults() -> None:
    assert article(BODY).source is None
    assert article(BODY).published is None
    read = article(BODY, defaults=Defaults("Given", date(2025, 11, 8)))
    assert (read.source, read.published) == ("Given", date(2025, 11, 8))


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-10-12T21:00:00+02:00">',
        '<meta name="DC.date.issued" content="2025-10-12">',
        '<meta itemprop="datePublished" content="12 October 2025">',
        '<script type="application/ld+json">[{"@type": "NewsArticle", "datePublished": "2025-10-12"}]</script>',
        '<meta name="date" content="last week"><meta name="pubdate" content="20251012">',
    ],
)
def test_the_day_of_publication_is_stated_in_many_ways(head: str) -> None:
    assert article(BODY, head).published == date(2025, 10, 12)


def test_a_date_in_the_story_is_not_the_day_of_publication() -> None:
    assert (
        article(BODY + "<p>The ferry had been inspected on 3 May 2019, and posted no fault.</p>").published is None
    )


@pytest.mark.parametrize(
    "furniture",
    [
        '<p><b>READ MORE:</b> <a href="/x">Plane crash kills 77</a></p>',
        '<p>See also <a href="/x">Plane crash kills 77</a></p>',
        '<p><a href="/x">Plane crash kills 77</a></p>',
        '<h3><a href="/x">Plane crash kills 77</a></h3>',
        '<ul><li><a href="/x">Plane crash kills 77</a></li><li><a href="/y">Storm</a></li></ul>',
        '<div class="inline-promo"><span>Plane crash kills 77</span></div>',
        "<aside><p>Plane crash kills 77 people, says an airport official who was there.</p></aside>",
        '<figure><img src="a.jpg"><figcaption>Plane crash kills 77</figcaption></figure>',
        '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">Plane crash kills 77</p></div>',
        '<section class="comments"><p>I say 77 people were killed there, and nobody counts them.</p></section>',
        '<div id="cookie-notice"><p>We and our 77 partners value your privacy.</p></div>',
        '<div role="complementary"><p>Plane crash kills 77 people, says an airport official.</p></div>',
        "<footer><p>In memory of 77 colleagues killed at work.</p></footer>",
    ],
)
def test_furniture_inside_the_article_is_left_out(furniture: str) -> None:
    first, *others = (f"<p>{sentence}</p>" for sentence in SENTENCES)
    read = article(f"<article><h1>Ferry aground</h1>{first}{furniture}{''.join(others)}</article>")
    assert "77" not in read.text
    assert all(sentence in read.text for sentence in SENTENCES)


def test_a_sentence_with_a_link_in_it_stays() -> None:
    linked = '<p>The owner, <a href="/o">Dorn Lines</a>, said that 12 of the crew were hurt.</p>'
    assert "12 of the crew" in article(BODY + linked).text
    at_the_end = '<p>Twelve of the crew were hurt, the union said in <a href="/s">a statement</a></p>'
    assert "Twelve of the crew" in article(BODY + at_the_end).text


def test_an_article_in_a_block_named_like_furniture_is_still_read() -> None:
    wrapped = f'<div class="content-sidebar-wrap has-comments"><h1>Ferry aground</h1>{BODY}</div>'
    assert SENTENCES[0] in article(wrapped).text
    assert SENTENCES[0] in article(f'<div class="latest">{BODY}</div>').text
    beside = (
        f'<h1>Ferry aground</h1><div class="with-ads share-wrap">{BODY}</div><p>By a staff writer in Cape Dorn</p>'
    )
    assert SENTENCES[0] in article(beside).text


def test_a_piece_of_a_page_is_read_too() -> None:
    (read,) = read_bytes("a.htm", BODY.encode())
    assert isinstance(read, Document)
    assert read.text == "\n".join(SENTENCES)


def test_a_page_under_another_name_is_known_by_its_looks() -> None:
    data = f"\n<!-- a note -->\n<!DOCTYPE html>\n<html><body>{BODY}</body></html>".encode()
    for name in ("page.txt", "page.aspx", "page"):
        (read,) = read_bytes(name, data)
        assert isinstance(read, Document)
        assert read.kind == "html"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n ", "the file is empty but for spaces and blank lines"),
        ((PAGES / "script_only.html").read_bytes(), "no article found in the page"),
        (b"<html><body><svg></svg></body></html>", "no article found in the page"),
        (b"%PDF-1.4", "binary, not text (a PDF file)"),
        (b"<html>" + b"<div>" * 50_000, "no article found in the page"),
    ],
)
def test_a_page_without_an_article_is_reported(data: bytes, reason: str) -> None:
    (problem,) = read_bytes("a.html", data)
    assert isinstance(problem, ReadError)
    assert (problem.reason, problem.where) == (reason, "a.html")


def test_a_page_that_is_too_large_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MAX_PAGE", 1_000_000)
    (problem,) = read_bytes("a.html", b"<p>" * 400_000)
    assert isinstance(problem, ReadError)
    assert problem.reason == "larger than the 1 MB that a file of this format may have"
