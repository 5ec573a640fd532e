"""What is denied: denied, rejected, dismissed, called lies, and "no such thing" where somebody insists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import asserter, child, core, said, span_over, text_of
from factcheck.extraction.voices.speaking import is_office
from factcheck.extraction.voices.voices import verbs
from factcheck.lexicons import word_set
from factcheck.values import Span

_DENY = word_set("deny denies denied denying")
_REFUSE = word_set(
    "reject rejects rejected rejecting dismiss dismisses dismissed dismissing refute refutes refuted refuting "
    "dispute disputes disputed disputing rubbish rubbishes rubbished rubbishing rebut rebuts rebutted "
    "rebutting repudiate repudiates repudiated repudiating debunk debunks debunked debunking contest contests "
    "contested ridicule ridicules ridiculed disavow disavows disavowed"
)
_ALLEGATION = re.compile(
    r"(?:accus|alleg|claim|charge|report|suggest|idea|rumou?r|talk|assertion|notion|figure|toll|account|"
    r"version|story|"
    r"stories|fabricat|lie|slander|libel|finding|statement|insinuat|implication|criticism)\w*$"
)
_NOT_DENIED = word_set(
    "bail entry entrance admission access request appeal motion parole visa permit permission right rights "
    "chance possibility opportunity asylum service treatment help aid them him her us me"
)
_LIES = re.compile(
    r"\b(?:blatant |outright |pure |total |complete )?(?:lies|a lie|fake news|fake|baseless|fabricat\w+|false|"
    r"unfounded|untrue|propaganda|"
    r"preposterous|nonsense|absurd|fables?|fantas(?:y|ies)|distortions?|fiction|falsehoods?|hoax|inventions?|slander|"
    r"groundless|smears?|myths?|fairy tales?|without (?:any )?(?:foundation|basis|merit))\b",
    re.IGNORECASE,
)
_CALLS = word_set(
    "call calls called calling brand brands branded describe describes described label labelled waved"
)
_INSISTS = word_set(
    "insist maintain repeat reiterate stress underline underscore emphasise emphasize affirm assert"
)
_NEGATIVE = word_set("no never nothing none nobody neither")
_INVOLVED = re.compile(
    r"\b(?:(?:was|were|had|is|are|has|have) (?:not|never) (?:been )?(?:involved|responsible|behind|informed|"
    r"told|present)|nothing to do with|"
    r"no (?:involvement|role|part|responsibility|evidence|truth|basis|sign|connection|links?|hand in|"
    r"knowledge of)|not (?:our|its|their|the) (?:work|doing|handiwork)|"
    r"not (?:our|its|their) (?:\w+ ){1,4}(?:that|who|which)|(?:does|do|did) not (?:abduct|torture|target|kill|"
    r"bomb|"
    r"shell|attack|shoot|fire (?:on|at)|use (?:live|chemical|cluster)|hold (?:any )?(?:prisoner|hostage|"
    r"captive)s?|"
    r"(?:not|never) aware of|never (?:was|were) in|(?:hold|holds|held) (?:no one|nobody|no (?:prisoners|"
    r"hostages|captives))|"
    r"harbou?r|shelter|support|arm|fund|train))\b",
    re.IGNORECASE,
)

_WORDS = (_DENY | _REFUSE | word_set(
    "denial denials disclaim disclaims disclaimed distances distanced scoffed lie lies fake baseless "
    "groundless fabricated fabrication fabrications false unfounded untrue propaganda preposterous nonsense "
    "absurd misleading invented invention incorrect fiction hoax exaggerated exaggeration exaggerations "
    "concocted slander rumour rumours rumor rumors malicious falsehood fable fables fantasy distortion smear myth"
)) - {"dispute", "contest"}  # fmt: skip
"""Verbs of denial, and words for what is not so."""
_PHRASES = re.compile(
    r"\bdispute (?:the|that|any|its|their)\b|\bcontest (?:the|that)\b|\brul(?:e|es|ed|ing) (?:\w+ )?out\b|\bhit "
    r"back\b|"
    r"\b(?:brush|shrug|laugh|wav)\w* (?:\w+ )?(?:aside|off|away)\b|\btook issue\b|\bcasts? doubt\b|\bscorn\b|"
    r"\bmade up\b|"
    r"\bwithout (?:any )?(?:basis|foundation|merit)\b|\b(?:is|are|was|were) (?:\w+ )?wrong\b|\ba lie\b",
    re.IGNORECASE,
)
_NO = word_set("no not never nothing none nobody neither cannot")
_INSISTENCE = re.compile(
    r"\b(?:insist|maintain|repeat|reiterat|stress|underlin|underscor|emphasi|affirm|assert)\w*\b", re.IGNORECASE
)


def may_hold(text: str, words: frozenset[str]) -> bool:
    """True for a sentence with a verb of denial, a charge of lying, or a "no" of the sorts that deny.

    ``words`` are its words in lower case.
    """
    if not words.isdisjoint(_WORDS) or _PHRASES.search(text) is not None:
        return True
    if words.isdisjoint(_NO) and "n't" not in text and "n’t" not in text:
        return False
    return any(pattern.search(text) for pattern in (_INSISTENCE, _INVOLVED, _ABSENT, _SET_PHRASES))


def find(page: Page, sentence: Sentence) -> Iterator[Finding]:
    """The denials of a parsed sentence."""
    assert sentence.tokens is not None
    taken: list[tuple[int, int]] = []
    for token in sentence.tokens:
        for rule in (_denied, _refused, _called_lies, _insisted, _not_involved, _no_such, _unfounded, _set_phrase):
            finding = rule(page, sentence, token)
            if finding is None:
                continue
            yield from _each_subject(finding)
            if not any(finding.span.start < end and start < finding.span.end for start, end in taken):
                taken.append((finding.span.start, finding.span.end))
                yield finding
            break


def _each_subject(finding: Finding) -> Iterator[Finding]:
    """'A and B both deny it': a denial for each but the first, which the finding itself stands for."""
    verb = finding.trigger
    subject = child(verb, "nsubj") if verb is not None and verb.lower_ in _DENY | _REFUSE else None
    others = [c for c in subject.children if c.dep_ == "conj" and c.pos_ == "PROPN"] if subject is not None else []
    for other in others:
        yield replace(
            finding,
            span=Span(finding.sentence.span.start + other.idx, finding.span.end),
            notes={"speaker": other.text},
        )
    if others and subject is not None:
        start = finding.sentence.span.start + subject.left_edge.idx
        finding.notes["speaker"] = finding.sentence.text[subject.left_edge.idx : subject.idx + len(subject)]
        finding.span = Span(start, finding.span.end)


def _found(sentence: Sentence, rule: str, trigger: Token, tokens: list[Token], what: str | None) -> Finding:
    return Finding(
        "denial", span_over(sentence, tokens), sentence, f"denial:{rule}", trigger=trigger, target=what,
        confidence=0.6, notes={"denied": "yes"},
    )  # fmt: skip


def _denied(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X denied that ...', 'X denies doing it', 'a charge that X denies'."""
    if verb.lower_ not in _DENY or verb.pos_ not in ("VERB", "AUX"):
        return None
    if any(c.dep_ == "neg" or c.lower_ in ("neither", "nor") for c in verb.children) or _neither(verb):
        return None
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return _is_denied(page, sentence, verb)
    subject = child(verb, "nsubj")
    if verb.dep_ == "relcl" and (subject is None or subject.lower_ not in ("who", "which", "that")):
        matter = _climbed(verb.head)
        return _found(sentence, "denied", verb, [*core(matter), *core(verb), *verb.subtree], text_of(matter))
    after = [
        c
        for c in verb.children
        if c.i > verb.i
        and (c.dep_ in ("ccomp", "xcomp", "dobj", "pcomp") or (c.dep_ == "advcl" and c.tag_ == "VBG"))
    ]
    within = [
        t for t in verb.subtree if t.dep_ == "relcl" and t.i - verb.i < 8 and t.i > verb.i
    ]  # "denied for months that"
    what = next(iter(after or within), None) or child(verb, "ccomp")
    if what is None:
        flat = subject is not None and is_office(subject.lower_) and verb.i >= len(verb.doc) - 2
        return (
            _found(sentence, "denied", verb, [*core(subject), verb], None)
            if flat and subject is not None
            else None
        )
    if what.lower_ in _NOT_DENIED:
        return None
    return _found(sentence, "denied", verb, [verb, *(t for t in what.subtree)], _clause(what))


