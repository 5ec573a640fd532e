"""One counting claim as questions see it: its figure, and whose people it counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.language.earlier import is_superseded, is_timed
from factcheck.language.measures import measure_for
from factcheck.language.parties import side_of
from factcheck.language.subjects import Subject, measure_of, subject_of
from factcheck.language.whom import bare
from factcheck.quick import quick

INHERIT_REACH = 160
"""Characters back, in the same paragraph, in which a figure without a noun finds whom it counts."""

NEAR_BEFORE, NEAR_AFTER = 90, 60
"""Characters around a quote in which words say that its figure runs over a period."""

AMONG = re.compile(r"\s*(?:among|of)\s+([^,.;]{3,40})")
TAIL = re.compile(r"(?:(?!\b(?:and|as|but|while|when|after|[\w-]+ of (?:them|whom)|\d+)\b)[^.,;!?\n]){0,40}")
_ACROSS = re.compile(r"\s*(?:[a-z]+ ){0,4}?((?:across|throughout) the [a-z]+(?: [a-z]+)?)")
_AREA = re.compile(r"\s*(?:[a-z]+ ){0,2}?(?:in|at|for) ((?!January|February|March|April|May|June|July"
    r"|August|September|October"
                   r"|November|December)[A-Z][a-z]{2,})\b")  # fmt: skip
NOT = "~"
"""Stands before a side that it is not: "the other side had lost more than twice that number"."""

OTHER_SIDE = re.compile(
    r"\b(?:the|its|their) (?:other side|enem(?:y|ies)|opponents?|adversary)\b[^.;]{0,30}$", re.I
)
OWN = re.compile(
    r"\b(?:(?:its|their|our)(?: own)?(?: \w+){0,2}? (?:soldiers?|troops|personnel|forces|fighters|men"
    r"|servicem[ae]n|members"
    r"|martyrs|mujahideen|people|nationals|citizens|officers|guards|police\w*)|sons of the soil|we (?:lost"
    r"|suffered))\b",
    re.I,
)
"""A party speaks of its own people."""
_ANYBODY = re.compile(
    r"\b(?:anybody|anyone|nobody|no one|no-one|not one (?:person|soul)|no (?:persons?|people|living soul))\b",
    re.I,
)
_NOBODY = frozenset(
    {"", "others", "dead", "injured", "wounded", "killed", "deaths", "casualties", "more", "fatalities"}
)


@quick(frozen=True, slots=True)
class Count:
    """One counting claim. ``near``: the words around the quote; ``timed``: one of several figures in time."""

    row: int
    document: str
    start: int
    kind: str
    low: float
    high: float
    subject: Subject
    place: str
    first: int
    last: int
    quote: str
    near: str
    confirms: bool
    claimant_side: str | None
    voice: str
    own_voice: bool
    timed: bool
    victims: str
    paragraph: str
    before: str  # the words right before the quote
    recorded: bool  # it came as a record, without its text

    @property
    def figure(self) -> tuple[float, float]:
        """Its bounds, to tell equal figures; open bounds are NaN and equal nothing, so -1 stands for them."""
        return (self.low if self.low == self.low else -1.0, self.high if self.high == self.high else -1.0)

    @property
    def size(self) -> float:
        """The figure as one number: the stated end, the middle of a range; -1 when there is none."""
        if self.low >= 0:
            return (self.low + self.high) / 2 if self.high >= 0 else self.low
        return self.high if self.high >= 0 else -1.0

    def counting(self, subject: Subject) -> Count:
        """The same figure for another subject (``dataclasses.replace`` takes four times as long)."""
        return Count(
            self.row, self.document, self.start, self.kind, self.low, self.high, subject, self.place, self.first,
            self.last, self.quote, self.near, self.confirms, self.claimant_side, self.voice, self.own_voice,
            self.timed, self.victims, self.paragraph, self.before, self.recorded,
        )  # fmt: skip


def count_of(row: int, record: dict[str, object]) -> Count:
    """The count of a row of the prepared table, its subject worked out."""
    r = record
    quote, context, claimant = str(r["quote"]), str(r["context"]), str(r["claimant"])
    at = context.find(quote)
    near = context[max(0, at - NEAR_BEFORE) : at + len(quote) + NEAR_AFTER] if at >= 0 else quote
    victims = bare(str(r["victims"]), str(r["place"]))
    subject = subject_of(victims, quote, str(r["side"]), str(r["role"]), bool(r["part_of"]))
    speaker = side_of(claimant) if claimant else None
    if subject.side is None:
        side = _beside(quote, context, at) or (
            speaker
            if r["high"] == 0 and subject.role not in ("child", "woman") and not of_anybody(victims, quote)
            else None
        )
        subject = replace(subject, side=side) if side else subject
    tail = TAIL.match(context[at + len(quote) : at + len(quote) + 40]) if at >= 0 else None
    measure = subject.measure or (measure_of(tail.group()) if tail else "")
    measure = measure or measure_for(str(r["kind"]), victims, quote)
    if measure != subject.measure:
        subject = replace(subject, measure=measure)
    if subject.single and r["low"] == r["low"] and r["low"] != 1:
        subject = replace(subject, single=False)
    place = str(r["place"])
    if at >= 0 and r["kind"] in ("attendance", "displaced", "missing"):
        place = area_behind(context[at + len(quote) : at + len(quote) + 45]) or place
    return Count(
        row=row, document=str(r["document"]), start=int(r["start"]), kind=str(r["kind"]),  # type: ignore[call-overload]
        low=float(r["low"]), high=float(r["high"]), subject=subject, place=place,  # type: ignore[arg-type]
        first=int(r["first"]), last=int(r["last"]), quote=quote, near=near,  # type: ignore[call-overload]
        confirms=r["stance"] == "confirms", claimant_side=speaker, voice=claimant or str(r["source"]),
        own_voice=not claimant, timed=is_superseded(quote, context) or is_timed(context),
        victims=victims,
        paragraph=context,
        before=before_of(context, at),
        recorded=bool(r["recorded"]),
    )  # fmt: skip


def counted_by(record: Mapping[str, object]) -> Subject:
    """Whom a row of the prepared table counts; what ``with_counted`` found is taken as it is."""
    found = record.get(_COUNTED)
    return found if isinstance(found, Subject) else count_of(0, dict(record)).subject


def with_counted(record: Mapping[str, object]) -> dict[str, object]:
    """The row with whom it counts, for rows that are held against many others."""
    return {**record, _COUNTED: count_of(0, dict(record)).subject}


_COUNTED = "counted"


def of_anybody(victims: str, quote: str) -> bool:
    """True where nobody at all is said to have come to harm ("nobody was hurt"), not none of one's own."""
    return _ANYBODY.search(f"{victims} {quote}") is not None and OWN.search(quote) is None


