"""Whose losses a bare figure is: 'cost the army three dead', '17 dead of the RLF', 'twelve of their own fell'."""

from __future__ import annotations

import re

from factcheck.extraction.counts import nouns
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Finding
from factcheck.lexicons import column

_WHO = (
    r"(?P<who>[A-Z]{2,8}\b|(?:[A-Z][\w’'-]+ )?(?i:army|military|police|navy)\b"
    r"|(?i:rebels?|militants?|insurgents?|guerrillas?|separatists?|jihadists?|troops|government forces)\b)"
)
_HEDGE = r"(?:at least |about |some |around |nearly |more than |up to |no fewer than )?"
_COST = gated(rf"\b(?:cost|costs|costing) (?:the )?{_WHO} {_HEDGE}$")
_ON_SIDE = gated(
    rf"\b[Oo]n the (?:side of (?:the )?{_WHO},?|{_WHO.replace('<who>', '<side>')}(?:['’]s?)? side,?) {_HEDGE}$"
)
_DEAD_OF = gated(
    rf"^[^.;,:]{{1,20}}? (?:dead|killed|wounded|injured|missing|losses|casualties) (?:of|from"
    rf"|among) (?:the )?{_WHO}"
)
_OWN = gated(
    r"^[^.;,:]{1,25}? (?:of|on|in|from) (?:his|her|its|their|our) own(?: (?:side|ranks?|men|fighters|people))?\b"
)
_SUBJECT = re.compile(rf"^\W*(?:(?:But|And|The|the) )*{_WHO}")
_LABEL = gated(
    r"^\s*(?:(?:\d{1,2}[.)]|\(?[a-z]\)|[•*–—-]) )?(?P<who>[A-Z][a-z]+(?: [a-z]+){0,2}?)(?: (?:killed|dead"
    r"|wounded|injured|missing))?: "
)
"""'Civilians: the board has three killed'."""


def losers(finding: Finding) -> str | None:
    """The people of whose losses the words around a bare figure tell, or None."""
    if finding.kind in ("attendance", "destroyed", "seized", "displaced"):
        return None
    sentence = finding.sentence
    text, at = sentence.text, max(0, finding.span.start - sentence.span.start)
    rest = text[at:]
    for pattern in (_COST, _ON_SIDE):
        match = pattern.search(text, 0, at)
        if match is not None:
            return _people(match["who"] or match.groupdict().get("side") or "")
    match = _DEAD_OF.match(rest)
    if match is not None:
        return _people(match["who"])
    if _OWN.match(rest) is not None:
        match = _SUBJECT.match(text)
        return None if match is None else _people(match["who"])
    return _labelled(text)


def _people(who: str) -> str | None:
    """Those who fall for a side: the soldiers of an army, the fighters of a group."""
    words = who.split()
    last = words[-1].lower() if words else ""
    if last in ("army", "military", "navy"):
        return " ".join([*words[:-1], "soldiers" if last != "navy" else "sailors"])
    if last == "police":
        return " ".join([*words[:-1], "police officers"])
    if last == "forces":
        return "government soldiers"
    if who.isupper():
        return None if who in _NO_SIDE else f"{who} fighters"
    return who.lower() if last.endswith("s") else f"{who.lower()}s"


_NO_SIDE = frozenset(
    {"UN", "EU", "AU", "US", "UK", "NGO", "NATO", "ICRC", "IOM", "UNHCR", "OCHA", "WHO", "AP", "AFP"}
)


def _may_speak(who: str) -> bool:
    """'Medics: eight dead': who says so."""
    word = who.split()[-1].lower()
    return not {word, word.removesuffix("s")}.isdisjoint(column("speaker_nouns", "noun", "kind"))


def _labelled(text: str) -> str | None:
    match = _LABEL.match(text)
    if match is None:
        return None
    noun = nouns.known(match["who"].split()[-1].lower())
    able = noun is not None and noun.category == "person" and noun.plural and not _may_speak(match["who"])
    return match["who"].lower() if able else None
