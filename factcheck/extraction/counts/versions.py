"""Figures set down without a verb: 'New York: 318', 'Corrected on Monday to 55', 'Paris at least 281'.

Live reports, round-ups and bulletins name what is counted once and then set a name, a day or an hour before each
new figure. What such a figure counts, the figures before it say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck import lexicons
from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.quantities import Amount
from factcheck.extraction.gates import gated
from factcheck.lexicons import word_set

_END = (
    r"(?=[\"”]?\s*(?:[.,;:)]|$|\(|–|—|-\s|(?:and|or|but|by|on|in|at|at\s+noon|with|so\s+far|now|then|altogether"
    r"|today|yesterday|overall|in\s+all)\b))"
)
_HEDGED = (
    r"[\"“]?(?:(?:perhaps|maybe|possibly|still|only|just|now|all\s+of|make\s+that|say|closer\s+to|already"
    r"|a\s+mere)\s+)*(?P<figure>#+)"
)
_NOT_A_VOICE = (
    r"(?!(?:[^:#]*\b)?(?:age|aged|ages|pages?|bus|route|phone|call|goals?|score|result|votes?|chapter|episode"
    r"|width"
    r"|height|weight|price|prices|cost|costs|magnitude|speed|distance|temperature|room|flight|hotline|tel|seats"
    r"|rescued|saved|alive|safe|aboard|on\s+board|survivors|capacity|beds|updated|published|date|time|hours)\s*:)"
)
_LABEL = gated(
    rf"(?:^[\"“(\s]*|[.;!?|]\s+[\"“]?|\)\s+){_NOT_A_VOICE}(?P<label>[A-Z][^:#.;?!|]{{1,70}}?):\s*{_HEDGED}{_END}"
)
"""'New York: "318, we think."', 'Police, an hour later: 99'."""
_STAMPED = gated(
    rf"^\W*(?:[A-Z][A-Za-z]*\.?\s+)*[A-Z][A-Za-z]*\.?\s*(?:\d{{1,2}})?[^|:#.;]{{0,14}}\|\s*{_HEDGED}(?=\s*[.,;]"
    rf"|\s*$)"
)
"""'MON JULY 5 | 27.'"""
_WORTH = re.compile(
    r"^\W*(?P<figure>#+)[\"”']?\s*(?:\((?=[^()#]{3,80}\))"
    r"|,\s+(?:we|I|he|she|they)\s+(?:think|thinks|thought|read|reads|wrote|writes|noted|reckons?|believes?)\b)"
)
"""'Upward of 100 (TV channels).', 'Sixty-four, he read out.'"""
_WHEN = (
    r"(?:(?:the\s+)?(?:next|following|same|previous|last)\s+)?(?:an?\s+(?:\w+\s+)?)?(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)?(?:day|noon|midday|midnight|dawn|dusk|nightfall|evening|night|morning|afternoon|weekend|tonight"
    r"|lunch(?:time)?)"
)
_AT_A_TIME = gated(
    rf"(?:[.,;]|\band|\bbut|\bthen|^\W*)\s*(?:(?:on|by|at|in|until|before|that|this)\s+)?(?:the\s+)?(?:{_WHEN}"
    r"(?:\s+(?:evening|night|morning|noon))?|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?|(?:today|yesterday|tomorrow"
    r"|tonight|earlier|later|first|now)),?\s+(?:(?:it|they|he|she|we)\s+(?:said|had|gave|has|wrote)\s+)?"
    rf"{_HEDGED}(?=\s*(?:[.,;)]|$|\b(?:and|but|by|in\s+the|of\s+whom)\b))",
    re.IGNORECASE,
)
"""'at 16:00 fifty', 'by Sunday 43', 'today 30'."""
_THEN = gated(
    r"\b(?:then|later|afterwards|finally|at\s+last|next)\s+(?P<figure>#+)\s+(?:at|on|in|by|over)\s+(?:the\s+)?\w+",
    re.IGNORECASE,
)
"""'first it was 90, then 161 at the lunch of the same day'."""
_CORRECTED = gated(
    r"\b(?:corrected|revised|amended|updated|changed|raised|upped|lowered|cut|reduced|increased|brought|adjusted"
    r"|went(?:\s+(?:up|down))?|rose|risen|climbed|jumped|grew|grown|swelled|swollen|mounted|crept(?:\s+up)?|fell"
    r"|dropped|shrank|came\s+down|became|turned\s+into)\b"
    r"(?:\s+(?:(?:on|by|at|in|that|this|last|the|from)\s+)?[\w#.'’-]+){0,4}?(?<!became)\s+(?:to\s+|into\s+)"
    rf"(?:only\s+|just\s+)?(?P<figure>#+){_END}",
    re.IGNORECASE,
)
_BECAME = gated(rf"\b(?:became|becomes|has\s+become)\s+(?P<figure>#+){_END}", re.IGNORECASE)
"""'Corrected on Monday to 55', '64 overnight went to 78', 'which became 14 by noon'."""
_A_NUMBER = gated(
    r"\b(?:has|have|had|gives?|gave|offers?|offered|names?|named|knows?|there\s+is|there\s+was|came\s+with)\s+"
    r"(?:an?|its|his|her|their|our|another|one|the|no\s+other)\s+(?:own\s+|other\s+|exact\s+|precise\s+|new\s+"
    r"|different\s+)?(?:number|figure|count|toll|tally|total|sum)(?:\s+of\s+(?:its|their|his|her)"
    r"\s+own)?\s*[:,–—-]\s*"
    rf"{_HEDGED}{_END}",
    re.IGNORECASE,
)
"""'State television has a number: twelve.'"""
_RUNS_TO = gated(
    r"\b(?:list|roll|register|tally|count|toll|book|ledger|table|roster)s?\b[^#.;:]{0,50}?\s(?:runs?|ran|goes|went"
    r"|extends?|comes|came|amounts?|adds?\s+up|added\s+up|grew|rises?|rose)\s+to\s+(?P<figure>#+)",
    re.IGNORECASE,
)
"""'whose list of the fallen runs to 62'."""
_LIST_HAS = gated(
    r"\b(?:list|roll|register|tally|ledger|table|roster|file|copybook|notebook)s?\b[^#.;:]{0,50}?\s(?:has|had"
    r"|holds?"
    r"|names?|named|contains?|contained|bears?|shows?|showed|gives?|carries|carried|comprises?|lists?)\s+"
    r"(?:only\s+|now\s+|already\s+)?(?P<figure>#+)(?=\s*(?:[.,;)]|$|names\b|entries\b|and\b|on\b|in\b|by\b))"
    r"|\b(?:has|had|have|keeps?|kept|holds?|publish(?:es|ed)|produced|drew\s+up|compiled|with)\s+(?:an?|its"
    r"|their|his"
    r"|her)\s+(?:own\s+)?(?:list|roll|register|file)\s+(?:of|with)\s+(?P<figure2>#+)"
    r"(?=\s*(?:[.,;)]|$|names\b|and\b|on\b|in\b|by\b))",
    re.IGNORECASE,
)
"""'the volunteers' list has 147 names', 'the district has a list of 372'."""
_GAPPED = gated(
    r"(?:,|;)\s+(?:and\s+|but\s+)?(?:(?:[A-Z][\w'’.-]+\s+){1,3}|the\s+(?:(?!(?:is|was|are|were|ha[sd]|have|of|to"
    r"|for"
    r"|about|than|aged?|numbered|by|in|on|at|with|past|under|over|other|first|last|next|remaining)\b)[\w'’-]+"
    r"\s+){1,3})"
    r"[\"“]?(?P<figure>#+)"
    r"(?=[\"”]?\s*(?:,\s+(?:and|but|the\s|[A-Z])|;|\.(?:\s|$)|$))"
)
"""'Washington said 1,429 dead, Paris at least 281, and the doctors 355'."""
_KEEPS_TO = gated(
    r"\b(?:keeps?|kept|holds?|held|adheres?|adhered|sticks?|stuck|abides?|returned|returns)\s+(?:to|by|with)\s+"
    rf"(?:its\s+|their\s+|the\s+)?(?P<figure>#+){_END}"
    rf"|\b(?:guess(?:es|ed)?|reckon(?:s|ed)?|counts?|counted|saw|sees|would\s+say|puts?\s+(?:it|them|this|that)"
    rf"\s+to"
    r"\s+[\w ]{3,30}\s+at|puts?\s+(?:it|them|this|that)\s+(?:nearer\s+)?at|hinted\s+at|whispered|mutters?"
    rf"|muttered|inclines?\s+to|leans?\s+to(?:wards?)?|mentioned)\s+(?P<figure2>#+){_END}",
    re.IGNORECASE,
)
_DID = gated(
    r"(?P<figure>#+)\s+(?:of\s+them\s+)?(?:really\s+|actually\s+|in\s+fact\s+)?did(?=\s*[.,;)]|\s*$)",
    re.IGNORECASE,
)
"""'24,000 people leave their homes, he announces; no more than 3,000 did'."""
_RULES = (
    (_DID, "a version"),
    (_LABEL, "a version"),
    (_STAMPED, "a version"),
    (_WORTH, "a version"),
    (_AT_A_TIME, "a version"),
    (_THEN, "a version"),
    (_CORRECTED, "corrected to"),
    (_BECAME, "corrected to"),
    (_A_NUMBER, "gives"),
    (_RUNS_TO, "gives"),
    (_LIST_HAS, "gives"),
    (_GAPPED, "a version"),
    (_KEEPS_TO, "gives"),
)
_PAIR = gated(
    r"(?<!\bwere\s)(?<!\bare\s)(?<!\baged\s)(?<!#)(?P<figure>#+)[\"”]?\s+(?:and|,)"
    r"\s+[\"“]?(?P<figure2>#+)(?=[\"”]?\s*(?:[.,;)]|$|\b(?:this|on|in|by|at|that|respectively|yesterday"
    r"|today|before|earlier)\b))",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:can|could|may|might|would|will|let\s+(?:them|him|her)|should)\s+\w+\s*$", re.IGNORECASE)


