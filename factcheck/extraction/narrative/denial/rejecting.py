"""What is set aside in other words: does not agree with the records, a version discarded, denied in Algiers."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.accusing import predicate
from factcheck.extraction.narrative.denial.denying import ALLEGATION, clause_of, found
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import asserter, child, core, object_of, said
from factcheck.extraction.voices.speaking import may_speak, phrase_of
from factcheck.lexicons import word_set

_WRONG = (
    r"(?:not (?:\w+ )?(?:correct|right|accurate|exact|true|so|real|genuine|serious|in (?:agreement|line|accord"
    r"|keeping)"
    r" with|borne out|supported by|backed by|based on|confirmed by|reflected in|consistent with|compatible with)"
    r"|at (?:odds|variance) with"
    r"|n[’']t (?:\w+ )?(?:correct|right|accurate|true|so)|plucked from|out of thin air"
    r"|(?:an? |the |pure |sheer |mere |wild |just |only |\"|“|completely |entirely |wholly |totally |utterly )*"
    r"(?:speculations?|guesswork|guesses|a guess|hearsay|insulting|disgraceful|offensive|grotesque|monstrous"
    r"|shameful"
    r"|unthinkable|impossible|insult|disgrace|wrong|false|untrue|incorrect|mistaken|erroneous|untenable"
    r"|implausible|cynical|insolent))"
)
_FITS = (
    r"(?:(?:agree|tally|square|fit|accord|chime) (?:\w+ )?(?:with|to)(?! (?:each|one) )|match|stand up|hold up"
    r"|hold water|add up|"
    r"stand to reason|make sense|bear scrutiny|withstand)"
)
_HELD_UNTRUE = gated(
    rf"\b(?:is|are|was|were|'s|has been|have been) (?:[\w’']+ by [^,.;:]{{2,40}}? as |described as |called "
    rf"|seen as )?{_WRONG}"
    rf"|\b(?:does|do|did)(?: not|n[’']t) (?:\w+ )?{_FITS}\b"
    r"|\b(?:is|are|was|were)n[’']t (?:\w+ )?(?:correct|right|accurate|true|so)\b"
    rf"|\bdescribed (?:by [^,.;:]{{2,60}}? |on \w+ |yesterday )*as {_WRONG}",
    re.IGNORECASE,
)
"""What may be said of an allegation to deny it; of anything else it denies nothing."""
_FIRM = word_set("is are was were does do did 's has have described")
_SETS_ASIDE = word_set(
    "discard discards discarded discount shelve shelved abandon abandoned drop dropped set sets threw throws"
)
_ACCEPTS = word_set(
    "accept accepts accepted admit admits admitted concede concedes conceded acknowledge acknowledged"
)
SUCH = gated(
    r"\b(?:know|knows|knew|aware|heard?|hears) of no such\b|\b(?:has|had|have) no (?:record|knowledge|report"
    r"|word) of (?:any )?such\b"
    r"|\b(?:said|say|says|did|done|written|wrote|claimed|promised|ordered) (?:no such thing"
    r"|nothing of the (?:kind|sort))\b"
    r"|\bnever (?:said|claimed|wrote|promised|ordered|did) (?:so|it|that|any(?:thing of the (?:kind|sort)"
    r"| such thing))\b"
    r"|\bno such thing (?:was|has been|had been) \w+",
    re.IGNORECASE,
)
NOTHING = gated(
    r"\b(?:want|wants|wanted|will have|would have|has|had|have) nothing (?:more |any more )?to do with "
    r"(?P<what>(?:this|that|these|those|the|such) (?:[\w-]+ ){0,3}?(?:number|figure|toll|count|claim|story"
    r"|version|report|account"
    r"|statement|video|estimate)s?)\b",
    re.IGNORECASE,
)
_DENIED_IN = gated(
    r"^(?P<plain>(?:Denied|Rejected|Disputed|Dismissed) (?:in|by) (?:the |[A-Z])[^,.;]{2,40})\.?$|\b(?:[Ii]n"
    r"|[Ff]rom) (?P<city>(?:the capital|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)),? "
    r"(?:this|that|it|the charge|the claim|the accusation) (?:was|is|has been) (?:\w+ )?(?:denied|rejected"
    r"|dismissed|disputed)\b"
)
_IN_FRONT = gated(
    r"^(?:[Aa]ll )?(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose) (?:(?:claims|charges|accusations|allegations|reports"
    r"|versions|figures) )?"
    r"(?P<who>(?:(?:the|our|its|their) |(?=[A-Z]))[^,.;:]{2,60}?) (?:has|have|had) (?!been )(?:\w+ )?"
    r"(?:rejected|denied|dismissed|refuted|disputed)\b(?: point by point)?"
)
"""'All this the ministry has rejected': what is rejected stands in front."""

_GATE = gated(
    r"\bnot (?:\w+ )?(?:correct|right|accurate|exact|real|genuine|in (?:agreement|line|accord|keeping) with"
    r"|borne out|consistent"
    r"|compatible|accept)|n[’']t (?:\w+ )?(?:correct|right|accurate|true|so)\b|\bnever accepted\b"
    rf"|(?:not|n[’']t) (?:\w+ )?{_FITS}\b|\b(?:speculation|guesswork|hearsay|insulting|disgraceful|grotesque"
    rf"|monstrous|untenable|plucked"
    r"|discard(?:s|ed)?|nothing (?:more |any more )?to do with|no such|of the (?:kind|sort))\b"
    r"|\bset \w+ (?:version|theory|hypothesis) aside\b"
    r"|\b(?:[Nn]ot|n[’']t) (?:\w+ )?(?:accepted|admitted|acknowledged|conceded) that\b|\bany such\b|\bat (?:odds"
    r"|variance) with\b"
    r"|^(?:Denied|Rejected|Disputed|Dismissed) (?:in|by)\b|\b(?:that|this) is disputed\b|\b(?:was|is"
    r"|has been) (?:\w+ )?denied\b|\b(?:shelved|abandoned|dropped|set aside|threw out) (?:the|this|that)\b"
    r"|\bpoint by point\b|^(?:all )?(?:this|that|these|those) (?:[\w'’-]+ ){1,10}(?:has|have|had) (?:rejected"
    r"|denied|dismissed)\b"
    r"|\b(?:this|that|it) (?:is|was) (?:false|untrue|wrong|incorrect)\b|\bnothing in\b",
    re.IGNORECASE,
)


_GATE_WORDS = word_set(
    "not t never speculation guesswork hearsay insulting disgraceful grotesque monstrous untenable plucked "
    "discard "
    "discards discarded nothing such kind sort aside denied rejected disputed dismissed shelved abandoned "
    "dropped threw "
    "point odds variance false untrue wrong incorrect"
)
"""Words of which each of these ways has one."""


def may_reject(text: str, words: frozenset[str]) -> bool:
    """True for a sentence with one of these ways to set something aside; ``words`` are its words in lower case."""
    return not words.isdisjoint(_GATE_WORDS) and _GATE.search(text) is not None


def held_untrue(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'The figure is not correct', 'that account does not agree with our records'."""
    if token.lower_ not in _FIRM:
        return None
    match = _HELD_UNTRUE.match(sentence.text, token.idx)
    if match is None:
        return None
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    what = child(verb, "nsubj", "nsubjpass")
    if what is None:
        return None
    counts = what.lower_ in ("number", "numbers", "counts", "totals") and "agree" in match.group()
    flat = match.group().rsplit(None, 1)[-1].lower() in _FLAT  # of a claim by name another rule tells this
    if counts or (not _stands_for_one(page, sentence, what) and (flat or not ALLEGATION.match(what.lower_))):
        return None
    speaker = asserter(page, sentence, verb)
    agent = object_of(verb, "by")
    if speaker is None and agent is None:
        return None
    within = sentence.tokens_between(*match.span())
    told = child(what, "acl", "ccomp", "relcl") or object_of(what, "of", "that") or what
    finding = found(sentence, "held_untrue", verb, [*what.subtree, *within], clause_of(told))
    if speaker is None and agent is not None:
        finding.notes["speaker"] = phrase_of(agent)
    return finding


