"""The days on which something was said, or on which a figure stood: not those of what it counts."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated

_UTTERANCE = gated(
    r"\b(?:video|audio|recording|voice\s+(?:message|note)|message|statement|announcement|bulletin|communiqu[eé]"
    r"|letter|letters|note"
    r"|reply|tweet|post|speech|report|summary|dossier|inquiry|judge?ment|ruling|verdict|sentence|study|survey"
    r"|footage|memo|press\s+release|circular|dispatch|telegram)s?,?\s+(?:of|from|dated|on|issued|late\s+on"
    r"|released)?"
    r"\s*(?:late\s+|early\s+)?$"
    r"|\breached\s+by\s+(?:tele)?phone\s+(?:on\s+)?$|,\s+(?:asked|contacted|interviewed|approached|questioned)"
    r"\s+(?:on\s+|late\s+|again\s+)*$"
    r"|\bclaim(?:ed|ing|s)?\s+(?:the\s+)?responsibility\s+for\s+(?:the|this|that|both)\s+(?:\w+\s+)?attacks?"
    r"\s+(?:on\s+)?$",
    re.I,
)
"""'whose video of (Thursday)', 'a survivor reached by telephone on (Sunday)': the day of what was said."""

_SOURCE = re.compile(r"\((?:[A-Z][\w.&'’-]*\s+)(?:[\w.&'’-]+\s+){0,5}[\w.&'’-]+,\s+$|\([A-Z][\w.&'’-]*,\s+$")
_SOURCE_END = re.compile(r"[^()\n]{0,16}\)")


def uttered(before: str, after: str) -> bool:
    """True for the day of a statement that a noun names, or of a source: '(Interior Ministry, 21 Apr)'."""
    return (
        _UTTERANCE.search(before) is not None
        or (_SOURCE.search(before) is not None and _SOURCE_END.match(after) is not None)
        or _FACED.match(after) is not None
    )


_NUMBER = (
    r"(?:\d[\d,.]*(?:\s+(?:million|thousand))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\w+(?:teen|ty))"
)
_BEFORE_IT = gated(
    r"\b(?:down|up)\s+from\s+[^.;]{0,40}$"
    rf"|(?:^|[;:—–.]\s)\s*(?:and\s+|was\s+|it\s+was\s+)?{_NUMBER}\s+(?:on|late\s+on|by)\s+$"
    r"|\b(?:figure|count|toll|number|tally|estimate|total)\b[^.;]{0,50}\b(?:given|made|dated|(?:is|was|dates)"
    r"\s+from)\b[^.;]{0,30}$",
    re.I,
)
"""'down from 84,000 on (Monday)', '; 139 on (Sunday)', 'the figure of 333 given by the state on (13 May)'."""
_AFTER_IT = re.compile(
    rf",?\s+(?:it\s+(?:was|had\s+been|(?:went|rose|climbed|grew|jumped|fell)\s+to)|(?:went|rose|climbed|grew"
    rf"|jumped)\s+to"
    rf"|(?:he|she|they)\s+had(?:\s+only)?|named|spoke\s+of|had\s+spoken\s+of)\s+(?:at\s+least\s+|about"
    rf"\s+)?{_NUMBER}\b"
    r"(?!\s+years)",
    re.I,
)
"""'on (Sunday) it was 333', 'who on (Saturday) named 36'."""
_ONLY = gated(r"\bonly\s+(?:on\s+)?$", re.I)
"""'only (23 March) had taken its figure higher': a day to compare with."""

_FIGURE = r"(?:figures?|estimates?|counts?|tolls?|numbers?|totals?|tally|sums?|balance)"
_CHANGED = r"(?:brought|closed|ended|cut|halved|raised|lifted|lowered|revised|corrected|changed|updated|took|put)"
_FIGURE_BEFORE = gated(
    rf"\b{_CHANGED}\s+[^.;:]{{0,30}}\b{_FIGURE}\b[^.;:]{{0,30}}$"
    rf"|\b{_FIGURE}\b[^.;:]{{0,40}}\b(?:stands?|stood|{_CHANGED})\s+(?:still\s+)?(?:last\s+)?(?:on\s+)?$"
    rf"|\b(?:{_FIGURE}|lists?|names|pictures|photographs)\s+(?:(?:that|which|was|were|had|has|been)\s+){{0,3}}(?:circulated|spread|shared|posted"
    r"|leaked|put\s+about|going\s+round)\s+(?:(?:last|late|early|first|online|around)\s+)*(?:on\s+)?$"
    r"|\b(?:numbers?|figures?|totals?|half|twice)\s+(?:that\s+)?of\s+$"
    r"|\bstands\s+(?:on\s+)?$|\bwhich\s+(?:was|stood)\s+(?:of|at)\s+[^.;,]{0,60}$"
    r"|\b(?:it|which)\s+was\s+(?:last\s+)?(?:changed|updated|revised|corrected)\s+(?:last\s+)?(?:on\s+)?$"
    rf"|\b(?:came|comes|arrived|arrives|got)\s+(?:to|at)\s+(?:\w+\s+)?{_NUMBER}\s+(?:\w+\s+)?(?:on\s+)?$"
    r"|\bcount(?:ed|ing)?\s+(?:the\s+)?(?:graves|bodies|dead|corpses)\b[^.;,]{0,30}$"
    rf"|\b(?:is|was|were|so)\s+(?:[\w'’-]+\s+){{1,4}}{_FIGURE}\s+(?:of\s+the\s+[\w-]+\s+)?(?:on|of|from|by)\s+$"
    rf"|\b(?:after|before)\s+{_NUMBER}\s+(?:on|late\s+on)\s+$",
    re.I,
)
"""'(brought its estimate down on) Tuesday', '(the toll stands) today', '(which came to 212 dead on) Thursday'."""
_FIGURE_AFTER = gated(
    rf"[^.;:]{{0,80}}\b{_CHANGED}\b[^.;:]{{0,30}}\b{_FIGURE}\b"
    rf"|[^.;:]{{0,60}}\b(?:was|were|stood|stands|remained|remains)\s+(?:still\s+)?at\s+(?:the\s+)?(?:{_FIGURE}"
    rf"|{_NUMBER})\b(?!\s*%|\s+percent)"
    rf"|\s+there\s+were\s+(?:already\s+)?{_NUMBER}(?=[.;,]|$)"
    rf"|[^.;:]{{0,60}}\bha[ds]\s+(?:it|them)\s+at\s+{_NUMBER}\b"
    rf"|[^.;:]{{0,80}}\b(?:came|comes|arrived|got)\s+(?:to|at)\s+(?:a\s+{_FIGURE}\s+of\s+)?(?:at\s+least\s+"
    rf"|about\s+|some\s+)?{_NUMBER}\b"
    rf"|[^.;:]{{0,50}}\b{_FIGURE}\s+(?:is|was|were|stood\s+at)\s+(?:at\s+)?(?:still\s+)?{_NUMBER}\b"
    rf"|[^.;:]{{0,60}}\bhad\s+(?:still\s+)?{_NUMBER}\s+(?:\w+\s+)?(?:dead|killed|deaths|wounded|injured"
    rf"|missing)\b",
    re.I,
)
"""'On (Tuesday) the mission cut its estimate', 'the navy was still at nine', 'the ministry had 23 dead'."""
_MORE_THAN = gated(
    rf"\b(?:{_NUMBER}|several|far|many)\s+(?:more|fewer|less)\s+than\s+(?:on\s+)?$|\b(?:higher|lower)\s+than"
    rf"\s+(?:on\s+)?$",
    re.I,
)
"""'four more than on (Saturday)'."""
_STOOD_AT = gated(
    rf"\b{_FIGURE}\s+(?:(?:of\s+the\s+)?(?:dead|deaths|victims)\s+)?(?:(?:had|has|still|then)\s+)*(?:stood|been"
    rf"|was|were)\s+(?:still\s+)?"
    rf"(?:at\s+)?(?:about\s+|at\s+least\s+)?{_NUMBER}\s+(?:late\s+|early\s+)?(?:on\s+)?$|(?:^|[.;]\s+)\W*it"
    rf"\s+(?:was|had\s+been|stood\s+at)\s+{_NUMBER}\s+(?:on\s+)?$",
    re.I,
)
"""'The toll had stood at 120 on (Monday)', 'It was 20 (yesterday evening)'."""
_OWN_FIGURE = re.compile(rf"(?:['’]s)?\s+{_NUMBER}\b(?!\s+(?:people|men|women|children|soldiers|attacks?))", re.I)
_GATHER = r"\b(?:collect|gather|record|document|tak)(?:ed|ing|en|s)\s+(?:(?:down|the|their|its|more|new)\s+){0,2}"
_ACCOUNTS = r"(?:testimon(?:y|ies)|statements|evidence|signatures|names|accounts|samples|interviews|complaints)\b"
_AT_WORK = gated(rf"{_GATHER}{_ACCOUNTS}[^.;:]{{0,40}}\bsince\s+(?:late\s+|early\s+)?$", re.I)
_AT_WORK_AFTER = gated(rf"[^.;:]{{0,60}}{_GATHER}{_ACCOUNTS}", re.I)
"""'(Since Sunday we) have been collecting testimonies': the days of the work, not of what it is about."""
_AGAINST = re.compile(r"\b(?:against|from|than)\s+$", re.I)
"""'(against) Sunday's 28,458'."""
_TOLL_TO = gated(
    r"\b(?:deaths?|dead|cases|killed|victims|casualties|injured|wounded|fatalities|missing)\s+(?:up\s+)?to\s+$",
    re.I,
)
"""'61 (deaths to) 5 May': as of that day."""


