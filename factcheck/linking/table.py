"""The claims as linking sees them: cleaned, in one order, with days as numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pandas import DataFrame, Series

from factcheck.linking.engines import in_threads
from factcheck.linking.loops.wording import edges, numbered_in_turn
from factcheck.linking.places.lands import in_their_lands
from factcheck.linking.texts import Texts, arrow, bytes_of, paragraphs

Days = NDArray[np.int64]

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
    "role", "quote", "title", "context", "names", "gist",
)  # fmt: skip


def prepare(claims: DataFrame) -> DataFrame:
    """The claims sorted by document and place in it, texts without gaps, days as whole numbers since 1970.

    Dates that cannot be (year 19, after the publication) become unknown. One row a claim id: a repeated id keeps
    its first row in the order of the content. ``told`` numbers the texts: the paragraph, or the quote where none
    is known.
    """
    columns: dict[str, object] = dict(zip(TEXTS, in_threads(lambda name: _text(claims, name), TEXTS), strict=True))
    for name in ("low", "high"):
        columns[name] = _number(claims, name).to_numpy()
    columns["start"] = _number(claims, "start").fillna(0).astype("int64").to_numpy()
    for name in ("part_of", "recorded"):
        columns[name] = _flag(claims, name)
    published = columns["published"] = _days(claims, "published")
    days = _days(claims, "event_start"), _days(claims, "event_end")
    columns["first"], columns["last"] = _interval(*days, published)
    table = DataFrame(columns)
    return ordered(table.assign(place=in_their_lands(table)))


def ordered(table: DataFrame) -> DataFrame:
    """Prepared claims in their order, their texts numbered; a repeated claim once."""
    table = _in_order(table)
    table["told"] = numbered_in_turn(Texts.of(paragraphs(table)).numbers())[0]
    return table


def _in_order(table: DataFrame) -> DataFrame:
    """By document, start and claim; of a repeated claim id only the first row, by kind and quote."""
    claim = ranks(table["claim"])
    keys = [claim, table["start"].to_numpy(), ranks(table["document"])]
    unique = int(claim.max(initial=-1)) == len(table) - 1
    if not unique:
        keys = [ranks(table["quote"]), ranks(table["kind"]), *keys]
    order = np.lexsort(keys)
    if not np.array_equal(order, np.arange(len(order))):
        table = table.iloc[order]
    return (table if unique else table.drop_duplicates("claim")).reset_index(drop=True)


def ranks(texts: Series) -> NDArray[np.int64]:
    """The place of each text in the order of all, from 0; equal texts have one place."""
    column = pa.array(texts, type=pa.large_string())
    if len(texts) > 1 and pc.all(pc.less_equal(column[:-1], column[1:])).as_py():  # ids that come in their order
        return np.asarray(
            np.r_[0, np.cumsum(pc.not_equal(column[:-1], column[1:]).to_numpy(zero_copy_only=False))],
            dtype=np.int64,
        )
    code, known = pd.factorize(texts)
    order = pc.sort_indices(pa.array(known, type=pa.large_string())).to_numpy()
    rank = np.empty(len(known), dtype=np.int64)
    rank[order] = np.arange(len(known))
    return rank[code]


def narrow(table: DataFrame) -> Series:
    """True for rows whose event date says when."""
    return (table["first"] != UNKNOWN) & (table["last"] - table["first"] < NARROW_DAYS)


def _column(claims: DataFrame, name: str) -> Series:
    return claims[name] if name in claims.columns else Series(None, index=claims.index, dtype=object)


def _text(claims: DataFrame, name: str) -> Series:
    """The texts as Arrow strings, without space around them; what is missing is ''."""
    if name not in claims.columns or (claims[name].dtype == object and claims[name].isna().all()):
        return Series(pa.DictionaryArray.from_arrays(np.zeros(len(claims), np.int8), [""]).cast(pa.large_string()),
                      dtype="str")  # fmt: skip
    column = claims[name]
    texts = column.where(column.notna(), "") if column.hasnans else column
    if not isinstance(texts.dtype, pd.StringDtype):
        texts = texts.astype(object).map(str)
    found = arrow(texts.to_numpy(object) if texts.dtype == object else texts)  # in one piece, as loops read it
    if _has_edges(found):
        found = arrow(Series(found, dtype="str").map(str.strip).astype("str"))
    return Series(found, dtype="str")


def _has_edges(texts: pa.Array) -> bool:
    """True when there may be space around a text: an ASCII space, or a byte of any other letter."""
    seen = edges(*bytes_of(texts))
    if (seen >= 128).any() and _has_odd_edges(texts):
        return True
    return any(chr(letter).isspace() for letter in seen[seen < 128].tolist())


def _has_odd_edges(texts: pa.Array) -> bool:
    edges = [pc.utf8_slice_codeunits(texts, *cut) for cut in ((0, 1), (-1, None))]
    return any(c.isspace() for edge in edges for c in pc.unique(edge).to_pylist())


def _number(claims: DataFrame, name: str) -> Series:
    column = pd.to_numeric(_column(claims, name), errors="coerce").astype("float64")
    return column.where(np.isfinite(column))


def _flag(claims: DataFrame, name: str) -> NDArray[np.bool_]:
    column = _column(claims, name)
    if column.dtype == bool:
        return column.to_numpy()
    return column.astype(object).where(column.notna(), False).map(bool).to_numpy(bool)


def _days(claims: DataFrame, name: str) -> NDArray[np.int64]:
    """Day numbers; unknown for what is no date or lies outside of the years that news can be about."""
    column = _column(claims, name)
    if not pd.api.types.is_datetime64_any_dtype(column):
        column = pd.to_datetime(column, errors="coerce", format="mixed", utc=True)
    if getattr(column.dt, "tz", None) is not None:
        column = column.dt.tz_localize(None)
    column = column.astype("datetime64[s]")
    days = column.to_numpy().astype("datetime64[D]")
    sane = (days >= np.datetime64(f"{EARLIEST_YEAR}-01-01")) & (days <= np.datetime64(f"{LATEST_YEAR}-12-31"))
    return np.where(sane, days.astype("int64"), UNKNOWN)


def _interval(first: Days, last: Days, published: Days) -> tuple[Days, Days]:
    """Event days with both ends, in order, none after the publication."""
    first = np.where(first != UNKNOWN, first, last)
    last = np.where(last != UNKNOWN, last, first)
    low, high = np.minimum(first, last), np.maximum(first, last)
    limit = np.where(published != UNKNOWN, published + AHEAD_DAYS, 10**9)
    known = (low != UNKNOWN) & (low <= limit)
    return np.where(known, low, UNKNOWN), np.where(known, np.minimum(high, limit), UNKNOWN)
