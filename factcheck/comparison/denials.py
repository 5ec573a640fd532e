"""Rules for denials: what is denied, and what is left standing beside it."""

from __future__ import annotations

import re

from factcheck.comparison.opposites import are_opposite
from factcheck.comparison.positions import Answer
from factcheck.comparison.sentences import said
from factcheck.language.numerals import numbers_in
from factcheck.language.parties import sides_in
from factcheck.language.subjects import content_words
from factcheck.language.telling import does
from factcheck.lexicons import word_set
from factcheck.values import NARRATIVE_KINDS, Outcome, Verdict

SMALLER = 1.5
"""A denied figure so many times above another says nothing against that one: "not eleven" allows six."""

SUBJECT = 3
"""Words at the head of a denial that name whom it is about ("no Eritrean troops"); later ones are places."""

OPPOSITE_SEVERITY = 0.5
"""As a charge and its denial."""

OPPOSITE_ALIKE = 0.6
"""Share of words (Dice) from which two denials are of one matter."""

_NOT = re.compile(r"\b(?:no|not|never|nobody|none|without|failed to|refused to)\b|n['’]t\b", re.I)
_LITTLE = word_set(
    "the a an of in on at to by for from was were is are be been being has had have that it its any"
)
_COUNTED = re.compile(
    r"\b(?:dead|deaths?|died|kill\w*|casualt\w+|fatalit\w+|injur\w+|wound\w*|hurt|captur\w*|prisoners?|missing"
    r"|displaced|tolls?|figures?|people|persons|soldiers|civilians)\b",
    re.I,
)
_DOING = re.compile(
    r"\b(?:accus\w+|charges?|allegations?|suggestions?) (?:that (?:it|they|he|she|its \w+"
    r"|their \w+|his \w+)\b|of having\b)"
    r"|\b(?:any|all) (?:role|part|involvement|hand|responsibility|connection)\b|\binvolvement in\b"
    r"|\b(?:does|do|did) not (?:abduct|kidnap|kill|shoot|torture|target|attack|bomb|execute)\b"
    r"|\b(?:having|to have) (?:killed|shot|attacked|bombed|shelled|fired|targeted|abducted|kidnapped|executed)\b",
    re.I,
)
_BREACH = re.compile(r"\b(?:violat\w*|breach\w*|br(?:eak|oke|oken|eaking)|infring\w*)\b", re.I)
_TRUCE = re.compile(r"\b(?:truces?|cease-?fires?|armistice|lull|pause)\b", re.I)
_LASTS = re.compile(
    r"\b(?:holds?|holding|kept|keeps?|keep|maintain\w*|remains?|stays?|in (?:force|effect|place)|alive|respect\w*"
    r"|observ\w+|surviv\w+|extend\w*|continu\w+)\b",
    re.I,
)
"""A breach that is denied, and a truce that lasts."""
_DEEDS = {
    "taking": re.compile(
        r"\b(?:abduct\w*|kidnap\w*|hostages?|captiv\w*|detain\w*|detention|disappear\w*)\b", re.I
    ),
    "violence": re.compile(
        r"\b(?:kill\w*|shot|shoot\w*|murder\w*|massacre\w*|execut\w*|shell\w*|bomb\w*|strikes?|struck|rockets?"
        r"|missiles?|drones?|opened fire|live (?:rounds|ammunition|bullets)|attack\w*)\b",
        re.I,
    ),
}
"""Two sorts of deeds that nobody mistakes for each other."""


def denies_the_deed(a: Answer, b: Answer) -> Verdict | None:
    """Who denies having done it ("the accusation that it killed civilians") does not deny how many died."""
    denier, other = _denial_first(a, b)
    if denier is None or other.kind in NARRATIVE_KINDS or not _DOING.search(f"{denier.target} {denier.quote}"):
        return None
    text = f"{does(denier.name, 'denies')} having done it, not what {other.name} counts."
    return Verdict(Outcome.COMPATIBLE, "denial", text)


def denies_a_larger_figure(a: Answer, b: Answer) -> Verdict | None:
    """Who denies one figure ("more than 100 dead is without basis") leaves room for a much smaller one."""
    denier, other = _denial_first(a, b)
    denied = (denier.target or denier.quote) if denier is not None else ""
    figure = numbers_in(denied) if _COUNTED.search(denied) else []
    if denier is None or other.quantity is None or len(figure) != 1:
        return None
    if other.quantity.high is None or other.quantity.high * SMALLER > figure[0] or other.quantity.high == 0:
        return None
    text = (
        f"{does(denier.name, 'denies')} {figure[0]:,.0f}; the {other.quantity} of {other.name} may still be true."
    )
    return Verdict(Outcome.COMPATIBLE, "denial", text)


