"""What somebody says did not happen or was not his doing: no such thing, not involved, not our work."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.blame.failings.neglect import IN_CHARGE
from factcheck.extraction.narrative.blame.failings.undone import BODIES
from factcheck.extraction.narrative.denial.denying import CHARGES, clause_of, found
from factcheck.extraction.narrative.doers import same_side
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import asserter, child, core
from factcheck.extraction.voices.voices import verbs
from factcheck.lexicons import word_set

_UNKNOWING = word_set(
    "know known believe want think expect intend plan planned killed died hurt injured wounded "
    "harmed confirm "
    "understand "
    "accept recognise recognize like hope consider"
)
"""What denies nothing when it is negated: what nobody knows or wants, and the zero of a count."""
_INSISTS = word_set(
    "insist maintain repeat reiterate stress underline underscore emphasise emphasize affirm assert"
)
_NEGATIVE = word_set("no never nothing none nobody neither")
INVOLVED = gated(
    r"\b(?:(?:was|were|had|is|are|has|have) (?:not|never) (?:been )?(?:involved|responsible|behind|informed|"
    r"told|warned|present)|nothing to do with|not the (?:slightest|least|smallest) thing to do with|"
    r"(?:given|received) no (?:prior |advance )?(?:notice|warning|request|orders?)|no (?:involvement|role|part"
    r"|responsibility|evidence|truth|basis|sign of (?!(?:a |any )?(?:struggle|life|"
    r"trouble|forced|wanting))|(?:\w+ )?connection|links?|ties|"
    r"hand in|record of|"
    r"(?:\w+ )?knowledge of)|not (?:our|its|their|the) (?:work|doing|handiwork)|"
    r"not (?:our|its|their) (?:own|missiles?|rockets?|men|soldiers|troops|forces|planes?|jets?|drones?|ships?)\b|"
    r"not (?:our|its|their) (?:\w+ ){1,4}(?:that|who|which)|(?:does|do|did) not (?:abduct|torture|target|kill|"
    r"bomb|"
    r"shell|attack|shoot|fire (?:on|at)|use (?:live|chemical|cluster)|hold (?:any )?(?:prisoner|hostage|"
    r"captive)s?|"
    r"harbou?r|shelter|support|arm|fund|train)|not \w+ed by (?:our|its|their)|"
    r"(?:not|never) aware of any|never (?:was|were) in|"
    r"(?:hold|holds|held) (?:no one|nobody|no (?:prisoners|hostages|captives)))\b",
    re.IGNORECASE,
)


def _chargeable(what: str) -> bool:
    """'Weapon in the house', 'evidence of a second gunman'; not "threat to the public", "sign of a struggle"."""
    words = what.lower().replace(",", " ").split()
    head = next((n for n, word in enumerate(words) if word in _LINKS), len(words))
    named = words[max(0, head - 3) : head]
    if not any(word.strip("\"'“”’.") in CHARGES for word in named):
        return False
    if named[-1:] not in (["sign"], ["indication"], ["signs"]):
        return True
    return words[head : head + 1] == ["that"] or any(word in CHARGES for word in words[head:])


_LINKS = word_set(
    "of in on at to for with that between from who which by before after near against there or and under"
)

ABSENT = gated(
    r"\bthere (?:was|were|is|are|has been|have been|had been|has never been|have never "
    r"been|had never been) (?:no|never an?|any) (?P<what>[^,.;:]{3,80})"
    r"|\bno (?P<thing>(?:(?!\b(?:was|were|is|are|has|have|had|when|who|that|"
    r"after)\b)[^.;:]){2,60}?) (?:(?:was|were|is|are|has been|have been|had been|had) )?(?:being |ever "
    r")?(?P<deed>used|"
    r"made|carried out|conducted|delivered|received|issued|"
    r"held|targeted|fired|struck|paid|demanded|asked|sought|offered|crossed|in the hands|hit|deployed|detained|"
    r"abducted|mistreated|tortured|bombed|involved|launched|sent|"
    r"taken|present|crossed|shelled|downed|kidnapped|ordered|executed|located|destroyed)\b",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(
    r"^(?:shots?$|suspects?$|arrests?$|one$|"
    r"[^,]*\b(?:aboard|on board|on the)\b|immediate |official |independent |further |other |more |"
    r"longer |word|news|details?|sign|reports?|comment|"
    r"confirmation|damage|survivors?|deaths?|injur|wounded|dead|casualt|victims?|fatalit|loss|question|doubt|"
    r"agreement|"
    r"date|plan|need|way|one|change|time|chance|hope|room|reason|end|risk|danger|threat|warning|place|progress|"
    r"minors?|children|women|food|water|power|electricity|access|space|information|figure|claim|response|clear)",
    re.IGNORECASE,
)


_CONDITION = re.compile(
    r"\b(?:until|till|unless|if|whether|once|when|provided|as\s+long\s+as|so\s+that|ensure|making\s+sure)"
    r"(?:\s+that)?\s+$",
    re.IGNORECASE,
)
"""'It holds until there are no breaches' denies none."""


def no_such(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'There was no weapon in the house', 'no live rounds were used': in somebody's words."""
    if token.lower_ not in ("there", "no"):
        return None
    match = ABSENT.match(sentence.text, token.idx)
    if match is None or _NO_DENIAL.match(match["what"] or match["thing"]) is not None:
        return None
    if match["what"] and not _chargeable(match["what"]):
        return None
    if _CONDITION.search(sentence.text, 0, token.idx) or asserter(page, sentence, token) is None:
        return None
    within = sentence.tokens_between(*match.span())
    return found(sentence, "no_such", token, within, match.group().strip()[:160])


