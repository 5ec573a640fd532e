"""Numbers that say how often, how likely, which, how many fit or how many more: rates, ranks, room, votes."""

from __future__ import annotations

import re

_NUMBER = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|twenty"
    r"|a\s+(?:hundred|thousand))"
)
_ALONE = rf"{_NUMBER}(?=\s*(?:[;,.:)]|$|(?:of\s+the|in|and|when|at|on|by|with|against|votes?)\b))"
_TIME = r"(?:year|month|week|day|night|hour|minute|annum|season)"
_BEFORE = re.compile(
    r"\b(?:"
    r"(?P<rank>(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|youngest|eldest|oldest)(?:-born)?\s+of)"
    r"|(?P<row>stage|round|lap|grade|magnitude|game|inning|episode|season|paragraph|resolution|category|tier|(?:on|after|of|by)\s+day"
    r"|(?:units|reactors|blocks|phases|articles|rooms|gates|halls|platforms|routes|nos\.)(?:\s+\d+\s*(?:,|and|or|to))*)"
    r"|(?P<age>who\s+(?:is|was|turned|turns)(?:\s+(?:only|just|barely|now|then))?"
    r"|who\s+(?:are|were)(?:\s+(?:only|just|barely|now|then))?(?P<ages>(?:\s+\w+\s*(?:,|and|or))*))"
    r"|(?P<ratio>(?:of|in|for)\s+(?:every|each)|(?:one|two|three)\s+in)"
    r"|(?P<of>(?:of|in|for)\s+(?:every|each)\s+[\w,]+\s[^.;,]{0,30},)"
    r"|(?P<room>(?:room|space|capacity|beds?|seats?|berths|built|designed|licen[sc]ed|certified|meant|intended|equipped"
    r"|prepar(?:e|es|ed|ing)|ready|brac(?:e|es|ed|ing))"
    r"\s+(?:for|to\s+(?:carry|hold|house|treat|seat|take|accommodate|receive))"
    r"|can(?:not)?\s+(?:only\s+)?(?:hold|seat|house|treat|carry|take|accommodate|care\s+for)|sleeps|(?:stadium|arena|hall|theatre)\s+holds)"
    r"(?:\s+(?:up\s+to|about|some|around|at\s+least|more\s+than|another))?"
    r"|(?P<score>\d+\s*(?:votes?\s+)?to|\d+\s*[-–])"
    r")\s*$",
    re.I,
)
"""'the third of (six)', 'stage (7)', 'of every (100)', 'built for (300 people)',
'218 votes to (210)', 'who is (14)'."""
_BEHIND = re.compile(
    rf"(?P<rate>[\w.,-]+(?:\s+(?:million|thousand|hundred))?(?!\s+(?:patients|cases)\b)(?:\s+(?!(?:on|in|for|of|such|than|all|most|and|within)\b)[\w'’-]+){{0,2}}?"
    rf"\s+(?:(?:a|each|every|per)\s+{_TIME}|per\s+(?:100,000|million|thousand))\b(?!\s+(?:later|earlier|ago|before|after|on|into|when|since)\b|['’]s))"
    rf"|(?P<ratio>(?:one|two|three)\s+(?:out\s+of\s+every|in)\s+(?:every\s+)?{_NUMBER}\b(?=\s+(?:[a-z]|[,.])))"
    r"|(?P<difference>(?!(?:no|not)\b)[\w.,-]+(?:\s+(?:million|thousand))?(?:\s+(?!(?:no|not)\b)[\w-]+)?"
    r"\s+(?:(?:fewer|less|lower|higher)\s+than\s+(?:in|on|at|the|a|last|first|initially|previously|originally|usual|planned|expected)"
    r"|more\s+than\s+(?:in\s+(?:19|20)\d\d|(?:the|a)\s+year|last\s+year|usual|planned|expected|any\s+other))\b)"
    rf"|(?P<score>\d+\s*(?:votes?\s+)?(?:to|[-–])\s*(?={_ALONE})\d+\b)",
    re.I,
)
"""'(35,000 people) a year', '(one) in six', '(ten) fewer than first thought', '(52) to 48'."""
_CONTEST = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballots?|majority|resolution|scor(?:e|es|ed|ing)|goals?|match|game|cup|league|fans"
    r"|coach|players?)\b",
    re.I,
)
_MORE_AGES = re.compile(rf"{_NUMBER}\s*(?:,|and|or)\s+{_NUMBER}\b", re.I)
_ALONE_HERE = re.compile(_ALONE, re.I)
_WHY = {
    "rank": "a rank",
    "row": "a number in a row",
    "age": "an age",
    "ratio": "a ratio",
    "of": "a ratio",
    "room": "room for so many",
    "score": "a vote or a score",
    "rate": "a rate",
    "difference": "a difference",
}


def other_number(text: str, start: int) -> str | None:
    """Why the number that begins at ``start`` counts no harm: a rate, a rank, room ...; None when it may."""
    found = _BEHIND.match(text, start)
    sort = found.lastgroup if found is not None else None
    if sort is None or (sort == "score" and _CONTEST.search(text) is None):
        found = _BEFORE.search(text, max(0, start - 60), start)
        sort = found.lastgroup if found is not None else None
        if sort in ("row", "score", "age") and _ALONE_HERE.match(text, start) is None:
            return None
        if sort == "score" and _CONTEST.search(text) is None:
            return None
        if found is not None and found["ages"] == "" and _MORE_AGES.match(text, start) is None:
            return None
    return None if sort is None else _WHY[sort]
