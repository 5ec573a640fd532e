"""Phrases of time that belong together: "Friday, January 17" is one, "from 9 to 12 May" an interval."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.extraction.dates import calendar
from factcheck.extraction.dates.timerules import COUNT, MONTH, NUMBERS, WEEKDAY, TimePhrase
from factcheck.extraction.gates import gated
from factcheck.extraction.happening import eventful
from factcheck.values import DateSpan, Span


def joined(text: str, phrases: list[TimePhrase]) -> list[TimePhrase]:
    """'Friday, January 17' is one phrase and 'from 9 to 12 May' one interval; 'since' opens one."""
    out: list[TimePhrase] = []
    for phrase in phrases:
        previous = out[-1] if out else None
        merged = _merge(text, previous, phrase) if previous else None
        if merged:
            out[-1] = merged
            before = out[-2] if len(out) > 1 else None
            both = before and _interval(text, before, merged, Span(before.span.start, merged.span.end))
            if both:
                out[-2:] = [both]
        else:
            out.append(phrase)
    return [_opened(text, phrase) for phrase in out]


_GLUE = re.compile(r"\s*(?:,\s*on|,|\[|\(|the|of|of the|on|,\s*the)?\s*")
_RANGE = re.compile(r"\s*(?:and|to|until|till|through|-|–|/)\s*(?:the\s+)?(?:night\s+of\s+)?(?:on\s+)?", re.I)
_DASH = re.compile(r"\s*[–—-]\s*")
_MONTH = re.compile(MONTH.format("m"))
DASHED = 62
"""Days that '29 April – 5 May' may last; a dash between days further apart joins no interval."""
_SINCE = re.compile(
    r"\b(?:since|from|starting|beginning)\s+(?:about|around|early|the|late|on|at\s+least)?\s*$"
    r"|\bsince\s+(?:the\s+)?(?:(?:early|small)\s+hours|morning|afternoon|evening|night|dawn|daybreak|noon"
    r"|midnight)\s+(?:of|on)\s+$",
    re.I,
)
_UNTIL = re.compile(r"\b(?:until|till|up\s+to|before|by)\s+(?:the\s+)?$", re.I)
_BETWEEN = re.compile(
    r"\b(?:between|from|covers|covering|period(?:\s+of)?:?)\s+(?:the\s+)?(?:night\s+of\s+)?$", re.I
)
_IN_NIGHT = re.compile(r"\bnight\s+of\s+(?:the\s+)?$", re.I)
_ENDED = re.compile(
    r",?\s+(?:and|but)\s+(?:\w+\s+){0,3}?(?:ended|finished|lasted|stopped|closed|subsided|quelled|crushed"
    r"|retaken|put\s+(?:down|out)"
    r"|brought\s+under\s+control|died\s+down|was\s+over|went\s+on|over)\s+(?:only\s+)?(?:until\s+)?(?:late\s+"
    r"|early\s+)?(?:on\s+)?",
    re.I,
)
_BEGAN = re.compile(
    r"\b(?:began|started|opened|lasted\s+from|broke\s+out|erupted|flared(?:\s+up)?)\s+(?:late\s+|early\s+)?(?:on"
    r"\s+)?$",
    re.I,
)
"""'(began on) Tuesday (and ended on) Thursday'."""
_TO = re.compile(r"\s+(?:in)?to\s+(?:the\s+)?", re.I)
_INTO = re.compile(r"\s+(?:in)?to\s+(?:early\s+|the\s+early\s+hours\s+of\s+)?(?:on\s+)?", re.I)
_WHEN = re.compile(r",?\s+when\b", re.I)
_AGO = re.compile(r"\b(?:ago|last|this|earlier)\b", re.I)
_NIGHT = gated(r"\bnight\s+(?:of|from|between)?\s*(?:the\s+)?(?:between\s+)?$", re.I)


def _merge(text: str, a: TimePhrase, b: TimePhrase) -> TimePhrase | None:
    """The one phrase that two neighbours are, or None."""
    between = text[a.span.end : b.span.start]
    both = Span(a.span.start, b.span.end)
    merged = _glued(text, a, b) if len(between) <= 8 and _GLUE.fullmatch(between) else None
    return merged or _night_into(text, a, b) or _interval(text, a, b, both)


def _glued(text: str, a: TimePhrase, b: TimePhrase) -> TimePhrase | None:
    """'Friday, January 17', 'in the night of 3 May', 'Wednesday overnight', 'January last year'."""
    between = text[a.span.end : b.span.start]
    both, first, second = Span(a.span.start, b.span.end), a.span.of(text), b.span.of(text)
    if a.grain == "clock" and _IN_NIGHT.search(first + between) and b.days and b.days.days == 1:
        return replace(b, span=both, days=_night_after(b.days), grain="night")
    if "clock" in (a.grain, b.grain):
        dated = b if a.grain == "clock" else a
        return replace(dated, span=both) if dated.grain in ("day", "night") or "," not in between else None
    if a.days is None or b.days is None:
        return None
    if b.grain == "night" and a.days.days == 1 and second.lower() == "overnight":
        return replace(a, span=both, days=_night_after(a.days), grain="night")
    if first.lower() == "overnight" and b.days.days <= 2:
        days = b.days if b.days.days == 2 else _night_after(b.days)
        return replace(b, span=both, days=days, grain="night")
    if a.grain in ("day", "night", "month") and _THE_YEAR.fullmatch(second):
        return replace(a, span=both, days=_in_year(a.days, b.days.first.year))
    if _AGO.search(first) and b.grain == "day":
        return replace(b, span=both)
    if _is_weekday(text, a) and b.grain == "day" and second.lower().endswith(" after"):
        return replace(b, span=both)
    if _is_weekday(text, a) and b.grain == "day":
        night = a.grain == "night" and b.days.days == 1
        return replace(b, span=both, days=_night_after(b.days) if night else b.days, grain=a.grain)
    if _is_weekday(text, b) and a.grain == "day" and "," not in between:
        night = b.grain == "night" and a.days.days == 1
        return replace(a, span=both, days=_night_after(a.days) if night else a.days, grain=b.grain)
    return None


def _night_after(days: DateSpan) -> DateSpan:
    return calendar.span(days.first, calendar.shift(days.first, 1))


def _night_into(text: str, a: TimePhrase, b: TimePhrase) -> TimePhrase | None:
    """'Friday night into Saturday', 'in the night to Friday'."""
    between = text[a.span.end : b.span.start]
    if b.grain != "day" or b.days is None or b.days.days != 1:
        return None
    to_day = a.grain == "clock" and a.span.of(text).lower().endswith("night")
    if not (_TO.fullmatch(between) if to_day else a.grain == "night" and _INTO.fullmatch(between)):
        return None
    days = calendar.span(calendar.shift(b.days.first, -1), b.days.first)
    return replace(b, span=Span(a.span.start, b.span.end), days=days, grain="night")


def _interval(text: str, a: TimePhrase, b: TimePhrase, both: Span) -> TimePhrase | None:
    """'from Sunday to Tuesday', 'began on Tuesday and ended on Thursday'."""
    between = text[a.span.end : b.span.start]
    if a.grain == b.grain == "month" and a.days and b.days and a.days.first > b.days.last:
        a = replace(a, days=_in_year(a.days, b.days.first.year))  # "between February and April 2018"
    if a.days is None or b.days is None or a.days.first > b.days.last:
        return None
    plain = a.grain == b.grain == "day"
    if plain and _ENDED.fullmatch(between) and _BEGAN.search(text, max(0, a.span.start - 20), a.span.start):
        return TimePhrase(both, DateSpan(a.days.first, b.days.last), a.grain)
    if not _RANGE.fullmatch(between):
        return None
    started = _BETWEEN.search(text, max(0, a.span.start - 24), a.span.start)
    apart = (b.days.last - a.days.first).days
    dash = _DASH.fullmatch(between) and _MONTH.search(a.span.of(text)) and _MONTH.search(b.span.of(text))
    if started or (plain and (apart <= 3 or (dash and apart <= DASHED))):
        return TimePhrase(both, DateSpan(a.days.first, b.days.last), a.grain)
    return None


_THE_YEAR = re.compile(r"(?:last|this|next)\s+year", re.I)


def _in_year(days: DateSpan, year: int) -> DateSpan:
    """The same days of another year: 'in January last year'."""
    first = calendar.make_day(year, days.first.month, days.first.day)
    return calendar.span(first, calendar.shift(first, days.days - 1)) if first else days


def _is_weekday(text: str, phrase: TimePhrase) -> bool:
    return re.search(WEEKDAY.format("w"), phrase.span.of(text), re.I) is not None


def _opened(text: str, phrase: TimePhrase) -> TimePhrase:
    start = max(0, phrase.span.start - 28)
    if (
        phrase.days
        and phrase.grain == "day"
        and phrase.days.days <= 2
        and _NIGHT.search(text, start, phrase.span.start)
    ):
        night = calendar.span(phrase.days.first, calendar.shift(phrase.days.first, 1))
        return replace(phrase, days=night, grain="night")
    window = max(0, phrase.span.start - 90), phrase.span.start
    lasted = _DAYS_OF.search(text, *window) or _FIRST_DAYS.search(text, *window)
    count = lasted and (
        NUMBERS.get(lasted["count"].lower()) or (lasted["count"].isdigit() and int(lasted["count"]))
    )
    if count and phrase.days and phrase.days.days == 1:
        return replace(phrase, days=calendar.span(phrase.days.first, calendar.shift(phrase.days.first, count - 1)))
    weekend = phrase.span.of(text).lower().endswith("weekend")
    nights = phrase.grain == "night" and _NIGHT_FROM.search(text, start, phrase.span.start)
    if nights and phrase.days and _TO_DAY.search(phrase.span.of(text)):
        since = nights["since"] is not None
        return replace(phrase, days=DateSpan.day(phrase.days.last), open="since") if since else phrase
    several = phrase.days is not None and phrase.days.days > _LENGTH.get(phrase.grain, 366) and not weekend
    if not several and _begins(text, phrase, start):
        return replace(phrase, open="since")
    if _UNTIL.search(text, start, phrase.span.start):
        return replace(phrase, open="until")
    return phrase


_NIGHT_FROM = re.compile(
    r"\b(?P<since>since\s+)?(?:in\s+)?(?:the\s+)?night\s+(?:of|from|between)\s+(?:the\s+)?$", re.I
)
_TO_DAY = re.compile(r"\s(?:to|and|on)\s|[-–/]")
"""'in the night from (Tuesday to Wednesday)': one night, that does not open an interval by its 'from'."""

_LENGTH = {"day": 1, "month": 31}
"""Days beyond which a phrase is an interval by itself, so that 'from' does not open one."""


def _begins(text: str, phrase: TimePhrase, start: int) -> bool:
    """True for the start of an interval: 'since Friday', not 'the toll from Friday's attack'."""
    if _WHEN.match(text, phrase.span.end):
        if _HAVE_SINCE.search(text, max(0, start - 80), phrase.span.start) is not None:
            return True
        opens = _OPENS_SINCE.search(text, start, phrase.span.start) is not None
        return opens and _HAVE_AFTER.match(text, phrase.span.end) is not None
    if _PASSED.search(text, max(0, start - 20), phrase.span.start):
        return False
    if _SINCE.search(text, start, phrase.span.start):
        before = text[start : phrase.span.start].lower().split()[-2:]
        told = before == ["from", "the"] and _TWO_WORDS.match(text, phrase.span.end)
        owned = before[-1:] == ["from"] and phrase.span.of(text).endswith(("'s", "’s", "'S", "’S"))
        return not (owned or (told and eventful(told[0])))
    if phrase.grain == "clock":
        return False
    if _SINCE_OPENS.search(text, max(0, start - 80), phrase.span.start) and _HAVE.match(text, phrase.span.end):
        return True
    if _SINCE_IT.search(text, max(0, start - 60), phrase.span.start) is not None:
        return True
    if phrase.grain == "day" and _FIRST_CASE.search(text, max(0, start - 50), phrase.span.start):
        return True
    return (
        _HAS.match(text, phrase.span.end) is not None
        and _WHICH_BEGAN.search(text, max(0, start - 40), phrase.span.start) is not None
    )


