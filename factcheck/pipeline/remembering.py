"""What is kept of linked claims from one run to the next, so that only what is new is linked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame, Series

from factcheck.pipeline.fingerprints import rules
from factcheck.queries import linking as queries
from factcheck.queries.kept import kept
from factcheck.store.linking import STAMP, Kept, Patched

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.linking import Doubted, Linking
    from factcheck.pipeline.finding import Found

FEWEST = 20_000
"""With fewer claims nothing is kept: all are linked anew within two seconds, by all that there is to know."""

CLAIMS = "claims"
"""The array that tells how many claims are linked."""

Array = NDArray[Any]
Weights = Mapping[str, float] | None


@dataclass(frozen=True, slots=True)
class Memory:
    """What is kept: the linked claims, the doubts, and pairs of questions that may be one (``neighbours``)."""

    linking: Linking
    doubted: Doubted
    neighbours: DataFrame
    arrays: Mapping[str, Array]  # as they are stored


def linked_before(session: Session, weights: Weights) -> int:
    """How many claims an earlier run linked.

    Raises:
        LinkAnewError: it kept nothing, or linked by other rules or weights.
    """
    from factcheck import linking

    how = queries.kept_how(session)
    if not how:
        raise linking.LinkAnewError("it is the first time, or nothing was kept of the last")
    now = {name: array.tobytes() for name, array in _how(weights).items()}
    if any(how.get(name) != now[name] for name in ("layout", "rules")):
        raise linking.LinkAnewError("the program or its word lists changed")
    if how.get("weights") != now["weights"]:
        raise linking.LinkAnewError("the weights changed")
    return int(how[CLAIMS])


def recall(session: Session) -> Memory:
    """What an earlier run kept."""
    from factcheck import linking

    arrays = kept(session)
    return Memory(*linking.unpack(arrays), _neighbours(arrays), arrays)


def remember(found: Found, neighbours: DataFrame, weights: Weights) -> Kept:
    """What is to be kept of what was found: nothing, all, or what differs from before."""
    if found.now is None:
        return Kept(documents=found.documents)
    linking, doubted, noted = found.now()
    kept = _kept(found.before, (linking, doubted), neighbours, weights)
    return replace(kept, signs=() if noted is None else noted.rows(), documents=found.documents)


def _kept(
    before: Memory | None, now: tuple[Linking, Doubted], neighbours: DataFrame, weights: Weights
) -> Kept:  # fmt: skip
    from factcheck import linking

    arrays = linking.pack(*now) | _packed(neighbours) | _how(weights)
    arrays[CLAIMS] = np.frombuffer(str(now[0].claims).encode(), dtype=np.uint8)
    arrays[STAMP] = np.frombuffer(uuid4().bytes, dtype=np.uint8)
    if before is None:
        return Kept(arrays)
    whole, tails, patched = {}, {}, {}
    for name, array in arrays.items():
        old = before.arrays.get(name)
        if old is None or (old.dtype, old.ndim) != (array.dtype, array.ndim):
            whole[name] = array
        elif linking.grows(name):
            if len(array) > len(old):
                tails[name] = array[len(old) :]
        elif array is old:
            continue
        elif linking.may_change(name) and len(array) >= len(old):
            at = np.flatnonzero(array[: len(old)] != old)
            patched[name] = Patched(array, at, len(old))
        elif not np.array_equal(array, old):
            whole[name] = array
    stamp = before.arrays[STAMP].tobytes()
    return Kept(whole, tails, patched, before.arrays.keys() - arrays.keys(), stamp)


def _how(weights: Weights) -> dict[str, Array]:
    """By what claims are linked: the program, its word lists, the weights."""
    from factcheck.linking.increments.packing import LAYOUT
    from factcheck.linking.weights import complete

    said = {
        "layout": str(LAYOUT), "rules": rules(), "weights": json.dumps(dict(complete(weights)), sort_keys=True),
    }  # fmt: skip
    return {name: np.frombuffer(text.encode(), dtype=np.uint8) for name, text in said.items()}


def _packed(neighbours: DataFrame) -> dict[str, Array]:
    out: dict[str, Array] = {}
    for name in neighbours.columns:
        values = neighbours[name].to_numpy()
        texts = name != "documents"
        out[f"neighbours.{name}"] = np.array(values, dtype="S32") if texts else values.astype(np.int64)
    return out


def _neighbours(arrays: Mapping[str, Array]) -> DataFrame:
    names = [name for name in arrays if name.startswith("neighbours.")]
    columns = {}
    for name in names:
        array = arrays[name]
        texts = Series(array.astype("U32").astype(object), dtype="str") if array.dtype.kind == "S" else array
        columns[name.removeprefix("neighbours.")] = texts
    return DataFrame(columns)
