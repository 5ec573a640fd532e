"""The phrases of time of a page in their place, and what each of them dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from factcheck.extraction.dates import calendar, feasts
from factcheck.extraction.dates.backdrops import is_backdrop, lies_before
from factcheck.extraction.dates.broadcasts import HOUR
from factcheck.extraction.dates.reckoning import against, counted_to, names_deed, reckoned, uttered
from factcheck.extraction.dates.timephrases import TimePhrase
from factcheck.extraction.gates import gated
from factcheck.extraction.happening import Telling, eventful, happens, telling
from factcheck.extraction.page import Page, Sentence


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
class Dated:
    """A phrase of time in its place: sentence, role, and how well it would date the page's incident."""

    phrase: TimePhrase
    sentence: int
    role: Role
    weight: float


_ROLES = {
    Telling.SAID: Role.SAID, Telling.COUNTED: Role.COUNTED, Telling.AFTERMATH: Role.AFTERMATH,
    Telling.OPEN: Role.OPEN, Telling.EVENT: Role.EVENT,
}  # fmt: skip
_OCCURRED = gated(
    r"\b(?:happened|occurred|took\s+place|broke\s+out|erupted|incident|shortly\s+(?:before|after)|around|about)\b",
    re.I,
)
_AS_OF = gated(
    r"\b(?:as\s+of|situation\s+(?:at|on)|as\s+at|by|so\s+far|until|up\s+to)\s+(?:late\s+|early\s+|the\s+)?$", re.I
)
_PUBLISHED = gated(
    r"\b(?:published|posted|updated?|modified|created|copyright|©|last\s+update|photo|filed|reported"
    r"\s+by)\W*(?:\w+\W+){0,2}$",
    re.I,
)
_DATELINE = re.compile(
    r"^\W*(?!(?:On|Around|About|In|At|By|Since|From|Until|Before|After|Late|Early)\s+$)"
    r"(?:[A-Z][\w.'’/-]*[\s,/()-]+){1,7}$"
)
"""'LAGOS, Nigeria, (3 May)', but not 'Around (3 May)'."""
_DATELINE_END = re.compile(
    r"^,?\s*(?:\d{4}|\([^)\n]{1,30}\)|[A-Z][A-Z.&]+(?:\s[A-Z][A-Z.&]+){0,3}(?=\s+[-–—]))?\.?\s*"
    r"(?:[-–—:·•|]|\.\s|TASS|$|\n|\()"
)
PLACE_AND_DAY = re.compile(
    r"(?:^|(?<=\n)|[–—-]\s|[.)]\s)\W*(?!UPDATE|POSTED|PUBLISHED|LIVE\b|NEWS\b|BREAKING|(?:MON|TUE|WED|THU|FRI"
    r"|SAT|SUN)\w*\b)[A-Z][A-Z.'’-]+(?:[\s/-]+[A-Z][A-Z.'’-]+)*(?:,\s+[A-Z][\w.]+)*,?\s+\(?$"
)
"""'LAGOS, (Sunday night)': a place in capitals before a day."""
_BYLINE = re.compile(r"^\W*(?:by\s|\S+(?:\s+\S+){0,7}\s*$)", re.I)
_ISSUE = gated(
    r"^\W*(?:\S+\s+){0,5}?(?:report|bulletin|note|release|update|statement"
    r"|communiqu[eé])\b[^;:\n]{0,20}[-–—,|]\s*$",
    re.I,
)
"""'SITUATION REPORT NO. 6 - (17 January)': the day on which a paper was issued."""

_TELEX = re.compile(r"^(?:[A-Z][A-Z.'’/-]*,?\s+){1,4}$")
_TELEX_END = re.compile(r"^(?:\s+[A-Z][A-Z.-]*){0,3}\s*$")
"""'CAIRO (MAY 10) NILPRESS': the first line of a telex."""

