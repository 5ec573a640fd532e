"""The discrepancy report: a preview, and the same file that `factcheck report` writes."""

from __future__ import annotations

import streamlit as st

from factcheck import pipeline
from factcheck.dashboard import access, site, style, words
from factcheck.queries import disputes
from factcheck.queries.conflicts import STATES
from factcheck.reports import COLUMNS
from factcheck.reports.csv import cell, to_csv

PREVIEWED = 100
"""Rows of the report shown on the page; the download has them all."""


def show() -> None:
    """What the report will say, and a button to take it along."""
    style.title("Report", "The conflicts written out for people outside: one row for each pair of positions.")
    states = st.pills(
        "State", list(STATES), selection_mode="multi", key="report_state", persist_state="session",
        format_func=lambda name: words.STATES[name].capitalize(), label_visibility="collapsed",
    )  # fmt: skip
    chosen = tuple(states or ())
    with access.reading() as session:
        ids = disputes.report_ids(session, chosen)
    if not ids:
        _nothing(chosen)
        return
    _download(ids, chosen)
    _preview(pipeline.report_rows(access.store(), ids[:PREVIEWED]), len(ids))


def _download(ids: list[str], chosen: tuple[str, ...]) -> None:
    told = (
        f"Only: {', '.join(words.STATES[name] for name in chosen)}."
        if chosen
        else "Everything that is found now, and what people called real; no possible conflicts."
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<b>{words.number(len(ids), 'row')}</b> {style.dim(told)}", width="content")
        st.space("stretch")
        st.download_button(
            "Download as CSV", lambda: _csv(ids if chosen else None), "discrepancies.csv", "text/csv",
            key="report_csv", icon=":material/download:", type="primary", on_click="ignore",
        )  # fmt: skip


def _csv(ids: list[str] | None) -> bytes:
    return to_csv(pipeline.report_rows(access.store(), ids))


def _preview(rows: list[dict[str, object]], found: int) -> None:
    import pandas as pd  # here, so that the first page of a fresh dashboard need not wait for it

    table = pd.DataFrame([[cell(row.get(column)) for column in COLUMNS] for row in rows], columns=list(COLUMNS))
    order = [*COLUMNS[1:], COLUMNS[0]]  # people read from the left, and an id tells them nothing
    st.dataframe(
        table,
        hide_index=True,
        column_order=order,
        key="report_preview",
        height=min(640, 38 + 35 * len(rows)),
        row_height=35,
    )
    if found > len(rows):
        st.html(style.dim(f"The first {len(rows)} of {found:,} rows are shown; the download has them all."))


def _nothing(chosen: tuple[str, ...]) -> None:
    with st.container(border=True):
        if chosen:
            st.markdown("**No conflict is in this state.** Choose another one, or none to see the whole report.")
            return
        st.markdown("**There is nothing to report yet.** Conflicts appear when reports have been imported.")
        site.link("sources", "Import reports", icon="upload")
