"""When it happened: the days that a report gives for one claim, or None when it does not say.

The phrase of time in the claim's own clause counts first, then its sentence, its paragraph, and last the day of the
incident that the whole page tells of. The day on which somebody said it is not the day on which it happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum

from spacy.tokens import Doc, Token

from factcheck.extraction import calendar, timephrases
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.perpage import PerPage
from factcheck.extraction.timephrases import TimePhrase
from factcheck.values import DateSpan


def event_date(page: Page, finding: Finding) -> DateSpan | None:
    """The days on which the counted or asserted thing happened, as far as the page says."""
    times = _times(page)
    own = _in_sentence(times, finding)
    if own is not None:
        days = times.days_of(own)
        if days is not None:
            return times.refined(days, own)
    return times.carried(finding.sentence)


class Role(IntEnum):
    """What a phrase of time dates, the better for an incident the higher."""

    FURNITURE = 0  # dateline, byline, 'Updated:'
    LABEL = 1  # 'Jan. 24: 34', 'as of Monday'
    FUTURE = 2
    SAID = 3  # the day of a statement
    COUNTED = 4  # the day of a count: of a march its own day, of a toll not
    AFTERMATH = 5  # death in hospital, arrest, court, funeral
    OPEN = 6  # a day on which something was
    EVENT = 7  # a day on which something happened


@dataclass(frozen=True, slots=True)
class _Dated:
    """A phrase of time in its place: sentence, role, and how well it would date the page's incident."""

    phrase: TimePhrase
    sentence: int
    role: Role
    weight: float