_COVERS = gated(r"\b(?:period|covering|night|from|between)\s+(?:of\s+|the\s+)*$|\bperiod\s", re.I)
_REPORT_PERIOD = gated(
    r"\b(?:covers|covering|reporting\s+period:?)\s+(?:the\s+period\s+)?(?:from\s+)?(?:the\s+)?$"
    r"|^\W*(?:[\w.'’]+\s+){0,4}(?:report|update|bulletin|review|week)\b[^.;:\n]{0,16}[(,–—:-]\s*$",
    re.I,
)
_WORDS = re.compile(r"[^\W\d_]{3,}")
LINE = 160
"""Characters on either side of a date that are read as its line: enough for a dateline, byline or caption."""

_LOWER = re.compile(r"\b[a-z]{2,}")
_SO_FAR = re.compile(r"(?:so\s+far\s+)?this\s+year", re.I)
_SO_FAR_IN = re.compile(r"\bso\s+far\s+in\s+$", re.I)
_STANDS = re.compile(
    r"\b(?:stood|stands|remained|remains|unchanged|worst|deadliest|highest|biggest|first)\b", re.I
)
_STATED = re.compile(
    r"^\s+(?:\w+\s+)?(?:statement|announcement|briefing|speech|remarks|report|interview|press|news|talks|meeting"
    r"|papers?|newspapers?|edition|headlines?|bulletin|count"
    r"|figure|toll|total|number|update|communiqu[eé])",
    re.I,
)


def placed(page: Page, phrases: Iterable[TimePhrase]) -> Iterator[Dated]:
    """Each phrase with its sentence and role; phrases that no sentence holds are left out."""
    sentences, at = page.sentences, 0
    for phrase in phrases:
        while at < len(sentences) and sentences[at].span.end <= phrase.span.start:
            at += 1
        if at < len(sentences) and sentences[at].span.start <= phrase.span.start:
            role = _role(page, sentences[at], phrase)
            yield Dated(phrase, at, role, _weight(page, sentences[at], phrase, role))


_COUNT_STANDS = re.compile(
    r"\b(?:counts?|tolls?|figures?|tally|numbers?|estimates?)\s+(?:\w+\s+)?(?:stands?|stood|is|was|remains?"
    r"|remained)\b",
    re.I,
)
"""'One week after the quake, the final count stands at 66': when it was counted."""
NAMED = 3
"""Words in which (Sunday's) ... tells what happened on it: 'herdsmen attack', 'deadly stadium fire'."""
_VERBLESS = re.compile(r",\s+(?:an?|another|the|more|two|three)\s+(?:[\w-]+\s+){0,3}[\w-]+\s*[.!]\s*$", re.I)
_OPENING = re.compile(r"\W*(?:(?:then|and|but|later|finally|next|on|at|in|late|early)\W+)*", re.I)
_ARMS = re.compile(
    r"\b(?:drones?|rockets?|mortars?|grenades?|mines?|shots?|snipers?|jets?|helicopters?|tanks?)\b", re.I
)
"""'Then, on (Tuesday evening), a drone.': a sentence without a verb, of what came then."""
_REPORTED = gated(
    r"\b(?:violence|unrest|fighting|clashes|shelling|gunfire|shooting|shots|explosions?|blasts?|strikes|raids|looting|riots"
    r"|bombardment|attacks?|incident|fire|crash|accident|collision|stabbing|robbery|collapse)\s+"
    r"(?:(?:was|were|had\s+been|being)\s+)?(?:(?:also|again|first)\s+)?"
    r"(?:reported|heard|recorded|registered)"
    r"\s+(?:(?:late|early|again|on|in|by|at|about|around|just|shortly|after|before|near|approximately)\s+)*$",
    re.I,
)
"""'clashes were reported on (Sunday)': the day of what was reported."""
_NEW_CASES = gated(r"\b(?:new|fresh|further|additional)\s+(?:cases|infections|deaths)\b", re.I)
"""'Today 49 new cases were admitted': those of the day."""
_OWN = ("'s", "’s")
_ONE_OF_MANY = re.compile(r"\b(?:on\s+an?|every|each)\s+(?:[a-z]+\s+)?$")
_DIGIT = re.compile(r"\d")
"""'on a busy (Friday night)', 'every (Sunday)': no day in particular."""
_ACT = re.compile(r"\bthe\s+$", re.I)
_ACT_NEXT = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:accord|agreement|deal|law|act|treaty|constitution|election|elections|census|protocol"
    r"|convention)\b"
)
"""'the 2016 peace accord': the year of a paper or a vote."""


