"""Which pages there are, under which addresses, and links between them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from factcheck.dashboard import access, style, words

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

ICON = str(Path(__file__).with_name("icon.svg"))
"""The sign in the browser's tab: a file of ours, because Streamlit fetches its own icons for it from elsewhere."""

_LOGO = str(Path(__file__).with_name("logo.svg"))
_BEFORE, _NOW = "page_before", "page_now"
_PAGES: dict[str, Page] = {}


def navigation() -> Page:
    """The page that the address asks for; the menu above it lists the others."""
    from factcheck.dashboard.pages import (
        claimants,
        claims,
        conflict,
        conflicts,
        decisions,
        document,
        report,
        sources,
        suggestions,
        why,
    )

    _PAGES.update(
        conflicts=_page(conflicts.show, "Conflicts", "conflicts", default=True),
        suggestions=_page(suggestions.show, "Suggestions", "suggestions"),
        claims=_page(claims.show, "Claims", "claims"),
        claimants=_page(claimants.show, "Claimants", "claimants"),
        sources=_page(sources.show, "Sources", "sources"),
        decisions=_page(decisions.show, "Decisions", "decisions"),
        report=_page(report.show, "Report", "report"),
        why=_page(why.show, "Why linked", "why", hidden=True),
        conflict=_page(conflict.show, "Conflict", "conflict", hidden=True),
        document=_page(document.show, "Document", "document", hidden=True),
    )
    chosen = st.navigation(list(_PAGES.values()), position="top")
    st.set_page_config(page_title=f"{chosen.title} · factcheck")  # a browser's tabs and history tell them apart
    st.logo(_LOGO, icon_image=ICON)
    st.session_state[_BEFORE] = st.session_state.get(_NOW)
    st.session_state[_NOW] = chosen.url_path
    style.apply()
    return chosen


def link(page: str, label: str, *, icon: str | None = None, help: str | None = None, **parameters: str) -> None:
    """A link to a page, with its parameters in the address; the label is shown as it is."""
    st.page_link(
        _PAGES[page],
        label=words.plain_markdown(label),
        icon=icon and f":material/{icon}:",
        help=help,
        query_params=parameters or None,
    )


def address(**parameters: str) -> None:
    """The browser's address line names what is shown: a link from a page to itself does not change it by itself.

    After a link from another page it is right already; setting it again would add a step to the browser's history.
    """
    stayed = st.session_state.get(_BEFORE) == st.session_state.get(_NOW)
    for name, value in parameters.items():
        if stayed and st.session_state.get(f"address_{name}") != value:
            st.query_params[name] = value
        st.session_state[f"address_{name}"] = value


def _page(show: Callable[[], None], title: str, url: str, *, default: bool = False, hidden: bool = False) -> Page:
    return st.Page(
        access.guarded(show),
        title=title,
        url_path=url,
        default=default,
        visibility="hidden" if hidden else "visible",
    )
