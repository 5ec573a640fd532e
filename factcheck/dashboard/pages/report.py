"""The discrepancy report: a preview, and the same file that `factcheck report` writes."""

from __future__ import annotations

import streamlit as st

from factcheck.dashboard import style


def show() -> None:
    """The report."""
    style.title("Report")
    st.write("…")
