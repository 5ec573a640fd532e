"""Rules on words that narrow whom a figure counts: where they were, how they died, whose they are."""

from __future__ import annotations

import re

from factcheck.comparison.figures import bounds, point
from factcheck.comparison.positions import Answer
from factcheck.comparison.setting import Setting
from factcheck.naming import same_spot
from factcheck.values import Outcome, Verdict

_WHERE = re.compile(
    r"(?<=\w) (?:in|at|on|from|near|inside|outside|around) (?:the )?(?P<where>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)"
)
_HOW = re.compile(
    r"(?<=\w) (?:(?:killed|wounded|injured|hurt|shot|captured|taken|lost|drowned|burnt|found|recovered|treated)"
    r" (?:in|by|at|on|with|from|under)|who|whose|that|which) \w",
)


def of_one_place(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """ "Students at Liubukou" are some of the students of the whole town: the smaller figure names a place inside
    that of the larger one."""
    small, large = sorted((a, b), key=point)
    where = _WHERE.search(small.matter)
    if where is None or _WHERE.search(large.matter) or not large.place or same_spot(small.place, large.place):
        return None
    if where["where"].casefold() not in small.place.casefold() or where["where"] in large.place:
        return None
    text = f"{small.quantity} ({small.name}) counts only those {where.group().strip()}."
    return Verdict(Outcome.NOT_COMPARABLE, "count", text)


def told_by_how(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """ "Fighters killed in air strikes" are some of the fighters: only the smaller figure says how, or which."""
    small, large = sorted((a, b), key=point)
    if bounds(a) == bounds(b) or not _HOW.search(small.matter) or not large.matter or _HOW.search(large.matter):
        return None
    text = f"{small.quantity} ({small.name}) counts only “{small.matter}”, {large.quantity} all of them."
    return Verdict(Outcome.NOT_COMPARABLE, "count", text)
