"""Rules on words that narrow whom a figure counts: where they were, how they died, whose they are."""

from __future__ import annotations

import re

from factcheck.comparison.figures import bounds, by_size
from factcheck.comparison.positions import Answer
from factcheck.comparison.setting import Setting
from factcheck.language.naming import same_spot
from factcheck.values import Outcome, Verdict

_WHERE = re.compile(
    r"(?<=\w) (?:in|at|on|from|near|inside|outside|around) (?:the )?(?P<where>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)"
)
_HOW = re.compile(
    r"(?<=\w) (?:(?:killed|wounded|injured|hurt|shot|captured|taken|lost|drowned|burnt|found|recovered|treated)"
    r" (?:in|by|at|on|with|from|under)|who|whose|that|which) \w",
)

_WHAT = re.compile(
    r"(?<=\w) (?:with|without|suffering|having|treated|aged"
    r"|in (?:[\w-]+ ){0,4}?(?:pregnancy|condition|state|uniform|labour|care)"
    r"|of (?:the )?(?:[\w-]+['’]s )?(?:[\w-]+ ){0,2}?"
    r"(?:brigade|battalion|regiment|unit|company|squad|platoon|squadron))\b"
)
"""What sets some of them apart: what ails them, how they are, which unit is theirs."""

_BODY = re.compile(
    r"\b(?P<body>[A-Z][\w'’.-]*) (?:[\w-]+ )?(?:troops|soldiers|forces|personnel|staff|peacekeepers|servicem[ae]n"
    r"|members|fighters|employees|workers|crew|citizens|nationals|officers)\b"
)
"""People of one body or country."""


def of_one_place(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """ "Students at Liubukou" are some of the students of the whole town: the smaller figure names a place inside
    that of the larger one."""
    small, large = by_size(a, b)
    where = _WHERE.search(small.matter)
    if where is None or _WHERE.search(large.matter) or not large.place or same_spot(small.place, large.place):
        return None
    if where["where"].casefold() not in small.place.casefold() or where["where"] in large.place:
        return None
    text = f"{small.quantity} ({small.name}) counts only those {where.group().strip()}."
    return Verdict(Outcome.NOT_COMPARABLE, "count", text)


def told_by_how(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """ "Fighters killed in air strikes" are some of the fighters: only the smaller figure says how, or which."""
    small, large = by_size(a, b)
    if bounds(a) == bounds(b) or not _HOW.search(small.matter) or not large.matter or _HOW.search(large.matter):
        return None
    text = f"{small.quantity} ({small.name}) counts only “{small.matter}”, {large.quantity} all of them."
    return Verdict(Outcome.NOT_COMPARABLE, "count", text)


def told_by_what(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """ "People with broken arms" are some of the hurt, "pregnant women" some of the women: only one of the
    figures says what sets them apart, or each something else."""
    if bounds(a) == bounds(b):
        return None
    if a.subject.measure and a.subject.measure == b.subject.measure:
        return None
    for one, other in ((a, b), (b, a)):
        if _WHAT.search(one.matter) and not one.subject.words <= other.subject.words:
            text = f"{one.quantity} ({one.name}) counts only “{one.matter}”."
            return Verdict(Outcome.NOT_COMPARABLE, "count", text)
    return None


def none_of_some(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """ "No losses" of one body among the people, or nobody at one spot of the town: others may have been hit."""
    none, some = by_size(a, b)
    if bounds(none) != (0, 0) or some.subject.role not in ("people", none.subject.role):
        return None
    spot = none.place != some.place and bool(some.place) and some.place.casefold() in none.place.casefold()
    body = _BODY.search(none.matter)
    if not spot and (body is None or body["body"] in some.matter or some.subject.role != "people"):
        return None
    where = f"at {none.place}" if spot else f"of {none.matter}"
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"None {where} ({none.name}), {some.quantity} in all.")
