"""The claims as linking sees them: cleaned, in one order, with days as numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd
from pandas import DataFrame, Series

UNKNOWN = -(10**9)
"""The day number of an unknown date."""

NARROW_DAYS = 4
"""An event date of at most so many days says when; a longer one ("in October") only roughly. A night spans two
dates, a weekend two or three, an offset of time zones one more."""

EARLIEST_YEAR = 1800
LATEST_YEAR = 2200
AHEAD_DAYS = 2
"""An event cannot be reported before it happens; two days for time zones and a paper dated tomorrow."""

TEXTS = (
    "claim", "document", "source", "kind", "qualifier", "victims", "target", "claimant", "stance", "place", "side",
    "role", "quote", "title", "context",
)  # fmt: skip


def prepare(claims: DataFrame) -> DataFrame:
    """The claims sorted by document and place in it, texts without gaps, days as whole numbers since 1970.

    Dates that cannot be (year 19, after the publication) become unknown. One row a claim id: a repeated id keeps
    its first row in the order of the content.
    """
    table = DataFrame(index=claims.index)
    for name in TEXTS:
        table[name] = _text(claims, name)
    for name in ("low", "high"):
        table[name] = _number(claims, name)
    table["start"] = _number(claims, "start").fillna(0).astype("int64")
    table["part_of"] = _flag(claims, "part_of")
    table["published"] = _days(claims, "published")
    first, last = _interval(_days(claims, "event_start"), _days(claims, "event_end"), table["published"])
    table["first"], table["last"] = first, last
    table = table.sort_values(["document", "start", "claim", "kind", "quote"], kind="stable")
    return table.drop_duplicates("claim").reset_index(drop=True)


def narrow(table: DataFrame) -> Series:
    """True for rows whose event date says when."""
    return (table["first"] != UNKNOWN) & (table["last"] - table["first"] < NARROW_DAYS)


def _column(claims: DataFrame, name: str) -> Series:
    return claims[name] if name in claims.columns else Series(None, index=claims.index, dtype=object)


def _text(claims: DataFrame, name: str) -> Series:
    column = _column(claims, name)
    return column.astype(object).where(column.notna(), "").map(str).str.strip().astype(object)


def _number(claims: DataFrame, name: str) -> Series:
    column = pd.to_numeric(_column(claims, name), errors="coerce").astype("float64")
    return column.where(np.isfinite(column))


def _flag(claims: DataFrame, name: str) -> Series:
    column = _column(claims, name)
    return column.astype(object).where(column.notna(), False).map(bool)


def _days(claims: DataFrame, name: str) -> Series:
    """Day numbers; unknown for what is no date or lies outside of the years that news can be about."""
    column = _column(claims, name)
    if not pd.api.types.is_datetime64_any_dtype(column):
        column = pd.to_datetime(column, errors="coerce", format="mixed", utc=True)
    if getattr(column.dt, "tz", None) is not None:
        column = column.dt.tz_localize(None)
    column = column.astype("datetime64[s]")
    sane = column.notna() & (column.dt.year >= EARLIEST_YEAR) & (column.dt.year <= LATEST_YEAR)
    days = column.to_numpy().astype("datetime64[D]").astype("int64")
    return Series(np.where(sane, days, UNKNOWN), index=claims.index)


def _interval(first: Series, last: Series, published: Series) -> tuple[Series, Series]:
    """Event days with both ends, in order, none after the publication."""
    first = first.where(first != UNKNOWN, last)
    last = last.where(last != UNKNOWN, first)
    low, high = np.minimum(first, last), np.maximum(first, last)
    limit = np.where(published != UNKNOWN, published + AHEAD_DAYS, 10**9)
    known = (low != UNKNOWN) & (low <= limit)
    return Series(np.where(known, low, UNKNOWN), index=first.index), Series(
        np.where(known, np.minimum(high, limit), UNKNOWN), index=first.index
    )