_LIMITED = re.compile(r"^(?:\w+ ){0,4}(?:no|not) (?:more|fewer|less) than\b|\bonly\b", re.IGNORECASE)
"""What says how many, and denies nothing."""


def insisted(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'X maintained that no one had ...', 'X repeated that it has not ...': a denial in the clause."""
    entry = verbs().get(verb.lower_)
    if entry is None or verb.pos_ not in ("VERB", "AUX"):
        return None
    if verb.lower_ in ("rule", "rules", "ruled", "ruling") and child(verb, "prt") is not None:
        what = child(verb, "ccomp", "dobj")
        return None if what is None else found(sentence, "ruled_out", verb, [verb, *what.subtree], clause_of(what))
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
    if clause.lower_ in _UNKNOWING or any(c.lower_ == "going" for c in (clause, *clause.children)):
        return None
    if any(c.tag_ == "MD" for c in clause.children):
        return None  # what will or must not be denies nothing that was said to be
    if _LIMITED.search(clause_of(clause) or "") is not None:
        return None
    of_others = child(clause, "nsubj")
    speaker = asserter(page, sentence, clause)
    charged = of_others is not None and of_others.lower_ in BODIES and speaker is not None
    if charged and speaker and of_others and not same_side(page, sentence, speaker, of_others):
        return None  # 'affirms that the operator did not warn it' blames
    joined = {t.i for c in clause.children if c.dep_ == "conj" for t in c.subtree}
    told = [t for t in clause.subtree if t.i not in joined]
    return found(sentence, "insisted", verb, told, clause_of(clause)) if negated else None


_TOLD = re.compile(r"\w+ (?:not|never) (?:been )?(?:told|informed|warned|present)\b", re.IGNORECASE)


def _body_speaks(token: Token) -> bool:
    """'We were not told', 'the army was not informed': not families, who only complain."""
    verb = token if token.dep_ not in ("aux", "auxpass") else token.head
    who = child(verb, "nsubjpass", "nsubj")
    return who is not None and (
        who.lower_ in ("it", "we", "they") or who.lower_ in IN_CHARGE or who.pos_ == "PROPN"
    )


_WHO_TAKE = re.compile(
    r"\b(?:who|that|which|those|to) (?:take|takes|took|taking|play|plays|played|have|has|had)\s+$", re.I
)
"""'(civilians who take) no part in the fighting' denies nothing."""


def not_involved(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'It had nothing to do with it', 'it was not informed': in somebody's words."""
    match = INVOLVED.match(sentence.text, token.idx)
    if (
        match is None
        or (_TOLD.match(match.group()) is not None and not _body_speaks(token))
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
    return found(sentence, "not_involved", token, [*core(clause), *within], clause_of(clause))


RULES = (insisted, not_involved, no_such)
