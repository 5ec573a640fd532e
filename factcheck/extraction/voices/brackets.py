"""Whose figure it is, said in brackets or by 'per': '44 dead (Home Office)', '1,350 as per the police'."""

from __future__ import annotations

import re

from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.voices import speaking, statements
from factcheck.extraction.voices.bodies import kind_of
from factcheck.extraction.voices.speakers import resolve
from factcheck.language.naming import canonical, country
from factcheck.lexicons import word_set
from factcheck.values import Span

REACH = 200
"""Characters behind a figure within which the brackets open that give its source."""

_BRACKETS = re.compile(r"\((?P<inside>[^()\n]{3,90})\)(?=\s*(?:[.;,:]|$|[A-Z]))")
_TIME = re.compile(
    r"(?:this|late|early|last|on|at|as\s+of|by|since)?\s*(?:\d{1,2}\b.*|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day.*|(?:this\s+)?(?:morning"
    r"|afternoon|evening|night|noon|today|yesterday|tonight|last\s+night).*|by\s+(?:tele)?phone.*|on\s+(?:X"
    r"|Twitter|Telegram|air)\b.*"
    r"|via\s+.*|television|radio|state\s+(?:radio|television|tv)|interview|statement|in\s+a\s+.*)",
    re.I,
)
"""What stands in such brackets besides who says so: an hour, the way it was told."""
_TO_WHOM = re.compile(r"\s+(?:to|on|for|via|quoted\s+by|speaking\s+to)\s+.*$")
_LEAD = re.compile(r"^(?:sources?:|according\s+to|per|via|as\s+per|by)\s+", re.I)
_COUNT = re.compile(r"\s+(?:counts?|figures?|tally|tallies|estimates?|numbers?|toll|hotline|sources?)$", re.I)
_UNSAID = word_set(
    "photo file archive map see page more video below above unsourced sic edited translated includes including"
)

_PER = re.compile(
    r"\b(?:as\s+)?per\s+(?P<who>(?:the\s+)?[A-Z][\w'’.&-]*(?:\s+(?:of\s+(?:the"
    r"\s+)?)?[\w'’.&-]+){0,5}?)(?=\s*(?:[:;,.)]|$))"
)


def in_brackets(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """The claimant named in the brackets at the end of a figure's clause, or None."""
    if "(" not in sentence.text:
        return None
    for match in _BRACKETS.finditer(sentence.text, inside.end, inside.end + REACH):
        if _FIGURES.search(match["inside"]):
            continue  # "84 (30 of them unidentified) (Home Office)"
        who = None if ";" in sentence.text[inside.end : match.start()] else _source(match["inside"])
        return None if who is None else resolve(page, sentence, who)
    return None


_FIGURES = re.compile(r"^\D{0,20}\b\d[\d,.]*(?:\s+\w+){0,3}$|^of\s")


def per_source(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """'Missing: 968 as per the provincial government; 1,350 as per the police', 'Still held, per the army: 38'."""
    if "per " not in sentence.text:
        return None
    begin = sentence.text.rfind(";", 0, inside.start) + 1
    end = sentence.text.find(";", inside.end)
    match = _PER.search(sentence.text, inside.end, end if end >= 0 else len(sentence.text))
    if match is None or match.start() - inside.end > _NEAR:
        found = _PER.finditer(sentence.text, begin, inside.start)
        ahead = [m for m in found if sentence.text[m.end() :].lstrip()[:1] == ":"]
        match = ahead[-1] if ahead else None
    if match is None or not (_names_source(match["who"]) or _ACRONYM.fullmatch(match["who"].rstrip("."))):
        return None
    return resolve(page, sentence, match["who"])


_NEAR = 60
_ACRONYM = re.compile(r"[A-Z]{3,6}")


def _source(inside: str) -> str | None:
    """Who says so, of what stands in brackets: 'APS, security source' is the source, of 'Army, 5 pm' the army."""
    parts = [part.strip() for part in re.split(r"[,;]", _LEAD.sub("", inside)) if part.strip()]
    parts = [part for part in parts if _TIME.fullmatch(part) is None]
    short = len(parts) > 1 and _ACRONYM.fullmatch(parts[0]) is not None
    named = [part for part in (_TO_WHOM.sub("", part) for part in parts) if _names_source(part)]
    if not named or len(named) < len(parts) - 1 or not (short or _names_source(_TO_WHOM.sub("", parts[0]))):
        return None
    first, last = named[0], named[-1]
    unnamed = last[:1].islower() or kind_of(canonical(first)) == "media"
    return last if len(named) > 1 and unnamed else first


def _names_source(phrase: str) -> bool:
    """True for a body, an office with a name before it, sources of a body; not for a place or a remark."""
    name = re.sub(r"^(?:the|an?)\s+", "", phrase, flags=re.I)
    words = name.split()
    if not words or len(words) > 8 or any(w[0].isdigit() for w in words) or words[0].lower() in _UNSAID:
        return False
    if country(name) is not None:
        return False
    bare = _COUNT.sub("", name)
    if statements.is_body_name(name) or statements.is_body_name(bare) or kind_of(canonical(bare)):
        return True
    office = speaking.is_office(words[-1].strip("."))
    return office and (len(words) > 1 or words[-1].endswith("s")) and not speaking.is_paper(words[-1])
