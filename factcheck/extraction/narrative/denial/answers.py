"""Denials in few words: 'No, says the station', 'Rubbish', 'nor was there a sign', 'does not share this view'."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.denial.denying import ALLEGATION, clause_of, found
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import asserter, child, core, object_of, said
from factcheck.extraction.voices.speaking import may_speak
from factcheck.lexicons import word_set

_UNTRUE = (
    r"(?:no|never|(?:(?:completely|entirely|totally|wholly|utterly|absolutely|simply|plainly|just) )?"
    r"(?:nonsense|rubbish|absurd|baseless|groundless|unfounded|fabricated|invented|preposterous"
    r"|ridiculous|slander|untrue|false|wrong|lies)|fabrications?|(?:absolutely|certainly|definitely|simply"
    r"|just) not|"
    r"not (?:so|true|at all|us|me|in the least)|of course not|on the contrary|quite the (?:opposite|contrary)"
    r"|far from it|"
    r"(?:utter|pure|total|complete|sheer) (?:nonsense|rubbish|fiction|invention|fantasy|lies)|"
    r"an? (?:[\w-]+ ){0,4}(?:lie|fabrication|invention|slander|falsehood|fable|hoax))"
)
_ANSWER = gated(
    rf"(?:^(?:[A-Z]\w+(?: \w+){{0,2}}, )?|[:;.?!] |[\"“‘])(?P<no>{_UNTRUE}|(?:that|it|this) (?:was|is) not (?:so"
    rf"|true|the case)|"
    r"(?:it|they|we|he|she) (?:did|was|had|were|has|have|are|is)(?: not|n[’']t)|"
    r"neither (?:can be|is|was) (?:right|true|correct))[,.!”\"’]",
    re.IGNORECASE,
)
_NOR = gated(r"(?:^|[;,] )nor (?:is|are|was|were|has|have|had|did|does|do) \w", re.IGNORECASE)
_BELIEFS = word_set(
    "share shares consider considers considered think thinks believe believes accept accepts recognise recognises "
    "recognize recognizes agree agrees endorse endorses support supports buy buys subscribe find finds found "
    "see sees"
)
_VIEWS = word_set(
    "view views assessment opinion reading version account theory explanation conclusion conclusions findings "
    "it this "
    "that them interpretation hypothesis picture narrative"
)
_SOUND = word_set(
    "reliable credible plausible convincing serious accurate correct true trustworthy realistic likely"
)
_GROUNDS = word_set("support basis evidence proof trace traces sign signs grounds truth merit indication")


def may_answer(text: str, words: frozenset[str]) -> bool:
    """True for a sentence with such an answer; ``words`` are its words in lower case."""
    if _ANSWER.search(text) is not None or _NOR.search(text) is not None:
        return True
    return _DISBELIEF.search(text) is not None


_DISBELIEF = gated(
    r"(?:not|n[’']t|never) (?:\w+ )?(?:share|accept|recogni[sz]e|agree with|endorse|support"
    r"|subscribe to) (?:th(?:e|at|is|ose|ese)|its|"
    r"their|it|them|such)\b|(?:not|n[’']t|never) (?:consider|find) [^.;]{2,60}(?:reliable|credible|plausible"
    r"|convincing|serious|accurate|"
    r"correct|true|trustworthy|realistic|likely)\b|(?:not|n[’']t|never) (?:believe"
    r"|think)\b[^.;]{0,60} (?:(?:could|would) have|anyone else|"
    r"nobody else)\b|(?:not|n[’']t|never) (?:believe|buy) (?:th(?:at|is|e) |it\b|its |their |them\b)|\b(?:found"
    r"|finds?|sees?|saw) no (?:\w+ )?"
    r"(?:support|basis|evidence|proof|trace|sign|grounds|truth|merit|indication)",
    re.IGNORECASE,
)


def answered_no(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'No, says the fire station', '"Rubbish," she said', 'Not true, the air force says'."""
    if token.lower_ not in _FIRST:
        return None
    match = next((m for m in _ANSWER.finditer(sentence.text) if m.start("no") == token.idx), None)
    if match is None or not _answers(page, sentence, token, match):
        return None
    within = sentence.tokens_between(*match.span("no"))
    before = page.sentences[sentence.index - 1].text if sentence.index else ""
    return found(sentence, "answered", token, within, before.strip()[:160] or match["no"])


