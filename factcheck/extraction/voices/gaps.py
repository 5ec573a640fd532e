"""A second speaker whose verb is left out: "the police found 800 and the union 1,500"."""

from __future__ import annotations

import re

from factcheck.extraction.counts.nouns import is_person
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.voices import statements, voices
from factcheck.extraction.voices.byclause import Spoken
from factcheck.extraction.voices.clauses import speeches
from factcheck.extraction.voices.speakers import resolve
from factcheck.extraction.voices.speaking import is_office
from factcheck.lexicons import word_set
from factcheck.values import Span

_GAP = re.compile(
    r"(?:^|[,;:?]|\band|\bbut|\bwhile)(?: and| but| while)? (?P<who>(?:the |The |an? |its "
    r"|local )?[A-Z]?[\w’'.-]*(?: "
    r"[A-Z]?[\w’'.-]+){0,2}?)"
    r"[:?,]? ?(?:on its own |to )?(?:(?P<of>of|at|with) )?"
    r"(?:no more than |fewer than |less than |more than |about |around |some |almost |close to |just "
    r"|at least |nearly |up to |only |over )?$"
)
_THAT_GAP = re.compile(
    r"[;,] (?:and |while |but )?(?P<who>(?:[Tt]he )?[\w’'.-]+(?: [\w’'.-]+){0,2}) that (?:[^;]{0,120})$"
)
"""'The army said it lost two; the rebels that they killed eleven'."""
_NO_NAME = word_set("of to in by for told said with from on at that and or")


_WITH = (
    r"speaks?|spoke|spoken|speaking|talks?|talked|tells?|told|boast(?:s|ed)?|claims?|figures?|counts?|turnout|toll|number"
    r"|know[ns]?|knew"
)


def second_speaker(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    """A second speaker whose verb is left out: "the police found 800 and the union 1,500"."""
    before = sentence.text[: inside.start]
    match = _GAP.search(before[-70:])
    if match is not None and match["of"] and not _same_preposition(before[: -len(match.group())], match):
        return None
    if match is None and " that " in before:
        match = _THAT_GAP.search(before)
    if match is None or sentence.tokens is None:
        return None
    who = match["who"]
    name = re.sub(r"^(?:the|The|an?|its|local) ", "", who)
    words = name.split()
    at = match.groupdict().get("of") == "at"  # "police at 6,000, organisers at 15,000"
    plural = at and bool(words) and words[-1].endswith("s") and is_office(words[-1])
    person = bool(words) and (name != who or plural) and not name[:1].isupper()
    person = person and (is_office(words[-1]) or is_person(words[-1]))
    able = person or statements.is_body_name(name)
    letters = name.isupper() and name.isalpha() and len(name) > 2 and not sentence.text.isupper()
    able = able or ((letters or statements.party_named(name)) and _counts_before(page, sentence, inside))
    if not able or any(word in _NO_NAME or word in voices.verbs() for word in words):
        return None
    if not speeches(page, sentence):
        return None
    claimant = resolve(page, sentence, who)
    return None if claimant is None else Spoken(claimant)


def _same_preposition(before: str, match: re.Match[str]) -> bool:
    """'The police speak of 800, the union of 1,500': the verb before took the same preposition; a woman of 70 is
    no speaker."""
    if match["who"].lower().startswith(("a ", "an ")):
        return False
    return (
        re.search(
            rf"\b(?:{_WITH}) {match['of']}\b|\b(?:put|puts|is|was|were|stands|stood) [^;]{{0,40}}{match['of']}\b",
            before,
        )
        is not None
    )


def _counts_before(page: Page, sentence: Sentence, inside: Span) -> bool:
    """True where somebody gives a figure before: 'Ruritania counts 13 dead, Sylvania eight'."""
    assert sentence.tokens is not None
    return any(
        s.frame in ("say", "figure", "hold", "own") and sentence.tokens[s.at].idx < inside.start
        for s in speeches(page, sentence)
    )
