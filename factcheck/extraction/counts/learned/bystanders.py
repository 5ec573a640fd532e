"""Figures of those who do something, or are saved or tried, in a sentence that also tells of harm."""

from __future__ import annotations

import re

from factcheck.extraction.counts.kinds import Sense, senses
from factcheck.extraction.counts.quantities import Amount
from factcheck.extraction.counts.unharmed import is_a_gang
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

_HARM = frozenset({"killed", "wounded", "casualties", "missing", "displaced"})
_ALIVE = word_set("survivor survivors rescuer rescuers")
_SAVED = word_set(
    "rescue rescues rescued rescuing save saves saved saving convict convicts convicted acquit acquits acquitted "
    "sentence sentences sentenced charge charges charged arrest arrests arrested detain detains detained fire "
    "fired dismiss dismissed suspend suspended deploy deploys deployed send sends interview interviewed question "
    "questioned interrogated hire hired employ employs employed indict indicted prosecute prosecuted"
)
"""What is done to others than those harmed."""
_DOES = word_set(
    "say says said tell tells told add adds added claim claims claimed deny denies denied admit admits admitted "
    "confess confessed search searches searched searching comb combed guard guards guarded attack attacks "
    "attacked storm stormed raid raided ambush ambushed open opened fire fired flee fled escape escaped testify "
    "testified help helped work works worked stand stands stood investigate surrender surrendered vote voted "
    "march marched watch watched"
)
"""What people do who are not those harmed."""
_FALLS = word_set("drop dropped drops launch launched launches fire fired throw thrown plant planted")
"""What befalls bombs."""
_OWNS = word_set("have has had own owns owned employ employs employed operate operates operated run runs ran")


_FORESEEN = re.compile(
    r"\b(?:expects?|expecting|hopes?\s+for|hoping\s+for|plans?\s+for)\s+(?:(?:up|some|about|to)\s+)*$",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?:^|[;:]\s*)\W*of\s+(?:the\s+|its\s+|some\s+|about\s+)?$", re.IGNORECASE)
"""'Of (1,100 houses) 700 were destroyed.'"""
_STAFF = word_set(
    "staff employees workers officers beds members residents inhabitants flats rooms apartments units fighters "
    "soldiers troops men surgeons doctors nurses pupils students passengers houses buildings tanks ships planes "
    "aircraft"
)


def is_somebody_else(amount: Amount, kind: str) -> bool:
    """True for attackers who killed, survivors, those saved or tried, speakers, and what somebody owns."""
    noun, text = amount.noun, amount.head.doc.text
    if kind == "attendance":
        return _FORESEEN.search(text, 0, amount.span[0]) is not None
    if is_a_gang(amount) or (kind == "destroyed" and _WHOLE.search(text, 0, amount.span[0]) is not None):
        return True
    if noun is None:
        return kind in _HARM and amount.head.dep_ == "nsubjpass" and amount.head.head.lower_ in _SAVED | _FALLS
    if kind not in _HARM:
        return kind == "destroyed" and _is_owned(noun)
    if noun.lower_ in _ALIVE and kind in ("killed", "missing"):
        return True
    if any(child.dep_ == "relcl" and _harms(child) for child in noun.children):
        return True
    verb = noun.head
    if noun.dep_ == "nsubj":
        return kind in ("killed", "missing") and verb.lower_ in _DOES and _has_no_passive(verb)
    if noun.dep_ == "dobj":
        return verb.lower_ in _SAVED or _is_owned(noun)
    return noun.dep_ == "nsubjpass" and verb.lower_ in _SAVED


def _harms(verb: Token) -> bool:
    """'who killed a guard': whoever it is told of does it."""
    if verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children):
        return False
    who = any(c.dep_ == "nsubj" and c.lower_ in ("who", "that", "which") for c in verb.children)
    whom = any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)
    return who and whom and any(_is_harm(sense) for sense in senses().get(verb.lower_, ()))


def _is_harm(sense: Sense) -> bool:
    return sense.form == "act" and sense.kind in _HARM and not sense.companions


def _has_no_passive(verb: Token) -> bool:
    return not any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def _is_owned(noun: Token) -> bool:
    """'The block has 120 flats', 'the clinic has 400 staff'."""
    return noun.head.lower_ in _OWNS and noun.head.pos_ == "VERB" and noun.lower_ in _STAFF