_SAY = (
    r"said|says|saying|told|tells|announc(?:ed|es|ing)|reported|reporting|confirm(?:ed|s|ing)|claimed|claiming|stated|add(?:ed|s)|warn(?:ed|s|ing)"
    r"|declar(?:ed|es|ing)|den(?:ied|ies|ying)|reject(?:ed|s|ing)|dismissed|accus(?:ed|es|ing)(?=\s)|blam(?:ed|es|ing)|quoted|quoting|cited|citing"
    r"|disclosed|revealed|released|published|issued|wrote|writes|tweeted|posted|spoke|speaking|spoken|explain(?:ed|s)|insist(?:ed|s)|maintain(?:ed|s)"
    r"|acknowledg(?:ed|es)|admit(?:ted|s)|conced(?:ed|es)|alleges|asserted|estimated|offered|gave|gives|revised|lowered|updated|learned|heard|condemned"
    r"|welcomed|called|urged|vowed|pledged|repeated|testified|recalled|noted|printed|allowed|ruled|concluded|promised"
)
_COUNT = (
    r"put|puts|counted|recorded|registered|stood|reached|rose|risen|climbed|totall?ed|listed|raised|tallied|had\s+(?:still\s+)?been\s+at"
    r"|(?:figure|count|toll|number|tally|total)\s+(?:\w+\s+)?(?:was|were|had|has|stood|is)"
)
_MEET = (
    r"visit(?:ed|s|ing)|toured|met|meets|walked|joining|attended|briefing|interviewed|press\s+conference|news\s+conference|parliament|statement"
    r"|article|letter|press\s+release|interview|speech|remarks"
)
_EVENT = (
    r"kill\w*|dead|deadly|die[ds]?|deaths?|fatal\w*|shot|shoot\w*|gunfire|gunm[ae]n|attack\w*|blasts?|explo\w+|bomb\w*|clash\w*|fight\w*|fought"
    r"|strikes?|struck|airstrikes?|crash\w*|collaps\w*|burst|gave\s+way|failed|flood\w*|\w*quake|storm\w*|fired?|raid\w*|ambush\w*|massacre\w*|assault\w*"
    r"|battle\w*|march(?:e[ds]|ing)?|protest\w*|demonstrat\w*|rall(?:y|ies)|happened|occurred|took\s+place|broke\s+out|erupted|wounded|injur\w+|hit|hurt"
    r"|stabb\w+|slain|murder\w*|homicide|incident|events|shell\w*|offensive|downed|detonat\w*|abduct\w*|kidnap\w*|captur\w*|loot\w*|burn\w*|torched"
    r"|drown\w*|capsiz\w*|sank|sunk|derail\w*|riot\w*|violence|unrest|overran|seized|execut\w+|behead\w*|lynch\w*|hacked|missiles?|landmine|ied|gunfight"
    r"|encounter|operation|robbery|burglary|dispute|argument|found|discovered|drew|turned\s+out|overturned|swept|tore|went\s+(?:off|up)|broke|action"
)
_AFTER = (
    r"pronounced|succumb\w*|arrest\w*|charged|charges|arraign\w*|court|sentenc\w*|convict\w*|indict\w*|booked|jail\w*|bail|funerals?|vigil|buried"
    r"|burial|autops\w+|identified|surger\w*|hospital\w*|investigat\w+|surrender\w*|trial|hearing|plead\w*|pleaded|memorial|mourn\w*|custody|extradit\w*"
    r"|died\s+(?:later|at|in)|later\s+died|life\s+support|warrant|interview\w*|talks|negotiat\w+|ceasefire|truce|birthday|born|recovering"
)
_WORD = r"[\w'’.$,&-]+"
_LEADS = r"(?:\s+(?:on|late|early|in|by|of|earlier|from|around))*\s*$"
_SAID_BEFORE = re.compile(rf"\b(?:{_SAY}|{_MEET})\b(?P<between>(?:\s+(?!that\b|when\b|after\b|how\b)[\w'’.&-]+){{0,5}}?),?{_LEADS}", re.I)
_FRONTED = re.compile(
    r"^\W*(?:(?:and|but|also|then|earlier|later|late|early|only|meanwhile|already|or|since|back)\W+)*(?:on|in|by|at|of|around)?\s*$", re.I
)
_SAID_AFTER = re.compile(rf"^\W*(?:{_WORD}\s+){{0,9}}?(?:{_SAY}|(?P<count>{_COUNT}))\b", re.I)
_SAID_NEXT = re.compile(rf"^\s*,?\s*(?:\w+ly\s+)?(?:had\s+|has\s+)?(?:{_SAY}|(?P<count>{_COUNT}))\b", re.I)
_STATED = re.compile(r"^['’]s\s+(?:\w+\s+)?(?:statement|announcement|briefing|speech|remarks|report|interview|press|news|talks|meeting|session)", re.I)
_HAPPENS = re.compile(rf"\b(?:{_EVENT}|was|were|is|are|had|has|been)\b", re.I)
_BYLINE = re.compile(r"^\W*(?:by\s|\S+(?:\s+\S+){0,7}\s*$)", re.I)
_EVENTS = re.compile(rf"\b(?:{_EVENT})\b", re.I)
_AFTERMATH = re.compile(rf"\b(?:{_AFTER})\b", re.I)
_OCCURRED = re.compile(
    r"\b(?:happened|occurred|took\s+place|broke\s+out|erupted|incident|shortly\s+(?:before|after)|around|about)\b",
    re.I,
)
_AS_OF = re.compile(r"\b(?:as\s+of|as\s+at|by|so\s+far|until|up\s+to)\s+(?:late\s+|early\s+|the\s+)?$", re.I)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|updated|modified|created|copyright|©|last\s+update|photo|filed|reported\s+by)\W*(?:\w+\W+){0,2}$",
    re.I,
)
_DATELINE = re.compile(r"^\W*(?:[A-Z][\w.'’/-]*[\s,/()-]+){1,7}$")
_DATELINE_END = re.compile(r"^,?\s*(?:\d{4}|\([^)\n]{1,30}\))?\.?\s*(?:[-–—:]|\.\s|TASS|$|\n|\()")
_COMMA = re.compile(r"[,;:()]\s|\s[-–—]\s|[“”\"]")
_STAMP = re.compile(
    r"(?m)^\s*(?:[•*–-]\s*)?(?:[01]?\d|2[0-3])[:.h][0-5]\d\b\s*(?:[ap]\.?m\.?|[A-Z]{2,4}\b)?\s*[-–—:|]?\s*\S"
)
_HEADING = re.compile(
    r"(?m)^\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day\W*$|^\W*[A-Z][a-z]+\.?\s+\d{1,2}\W*$", re.I
)


