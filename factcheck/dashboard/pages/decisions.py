"""Everything that people decided, the newest first, and where decisions contradict each other."""

from __future__ import annotations

from html import escape

import streamlit as st

from factcheck.dashboard import access, again, decide, site, style, words
from factcheck.dashboard.filters import Filters, range_line
from factcheck.queries import claims, conflicts, links, questions, runs
from factcheck.queries.claims import ClaimRow
from factcheck.queries.conflicts import Pair
from factcheck.queries.links import AnyDecision
from factcheck.queries.questions import QuestionRow

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
        st.html(
            style.dim(
                "Nobody has decided anything yet. Decisions are made on the page of a conflict or a suggestion."
            )
        )
        site.link("conflicts", "All conflicts", icon="arrow_forward")
        return
    filters = Filters("decisions", {})
    place = st.container(gap="xsmall")
    page = filters.page_number(found, PAGE_SIZE)
    with access.reading() as session:
        shown = links.every_decision(session, limit=PAGE_SIZE, offset=page * PAGE_SIZE)
        pairs = claims.claims_by_id(session, [c for d in shown if d.kind == "link" for c in d.subject.split(":")])
        decided = {d.subject: conflicts.conflict(session, d.subject) for d in shown if d.kind == "conflict"}
        asked = questions.questions_by_id(session, {pair.question for pair in decided.values() if pair})
        labels = {id: _label(pair, asked) for id, pair in decided.items()}
    decide.recall_name()
    with place:
        for number, decision in enumerate(shown):
            with st.container(border=True, gap="xsmall", key=f"decision_{page}_{number}"):
                _decision(decision, pairs, labels)
        st.html(style.dim(range_line(page, PAGE_SIZE, found, "decision")))


def _label(pair: Pair | None, asked: dict[str, QuestionRow]) -> str:
    """The question of a conflict and its sides: 'How many were killed? 58 (the army) against 23 (the rebels)'."""
    if pair is None:
        return "The conflict"
    question = asked.get(pair.question)
    return f"{question.label if question else ''} {words.against(pair.a, pair.b)}".strip()


def _decision(decision: AnyDecision, pairs: dict[str, ClaimRow], labels: dict[str, str]) -> None:
    line = f"{decision.by}, {words.moment(decision.at)}"
    line += "" if decision.newest else " · a later word took its place"
    if decision.kind == "conflict":
        st.html(style.row(style.state(decision.status), f'<span class="fc-dim">{escape(line)}</span>'))
        site.link("conflict", labels[decision.subject], icon="arrow_forward", conflict=decision.subject)
    else:
        a, b = decision.subject.split(":")
        two = " and ".join(_in_short(pairs.get(claim), claim) for claim in (a, b))
        st.html(f"{two}: <b>{_SAID.get(decision.status, decision.status)}</b>" + style.dim(line))
        site.link("why", "The two claims", icon="link", a=a, b=b)
    if decision.note:
        st.html(f'<div class="fc-claim">{escape(decision.note)}</div>')


def _in_short(claim: ClaimRow | None, id: str) -> str:
    return f"claim {id[:8]}" if claim is None else f"{escape(words.figure(claim))} ({escape(claim.voice)})"
