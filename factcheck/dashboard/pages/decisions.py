"""Everything that people decided, the newest first, and where decisions contradict each other."""

from __future__ import annotations

from html import escape

import streamlit as st

from factcheck.dashboard import access, again, decide, site, style, words
from factcheck.dashboard.filters import Filters, range_line
from factcheck.queries import claims, links, runs
from factcheck.queries.claims import ClaimRow
from factcheck.queries.links import AnyDecision

PAGE_SIZE = 25
_SAID = {"same": "the same", "different": "different", "open": "taken back"}


def show() -> None:
    """The alarms of the last comparison, then the decisions on conflicts and on pairs of claims."""
    style.title(
        "Decisions", "What people decided on conflicts and links. Nothing is deleted; the newest word counts."
    )
    with access.reading() as session:
        found = links.count_decisions(session)
        fresh = links.links_since_comparison(session)
        alarms = runs.alarms(session)
    again.offer(fresh, "decision on links")
    for alarm in alarms:
        st.warning(words.plain_markdown(alarm), icon=":material/warning:")
    if not found:
        st.html(style.dim("Nobody has decided anything yet. Decisions are made on the page of a conflict."))
        return
    filters = Filters("decisions", {})
    place = st.container(gap="xsmall")
    page = filters.page_number(found, PAGE_SIZE)
    with access.reading() as session:
        shown = links.every_decision(session, limit=PAGE_SIZE, offset=page * PAGE_SIZE)
        pairs = claims.claims_by_id(session, [c for d in shown if d.kind == "link" for c in d.subject.split(":")])
    decide.recall_name()
    with place:
        for number, decision in enumerate(shown):
            with st.container(border=True, gap="xsmall", key=f"decision_{page}_{number}"):
                _decision(decision, pairs)
        st.html(style.dim(range_line(page, PAGE_SIZE, found, "decision")))


def _decision(decision: AnyDecision, pairs: dict[str, ClaimRow]) -> None:
    line = f"{decision.by}, {words.moment(decision.at)}"
    line += "" if decision.newest else " · a later word took its place"
    if decision.kind == "conflict":
        st.html(style.row(style.state(decision.status), f'<span class="fc-dim">{escape(line)}</span>'))
        site.link("conflict", "The conflict", icon="arrow_forward", conflict=decision.subject)
    else:
        a, b = decision.subject.split(":")
        two = " and ".join(_in_short(pairs.get(claim), claim) for claim in (a, b))
        st.html(f"{two}: <b>{_SAID.get(decision.status, decision.status)}</b>" + style.dim(line))
        site.link("why", "The two claims", icon="link", a=a, b=b)
    if decision.note:
        st.html(f'<div class="fc-claim">{escape(decision.note)}</div>')


def _in_short(claim: ClaimRow | None, id: str) -> str:
    return f"claim {id[:8]}" if claim is None else f"{escape(words.figure(claim))} ({escape(claim.voice)})"
