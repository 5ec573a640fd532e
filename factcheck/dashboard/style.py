"""The one look of all pages: a style sheet and the few pieces of HTML that Streamlit has no widget for."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from factcheck.dashboard import words

SIDE_A, SIDE_B, OTHERS = "#1d5b96", "#a8480f", "#5d6b78"
"""Colours of a conflict's two sides and of everyone else; each has a contrast of more than 4.5 on white."""

_SHEET = Path(__file__).with_name("style.css")


def apply() -> None:
    """The page looks like the others."""
    st.html(_SHEET)


def title(text: str, lead: str = "") -> None:
    """The page's heading and, under it, one line on what it shows."""
    st.title(words.plain_markdown(text), anchor=False)
    if lead:
        st.html(f'<div class="fc-lead">{escape(lead)}</div>')


def chip(text: str, css: str = "") -> str:
    """A small label."""
    return f'<span class="fc-chip {css}">{escape(text)}</span>'


def state(name: str, count: int | None = None) -> str:
    """A conflict's state as a label, with a count where several share it."""
    return chip(f"{count} {words.STATES[name]}" if count is not None else words.STATES[name], name)


def severity(value: float) -> str:
    """How bad, as a bar from 0 to 100."""
    percent = round(max(0.0, min(1.0, value)) * 100)
    return (
        f'<span class="fc-meter" title="Severity: how far apart the two are, 0 to 100">severity {percent}'
        f'<i><b style="width:{percent}%"></b></i></span>'
    )


def dim(text: str) -> str:
    """Text that stands back."""
    return f'<div class="fc-dim">{escape(text)}</div>'


def row(*pieces: str) -> str:
    """Pieces of HTML in a line that wraps; an empty piece pushes what follows to the right."""
    return '<div class="fc-row">' + "".join(p or '<span class="fc-push"></span>' for p in pieces) + "</div>"