def may_be_version(text: str) -> bool:
    """True when a coded sentence may hold such a figure; without a parse."""
    return _PAIR.search(text) is not None or any(pattern.search(text) for pattern, _ in _RULES)


def versions(text: str, where: dict[int, Amount]) -> Iterator[tuple[Amount, int, int, str]]:
    """Each bare figure of a coded sentence that stands so: amount, start, end and rule.

    The offsets count from the sentence's start.
    """
    seen: set[int] = set()
    for pattern, rule in _RULES:
        for match in pattern.finditer(text):
            name = "figure" if match["figure"] else "figure2"
            amount = where.get(match.start(name))
            if amount is None or amount.key in seen or amount.how != "figure":
                continue
            if _MAY.search(text, max(0, match.start() - 20), match.start()):
                continue  # "they can say a thousand"
            if pattern is _LABEL and not _is_voice(match["label"]):
                continue
            if amount.noun is None or amount.noun.lower_ in ("names", "entries"):
                seen.add(amount.key)
                yield amount, match.start(name), match.end(name), rule


def paired(text: str, where: dict[int, Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Two bare figures side by side, which take the kinds of the last two in their order: '165 and 160'."""
    for match in _PAIR.finditer(text):
        one, other = where.get(match.start("figure")), where.get(match.start("figure2"))
        if one is not None and other is not None and one.noun is None and other.noun is None:
            yield one, other


_TIMES = word_set(
    "earlier later today yesterday tonight monday tuesday wednesday thursday friday saturday sunday morning noon "
    "evening night midnight dawn afternoon now then first before last this next same previous final latest"
)
_VOICES = word_set(
    "union unions organisers organizers opposition rebels rebel insurgents militants families relatives villagers "
    "residents witnesses neighbours doctors medics nurses volunteers activists prosecutor prosecutors observers "
    "reporter reporters correspondent newspaper radio television agency monitors observatory priest bishop elder "
    "defenders critics mission embassy company employer management owner owners fishermen farmers lawyers"
)


@cache
def _speakers() -> frozenset[str]:
    return _VOICES | {word for row in lexicons.rows("speaker_nouns") for word in row["noun"].lower().split()}


def _is_voice(label: str) -> bool:
    """'Police, an hour later', 'New York', 'Earlier', 'Per its spokesman'; not 'Handed over to families'."""
    words = [word for word in _WORD.findall(label) if word[:1].isalpha()]
    if not words or len(words) > _MOST_WORDS or _FATE.search(label):
        return False
    first = words[0].lower()
    if first in _TIMES or (
        len(words) > 1 and first in ("on", "by", "at", "in", "per") and words[1].lower() in _TIMES
    ):
        return True
    if any(word.lower() in _speakers() for word in words[:4]) or first == "per":
        return True
    plain = [word for word in words if len(word) > 3]
    if not plain or not all(word[:1].isupper() for word in plain):
        return False
    return len(words) > 1 or not (first.endswith(("ed", "ing", "ions", "s")) or nouns.known(first) is not None)


_MOST_WORDS = 10
_WORD = re.compile(r"[\w'’.-]+")
_FATE = re.compile(
    r"\b(?:of\s+(?:these|them|whom|which)|handed|closed|recovered|rescued|unidentified|confined|total|without|with"
    r"|schools?|houses|homes|cases|beds)\b",
    re.IGNORECASE,
)
