"""The home page: which questions are in dispute, the worst first."""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from factcheck.dashboard import access, site, style, words
from factcheck.dashboard.filters import Filters, range_line
from factcheck.queries import disputes, runs
from factcheck.queries.claims import ClaimRow
from factcheck.queries.conflicts import STATES
from factcheck.queries.disputes import ConflictFilter, ConflictOptions, Dispute

PAGE_SIZE = 20
SIDES_SHOWN = 4
"""Positions named on one line of a question; the rest is counted."""

_ORDERS = ("Worst first", "Newest incident first")
_DEFAULTS: dict[str, Any] = {
    "text": "", "state": ["open"], "kind": [], "type": [], "claimant": [], "place": [], "from": None, "to": None,
    "order": _ORDERS[0],
}  # fmt: skip


def show() -> None:
    """The questions whose conflicting positions fit the filters, a card each."""
    style.title("Conflicts", "Questions to which sources give answers that cannot both be true.")
    with access.reading() as session:
        held = runs.totals(session)
    if not held.documents:
        _nothing_yet()
        return
    filters = Filters("conflicts", _DEFAULTS)
    _asked_for()
    wanted = _filters(filters, _options(access.stamp()))
    with access.reading() as session:
        found, pairs = disputes.count_disputes(session, wanted)
        states = disputes.count_states(session, wanted)
    if held.conflicts or any(states.values()):
        _counts(words.disputed(found, pairs, possible=wanted.states == ("possible",)), states)
    if not found:
        _nothing_fits(filters, held, states["possible"])
        return
    _list(filters, wanted, found)


def _asked_for() -> None:
    """The state that the address names is chosen, once: whoever comes from the suggestions sees possible ones."""
    state = st.query_params.get("state")
    if state in STATES:
        st.session_state["conflicts_state"] = [state]
        del st.query_params["state"]


@st.cache_data(show_spinner=False, max_entries=4)
def _options(stamp: access.Stamp) -> ConflictOptions:
    with access.reading() as session:
        return disputes.conflict_options(session)


def _filters(filters: Filters, offered: ConflictOptions) -> ConflictFilter:
    st.session_state.setdefault("conflicts_state", _DEFAULTS["state"])  # a default beside it would be one too many
    states = st.pills(
        "State", list(STATES), selection_mode="multi", key="conflicts_state",
        format_func=lambda name: words.STATES[name].capitalize(), persist_state="session",
        label_visibility="collapsed", on_change=filters.restart,
    )  # fmt: skip
    with st.sidebar:
        st.subheader("Filters", anchor=False)
        text = filters.text("Search", "word, place, name …")
        places = filters.several("place", "Place", offered.places, "anywhere")
        first, last = filters.dates("Days of the incident")
        kinds = filters.kinds(offered.kinds)
        types = filters.several("type", "What differs", offered.types, "anything", shown_as=words.conflict_type)
        claimants = filters.several("claimant", "Claimant", offered.claimants, "anybody")
        order = st.selectbox("Order", _ORDERS, key="conflicts_order", persist_state="session")
        filters.clear_button()
    return ConflictFilter(
        states=tuple(states or ()), kinds=kinds, types=types, claimants=claimants, places=places, first=first,
        last=last, text=text, newest_first=order == _ORDERS[1],
    )  # fmt: skip


def _counts(told: str, states: dict[str, int]) -> None:
    every = [style.state(name, n) for name, n in states.items() if n]
    label = ["", '<span class="fc-dim">all pairs by state:</span>'] if every else []
    st.html(style.row(f"<b>{told}</b>", *label, *every))


def _list(filters: Filters, wanted: ConflictFilter, found: int) -> None:
    place = st.container()
    page = filters.page_number(found, PAGE_SIZE)
    with access.reading() as session:
        shown = disputes.dispute_page(session, wanted, limit=PAGE_SIZE, offset=page * PAGE_SIZE)
    with place:
        for dispute in shown:
            _card(dispute)
        st.html(style.dim(range_line(page, PAGE_SIZE, found, "question")))


def _card(dispute: Dispute) -> None:
    question = dispute.question
    when = words.where_and_when(question.place, question.incident_start, question.incident_end)
    alone = dispute.pairs_found == 1
    chips = [style.state(name, None if alone else n) for name, n in dispute.states.items() if n]
    with st.container(border=True, key=f"question_{question.id}", gap="xsmall"):
        st.html(
            style.row(
                style.chip(words.kind(question.kind)),
                *_types(dispute),
                f'<span class="fc-dim">{escape(when)}</span>',
                "",
                style.severity(dispute.severity),
                *chips,
            )
        )
        site.link("conflict", question.label, conflict=dispute.pairs[0].id)
        st.html(_strip(dispute))
        many = words.in_pairs(dispute.pairs_found, possible=dispute.states["possible"] == dispute.pairs_found)
        st.html(style.dim(f"{many} · {words.shorten(dispute.pairs[0].reason, 220)}"))


def _types(dispute: Dispute) -> list[str]:
    """What its pairs are about beside the question itself."""
    named = dict.fromkeys(pair.type for pair in dispute.pairs if pair.type not in words.PLAIN_TYPES)
    return [style.chip(words.conflict_type(name)) for name in named]


def _strip(dispute: Dispute) -> str:
    """The rival positions in one line, those of the worst pairs, the highest figure first."""
    carried: dict[str, tuple[ClaimRow, int]] = {}
    for pair in dispute.pairs:
        carried.setdefault(pair.a.id, (pair.a, pair.carriers_a))
        carried.setdefault(pair.b.id, (pair.b, pair.carriers_b))
    sides = sorted(list(carried.values())[:SIDES_SHOWN], key=lambda side: -(side[0].low or side[0].high or 0))
    more = len(carried) - len(sides)
    shown = [_side(claim, carriers) for claim, carriers in sides]
    if more > 0:
        shown.append(f'<span class="fc-dim">and {words.number(more, "more position")}</span>')
    return f'<div class="fc-strip">{"".join(shown)}</div>'


def _side(claim: ClaimRow, carriers: int) -> str:
    figure = escape(words.shorten(words.figure(claim), 90))
    times = f' <span class="fc-dim">{words.number(carriers, "document")}</span>' if carriers > 1 else ""
    if claim.quantity is None or not claim.quantity.stated:
        return f"<span><b>{escape(claim.voice)}</b> {figure}{times}</span>"
    return f'<span><span class="fc-figure">{figure}</span>{escape(claim.voice)}{times}</span>'


def _nothing_yet() -> None:
    with st.container(border=True):
        st.markdown(
            "**There is nothing here yet.** Import reports, and what they disagree about appears on this page."
        )
        site.link("sources", "Import reports", icon="upload")
        st.html(style.dim("Or, in a terminal: factcheck import FOLDER. For a look around: factcheck demo."))


def _nothing_fits(filters: Filters, held: runs.Totals, possible: int) -> None:
    with st.container(border=True):
        if not held.conflicts:
            more = (
                f" for sure; {words.in_pairs(possible, possible=True)}: see “Possible” above" if possible else ""
            )
            st.markdown(
                f"**No conflicts.** {words.number(held.claims, 'claim')} in "
                f"{words.number(held.documents, 'document')} were compared and none of them rule each other out"
                f"{more}."
            )
            site.link("claims", "See the claims", icon="format_quote")
            site.link("sources", "Import more reports", icon="upload")
            return
        st.markdown("**No conflict fits these filters.**")
        filters.clear_button(key="clear_empty")
