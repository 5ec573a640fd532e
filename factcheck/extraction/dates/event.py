"""When it happened: the days that a report gives for one claim, or None when it does not say.

The phrase of time in the claim's own clause counts first, then its sentence, its paragraph, and last the day of
the incident that the whole page tells of. The day on which somebody said it is not the day on which it happened.
"""

from __future__ import annotations

import re
from datetime import timedelta

from factcheck.extraction.dates import calendar
from factcheck.extraction.dates.anchor import incident_days, nobody_since
from factcheck.extraction.dates.choosing import Chosen, choose
from factcheck.extraction.dates.datedphrases import Dated, Role
from factcheck.extraction.dates.datedthings import named_again, there_again
from factcheck.extraction.dates.followups import followed
from factcheck.extraction.dates.pagetimes import PageTimes
from factcheck.extraction.dates.records import Record
from factcheck.extraction.dates.timephrases import TimePhrase
from factcheck.extraction.dates.wars import SINCE_IT_BEGAN, war_days, whole_war
from factcheck.extraction.gates import gated
from factcheck.extraction.nearness import distance
from factcheck.extraction.page import Finding, Page
from factcheck.values import DateSpan


def event_date(page: Page, finding: Finding) -> DateSpan | None:
    """The days on which the counted or asserted thing happened, as far as the page says."""
    times = _times(page)
    own = None if _CUMULATIVE.search(finding.sentence.text, 0, _end_of(finding)) else _in_sentence(times, finding)
    if own is not None:
        days = times.days_of(own)
        if days is not None and own.phrase.open == "since" and nobody_since(times, own):
            return DateSpan.day(days.first)
        if (
            own.phrase.days is not None
            and own.phrase.open == "since"
            and (_in_since(finding, own.phrase) or _when_then(finding, own.phrase))
        ):
            return own.phrase.days
        if days is not None:
            return times.until_today(days) if own.role is Role.LABEL else times.refined(days, own)
    if whole_war(times, finding.sentence.index):
        since = war_days(times)
        if since is not None or SINCE_IT_BEGAN.search(finding.sentence.text):
            return since
    if _OF_LATE.search(finding.sentence.text):
        return None
    text = finding.sentence.text
    days = (
        times.anchor if _OF_THE_INCIDENT.search(text) else named_again(times, text) or there_again(times, finding)
    )
    if days is None:
        days = times.carried(finding.sentence, march=finding.kind == "attendance")
    return times.counted_by(_part_of(text, days), finding.sentence)


_SINCE_OPENS = re.compile(r"\W*since\s+[^,;:]*$", re.IGNORECASE)


def _in_since(finding: Finding, phrase: TimePhrase) -> bool:
    """True for the 276 of 'Since the 276 girls were taken in April 2014, 1,700 have been': from then on."""
    text, offset = finding.sentence.text, finding.sentence.span.start
    before = finding.span.end <= phrase.span.start
    return before and _SINCE_OPENS.fullmatch(text[: phrase.span.start - offset]) is not None


def _when_then(finding: Finding, phrase: TimePhrase) -> bool:
    """True for the one of '78 have died since 8 July, when troops killed one': on that day."""
    text, offset = finding.sentence.text, finding.sentence.span.start
    return _WHEN_THEN.fullmatch(text, phrase.span.end - offset, max(0, finding.span.start - offset)) is not None


_WHEN_THEN = re.compile(r",?\s+when\b(?:(?!,\s+(?:and|but|while)\b)[^;.])*(?<!,\s)", re.IGNORECASE)


_CUMULATIVE = gated(
    r"\b(?:brings?|bringing|brought|takes?|taking|took|raises?|raising|raised|lifts?|lifting|pushes|pushing)\s+"
    r"(?:[\w'’-]+\s+){0,4}(?:tolls?|totals?|numbers?|counts?|figures?|deaths)\b[^.;]*?\bto\s+(?:[\w'’-]+"
    r"\s+){0,3}[\w,.]+\W*$",
    re.IGNORECASE,
)
"""'Two more died on Thursday, bringing the toll to 19': the toll is that of the whole incident."""


def _end_of(finding: Finding) -> int:
    return finding.span.end - finding.sentence.span.start


_OF_THE_INCIDENT = gated(
    r"\bsince\s+the\s+(?:\w+\s+)?(?:raid|attack|strike|bombing|blast|explosion|shooting|massacre|ambush"
    r"|(?:earth)?quake"
    r"|flood|floods|storm|cyclone|fire|crash|sinking|collapse|eruption|disaster|abduction|kidnapping)s?\b"
    r"|^\W*(?:today|now)\b,?\s",
    re.IGNORECASE,
)
"""'Some 4,000 have fled since the raid', 'Today dozens are homeless': after the page's own incident."""


_NTH_DAY = gated(r"\b(?:on|in)\s+the(?:ir)?\s+(first|second|third|fourth|fifth|last|final)\s+day\b", re.IGNORECASE)
_NTH_DAYS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}
_BY_DAY = gated(r"\b(?:in|that|during)\s+the\s+(?:afternoon|evening)\b", re.IGNORECASE)


