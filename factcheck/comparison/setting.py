"""What a rule must know of a question beside the two answers, and who is whose enemy."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from factcheck.comparison.figures import bounds
from factcheck.comparison.positions import Answer
from factcheck.language.naming import country
from factcheck.values import Verdict

_AUTHORITIES = re.compile(
    r"\b(?:police|sheriff|deput(?:y|ies)(?! (?:governor|minister|mayor|president|prime|head))|officers?"
    r"|officials?|authorities|investigators|detectives|troopers"
    r"|coroner"
    r"|medical examiner|prosecutors?|attorney|fire (?:department|officials|rescue)|paramedics|department"
    r"|cops?|sgt|sergeant|fbi|autops(?:y|ies)"
    r"|(?:initial|first|early|preliminary|unconfirmed) (?:reports?|information)"
    r"|reports|sources?|documents?|records|affidavit|indictment|complaint|dispatch(?:ers?)?)\b",
    re.I,
)


COURSE = 3
"""Figures in one text from which it tells the course of a count."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule must know of the question beside the two answers: whether its toll rose or fell."""

    rising: bool = False
    falling: bool = False
    told: Mapping[str, frozenset[object]] = field(default_factory=dict)  # document -> the figures it gives
    standing: Mapping[str, frozenset[object]] = field(default_factory=dict)  # the same without earlier figures

    def one_text_tells_both(self, a: Answer, b: Answer) -> bool:
        """True when the document of one of the two gives both figures."""
        both = {bounds(a), bounds(b)}
        return any(both <= self.told.get(document, frozenset()) for document in (a.document, b.document))

    def tells_its_course(self, document: str) -> bool:
        """True when a document gives so many figures that it tells how the count went."""
        return len(self.told.get(document, ())) >= COURSE

    def one_text_holds_both(self, a: Answer, b: Answer) -> bool:
        """True when one document gives both figures, each of another voice, and neither as an earlier one."""
        both = {(a.party, bounds(a)), (b.party, bounds(b))}
        return len({a.party, b.party}) == 2 and any(both <= figures for figures in self.standing.values())


Rule = Callable[[Answer, Answer, Setting], Verdict | None]


def are_enemies(a: Answer, b: Answer) -> bool:
    """Two sides that count soldiers: their figures differ because they are rivals, not because time passed."""
    return (
        a.side is not None
        and b.side is not None
        and a.side != b.side
        and "fighter" in (a.subject.role, b.subject.role)
    )


_ARMED = re.compile(
    r"\b(?:army|military|armed forces|air force|navy|marines|troops|forces|general staff|defen[cs]e ministry|"
    r"ministry of defen[cs]e|junta|rebels?|militants?|guerrillas?|militia|paramilitar\w+|insurgents?|"
    r"separatists)\b",
    re.I,
)


@lru_cache(maxsize=20_000)
def is_armed(name: str) -> bool:
    """An army, a militia, a ministry of defence, by its name."""
    return _ARMED.search(name) is not None


def takes_part(a: Answer) -> bool:
    """An armed party, by its name: what it says of its own deeds and their victims is a party's word."""
    return not a.own_voice and (is_armed(a.name) or (a.side is not None and country(a.side) is None))


def is_neutral(a: Answer) -> bool:
    """The outlet itself, or authorities that take no side: police, coroners, "officials"."""
    return a.own_voice or (a.side is None and _is_authority(a.name))


@lru_cache(maxsize=20_000)
def _is_authority(name: str) -> bool:
    return _AUTHORITIES.search(name) is not None
