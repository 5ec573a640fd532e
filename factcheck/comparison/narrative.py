"""The rules for charges, denials and states: who contradicts whom, without figures."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.comparison.causes import criminals_or_a_name, mishap_or_attack, other_causes, other_culprits
from factcheck.comparison.contrasts import culprits_side_by_side, other_figure, set_side_by_side
from factcheck.comparison.counterparts import blames_back
from factcheck.comparison.denials import (
    both_deny_it,
    denies_a_breach,
    denies_a_larger_figure,
    denies_another_deed,
    denies_of_others,
    denies_that_figure,
    denies_the_deed,
    denies_the_opposite,
)
from factcheck.comparison.holders import held_by_two
from factcheck.comparison.opposites import are_opposite, content, opposite_words
from factcheck.comparison.positions import Answer
from factcheck.comparison.sentences import said
from factcheck.comparison.whenwhere import other_days
from factcheck.language.asking import cut
from factcheck.language.subjects import stem
from factcheck.language.telling import does
from factcheck.lexicons import column, word_set
from factcheck.values import Outcome, Verdict

CHARGE_SEVERITY = 0.5
"""Two charges against each other, or a charge and its denial: in the middle, for there is no figure to weigh."""
STATE_SEVERITY = 0.4


Rule = Callable[[Answer, Answer], Verdict | None]
RULES: list[Rule] = [
    other_days,
    denies_the_deed,
    denies_a_breach,
    denies_a_larger_figure,
    denies_another_deed,
    denies_of_others,
    both_deny_it,
    denies_the_opposite,
]

_ANY_DEED = frozenset(
    stem(word)
    for word in word_set(
        "downing crash blast blasts explosion explosions disaster accident danger attack attacks violence fighting"
        " clash clashes incident incidents escalation war battle fire shooting shelling strike strikes killing"
        " killings killed deaths death line control border unprovoked exchange aggression hostilities provocation"
        " bombing bombings bombardment raid airstrike offensive undeclared territory against outbreak start "
        "started starting beginning begun opening renewal"
    )
)
"""Words that fit all that happens in fighting: they do not tell one matter from another."""
_ATTACK = re.compile(r"\b(?:attack\w*|bomb\w*|missiles?|rockets?|sabotage|shot down|strike|struck|shell\w*"
    r"|drones?|deliberate\w*)\b", re.I)  # fmt: skip
_ACCIDENT = re.compile(r"\b(?:accident\w*|negligen\w*|weld\w*|technical|malfunction|pilot error|fire"
    r"|weather|storage|neglect\w*)\b", re.I)  # fmt: skip
_FIRST = re.compile(
    r"\b(?:first (?:to (?:shoot|fire|attack|open fire|cross|strike)|shots?|rounds?)"
    r"|(?:shot|shoot|fired|attacked|struck|opened fire|crossed [\w ]{1,40}?) first"
    r"|(?:began|begun|started|initiated|provoked) (?:the |this |all )?(?:fight\w*|shoot\w*|firing|clash\w*"
    r"|shelling|attack|hostilities|war|battle|violence|exchange)|unprovoked)\b",
    re.I,
)
"""Says outright who began."""
_OPENED = re.compile(_FIRST.pattern + r"|\bopened (?:up|fire)\b", re.I)
_AND_ALLIES = re.compile(
    r"\b(?:and|or|with|beside) (?:[\w-]+ ){0,2}?(?:foreign\w*|allie[sd]|others?|unknown|unidentified)\b", re.I
)
_SAYING = ("blame", "status")


def rule(function: Rule) -> Rule:
    """Adds a rule behind those that stand before it in this file."""
    RULES.append(function)
    return function


def compare_narratives(a: Answer, b: Answer) -> Verdict:
    """What the first rule that answers says of two claims without figures."""
    for function in RULES:
        verdict = function(a, b)
        if verdict is not None:
            return verdict
    raise AssertionError("the last rule answers always")


@rule
def denied(a: Answer, b: Answer) -> Verdict | None:
    """One says it, the other denies it."""
    if (a.kind == "denial") == (b.kind == "denial"):
        return None
    denier, other = (a, b) if a.kind == "denial" else (b, a)
    if other.quantity is not None and (other.quantity.low, other.quantity.high) == (0, 0):
        return Verdict(
            Outcome.DUPLICATE, "denial", f"{does(other.name, 'says')} there were none, {denier.name} too."
        )
    same = denier.side and denier.side == other.side and denier.party != other.party
    if same and not denies_that_figure(denier, other):
        text = f"{other.name} and {denier.name} belong to one side."
        return Verdict(Outcome.COMPATIBLE, "denial", text)
    if other.kind == "blame" and denier.side and other.accused and denier.side not in other.accused:
        return None  # it denies a charge against itself; this one is against others
    text = f"{does(other.name, 'says')} it (“{cut(other.quote, 80)}”), {does(denier.name, 'denies')} it."
    if denier.party == other.party:
        return Verdict(Outcome.UPDATE, "denial", f"{denier.name} has said both; the later word stands.")
    return Verdict(Outcome.CONFLICT, "denial", text, CHARGE_SEVERITY)


@rule
def who_acted_first(a: Answer, b: Answer) -> Verdict | None:
    """Each says that the other side began: "they shot first" against "the first shots came from across"."""
    if a.kind not in _SAYING or b.kind not in _SAYING or a.party == b.party:
        return None
    opened = [bool(_OPENED.search(said(one))) for one in (a, b)]
    if not all(opened) or not any(_FIRST.search(said(one)) for one in (a, b)):
        return None
    if not a.accused or not b.accused or a.accused & b.accused:
        return None
    text = f"{does(a.name, 'says')} that {_names(a)} began, {b.name} that {_names(b)} did."
    return Verdict(Outcome.CONFLICT, "first", text, CHARGE_SEVERITY)


@rule
def blame_each_other(a: Answer, b: Answer) -> Verdict | None:
    """The two name different culprits for the same thing."""
    if a.kind != "blame" or b.kind != "blame" or a.party == b.party:
        return None
    if _AND_ALLIES.search(a.target) or _AND_ALLIES.search(b.target):
        return None  # "Malian troops and foreign fighters" leaves room for whoever else is named
    if a.accused and b.accused and not a.accused & b.accused and not _other_matters(a, b):
        text = f"{does(a.name, 'blames')} {_names(a)}, {does(b.name, 'blames')} {_names(b)}."
        return Verdict(Outcome.CONFLICT, "blame", text, CHARGE_SEVERITY)
    if not (a.accused or b.accused) and _cause(a) and _cause(b) and _cause(a) != _cause(b):
        text = f"{does(a.name, 'sees')} {_cause(a)}, {b.name} {_cause(b)}."
        return Verdict(Outcome.CONFLICT, "blame", text, CHARGE_SEVERITY)
    return None


@rule
def who_is_accused_names_another(a: Answer, b: Answer) -> Verdict | None:
    """Who is accused names another culprit for the same thing: "the rebels shelled the market", and the rebels say
    that the army did."""
    return None if _other_matters(a, b) else blames_back(a, b)


RULES += [mishap_or_attack, other_causes, criminals_or_a_name, other_culprits]


@rule
def opposite_states(a: Answer, b: Answer) -> Verdict | None:
    """The two say that opposite states hold."""
    if a.kind != "status" or b.kind != "status" or a.party == b.party:
        return None
    x, y = _state(a), _state(b)
    if are_opposite(x, y) or held_by_two(a, b) or opposite_words(f"{a.matter} {x}", f"{b.matter} {y}"):
        text = f"{a.name}: “{(a.target or a.quote)[:80]}”; {b.name}: “{(b.target or b.quote)[:80]}”."
        return Verdict(Outcome.CONFLICT, "status", text, STATE_SEVERITY)
    return None


RULES += [other_figure, set_side_by_side, culprits_side_by_side]


@rule
def same_words(a: Answer, b: Answer) -> Verdict | None:
    """Both say the same."""
    same = a.target.casefold() == b.target.casefold() if a.target and b.target else a.quote == b.quote
    if a.kind == b.kind and (
        same or (a.kind == "blame" and a.accused and a.accused == b.accused) or a.kind == "denial"
    ):
        return Verdict(Outcome.DUPLICATE, a.kind, f"{a.name} and {b.name} say the same.")
    return None


@rule
def both_possible(a: Answer, b: Answer) -> Verdict | None:
    """Nothing in the two excludes the other."""
    return Verdict(Outcome.COMPATIBLE, a.kind, f"{a.name} and {b.name} can both be right.")


def _names(a: Answer) -> str:
    return " and ".join(sorted(a.accused))


def _cause(a: Answer) -> str | None:
    text = f"{a.target} {a.quote}"
    if _ATTACK.search(text):
        return "an attack"
    return "an accident or neglect" if _ACCIDENT.search(text) else None


def _other_matters(a: Answer, b: Answer) -> bool:
    """Each says what it is about, and no word is shared: a church that was shelled, houses that were burnt."""
    p, q = (_things(one.matter) for one in (a, b))
    return bool(p and q) and not p & q and not (p & _things(said(b)) or q & _things(said(a)))


def _things(text: str) -> set[str]:
    """The words for what a charge is about, words for one thing as one, those that fit any deed aside."""
    same = column("same_words", "word", "stands_for")
    return {stem(same.get(w, w)) for w in content(text) if stem(w) not in _ANY_DEED}


def _state(a: Answer) -> str:
    return a.target or a.quote