class _Times:
    """The phrases of time of one page, what each dates, and the day of its incident."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.today = _published(page)
        phrases = timephrases.find(page.text, self.today)
        self.dated = list(_placed(page, phrases))
        if self.today is None:
            self._take_dateline()
        self.live = len(_STAMP.findall(page.text)) >= 3
        self.by_sentence: dict[int, list[_Dated]] = {}
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
            self.dated = list(_placed(self.page, timephrases.find(self.page.text, self.today)))

    def _anchor(self) -> DateSpan | None:
        """The day of the page's incident: of its dated happenings the weightiest, the earlier in the text on a tie.

        A page that gives no day but hours ("before dawn", "at 11 a.m.") or entries with their time tells of its own
        day. The last resort is a statement older than the page: what it was about cannot be younger.
        """
        if self.live and self.today:
            return self._first_heading() or DateSpan.day(self.today)
        happened = [(self._weight(d), -d.phrase.span.start, d) for d in self.dated if d.role >= Role.AFTERMATH]
        known = [c for c in happened if c[0] > 0 and c[2].phrase.open is None and self.days_of(c[2], alone=True)]
        if known:
            return self._sharpened(max(known)[2])
        if self.today is None:
            return None
        if any(d.phrase.grain == "clock" and d.role is not Role.FURNITURE for d in self.dated):
            return DateSpan.day(self.today)
        return self._oldest_statement(self.today)

    def _sharpened(self, best: _Dated) -> DateSpan | None:
        """The days of the best phrase, or those of a single day inside them on which something happened."""
        days = self.days_of(best, alone=True)
        if days is None or best.phrase.grain not in ("week", "month", "year"):
            return days
        inside = [
            d.phrase.days
            for d in self.dated
            if d.role is Role.EVENT and d.phrase.days and d.phrase.grain in ("day", "night") and d.phrase.open is None
        ]
        return next((d for d in inside if days.first <= d.first and d.last <= days.last), days)

    def _oldest_statement(self, today: date) -> DateSpan | None:
        said = [
            d.phrase.days
            for d in self.dated
            if d.role is Role.SAID and d.phrase.days and 3 <= (today - d.phrase.days.last).days <= 60
        ]
        return min(said, key=lambda days: days.first, default=None)

    def _weight(self, dated: _Dated) -> float:
        return dated.weight + self._recent(dated)

    def _recent(self, dated: _Dated) -> float:
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

    def days_of(self, dated: _Dated, *, alone: bool = False) -> DateSpan | None:
        """The days of a phrase; 'the next day' counts from what is dated before it, else from the incident.

        ``alone``: without the incident, which is still sought.
        """
        phrase = dated.phrase
        if phrase.days is not None:
            return self._bounded(phrase)
        if phrase.grain == "clock" or phrase.after is None:
            return None
        base = self._before(dated) or (None if alone else self.anchor)
        if base is None:
            return None
        first, last = phrase.after
        return calendar.span(calendar.shift(base.first, first), calendar.shift(base.last, last))

    def _bounded(self, phrase: TimePhrase) -> DateSpan | None:
        days = phrase.days
        if days is None or phrase.open is None or self.today is None:
            return days
        if phrase.open == "since" and days.first <= self.today:
            return DateSpan(days.first, self.today)
        return days

    def _before(self, dated: _Dated) -> DateSpan | None:
        earlier = [
            d for d in self.dated if d.phrase.span.end <= dated.phrase.span.start and d.phrase.days is not None
        ]
        for d in reversed(earlier):
            if d.role is not Role.FURNITURE and d.sentence >= dated.sentence - 3:
                return d.phrase.days
        return None

    def refined(self, days: DateSpan, dated: _Dated) -> DateSpan:
        """The incident's own days where the phrase is coarse and holds them ('last week': the Monday named below)."""
        anchor = self.anchor
        coarse = dated.phrase.grain in ("week", "month") and dated.phrase.open is None
        if coarse and anchor is not None and days.first <= anchor.first and anchor.last <= days.last:
            return anchor
        return days

    def carried(self, sentence: Sentence) -> DateSpan | None:
        """The days that hold for a sentence without its own: of what happened just before, else of the incident."""
        for index in range(sentence.index - 1, max(-1, sentence.index - 5), -1):
            if self.page.sentences[index].paragraph < sentence.paragraph - (1 if self.live else 0):
                break
            happened = [
                d for d in self.by_sentence.get(index, ()) if d.role is Role.EVENT and d.phrase.open is None
            ]
            if happened:
                best = max(happened, key=lambda d: d.weight)
                days = self.days_of(best)
                return self.refined(days, best) if days else self.anchor
        return self.anchor