def denies_a_breach(a: Answer, b: Answer) -> Verdict | None:
    """Who denies having broken a truce does not deny that it holds."""
    denier, other = _denial_first(a, b)
    if denier is None or other.kind != "status" or not _BREACH.search(f"{denier.target} {denier.quote}"):
        return None
    state = f"{other.target} {other.quote}"
    lasts = _LASTS.search(state)
    if not _TRUCE.search(state) or lasts is None or _NOT.search(state[: lasts.start()]):
        return None
    text = f"{does(denier.name, 'denies')} a breach, and {does(other.name, 'says')} that the truce holds."
    return Verdict(Outcome.COMPATIBLE, "denial", text)


def both_deny_it(a: Answer, b: Answer) -> Verdict | None:
    """Who asserts the opposite of what the other denies agrees: "not airworthy", and "airworthy" denied."""
    denier, other = _denial_first(a, b)
    if denier is None or other.kind != "status" or not (denier.target and other.target):
        return None
    if _NOT.search(denier.target) or not are_opposite(denier.target, other.target):
        return None  # "we did not fire" is the denial itself, and not what is denied
    text = f"{does(denier.name, 'denies')} “{denier.target[:80]}”, {does(other.name, 'says')} the opposite of it."
    return Verdict(Outcome.COMPATIBLE, "denial", text)


def denies_the_opposite(a: Answer, b: Answer) -> Verdict | None:
    """Two denials of opposite things: one denies that it was told, the other that it was not told."""
    if a.kind != "denial" or b.kind != "denial" or a.party == b.party or not (a.target and b.target):
        return None
    if bool(_NOT.search(a.target)) == bool(_NOT.search(b.target)) or not _same_matter(a.target, b.target):
        return None
    text = f"{does(a.name, 'denies')} that “{a.target}”, {b.name} that “{b.target}”."
    return Verdict(Outcome.CONFLICT, "denial", text, OPPOSITE_SEVERITY)


def _same_matter(x: str, y: str) -> bool:
    p, q = (content_words(_NOT.sub(" ", text), _LITTLE) for text in (x, y))
    return bool(p and q) and 2 * len(p & q) / (len(p) + len(q)) >= OPPOSITE_ALIKE


def denies_that_figure(denier: Answer, other: Answer) -> bool:
    """True where the denial names the very figure of the other: a governor disputes his ministry's 199 dead."""
    quantity = other.quantity
    if quantity is None or quantity.high is None or quantity.low != quantity.high:
        return False
    return quantity.high in numbers_in(denier.target) and _COUNTED.search(denier.target) is not None


def denies_of_others(a: Answer, b: Answer) -> Verdict | None:
    """A denial about the troops of one side does not answer a charge against another side."""
    denier, other = _denial_first(a, b)
    named = sides_in(" ".join(denier.target.split()[:SUBJECT])) if denier is not None else ()
    if denier is None or other.kind != "blame" or not named or not other.accused or set(named) & other.accused:
        return None
    return Verdict(
        Outcome.COMPATIBLE,
        "denial",
        f"{does(denier.name, 'speaks')} of others than {does(other.name, 'charges')}.",
    )


def denies_another_deed(a: Answer, b: Answer) -> Verdict | None:
    """A denial of one deed (an abduction) does not answer the charge of another (a shooting)."""
    denier, other = _denial_first(a, b)
    if denier is None or other.kind not in NARRATIVE_KINDS:
        return None
    p, q = (_deeds(said(one)) for one in (denier, other))
    if not p or not q or p & q:
        return None
    return Verdict(
        Outcome.COMPATIBLE,
        "denial",
        f"{does(denier.name, 'denies')} another deed than {does(other.name, 'charges')}.",
    )


def _denial_first(a: Answer, b: Answer) -> tuple[Answer | None, Answer]:
    """The denial, if one of the two is one, and the other."""
    if (a.kind == "denial") == (b.kind == "denial"):
        return None, b
    return (a, b) if a.kind == "denial" else (b, a)


def _deeds(text: str) -> set[str]:
    return {name for name, pattern in _DEEDS.items() if pattern.search(text)}
