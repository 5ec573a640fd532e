"""When it happened: the days that a report gives for one claim, or None when it does not say.

The phrase of time in the claim's own clause counts first, then its sentence, its paragraph, and last the day of
the incident that the whole page tells of. The day on which somebody said it is not the day on which it happened.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime

from factcheck.extraction.dates import calendar, timephrases
from factcheck.extraction.dates.datedphrases import ASIDE, Dated, Role, placed
from factcheck.extraction.dates.timephrases import TimePhrase
from factcheck.extraction.happening import Telling, telling
from factcheck.extraction.nearness import distance
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.values import DateSpan


def event_date(page: Page, finding: Finding) -> DateSpan | None:
    """The days on which the counted or asserted thing happened, as far as the page says."""
    times = _times(page)
    own = _in_sentence(times, finding)
    if own is not None:
        days = times.days_of(own)
        if days is not None:
            return times.refined(days, own)
    if _SINCE_IT_BEGAN.search(finding.sentence.text) or _OF_LATE.search(finding.sentence.text):
        return None
    return times.carried(finding.sentence)


_SINCE_IT_BEGAN = re.compile(
    r"\bsince\s+the\s+(?:start|beginning|outbreak)\s+of\s+(?:\w+\s+){0,3}(?:war|fighting|conflict|uprising|invasion"
    r"|insurgency|offensive|revolution|campaign|crisis|violence|unrest|hostilities|ceasefire|truce)\b"
    r"|\bsince\s+(?:\w+\s+){0,3}(?:war|fighting|conflict|uprising|invasion|insurgency|offensive|revolution|campaign|crisis"
    r"|violence|unrest|hostilities)(?:\s+\w+)?\s+(?:began|started|broke\s+out|erupted)",
    re.IGNORECASE,
)
"""A toll of a whole war has days of its own, which such words do not give; they are not those of the incident."""


_OF_LATE = re.compile(r"\b(?:lately|of\s+late|in\s+recent\s+(?:weeks|months|years))\b", re.IGNORECASE)
"""'Kyiv has lately said that it shot down two': on no day that the text gives."""


def _times(page: Page) -> _Times:
    if "times" not in page.memo:
        page.memo["times"] = _Times(page)
    times: _Times = page.memo["times"]
    return times


def _in_sentence(times: _Times, finding: Finding) -> Dated | None:
    """The phrase of the finding's own sentence that dates it best, if any does."""
    found = [
        d
        for d in times.by_sentence.get(finding.sentence.index, ())
        if d.phrase.grain != "clock"
        and (d.role > Role.AFTERMATH or _dates(d, times, finding))
        and not (times.anchor and _parted(finding, d.phrase))
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
            d.phrase.span.start,
        ),
    )


def _parted(finding: Finding, phrase: TimePhrase) -> bool:
    """True when the phrase follows the finding behind a semicolon: then it belongs to another sentence in one."""
    offset = finding.sentence.span.start
    between = finding.sentence.text[max(0, finding.span.end - offset) : max(0, phrase.span.start - offset)]
    return ";" in between or (phrase.grain == "year" and _RELATIVE.search(between) is not None)


_RELATIVE = re.compile(r",\s+(?:which|who|whose|whom)\b")
"""'(five died, said the union), which (was founded in 1990)': the year of what is explained."""


def _in_brackets(text: str, position: int) -> bool:
    return text.rfind("(", 0, position) > text.rfind(")", 0, position)


def _dates(dated: Dated, times: _Times, finding: Finding) -> bool:
    """True when an aftermath, a count or a label may date the finding: a march is counted on its day.

    An arrest follows a crime, but captives and arms are taken on its day; a toll is counted from its 'since' on.
    """
    march = finding.kind == "attendance"
    match dated.role:
        case Role.COUNTED:
            return dated.phrase.open == "since" or (march and dated.phrase.days is not None)
        case Role.LABEL:
            return march and _heads_line(dated, finding) or _this_year(dated, finding)
        case Role.AFTERMATH:
            taken = finding.kind in ("captured", "seized") and distance(finding, dated.phrase.span) <= TAKEN
            return march or taken or times.anchor is None or _earlier(dated, times)
    return False


TAKEN = 3
"""Steps in the parse within which the day of an arrest is that of the captives counted beside it."""