def _role(page: Page, sentence: Sentence, phrase: TimePhrase) -> Role:
    """What the phrase dates, from the words around it."""
    start, end = phrase.span.start, phrase.span.end
    before, after = page.text[sentence.span.start : start], page.text[end : sentence.span.end]
    words = phrase.span.of(page.text)
    if phrase.days is not None and (
        phrase.of_page or (phrase.days.days > 1 and _REPORT_PERIOD.search(before)) or _total_since(before, phrase)
    ):
        return Role.EVENT
    if (phrase.grain == "day" and _TAKE.fullmatch(before) and after.strip() in (".", "")) or _HOURS.search(words):
        return Role.EVENT
    if phrase.grain == "day" and _ALONE.fullmatch(before) and _ITS_HOUR.match(after) and sentence.index < EARLY:
        return Role.EVENT
    if _is_furniture(page, sentence, phrase):
        return Role.FURNITURE
    listed = (
        not phrase.of_page and after.lstrip().startswith(":") and phrase.open is None and len(before.split()) < 6
    )
    this_year = _SO_FAR.fullmatch(words) or (phrase.grain == "year" and _SO_FAR_IN.search(before))
    if listed or _AS_OF.search(before) or this_year or counted_to(before) or _for_a_feast(before, words):
        return Role.LABEL
    if phrase.future or _lies_ahead(page, phrase):
        return Role.FUTURE
    if _ONE_OF_MANY.search(before[-24:]) and not _DIGIT.search(words):
        return Role.LABEL
    if phrase.grain == "year" and _ACT.search(before[-6:]) and _ACT_NEXT.match(after):
        return Role.LABEL
    if phrase.open and _STANDS.search(before[-60:] + after[:60]):
        return Role.LABEL
    if words[-2:].lower() in _OWN or after[:2].lower() in _OWN:
        owned = after if words[-2:].lower() in _OWN else after[2:]
        if against(before, owned) or _STATED.match(owned):
            return Role.SAID
        if eventful(" ".join(owned.split()[:NAMED])):
            return Role.EVENT
        return max(Role.AFTERMATH, _ROLES[telling("", owned)])
    if _VERBLESS.match(after) and _OPENING.fullmatch(before) and (eventful(after) or _ARMS.search(after)):
        return Role.EVENT
    if phrase.grain == "day" and _BLOODY.match(after):
        return Role.EVENT
    if words.endswith("night of"):
        return Role.EVENT
    if words.endswith("after") and _COUNT_STANDS.search(after[:90]):
        return Role.SAID if phrase.days is None else Role.EVENT
    if phrase.grain in ("day", "night") and names_deed(before, words, after):
        return Role.EVENT
    if phrase.open is None and is_backdrop(before):
        return Role.COUNTED
    if _REPORTED.search(before[-60:]):
        return Role.EVENT
    if uttered(before, after):
        return Role.SAID
    if reckoned(before, after):
        return Role.COUNTED
    if _NEW_CASES.search(sentence.text) and (_NEW_CASES.search(after[:50]) or _NEW_CASES.search(before[-50:])):
        return Role.EVENT
    role = _ROLES[telling(before, after)]
    return Role.OPEN if role is Role.COUNTED and phrase.grain in ("month", "year") else role


def _lies_ahead(page: Page, phrase: TimePhrase) -> bool:
    """True for days behind that of publication, wherever on earth that was: 'arraigned on (24 March)'."""
    published, days = page.document.published, phrase.days
    return published is not None and days is not None and days.first > calendar.shift(published, 1)


