"""What is called untrue: false reports, inflated figures, lies, claims brushed aside."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.denial.denying import ALLEGATION, LIES, clause_of, found
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import asserter, child, said
from factcheck.lexicons import word_set

_SAID = (
    r"(?:claims?|denials?|reports?|news|allegations?|rumou?rs?|figures?|stor(?:y|ies)|assertions?|accusations?"
    r"|videos?|"
    r"talk|"
    r"charges?|statements?|information|account|posts?|tales?|messages?|publications?|versions?|suggestions?"
    r"|dispatch(?:es)?|"
    r"footage|clips?|articles?|theor(?:y|ies)|insinuations?|what [^.;]{3,80}?)"
)
_UNTRUE = gated(
    rf"\b{_SAID}\b[^.;]{{0,140}}?\b(?:is|are|was|were)\b (?:totally |completely |entirely |simply |utterly |all )?"
    r"(?P<untrue>false|untrue|baseless|groundless|misleading|fabricated|invented|unfounded|fake|incorrect|wrong|"
    r"without (?:any )?(?:basis|foundation|merit|substance)|inaccurate|not (?:true|correct|accurate|so)|"
    r"(?:a )?(?:deliberate |pure |blatant |another )?provocation"
    r"|devoid of (?:any )?truth|"
    r"bereft of (?:any )?truth|(?:a )?(?:figment|product) of (?:\w+ )*?imagination|(?:pure|sheer) (?:imagination"
    r"|fantasy|fiction)|far from "
    r"(?:the truth|reality|true)|contrary to (?:the )?(?:truth|facts|reality)|laughable|ridiculous|ludicrous"
    r"|preposterous|absurd|"
    r"outrageous|far-?fetched|rejected|a lie|lies|nonsense|fiction|disinformation|misinformation|propaganda|myths?"
    r"|fantasy|fantasies|fairy tales?|fakes|hoaxes|an? (?:\w+ )?(?:fantasy|fake|hoax|myth|fairy tale|distortion|"
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
    within = sentence.tokens_between(*match.span())
    return found(sentence, "unfounded", token, within, match.group().strip()[:160])


_INVERTED = gated(
    r"(?:^|[.;:]\s+|\b(?:and|but)\s+)(?:\d{1,2}[.)]\s+)?"
    r"(?:(?:equally|just as|no less|also|totally|completely|entirely|utterly|quite|likewise)\s+)?"
    r"(?P<untrue>false|untrue|baseless|groundless|unfounded|fabricated|invented|misleading|incorrect|absurd"
    r"|ridiculous|ludicrous|wrong)\s+(?:too|also|as well)?,?\s*(?:is|are|was|were)\s+"
    r"(?P<what>(?:the|any|all|this|that|these|those|his|her|its|their)?\s*(?:[\w’'-]+\s+){0,4}?"
    rf"{_SAID}\b[^.;]{{0,160}})",
    re.IGNORECASE,
)


def inverted(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'Equally baseless is the report that 40 have been killed': in somebody's words."""
    if token.lower_ not in _UNTRUTHS:
        return None
    match = _INVERTED.search(sentence.text)
    if match is None or match.start("untrue") != token.idx or asserter(page, sentence, token) is None:
        return None
    within = sentence.tokens_between(match.start("untrue"), match.end())
    return found(sentence, "unfounded", token, within, match["what"].strip()[:160])


_UNREAL = gated(
    r"(?:do|does|did) not (?:reflect|correspond (?:to|with)|match|accord with|square with"
    r"|tally with) (?:the )?(?:truth|"
    r"reality|facts)|(?:is|are|was|were) (?:simply |just |totally |completely )?(?:untrue|a figment"
    r"|pure (?:imagination|fantasy|"
    r"invention)|devoid of (?:any )?truth|at odds with the facts|far from the truth)|(?:bears?"
    r"|bore) no relation to "
    r"(?:reality|the (?:truth|facts))|nothing of the (?:kind|sort) (?:has |had )?(?:happened|occurred|took place"
    r"|was|exists)|"
    r"far from (?:being|having) [^,.;]{3,60}|nothing could be further from the truth",
    re.IGNORECASE,
)


