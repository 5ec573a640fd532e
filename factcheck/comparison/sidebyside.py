"""Rules on figures that one text sets beside each other, each in another voice: there the two are held to them.

Of two texts one may have known more; who writes both down in one text says that they differ.
"""

from __future__ import annotations

import re

from factcheck.comparison.figures import bounds, gap_abs, is_vague, point, ratio, severity
from factcheck.comparison.positions import Answer
from factcheck.comparison.setting import Setting
from factcheck.values import Outcome, Qualifier, Verdict

ABOVE_FLOOR = 1.4
"""An exact figure so many times the floor that another voice gives in the same text is no count within it. Of the
marked reports all such pairs are conflicts (110 against "at least 76", 287 against "over 130"); closer ones are of
counts that went on (15 and "more than 12")."""

FLOOR_LEAST = 5.0
"""Smaller floors are loose words ("at least one person was hurt"). Of pooled local news all four were."""

BELOW_CEILING = 2.5
"""The same for a ceiling: 107 thousand against "up to 325 thousand"; of "as many as 40" and 23 none is wrong."""


LEAVES_ROOM = 0.75
"""What is left of the severity of a conflict in which the bound still leaves room for the other figure: those of
ranges that do not meet come first."""


_STILL_COUNTED = re.compile(r"\b(?:so far|as yet|to date|until now|up to now|by now)\b", re.IGNORECASE)
"""'At least 100 have been found so far': who says so does not say how many there are."""


def beyond_the_bound(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """One text gives "at least 76" and another voice's 110: the bound leaves room, but not for that."""
    if not two_voices_of_one_text(a, b) or is_vague(a) or is_vague(b):
        return None
    for bound, other in ((a, b), (b, a)):
        if _far_beyond(bound, other) and _STILL_COUNTED.search(bound.quote) is None:
            sides = f"{bound.quantity} ({bound.name}) and {other.quantity} ({other.name})"
            text = f"{sides}, set side by side in one text: too far apart for one count."
            weight = round(LEAVES_ROOM * severity(a, b), 3)
            return Verdict(Outcome.CONFLICT, "count", text, weight, gap_abs(a, b), ratio(a, b))
    return None


def two_voices_of_one_text(a: Answer, b: Answer) -> bool:
    """True for two claimants, not of one side, whose figures one document gives."""
    return a.document == b.document and a.party != b.party and (a.side is None or a.side != b.side)


def _far_beyond(bound: Answer, other: Answer) -> bool:
    low, high = bounds(bound) or (None, None)
    if other.quantity is None or None in (bounds(other) or (None,)) or bound.superseded:
        return False
    if low is not None and high is None:
        return low >= FLOOR_LEAST and point(other) >= ABOVE_FLOOR * low
    return low is None and high is not None and 0 < BELOW_CEILING * point(other) <= high


def both_exact(a: Answer, b: Answer) -> bool:
    """True for two figures that leave nothing open: exact, or from one to another."""
    sharp = (Qualifier.EXACT, Qualifier.RANGE)
    return all(x.quantity is not None and x.quantity.qualifier in sharp for x in (a, b))
