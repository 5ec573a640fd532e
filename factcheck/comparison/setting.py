"""What a rule must know of a question beside the two answers, and who is whose enemy."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import field
from functools import lru_cache

from factcheck.comparison.figures import bounds
from factcheck.comparison.positions import Answer
from factcheck.language.naming import country
from factcheck.language.parties import speaks_for
from factcheck.quick import quick
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


@quick(frozen=True, slots=True)
class Setting:
    """What a rule must know of the question beside the two answers: whether its toll rose or fell."""

    rising: bool = False
    falling: bool = False
    told: Mapping[str, Set[object]] = field(default_factory=dict)  # document -> the figures it gives
    standing: Mapping[str, Set[object]] = field(default_factory=dict)  # the same without earlier figures

    def one_text_tells_both(self, a: Answer, b: Answer) -> bool:
        """True when the document of one of the two gives both figures."""
        one, other, told = bounds(a), bounds(b), self.told
        return any(one in said and other in said for d in (a.document, b.document) if (said := told.get(d)))

    def tells_its_course(self, document: str) -> bool:
        """True when a document gives so many figures that it tells how the count went."""
        return len(self.told.get(document, ())) >= COURSE

    def one_text_holds_both(self, a: Answer, b: Answer) -> bool:
        """True when one document gives both figures, each of another voice, and neither as an earlier one."""
        if a.party == b.party:
            return False
        one, other = (a.party, bounds(a)), (b.party, bounds(b))
        return any(one in said and other in said for said in self.standing.values())


Rule = Callable[[Answer, Answer, Setting], Verdict | None]


def are_enemies(a: Answer, b: Answer) -> bool:
    """Two sides that count soldiers: their figures differ because they are rivals, not because time passed."""
    if a.subject.role != "fighter" != b.subject.role:
        return False
    one, other = a.side, b.side
    return one is not None and other is not None and one != other


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
    return not a.own_voice and _takes_part(a.name)


@lru_cache(maxsize=20_000)
def _takes_part(name: str) -> bool:
    side = speaks_for(name)
    return is_armed(name) or (side is not None and country(side) is None)


def is_neutral(a: Answer) -> bool:
    """The outlet itself, or authorities that take no side: police, coroners, "officials"."""
    return a.own_voice or _is_authority(a.name)


@lru_cache(maxsize=20_000)
def _is_authority(name: str) -> bool:
    """Of a name that speaks for no side."""
    return speaks_for(name) is None and _AUTHORITIES.search(name) is not None