def before_of(context: str, at: int) -> str:
    """The words right before a quote that stands at ``at``; none where it stands nowhere."""
    return context[max(0, at - 60) : at] if at >= 0 else ""


def area_behind(text: str) -> str | None:
    """The area named right behind a figure: "700,000 in Paris", "400,000 demonstrators for Paris alone"."""
    found = _ACROSS.match(text) or _AREA.match(text)
    return found.group(1) if found else None


def inherit(counts: Sequence[Count]) -> list[Count]:
    """The counts of one document in order, each that names nobody with the subject of the figure before it.

    "58 Pakistani soldiers had been killed and 30 others wounded"; "it had still spoken of three dead".
    """
    out: list[Count] = []
    for c in counts:
        last = next((o for o in reversed(out[-6:]) if _may_lend(o)), None)
        near = last is not None and c.paragraph == last.paragraph and c.start - last.start <= INHERIT_REACH
        if last is not None and near and names_nobody(c.subject, c.victims, c.quote) and not c.subject.part:
            side = c.subject.side or last.subject.side
            lent = replace(c.subject, side=side, role=last.subject.role, words=last.subject.words)
            c = c.counting(lent)
        if (
            last is not None
            and c.document == last.document
            and OTHER_SIDE.search(c.before)
            and not side_of(c.victims)
        ):
            c = c.counting(replace(c.subject, side=NOT + (last.subject.side or "")))
        out.append(c)
    return out


def _may_lend(c: Count) -> bool:
    return not (c.subject.single or c.subject.part or c.subject.role in ("child", "woman"))


def names_nobody(subject: Subject, victims: str, quote: str) -> bool:
    """True when a figure stands without a word for whom it counts."""
    said = victims.casefold().strip()
    return subject.role == "people" and (
        said in _NOBODY or (said == "people" and "people" not in quote.casefold())
    )


def _beside(quote: str, context: str, at: int) -> str | None:
    """Whose people, from the words beside the quote: "no casualties among Iraqi forces", "India lost 20 men"."""
    if at < 0:
        return None
    behind = AMONG.match(context[at + len(quote) : at + len(quote) + 45])
    if behind:
        return side_of(behind.group(1), capitals=False)
    if quote.casefold().startswith(("lost", "lose")):
        return side_of(context[max(0, at - 25) : at], capitals=False)
    return None


def told_apart(a: Sequence[Count], b: Sequence[Count]) -> bool:
    """One voice of one text gives other figures in the one group than in the other."""
    said: dict[tuple[str, str], set[float]] = defaultdict(set)
    for c in a:
        said[c.document, c.voice].add(c.size)
    return any(said[c.document, c.voice] - {c.size} for c in b if (c.document, c.voice) in said)
