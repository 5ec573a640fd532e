"""People whom somebody looks for: 'still looking for six people', '60 passengers were never found'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts.quantities import Amount, Reading, may_be_people
from factcheck.extraction.gates import Several, gated
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

_SEARCH = gated(
    r"\b(?:looking|searching|search(?:es)?(?:\s+(?:is|was|were|are|has|had|been|under\s*way|underway|launched"
    r"|mounted|continuing|going|on))*)"
    r"\s+for\s+(?:the\s+)?(?:remaining\s+|other\s+|last\s+)?(?P<figure>#+)",
    re.IGNORECASE,
)
_SOUGHT = gated(
    r"(?P<figure>#+)(?:\s+[\w'’-]+){0,5}?,?\s+(?:who\s+|that\s+)?(?:is|are|was|were)\s+(?:still\s+|also"
    r"\s+)?"
    r"(?:(?:being\s+)?(?:looked|searched)\s+for|being\s+sought)\b"
    r"|\b(?:fate|whereabouts)\s+of\s+(?:the\s+)?(?P<figure2>#+)(?:\s+[\w'’-]+){0,5}?\s+(?:is|are|was|were"
    r"|remain\w*)\s+"
    r"(?:still\s+|as\s+yet\s+)?(?:un(?:known|clear|certain)|not\s+known|a\s+mystery)\b"
    r"|\bno\s+(?:trace|sign|news|word)\s+(?:has\s+been\s+|was\s+|had\s+been\s+)?(?:found\s+)?(?:of|from)"
    r"\s+(?:the\s+)?"
    r"(?:other\s+)?(?P<figure3>#+)"
    r"|(?P<figure4>#+)(?:\s+[\w'’-]+){0,4}?\s+(?:has|have|had)\s+(?:not|never)\s+(?:yet\s+)?(?:been\s+)?"
    r"(?:(?:heard|seen)\s+(?:of|from|since|again)|returned|come\s+back|come\s+home|turned\s+up|located|traced"
    r"|accounted\s+for)\b"
    r"|(?P<figure6>#+)(?:\s+[\w'’-]+){0,4}?\s+(?:can|could)\s*(?:not|n['’]t)\s+(?:yet\s+)?be\s+"
    r"(?:found|traced|located|accounted\s+for|reached)\b"
    r"|(?P<figure7>#+)(?:\s+[\w'’-]+){0,4}?\s+(?:is|are|was|were)\s+(?:still\s+)?nowhere\s+to\s+be\s+(?:found|seen)\b"
    r"|(?P<figure5>#+)(?:\s+[\w'’-]+){0,4}?\s+(?:has|have|is|are|had|remain\w*)\s+(?:yet\s+)?to\s+be\s+"
    r"(?:found|located|traced|accounted\s+for|recovered)\b",
    re.IGNORECASE,
)
_NEVER_FOUND = gated(
    r"(?P<figure>#+)(?:\s+[\w-]+){0,2}?\s+(?:who\s+|that\s+)?(?:(?:was|were|are|is|have|has|had)\s+)?(?:never(?:"
    r"\s+been)?|not\s+(?:yet\s+)?(?:been\s+)?)\s*found\b",
    re.IGNORECASE,
)
_SUSPECTS = word_set(
    "suspects suspect gunmen gunman attackers attacker men man shooters robbers burglars fugitives escapees "
    "inmates prisoners witnesses drivers"
)
"""'Police are searching for two men' are no missing."""


_SEVERAL = Several((_SOUGHT, _NEVER_FOUND))


def may_be_sought(text: str) -> bool:
    """True when a sentence may tell so of the missing; the figures of the text are written as ``#``."""
    return _SEVERAL.fits(text)


def not_found(reading: Reading) -> Iterator[tuple[str, Amount, int, int]]:
    """'still looking for six people', '60 passengers were never found'."""
    text, where = reading.coded()
    for pattern in (_SEARCH, _NEVER_FOUND, _SOUGHT):
        for match in pattern.finditer(text):
            name = next(n for n, told in match.groupdict().items() if told)
            amount = where.get(match.start(name))
            others = amount is not None and (amount.more or text[: match.start(name)].endswith("remaining "))
            sought = pattern is _SEARCH and (
                amount is None or (amount.noun is None and not others) or _is_suspect(amount.noun)
            )
            if amount is not None and not sought and may_be_people(amount):
                yield "missing", amount, match.start(), match.end()


def _is_suspect(noun: Token | None) -> bool:
    return noun is not None and noun.lower_ in _SUSPECTS
