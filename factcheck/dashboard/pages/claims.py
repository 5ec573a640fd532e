"""All claims, filtered and paged, with a way to take them along as CSV."""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from factcheck.dashboard import access, quotes, site, style, words
from factcheck.dashboard.filters import Filters, range_line
from factcheck.queries import claims, passages
from factcheck.queries.claims import ClaimFilter, ClaimRow, Options
from factcheck.queries.passages import Passage
from factcheck.reports.csv import cell
from factcheck.values import is_learnt

PAGE_SIZE = 25
_DEFAULTS: dict[str, Any] = {
    "text": "", "kind": [], "claimant": [], "source": [], "place": [], "from": None, "to": None,
}  # fmt: skip


def show() -> None:
    """The claims that fit the filters, each with its quote and the way to its document."""
    style.title("Claims", "Every figure and assertion taken from the reports, with the words it was taken from.")
    filters = Filters("claims", _DEFAULTS)
    offered = _options(access.stamp())
    if not offered.kinds:
        with st.container(border=True):
            st.markdown("**There are no claims yet.** They appear here when reports have been imported.")
            site.link("sources", "Import reports", icon="upload")
        return
    wanted = _filters(filters, offered)
    with access.reading() as session:
        found = claims.count_claims(session, wanted)
    if not found:
        with st.container(border=True):
            st.markdown("**No claim fits these filters.**")
            filters.clear_button(key="clear_empty")
        return
    _download(wanted, found)
    _list(filters, wanted, found)


@st.cache_data(show_spinner=False, max_entries=4)
def _options(stamp: access.Stamp) -> Options:
    with access.reading() as session:
        return claims.claim_options(session)


def _filters(filters: Filters, offered: Options) -> ClaimFilter:
    with st.sidebar:
        st.subheader("Filters", anchor=False)
        text = filters.text("Search", "word, place, name …")
        kinds = filters.kinds(offered.kinds)
        claimants = filters.several("claimant", "Claimant or own voice", offered.claimants, "anybody")
        sources = filters.several("source", "Source", offered.sources, "any source")
        places = filters.several("place", "Place", offered.places, "anywhere")
        first, last = filters.dates("Day of what is claimed; where the text gives none, of publication")
        filters.clear_button()
    return ClaimFilter(
        kinds=kinds, claimants=claimants, sources=sources, places=places, first=first, last=last, text=text
    )


def _download(wanted: ClaimFilter, found: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<b>{words.number(found, 'claim')}</b>", width="content")
        st.space("stretch")
        st.download_button(
            "Download as CSV", lambda: _csv(wanted), "claims.csv", "text/csv", key="claims_csv",
            icon=":material/download:", on_click="ignore",
        )  # fmt: skip


def _csv(wanted: ClaimFilter) -> bytes:
    with access.reading() as session:
        table = claims.claims_table(session, wanted)
    text: str = table.map(cell).to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def _list(filters: Filters, wanted: ClaimFilter, found: int) -> None:
    place = st.container(gap="xsmall")
    page = filters.page_number(found, PAGE_SIZE)
    with access.reading() as session:
        rows = claims.claim_page(session, wanted, limit=PAGE_SIZE, offset=page * PAGE_SIZE)
        around = passages.passages(session, [claim.id for claim in rows])
    with place:
        for claim in rows:
            _row(claim, around[claim.id])
        st.html(style.dim(range_line(page, PAGE_SIZE, found, "claim")))


def _row(claim: ClaimRow, around: Passage) -> None:
    when = words.days(claim.event_start, claim.event_end) if claim.event_start else "day not stated"
    facts = [claim.place, when, f"{claim.source}, {words.day(claim.published)}"]
    own = "" if claim.claimant else ' <span class="fc-dim">own voice</span>'
    if is_learnt(claim.rule or ""):
        facts.append(words.sureness(claim.rule, claim.confidence))
    about = words.about(claim)
    with st.container(border=True, gap="xxsmall", key=f"claim_{claim.id}"):
        st.html(
            style.row(
                style.chip(words.kind(claim.kind)),
                f'<span class="fc-figure">{escape(words.shorten(words.figure(claim), 90))}</span>',
                *([f"<span>{escape(words.shorten(about, 80))}</span>"] if about else []),
                *([style.chip("part of a total")] if claim.part_of else []),
                "",
                f"<span><b>{escape(claim.voice)}</b> {escape(words.stance(claim))}{own}</span>",
            )
        )
        st.html(f'<div class="fc-claim">{quotes.snippet_html(around)}</div>')
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(style.dim(" · ".join(fact for fact in facts if fact)), width="content")
            site.link("document", "in its document", icon="article", document=claim.document, claim=claim.id)