_FIRST = word_set(
    "baseless groundless unfounded fabricated invented preposterous ridiculous slander that it this they we he "
    "she neither no never nonsense rubbish absurd untrue false wrong lies absolutely certainly definitely "
    "simply just not completely entirely totally wholly utterly plainly fabrication fabrications "
    "of on "
    "quite far utter pure total complete sheer a an"
)


def _answers(page: Page, sentence: Sentence, token: Token, match: re.Match[str]) -> bool:
    """'No' alone answers only a question or a charge; the other words say so themselves."""
    if asserter(page, sentence, token) is None and _SPEAKS.match(sentence.text, match.end("no")) is None:
        return False
    if match["no"].lower() not in ("no", "never"):
        return True
    before = page.sentences[sentence.index - 1].text.rstrip() if sentence.index else ""
    return before.endswith(("?", '?"', "?”"))


_SPEAKS = re.compile(
    r"[,.!”\"’]{0,3} (?:(?:is|was) (?:the |its |his |their )?[^,.;]{2,40}?(?:comment|answer|reply|response"
    r"|verdict|retort)|says?|said|replied|answer\w*|insist\w*|storm\w*|retort\w*|fumed|snapped"
    r"|the [\w ]{2,40} (?:says?|said))\b"
)


def nor(page: Page, sentence: Sentence, word: Token) -> Finding | None:
    """'Nor is there any sign of drugs', 'nor had the ministry concealed it': in somebody's words."""
    if word.lower_ != "nor" or _NOR.search(sentence.text, max(0, word.idx - 2)) is None:
        return None
    aux = word.nbor() if word.i + 1 < len(word.doc) else None
    if aux is None or aux.lower_ not in _AUX or asserter(page, sentence, word) is None:
        return None
    verb = aux.head if aux.dep_ in ("aux", "auxpass") else aux
    told = [t for t in verb.subtree if t.i >= word.i]
    if {t.lower_ for t in told} & _UNTOLD:
        return None
    return found(sentence, "nor", verb, told, clause_of(verb))


_AUX = word_set("is are was were has have had did does do")
_UNTOLD = word_set("know known clear say said comment killed hurt injured wounded died")


def not_believed(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The agency does not share this view', 'finds no support for it', 'does not consider it reliable'."""
    if verb.lower_ not in _BELIEFS or verb.pos_ != "VERB" or any(c.tag_ == "MD" for c in verb.children):
        return None
    who, thing = child(verb, "nsubj"), child(verb, "dobj") or object_of(verb, "with", "to")
    if who is None or who.text in ("I", "you", "who") or not (who.text == "We" or may_speak(who)):
        return None
    negated = any(c.dep_ == "neg" for c in verb.children)
    none = thing is not None and any(c.lower_ == "no" for c in thing.children)
    after = {t.lower_ for t in verb.subtree if t.i > verb.i}
    if verb.lower_ in ("find", "finds", "found", "see", "sees"):
        fits = none and thing is not None and thing.lower_ in _GROUNDS
    elif verb.lower_ in ("consider", "considers", "considered", "think", "thinks", "believe", "believes"):
        claim = thing is not None and (thing.lower_ in _VIEWS or ALLEGATION.match(thing.lower_) is not None)
        fits = negated and (bool(after & _SOUND) or claim or _of_another(verb, who))
    else:
        claim = thing is not None and (thing.lower_ in _VIEWS or ALLEGATION.match(thing.lower_) is not None)
        fits = (negated or none) and claim
    if not fits or (said(page, sentence, verb) is None and verb.dep_ not in ("ROOT", "conj", "parataxis")):
        return None
    return found(
        sentence, "not_believed", verb, core(verb), clause_of(thing) if thing is not None else clause_of(verb)
    )


def _of_another(verb: Token, who: Token) -> bool:
    """'The minister does not think more police could have prevented it'."""
    clause = child(verb, "ccomp")
    return (
        clause is not None
        and any(c.lower_ in ("could", "would", "was", "were") for c in clause.children)
        and (who.pos_ in ("NOUN", "PROPN"))
    )


RULES = (answered_no, nor, not_believed)