_times = PerPage(_Times)


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


def _placed(page: Page, phrases: Iterable[TimePhrase]) -> Iterable[_Dated]:
    """Each phrase with its sentence and role; phrases that no sentence holds are left out."""
    sentences, at = page.sentences, 0
    for phrase in phrases:
        while at < len(sentences) and sentences[at].span.end <= phrase.span.start:
            at += 1
        if at < len(sentences) and sentences[at].span.start <= phrase.span.start:
            role = _role(page, sentences[at], phrase)
            yield _Dated(phrase, at, role, _weight(page, sentences[at], phrase, role))


def _role(page: Page, sentence: Sentence, phrase: TimePhrase) -> Role:
    """What the phrase dates, from the words around it."""
    start, end = phrase.span.start, phrase.span.end
    before, after = page.text[sentence.span.start : start], page.text[end : sentence.span.end]
    if _is_furniture(page, sentence, phrase):
        return Role.FURNITURE
    if after.lstrip().startswith(":") or _AS_OF.search(before) or _SO_FAR.fullmatch(phrase.span.of(page.text)):
        return Role.LABEL
    if phrase.future:
        return Role.FUTURE
    clause = _clause(before, after)
    if phrase.open and _STANDS.search(clause):
        return Role.LABEL
    said = _said(before, phrase.span.of(page.text), after)
    if said is not None:
        return said
    if _AFTERMATH.search(clause):
        return Role.AFTERMATH
    return Role.EVENT if _EVENTS.search(clause) else Role.OPEN


_SO_FAR = re.compile(r"(?:so\s+far\s+)?this\s+year", re.I)
_STANDS = re.compile(r"\b(?:stood|stands|remained|remains|unchanged|worst|deadliest|highest|biggest|first)\b", re.I)


def _is_furniture(page: Page, sentence: Sentence, phrase: TimePhrase) -> bool:
    """True for the dates of the page itself: dateline, byline, 'Updated:', a line with nothing but a date."""
    start, end = phrase.span.start, phrase.span.end
    line = page.text[page.text.rfind("\n", 0, start) + 1 : start]
    stop = page.text.find("\n", end)
    rest = page.text[end : stop if stop >= 0 else len(page.text)]
    if _PUBLISHED.search(line) or (sentence.index < 6 and _DATELINE.match(line) and _DATELINE_END.match(rest)):
        return True
    if phrase.grain == "clock":
        return False
    return not _WORDS.search(rest) and _BYLINE.match(line) is not None and not _HAPPENS.search(line)


_WORDS = re.compile(r"[^\W\d_]{3,}")


def _said(before: str, phrase: str, after: str) -> Role | None:
    """SAID or COUNTED when the phrase tells when somebody spoke or a figure stood; None when it does not."""
    if phrase.endswith(("'s", "’s")):
        return Role.SAID if _STATED.match(phrase[-2:] + after[:60]) else None
    said = _SAID_BEFORE.search(before[-90:])
    if said and not _HAPPENS.search(said["between"]):
        return Role.SAID
    told = _SAID_NEXT.match(after[:50])
    if told is None and _FRONTED.match(before[_last_break(before) :]):
        told = _SAID_AFTER.match(after[:110])
        if told and _EVENTS.search(told.group().rsplit(None, 1)[0]):
            told = None
    if told is None:
        return None
    return Role.COUNTED if told["count"] else Role.SAID