def unreal(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'This does not correspond to reality', 'is a figment of the imagination', 'far from being surrounded'."""
    match = _UNREAL.search(sentence.text, token.idx) if token.lower_ in _STARTS else None
    if match is None or match.start() != token.idx or asserter(page, sentence, token) is None:
        return None
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")), None)
    within = sentence.tokens_between(*match.span())
    if subject is None and ALLEGED.search(sentence.text, 0, token.idx) is not None:
        within = sentence.tokens_between(0, match.end())
    elif subject is not None and subject.i < token.i:
        within = [*subject.subtree, *within]
    return found(sentence, "unfounded", token, within, sentence.text[within[0].idx : match.end()].strip()[:160])


ALLEGED = gated(rf"^(?:the |an? |these |those |any |all )?(?:\w+ )?{_SAID}\b", re.IGNORECASE)
_STARTS = word_set("do does did is are was were bears bear bore nothing far")
_DEED = (
    r"(?:bomb|target|kill|attack|shoot|shot|fir(?:e|ed|ing)|hit|struck|strike|burn|loot|abduct|kidnap|tortur|beat|"
    r"beaten|cross|shell|harm|order|hid|ignor|violat|broke|start|plan|carr(?:y|ied) out|mistreat|fund|arm|support|"
    r"take part|taken part|participate|provoke|commit|withdraw|retreat|surrender)(?:e?d|s|ing)?"
)
SET_PHRASES = gated(
    r"\b(?:it|they|we|i|he|she|(?:its|our|their|his|her) [\w-]+) (?:(?:had|has|have|did|do|does|was|were)(?: "
    r"not|n[’']t| "
    rf"never)(?: ever| been)?|never) {_DEED}\b"
    r"|\bi (?:did not|didn[’']t|never) (?:give|gave|issue|issued) (?:the|any|such an?|that) orders?\b"
    r"|\bat no (?:point|time|stage|moment) (?:was|were|had|has|did|have)\b|"
    r"\bnothing of the (?:kind|sort)\b(?! \w+(?:ed|s|k)\b)"
    r"|\b(?:that|it|this) (?:is|was) not (?:so|it who|we who|they who)\b"
    r"|\b(?:would|could) not have (?:prevented|changed|averted|stopped)\b"
    r"|\bcannot be (?:considered|regarded as|called) (?:accurate|true|correct|reliable|serious|credible)\b"
    r"|\b(?:it is|it was|it['’]s) (?:\w+ )?(?:false|untrue|wrong|a lie|not true|not the case) that\b"
    r"|\b(?:that|this|it|these|those|they)(?:[’']s|[’']re| is| was| are"
    r"| were) (?:\w+ )?(?:an? )?(?:\w+ ){0,2}(?:lies?|inventions?|fabrications?|"
    r"slander|fiction|fable|nonsense|rubbish)\b(?! detector)"
    r"|\b(?:(?:found|finds?|sees?|saw|seen) (?:nothing|no (?:\w+ ){1,2})|(?:has|have|had) not (?:seen|found"
    r"|received) (?:any(?: \w+)?"
    r"|the) ?(?:\w+ )?)(?:to |that (?:would |could )?)(?:bear (?:it|this|that) out|support|back|confirm|suggest"
    r"|prove|justify)\b"
    r"|\bthere (?:(?:is|are|was|were) none(?=[.!;]|$)|never (?:was|were|has been|had been) (?:one|any|such))\b"
    r"|\b(?:can|could) be (?:ruled out|excluded)\b|\b(?:found|finds?|sees?|saw|seen) no (?:evidence|trace|proof"
    r"|indication|basis|support)\b"
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
OWN_DENIAL = gated(
    r"\b(?:(?:rejects?|rejected|dismiss(?:es|ed)?|denounced?) as (?:\w+ )?(?:fake news|lies|a lie|false|fiction|"
    r"fantasy|"
    r"propaganda|baseless|untrue|nonsense)|(?:rejects?|rejected) [^,.;]{0,20}?\battempts? to (?:attribute|link|"
    r"tie|blame|"
    r"implicate)|(?:brush(?:es|ed|ing)?|swe(?:eps|pt)) (?:[\w’']+ ){0,6}?(?:aside|off|away)|"
    r"(?:describ|dismiss|reject|denounc|brand|label|condemn|characteri[sz]|portray|slam|decri|wav)(?:es?|ed"
    r"|s) [^.;]{3,90}? as (?:an? |the )?"
    r"(?:[\w-]+ )?(?:inventions?|lies?|wishful thinking|hot air|fabrications?|fiction|fantas(?:y|ies)|propaganda"
    r"|nonsense|false|baseless"
    r"|groundless|unfounded|untrue|"
    r"gossip|slander|rumou?rs?|absurd|biased|one-sided|politically motivated|fake news|disinformation)|"
    r"(?:would have|will have|has|wants|hears?) none of it|begs? to differ|begged to differ|(?:puts?|places?"
    r"|placed|gives?|gave) (?:little|no) "
    r"(?:faith|credence|trust) in|exclud(?:es?|ed) [^.;]{2,60}? as the cause|(?:holds?|held|considers?"
    r"|considered|deems?|deemed|finds?|found|believes?|believed) (?:this|that|it|these|them) (?:to be )?"
    r"(?:untrue|false|baseless|groundless|incorrect|wrong|fabricated|unfounded)|lacks? (?:all |any "
    r"|every )?(?:foundation|basis|substance|truth|"
    r"credibility)|(?:protest|maintain|proclaim|swear)(?:s|ed)? (?:\w+ )?(?:[\w’']+ ){0,2}innocence|wash(?:es"
    r"|ed) (?:its|his"
    r"|their) hands of|shrug(?:s|ged)? off|laugh(?:s|ed)? off|wav(?:es?|"
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
    own = OWN_DENIAL.match(sentence.text, token.idx) if token.pos_ == "VERB" or token.lower_ == "rejects" else None
    match = own or SET_PHRASES.match(sentence.text, token.idx)
    if match is None or (own is None and asserter(page, sentence, token) is None):
        return None
    speech = said(page, sentence, token)
    if own is None and speech is not None and speech.stance == "denies":
        return None
    assert sentence.tokens is not None
    end, what = match.end(), match.group().strip()
    if own is None and (clause := _CLAUSE_BEHIND.match(sentence.text, end)) is not None and _OPENS.search(what):
        end = clause.end()
        what = clause.group().strip() if what.lower().endswith("that") else sentence.text[match.start() : end]
    within = sentence.tokens_between(match.start(), end)
    rule = "denied" if own is not None else "set_phrase"
    return found(sentence, rule, token, within, what[:160])


_OPENS = re.compile(r"^at no \w+ \w+$|\bthat$", re.IGNORECASE)
_CLAUSE_BEHIND = re.compile(r"[^.;:,\"“”]{4,140}")
"""What is not so: 'it is false that (shots were fired)', 'at no time did (our aircraft enter)'."""


_UNTRUTHS = word_set(
    "false untrue baseless groundless misleading fabricated invented unfounded fake incorrect wrong "
    "without "
    "rejected a an lies nonsense fiction inaccurate not devoid bereft figment product pure sheer far "
    "contrary "
    "laughable disinformation misinformation propaganda myth myths fantasy fantasies fairy fakes hoaxes "
    "ridiculous ludicrous preposterous absurd outrageous far-fetched farfetched"
)


_CALLS = word_set(
    "call calls called calling brand brands branded describe describes described label labelled waved"
)


def called_lies(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X calls the report lies', 'was waved away as lies'."""
    if verb.lower_ not in _CALLS or verb.pos_ not in ("VERB", "AUX"):
        return None
    rest = [t for t in verb.subtree if t.i > verb.i]
    if not rest or LIES.search(verb.doc.stretch(verb.i, rest[-1].i + 1)) is None:
        return None
    what = child(verb, "nsubjpass", "dobj") or child(verb, "ccomp", "oprd")
    behind = child(verb, "oprd")
    if what is not None and behind is not None and LIES.search(what.text) and not LIES.search(behind.text):
        what = behind  # 'calls "blatant lies" any suggestion that ...'
    said = child(what, "acl", "ccomp") if what is not None and ALLEGATION.match(what.lower_) else None
    told = said if said is not None and child(said, "mark") is not None else what
    return found(sentence, "called_lies", verb, [verb, *rest], clause_of(told) if told is not None else None)


RULES = (unfounded, inverted, set_phrase, unreal)