def _part_of(text: str, days: DateSpan | None) -> DateSpan | None:
    """The one day that a sentence means of several: 'on the first day', 'in the afternoon' before the night."""
    if days is None or days.days == 1:
        return days
    nth = _NTH_DAY.search(text)
    if nth and days.days > 2:
        day = calendar.shift(days.first, _NTH_DAYS.get(nth[1].lower(), days.days - 1))
        return DateSpan.day(day) if day <= days.last else days
    return DateSpan.day(days.first) if days.days == 2 and _BY_DAY.search(text) else days


_OF_LATE = gated(r"\b(?:lately|of\s+late|in\s+recent\s+(?:weeks|months|years))\b", re.IGNORECASE)
"""'Kyiv has lately said that it shot down two': on no day that the text gives."""


def _times(page: Page) -> PageTimes:
    if "times" not in page.memo:
        times = PageTimes(page)
        chosen = choose(times, incident_days(times))
        times.followed = followed(times)
        times.anchor, times.into_night = chosen.days, times.into_night and chosen.days == chosen.rule
        page.memo["times"], page.memo["chosen days"] = times, chosen
    found: PageTimes = page.memo["times"]
    return found


def records_on(page: Page) -> list[Record]:
    """The records of a page that lists incidents, each under its day and place."""
    return _times(page).records


def chosen_days(page: Page) -> Chosen:
    """The days of the page's incident, and how they were chosen."""
    _times(page)
    chosen: Chosen = page.memo["chosen days"]
    return chosen


def _in_sentence(times: PageTimes, finding: Finding) -> Dated | None:
    """The phrase of the finding's own sentence that dates it best, if any does."""
    remembered = finding.kind != "attendance" and _REMEMBERED.search(finding.sentence.text) is not None
    found = [
        d
        for d in times.by_sentence.get(finding.sentence.index, ())
        if d.phrase.grain != "clock"
        and (d.role > Role.AFTERMATH or _dates(d, times, finding))
        and not (times.anchor and _parted(finding, d.phrase))
        and not (times.anchor and _raised_by(finding, d.phrase))
        and not (remembered and d.phrase.days and times.today and d.phrase.days.last >= times.today - RECENT)
    ]
    if not found:
        return None
    happened = [d for d in found if d.role is not Role.LABEL]
    offset = finding.sentence.span.start
    return min(
        happened or found,
        key=lambda d: (
            distance(finding, d.phrase.span)
            + 4 * _in_brackets(finding.sentence.text, d.phrase.span.start - offset),
            -d.role,
            abs(d.phrase.span.start - finding.span.start),
        ),
    )


RECENT = timedelta(days=7)
"""The days before a page's own of which one may be that of a ceremony for the dead."""
_REMEMBERED = gated(
    r"\b(?:bells?\s+(?:rang|tolled)|(?:minute|moment)(?:['’]s|\s+of)\s+silence|(?:lit|lighted|burned)\s+(?:\w+"
    r"\s+)?candles?"
    r"|laid\s+(?:flowers|wreaths?|roses)|names\s+(?:\w+\s+){0,4}were\s+read|commemorat\w+|held\s+a\s+(?:\w+"
    r"\s+)?(?:mass|service|vigil)"
    r"\s+for)\b",
    re.IGNORECASE,
)
"""'At noon today the bells rang for the 42 people killed': the day of the bells."""


def _parted(finding: Finding, phrase: TimePhrase) -> bool:
    """True when the phrase follows the finding behind a semicolon: then it belongs to another sentence in one."""
    offset = finding.sentence.span.start
    between = finding.sentence.text[max(0, finding.span.end - offset) : max(0, phrase.span.start - offset)]
    return ";" in between or (phrase.grain == "year" and _RELATIVE.search(between) is not None)


_RELATIVE = re.compile(r",\s+(?:which|who|whose|whom)\b")
"""'(five died, said the union), which (was founded in 1990)': the year of what is explained."""


_TOLL = gated(r"\b(?:tolls?|counts?|tally|number\s+of\s+(?:dead|deaths))\b[^.;]*$", re.IGNORECASE)
_ONE_MORE = gated(
    r"\b(?:after|as|when|since)\b[^.;]*\b(?:died|dies|succumbed|bod(?:y|ies)|remains|lost\s+(?:his|her|their)\s+(?:life|lives))\b"
    r"[^.;]*$",
    re.IGNORECASE,
)


def _raised_by(finding: Finding, phrase: TimePhrase) -> bool:
    """True for the 13 of 'The toll stands at 13 after a student died on Tuesday': that of the whole incident."""
    text, offset = finding.sentence.text, finding.sentence.span.start
    behind = text[max(0, finding.span.end - offset) : max(0, phrase.span.start - offset)]
    return (
        bool(behind)
        and _ONE_MORE.search(behind) is not None
        and _TOLL.search(text, 0, _end_of(finding)) is not None
    )


