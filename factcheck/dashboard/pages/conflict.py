"""One conflict in full: its two sides with their quotes, every position on one axis, and what people decided."""

from __future__ import annotations

from html import escape

import streamlit as st

from factcheck.dashboard import access, decide, positions, quotes, site, style, words
from factcheck.dashboard.positions import ShownPosition
from factcheck.queries import claims, conflicts
from factcheck.queries.claims import ClaimRow, Passage
from factcheck.queries.conflicts import Pair, QuestionRow

MOST_QUOTES = 25
"""Carriers whose quotes are shown for one side; the claims page lists the rest."""


def show() -> None:
    """The conflict that the address names, or a page that says why it cannot be shown."""
    site.link("conflicts", "All conflicts", icon="arrow_back")
    pair = _asked_for()
    if pair is None:
        return
    with access.reading() as session:
        question = conflicts.question(session, pair.question)
        said = claims.claims_of_question(session, pair.question)
        rivals = conflicts.pairs_of_question(session, pair.question)
    assert question is not None
    site.address(conflict=pair.id)
    _head(pair, question)
    decide.confirmation()
    _sides(pair, said)
    left, right = st.columns([5, 3], gap="large")
    with left:
        _axis(positions.gather(said, [pair.a.id, pair.b.id]), pair)
        _other_pairs(pair, rivals)
        _other_claims(pair, rivals, said)
    with right:
        decide.form(pair)
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


def _worst_of(question: str) -> Pair | None:
    with access.reading() as session:
        living = conflicts.living_question(session, question) if question else None
        return next(iter(conflicts.pairs_of_question(session, living.id, limit=1)), None) if living else None


def _head(pair: Pair, question: QuestionRow) -> None:
    style.title(words.asked(question))
    when = words.where_and_when(question.place, question.incident_start, question.incident_end)
    st.html(
        style.row(
            style.chip(words.kind(question.kind)),
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
    st.html(f'<div class="fc-reason"><b>Why this is a conflict:</b> {escape(words.sentence(pair.reason))}</div>')


def _sides(pair: Pair, said: list[ClaimRow]) -> None:
    both = [positions.of_claim(said, pair.a), positions.of_claim(said, pair.b)]
    wanted = [claim.id for side in both for claim in _quoted(side)]
    with access.reading() as session:
        found = claims.passages(session, wanted)
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
    voice = "" if claim.claimant else " · the report's own voice"
    st.html(
        f'<div class="fc-side {css}"><div class="fc-who">{escape(claim.voice)}</div>'
        f'<div class="fc-figure {size}">{escape(figure)}</div>'
        f'<div>{escape(counts)}</div><div class="fc-dim">{escape(claim.stance)}{voice}{_dated(claim)}</div></div>'
    )
    if claim.id in found:
        st.html(quotes.passage_html(found[claim.id]))
    _origin(claim)
    _more(f"Also carried by {words.number(len(side.repeats), 'other passage')}", side.repeats, found)
    _more(f"{words.number(len(side.others), 'other figure')} from the same claimant", side.others, found)


def _dated(claim: ClaimRow) -> str:
    if claim.event_start is None:
        return ""
    place = f", {escape(claim.place)}" if claim.place else ""
    return f" · of {words.days(claim.event_start, claim.event_end)}{place}"


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


def _axis(gathered: list[ShownPosition], pair: Pair) -> None:
    from factcheck.dashboard.chart import range_chart  # here, because Altair takes a second to load

    chart = range_chart(gathered, pair.a.id, pair.b.id)
    if chart is None:
        return
    st.subheader("All positions on this question", anchor=False)
    told = "; ".join(f"{position.voice}: {words.figure(position.claim)}" for position in gathered[:10])
    st.altair_chart(chart, width="stretch", key="positions", alt=f"Range chart of all positions. {told}")
    st.html(
        style.dim(
            "Dots are figures, lines are ranges, arrows are open ends ('at least', 'up to'). "
            "Fainter marks are other figures of the same claimant. Point at a mark for its quote."
        )
    )


def _other_pairs(pair: Pair, rivals: list[Pair]) -> None:
    others = [rival for rival in rivals if rival.id != pair.id]
    if not others:
        return
    st.subheader("Other conflicting pairs of this question", anchor=False)
    with st.container(gap="xxsmall"):
        for rival in others:
            with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"pair_{rival.id}"):
                site.link("conflict", words.against(rival.a, rival.b), conflict=rival.id)
                st.html(style.row(style.severity(rival.severity), style.state(rival.state)), width="content")


def _other_claims(pair: Pair, rivals: list[Pair], said: list[ClaimRow]) -> None:
    disputed = {side.voice for rival in [pair, *rivals] for side in (rival.a, rival.b)}
    rest = [claim for claim in said if claim.voice not in disputed]
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
