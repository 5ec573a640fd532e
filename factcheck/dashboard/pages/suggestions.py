"""Pairs of claims that were nearly linked: an analyst sees both, with what speaks for and against, and decides."""

from __future__ import annotations

from html import escape

import streamlit as st

from factcheck.dashboard import access, again, decide, quotes, site, style, words
from factcheck.dashboard.filters import Filters, range_line
from factcheck.pipeline.reasons import LIKELY, days_apart, level, not_joined
from factcheck.queries import claims, disputes, links, passages, runs, suggestions, weights
from factcheck.queries.claims import ClaimRow
from factcheck.queries.disputes import ConflictFilter
from factcheck.queries.passages import Passage
from factcheck.queries.suggestions import SuggestionRow
from factcheck.values import Reason

PAGE_SIZE = 10
_REMEMBER = "suggestion_told"
_NUMBER = "The number says how alike the two reports are (0 to 1), by the signs below; linking asks for more."
_WITHIN = "No document tells both figures, and nothing says that they count two things."
_SAID = {"same": "they count the same", "different": "they are different"}


def show() -> None:
    """The offer to compare again, then the suggestions of the last comparison, the likeliest first."""
    style.title(
        "Suggestions",
        "Claims that were nearly linked. Say whether they count the same: the next comparison obeys.",
    )
    with access.reading() as session:
        found = suggestions.count_suggestions(session)
        open_ = suggestions.count_suggestions(session, undecided=True)
        fresh = links.links_since_comparison(session), weights.weights_since_comparison(session)
        known = runs.totals(session).claims
        questions, possible = disputes.count_disputes(session, ConflictFilter(states=("possible",)))
    if st.session_state.pop(_REMEMBER, False):
        decide.remember_name()
    again.offer(sum(fresh), "decision on links" if fresh[0] else "change of the weights")
    if possible:
        _possible(questions, possible)
    if not found:
        _nothing(known)
        return
    filters = Filters("suggestions", {})
    decide.recall_name()
    by = decide.name_field()
    place = st.container(gap="small")
    page = filters.page_number(found, PAGE_SIZE)
    with access.reading() as session:
        shown = suggestions.suggestion_page(session, limit=PAGE_SIZE, offset=page * PAGE_SIZE)
        named = [claim for row in shown for claim in (row.a, row.b)]
        told, around = claims.claims_by_id(session, named), passages.passages(session, named)
    with place:
        left = "all decided" if not open_ else "all to decide" if open_ == found else f"{open_:,} to decide"
        st.html(style.dim(f"{range_line(page, PAGE_SIZE, found, 'suggestion')} · {left}"))
        for row in shown:
            with st.container(border=True, key=f"suggested_{row.a}_{row.b}"):
                _suggestion(row, told, around, by)


def _possible(questions: int, pairs: int) -> None:
    """Where to look at the pairs that are not likely enough to be called conflicts."""
    with st.container(horizontal=True, vertical_alignment="center", key="possible_conflicts"):
        told = f"{words.disputed(questions, pairs, possible=True)}: the claims may speak of two things"
        st.html(style.dim(f"{told}, so they are not listed as conflicts. Each says what speaks against it."))
        site.link("conflicts", "Look at them", icon="help", state="possible")


def _nothing(known: int) -> None:
    if known:
        st.html(style.dim("Nothing to ask: the last comparison was sure of every pair of incidents."))
        site.link("conflicts", "The conflicts", icon="arrow_forward")
    else:
        st.html(style.dim("There is nothing to ask yet. Suggestions appear here when reports have been imported."))
        site.link("sources", "Import reports", icon="upload")


def _suggestion(row: SuggestionRow, told: dict[str, ClaimRow], around: dict[str, Passage], by: str) -> None:
    st.html(_likely(row, days_apart(told[row.a], told[row.b])))
    for column, claim in zip(st.columns(2, gap="medium"), (row.a, row.b), strict=True):
        with column:
            _claim(told[claim], around.get(claim))
    if not row.within:
        st.html(_grounds(row))
    with st.container(horizontal=True, vertical_alignment="center", key=f"answer_{row.a}_{row.b}"):
        if row.decided is None:
            for status, label in (("same", "These count the same"), ("different", "These are different")):
                if st.button(label, key=f"{status}_{row.a}_{row.b}"):
                    _store(row, status, by)
        else:
            line = f"{row.by} said: {_SAID[row.decided]}. It counts from the next comparison."
            st.html(f'<span class="fc-said">{escape(line)}</span>')
            if st.button("Take it back", key=f"open_{row.a}_{row.b}", icon=":material/undo:"):
                _store(row, "open", by)
        st.space("stretch")
        site.link("why", "The two in full", icon="link", a=row.a, b=row.b)


def _likely(row: SuggestionRow, apart: int) -> str:
    """'Perhaps one incident (0.44)'; 'Much alike (0.99), 90 days apart' and why they were not joined all the same;
    or 'One incident, perhaps one question'; each with what both count."""
    if row.within:
        sure = f"<span><b>One incident, perhaps one question</b> ({row.score.value:.2f})</span>"
        return style.row(sure, *(style.chip(reason.text) for reason in row.counted)) + style.dim(_WITHIN)
    alike = row.score.value >= LIKELY
    word = "Much alike" if alike else f"{level(row.score.value).capitalize()} one incident"
    far = f", {apart} days apart" if alike and apart else ""
    sure = f"<span><b>{word}</b> ({row.score.value:.2f}){far}</span>"
    line = style.row(sure, *(style.chip(reason.text) for reason in row.counted))
    return line + (style.dim(f"Not joined: {not_joined(apart)}. {_NUMBER}") if alike else "")


def _claim(claim: ClaimRow, passage: Passage | None) -> None:
    when = words.days(claim.event_start, claim.event_end)
    st.html(
        f'<div class="fc-who">{escape(claim.voice)}</div>'
        f'<div><span class="fc-figure">{escape(words.figure(claim))}</span> {escape(words.counted(claim))}</div>'
        + style.dim(f"{claim.place or words.NO_PLACE} · {when}")
    )
    if passage is not None:
        st.html(f'<blockquote class="fc-quote">{quotes.snippet_html(passage)}</blockquote>')
    title = words.shorten(claim.title or claim.doc, 80)
    source = f"{claim.source}, {words.day(claim.published)}"
    site.link("document", f"{source}: {title}", icon="article", document=claim.document, claim=claim.id)


def _grounds(row: SuggestionRow) -> str:
    """What speaks for one incident and what against, each with its sum and its weights in log-odds."""
    sides = [
        ("For", [r for r in row.grounds if (r.value or 0.0) > 0]),
        ("Against", [r for r in row.grounds if (r.value or 0.0) < 0]),
    ]
    return "".join(f"<div>{_told(side, reasons)}</div>" for side, reasons in sides if reasons)


def _told(side: str, reasons: list[Reason]) -> str:
    total = sum(r.value or 0.0 for r in reasons)
    listed = ", ".join(f"{escape(r.text)}&nbsp;{r.value:+.2f}" for r in reasons)
    return f'<span class="fc-dim"><b>{side} ({total:+.2f})</b>: {listed}</span>'


def _store(row: SuggestionRow, status: str, by: str) -> None:
    if not by:
        st.error("Nothing was stored: say your name at the top first.")
        return
    access.store().decide_link(row.a, row.b, status, by=by)
    st.session_state[_REMEMBER] = True
    st.rerun()
