"""Figures that somebody rejects: whose they are."""

from __future__ import annotations

from factcheck.extraction.syntax import Token
from factcheck.language.naming import state_adjective
from factcheck.lexicons import word_set

DENYING = word_set(
    "deny denies denied denying dismiss dismisses dismissed dismissing reject rejects rejected rejecting "
    "refute refutes refuted rebut rebutted rebuffed"
)
_CLIMBS = frozenset({"ccomp", "acl", "relcl", "pobj", "dobj", "conj", "pcomp", "prep", "xcomp"})
_HIGH = 4
"""So many words at most lie between a verb and what denies it."""
_ACCOUNTS = word_set(
    "claim claims report reports statement statements accusation accusations allegation allegations assertion "
    "assertions version figure figures toll count charge charges announcement communique"
)
_TELLING = word_set(
    "accuse accuses accused accusing say says said saying claim claims claimed report reports reported given put "
    "published cited announced"
)


def rejected_path(verb: Token) -> list[Token]:
    """The words from a verb up to what is denied, both included: 'killed', 'claim'; empty when nothing is, or
    where they tell what the denier says instead.
    """
    path, node = [verb], verb
    for _ in range(_HIGH):
        if node.head == node or node.dep_ not in _CLIMBS:
            return []
        node = node.head
        if node.lower_ in DENYING and node.pos_ == "VERB":
            if told_instead(node, verb):
                return []
            account = (
                next((c for c in node.children if c.dep_ == "dobj"), None) if path[-1].dep_ == "ccomp" else None
            )
            return path if account is None else [*path, account]
        path.append(node)
    return []


def told_instead(denying: Token, told: Token) -> bool:
    """True for what stands behind a colon: 'denied it: two had died', not 'denied two charges: that two died'."""
    between = denying.doc[denying.i + 1 : told.i]
    return any(t.text == ":" and t.nbor().lower_ != "that" and t.nbor(-1).lower_ not in _LISTS for t in between)


_LISTS = word_set("following follows things points counts")
"""'denied the following: 40 had died'."""


def teller(told: Token) -> Token | None:
    """Who gives the account that is rejected; None for what is no account, and for rumours, which are nobody's.

    'the army' in "the army's claim that 100 men fell", 'Norwegian' in "the Norwegian report", 'a UN report which
    accuses it' itself, 'the UN' in "the 27 bodies reported by the UN".
    """
    account = told.lower_ in _ACCOUNTS
    for child in told.children:
        if child.dep_ in ("acl", "relcl") and child.i > told.i and child.lower_ in _TELLING:
            by = next((c for c in child.children if c.lower_ == "by"), None)
            named = [] if by is None else list(by.children)
            if named or account:
                return named[0] if named else told
        if account and (child.dep_ == "poss" or child.pos_ == "PROPN" or state_adjective(child.text) is not None):
            return child
        if account and child.dep_ == "prep" and child.lower_ in ("of", "by", "from"):
            return next(iter(child.children), None)
    return None
