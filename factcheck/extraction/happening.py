"""What happened, and what was only said about it: the words that tell a scene from a statement.

A day or a place beside "said", "told reporters" or "put the toll at" belongs to the statement; beside "shot",
"clashed" or "collapsed" it belongs to what happened; beside "pronounced dead" or "charged" to its aftermath.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import takewhile


SAY, COUNT, MEET, EVENT, AFTER, BE, FIGURE = 1, 2, 4, 8, 16, 32, 64
"""What a word may be a sign of, as bits of one number (an enum would cost more than the whole lookup)."""

_WORDS = {
    SAY: "said|say|says|saying|told|tells|announc(?:ed|es|ing)|reported|reporting|confirm(?:ed|s|ing)|claimed|claiming|stated"
    "|add(?:ed|s)|warn(?:ed|s|ing)|declar(?:ed|es|ing)|den(?:ied|ies|ying)|reject(?:ed|s|ing)|dismissed|accus(?:es|ing)|blam(?:ed|es|ing)"
    "|accused|quoted|quoting|cited|citing|disclosed|revealed|released|published|issued|wrote|writes|tweeted|posted|spoke|speaking|spoken"
    "|explain(?:ed|s)|insist(?:ed|s)|maintain(?:ed|s)|acknowledg(?:ed|es)|admit(?:ted|s)|conced(?:ed|es)|alleges|asserted|estimated|offered"
    "|gave|gives|revised|lowered|updated|learned|heard|condemned|welcomed|called|urged|vowed|pledged|repeated|testified|recalled|noted"
    "|react(?:ed|s)|agreed|printed|allowed|ruled|concluded|promised",
    COUNT: "put|puts|counted|recorded|registered|stood|reached|rose|risen|climbed|totall?ed|listed|raised|tallied",
    MEET: "visit(?:ed|s|ing)|toured|met|meets|walked|joining|attended|briefing|interviewed|parliament|statement|article|letter"
    "|interview|speech|remarks",
    EVENT: r"kill\w*|dead|deadly|die[ds]?|deaths?|fatal\w*|shot|shoot\w*|gunfire|gunm[ae]n|gunfight|attack\w*|blasts?|explo\w+|bomb\w*"
    r"|clash\w*|fight\w*|fought|strikes?|struck|airstrikes?|crash\w*|collaps\w*|burst|failed|flood\w*|\w*quake|storm\w*|fired?|raid\w*"
    r"|ambush\w*|massacre\w*|assault\w*|battle\w*|march|marche[ds]|marching|protest\w*|demonstrat\w*|rall(?:y|ies)|happened|occurred|erupted"
    r"|wounded|injur\w+|hit|hurt|stabb\w+|slain|murder\w*|homicide|incident|events|shell\w*|offensive|downed|detonat\w*|abduct\w*"
    r"|kidnap\w*|captur\w*|loot\w*|burn\w*|torched|drown\w*|capsiz\w*|sank|sunk|derail\w*|riot\w*|violence|unrest|overran|seized"
    r"|execut(?:ed|ion|ions)|behead\w*|lynch\w*|hacked|missiles?|landmine|ied|encounter|operation|robbery|burglary|dispute|argument|found|respond(?:ed|ing)|dispatched|shots|gunshots?|took|retook|retaken|recaptured|overrun"
    r"|discovered|drew|overturned|swept|tore|broke|action",
    AFTER: r"pronounced|succumb\w*|arrest\w*|charged|charges|arraign\w*|court|sentenc\w*|convict\w*|indict\w*|booked|jail\w*|bail"
    r"|funerals?|vigil|buried|burial|autops\w+|identified|surger\w*|hospital\w*|investigat\w+|surrender\w*|trial|hearing|plead\w*|memorial"
    r"|mourn\w*|custody|extradit\w*|warrant|interview\w*|talks|negotiat\w+|ceasefire|truce|birthday|born|recovering|later",
    BE: "was|were|is|are|had|has|have|been|be",
    FIGURE: "figure|count|toll|number|tally|total",
}
_PATTERNS = [(flag, re.compile(words)) for flag, words in _WORDS.items()]
_TOKEN = re.compile(r"[\w'’&-]+(?:\.(?=\w))?|[,;:()“”\"–—]")
_PHRASES = (
    ("took place", "occurred"), ("gave way", "collapsed"), ("broke out", "erupted"), ("news conference", "briefing"),
    ("press conference", "briefing"), ("life support", "hospital"), ("went off", "exploded"),
    ("died at", "pronounced at"), ("died in", "pronounced in"),
)  # fmt: skip
_STOOD = re.compile(r"\bbeen at (?=\d)")
_LEADS = frozenset("on late early in at by of earlier from around the".split())
_OPENERS = frozenset(
    "less more than just nearly some and but also then earlier later late early only meanwhile already or since back on in by at of around from the".split()
)
_ANEW = frozenset(("that", "when", "after", "how"))
_MARKS = frozenset(',;:()“”"–—')
REACH = 9
"""Words between a fronted time or place and the verb of saying: 'On Monday the ministry of health in Benghazi said'."""


class Telling(Enum):
    """What the words around a phrase of time or place speak of."""

    SAID = "said"
    COUNTED = "counted"
    AFTERMATH = "aftermath"
    EVENT = "event"
    OPEN = "open"


def telling(before: str, after: str) -> Telling:
    """What the sentence speaks of where the phrase stands; ``before`` and ``after`` are the sentence around it."""
    left, right = _tokens(before[-200:]), _tokens(after[:160])
    said = _said(left, right)
    if said is not None:
        return said
    signs = 0
    for word in (*_until_mark(reversed(left)), *_until_mark(right[1:] if right[:1] == [","] else right)):
        signs |= _signs(word)
    if signs & AFTER:
        return Telling.AFTERMATH
    return Telling.EVENT if signs & EVENT else Telling.OPEN


def happens(text: str) -> bool:
    """True when the words tell that something happened or was."""
    return any(_signs(word) & (EVENT | BE) for word in _tokens(text))


def eventful(text: str) -> bool:
    """True when the words name a happening: an attack, a march, a flood."""
    return any(_signs(word) & EVENT for word in _tokens(text))


def breaks(text: str) -> int:
    """How many commas, brackets, dashes and quotation marks part the text."""
    return sum(token in _MARKS for token in _tokens(text))


def _tokens(text: str) -> list[str]:
    lower = text.lower()
    for phrase, word in _PHRASES:
        if phrase in lower:
            lower = lower.replace(phrase, word)
    return _TOKEN.findall(_STOOD.sub("counted ", lower))


@lru_cache(maxsize=50_000)
def _signs(word: str) -> int:
    signs = 0
    for flag, pattern in _PATTERNS:
        if pattern.fullmatch(word):
            signs |= flag
    return signs


def _until_mark(words: Iterable[str]) -> Iterator[str]:
    return takewhile(lambda word: word not in _MARKS, words)


def _said(left: Sequence[str], right: Sequence[str]) -> Telling | None:
    if _told_before(left):
        return Telling.SAID
    return _told_next(right) or (_told_after(right) if _fronted(left) else None)


def _told_before(left: Sequence[str]) -> bool:
    """'told reporters on', 'said in a statement on', but not 'said he was shot on'."""
    end = len(left)
    while end and (left[end - 1] in _LEADS or left[end - 1] == ","):
        end -= 1
    for word in reversed(left[max(0, end - 6) : end]):
        signs = _signs(word)
        if signs & (SAY | MEET):
            return True
        if word in _ANEW or word in _MARKS or signs & (EVENT | BE):
            return False
    return False


def _told_next(right: Sequence[str]) -> Telling | None:
    """'(Al Arabiya on Saturday) quoted', '(which at the weekend) had put'."""
    for i, word in enumerate(right[:4]):
        signs = _signs(word)
        if signs & (SAY | COUNT) and not signs & EVENT:
            return Telling.SAID if signs & SAY else Telling.COUNTED
        if not ((i == 0 and word == ",") or word.endswith("ly") or word in ("had", "has", "still", "also")):
            return None
    return None


def _fronted(left: Sequence[str]) -> bool:
    for word in reversed(left):
        if word in _MARKS:
            return True
        if word not in _OPENERS:
            return False
    return True


def _told_after(right: Sequence[str]) -> Telling | None:
    """'(On Monday) the Red Crescent in Benghazi said': a verb of saying before anything happens."""
    figure = right[:1] == ["it"]
    for word in [w for w in right if w not in _MARKS][: REACH + 1]:
        signs = _signs(word)
        if signs & SAY and not signs & EVENT:
            return Telling.SAID
        if signs & COUNT or (figure and signs & BE):
            return Telling.COUNTED
        if signs & EVENT or word in _ANEW:
            return None
        figure = figure or bool(signs & FIGURE)
    return None
