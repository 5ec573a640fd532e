"""What happened, and what was only said about it: the words that tell a scene from a statement.

A day or a place beside "said", "told reporters" or "put the toll at" belongs to the statement; beside "shot",
"clashed" or "collapsed" it belongs to what happened; beside "pronounced dead" or "charged" to its aftermath.
"""

from __future__ import annotations

import re
from enum import Enum

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
_LEADS = r"(?:\s+(?:on|late|early|in|at|by|of|earlier|from|around|the))*\s*$"
_SAID_BEFORE = re.compile(
    rf"\b(?:{_SAY}|{_MEET})\b(?P<between>(?:\s+(?!that\b|when\b|after\b|how\b)[\w'’.&-]+){{0,5}}?),?{_LEADS}", re.I
)
_FRONTED = re.compile(
    r"^\W*(?:(?:and|but|also|then|earlier|later|late|early|only|meanwhile|already|or|since|back)\W+)*"
    r"(?:on|in|by|at|of|around|from)?\s*(?:the\s+)?$",
    re.I,
)
_SAID_AFTER = re.compile(rf"^\W*(?:{_WORD}\s+){{0,9}}?(?:{_SAY}|(?P<count>{_COUNT}))\b", re.I)
_SAID_NEXT = re.compile(rf"^\s*,?\s*(?:\w+ly\s+)?(?:had\s+|has\s+)?(?:{_SAY}|(?P<count>{_COUNT}))\b", re.I)
_HAPPENS = re.compile(rf"\b(?:{_EVENT}|was|were|is|are|had|has|been)\b", re.I)
_EVENTS = re.compile(rf"\b(?:{_EVENT})\b", re.I)
_AFTERMATH = re.compile(rf"\b(?:{_AFTER})\b", re.I)
_BREAK = re.compile(r"[,;:()]\s|\s[-–—]\s|[“”\"]")


class Telling(Enum):
    """What the words around a phrase of time or place speak of."""

    SAID = "said"
    COUNTED = "counted"
    AFTERMATH = "aftermath"
    EVENT = "event"
    OPEN = "open"


def telling(before: str, after: str) -> Telling:
    """What the sentence speaks of where the phrase stands; ``before`` and ``after`` are the sentence around it."""
    said = _said(before, after)
    if said is not None:
        return said
    clause = clause_around(before, after)
    if _AFTERMATH.search(clause):
        return Telling.AFTERMATH
    return Telling.EVENT if _EVENTS.search(clause) else Telling.OPEN


def happens(text: str) -> bool:
    """True when the words tell that something happened or was."""
    return _HAPPENS.search(text) is not None


def eventful(text: str) -> bool:
    """True when the words name a happening: an attack, a march, a flood."""
    return _EVENTS.search(text) is not None


def _said(before: str, after: str) -> Telling | None:
    said = _SAID_BEFORE.search(before[-90:])
    if said and not happens(said["between"]):
        return Telling.SAID
    told = _SAID_NEXT.match(after[:50])
    if told is None and _FRONTED.match(before[last_break(before) :]):
        told = _SAID_AFTER.match(after[:110])
        if told and eventful(told.group().rsplit(None, 1)[0]):
            told = None
    if told is None:
        return None
    return Telling.COUNTED if told["count"] else Telling.SAID


def breaks(text: str) -> int:
    """How many commas, brackets, dashes and quotation marks part the text."""
    return len(_BREAK.findall(text))


def last_break(text: str) -> int:
    """Where the last clause of the text begins."""
    ends = [mark.end() for mark in _BREAK.finditer(text)]
    return ends[-1] if ends else 0


def clause_around(before: str, after: str) -> str:
    """The words around a phrase up to the nearest comma, bracket or quotation mark on either side."""
    ahead = after.lstrip(", ")[:160]
    following = _BREAK.search(ahead)
    return before[last_break(before) :][-160:] + " " + (ahead[: following.start()] if following else ahead)