_TAKE = re.compile(
    r"\W*(?:(?:Let\s+us\s+)?(?:[Tt]ake|[Cc]onsider|[Rr]emember|[Rr]ecall|[Ss]tart\s+with|[Bb]egin\s+with|[Ll]ook"
    r"\s+at))\s+"
)
"""'Take (last Saturday).': what the page then speaks of."""
_HOURS = re.compile(r"\d\s*[ap]\.?m\b.*\s(?:to|until|till)\s.*\d\s*[ap]\.?m\b", re.I)
"""'1 p.m. Tuesday to 1 p.m. Wednesday': nothing but a happening is timed so."""
_ALONE = re.compile(r"(?:\W|\b[a-z]\)|\d{1,2}[.)]\s)*")
_ITS_HOUR = re.compile(
    r",\s(?:[\w'’-]+\s+){0,3}(?:[\w'’-]+,\s+)?(?:near\s+|about\s+|around\s+|before\s+|after\s+|shortly"
    r"\s+(?:before|after)\s+|at\s+)?(?:midnight|noon|dawn"
    r"|\w+\s+o['’]clock|\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\.?)\s*(?:[.:](?!\d)|$)"
)
EARLY = 3
"""'Tuesday, market day, one o'clock.', 'Tuesday, near midnight: ...' among the first sentences of a page."""
_PURPOSE = re.compile(r"\b(?:for|celebrat\w+|prepar\w+\s+for|ahead\s+of|marking|during)\s+(?:the\s+)?$", re.I)


def _for_a_feast(before: str, words: str) -> bool:
    """'were awake for (Ramadan)': why, not when; 'during Ramadan' no nearer than its month."""
    return words.lower() in feasts.NAMES and _PURPOSE.search(before[-30:]) is not None


_BLOODY = re.compile(
    r"\s+(?:was|is|became|turned\s+into|proved)\s+(?:by\s+far\s+)?(?:the|one\s+of\s+the)\s+"
    r"(?:(?:single|far)\s+)?(?:worst|bloodiest|deadliest|most\s+(?:violent|deadly|lethal|brutal))\b",
    re.I,
)
"""'(Friday) was the bloodiest day so far'."""
_STOOD = gated(r"\b(?:stood|stands|remained|remains|unchanged)\b", re.I)
_TOTAL = re.compile(
    r"\bfirst\s+(?:cases?|patients?|infections?)\b[^.;:]{0,40}$|"
    r"\b(?:total|toll|cases|deaths|arrivals)\b[^.;]{0,24}\bsince\s+$|\b(?:that|which)\s+(?:broke\s+out|began"
    r"|started|erupted)\s+(?:on\s+)?$",
    re.I,
)


def _total_since(before: str, phrase: TimePhrase) -> bool:
    """'the cumulative total since (12 March)': the day from which a whole spell is counted."""
    if phrase.open != "since" or phrase.grain != "day" or _STOOD.search(before[-60:]) is not None:
        return False
    return _TOTAL.search(before) is not None


def _is_furniture(page: Page, sentence: Sentence, phrase: TimePhrase) -> bool:
    """True for the dates of the page itself: dateline, byline, 'Updated:', a line with nothing but a date."""
    start, end = phrase.span.start, phrase.span.end
    line = page.text[max(page.text.rfind("\n", 0, start) + 1, start - LINE) : start]
    rest = page.text[end : end + LINE].partition("\n")[0]
    if _PUBLISHED.search(line) or (sentence.index < 6 and _DATELINE.match(line) and _DATELINE_END.match(rest)):
        return True
    if sentence.index < 2 and PLACE_AND_DAY.search(line) and _DATELINE_END.match(rest):
        return True
    if sentence.index < 6 and _ISSUE.match(line):
        return True
    if phrase.grain == "day" and HOUR.search(line) is not None and line.isupper():
        return True
    if sentence.index < 2 and _TELEX.match(line) and _TELEX_END.match(rest):
        return True
    ends = rest.lstrip()[:1] in (".", "!", "?") or page.text[end - 1] == "."
    if phrase.grain == "clock" or (ends and len(_LOWER.findall(line)) > 2):
        return False
    if phrase.days is not None and phrase.days.days > 1 and _COVERS.search(line):
        return False
    return not _WORDS.search(rest.partition("|")[0]) and _BYLINE.match(line) is not None and not happens(line)


ASIDE = 2.0
"""What a day or place weighs less for the incident of the page where the text turns to another."""

