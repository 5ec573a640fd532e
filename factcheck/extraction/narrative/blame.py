"""Who is blamed for what: blamed, accused, held responsible, fired first, did it as somebody says, caused it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative import causes, deeds, neglect, owning
from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate
from factcheck.extraction.narrative.deeds import may_tell_deed
from factcheck.extraction.narrative.doers import names_disowned
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of, speeches, text_of
from factcheck.lexicons import word_set
from factcheck.values import Span

_BLAME = word_set("blame blames blamed blaming faulted faults")
_ACCUSE = word_set("accuse accuses accused accusing")
_HOLD = word_set("hold holds held holding")
_DAYS = word_set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_BE = word_set("was were is are be been being")
_PUT = word_set("put puts laid lays lay pinned pins placed places putting laying")
_HAVEN = word_set("haven havens sanctuary sanctuaries shelter refuge")

_BEGIN = (
    _BLAME
    | _ACCUSE
    | _HOLD
    | _PUT
    | {"blame", "responsible", "guilty"}
    | deeds.BEGIN
    | causes.BEGIN
    | owning.BEGIN
    | neglect.BEGIN
)
"""The words with which a rule begins."""

_WORDS = _BLAME | _ACCUSE | word_set(
    "responsible responsibility violate violates violated violating violation violations breach breached "
    "breaches breaching broke broken soil territory shelters sheltered sheltering harbours harbors harboured "
    "harbored harbouring harboring hosting caused triggered sparked ignited hide hides hid hiding hidden "
    "conceal conceals concealed concealing ignore ignores ignored ignoring neglect neglected neglects "
    "handiwork blame attributed attributes accountable"
)  # fmt: skip
"""Words of blame, or of what is only told as blame."""
_PHRASES = gated(
    r"\bguilty (?:is|are|for|of the)\b|\bat fault\b|\b(?:work|doing) of\b|\bvictims? of\b|"
    r"\bpoint(?:s|ed|ing)? to\b|"
    r"\bbehind (?:the|it|this|that|these|last)\b|\bas (?:the |an? )?(?:part(?:y|ies) to|perpetrators?|"
    r"culprits?)\b|"
    r"\bcover(?:ed|ing) up\b|\bto account\b|\b(?:hall)?marks of\b|\bfingerprints\b|\bclaimed by\b|\bit was us\b|"
    r"\bsuspect(?:s|ed)?\b[^.]{2,40}\bof\b|\bresort(?:s|ed|ing)? to\b|\b(?:act|piece) of\b|"
    r"\bstarted (?:a|the)\b"
    r"|\bclaim(?:s|ed)? the (?:\w+ )?(?:attacks?|raid|bombing|ambush|assault|killings?|shooting|"
    r"explosion|blast|abduction)\b",
    re.IGNORECASE,
)
_OF_PHRASES = word_set(
    "guilty fault work doing victim victims point points pointed pointing behind as cover covered covering "
    "account marks hallmarks fingerprints claimed claim claims us suspect suspects suspected resort resorts "
    "resorted resorting act piece started"
)
"""Words of which each of the phrases has one."""
_DEEDS = gated(
    r"\bfirst shots?\b|\b(?:shot|fired|shoot|attacked|cross|crossed) first\b|"
    r"\bfirst to (?:cross|open|fire|shoot|attack|strike|violate)|\bopen(?:ed|ing) (?:fire|up)\b|\bshot down\b|"
    r"\bbrought\b[^.]{0,40}\bdown\b|\b(?:launched|fired) from\b|"
    r"\bbreaks?\b[^.]{0,30}\b(?:truce|cease-?fire|agreement)|\bcrossed (?:the|into|its|their)\b",
    re.IGNORECASE,
)
"""Deeds, which are blame only where somebody says so."""
_OF_DEEDS = word_set(
    "first open opened opening shot brought launched fired break breaks crossed"
)  # fmt: skip


def may_hold(text: str, words: frozenset[str], said: bool = True) -> bool:
    """True for a sentence with a word of blame, or with a deed and somebody who may be its doer.

    ``words`` are its words in lower case; ``said``: whether somebody may say what stands in it.
    """
    if not words.isdisjoint(_WORDS):
        return True
    if not words.isdisjoint(_OF_PHRASES) and _PHRASES.search(text) is not None:
        return True
    if not said:
        return False
    if (not words.isdisjoint(_OF_DEEDS) and _DEEDS.search(text) is not None) or may_tell_deed(text, words):
        return True
    return neglect.may_tell_neglect(words) or causes.may_tell_cause(text, words)


def find(page: Page, sentence: Sentence) -> Iterator[Finding]:
    """The blame claims of a parsed sentence."""
    assert sentence.tokens is not None
    disowned = names_disowned(sentence.words)
    for token in sentence.tokens:
        if token.lower_ not in _BEGIN and not (disowned and token.tag_ in ("VBD", "VBN")):
            continue
        for rule in (
            _blamed,
            _accused,
            _held,
            _to_blame,
            *deeds.RULES,
            *causes.RULES,
            *owning.RULES,
            *neglect.RULES,
        ):
            finding = rule(page, sentence, token)
            if finding is not None:
                yield _without_aside(page, finding)
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
        comma = next((t for t in reversed(sentence.tokens[trigger.i : speech.head.i]) if t.text == ","), None)
        if comma is not None and comma.idx > finding.span.start - sentence.span.start:
            end = comma.idx
    finding.span = Span(finding.span.start, min(finding.span.end, sentence.span.start + end))
    return finding


def _blamed(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X blamed Y for Z', 'X blamed Z on Y', 'Z, which X blamed on Y', 'Y is blamed for Z'."""
    if verb.lower_ not in _BLAME or verb.pos_ not in ("VERB", "AUX"):
        return None
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    thing = child(verb, "dobj", "nsubjpass")
    on, for_ = object_of(verb, "on"), object_of(verb, "for")
    on_thing = object_of(thing, "on") if thing is not None and on is None and for_ is None else None
    if on is not None and (on.like_num or any(t.like_num or t.text.title() in _DAYS for t in on.subtree)):
        on = None  # "on 31 October" says when
    tokens = predicate(verb)
    if thing is not None and thing.lower_ in ("which", "that", "who") and verb.dep_ == "relcl":
        antecedent = _matter_before(verb)
        tokens = [*core(antecedent), *tokens, *core(verb)]
        thing = antecedent
    elif for_ is not None and for_.lower_ == "which" and verb.dep_ == "relcl":
        antecedent = _matter_before(verb)
        return accusation(
            sentence, "blamed", verb, [*core(antecedent), *core(verb)], text_of(thing), text_of(antecedent)
        )
    if thing is None:
        return None
    if on_thing is not None:  # "blamed the collapse on shoddy work", of which the parser makes one thing
        matter = " ".join(t.text for t in core(thing) if t.i < on_thing.head.i)
        return accusation(sentence, "blamed", verb, tokens, text_of(on_thing), matter)
    if on is not None:
        return accusation(sentence, "blamed", verb, tokens, text_of(on), text_of(thing))
    return accusation(sentence, "blamed", verb, tokens, text_of(thing), text_of(for_))


