"""Why two claims stand under one question, or do not: in words and numbers; and the place to say otherwise."""

from __future__ import annotations

from html import escape

import streamlit as st

from factcheck import pipeline
from factcheck.dashboard import access, again, decide, quotes, site, style, words
from factcheck.dashboard.access import Stamp
from factcheck.pipeline import Why
from factcheck.pipeline.reasons import spoken
from factcheck.queries import claims, links, passages
from factcheck.queries.claims import ClaimRow
from factcheck.queries.passages import Passage

_FLASH = "link_told"


def show() -> None:
    """The two claims that the address names, side by side, what speaks for and against, and the decision."""
    with access.reading() as session:
        named = [st.query_params.get(side, "") for side in "ab"]
        found = claims.claims_by_id(session, named)
        fresh = links.links_since_comparison(session)
        shown = passages.passages(session, found)
    if len(found) < 2:
        style.title("No such claims")
        st.warning("The address does not name two claims that are known here. Come here from a conflict.")
        site.link("conflicts", "All conflicts", icon="arrow_back")
        return
    a, b = (found[claim] for claim in named)
    site.address(a=a.id, b=b.id)
    style.title(
        "Do these two count the same?", "Why they were linked, or were not; what you decide holds in every run."
    )
    told = st.session_state.pop(_FLASH, None)
    if told:
        st.success(told, icon=":material/check:")
        decide.remember_name()
    again.offer(fresh, "decision on links")
    for column, claim in zip(st.columns(2, gap="medium"), (a, b), strict=True):
        with column, st.container(border=True, height="stretch", key=f"claim_{claim.id}"):
            _claim(claim, shown.get(claim.id))
    why = _why(access.stamp(), a.id, b.id)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _reasons(why)
    with right:
        _form(a, b, why)


@st.cache_data(show_spinner="Reading all claims", max_entries=32)
def _why(stamp: Stamp, a: str, b: str) -> Why:
    return pipeline.why(access.store(), a, b)


def _claim(claim: ClaimRow, passage: Passage | None) -> None:
    st.html(
        f'<div class="fc-who">{escape(claim.voice)}</div>'
        f'<div class="fc-figure">{escape(words.figure(claim))}</div>'
        f"<div>{escape(words.counted(claim))}</div>"
    )
    if passage is not None:
        st.html(quotes.passage_html(passage))
    st.html(style.dim(f"{claim.source}, {words.day(claim.published)} · claim {claim.id[:8]}"))
    title = words.shorten(claim.title or claim.doc, 90)
    site.link("document", title, icon="article", document=claim.document, claim=claim.id)


def _reasons(why: Why) -> None:
    st.subheader("What speaks for and against", anchor=False)
    st.markdown(words.plain_markdown(why.sentence()))
    rows = [
        {"reason": words.sentence(reason.text), "weight": "" if reason.value is None else f"{reason.value:+.2f}"}
        for reason in why.score.reasons
    ]
    st.table(rows)
    st.html(
        style.dim(
            "Weights are log-odds: what is above 0 speaks for one incident or one question, what is below against."
            f" They are {why.weights}."
        )
    )


def _form(a: ClaimRow, b: ClaimRow, why: Why) -> None:
    st.subheader("Your decision", anchor=False)
    if why.decided:
        st.markdown(words.plain_markdown(f"{why.by} decided that they are {spoken(why.decided)}."))
    decide.recall_name()
    by = decide.name_field()
    note = st.text_input("Note", placeholder="Why? (optional)", key="link_note", max_chars=1000)
    pressed = None
    with st.container(horizontal=True, key="link_buttons"):
        for status, label in (("same", "These count the same"), ("different", "These are different")):
            if st.button(label, key=f"link_{status}", disabled=why.decided == status):
                pressed = status
        if why.decided and st.button("Take it back", key="link_open", icon=":material/undo:"):
            pressed = "open"
    said, seen = (why.decided, why.by), f"seen_{a.id}_{b.id}"
    if pressed and st.session_state.get(seen, said) != said:
        st.error(
            "Nothing was stored: somebody decided on these two while this page was open. "
            "Press again if your decision stands."
        )
    elif pressed:
        _store(a, b, pressed, by, note)
    st.session_state[seen] = said
    site.link("decisions", "All decisions", icon="list")


def _store(a: ClaimRow, b: ClaimRow, status: str, by: str, note: str) -> None:
    if not by:
        st.error("Nothing was stored: say your name.")
        return
    access.store().decide_link(a.id, b.id, status, by=by, note=note.strip() or None)
    said = {"same": "they count the same", "different": "they are different", "open": "taken back"}[status]
    st.session_state[_FLASH] = f"Stored: {said}. The conflicts follow with the next comparison."
    st.rerun()
