"""How a document was read: its sentences with what was taken from each, and what was refused and why."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from factcheck import pipeline
from factcheck.dashboard import access, quotes, style, words
from factcheck.language import telling
from factcheck.queries import documents
from factcheck.queries.documents import LONGEST_SHOWN
from factcheck.store import database_url
from factcheck.values import ClaimRecord

if TYPE_CHECKING:
    from factcheck.extraction import SentenceReading

MOST_SENTENCES = 400
"""Sentences that one page shows; those of which nothing came are left out first."""


def show(document: str, length: int) -> None:
    """The sentences of a stored document as this version of the program reads them."""
    sentences, remark = _read(database_url(), document)
    if remark:
        st.info(words.plain_markdown(words.sentence(remark)))
        return
    if length > LONGEST_SHOWN:
        st.info(f"This text is long: only its first {LONGEST_SHOWN:,} characters are explained.")
    taken = sum(len(one.claims) for one in sentences)
    refused = sum(len(one.refused) for one in sentences)
    st.html(
        style.dim(
            f"{words.number(taken, 'claim')} taken and "
            f"{words.number(refused, 'figure or word', 'figures or words')} refused "
            f"in {words.number(len(sentences), 'sentence')}, as this version reads them now."
        )
    )
    all_of_them = st.toggle("Show sentences of which nothing came", key="reading_all")
    shown = [one for one in sentences if all_of_them or one.claims or one.refused]
    if not shown:
        st.html(style.dim("No sentence of this text holds a figure or an assertion."))
    st.html("".join(_sentence(one) for one in shown[:MOST_SENTENCES]))
    if len(shown) > MOST_SENTENCES:
        st.html(style.dim(f"and {len(shown) - MOST_SENTENCES:,} more sentences"))


@st.cache_data(show_spinner="Reading the text …", max_entries=32)
def _read(url: str, document: str) -> tuple[list[SentenceReading], str | None]:
    """Keyed on the database and the document, whose text never changes."""
    with access.reading() as session:
        item = documents.item(session, document)
    return ([], None) if item is None else pipeline.explain_document(item)


def _sentence(one: SentenceReading) -> str:
    marks = [
        quotes.Mark(f"r{n}", c.start - one.span.start, c.end - one.span.start, c.kind)
        for n, c in enumerate(one.claims)
    ]
    told = [_taken(*row) for row in zip(one.claims, one.reasons, one.voiced, one.placed, strict=True)] + [
        f"<li class='fc-refused'><b>{escape(r.text)}</b> not taken: {escape(r.reason)}</li>" for r in one.refused
    ]
    if one.dated:
        told.append(f"<li class='fc-refused'>dated {escape(one.dated)}</li>")
    if not told and one.unread:
        told = [f"<li class='fc-refused'>{escape(words.sentence(one.unread))}</li>"]
    text = quotes.marked_text(one.text, marks)
    return f'<div class="fc-reading">{text}<ul>{"".join(told)}</ul></div>'


def _taken(claim: ClaimRecord, reasons: tuple[str, ...], voiced: str | None, placed: str | None) -> str:
    figure = "" if claim.quantity is None else str(claim.quantity)
    what = " · ".join(filter(None, (words.kind(claim.kind), figure, claim.target or claim.victims)))
    via = f" via {claim.via}" if claim.via else ""
    who = claim.claimant or "the document itself"
    voice = f"{who}{via} {telling.verb(who, claim.stance.value)}"
    span = claim.event_date
    when = "day not stated" if span is None else words.days(span.first, span.last)
    how = ", ".join(filter(None, (f"rule “{claim.rule}”", words.sureness(claim.rule, claim.confidence))))
    vague = f"; bounds of “{claim.vague_word}” from the vague-number table" if claim.vague_word else ""
    whys = (("what spoke for it", "; ".join(reasons)), ("voice", voiced), ("place", placed))
    why = "".join(f"<br>{name}: {escape(told)}" for name, told in whys if told)
    return (
        f"<li><b>{escape(what)}</b> — {escape(voice)}; {escape(when)}, {escape(claim.place or 'place not stated')}"
        f'<br><span class="fc-dim">{escape(how + vague)}{why}</span></li>'
    )
