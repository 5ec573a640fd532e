"""Quotes shown inside their text: HTML in which the claims are marked and nothing else is markup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from urllib.parse import urlsplit

from factcheck.queries.claims import ClaimRow
from factcheck.queries.passages import Passage


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text to highlight: its claim, and whether it is the one asked for."""

    claim: str
    start: int
    end: int
    tip: str
    chosen: bool = False


def passage_html(passage: Passage) -> str:
    """The paragraph with its quote in a <mark>."""
    before = ("… " if passage.cut_before else "") + escape(passage.before.lstrip())
    after = escape(passage.after.rstrip()) + (" …" if passage.cut_after else "")
    return f'<blockquote class="fc-quote">{before}<mark>{escape(passage.quote)}</mark>{after}</blockquote>'


def snippet_html(passage: Passage, room: int = 110) -> str:
    """The quote in a <mark> with at most ``room`` characters of its paragraph on either side."""
    before, after = " ".join(passage.before.split()), " ".join(passage.after.split())
    lead, trail = before[-room:], after[:room]
    if cut := len(before) > room or passage.cut_before:
        lead = "… " + (lead.split(" ", 1)[-1] if len(before) > room else lead)
    if len(after) > room or passage.cut_after:
        trail = (trail.rsplit(" ", 1)[0] if len(after) > room else trail) + " …"
    gap = " " if lead and (passage.before[-1:].isspace() or cut) else ""
    join = " " if passage.after[:1].isspace() else ""
    return f"{escape(lead)}{gap}<mark>{escape(passage.quote)}</mark>{join}{escape(trail)}"


def marked_text(text: str, marks: Iterable[Mark]) -> str:
    """The whole text with every mark highlighted; where marks overlap, the shared stretch names them all."""
    todo = sorted((m for m in marks if 0 <= m.start < m.end <= len(text)), key=lambda m: (m.start, -m.end))
    edges = sorted({0, len(text), *(m.start for m in todo), *(m.end for m in todo)})
    seen: set[str] = set()
    parts = []
    for start, end in pairwise(edges):
        over = [m for m in todo if m.start <= start and m.end >= end]
        parts.append(_stretch(text[start:end], over, seen) if over else escape(text[start:end]))
    return f'<div class="fc-text">{"".join(parts)}</div>'


def web_link(url: str | None, label: str) -> str:
    """A link that opens the address in a new tab; plain text for anything but http and https."""
    shown = escape(label)
    if url is None or not is_web(url):
        return shown
    return f'<a href="{escape(url, quote=True)}" target="_blank" rel="noopener noreferrer nofollow">{shown}</a>'


def is_web(url: str) -> bool:
    """True for an http or https address with a host."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.netloc)


def marks_of(
    claims: Iterable[ClaimRow], tip: dict[str, str], *, chosen: str | None, offset: int = 0
) -> list[Mark]:
    """The marks of a document's claims, counted from the stretch of text that is shown."""
    return [Mark(c.id, c.start - offset, c.end - offset, tip.get(c.id, ""), c.id == chosen) for c in claims]


def _stretch(text: str, over: list[Mark], seen: set[str]) -> str:
    anchors = "".join(f'<a id="claim-{escape(m.claim)}"></a>' for m in over if m.claim not in seen)
    seen.update(m.claim for m in over)
    tip = escape(" · ".join(dict.fromkeys(m.tip for m in over if m.tip)), quote=True)
    css = ' class="fc-chosen"' if any(m.chosen for m in over) else ""
    return f'{anchors}<mark{css} title="{tip}">{escape(text)}</mark>'
