"""One claim of blame, denial or status, or a count that a denial may answer, as its question hangs on it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.language.numerals import numbers_in
from factcheck.language.parties import sides_in, speaks_for
from factcheck.lexicons import word_set
from factcheck.linking.questions.counted import Count
from factcheck.linking.topics.deeds import families, told_words
from factcheck.linking.topics.states import matters

TELLING_FIGURE = 10

_CAPTOR = re.compile(
    r"\bin (?:the )?(?:[\w'’-]+ ){1,2}(?:hands|captivity|custody)\b|\bby (?:the )?[A-Z][\w'’-]*", re.I
)
"""Who holds or did it: not whose people are spoken of."""

_TIMES = word_set(
    "january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday day days week weekend month year"
    " night morning evening today yesterday"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """One claim of blame, denial or status, or a count that a denial may answer."""

    row: int
    document: str
    start: int
    kind: str
    words: frozenset[str]  # of target, matter and quote, without parties
    state: frozenset[str]  # of the target alone
    matter: frozenset[str]  # of what is blamed alone
    voice: frozenset[str]  # words of the name of who speaks
    speaker: frozenset[str]  # sides that speak
    accused: frozenset[str]  # sides that are blamed
    sides: frozenset[str]  # sides that are spoken of
    figures: frozenset[float]
    text: str
    deeds: frozenset[int]  # numbers of the families of deeds
    days: tuple[int, int]  # first and last, ``UNKNOWN`` when not said
    about: frozenset[str] = frozenset()  # of a state: its matters
    fighters: bool = False  # a count of soldiers or fighters
    numbers: frozenset[float] = frozenset()  # all figures, small ones too
    part: bool = False  # a count of some among others: a denial answers the whole
    target: str = ""  # as written: who is blamed, what is denied, the state
    victims: str = ""  # as written: what is blamed
    quote: str = ""
    claimant: str = ""
    place: str = ""
    recorded: bool = False  # it came as a record, without its text
    paragraph: str = ""  # the text around it
    gist: str = ""  # what it is about, as extraction tells in numbers; "" where it was not read


def topic_of(row: int, record: dict[str, object], count: Count | None = None) -> Topic:
    """The topic of a row of the prepared table; of a count, its own subject tells whose people it counts."""
    target, victims, quote, claimant = (str(record[c]) for c in ("target", "victims", "quote", "claimant"))
    text = f"{target} {victims} {quote}"
    speaker = frozenset(sides_in(claimant)) if speaks_for(claimant) else frozenset()
    named = frozenset(sides_in(target))
    spoken_of = frozenset(sides_in(_CAPTOR.sub(" ", text), capitals=False))
    figures = set(numbers_in(text))
    figures |= {float(n) for n in (record["low"], record["high"]) if n == n}  # type: ignore[arg-type]
    matter = told_words(victims) - told_words(str(record["place"])) - _TIMES
    return Topic(
        row=row, document=str(record["document"]), start=int(record["start"]), kind=str(record["kind"]),  # type: ignore[call-overload]
        words=told_words(text), state=told_words(target), matter=matter, speaker=speaker,
        voice=told_words(claimant),
        accused=named or frozenset(sides_in(quote)) - speaker,
        sides=frozenset({count.subject.side} - {None}) if count else spoken_of,  # type: ignore[arg-type]
        figures=frozenset(n for n in figures if n >= TELLING_FIGURE), text=f"{target} {quote}",
        deeds=families(told_words(text)),
        days=(int(record["first"]), int(record["last"])),  # type: ignore[call-overload]
        numbers=frozenset(figures),
        part=count is not None and bool(record.get("part_of")),
        fighters=count is not None and count.subject.role == "fighter",
        about=matters(target, quote) if record["kind"] == "status" else frozenset(),
        target=target, victims=victims, quote=quote, claimant=claimant, place=str(record["place"]),
        recorded=bool(record["recorded"]), paragraph=str(record.get("context", "")),
        gist=str(record.get("gist", "")),
    )  # fmt: skip
