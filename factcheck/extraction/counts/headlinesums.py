"""Headlines that tell of several one by one: 'Teen, man killed', '2 men, woman shot dead'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.quantities import are_two_words
from factcheck.extraction.gates import gated
from factcheck.lexicons import word_set

LONGEST = 110
"""Characters of a line that may be a headline."""

_FEW = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_MEMBER = (
    r"(?!(?:the|a|an|in|of|for|after|by|with)\b)(?:(?:#|\d{1,2}|[A-Za-z][\w'’-]*|\d{1,2}-(?:year|month)-old)\s+){0,3}?"
    r"(?:[A-Za-z]+|\d{1,2}-(?:year|month)-old)(?:,\s\d{1,2}(?=,?\s))?"
)
_FATES = (
    r"(?P<killed>(?:(?:shot|stabbed|beaten|struck|run\s+over)\s*(?:,|and|&)\s*)?killed|(?:found\s+|confirmed\s+|reported\s+)?dead"
    r"|(?:found\s+)?(?:shot|stabbed|beaten|burned)\s+(?:dead|to\s+death)|fatally\s+(?:shot|stabbed|injured|wounded|struck)"
    r"|slain|murdered|gunned\s+down|die|died)"
    r"|(?P<wounded>wounded|injured|hurt|hospitali[sz]ed|(?:shot|stabbed)\s*(?:,|and|&)\s*(?:wounded|injured))"
    r"|(?P<casualties>shot|stabbed)"
)
_SEVERAL = gated(
    rf"^\W*(?:[A-Z][\w’'. ]{{2,30}}:\s+)?"
    rf"(?P<members>{_MEMBER}(?:,\s+{_MEMBER}){{0,2}}(?:,|,?\s+and|\s+&)\s+{_MEMBER})\s+"
    rf"(?:{_FATES})(?=\s+(?:in|at|on|near|outside|inside|by|during|after|while|when|off|along|amid|as|from|over)\b"
    r"|\s*[,;:|–—-]|\s*$)",
    re.IGNORECASE,
)
_IN_SEVERAL = gated(
    r"\b(?:separate|unrelated|different)\b|\b(?:shootings|crashes|incidents|attacks|fires)\b", re.IGNORECASE
)
"""'Man, teen killed in separate shootings' are two crimes."""
_APART = re.compile(r",\s+and\s+|,\s+(?!\d{1,2}(?:[,\s]|$))|\s+and\s+|\s+&\s+", re.IGNORECASE)
_YEARS = re.compile(r",?\s+\d{1,2},?$")
_FORCE = word_set("officer deputy cop trooper agent guard sergeant lieutenant policeman marshal soldier")
_OTHERS = word_set(
    "suspect gunman shooter attacker assailant robber intruder bystander civilian inmate driver man woman"
)
_PAIRS = frozenset(
    frozenset(pair.split())
    for pair in (
        "student teacher", "driver passenger", "bride groom", "doctor patient", "clerk customer", "owner employee",
        "victim suspect", "victim gunman", "victim shooter", "pilot passenger", "boyfriend girlfriend",
    )
)  # fmt: skip


def several_told(text: str) -> Iterator[tuple[str, int, int, int, str]]:
    """Kind, their sum, where the words begin and end, and who they are; at most one of a headline."""
    if len(text) > LONGEST or _IN_SEVERAL.search(text) is not None:
        return
    match = _SEVERAL.match(text)
    if match is None:
        return
    members = [_member(part) for part in _APART.split(match["members"].strip(" ,"))]
    if len(members) == 1 or not all(size for size, _ in members):
        return
    singles = [word for size, word in members if size == 1]
    if any(not _are_apart(one, other) for one, other in combinations(singles, 2)):
        return
    kind = next(kind for kind in ("killed", "wounded", "casualties") if match[kind])
    yield kind, sum(size for size, _ in members), match.start("members"), match.end(), match["members"].strip(" ,")


def _member(part: str) -> tuple[int, str]:
    """How many a member is, and its noun; 0 for what is nobody."""
    words = _YEARS.sub("", part.strip(" ,")).split()
    if not words:
        return 0, ""
    first, last = words[0].lower(), words[-1].lower()
    size = _FEW.get(first, int(first) if first.isdigit() else 1)
    if last.endswith("-old") and words[-1][0].isdigit():
        return 1, last
    if last == "couple":
        return 2, last
    if size > 1:
        return (size if nouns.is_person(last) and not nouns.is_one_person(last) else 0), last
    return (1 if nouns.is_one_person(last) else 0), last


def _are_apart(one: str, other: str) -> bool:
    """'officer, suspect', 'teen, man': two people; 'husband, father' may be one."""
    words = frozenset((one, other))
    if len(words) == 1:
        return False
    if all(word.endswith("-old") for word in words) or words in _PAIRS:
        return True
    if any(word.endswith("-old") for word in words):
        return True
    return (bool(words & _FORCE) and bool(words & _OTHERS)) or are_two_words(one, other)
