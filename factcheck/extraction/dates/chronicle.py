"""A page in dates: a day ("18 September.", "May 3:") opens each part and tells when what follows happened."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from factcheck.extraction.dates.datedphrases import Dated, Role
from factcheck.extraction.happening import Telling, eventful, reckons, telling
from factcheck.extraction.page import Page

HEADINGS = 3
"""So many different days that open a part make a page a chronicle."""

_HAPPENED = 5.0
_LEDE = 2.5
"""As in ``datedphrases``: what a day on which something happened weighs, and what more where a page opens."""

_BEFORE = re.compile(r"[\s•*·–—-]*")
_BEHIND = re.compile(r"\s*[:–—-]\s+(?P<told>\D{2}.*)", re.DOTALL)
_END = re.compile(r"[\s.:|–—-]*")


def headed(page: Page, dated: Iterable[Dated]) -> list[Dated]:
    """The phrases of a page; in a chronicle the days that open its parts are days on which something happened.

    One before a figure that somebody gives ("4 May. The toll rises to nine.") stays what it was.
    """
    dated = list(dated)
    told = {id(d): text for d in dated if (text := _told(page, d)) is not None}
    if len({d.phrase.days for d in dated if id(d) in told}) < HEADINGS:
        return dated
    return [_of_event(page, d) if told.get(id(d)) else d for d in dated]


def _told(page: Page, dated: Dated) -> str | None:
    """What a heading opens when it tells of a happening, "" when of something else; None for no heading."""
    phrase = dated.phrase
    if phrase.days is None or phrase.days.days > 2 or phrase.grain != "day":
        return None
    sentence = page.sentences[dated.sentence]
    if _BEFORE.fullmatch(page.text, sentence.span.start, phrase.span.start) is None:
        return None
    if _END.fullmatch(page.text, phrase.span.end, sentence.span.end) is not None:
        following = page.sentences[dated.sentence + 1 : dated.sentence + 2]
        return following[0].text if following and _tells(following[0].text) else ""
    behind = _BEHIND.match(page.text, phrase.span.end, sentence.span.end)
    if behind is None:
        return None
    return behind["told"] if _tells(behind["told"]) else ""


def _tells(text: str) -> bool:
    """False for the day of a figure: 'The ministry says that nine are dead', 'The toll rises', '34 dead'."""
    if reckons(text) or _COUNTING.search(text) is not None or not eventful(_SUFFERED.sub(" ", text)):
        return False
    return telling("", f" {text}") is not Telling.SAID or _SUFFERED.search(text) is None


_COUNTING = re.compile(r"\bcount(?:s|ing)\b", re.IGNORECASE)
_SUFFERED = re.compile(r"\b(?:dead|killed|died|dying|wounded|injured|hurt|missing|victims)\b", re.IGNORECASE)


def _of_event(page: Page, dated: Dated) -> Dated:
    depth = dated.sentence / max(1, len(page.sentences))
    return replace(dated, role=Role.EVENT, weight=_HAPPENED + _LEDE * (1 - depth))