_ELSEWHERE = gated(
    r"^.{0,40}\b(?:comes|came)\s+(?:\w+\s+){1,3}after\b|^\W*(?:in\s+(?:another|a\s+(?:separate|second|different"
    r"|similar|related))\s|separately\b|elsewhere\b|meanwhile\b|the\s+same\s+day\b)"
    r"|\bit\s+(?:was|is)\s+the\s+(?:\w+\s+){0,2}(?:second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th)|latest"
    r"|worst|deadliest)\s+"
    r"(?:such\s+)?(?:\w+\s+){1,4}(?:this|in|since)\b"
    r"|\bnearby\s+(?:today|yesterday|(?:on\s+)?\w+day)\b|^\W*(?:another|a\s+second|one\s+(?:more"
    r"|further))\b[^.;]{0,60}\bnearby\b"
    r"|\bon\s+an?\s+(?:rescue|relief|aid|search)\s+(?:run|mission|flight)\b"
    r"|(?:\ban?|['’]s)\s+(?:[\w.-]+\s+){0,2}aftershock|\b(?:recalls?|recalled|reminds?"
    r"|reminded)\b[^.;]{0,20}\b(?:that|who)\b",
    re.I,
)


def is_aside(page: Page, sentence: Sentence) -> bool:
    """True where the sentence turns to a second incident: 'In a separate incident', 'It recalls that'."""
    known: dict[int, bool] = page.memo.setdefault("asides", {})
    if sentence.index not in known:
        known[sentence.index] = sentence.index > 1 and _ELSEWHERE.search(sentence.text) is not None
    return known[sentence.index]


_OF_WHAT = gated(r"(?P<what>\S+(?:\s+\S+)?),\s+(?:which|who|whose|where)\b[^,;:]*$", re.I)


def _explains(before: str) -> bool:
    """'the city, which fell (on Monday)': what is told beside the happening, unless the happening itself is."""
    match = _OF_WHAT.search(before)
    return match is not None and not eventful(match["what"])


OF_PAGE = 3.0
"""What a day counted from the incident ("Day 6") or the period of a report weighs more."""

_FOUND = gated(r"\b(?:found|discovered)\s+(?:[\w'’-]+\s+){0,4}$", re.I)
"""Who was found on Wednesday may have been shot on Tuesday."""

_HOUR = re.compile(r"\d\s*[ap]\.?m\b|\d:\d\d", re.I)


def _weight(page: Page, sentence: Sentence, phrase: TimePhrase, role: Role) -> float:
    """How well the phrase would date the page's incident; set by hand on the development reports."""
    weight = {Role.EVENT: 4.0, Role.OPEN: 1.5, Role.AFTERMATH: 0.5}.get(role, -9.0)
    weight += {"day": 1.0, "night": 1.5, "week": 0.0, "month": -0.5, "year": -2.0}.get(phrase.grain, -9.0)
    if role is Role.EVENT and _OCCURRED.search(sentence.text):
        weight += 0.5
    if role in (Role.EVENT, Role.OPEN) and _HOUR.search(phrase.span.of(page.text)):
        weight += 1.0
    if phrase.of_page and phrase.days is not None:
        weight += OF_PAGE
    if sentence.index < 3 and _REPORT_PERIOD.search(page.text[sentence.span.start : phrase.span.start]):
        weight += OF_PAGE
    if role is Role.EVENT and _FOUND.search(
        page.text[max(sentence.span.start, phrase.span.start - 60) : phrase.span.start]
    ):
        weight -= 1.0
    if page.text.startswith(" alone", phrase.span.end):
        weight -= OF_PAGE
    before = page.text[sentence.span.start : phrase.span.start]
    beside = phrase.days is not None and (_explains(before) or lies_before(before))
    if beside or is_aside(page, sentence):
        weight -= ASIDE
    depth = sentence.index / max(1, len(page.sentences))
    coarse = phrase.grain in ("week", "month", "year")
    return weight + (2.0 if coarse else 2.5) * (1 - depth) - (1.5 if coarse and depth > 0.4 else 0.0)
