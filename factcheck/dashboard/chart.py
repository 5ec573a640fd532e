"""The range chart: every position of a question on one axis, open ends drawn as arrows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import altair as alt
import pandas as pd

from factcheck.dashboard import words
from factcheck.dashboard.positions import ShownPosition
from factcheck.dashboard.style import OTHERS, SIDE_A, SIDE_B
from factcheck.queries.claims import ClaimRow

WIDE = 50
"""From this ratio of the largest to the smallest figure on, the axis is logarithmic."""

MOST_ROWS = 30
"""Positions drawn; the two sides come first, so that they are never left out."""

NEAR_EDGE = 0.6
"""From this part of the axis on, a figure is written to the left of its mark: to the right it would be cut off."""

ROW_HEIGHT = 52
_ROLES = ("this side", "the other side", "others")


def range_chart(positions: Sequence[ShownPosition], a: str, b: str) -> alt.LayerChart | None:
    """The positions with a figure on one axis, ``a`` and ``b`` in their sides' colours; None without any."""
    rows = [row for position in _ordered(positions, a, b)[:MOST_ROWS] for row in _rows(position, a, b)]
    if not rows:
        return None
    ends = [end for row in rows for end in (row["low"], row["high"]) if end is not None]
    top, least = max(ends), min((end for end in ends if end > 0), default=1.0)
    wide = top / least > WIDE
    limit = top * (2.2 if wide else 1.12) or 1.0
    table = pd.DataFrame(rows)
    table["from"] = table["low"].fillna(0.0)
    table["to"] = table["high"].fillna(limit)
    return _drawn(table, _axis(limit, wide), limit**NEAR_EDGE if wide else limit * NEAR_EDGE)


def _ordered(positions: Iterable[ShownPosition], a: str, b: str) -> list[ShownPosition]:
    def rank(position: ShownPosition) -> tuple[bool, bool, float]:
        claim = position.claim
        return claim.id != a, claim.id != b, -(claim.low if claim.low is not None else claim.high or 0.0)

    return sorted(positions, key=rank)


def _rows(position: ShownPosition, a: str, b: str) -> list[dict[str, Any]]:
    """The standing answer (the latest with a figure) and, fainter on the same line, the voice's others."""
    role = dict(zip((a, b), _ROLES, strict=False)).get(position.claim.id, _ROLES[2])
    rows: list[dict[str, Any]] = []
    seen = set()
    for claim in (position.claim, *reversed(position.others)):
        answer = (claim.low, claim.high, claim.qualifier)
        if claim.part_of or (claim.low is None and claim.high is None) or answer in seen:
            continue
        seen.add(answer)
        rows.append(_row(claim, role, not rows, 1 + len(position.repeats)))
    return rows


def _row(claim: ClaimRow, role: str, standing: bool, carriers: int) -> dict[str, Any]:
    return {
        "who": claim.voice,
        "figure": words.figure(claim),
        "low": claim.low,
        "high": claim.high,
        "role": role,
        "strength": 1.0 if standing else 0.45,
        "point": claim.low is not None and claim.low == claim.high,
        "hedge": (claim.qualifier or "").replace("_", " "),
        "when": words.day(claim.published),
        "source": claim.source,
        "carriers": words.number(carriers, "document") if standing else "another figure of the same claimant",
        "quote": words.shorten(claim.quote, 160),
    }


def _axis(limit: float, wide: bool) -> alt.X:
    title = "logarithmic scale" if wide else None
    if not wide:
        return alt.X(
            "from:Q",
            scale=alt.Scale(domain=[0, limit], nice=False),
            axis=alt.Axis(title=title, format=",.0f", tickMinStep=1, tickCount=6),
        )
    ticks = [0, *(10**n for n in range(12) if 10**n <= limit)]
    return alt.X(
        "from:Q",
        scale=alt.Scale(type="symlog", domain=[0, limit], nice=False),
        axis=alt.Axis(title=title, format=",.0f", values=ticks),
    )


def _drawn(table: pd.DataFrame, x: alt.X, edge: float) -> alt.LayerChart:
    order = list(dict.fromkeys(table["who"]))
    colour = alt.Color("role:N", scale=alt.Scale(domain=list(_ROLES), range=[SIDE_A, SIDE_B, OTHERS]), legend=None)
    tip = [
        alt.Tooltip("who:N", title="claimant"), alt.Tooltip("figure:N"), alt.Tooltip("hedge:N", title="qualifier"),
        alt.Tooltip("source:N"), alt.Tooltip("when:N", title="published"),
        alt.Tooltip("carriers:N", title="carried by"), alt.Tooltip("quote:N"),
    ]  # fmt: skip
    base = alt.Chart(table).encode(
        y=alt.Y(
            "who:N",
            sort=order,
            scale=alt.Scale(padding=0.5),
            axis=alt.Axis(
                title=None,
                labelLimit=170,
                labelPadding=10,
                labelFontSize=13,
                labelColor="#1b2733",
                domain=False,
                ticks=False,
                grid=False,
            ),
        ),
        color=colour,
        opacity=alt.Opacity("strength:Q", scale=None),
        tooltip=tip,
    )
    line = base.mark_rule(strokeWidth=4, strokeCap="round").encode(x=x, x2="to:Q")
    dots = base.mark_point(filled=True, size=110, opacity=1)
    arrow = base.mark_point(filled=True, size=120, opacity=1)
    layers = [
        line.transform_filter("!datum.point"),
        dots.encode(x=alt.X("low:Q")).transform_filter("isValid(datum.low)"),
        dots.encode(x=alt.X("high:Q")).transform_filter("isValid(datum.high) && !datum.point"),
        arrow.encode(x=alt.X("to:Q"), shape=alt.value("triangle-right")).transform_filter("!isValid(datum.high)"),
        arrow.encode(x=alt.X("from:Q"), shape=alt.value("triangle-left")).transform_filter("!isValid(datum.low)"),
        *_labels(base, edge),
    ]
    chart = alt.LayerChart(layer=layers, height=ROW_HEIGHT * len(order) + 60)
    drawn: alt.LayerChart = chart.configure_view(strokeWidth=0)
    return drawn


def _labels(base: alt.Chart, edge: float) -> list[alt.Chart]:
    """The figure in words above its line; near the right edge it is written to the left of its mark."""
    standing = base.transform_filter("datum.strength == 1")  # the fainter ones tell theirs when pointed at
    text = standing.transform_calculate(at="isValid(datum.low) ? datum.low : datum.high")
    near = f"datum.at > {edge}"
    place = alt.X("at:Q")
    left = text.transform_filter(near).mark_text(align="right", dx=7, dy=-13, fontSize=13, fontWeight=600)
    right = text.transform_filter(f"!({near})").mark_text(align="left", dx=-6, dy=-13, fontSize=13, fontWeight=600)
    return [layer.encode(x=place, text="figure:N") for layer in (left, right)]
