"""Who is blamed for what: blamed, accused, held responsible, fired first, did it as somebody says, caused it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.blame import (
    admitting,
    avowing,
    charging,
    deeds,
    misdeeds,
    owning,
    pinning,
    sheltering,
)
from factcheck.extraction.narrative.blame.charging import ACCUSE, BLAME, each_accuser
from factcheck.extraction.narrative.blame.deedgate import may_tell_deed
from factcheck.extraction.narrative.blame.failings import causes, faulting, faultphrases, neglect, undone
from factcheck.extraction.narrative.doers import names_disowned
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.voices.clauses import speeches
from factcheck.lexicons import word_set
from factcheck.values import Span

_PARTS = (
    charging,
    deeds,
    causes,
    sheltering,
    owning,
    neglect,
    admitting,
    undone,
    misdeeds,
    faulting,
    faultphrases,
    pinning,
    avowing,
)
_BEGIN = frozenset().union(*(part.BEGIN for part in _PARTS))
"""The words with which a rule begins."""

_WORDS = BLAME | ACCUSE | word_set(
    "responsible responsibility violate violates violated violating violation violations breach breached "
    "breaches breaching broke broken soil territory shelters sheltered sheltering harbours harbors "
    "harboured "
    "harbored harbouring harboring hosting caused triggered sparked ignited hide hides hid hiding hidden "
    "conceal conceals concealed concealing ignore ignores ignored ignoring neglect neglected neglects "
    "handiwork blame attributed attributes attribute attributing ascribed ascribes accountable answerable "
    "liable culprit culprits"
)  # fmt: skip
"""Words of blame, or of what is only told as blame."""
_PHRASES = gated(
    r"\b(?:trad|exchang|swapp)(?:es?|ed|ing) (?:[\w-]+ ){0,3}(?:accusations|recriminations|charges|allegations)\b|"
    r"\b(?:claim|t[ao]k|accept)\w* (?:[\w-]+ )?(?:credit|the blame)\b|"
    r"\badmit(?:s|ted)? (?:\w+ing|to|that|an?|the|its)\b|\b(?:acknowledge[sd]?|conced(?:es|ed)) (?:\w+ing|that)\b|"
    r"\bfault (?:on|upon|with)\b|\bcrimes? of\b|"
    r"\bguilty (?:is|are|for|of the)\b|\bat fault\b|\b(?:work|doing) of\b|\bvictims? of\b|"
    r"\bpoint(?:s|ed|ing)? (?:\w+ )?(?:to|at)\b|\bcut(?:ting)? corners\b|\baccused by\b|"
    r"\bbehind (?:the|it|this|that|these|last)\b|\bas (?:the |an? )?(?:part(?:y|ies) to|perpetrators?|"
    r"culprits?)\b|"
    r"\bcover(?:ed|ing) up\b|\bto account\b|\b(?:hall)?marks of\b|\bfingerprints\b|\bclaimed by\b|\bit was us\b|"
    r"\bsuspect(?:s|ed)?\b[^.]{2,40}\b(?:of|from)\b|\bresort(?:s|ed|ing)? to\b|\b(?:act|piece) of\b|"
    r"\bstarted (?:a|the)\b"
    r"|\bclaim(?:s|ed)? the (?:\w+ )?(?:attacks?|raid|bombing|ambush|assault|killings?|shooting|"
    r"explosion|blast|abduction)\b",
    re.IGNORECASE,
)
_OF_PHRASES = word_set(
    "crime crimes guilty fault work doing victim victims point points pointed pointing behind as "
    "cover covered covering "
    "account marks hallmarks fingerprints claimed claim claims us suspect suspects suspected resort "
    "resorts "
    "resorted resorting act piece started trade traded trades trading exchange exchanged exchanges "
    "exchanging "
    "swap "
    "swapped swapping credit blame admit admits admitted acknowledge acknowledges acknowledged concedes "
    "conceded corners "
    "accused"
)
"""Words of which each of the phrases has one."""
_DEEDS = gated(
    r"\bthe ones? who\b|"
    r"\bfirst shots?\b|\b(?:shot|fired|shoot|attacked|cross|crossed) first\b|"
    r"\bfirst to (?:cross|open|fire|shoot|attack|strike|violate)|\bopen(?:ed|ing) (?:fire|up)\b|\bshot down\b|"
    r"\bbrought\b[^.]{0,40}\bdown\b|\b(?:launched|fired) from\b|"
    r"\bbreaks?\b[^.]{0,30}\b(?:truce|cease-?fire|agreement)|\bcrossed (?:the|into|its|their)\b"
    r"|\bit (?:is|was) (?:[\w’'-]+ ){1,5}who\b|\b(?:volleys?|salvo|orders?|damage|provocation|it) came from\b",
    re.IGNORECASE,
)
"""Deeds, which are blame only where somebody says so."""
_OF_DEEDS = word_set(
    "first open opened opening shot brought launched fired break breaks crossed ones one who came"
)


_OF_ANY_WORD = (deeds, undone)
"""Parts with a rule that begins with words of other parts, too, or with any negated verb."""
_OF_OTHERS = tuple(rule for part in _OF_ANY_WORD for rule in part.RULES)
_RULES = {
    word: tuple(rule for part in _PARTS if part in _OF_ANY_WORD or word in part.BEGIN for rule in part.RULES)
    for word in _BEGIN
}
"""The rules that may begin with a word, in their order."""


def may_hold(text: str, words: frozenset[str], said: bool = True) -> bool:
    """True for a sentence with a word of blame, or with a deed and somebody who may be its doer.

    ``words`` are its words in lower case; ``said``: whether somebody may say what stands in it.
    """
    if not words.isdisjoint(_WORDS):
        return True
    if not words.isdisjoint(_OF_PHRASES) and _PHRASES.search(text) is not None:
        return True
    if pinning.may_pin(text, words) or faulting.may_tell_fault(text, words) or faultphrases.may_phrase(text):
        return True
    if not said:
        return False
    if (not words.isdisjoint(_OF_DEEDS) and _DEEDS.search(text) is not None) or may_tell_deed(text, words):
        return True
    if misdeeds.may_tell_misdeed(text, words) or undone.may_tell_complaint(words):
        return True
    return neglect.may_tell_neglect(words) or causes.may_tell_cause(text, words)


def find(page: Page, sentence: Sentence) -> Iterator[Finding]:
    """The blame claims of a parsed sentence."""
    assert sentence.tokens is not None
    disowned = names_disowned(sentence.words)
    negated = {token.head.i for token in sentence.tokens if token.dep_ == "neg"}
    for token in sentence.tokens:
        rules = _RULES.get(token.lower_)
        if rules is None and (token.i in negated or (disowned and token.tag_ in ("VBD", "VBN"))):
            rules = _OF_OTHERS
        for rule in rules or ():
            finding = rule(page, sentence, token)
            if finding is not None:
                yield from each_accuser(_without_aside(page, finding))
                break


def _without_aside(page: Page, finding: Finding) -> Finding:
    """The finding without ", the ministry reports" at the end of its quote."""
    sentence, trigger = finding.sentence, finding.trigger
    if sentence.tokens is None or trigger is None:
        return finding
    end = finding.span.end - sentence.span.start
    for speech in speeches(page, sentence):
        if speech.head is None or speech.at <= trigger.i or sentence.tokens[speech.at].idx >= end:
            continue
        if sentence.tokens[speech.at].idx + len(sentence.tokens[speech.at]) + 3 < end:
            continue  # in the middle: "the cause, the coroner found, was a heater"
        comma = next((t for t in reversed(sentence.tokens[trigger.i : speech.head.i]) if t.text == ","), None)
        if comma is not None and comma.idx > finding.span.start - sentence.span.start:
            end = comma.idx
    finding.span = Span(finding.span.start, min(finding.span.end, sentence.span.start + end))
    return finding
