"""The features of those whom a count may count (``extraction/counts/victims``) in words."""

from __future__ import annotations

import re

from factcheck.extraction.inwords.figures import PARTS, kind_word, part
from factcheck.extraction.inwords.phrasebook import Phrasebook

_KINDS = "killed|wounded|casualties|missing|captured|kidnapped|displaced|destroyed|seized|arrested|attendance"
_GAPS = "same sentence|one sentence|two sentences|some sentences|far"
_DOING = {"suffers": "suffer", "harms": "harm others", "speaks": "speak"}


def _state(match: re.Match[str]) -> str:
    count = {"no noun": "of a figure without a noun", "a noun": "of a figure with its noun"}
    return f"{_said(match[2])}, {count.get(match[1], 'of a figure whose noun tells little')}"


def _said(name: str) -> str:
    return BOOK.say(name) or name


def _away(gap: str, side: str) -> str:
    return f"it stands {side} in the same sentence" if gap == "same sentence" else f"it stands {gap} {side}"


def _stands(match: re.Match[str]) -> str:
    gap, side, detail, pointer = match.groups()
    told = _away(gap, side) + (f", {_detail(detail)}" if detail else "")
    return f"{told}, and the figure says “{pointer}”" if pointer else told


def _detail(name: str) -> str:
    role, _, kind = name.partition(" of ")
    if kind:
        return f"{part(role)} of {kind_word(kind)}"
    if name.startswith("after "):
        return f"behind “{name[6:]}”"
    return part(name) if name in PARTS else name


BOOK = Phrasebook((
    (r"not: (.+)", lambda m: f"against the other words, {_said(m[1])}"),
    (r"(no noun|a noun|a noun that tells little): (.+)", _state),
    (rf"(?:{_KINDS}): sort (.+)", lambda m: f"such people ({m[1]}) are often counted so"),
    (rf"(?:{_KINDS}): no role", "people of whom nothing more is said are often counted so"),
    (rf"(?:{_KINDS}): (.+)", lambda m: f"people of the sort “{m[1]}” are often counted so"),
    (r"one: (\w+)", lambda m: f"one person, and the noun is {m[1]}"),
    (r"several: (\w+)", lambda m: f"several, and the noun is {m[1]}"),
    (rf"({_GAPS}) (before|behind)(?:, ((?!for ).+?))?(?:, for (.+))?", _stands),
    (r"in the quote(?:, (.+))?", lambda m: "it stands in the quote" + (f", {_detail(m[1])}" if m[1] else "")),
    (r"behind, (.+)", lambda m: f"it stands behind, {_detail(m[1])}"),
    (r"before in its paragraph(.*)", lambda m: "it stands before in the same paragraph"),
    (r"the rules' words(?:, (.+))?", lambda m: f"the rules say so{_how(m[1])}"),
    (r"people, (.+)", lambda m: f"“people” is what is left{_how(m[1])}"),
    (r"noun (.+)", "the noun is {}"),
    (r"(\d) words", lambda m: f"it has {m[1]} words" + (" or more" if m[1] == "3" else "")),
    (r"sort (.+)", lambda m: f"such people ({m[1]})"),
    (r"generic(?:, (.+))?", lambda m: "its noun tells little"),
    (r"other(?:, (.+))?", lambda m: "its noun tells who they are"),
    (r"named on the page", "the page names them"),
    (r"named (\d) times", lambda m: f"the page names them {'once' if m[1] == '1' else m[1] + ' times'}"),
    (r"named most often", "the page names nobody more often"),
    (r"in the title", "the title names them"),
    (r"in the first sentence", "the first sentence names them"),
    (r"(suffers|harms|speaks) (?:on the page|\d times)", lambda m: f"on the page they {_DOING[m[1]]}"),
    (r"recency (\d)", lambda m: f"{'nobody' if m[1] == '0' else m[1] + ' others'} named since"),
    (r"told more fully elsewhere", "the page tells them more fully"),
    (r"told shorter elsewhere", "the page tells them shorter"),
    (r"((?:counted|alone counted|a (?:larger|smaller) figure|the same figure|the last)\b.*)",
        lambda m: _counted(m[1])),
    (r"no role", "the noun says nothing of what they do"),
    (r"([a-z]+)", lambda m: f"they are of the sort “{m[1]}”"),
))  # fmt: skip
"""What each feature of a phrase for people says."""


def _counted(name: str) -> str:
    """How other figures of the page count them."""
    told, _, kind = name.partition(", ")
    of = {"same kind": " of this kind", "other kind": " of another kind", "": ""}.get(kind, f", {kind}")
    return f"by another count of the page: {told}{of}".replace(": ", ", ")


def _how(told: str | None) -> str:
    """How the rules came to it, told roughly."""
    return "" if told is None else f" ({told.replace(':', ' by').replace('_', ' ')})"
