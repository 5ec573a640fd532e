"""Causes and guilt in set phrases: names X as the cause, put it down to X, kept them in the dark, did not work."""

from __future__ import annotations

import re

from factcheck.extraction.gates import Several, gated
from factcheck.extraction.narrative.accusing import accusation, supposed
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.voices.clauses import asserter, child
from factcheck.extraction.voices.speaking import may_speak, phrase_of
from factcheck.lexicons import word_set

_ROLE = r"(?:[\w-]+ ){0,2}(?:cause|origin|source|reason|trigger|culprits?|authors?|perpetrators?|instigators?)"
_ILL = (
    r"(?:fault|errors?|mistakes?|negligence|neglect|carelessness|recklessness|incompetence|greed|mismanagement"
    r"|inaction|indifference)"
)
_DEVICES = (
    r"(?:alarms?|sirens?|sprinklers?|brakes?|extinguishers?|hydrants?|detectors?|sensors?|pumps?|valves?"
    r"|generators?|emergency (?:lights?|exits?|doors?)|warning systems?|ventilators?|fans|transponders?|cameras?)"
)
_IDLE = (
    r"(?:work(?:ed|ing)?|sound(?:ed)?|function(?:ed|ing)?|start(?:ed)?|open(?:ed)?|go off|gone off|respond(?:ed)?)"
)
_PATTERNS = {
    "named_cause": gated(
        r"\b(?:names?|named|naming|cites?|cited|citing|gives?|gave|identif(?:y|ies|ied)|identifying|considers?"
        r"|considered|regards?|regarded|sees?|saw|holds?|held|believes?|believed)"
        rf" (?P<who>[^,.;:\"“”]{{3,60}}?) (?:as|to be|to have been) (?:the |a |its )?{_ROLE}\b"
        r"|\b(?:considers?|considered|deems?|deemed|thinks?|calls?|called) (?P<likely>[^,.;:\"“”]{3,60}?) the "
        r"(?:(?:most|likely|likeliest|probable|main|true|real) ){1,3}(?:cause|origin|source|culprit)\b"
        rf"|(?P<passive>(?:\b[\w’'-]+ ){{1,5}})(?:is|was|are|were) (?:named|given|identified) as (?:the |its )?"
        rf"{_ROLE}\b",
        re.IGNORECASE,
    ),
    "put_down": gated(
        r"\b(?:is|are|was|were|be|been) (?:to be )?put down to (?P<who>[^,.;:\"“”]{3,70})"
        r"|\bputs? (?:it|this|that|them) down to (?P<likely>[^,.;:\"“”]{3,70})",
        re.IGNORECASE,
    ),
    "explained": gated(
        r"\bexplain(?:s|ed|ing)? (?:it|this|that|the (?:[\w-]+ ){0,3}[\w-]+) (?:by|with) "
        r"(?P<who>(?:an? |the |its |their )[^,.;:\"“”]{3,70})",
        re.IGNORECASE,
    ),
    "conscience": gated(
        r"\bon the (?:conscience|heads?) of (?P<who>[^,.;:\"“”]{3,60})"
        r"|(?P<likely>(?:the )?(?:[\w’'-]+ ){0,2}[\w’'-]+) (?:has|have|had) (?:[\w-]+ ){0,3}blood [^,.;]{0,20}on "
        r"(?:its|his|her|their) (?:own )?hands\b",
        re.IGNORECASE,
    ),
    "in_the_dark": gated(
        r"(?P<who>\b(?:the |its |their )?(?:[\w’'-]+ ){0,2}[\w’'-]+) (?:(?:had|has|have) )?(?:kept|left|keeps?) "
        r"[^,.;:]{2,50} in the dark\b",
        re.IGNORECASE,
    ),
    "through_fault": gated(
        rf"\bthrough (?:the |an? |its |their |his )?(?:[\w-]+ )?(?:fault|error|mistake|negligence|carelessness) "
        r"(?:of|by|at|in) (?P<who>[^,.;:\"“”]{3,60})"
        rf"|\b(?:through|by|from|out of) (?:sheer |gross |pure |criminal |simple )(?P<likely>{_ILL})\b",
        re.IGNORECASE,
    ),
    "did_damage": gated(
        r"(?P<who>\b(?:an? |the |its )?(?:[\w’'-]+ ){0,5}?[\w’'-]+) (?:had |has |have )?"
        r"(?:(?:did|done) (?:all )?(?:the|this) (?:damage|mischief|harm|killing|shooting)"
        r"|(?:set|touched) it(?: all)? off)\b(?! (?:survey|report|assessment|estimate|work))",
        re.IGNORECASE,
    ),
    "thanks_to": gated(
        r"\bthanks to (?P<who>[^,.;:\"“”]{0,40}?(?:shelling|bombing|bombardment|attacks?|raids?|negligence|greed"
        r"|mismanagement|sabotage|corruption|incompetence)(?: (?:of|by|from) [^,.;:\"“”]{3,50})?)",
        re.IGNORECASE,
    ),
    "idle_device": gated(
        rf"(?P<who>\b(?:the |its |their |his )?(?:[\w-]+ ){{0,2}}{_DEVICES}) (?:[^,.;:]{{2,30}} )??"
        rf"(?:did not|didn['’]t|had not|never|was not|were not|wasn['’]t|weren['’]t) (?:even )?{_IDLE}\b",
        re.IGNORECASE,
    ),
}
_TOLD_BY_ITSELF = frozenset({"named_cause", "put_down", "explained"})
"""Phrases whose own subject lays the blame."""
_SEVERAL = Several(_PATTERNS.values())
_NOBODY = re.compile(
    r"(?:it|he|she|they|we|i|you|this|that|which|who|whom|there|nobody|no one|nothing|no|what|not|himself|itself"
    r"|themselves|nor|if|whether|unknown)\b(?! (?:own|men|people|fighters|troops))",
    re.IGNORECASE,
)


def may_phrase_guilt(text: str) -> bool:
    """True for a sentence with one of the phrases."""
    return _SEVERAL.fits(text)


def guilt_phrased(page: Page, sentence: Sentence) -> list[Finding]:
    """'Names a valve as the cause', 'put it down to guards', 'kept its neighbours in the dark': by somebody."""
    if not may_phrase_guilt(sentence.text):
        return []
    found = (
        _finding(page, sentence, rule, match)
        for rule, pattern in _PATTERNS.items()
        for match in pattern.finditer(sentence.text)
    )
    return [finding for finding in found if finding is not None]


def _finding(page: Page, sentence: Sentence, rule: str, match: re.Match[str]) -> Finding | None:
    who = next(filter(None, match.groupdict().values()), "")
    within = sentence.tokens_between(*match.span())
    if not within or _NOBODY.match(who) is not None:
        return None
    verb = next((token for token in within if token.pos_ in ("VERB", "AUX")), within[0])
    first = next((token for token in within if sentence.text.startswith(who, token.idx)), None)
    if (
        supposed(verb)
        or (first is not None and first.tag_ == "VB")
        or (any(c.dep_ == "neg" for c in verb.children) and rule != "idle_device")
    ):
        return None
    teller = child(verb, "nsubj") if rule in _TOLD_BY_ITSELF else None
    itself = teller is not None and (may_speak(teller) or teller.pos_ == "PROPN")
    if not itself and asserter(page, sentence, verb) is None:
        return None
    finding = accusation(sentence, rule, verb, within, who.strip(" \"'“”"), None)
    if itself and teller is not None and teller.lower_ not in _PRONOUNS:
        finding.notes["speaker"] = phrase_of(teller, verb)
    return finding


_PRONOUNS = word_set("it he she they we i who which that")