def _heads_line(dated: Dated, finding: Finding) -> bool:
    """'June 9: 1.03 million': the day opens the line of a list."""
    start = dated.phrase.span.start - finding.sentence.span.start
    after = finding.sentence.text[dated.phrase.span.end - finding.sentence.span.start :]
    return dated.phrase.days is not None and after.startswith(":") and len(finding.sentence.text[:start].split()) < 2


_HAVE = re.compile(r"\b(?:ha(?:ve|s)\b|so\s+far\b)", re.IGNORECASE)

_NTH = re.compile(r"\b(?:first|second|third|\d+(?:st|nd|rd|th)|[a-z]+th|such|latest)\s+[^.;]{0,50}$", re.IGNORECASE)
"""'the third such attack this year' is one of them."""


def _this_year(dated: Dated, finding: Finding) -> bool:
    """'1,800 people have died this year': so many since it began."""
    text, start = finding.sentence.text, dated.phrase.span.start - finding.sentence.span.start
    return (
        dated.phrase.grain == "year"
        and dated.phrase.days is not None
        and _HAVE.search(text) is not None
        and _NTH.search(text[:start]) is None
    )


def _earlier(dated: Dated, times: _Times) -> bool:
    """An aftermath lies after its incident; a phrase before it cannot be one."""
    days, anchor = dated.phrase.days, times.anchor
    return days is None or anchor is None or days == anchor or abs(days.gap(anchor)) > 30


_STAMP = re.compile(
    r"(?m)^\s*(?:[•*–-]\s*)?(?:[01]?\d|2[0-3])[:.h][0-5]\d\b\s*(?:[ap]\.?m\.?|[A-Z]{2,4}\b)?\s*[-–—:|]?\s*\S"
)
_HEADING = re.compile(
    r"(?m)^\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day\W*$|^\W*[A-Z][a-z]+\.?\s+\d{1,2}\W*$", re.I
)


COUNTS = 3
"""So many dated counts are a list whose first day is the incident's, where the page names only its month."""

AGAIN, AGAIN_AT_MOST = 0.5, 2
"""What a day weighs more for the incident of the page each time that the page names it again, and up to how often;
more cost dates on pooled local news."""


ROUND = 3
"""Days by which 'a week ago' and 'one week after' may miss the day that they mean."""

SAME_DAY, DAY_BEFORE = 8, 3
"""How many sentences back 'the same day' and 'the day before' look for the day that they count from."""


