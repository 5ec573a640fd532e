"""When it happened: labelled rows, and what must never break."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.dates import feasts
from factcheck.extraction.dates.event import event_date
from factcheck.extraction.page import Finding, lay_out
from factcheck.values import DateSpan, Document, Span

from .marked import marked, rows

CASES = rows("dates.csv")


@pytest.mark.parametrize("row", CASES, ids=[row["what"] for row in CASES])
def test_dates_the_claim(row: dict[str, str]) -> None:
    page, finding = marked(row["text"], row["published"], kind=row["kind"])
    found = event_date(page, finding)
    given = None if found is None else (found.first.isoformat(), found.last.isoformat())
    assert given == ((row["first"], row["last"]) if row["first"] else None)


def test_a_time_of_publication_will_do_for_its_day() -> None:
    text = "Two sailors drowned on Sunday."
    page = lay_out(Document("doc", text, published_at="2024-05-07T23:30:00+05:30"))
    found = event_date(page, Finding("killed", Span(0, 11), page.sentences[0], "case"))
    assert found is not None
    assert found.first == date(2024, 5, 5)


def test_the_days_of_the_title_are_those_of_the_page() -> None:
    text = "The attacks killed 35 citizens. \n\nOn 5 May drones struck a mosque."
    page = lay_out(Document("doc", text, title="Statement on the events of 3-6 May", published=date(2024, 5, 9)))
    found = event_date(page, Finding("killed", page.sentences[0].span, page.sentences[0], "case"))
    assert found == DateSpan(date(2024, 5, 3), date(2024, 5, 6))


def test_a_title_that_looks_back_tells_about_when() -> None:
    text = "Nobody counted, perhaps 60 died. \n\nOn 28 April 2024 the dam broke. \n\nA man was held on Tuesday."
    page = lay_out(Document("doc", text, title="A year on, questions", published=date(2025, 4, 25)))
    found = event_date(page, Finding("killed", page.sentences[0].span, page.sentences[0], "case"))
    assert found == DateSpan.day(date(2024, 4, 28))


def test_a_title_that_counts_days_tells_when() -> None:
    text = "The clinic has 41 names. \n\nOn Thursday evening it had 30."
    page = lay_out(Document("doc", text, title="Loro, three days on: who fired?", published=date(2024, 5, 10)))
    found = event_date(page, Finding("killed", page.sentences[0].span, page.sentences[0], "case"))
    assert found == DateSpan.day(date(2024, 5, 7))


def test_a_title_about_a_day_tells_when() -> None:
    text = "Seven of our brothers are dead. \n\nIn July 2023 some 1,400 people were killed."
    page = lay_out(
        Document("doc", text, title="What nobody tells you about 22 April", published=date(2024, 4, 24))
    )
    found = event_date(page, Finding("killed", page.sentences[0].span, page.sentences[0], "case"))
    assert found == DateSpan.day(date(2024, 4, 22))


def test_entries_in_bold_with_their_hours_make_a_page_live() -> None:
    text = (
        "**19.25** Forty-four are dead, says the ministry. \n\n**7.05pm** A spokesman blames nobody. \n\n"
        "**03:20** First reports of an explosion. \n\nThe fighting since 4 April has killed 700."
    )
    page = lay_out(Document("doc", text, title="LIVE: air strike hits centre", published=date(2024, 7, 3)))
    found = event_date(page, Finding("killed", page.sentences[0].span, page.sentences[0], "case"))
    assert found == DateSpan.day(date(2024, 7, 3))


@given(
    st.text(max_size=300),
    st.one_of(st.none(), st.just(date.min), st.just(date.max), st.dates()),
)
@settings(max_examples=150, deadline=None)
def test_never_breaks_on_any_text(text: str, published: date | None) -> None:
    page = lay_out(Document("doc", text + " killed on Monday night and two days later", published=published))
    for sentence in page.sentences:
        event_date(page, Finding("killed", sentence.span, sentence, "case"))


_PIECES = st.sampled_from(
    [
        "On Monday",
        "last week",
        "Jan. 31",
        "29 February",
        "in 0000",
        "31/31",
        "2024-02-30",
        "since",
        "between",
        "two years ago",
        "the night before",
        "night of",
        "10000 days ago",
        "next weekend",
        ",",
        ".",
        "\n\n",
        "- ",
        "[",
        "(",
        "12:99",
        "last winter",
        "the 31st",
        "Thanksgiving",
        "overnight",
        "early",
        "late May",
        "1999-2000",
        "that day",
        "said",
        "killed",
    ]
)


@given(
    st.lists(_PIECES, max_size=14), st.sampled_from([date.min, date(1, 3, 1), date(2024, 2, 29), date.max, None])
)
@settings(max_examples=200, deadline=None)
def test_never_breaks_on_phrases_of_time(pieces: list[str], published: date | None) -> None:
    page = lay_out(Document("doc", " ".join(pieces) + " x", published=published))
    for sentence in page.sentences:
        event_date(page, Finding("killed", sentence.span, sentence, "case"))


@pytest.mark.parametrize("year", [1, 622, 1582, 1583, 4099, 9999])
def test_feasts_of_any_year_are_bounded(year: int) -> None:
    for name in feasts.NAMES:
        found = feasts.feast(name, date(year, 12, 31))
        assert found is None or found.first <= date(year, 12, 31)
