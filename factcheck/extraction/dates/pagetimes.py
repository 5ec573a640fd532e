"""The phrases of time of one page: the days that each means, and which days hold where none are named."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from factcheck.extraction.dates import calendar, timephrases
from factcheck.extraction.dates.beginnings import goes_back, tells_beginning
from factcheck.extraction.dates.broadcasts import with_own_days
from factcheck.extraction.dates.chronicle import headed
from factcheck.extraction.dates.datedphrases import PLACE_AND_DAY, Dated, Role, placed
from factcheck.extraction.dates.records import of_records, record_at, records_of
from factcheck.extraction.dates.timephrases import TimePhrase
from factcheck.extraction.dates.timerules import MONTH, YEAR, month_number
from factcheck.extraction.page import Page, Sentence
from factcheck.values import DateSpan

_STAMP = re.compile(
    r"(?m)^\s*(?:[•–-]\s*)?(?:\*+\s*)?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s*[ap]\.?m\b\.?|\s*[A-Z]{2,4}\b|\b)\**\s*[-–—:|]?\s*\S"
)

_ITEM = re.compile(r"\s*[–—•*-]\s")
"""A line of a list, which may go by the day of the line before it."""

DATELINE, DATELINE_WITH_YEAR = 6, 120
"""Days by which a dateline may lie before publication; an older one is another date, unless it names its year."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

MONTHS_OLD, TOLD = 200, 250
"""Days from which on a day without a year may be of an earlier year, and in how many characters before it."""
WEEKS_OLD = 60
"""Days from which on a day without a year may be of the year with which the page names its month."""
_MONTH_NAME = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.I)

_MONTH_YEAR = re.compile(rf"\b{MONTH.format('m')}(?:\s+\d{{1,2}},?)?\s+(?P<year>{YEAR})\b")
_DAY_ALONE = re.compile(r"the\s+\d{1,2}(?:st|nd|rd|th)")

_POINT = re.compile(r"\s*\(?\d{1,2}[.)](?:\s|$)")
"""'7. More than 35,000 have left': each point of a statement has days of its own."""

ROUND = 3
"""Days by which 'a week ago' and 'one week after' may miss the day that they mean."""

BACKGROUND = 60
"""Days from the incident beyond which a day does not reach into the next paragraph."""

SAME_DAY, DAY_BEFORE = 8, 3
"""How many sentences back 'the same day' and 'the day before' look for the day that they count from."""


