"""Estimates by policy on the page of a conflict: several named ways to draw figures together, none picked."""

from __future__ import annotations

from html import escape

import streamlit as st

from factcheck import pipeline
from factcheck.comparison.estimates import Estimate, explained
from factcheck.dashboard import access, style
from factcheck.dashboard.access import Stamp


def table(question: str) -> None:
    """The estimates for a question, folded away until they are wanted; nothing when it has no figures."""
    made = _made(access.stamp(), question)
    if not made:
        return
    said = explained()
    with st.expander("Estimates by policy", key="estimates"):
        for one in made:
            st.html(
                f'<div><b>{escape(one.policy)}</b>: <span class="fc-figure">{escape(one.figures())}</span></div>'
                f"<div>{escape(one.note)}</div>" + style.dim(said[one.policy])
            )


@st.cache_data(show_spinner=False, max_entries=64)
def _made(stamp: Stamp, question: str) -> list[Estimate]:
    return pipeline.estimates(access.store(), [question]).get(question, [])
