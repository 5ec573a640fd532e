"""What a denial means by "that", "the accusations" or "the claims that ...": what is denied, in its own words."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.extraction.narrative.denial.denying import SAYINGS, UNTRUTHS
from factcheck.extraction.page import Finding, Page

MOST = 160
"""So many characters of what was said before are kept."""
FEWEST_WORDS = 5
"""What stands before a denial in its own sentence is what it denies when it has so many words."""

_CALLED = (
    r"(?:(?:\w+ly|all|just|pure|utter|total|simply|an?|not|tired|and) )*"
    rf"(?:{UNTRUTHS}|rejected|denied|dismissed|true)"
)
_THAT = re.compile(
    r"^(?:(?:there (?:is|was) )?no (?:\w+ )?(?:truth|substance|basis|merit|foundation) (?:\w+ )?(?:in|to|for) )?"
    r"(?:(?:the|any|all|such|its|his|her|their|these|those|this|as for|media|press|recent|earlier|\w+ly) )*"
    rf"{SAYINGS} (?:[^,;:]{{0,40}}? )?that (?P<what>.+?)(?:,? (?:is|are|was|were) {_CALLED}\b.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_POINTING = re.compile(
    r"^(?:it|this|that|these|those|them|both|everything|all (?:of )?(?:this|that|it)|the (?:lot|whole)"
    rf"|(?:(?:it|this|that|these|is|are|was|were) )*[\"“‘]?{_CALLED}(?: and {_CALLED})?"
    r"|th(?:is|at) (?:did|does) not reflect|there (?:are|is|was|were|had been|never was|never were) (?:none|one)"
    rf"|(?:\w+ ){{0,4}}(?:rejects|disputes|denies|rejected|disputed|denied)|(?:brushed|waved) (?:it|this|that) \w+"
    r"|scoffed at (?:it|this|that)"
    r"|(?:(?:the|this|that|these|those|such|all|any|its|his|her|their|both|latest|new|whole|very|said|same) )*"
    rf"(?:(?!\w+ (?:theor|hypothes))\w+ )?(?:{SAYINGS}|reproach(?:es)?|description|footage|video))"
    rf"(?: (?:completely|entirely|categorically|outright|firmly|strongly|too|untrue|false|as \w+"
    rf"|(?:is|are|was|were) {_CALLED}))?[.,;]?$",
    re.IGNORECASE,
)


def with_what_is_meant(page: Page, denial: Finding) -> Finding:
    """The denial with what it denies told outright, where its own words only point to it."""
    target = (denial.target or "").strip(" ,;:-\"'“”")
    inside = _THAT.match(target)
    if inside is not None:
        return replace(denial, target=inside["what"].strip(" ,;:-\"'“”")[:MOST])
    if target and not _POINTING.match(target):
        return denial
    before = _said_before(page, denial)
    return replace(denial, target=before) if before else denial


def _said_before(page: Page, denial: Finding) -> str | None:
    """What stands before a denial in its sentence, or else the sentence before it that does not only introduce."""
    sentence = denial.sentence
    ahead = " ".join(sentence.text[: max(0, denial.span.start - sentence.span.start)].split())
    told = _BESIDE.search(denial.span.of(page.text)) if ahead.endswith(",") else _BREAK.search(ahead)
    if told and len(ahead.split()) >= FEWEST_WORDS:
        return ahead.strip(" ,;:-\"'“”")[-MOST:]
    for before in page.sentences[max(0, sentence.index - 2) : sentence.index][::-1]:
        said = " ".join(before.text.split())
        if len(said.split()) >= FEWEST_WORDS and not _INTRODUCES.search(said):
            return said[:MOST]
    return None


_BREAK = re.compile(r"[;:,–—][\s\"'“”]*(?:\w+\s*){0,3}$")
_BESIDE = re.compile(r"^(?:an?|which|something|what|but|and|though|although)\b")
"""How what is said of the words before begins: '..., a charge it denies', not 'The party, which ..., denies'."""
_INTRODUCES = re.compile(
    r"\b(?:is|was) (?:the|an?|its|his|their) (?:[\w'’-]+ ){0,3}(?:minister|spokes\w+|chief|head|president|director"
    r"|governor|mayor|commander|chairman|ambassador)\b"
)
