"""One document: its whole text with every claim highlighted, and the list of claims beside it."""

from __future__ import annotations

from html import escape

import streamlit as st

from factcheck.dashboard import access, quotes, reading, site, style, words
from factcheck.dashboard.filters import Filters, range_line
from factcheck.queries import claims, documents
from factcheck.queries.claims import ClaimRow
from factcheck.queries.documents import LONGEST_SHOWN, DocumentRow

TEXT, READING = "Text and claims", "How it was read"
PAGE_SIZE = 100
"""Claims listed at once: a chronicle has thousands."""


def show() -> None:
    """The document that the address names, or a page that says why it cannot be shown."""
    asked, chosen = st.query_params.get("document", ""), st.query_params.get("claim")
    with access.reading() as session:
        said = claims.claims_of_document(session, asked)
        focus = next((claim for claim in said if claim.id == chosen), None)
        offset = 0 if focus is None else max(0, focus.start // LONGEST_SHOWN * LONGEST_SHOWN)
        found = documents.document(session, asked, offset=offset)
    if found is None:
        _unknown(asked)
        return
    _head(found)
    if found.quotes_only:
        _claims(said, chosen)
        return
    view = st.segmented_control(
        "View", [TEXT, READING], default=TEXT, required=True, key="document_view", label_visibility="collapsed"
    )
    if view == READING:
        reading.show(found.id, found.length)
        return
    text, beside = st.columns([3, 2], gap="large")
    with text:
        _text(found, said, chosen)
    with beside:
        _claims(said, chosen, shown=range(found.offset, found.offset + len(found.text)))


def _unknown(asked: str) -> None:
    style.title("No such document")
    st.warning(
        "The address names no document that is known here. It may have been cut off when it was copied, "
        "or belong to another database."
        if asked
        else "The address names no document. Choose a source and one of its documents."
    )
    site.link("sources", "All sources", icon="arrow_back")


def _head(found: DocumentRow) -> None:
    style.title(found.title or words.shorten(found.doc, 120))
    published = f"published {words.day(found.published)}" if found.published else "publication date unknown"
    facts = [f"<b>{escape(found.source)}</b>", published, f"imported {words.moment(found.retrieved)}"]
    if found.url and quotes.is_web(found.url):
        facts.append(quotes.web_link(found.url, "original page"))
    st.html(f'<div class="fc-dim">{" · ".join(facts)}<br>{escape(found.doc)}</div>')
    if found.remark:
        st.info(words.plain_markdown(words.sentence(found.remark)))


def _text(found: DocumentRow, said: list[ClaimRow], chosen: str | None) -> None:
    if found.length > LONGEST_SHOWN:
        first, last = found.offset + 1, min(found.length, found.offset + LONGEST_SHOWN)
        st.info(f"This text is long: characters {first:,} to {last:,} of {found.length:,} are shown.")
    tips = {claim.id: f"{claim.voice}: {words.figure(claim)} ({words.kind(claim.kind)})" for claim in said}
    st.html(quotes.marked_text(found.text, quotes.marks_of(said, tips, chosen=chosen, offset=found.offset)))
    if chosen:
        _scroll_to(chosen)


def _scroll_to(chosen: str) -> None:
    wanted = "".join(sign for sign in chosen if sign.isalnum())
    st.html(
        f"<script>document.getElementById('claim-{wanted}')?.scrollIntoView({{block: 'center'}});</script>",
        unsafe_allow_javascript=True,
    )


def _claims(said: list[ClaimRow], chosen: str | None, *, shown: range | None = None) -> None:
    """The claims, some at a time; ``shown``: which stretch of the text stands beside them."""
    st.subheader(words.number(len(said), "claim").capitalize() + " in this text", anchor=False)
    if not said:
        st.html(style.dim("No figure or assertion was taken from this text."))
        return
    _turn_to(said, chosen)
    place = st.container(height=640 if shown and len(said) > 6 else "content", border=False)
    page = Filters(_list_of(said), {}).page_number(len(said), PAGE_SIZE)
    if len(said) > PAGE_SIZE:
        st.html(style.dim(range_line(page, PAGE_SIZE, len(said), "claim")))
    with place:
        for claim in said[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]:
            _claim(claim, shown, chosen=claim.id == chosen)


def _turn_to(said: list[ClaimRow], chosen: str | None) -> None:
    """The list opens at the claim that was asked for, once: whoever turns its pages then is not turned back."""
    key = f"{_list_of(said)}_chosen"
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen
        at = next((number for number, claim in enumerate(said) if claim.id == chosen), 0)
        st.session_state[f"{_list_of(said)}_page"] = at // PAGE_SIZE + 1


def _list_of(said: list[ClaimRow]) -> str:
    return f"document_{said[0].document}"


def _claim(claim: ClaimRow, shown: range | None, *, chosen: bool) -> None:
    when = words.days(claim.event_start, claim.event_end) if claim.event_start else "day not stated"
    facts = " · ".join(fact for fact in (claim.place, when, words.sureness(claim.rule, claim.confidence)) if fact)
    about = words.about(claim)
    with st.container(border=True, gap="xxsmall", key=f"claim_{claim.id}"):
        st.html(
            style.row(
                style.chip(words.kind(claim.kind)),
                f'<span class="fc-figure">{escape(words.shorten(words.figure(claim), 80))}</span>',
                *([f"<span>{escape(about)}</span>"] if about else []),
                *([style.chip("the one you came from", "open")] if chosen else []),
            )
            + f'<div class="fc-claim"><b>{escape(claim.voice)}</b> {escape(words.stance(claim))}: '
            f"<q>{escape(words.shorten(claim.quote, 260))}</q></div>" + style.dim(facts)
        )
        if shown and claim.start not in shown:
            site.link("document", "show in the text", document=claim.document, claim=claim.id)
        elif shown:
            st.html(f'<a class="fc-jump" href="#claim-{escape(claim.id, quote=True)}">show in the text</a>')