def reckoned(before: str, after: str) -> bool:
    """True for the day on which a figure stood, which is not that of what it counts."""
    only = _ONLY.search(before) is not None and after.lstrip().startswith("had ")
    return (
        only
        or _BEFORE_IT.search(before[-110:]) is not None
        or _MORE_THAN.search(before[-60:]) is not None
        or _STOOD_AT.search(before[-110:]) is not None
        or _AFTER_IT.match(after) is not None
        or _AT_WORK.search(before[-120:]) is not None
        or (_OPENS_SINCE.search(before) is not None and _AT_WORK_AFTER.match(after) is not None)
        or _FIGURE_BEFORE.search(before[-110:]) is not None
        or (_OPENS.search(before) is not None and _FIGURE_AFTER.match(after) is not None)
    )


def against(before: str, after: str) -> bool:
    """True for the day of a figure to compare with: 'against (Sunday)'s 28,458'."""
    return _AGAINST.search(before) is not None and _OWN_FIGURE.match(after) is not None


def counted_to(before: str) -> bool:
    """True for the day up to which somebody counted: '61 deaths to (5 May)'."""
    return _TOLL_TO.search(before) is not None


_FACED = gated(
    r"[^.;:]{0,60}?\b(?:faced|addressed|briefed|appeared\s+before|stood\s+before|went\s+before|came\s+before"
    r"|answered\s+to)\s+"
    r"(?:the\s+|questions\s+(?:in|from|by)\s+(?:the\s+)?)?(?:MPs|lawmakers|deputies|parliament|council(?:lors)?"
    r"|committee|inquiry|House|Senate|Congress"
    r"|senators|cabinet|press|reporters|journalists|cameras|questions|relatives|families|residents)\b"
)
"""'(The minister yesterday) faced MPs over the raid': the day of what was said there."""