class _Times:
    """The phrases of time of one page, what each dates, and the day of its incident."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.today = _published(page)
        phrases = timephrases.find(page.text, self.today)
        self.dated = list(placed(page, phrases))
        if self.today is None:
            self._take_dateline()
        self.live = len(_STAMP.findall(page.text)) >= 3
        self.by_sentence: dict[int, list[Dated]] = {}
        for dated in self.dated:
            self.by_sentence.setdefault(dated.sentence, []).append(dated)
        self.anchor = self._anchor()

    def _take_dateline(self) -> None:
        """A page without a date of publication is as old as its dateline, when it has one."""
        line = next(
            (d for d in self.dated if d.role is Role.FURNITURE and d.phrase.days and d.phrase.grain == "day"), None
        )
        if line is not None and line.phrase.days is not None:
            self.today = line.phrase.days.last
            self.dated = list(placed(self.page, timephrases.find(self.page.text, self.today)))

    def _anchor(self) -> DateSpan | None:
        """The day of the page's incident: of its dated happenings the weightiest, on a tie the earlier.

        A page that gives no day but hours ("before dawn", "at 11 a.m.") or entries with their time tells of its
        own day. The last resort is a statement older than the page: what it was about cannot be younger.
        """
        titled = self._titled()
        if titled is not None:
            return titled
        if self.live and self.today:
            return self._first_heading() or DateSpan.day(self.today)
        again = Counter(d.phrase.days for d in self.dated if d.role >= Role.OPEN and d.phrase.days)

        def weight(dated: Dated) -> float:
            days = dated.phrase.days
            told = again[days] - 1 if days is not None and dated.role >= Role.OPEN else 0
            return self._weight(dated) + AGAIN * min(AGAIN_AT_MOST, told)

        happened = [(weight(d), -d.phrase.span.start, d) for d in self.dated if d.role >= Role.AFTERMATH]
        known = [c for c in happened if c[0] > 0 and c[2].phrase.open is None and self.days_of(c[2], alone=True)]
        if known:
            best = max(known)[2]
            if best.role is Role.AFTERMATH:
                return self._sharpened(self._first_aftermath(known))
            return self._within(best) or self._sharpened(best)
        if self.today is None:
            return None
        if any(d.phrase.grain == "clock" and d.role is not Role.FURNITURE for d in self.dated):
            return DateSpan.day(self.today)
        return self._oldest_statement(self.today)

    def _titled(self) -> DateSpan | None:
        """The days that the title gives for what happened: 'Statement on the events of 14-17 May'."""
        title = self.page.document.title or ""
        for phrase in timephrases.find(title, self.today):
            before, after = title[: phrase.span.start], title[phrase.span.end :]
            if phrase.days is None or phrase.open or phrase.future or phrase.grain not in ("day", "night"):
                continue
            told = telling(before, after)
            if told is Telling.EVENT or (told is Telling.OPEN and phrase.days.days > 1):
                return phrase.days
        return None

    def _within(self, best: Dated) -> DateSpan | None:
        """The several days that a page names before it tells of one of them."""
        day = best.phrase.days
        if day is None or day.days > 2:
            return None
        for d in self.dated:
            days = d.phrase.days
            if d.phrase.span.start >= best.phrase.span.start:
                break
            named = days is not None and d.role >= Role.OPEN and d.phrase.grain == "day" and d.phrase.open is None
            if named and days is not None and days.days > day.days and days.first <= day.first <= day.last <= days.last:
                return days
        return None

    def _first_aftermath(self, known: list[tuple[float, int, Dated]]) -> Dated:
        """The earliest day where a page names only what came after: an arrest cannot precede its crime."""
        since = (
            d for d in self.dated if d.role is Role.OPEN and d.phrase.open == "since" and d.phrase.grain == "day"
        )
        named = [dated for weight, _, dated in known if weight > 1.5]
        return min((*named, *since) if named else (), key=self._first_day, default=max(known)[2])

    def _first_day(self, dated: Dated) -> date:
        days = self.days_of(dated, alone=True)
        return days.first if days else date.max

    def _sharpened(self, best: Dated) -> DateSpan | None:
        """The days of the best phrase, or those of a single day inside them on which something happened."""
        days = self.days_of(best, alone=True)
        if days is not None and best.phrase.open == "since":
            return DateSpan.day(days.first)
        if days is None or best.phrase.grain not in ("week", "month", "year"):
            return days
        inside = [
            d.phrase.days
            for d in self.dated
            if d.role is Role.EVENT
            and d.phrase.days
            and d.phrase.grain in ("day", "night")
            and d.phrase.open is None
        ]
        return next((d for d in inside if days.first <= d.first and d.last <= days.last), self._counted_from(days))

    def _counted_from(self, days: DateSpan) -> DateSpan:
        """The first day of a list of counts by date that lies in the days: from there on it was counted."""
        listed = [
            d.phrase.days
            for d in self.dated
            if d.role in (Role.LABEL, Role.FURNITURE)
            and d.phrase.grain == "day"
            and d.phrase.days
            and d.phrase.days.days == 1
            and self.page.text[d.phrase.span.end :][:3].lstrip()[:1] == ":"
        ]
        first = min(listed, key=lambda day: day.first, default=None)
        within = first is not None and days.first <= first.first <= days.last
        return first if first is not None and within and len(listed) >= COUNTS else days

    def _oldest_statement(self, today: date) -> DateSpan | None:
        said = [
            d.phrase.days
            for d in self.dated
            if d.role is Role.SAID and d.phrase.days and 3 <= (today - d.phrase.days.last).days <= 60
        ]
        return min(said, key=lambda days: days.first, default=None)

    def _weight(self, dated: Dated) -> float:
        return dated.weight + self._recent(dated) - (ASIDE if self._beside(dated) else 0.0)

    def _beside(self, dated: Dated) -> bool:
        """True for 'the day before': another thing's day, unless it counts from that of a statement."""
        if dated.phrase.after in (None, (0, 0)):
            return False
        said = (d for d in self.dated if d.sentence == dated.sentence and d.role is Role.SAID)
        return not any(
            d.phrase.span.end <= dated.phrase.span.start
            and ";" not in self.page.text[d.phrase.span.end : dated.phrase.span.start]
            for d in said
        )

    def _recent(self, dated: Dated) -> float:
        """News tells of the last days; what lies years back is background."""
        if self.today is None or dated.phrase.days is None:
            return 0.0
        age = (self.today - dated.phrase.days.last).days
        return 1.0 if 0 <= age <= 10 else 0.0 if age <= 120 else -1.0 if age <= 400 else -2.5

    def _first_heading(self) -> DateSpan | None:
        """The day of the oldest part of a page whose parts carry days as headings."""
        days = [
            d.phrase.days.first
            for d in self.dated
            if d.phrase.days and _HEADING.fullmatch(self.page.sentences[d.sentence].text)
        ]
        return DateSpan.day(min(days)) if days else None

    def days_of(self, dated: Dated, *, alone: bool = False) -> DateSpan | None:
        """The days of a phrase; 'the next day' counts from what is dated before it, else from the incident.

        ``alone``: without the incident, which is still sought.
        """
        phrase = dated.phrase
        if phrase.days is not None:
            return self._bounded(phrase)
        if phrase.grain == "clock" or phrase.after is None:
            return None
        before = None if phrase.of_page else self._before(dated)
        base = before or (None if alone else self.anchor)
        if base is None:
            return None
        first, last = phrase.after
        return calendar.span(calendar.shift(base.first, first), calendar.shift(base.last, last))

    def _bounded(self, phrase: TimePhrase) -> DateSpan | None:
        days = phrase.days
        if (
            days is not None
            and self.today
            and days.days > 1
            and days.first < self.today < days.last
            and not phrase.future
        ):
            return DateSpan(days.first, self.today) if phrase.grain == "day" else days
        if days is None or phrase.open is None or self.today is None:
            return days
        if phrase.open == "since" and days.first <= self.today:
            return DateSpan(days.first, self.today)
        return days

    def _before(self, dated: Dated) -> DateSpan | None:
        """The days named last before a phrase that counts from them; of a statement only in its sentence."""
        reach = SAME_DAY if dated.phrase.after == (0, 0) else DAY_BEFORE
        for d in reversed(self.dated):
            near = dated.sentence - reach <= d.sentence and d.phrase.span.end <= dated.phrase.span.start
            told = d.role is Role.SAID and d.sentence == dated.sentence
            if near and d.phrase.days is not None and (d.role >= Role.COUNTED or told):
                night = d.phrase.grain == "night" and dated.phrase.after != (0, 0)
                return DateSpan.day(d.phrase.days.first) if night else self._bounded(d.phrase)
        return None

    def refined(self, days: DateSpan, dated: Dated) -> DateSpan:
        """The incident's own days where the phrase is coarse and holds them ('last week': the Monday)."""
        anchor = self.anchor
        coarse = dated.phrase.grain in ("week", "month") and dated.phrase.open is None
        if coarse and anchor is not None and (
            (days.first <= anchor.first and anchor.last <= days.last)
            or (days.days == 1 and anchor.days < ROUND and days.gap(anchor) <= ROUND)
        ):
            return anchor
        return days

    def carried(self, sentence: Sentence) -> DateSpan | None:
        """The days that hold for a sentence without its own: of what just happened, else of the incident."""
        near = range(sentence.index - 1, max(-1, sentence.index - 6), -1)
        for index in near:
            apart = sentence.paragraph - self.page.sentences[index].paragraph
            if apart > 1:
                break
            happened = [d for d in self.by_sentence.get(index, ()) if self._tells(d, apart, sentence.index - index)]
            if happened:
                best = max(happened, key=lambda d: d.weight)
                days = self.days_of(best)
                return self.refined(days, best) if days else self.anchor
        return self.anchor

    def _tells(self, dated: Dated, apart: int, back: int) -> bool:
        """True for the day of a happening in the same paragraph; from the paragraph before, only a plain day.

        A day on which something was holds for the next two sentences of its paragraph, if not after the incident.
        """
        if dated.phrase.open is not None:
            return False
        days = dated.phrase.days
        if dated.role is Role.OPEN and apart == 0 and back <= 2:
            then = days is not None and self.anchor is not None and days.first <= self.anchor.last
            return then and dated.phrase.grain in ("day", "night")
        if dated.role is not Role.EVENT:
            return False
        return apart == 0 or self.live or (dated.phrase.grain in ("day", "night") and days is not None)


def _published(page: Page) -> date | None:
    document = page.document
    if document.published is not None:
        return document.published
    if document.published_at:
        try:
            return datetime.fromisoformat(document.published_at).date()
        except ValueError:
            return None
    return None