def _last_break(before: str) -> int:
    breaks = [m.end() for m in _COMMA.finditer(before)]
    return breaks[-1] if breaks else 0


def _clause(before: str, after: str) -> str:
    """The words around a phrase up to the nearest comma, bracket or quotation mark on either side."""
    following = _COMMA.search(after.lstrip(", ")[:160])
    ahead = after.lstrip(", ")[: following.start() if following else 160]
    return before[_last_break(before) :][-160:] + " " + ahead


def _weight(page: Page, sentence: Sentence, phrase: TimePhrase, role: Role) -> float:
    """How well the phrase would date the page's incident; set by hand on the development reports."""
    weight = {Role.EVENT: 4.0, Role.OPEN: 1.5, Role.AFTERMATH: 0.5}.get(role, -9.0)
    weight += {"day": 1.0, "night": 1.5, "week": 0.0, "month": -0.5, "year": -2.0}.get(phrase.grain, -9.0)
    if role is Role.EVENT and _OCCURRED.search(sentence.text):
        weight += 0.5
    depth = sentence.index / max(1, len(page.sentences))
    coarse = phrase.grain in ("week", "month", "year")
    return weight + (2.0 if coarse else 1.5) * (1 - depth) - (1.5 if coarse and depth > 0.4 else 0.0)


def _in_sentence(times: _Times, finding: Finding) -> _Dated | None:
    """The phrase of the finding's own sentence that dates it best, if any does."""
    least = Role.COUNTED if finding.kind == "attendance" else Role.AFTERMATH
    found = [
        d
        for d in times.by_sentence.get(finding.sentence.index, ())
        if d.role >= least and d.phrase.grain != "clock" and (d.role > Role.AFTERMATH or _dates(d, times, finding))
    ]
    if not found:
        return None
    tokens, offset = finding.sentence.tokens, finding.sentence.span.start
    return min(
        found,
        key=lambda d: (
            _distance(d, finding, tokens) + 4 * _in_brackets(finding.sentence.text, d.phrase.span.start - offset),
            -d.role,
            d.phrase.span.start,
        ),
    )


def _in_brackets(text: str, position: int) -> bool:
    return text.rfind("(", 0, position) > text.rfind(")", 0, position)


def _dates(dated: _Dated, times: _Times, finding: Finding) -> bool:
    """True when an aftermath or a count may date the finding: a march is counted on its day, an arrest follows."""
    if dated.role is Role.COUNTED:
        return True
    return times.anchor is None or _earlier(dated, times)


def _earlier(dated: _Dated, times: _Times) -> bool:
    """An aftermath lies after its incident; a phrase before it cannot be one."""
    days, anchor = dated.phrase.days, times.anchor
    return days is None or anchor is None or days == anchor or abs(days.gap(anchor)) > 30


def _distance(dated: _Dated, finding: Finding, tokens: Doc | None) -> float:
    """How far the phrase stands from the finding: steps in the parse, else characters and commas between."""
    phrase, quote = dated.phrase.span, finding.span
    if tokens is not None:
        steps = _steps(tokens, dated, finding)
        if steps is not None:
            return steps
    start, end = sorted((phrase, quote), key=lambda s: s.start)
    text = finding.sentence.text
    offset = finding.sentence.span.start
    between = text[max(0, start.end - offset) : max(0, end.start - offset)]
    return len(_COMMA.findall(between)) * 2 + len(between) / 60


def _steps(tokens: Doc, dated: _Dated, finding: Finding) -> float | None:
    offset = finding.sentence.span.start
    time = _token_at(tokens, dated.phrase.span.start - offset)
    target = finding.trigger or _token_at(tokens, finding.span.start - offset)
    if time is None or target is None:
        return None
    above = {token.i: depth for depth, token in enumerate([target, *target.ancestors])}
    for steps, token in enumerate([time, *time.ancestors]):
        if token.i in above:
            return steps + above[token.i]
    return None


def _token_at(tokens: Doc, position: int) -> Token | None:
    return next((t for t in tokens if t.idx + len(t) > position), None) if position >= 0 else None