_OPENS = re.compile(
    r"(?:^|[,;:—–]\s+|\b(?:and|but|while)\s+)\W*(?:(?:on|by|in|late|early|also|then|still|only)\s+)*$", re.I
)
"""A time that opens its clause: what follows tells what it dates."""

_OPENS_SINCE = re.compile(r"(?:^|[,;:—–.]\s+)\W*since\s+(?:late\s+|early\s+)?$", re.I)

_A_DEED = re.compile(
    r"\s+(?:(?!(?:after|before|of|from|by|in|on|at|the|an?|when|and|to|for)\b)[\w-]+\s+){0,2}?"
    r"(?:strike|attack|raid|bombing|blast|explosion|crash|shooting|massacre|ambush|earthquake"
    r"|quake|murder|homicide|killing|slaying|stabbing|shootout|rampage|robbery|kidnapping|abduction|accident|incident"
    r"|flood|fire|collapse|sinking|clash|battle|stampede|crush|siege|assault|shelling|shipwreck|landslide)(?:s"
    r"|es)?\b",
    re.I,
)
_ONE_OF = re.compile(
    r"\b(?:an?|the|this|that|his|her|their|its|two|three|four|five|six|several|both|deadly|fatal|double|triple)\s+$",
    re.I,
)
_OF_THE_DAY = re.compile(r"\b(?:on|by|since|until|from|in|of)\s+$", re.I)
_MONTHS = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I)


def names_deed(before: str, words: str, after: str) -> bool:
    """True for a day before what happened on it: 'called the (28 April) strike an error', 'a (Monday) raid'."""
    return _A_DEED.match(after) is not None and (
        _ONE_OF.search(before) is not None
        or (_MONTHS.search(words) is not None and _OF_THE_DAY.search(before) is None)
    )
