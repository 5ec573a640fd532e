"""One conflict in full: its two sides with their quotes, every position on one axis, and what people decided."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from factcheck.dashboard import access, decide, estimates, positions, quotes, site, style, words
from factcheck.dashboard.positions import ShownPosition
from factcheck.queries import claims, conflicts, disputes, passages, questions
from factcheck.queries.claims import ClaimRow
from factcheck.queries.conflicts import Pair
from factcheck.queries.passages import Passage
from factcheck.queries.questions import QuestionRow

if TYPE_CHECKING:
    from altair import LayerChart
    from sqlalchemy.orm import Session

PAIRS_SHOWN = 6
"""Other conflicting pairs listed openly; the rest folds away."""

MOST_QUOTES = 25
"""Carriers whose quotes are shown for one side; the claims page lists the rest."""


def show() -> None:
    """The conflict that the address names, or a page that says why it cannot be shown."""
    trail = st.container(horizontal=True)
    with trail:
        site.link("conflicts", "All conflicts", icon="arrow_back")
    pair = _asked_for()
    if pair is None:
        return
    with access.reading() as session:
        following = disputes.next_open(session, pair.question)
        question = questions.question(session, pair.question)
        said = claims.claims_of_question(session, pair.question)
        beside = _of_other_questions(session, pair)
        rivals = conflicts.pairs_of_question(session, pair.question)
    assert question is not None
    with trail:
        st.space("stretch")
        _onward(following)
    site.address(conflict=pair.id)
    _head(pair, question)
    decide.confirmation()
    _sides(pair, [*said, *beside])
    others = [rival for rival in rivals if rival.id != pair.id]
    rest = _undisputed(rivals, said)
    elsewhere = [claim for claim in beside if claim.id in (pair.a.id, pair.b.id)]
    gathered = positions.gather([*said, *elsewhere], [pair.a.id, pair.b.id])
    chart = _chart(gathered, pair)
    alone = not (chart or others or rest)
    left, right = st.columns([1, 1] if alone else [5, 3], gap="large")
    with left:
        _axis(chart, gathered, "these two questions" if elsewhere else "this question")
        estimates.table(pair.question)
        _other_pairs(others)
        _other_claims(rest)
    with left if alone else right:
        decide.form(pair)
        if pair.state != "open":  # at hand for whoever has just decided this one
            _onward(following)
        site.link(
            "why", "Why were these two linked? Do they count the same?", icon="link", a=pair.a.id, b=pair.b.id
        )
    with right:
        decide.history(pair)


def _asked_for() -> Pair | None:
    """The conflict named in the address; a merged one leads to the one that took its place."""
    asked, question = st.query_params.get("conflict", ""), st.query_params.get("question", "")
    with access.reading() as session:
        pair = conflicts.conflict(session, asked) if asked else _worst_of(question)
        heir = conflicts.successor(session, pair) if pair and pair.state == "gone" else None
    if heir is not None:
        st.info("The question of this link was merged into another one; this is the same conflict there.")
        return heir
    if pair is None:
        style.title("No such conflict")
        st.warning(
            "The address names no conflict that is known here. It may have been cut off when it was copied, "
            "or belong to another database."
            if asked or question
            else "The address names no conflict. Choose one from the list."
        )
    return pair


def _onward(following: Pair | None) -> None:
    """The way to the next open question, also for whoever leaves this one undecided."""
    if following is not None:
        site.link("conflict", "Next open question", icon="arrow_forward", conflict=following.id)


def _worst_of(question: str) -> Pair | None:
    with access.reading() as session:
        living = questions.living_question(session, question) if question else None
        return next(iter(conflicts.pairs_of_question(session, living.id, limit=1)), None) if living else None


def _head(pair: Pair, question: QuestionRow) -> None:
    style.title(question.label)
    when = words.where_and_when(question.place, question.incident_start, question.incident_end)
    st.html(
        style.row(
            style.chip(words.kind(question.kind)),
            *([] if pair.type in words.PLAIN_TYPES else [style.chip(words.conflict_type(pair.type))]),
            f'<span class="fc-dim">{escape(when)}</span>',
            "",
            style.severity(pair.severity),
            style.state(pair.state),
        )
    )
    if pair.state == "gone":
        st.info(
            "The machine no longer finds this conflict: newer reports or a correction changed what is compared."
        )
    lead = words.LEADS.get(pair.type, "Why this is a conflict:")
    st.html(f'<div class="fc-reason"><b>{lead}</b> {escape(words.sentence(pair.reason))}</div>')


def _of_other_questions(session: Session, pair: Pair) -> list[ClaimRow]:
    """The claims of the question that a side answers, where it is another than the conflict stands under."""
    others = {claim.question for claim in (pair.a, pair.b) if claim.question} - {pair.question}
    return [claim for other in sorted(others) for claim in claims.claims_of_question(session, other)]


def _sides(pair: Pair, said: list[ClaimRow]) -> None:
    both = [
        positions.of_claim([c for c in said if c.question == claim.question], claim) for claim in (pair.a, pair.b)
    ]
    wanted = [claim.id for side in both for claim in _quoted(side)]
    with access.reading() as session:
        found = passages.passages(session, wanted)
    for column, side, css, carriers in zip(
        st.columns(2, gap="medium"), both, "ab", (pair.carriers_a, pair.carriers_b), strict=True
    ):
        with column, st.container(border=True, height="stretch", key=f"side_{css}"):
            _side(side, css, carriers, found)


def _quoted(side: ShownPosition) -> list[ClaimRow]:
    return [side.claim, *side.repeats[:MOST_QUOTES], *side.others[:MOST_QUOTES]]


def _side(side: ShownPosition, css: str, carriers: int, found: dict[str, Passage]) -> None:
    claim = side.claim
    figure, counts = words.figure(claim), words.counted(claim)
    size = "fc-big" if claim.quantity is not None and claim.quantity.stated else "fc-big words"
    st.html(
        f'<div class="fc-side {css}"><div class="fc-who">{escape(claim.voice)}</div>'
        f'<div class="fc-figure {size}">{escape(figure)}</div>'
        f'<div>{escape(counts)}</div><div class="fc-dim">{escape(_manner(claim))}</div></div>'
    )
    if claim.id in found:
        st.html(quotes.passage_html(found[claim.id]))
    _origin(claim)
    _more(f"Also carried by {words.number(len(side.repeats), 'other passage')}", side.repeats, found)
    kind = "figure" if claim.quantity is not None and claim.quantity.stated else "statement"
    _more(f"{words.number(len(side.others), f'other {kind}')} from the same claimant", side.others, found)


def _manner(claim: ClaimRow) -> str:
    """How it is put, where the answer does not say so already; in whose voice; of which day and place."""
    told = [] if claim.kind == "denial" else [words.manner(claim)]
    told += [] if claim.claimant else ["the report's own voice"]
    if claim.event_start is not None:
        place = f", {claim.place}" if claim.place else ""
        told.append(f"of {words.days(claim.event_start, claim.event_end)}{place}")
    return " · ".join(told)


def _origin(claim: ClaimRow) -> None:
    published = f"published {words.day(claim.published)}" if claim.published else "publication date unknown"
    address = f" · {quotes.web_link(claim.url, 'original page')}" if claim.url and quotes.is_web(claim.url) else ""
    st.html(f'<div class="fc-dim"><b>{escape(claim.source)}</b> · {published}{address}</div>')
    site.link(
        "document",
        words.shorten(claim.title or claim.doc, 90),
        icon="article",
        document=claim.document,
        claim=claim.id,
    )


def _more(label: str, listed: tuple[ClaimRow, ...], found: dict[str, Passage]) -> None:
    if not listed:
        return
    with st.expander(label):
        for claim in listed[:MOST_QUOTES]:
            st.html(f'<span class="fc-figure">{escape(words.figure(claim))}</span>')
            if claim.id in found:
                st.html(quotes.passage_html(found[claim.id]))
            _origin(claim)
        if len(listed) > MOST_QUOTES:
            st.html(style.dim(f"and {len(listed) - MOST_QUOTES} more"))


def _chart(gathered: list[ShownPosition], pair: Pair) -> LayerChart | None:
    from factcheck.dashboard.chart import range_chart  # here, because Altair takes a second to load

    return range_chart(gathered, pair.a.id, pair.b.id)


def _axis(chart: LayerChart | None, gathered: list[ShownPosition], asked: str) -> None:
    if chart is None:
        return
    st.subheader(f"All positions on {asked}", anchor=False)
    told = "; ".join(f"{position.voice}: {words.figure(position.claim)}" for position in gathered[:MOST_QUOTES])
    st.altair_chart(chart, width="stretch", key="positions", alt=told)
    st.html(
        style.dim(
            "Dots are figures, lines are ranges, arrows are open ends ('at least', 'up to'). "
            "Fainter marks are other figures of the same claimant. Point at a mark for its quote."
        )
    )


def _other_pairs(others: list[Pair]) -> None:
    if not others:
        return
    st.subheader("Other conflicting pairs of this question", anchor=False)
    for rival in others[:PAIRS_SHOWN]:
        _pair(rival)
    if len(others) > PAIRS_SHOWN:
        with st.expander(f"{len(others) - PAIRS_SHOWN} more"):
            for rival in others[PAIRS_SHOWN:]:
                _pair(rival)


def _pair(rival: Pair) -> None:
    with st.container(gap="xxsmall", key=f"pair_{rival.id}"):
        site.link("conflict", words.against(rival.a, rival.b), conflict=rival.id)
        st.html(style.row(style.severity(rival.severity), style.state(rival.state)))


def _undisputed(rivals: list[Pair], said: list[ClaimRow]) -> list[ClaimRow]:
    """The claims of those whom nobody contradicts on this question."""
    disputed = {side.voice for rival in rivals for side in (rival.a, rival.b)}
    return [claim for claim in said if claim.voice not in disputed]


def _other_claims(rest: list[ClaimRow]) -> None:
    if not rest:
        return
    st.subheader("Claims on this question that conflict with none", anchor=False)
    for claim in rest[:MOST_QUOTES]:
        st.html(
            f'<div class="fc-claim"><span class="fc-figure">{escape(words.figure(claim))}</span> '
            f"{escape(claim.voice)} <q>{escape(words.shorten(claim.quote, 200))}</q></div>"
        )
        _origin(claim)
    if len(rest) > MOST_QUOTES:
        st.html(style.dim(f"and {len(rest) - MOST_QUOTES} more"))
