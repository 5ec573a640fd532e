"""More generated claims than memory has room for: the same ones several times, in periods that follow each other.

    python -m bench.claims_many 1000000 5 claims.arrow

In each period ids, and the names that tell incidents apart, are other ones. From an Arrow file claims are mapped.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pandas import DataFrame

from bench.claims_generator import claims
from bench.linking_speed import SEED, TRUTH

BETWEEN_DAYS = 90
_SYLLABLES = ("qor", "ney", "zim", "vas", "tul", "dor", "jo", "wik")
"""Syllables of names, in no word of a quote; they get another letter in each period."""
_LETTERS = "bcfghjklmnp"
_TEXT = pa.large_string()


def write(size: int, times: int, path: Path) -> None:
    """The claims stand in the file, in one stretch."""
    table = pa.Table.from_pandas(claims(size, SEED).drop(columns=TRUTH), preserve_index=False)
    first, last = (of(table["published"]).as_py() for of in (pc.min, pc.max))
    days = (last - first).days + BETWEEN_DAYS
    fields = [_typed(field) for field in table.schema]
    columns = []
    for field in fields:
        column = table[field.name].cast(field.type).combine_chunks()
        column = column.chunk(0) if isinstance(column, pa.ChunkedArray) else column
        columns.append(pa.concat_arrays(list(_periods(field.name, column, times, days))))
        table = table.drop_columns([field.name])
    batch = pa.RecordBatch.from_arrays(columns, schema=pa.schema(fields))
    with pa.ipc.new_file(str(path), batch.schema) as file:
        file.write_batch(batch)


def mapped(path: Path) -> DataFrame:
    """The claims of such a file; their texts stay there."""
    held = pa.ipc.open_file(pa.memory_map(str(path))).read_all()
    claims: DataFrame = held.to_pandas(types_mapper={_TEXT: pd.StringDtype("pyarrow", na_value=np.nan)}.get)
    return claims


def _typed(field: pa.Field) -> pa.Field:
    loose = pa.types.is_string(field.type) or pa.types.is_null(field.type)
    return field.with_type(_TEXT) if loose else field


def _periods(name: str, column: pa.Array, times: int, days: int) -> Iterator[pa.Array]:
    """The column in each period."""
    for period in range(times):
        if name in ("claim", "document"):
            yield pc.binary_join_element_wise(pa.scalar(f"p{period}", _TEXT), column, pa.scalar("", _TEXT))
        elif name in ("published", "event_start", "event_end"):
            yield pc.add(column, pa.scalar(np.timedelta64(period * days, "D").astype(f"m8[{column.type.unit}]")))
        elif name in ("context", "title") and period:
            told = column
            for syllable in _SYLLABLES:
                told = pc.replace_substring(told, syllable, syllable + _LETTERS[period % len(_LETTERS)])
            yield told
        else:
            yield column


def main() -> None:
    """Writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int)
    parser.add_argument("times", type=int)
    parser.add_argument("file", type=Path)
    asked = parser.parse_args()
    write(asked.size, asked.times, asked.file)


if __name__ == "__main__":
    main()
