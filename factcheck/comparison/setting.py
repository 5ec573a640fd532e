"""What a rule must know of a question beside the two answers, and who is whose enemy."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from factcheck.comparison.figures import bounds
from factcheck.comparison.positions import Answer
from factcheck.values import Verdict

_AUTHORITIES = re.compile(
    r"\b(?:police|sheriff|deput(?:y|ies)|officers?|officials?|authorities|investigators|detectives|troopers"
    r"|coroner"
    r"|medical examiner|prosecutors?|attorney|fire (?:department|officials)|paramedics|department)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule must know of the question beside the two answers: whether its toll rose or fell."""

    rising: bool = False
    falling: bool = False
    told: Mapping[str, frozenset[object]] = field(default_factory=dict)  # document -> the figures it gives

    def one_text_tells_both(self, a: Answer, b: Answer) -> bool:
        """True when the document of one of the two gives both figures."""
        both = {bounds(a), bounds(b)}
        return any(both <= self.told.get(document, frozenset()) for document in (a.document, b.document))


Rule = Callable[[Answer, Answer, Setting], Verdict | None]


def are_enemies(a: Answer, b: Answer) -> bool:
    """Two sides that count soldiers: their figures differ because they are rivals, not because time passed."""
    return (
        a.side is not None
        and b.side is not None
        and a.side != b.side
        and "fighter" in (a.subject.role, b.subject.role)
    )


def is_neutral(a: Answer) -> bool:
    """The outlet itself, or authorities that take no side: police, coroners, "officials"."""
    return a.own_voice or (a.side is None and _AUTHORITIES.search(a.name) is not None)
