"""A rule on words that say that a count moved: "corrected to 42", "80 this morning"."""

from __future__ import annotations

import re

from factcheck.comparison.figures import bounds, by_size, gap_abs, ratio
from factcheck.comparison.positions import GROWING_KINDS, Answer
from factcheck.comparison.setting import Setting, are_enemies, takes_part
from factcheck.values import Outcome, Verdict

_RAISED = re.compile(
    r"\b(?:(?:rais|revis|correct|updat|increas|bring|brought|mov|put)\w*(?: [\w'’-]+){0,5}? (?:up )?to"
    r"|(?:rose|risen|rises|rising|climb\w*|grew|grown|grows|went|gone|jump\w*|mount\w*|reached|surg\w*|passed)"
    r"(?: up| further| again| overnight)? (?:to|past|above)) (?:(?:at least|more"
    r" than|over|about|some|nearly|almost|a) )?(?:\d|one\b|two\b|three\b|four\b|five\b|six|seven|eight|nine|ten\b"
    r"|eleven|twelve|dozen|[a-z]{3,5}teen|(?:twen|thir|for|fif)ty|hundred|thousand)"
    r"|\bup from\b",
    re.I,
)
_EARLY = re.compile(
    r"\b(?:this morning|early (?:this morning|today|on)|at (?:noon|midday|dawn|daybreak|first light|first)"
    r"|in the (?:morning|night|first hours?)|last night|overnight|by (?:dawn|noon|midday)|the night before"
    r"|(?:an hour|hours) (?:before|earlier))\b",
    re.I,
)


def moved_on(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """The words of the larger say that it was raised to that ("corrected to 42"), or those of the smaller that it
    is of an earlier hour ("80 this morning")."""
    small, large = by_size(a, b)
    if a.kind not in GROWING_KINDS or are_enemies(a, b) or bounds(small) == (0, 0):
        return None
    if takes_part(small) != takes_part(large):
        return None
    raised, early = _RAISED.search(large.quote), _EARLY.search(small.quote) and not _EARLY.search(large.quote)
    if not (raised or early):
        return None
    text = f"{small.quantity} ({small.name}), then {large.quantity} ({large.name}): the words say that it rose."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))
