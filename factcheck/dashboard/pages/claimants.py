"""Who asserts something, under which names; and the place to say that two names are one claimant."""

from __future__ import annotations

import csv
import io
from html import escape

import streamlit as st

from factcheck.dashboard import access, again, decide, site, style, words
from factcheck.dashboard.filters import Filters, range_line
from factcheck.errors import StoreError
from factcheck.language import namesakes
from factcheck.language.namesakes import Suggestion
from factcheck.queries import claimants, runs
from factcheck.queries.claimants import AliasRow, ClaimantRow
from factcheck.reports.csv import cell

PAGE_SIZE = 25
SUGGESTED = 6
SAID_SHOWN = 50
_FLASH = "names_told"


def show() -> None:
    """What may be one claimant, then every claimant with its names, then what was said of names before."""
    style.title("Claimants", "Who asserts something. Different names of one claimant can be put together here.")
    with access.reading() as session:
        everybody = claimants.claimants(session)
        said = claimants.aliases(session)
        fresh = runs.names_since_comparison(session)
    _told()
    if not everybody:
        st.html(style.dim("There are no claimants yet. They appear here when reports have been imported."))
        site.link("sources", "Import reports", icon="upload")
        return
    again.offer(fresh, "decision on names")
    decide.recall_name()
    by = decide.name_field()
    _suggestions(everybody, said, by)
    _list(everybody, said, by)
    _said(said, by)


def _told() -> None:
    told = st.session_state.pop(_FLASH, None)
    if told:
        st.success(words.plain_markdown(told), icon=":material/check:")
        decide.remember_name()


def _suggestions(everybody: list[ClaimantRow], said: list[AliasRow], by: str) -> None:
    counts = {row.name: row.claims for row in everybody}
    pairs = {
        status: tuple((a.alias, a.name) for a in said if a.status == status) for status in ("same", "different")
    }
    found = _suggested(counts, pairs["same"], pairs["different"])
    if not found:
        return
    st.subheader("Perhaps one claimant", anchor=False)
    for one in found[:SUGGESTED]:
        with st.container(
            border=True, horizontal=True, vertical_alignment="center", key=f"suggestion_{one.alias}_{one.name}"
        ):
            two = " and ".join(
                f"<b>{escape(name)}</b> ({words.number(counts[name], 'claim')})" for name in (one.alias, one.name)
            )
            st.html(two + style.dim(words.sentence(one.reason)))
            st.space("stretch")
            if st.button("Same", key=f"same_{one.alias}_{one.name}", help="Put the first under the second"):
                _decide(one.alias, one.name, "same", by)
            if st.button("Different", key=f"different_{one.alias}_{one.name}", help="Do not propose it again"):
                _decide(one.alias, one.name, "different", by)
    if len(found) > SUGGESTED:
        st.html(style.dim(f"and {len(found) - SUGGESTED:,} more, when these are decided"))


@st.cache_data(show_spinner=False, max_entries=8)
def _suggested(
    counts: dict[str, int], merged: tuple[tuple[str, str], ...], apart: tuple[tuple[str, str], ...]
) -> list[Suggestion]:
    return namesakes.suggestions(counts, merged, apart)


def _list(everybody: list[ClaimantRow], said: list[AliasRow], by: str) -> None:
    st.subheader("All claimants", anchor=False)
    filters = Filters("claimants", {"text": ""})
    wanted = filters.text("Search", "a name, or part of one").casefold().split()
    fitting = [row for row in everybody if all(row.has(word) for word in wanted)]
    if not fitting:
        st.html(style.dim("No claimant has such a name."))
        filters.clear_button(key="clear_empty")
        return
    place = st.container(gap="xsmall")
    page = filters.page_number(len(fitting), PAGE_SIZE)
    with place:
        for row in fitting[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]:
            _claimant(row, everybody, said, by)
        st.html(style.dim(range_line(page, PAGE_SIZE, len(fitting), "claimant")))


def _claimant(row: ClaimantRow, everybody: list[ClaimantRow], said: list[AliasRow], by: str) -> None:
    more = f" · {words.number(len(row.others), 'other name')}" if row.others else ""
    label = f"**{words.plain_markdown(row.name)}** · {words.number(row.claims, 'claim')}{more}"
    opened = st.expander(label, key=f"claimant_{row.id}", on_change="rerun")
    if not opened.open:
        return
    with opened:
        names = ", ".join(f"{escape(n.name)} ({n.claims})" for n in row.names)
        st.html(style.dim("in the texts: ") + f"<div>{names}</div>")
        for one in said:
            if one.status == "same" and one.name == row.name:
                with st.container(horizontal=True, vertical_alignment="center", key=f"under_{row.id}_{one.alias}"):
                    st.html(f"<b>{escape(one.alias)}</b>" + style.dim(_by(one)))
                    if st.button("Take apart", key=f"apart_{row.id}_{one.alias}", icon=":material/undo:"):
                        _decide(one.alias, one.name, "open", by)
        others = [other.name for other in everybody if other.id != row.id]
        with st.form(f"merge_{row.id}", border=False):
            into = st.selectbox(
                "Put it under", others, index=None, placeholder="choose the claimant that it is",
                key=f"into_{row.id}",
            )  # fmt: skip
            if st.form_submit_button("Put together"):
                if into is None:
                    st.error("Choose the claimant under which it belongs.")
                else:
                    _decide(row.name, into, "same", by)


def _said(said: list[AliasRow], by: str) -> None:
    if not said:
        return
    st.subheader("What was said of names", anchor=False)
    st.download_button(
        "Download as CSV", _csv(said), "aliases.csv", "text/csv", key="aliases_csv", icon=":material/download:",
        help="In the form of data/lexicons/aliases.csv, for other databases", on_click="ignore",
    )  # fmt: skip
    for one in said[:SAID_SHOWN]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"said_{one.alias}_{one.name}"):
            verb = "is" if one.status == "same" else "is not"
            st.html(f"<b>{escape(one.alias)}</b> {verb} <b>{escape(one.name)}</b>" + style.dim(_by(one)))
            st.space("stretch")
            if st.button("Take back", key=f"back_{one.alias}_{one.name}", icon=":material/undo:"):
                _decide(one.alias, one.name, "open", by)
    if len(said) > SAID_SHOWN:
        st.html(style.dim(f"and {len(said) - SAID_SHOWN:,} more"))


def _by(one: AliasRow) -> str:
    return f"{one.by}, {words.moment(one.at)}"


def _csv(said: list[AliasRow]) -> bytes:
    """The names that are one, in the form of the word list that extraction reads."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("alias", "name", "since"))
    table.writerows((cell(one.alias), cell(one.name), "") for one in said if one.status == "same")
    return out.getvalue().encode()


def _decide(alias: str, name: str, status: str, by: str) -> None:
    if not by:
        st.error("Nothing was stored: say your name at the top first.")
        return
    try:
        moved = access.store().decide_names(alias, name, status, by=by)
    except StoreError as error:
        st.error(words.plain_markdown(words.sentence(str(error))))
        return
    told = {
        "same": f"{alias} stands under {name} now: {words.number(moved, 'claim')} moved.",
        "different": f"{alias} and {name} are two claimants; they are not proposed again.",
        "open": f"Taken back: {alias} stands as the texts have it; {words.number(moved, 'claim')} moved.",
    }
    st.session_state[_FLASH] = told[status]
    st.rerun()
