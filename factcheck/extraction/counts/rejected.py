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
    "assertions version figure figures toll count charge charges announcement communique rumour rumours rumor "
    "rumors story stories idea suggestion suggestions notion"
)
_BE = word_set("is are was were be been 's")
_UNTRUTHS = word_set(
    "untrue false lie lies fabrication fabrications fabricated invention inventions invented fiction nonsense "
    "baseless groundless unfounded incorrect inaccurate wrong absurd ridiculous fake myth hoax propaganda fantasy "
    "rumour rumor rumours rumors exaggerated misleading"
)
_ABOUT = word_set("for in behind over after before during from")
_TRUTHS = word_set("true correct accurate right so case")
_CALLS = word_set(
    "call calls called calling describe describes described describing brand brands branded label labels labelled"
)
_TELLING = word_set(
    "accuse accuses accused accusing say says said saying claim claims claimed report reports reported given put "
    "published cited announced"
)


def rejected_path(verb: Token) -> list[Token]:
    """The words from a verb up to what is denied or called untrue, both included: 'killed', 'claim'; empty when
    nothing is, or where they tell what the denier says instead.
    """
    path, node = [verb], verb
    for _ in range(_HIGH):
        if is_called_untrue(node):
            return path
        if node.head == node or node.dep_ not in _CLIMBS or _only_told_of(node):
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


def called_untrue(verb: Token) -> bool:
    """True for the verb of what somebody calls untrue, and that nobody else is said to tell."""
    path = rejected_path(verb)
    untrue = any(is_called_untrue(node) for node in path)
    return untrue and not any(teller(node) is not None for node in path)


def _only_told_of(clause: Token) -> bool:
    """'denied a role in the blast that killed 30', 'the school where 30 died': so much is not denied."""
    head = clause.head
    return clause.dep_ == "relcl" and head.lower_ not in _ACCOUNTS and head.dep_ != "attr"


def only_told_of(figure: Token, first: int) -> bool:
    """True for a figure that is not denied itself, in what is denied from the character ``first`` on.

    'a role in the blast that killed 30', 'responsibility for the deaths of 30'.
    """
    for node in (figure, *figure.ancestors):
        if node.idx < first:
            return False
        if _only_told_of(node) or (node.dep_ == "prep" and node.lower_ in _ABOUT):
            return True
    return False


def is_called_untrue(told: Token) -> bool:
    """True for an account or a clause that is said to be untrue.

    'reports of 60 dead were false', 'it is a lie that 60 died', 'called the report of 60 dead nonsense', 'it is
    not true to say that 60 died'.
    """
    verb = told.head
    if verb == told:
        return False
    if verb.lower_ in _UNTRUTHS and told.dep_ in ("acl", "relcl") and verb.dep_ == "attr":
        return _opened(told) and not _is_negated(verb.head)
    if verb.lower_ in _BE:
        said = [c for c in verb.children if c.dep_ in ("attr", "acomp") and c.i > verb.i]
        untrue = any(c.lower_ in _UNTRUTHS for c in said) and not _is_negated(verb)
        if not untrue and not (any(c.lower_ in _TRUTHS for c in said) and _is_negated(verb)):
            return False
        if told.dep_ in ("nsubj", "csubj"):
            return told.lower_ in _ACCOUNTS or told.dep_ == "csubj"
        return told.i > verb.i and (told.dep_ == "xcomp" or (told.dep_ == "ccomp" and _opened(told)))
    if verb.lower_ in _CALLS and told.dep_ in ("dobj", "nsubjpass", "ccomp") and told.lower_ in _ACCOUNTS:
        behind = verb.doc[told.i + 1 : verb.right_edge.i + 1]
        return any(t.lower_ in _UNTRUTHS for t in behind)
    return verb.lower_ == "case" and told.dep_ in ("acl", "relcl") and _is_negated(verb.head)


def _opened(clause: Token) -> bool:
    """True for a clause that "that" opens."""
    return any(c.lower_ == "that" and c.i < clause.i for c in clause.children)


def _is_negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


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
            who = next(iter(child.children), None)
            if child.lower_ != "of" or who is None or not any(c.like_num for c in who.children):
                return who
    return None