_HAVE_SINCE = gated(
    r"(?:\d|people|dozens|scores|hundreds|thousands|civilians|soldiers|others|protesters)\s+(?:[a-z]+"
    r"\s+){0,2}?ha(?:ve|s)\s+(?:\w+\s+)?"
    r"(?:died|been\s+(?:killed|wounded|injured|displaced|hurt))\b(?:(?!\b(?:not|never|worst"
    r"|first)\b)[^.;,])*\bsince\s+$",
    re.I,
)
"""'78 people have died in the unrest since (8 July), when': so many in all the time from then on."""
_OPENS_SINCE = gated(r"(?:^|[.;]\s|\n)\W*since\s+$", re.I)
_HAVE_AFTER = re.compile(r",?\s+when\b[^,;.]*,\s[^;.]{0,60}\bha(?:ve|s)\s+(?:\w+\s+)?(?:been|died)\b", re.I)
"""'Since (Friday), when the truce ended, 40 people have been killed'."""
_PASSED = gated(
    r"\b(?:passed|elapsed|gone\s+by|(?:been|is|was)\s+(?:\w+\s+){0,3}(?:days?|weeks?|months?|years?))"
    r"\s+since\b[^.;]*$",
    re.I,
)
"""'One week has passed since (5 June)': the day itself."""
_FIRST_CASE = gated(r"\bfirst\s+(?:cases?|patients?|infections?)\b[^.;:]{0,40}$", re.I)
"""'The first case was seen on (3 April)': an outbreak counts from there on."""
_SINCE_OPENS = gated(r"(?:^|[.;]\s|\n)\W*since\s+(?!then\b|that\b|last\b)[^,.;:\n]{3,80}\b(?:in|on|of)\s+$", re.I)
_HAVE = re.compile(r",\s[^.;]{0,80}\bha(?:ve|s)\b", re.I)
"""'Since the girls were taken in (April 2014), 1,700 have been seized'."""
_HAS = re.compile(r"(?:[^.;,]{0,80},)?\s+ha(?:ve|s)\b", re.I)
_WHICH_BEGAN = gated(
    r"\b(?:protests|demonstrations|riots|clashes|fighting|violence|unrest|outbreak|epidemic|strikes|shelling"
    r"|crackdown|war"
    r"|uprising|revolt|offensive|bombardment),?\s+(?:\w+\s+){0,3}(?:that|which)\s+(?:broke\s+out|began|started"
    r"|erupted)\s+(?:(?:on|in)\s+)?$",
    re.I,
)
"""'protests that broke out on (20 April) have left at least 70 dead'."""


