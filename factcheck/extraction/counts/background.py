"""Background: what the report of one crime tells beside it, of other crimes and of whole years."""

from __future__ import annotations

import re
from bisect import bisect_right

from factcheck.extraction.counts.genre import is_police_report
from factcheck.extraction.dates.event import chosen_days
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page, Sentence
from factcheck.values import ClaimRecord, DateSpan

FRESH = 14
"""Days before a page by which its crime is news; of an older one a trial or an appeal tells, and dates it."""

LONG_BEFORE = 21
"""A crime so many days before the one that is news is another one (dev/gva: 12 of 15)."""

LEAD = 3
"""In so many sentences at the beginning a page tells of its own crime, whatever day is named there."""

SAME = 1
"""Days by which what is said again of a crime may miss its day."""

OPENING = 700
"""Characters at the beginning that say whether a page tells of a crime or of its trial."""

BEFORE = 2
"""The same where the sentence says itself that it tells of another one, or of the same place once more."""

_HARM = frozenset({"killed", "wounded", "casualties"})

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)"
)
_STATISTIC = gated(
    r"\bso\s+far\s+(?:this|in\s+(?:19|20)\d\d)\b"
    rf"|\bin\s+(?:{_MONTH}|(?:19|20)\d\d)\s+alone\b|\b(?:this|last)\s+(?:year|month)\s+alone\b"
    r"|\byear[\s-]to[\s-]date\b|\bsince\s+the\s+(?:start|beginning)\s+of\s+(?:the|this)\s+year\b"
    r"|\b(?:in|across|throughout|around)\s+the\s+(?:united\s+states|u\.s\.|nation|country)(?!['’]s)"
    r"(?=\s+(?:in|since|between|from|each|every|this|last|over|during|so)\b|\W*$)"
    r"|\bnationwide\b(?!\s+children)|\bthis\s+time\s+last\s+year\b|\bsame\s+(?:period|time)\s+last\s+year\b"
    r"|\b(?:has|have)\s+(?:lost|claimed)\s+(?:their|the|so\s+many)?\s*lives\s+(?:to|due\s+to|because\s+of)\s+(?:gun|"
    r"domestic|street|knife)\s+violence\b"
    rf"|\b(?:from|between)\s+(?:{_MONTH},?\s+)?(?:19|20)\d\d,?\s+(?:to|and|through|until)\s+(?:{_MONTH},?\s+)?(?:19|20)\d\d\b"
    r"|\b(?:has|have)\s+(?:had|seen|recorded|investigated|reported|been)\b[^.;]*\b(?:this\s+(?:year|month)"
    r"|(?:in|over|during|within)\s+the\s+(?:last|past)\s+(?:\w+\s+)?(?:months?|years?|weeks?|decade))\b"
    rf"|\b(?:has|have)\s+(?:been\s+)?(?:killed|murdered|slain|shot|died|claimed|lost)\b[^.;]*\bsince\s+(?:early\s+|late\s+)?"
    rf"(?:{_MONTH}|(?:19|20)\d\d)\b"
    rf"|\b(?:each|every)\b[^.;]*\bsince\b[^.;]*\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""'At least 80 people were killed in the city in November alone', 'So far in 2017, 150 have been murdered'."""

_AFTER_ANOTHER = gated(
    r"\b(?:shootings?|incidents?|attacks?|killings?|slayings?|stabbings?|violence|deaths?|gunfire|rampage|massacre)\s+"
    r"(?:(?:also|itself|there)\s+)?(?:came|comes|happened|happens|occurred|took\s+place|followed|follows)\b[^.;]{0,30}?"
    r"\b(?:hours?|days?|weeks?|months?|years?)\s+(?:before|after|since)\b",
    re.IGNORECASE,
)
"""'The shooting came six weeks after a gunman killed 49 people': what follows is another crime."""

_ANOTHER = gated(
    r"\b(?:another|(?:an)?other|(?:an\s+)?earlier|(?:a\s+)?previous|(?:a\s+)?separate|(?:an\s+)?unrelated)\s+"
    r"(?:(?:fatal|deadly|mass|drive-by|similar)\s+)*(?:shootings?|incidents?|attacks?|killings?|slayings?|stabbings?"
    r"|homicides?|murders?)\b"
    r"|\b(?:same|that)\s+(?:block|street|intersection|corner|building|complex|apartments?|neighbou?rhood|house|home"
    r"|parking\s+lot|club|nightclub|bar|park|store|housing)\b",
    re.IGNORECASE,
)


_IN_COURT = gated(
    r"\b(?:plead(?:s|ed|ing)?|pled|pleas?|sentenc(?:es?|ed|ing)|convict(?:s|ed|ion)|trials?|jur(?:y|ors?)|verdicts?"
    r"|arraign\w*|appeal(?:s|ed)?|parole|acquitted|testif\w+|testimony|hearings?|indict(?:s|ed|ment)|extradit\w+)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"\W*(?:(?:\w+ing|left|killed|shot|wounded|injured)\s+)?(?:the|his|her|their|this|that|these|those|he|she|both|all)\b",
    re.IGNORECASE,
)
"""'The girl was shot last July': who is known already is the page's own."""


def without_background(page: Page, claims: list[ClaimRecord]) -> list[ClaimRecord]:
    """The claims without the dead and hurt of other crimes and of statistics, where a page has its own.

    Only the report of one crime is meant: other news tells of several things, each of which is news.
    """
    if not any(c.kind in _HARM for c in claims) or not is_police_report(page):
        return claims
    news = _news(page)
    starts = [sentence.span.start for sentence in page.sentences]
    told = [
        (claim, page.sentences[bisect_right(starts, claim.start) - 1])
        for claim in claims
        if claim.kind in _HARM and (claim.low or claim.high)
    ]
    known = [c.event_date for c, sentence in told if c.event_date is not None and _is_own(c, sentence)]
    beside = {
        id(claim)
        for claim, sentence in told[1:]
        if _is_beside(claim, sentence) or (news is not None and _is_old(claim, sentence, news, known))
    }
    return [claim for claim in claims if id(claim) not in beside]


def _news(page: Page) -> DateSpan | None:
    """The days of the page's crime where it is news."""
    published, days = page.document.published, chosen_days(page).days
    if published is None or days is None or any(m.start() < OPENING for m in page.matches(_IN_COURT)):
        return None
    return days if 0 <= (published - days.last).days <= FRESH else None


def _is_own(claim: ClaimRecord, sentence: Sentence) -> bool:
    """True for what the page begins with, and for people who are known already."""
    return sentence.index < LEAD or _DEFINITE.match(claim.quote) is not None


def _is_beside(claim: ClaimRecord, sentence: Sentence) -> bool:
    """True for the figure of a statistic, and for what a sentence tells after it named another crime."""
    if _STATISTIC.search(sentence.text) is not None:
        return True
    after = _AFTER_ANOTHER.search(sentence.text)
    return after is not None and sentence.span.start + after.end() <= claim.start


def _is_old(claim: ClaimRecord, sentence: Sentence, news: DateSpan, known: list[DateSpan]) -> bool:
    """True for the dead and hurt of days long before the crime that is news."""
    days = claim.event_date
    if days is None or _is_own(claim, sentence) or any(days.gap(own) <= SAME for own in known):
        return False
    apart = (news.first - days.last).days
    return apart > LONG_BEFORE or (apart > BEFORE and _ANOTHER.search(sentence.text) is not None)