class PageTimes:
    """The phrases of time of one page, what each dates, and the day of its incident."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.today = _published(page)
        phrases = with_own_days(page.text, timephrases.find(page.text, self.today))
        self.dated = list(placed(page, phrases))
        self._take_dateline()
        self.dated = headed(page, (replace(d, phrase=self._of_told_year(d.phrase)) for d in self.dated))
        self.records = records_of(page, self.dated)
        self.dated = of_records(self.records, self.dated)
        self.live = len(_STAMP.findall(page.text)) >= 3
        self.nights = {d.phrase.days for d in self.dated if d.phrase.grain == "night" and d.phrase.days}
        self.by_sentence: dict[int, list[Dated]] = {}
        for dated in self.dated:
            self.by_sentence.setdefault(dated.sentence, []).append(dated)
        # the days of the incident; set once they are found
        self.anchor: DateSpan | None = None
        # the phrases that date what followed it, by their identity
        self.followed: frozenset[int] = frozenset()
        # True where it began late on the first of its two days
        self.into_night = False

    def _take_dateline(self) -> None:
        """A page is as old as its dateline where it has no day of publication or a slightly later one."""
        line = next(
            (
                d
                for d in self.dated
                if d.role is Role.FURNITURE
                and d.phrase.days
                and d.phrase.grain in ("day", "night")
                and self._heads(d)
            ),
            None,
        )
        if line is not None and line.phrase.days is not None and line.phrase.days.first != self.today:
            self.today = line.phrase.days.first
            phrases = with_own_days(self.page.text, timephrases.find(self.page.text, self.today))
            self.dated = list(placed(self.page, phrases))

    def _of_told_year(self, phrase: TimePhrase) -> TimePhrase:
        """A day without a year that is months old is one of the year which the text before it names."""
        days, text = phrase.days, self.page.text
        if _DAY_ALONE.fullmatch(phrase.span.of(text)):
            return self._of_told_month(phrase)
        if days is None or self.today is None or phrase.grain not in ("day", "night") or days.days > 7:
            return phrase
        if _YEAR.search(phrase.span.of(text)) is not None:
            return phrase
        if (self.today - days.last).days < MONTHS_OLD:
            return self._of_years_month(phrase, days)
        if _MONTH_NAME.search(phrase.span.of(text)) is None:
            return phrase
        told = [int(year) for year in _YEAR.findall(text, max(0, phrase.span.start - TOLD), phrase.span.start)]
        first = calendar.make_day(told[-1], days.first.month, days.first.day) if told else None
        if first is None or not 1 < self.today.year - first.year < 60:
            return phrase
        return replace(phrase, days=calendar.span(first, calendar.shift(first, days.days - 1)))

    def _of_years_month(self, phrase: TimePhrase, days: DateSpan) -> TimePhrase:
        """'24 March' on a page of June that speaks of 'the March 2021 raid' before and of no other March."""
        if (
            self.today is None
            or (self.today - days.last).days < WEEKS_OLD
            or _MONTH_NAME.search(phrase.span.of(self.page.text)) is None
        ):
            return phrase
        told = {
            int(m["year"])
            for m in _MONTH_YEAR.finditer(self.page.text)
            if month_number(m["m"]) == days.first.month
        }
        first = calendar.make_day(min(told), days.first.month, days.first.day) if len(told) == 1 else None
        if first is None or not 0 < self.today.year - first.year < 60:
            return phrase
        return replace(phrase, days=calendar.span(first, calendar.shift(first, days.days - 1)))

    def _of_told_month(self, phrase: TimePhrase) -> TimePhrase:
        """'on the 13th' of the month and year that the text before it names, if that is long ago."""
        begin, end = max(0, phrase.span.start - TOLD), phrase.span.start
        told = list(_MONTH_YEAR.finditer(self.page.text, begin, end))
        if not told or self.today is None or phrase.days is None:
            return phrase
        number = int("".join(filter(str.isdigit, phrase.span.of(self.page.text))))
        day = calendar.make_day(int(told[-1]["year"]), month_number(told[-1]["m"]), number)
        if day is None or (self.today - day).days < MONTHS_OLD:
            return phrase
        return replace(phrase, days=DateSpan.day(day))

    def _heads(self, dated: Dated) -> bool:
        """True for a dateline that gives the page its day: of no other day at all, or up to a few days older."""
        days, today = dated.phrase.days, self.today
        if today is None:
            return dated.phrase.grain == "day"
        text, start = self.page.text, dated.phrase.span.start
        limit = DATELINE_WITH_YEAR if _YEAR.search(dated.phrase.span.of(text)) else DATELINE
        if days is None or not 0 < (today - days.first).days <= limit:
            return False
        return dated.sentence < 2 and PLACE_AND_DAY.search(text, text.rfind("\n", 0, start) + 1, start) is not None

    def days_of(self, dated: Dated, *, alone: bool = False) -> DateSpan | None:
        """The days of a phrase; 'the next day' counts from what is dated before it, else from the incident.

        ``alone``: without the incident, which is still sought.
        """
        phrase = dated.phrase
        if phrase.days is not None:
            return self._bounded(phrase)
        if phrase.grain == "clock" or phrase.after is None:
            return None
        if phrase.grain == "year":
            return self._years_from(dated, phrase.after[0])
        before = None if phrase.of_page else self._before(dated)
        base = before or (None if alone else self.anchor)
        if base is None:
            return None
        first, last = phrase.after
        if base is self.anchor and first and base in self.nights:
            base = DateSpan.day(base.first)
        if phrase.open == "since" and self.today and base.first <= self.today:
            return DateSpan(base.first, self.today)
        return calendar.span(calendar.shift(base.first, first), calendar.shift(base.last, last))

    def _years_from(self, dated: Dated, years: int) -> DateSpan | None:
        """'Five years later': a year counted from one that the three sentences before name."""
        for d in reversed(self.dated):
            near = dated.sentence - DAY_BEFORE <= d.sentence and d.phrase.span.end <= dated.phrase.span.start
            if near and d.phrase.grain == "year" and d.phrase.days is not None and d.phrase.days.days < 367:
                then = d.phrase.days.first.year + years
                return calendar.year(then) if self.today is None or then <= self.today.year else None
        return None

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
                days, anchor = d.phrase.days, self.anchor
                if d.phrase.of_page and anchor and anchor.first <= days.first <= anchor.last:
                    return anchor
                night = d.phrase.grain == "night" and dated.phrase.after != (0, 0)
                return DateSpan.day(d.phrase.days.first) if night else self._bounded(d.phrase)
        return None

    def refined(self, days: DateSpan, dated: Dated) -> DateSpan:
        """The incident's own days where the phrase is coarse and holds them ('last week': the Monday)."""
        anchor = self.anchor
        coarse = dated.phrase.grain in ("week", "month") and dated.phrase.open is None
        if (
            coarse
            and anchor is not None
            and (
                (days.first <= anchor.first and anchor.last <= days.last)
                or (days.days == 1 and anchor.days < ROUND and days.gap(anchor) <= ROUND)
            )
        ):
            return anchor
        return days

    def until_today(self, days: DateSpan) -> DateSpan:
        """The days without those after publication."""
        return (
            DateSpan(days.first, min(days.last, self.today)) if self.today and days.first <= self.today else days
        )

    def counted_by(self, days: DateSpan | None, sentence: Sentence) -> DateSpan | None:
        """Of days that go on until today, those up to the day by which it counts: '61 deaths to 5 May'."""
        if days is None or days.days < 3 or days.last != self.today:
            return days
        ends = [
            d.phrase.days.last
            for d in self.by_sentence.get(sentence.index, ())
            if d.role in (Role.LABEL, Role.COUNTED, Role.SAID)
            and d.phrase.grain == "day"
            and d.phrase.days
            and d.phrase.open != "since"
        ]
        inside = [end for end in ends if days.first < end < days.last]
        return DateSpan(days.first, inside[0]) if len(inside) == 1 and len(ends) == 1 else days

    def carried(self, sentence: Sentence, *, march: bool = False) -> DateSpan | None:
        """The days that hold for a sentence without its own: of what just happened, else of the incident.

        ``march``: what is counted are people at a march or vigil, which has a day although a crime came before it.
        """
        record = record_at(self.records, sentence.span.start)
        if record is not None:
            return record.days
        if self.live and _STAMP.match(sentence.text):
            return self.anchor
        near = range(sentence.index - 1, max(-1, sentence.index - 6), -1)
        for index in near:
            apart = sentence.paragraph - self.page.sentences[index].paragraph
            if all(_ITEM.match(s.text) for s in self.page.sentences[index : sentence.index + 1]):
                apart = 0
            if apart > 1:
                break
            point = apart == 1 and _POINT.match(self.page.sentences[index + 1].text) is not None
            back, here = sentence.index - index, self.by_sentence.get(index, ())
            spell = next((d for d in here if _goes_on(d, apart, back)), None)
            if spell is not None and spell.phrase.days is not None:
                return self._bounded(spell.phrase)
            happened = [
                d
                for d in here
                if self._tells(d, apart, back)
                and not (point and _one_day(d))
                and (march or id(d) not in self.followed)
            ]
            if not happened and apart == 1 and goes_back(self._opening(sentence).text):
                happened = [d for d in here if self._began(d)]
            if march and not happened and apart == 0 and back == 1:
                happened = [d for d in here if d.role is Role.AFTERMATH and d.phrase.days and not d.phrase.open]
            if happened:
                best = max(happened, key=lambda d: d.weight)
                days = self.days_of(best)
                if self.into_night and self.anchor and days == DateSpan.day(self.anchor.first):
                    return self.anchor
                return self.refined(days, best) if days else self.anchor
        return self.anchor

    def _opening(self, sentence: Sentence) -> Sentence:
        """The first sentence of a sentence's paragraph."""
        sentences, index = self.page.sentences, sentence.index
        while index and sentences[index - 1].paragraph == sentence.paragraph:
            index -= 1
        return sentences[index]

    def _began(self, dated: Dated) -> bool:
        """True for the month or week, before the incident, in which it all began."""
        days, anchor = dated.phrase.days, self.anchor
        return (
            dated.role is Role.EVENT
            and dated.phrase.grain in ("month", "week")
            and dated.phrase.open is None
            and days is not None
            and (anchor is None or days.last < anchor.first)
            and tells_beginning(self.page.sentences[dated.sentence].text)
        )

    def _tells(self, dated: Dated, apart: int, back: int) -> bool:
        """True for the day of a happening in the same paragraph; from the paragraph before, only a plain day.

        A day on which something was holds for the next two sentences of its paragraph, if not after the incident.
        """
        if dated.phrase.open is not None:
            return False
        days = dated.phrase.days
        if dated.role is Role.OPEN and apart == 0 and (back <= 2 or self.live):
            then = days is not None and self.anchor is not None and days.first <= self.anchor.last
            return then and dated.phrase.grain in ("day", "night")
        if dated.role is not Role.EVENT:
            return False
        if apart == 0:
            return True
        if days is None or dated.phrase.grain not in ("day", "night"):
            return False
        return self.anchor is None or not (_one_of(days, self.anchor) or days.gap(self.anchor) > BACKGROUND)


def _goes_on(dated: Dated, apart: int, back: int) -> bool:
    """True for 'since Tuesday raids have killed 90', which holds for the next two sentences of its paragraph."""
    since = dated.phrase.open == "since" and dated.phrase.grain == "day"
    return since and dated.role is Role.EVENT and apart == 0 and back <= 2


def _one_day(dated: Dated) -> bool:
    return dated.phrase.days is None or dated.phrase.days.days == 1


def _one_of(days: DateSpan, span: DateSpan) -> bool:
    """True for a day inside the several days of an incident: the next paragraph tells of all of them again."""
    return span.days > 2 and days != span and span.first <= days.first and days.last <= span.last


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
