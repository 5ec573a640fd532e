"""What the pages say in words: figures, answers, dates, states, counts. Pure text, nothing of Streamlit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from factcheck.language import asking, telling
from factcheck.language.asking import cut, without_lead
from factcheck.queries.claims import ClaimRow
from factcheck.values import NARRATIVE_KINDS, is_learnt

STATES: Mapping[str, str] = {
    "open": "open",
    "possible": "possible",
    "real": "real conflict",
    "not_a_conflict": "not a conflict",
    "resolved": "resolved",
    "gone": "no longer found",
}
"""What a conflict's state is called on every page."""

TYPES: Mapping[str, str] = {
    "count": "figures",
    "part": "part against whole",
    "possible": "possible conflict",
    "identity": "who the victims were",
    "date": "which day",
    "place": "which place",
    "carrier": "carrier against claimant",
    "first": "who acted first",
    "blame": "who is to blame",
    "denial": "charge and denial",
    "status": "what state holds",
}
"""What a type of conflict is called on every page."""

PLAIN_TYPES = ("count", "blame", "denial", "status", "possible")
"""Types that the kind of the question, or the state, says already."""

LEADS: Mapping[str, str] = {
    "carrier": "What a carrier garbled:",
    "possible": "Why this may be a conflict:",
}
"""What stands before the reason of a type of conflict; before the others: why it is one."""

_NO_WORD_FOR_PEOPLE = frozenset(("bodies", "body", "deaths", "death", "dead", "casualties", "lives", "fatalities"))
"""What is counted, told by what became of it: 'bodies killed' reads oddly."""

_MANNERS: Mapping[str, str] = {
    "reports": "reported", "claims": "claimed", "confirms": "confirmed", "alleges": "alleged", "denies": "denied",
    "estimates": "estimated",
}  # fmt: skip
"""A stance without a name before it."""

UNDATED = "no date"
NO_PLACE = "place unknown"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:])")


def figure(claim: ClaimRow) -> str:
    """The claim's figure in words ('at least 10'), or what it asserts when it has none ('blames Pakistan')."""
    quantity = claim.quantity
    if quantity is not None and quantity.stated:
        return str(quantity)
    if claim.kind in ("blame", "denial", "status"):
        return assertion(claim)
    return "no number"


def sureness(rule: str | None, confidence: float | None) -> str:
    """How sure a claim is, 'about 93% of such claims are right', and whether a learnt model read it."""
    by = "read by a learnt model" if is_learnt(rule or "") else ""
    sure = "" if confidence is None else f"about {confidence:.0%} of such claims are right"
    return ", ".join(filter(None, (by, sure)))


def assertion(claim: ClaimRow) -> str:
    """What a claim without a figure asserts: who is blamed, what is denied, which state holds."""
    match claim.kind:
        case "blame":
            return telling.blamed(claim.voice, claim.target, claim.quote)
        case "denial":
            return telling.denied(claim.voice, claim.target or claim.victims, claim.quote)
        case _:
            return telling.holds(claim.voice, claim.target or claim.victims, claim.quote)


def manner(claim: ClaimRow) -> str:
    """How the claimant put it, without its name: 'estimated'."""
    return _MANNERS.get(claim.stance, claim.stance)


def stance(claim: ClaimRow) -> str:
    """How the claimant puts it, with the verb's form that goes with its name: 'officials allege'."""
    return telling.verb(claim.voice, claim.stance)


def counted(claim: ClaimRow) -> str:
    """Who or what the figure counts: 'Pakistani soldiers killed'; for a narrative claim what it is about."""
    if claim.kind == "blame":
        return asking.charged(claim.victims or "", claim.quote)
    if claim.kind in ("denial", "status"):
        return claim.victims if claim.victims and claim.target else ""
    happened = {"attendance": "taking part", "casualties": "killed or wounded"}.get(claim.kind, kind(claim.kind))
    whom = without_lead(claim.victims or "")
    if whom.lower() in _NO_WORD_FOR_PEOPLE:
        whom = "people"
    if claim.low == claim.high == 1:
        whom = telling.one_of(whom)
    return " ".join(part for part in (whom, happened) if part)


def about(claim: ClaimRow) -> str:
    """Whom or what it counts, beside its kind; for a narrative claim what it is about."""
    return counted(claim) if claim.kind in NARRATIVE_KINDS else claim.victims or ""


def against(a: ClaimRow, b: ClaimRow) -> str:
    """Two rival claims in one line: '58 (Northern army) against 23 (the ministry)'."""
    return " against ".join(f"{shorten(figure(claim), 60)} ({claim.voice})" for claim in (a, b))


def conflict_type(name: str) -> str:
    """A type of conflict as words for people; a new one as its name."""
    return TYPES.get(name, name.replace("_", " "))


def kind(name: str) -> str:
    """A kind of claim as a word for people."""
    return name.replace("_", " ")


def day(value: date | None) -> str:
    """One day: '12 Oct 2025'."""
    return UNDATED if value is None else f"{value.day} {value:%b %Y}"


def days(first: date | None, last: date | None) -> str:
    """An interval of days: '11-12 Oct 2025', '30 Sep - 2 Oct 2025'."""
    if first is None or last is None or first == last:
        return day(first or last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%b %Y}"
    if first.year == last.year:
        return f"{first.day} {first:%b} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def moment(value: datetime | None) -> str:
    """A point in time, to the minute, in UTC as it is stored."""
    return "never" if value is None else f"{day(value.date())}, {value:%H:%M} UTC"


def duration(seconds: int) -> str:
    """A stretch of time: '42 s', '3 min 5 s'."""
    return f"{seconds} s" if seconds < 60 else f"{seconds // 60} min {seconds % 60} s"


def where_and_when(place: str | None, first: date | None, last: date | None) -> str:
    """The place and days of an incident in one line."""
    return f"{place or NO_PLACE} · {days(first, last)}"


def number(n: int, one: str, many: str | None = None) -> str:
    """A count with its noun: '1 claim', '1,204 claims'."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def disputed(questions: int, pairs: int, *, possible: bool = False) -> str:
    """How much is in dispute: '2 questions with 3 conflicting pairs'; a pair is two positions on one question.
    ``possible``: of pairs that are not likely enough to be called conflicts."""
    return f"{number(questions, 'question')} with {in_pairs(pairs, possible=possible)}"


def in_pairs(pairs: int, *, possible: bool = False) -> str:
    """'3 conflicting pairs', '1 possibly conflicting pair'."""
    return number(pairs, "possibly conflicting pair" if possible else "conflicting pair")


def shorten(text: str, room: int) -> str:
    """The text, cut at a word and marked when it is longer than the room."""
    short = cut(text, room)
    return f"{short}”" if short.count("“") > short.count("”") else short


def plain_markdown(text: str) -> str:
    """The text with every sign of Markdown disarmed: for widget labels, which Streamlit formats."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text[-1:] in ".!?…" else ".") if text else ""
