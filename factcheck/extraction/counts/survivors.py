"""The hurt whom only their way to hospital or their recovery tells: 'two gunshot victims walked into a clinic'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts.quantities import Amount, Reading
from factcheck.extraction.gates import Several, gated

_SORT = r"(?:gunshot|gun[\s-]shot|shooting|stabbing|stab|burn|crash|blast|assault|wounded|injured)(?:[\s-]wound)?"
_VICTIMS = (
    r"(?:\s+(?:of\s+the|other|more|additional|male|female|adult|teenage|young))*"
    rf"\s+(?:{_SORT}\s+)?victims?"
)
_PERSONS = (
    r"(?:\s+(?:of\s+(?:them|those|the)|other|more|male|female|adult|teenage|young|shooting|gunshot|surviving))*"
    r"(?:\s+(?:victims?|people|persons?|others|men|women|man|woman|teens?|teenagers?|boys?|girls?|adults?|males?"
    r"|females?|students?|children|child|officers?|deput(?:y|ies)|survivors?))?"
)
_THEMSELVES = r"(?:themselves|himself|herself)"
_COME = (
    r"\s+(?:(?:later|also|then|subsequently|had|have|each)\s+)*(?:arrived|showed\s+up|shown\s+up|turned\s+up|walked(?:\s+in)?"
    rf"|drove(?:\s+{_THEMSELVES})?|(?:was|were|been)\s+(?:later\s+|also\s+)?(?:driven|dropped\s+off|brought)"
    rf"|self-transported|(?:took|got|checked)\s+{_THEMSELVES}|checked\s+in|made\s+(?:their|his|her)\s+(?:own\s+)?way"
    r"|sought\s+(?:treatment|help))"
)
_HOSPITAL = (
    r"(?:\s+on\s+(?:their|his|her)\s+own)?\s+(?:at|in|into|to)\s+(?:[\w'’.-]+\s+){0,4}?(?:hospitals?|emergency\s+rooms?|clinics?"
    r"|medical\s+cent(?:er|re)s?|trauma\s+cent(?:er|re)s?|infirmary|urgent\s+care)\b"
)
_WHO_WERE_HIT = r"(?:\s+who\s+(?:was|were)\s+(?:shot|stabbed|hit|struck|wounded|injured|hurt|attacked))?"
_BE = r"\s+(?:is|are|was|were)\s+(?:now\s+|all\s+|also\s+|both\s+|back\s+)*"
_CAME = gated(
    rf"(?P<figure>#+){_VICTIMS}{_COME}{_HOSPITAL}"
    rf"|(?P<figure2>#+){_PERSONS}{_COME}{_HOSPITAL}[^.;]{{0,25}}?\b(?:with|suffering(?:\s+from)?)\s+(?:[\w-]+\s+){{0,3}}?"
    r"(?:wounds?|injur(?:y|ies)|burns)\b",
    re.IGNORECASE,
)
_RECOVERS = gated(
    rf"(?P<figure>#+){_PERSONS}{_WHO_WERE_HIT}{_BE}(?:at\s+)?home\s+(?:and\s+)?recovering\b"
    rf"|(?P<figure2>#+){_PERSONS}{_WHO_WERE_HIT}{_BE}expected\s+to\s+be\s+(?:ok|okay|o\.k\.|fine|all\s+right|alright)(?!\w)"
    rf"|\ball\s+(?:of\s+the\s+)?(?P<figure3>#+){_PERSONS}{_WHO_WERE_HIT}\s+(?:(?:have|has|had|was|were)\s+|since\s+|now\s+"
    r"|already\s+|been\s+|treated\s+(?:and\s+)?)+(?:released|discharged)\s+from\s+(?:the\s+|a\s+|area\s+|local\s+)*hospitals?\b"
    rf"|\bnone\s+of\s+the\s+(?:injuries|wounds)\s+(?:of|to|(?:suffered|sustained)\s+by)\s+(?:the\s+)?(?P<figure4>#+){_PERSONS}"
    r"\s+(?:is|are|was|were)\b",
    re.IGNORECASE,
)
_ALL = Several((_CAME, _RECOVERS))
_DIED = re.compile(
    r"[^.;]{0,40}?\b(?:where|and|but)\s+(?:he|she|they|both|all|one|doctors)\b[^.;]{0,40}?\b(?:died|dead|succumbed)\b",
    re.IGNORECASE,
)


def may_be_survivors(text: str) -> bool:
    """True when a sentence may tell so of the hurt; the figures of the text are written as ``#``."""
    return _ALL.fits(text)


def survivors(reading: Reading) -> Iterator[tuple[str, Amount, int, int]]:
    """Kind, amount and stretch (from the sentence's start) of each count of the hurt that is told so."""
    text, where = reading.coded()
    for pattern in _ALL.worth(text) if where else ():
        for match in pattern.finditer(text):
            name = next(name for name, told in match.groupdict().items() if told)
            amount = where.get(match.start(name))
            if amount is not None and not _DIED.match(text, match.end()):
                yield "wounded", amount, match.start(name), match.end()