def _in_brackets(text: str, position: int) -> bool:
    return text.rfind("(", 0, position) > text.rfind(")", 0, position)


def _dates(dated: Dated, times: PageTimes, finding: Finding) -> bool:
    """True when an aftermath, a count or a label may date the finding: a march is counted on its day.

    An arrest follows a crime, but captives and arms are taken on its day; a toll is counted from its 'since' on.
    """
    march = finding.kind == "attendance"
    match dated.role:
        case Role.COUNTED:
            return dated.phrase.open == "since" or (march and dated.phrase.days is not None)
        case Role.SAID:
            days, anchor = dated.phrase.days, times.anchor
            return days is not None and anchor is not None and (anchor.first - days.last).days > LONG_BEFORE
        case Role.LABEL:
            return (march and _heads_line(dated, finding)) or _this_year(dated, finding)
        case Role.AFTERMATH:
            taken = finding.kind in ("captured", "seized") and distance(finding, dated.phrase.span) <= TAKEN
            return (
                march
                or taken
                or times.anchor is None
                or (_far_from(dated, times) and not _IN_COURT.search(finding.sentence.text))
                or _died_before(dated, times, finding)
                or _died_later(dated, finding)
            )
    return False


LONG_BEFORE = 60
"""Days before the incident of the page from which on a statement cannot have been about it."""

TAKEN = 3
"""Steps in the parse within which the day of an arrest is that of the captives counted beside it."""


def _heads_line(dated: Dated, finding: Finding) -> bool:
    """'June 9: 1.03 million': the day opens the line of a list."""
    text, offset, phrase = finding.sentence.text, finding.sentence.span.start, dated.phrase
    opens = len(text[: phrase.span.start - offset].split()) < 2
    return opens and phrase.days is not None and text.startswith(":", phrase.span.end - offset)


_HAVE = re.compile(r"\b(?:ha(?:ve|s)\b|so\s+far\b)", re.IGNORECASE)

_NTH = re.compile(
    r"\b(?:first|second|third|\d+(?:st|nd|rd|th)|[a-z]+th|such|latest)\s+[^.;]{0,50}$", re.IGNORECASE
)
"""'the third such attack this year' is one of them."""


def _this_year(dated: Dated, finding: Finding) -> bool:
    """'1,800 people have died this year': so many since it began."""
    text, start = finding.sentence.text, dated.phrase.span.start - finding.sentence.span.start
    return (
        dated.phrase.grain in ("year", "month", "week")
        and dated.phrase.days is not None
        and _HAVE.search(text) is not None
        and _NTH.search(text[:start]) is None
    )


_DIED_AT = re.compile(
    r"\b(?:\d[\d,]*|people|others|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)"
    r"\s+(?:more\s+)?died\s+at\s+"
    r"(?![^.;]*\b(?:hospital|clinic|medical|infirmary)\b)",
    re.IGNORECASE,
)


def _died_before(dated: Dated, times: PageTimes, finding: Finding) -> bool:
    """'Ten died at the crossing on Friday', the day before the incident: not in its aftermath."""
    days, anchor = dated.phrase.days, times.anchor
    earlier = days is not None and anchor is not None and days.last < anchor.first
    return earlier and _DIED_AT.search(finding.sentence.text) is not None


_DIED_LATER = gated(
    r"\b(?:succumbed|died|dies|gave\s+up\s+the\s+ghost|passed\s+away|breathed\s+(?:his|her|their)\s+last)\b(?:(?!\b(?:after|when|which|who)\b)[^.,;])*$",
    re.IGNORECASE,
)


_OF_THEM = re.compile(r"\b(?:of|among)\s+(?:the|those|them|its|their)\b", re.IGNORECASE)
"""'Two of the wounded died on Wednesday' belong to those whom the incident killed."""


def _died_later(dated: Dated, finding: Finding) -> bool:
    """'A student succumbed at the hospital on Tuesday': who is counted alone died on a day of his own."""
    text, offset = finding.sentence.text, finding.sentence.span.start
    words = text[max(0, finding.span.start - offset) : max(0, dated.phrase.span.start - offset)]
    return finding.kind == "killed" and _DIED_LATER.search(words) is not None and not _OF_THEM.search(words)


def _far_from(dated: Dated, times: PageTimes) -> bool:
    """An aftermath lies little after its incident; what is far from it belongs to another one."""
    days, anchor = dated.phrase.days, times.anchor
    return days is None or anchor is None or days == anchor or abs(days.gap(anchor)) > FAR


FAR = 30
"""Days from the incident of the page beyond which a death or a funeral is that of another one."""
_IN_COURT = gated(
    r"\b(?:charged|indicted|arraigned|sentenced|convicted|acquitted|pleaded|pled|testified|extradited|jailed|imprisoned"
    r"|on\s+trial|for\s+trial|in\s+court|before\s+a\s+(?:court|judge|jury)|found\s+(?:not\s+)?guilty|court\s+hearing)\b",
    re.IGNORECASE,
)
"""'The man charged with killing three was held for trial today': courts sit months after the deed."""
