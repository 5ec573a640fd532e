"""Which figures a text itself calls earlier ones: "at first", "had put", "two weeks ago"."""

from __future__ import annotations

import re
from functools import lru_cache

_EARLIER = re.compile(
    r"\b(?:earlier|at first|initial(?:ly)?|originally|previous(?:ly)?|until then|to begin with|formerly"
    r"|first (?:said|spoke|spoken|put|reported|gave|count|reckoned"
    r"|estimated|announced|talked|thought|feared)|an? (?:first|earlier) (?:count|toll|figure)"
    r"|had (?:(?:still|first|earlier|originally|initially|also|only|then) )*(?:told|said|put|spoken|counted"
    r"|reported|been at"
    r"|stood|claimed|announced|given|spoke|it at)|last (?:\w+day|week|month) it (?:was|stood)|(?:days?|weeks?"
    r"|months?) ago"
    r"|(?:figure|toll|count|number|tally) (?:at|in|on|for) (?:the (?:end|start|beginning) of )?\w+ (?:was|stood)"
    r"|was told on|raised (?:it |that |the \w+ )?from|up from|figure had been)\b",
    re.I,
)
_NOW = re.compile(
    r"\b(?:now|later|then|since then|finally|today|so far|revised (?:it )?to|raised (?:it )?to|corrected)\b", re.I
)
_BREAK = re.compile(r"(?<=[.!?;])(?<!\b[A-Z][a-z][a-z]\.)\s+(?=[\"'“‘A-Z0-9•–-])|\n|(?<= \.\.\.) ")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_TIMED = re.compile(rf"^\W*(?:\d{{1,2}}[:.h]\d{{2}}\b|{_MONTH}\.? \d{{1,2}}\b|\d{{1,2}} {_MONTH}|on \d)", re.I)
_HINTS = (
    "earl", "first", "initial", "original", "previous", "until then", "to begin with", "formerly", "had ", "last ",
    " ago", "figure ", "toll ", "count ", "number ", "tally ", "was told on", "raised ", "up from",
)  # fmt: skip
"""One of them stands in whatever ``_EARLIER`` finds: most texts are passed over at a glance."""
REACH = 300
"""Characters before a figure in which the words that date it are looked for."""


@lru_cache(maxsize=100_000)
def is_superseded(quote: str, context: str) -> bool:
    """True when the words up to the figure call it an earlier one, and none after them the present one."""
    if not (_hints(context) or _hints(quote)):
        return False
    text = before(quote, context)
    earlier = max((m.end() for m in _EARLIER.finditer(text)), default=-1)
    return earlier > max((m.end() for m in _NOW.finditer(text)), default=-1)


GLANCE = "|".join(map(re.escape, _HINTS))
"""The same as a pattern for whole columns of texts, whatever their case."""


@lru_cache(maxsize=1_000)
def _hints(text: str) -> bool:
    """True for a text that may call a figure an earlier one; claims that share a paragraph follow each other."""
    told = text.lower()
    for hint in _HINTS:  # noqa: SIM110 - any() takes three times as long
        if hint in told:
            return True
    return False


@lru_cache(maxsize=10_000)
def before(quote: str, context: str) -> str:
    """The sentence of the quote up to the quote's end (what follows belongs to the next figure)."""
    at = context.find(quote)
    if at < 0 or not quote:
        return quote
    begin = max((m.end() for m in _BREAK.finditer(context, 0, at + 1) if m.end() <= at), default=0)
    return context[max(begin, at - REACH) : at + len(quote)]


def is_timed(context: str) -> bool:
    """True for an entry of a live blog or of a list by dates: it starts with a time or a day."""
    return _TIMED.match(context) is not None
