"""The claim record as JSON: one object a line, in and out, checked against its contract."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from factcheck.errors import ClaimError
from factcheck.values import COUNT_KINDS, NARRATIVE_KINDS, ClaimRecord, DateSpan, Qualifier, Quantity, Stance

FIELDS = (
    "doc", "kind", "low", "high", "qualifier", "victims", "target", "claimant", "stance",
    "event_date", "place", "quote", "start", "end",
)  # fmt: skip
EXTRA_FIELDS = ("side", "role", "part_of", "via", "rule", "vague_word", "confidence")
_KIND = re.compile(r"[a-z][a-z_]{1,39}")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")  # 12,000 and 1,20,000; not 1,5


def to_json(claim: ClaimRecord) -> dict[str, Any]:
    """The record as a JSON-ready dict: contract fields first, then what extraction adds."""
    row: dict[str, Any] = {name: getattr(claim, name) for name in FIELDS + EXTRA_FIELDS}
    row["low"], row["high"] = _plain(claim.low), _plain(claim.high)
    row["qualifier"] = None if claim.qualifier is None else claim.qualifier.value
    row["stance"] = claim.stance.value
    span = claim.event_date
    row["event_date"] = None if span is None else [span.first.isoformat(), span.last.isoformat()]
    return row


def from_json(row: Mapping[str, Any]) -> ClaimRecord:
    """The claim that a JSON object holds.

    Raises:
        ClaimError: a field is missing, of the wrong type or contradicts another; the text says which.
    """
    unplaced = row.get("start") is None and row.get("end") is None  # only the quote is at hand
    needed = ("doc", "kind", "quote") if unplaced else ("doc", "kind", "quote", "start", "end")
    missing = [name for name in needed if row.get(name) is None]
    if missing:
        raise ClaimError(f"the claim lacks {', '.join(missing)}")
    kind = str(row["kind"])
    if not _KIND.fullmatch(kind):
        raise ClaimError(f"kind {kind!r} is not a word in lower case", field="kind")
    low, high = _number(row, "low"), _number(row, "high")
    qualifier = _qualifier(row, kind, low, high)
    try:
        stance = Stance(row.get("stance") or "reports")
    except ValueError:
        raise ClaimError(f"stance {row['stance']!r} is none of {', '.join(Stance)}", field="stance") from None
    try:
        if qualifier is not None:
            Quantity(low, high, qualifier)
    except ValueError as error:
        raise ClaimError(str(error), field="low") from None
    start, end = (0, 0) if unplaced else (_offset(row, "start"), _offset(row, "end"))
    if start > end:
        raise ClaimError(f"start ({start}) is after end ({end})", field="start")
    return ClaimRecord(
        doc=str(row["doc"]), kind=kind, quote=str(row["quote"]), start=start, end=end,
        low=low, high=high, qualifier=qualifier,
        victims=_text(row, "victims"), target=_text(row, "target"), claimant=_text(row, "claimant"),
        stance=stance, event_date=_interval(row.get("event_date")), place=_text(row, "place"),
        side=_text(row, "side"), role=_text(row, "role"), part_of=bool(row.get("part_of")),
        via=_text(row, "via"), rule=_text(row, "rule") or "", vague_word=_text(row, "vague_word"),
        confidence=_number(row, "confidence"),
    )  # fmt: skip


def check_quote(claim: ClaimRecord, text: str) -> None:
    """Nothing, when the quote stands at its offsets in the text; a claim never loses its sentence.

    Raises:
        ClaimError: it does not.
    """
    found = text[claim.start : claim.end]
    if found != claim.quote:
        raise ClaimError(
            f"the quote {claim.quote[:60]!r} is not what stands at {claim.start} to {claim.end} ({found[:60]!r})"
        )


def _plain(n: float | None) -> float | int | None:
    return int(n) if n is not None and n == int(n) else n


def _text(row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    return None if value is None or not str(value).strip() else str(value).strip()


def _number(row: Mapping[str, Any], name: str) -> float | None:
    value = row.get(name)
    if value is None or value == "":
        return None
    try:
        if isinstance(value, bool):
            raise ValueError
        written = str(value).strip()
        number = float(written.replace(",", "") if _GROUPED.fullmatch(written) else written)
    except ValueError:
        raise ClaimError(f"{name} is not a number: {value!r}", field=name) from None
    if number != number or abs(number) == float("inf"):
        raise ClaimError(f"{name} is not a number: {value!r}", field=name)
    if number < 0:
        raise ClaimError(f"{name} is below 0: {value!r}", field=name)
    return number


def _offset(row: Mapping[str, Any], name: str) -> int:
    number = _number(row, name)
    if number is None or number != int(number):
        raise ClaimError(f"{name} is not a place in a text: {row.get(name)!r}", field=name)
    return int(number)


def _qualifier(row: Mapping[str, Any], kind: str, low: float | None, high: float | None) -> Qualifier | None:
    given = _text(row, "qualifier")
    if given is not None:
        try:
            return Qualifier(given)
        except ValueError:
            raise ClaimError(f"qualifier {given!r} is none of {', '.join(Qualifier)}", field="qualifier") from None
    if low is not None or high is not None:
        return Qualifier.EXACT if low == high else Qualifier.RANGE
    if kind in COUNT_KINDS:
        return Qualifier.VAGUE
    return None


def _interval(value: Any) -> DateSpan | None:
    if value is None or value == "" or value == []:
        return None
    try:
        parts = value.replace("/", " ").split() if isinstance(value, str) else list(value)
        if len(parts) == 1:
            parts = parts * 2
        first, last = (date.fromisoformat(str(part)[:10]) for part in parts)
        return DateSpan(first, last)
    except (TypeError, ValueError):
        reason = f"event_date is not two ISO dates, the first before the last: {value!r}"
        raise ClaimError(reason, field="event_date") from None


__all__ = ["COUNT_KINDS", "EXTRA_FIELDS", "FIELDS", "NARRATIVE_KINDS", "check_quote", "from_json", "to_json"]
