"""The filters beside a list: kept while the browser tab is open, so that one comes back to the same list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from factcheck.dashboard import words


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of one page, drawn one by one; every widget key begins with the page's name."""

    page: str
    defaults: Mapping[str, Any]

    def text(self, label: str, hint: str) -> str:
        """What was typed into the search field."""
        key = self._key("text")
        typed = st.text_input(label, key=key, placeholder=hint, on_change=self.restart, persist_state="session")
        return (typed or "").strip()

    def several(
        self, name: str, label: str, offered: Iterable[str], empty: str, *, shown_as: Callable[[str], str] = str
    ) -> tuple[str, ...]:
        """Which of the offered names were chosen; none means all."""
        chosen = st.multiselect(
            label, list(offered), key=self._key(name), placeholder=empty, on_change=self.restart,
            persist_state="session", format_func=shown_as,
        )  # fmt: skip
        return tuple(chosen)

    def kinds(self, offered: Iterable[str]) -> tuple[str, ...]:
        """Which kinds of claims were chosen."""
        return self.several("kind", "Kind", offered, "any kind")

    def dates(self, help: str) -> tuple[date | None, date | None]:
        """The first and last day wanted."""
        first, last = (
            st.date_input(
                label, None, key=self._key(name), format="YYYY-MM-DD", on_change=self.restart,
                persist_state="session", help=help, min_value=date(1900, 1, 1),
            )
            for name, label in (("from", "From"), ("to", "To"))
        )  # fmt: skip
        return first, last

    def page_number(self, found: int, size: int) -> int:
        """The page of the list that is shown, counted from 0; the widget appears when there is more than one."""
        pages = max(1, -(-found // size))
        key = self._key("page")
        if pages == 1:
            return 0
        if st.session_state.get(key, 1) > pages:
            st.session_state[key] = pages
        number = st.pagination(pages, key=key, persist_state="session")
        if st.session_state.get(f"{key}_shown", number) != number:
            _scroll_up(number)
        st.session_state[f"{key}_shown"] = number
        return number - 1

    def clear_button(self, label: str = "Clear filters", *, key: str = "clear") -> None:
        """A button that takes every filter of the page back."""
        st.button(label, key=self._key(key), on_click=self.clear, icon=":material/filter_alt_off:")

    def clear(self) -> None:
        """Every filter of the page is as it was at first."""
        for name, value in self.defaults.items():
            st.session_state[self._key(name)] = value
        self.restart()

    def restart(self) -> None:
        """The list begins at its first page again."""
        st.session_state[self._key("page")] = 1  # set, not dropped: the browser keeps what it is not told

    def _key(self, name: str) -> str:
        return f"{self.page}_{name}"


def _scroll_up(number: int) -> None:
    """The list is read from its top; the number makes every script another one, so that the browser runs it."""
    script = f"/* {number} */ document.querySelector('[data-testid=\"stMain\"]')?.scrollTo(0, 0);"
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def range_line(page: int, size: int, found: int, one: str) -> str:
    """Which part of the list is shown: '21-40 of 1,204 questions'."""
    if found <= size:
        return words.number(found, one)
    return f"{page * size + 1:,}–{min(found, (page + 1) * size):,} of {words.number(found, one)}"
