"""Faults in set phrases: 'a technical fault, says the officer', 'the fault was the engineers', spoke of a leak."""

from __future__ import annotations

import re

from factcheck.extraction.gates import Several, gated
from factcheck.extraction.narrative.accusing import accusation, supposed
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import asserter, child
from factcheck.extraction.voices.speaking import phrase_of
from factcheck.lexicons import word_set

_BLAMED_FOR = r"(?:fault|guilt|blame|culprits?|cause|responsibility|guilty|error)"
_SAYS = (
    r"(?:says?|said|believes?|believed|thinks?|suspects?|reckons?|insists?|insisted|repl(?:y|ies|ied)|answers?"
    r"|answered|retorts?|wrote|writes|told"
    r"|according to)"
)
_ALONE = gated(
    r"^[\"“(\s]*(?:[Pp]robably |[Ll]ikely |[Mm]ost likely |[Aa]pparently )?(?P<who>(?:[Aa]n? "
    r"|[Tt]he )?(?:[\w-]+ ){0,3}?"
    r"(?:fault|error|failure|short circuit|gas leak|leak|sabotage|arson|negligence|mistake|defect|blowout"
    r"|malfunction|fatigue"
    rf"|overloading)(?: (?:in|of|on|by|with) [^,.;:\"“”]{{2,40}})?)[,.]?[\"”]?,? {_SAYS} (?P<by>(?:an? "
    rf"|the )?[^,.;:]{{2,70}})"
)
_CAUSE_IS = gated(
    r"\b(?:cause|explanation|reason for the (?:fire|blast|crash|collapse|loss|sinking|accident))\b[^.:;]{0,60}: "
    r"(?P<who>(?:an? |the )?[a-z][^.;:]{2,60})",
    re.IGNORECASE,
)
_SAW_FAULT = gated(
    rf"\b(?:(?:saw|sees?|seeks?|sought|looks? for|looked for|locates?|located) (?:the "
    rf"|all )?(?:\w+ )?{_BLAMED_FOR} "
    rf"(?:for [^,.;]{{2,40}} )?(?:with|in|on|among|at)|(?:finds?|found|puts?|places?) (?:the |all )?(?:\w+ )?"
    r"(?:guilt|blame|fault|responsibility) (?:for [^,.;]{2,40} )?(?:with|among|on)) (?P<who>[^,.;]{3,80})",
    re.IGNORECASE,
)
_AT_WORK = gated(
    r"\b(?:sees?|saw|suspects?|suspected|detects?|detected) (?P<who>[^,.;\"“”]{3,70}?) at work\b",
    re.IGNORECASE,
)
_WHOSE_FAULT = gated(
    r"\b(?:the )?(?:fault|blame|error|mistake|negligence|responsibility) (?:was|is|were) (?P<who>(?:the |its "
    r"|their )?"
    r"(?:[\w-]+ ){0,3}?[\w-]+(?:['’]s|s['’])|(?:theirs|his|hers|yours))(?=[\s,.;\"”]|$)",
    re.IGNORECASE,
)
_SPOKE_OF = gated(
    r"\b(?:sp(?:oke|eaks|oken) of|talks? of|talked of|heard of|mentions?|mentioned|assumes?|assumed|suspects?"
    r"|suspected) "
    r"(?P<who>(?:an? |the )?(?:[\w-]+ ){0,3}?(?:short circuit|gas leak|leak|blowout|malfunction|fault|failure"
    r"|arson|sabotage"
    r"|negligence|human error|pilot error|metal fatigue|overloading)(?: (?:in|of|on) [^,.;:\"“”]{2,40})?)\b",
    re.IGNORECASE,
)
_PATTERNS = {
    "alone": _ALONE,
    "cause_is": _CAUSE_IS,
    "saw_fault": _SAW_FAULT,
    "at_work": _AT_WORK,
    "whose_fault": _WHOSE_FAULT,
    "spoke_of": _SPOKE_OF,
}
_SEVERAL = Several(_PATTERNS.values())
_UNSURE = re.compile(
    r"(?:unknown|unclear|not (?:yet )?(?:known|clear)|under investigation|no |nobody|nothing|whether|if |it |he "
    r"|she |they|we "
    r"|there )",
    re.IGNORECASE,
)
BEGIN = word_set(
    "gross sheer simple criminal poor plain human metal technical mechanical electrical pilot driver gas short "
    "faulty engine brake operator design "
    "a an the probably most apparently likely cause explanation reason saw see sees seek seeks sought find "
    "finds found look looks "
    "looked locate locates put puts place places suspect suspects suspected detect detects detected fault blame "
    "error mistake "
    "negligence responsibility spoke speaks spoken talk talks talked heard mention mentions mentioned assume "
    "assumes assumed "
)
"""The words with which one of the phrases begins."""


def may_phrase(text: str) -> bool:
    """True for a sentence with one of the phrases."""
    return _SEVERAL.fits(text)


def in_phrases(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'"A technical fault," says the officer', 'the fault was the engineers'', 'spoke of a short circuit'."""
    if token.lower_ not in BEGIN:
        return None
    for rule, pattern in _PATTERNS.items():
        for match in pattern.finditer(sentence.text):
            at = match.start("who") if rule == "alone" else match.start()
            if at != token.idx or _UNSURE.match(match["who"]) is not None:
                continue
            if supposed(token) or " not " in match.group():
                continue
            holder = child(token, "poss") if rule == "cause_is" else None
            told = holder is not None or rule in ("alone", "saw_fault", "at_work", "spoke_of")
            if not told and asserter(page, sentence, token) is None:
                continue
            begin, end = (match.start("who"), match.end("who")) if rule in ("alone", "cause_is") else match.span()
            within = sentence.tokens_between(begin, end)
            if not within:
                return None
            finding = accusation(sentence, rule, token, within, match["who"].strip(" \"'“”"), None)
            teller = child(token, "nsubj") if token.pos_ == "VERB" else None
            by = match["by"] if rule == "alone" else None
            if teller is not None or holder is not None:
                by = (
                    phrase_of(teller, token)
                    if teller is not None
                    else phrase_of(holder)
                    if holder is not None
                    else by
                )
            if by is not None and by.lower() not in ("he", "she", "it", "they", "who"):
                finding.notes["speaker"] = by
            return finding
    return None


RULES = (in_phrases,)
