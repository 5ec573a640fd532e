"""Tolls of a whole war: from the day on which, as the page says, it began, until the page's own day.

"At least 510 have now died in the conflict. The fighting began on 12 July": from 12 July on. Where the page does
not say when it began, neither do the words.
"""

from __future__ import annotations

import re

from factcheck.extraction.dates.datedphrases import Role
from factcheck.extraction.dates.pagetimes import PageTimes
from factcheck.extraction.gates import gated
from factcheck.values import DateSpan

_WAR = (
    r"(?:war|fighting|conflict|uprising|invasion|insurgency|offensive|revolution|campaign|crisis|violence|unrest"
    r"|hostilities|siege|blockade|operation|crackdown|bombardment|onslaught|assault|escalation|protests|rebellion)"
)
_BEGAN = r"(?:began|begun|started|broke\s+out|broken\s+out|erupted|was\s+launched|opened|flared(?:\s+up)?)"
SINCE_IT_BEGAN = gated(
    rf"\bsince\s+the\s+(?:start|beginning|outbreak|launch|onset)\s+of\s+(?:[\w'’-]+\s+){{0,3}}(?:{_WAR}|ceasefire|truce)\b"
    rf"|\bsince\s+(?:[\w'’-]+\s+){{0,3}}{_WAR}(?:\s+\w+)?\s+{_BEGAN}",
    re.I,
)
"""A toll of a whole war, which has days of its own: never those of the page's incident."""
_PERFECT = (
    r"\b(?:ha(?:ve|s|d))\s+(?:(?:now|already|so\s+far|thus\s+far|also|together|all|since)\s+)*"
    r"(?:died|lost|cost|claimed|killed|left|fled|suffered|perished|been\s+(?:\w+ly\s+)?(?:killed|wounded|injured|hurt"
    r"|displaced|driven|uprooted))\b"
)
_IN_WAR = (
    rf"\b(?:in|during|throughout)\s+(?:the|this|their|its)\s+(?:whole\s+|entire\s+|current\s+)?"
    rf"(?:[\w'’-]+\s+)?(?:{_WAR}|battle\s+(?:for|of)\s+[A-Z][\w'’-]+)\b"
)
_WHOLE = gated(
    rf"{_PERFECT}[^.;]{{0,90}}{_IN_WAR}|{_IN_WAR}[^.;]{{0,60}}{_PERFECT}"
    rf"|\b(?:the|this)\s+(?:[\w'’-]+\s+)?{_WAR}\s+ha[sd]\s+(?:now\s+|already\s+|so\s+far\s+)?(?:cost|claimed|killed|left|taken)\b",
    re.I,
)
"""'have now died in the conflict', 'the war has cost over 30,000 lives'."""
_BEFORE = gated(
    rf"\b{_WAR}\b[^.;]{{0,40}}\b{_BEGAN}\b[^.;]{{0,24}}$"
    rf"|\b(?:launched|began|started|unleashed|opened)\b[^.;]{{0,40}}\b(?:{_WAR}|battle)\b[^.;]{{0,40}}$"
    rf"|\b(?:set\s+off|triggered|sparked|ignited)\s+by\b[^.;]{{0,60}}\b(?:of|on)\s+$"
    rf"|\b(?:{_WAR}|battle)\b[^.;]{{0,24}},\s+(?:which\s+(?:has\s+(?:raged|lasted|gone\s+on)|is\s+going\s+on)\s+)?(?:now\s+)?since\s+$",
    re.I,
)
_AFTER = gated(
    rf"[^.;]{{0,50}}\b(?:launched|began|started|unleashed|opened)\b[^.;]{{0,50}}\b(?:{_WAR}|battle)\b"
    rf"|,?\s+(?:when|the\s+day)\s+(?:the\s+)?(?:[\w'’-]+\s+)?{_WAR}\s+{_BEGAN}",
    re.I,
)
NEXT_TO = 90
"""Length of a sentence that goes on with the toll of a war: 'The other side admits to 43.'"""


def whole_war(times: PageTimes, index: int) -> bool:
    """True for a sentence that tells the toll of a whole war, or goes on with one in the same paragraph."""
    sentence = times.page.sentences[index]
    if _tells(sentence.text):
        return True
    before = times.page.sentences[index - 1] if index else None
    if before is None or before.paragraph != sentence.paragraph or not _tells(before.text):
        return False
    dated = any(d.phrase.grain != "clock" for d in times.by_sentence.get(index, ()))
    return not dated and (len(sentence.text) < NEXT_TO or _GOES_ON.search(sentence.text) is not None)


def _tells(text: str) -> bool:
    return SINCE_IT_BEGAN.search(text) is not None or _WHOLE.search(text) is not None


_GOES_ON = gated(_PERFECT, re.I)


def war_days(times: PageTimes) -> DateSpan | None:
    """From the day on which the page's war began until the page's own day; None where it names no such day."""
    memo = times.page.memo
    if "war days" not in memo:
        memo["war days"] = _war_days(times)
    found: DateSpan | None = memo["war days"]
    return found


def _war_days(times: PageTimes) -> DateSpan | None:
    if times.today is None:
        return None
    began = []
    for d in times.dated:
        days, span = d.phrase.days, d.phrase.span
        if days is None or d.phrase.grain not in ("day", "night", "month") or days.first >= times.today:
            continue
        if d.role is Role.FURNITURE:
            continue
        sentence = times.page.sentences[d.sentence].span
        before = times.page.text[max(sentence.start, span.start - 120) : span.start]
        after = times.page.text[span.end : min(sentence.end, span.end + 110)]
        if _BEFORE.search(before) or _AFTER.match(after):
            began.append(days.first)
    return DateSpan(min(began), times.today) if began else None