def _matter_before(verb: Token) -> Token:
    """The matter in front of "which": the head of "explosions in the capital", not the capital."""
    matter = verb.head
    while matter.dep_ == "pobj" and matter.head.head.pos_ == "NOUN":
        matter = matter.head.head
    return matter


def _accused(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X accused Y of Z'; not "the accused", nor a defendant who is accused of a crime."""
    if verb.lower_ not in _ACCUSE or verb.pos_ not in ("VERB", "AUX"):
        return None
    who = child(verb, "dobj")
    if who is None or (child(verb, "nsubj") is None and verb.dep_ not in ("conj", "advcl", "acl", "xcomp")):
        return None
    what = object_of(verb, "of")
    if who.lower_ in ("whom", "which", "who", "that") and verb.dep_ == "relcl":
        who = verb.head
    finding = accusation(sentence, "accused", verb, predicate(verb), text_of(who), text_of(what))
    side = child(verb, "nsubj")
    if who.lower_ in ("other", "another") and side is not None and any(t.lower_ == "each" for t in core(side)):
        finding.notes["sides"] = "both"
    return finding


def _held(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X holds Y responsible (for Z)', 'X put the blame on Y'."""
    low = verb.lower_
    if low in _HOLD:
        account = object_of(verb, "to")
        if account is not None and account.lower_ == "account" and child(verb, "dobj") is not None:
            return accusation(sentence, "held", verb, predicate(verb), text_of(child(verb, "dobj")), None)
        words = [t for t in verb.subtree if t.lower_ in ("responsible", "accountable") and t.i > verb.i]
        if not words or any(c.dep_ == "auxpass" for c in verb.children):
            return None
        who = child(verb, "dobj") or next((c for c in words[0].children if c.dep_ == "nsubj"), None)
        if who is None:
            inner = child(verb, "ccomp")
            who = child(inner, "nsubj") if inner is not None else None
        what = object_of(words[0], "for") or object_of(verb, "for")
        return (
            None
            if who is None
            else accusation(sentence, "held", verb, predicate(verb), text_of(who), text_of(what))
        )
    if low in _PUT:
        blame = child(verb, "dobj")
        if blame is None or blame.lower_ not in ("blame", "responsibility", "fault"):
            return None
        who = object_of(verb, "on", "upon", "at", "with") or object_of(blame, "on", "upon", "at", "with")
        what = object_of(blame, "for") or object_of(verb, "for")
        return (
            None
            if who is None
            else accusation(sentence, "held", verb, predicate(verb), text_of(who), text_of(what))
        )
    return None


def _to_blame(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'Y was to blame', 'Y was responsible for Z', 'guilty is Y': in somebody's words."""
    low = token.lower_
    if (
        low == "blame"
        and token.tag_ in ("VB", "NN")
        and token.i
        and sentence.tokens is not None
        and sentence.tokens[token.i - 1].lower_ == "to"
    ):
        be = token.head if token.head.pos_ in ("AUX", "VERB") else None
    elif (
        low in ("responsible", "guilty")
        and token.head.lower_ in _BE
        and token.head.pos_ in ("AUX", "VERB")
        and token.head.lower_ not in _HOLD
    ):
        be = token.head
    else:
        return None
    if be is None or accuser(page, sentence, token) is None:
        return None
    who = child(be, "nsubj") or child(be, "attr")
    if who is None or negated(be) or who.lower_ in ("he", "she", "they", "those", "who"):
        return None
    what = object_of(token, "for", "of")
    return accusation(sentence, "to_blame", token, [*core(who), *core(token), be], text_of(who), text_of(what))