_DAYS_OF = gated(
    rf"\b{COUNT}\s+(?:straight\s+|consecutive\s+)?days\s+of\s+(?:\w+\s+){{1,4}}?(?:from|starting|beginning|that"
    rf"\s+(?:began|started))\s+(?:on\s+)?$",
    re.I,
)
"""'five days of fighting from (May 3)': an interval whose length is told."""

_FIRST_DAYS = gated(
    rf"\bfirst\s+{COUNT}\s+days\s+(?:after|following|from)\s+[^.;:]{{1,60}}?\s+(?:on|of)\s+$", re.I
)
"""'deaths in the first three days after the gas escaped on (3 May)'."""

_TWO_WORDS = re.compile(r"(?:\s+[a-z-]+){1,2}", re.I)
_SINCE_IT = gated(
    r"\bsince\s+(?:(?:[\w'’-]+\s+){0,4}(?:coup|war|conflict|uprising|revolution|invasion|insurgency|siege|unrest"
    r"|takeover)"
    r"|(?:[\w'’-]+\s+){1,5}(?:began|started|erupted|broke\s+out|took\s+up\s+arms|took\s+(?:effect|power|over)"
    r"|seized\s+power|invaded|intensified|resumed))\s+(?:(?:in|at|along|near|across|around)\s+(?:[\w'’-]+"
    r"\s+){1,3})?"
    r"(?:(?:of|in|on|in\s+late|in\s+early)\s+)?$",
    re.I,
)
"""'since the coup of (July 2023)', 'since they took up arms in (1984)'; not since one strike."""
