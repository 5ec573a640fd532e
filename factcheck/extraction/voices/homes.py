"""Whose ministry is meant when a page only says "the ministry": the state in which its story plays."""

from __future__ import annotations

import re
from collections import Counter

from factcheck.extraction.page import Page
from factcheck.language.naming import adjective, canonical, country, state_adjective, state_in

READ = 4_000
"""Characters of a page whose countries are counted."""
SHARE = 0.75
"""Least share of the mentions for a state without a dateline: the countries of a quarrel both have a ministry.
At 0.6 five of the 36 marked reports got one of two sides, at 0.75 none; read ``home_of`` over them on a change."""

_NAMES = re.compile(r"(?:Saudi |Sri |South |North |United |New |El |Burkina |Sierra |Costa |Ivory )?[A-Z][\w.’']+")
_DATELINE = re.compile(
    r"^\W*(?P<city>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?)\b(?!/)[^.\n]{0,40}?(?:\s[-–—]+\s|: |\. [A-Z])"
    r"|^(?P<telex>[A-Z]{4,})\b(?!/)"
)
_OFFICE = re.compile(
    r"^(?:(?:[A-Z][a-z]+ )(?:and [A-Z][a-z]+ )?Ministry|army|military|navy|air force|government|"
    r"parliament|armed forces|general staff|foreign office)$",
    re.IGNORECASE,
)


def at_home(page: Page, name: str) -> str:
    """The name with the page's state before it, for an office that every state has; other names as they are."""
    if not _OFFICE.match(name) or state_in(name) is not None:
        return name
    state = home_of(page)
    return name if state is None else canonical(f"{adjective(state)} {name}")


def home_of(page: Page) -> str | None:
    """The state in which the story plays, or None when the page does not show it."""
    if "home" not in page.memo:
        page.memo["home"] = _home(page)
    found: str | None = page.memo["home"]
    return found


def _home(page: Page) -> str | None:
    text = f"{page.document.title or ''}\n{page.text[:READ]}"
    counted = Counter(state for state in map(_state, _NAMES.findall(text)) if state is not None)
    if not counted:
        return None
    top = counted.most_common(2)
    match = _DATELINE.match(page.text.lstrip())
    dated = country((match["city"] or match["telex"] or "").strip().title()) if match else None
    if dated is not None and dated in dict(top):
        return dated
    state, mentions = top[0]
    return state if mentions >= 2 and mentions >= SHARE * counted.total() else None


def _state(word: str) -> str | None:
    bare = re.sub(r"['’]s?$", "", word.rstrip(".’'"))
    return country(bare) or state_adjective(bare)
