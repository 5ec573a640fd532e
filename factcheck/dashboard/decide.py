"""Marking a conflict: the form, its confirmation, and everything that was decided before."""

from __future__ import annotations

import json
from html import escape
from urllib.parse import quote, unquote

import streamlit as st

from factcheck.dashboard import access, style, words
from factcheck.queries import conflicts
from factcheck.queries.conflicts import DecisionRow, Pair

CHOICES = {
    "real": "Real conflict",
    "not_a_conflict": "Not a conflict",
    "resolved": "Resolved",
    "open": "Back to open",
}
_COOKIE = "factcheck_name"
_FLASH = "decision_stored"
WHO = "decided_by"


def form(pair: Pair) -> None:
    """The form by which a person says what the conflict is; what is stored is stored at once.

    What somebody else decided after the page was drawn is shown first: nobody's word is replaced unseen.
    """
    with access.reading() as session:
        every = conflicts.pair_ids(session, pair.question)
        last = conflicts.last_decision(session)
        fresh = conflicts.decisions_since(
            session, pair.question, st.session_state.get(f"seen_{pair.question}", last)
        )
    st.subheader("Your decision", anchor=False)
    recall_name()
    with st.form(f"decision_{pair.id}", border=True):
        status = st.radio(
            "This is", list(CHOICES), index=None, format_func=CHOICES.__getitem__, key=f"as_{pair.id}"
        )
        note = st.text_area(
            "Note", placeholder="Why? (optional)", key=f"note_{pair.id}", height=90, max_chars=4000
        )
        by = name_field()
        everywhere = len(every) > 1 and st.checkbox(
            f"Store it for all {len(every)} pairs of this question", key=f"all_{pair.id}"
        )
        if st.form_submit_button("Store decision", type="primary"):
            wanted = every if everywhere else [pair.id]
            if unseen := [decision for decision in fresh if decision.conflict in wanted]:
                st.error(_meanwhile(unseen[0]))
            else:
                _store(wanted, status, by, note)
    st.session_state[f"seen_{pair.question}"] = last


def _meanwhile(newest: DecisionRow) -> str:
    return (
        f"Nothing was stored: {words.plain_markdown(newest.by)} decided “{words.STATES[newest.status]}” "
        "while this page was open. Store again if your decision stands."
    )


def recall_name() -> None:
    """The name field begins with the name that this browser's user gave before."""
    if WHO not in st.session_state:
        st.session_state[WHO] = _remembered()


def name_field() -> str:
    """Who decides, in a field that keeps its name from page to page."""
    return st.text_input("Your name", key=WHO, max_chars=200, persist_state="session").strip()


def confirmation() -> None:
    """Says once what was stored a moment ago."""
    told = st.session_state.pop(_FLASH, None)
    if told:
        st.success(told, icon=":material/check:")
        remember_name()


def history(pair: Pair) -> None:
    """Everything that people decided of this conflict, the newest first."""
    with access.reading() as session:
        known = conflicts.decisions(session, pair.id)
    st.subheader("Decisions so far", anchor=False)
    if not known:
        st.html(style.dim("Nobody has decided on this conflict yet."))
    for decision in known:
        note = f'<div class="fc-claim">{escape(decision.note)}</div>' if decision.note else ""
        line = f'<span class="fc-dim">{escape(decision.by)}, {words.moment(decision.at)}</span>'
        st.html(style.row(style.state(decision.status), line) + note)


def _store(ids: list[str], status: str | None, by: str, note: str) -> None:
    if status is None or not by.strip():
        missing = [name for name, given in (("what this is", status), ("your name", by.strip())) if not given]
        st.error(f"Nothing was stored: say {' and '.join(missing)}.")
        return
    store = access.store()
    for conflict_id in ids:
        store.decide("conflict", conflict_id, status, by=by.strip(), note=note.strip() or None)
    many = f" for {len(ids)} pairs" if len(ids) > 1 else ""
    st.session_state[_FLASH] = f"Stored{many}: {CHOICES[status].lower()}, decided by {words.plain_markdown(by)}."
    st.rerun()


def _remembered() -> str:
    name = st.context.cookies.get(_COOKIE)
    return unquote(name)[:200] if isinstance(name, str) else ""


def remember_name() -> None:
    """The browser sends the name along until it is closed, so that a reload does not ask for it again."""
    name = st.session_state.get(WHO, "")
    value = json.dumps(f"{_COOKIE}={quote(name, safe='')}; path=/; SameSite=Strict")
    st.html(f"<script>document.cookie = {value};</script>", unsafe_allow_javascript=True)
