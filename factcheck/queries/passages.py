"""Quotes in their paragraph, read from the stored text by their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from factcheck.models import Claim, Document
from factcheck.queries.claims import AnyRow

REACH = 600
"""Characters taken on either side of a quote when looking for its paragraph."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote in its paragraph; ``cut_before`` and ``cut_after`` say that the paragraph goes on."""

    before: str
    quote: str
    after: str
    cut_before: bool = False
    cut_after: bool = False


def passages(session: Session, ids: Iterable[str]) -> dict[str, Passage]:
    """The quote of each claim in its paragraph, read from the stored text by its offsets."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return {}
    lead = case((Claim.start > REACH, REACH), else_=Claim.start)
    query = (
        select(
            Claim.id,
            Claim.start,
            Claim.end,
            func.length(Document.text).label("room"),
            _stretch(Claim.start - lead, lead).label("before"),
            _stretch(Claim.start, Claim.end - Claim.start).label("quote"),
            _stretch(Claim.end, REACH).label("after"),
        )
        .join(Document, Document.id == Claim.document_id)
        .where(Claim.id.in_(wanted))
    )
    return {row.id: _passage(row) for row in session.execute(query)}


def _stretch(first: Any, length: Any) -> ColumnElement[str]:
    return func.substr(Document.text, first + 1, length)  # substr counts from 1


def _passage(row: AnyRow) -> Passage:
    before, after = _last_paragraph(row.before), _first_paragraph(row.after)
    return Passage(
        before=before,
        quote=row.quote,
        after=after,
        cut_before=before == row.before and row.start > len(row.before),
        cut_after=after == row.after and row.end + len(row.after) < row.room,
    )


_BLANK = re.compile(r"\n[ \t\r]*\n")


def _last_paragraph(text: str) -> str:
    breaks = list(_BLANK.finditer(text)) or list(re.finditer(r"\n", text))
    return text[breaks[-1].end() :] if breaks else text


def _first_paragraph(text: str) -> str:
    end = _BLANK.search(text) or re.search(r"\n", text)
    return text[: end.start()] if end else text
