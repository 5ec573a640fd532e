"""What is called untrue: false reports, inflated figures, lies, claims brushed aside."""

from __future__ import annotations

import re

from factcheck.extraction.narrative.denying import found
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import asserter, said
from factcheck.lexicons import word_set

_SAID = (
    r"(?:claims?|reports?|news|allegations?|rumou?rs?|figures?|stor(?:y|ies)|assertions?|accusations?|videos?|"
    r"talk|"
    r"charges?|statements?|information|account)"
)
_UNTRUE = re.compile(
    rf"\b{_SAID}\b[^.;]{{0,140}}?\b(?:is|are|was|were)\b (?:totally |completely |entirely |simply |utterly |all )?"
    r"(?P<untrue>false|untrue|baseless|groundless|misleading|fabricated|invented|unfounded|fake|incorrect|wrong|"
    r"without (?:any )?(?:basis|foundation|merit)|rejected|a lie|lies|nonsense|fiction|an? (?:\w+ )?(?:distortion|"
    r"invention|fabrication|falsehood|slander|exaggeration|lie|fiction|fable))\b",
    re.IGNORECASE,
)


def unfounded(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'Reports of a bombed market are baseless', 'the figure is misleading': in somebody's words."""
    match = _UNTRUE.search(sentence.text) if token.lower_ in _UNTRUTHS else None
    if match is None or match.start("untrue") != token.idx or "not " in match.group()[-25:]:
        return None
    if asserter(page, sentence, token) is None and not sentence.text.isupper():
        return None
    assert sentence.tokens is not None
    within = [t for t in sentence.tokens if match.start() <= t.idx < match.end()]
    return found(sentence, "unfounded", token, within, match.group().strip()[:160])


_DEED = (
    r"(?:bomb|target|kill|attack|shoot|shot|fir(?:e|ed|ing)|hit|struck|strike|burn|loot|abduct|kidnap|tortur|beat|"
    r"beaten|cross|shell|harm|order|hid|ignor|violat|broke|start|plan|carr(?:y|ied) out|mistreat|fund|arm|support|"
    r"take part|taken part|participate|provoke|commit|withdraw|retreat|surrender)(?:e?d|s|ing)?"
)
SET_PHRASES = re.compile(
    r"\b(?:it|they|we|i|he|she|(?:its|our|their|his|her) [\w-]+) (?:(?:had|has|have|did|do|does|was|were)(?: "
    r"not|n[’']t| "
    rf"never)(?: ever| been)?|never) {_DEED}\b"
    r"|\b(?:it is|it was|it['’]s) (?:\w+ )?(?:false|untrue|wrong|a lie|not true|not the case) that\b"
    r"|\b(?:is|are|was|were) (?:simply |just |absolutely |completely )?not true\b|\b(?:that|this|it) (?:is|was) "
    r"(?:simply "
    r"|all |just )?(?:an? (?:\w+ )?)?(?:lies?|invention|fabrication|falsehood|hoax|exaggeration|slander|"
    r"distortion|fable)\b"
    r"|\bnothing (?:but|more than) (?:propaganda|lies|rumou?rs?|fiction|slander)\b|\b(?:has|have|had) no "
    r"(?:foundation|basis|merit|truth|substance)\b|\bno such [a-z]+ (?:took place|happened|occurred|exist\w*|"
    r"was|were)\b"
    r"|\b(?:had|has|have|was|were) (?:been )?(?:made up|exaggerated|invented|concocted|fabricated)\b|\bneither "
    r"side had\b"
    r"|[\"“](?:that is )?(?:nonsense|rubbish|lies|absurd|false|untrue|not true|fiction)\b[,.!]?[\"”]"
    r"|: (?:not true|false|untrue|a lie|lies|nonsense)\b|\b(?:is|was|are|were) one of (?:their|his|its|"
    r"the \w+) lies\b"
    r"|\b(?:number|figure|toll|count|claim|total)s? (?:is|was|are|were|has been|had been) (?:\w+ )?(?:inflated|"
    r"exaggerated|overstated|overblown|invented|pure fiction)\b"
    r"|\bcall(?:s|ed|ing) (?:it|them|the [^,.;]{3,50}) (?:an? )?(?:\w+ )?(?:exaggerat\w+|invention|slander|"
    r"rumou?rs?|"
    r"untrue|incorrect|misleading|malicious)\b",
    re.IGNORECASE,
)
_OWN_DENIAL = re.compile(
    r"\b(?:(?:rejects?|rejected|dismiss(?:es|ed)?|denounced?) as (?:\w+ )?(?:fake news|lies|a lie|false|fiction|"
    r"fantasy|"
    r"propaganda|baseless|untrue|nonsense)|(?:rejects?|rejected) [^,.;]{0,20}?\battempts? to (?:attribute|link|"
    r"tie|blame|"
    r"implicate)|brush(?:es|ed|ing)? (?:aside|off)|shrug(?:s|ged)? off|laugh(?:s|ed)? off|wav(?:es?|"
    r"ed) (?:aside|away|"
    r"off)|"
    r"disclaim(?:s|ed)? (?:any )?responsibility|distanc(?:es?|ed) (?:itself|himself|themselves) from|"
    r"pour(?:s|ed) scorn on|play(?:s|ed)? down|call(?:s|ed)? (?:it|this|that|them) (?:a |an )?(?:lie|lies|fiction|"
    r"nonsense|rubbish|propaganda|slander|invention|fabrication)|"
    r"cast(?:s)? doubt on|took issue with|hit back at|scoffed at)\b[^,.;]{0,80}",
    re.IGNORECASE,
)


def set_phrase(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'It never fired on them', 'that is a lie', 'no such raid took place', 'brushed aside the claims'."""
    own = (
        _OWN_DENIAL.match(sentence.text, token.idx) if token.pos_ == "VERB" or token.lower_ == "rejects" else None
    )
    match = own or SET_PHRASES.match(sentence.text, token.idx)
    if match is None or (own is None and asserter(page, sentence, token) is None):
        return None
    speech = said(page, sentence, token)
    if own is None and speech is not None and speech.stance == "denies":
        return None
    assert sentence.tokens is not None
    within = [t for t in sentence.tokens if match.start() <= t.idx < match.end()]
    rule = "denied" if own is not None else "set_phrase"
    return found(sentence, rule, token, within, match.group().strip()[:160])


_UNTRUTHS = word_set(
    "false untrue baseless groundless misleading fabricated invented unfounded fake incorrect wrong without "
    "rejected a an lies nonsense fiction"
)


RULES = (unfounded, set_phrase)