_FLAT = word_set("false untrue incorrect wrong")


def _stands_for_one(page: Page, sentence: Sentence, what: Token) -> bool:
    """'The rebels say that they hold the port. This is wrong': of what was said before."""
    if what.lower_ not in ("this", "that", "it") or not sentence.index:
        return False
    return bool(page.sentences[sentence.index - 1].words & _TOLD)


_TOLD = word_set(
    "says said say claims claimed claim alleges alleged accuses accused report reports reported story"
)


def set_aside(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Investigators have discarded that version', 'never accepted that the guards fired first'."""
    low = verb.lower_
    if verb.pos_ != "VERB" or (low not in _SETS_ASIDE and low not in _ACCEPTS):
        return None
    who, thing = child(verb, "nsubj"), child(verb, "dobj")
    if who is None or not may_speak(who) or any(c.tag_ == "MD" for c in verb.children):
        return None
    if low in _ACCEPTS:
        clause = child(verb, "ccomp")
        if clause is None or not any(c.dep_ == "neg" for c in verb.children):
            return None
        return _by(sentence, "never_accepted", verb, who, core(clause), clause)
    if low in ("set", "sets", "threw", "throws") and not any(c.lower_ in ("aside", "out") for c in verb.children):
        return None
    if thing is None or not _VERSIONS.match(thing.lower_) or any(c.dep_ == "neg" for c in verb.children):
        return None
    return _by(sentence, "set_aside", verb, who, core(verb), thing)


_VERSIONS = re.compile(
    r"(?:version|theor|hypothes|story|stories|claim|account|idea|suggestion|allegation|rumou?r|it$|this$)\w*"
)


def _by(sentence: Sentence, rule: str, verb: Token, who: Token, tokens: list[Token], what: Token) -> Finding:
    finding = found(sentence, rule, verb, [verb, *tokens], clause_of(what))
    if who.pos_ in ("NOUN", "PROPN"):
        finding.notes["speaker"] = phrase_of(who, verb)
    return finding


def no_such_thing(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'The coast guard knows of no such disappearance', 'it had said no such thing'."""
    match = SUCH.match(sentence.text, token.idx)
    if match is None:
        return None
    verb = token if token.pos_ in ("VERB", "AUX") else token.head
    who = child(verb, "nsubj", "nsubjpass")
    if who is None or (who.text == "I" and said(page, sentence, verb) is None):
        return None
    own = verb.dep_ in ("ROOT", "conj", "parataxis") and who.pos_ in ("NOUN", "PROPN") and may_speak(who)
    told = not own and asserter(page, sentence, verb) is not None
    if not told and not (who.pos_ in ("NOUN", "PROPN") and may_speak(who)):
        return None
    finding = found(sentence, "no_such_thing", verb, [*core(who), verb, *predicate(verb)], clause_of(verb))
    if not told:
        finding.notes["speaker"] = phrase_of(who, verb)
    return finding


def nothing_to_do(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'The organisers now want nothing to do with that number'."""
    match = NOTHING.match(sentence.text, token.idx)
    if match is None:
        return None
    within = sentence.tokens_between(*match.span())
    verb = token.head if token.dep_ == "aux" else token
    who = child(verb, "nsubj")
    finding = found(sentence, "nothing_to_do", verb, within, match["what"])
    if who is not None and who.pos_ in ("NOUN", "PROPN") and asserter(page, sentence, verb) is None:
        finding.notes["speaker"] = phrase_of(who, verb)
    return finding


def denied_in(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'Denied in Algiers', 'in Moscow this was denied': by the government there."""
    if token.lower_ not in _REJECTED:
        return None
    match = next((m for m in _DENIED_IN.finditer(sentence.text) if m.start() <= token.idx < m.end()), None)
    if match is None:
        return None
    within = sentence.tokens_between(*match.span())
    before = page.sentences[sentence.index - 1].text.strip()[:160] if sentence.index else None
    finding = found(sentence, "denied_in", token, within, before)
    finding.notes["speaker"] = (
        match["city"] or match["plain"].partition(" in ")[2] or match["plain"].partition(" by ")[2]
    )
    return finding


def has_rejected(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'All this the ministry has rejected point by point'."""
    if verb.lower_ not in _REJECTED:
        return None
    match = _IN_FRONT.search(sentence.text)
    if match is None or not match.start() <= verb.idx < match.end():
        return None
    within = sentence.tokens_between(*match.span())
    before = page.sentences[sentence.index - 1].text.strip()[:160] if sentence.index else None
    finding = found(sentence, "rejected", verb, within, before)
    finding.notes["speaker"] = match["who"]
    return finding


_REJECTED = word_set("rejected denied dismissed refuted disputed")

RULES = (held_untrue, set_aside, no_such_thing, nothing_to_do, denied_in, has_rejected)