def _climbed(matter: Token) -> Token:
    """'bombing a hospital in Nyala, which the army denied': the bombing, not the town."""
    while matter.dep_ in ("pobj", "dobj", "pcomp") and matter.pos_ == "PROPN" and matter.head != matter:
        up = matter.head.head if matter.head.pos_ == "ADP" else matter.head
        if up.pos_ not in ("NOUN", "VERB"):
            break
        matter = up.head if up.dep_ == "dobj" and up.head.tag_ == "VBG" else up
    return matter


def _is_denied(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'It is denied that ...' in somebody's words; "the request was denied" denies nothing."""
    clause = child(verb, "ccomp")
    subject = child(verb, "nsubjpass")
    if clause is None or asserter(page, sentence, verb) is None:
        return None
    if subject is not None and subject.lower_ != "it":
        return None
    return _found(sentence, "is_denied", verb, [verb, *clause.subtree], _clause(clause))


_ABSENT = re.compile(
    r"\bthere (?:was|were|is|are|has been|have been|had been) (?:no|never an?) (?P<what>[^,.;:]{3,80})"
    r"|\bno (?P<thing>(?:(?!\b(?:was|were|is|are|has|have|had|when|who|that|"
    r"after)\b)[^.;:]){2,60}?) (?:(?:was|were|is|are|has been|have been|had been|had) )?(?:being |ever "
    r")?(?P<deed>used|"
    r"held|targeted|fired|struck|paid|demanded|offered|crossed|in the hands|hit|deployed|detained|"
    r"abducted|mistreated|tortured|bombed|involved|launched|sent|"
    r"taken|present|crossed|shelled|downed|kidnapped|ordered|executed|located|destroyed)\b",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(
    r"^(?:shots?$|[^,]*\b(?:aboard|on board|on the)\b|immediate |official |independent |further |other |more |"
    r"longer |word|news|details?|sign|reports?|comment|"
    r"confirmation|damage|survivors?|deaths?|injur|wounded|dead|casualt|victims?|fatalit|loss|question|doubt|"
    r"agreement|"
    r"date|plan|need|way|one|change|time|chance|hope|room|reason|end|risk|danger|threat|warning|place|progress|"
    r"minors?|children|women|food|water|power|electricity|access|space|information|figure|claim|response|clear)",
    re.IGNORECASE,
)


def _no_such(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'There was no weapon in the house', 'no live rounds were used': in somebody's words."""
    if token.lower_ not in ("there", "no"):
        return None
    match = _ABSENT.match(sentence.text, token.idx)
    if match is None or _NO_DENIAL.match(match["what"] or match["thing"]) is not None:
        return None
    if asserter(page, sentence, token) is None:
        return None
    assert sentence.tokens is not None
    within = [t for t in sentence.tokens if match.start() <= t.idx < match.end()]
    return _found(sentence, "no_such", token, within, match.group().strip()[:160])


_SAID = (
    r"(?:claims?|reports?|news|allegations?|rumou?rs?|figures?|stor(?:y|ies)|assertions?|accusations?|videos?|"
    r"talk|"
    r"charges?|statements?|information|account)"
)
_UNTRUE = re.compile(
    rf"\b{_SAID}\b[^.;]{{0,140}}?\b(?:is|are|was|were)\b (?:totally |completely |entirely |simply |utterly |all )?"
    r"(?P<untrue>false|untrue|baseless|groundless|misleading|fabricated|invented|unfounded|fake|incorrect|wrong|"
    r"without (?:any )?(?:basis|foundation|merit)|rejected|a lie|lies|nonsense|fiction)\b",
    re.IGNORECASE,
)


def _unfounded(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'Reports of a bombed market are baseless', 'the figure is misleading': in somebody's words."""
    match = _UNTRUE.search(sentence.text) if token.lower_ in _UNTRUTHS else None
    if match is None or match.start("untrue") != token.idx or "not " in match.group()[-25:]:
        return None
    if asserter(page, sentence, token) is None and not sentence.text.isupper():
        return None
    assert sentence.tokens is not None
    within = [t for t in sentence.tokens if match.start() <= t.idx < match.end()]
    return _found(sentence, "unfounded", token, within, match.group().strip()[:160])


_DEED = (
    r"(?:bomb|target|kill|attack|shoot|shot|fir(?:e|ed|ing)|hit|struck|strike|burn|loot|abduct|kidnap|tortur|beat|"
    r"beaten|cross|shell|harm|order|hid|ignor|violat|broke|start|plan|carr(?:y|ied) out|mistreat|fund|arm|support|"
    r"take part|taken part|participate|provoke|commit|withdraw|retreat|surrender)(?:e?d|s|ing)?"
)
_SET_PHRASES = re.compile(
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
    r"|\bcall(?:s|ed|ing) (?:it|them|the [^,.;]{3,50}) (?:an? )?(?:\w+ )?(?:exaggerat\w+|invention|slander|"
    r"rumou?rs?|"
    r"untrue|incorrect|misleading|malicious)\b",
    re.IGNORECASE,
)
_OWN_DENIAL = re.compile(
    r"\b(?:brush(?:es|ed|ing)? (?:aside|off)|shrug(?:s|ged)? off|laugh(?:s|ed)? off|wav(?:es?|ed) (?:aside|away|"
    r"off)|"
    r"disclaim(?:s|ed)? (?:any )?responsibility|distanc(?:es?|ed) (?:itself|himself|themselves) from|"
    r"pour(?:s|ed) scorn on|cast(?:s)? doubt on|took issue with|hit back at|scoffed at)\b[^,.;]{0,80}",
    re.IGNORECASE,
)


def _set_phrase(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'It never fired on them', 'that is a lie', 'no such raid took place', 'brushed aside the claims'."""
    own = _OWN_DENIAL.match(sentence.text, token.idx) if token.pos_ == "VERB" else None
    match = own or _SET_PHRASES.match(sentence.text, token.idx)
    if match is None or (own is None and asserter(page, sentence, token) is None):
        return None
    speech = said(page, sentence, token)
    if own is None and speech is not None and speech.stance == "denies":
        return None
    assert sentence.tokens is not None
    within = [t for t in sentence.tokens if match.start() <= t.idx < match.end()]
    rule = "denied" if own is not None else "set_phrase"
    return _found(sentence, rule, token, within, match.group().strip()[:160])


_UNTRUTHS = word_set(
    "false untrue baseless groundless misleading fabricated invented unfounded fake incorrect wrong without "
    "rejected a lies nonsense fiction"
)


def _neither(verb: Token) -> bool:
    return any(t.lower_ in ("neither", "nor") for t in verb.doc[max(0, verb.i - 4) : verb.i])


def _clause(what: Token) -> str | None:
    words = sorted(what.subtree, key=lambda t: t.i)
    if words and words[0].lower_ == "that":
        words = words[1:]
    text = what.doc.stretch(words[0].i, words[-1].i + 1) if words else ""
    return text.strip(" ,;:-\"'")[:160] or None


def _refused(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X rejected the accusations', 'dismissed as fake news the talk that ...'."""
    if verb.lower_ not in _REFUSE or verb.pos_ not in ("VERB", "AUX"):
        return None
    if child(verb, "nsubjpass") is not None:
        return None
    if child(verb, "nsubj") is None and verb.dep_ not in ("conj", "advcl", "acl"):
        return None
    rest = [t for t in verb.subtree if t.i > verb.i]
    said_so = verb.doc.stretch(verb.i, (rest[-1].i if rest else verb.i) + 1)
    what = child(verb, "dobj") or child(verb, "ccomp")
    if what is None:  # "dismissed as false reports that ..."
        what = next((t for t in rest[:9] if t.pos_ == "NOUN" and _ALLEGATION.match(t.lower_)), None)
    lies = _LIES.search(said_so) is not None
    if what is None or not (
        lies or what.dep_ == "ccomp" or _ALLEGATION.match(what.lower_) or _takes_it_up(verb, what)
    ):
        return None
    return _found(sentence, "rejected", verb, [verb, *core(what), *what.subtree, *rest], _clause(what))


def _takes_it_up(verb: Token, what: Token) -> bool:
    """'The police reject it': what stands before."""
    who = child(verb, "nsubj")
    return (
        what.lower_ in ("it", "this", "that") and what.dep_ == "dobj" and who is not None and is_office(who.lower_)
    )


def _called_lies(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X calls the report lies', 'was waved away as lies'."""
    if verb.lower_ not in _CALLS or verb.pos_ not in ("VERB", "AUX"):
        return None
    rest = [t for t in verb.subtree if t.i > verb.i]
    if not rest or _LIES.search(verb.doc.stretch(verb.i, rest[-1].i + 1)) is None:
        return None
    what = child(verb, "nsubjpass", "dobj") or child(verb, "ccomp", "oprd")
    return _found(sentence, "called_lies", verb, [verb, *rest], _clause(what) if what is not None else None)


def _insisted(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X maintained that no one had ...', 'X repeated that it has not ...': a denial in the clause."""
    entry = verbs().get(verb.lower_)
    if entry is None or verb.pos_ not in ("VERB", "AUX"):
        return None
    if verb.lower_ in ("rule", "rules", "ruled", "ruling") and child(verb, "prt") is not None:
        what = child(verb, "ccomp", "dobj")
        return None if what is None else _found(sentence, "ruled_out", verb, [verb, *what.subtree], _clause(what))
    if entry[0] not in _INSISTS:
        return None
    clause = child(verb, "ccomp")
    if clause is None:
        return None
    negated = any(c.dep_ == "neg" for c in clause.children) or any(
        t.lower_ in _NEGATIVE
        for c in clause.children
        if c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "det")
        for t in c.subtree
    )
    if any(c.tag_ == "MD" for c in clause.children):
        return None  # what will or must not be denies nothing that was said to be
    joined = {t.i for c in clause.children if c.dep_ == "conj" for t in c.subtree}
    told = [t for t in clause.subtree if t.i not in joined]
    return _found(sentence, "insisted", verb, told, _clause(clause)) if negated else None


_WHO_TAKE = re.compile(
    r"\b(?:who|that|which|those|to) (?:take|takes|took|taking|play|plays|played|have|has|had)\s+$", re.I
)
"""'(civilians who take) no part in the fighting' denies nothing."""


def _not_involved(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'It had nothing to do with it', 'it was not informed': in somebody's words."""
    match = _INVOLVED.search(sentence.text, max(0, token.idx - 1))
    if (
        match is None
        or match.start() != token.idx
        or _WHO_TAKE.search(sentence.text[: token.idx])
        or asserter(page, sentence, token) is None
    ):
        return None
    clause = token
    while clause.pos_ not in ("VERB", "AUX") and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ in ("aux", "auxpass"):
        clause = clause.head
    within = [t for t in clause.subtree if t.idx < match.end()]
    return _found(sentence, "not_involved", token, [*core(clause), *within], _clause(clause))
